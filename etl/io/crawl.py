"""Sources and a day to archived pages: plan, discover, fetch, archive, look again, count.

A run can be killed at any moment and run again: what is archived stays and is not asked again, what
was heard of is asked then. Sources run side by side, since each has hosts of its own; the pages of a
host never do.
"""

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from etl.discover.plan import OUT_OF_REACH, plan
from etl.io.archive import Archive
from etl.io.crawl_discover import Discovered, Discovery
from etl.io.crawl_pages import Pages
from etl.io.crawl_run import CrawlOptions, CrawlReport, SourceRun
from etl.io.inbox import SOURCE_ID as INBOX
from etl.io.inbox import Inbox
from etl.io.ledger import Ledger, open_ledger
from etl.io.ledger_rows import Completeness, Known
from etl.io.web import Web
from etl.io.web_faults import TransientError
from etl.model import Drop, DropReason, Outcome, SourceSpec

__all__ = [
    "CrawlOptions",
    "CrawlReport",
    "crawl",
    "crawl_day",
    "inbox_report",
    "look_again",
    "outcome",
    "side_by_side",
    "total",
    "unreached",
]

STAGE = "collect"
Item = TypeVar("Item")
Result = TypeVar("Result")


def crawl_day(
    spec: SourceSpec, day: date, *, web: Web, archive: Archive, options: CrawlOptions
) -> CrawlReport:
    """Collect what a source published on a day; return what was done and how the day stands.

    Raises TransientError where nothing could be learnt: no step of discovery answered, or every page
    that was asked for failed. What was archived until then stays.
    """
    began = time.monotonic()
    with archive.locked(spec.source_id), open_ledger(archive, spec.source_id) as ledger:
        ledger.catch_up()
        run = SourceRun(spec, day, web=web, archive=archive, ledger=ledger, options=options)
        try:
            discovered = _discover(run)
            before = ledger.page_count(day)
            _fetch(run)
            _look_again(run)
        finally:
            run.close()
        if run.counts.failed and not run.counts.fetched and not before:
            msg = f"{spec.source_id} on {day}: all of {run.counts.failed} pages failed; {_last_detail(ledger, day)}"
            raise TransientError(msg)
        whole = _completeness(run, discovered)
        ledger.note_day(day, whole)
        return _report(run, whole, seconds=time.monotonic() - began)


def look_again(
    spec: SourceSpec, day: date, *, web: Web, archive: Archive, options: CrawlOptions
) -> dict[str, int]:
    """Ask again for articles whose next look is due, and for nothing else; return what became of them.

    Revisions and deletions are archived under the articles' own days; `day` is that of the run.
    """
    with archive.locked(spec.source_id), open_ledger(archive, spec.source_id) as ledger:
        ledger.catch_up()
        run = SourceRun(spec, day, web=web, archive=archive, ledger=ledger, options=options)
        try:
            looked = _look_again(run)
        finally:
            run.close()
        counts = run.counts
        return {"looked": looked, "revisions": counts.revisions, "deletions": counts.deletions}


def crawl(  # noqa: PLR0913 - all that one needs
    specs: Iterable[SourceSpec],
    day: date,
    *,
    web: Web,
    archive: Archive,
    options: CrawlOptions,
    at_once: int = 16,
) -> Iterator[CrawlReport]:
    """Collect a day of many sources side by side; yield each report as it is done.

    A source that cannot be collected is a report with its error, so that it costs the others nothing; a
    fault of our own is raised when they are done. Who stops reading the reports stops the crawl.
    """
    options = replace(options, stop=threading.Event())

    def one(spec: SourceSpec) -> CrawlReport:
        try:
            return crawl_day(spec, day, web=web, archive=archive, options=options)
        except TransientError as error:
            return CrawlReport(source_id=spec.source_id, day=day, error=str(error))

    yield from side_by_side(one, specs, at_once=at_once, stop=options.stop)


def side_by_side(
    work: Callable[[Item], Result], items: Iterable[Item], *, at_once: int, stop: threading.Event
) -> Iterator[Result]:
    """Yield what the work gives for each item, as it is done; `stop` is set when nobody waits any more."""
    chosen = tuple(items)
    pool = ThreadPoolExecutor(max_workers=max(1, min(at_once, len(chosen))))
    failures: list[Exception] = []
    try:
        for done in as_completed([pool.submit(work, item) for item in chosen]):
            try:
                result = done.result()
            except Exception as error:  # noqa: BLE001 - raised below, when the others are done
                failures.append(error)
            else:
                yield result
    finally:
        stop.set()
        pool.shutdown(wait=False, cancel_futures=True)
    if failures:
        raise failures[0]


def inbox_report(inbox: Inbox, day: date) -> CrawlReport:
    """Collect the inbox's documents for a day, and report on them as on a site's pages."""
    began = time.monotonic()
    before = inbox.outcome(day).out_count
    try:
        done = inbox.collect(day)
    except FileNotFoundError as error:
        return CrawlReport(source_id=INBOX, day=day, error=str(error))
    return CrawlReport(
        source_id=INBOX,
        day=day,
        found=done.in_count,
        fetched=done.out_count - before,
        unchanged=before,
        dropped=len(done.drops),
        is_whole=True,
        seconds=time.monotonic() - began,
        outcome=done,
    )


def outcome(archive: Archive, source_id: str, day: date) -> Outcome:
    """Return the counts of a source and day as archive and ledger hold them: the same after every run."""
    with open_ledger(archive, source_id) as ledger:
        return _outcome(ledger, source_id, day)


def unreached(archive: Archive, source_id: str, day: date) -> str:
    """Return why nothing of a day can be had of its source; empty where something is known, or may be."""
    with open_ledger(archive, source_id) as ledger:
        return _unreached(ledger, day)


def total(reports: Iterable[CrawlReport], day: date) -> CrawlReport:
    """Return the sum of reports, as a line under theirs; `expected` only where every source counts itself."""
    summed = CrawlReport(source_id="total", day=day, is_whole=True)
    for each in reports:
        summed = replace(
            summed,
            found=summed.found + each.found,
            fetched=summed.fetched + each.fetched,
            unchanged=summed.unchanged + each.unchanged,
            dropped=summed.dropped + each.dropped,
            failed=summed.failed + each.failed,
            revisions=summed.revisions + each.revisions,
            deletions=summed.deletions + each.deletions,
            received_bytes=summed.received_bytes + each.received_bytes,
            seconds=max(summed.seconds, each.seconds),
            is_whole=summed.is_whole and each.is_whole and not each.error,
            troubles=(*summed.troubles, *([f"{each.source_id}: {each.error}"] if each.error else [])),
        )
    return summed


def _discover(run: SourceRun) -> Discovered:
    options = run.options
    today = options.now.astimezone(options.zone).date()
    planned = plan(run.spec, run.window, today)
    if not planned.steps:
        run.counts.troubles.append(planned.reason)
        return Discovered()
    return Discovery(run).follow(planned)


def _fetch(run: SourceRun) -> None:
    options, ledger, window = run.options, run.ledger, run.window
    pages, most = Pages(run), options.most_pages
    asked = ledger.to_fetch(window.day, most_tries=options.most_tries)[:most]
    pages.fetch(asked)
    left = options.most_undated if most is None else min(options.most_undated, most - len(asked))
    pages.fetch(ledger.undated(window, most=left))


def _look_again(run: SourceRun) -> int:
    """Ask again for what is due, and return how many that were."""
    options = run.options
    pages = Pages(run)
    if options.again:
        again = run.ledger.archived(run.window.day)[: options.most_pages]
        pages.look_again(again, lambda known: known.looks)

    def passed(known: Known) -> int:
        first = known.fetched_at or options.now
        return sum(first + timedelta(days=days) <= options.now for days in options.looks)

    due = run.ledger.due(options.looks, options.now)[: options.most_pages]
    pages.look_again(due, passed)
    return len(due)


def _completeness(run: SourceRun, discovered: Discovered) -> Completeness:
    """Judge a day: whole where a step held all of it, nothing is left to ask, and the outlet counts no more."""
    ledger, window = run.ledger, run.window
    found = ledger.count(window.day)
    left = len(ledger.undated(window, most=1))
    unasked = [each for each in ledger.to_fetch(window.day, most_tries=1_000_000) if each.day == window.day]
    is_whole = (
        discovered.is_whole
        and not left
        and not unasked
        and (discovered.expected is None or found >= discovered.expected)
    )
    note = "; ".join(run.counts.troubles)
    return Completeness(expected=discovered.expected, found=found, is_whole=is_whole, note=note)


def _outcome(ledger: Ledger, source_id: str, day: date) -> Outcome:
    count, drops = ledger.page_count(day), ledger.drops(day)
    if not count and not drops and (reason := _unreached(ledger, day)):
        # The day itself is what was dropped: an outcome of none in and none out would look like a quiet day.
        url = f"day:///{source_id}/{day}"
        drops = (Drop(reason=DropReason.UNREACHABLE, detail=reason, url=url, source_id=source_id),)
    return Outcome(
        news_date=day,
        source_id=source_id,
        stage=STAGE,
        in_count=count + len(drops),
        out_count=count,
        drops=drops,
    )


def _unreached(ledger: Ledger, day: date) -> str:
    whole = ledger.completeness(day)
    return whole.note if whole and not whole.found and OUT_OF_REACH in whole.note else ""


def _last_detail(ledger: Ledger, day: date) -> str:
    return next((drop.detail for drop in reversed(ledger.drops(day))), "")


def _report(run: SourceRun, whole: Completeness, *, seconds: float) -> CrawlReport:
    counts, day = run.counts, run.window.day
    counted = _outcome(run.ledger, run.spec.source_id, day)
    return CrawlReport(
        source_id=run.spec.source_id,
        day=day,
        found=whole.found,
        fetched=counts.fetched,
        unchanged=len(run.ledger.archived(day)) - counts.fetched,
        dropped=counts.dropped,
        failed=counts.failed,
        revisions=counts.revisions,
        deletions=counts.deletions,
        expected=whole.expected,
        is_whole=whole.is_whole,
        received_bytes=counts.received_bytes,
        seconds=seconds,
        other_days=tuple(sorted(counts.other_days)),
        troubles=tuple(counts.troubles),
        outcome=counted,
    )
