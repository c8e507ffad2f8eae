"""What a week asks for beside its nights: second looks, the archive read again, each source's health, what is too old.

As in `etl.pipeline`, every function takes the settings and can run by hand, twice, or after a kill. It
stands above the pipeline and gives the same to the DAGs and to the command line.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from etl import pipeline
from etl.io.archive import Archive
from etl.io.crawl import look_again as ask_again
from etl.io.crawl import unreached
from etl.io.health import Finding, Found, judge_days, judge_listings
from etl.io.health_archive import ExpiredError, Verified, expire, is_expired, last_listings, verify
from etl.io.health_rows import day_counts, key_of, known_findings, write_findings
from etl.io.inbox import SOURCE_ID as INBOX
from etl.io.staging import Staging
from etl.io.warehouse import open_published
from etl.pipeline import Summary
from etl.rows import counts
from etl.settings import Settings

__all__ = [
    "ExpiredError",
    "Finding",
    "Found",
    "Health",
    "Mode",
    "OutOfReachError",
    "collect",
    "judge",
    "keep",
    "load",
    "look_again",
    "reason_out_of_reach",
    "verify_archive",
]

LOOKS = (1, 7, 30)
"""Days after which an article is asked for again. Within a week a fifth of all articles change; a month later, few."""
JUDGED_DAYS = 14
_PARTS = 13
"""Of the old files, each week reads one in thirteen: the whole archive once a quarter."""
_RECENT_DAYS = 8


class Mode(StrEnum):
    """What a run does for its day: ask for what is new, read the archive alone, or ask again for all that is known."""

    COLLECT = "collect"
    REPROCESS = "reprocess"
    RECHECK = "recheck"


class OutOfReachError(Exception):
    """A source's day that nothing can be had of; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What a check found, and what of it is new: told to people once, however long it lasts."""

    findings: tuple[Found, ...]
    new: tuple[Found, ...]


def collect(
    settings: Settings, source_id: str, day: date, *, mode: Mode = Mode.COLLECT, most: int | None = None
) -> Summary:
    """Archive what a source has for a day, as the mode says; return the counts.

    Raises OutOfReachError where the mode asks no site and nothing is archived, or where what was is deleted.
    """
    archive = Archive(settings.archive_dir)
    if is_expired(archive, source_id, day):
        msg = f"its raw pages of {day} were deleted (RASAD_KEEP_DAYS); its rows stay as they are"
        raise OutOfReachError(msg)
    if mode is Mode.REPROCESS:
        if not archive.day_dir(source_id, day).is_dir():
            msg = f"nothing is archived of {day}, and the mode reprocess asks no site"
            raise OutOfReachError(msg)
        return counts(pipeline.collected(settings, source_id, day))
    return pipeline.collect(settings, source_id, day, again=mode is Mode.RECHECK, most=most)


def reason_out_of_reach(settings: Settings, source_id: str, day: date) -> str:
    """Return why no strategy reaches a source's day, as it was when it was collected; empty where one does."""
    if source_id == INBOX:
        return ""
    return unreached(Archive(settings.archive_dir), source_id, day)


def look_again(settings: Settings, source_id: str, today: date, *, most: int | None = None) -> Summary:
    """Ask a source again for articles whose next look is due, and stage the days that changed; return the counts.

    Raises KeyError for a source that is not declared and ContactMissingError without a contact.
    """
    spec = pipeline.spec_of(settings, source_id)
    options = replace(pipeline.crawl_options(settings), looks=LOOKS, most_pages=most)
    with pipeline.open_web(settings) as web:
        done = ask_again(spec, today, web=web, archive=Archive(settings.archive_dir), options=options)
    late = pipeline.refine_late(settings, source_id)
    Staging(settings.staging_dir).note_days(today, f"{source_id}.looks", late)
    return {**done, "days": len(late)}


def verify_archive(settings: Settings, today: date) -> Verified:
    """Read the archive's recent files and this week's part of the old ones; return what is damaged."""
    week = today.toordinal() // 7
    since = today - timedelta(days=_RECENT_DAYS)
    return verify(Archive(settings.archive_dir), since=since, part=week, parts=_PARTS)


def judge(settings: Settings, today: date, *, damaged: Iterable[Found] = ()) -> Health:
    """Judge the last two weeks of every source by the published file, and write what was found as Parquet.

    Raises FileNotFoundError where nothing is published yet.
    """
    first, last = today - timedelta(days=JUDGED_DAYS), today - timedelta(days=1)
    archive = Archive(settings.archive_dir)
    with open_published(settings.published_file) as connection:
        counted = tuple(day_counts(connection, first, last))
        known = known_findings(connection)
    sites = sorted({each.source_id for each in counted})
    findings = (
        *judge_days(counted, first, last),
        *judge_listings(last_listings(archive, sites, first)),
        *damaged,
    )
    write_findings(settings.health_dir / f"{today}.parquet", findings, checked=today, since=first)
    return Health(findings=findings, new=tuple(each for each in findings if key_of(each) not in known))


def load(settings: Settings, today: date) -> Summary:
    """Load the days that second looks changed, then the findings of the day's check; return rows by table."""
    staging = Staging(settings.staging_dir)
    rows: Summary = {}
    for day in staging.days_with(today):
        if any(staging.day_dir(day).glob("*/outcome.parquet")):
            rows = pipeline.load(settings, day)
    findings = settings.health_dir / f"{today}.parquet"
    if findings.exists():
        rows["fact_health"] = pipeline.load_health(settings, findings)
    return rows


def keep(settings: Settings, today: date) -> Summary:
    """Delete raw pages older than RASAD_KEEP_DAYS; without the setting, none ever. Return what was freed."""
    if settings.keep_days is None:
        return {"days": 0, "bytes": 0}
    before = today - timedelta(days=settings.keep_days)
    done = list(expire(Archive(settings.archive_dir), before))
    return {"days": len(done), "bytes": sum(freed for _, _, freed in done)}
