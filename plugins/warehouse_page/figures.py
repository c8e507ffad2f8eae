"""What the charts and the table of source health draw, counted in the database: rows of a chart, never articles."""

from collections.abc import Mapping

from plugins.warehouse_page.entities import grain
from plugins.warehouse_page.published import Published, Row

_STATE = """
SELECT
    (SELECT count(*) FROM fact_article) AS articles,
    (SELECT min(news_date) FROM fact_article) AS first_date,
    (SELECT max(news_date) FROM fact_article) AS last_date,
    (SELECT max(news_date) FROM fact_outcome) AS last_run_date,
    (SELECT strftime(max(loaded_at) AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%SZ') FROM fact_load) AS loaded_at
"""
_SOURCES = """
SELECT source_id, name_ar, name_en, articles
FROM dim_source
JOIN (SELECT source_key, count(*) AS articles FROM fact_article GROUP BY 1) USING (source_key)
ORDER BY articles DESC, source_id
"""
_COUNTRIES_NAMED = """
SELECT country_code, name_ar, name_en
FROM dim_country WHERE country_key IN (SELECT country_key FROM bridge_article_country)
ORDER BY name_en
"""

_IN_RANGE = """
WITH chosen AS (
    SELECT article_key, news_date, source_key
    FROM fact_article
    WHERE news_date BETWEEN $date_from::DATE AND $date_to::DATE
        AND ($source IS NULL OR source_key = (SELECT source_key FROM dim_source WHERE source_id = $source))
)
"""
# Beyond ten, colours are not told apart: the rest is one.
_VOLUME = (
    _IN_RANGE  # noqa: S608 - fixed words
    + """,
counted AS (
    SELECT date_trunc($grain, news_date)::DATE AS period, source_key, count(*) AS articles FROM chosen GROUP BY ALL
),
largest AS (SELECT source_key FROM counted GROUP BY 1 ORDER BY sum(articles) DESC, 1 LIMIT 9)
SELECT period, source_id, name_ar, name_en, sum(articles)::BIGINT AS articles
FROM counted
LEFT JOIN (FROM dim_source WHERE source_key IN (FROM largest)) USING (source_key)
GROUP BY ALL ORDER BY period, source_id
"""
)
_COUNTRIES = (
    _IN_RANGE
    + """
SELECT country_code, m49, name_ar, name_en, count(*) AS articles
FROM bridge_article_country
JOIN chosen USING (article_key)
JOIN dim_country USING (country_key)
GROUP BY ALL ORDER BY articles DESC, country_code
"""
)
_TOPICS = (
    _IN_RANGE
    + """
SELECT date_trunc($grain, news_date)::DATE AS period, topic_code, name_ar, name_en, count(*) AS articles
FROM chosen
LEFT JOIN (FROM bridge_article_topic WHERE is_primary) USING (article_key)
LEFT JOIN dim_topic USING (topic_key)
GROUP BY ALL ORDER BY period, topic_code
"""
)
_MATRIX = (
    _IN_RANGE  # noqa: S608 - fixed words
    + """,
side AS (
    SELECT cooperation_key, side, entity_id, entity_key
    FROM bridge_cooperation_party JOIN chosen USING (article_key) WHERE kind = 'state'
),
pair AS (
    SELECT one.entity_id AS actor, other.entity_id AS partner, count(*) AS reports
    FROM side AS one JOIN side AS other USING (cooperation_key)
    WHERE one.side = 'actor' AND other.side = 'partner'
    GROUP BY ALL
),
largest AS (
    SELECT state FROM (SELECT actor AS state, reports FROM pair UNION ALL SELECT partner, reports FROM pair)
    GROUP BY state ORDER BY sum(reports) DESC, state LIMIT 24
)
SELECT
    actor, coalesce(a.name_ar, actor) AS actor_ar, coalesce(a.name_en, actor) AS actor_en,
    partner, coalesce(p.name_ar, partner) AS partner_ar, coalesce(p.name_en, partner) AS partner_en, reports
FROM pair
LEFT JOIN dim_country AS a ON a.country_code = actor
LEFT JOIN dim_country AS p ON p.country_code = partner
WHERE actor IN (FROM largest) AND partner IN (FROM largest)
ORDER BY reports DESC, actor, partner
"""
)
CHARTS: Mapping[str, str] = {
    "volume": _VOLUME,
    "countries": _COUNTRIES,
    "topics": _TOPICS,
    "matrix": _MATRIX,
}

_HEALTH = """
SELECT coverage.source_id, name_ar, name_en, news_date, found, articles, expected, state
FROM coverage(NULL, $month) AS coverage
JOIN dim_source USING (source_id)
ORDER BY source_id, news_date
"""
_DAY_OF_SOURCE = """
SELECT stage, reason, count(*) AS pages, min(detail) AS example
FROM fact_drop JOIN dim_source USING (source_key)
WHERE source_id = $source AND news_date = $day::DATE
GROUP BY ALL ORDER BY pages DESC, reason
"""


def state(published: Published) -> Row:
    """Return what the published file holds, and the sources and countries that a reader can choose."""
    return {
        **(published.row(_STATE) or {}),
        "sources": published.rows(_SOURCES),
        "countries": published.rows(_COUNTRIES_NAMED),
    }


def chart(published: Published, name: str, asked: Mapping[str, object], days: int) -> Row:
    """Return the rows of one chart of a period, counted by day, week or month as its length wants."""
    by = grain(days)
    return {"grain": by, "rows": published.rows(CHARTS[name], {**asked, "grain": by})}


def health(published: Published, month: str) -> list[Row]:
    """Return, for each source and day of a month, what was found against what was to be expected."""
    return published.rows(_HEALTH, {"month": month})


def drops(published: Published, source: str, day: str) -> list[Row]:
    """Return why pages of a source's day did not become articles, with an example each."""
    return published.rows(_DAY_OF_SOURCE, {"source": source, "day": day})
