"""Crawls of the newsroom, held against the truth."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.parse import unquote
from zoneinfo import ZoneInfo

import pytest

from etl.io.archive import Archive
from etl.io.crawl import CrawlOptions, CrawlReport, crawl, crawl_day, outcome, total
from etl.io.ledger import open_ledger
from etl.io.web import Web, WebOptions
from etl.io.web_faults import TransientError
from etl.model import DropReason, Feed, Manners, SourceSpec, Strategy
from tests.faults.liar import lying
from tests.newsroom.outlets import OUTLETS, Outlet
from tests.newsroom.press import DAYS, Press
from tests.newsroom.serve import Newsroom, serving

DAY = date(2026, 3, 14)
ZONE = ZoneInfo("Asia/Riyadh")
BY_ID = {outlet.outlet_id: outlet for outlet in OUTLETS}


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(DAY)


@pytest.fixture
def newsroom(press: Press) -> Iterator[Newsroom]:
    with serving(press) as served:
        yield served


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive")


def door(folder: Path, newsroom: Newsroom | None = None) -> Web:
    options = WebOptions(
        contact="desk@example.org",
        turns=folder / "turns",
        allow=("127.0.0.1",),
        attempts=2,
        backoff_seconds=0.01,
    )
    return Web(options, clock=(lambda: newsroom.now) if newsroom else None)


@pytest.fixture
def web(tmp_path: Path, newsroom: Newsroom) -> Iterator[Web]:
    with door(tmp_path, newsroom) as opened:
        yield opened


def options(newsroom: Newsroom, **changes: object) -> CrawlOptions:
    return replace(CrawlOptions(zone=ZONE, now=newsroom.now), **changes)


def paths(archive: Archive, newsroom: Newsroom, outlet: Outlet, day: date) -> list[str]:
    root = newsroom.roots[outlet.outlet_id]
    found = (unquote(page.url.removeprefix(root)) for page in archive.pages(outlet.outlet_id, day))
    return [path.removesuffix("/amp").partition("?utm")[0] for path in found]


def busy_day(outlet: Outlet, newsroom: Newsroom) -> date:
    """The newest day on which an outlet has more than one article."""
    days = (DAY - timedelta(days=age) for age in range(DAYS))
    return next(day for day in days if len(newsroom.press.truth(outlet, day, newsroom.now)) > 1)


def night(day: date) -> datetime:
    """Two in the morning after a news day, when it is collected."""
    return datetime.combine(day + timedelta(days=1), datetime.min.time(), ZONE) + timedelta(hours=2)


def test_every_article_of_days_back_to_the_ninetieth_is_found_once_and_no_other(
    archive: Archive, web: Web, newsroom: Newsroom, press: Press
) -> None:
    found = 0
    for age in (*range(8), *range(8, DAYS, 9), DAYS - 1):
        day = DAY - timedelta(days=age)
        reached = [outlet for outlet in OUTLETS if outlet.reach is None or age < outlet.reach]
        specs = map(newsroom.spec, reached)
        reports = list(crawl(specs, day, web=web, archive=archive, options=options(newsroom)))
        assert [report.error for report in reports if report.error] == []
        for outlet in reached:
            truth = press.truth(outlet, day, newsroom.now)
            assert Counter(paths(archive, newsroom, outlet, day)) == Counter(truth), (outlet.outlet_id, day)
            found += len(truth)
    assert found > 150


def test_a_feed_and_a_scroll_hold_every_day_when_asked_each_night(
    archive: Archive, web: Web, newsroom: Newsroom, press: Press
) -> None:
    for age in reversed(range(30)):
        day = DAY - timedelta(days=age)
        newsroom.now = night(day)
        for outlet in (BY_ID["barq"], BY_ID["madar"]):
            crawl_day(
                newsroom.spec(outlet), day, web=web, archive=archive, options=options(newsroom, looks=())
            )
            assert Counter(paths(archive, newsroom, outlet, day)) == Counter(
                press.truth(outlet, day, newsroom.now)
            )


def test_what_is_archived_is_not_asked_again(archive: Archive, web: Web, newsroom: Newsroom) -> None:
    day = busy_day(BY_ID["sada"], newsroom)
    spec = newsroom.spec(BY_ID["sada"])
    first = crawl_day(spec, day, web=web, archive=archive, options=options(newsroom))
    asked = {target: count for (_, target), count in newsroom.asked.items() if target.startswith("/node/")}
    second = crawl_day(spec, day, web=web, archive=archive, options=options(newsroom))

    assert first.fetched == first.found > 0
    assert (second.found, second.fetched, second.unchanged) == (first.found, 0, first.fetched)
    assert {
        target: count for (_, target), count in newsroom.asked.items() if target.startswith("/node/")
    } == asked
    assert first.outcome == second.outcome == outcome(archive, "sada", day)
    assert "found" in second.line


def test_a_lost_ledger_is_made_again_from_the_archive(archive: Archive, web: Web, newsroom: Newsroom) -> None:
    spec = newsroom.spec(BY_ID["daftar"])
    day = busy_day(BY_ID["daftar"], newsroom)
    crawl_day(spec, day, web=web, archive=archive, options=options(newsroom))
    before = sorted(page.url for page in archive.pages("daftar", day))
    assert len(before) > 1
    for path in (archive.root / "daftar").glob("ledger.sqlite*"):
        path.unlink()
    again = crawl_day(spec, day, web=web, archive=archive, options=options(newsroom))

    assert again.fetched == 0
    assert sorted(page.url for page in archive.pages("daftar", day)) == before


def test_edits_become_revisions_and_deletions_are_told(
    archive: Archive, web: Web, newsroom: Newsroom, press: Press
) -> None:
    """Each night for three weeks: every article is looked at again after one day and after seven."""
    outlets = [BY_ID[name] for name in ("sada", "yasmin", "sijill")]
    first = DAY - timedelta(days=20)
    for age in range(21):
        newsroom.now = night(first + timedelta(days=age))
        for report in crawl(
            map(newsroom.spec, outlets),
            first + timedelta(days=age),
            web=web,
            archive=archive,
            options=options(newsroom),
        ):
            assert not report.error
            assert report.outcome is not None
    seen = Counter[str]()
    for outlet in outlets:
        for item in press.items[outlet.outlet_id]:
            day = item.published_at.astimezone(ZONE).date()
            looked = night(day) + timedelta(days=7)
            if not first <= day or looked > newsroom.now or not item.is_up(night(day)):
                continue
            versions = paths(archive, newsroom, outlet, day).count(item.path)
            gone = [
                each
                for each in archive.deletions(outlet.outlet_id, day)
                if unquote(each.url).endswith(item.path)
            ]
            is_deleted = item.deleted_at is not None and item.deleted_at <= looked
            was_edited = item.edited_at is not None and item.edited_at <= looked
            # An article that is gone at the second look is not compared any more.
            assert len(gone) == is_deleted, item.path
            assert versions == 1 + was_edited, item.path
            seen.update(edited=was_edited, deleted=is_deleted, same=not was_edited and not is_deleted)
    assert min(seen.values()) > 0, seen


def test_robots_errors_and_pages_that_are_none_are_counted(archive: Archive, tmp_path: Path) -> None:
    feed = "".join(
        f"<item><title>{name}</title><link>ROOT/{name}</link><pubDate>Sat, 14 Mar 2026 10:00:00 +0300</pubDate></item>"
        for name in ("page", "page?2", "nowhere", "short", "endless", "to?http://169.254.169.254/", "self")
    )
    with lying() as liar, door(tmp_path) as web:
        rss = f"<rss version='2.0'><channel><title>x</title>{feed}</channel></rss>".replace("ROOT", liar.root)
        liar.pages = {"/feed": ("application/rss+xml", rss.encode())}
        spec = source(liar.root)
        report = crawl_day(
            spec,
            DAY,
            web=web,
            archive=archive,
            options=CrawlOptions(zone=ZONE, now=night(DAY), max_bytes=1_000_000),
        )

    assert report.outcome is not None
    assert report.outcome.in_count == 7
    assert report.outcome.out_count == report.fetched == 2
    assert report.failed == 1
    assert not report.is_whole
    assert sorted(drop.reason for drop in report.outcome.drops) == sorted(
        [
            DropReason.GONE,
            DropReason.UNREACHABLE,
            DropReason.TOO_LARGE,
            DropReason.REFUSED_ADDRESS,
            DropReason.BAD_REDIRECT,
        ]
    )


def test_a_source_out_of_reach_does_not_look_like_a_quiet_one(archive: Archive, tmp_path: Path) -> None:
    with lying() as liar, door(tmp_path) as web:
        spec = source(liar.root, path="/broken")
        given = CrawlOptions(zone=ZONE, now=night(DAY))
        with pytest.raises(TransientError, match="503"):
            crawl_day(spec, DAY, web=web, archive=archive, options=given)
        reports = list(crawl([spec], DAY, web=web, archive=archive, options=given))
    assert "not collected" in reports[0].line
    assert not total(reports, DAY).is_whole


def test_an_article_of_another_day_goes_to_its_own_day(
    archive: Archive, web: Web, newsroom: Newsroom, press: Press
) -> None:
    outlet = BY_ID["difaf"]
    crawl_day(newsroom.spec(outlet), DAY, web=web, archive=archive, options=options(newsroom))
    with archive.locked("difaf"), open_ledger(archive, "difaf") as ledger:
        for age in range(1, 5):
            day = DAY - timedelta(days=age)
            # The feed of today names those of the days before; they wait in their own days' lists.
            assert ledger.count(day, Strategy.FEED) == len(press.truth(outlet, day, newsroom.now))
            assert not paths(archive, newsroom, outlet, day)


def test_the_outlets_own_count_is_kept(archive: Archive, web: Web, newsroom: Newsroom, press: Press) -> None:
    day = busy_day(BY_ID["difaf"], newsroom)
    report = crawl_day(
        newsroom.spec(BY_ID["difaf"]), day, web=web, archive=archive, options=options(newsroom)
    )
    assert report.expected == report.found == len(press.truth(BY_ID["difaf"], day, newsroom.now))
    assert report.is_whole


def test_a_day_that_cannot_be_reached_says_so(archive: Archive, web: Web, newsroom: Newsroom) -> None:
    report = crawl_day(
        newsroom.spec(BY_ID["barq"]),
        DAY - timedelta(days=60),
        web=web,
        archive=archive,
        options=options(newsroom),
    )
    assert not report.is_whole
    assert "days ago" in report.troubles[0]


def test_totals_add_up() -> None:
    reports = [
        CrawlReport(source_id="a", day=DAY, found=3, fetched=2, dropped=1),
        CrawlReport(source_id="b", day=DAY, found=1, unchanged=1),
    ]
    summed = total(reports, DAY)
    assert (summed.found, summed.fetched, summed.unchanged, summed.dropped) == (4, 2, 1, 1)


def source(root: str, path: str = "/feed") -> SourceSpec:
    return SourceSpec(
        source_id="liar", name_ar="كاذب", name_en="Liar", timezone="Asia/Riyadh", home_url=f"{root}/",
        discovery=(Feed(url=root + path),), manners=Manners(min_delay_seconds=0.0),
    )  # fmt: skip
