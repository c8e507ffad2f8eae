"""Times as pages state them to the outlet's own clock; a shown day is never moved silently."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest

from etl.extract.metadata_dates import Shown, Stamp, decide, read_stamp, url_stamp

CAIRO = ZoneInfo("Africa/Cairo")
RIYADH = ZoneInfo("Asia/Riyadh")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-03-05T08:15:00+03:00", datetime(2024, 3, 5, 8, 15, tzinfo=timezone(timedelta(hours=3)))),
        ("2024-03-05T08:15:00Z", datetime(2024, 3, 5, 8, 15, tzinfo=UTC)),
        ("2024-03-05T08:15:00.123+0300", datetime(2024, 3, 5, 8, 15, tzinfo=timezone(timedelta(hours=3)))),
        ("2024-03-05 08:15", datetime(2024, 3, 5, 8, 15, tzinfo=RIYADH)),
        ("2024/3/5 8:15:30 PM", datetime(2024, 3, 5, 20, 15, 30, tzinfo=RIYADH)),
        ("20240305", datetime(2024, 3, 5, tzinfo=RIYADH)),
        ("05/03/2024 08:15", datetime(2024, 3, 5, 8, 15, tzinfo=RIYADH)),
        ("Tue, 05 Mar 2024 08:15:00 GMT", datetime(2024, 3, 5, 8, 15, tzinfo=UTC)),
        ("1709626500", datetime(2024, 3, 5, 8, 15, tzinfo=UTC)),
        ("1709626500000", datetime(2024, 3, 5, 8, 15, tzinfo=UTC)),
    ],
)
def test_a_machine_s_time_is_read(value: str, expected: datetime) -> None:
    stamp = read_stamp(value, "meta")
    assert stamp is not None
    assert stamp.at(RIYADH) == expected


@pytest.mark.parametrize("value", ["", "soon", "0001-01-01T00:00:00Z", "2024-13-45", "1970-01-01", "12"])
def test_what_is_no_time_is_none(value: str) -> None:
    assert read_stamp(value, "meta") is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://e.org/story/2020/8/24/title/49", date(2020, 8, 24)),
        ("https://e.org/2015/01/150130_title", None),
        ("https://e.org/news-2021-05-06-title", date(2021, 5, 6)),
        ("https://e.org/news/12345", None),
    ],
)
def test_the_path_is_the_weakest_witness(url: str, day: date | None) -> None:
    stamp = url_stamp(url)
    assert (stamp.day if stamp else None) == day


def shown(text: str) -> Stamp:
    stamp = read_stamp(text, "visible")
    assert stamp is not None
    return stamp


def decided(stated: str, visible: str, zone: tzinfo) -> tuple[str | None, list[str]]:
    stamp = read_stamp(stated, "meta") if stated else None
    seen = Shown(field="published", stamps=(shown(visible),) if visible else (), zone=zone)
    at = decide((stamp,) if stamp else (), seen)
    return at.isoformat() if at else None, [conflict.why for conflict in seen.conflicts]


@pytest.mark.parametrize(
    ("stated", "visible", "expected", "why"),
    [
        # The page shows the local day, the stamp the UTC one: the local one is given.
        ("2020-12-24T23:59:50+00:00", "2020-12-25 01:59", "2020-12-25T01:59:50+02:00", []),
        # The same clock on the page and in a "UTC" stamp: the Z is false.
        ("2020-08-24T09:23:13Z", "2020-08-24 09:23", "2020-08-24T09:23:13+02:00", ["false Z"]),
        # The page's clock tells its offset even where the source's zone is another.
        ("2024-03-05T08:00:00Z", "2024-03-05 09:00", "2024-03-05T09:00:00+01:00", []),
        # Only a day is shown, and it is the stamp's own: not moved.
        ("2020-08-24T23:30:00Z", "2020-08-24", "2020-08-24T23:30:00+02:00", ["shown day against UTC"]),
        # Only a day is shown, and it is the local one.
        ("2020-08-24T23:30:00Z", "2020-08-25", "2020-08-25T01:30:00+02:00", []),
        ("2020-08-24T23:30:00+01:00", "", "2020-08-24T23:30:00+01:00", []),
        ("2020-08-24T23:30:00", "", "2020-08-24T23:30:00+02:00", []),
        ("", "2020-08-24", "2020-08-24T00:00:00+02:00", []),
        ("", "", None, []),
        # The page shows another year: the crawl's day or an old story's; the stamp stands, noted.
        ("2020-08-24T10:00:00Z", "2022-01-01", "2020-08-24T12:00:00+02:00", ["shown day differs"]),
    ],
)
def test_local_time_against_utc(stated: str, visible: str, expected: str | None, why: list[str]) -> None:
    assert decided(stated, visible, CAIRO) == (expected, why)


def test_the_shown_day_wins_where_the_zone_is_unknown() -> None:
    assert decided("2020-12-24T23:59:50Z", "2020-12-25", UTC) == (
        "2020-12-25T02:59:50+03:00",
        ["shown day against zone"],
    )
