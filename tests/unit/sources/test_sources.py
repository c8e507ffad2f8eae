import csv
import re
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest

from etl import sources
from etl.discover.plan import plan, strategy_of
from etl.discover.times import Window
from etl.discover.urls import canonical, host_of, is_wanted
from etl.model import Listing, RobotsSitemaps, SourceSpec, Strategy, WordPressRest
from etl.sources import all_sources
from etl.sources.conventions import wordpress

FOLDER = Path(sources.__file__).parent
OUTLETS = tuple(spec for spec in all_sources().values() if spec.source_id != "inbox")
# Outlets that serve their feeds from hosts that are not their own.
FEED_HOSTS = {"bbc_arabic": "feeds.bbci.co.uk"}


def each_outlet(argument: str = "spec") -> pytest.MarkDecorator:
    return pytest.mark.parametrize(argument, OUTLETS, ids=lambda spec: spec.source_id)


def countries() -> dict[str, dict[str, str]]:
    with (FOLDER.parents[1] / "sql/reference/country.csv").open(encoding="utf-8") as file:
        return {row["country_code"]: row for row in csv.DictReader(file)}


def test_every_arab_state_has_an_outlet_of_its_own() -> None:
    arab = {code for code, row in countries().items() if row["is_arab_league"] == "true"}
    assert len(arab) == 22
    assert not arab - {spec.country_code for spec in OUTLETS}
    assert len(OUTLETS) >= 60


def test_no_outlet_is_declared_twice() -> None:
    homes = [canonical(str(spec.home_url)) for spec in OUTLETS]
    names = [spec.name_en for spec in OUTLETS]
    assert len(set(homes)) == len(homes)
    assert len(set(names)) == len(names)


def test_countries_are_those_of_the_reference() -> None:
    assert {spec.country_code for spec in OUTLETS if spec.country_code} <= countries().keys()


SOURCE_FILES = [file for file in sorted(FOLDER.glob("*.py")) if file.stem not in {"__init__", "platforms"}]


@pytest.mark.parametrize("file", SOURCE_FILES, ids=lambda file: file.stem)
def test_a_source_is_a_short_file(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 40


@each_outlet()
def test_a_source_says_who_and_where_it_is(spec: SourceSpec) -> None:
    assert re.search(r"[\u0620-\u064a]", spec.name_ar)
    assert spec.name_en.isascii()
    assert spec.owner_kind is not None
    assert spec.language == "ar"
    assert ZoneInfo(str(spec.timezone))
    assert str(spec.home_url).startswith("https://")
    low, high = spec.expected_per_day or (0, 1)
    assert 0 <= low < high


@each_outlet()
def test_every_address_says_on_what_it_stands_and_none_claims_to_be_verified(spec: SourceSpec) -> None:
    assert spec.discovery
    site = host_of(str(spec.home_url)).split(".")
    for each in spec.discovery:
        assert each.note
        assert each.verified_on is None
        address = each.base_url if isinstance(each, WordPressRest) else each.url
        host = host_of(address)
        own = host.endswith(".".join(site[-2:]) if len(site[-2]) > 3 else ".".join(site[-3:]))
        assert own or host == FEED_HOSTS.get(spec.source_id), address


@each_outlet()
def test_patterns_let_the_outlets_own_pages_through(spec: SourceSpec) -> None:
    home = str(spec.home_url)
    if spec.allow and urlsplit(home).path.strip("/") and not home.endswith(".html"):
        assert is_wanted(f"{home.rstrip('/')}/2026/03/14/slug", spec)
    for pattern in (*spec.allow, *spec.deny):
        assert re.compile(pattern)


@each_outlet()
def test_today_can_be_reached(spec: SourceSpec) -> None:
    today = date(2026, 3, 14)
    for age in (0, 1, 400):
        window = Window(day=today - timedelta(days=age), zone=ZoneInfo("Asia/Riyadh"))
        made = plan(spec, window, today)
        assert made.steps or made.reason
        for step in made.steps:
            assert all("{" not in url for url in step.urls)
            assert step.urls or step.strategy is Strategy.REST
        assert age > 1 or made.steps


def test_conventions_of_a_site_in_several_languages() -> None:
    feed, rest, robots = wordpress("https://n.example/ar/")
    assert (feed.url, rest.base_url, robots.url) == (  # type: ignore[union-attr]
        "https://n.example/ar/feed/", "https://n.example/", "https://n.example/robots.txt",
    )  # fmt: skip
    assert isinstance(rest, WordPressRest)
    assert isinstance(robots, RobotsSitemaps)


def test_a_listing_with_a_day_in_its_address_is_an_archive() -> None:
    assert strategy_of(Listing(url="https://n.example/{yyyy}/{m}/{d}")) is Strategy.DATE_ARCHIVE
    assert strategy_of(Listing(url="https://n.example/{yyyy}/{mm}/{dd}")) is Strategy.DATE_ARCHIVE
    assert strategy_of(Listing(url="https://n.example/politics")) is Strategy.SECTION
