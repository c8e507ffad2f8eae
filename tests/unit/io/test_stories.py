"""Nights in any order: the same reports, stories, trails and revisions, row for row."""

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from etl import pipeline
from etl.io.staging import SCHEMAS, Staging
from etl.io.steps import load_steps
from etl.io.warehouse import Warehouse, open_published
from etl.prints import printed_rows, version_rows
from etl.settings import Settings
from etl.sources import all_sources
from etl.text.letters import fold

DAYS = tuple(date(2026, 3, day) for day in (14, 15, 16))
TABLES = {
    "dim_text": "text_key",
    "bridge_text_band": "text_key, band",
    "bridge_text_term": "text_key, term_key",
    "fact_text_pair": "ALL",
    "bridge_article_story": "ALL",
    "bridge_article_credit": "ALL",
    "dim_report": "ALL",
    "dim_story": "ALL",
    "fact_story_merge": "ALL",
    "fact_version": "ALL",
    "fact_revision": "ALL",
}
GOLDEN = Path(__file__).parents[2] / "golden"
Rows = dict[str, list[tuple[object, ...]]]


def texts() -> dict[str, dict[str, str]]:
    rows = (
        json.loads(line) for line in (GOLDEN / "pairs_texts.jsonl").read_text(encoding="utf-8").splitlines()
    )
    return {row["id"]: row for row in rows}


def article(
    name: str, day: date, hour: int, *, source: str = "inbox", published: bool = True
) -> dict[str, object]:
    """The article of a golden text; `name` may end with #n, for another article with that text."""
    text = texts()[name.split("#", maxsplit=1)[0]]
    at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    article_id = hashlib.sha256(name.encode()).hexdigest()[:16]
    body = text["body"]
    return {
        "article_id": article_id, "source_id": source, "url": f"inbox:///{name}", "news_date": day,
        "collected_date": day, "collected_at": at + timedelta(hours=1), "published_at": at if published else None,
        "language": "ar", "title": text["title"], "section": None, "author": None, "attribution": None,
        "tags": [], "captions": [], "body": body, "word_count": len(body.split()),
        "text_hash": hashlib.sha256(fold(f"{text['title']}\n{body}").encode()).hexdigest()[:16],
    }  # fmt: skip


def night(day: date) -> list[dict[str, object]]:
    first, second, third = DAYS
    told = {
        first: [
            article("dam.cut", first, 9), article("dam.other", first, 11), article("ferry", first, 7),
            article("cable0", first, 8), article("cable1", first, 8), article("rail.ortho", first, 15),
            article("strike.say", first, 20), article("prison", first, 5, published=False),
        ],
        second: [
            article("dam.cut#2", second, 6), article("dam.say", second, 8), article("dam.follow", second, 12),
            article("ferry.follow", second, 9), article("cable0.copy", second, 1), article("weather0", second, 4),
            article("rail.other", second, 3), article("strike.cut2", second, 2), article("prison.moved", second, 5),
        ],
        third: [
            # Published before everything else of its story, and found last.
            {**article("dam", first, 3), "collected_date": third, "collected_at": datetime(2026, 3, 16, 9, tzinfo=UTC)},
            article("weather1", third, 4), article("strike.lead", third, 4), article("rail", third, 6),
            article("prison.other", third, 7),
        ],
    }  # fmt: skip
    return told[day]


class House:
    """A warehouse with its staging, in a folder of its own."""

    def __init__(self, root: Path) -> None:
        self.staging = Staging(root / "staging")
        self.file = root / "working.duckdb"
        self.warehouse = Warehouse(self.file, root / "rasad.duckdb", load_steps())

    def load(self, day: date, articles: Iterable[dict[str, object]]) -> None:
        rows: dict[str, list[object]] = {table: [] for table in SCHEMAS}
        rows["article"] = list(articles)
        for each in rows["article"]:
            for table, row in printed_rows(each):  # type: ignore[arg-type]
                rows[table].append(row)
        rows["version"] = list(version_rows(rows["article"], []))  # type: ignore[arg-type]
        count = len(rows["article"])
        rows["outcome"] = [
            {
                "news_date": day,
                "source_id": "inbox",
                "stage": "refine",
                "in_count": count,
                "out_count": count,
                "drop_count": 0,
            }
        ]
        for table, content in rows.items():
            self.staging.write(day, "inbox", table, content)  # type: ignore[arg-type]
        self.warehouse.load(self.staging.day_dir(day), day, all_sources().values())

    def rows(self) -> Rows:
        with duckdb.connect(str(self.file), read_only=True) as connection:
            return {
                table: connection.execute(f"FROM {table} ORDER BY {order}").fetchall()
                for table, order in TABLES.items()
            }

    def query(self, query: str) -> list[tuple[object, ...]]:
        with duckdb.connect(str(self.file), read_only=True) as connection:
            return connection.execute(query).fetchall()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    house = House(tmp_path_factory.mktemp("in-order"))
    for day in DAYS:
        house.load(day, night(day))
    return house


@pytest.mark.parametrize("order", [DAYS[::-1], (DAYS[1], DAYS[2], DAYS[0])], ids=str)
def test_the_order_of_nights_changes_nothing(house: House, tmp_path: Path, order: tuple[date, ...]) -> None:
    other = House(tmp_path)
    for day in order:
        other.load(day, reversed(night(day)))

    assert other.rows() == house.rows()


def test_a_night_again_and_a_night_undone_leave_no_trace(house: House, tmp_path: Path) -> None:
    other = House(tmp_path)
    for day in (*DAYS, DAYS[1]):
        other.load(day, night(day))
    assert other.rows() == house.rows()

    other.load(DAYS[1], [*night(DAYS[1]), article("museum", DAYS[1], 4), article("ferry.cut", DAYS[1], 1)])
    assert other.rows() != house.rows()
    other.load(DAYS[1], night(DAYS[1]))
    assert other.rows() == house.rows()


def test_every_check_passes(house: House) -> None:
    assert not [each for each in house.warehouse.check() if each.severity == "fail" and each.row_count]


def test_copies_reports_and_stories_are_counted_apart(house: House) -> None:
    [(articles, reports, copies, first)] = house.query(
        "SELECT article_count, report_count, copy_count, first_at FROM dim_story WHERE title LIKE '%الحوز%'"
        " AND article_count > 2"
    )
    [cables] = house.query(
        "SELECT count(*), count(DISTINCT report_key) FROM bridge_article_story JOIN fact_article USING (article_key)"
        " WHERE url LIKE '%cable%'"
    )

    assert (articles, reports, copies) == (5, 2, 3)
    assert first == datetime(2026, 3, 14, 3, tzinfo=UTC)
    assert cables == (3, 2)


def test_an_older_article_found_late_leaves_a_trail_that_leads_on(house: House) -> None:
    [(was, now)] = house.query(
        "SELECT DISTINCT one.url, other.url FROM fact_story_merge"
        " JOIN fact_article AS one ON one.article_key = story_key"
        " JOIN fact_article AS other ON other.article_key = into_story_key"
        " WHERE merged_date = '2026-03-16' AND one.url LIKE '%dam%'"
    )

    assert (was, now) == ("inbox:///dam.cut", "inbox:///dam")


def test_every_count_exists_three_ways(house: House) -> None:
    [counts] = house.query(
        "FROM article_counts((SELECT list(article_key) FROM fact_article WHERE url LIKE '%dam%'))"
    )
    [day] = house.query("FROM article_counts_by_day() WHERE news_date = '2026-03-16'")
    [now] = house.query(
        "SELECT DISTINCT story_now(article_id) = story_id FROM fact_article JOIN bridge_article_story"
        " USING (article_key) JOIN dim_story USING (story_key)"
    )

    assert counts == (6, 3, 2)
    assert day[1:] == ("inbox", 4, 4, 4)
    assert now == (True,)
    assert house.query("FROM article_revisions('nothing')") == []


BODY = [
    "أعلنت وزارة الصحة التونسية، يوم الخميس، عن افتتاح مركز جديد لطب الأطفال في مدينة القيروان بطاقة 40 سريرا.",
    "وقال مدير المركز إن العمل يبدأ يوم الاثنين المقبل، وإن الفريق الطبي يضم أحد عشر طبيبا وثلاثين ممرضا من أبناء الجهة.",
    "وبلغت كلفة المشروع ثمانية ملايين دينار، ساهم فيها متبرعون من المدينة ومن التونسيين المقيمين في الخارج.",
]


def test_an_article_edited_ten_times_has_ten_revisions(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home", inbox=tmp_path / "inbox", quiet_seconds=0)
    settings.inbox_dir.mkdir()
    document = settings.inbox_dir / "a.txt"
    for edit in range(11):
        # Two fetches a day: the second supersedes the first, which is a version all the same.
        day = DAYS[0] + timedelta(days=edit // 2)
        text = "\n\n".join(["افتتاح مركز لطب الأطفال في القيروان", *BODY]).replace(
            "40 سريرا", f"{40 + edit} سريرا"
        )
        document.write_text(text + "\n", encoding="utf-8")
        pipeline.collect(settings, "inbox", day)
    for day in reversed([DAYS[0] + timedelta(days=each) for each in range(6)]):
        pipeline.refine(settings, "inbox", day)
        pipeline.load(settings, day)
    pipeline.publish(settings)

    with open_published(settings.published_file) as connection:
        rows = connection.execute(
            "SELECT nth, is_number_changed, is_title_changed, words_added, words_removed FROM fact_revision ORDER BY nth"
        ).fetchall()
        kept = connection.execute("SELECT count(*), count(body) FROM fact_version").fetchone()
    assert rows == [(nth, True, False, 1, 1) for nth in range(1, 11)]
    assert kept == (11, 10)
