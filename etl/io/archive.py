"""Page to WARC record and back: the raw tier, from which everything later can be made again.

One file per source, news day and collecting run, one gzip member per record, so that a run that is
killed at any byte leaves whole records behind: the reader takes them and stops at the torn one.
"""

import base64
import fcntl
import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from warcio.warcwriter import WARCWriter

from etl.io.exchange import Kind, records, warc_date
from etl.io.files import replacing
from etl.io.warc import TornWarcError, WarcDocument, read_warc, whole_length
from etl.io.web_answer import Answer
from etl.model import Page

SOFTWARE = "rasad"
_MAX_COMPRESSION = 1100
"""DEFLATE packs at most 1032 to 1 (zlib manual, "Maximum Compression Factor"): no archived page is cut."""


class Place(NamedTuple):
    """Where a record lies: the file's path below the archive, and the byte at which the record begins."""

    file: str
    offset: int


def payload_digest(content: bytes) -> str:
    """Return the WARC-style digest of a payload: `sha1:` and 32 letters of base 32 (WARC 1.1, 5.9)."""
    return "sha1:" + base64.b32encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode()


class Archive:
    """The WARC files below one folder, addressed by source and news day."""

    def __init__(self, root: Path) -> None:
        """Take the folder; it is made when the first page is written."""
        self.root = root

    def day_dir(self, source_id: str, day: date) -> Path:
        """Return the folder of one source's news day, whether it exists or not."""
        return self.root / source_id / day.isoformat()

    def days(self, source_id: str) -> tuple[date, ...]:
        """Return the news days for which something of the source was collected, oldest first."""
        names = sorted(each.name for each in (self.root / source_id).glob("????-??-??"))
        return tuple(date.fromisoformat(name) for name in names)

    def pages(self, source_id: str, day: date) -> Iterator[Page]:
        """Yield the pages of a news day in the order in which they were archived: no listings, no deletions."""
        for path in sorted(self.day_dir(source_id, day).glob("*.warc.gz")):
            yield from _whole_pages(source_id, path, path.relative_to(self.root).as_posix())

    def deletions(self, source_id: str, day: date) -> Iterator[WarcDocument]:
        """Yield the answers by which a server said that a page of a news day is gone."""
        for path in sorted(self.day_dir(source_id, day).glob("*.warc.gz")):
            yield from (each for each in whole_documents(path) if each.kind == Kind.DELETION)

    def files(self, source_id: str) -> Iterator[Path]:
        """Yield every WARC file of a source, oldest day first."""
        yield from sorted((self.root / source_id).glob("????-??-??/*.warc.gz"))

    def repair(self, path: Path) -> None:
        """Cut off the torn record that a killed run has left, so that every tool reads the file to its end.

        Only for a file whose source is locked: nobody is writing it.
        """
        length = whole_length(path)
        if length == 0:
            path.unlink()
        elif length < path.stat().st_size:
            with path.open("r+b") as stream:
                stream.truncate(length)

    def known(self, source_id: str) -> dict[tuple[str, str], date]:
        """Return (url, payload digest) → first news day, for all that is archived of a source.

        This is what keeps a document from being archived again on a later night.
        """
        known: dict[tuple[str, str], date] = {}
        for day in self.days(source_id):
            for path in sorted(self.day_dir(source_id, day).glob("*.warc.gz")):
                for url, digest in _index(path):
                    known.setdefault((url, digest), day)
        return known

    @contextmanager
    def locked(self, source_id: str) -> Iterator[None]:
        """Hold a source for one collecting run, so that two days at once do not take one document twice.

        The operating system lets go of the lock when the process dies, however it dies.
        """
        folder = self.root / source_id
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    @contextmanager
    def writer(self, source_id: str, day: date) -> Iterator["ArchiveWriter"]:
        """Give a writer for one run; a run that writes nothing leaves no file."""
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        name = f"{source_id}-{day.isoformat()}-{stamp}.warc.gz"
        writer = ArchiveWriter(self.day_dir(source_id, day) / name, self.root)
        try:
            yield writer
        finally:
            writer.close()


class ArchiveWriter:
    """Appends pages to one WARC file, made with the first page."""

    def __init__(self, path: Path, root: Path) -> None:
        """Take the file's path and the archive's; nothing is opened yet."""
        self._path = path
        self._root = root
        self._writer: WARCWriter | None = None
        self._rows: list[str] = []

    @property
    def file(self) -> str:
        """The file's path below the archive."""
        return self._path.relative_to(self._root).as_posix()

    @property
    def size(self) -> int | None:
        """How many bytes are written; None where nothing is."""
        return None if self._writer is None else self._file.tell()

    def write(self, page: Page) -> None:
        """Append one page as a resource record and push it to disk."""
        writer = self._open()
        record = writer.create_warc_record(
            page.url,
            "resource",
            payload=BytesIO(page.content),
            warc_content_type=page.content_type,
            warc_headers_dict={
                "WARC-Date": warc_date(page.fetched_at),
                "WARC-Payload-Digest": payload_digest(page.content),
            },
        )
        offset = self._file.tell()
        writer.write_record(record)
        self._file.flush()
        self._rows.append(
            _row(
                url=page.url, digest=payload_digest(page.content), kind=Kind.PAGE.value, key="", status=None,
                fetched_at=page.fetched_at, content_type=page.content_type, offset=offset,
            )
        )  # fmt: skip

    def write_answer(self, answer: Answer, kind: Kind, key: str) -> Place:
        """Append what a server answered, with the request, and push it to disk; return where it begins."""
        writer = self._open()
        place = Place(self.file, self._file.tell())
        for record in records(writer, answer, kind, key):
            writer.write_record(record)
        self._file.flush()
        self._rows.append(
            _row(
                url=answer.url, digest=answer.body.digest, kind=kind.value, key=key, status=answer.status,
                fetched_at=answer.fetched_at, content_type=answer.header("Content-Type"), offset=place.offset,
            )
        )  # fmt: skip
        return place

    def _open(self) -> WARCWriter:
        if self._writer is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("xb")
            self._writer = WARCWriter(self._file, gzip=True, warc_version="WARC/1.1")
            self._writer.write_record(
                self._writer.create_warcinfo_record(
                    self._path.name, {"software": SOFTWARE, "format": "WARC File Format 1.1"}
                )
            )
        return self._writer

    def close(self) -> None:
        """Close the file and write its index."""
        if self._writer is not None:
            self._file.close()
            _put_index(self._path, self._rows)


def whole_documents(path: Path) -> Iterator[WarcDocument]:
    """Yield the documents of a file, up to the torn record that a killed run may have left."""
    try:
        yield from read_warc(path, limit=path.stat().st_size * _MAX_COMPRESSION)
    except TornWarcError:
        return


def _whole_pages(source_id: str, path: Path, name: str) -> Iterator[Page]:
    for each in whole_documents(path):
        if each.kind in {"", Kind.PAGE}:
            yield Page(
                source_id=source_id,
                url=each.url,
                content=each.content,
                content_type=each.content_type,
                fetched_at=each.fetched_at.astimezone(UTC),
                warc_file=name,
                warc_offset=each.offset,
            )


def _index(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (url, payload digest) of a file, from its index or, where a kill left none, from the file."""
    if not _index_path(path).exists():
        _write_index(path)
    for line in _index_path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row["url"], row["digest"]


def _index_path(path: Path) -> Path:
    return path.with_name(path.name.removesuffix(".warc.gz") + ".index.jsonl")


def _write_index(path: Path) -> None:
    """Make the index of a file that was left without one."""
    rows = (
        _row(
            url=each.url, digest=each.digest or payload_digest(each.content), kind=each.kind or Kind.PAGE.value,
            key=each.key, status=each.status, fetched_at=each.fetched_at, content_type=each.content_type,
            offset=each.offset,
        )
        for each in whole_documents(path)
    )  # fmt: skip
    _put_index(path, rows)


def _put_index(path: Path, rows: Iterable[str]) -> None:
    with replacing(_index_path(path)) as temporary, temporary.open("w", encoding="utf-8") as out:
        out.writelines(rows)


def _row(  # noqa: PLR0913 - all that one needs
    *,
    url: str,
    digest: str,
    kind: str,
    key: str,
    status: int | None,
    fetched_at: datetime,
    content_type: str,
    offset: int,
) -> str:
    """Return a line of the index: what a record is, and the byte at which it begins."""
    row = {
        "url": url, "digest": digest, "kind": kind, "key": key, "status": status,
        "fetched_at": warc_date(fetched_at), "content_type": content_type, "offset": offset,
    }  # fmt: skip
    return json.dumps(row, ensure_ascii=False) + "\n"
