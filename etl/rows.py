"""What a stage found to the rows that it stages: articles, what they say, boilerplate, counts, drops. Pure.

The columns are those of `etl.io.staging`; every text is put into its display form here, once.
"""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from zoneinfo import ZoneInfo

from etl.discover.urls import canonical
from etl.extract.repeated import VERSION as REPEATED
from etl.findings import TABLES, found_rows
from etl.io.inbox import SOURCE_ID as INBOX
from etl.io.staging import Row
from etl.link.linker import Linker
from etl.model import Article, Outcome, Page
from etl.prints import TABLES as PRINTS
from etl.prints import printed_rows, version_rows
from etl.text.letters import display, fold

_ID_LENGTH = 16


def staged_rows(  # noqa: PLR0913 - all that a source's day is made of
    articles: Iterable[tuple[Page, Article]],
    outcomes: Iterable[Outcome],
    *,
    day: date,
    zone: ZoneInfo,
    learned: Mapping[int, int],
    linker: Linker,
    source_country: str,
    earlier: Iterable[tuple[Page, Article]] = (),
    deletions: Iterable[Page] = (),
) -> dict[str, list[Row]]:
    """Return the rows of a source's day by table; `zone` is that of the times which the source prints.

    `source_country` (alpha-2, or "") is what a body named without its country may belong to. `earlier` are
    readings that later ones of the same address replace, `deletions` answers that an article is gone.
    """
    rows: dict[str, list[Row]] = {table: [] for table in ("article", *TABLES, *PRINTS, "boilerplate")}
    for page, article in articles:
        row = _article_row(page, article, day, zone)
        rows["article"].append(row)
        for table, found in found_rows(row, linker, source_country):
            rows[table].append(found)
        for table, found in printed_rows(row):
            rows[table].append(found)
        rows["boilerplate"].extend(
            {
                "article_id": row["article_id"],
                "line": block.line,
                "rule": block.rule,
                "evidence": block.evidence,
                "text": block.text,
            }
            for block in article.dropped
        )
    rows["version"] = list(
        version_rows(
            [*(_article_row(page, article, day, zone) for page, article in earlier), *rows["article"]],
            (_fetched(page, day) for page in deletions),
        )
    )
    counted = tuple(outcomes)
    rows["repeated"] = [
        {"source_id": counted[0].source_id, "version": REPEATED, "block_hash": found, "page_count": count}
        for found, count in learned.items()
    ]
    rows["outcome"] = [{**_key(each), **counts(each)} for each in counted]
    rows["drop"] = [
        {**_key(each), "url": drop.url, "reason": drop.reason.value, "detail": drop.detail}
        for each in counted
        for drop in each.drops
    ]
    return rows


def text_hash(article: Article) -> str:
    """Return one hash for the spellings of one text: 16 hex digits of SHA-256 over its search form."""
    return hashlib.sha256(fold(f"{article.title or ''}\n{article.body}").encode()).hexdigest()[:_ID_LENGTH]


def counts(outcome: Outcome) -> dict[str, int]:
    """Return the counts of an outcome, by the names of their columns."""
    return {"in_count": outcome.in_count, "out_count": outcome.out_count, "drop_count": len(outcome.drops)}


def _article_row(page: Page, article: Article, day: date, zone: ZoneInfo) -> Row:
    """Return the staged row of an article: display text, and the day that it belongs to."""
    published = article.published_at
    body = display(article.body)
    return {
        "article_id": _article_id(page),
        "source_id": page.source_id,
        "url": page.url,
        "news_date": published.astimezone(zone).date() if published else day,
        "collected_date": day,
        "collected_at": page.fetched_at,
        "published_at": published,
        "language": article.language,
        "title": _displayed(article.title),
        "section": _displayed(article.section),
        "author": _displayed(article.author),
        "attribution": _displayed(article.attribution),
        "tags": [display(tag) for tag in article.tags],
        "captions": [display(caption) for caption in article.captions],
        "body": body,
        "word_count": len(body.split()),
        "text_hash": text_hash(article),
        "warc_file": page.warc_file,
        "warc_offset": page.warc_offset,
    }


def _fetched(page: Page, day: date) -> Row:
    """Return what is known of an article by an answer alone."""
    return {
        "article_id": _article_id(page),
        "source_id": page.source_id,
        "collected_date": day,
        "collected_at": page.fetched_at,
    }


def _displayed(text: str | None) -> str | None:
    return None if text is None else display(text)


def _article_id(page: Page) -> str:
    """Return an article's stable id: 16 hex digits (64 bits) of SHA-256 over source and address."""
    address = page.url if page.source_id == INBOX else canonical(page.url)
    return hashlib.sha256(f"{page.source_id}\n{address}".encode()).hexdigest()[:_ID_LENGTH]


def _key(outcome: Outcome) -> Row:
    return {"news_date": outcome.news_date, "source_id": outcome.source_id, "stage": outcome.stage}
