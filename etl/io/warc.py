"""WARC file to records, whole ones only. Reads what any tool wrote: gzip, zstd or plain.

A torn last record (a killed writer, a broken download) is never given out: the records before it
come first, then `TornWarcError` says so, and the caller decides whether that is a drop or a crash.
"""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

_CHUNK = 1 << 20
_GZIP_MAGIC = b"\x1f\x8b"
_GZIP_WINDOW = 31
"""zlib's window bits for a gzip member (zlib manual, inflateInit2)."""


class TornWarcError(Exception):
    """The file ends inside a record, or holds bytes that are no WARC record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WarcDocument:
    """One record that holds a document: a fetched response, or a resource.

    `status` is the HTTP status, None for a resource; `content` is the payload without transfer and
    content encoding, and holds at most `limit` + 1 bytes of it, so that a caller can see an excess.
    """

    url: str
    content_type: str
    content: bytes
    status: int | None
    fetched_at: datetime


def read_warc(path: Path, *, limit: int) -> Iterator[WarcDocument]:
    """Yield the response and resource records of a file, then raise TornWarcError if its end is torn.

    `limit` bounds the bytes that one record may unpack to, so that a compressed bomb costs no memory.
    """
    kinds = WarcRecordType.response | WarcRecordType.resource
    held: WarcDocument | None = None
    position = 0
    with path.open("rb") as stream:
        try:
            for record in ArchiveIterator(stream, record_types=kinds, auto_decode="all"):
                if held is not None:
                    yield held
                held, position = _document(record, limit), record.stream_pos
        except OSError as error:
            if held is not None:
                yield held
            msg = f"no WARC record can be read after byte {position}: {error}"
            raise TornWarcError(msg) from error
    if _is_torn(path, position):
        msg = f"the record at byte {position} is not complete"
        raise TornWarcError(msg)
    if held is not None:
        yield held


def _document(record: WarcRecord, limit: int) -> WarcDocument:
    headers = record.http_headers if record.is_http_parsed else None
    content_type = headers.get("Content-Type", "") if headers else record.headers.get("Content-Type", "")
    return WarcDocument(
        url=(record.headers.get("WARC-Target-URI") or "").strip("<>"),
        content_type=content_type or "",
        content=record.reader.read(limit + 1),
        status=headers.status_code if headers else None,
        fetched_at=record.record_date,
    )


def _is_torn(path: Path, position: int) -> bool:
    """Say whether the file ends inside the record that begins at `position`."""
    with path.open("rb") as stream:
        stream.seek(position)
        head = stream.read(len(_GZIP_MAGIC))
        stream.seek(position)
        if head == _GZIP_MAGIC:
            return not _ends_with_whole_member(stream.read)
        stream.seek(0)
        if stream.read(len(_GZIP_MAGIC)) == _GZIP_MAGIC:
            stream.seek(0)
            return not _ends_with_whole_member(stream.read)
        # A plain record ends with two line ends (WARC 1.1, section 4).
        size = stream.seek(0, 2)
        stream.seek(max(0, size - 4))
        return size > 0 and stream.read() != b"\r\n\r\n"


def _ends_with_whole_member(read: Callable[[int], bytes]) -> bool:
    member = zlib.decompressobj(_GZIP_WINDOW)
    rest = b""
    while rest or (rest := read(_CHUNK)):
        if member.eof:
            member = zlib.decompressobj(_GZIP_WINDOW)
        try:
            member.decompress(rest, _CHUNK)
        except zlib.error:
            return False
        rest = member.unused_data or member.unconsumed_tail
    return member.eof
