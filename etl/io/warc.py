"""WARC file to records, whole ones only. Reads what any tool wrote: gzip, zstd or plain.

A torn last record (a killed writer, a broken download) is never given out: the records before it
come first, then `TornWarcError` says so, and the caller decides whether that is a drop or a crash.
"""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

_CHUNK = 1 << 20
_GZIP_MAGIC = b"\x1f\x8b"
_GZIP_WINDOW = 31
"""zlib's window bits for a gzip member (zlib manual, inflateInit2)."""
KIND_FIELD = "Rasad-Kind"
KEY_FIELD = "Rasad-Key"
"""Fields of our own; WARC 1.1, section 4, lets readers pass over those that they do not know."""


class TornWarcError(Exception):
    """The file ends inside a record, or holds bytes that are no WARC record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WarcDocument:
    """One record that holds a document: a fetched response, or a resource.

    `status` is the HTTP status, None for a resource; `content` is the payload without transfer and
    content encoding, and holds at most `limit` + 1 bytes of it, so that a caller can see an excess.
    `kind` and `key` are what this project notes in its own records, empty in those of others; `offset`
    is the byte at which the record begins; `headers` are those of HTTP.
    """

    url: str
    content_type: str
    content: bytes
    status: int | None
    fetched_at: datetime
    kind: str = ""
    key: str = ""
    digest: str = ""
    offset: int = 0
    headers: tuple[tuple[str, str], ...] = ()


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
        if held is not None and _is_whole_member(path, position):
            # What is torn comes after the document: its request.
            yield held
        msg = f"the record at byte {position} or the one after it is not complete"
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
        kind=record.headers.get(KIND_FIELD) or "",
        key=record.headers.get(KEY_FIELD) or "",
        digest=record.headers.get("WARC-Payload-Digest") or "",
        offset=record.stream_pos,
        headers=tuple(headers.items()) if headers else (),
    )


def stream_record(path: Path, offset: int) -> Iterator[bytes]:
    """Yield the payload of the record that begins at a byte, piece by piece, however large it is."""
    with path.open("rb") as stream:
        stream.seek(offset)
        for record in ArchiveIterator(stream, auto_decode="all"):
            while piece := record.reader.read(_CHUNK):
                yield piece
            return


def read_record(path: Path, offset: int, *, limit: int) -> WarcDocument:
    """Return the record that begins at a byte. Raises TornWarcError where none does."""
    with path.open("rb") as stream:
        stream.seek(offset)
        for record in ArchiveIterator(stream, auto_decode="all"):
            return replace(_document(record, limit), offset=offset)
    msg = f"{path}: no record begins at byte {offset}"
    raise TornWarcError(msg)


def whole_length(path: Path) -> int:
    """Return how many bytes of a gzip file are whole members: what a killed writer left before its last.

    Cutting the file there makes it one that every tool reads to its end.
    """
    whole = 0
    position = 0
    member = zlib.decompressobj(_GZIP_WINDOW)
    with path.open("rb") as stream:
        while rest := stream.read(_CHUNK):
            position += len(rest)
            while rest:
                try:
                    member.decompress(rest, _CHUNK)
                except zlib.error:
                    return whole
                rest = member.unused_data if member.eof else member.unconsumed_tail
                if member.eof:
                    whole = position - len(rest)
                    member = zlib.decompressobj(_GZIP_WINDOW)
    return whole


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


def _is_whole_member(path: Path, position: int) -> bool:
    """Say whether a whole gzip member, one record's own, begins at a byte."""
    member = zlib.decompressobj(_GZIP_WINDOW)
    with path.open("rb") as stream:
        stream.seek(position)
        rest = b""
        while not member.eof and (rest or (rest := stream.read(_CHUNK))):
            try:
                member.decompress(rest, _CHUNK)
            except zlib.error:
                return False
            rest = member.unconsumed_tail
    return member.eof


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
