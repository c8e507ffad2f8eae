"""Versions of articles to what changed between them: the step before the load of `fact_revision`."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

import duckdb
import pyarrow as pa

from etl.dedupe.revision import Revision, revision
from etl.io.marts import hand_over

VERSIONS = """
SELECT
    version.article_key,
    version.seen_at,
    version.is_deletion,
    version.text_hash,
    CASE WHEN version.body IS NULL THEN article.title ELSE version.title END AS title,
    coalesce(version.body, article.body) AS body
FROM fact_version AS version
LEFT JOIN fact_article AS article USING (article_key, text_hash)
"""
"""Every version with its text, wherever it stands."""
_TOUCHED = """
WHERE version.article_key IN (
    SELECT article_key
    FROM fact_version
    WHERE article_key IN (SELECT article_key FROM changed_article)
        OR article_key IN (SELECT md5_number_lower(article_id) FROM staging_version)
    GROUP BY article_key
    HAVING count(*) > 1
)
ORDER BY version.article_key, version.seen_at
"""
_REVISIONS = pa.schema(
    [
        ("article_key", pa.uint64()),
        ("nth", pa.int32()),
        ("seen_at", pa.timestamp("us", tz="UTC")),
        ("is_deletion", pa.bool_()),
        ("is_title_changed", pa.bool_()),
        ("is_body_changed", pa.bool_()),
        ("is_number_changed", pa.bool_()),
        ("is_name_changed", pa.bool_()),
        ("words_added", pa.int32()),
        ("words_removed", pa.int32()),
        ("previous_seen_at", pa.timestamp("us", tz="UTC")),
        ("previous_text_hash", pa.string()),
        ("text_hash", pa.string()),
    ]
)
_GONE = Revision(
    is_title_changed=False,
    is_body_changed=False,
    is_number_changed=False,
    is_name_changed=False,
    words_added=0,
    words_removed=0,
)


class Version(NamedTuple):
    """One fetch of an article: its text as it then was, or that it was gone. Times are datetimes."""

    article_key: int
    seen_at: object
    is_deletion: bool
    text_hash: str | None
    title: str | None
    body: str | None


def find_revisions(connection: duckdb.DuckDBPyConnection) -> None:
    """Leave, as `found_revision`, what changed in the articles of this load from fetch to fetch."""
    rows = (Version(*row) for row in connection.execute(VERSIONS + _TOUCHED).fetchall())
    found = [
        change
        for _, versions in groupby(rows, key=attrgetter("article_key"))
        for change in changes(tuple(versions))
    ]
    hand_over(connection, "found_revision", found, _REVISIONS)


def changes(versions: tuple[Version, ...]) -> Iterator[Mapping[str, object]]:
    """Yield a row for each version of one article whose text is another than that of the one before.

    A text that comes back after a deletion is compared with the last one that was seen.
    """
    last, text, nth = versions[0], versions[0], 0
    for version in versions[1:]:
        is_news = not last.is_deletion if version.is_deletion else version.text_hash != text.text_hash
        if is_news:
            nth += 1
            yield _row(nth, last, text, version)
        if is_news or version.is_deletion != last.is_deletion:
            last = version
        if not version.is_deletion:
            text = version


def _row(nth: int, last: Version, text: Version, version: Version) -> Mapping[str, object]:
    change = _GONE
    if not version.is_deletion and not text.is_deletion:
        change = revision((text.title or "", text.body or ""), (version.title or "", version.body or ""))
    return {
        "article_key": version.article_key,
        "nth": nth,
        "seen_at": version.seen_at,
        "is_deletion": version.is_deletion,
        "is_title_changed": change.is_title_changed,
        "is_body_changed": change.is_body_changed,
        "is_number_changed": change.is_number_changed,
        "is_name_changed": change.is_name_changed,
        "words_added": change.words_added,
        "words_removed": change.words_removed,
        "previous_seen_at": last.seen_at,
        "previous_text_hash": text.text_hash,
        "text_hash": version.text_hash,
    }


def read_versions(connection: duckdb.DuckDBPyConnection, article: str) -> tuple[Version, ...]:
    """Return every archived version of an article, oldest first, by its id or its address.

    Raises KeyError for an article that the warehouse does not hold.
    """
    keys = connection.execute(
        "SELECT md5_number_lower($1) WHERE md5_number_lower($1) IN (SELECT article_key FROM fact_version) "
        "UNION SELECT article_key FROM fact_article WHERE url = $1",
        [article],
    ).fetchall()
    if len(keys) != 1:
        which = "no article has" if not keys else f"{len(keys)} articles have"
        msg = f"{which} the id or address {article!r}; `rasad sql` finds ids in fact_article"
        raise KeyError(msg)
    rows = connection.execute(
        VERSIONS + " WHERE version.article_key = $1 ORDER BY version.seen_at", [keys[0][0]]
    )
    return tuple(Version(*row) for row in rows.fetchall())
