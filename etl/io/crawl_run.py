"""One source and day while it is collected: what is asked, written down and counted.

The other crawl modules decide what to ask; this one asks, archives, and notes it in the ledger, in
that order, so that a kill between any two leaves an archive from which the ledger is made whole again.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo

from etl.discover.plan import zone_of
from etl.discover.times import Window
from etl.io.archive import Archive, ArchiveWriter, Place
from etl.io.exchange import Kind
from etl.io.ledger import Ledger
from etl.io.ledger_rows import Version
from etl.io.warc import read_record, stream_record
from etl.io.web import Web
from etl.io.web_answer import Answer, Validators
from etl.io.web_faults import RefusedError
from etl.model import DropReason, Outcome, SourceSpec

MAX_LISTING_BYTES = 300_000_000
_MOST_OPEN_FILES = 16
_OK = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlOptions:
    """How a source's day is collected.

    `zone` is the news day's; `now` the current instant, by which plans are made and looks are due;
    `max_bytes` the size of a page. `looks` are the days after which an article is looked at again;
    `again` asks once more for what is archived. `most_undated` bounds how many pages are asked only
    to learn which day they belong to, `most_tries` how often one that fails is tried on later runs,
    `most_pages`, if given, how many pages one run asks for; the others are left to later ones.
    Once `stop` is set, nothing more is asked.
    """

    zone: tzinfo
    now: datetime
    max_bytes: int = 20_000_000
    looks: tuple[int, ...] = (1, 7)
    again: bool = False
    most_undated: int = 500
    most_tries: int = 5
    most_pages: int | None = None
    hosts_at_once: int = 8
    stop: threading.Event = field(default_factory=threading.Event)


class StoppedError(Exception):
    """Who asked for the run does not wait for its end; what is archived stays."""


@dataclass(slots=True, kw_only=True)
class Counts:
    """What one run did. `other_days` got pages too: they are to be refined again."""

    fetched: int = 0
    unchanged: int = 0
    revisions: int = 0
    deletions: int = 0
    dropped: int = 0
    failed: int = 0
    received_bytes: int = 0
    other_days: set[date] = field(default_factory=set)
    troubles: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlReport:
    """What one run did for a source and day, and how the day stands after it.

    `found` counts the day's articles that are known; `fetched` those archived by this run; `unchanged`
    those that are archived already; `failed` those to be tried again, `dropped` those that are not.
    `expected` is what the outlet itself counts. `error` is why the source could not be collected at all.
    """

    source_id: str
    day: date
    found: int = 0
    fetched: int = 0
    unchanged: int = 0
    dropped: int = 0
    failed: int = 0
    revisions: int = 0
    deletions: int = 0
    expected: int | None = None
    is_whole: bool = False
    received_bytes: int = 0
    seconds: float = 0.0
    other_days: tuple[date, ...] = ()
    troubles: tuple[str, ...] = ()
    outcome: Outcome | None = None
    error: str = ""

    @property
    def row(self) -> dict[str, object]:
        """The report for machines: what JSON can hold."""
        counts = {
            each: getattr(self, each)
            for each in ("found", "fetched", "unchanged", "dropped", "failed", "revisions", "deletions")
        }
        return {
            "source_id": self.source_id,
            "day": self.day.isoformat(),
            **counts,
            "expected": self.expected,
            "is_whole": self.is_whole,
            "received_bytes": self.received_bytes,
            "seconds": round(self.seconds, 3),
            "other_days": [each.isoformat() for each in self.other_days],
            "troubles": list(self.troubles),
            "error": self.error,
        }

    @property
    def line(self) -> str:
        """The report in a line for people."""
        expected = "" if self.expected is None else f" of {self.expected}"
        extra = "".join(
            f", {name} {count}"
            for name, count in (("revised", self.revisions), ("deleted", self.deletions))
            if count
        )
        text = (
            f"{self.source_id:<20} {self.day}  found {self.found}{expected}, fetched {self.fetched}, unchanged "
            f"{self.unchanged}, dropped {self.dropped}, failed {self.failed}{extra}  {self.seconds:.1f} s"
        )
        return f"{self.source_id:<20} {self.day}  not collected: {self.error}" if self.error else text


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A listing's body and headers, from the server or, where it has not changed, from the archive."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    chunks: Callable[[], Iterator[bytes]]

    def body(self, limit: int) -> bytes:
        """Return the body. Raises RefusedError beyond the limit."""
        found = bytearray()
        for chunk in self.chunks():
            found += chunk
            if len(found) > limit:
                raise RefusedError(DropReason.TOO_LARGE, f"{self.url}: more than {limit} bytes")
        return bytes(found)


class SourceRun:
    """A run of one source and day, with all that it needs."""

    def __init__(  # noqa: PLR0913 - all that one needs
        self,
        spec: SourceSpec,
        day: date,
        *,
        web: Web | None,
        archive: Archive,
        ledger: Ledger,
        options: CrawlOptions,
    ) -> None:
        """Take what the run works on and with; without a door, it asks nobody and reads files."""
        self.spec = spec
        self.window = Window(day=day, zone=options.zone)
        self.zone = zone_of(spec, self.window)
        self.ledger = ledger
        self.options = options
        self.counts = Counts()
        self._web = web
        self._archive = archive
        self._writers: dict[date, tuple[AbstractContextManager[ArchiveWriter], ArchiveWriter]] = {}
        self._listed: dict[str, Read] = {}

    def close(self) -> None:
        """Close every file that the run has written."""
        for day in tuple(self._writers):
            self._close_writer(day)

    def rules_sitemaps(self, url: str) -> tuple[str, ...]:
        """Return the sitemaps that the robots.txt of an address names."""
        return self._door().rules(url).sitemaps

    def fetch(self, url: str, *, validators: Validators | None = None) -> Answer:
        """Ask for a page."""
        return self._door().fetch(
            url,
            limit=self.options.max_bytes,
            validators=validators,
            delay_seconds=self.spec.manners.min_delay_seconds,
        )

    def listing(self, url: str, *, accept: str = "*/*") -> Read:
        """Ask for a feed, sitemap or listing page, archive it if it is new, and return it; once a run."""
        if url not in self._listed:
            self._listed[url] = self._listing(url, accept)
        return self._listed[url]

    def _listing(self, url: str, accept: str) -> Read:
        known = self.ledger.latest(url, Kind.LISTING)
        answer = self._door().fetch(
            url,
            limit=MAX_LISTING_BYTES,
            accept=accept,
            validators=known.validators if known else None,
            delay_seconds=self.spec.manners.min_delay_seconds,
        )
        with answer:
            self.counts.received_bytes += answer.body.size
            if known is None or not (answer.is_unchanged or answer.body.digest == known.digest):
                if answer.is_unchanged:
                    msg = f"{url} answers 304 to a question that was not asked"
                    raise RefusedError(DropReason.UNREADABLE, msg)
                place = self.archive(answer, Kind.LISTING, url, self.window.day)
                headers, status = answer.headers, answer.status
            else:
                place = known.place
                # A server need not repeat its headers with a 304, and X-WP-Total is one of them.
                stored = read_record(self._archive.root / place.file, place.offset, limit=0)
                headers, status = stored.headers, stored.status or _OK
        path = self._archive.root / place.file
        return Read(url=url, status=status, headers=headers, chunks=lambda: stream_record(path, place.offset))

    def archive(self, answer: Answer, kind: Kind, key: str, day: date) -> Place:
        """Write an answer to the archive of a day, then to the ledger."""
        place = self._writer(day).write_answer(answer, kind, key)
        self.ledger.note_version(
            place, key, kind, day, digest=answer.body.digest, fetched_at=answer.fetched_at,
            validators=answer.validators, url=answer.url,
        )  # fmt: skip
        if kind in {Kind.PAGE, Kind.DELETION} and day != self.window.day:
            self.counts.other_days.add(day)
        return place

    def stored(self, version: Version) -> tuple[bytes, str]:
        """Return an archived answer's body and content type."""
        path = self._archive.root / version.place.file
        found = read_record(path, version.place.offset, limit=self.options.max_bytes)
        return found.content, found.content_type

    def _door(self) -> Web:
        if self.options.stop.is_set():
            raise StoppedError
        if self._web is None:
            msg = f"{self.spec.source_id}: this run has no door to the web"
            raise RuntimeError(msg)
        return self._web

    def _writer(self, day: date) -> ArchiveWriter:
        if day not in self._writers:
            if len(self._writers) >= _MOST_OPEN_FILES:
                self._close_writer(next(each for each in self._writers if each != self.window.day))
            opened = self._archive.writer(self.spec.source_id, day)
            self._writers[day] = opened, opened.__enter__()
        return self._writers[day][1]

    def _close_writer(self, day: date) -> None:
        opened, writer = self._writers.pop(day)
        size = writer.size
        opened.__exit__(None, None, None)
        if size is not None:
            self.ledger.note_file(writer.file, size)
