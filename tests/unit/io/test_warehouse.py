import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest

from etl.io.checks import CheckFailedError
from etl.io.marts import table_order
from etl.io.staging import SCHEMAS, Staging
from etl.io.steps import load_steps
from etl.io.warehouse import Warehouse, open_published
from etl.sources import all_sources

DAY = date(2026, 3, 14)
Load = Callable[..., None]


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    return Warehouse(
        tmp_path / "working.duckdb",
        tmp_path / "rasad.duckdb",
        load_steps(),
    )


@pytest.fixture
def load(tmp_path: Path, warehouse: Warehouse) -> Load:
    def load_articles(*ids: str, out_count: int | None = None) -> None:
        staging = Staging(tmp_path / "staging")
        staging.write(DAY, "inbox", "article", [article(each) for each in ids])
        for table in SCHEMAS.keys() - {"article", "outcome"}:
            staging.write(DAY, "inbox", table, [])
        counts = {
            "in_count": len(ids),
            "out_count": len(ids) if out_count is None else out_count,
            "drop_count": 0,
        }
        staging.write(
            DAY, "inbox", "outcome", [{"news_date": DAY, "source_id": "inbox", "stage": "refine", **counts}]
        )
        warehouse.load(staging.day_dir(DAY), DAY, all_sources().values())

    return load_articles


def article(article_id: str) -> dict[str, object]:
    return {
        "article_id": article_id,
        "source_id": "inbox",
        "url": f"inbox:///{article_id}",
        "news_date": DAY,
        "collected_date": DAY,
        "collected_at": datetime(2026, 3, 14, 5, tzinfo=UTC),
        "language": "ar",
        "title": "عنوان",
        "body": "نص",
        "word_count": 1,
        "text_hash": article_id,
    }


def count(path: Path, table: str = "fact_article") -> int:
    with open_published(path) as connection:
        row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    assert row is not None
    return int(row[0])


def test_a_load_is_seen_after_it_is_published(tmp_path: Path, warehouse: Warehouse, load: Load) -> None:
    load("a", "b")
    with pytest.raises(FileNotFoundError, match="nothing is published yet"):
        open_published(tmp_path / "rasad.duckdb")
    warehouse.publish()
    assert count(tmp_path / "rasad.duckdb") == 2


def test_loading_a_day_twice_adds_nothing(tmp_path: Path, warehouse: Warehouse, load: Load) -> None:
    load("a", "b")
    load("a", "b")
    warehouse.publish()
    assert {table: count(tmp_path / "rasad.duckdb", table) for table in ("fact_article", "fact_outcome")} == {
        "fact_article": 2,
        "fact_outcome": 2,
    }


def test_a_reader_keeps_its_file_while_a_new_one_is_published(
    tmp_path: Path, warehouse: Warehouse, load: Load
) -> None:
    load("a")
    warehouse.publish()
    with open_published(tmp_path / "rasad.duckdb") as reader:
        load("a", "b", "c")
        warehouse.publish()
        assert reader.execute("SELECT count(*) FROM fact_article").fetchone() == (1,)
    assert count(tmp_path / "rasad.duckdb") == 3


def test_the_published_file_cannot_be_written(tmp_path: Path, warehouse: Warehouse, load: Load) -> None:
    load("a")
    warehouse.publish()
    with open_published(tmp_path / "rasad.duckdb") as reader, pytest.raises(duckdb.InvalidInputException):
        reader.execute("DELETE FROM fact_article")


def test_a_failed_check_names_itself_and_stops_the_publish(
    tmp_path: Path, warehouse: Warehouse, load: Load
) -> None:
    load("a")
    warehouse.publish()
    load("a", "b", out_count=1)
    with pytest.raises(CheckFailedError, match="fact_outcome: taken in = put out"):
        warehouse.publish()
    assert count(tmp_path / "rasad.duckdb") == 1


def test_a_load_that_is_killed_leaves_the_day_before(
    tmp_path: Path, warehouse: Warehouse, load: Load
) -> None:
    load("a")
    script = (
        "import os, duckdb; c = duckdb.connect(); "
        f"c.execute(\"ATTACH '{tmp_path / 'working.duckdb'}' AS warehouse\"); c.execute('USE warehouse'); "
        "c.execute('BEGIN'); c.execute('DELETE FROM fact_article'); os.kill(os.getpid(), 9)"
    )
    killed = subprocess.run([sys.executable, "-c", script], check=False)
    assert killed.returncode == -9
    warehouse.publish()
    assert count(tmp_path / "rasad.duckdb") == 1


def test_a_second_writer_waits_for_the_first(tmp_path: Path, warehouse: Warehouse, load: Load) -> None:
    load("a")
    script = (
        "import fcntl, time; "
        f"lock = open('{tmp_path / 'working.lock'}', 'w'); fcntl.flock(lock, fcntl.LOCK_EX); "
        "print('held', flush=True); time.sleep(0.5)"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        warehouse.publish()
        assert holder.poll() is not None or os.waitpid(holder.pid, 0)
    assert count(tmp_path / "rasad.duckdb") == 1


def test_a_day_that_was_not_staged_says_so(tmp_path: Path, warehouse: Warehouse) -> None:
    with pytest.raises(FileNotFoundError, match="rasad refine 2026-03-14"):
        warehouse.load(tmp_path / "staging" / "2026-03-14", DAY, all_sources().values())


def test_every_table_and_column_has_a_comment(tmp_path: Path, warehouse: Warehouse, load: Load) -> None:
    load("a")
    warehouse.publish()
    with open_published(tmp_path / "rasad.duckdb") as connection:
        tables = connection.execute("SELECT table_name FROM duckdb_tables() WHERE comment IS NULL").fetchall()
        columns = connection.execute(
            "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL"
        ).fetchall()
        names = {name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    assert (tables, columns) == ([], [])
    assert names == set(table_order())
