"""Keys of texts to copies, reports and stories: what SQL alone cannot decide on the way through the marts.

A night's texts meet the whole archive by a join on stored keys; only what shares keys is read and compared.
Both steps run inside the load's transaction and hand temporary tables over to the loads of their tables.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

import duckdb
import pyarrow as pa

from etl.dedupe.compare import VERSION as COPY
from etl.dedupe.compare import Likeness, compare
from etl.dedupe.group import Member, Pair, group, merges
from etl.dedupe.story import ALIKE, DAYS, SHARED, UNIT
from etl.dedupe.story import VERSION as STORY
from etl.dedupe.wording import Wording, wording
from etl.io.marts import hand_over

_WORDINGS = 2_000
"""Texts whose stems are kept at hand while pairs are compared: about 100 kB each."""
_CANDIDATES = """
CREATE OR REPLACE TEMP TABLE candidate_pair AS
WITH mine AS (SELECT * FROM bridge_text_band WHERE text_key IN (SELECT text_key FROM touched_text))
SELECT least(mine.text_key, its.text_key) AS text_key, greatest(mine.text_key, its.text_key) AS other_text_key
FROM mine
JOIN bridge_text_band AS its USING (band)
WHERE its.text_key < mine.text_key
    OR (its.text_key > mine.text_key AND its.text_key NOT IN (SELECT text_key FROM touched_text))
GROUP BY ALL
HAVING count(*) > 1 OR bool_or(band % 2 = 1)
"""
_EVENTS = f"""
CREATE OR REPLACE TEMP TABLE event_pair AS
WITH mine AS (
    SELECT term.*, text.first_date
    FROM bridge_text_term AS term
    JOIN dim_text AS text USING (text_key)
    WHERE text_key IN (SELECT text_key FROM touched_text)
),
its AS (
    SELECT term.*, text.first_date
    FROM bridge_text_term AS term
    JOIN dim_text AS text USING (text_key)
    WHERE text.first_date IN (SELECT first_date + unnest(range(-{DAYS}, {DAYS + 1}))::INTEGER FROM mine)
)
SELECT
    least(mine.text_key, its.text_key) AS text_key,
    greatest(mine.text_key, its.text_key) AS other_text_key,
    sum(mine.weight * its.weight)::INTEGER AS similarity
FROM mine
JOIN its USING (term_key)
WHERE abs(its.first_date - mine.first_date) <= {DAYS}
    AND (
        its.text_key < mine.text_key
        OR (its.text_key > mine.text_key AND its.text_key NOT IN (SELECT text_key FROM touched_text))
    )
GROUP BY ALL
HAVING count(*) FILTER (WHERE mine.term_key % 2 = 0) >= {SHARED} AND sum(mine.weight * its.weight) >= {ALIKE}
"""  # noqa: S608 - the story rule's own numbers
_TEXTS = """
SELECT text.text_key, article.title, article.body
FROM dim_text AS text
JOIN fact_article AS article ON article.article_key = md5_number_lower(text.article_id)
WHERE text.text_key IN (SELECT unnest([text_key, other_text_key]) FROM candidate_pair)
"""
_VERIFIED = f"""
INSERT INTO verified_pair BY NAME
SELECT
    text_key,
    other_text_key,
    coalesce(compared.is_copy, false) AS is_copy,
    true AS is_same_event,
    CASE WHEN compared.is_copy THEN {UNIT * UNIT} ELSE event.similarity END AS similarity,
    shared_share,
    changed_share,
    other_changed_share,
    CASE WHEN compared.is_copy THEN '{COPY}' ELSE '{STORY}' END AS rule
FROM event_pair AS event
FULL JOIN compared_pair AS compared USING (text_key, other_text_key)
WHERE compared.is_copy OR (event.similarity IS NOT NULL AND NOT coalesce(compared.is_of_one_form, false))
"""  # noqa: S608 - the rules' own names
_COMPARED = pa.schema(
    [
        ("text_key", pa.uint64()),
        ("other_text_key", pa.uint64()),
        ("is_copy", pa.bool_()),
        ("is_of_one_form", pa.bool_()),
        ("shared_share", pa.float32()),
        ("changed_share", pa.float32()),
        ("other_changed_share", pa.float32()),
    ]
)
_NEAR = """
CREATE OR REPLACE TEMP TABLE frontier AS
SELECT other_text_key AS text_key FROM fact_text_pair WHERE text_key IN (SELECT text_key FROM frontier)
UNION
SELECT text_key FROM fact_text_pair WHERE other_text_key IN (SELECT text_key FROM frontier)
"""
_GROUPED = pa.schema(
    [
        ("text_key", pa.uint64()),
        ("report_id", pa.string()),
        ("story_id", pa.string()),
        ("copied_from_id", pa.string()),
        ("changed_share", pa.float32()),
    ]
)
_MERGED = pa.schema([("story_id", pa.string()), ("into_story_id", pa.string()), ("merged_date", pa.date32())])


def verify_pairs(connection: duckdb.DuckDBPyConnection) -> None:
    """Leave, as `verified_pair`, which texts of this load are copies of, or tell of one event with, others."""
    connection.execute(_CANDIDATES)
    connection.execute(_EVENTS)
    texts = {key: (title, body) for key, title, body in connection.execute(_TEXTS).fetchall()}

    @lru_cache(maxsize=_WORDINGS)
    def words(key: int) -> Wording:
        return wording(*texts[key])

    # Neighbours in this order share a text, so that its stems are at hand.
    pairs = connection.execute("SELECT * FROM candidate_pair ORDER BY ALL").fetchall()
    rows = (
        _compared(one, other, compare(words(one), words(other)), words(one), words(other))
        for one, other in pairs
        if one in texts and other in texts
    )
    found = [row for row in rows if row["is_copy"] or row["is_of_one_form"]]
    hand_over(connection, "compared_pair", found, _COMPARED)
    connection.execute(_VERIFIED)


def group_texts(connection: duckdb.DuckDBPyConnection) -> None:
    """Leave, as `grouped_text` and `merged_story`, where texts belong that this load may have moved.

    These are all that pairs connect with the texts of the load: a group depends on nothing beyond.
    """
    _spread(connection)
    members = tuple(_members(connection))
    pairs = tuple(_pairs(connection))
    ids = {each.text_key: each.article_id for each in members}
    placed = group(members, pairs).values()
    grouped = [
        {
            "text_key": each.text_key,
            "report_id": ids[each.report],
            "story_id": ids[each.story],
            "copied_from_id": None if each.copied_from is None else ids[each.copied_from],
            "changed_share": each.changed,
        }
        for each in placed
    ]
    merged = [
        {"story_id": ids[each.story], "into_story_id": ids[each.into], "merged_date": each.on}
        for each in merges(members, pairs)
    ]
    for table, rows, schema in (("grouped_text", grouped, _GROUPED), ("merged_story", merged, _MERGED)):
        hand_over(connection, table, rows, schema)


def _spread(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill `regrouped_text` with the seeds and all texts that pairs lead to from them."""
    connection.execute("CREATE OR REPLACE TEMP TABLE frontier AS SELECT text_key FROM regrouped_seed")
    connection.execute("CREATE OR REPLACE TEMP TABLE regrouped_text (text_key UBIGINT)")
    while True:
        grown = connection.execute(
            "INSERT INTO regrouped_text SELECT text_key FROM frontier "
            "WHERE text_key IN (SELECT text_key FROM dim_text) EXCEPT FROM regrouped_text"
        ).fetchall()
        if not grown[0][0]:
            return
        connection.execute(_NEAR)
        connection.execute("DELETE FROM frontier WHERE text_key IN (SELECT text_key FROM regrouped_text)")


def _members(connection: duckdb.DuckDBPyConnection) -> Iterator[Member]:
    rows = connection.execute(
        "SELECT text_key, first_at, article_id, collected_date FROM dim_text "
        "WHERE text_key IN (SELECT text_key FROM regrouped_text) ORDER BY text_key"
    ).fetchall()
    for text_key, at, article_id, collected_on in rows:
        yield Member(text_key=text_key, at=at, article_id=article_id, collected_on=collected_on)


def _pairs(connection: duckdb.DuckDBPyConnection) -> Iterator[Pair]:
    rows = connection.execute(
        "SELECT text_key, other_text_key, is_copy, is_same_event, similarity, changed_share, "
        "other_changed_share FROM fact_text_pair WHERE text_key IN (SELECT text_key FROM regrouped_text) "
        "ORDER BY ALL"
    ).fetchall()
    for one, other, is_copy, is_same_event, similarity, changed, other_changed in rows:
        yield Pair(
            one=one,
            other=other,
            is_copy=is_copy,
            is_same_event=is_same_event,
            similarity=similarity,
            one_changed=changed,
            other_changed=other_changed,
        )


def _compared(one: int, other: int, likeness: Likeness, mine: Wording, its: Wording) -> Mapping[str, object]:
    return {
        "text_key": one,
        "other_text_key": other,
        "is_copy": likeness.is_copy,
        "is_of_one_form": likeness.is_of_one_form,
        "shared_share": likeness.contained,
        "changed_share": 1 - likeness.matched / max(1, len(mine.body)),
        "other_changed_share": 1 - likeness.matched / max(1, len(its.body)),
    }
