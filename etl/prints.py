"""A staged article to its fingerprint, its credits and its versions, as rows to stage. Pure.

The columns are those of `etl.io.staging`. What an article is like is not decided here: that takes the archive.
"""

from collections.abc import Iterable, Iterator

from etl.dedupe.credit import read_credits
from etl.dedupe.fingerprint import fingerprint
from etl.dedupe.wording import wording
from etl.io.staging import Row

TABLES = ("fingerprint", "credit")


def printed_rows(article: Row) -> Iterator[tuple[str, Row]]:
    """Yield the rows by which a staged article is compared and credited, each with its table."""
    keys = fingerprint(wording(article["title"], article["body"]))
    yield (
        "fingerprint",
        {
            "article_id": article["article_id"],
            "version": keys.version,
            "bands": list(keys.bands),
            "terms": [{"term_key": key, "weight": weight} for key, weight in keys.terms],
        },
    )
    for credit in read_credits(article["body"], article["attribution"]):
        yield (
            "credit",
            {
                "article_id": article["article_id"],
                "credited_id": credit.credited_id or None,
                "surface": credit.surface,
                "rule": credit.rule,
            },
        )


def version_rows(articles: Iterable[Row], deletions: Iterable[Row]) -> Iterator[Row]:
    """Yield a row for each fetch of an article, and for each answer that it is gone.

    `deletions` are rows with `article_id`, `source_id`, `collected_date` and `collected_at` alone.
    """
    for each in articles:
        yield {**_fetch(each), "is_deletion": False} | {
            name: each[name] for name in ("text_hash", "title", "body")
        }
    for each in deletions:
        yield {**_fetch(each), "is_deletion": True, "text_hash": None, "title": None, "body": None}


def _fetch(row: Row) -> dict[str, object]:
    return {
        "article_id": row["article_id"],
        "source_id": row["source_id"],
        "collected_date": row["collected_date"],
        "seen_at": row["collected_at"],
    }
