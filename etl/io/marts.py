"""The SQL of the warehouse, in the order that it runs in: staging views, tables, macros.

The statements stand in `sql/` and run against whatever is attached as `warehouse`; the order is read from
their own references, so that a new table is one new folder and no list to edit.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from graphlib import TopologicalSorter
from itertools import islice
from pathlib import Path

import duckdb
import pyarrow as pa

SQL_DIR = Path(__file__).resolve().parents[2] / "sql"
_Column = tuple[str, str, str]
Step = Callable[[duckdb.DuckDBPyConnection], None]
"""What SQL alone cannot decide: it reads the tables before it and leaves temporary ones for a table's load."""
OF_THE_LOADS = frozenset({"fact_load", "fact_check"})
"""Tables that tell of the loads themselves, not of the news."""
_COLUMNS = """
SELECT table_name, column_name, data_type FROM duckdb_columns()
WHERE schema_name = 'main' AND database_name = current_database() AND NOT internal
    AND table_name IN (SELECT table_name FROM duckdb_tables() WHERE database_name = current_database())
"""
_AT_ONCE = 10_000
_NAME = re.compile(r"\b[a-z_]+\b")


@cache
def table_order() -> tuple[str, ...]:
    """Return the warehouse's tables, each after those that its load reads."""
    return build_order({each.parent.name: _text(each) for each in SQL_DIR.glob("marts/*/load.sql")})


def build_order(statements: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of the statements, each after those that its text reads."""
    reads = {
        name: sorted(set(_NAME.findall(text)) & statements.keys() - {name})
        for name, text in sorted(statements.items())
    }
    return tuple(TopologicalSorter(reads).static_order())


class OutdatedError(Exception):
    """The working file was made by a version of Rasad whose tables had other columns."""


def make_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables that are not there yet. Raises OutdatedError where a table has other columns."""
    wanted, held = _declared_columns(), set(connection.execute(_COLUMNS).fetchall())
    here = {table for table, *_ in held}
    for name in table_order():
        if name not in here:
            connection.execute(sql(f"marts/{name}/schema.sql"))
    _require_same({each for each in wanted if each[0] in here}, held)


def require_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Raise OutdatedError where a table is missing or has other columns, FileNotFoundError where there is none."""
    held = set(connection.execute(_COLUMNS).fetchall())
    if not held:
        msg = "no news day is loaded yet; run `rasad run DAY` first"
        raise FileNotFoundError(msg)
    _require_same(_declared_columns(), held)


def _require_same(wanted: AbstractSet[_Column], held: AbstractSet[_Column]) -> None:
    if outdated := sorted({table for table, *_ in wanted ^ held}):
        msg = f"the working file is of another version: {', '.join(outdated)} differ; run `rasad rebuild`"
        raise OutdatedError(msg)


@cache
def _declared_columns() -> frozenset[_Column]:
    with duckdb.connect() as connection:
        for name in table_order():
            connection.execute(sql(f"marts/{name}/schema.sql"))
        return frozenset(connection.execute(_COLUMNS).fetchall())


def stage(connection: duckdb.DuckDBPyConnection) -> None:
    """Put a day's staging before the loads, each view after those that it reads."""
    for statement in _in_order("staging"):
        connection.execute(statement)


def load_tables(
    connection: duckdb.DuckDBPyConnection, steps: Mapping[str, Step], *, without: frozenset[str] = frozenset()
) -> None:
    """Run every table's load in its order, each after the step that belongs to it."""
    for name in table_order():
        if name in without:
            continue
        if name in steps:
            steps[name](connection)
        connection.execute(sql(f"marts/{name}/load.sql"))


def hand_over(
    connection: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Mapping[str, object]], schema: pa.Schema
) -> None:
    """Leave rows that Python made as a temporary table, for the load of a table to read."""
    left = iter(rows)
    # Row by row in Python, a whole archive's keys would take a gigabyte.
    batches = [
        pa.RecordBatch.from_pylist(some, schema) for some in iter(lambda: list(islice(left, _AT_ONCE)), [])
    ]
    connection.register("handed", pa.Table.from_batches(batches, schema))
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS FROM handed")
    connection.unregister("handed")


def make_macros(connection: duckdb.DuckDBPyConnection) -> None:
    """Put the macros that analysts call into the warehouse, each after those that it calls."""
    for statement in _in_order("macros"):
        connection.execute(statement)


def sql(name: str) -> str:
    """Return a file of `sql/`."""
    return _text(SQL_DIR / name)


def _in_order(folder: str) -> Iterator[str]:
    statements = {each.stem: _text(each) for each in SQL_DIR.glob(f"{folder}/*.sql")}
    return (statements[name] for name in build_order(statements))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
