"""Staging to the warehouse: schema, load, check, publish; and the published file for readers.

The SQL stands in `sql/` and runs against whatever is attached as `warehouse`; nothing here knows a
table by name. One process writes, to the working file; everybody else reads the published file, which
each publish replaces whole.
"""

import fcntl
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb
import pyarrow as pa

from etl.io.files import replacing
from etl.model import SourceSpec

SQL_DIR = Path(__file__).resolve().parents[2] / "sql"
Step = Callable[[duckdb.DuckDBPyConnection], None]
"""What SQL alone cannot decide: it reads the tables before it and leaves temporary ones for a table's load."""
_NAME = re.compile(r"\b[a-z_]+\b")
_CHECK = re.compile(
    r"^-- (?P<severity>fail|warn): (?P<rule>.+)\n(?P<query>(?:(?!^-- (?:fail|warn): ).*\n?)+)", re.MULTILINE
)
_SAMPLE_ROWS = 3
_SOURCE_COLUMNS = ("source_id", "name_ar", "name_en", "country_code", "owner_kind", "timezone", "home_url")
_SOURCE_SCHEMA = pa.schema([(name, pa.string()) for name in _SOURCE_COLUMNS])


class CheckFailedError(Exception):
    """A check marked `fail` found rows; the published file stays as it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """One check of one table: how many rows break its rule, and the first of them."""

    table: str
    severity: str
    rule: str
    row_count: int
    sample: tuple[str, ...]


def table_order() -> tuple[str, ...]:
    """Return the warehouse's tables, each after those that its load reads.

    The order is read from the SQL itself, so that a new table is one new folder and no list to edit.
    """
    return build_order(
        {each.parent.name: each.read_text(encoding="utf-8") for each in SQL_DIR.glob("marts/*/load.sql")}
    )


def _staging() -> Iterator[str]:
    """Yield the statements that put a day's staging before the loads, each after those it reads."""
    statements = {each.stem: each.read_text(encoding="utf-8") for each in SQL_DIR.glob("staging/*.sql")}
    return (statements[name] for name in build_order(statements))


def build_order(statements: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of the statements, each after those that its text reads."""
    reads = {
        name: sorted(set(_NAME.findall(text)) & statements.keys() - {name})
        for name, text in sorted(statements.items())
    }
    return tuple(TopologicalSorter(reads).static_order())


class Warehouse:
    """The working file, its one writer, and the published file."""

    def __init__(self, working: Path, published: Path, steps: Mapping[str, Step] | None = None) -> None:
        """Take both paths, and by table the step before its load; the working file is made by the first load."""
        self._working = working
        self._published = published
        self._steps = steps or {}

    @contextmanager
    def _writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Open the working file alone: a second writer waits here, and a dead one holds nothing."""
        self._working.parent.mkdir(parents=True, exist_ok=True)
        with self._working.with_suffix(".lock").open("w") as lock, duckdb.connect() as connection:
            fcntl.flock(lock, fcntl.LOCK_EX)
            try:
                connection.execute(f"ATTACH '{_quoted(self._working)}' AS warehouse")
            except duckdb.IOException as error:
                msg = f"{self._working} is open in another program; close it there, then run again ({error})"
                raise RuntimeError(msg) from error
            connection.execute("USE warehouse")
            yield connection

    def load(self, staging: Path, day: date, sources: Iterable[SourceSpec]) -> Mapping[str, int]:
        """Merge one news day's staging into the warehouse, all of it or nothing; return rows by table.

        Raises FileNotFoundError where the day was not staged.
        """
        if not any(staging.glob("*/outcome.parquet")):
            msg = f"{staging}: nothing is staged for {day}; run `rasad refine {day}` first"
            raise FileNotFoundError(msg)
        with self._writing() as connection:
            connection.register(
                "source_specs",
                pa.Table.from_pylist(
                    [{name: getattr(each, name) for name in _SOURCE_COLUMNS} for each in sources],
                    _SOURCE_SCHEMA,
                ),
            )
            connection.execute("SET VARIABLE staging = $1", [str(staging)])
            connection.execute("SET VARIABLE reference = $1", [str(SQL_DIR / "reference")])
            connection.execute("SET VARIABLE news_date = $1::DATE", [day])
            connection.execute("BEGIN")
            for name in table_order():
                connection.execute(_sql(f"marts/{name}/schema.sql"))
            for statement in _staging():
                connection.execute(statement)
            load_tables(connection, self._steps)
            connection.execute("COMMIT")
            return {name: _count(connection, name) for name in table_order()}

    def check(self) -> tuple[CheckResult, ...]:
        """Run every table's checks on the working file and return the results, failures first."""
        with self._writing() as connection:
            return _run_checks(connection)

    def publish(self) -> int:
        """Put a checked copy of the working file in the published file's place and return its bytes.

        The checks run once more under the writer's lock: another run may have loaded since. Who has
        the old file open keeps it; who opens it from now on gets the new one. Raises CheckFailedError.
        """
        with self._writing() as connection:
            require_passed(_run_checks(connection))
            connection.execute("CHECKPOINT warehouse")
            with replacing(self._published) as temporary:
                shutil.copyfile(self._working, temporary)
        return self._published.stat().st_size


def load_tables(connection: duckdb.DuckDBPyConnection, steps: Mapping[str, Step]) -> None:
    """Run every table's load in its order, each after the step that belongs to it."""
    for name in table_order():
        if name in steps:
            steps[name](connection)
        connection.execute(_sql(f"marts/{name}/load.sql"))


def require_passed(results: Iterable[CheckResult]) -> None:
    """Raise CheckFailedError that names every failed check; a warning does not stop a publish."""
    failed = [each for each in results if each.severity == "fail" and each.row_count]
    if failed:
        lines = (
            f"{each.table}: {each.rule}: {each.row_count} rows, such as {each.sample[0]}" for each in failed
        )
        msg = "\n".join(("checks failed; the published file stays as it was:", *lines))
        raise CheckFailedError(msg)


def _run_checks(connection: duckdb.DuckDBPyConnection) -> tuple[CheckResult, ...]:
    results = []
    for table in table_order():
        for found in _CHECK.finditer(_sql(f"marts/{table}/checks.sql")):
            rows = connection.execute(found["query"]).fetchall()
            results.append(
                CheckResult(
                    table=table,
                    severity=found["severity"],
                    rule=found["rule"],
                    row_count=len(rows),
                    sample=tuple(str(row) for row in rows[:_SAMPLE_ROWS]),
                )
            )
    return tuple(sorted(results, key=lambda each: (each.row_count == 0, each.severity)))


def open_published(path: Path) -> duckdb.DuckDBPyConnection:
    """Open the published file for reading; raises FileNotFoundError where nothing was published yet."""
    if not path.exists():
        msg = f"{path}: nothing is published yet; run `make demo`, or a night of the DAG `nightly`"
        raise FileNotFoundError(msg)
    return duckdb.connect(str(path), read_only=True)


def _sql(name: str) -> str:
    return (SQL_DIR / name).read_text(encoding="utf-8")


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 a folder's name
    return int(row[0]) if row else 0


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
