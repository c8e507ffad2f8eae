"""WARC files of others to archived pages: records of declared sources, each under its own source and day.

How a day is filled in that its outlets no longer list: Common Crawl's news archive, a library's crawl, a
colleague's. A file is read twice, first for where the records of each source lie, then source by source,
so that one lock is held at a time and one page is in memory.
"""

import gzip
import shutil
import time
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date
from itertools import islice
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.parse import urlsplit

from etl.discover.faults import DiscoveryError
from etl.discover.times import Window
from etl.discover.urls import canonical
from etl.discover.warc import MAX_LIST_BYTES, WarcListing, read_warc_list
from etl.extract.page import read_page
from etl.io.archive import Archive
from etl.io.crawl_owners import Owners
from etl.io.crawl_pages import identity, judge, seen_day, stated_day
from etl.io.crawl_run import CrawlOptions, CrawlReport, SourceRun
from etl.io.exchange import Kind
from etl.io.ledger import open_ledger
from etl.io.ledger_rows import State
from etl.io.warc import TornWarcError, WarcDocument, read_record, read_warc
from etl.io.web import Web
from etl.io.web_answer import Answer
from etl.io.web_body import Body
from etl.io.web_faults import RefusedError, TransientError
from etl.model import Drop, DropReason, Entry, Page, SourceSpec, Strategy

MAX_FILE_BYTES = 4_000_000_000
"""A file of Common Crawl's news archive holds 1 GB; an unpacked one, some five times that."""
_MAX_UNPACKED_BYTES = 20_000_000_000
_LISTS = ("warc.paths", "warc.paths.gz")
_GZIP = b"\x1f\x8b"
_OK = 200
_CHUNK = 1 << 20


@dataclass(slots=True)
class _Tally:
    """What the files gave for one source so far."""

    fetched: int = 0
    unchanged: int = 0
    received_bytes: int = 0
    dropped: Counter[DropReason] = field(default_factory=Counter)
    other_days: set[date] = field(default_factory=set)
    found: int = 0


def crawl_warc(  # noqa: PLR0913 - all that one needs
    names: Sequence[str],
    specs: Iterable[SourceSpec],
    day: date,
    *,
    web: Web | None,
    archive: Archive,
    options: CrawlOptions,
) -> Iterator[CrawlReport]:
    """Archive what WARC files hold of the sources, whatever its day; yield a report a source for this day.

    `names` are paths, addresses, or addresses of lists named `warc.paths` or `warc.paths.gz`, of which the
    files begun around the day are read. A record that is no article is counted as dropped and not noted, so
    that a bad copy cannot stand in a live page's way. Raises FileNotFoundError for a path that is none, and
    TransientError where no file could be read.
    """
    began = time.monotonic()
    owners = Owners(specs)
    tallies = {source_id: _Tally() for source_id in owners.specs}
    troubles: list[str] = []
    read = 0
    for name in _files(names, Window(day=day, zone=options.zone), web):
        try:
            with _local(name, web) as given, _by_record(given) as path:
                held, fault = _held(path, owners)
                troubles.extend([f"{name}: {fault}"] if fault else ())
                for source_id, offsets in held.items():
                    with _run(owners.specs[source_id], day, archive, options) as run:
                        _take_all(path, offsets, run, tallies[source_id])
            read += 1
        except (RefusedError, TransientError, TornWarcError) as error:
            troubles.append(f"{name}: {error}")
    if not read:
        raise TransientError("; ".join(troubles) or f"no listed WARC file can hold {day}")
    for source_id, tally in tallies.items():
        yield CrawlReport(
            source_id=source_id,
            day=day,
            found=tally.found,
            fetched=tally.fetched,
            unchanged=tally.unchanged,
            dropped=tally.dropped.total(),
            received_bytes=tally.received_bytes,
            seconds=time.monotonic() - began,
            other_days=tuple(sorted(tally.other_days)),
            troubles=(*_why(tally), *troubles),
        )


def _files(names: Sequence[str], window: Window, web: Web | None) -> Iterator[str]:
    """Yield paths and addresses of WARC files; of a list, those that can hold the day."""
    for name in names:
        if not _is_address(name):
            if not Path(name).is_file():
                msg = f"{name} is no file; give the path or the address of a WARC file"
                raise FileNotFoundError(msg)
            yield name
        elif web is not None and urlsplit(name).path.rpartition("/")[2] in _LISTS:
            parts = urlsplit(name)
            listing = WarcListing(url=name, base_url=f"{parts.scheme}://{parts.netloc}/")
            with web.fetch(name, limit=MAX_LIST_BYTES, accept="*/*") as answer:
                if answer.status != _OK:
                    msg = f"{name} answers {answer.status}"
                    raise TransientError(msg)
                try:
                    yield from read_warc_list(answer.body.read(), listing, window)
                except DiscoveryError as error:
                    raise TransientError(str(error)) from error
        else:
            yield name


def _is_address(name: str) -> bool:
    return name.startswith(("http://", "https://"))


@contextmanager
def _local(name: str, web: Web | None) -> Iterator[Path]:
    """Give a file of the disk for a block: the one named, or what an address answers, gone afterwards."""
    if not _is_address(name) or web is None:
        yield Path(name)
        return
    with NamedTemporaryFile(suffix=".warc.gz") as kept:
        with web.fetch(name, limit=MAX_FILE_BYTES, accept="*/*") as answer:
            if answer.status != _OK:
                msg = f"{name} answers {answer.status} {answer.reason}".rstrip()
                raise TransientError(msg)
            shutil.copyfileobj(answer.body.stream(), kept, _CHUNK)
        kept.flush()
        yield Path(kept.name)


@contextmanager
def _by_record(path: Path) -> Iterator[Path]:
    """Give a file whose records can be read one by one; what was compressed as a whole is unpacked for it."""
    try:
        first = list(islice(read_warc(path, limit=0), 2))
        is_good = all(read_record(path, each.offset, limit=0).url == each.url for each in first)
    except (TornWarcError, OSError):
        is_good = False
    with path.open("rb") as stream:
        is_good = is_good or stream.read(len(_GZIP)) != _GZIP
    if is_good:
        yield path
        return
    with NamedTemporaryFile(suffix=".warc") as kept:
        try:
            with gzip.open(path) as packed:
                while piece := packed.read(_CHUNK):
                    kept.write(piece)
                    if kept.tell() > _MAX_UNPACKED_BYTES:
                        raise RefusedError(
                            DropReason.TOO_LARGE, f"unpacks to more than {_MAX_UNPACKED_BYTES} bytes"
                        )
        except (OSError, EOFError, zlib.error) as error:
            if not kept.tell():
                msg = f"broken compression ({error})"
                raise TornWarcError(msg) from error
        kept.flush()
        yield Path(kept.name)


def _held(path: Path, owners: Owners) -> tuple[dict[str, list[int]], str]:
    """Return where the records of each source begin, and what is wrong with the file's end."""
    held: dict[str, list[int]] = {}
    is_empty = True
    try:
        for each in read_warc(path, limit=0):
            is_empty = False
            spec = owners.of(each.url) if each.status in (None, _OK) else None
            if spec is not None and each.kind in {"", Kind.PAGE}:
                held.setdefault(spec.source_id, []).append(each.offset)
    except TornWarcError as error:
        if is_empty:
            raise
        return held, f"{error}; whole records before it were taken"
    return held, ""


@contextmanager
def _run(spec: SourceSpec, day: date, archive: Archive, options: CrawlOptions) -> Iterator[SourceRun]:
    """Give a run of a source, under its lock, that asks nobody."""
    with archive.locked(spec.source_id), open_ledger(archive, spec.source_id) as ledger:
        ledger.catch_up()
        run = SourceRun(spec, day, web=None, archive=archive, ledger=ledger, options=options)
        try:
            yield run
        finally:
            run.close()


def _take_all(path: Path, offsets: Iterable[int], run: SourceRun, tally: _Tally) -> None:
    """Archive a file's records of one source."""
    for offset in offsets:
        try:
            document = read_record(path, offset, limit=run.options.max_bytes)
        except OSError as error:
            msg = f"the record at byte {offset} cannot be read: {error}"
            raise TornWarcError(msg) from error
        tally.received_bytes += len(document.content)
        with _answer(document) as answer:
            _take(run, answer, tally)
    tally.other_days |= run.counts.other_days
    tally.found = run.ledger.count(run.window.day)


def _answer(document: WarcDocument) -> Answer:
    """Return a record as the answer that it once was; nothing was sent by us."""
    body = Body()
    body.append(document.content)
    return Answer(
        asked=document.url,
        url=document.url,
        status=document.status or _OK,
        reason="OK",
        headers=document.headers or (("Content-Type", document.content_type),),
        sent=(),
        body=body,
        fetched_at=document.fetched_at.astimezone(UTC),
    )


def _take(run: SourceRun, answer: Answer, tally: _Tally) -> None:
    """Archive a page under its own day, unless it is archived, or no article."""
    if answer.body.size > run.options.max_bytes:
        tally.dropped[DropReason.TOO_LARGE] += 1
        return
    fault = judge(answer)
    if fault:
        tally.dropped[fault[0]] += 1
        return
    key = identity(answer)
    known = [each for each in map(run.ledger.find, (key, canonical(answer.url))) if each is not None]
    if any(each.state not in {State.HEARD, State.DROPPED} for each in known):
        tally.unchanged += any(each.day == run.window.day for each in known)
        return
    page = Page(
        source_id=run.spec.source_id, url=answer.url, content=answer.body.read(),
        content_type=answer.header("Content-Type") or "text/html", fetched_at=answer.fetched_at,
    )  # fmt: skip
    article = read_page(page, run.zone).outcome
    if isinstance(article, Drop):
        tally.dropped[article.reason] += 1
        return
    heard = next((each.day for each in known if each.state is State.HEARD and each.day), None)
    day = heard or stated_day(run, article) or seen_day(run, answer)
    entry = Entry(
        url=answer.url,
        source_id=run.spec.source_id,
        found_by=(Strategy.WARC,),
        published_at=article.published_at,
    )
    run.ledger.hear([(key, entry, day)])
    run.archive(answer, Kind.PAGE, key, day)
    tally.fetched += day == run.window.day


def _why(tally: _Tally) -> Iterator[str]:
    if tally.dropped:
        reasons = ", ".join(f"{reason.value} {count}" for reason, count in tally.dropped.most_common())
        yield f"records that are no articles: {reasons}"
