"""Chunks of a sitemap or an index of sitemaps to entries and children, streamed. Pure.

A sitemap of a million addresses is read in the memory of one: chunks go in, entries come out, and
what was read is forgotten. Compressed or not is seen from the bytes, never from the name or a header.
"""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from urllib.parse import urljoin

from etl.discover.faults import BombError, NotASitemapError
from etl.discover.sitemap_markup import Fields, Markup
from etl.discover.times import Stated, latest, read_time
from etl.model import Entry, Sitemap, Strategy

MAX_BYTES = 1 << 30
"""After decompression. The protocol allows 50 MB and 50,000 addresses a file; large sites write more."""
_CHUNK = 1 << 16
_GZIP = b"\x1f\x8b"
_GZIP_WINDOW = 16 + zlib.MAX_WBITS
_LONGEST_URL = 8_192


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """One sitemap that an index names; `modified_at` is the latest instant that its lastmod allows."""

    url: str
    modified_at: datetime | None = None


def _opened(chunks: Iterable[bytes], name: str) -> Iterator[bytes]:
    """Yield the sitemap's own bytes, decompressed piece by piece and counted."""
    total = 0
    for piece in _plain(iter(chunks), name):
        total += len(piece)
        if total > MAX_BYTES:
            msg = f"{name}: more than {MAX_BYTES} bytes"
            raise BombError(msg)
        yield piece


def _plain(chunks: Iterator[bytes], name: str) -> Iterator[bytes]:
    begin = b""
    for chunk in chunks:
        begin += chunk
        if len(begin) >= len(_GZIP):
            break
    if not begin.startswith(_GZIP):
        return _chain(begin, chunks)
    return _inflated(_chain(begin, chunks), name)


def _inflated(chunks: Iterator[bytes], name: str) -> Iterator[bytes]:
    """Yield what compressed chunks hold, never more than a piece at a time; members may follow each other."""
    inflate = zlib.decompressobj(_GZIP_WINDOW)
    for chunk in chunks:
        rest = chunk
        while rest:
            if inflate.eof:
                # Padding of zeros after the last member is common, and no member.
                rest = rest.lstrip(b"\0")
                inflate = zlib.decompressobj(_GZIP_WINDOW) if rest else inflate
                continue
            try:
                piece = inflate.decompress(rest, _CHUNK)
            except zlib.error as error:
                msg = f"{name}: broken compression ({error})"
                raise NotASitemapError(msg) from error
            rest = inflate.unused_data if inflate.eof else inflate.unconsumed_tail
            if piece:
                yield piece


def _pieces(body: bytes | Iterable[bytes]) -> Iterable[bytes]:
    if isinstance(body, bytes):
        return (body[start : start + _CHUNK] for start in range(0, len(body), _CHUNK))
    return body


def read_sitemap(
    body: bytes | Iterable[bytes], spec: Sitemap, *, source_id: str, zone: tzinfo, url: str | None = None
) -> Iterator[Entry | Child]:
    """Yield the entries of a sitemap, or the children of an index, as the bytes come in.

    `url` is the address that was fetched, if it is not the spec's own: a child's, or one of a day.
    Raises NotASitemapError for what is neither, BombError for entity declarations and endless bodies;
    either may come after some entries, which stand. A body that is cut off gives what it has.
    """
    name = url or spec.url
    pieces = _opened(_pieces(body), name)
    begin = b""
    for piece in pieces:
        begin += piece
        if begin.strip():
            break
    reader = _Reader(name=name, spec=spec, source_id=source_id, zone=zone)
    if _is_text(begin):
        yield from reader.lines(begin, pieces)
        return
    markup = Markup(name)
    for piece in _chain(begin, pieces):
        for fields in markup.feed(piece):
            yield from reader.item(fields)
    markup.close()


def _is_text(begin: bytes) -> bool:
    """Whether it is the protocol's plain form: one address a line."""
    return begin.removeprefix(b"\xef\xbb\xbf").lstrip()[:4].lower() == b"http"


def _chain(begin: bytes, chunks: Iterator[bytes]) -> Iterator[bytes]:
    yield begin
    yield from chunks


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """What turns the fields of one sitemap into entries and children."""

    name: str
    spec: Sitemap
    source_id: str
    zone: tzinfo

    def lines(self, begin: bytes, pieces: Iterator[bytes]) -> Iterator[Entry]:
        """Yield the addresses of a plain list."""
        rest = b""
        for piece in _chain(begin.removeprefix(b"\xef\xbb\xbf"), pieces):
            *lines, rest = (rest + piece).split(b"\n")
            if len(rest) > _LONGEST_URL:
                msg = f"{self.name}: no sitemap; a line of more than {_LONGEST_URL} bytes"
                raise NotASitemapError(msg)
            for line in lines:
                yield from self._entry({"loc": line.decode("utf-8", "replace").strip()})
        yield from self._entry({"loc": rest.decode("utf-8", "replace").strip()})

    def item(self, fields: Fields) -> Iterator[Entry | Child]:
        """Yield what one <url> or <sitemap> says, if it has an address."""
        if fields[""] == "url":
            yield from self._entry(fields)
            return
        address = self._address(fields.get("loc", ""))
        if address:
            yield Child(url=address, modified_at=latest(self._time(fields.get("lastmod", "")), self.zone))

    def _time(self, text: str) -> Stated:
        return read_time(text, self.zone) if text else Stated()

    def _address(self, text: str) -> str | None:
        if not text or len(text) > _LONGEST_URL:
            return None
        try:
            address = text if text.startswith(("https://", "http://")) else urljoin(self.name, text)
        except ValueError:
            return None
        return address if address.startswith(("https://", "http://")) else None

    def _entry(self, fields: Fields) -> Iterator[Entry]:
        address = self._address(fields.get("loc", ""))
        if address is None:
            return
        published = self._time(fields.get("news:publication_date", ""))
        yield Entry(
            url=address,
            source_id=self.source_id,
            found_by=(Strategy.NEWS_SITEMAP if self.spec.is_news else Strategy.SITEMAP,),
            published_at=published.at,
            published_on=published.on,
            modified_at=latest(self._time(fields.get("lastmod", "")), self.zone),
            title=" ".join(fields.get("news:title", "").split()) or None,
        )
