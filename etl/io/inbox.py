"""A folder of documents to pages: the door for what people put down by hand.

The folder belongs to its users: nothing in it is moved, changed or deleted. What was taken is noted
per news day beside the archive (`documents.jsonl`), so that a document is taken on one day only, and a
refused one is not refused anew every night.
"""

import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from urllib.parse import quote

from etl.io.archive import Archive, ArchiveWriter, payload_digest
from etl.io.files import replacing
from etl.io.warc import TornWarcError, read_warc
from etl.model import Drop, DropReason, Outcome, Page

SOURCE_ID = "inbox"
_CONTENT_TYPES = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html"}
_WARC_SUFFIXES = (".warc", ".warc.gz")
_LEDGER = "documents.jsonl"
_HTTP_OK = 200
_TEXT_TYPES = ("text/html", "application/xhtml+xml", "text/plain")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file of the inbox as it was found, and what became of it.

    `size` in bytes and `mtime_ns` tell whether the file is still the one that was taken.
    """

    name: str
    size: int
    mtime_ns: int
    drops: tuple[Drop, ...] = ()

    @property
    def is_final(self) -> bool:
        """Whether the file is done with: one that was being written is looked at again."""
        return all(drop.reason is not DropReason.BEING_WRITTEN for drop in self.drops)

    @property
    def fingerprint(self) -> tuple[str, int, int]:
        """What must be equal for a file to be the same file on a later night."""
        return self.name, self.size, self.mtime_ns


class Inbox:
    """The inbox folder and its archive."""

    def __init__(self, folder: Path, archive: Archive, *, max_bytes: int, quiet_seconds: float) -> None:
        """Take the folder, the archive and the limits (see `Settings`)."""
        self._folder = folder
        self._archive = archive
        self._max_bytes = max_bytes
        self._quiet_seconds = quiet_seconds

    def collect(self, day: date, *, most: int | None = None) -> Outcome:
        """Archive under `day` every document that no day has taken yet, `most` at a time if given, and count.

        Raises FileNotFoundError where the folder does not exist: an empty night and a wrong path
        must not look the same.
        """
        if not self._folder.is_dir():
            msg = f"the inbox {self._folder} is no folder; create it, or set RASAD_INBOX to the folder of documents"
            raise FileNotFoundError(msg)
        with self._archive.locked(SOURCE_ID):
            ledger = {each.name: each for each in self._ledger(day) if each.is_final}
            taken = {
                each.fingerprint
                for other in self._archive.days(SOURCE_ID)
                for each in self._ledger(other)
                if each.is_final
            }
            known = self._archive.known(SOURCE_ID)
            with self._archive.writer(SOURCE_ID, day) as writer:
                new = (each for each in self._files() if each.fingerprint not in taken)
                for found in islice(new, most):
                    ledger[found.name] = self._take(found, day, known, writer)
            self._write_ledger(day, ledger.values())
        return self.outcome(day)

    def outcome(self, day: date) -> Outcome:
        """Return what was taken and dropped for a day, as the archive and its ledger hold it."""
        drops = tuple(drop for each in self._ledger(day) for drop in each.drops)
        pages = sum(1 for _ in self._archive.pages(SOURCE_ID, day))
        return Outcome(
            news_date=day,
            source_id=SOURCE_ID,
            stage="collect",
            in_count=pages + len(drops),
            out_count=pages,
            drops=drops,
        )

    def _files(self) -> Iterator[Document]:
        """Yield the folder's files, at any depth, by name; hidden ones are no documents."""
        for path in sorted(self._folder.rglob("*")):
            name = path.relative_to(self._folder)
            if path.is_file() and not any(part.startswith(".") for part in name.parts):
                stat = path.stat()
                yield Document(name=name.as_posix(), size=stat.st_size, mtime_ns=stat.st_mtime_ns)

    def _take(
        self, document: Document, day: date, known: dict[tuple[str, str], date], writer: ArchiveWriter
    ) -> Document:
        """Archive the pages of one file that are new; whatever cannot be a page becomes a drop."""
        drops: list[Drop] = []
        seen: set[tuple[str, str]] = set()
        for page in self._read(document):
            if isinstance(page, Drop):
                drops.append(page)
                continue
            key = page.url, payload_digest(page.content)
            owner = known.get(key)
            if owner is None:
                writer.write(page)
                known[key] = day
            elif key in seen:
                drops.append(
                    _drop(page.url, DropReason.DUPLICATE_PAGE, f"{document.name} holds this page twice")
                )
            elif owner != day:
                drops.append(_drop(page.url, DropReason.DUPLICATE_PAGE, f"already collected for {owner}"))
            seen.add(key)
        return replace(document, drops=tuple(drops))

    def _read(self, document: Document) -> Iterator[Page | Drop]:
        """Yield what a file holds, one page or, from a WARC file, many."""
        path = self._folder / document.name
        lower = document.name.lower()
        is_warc = lower.endswith(_WARC_SUFFIXES)
        content_type = _CONTENT_TYPES.get(Path(lower).suffix)
        url = _url(document.name)
        if not is_warc and content_type is None:
            known = ", ".join((*_CONTENT_TYPES, *_WARC_SUFFIXES))
            yield _drop(url, DropReason.UNSUPPORTED_TYPE, f"{document.name}: give one of {known}")
        elif not is_warc and document.size > self._max_bytes:
            detail = f"{document.size} bytes; RASAD_MAX_DOCUMENT_BYTES is {self._max_bytes}"
            yield _drop(url, DropReason.TOO_LARGE, detail)
        elif not self._is_settled(path, document):
            yield _drop(
                url, DropReason.BEING_WRITTEN, "the file changed while it was read; the next run takes it"
            )
        elif is_warc:
            yield from self._read_warc(path, url)
        else:
            yield self._read_file(path, document, url, content_type or "")

    def _is_settled(self, path: Path, document: Document) -> bool:
        """Say whether a file is still as it was listed, after waiting for one that has just changed."""
        age = time.time() - document.mtime_ns / 1e9
        if age < self._quiet_seconds:
            time.sleep(min(self._quiet_seconds, self._quiet_seconds - age))
        return _has(path, document)

    def _read_file(self, path: Path, document: Document, url: str, content_type: str) -> Page | Drop:
        try:
            content = path.read_bytes()
        except OSError as error:
            return _drop(url, DropReason.UNREADABLE, f"{path}: {error.strerror}")
        if not _has(path, document):
            return _drop(
                url, DropReason.BEING_WRITTEN, "the file changed while it was read; the next run takes it"
            )
        return Page(
            source_id=SOURCE_ID,
            url=url,
            content=content,
            content_type=content_type,
            fetched_at=datetime.now(UTC),
        )

    def _read_warc(self, path: Path, url: str) -> Iterator[Page | Drop]:
        try:
            for each in read_warc(path, limit=self._max_bytes):
                if each.status not in (None, _HTTP_OK) or not each.content_type.lower().startswith(
                    _TEXT_TYPES
                ):
                    detail = f"HTTP status {each.status}, content type {each.content_type or 'not stated'}"
                    yield _drop(each.url, DropReason.NOT_A_PAGE, detail)
                elif len(each.content) > self._max_bytes:
                    yield _drop(
                        each.url, DropReason.TOO_LARGE, f"RASAD_MAX_DOCUMENT_BYTES is {self._max_bytes}"
                    )
                else:
                    yield Page(
                        source_id=SOURCE_ID,
                        url=each.url,
                        content=each.content,
                        content_type=each.content_type,
                        fetched_at=each.fetched_at.astimezone(UTC),
                    )
        except TornWarcError as error:
            yield _drop(url, DropReason.TRUNCATED_ARCHIVE, f"{error}; whole records before it were taken")
        except OSError as error:
            yield _drop(url, DropReason.UNREADABLE, f"{path}: {error.strerror}")

    def _ledger(self, day: date) -> Iterator[Document]:
        """Yield what a day has taken."""
        path = self._archive.day_dir(SOURCE_ID, day) / _LEDGER
        if not path.exists():
            return
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            drops = tuple(Drop(**{**drop, "reason": DropReason(drop["reason"])}) for drop in row.pop("drops"))
            yield Document(**row, drops=drops)

    def _write_ledger(self, day: date, documents: Iterable[Document]) -> None:
        with replacing(self._archive.day_dir(SOURCE_ID, day) / _LEDGER) as temporary:
            lines = (json.dumps(asdict(each), ensure_ascii=False) + "\n" for each in documents)
            temporary.write_text("".join(lines), encoding="utf-8")


def _has(path: Path, document: Document) -> bool:
    try:
        stat = path.stat()
    except OSError:
        return False
    return (stat.st_size, stat.st_mtime_ns) == (document.size, document.mtime_ns)


def _url(name: str) -> str:
    """Return the address of a document: its path in the inbox, not on this machine's disk."""
    return "inbox:///" + quote(name.encode("utf-8", "surrogateescape"))


def _drop(url: str, reason: DropReason, detail: str) -> Drop:
    return Drop(reason=reason, detail=detail, url=url, source_id=SOURCE_ID)
