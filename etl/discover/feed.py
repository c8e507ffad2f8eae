"""Bytes of an RSS, Atom or JSON feed to entries. Pure.

fastfeedparser reads what is well-formed and states its zones; feedparser, forty times slower, what
is broken, and what states local times, because only it hands back a time as it was written.
"""

import io
import re
from datetime import datetime, tzinfo
from html import unescape
from typing import Any
from urllib.parse import urljoin

import fastfeedparser
import feedparser

from etl.discover.faults import BombError, NotAFeedError
from etl.discover.times import Stated, is_zoned, latest, read_time
from etl.model import Entry, Feed, Strategy

MAX_FEED_BYTES = 20_000_000
_TIME = re.compile(
    rb"<(?:\w+:)?(?:pubDate|published|updated|modified|issued|date)\b[^>/]*>\s*(?:<!\[CDATA\[)?\s*([^<\]]*)",
    re.IGNORECASE,
)
_ENTITY = b"<!ENTITY"
_ITEM = re.compile(rb"<(?:\w+:)?(?:item|entry)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
# Feedburner's link is a redirect; only feedparser hands back the address behind it.
_BEHIND = b"feedburner:origLink"


def read_feed(body: bytes, spec: Feed, *, source_id: str, zone: tzinfo) -> tuple[Entry, ...]:
    """Return the entries of a feed, in its order; items without an address are left out.

    `zone` is the outlet's: times without a zone are its local times. Raises NotAFeedError for what
    is no feed, BombError for entity declarations and for more than MAX_FEED_BYTES.
    """
    if len(body) > MAX_FEED_BYTES:
        msg = f"{spec.url}: a feed of {len(body)} bytes; {MAX_FEED_BYTES} are the most"
        raise BombError(msg)
    if _ENTITY in (body.replace(b"\x00", b"") if b"\x00" in body[:400] else body):
        msg = f"{spec.url}: a feed that declares entities"
        raise BombError(msg)
    items = _fast(body) if _is_plain(body, spec) else None
    items = _forgiving(body, spec) if items is None else items
    entries = []
    for item in items:
        link = _link(item, spec.url)
        if link:
            entries.append(_entry(item, link, spec, source_id=source_id, zone=zone))
    return tuple(entries)


def _is_plain(body: bytes, spec: Feed) -> bool:
    """Whether the fast reader loses nothing: every time states its zone, no address is hidden."""
    if spec.is_local_time or _BEHIND in body:
        return False
    return all(is_zoned(found.decode("latin-1").strip()) for found in _TIME.findall(body) if found.strip())


def _fast(body: bytes) -> list[dict[str, Any]] | None:
    """Read a well-formed feed; None where the forgiving reader should try."""
    try:
        read = fastfeedparser.parse(
            body, include_content=False, include_tags=False, include_media=False, include_enclosures=False
        )
    # The reader raises what its parts raise on bytes that are no feed: ValueError of its own and of
    # lxml, KeyError, LookupError for an unknown encoding, RecursionError for a deep tree.
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, SyntaxError):
        return None
    items: list[dict[str, Any]] = list(read.get("entries") or ())
    return None if not items and _ITEM.search(body) else items


def _forgiving(body: bytes, spec: Feed) -> list[dict[str, Any]]:
    """Read a broken feed. Raises NotAFeedError where there is none in it."""
    try:
        # A file object, never the bytes: feedparser would take these for a file's name.
        read = feedparser.parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError) as error:
        msg = f"{spec.url}: no feed ({type(error).__name__}: {error})"
        raise NotAFeedError(msg) from error
    if not read.entries and not read.get("version"):
        begin = body[:80].decode("utf-8", "replace").strip()
        msg = f"{spec.url}: no feed; it begins with {begin!r}"
        raise NotAFeedError(msg)
    return list(read.entries)


def _link(item: dict[str, Any], base: str) -> str | None:
    """Return the address of an item's page: its link, or an id that is one."""
    candidates = [item.get("feedburner_origlink"), item.get("link")]
    candidates += [
        each.get("href") for each in item.get("links") or () if each.get("rel", "alternate") == "alternate"
    ]
    candidates.append(item.get("id"))
    for candidate in candidates:
        text = candidate.strip() if isinstance(candidate, str) else ""
        if not text:
            continue
        try:
            address = text if text.startswith(("http://", "https://")) else urljoin(base, text)
        except ValueError:
            continue
        if address.startswith(("http://", "https://")) and (candidate is not item.get("id") or "://" in text):
            return address
    return None


def _time(item: dict[str, Any], names: tuple[str, ...], spec: Feed, zone: tzinfo) -> Stated:
    for name in names:
        # Not item.get: feedparser's own answers a missing `updated` with the published time.
        text = dict.get(item, name)
        if isinstance(text, str) and text.strip():
            return read_time(text, zone, is_local_time=spec.is_local_time)
    return Stated()


def _entry(item: dict[str, Any], link: str, spec: Feed, *, source_id: str, zone: tzinfo) -> Entry:
    published = _time(item, ("published", "created", "date"), spec, zone)
    updated = _time(item, ("updated", "modified"), spec, zone)
    if published == Stated():
        published = updated
    modified: datetime | None = latest(updated, zone)
    return Entry(
        url=link,
        source_id=source_id,
        found_by=(Strategy.FEED,),
        published_at=published.at,
        published_on=published.on,
        modified_at=modified,
        title=_plain(item.get("title")),
    )


def _plain(title: object) -> str | None:
    """Return a title as text: feeds escape it once, twice or not at all."""
    if not isinstance(title, str):
        return None
    text = " ".join(unescape(_TAG.sub(" ", unescape(title))).split())
    return text or None
