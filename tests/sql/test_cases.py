"""Every case of this folder: rows given to staging and tables, one day's load, a query, its expected rows.

A case is a file `<table>/<what it shows>.sql` with the parts `-- given`, `-- query` and `-- expect` (CSV).
"""

import csv
import re
import shutil
from pathlib import Path

import duckdb
import pytest

from etl.io.marts import SQL_DIR, build_order, load_tables, make_tables
from etl.io.search import register
from etl.io.staging import SCHEMAS
from etl.io.steps import load_steps

CASES = sorted(Path(__file__).parent.glob("*/*.sql"))
FROM_PARQUET = {f"staging_{table}" for table in SCHEMAS if table not in {"boilerplate", "repeated"}}


def parts(case: Path) -> dict[str, str]:
    pieces = re.split(r"^-- (given|query|expect)\n", case.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {name: text.strip() for name, text in zip(pieces[1::2], pieces[2::2], strict=True)}


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("SET VARIABLE news_date = DATE '2026-03-14'")
    connection.execute("SET VARIABLE loaded_at = TIMESTAMPTZ '2026-03-15 02:00:00+00'")
    connection.execute("SET VARIABLE reference = $1", [str(SQL_DIR / "reference")])
    connection.execute("CREATE TEMP TABLE source_specs (source_id VARCHAR, name_ar VARCHAR, name_en VARCHAR)")
    connection.execute("ALTER TABLE source_specs ADD COLUMN country_code VARCHAR")
    connection.execute("ALTER TABLE source_specs ADD COLUMN owner_kind VARCHAR")
    connection.execute("ALTER TABLE source_specs ADD COLUMN timezone VARCHAR")
    connection.execute("ALTER TABLE source_specs ADD COLUMN home_url VARCHAR")
    connection.execute("ALTER TABLE source_specs ADD COLUMN expected_least INTEGER")
    connection.execute("ALTER TABLE source_specs ADD COLUMN expected_most INTEGER")
    register(connection)
    make_tables(connection)
    for view in FROM_PARQUET:
        connection.register("empty", SCHEMAS[view.removeprefix("staging_")].empty_table())
        connection.execute(f"CREATE TEMP TABLE {view} AS FROM empty")


# What the reference files fill takes half of a load, and is in the file that each case begins with.
OF_REFERENCE = frozenset(("dim_agency", "dim_country", "dim_date", "dim_office", "dim_official", "dim_topic"))


def load(connection: duckdb.DuckDBPyConnection, *, without: frozenset[str] = frozenset()) -> None:
    statements = {each.stem: each.read_text(encoding="utf-8") for each in SQL_DIR.glob("staging/*.sql")}
    for name in build_order(statements):
        if name not in FROM_PARQUET:
            connection.execute(statements[name])
    load_tables(connection, load_steps(), without=without)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse with the reference tables and nothing else: they take longer to load than a case."""
    file = tmp_path_factory.mktemp("sql") / "loaded.duckdb"
    with duckdb.connect(str(file)) as connection:
        prepare(connection)
        load(connection)
        connection.execute("DELETE FROM fact_load")
    return file


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_case(case: Path, loaded: Path, tmp_path: Path) -> None:
    text = parts(case)
    without = frozenset(
        each for each in OF_REFERENCE if each not in str(case) + text["given"] + text["query"]
    )
    with duckdb.connect(shutil.copy(loaded, tmp_path)) as connection:
        prepare(connection)
        connection.execute(text["given"])
        load(connection, without=without)
        once = connection.execute(text["query"]).fetchall()
        load(connection, without=without)
        twice = connection.execute(text["query"]).fetchall()
    expected = [tuple(row) for row in csv.reader(text["expect"].splitlines())]
    assert [tuple("" if value is None else str(value) for value in row) for row in once] == expected
    assert twice == once


def test_every_fact_and_bridge_that_decides_something_has_a_case() -> None:
    assert {case.parent.name for case in CASES} <= {each.name for each in (SQL_DIR / "marts").iterdir()}
    assert len(CASES) >= 5
