"""The search of the published file: what is found, in what order, and that a load adds what it must."""

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.io.checks import run_checks
from etl.io.marts import make_macros, make_tables, sql
from etl.io.search import register
from etl.io.staging import SCHEMAS, Staging
from etl.io.steps import load_steps
from etl.io.warehouse import Warehouse, open_published
from etl.sources import all_sources

DAY = date(2026, 3, 14)
ARTICLES = {
    "title": (
        "التعاون الأمني بين المغرب وإسبانيا",
        "بحث الوزير سبل العمل المشترك مع نظيره الإسباني في الرباط.",
    ),
    "body": ("لقاء في مدريد", "أكد الجانبان تعاونا أمنيا وثيقا مع المغرب، وأشاد المسئولون الأميركيون بذلك."),
    "apart": ("معرض الكتاب", "قال إن أمن المعرض كان ثمرة عمل طويل في المغرب، وإن التعاون كان كاملا."),
    "other": ("كرة القدم", "فاز المنتخب في مباراة الأمس، وسجل اللاعبون ثلاثة أهداف يوم ١٥ حزيران ٢٠٢٤."),
    "latin": ("تقنية", "أعلنت شركة Reuters و OpenAI عن اتفاق بقيمة 3.5 مليون دولار."),
}
Search = Callable[..., list[dict[str, Any]]]


def article(
    article_id: str, title: str | None, body: str, day: date, source: str = "hespress"
) -> dict[str, Any]:
    return {
        "article_id": article_id,
        "source_id": source,
        "url": f"https://example.org/{article_id}",
        "news_date": day,
        "collected_date": day,
        "collected_at": datetime(day.year, day.month, day.day, 5, tzinfo=UTC),
        "language": "ar",
        "title": title,
        "body": body,
        "word_count": len(body.split()),
        "text_hash": article_id,
    }


def stage(root: Path, day: date, articles: list[dict[str, Any]], source: str = "hespress") -> Path:
    staging = Staging(root)
    named = [
        {"article_id": each["article_id"], "kind": "country", "entity_id": "MA", "field": "body",
         "surface": "المغرب", "start_offset": each["body"].index("المغرب"),
         "end_offset": each["body"].index("المغرب") + 6, "rule": "gazetteer/1", "score": 1.0}
        for each in articles
        if "المغرب" in each["body"]
    ]  # fmt: skip
    counts = {"in_count": len(articles), "out_count": len(articles), "drop_count": 0}
    staging.write(day, source, "article", articles)
    staging.write(day, source, "mention", named)
    for table in sorted(SCHEMAS.keys() - {"article", "mention", "outcome", "repeated"}):
        staging.write(day, source, table, [])
    staging.write(
        day, source, "outcome", [{"news_date": day, "source_id": source, "stage": "refine", **counts}]
    )
    return staging.day_dir(day)


def warehouse_in(root: Path, name: str = "working") -> Warehouse:
    return Warehouse(root / f"{name}.duckdb", root / f"{name}-published.duckdb", load_steps())


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("search")
    warehouse = warehouse_in(root)
    today = [article(name, *texts, DAY) for name, texts in ARTICLES.items()]
    later = DAY + timedelta(days=1)
    warehouse.load(stage(root / "staging", DAY, today), DAY, all_sources().values())
    elsewhere = [article("elsewhere", None, "تعاون بين ليبيا وتونس في الأمن.", later, "aljazeera")]
    warehouse.load(stage(root / "staging", later, elsewhere, "aljazeera"), later, all_sources().values())
    warehouse.publish()
    return root / "working-published.duckdb"


@pytest.fixture(scope="module")
def search(published: Path) -> Search:
    connection = open_published(published)

    def run(query: str | None, filters: str = "") -> list[dict[str, Any]]:
        result = connection.execute(f"FROM search($1{filters})", [query])
        names = [name for name, *_ in result.description or ()]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    return run


def ids(found: list[dict[str, Any]]) -> list[str]:
    return [hit["article_id"] for hit in found]


@pytest.mark.parametrize(
    "query", ["تعاون أمني المغرب", "التعاون الأمني بالمغرب", "تعاونا أمنيا والمغرب", "التّعاون الأمنى المغـرب"]
)
def test_a_query_finds_every_inflection_and_spelling_title_first(search: Search, query: str) -> None:
    assert ids(search(query))[0] == "title"
    assert set(ids(search(query))) == {"title", "body", "apart"}


def test_doublets_and_months_meet(search: Search) -> None:
    assert ids(search("المسؤولين الأمريكيين")) == ["body"]
    assert ids(search("15 يونيو 2024")) == ids(search("يونيه")) == ["other"]
    assert ids(search("REUTERS")) == ["latin"]


def test_a_phrase_stands_side_by_side_in_its_order(search: Search) -> None:
    assert set(ids(search('"تعاون أمني"'))) == {"title", "body"}
    assert ids(search('"أمن تعاون"')) == []
    assert ids(search('"تعاون أمني" مدريد')) == ["body"]
    assert set(ids(search('"تعاون أمني مدريد'))) == {"body"}  # a quote that is never closed holds no phrase
    assert ids(search('"الرباط لقاء"')) == []


def test_a_phrase_does_not_run_from_the_title_into_the_body(search: Search) -> None:
    assert ids(search('"وإسبانيا بحث"')) == []
    assert ids(search("وإسبانيا بحث")) == ["title"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ("", {"title", "body", "apart", "elsewhere"}),
        (", source := 'aljazeera'", {"elsewhere"}),
        (", date_from := DATE '2026-03-15'", {"elsewhere"}),
        (", date_to := '2026-03-14'", {"title", "body", "apart"}),
        (", country := 'MA'", {"body", "apart"}),
        (", country := 'المغرب'", {"body", "apart"}),
        (", country := 'ZZ'", set()),
        (", source := 'nobody'", set()),
    ],
)
def test_filters(search: Search, filters: str, expected: set[str]) -> None:
    assert set(ids(search("تعاون أمن", filters))) == expected


def test_most_and_marks(search: Search) -> None:
    (hit,) = search("تعاون", ", most := 1, hit_start := '<b>', hit_end := '</b>'")
    assert hit["rank"] == 1
    assert search("تعاون أمني مدريد")[0]["snippet"].startswith("أكد الجانبان [تعاونا] [أمنيا] وثيقا")


@pytest.mark.parametrize(
    "query",
    [None, "", " ", '"', '""', "'", "%", "_", "\\", "(", "[", "*", "؟!،", "; DROP TABLE fact_article; --", "في", '"في"',
     "$1", "\0", "ـ", "َ", "😀", "ا" * 10_000, "تعاون " * 2_000, '"' * 999, "كلمة_لا_توجد", "\u202e\u2067", 'تعاون\n"أمني'],
)  # fmt: skip
def test_no_query_is_an_error(search: Search, query: str | None) -> None:
    assert len(search(query)) <= 20


def test_it_works_under_any_name_and_attached(published: Path, tmp_path: Path) -> None:
    renamed = tmp_path / "أرشيف الصحافة.duckdb"
    renamed.write_bytes(published.read_bytes())
    with duckdb.connect(str(renamed), read_only=True) as connection:
        assert len(connection.execute("FROM search('تعاون')").fetchall()) == 4
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{renamed}' AS w (READ_ONLY)")
        with pytest.raises(duckdb.CatalogException):
            connection.execute("FROM w.search('تعاون')")
        connection.execute("USE w")
        assert len(connection.execute("FROM search('تعاون')").fetchall()) == 4
        connection.execute("SET search_path = 'memory,w'")
        assert len(connection.execute("FROM w.search('تعاون')").fetchall()) == 4


WORDS = "تعاون أمني المغرب وزير الداخلية اجتماع مشترك قال أعلن الحدود اتفاق دولة حكومة شركة مدينة".split()


def _text(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=12))


STAGED = ("staging_article", "staging_outcome", "loaded_source", "changed_article")
SEARCHED = ("search_article", "search_posting", "search_text")
OF_SEARCH = ("kept_place", "staging_place", "staging_posting")


def _load(connection: duckdb.DuckDBPyConnection, folder: Path, day: date) -> None:
    """Load the articles and their postings alone: the statements of a night, without the rest of the star."""
    connection.execute("SET VARIABLE staging = $1", [str(folder)])
    connection.execute("SET VARIABLE news_date = $1::DATE", [day])
    for view in (*STAGED, *OF_SEARCH):
        connection.execute(sql(f"staging/{view}.sql"))
    for table in ("fact_article", *SEARCHED):
        connection.execute(sql(f"marts/{table}/load.sql"))


def _opened() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    register(connection)
    connection.execute("SET VARIABLE loaded_at = TIMESTAMPTZ '2026-03-15 02:00:00+00'")
    make_tables(connection)
    make_macros(connection)
    return connection


def _rows(connection: duckdb.DuckDBPyConnection) -> list[list[tuple[Any, ...]]]:
    return [connection.execute(f"FROM {table} ORDER BY ALL").fetchall() for table in SEARCHED]


def test_loads_in_any_order_and_again_equal_one_rebuild(tmp_path: Path) -> None:
    chance = random.Random(9)  # noqa: S311 (a repeatable text)
    days = [DAY + timedelta(days=nth) for nth in range(4)]
    folders = {}
    for nth, day in enumerate(days):
        # Every day gives some articles of the days before anew, with another text.
        names = [f"{each}" for each in range(max(0, 5 * nth - 3), 5 * nth + 5)]
        folders[day] = stage(
            tmp_path, day, [article(name, _text(chance), _text(chance), day) for name in names]
        )
    with _opened() as once, _opened() as often:
        for day in days:
            _load(once, folders[day], day)
        for nth in (2, 0, 2, 3, 1, 0, 3, 1):
            _load(often, folders[days[nth]], days[nth])
        assert _rows(once) == _rows(often)
        assert len(_rows(once)[0]) == 20


def test_a_source_that_is_staged_no_more_keeps_its_postings(tmp_path: Path) -> None:
    stage(tmp_path, DAY, [article(f"m{nth}", "ميناء", "باخرة ترسو في ميناء بعيد", DAY) for nth in range(5)])
    folder = stage(tmp_path, DAY, [article("z", "تعاون", "تعاون أمني", DAY, "aljazeera")], "aljazeera")
    with _opened() as connection:
        _load(connection, folder, DAY)
        for each in (folder / "hespress").iterdir():
            each.unlink()
        new = [article(name, "تعاون", "تعاون أمني ميناء", DAY, "aljazeera") for name in ("a", "b", "z")]
        _load(connection, stage(tmp_path, DAY, new, "aljazeera"), DAY)
        found = connection.execute("SELECT article_id FROM search('\"باخرة ترسو\" الميناء')").fetchall()
        assert {name for (name,) in found} == {f"m{nth}" for nth in range(5)}
        snippets = connection.execute("SELECT snippet FROM search('ميناء')").fetchall()
        assert len(snippets) == 8
        assert all("[ميناء]" in snippet for (snippet,) in snippets)
        assert not [each for each in run_checks(connection) if each.table in SEARCHED and each.row_count]


@pytest.mark.parametrize("words_before", [0, 7, 39, 47, 48, 300, 2_000, 20_000])
def test_a_snippet_is_cut_around_the_first_hit_wherever_it_stands(tmp_path: Path, words_before: int) -> None:
    filler = " ".join(WORDS[nth % 3 + 6] for nth in range(words_before))
    body = f"{filler} رسا قارب في الميناء. {' '.join(WORDS[6:9] * 30)}"
    with _opened() as connection:
        _load(connection, stage(tmp_path, DAY, [article("a", "خبر", body, DAY)]), DAY)
        [(snippet,)] = connection.execute("SELECT snippet FROM search('ميناء')").fetchall()
        text = "".join(
            each for (each,) in connection.execute("SELECT text FROM search_text ORDER BY part").fetchall()
        )
    assert text == body.replace("\n", " ")
    assert ("[الميناء]" in snippet) == (words_before < 10_000), "behind 255 parts only the article is found"
    if words_before < 10_000:
        assert snippet.startswith("… " if words_before > 5 else "رسا")
        assert len(snippet.split()) > 20


def test_days_that_are_laid_together_hold_the_same_rows() -> None:
    load = sql("marts/search_posting/load.sql")
    assert "1_000_000" in load
    with duckdb.connect() as connection:
        connection.execute(sql("marts/search_posting/schema.sql"))
        for day in range(3):
            connection.execute(
                "INSERT INTO search_posting SELECT hash(range), DATE '2026-03-01' + $1::INTEGER, [0], [0], [1], [0], [[256]] "
                "FROM range(400) ORDER BY 1",
                [day],
            )
        before = connection.execute("FROM search_posting ORDER BY ALL").fetchall()
        together = load[load.index("CREATE OR REPLACE TEMP TABLE loose_day") :].replace("1_000_000", "1_000")
        connection.execute(together)
        assert connection.execute("FROM search_posting ORDER BY ALL").fetchall() == before
        assert connection.execute("FROM search_posting LIMIT 3").fetchall() == before[:3]
        connection.execute(together)
        assert connection.execute("SELECT count(*) FROM loose_day").fetchone() == (0,)
