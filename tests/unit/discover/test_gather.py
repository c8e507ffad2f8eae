from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.discover.gather import day_of, gather, merge, reaches_back
from etl.discover.times import Window, day_in_url, local_days, read_time
from etl.model import Entry, Strategy

RIYADH = ZoneInfo("Asia/Riyadh")
DAY = Window(day=date(2026, 3, 14), zone=RIYADH)


def entry(url: str, by: Strategy = Strategy.FEED, **fields: object) -> Entry:
    return Entry(url=url, source_id="news", found_by=(by,), **fields)  # type: ignore[arg-type]


def test_spellings_of_one_article_become_one_entry_with_all_that_is_known() -> None:
    (joined,) = merge(
        (
            entry("https://news.example/خبر", modified_at=datetime(2026, 3, 15, tzinfo=UTC)),
            entry("http://www.news.example/%D8%AE%D8%A8%D8%B1/?utm_source=x", Strategy.REST, title="خبر",
                  published_at=datetime(2026, 3, 14, 9, tzinfo=UTC), modified_at=datetime(2026, 3, 14, tzinfo=UTC)),
        )
    )  # fmt: skip
    assert joined.url == "https://news.example/خبر"
    assert joined.found_by == (Strategy.FEED, Strategy.REST)
    assert (joined.title, joined.published_at) == ("خبر", datetime(2026, 3, 14, 9, tzinfo=UTC))
    assert joined.modified_at == datetime(2026, 3, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("found", "place"),
    [
        (entry("https://n.example/1", published_at=datetime(2026, 3, 13, 21, tzinfo=UTC)), "inside"),
        (entry("https://n.example/1", published_at=datetime(2026, 3, 14, 20, 59, 59, tzinfo=UTC)), "inside"),
        (entry("https://n.example/1", published_at=datetime(2026, 3, 14, 21, tzinfo=UTC)), "outside"),
        (entry("https://n.example/1", published_on=date(2026, 3, 14)), "inside"),
        (entry("https://n.example/2026/03/14/a"), "inside"),
        (entry("https://n.example/2026/03/14/a", published_on=date(2026, 3, 15)), "outside"),
        (entry("https://n.example/2026/03/13/a"), "outside"),
        (entry("https://n.example/1", modified_at=datetime(2026, 3, 14, 9, tzinfo=UTC)), "likely"),
        (entry("https://n.example/1", modified_at=datetime(2026, 3, 13, 20, tzinfo=UTC)), "outside"),
        (entry("https://n.example/1", modified_at=datetime(2026, 6, 1, tzinfo=UTC)), "possible"),
        (entry("https://n.example/1"), "possible"),
        (entry("mailto:a@b.c"), "refused"),
    ],
)
def test_each_entry_goes_to_its_own_day(found: Entry, place: str) -> None:
    sorted_ = gather((found,), DAY)
    assert {
        name: getattr(sorted_, name) for name in sorted_.__dataclass_fields__ if getattr(sorted_, name)
    } == {place: (found,)}


def test_an_entry_of_another_day_keeps_its_day() -> None:
    (other,) = gather((entry("https://n.example/1", published_on=date(2026, 3, 12)),), DAY).outside
    assert day_of(other, DAY) == date(2026, 3, 12)


def test_whether_a_feed_reaches_back() -> None:
    today = entry("https://n.example/1", published_on=date(2026, 3, 14))
    before = entry("https://n.example/2", published_on=date(2026, 3, 13))
    assert not reaches_back((today,), DAY, strategy=Strategy.FEED)
    assert not reaches_back((), DAY, strategy=Strategy.FEED)
    assert reaches_back((today, before), DAY, strategy=Strategy.FEED)
    assert not reaches_back((today, before), DAY, strategy=Strategy.NEWS_SITEMAP)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://n.example/2026/03/14/slug", date(2026, 3, 14)),
        ("https://n.example/2026/3/4/slug", date(2026, 3, 4)),
        ("https://n.example/news/2026-03-14/slug", date(2026, 3, 14)),
        ("https://n.example/14/3/2026/slug", date(2026, 3, 14)),
        ("https://n.example/20260314/slug", date(2026, 3, 14)),
        ("https://n.example/story/2026/3/14/خبر/5361", date(2026, 3, 14)),
        ("https://n.example/2026/02/31/slug", None),
        ("https://n.example/2026/03/slug", None),
        ("https://n.example/20261", None),
        ("https://n.example/a?d=2026/03/14", None),
    ],
)
def test_the_day_in_an_address(url: str, day: date | None) -> None:
    assert day_in_url(url) == day


def test_a_day_touches_two_days_of_a_far_outlet() -> None:
    assert list(local_days(DAY, ZoneInfo("Africa/Casablanca"))) == [date(2026, 3, 13), date(2026, 3, 14)]
    assert list(local_days(DAY, RIYADH)) == [date(2026, 3, 14)]


def test_a_day_of_twenty_three_hours_ends_where_the_next_begins() -> None:
    # Cairo's clocks went forward on 24 April 2026.
    short = Window(day=date(2026, 4, 24), zone=ZoneInfo("Africa/Cairo"))
    assert (short.end.astimezone(UTC) - short.start.astimezone(UTC)).total_seconds() == 23 * 3600


@given(st.text(max_size=60))
def test_any_text_is_a_time_or_none(text: str) -> None:
    stated = read_time(text, RIYADH)
    assert stated.at is None or stated.at.utcoffset() is not None


@given(
    st.lists(
        st.tuples(st.sampled_from(["/1", "/1/", "/2?utm_x=1", "/2", "mailto:x"]), st.none() | st.dates()),
        max_size=8,
    )
)
def test_nothing_is_lost_or_twice(pairs: list[tuple[str, date | None]]) -> None:
    found = [
        entry(f"https://n.example{url}" if url[0] == "/" else url, published_on=day) for url, day in pairs
    ]
    sorted_ = gather(found, DAY)
    kept = [*sorted_.inside, *sorted_.likely, *sorted_.possible, *sorted_.outside]
    assert len(kept) == len({url.strip("/").partition("?")[0] for url, _ in pairs if url[0] == "/"})
    assert len(sorted_.refused) == sum(url == "mailto:x" for url, _ in pairs)
