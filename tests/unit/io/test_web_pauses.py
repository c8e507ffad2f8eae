from datetime import UTC, datetime
from pathlib import Path

import pytest

from etl.io.backoff import Host, pause_before, retry_after
from etl.io.robots import RobotsAnswer, read_rules
from etl.io.web_faults import TransientError

NOW = datetime(2026, 3, 14, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0), ("0", 0.0), (" 5 ", 5.0), ("Sat, 14 Mar 2026 10:01:00 GMT", 60.0), ("Sat, 14 Mar 2026 09:00:00 GMT", 0.0),
        ("", None), (None, None), ("soon", None), ("-5", None), ("٥", None), ("1e9", None), ("9" * 30, 999_999_999.0),
    ],
)  # fmt: skip
def test_retry_after_is_seconds_or_a_date(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


def test_pauses_grow_and_are_spread() -> None:
    for attempt in range(10):
        pauses = {pause_before(attempt, base_seconds=1.0, most_seconds=30.0) for _ in range(50)}
        assert len(pauses) > 40
        assert max(pauses) <= min(30.0, 2.0**attempt)


def test_a_turn_that_was_noted_far_ahead_does_not_stop_the_night(tmp_path: Path) -> None:
    host = Host("example.org", tmp_path)
    with host.turn(0.0, patience_seconds=1.0):
        pass
    next(tmp_path.glob("*.turn")).write_text("no number at all")
    with host.turn(0.0, patience_seconds=1.0):
        pass
    host.close()


def test_robots_are_read_as_the_standard_says() -> None:
    def rules(status: int, content: bytes = b"") -> object:
        return read_rules(
            RobotsAnswer(url="https://example.org/robots.txt", status=status, content=content), "Rasad"
        )

    for status in (500, 503, 429):
        with pytest.raises(TransientError, match="robots"):
            rules(status)
    read = read_rules(
        RobotsAnswer(
            url="https://example.org/robots.txt", status=200,
            content="\N{ZERO WIDTH NO-BREAK SPACE}User-agent: Rasad\nDisallow: /خاص\nCrawl-delay: 7\n\nUser-agent: *\nDisallow: /\nSitemap: https://example.org/s.xml".encode(),
        ),
        "Rasad",
    )  # fmt: skip
    assert read.allow("https://example.org/%D8%AE%D8%A8%D8%B1", "Rasad")
    assert not read.allow("https://example.org/%D8%AE%D8%A7%D8%B5/1", "Rasad")
    assert read.delay_seconds == 7
    assert read.sitemaps == ("https://example.org/s.xml",)
