"""The order of the stages, and the counts of each. The only module that knows it.

Every function takes the settings, a source and a news day, and can be run by hand, twice, or after a
kill: it reads what the stage before left on disk and replaces what it wrote itself.
"""

import dataclasses
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from datetime import UTC, date, datetime
from difflib import get_close_matches
from pathlib import Path

import duckdb

from etl.io.archive import Archive
from etl.io.checks import CheckFailedError, require_passed
from etl.io.crawl import CrawlOptions, CrawlReport, crawl, crawl_day, inbox_report
from etl.io.crawl_warc import crawl_warc
from etl.io.export import publish_tables
from etl.io.health_archive import is_expired, require_kept
from etl.io.inbox import SOURCE_ID as INBOX
from etl.io.rebuild import Difference
from etl.io.rebuild import rebuild as rebuild_warehouse
from etl.io.report import day_report
from etl.io.source_check import SourceCheck, check_sources
from etl.io.staging import Staging
from etl.io.steps import load_steps
from etl.io.verdicts import read_verdicts
from etl.io.warehouse import Warehouse, open_published
from etl.io.web import Web, WebOptions
from etl.io.web_faults import ContactMissingError
from etl.model import SourceSpec
from etl.refining import collected, inbox, refine_day
from etl.rows import counts
from etl.settings import Settings
from etl.sources import all_sources

__all__ = [
    "CheckFailedError",
    "ContactMissingError",
    "NotWholeError",
    "check",
    "check_declared",
    "collect",
    "collect_each",
    "collected",
    "declared",
    "load",
    "load_health",
    "named",
    "publish",
    "rebuild",
    "refine",
    "refine_late",
    "run",
    "sources",
    "summary",
]

Summary = dict[str, int]
_WARC_SECONDS = 6 * 3600.0
_log = logging.getLogger(__name__)


class NotWholeError(Exception):
    """Some sources of a day were not collected; the others are loaded and published."""


def sources(settings: Settings) -> list[str]:
    """Return the ids of the sources that a night runs: those of RASAD_SOURCES, else all that can be asked.

    Without RASAD_CONTACT no site may be asked, so the inbox alone is left. Raises KeyError for a
    source that is not declared.
    """
    if settings.contact and not settings.sources:
        return list(all_sources(settings.sources_dir))
    return named(settings)


def named(settings: Settings) -> list[str]:
    """Return the ids that RASAD_SOURCES names, else the inbox's. Raises KeyError as `sources` does."""
    return [spec_of(settings, source_id).source_id for source_id in settings.sources] or [INBOX]


def collect(
    settings: Settings, source_id: str, day: date, *, again: bool = False, most: int | None = None
) -> Summary:
    """Archive what the source has for a news day; return the counts.

    `again` asks for what is archived once more; `most` bounds the pages that this run takes. Raises
    KeyError for a source that is not declared, ExpiredError for a day whose pages were deleted.
    """
    spec, archive = spec_of(settings, source_id), Archive(settings.archive_dir)
    require_kept(archive, source_id, day)
    if source_id == INBOX:
        return counts(inbox(settings).collect(day, most=most))
    options = dataclasses.replace(crawl_options(settings), again=again, most_pages=most)
    with open_web(settings) as web:
        report = crawl_day(spec, day, web=web, archive=archive, options=options)
    return {**counts(collected(settings, source_id, day)), "found": report.found, "failed": report.failed}


def collect_each(
    settings: Settings, source_ids: Iterable[str], day: date, *, warc: tuple[str, ...] = ()
) -> Iterator[CrawlReport]:
    """Collect a day of several sources side by side; yield each one's report as it is done.

    With `warc`, files or addresses of WARC files or of lists of them, the pages come from these and no
    site is asked. What fails for one source alone is its report's `error`. Raises KeyError for a source
    that is not declared and ContactMissingError where a site is to be asked in nobody's name.
    """
    specs = [spec_of(settings, source_id) for source_id in dict.fromkeys(source_ids)]
    sites = [spec for spec in specs if spec.source_id != INBOX]
    archive, options = Archive(settings.archive_dir), crawl_options(settings)
    if warc:
        door = (
            open_web(settings, seconds=_WARC_SECONDS)
            if any("://" in each for each in warc)
            else nullcontext()
        )
        with door as web:
            yield from crawl_warc(warc, sites, day, web=web, archive=archive, options=options)
        return
    with open_web(settings) if sites else nullcontext() as web:
        if len(sites) < len(specs):
            yield inbox_report(inbox(settings), day)
        if web is not None:
            yield from crawl(sites, day, web=web, archive=archive, options=options)


def declared(settings: Settings) -> tuple[SourceSpec, ...]:
    """Return every declared source, by id."""
    return tuple(all_sources(settings.sources_dir).values())


def check_declared(settings: Settings, source_ids: Iterable[str], day: date) -> Iterator[SourceCheck]:
    """Ask what sources declare whether it answers, as collecting a day would; yield each one's check.

    Raises KeyError for a source that is not declared and ContactMissingError without a contact.
    """
    specs = [spec_of(settings, source_id) for source_id in dict.fromkeys(source_ids)]
    with open_web(settings) as web:
        yield from check_sources(specs, day, web=web, options=crawl_options(settings))


def refine(settings: Settings, source_id: str, day: date) -> Summary:
    """Turn a source's archived pages of a news day into staged articles and mentions; return the counts.

    A function of the archive, the code and the reference data: the same again gives the same rows.
    Days that got late pages are staged along: a page goes to its own day, whichever run found it.
    Raises ExpiredError for a day whose pages were deleted.
    """
    spec, archive = spec_of(settings, source_id), Archive(settings.archive_dir)
    require_kept(archive, source_id, day)
    with archive.locked(source_id):
        behind = _refine_behind(settings, spec, archive, but=day)
        refined = refine_day(settings, spec, day)
        Staging(settings.staging_dir).note_days(day, source_id, behind)
    return counts(refined)


def refine_late(settings: Settings, source_id: str) -> tuple[date, ...]:
    """Stage the days of a source that got late pages, and return them; no day that is not staged yet but for these."""
    spec, archive = spec_of(settings, source_id), Archive(settings.archive_dir)
    with archive.locked(source_id):
        return tuple(_refine_behind(settings, spec, archive))


def _refine_behind(
    settings: Settings, spec: SourceSpec, archive: Archive, *, but: date | None = None
) -> list[date]:
    """Stage every day whose archive is newer than what is staged of it; of an expired one too little is left."""
    staging, source_id = Staging(settings.staging_dir), spec.source_id
    behind = [
        each
        for each in archive.days(source_id)
        if each != but
        and not is_expired(archive, source_id, each)
        and staging.is_behind(each, source_id, archive.day_dir(source_id, each))
    ]
    for each in behind:
        refine_day(settings, spec, each)
    return behind


def load(settings: Settings, day: date) -> Summary:
    """Merge the staged rows of a news day, and of days staged with it, into the warehouse; return rows by table."""
    staging, warehouse = Staging(settings.staging_dir), _warehouse(settings)
    specs = declared(settings)
    rows: Summary = {}
    for each in staging.days_with(day):
        rows = dict(warehouse.load(staging.day_dir(each), each, specs))
    return rows


def load_health(settings: Settings, findings: Path) -> int:
    """Merge a Parquet file of findings into the warehouse; return the rows of the table."""
    return _warehouse(settings).load_health(findings)


def check(settings: Settings) -> Summary:
    """Run the checks on the working warehouse; return how many ran and how many warn.

    Raises CheckFailedError, which names them, where checks marked `fail` find rows.
    """
    results = _warehouse(settings).check()
    require_passed(results)
    return {"checks": len(results), "warnings": sum(each.row_count > 0 for each in results)}


def publish(settings: Settings) -> Summary:
    """Put the checked working warehouse in the published file's place, and its tables beside it as Parquet.

    That the second fails is told and undoes nothing: readers have their file.
    """
    size = _warehouse(settings).publish(keep=settings.keep_versions)
    if settings.parquet:
        try:
            publish_tables(settings.published_file)
        except (OSError, duckdb.Error) as error:
            _log.warning("%s is published, but not its tables as Parquet: %s", settings.published_file, error)
    return {"bytes": size}


def run(settings: Settings, day: date, *, tell: Callable[[CrawlReport], None] | None = None) -> Summary:
    """Run one news day from collect to publish, as the DAG does, in this process; return rows by table.

    `tell` gets each source's report as it is done. Raises NotWholeError, after the others are published,
    where a source could not be collected.
    """
    missing: set[str] = set()
    chosen = sources(settings)
    for report in collect_each(settings, chosen, day):
        if tell:
            tell(report)
        if report.error:
            missing.add(report.source_id)
        else:
            refine(settings, report.source_id, day)
    rows: Summary = {}
    if len(missing) < len(chosen):
        rows = load(settings, day)
        publish(settings)  # which checks first
    if missing:
        msg = f"{day} is not whole: {len(missing)} of {len(chosen)} sources were not collected: {', '.join(sorted(missing))}"
        raise NotWholeError(msg)
    return rows


def rebuild(settings: Settings, *, replace: bool, tell: Callable[[date], None]) -> tuple[Difference, ...]:
    """Make the warehouse anew from the archive; return what differs from the one that grew night by night.

    Every archived day is read again with the code and the lists of today, then loaded into an empty
    file, which takes the working one's place with `replace`. `tell` gets each day as it is loaded.
    """
    archive, staging = Archive(settings.archive_dir), Staging(settings.staging_dir)
    specs = declared(settings)
    for spec in specs:
        with archive.locked(spec.source_id):
            for day in sorted({*archive.days(spec.source_id), *staging.days_of(spec.source_id)}):
                if not is_expired(archive, spec.source_id, day):  # what was staged of it is all there is
                    refine_day(settings, spec, day)
    days = tuple((staging.day_dir(day), day) for day in staging.days())
    return rebuild_warehouse(_warehouse(settings), days, specs, replace=replace, tell=tell)


def summary(settings: Settings, day: date) -> str:
    """Return, as text, what the published file holds of a news day, with example queries and answers."""
    with open_published(settings.published_file) as connection:
        return day_report(connection, day)


def _warehouse(settings: Settings) -> Warehouse:
    steps = load_steps(lambda: read_verdicts(settings.verdict_file))
    return Warehouse(settings.working_file, settings.published_file, steps)


def open_web(settings: Settings, *, seconds: float = 180.0) -> Web:
    """Open the door; `seconds` is the longest that one answer may take."""
    turns = settings.home / "turns"
    return Web(
        WebOptions(contact=settings.contact, turns=turns, allow=settings.web_allow, total_seconds=seconds)
    )


def crawl_options(settings: Settings) -> CrawlOptions:
    """Return how a crawl of now is done, by the settings."""
    return CrawlOptions(zone=settings.zone, now=datetime.now(UTC), max_bytes=settings.max_document_bytes)


def spec_of(settings: Settings, source_id: str) -> SourceSpec:
    """Return a declared source; raises KeyError, with what is near, for one that is not."""
    known = all_sources(settings.sources_dir)
    if source_id not in known:
        near = ", ".join(get_close_matches(source_id, known, n=3)) or "none is near"
        msg = f"no source is called {source_id!r} (near: {near}); `rasad sources list` shows all"
        raise KeyError(msg)
    return known[source_id]
