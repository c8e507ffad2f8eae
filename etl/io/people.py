"""The people that articles name, joined across articles: from fact_naming to who is which official.

A load asks only about people whom its articles name, or named before, and about whom verdicts changed: they
meet the whole archive by a join on stored keys, what ties them is stored, and only groups that this may have
moved are merged anew. The steps hand temporary tables over to the loads of their tables.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import duckdb
import pyarrow as pa

from etl.io.marts import hand_over
from etl.link.people_blocks import find_ties, joining_blocks
from etl.link.people_evidence import Profile, Seen, Tie, TieKind, profile_of, tie_between
from etl.link.people_merge import (
    PeopleMerge,
    Verdict,
    VerdictKind,
    merge_profiles,
    reconsidered,
)

_AT_ONCE = 10_000
_OBEYED = "SELECT kind, left_id, right_id, name_ar FROM fact_verdict ORDER BY verdict_no"
_SEEN = """
SELECT
    found_id,
    histogram(name),
    list(DISTINCT office_title) FILTER (WHERE office_title IS NOT NULL),
    list(DISTINCT country_code) FILTER (WHERE country_code IS NOT NULL),
    flatten(list(DISTINCT agency_ids)),
    min(news_date),
    count(DISTINCT article_key)
FROM fact_naming
WHERE (NOT is_listed OR found_id IN (SELECT unnest($1::VARCHAR[]))) AND {condition}
GROUP BY found_id
ORDER BY found_id
"""
# A working file of before these keys were stored has none: all its people are new to them.
_KEYLESS = """
INSERT INTO touched_person
SELECT DISTINCT found_id FROM fact_naming WHERE NOT EXISTS (FROM bridge_found_block)
EXCEPT FROM touched_person
"""
_CANDIDATES = """
CREATE OR REPLACE TEMP TABLE candidate_person AS
SELECT mine.found_id, its.found_id AS other_found_id
FROM sought_block AS mine
JOIN bridge_found_block AS its USING (block)
WHERE its.found_id < mine.found_id
    OR (its.found_id > mine.found_id AND its.found_id NOT IN (FROM touched_person))
GROUP BY ALL
"""
_TIES = """
SELECT found_id, other_found_id, kind, why, weak_id
FROM fact_found_tie
WHERE found_id IN (FROM regrouped_person)
"""
_NEXT = """
INSERT INTO regrouped_person
WITH edge AS (
    SELECT found_id, other_found_id FROM fact_found_tie
    UNION ALL
    SELECT left_id, right_id FROM fact_verdict WHERE kind = 'same'
)
SELECT other_found_id FROM edge WHERE found_id IN (FROM regrouped_person)
UNION
SELECT found_id FROM edge WHERE other_found_id IN (FROM regrouped_person)
EXCEPT
FROM regrouped_person
"""
_LISTED = """
SELECT DISTINCT found_id FROM fact_naming WHERE is_listed AND found_id IN (FROM regrouped_person) ORDER BY ALL
"""
_LINE = pa.schema(
    [
        ("verdict_no", pa.int32()),
        ("kind", pa.string()),
        ("left_id", pa.string()),
        ("right_id", pa.string()),
        ("name_ar", pa.string()),
    ]
)
_PERSON = pa.schema([("found_id", pa.string())])
_BLOCK = pa.schema([("found_id", pa.string()), ("block", pa.uint32())])
_TIE = pa.schema(
    [
        ("found_id", pa.string()),
        ("other_found_id", pa.string()),
        ("kind", pa.string()),
        ("why", pa.string()),
        ("weak_id", pa.string()),
    ]
)
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
    """Return who the people are that no list holds, by all articles of the database and the verdicts.

    What merely looks alike is looked for here, among all: no load does that.
    """
    people = tuple(_profiles(connection, verdicts, "true"))
    return merge_profiles(people, find_ties(people), verdicts)


def take_verdicts(connection: duckdb.DuckDBPyConnection, verdicts: Sequence[Verdict]) -> None:
    """Leave the verdicts as `obeyed_verdict`, and add to `touched_person` whom they judge in another way."""
    changed = reconsidered(_obeyed(connection), verdicts)
    hand_over(connection, "reconsidered_person", ({"found_id": each} for each in sorted(changed)), _PERSON)
    connection.execute(
        "INSERT INTO touched_person FROM reconsidered_person WHERE found_id NOT IN (FROM touched_person)"
    )
    lines = (
        {
            "verdict_no": number,
            "kind": each.kind.value,
            "left_id": each.left_id,
            "right_id": each.right_id or None,
            "name_ar": each.name or None,
        }
        for number, each in enumerate(verdicts, start=1)
    )
    hand_over(connection, "obeyed_verdict", lines, _LINE)


def find_blocks(connection: duckdb.DuckDBPyConnection) -> None:
    """Leave the keys by which others find the people of this load, and they them: `found_block`, `sought_block`."""
    connection.execute(_KEYLESS)
    touched = _profiles(connection, _obeyed(connection), "found_id IN (FROM touched_person)")
    blocks = {each.person_id: joining_blocks(each) for each in touched}
    for table in ("found_block", "sought_block"):
        rows = (
            {"found_id": found_id, "block": block}
            for found_id, each in blocks.items()
            for block in sorted(each.offered if table == "found_block" else each.sought)
        )
        hand_over(connection, table, rows, _BLOCK)


def tie_people(connection: duckdb.DuckDBPyConnection) -> None:
    """Leave, as `found_tie`, what ties the people of this load to others but a mere likeness."""
    connection.execute(_CANDIDATES)
    condition = "found_id IN (SELECT unnest([found_id, other_found_id]) FROM candidate_person)"
    people = {each.person_id: each for each in _profiles(connection, _obeyed(connection), condition)}
    found = (
        tie_between(people[one], people[other])
        for one, other in _rows(connection, "FROM candidate_person ORDER BY ALL")
    )
    ties = (tie for tie in found if tie is not None and tie.kind is not TieKind.LOOKS_ALIKE)
    rows = (
        {
            "found_id": tie.left,
            "other_found_id": tie.right,
            "kind": tie.kind.name.lower(),
            "why": tie.why,
            "weak_id": tie.weak or None,
        }
        for tie in ties
    )
    hand_over(connection, "found_tie", rows, _TIE)


def join_people(connection: duckdb.DuckDBPyConnection) -> None:
    """Leave, as `joined_person`, every person whom this load may have moved with the official that it is.

    Of `regrouped_person`, who is not in it is named by no article any more.
    """
    _spread(connection)
    ids = {row[0] for row in _rows(connection, "FROM regrouped_person")}
    verdicts = [each for each in _obeyed(connection) if each.left_id in ids or each.right_id in ids]
    people = _profiles(connection, verdicts, "found_id IN (FROM regrouped_person)")
    merge = merge_profiles(people, _ties(connection), verdicts)
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
    for (found_id,) in _rows(connection, _LISTED):
        joined.setdefault(found_id, {"found_id": found_id, "official_id": found_id, "is_doubtful": False})
    hand_over(connection, "joined_person", joined.values(), _JOINED)


def _spread(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill `regrouped_person` with the seeds and all people whom ties and verdicts lead to from them."""
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE regrouped_person AS SELECT found_id FROM loosened_person"
    )
    while connection.execute(_NEXT).fetchall()[0][0]:
        pass


def _obeyed(connection: duckdb.DuckDBPyConnection) -> list[Verdict]:
    return [
        Verdict(kind=VerdictKind(kind), left_id=left, right_id=right or "", name=name or "")
        for kind, left, right, name in _rows(connection, _OBEYED)
    ]


def _ties(connection: duckdb.DuckDBPyConnection) -> Iterator[Tie]:
    for left, right, kind, why, weak in _rows(connection, _TIES):
        yield Tie(left=left, right=right, kind=TieKind[kind.upper()], why=why, weak=weak or "")


def _profiles(
    connection: duckdb.DuckDBPyConnection, verdicts: Iterable[Verdict], condition: str
) -> Iterator[Profile]:
    """Give the people that take part: all that no list holds, and of the listed ones whom a verdict names."""
    asked = [each for verdict in verdicts for each in (verdict.left_id, verdict.right_id)]
    for found_id, names, titles, countries, agencies, day, articles in _rows(
        connection, _SEEN.format(condition=condition), [asked]
    ):
        yield profile_of(
            Seen(
                person_id=found_id,
                names=names,
                titles=frozenset(titles or ()),
                countries=frozenset(countries or ()),
                agencies=frozenset(agencies),
                first_seen=day,
                article_count=articles,
            )
        )


def _rows(
    connection: duckdb.DuckDBPyConnection, query: str, parameters: Sequence[object] = ()
) -> Iterator[tuple]:  # type: ignore[type-arg]
    """Give the rows of a query, some thousands at a time; the connection must be asked nothing meanwhile."""
    cursor = connection.execute(query, parameters)
    while rows := cursor.fetchmany(_AT_ONCE):
        yield from rows
