"""Chunks as a server sent them to a body of bounded size, decompressed piece by piece.

A body may be longer than memory (a sitemap of a million addresses), so it lies in a temporary file
beyond some megabytes. The limit holds for what comes in and for what it unpacks to.
"""

import base64
import hashlib
import zlib
from collections.abc import Iterable, Iterator
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import IO, Self

from etl.io.web_faults import RefusedError, TransientError
from etl.model import DropReason

CHUNK = 1 << 16
_IN_MEMORY = 4 << 20
_GZIP = b"\x1f\x8b"
_GZIP_WINDOW = 16 + zlib.MAX_WBITS


class Body:
    """A received body, without transfer and content encoding; it is given back with `close`."""

    def __init__(self) -> None:
        """Begin empty."""
        self._file: IO[bytes] = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed by `close`
        self._hash = hashlib.sha1(usedforsecurity=False)
        self.size = 0

    def __enter__(self) -> Self:
        """Hold the body for a block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the body back."""
        self.close()

    def append(self, piece: bytes) -> None:
        """Add a piece."""
        self._file.write(piece)
        self._hash.update(piece)
        self.size += len(piece)

    @property
    def digest(self) -> str:
        """The WARC-style digest of the payload: `sha1:` and 32 letters of base 32 (WARC 1.1, 5.9)."""
        return "sha1:" + base64.b32encode(self._hash.digest()).decode()

    def stream(self) -> IO[bytes]:
        """Return the file, at its beginning."""
        self._file.seek(0)
        return self._file

    def read(self) -> bytes:
        """Return the whole body."""
        return self.stream().read()

    def chunks(self) -> Iterator[bytes]:
        """Yield the body piece by piece."""
        stream = self.stream()
        while piece := stream.read(CHUNK):
            yield piece

    def close(self) -> None:
        """Give memory and disk back."""
        self._file.close()


def receive(chunks: Iterable[bytes], encoding: str, *, limit: int, url: str) -> Body:
    """Return a body of at most `limit` bytes, in and out.

    Raises RefusedError beyond the limit or for an encoding that was not asked for, and TransientError
    where a compressed body ends too early.
    """
    body = Body()
    try:
        for piece in _decoded(_limited(chunks, limit, url), encoding.strip().lower(), url):
            body.append(piece)
            _require_within(body.size, limit, url)
    except BaseException:
        body.close()
        raise
    return body


def _require_within(size: int, limit: int, url: str) -> None:
    if size > limit:
        raise RefusedError(DropReason.TOO_LARGE, f"{url}: more than {limit} bytes")


def _limited(chunks: Iterable[bytes], limit: int, url: str) -> Iterator[bytes]:
    total = 0
    for chunk in chunks:
        total += len(chunk)
        _require_within(total, limit, url)
        if chunk:
            yield chunk


def _decoded(chunks: Iterator[bytes], encoding: str, url: str) -> Iterator[bytes]:
    """Undo the content encoding that the header names, as far as the bytes bear it out."""
    if encoding in {"", "identity"}:
        yield from chunks
        return
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        detail = f"{url}: content encoding {encoding!r}, which was not asked for"
        raise RefusedError(DropReason.UNREADABLE, detail)
    first = next(chunks, b"")
    while 0 < len(first) < len(_GZIP) and (more := next(chunks, b"")):
        first += more
    if encoding != "deflate" and not first.startswith(_GZIP):
        # Some proxies unpack a body and leave the header.
        yield first
        yield from chunks
        return
    yield from _inflated(
        _chain(first, chunks), _GZIP_WINDOW if encoding != "deflate" else _deflate_window(first), url
    )


def _deflate_window(first: bytes) -> int:
    """Tell zlib's wrapping from the bare stream that some servers call deflate (RFC 1950, 2.2)."""
    is_wrapped = (
        len(first) > 1 and first[0] & 0x0F == zlib.DEFLATED and int.from_bytes(first[:2], "big") % 31 == 0
    )
    return zlib.MAX_WBITS if is_wrapped else -zlib.MAX_WBITS


def _inflated(chunks: Iterable[bytes], window: int, url: str) -> Iterator[bytes]:
    inflate = zlib.decompressobj(window)
    for chunk in chunks:
        rest = chunk
        while rest:
            if inflate.eof:
                if window != _GZIP_WINDOW or not rest.startswith(_GZIP):
                    return  # what follows a whole body is padding
                inflate = zlib.decompressobj(window)
            try:
                piece = inflate.decompress(rest, CHUNK)
            except zlib.error as error:
                msg = f"{url}: broken compression ({error})"
                raise TransientError(msg) from error
            rest = inflate.unused_data if inflate.eof else inflate.unconsumed_tail
            if piece:
                yield piece
    if not inflate.eof:
        msg = f"{url}: the compressed body ends too early"
        raise TransientError(msg)


def _chain(first: bytes, chunks: Iterable[bytes]) -> Iterator[bytes]:
    if first:
        yield first
    yield from chunks
