"""The doubtful people of the published warehouse, with what articles say of each."""

from dataclasses import dataclass
from pathlib import Path

from etl.io.people import merged_people
from etl.io.verdicts import read_verdicts
from etl.io.warehouse import open_published

_NAMED = """
SELECT naming.name, naming.office_title, article.body, mention.start_offset
FROM fact_naming AS naming
JOIN fact_article AS article USING (article_key)
LEFT JOIN fact_mention AS mention
    ON mention.article_key = naming.article_key AND mention.found_id = naming.found_id AND mention.field = 'body'
WHERE naming.found_id = $1
ORDER BY length(naming.office_title) DESC NULLS LAST, article.article_id, mention.start_offset
LIMIT 1
"""
_LISTED = "SELECT name_ar FROM dim_official WHERE official_id = $1"
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
        merge = merged_people(connection, read_verdicts(verdicts))

        def candidate(official_id: str) -> Candidate:
            found = connection.execute(_NAMED, [official_id]).fetchone()
            if found is None:
                listed = connection.execute(_LISTED, [official_id]).fetchone()
                name = str(listed[0]) if listed else official_id
                return Candidate(official_id=official_id, name=name, title=None, sentence="")
            name, title, body, start = found
            return Candidate(
                official_id=official_id, name=name, title=title, sentence=_around(body, start or 0)
            )

        return tuple(
            Question(
                reason=doubt.reason,
                is_merged=doubt.is_merged,
                people=(candidate(doubt.left_id), candidate(doubt.right_id)),
            )
            for doubt in merge.doubts
        )


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
