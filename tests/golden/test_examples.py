"""The example queries on the sample documents: every question with its answer."""

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from etl import pipeline
from etl.io.report import example_files
from etl.io.warehouse import open_published
from etl.settings import Settings

SAMPLES = Path(__file__).parents[1] / "newsroom" / "inbox"
ANSWERS = Path(__file__).parent / "examples.json"
DAY = date(2026, 3, 14)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    home = tmp_path_factory.mktemp("examples")
    shutil.copytree(SAMPLES, home / "inbox")
    (home / "inbox" / "empty.txt").write_bytes(b"")
    settings = Settings(home=home, quiet_seconds=0)
    pipeline.run(settings, DAY)
    with open_published(settings.published_file) as connection:
        yield connection


def answers(connection: duckdb.DuckDBPyConnection) -> dict[str, list[list[str]]]:
    return {
        path.stem: [
            ["" if value is None else str(value) for value in row]
            for row in connection.execute(path.read_text(encoding="utf-8")).fetchall()
        ]
        for path in example_files()
    }


def test_every_example_answers_as_before(
    published: duckdb.DuckDBPyConnection, request: pytest.FixtureRequest
) -> None:
    found = answers(published)
    if request.config.getoption("--update-golden"):
        text = json.dumps(found, ensure_ascii=False, indent=1)
        ANSWERS.write_text(f"{text}\n", encoding="utf-8")
        pytest.fail(f"{ANSWERS.name} is rewritten: read it, then run again without --update-golden")
    assert found == json.loads(ANSWERS.read_text(encoding="utf-8"))


def test_there_are_twenty_and_each_asks_its_question_and_finds_something() -> None:
    known = json.loads(ANSWERS.read_text(encoding="utf-8"))
    assert len(known) >= 20
    assert [name for name, rows in known.items() if not rows] == []
    assert all(path.read_text(encoding="utf-8").startswith("-- ") for path in example_files())
    assert all(path.read_text(encoding="utf-8").splitlines()[0].endswith("?") for path in example_files())
