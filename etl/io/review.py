"""The doubtful people of the published warehouse, with what articles say of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from etl.io.people import merged_people
from etl.io.verdicts import read_verdicts
from etl.io.warehouse import open_published

# The fullest title first, then bodies: only those few are read.
_NAMED = """
WITH fullest AS (
    SELECT
        naming.found_id,
        naming.name,
        naming.office_title,
        naming.article_key,
        article.article_id
    FROM fact_naming AS naming
    JOIN fact_article AS article USING (article_key)
    WHERE naming.found_id IN (SELECT unnest($1::VARCHAR[]))
    QUALIFY row_number() OVER (
        PARTITION BY naming.found_id ORDER BY length(naming.office_title) DESC NULLS LAST, article.article_id
    ) = 1
)

SELECT fullest.found_id, fullest.name, fullest.office_title, article.body, min(mention.start_offset)
FROM fullest
JOIN fact_article AS article USING (article_key)
LEFT JOIN fact_mention AS mention
    ON mention.article_key = fullest.article_key
    AND mention.found_id = fullest.found_id
    AND mention.field = 'body'
GROUP BY ALL
"""
_LISTED = "SELECT official_id, name_ar FROM dim_official WHERE official_id IN (SELECT unnest($1::VARCHAR[]))"
_KNOWN = """
SELECT official_id FROM dim_official UNION SELECT found_id FROM bridge_found_official
"""
_AROUND = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One of two ids, as the article puts it that gives the fullest title."""

    official_id: str
    name: str
    title: str | None
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Two ids that may be one person; `is_merged` says what stands until there is a verdict."""

    reason: str
    is_merged: bool
    people: tuple[Candidate, ...]


def open_questions(published: Path, verdicts: Path) -> tuple[Question, ...]:
    """Return the pairs that no verdict decides; raises FileNotFoundError where nothing is published."""
    with open_published(published) as connection:
        doubts = merged_people(connection, read_verdicts(verdicts)).doubts
        ids = {each for doubt in doubts for each in (doubt.left_id, doubt.right_id)}
        candidates = _candidates(connection, sorted(ids))
    return tuple(
        Question(
            reason=doubt.reason,
            is_merged=doubt.is_merged,
            people=(candidates[doubt.left_id], candidates[doubt.right_id]),
        )
        for doubt in doubts
    )


def _candidates(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> Mapping[str, Candidate]:
    """Return what to show of each id: by an article, by the lists, or the id alone."""
    names = dict(connection.execute(_LISTED, [ids]).fetchall())
    found = {
        each: Candidate(official_id=each, name=str(names.get(each, each)), title=None, sentence="")
        for each in ids
    }
    for found_id, name, title, body, start in connection.execute(_NAMED, [ids]).fetchall():
        found[found_id] = Candidate(
            official_id=found_id, name=name, title=title, sentence=_around(body, start or 0)
        )
    return found


def unknown_ids(published: Path, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return those ids that the published warehouse does not know."""
    with open_published(published) as connection:
        known = {row[0] for row in connection.execute(_KNOWN).fetchall()}
    return tuple(each for each in ids if each not in known)


def _around(body: str, start: int) -> str:
    """Cut the words around a place out of a body, at spaces."""
    first, last = max(0, start - _AROUND), min(len(body), start + _AROUND)
    text = body[first:last].replace("\n", " ")
    if first:
        text = "… " + text.partition(" ")[2]
    return f"{text.rpartition(' ')[0]} …" if last < len(body) else text
