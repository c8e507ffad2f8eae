"""Countries, officials and agencies: how to find one, and what the warehouse knows of it."""

from collections.abc import Mapping

from plugins.warehouse_page.published import Published, Row

# Kind → (dimension, its key, its id, bridge). Fixed words: a kind that is not here is refused before.
_TABLES: Mapping[str, tuple[str, str, str, str]] = {
    "country": ("dim_country", "country_key", "country_code", "bridge_article_country"),
    "official": ("dim_official", "official_key", "official_id", "bridge_article_official"),
    "agency": ("dim_agency", "agency_key", "agency_id", "bridge_article_agency"),
}
KINDS = tuple(_TABLES)
_MOST = 40
_DAYS_BY_DAY = 92
_DAYS_BY_WEEK = 730

_OFFICES = """
SELECT office_id, title_ar, office.name_en, office.country_code, office.organization_code, valid_from, valid_to,
    is_acting, basis, evidence, office.first_seen_date, office.last_seen_date, article_count, agency.agency_id,
    agency.name_ar AS agency_ar, agency.name_en AS agency_en, official_id,
    official.name_ar AS official_ar, official.name_en AS official_en
FROM dim_office AS office
JOIN dim_official AS official USING (official_key)
LEFT JOIN dim_agency AS agency USING (agency_key)
WHERE $kind = 'official' AND official_id = $id OR $kind = 'agency' AND agency.agency_id = $id
ORDER BY coalesce(valid_to, DATE '9999-12-31') DESC, valid_from DESC NULLS LAST, title_ar
LIMIT 200
"""


def find(published: Published, kind: str, words: str) -> list[Row]:
    """Return entities of a kind whose Arabic or English name holds the words, the most often named first."""
    dimension, key, identity, bridge = _TABLES[kind]
    provisional = "is_provisional" if kind != "country" else "false"
    return published.rows(
        f"""
        SELECT '{kind}' AS kind, {identity} AS entity_id, name_ar, name_en, country_code,
            {provisional} AS is_provisional, coalesce(articles, 0) AS articles
        FROM {dimension}
        LEFT JOIN (SELECT {key}, count(*) AS articles FROM {bridge} GROUP BY 1) USING ({key})
        WHERE $words = '' AND articles > 0
            OR $words <> '' AND (contains(name_ar, $words) OR contains(lower(name_en), lower($words)))
        ORDER BY articles DESC NULLS LAST, name_ar
        LIMIT {_MOST}
        """,  # noqa: S608 - the names of tables above
        {"words": words.strip()},
    )


def entity(published: Published, kind: str, entity_id: str) -> Row | None:
    """Return an entity's names, offices, mentions over time, companions and newest articles; None if unknown."""
    dimension, key, identity, bridge = _TABLES[kind]
    asked = {"id": entity_id, "kind": kind}
    found = published.row(
        f"SELECT * FROM {dimension} WHERE {identity} = $id",  # noqa: S608 - a name above
        asked,
    )
    if found is None:
        return None
    asked["key"] = str(found.pop(key))
    span = _span(published, bridge, key, asked)
    return {
        **{name: value for name, value in found.items() if not name.endswith("_key")},
        "kind": kind,
        "entity_id": entity_id,
        **span,
        "offices": published.rows(_OFFICES, asked) if kind != "country" else [],
        "over_time": _over_time(published, bridge, key, asked, grain(span["days"] or 0)),
        "together": [each for other in KINDS for each in _together(published, bridge, key, other, asked)],
        "newest": _newest(published, bridge, key, asked),
    }


def grain(days: int) -> str:
    """Return the period that a chart of so many days counts by, so that it has neither one bar nor a thousand."""
    if days <= _DAYS_BY_DAY:
        return "day"
    return "week" if days <= _DAYS_BY_WEEK else "month"


def _span(published: Published, bridge: str, key: str, asked: Mapping[str, object]) -> Row:
    row = published.row(
        f"""
        SELECT count(*) AS articles, min(news_date) AS first_date, max(news_date) AS last_date,
            max(news_date) - min(news_date) AS days
        FROM (FROM {bridge} WHERE {key} = $key::UBIGINT) JOIN fact_article USING (article_key)
        """,  # noqa: S608 - the names of tables above
        asked,
    )
    return row or {}


def _over_time(
    published: Published, bridge: str, key: str, asked: Mapping[str, object], by: str
) -> list[Row]:
    return published.rows(
        f"""
        SELECT date_trunc($grain, news_date)::DATE AS period, count(*) AS articles
        FROM (FROM {bridge} WHERE {key} = $key::UBIGINT) JOIN fact_article USING (article_key)
        GROUP BY period ORDER BY period
        """,  # noqa: S608 - the names of tables above
        {**asked, "grain": by},
    )


def _together(
    published: Published, bridge: str, key: str, other_kind: str, asked: Mapping[str, object]
) -> list[Row]:
    dimension, other_key, identity, other_bridge = _TABLES[other_kind]
    return published.rows(
        f"""
        SELECT '{other_kind}' AS kind, {identity} AS entity_id, name_ar, name_en, articles
        FROM (
            SELECT {other_key}, count(*) AS articles
            FROM {other_bridge}
            WHERE article_key IN (SELECT article_key FROM {bridge} WHERE {key} = $key::UBIGINT)
                AND {other_key} <> $key::UBIGINT
            GROUP BY 1 ORDER BY articles DESC, 1 LIMIT 15
        )
        JOIN {dimension} USING ({other_key})
        ORDER BY articles DESC, name_ar
        """,  # noqa: S608 - the names of tables above
        asked,
    )


def _newest(published: Published, bridge: str, key: str, asked: Mapping[str, object]) -> list[Row]:
    return published.rows(
        f"""
        SELECT article_id, title, news_date, source_id, source.name_ar, source.name_en
        FROM (FROM {bridge} WHERE {key} = $key::UBIGINT)
        JOIN (SELECT article_key, article_id, title, news_date, source_key FROM fact_article) USING (article_key)
        JOIN dim_source AS source USING (source_key)
        ORDER BY news_date DESC, article_key LIMIT 20
        """,  # noqa: S608 - the names of tables above
        asked,
    )
