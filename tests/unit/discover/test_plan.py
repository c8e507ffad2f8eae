import gzip
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from etl.discover.faults import BombError, DiscoveryError
from etl.discover.plan import Plan, dated, plan
from etl.discover.times import Window
from etl.discover.warc import COMMON_CRAWL_NEWS, MAX_LIST_BYTES, list_addresses, read_warc_list
from etl.model import (
    Discovery,
    Feed,
    Listing,
    RobotsSitemaps,
    Sitemap,
    SourceSpec,
    Strategy,
    WordPressRest,
)

RIYADH = ZoneInfo("Asia/Riyadh")
TODAY = date(2026, 3, 14)
EVERY: tuple[Discovery, ...] = (
    Listing(url="https://n.example/news", page_url="{url}/page/{page}"),
    Listing(url="https://n.example/{yyyy}/{m}/{d}"),
    Sitemap(url="https://n.example/sitemap.xml"),
    RobotsSitemaps(url="https://n.example/robots.txt"),
    Sitemap(url="https://n.example/news.xml", is_news=True),
    WordPressRest(base_url="https://n.example"),
    Feed(url="https://n.example/feed"),
)


def made(age: int, *discovery: Discovery, timezone: str | None = "Asia/Riyadh", **more: object) -> Plan:
    spec = SourceSpec(source_id="n", name_ar="س", name_en="N", timezone=timezone, discovery=discovery)
    window = Window(day=TODAY - timedelta(days=age), zone=RIYADH)
    return plan(spec, window, TODAY, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("age", [0, 1, 2])
def test_today_begins_with_what_knows_today(age: int) -> None:
    made_ = made(age, *EVERY)
    assert [each.strategy.value for each in made_.steps] == [
        "feed", "news_sitemap", "rest", "sitemap", "sitemap", "date_archive", "section",
    ]  # fmt: skip
    assert made_.unreached == ()
    assert [each.is_whole for each in made_.steps] == [False, False, True, True, True, True, False]


def test_the_past_is_reached_by_what_keeps_it() -> None:
    made_ = made(365, *EVERY, has_archive=True, warc_urls=("https://w.example/a.warc.gz",))
    assert [each.strategy.value for each in made_.steps] == [
        "rest", "sitemap", "sitemap", "date_archive", "own_archive", "warc",
    ]  # fmt: skip
    reasons = {each.strategy: each.reason for each in made_.unreached}
    assert set(reasons) == {Strategy.FEED, Strategy.NEWS_SITEMAP, Strategy.SECTION}
    assert "365 days ago" in reasons[Strategy.FEED]


def test_a_section_is_paged_back_for_a_month() -> None:
    assert made(31, EVERY[0]).steps[0].strategy is Strategy.SECTION
    assert made(32, EVERY[0]).steps == ()
    assert made(3, Listing(url="https://n.example/news")).steps == ()


def test_a_day_out_of_reach_says_why() -> None:
    assert made(0, *EVERY).reason == ""
    assert (
        "feed: a feed holds the newest items only, and the day is 3 days ago"
        in made(3, Feed(url="https://n.example/f")).reason
    )
    assert "no discovery" in made(0).reason
    assert "not come yet" in made(-1, *EVERY).reason


def test_addresses_of_the_outlets_own_days() -> None:
    assert made(9, Listing(url="https://n.example/{yyyy}/{m}/{d}")).steps[0].urls == (
        "https://n.example/2026/3/5",
    )
    far = made(9, Listing(url="https://n.example/{yyyy}/{mm}/{dd}"), timezone="Africa/Casablanca")
    assert far.steps[0].urls == ("https://n.example/2026/03/04", "https://n.example/2026/03/05")
    monthly = made(9, Sitemap(url="https://n.example/s-{yyyy}-{mm}.xml"), timezone="Africa/Casablanca")
    assert monthly.steps[0].urls == ("https://n.example/s-2026-03.xml",)
    assert made(9, Sitemap(url="https://n.example/s.xml"), timezone=None).steps[0].urls == (
        "https://n.example/s.xml",
    )


def test_dated_knows_both_forms() -> None:
    assert dated("{yyyy}/{mm}/{dd}/{m}/{d}", date(2026, 3, 4)) == "2026/03/04/3/4"


LIST = "\n".join(
    f"crawl-data/CC-NEWS/2026/03/CC-NEWS-202603{day:02}{hour:02}0000-00001.warc.gz"
    for day in (10, 13, 14, 21, 22)
    for hour in (6, 18)
)


@pytest.mark.parametrize("body", [LIST.encode(), gzip.compress(LIST.encode(), mtime=0)])
def test_warc_files_near_the_day(body: bytes) -> None:
    window = Window(day=TODAY, zone=RIYADH)
    kept = read_warc_list(body, COMMON_CRAWL_NEWS, window)
    assert [each.rpartition("CC-NEWS-")[2][:11] for each in kept] == [
        "20260313180",
        "20260314060",
        "20260314180",
        "20260321060",
        "20260321180",
    ]
    assert kept[0].startswith("https://data.commoncrawl.org/crawl-data/CC-NEWS/2026/03/CC-NEWS-")
    assert list_addresses(COMMON_CRAWL_NEWS, Window(day=date(2026, 3, 28), zone=RIYADH)) == (
        "https://data.commoncrawl.org/crawl-data/CC-NEWS/2026/03/warc.paths.gz",
        "https://data.commoncrawl.org/crawl-data/CC-NEWS/2026/04/warc.paths.gz",
    )


def test_broken_lists_of_warc_files() -> None:
    window = Window(day=TODAY, zone=RIYADH)
    with pytest.raises(DiscoveryError, match="broken"):
        read_warc_list(b"\x1f\x8bxx", COMMON_CRAWL_NEWS, window)
    with pytest.raises(BombError):
        read_warc_list(gzip.compress(b"\n" * (MAX_LIST_BYTES + 1)), COMMON_CRAWL_NEWS, window)
    assert read_warc_list(
        b"own/CC-20269999999999.warc\n\nhttps://w.example/x.warc.gz", COMMON_CRAWL_NEWS, window
    ) == (
        "https://data.commoncrawl.org/own/CC-20269999999999.warc",
        "https://w.example/x.warc.gz",
    )
