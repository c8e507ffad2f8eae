"""The people that articles name, joined across articles: from fact_naming to who is which official."""

from collections.abc import Iterable, Mapping, Sequence

import duckdb
import pyarrow as pa

from etl.link.people_merge import PeopleMerge, Sighting, Verdict, VerdictKind, merge_people

_SIGHTINGS = """
SELECT found_id, name, office_title, country_code, agency_ids, news_date, article_key
FROM fact_naming
WHERE NOT is_listed OR found_id IN (SELECT unnest($1::VARCHAR[]))
ORDER BY ALL
"""
_LISTED = "SELECT DISTINCT found_id FROM fact_naming WHERE is_listed ORDER BY ALL"
_JOINED = pa.schema(
    [
        ("found_id", pa.string()),
        ("official_id", pa.string()),
        ("evidence", pa.string()),
        ("is_doubtful", pa.bool_()),
        ("name_ar", pa.string()),
    ]
)


def merged_people(connection: duckdb.DuckDBPyConnection, verdicts: Sequence[Verdict]) -> PeopleMerge:
    """Return who the people are that no list holds, by all articles of the database and the verdicts."""
    asked = [each for verdict in verdicts for each in (verdict.left_id, verdict.right_id)]
    rows = connection.execute(_SIGHTINGS, [asked]).fetchall()
    return merge_people(map(_sighting, rows), verdicts)


def join_people(connection: duckdb.DuckDBPyConnection, verdicts: Sequence[Verdict]) -> None:
    """Leave, as the relation `joined_person`, every person found in articles with the official that it is."""
    merge = merged_people(connection, verdicts)
    renamed = {merge.official_of.get(each.left_id) for each in verdicts if each.kind is VerdictKind.RENAME}
    joined: dict[str, Mapping[str, object]] = {
        each.provisional_id: {
            "found_id": each.provisional_id,
            "official_id": each.official_id,
            "evidence": each.evidence,
            "is_doubtful": each.is_doubtful,
            "name_ar": each.name if each.official_id in renamed else None,
        }
        for each in merge.people
    }
    for (found_id,) in connection.execute(_LISTED).fetchall():
        joined.setdefault(found_id, {"found_id": found_id, "official_id": found_id, "is_doubtful": False})
    _hand_over(connection, joined.values())


def _hand_over(connection: duckdb.DuckDBPyConnection, rows: Iterable[Mapping[str, object]]) -> None:
    connection.register("joined", pa.Table.from_pylist(list(rows), _JOINED))
    connection.execute("CREATE OR REPLACE TEMP TABLE joined_person AS FROM joined")
    connection.unregister("joined")


def _sighting(row: tuple[object, ...]) -> Sighting:
    found_id, name, title, country, agency_ids, day, article_key = row
    return Sighting(
        provisional_id=str(found_id),
        name=str(name),
        surfaces=(str(name),),
        title=None if title is None else str(title),
        country=str(country or ""),
        agency_ids=tuple(agency_ids),  # type: ignore[arg-type]
        first_seen=day,  # type: ignore[arg-type]
        article_id=str(article_key),
    )
