"""Lists of articles, and one article with all that is known of it, from the published file."""

from collections.abc import Mapping
from pathlib import Path

import duckdb

from plugins.warehouse_page.marks import HIT_END, HIT_START, hits, pieces
from plugins.warehouse_page.published import Published, Row

# Of these rows alone the texts are read: a sort that carried them would read every body.
_NEWEST = r"""
WITH place AS (
    SELECT rowid AS place
    FROM fact_article
    WHERE news_date BETWEEN coalesce($date_from::DATE, '0001-01-01') AND coalesce($date_to::DATE, '9999-12-31')
        AND ($source IS NULL OR source_key = (SELECT source_key FROM dim_source WHERE source_id = $source))
        AND ($collected IS NULL OR collected_date = $collected::DATE)
        AND ($country IS NULL OR article_key IN (
            SELECT article_key FROM bridge_article_country
            JOIN dim_country USING (country_key) WHERE country_code = $country
        ))
    ORDER BY news_date DESC, collected_at DESC, article_key
    LIMIT $most
)
SELECT article_id, title, regexp_replace(left(body, 260), '\s+\S*$', ' …') AS snippet, news_date, source_id, source.name_ar, source.name_en
FROM (SELECT rowid AS place, * FROM fact_article WHERE rowid IN (SELECT place FROM place)) AS article
JOIN dim_source AS source USING (source_key)
ORDER BY news_date DESC, collected_at DESC, article_key
"""

_SEARCH = """
SELECT found.article_id, found.title, found.snippet, found.news_date, found.source_id, name_ar, name_en
FROM search(
    $query, date_from := $date_from, date_to := $date_to, source := $source, country := $country,
    most := $most, hit_start := $hit_start, hit_end := $hit_end
) AS found
LEFT JOIN dim_source USING (source_id)
ORDER BY rank
"""

_ARTICLE = """
SELECT
    article.* EXCLUDE (collected_at, published_at, source_key),
    strftime(collected_at AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%SZ') AS collected_at,
    strftime(published_at AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%SZ') AS published_at,
    source_id, source.name_ar, source.name_en
FROM fact_article AS article
JOIN dim_source AS source USING (source_key)
WHERE article_id = $id
"""

_MENTIONS = """
WITH named AS (
    SELECT 'country' AS kind, country_key AS entity_key, name_ar, name_en FROM dim_country
    UNION ALL SELECT 'official', official_key, name_ar, name_en FROM dim_official
    UNION ALL SELECT 'agency', agency_key, name_ar, name_en FROM dim_agency
)
SELECT kind, entity_id, field, start_offset, end_offset, surface, rule, score, name_ar, name_en
FROM (FROM fact_mention WHERE article_key = $key::UBIGINT) AS mention
LEFT JOIN named USING (kind, entity_key)
ORDER BY field DESC, start_offset, end_offset DESC
"""

_TOPICS = """
SELECT topic_code, name_ar, name_en, score, is_primary
FROM (FROM bridge_article_topic WHERE article_key = $key::UBIGINT) JOIN dim_topic USING (topic_key)
ORDER BY score DESC
"""

_COOPERATION = """
SELECT kind, stage, actor_states, partner_states, sentence, date_from, date_to, rule
FROM fact_cooperation WHERE article_key = $key::UBIGINT ORDER BY field DESC, start_offset
"""

_REVISIONS = """
SELECT
    nth, is_deletion, is_title_changed, is_body_changed, is_number_changed, is_name_changed, words_added,
    words_removed, strftime(seen_at AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%SZ') AS seen_at
FROM fact_revision WHERE article_key = $key::UBIGINT ORDER BY nth
"""

_STORY = """
WITH own AS (SELECT story_key, report_key FROM bridge_article_story WHERE article_key = $key::UBIGINT)
SELECT
    article_id, title, news_date, source_id, source.name_ar, source.name_en, is_independent, changed_share,
    other.report_key = own.report_key AS is_same_report
FROM own
JOIN bridge_article_story AS other USING (story_key)
JOIN (SELECT article_key, article_id, title, news_date, source_key FROM fact_article) USING (article_key)
JOIN dim_source AS source USING (source_key)
WHERE article_key <> $key::UBIGINT
ORDER BY is_same_report DESC, is_independent DESC, news_date, article_id
LIMIT 100
"""


class NoSearchError(Exception):
    """The published file was made before there was a search index."""


def find(published: Published, asked: Mapping[str, object], most: int) -> list[Row]:
    """Return the articles that answer a query, best first; without one, the newest."""
    parameters = {**asked, "most": most, "hit_start": HIT_START, "hit_end": HIT_END}
    try:
        rows = published.rows(_SEARCH if asked["query"] else _NEWEST, parameters)
    except duckdb.CatalogException as missing:
        msg = "the published file has no search index yet; the next load makes it"
        raise NoSearchError(msg) from missing
    return [{**row, "snippet": hits(row["snippet"] or "")} for row in rows]


def article(published: Published, article_id: str) -> Row | None:
    """Return an article with its mentions, topics, facts of cooperation, revisions and copies; None if unknown."""
    found = published.row(_ARTICLE, {"id": article_id})
    if found is None:
        return None
    key = {"key": str(found.pop("article_key"))}
    mentions = published.rows(_MENTIONS, key)
    texts = {field: found.pop(field) or "" for field in ("title", "body")}
    marked = {field: [each for each in mentions if each["field"] == field] for field in texts}
    return {
        **found,
        **{
            field: pieces(text, [(each["start_offset"], each["end_offset"]) for each in marked[field]])
            for field, text in texts.items()
        },
        "mentions": marked,
        "topics": published.rows(_TOPICS, key),
        "cooperation": published.rows(_COOPERATION, key),
        "revisions": published.rows(_REVISIONS, key) if published.has("fact_revision") else None,
        "story": published.rows(_STORY, key) if published.has("bridge_article_story") else None,
    }


def dropped_blocks(published: Published, staging: Path, article_id: str) -> list[Row] | None:
    """Return the blocks that were left out of an article, in their order; None where staging is gone."""
    place = published.row(
        "SELECT source_id, collected_date FROM fact_article JOIN dim_source USING (source_key) "
        "WHERE article_id = $id",
        {"id": article_id},
    )
    file = (
        staging / str(place["collected_date"]) / place["source_id"] / "boilerplate.parquet" if place else None
    )
    if file is None or not file.is_file():
        return None
    with duckdb.connect(config={"threads": 1}) as connection:
        result = connection.execute(
            "SELECT line, rule, evidence, text FROM read_parquet($1) WHERE article_id = $2 ORDER BY line",
            [str(file), article_id],
        )
        return [
            dict(zip(("line", "rule", "evidence", "text"), row, strict=True)) for row in result.fetchall()
        ]
