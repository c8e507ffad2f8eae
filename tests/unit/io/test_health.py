"""What is wrong with a source, by its own history; and the archive read again, and emptied by age."""

import os
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from etl import pipeline, upkeep
from etl.io.archive import Archive
from etl.io.health import Asked, DayCount, Finding, judge_days, judge_listings
from etl.io.health_archive import ExpiredError, expire, is_expired, last_listings, verify
from etl.io.warehouse import open_published
from etl.model import Page
from etl.settings import Settings

DAY = date(2026, 3, 14)


def history(days: int = 70, *, articles: int = 20, **more: object) -> list[DayCount]:
    """Give a source's days before DAY: half as many articles on Fridays."""
    found = []
    for past in range(1, days + 1):
        day = DAY - timedelta(days=past)
        count = articles // 2 if day.weekday() == 4 else articles
        filled = {"title": count, "published_at": count, "author": 0}
        found.append(DayCount(source_id="x", day=day, pages=count, articles=count, drops={}, filled=filled))
    return [replace(each, **more) for each in found]  # type: ignore[arg-type]


def count(**more: object) -> DayCount:
    given = DayCount(
        source_id="x",
        day=DAY,
        pages=20,
        articles=20,
        drops={},
        filled={"title": 20, "published_at": 20, "author": 0},
    )
    return replace(given, **more)  # type: ignore[arg-type]


def found(*days: DayCount, past: list[DayCount] | None = None) -> list[Finding]:
    counts = [*(history() if past is None else past), *days]
    return [each.finding for each in judge_days(counts, DAY, DAY)]


def test_an_ordinary_day_is_no_finding() -> None:
    assert found(count()) == []
    assert found(count(articles=12, pages=12, filled={"title": 12, "published_at": 12})) == []


def test_a_day_is_quiet_against_its_own_weekday() -> None:
    few = count(pages=3, articles=3, filled={"title": 3, "published_at": 3})
    [quiet] = judge_days([*history(), few], DAY, DAY)
    assert (quiet.finding, quiet.expected, quiet.found) == (Finding.QUIET, 20, 3)
    friday = DAY - timedelta(days=1)
    assert friday.weekday() == 4
    assert list(judge_days(history(), friday, friday)) == [], "ten on a Friday are usual"


def test_a_small_or_a_new_source_is_not_quiet_by_chance() -> None:
    none = count(pages=0, articles=0, filled={})
    assert found(none, past=history(articles=4)) == []
    assert found(none, past=history(days=21)) == []
    assert found(none) == [Finding.QUIET]


def test_a_day_without_a_run_is_told() -> None:
    assert found() == [Finding.NOT_COLLECTED]
    assert found(past=history(articles=4)) == []


def test_pages_that_answer_200_and_are_none_are_told_from_the_third_day_on() -> None:
    soft = {
        "pages": 20,
        "articles": 6,
        "drops": {"too_short": 9, "duplicate_text": 5},
        "filled": {"title": 6},
    }
    days = [replace(each, **soft) if DAY - each.day < timedelta(days=3) else each for each in history()]  # type: ignore[arg-type]
    today = count(**soft)
    assert Finding.SOFT_200 in found(today, past=days)
    assert Finding.SOFT_200 not in found(today), "one day is no streak"
    always = history(**soft)
    assert Finding.SOFT_200 not in found(today, past=always), "a source that is always so is no news"


def test_a_field_that_is_gone_is_a_broken_layout() -> None:
    [broken] = judge_days([*history(), count(filled={"title": 20, "published_at": 1, "author": 0})], DAY, DAY)
    assert (broken.finding, broken.about, broken.expected) == (Finding.LAYOUT_BROKEN, "published_at", 1.0)
    assert broken.found == pytest.approx(0.05)


def test_robots_that_now_forbid_are_told_once() -> None:
    shut = {"pages": 0, "articles": 0, "drops": {"robots": 20}, "filled": {}}
    assert Finding.ROBOTS_CHANGED in found(count(**shut))
    assert Finding.ROBOTS_CHANGED not in found(count(**shut), past=history(**shut))


@pytest.mark.parametrize(
    ("answered_by", "status", "findings"),
    [
        ("https://x.example/feed/", 200, []),
        ("http://x.example/feed", 200, []),
        ("https://new.example/feed", 200, [Finding.FEED_MOVED]),
        ("https://x.example/feed", 410, [Finding.FEED_GONE]),
    ],
)
def test_a_feed_that_moved_or_is_gone(answered_by: str, status: int, findings: list[Finding]) -> None:
    asked = Asked(
        source_id="x", day=DAY, url="https://x.example/feed", answered_by=answered_by, status=status
    )
    assert [each.finding for each in judge_listings([asked])] == findings


def write(archive: Archive, day: date, name: str, *, age_seconds: float = 7200) -> Path:
    page = Page(
        source_id="inbox", url=f"inbox:///{name}", content=(name * 400).encode(), content_type="text/plain",
        fetched_at=datetime.now(UTC),
    )  # fmt: skip
    with archive.writer("inbox", day) as writer:
        writer.write(page)
        writer.write(replace(page, url=f"{page.url}.2"))
    path = max(archive.day_dir("inbox", day).glob("*.warc.gz"))
    old = path.stat().st_mtime - age_seconds
    os.utime(path, (old, old))
    return path


def damage(path: Path) -> None:
    """Turn one byte of the last record, and keep the file's age."""
    before = path.stat().st_mtime
    content = bytearray(path.read_bytes())
    content[-40] ^= 0xFF
    path.write_bytes(content)
    os.utime(path, (before, before))


def test_a_damaged_record_is_found_and_a_file_that_is_being_written_is_left_alone(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    write(archive, DAY, "good")
    assert verify(archive, since=DAY).findings == ()
    bad = write(archive, DAY - timedelta(days=1), "bad")
    damage(bad)
    fresh = write(archive, DAY, "fresh", age_seconds=0)
    damage(fresh)
    result = verify(archive, since=DAY - timedelta(days=1))
    assert (result.files, [each.about for each in result.findings]) == (2, [bad.name])
    assert result.findings[0].day == DAY - timedelta(days=1)
    old = [verify(archive, since=DAY + timedelta(days=1), part=part, parts=3).files for part in range(3)]
    assert sum(old) == 2, "each old file is of one part"


def test_a_listing_is_judged_as_it_was_asked_last(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    folder = archive.day_dir("x", DAY)
    folder.mkdir(parents=True)
    row = '{{"url": "{}", "kind": "{}", "key": "https://x.example/feed", "status": {}, "fetched_at": "{}"}}\n'
    lines = [
        row.format("https://new.example/feed", "listing", 200, "2026-03-14T02:00:00Z"),
        row.format("https://x.example/feed", "listing", 404, "2026-03-14T01:00:00Z"),
        row.format("https://x.example/1", "page", 200, "2026-03-14T03:00:00Z"),
    ]
    (folder / "a.index.jsonl").write_text("".join(lines), encoding="utf-8")
    [asked] = last_listings(archive, ["x"], DAY)
    assert (asked.answered_by, asked.status) == ("https://new.example/feed", 200)
    assert list(last_listings(archive, ["x"], DAY + timedelta(days=1))) == []


TEXT = "وزير الداخلية يبحث أمن الحدود\n\n" + "\n\n".join(
    f"بحث وزير الداخلية الجزائري في تونس مع نظيره التونسي سبل تأمين الحدود المشتركة بين البلدين، وتبادل المعلومات {number}."
    for number in ("أولا", "ثانيا", "ثالثا", "رابعا")
)


def test_nothing_is_deleted_without_the_setting_and_an_expired_day_keeps_its_rows(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    settings = Settings(home=tmp_path / "home", inbox=inbox, quiet_seconds=0)
    (inbox / "a.txt").write_text(TEXT, encoding="utf-8")
    pipeline.run(settings, DAY)
    archive, late = Archive(settings.archive_dir), DAY + timedelta(days=100)
    assert upkeep.keep(settings, late) == {"days": 0, "bytes": 0}

    done = upkeep.keep(settings.model_copy(update={"keep_days": 90}), late)
    assert (done["days"], done["bytes"] > 0) == (1, True)
    assert is_expired(archive, "inbox", DAY)
    assert not list(archive.files("inbox"))
    assert list(expire(archive, late)) == [], "twice is once"

    with pytest.raises(ExpiredError, match="were deleted"):
        pipeline.refine(settings, "inbox", DAY)
    with pytest.raises(upkeep.OutOfReachError, match="RASAD_KEEP_DAYS"):
        upkeep.collect(settings, "inbox", DAY, mode=upkeep.Mode.REPROCESS)
    pipeline.run(settings, late)
    with open_published(settings.published_file) as connection:
        assert connection.execute("SELECT count(*), min(collected_date) FROM fact_article").fetchall() == [
            (1, DAY)
        ]
        assert connection.execute("SELECT count(*) FROM fact_drop").fetchall() == [(0,)]


def test_findings_are_told_once_and_taken_out_when_they_are_mended(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    settings = Settings(home=tmp_path / "home", inbox=inbox, quiet_seconds=0)
    (inbox / "a.txt").write_text(TEXT, encoding="utf-8")
    pipeline.run(settings, DAY)
    damaged = upkeep.Found(
        source_id="inbox", day=DAY, finding=Finding.ARCHIVE_DAMAGED, detail="torn", about="a.warc.gz"
    )
    moved = replace(damaged, finding=Finding.FEED_MOVED, about="https://x.example/feed")
    today = DAY + timedelta(days=1)
    for findings, new, rows in (
        ((damaged, moved), 2, [("archive_damaged",), ("feed_moved",)]),
        ((damaged, moved), 0, [("archive_damaged",), ("feed_moved",)]),
        ((), 0, [("archive_damaged",)]),
    ):
        assert len(upkeep.judge(settings, today, damaged=findings).new) == new
        upkeep.load(settings, today)
        pipeline.check(settings)
        pipeline.publish(settings)
        with open_published(settings.published_file) as connection:
            assert connection.execute("SELECT finding FROM fact_health ORDER BY ALL").fetchall() == rows


def test_a_run_that_asks_no_site_says_what_it_cannot_have(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home", inbox=tmp_path)
    with pytest.raises(upkeep.OutOfReachError, match=f"nothing is archived of {DAY}"):
        upkeep.collect(settings, "inbox", DAY, mode=upkeep.Mode.REPROCESS)


def test_a_limit_leaves_the_rest_to_the_next_run(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for name in "abc":
        (inbox / f"{name}.txt").write_text(f"{TEXT} {name}", encoding="utf-8")
    settings = Settings(home=tmp_path / "home", inbox=inbox, quiet_seconds=0)
    assert upkeep.collect(settings, "inbox", DAY, most=2)["out_count"] == 2
    assert upkeep.collect(settings, "inbox", DAY, most=2)["out_count"] == 3
