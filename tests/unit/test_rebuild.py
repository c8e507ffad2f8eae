"""A warehouse that grew night by night equals one that is made anew from the archive, row for row."""

import random
from datetime import date
from pathlib import Path

import pytest

from etl import pipeline
from etl.settings import Settings
from tests.unit.test_cli import rasad
from tests.unit.test_people import ARTICLES, MORE

DAYS = tuple(date(2026, 3, day) for day in (12, 13, 14, 15))


def put(settings: Settings, file: str, text: str) -> None:
    settings.inbox_dir.mkdir(parents=True, exist_ok=True)
    (settings.inbox_dir / file).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A warehouse after nights, changed documents, reruns and backfills in a random order."""
    given = Settings(home=tmp_path_factory.mktemp("rebuilt"), quiet_seconds=0)
    chance = random.Random(7)  # noqa: S311 the same order each time
    texts = [
        (f"{number}.txt", f"{title}\n\n{lead}\n\n{MORE}\n")
        for number, (title, lead) in enumerate(ARTICLES.values())
    ]
    for _ in range(5):
        file, text = chance.choice(texts)
        put(given, file, text.replace("الحدود", chance.choice(["الحدود", "التخوم", "المعابر"])))
        pipeline.run(given, chance.choice(DAYS))
    put(given, "empty.txt", "")
    pipeline.run(given, DAYS[0])
    return given


def test_nothing_differs_and_the_rebuilt_file_serves(settings: Settings) -> None:
    done = rasad("rebuild", home=settings.home)
    assert (done.returncode, done.stdout.decode().splitlines()[-1]) == (0, "the same, row for row")
    assert rasad("publish", home=settings.home).returncode == 0
    assert not list((settings.home / "warehouse").glob("rebuilt*.duckdb"))


def test_a_row_that_nobody_collected_is_found(settings: Settings) -> None:
    with pipeline._warehouse(settings).writing() as connection:  # noqa: SLF001 the working file, tampered with
        connection.execute(
            "UPDATE fact_article SET title = 'آخر' WHERE article_key = (SELECT min(article_key) FROM fact_article)"
        )
        connection.execute("DELETE FROM bridge_article_country")
    done = rasad("rebuild", "--compare", home=settings.home)
    said = done.stdout.decode()
    assert done.returncode == 3, done.stderr.decode()
    assert "fact_article: 1 rows are gone, 1 are new" in said
    assert "bridge_article_country: 0 rows are gone" in said
    assert Path(settings.working_file).exists()


def test_a_source_that_is_declared_no_more_stays_with_its_articles(settings: Settings) -> None:
    with pipeline._warehouse(settings).writing() as connection:  # noqa: SLF001 as a file of before has it
        connection.execute(
            "INSERT INTO dim_source BY NAME SELECT * REPLACE (1 AS source_key, 'gone' AS source_id) FROM dim_source LIMIT 1"
        )
    assert rasad("rebuild", home=settings.home).returncode == 0
    with pipeline._warehouse(settings).writing() as connection:  # noqa: SLF001
        assert connection.execute("SELECT count(*) FROM dim_source WHERE source_id = 'gone'").fetchone() == (
            1,
        )
