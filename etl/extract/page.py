"""Page to Article or Drop: what kind of document it is, its text, and the reader for it. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta, tzinfo
from pathlib import PurePath
from typing import TYPE_CHECKING

from etl.extract.decoding import decode
from etl.model import Article, BlockKind, Drop, DropReason, Page
from etl.sources.platforms import Layout
from etl.text.dates import read_date

if TYPE_CHECKING:
    from etl.extract.html import Extraction

_HEAD_BYTES = 4096
_MAGIC = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive (also DOCX, XLSX, ODT)",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"\x1f\x8b": "a gzip file",
    b"\x7fELF": "a program",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7z archive",
}
_LEAST_SPACES = 0.03
_FURNITURE = 0.8
_LATER = timedelta(days=401)
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_HTML_HEADS = (
    b"<!doctype html",
    b"<html",
    b"<head",
    b"<body",
    b"<?xml",
    b"<meta",
    b"<div",
    b"<article",
    b"<!--",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a page turned out to be, and the body and language that were read even where it is a drop.

    `page` is all that was read of an HTML page: its kind, how it was decoded, and every statement of
    its own data with where it stood; None for a saved text.
    """

    outcome: Article | Drop
    body: str
    language: str | None
    page: "Extraction | None" = None


def learn_repeated(pages: Iterable[Page], zone: tzinfo, layouts: tuple[Layout, ...]) -> dict[int, int]:
    """Return the blocks that nearly all of a source's pages repeat: block hash → number of distinct pages.

    The order of the pages does not matter. What nearly every page shows is furniture; what some
    of them share may be the stock phrase of a desk, which belongs to its articles.
    """
    from etl.extract.html import extract
    from etl.extract.repeated import learn, page_hashes

    read = {
        page.url: extract(page, zone=zone, layouts=layouts).blocks for page in pages if not _is_text(page)
    }
    counts = learn((url, page_hashes(block.text for block in blocks)) for url, blocks in read.items())
    return {found: count for found, count in counts.items() if count >= _FURNITURE * len(read)}


def read_page(
    page: Page,
    zone: tzinfo,
    *,
    layouts: tuple[Layout, ...] = (),
    learned: Mapping[int, int] | None = None,
) -> Reading:
    """Return the article of a page, or the reason why it has none.

    `zone` is the zone of the source's local times, `layouts` those of its site family,
    `learned` what `learn_repeated` counted over its pages. What is given is read as what it is, not as what
    its name says: a PDF named .txt is binary.
    """
    if not page.content.strip():
        return _dropped(page, DropReason.EMPTY, f"{len(page.content)} bytes, none of them text")
    if found := _binary(page.content):
        return _dropped(page, DropReason.BINARY, f"{page.content_type or 'a document'} that is {found}")
    if not _is_text(page):
        from etl.extract.html import (
            extract,  # a saved text needs none of it, and it costs a third of the start
        )

        read = extract(page, zone=zone, layouts=layouts, learned=learned)
        return Reading(outcome=read.outcome, body=read.body, language=read.language, page=read)
    text = decode(page.content, page.content_type).text
    from etl.extract.text import read_text

    result = read_text(text, source_id=page.source_id, url=page.url)
    if isinstance(result, Drop):
        return Reading(outcome=result, body="", language=None)
    result = replace(result, published_at=_published(result, page.fetched_at, zone))
    return Reading(outcome=result, body=result.body, language=result.language)


def _published(article: Article, found_at: datetime, zone: tzinfo) -> datetime | None:
    """Return the time that a saved text states in full, or None.

    When the text was saved is not known, so a date that depends on the day of reading ("three hours
    ago", a day without its year) says nothing: it is read twice, against two days, and must not move.
    """
    for block in article.dropped:
        if block.kind is BlockKind.PUBLISHED:
            now, later = (
                read_date(block.text, reference=each, zone=zone) for each in (found_at, found_at + _LATER)
            )
            if now.date is not None and (now.date, now.instant) == (later.date, later.instant):
                return now.instant or datetime.combine(now.date, time.min, zone)
    return None


def _is_text(page: Page) -> bool:
    return page.content_type.lower().startswith("text/plain")


def content_type_of(name: str, content: bytes) -> str:
    """Return the media type of a document by its name, else by its first bytes."""
    suffix = PurePath(name).suffix.lower()
    if suffix in {".html", ".htm", ".xhtml"}:
        return "text/html"
    if suffix == ".txt":
        return "text/plain"
    head = content[:_HEAD_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "text/html" if head.startswith(_HTML_HEADS) or b"<html" in head else "text/plain"


def _binary(content: bytes) -> str | None:
    """Return what binary thing the bytes are, or None where they can be text."""
    for magic, name in _MAGIC.items():
        if content.startswith(magic):
            return name
    head = content[:_HEAD_BYTES]
    if b"\x00" in head and not head.startswith(_UTF16_MARKS) and not _looks_like_utf16(head):
        return "binary: it holds zero bytes"
    return None


def _looks_like_utf16(head: bytes) -> bool:
    """Say whether zero bytes stand on one side of the pairs only, and often: the spaces' other halves."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return min(even, odd) == 0 and max(even, odd) > len(head) * _LEAST_SPACES / 2


def _dropped(page: Page, reason: DropReason, detail: str) -> Reading:
    drop = Drop(reason=reason, detail=detail, url=page.url, source_id=page.source_id)
    return Reading(outcome=drop, body="", language=None)
