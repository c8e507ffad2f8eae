"""The whole line on bad input: every document is an article or a drop with its reason, and nothing else."""

import shutil
from datetime import date
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from etl import pipeline
from etl.io import warehouse
from etl.io.marts import OutdatedError, table_order
from etl.io.warehouse import open_published
from etl.settings import Settings

DAY = date(2026, 3, 14)
TITLE = "وزير الداخلية يبحث مع نظيره التونسي تأمين الحدود المشتركة"
BODY = [
    (
        "بحث وزير الداخلية الجزائري في العاصمة التونسية، أمس الثلاثاء، مع نظيره التونسي سبل تأمين الحدود المشتركة"
        " بين البلدين، وتبادل المعلومات حول شبكات التهريب التي تنشط في المناطق الجبلية."
    ),
    (
        "وأوضح بيان صدر عقب اللقاء أن الجانبين اتفقا على تكثيف الدوريات المشتركة، وعلى إنشاء لجنة من خبراء البلدين"
        " تجتمع مرة كل ثلاثة أشهر لتقييم ما تحقق على الأرض."
    ),
    (
        "وأضاف البيان أن اللجنة ستعقد اجتماعها الأول في مدينة الكاف خلال الشهر المقبل، وأنها سترفع توصياتها إلى"
        " حكومتي الجزائر وتونس قبل نهاية العام."
    ),
]
TEXT = "\n\n".join([TITLE, *BODY]) + "\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    return Settings(home=tmp_path / "home", inbox=inbox, max_document_bytes=100_000, quiet_seconds=0)


def rows(settings: Settings, query: str) -> list[tuple[object, ...]]:
    with open_published(settings.published_file) as connection:
        return connection.execute(query).fetchall()


def test_a_document_becomes_a_queryable_row(settings: Settings) -> None:
    (settings.inbox_dir / "a.txt").write_text(TEXT, encoding="utf-8")

    pipeline.run(settings, DAY)

    [(title, body, news_date)] = rows(settings, "SELECT title, body, news_date FROM fact_article")
    assert (title, body, news_date) == (TITLE, "\n".join(BODY), DAY)
    countries = rows(
        settings,
        "SELECT country_code, is_in_title FROM bridge_article_country JOIN dim_country USING (country_key) ORDER BY ALL",
    )
    assert countries == [("DZ", False), ("TN", True)]


def test_bad_documents_are_drops_with_their_reasons(settings: Settings) -> None:
    documents = {
        "arabic-in-windows-1256.txt": TEXT.encode("cp1256"),
        "binary.txt": bytes(range(256)) * 20,
        "empty.txt": b"",
        "english.txt": b"The minister met his counterpart to discuss the border between both countries.\n"
        * 10,
        "large.txt": TEXT.encode() * 200,
        "pdf-named-text.txt": b"%PDF-1.7 " + bytes(5000),
        "same-text.txt": TEXT.encode(),
        "spaces.txt": b" \r\n\t \n",
    }
    for name, content in documents.items():
        (settings.inbox_dir / name).write_bytes(content)

    pipeline.run(settings, DAY)

    assert rows(settings, "SELECT url FROM fact_article") == [("inbox:///arabic-in-windows-1256.txt",)]
    assert rows(settings, "SELECT url, reason FROM fact_drop ORDER BY url") == [
        ("inbox:///binary.txt", "binary"),
        ("inbox:///empty.txt", "empty"),
        ("inbox:///english.txt", "not_arabic"),
        ("inbox:///large.txt", "too_large"),
        ("inbox:///pdf-named-text.txt", "binary"),
        ("inbox:///same-text.txt", "duplicate_text"),
        ("inbox:///spaces.txt", "empty"),
    ]


def test_law_of_counts_and_nothing_new_on_a_second_run(settings: Settings) -> None:
    (settings.inbox_dir / "a.txt").write_text(TEXT, encoding="utf-8")
    (settings.inbox_dir / "b.txt").write_bytes(b"")
    counts = "SELECT stage, in_count, out_count, drop_count FROM fact_outcome ORDER BY stage"

    first = pipeline.run(settings, DAY)

    assert rows(settings, counts) == [("collect", 2, 2, 0), ("load", 1, 1, 0), ("refine", 2, 1, 1)]
    assert pipeline.run(settings, DAY) == first
    assert rows(settings, counts) == [("collect", 2, 2, 0), ("load", 1, 1, 0), ("refine", 2, 1, 1)]


def test_a_later_day_takes_only_what_is_new(settings: Settings) -> None:
    (settings.inbox_dir / "a.txt").write_text(TEXT, encoding="utf-8")
    pipeline.run(settings, DAY)
    later = date(2026, 3, 15)
    (settings.inbox_dir / "a.txt").write_text(TEXT.replace("الكاف", "القصرين"), encoding="utf-8")

    pipeline.run(settings, later)

    assert rows(settings, "SELECT collected_date, body LIKE '%القصرين%' FROM fact_article") == [(later, True)]
    pipeline.run(settings, DAY)
    assert rows(settings, "SELECT collected_date, body LIKE '%القصرين%' FROM fact_article") == [(later, True)]


def test_the_same_archive_gives_the_same_staging(settings: Settings) -> None:
    (settings.inbox_dir / "a.txt").write_text(TEXT, encoding="utf-8")
    pipeline.collect(settings, "inbox", DAY)
    pipeline.refine(settings, "inbox", DAY)
    files = sorted((settings.staging_dir / "2026-03-14" / "inbox").iterdir())
    first = [each.read_bytes() for each in files]

    pipeline.refine(settings, "inbox", DAY)

    assert [each.read_bytes() for each in files] == first


def test_an_unknown_source_is_named(settings: Settings) -> None:
    with pytest.raises(KeyError, match=r"no source is called 'inbx' \(near: inbox"):
        pipeline.collect(settings, "inbx", DAY)


def test_the_tables_as_parquet_are_all_of_one_publish(settings: Settings) -> None:
    link = settings.published_file.with_name("parquet")
    settings = settings.model_copy(update={"parquet": True})
    for count in (1, 2, 3):
        (settings.inbox_dir / f"{count}.txt").write_text(
            TEXT.replace("العاصمة", f"المدينة {count}"), encoding="utf-8"
        )
        pipeline.run(settings, DAY)
        found = {each.stem: pq.read_metadata(each).num_rows for each in link.iterdir()}
        with open_published(settings.published_file) as connection:
            assert found == {
                name: warehouse.count(connection, name)
                for name in table_order()
                if not name.startswith("search_")
            }
        assert found["fact_article"] == count
    assert len(list(link.parent.glob("parquet-*"))) == 2


def test_a_folder_in_the_way_of_parquet_is_told_and_undoes_no_publish(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings = settings.model_copy(update={"parquet": True})
    (settings.inbox_dir / "a.txt").write_text(TEXT, encoding="utf-8")
    settings.published_file.with_name("parquet").mkdir(parents=True)
    pipeline.run(settings, DAY)
    assert "RASAD_PARQUET=false" in caplog.text
    assert rows(settings, "SELECT count(*) FROM fact_article") == [(1,)]
    assert not list(settings.published_file.parent.glob("parquet-*"))


def test_a_file_of_another_version_is_told_before_it_is_checked(settings: Settings) -> None:
    with pytest.raises(FileNotFoundError, match="no news day is loaded"):
        pipeline.publish(settings)
    (settings.inbox_dir / "a.txt").write_text(TEXT, encoding="utf-8")
    pipeline.run(settings, DAY)
    with duckdb.connect(str(settings.working_file)) as connection:
        connection.execute("DROP TABLE fact_verdict")
    with pytest.raises(OutdatedError, match="fact_verdict differ; run `rasad rebuild`"):
        pipeline.check(settings)


def test_what_another_machine_collected_and_refined_is_loaded_here(
    settings: Settings, tmp_path: Path
) -> None:
    (settings.inbox_dir / "a.txt").write_text(TEXT, encoding="utf-8")
    pipeline.collect(settings, "inbox", DAY)
    pipeline.refine(settings, "inbox", DAY)
    here = Settings(home=tmp_path / "here")
    for folder in ("archive", "staging"):
        shutil.copytree(settings.home / folder, here.home / folder)

    pipeline.load(here, DAY)
    pipeline.publish(here)

    assert rows(here, "SELECT title FROM fact_article") == [(TITLE,)]
    assert pipeline.rebuild(here, replace=False, tell=lambda _: None) == ()
