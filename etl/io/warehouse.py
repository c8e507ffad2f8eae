"""Staging to the warehouse: load, check, publish; and the published file for readers.

Nothing here knows a table by name but those that tell of the warehouse itself. One process writes, to the
working file; everybody else reads the published file, which each publish replaces whole.
"""

import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pyarrow as pa

from etl.io.checks import CheckResult, require_passed, run_checks
from etl.io.files import instant, replacing
from etl.io.marts import (
    OF_THE_LOADS,
    SQL_DIR,
    Step,
    load_tables,
    make_macros,
    make_tables,
    require_tables,
    stage,
    table_order,
)
from etl.io.search import register
from etl.model import SourceSpec

_SOURCE_COLUMNS = ("source_id", "name_ar", "name_en", "country_code", "owner_kind", "timezone", "home_url")
_SOURCE_SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in _SOURCE_COLUMNS),
        ("expected_least", pa.int32()),
        ("expected_most", pa.int32()),
    ]
)
VERSIONS = "versions"
# Bodies are most of the file: compressed they take a quarter. DuckDB before 1.2 cannot read such a file.
_STORAGE = "STORAGE_VERSION 'v1.2.0'"
_ZSTD_FROM_BYTES = 512
_MEMORY = "1200MB"
"""Of the writer. Sorts and groups of a large archive go to the disk beyond it, and Airflow keeps its room."""


class Warehouse:
    """The working file, its one writer, and the published file."""

    def __init__(self, working: Path, published: Path, steps: Mapping[str, Step] | None = None) -> None:
        """Take both paths, and by table the step before its load; the first load makes the working file."""
        self.working = working
        self.published = published
        self._steps = steps or {}

    def beside(self, name: str) -> "Warehouse":
        """Return a warehouse of another working file in the same folder, loaded in the same way."""
        return Warehouse(self.working.with_name(f"{name}.duckdb"), self.published, self._steps)

    @contextmanager
    def writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Open the working file alone: a second writer waits here, and a dead one holds nothing."""
        self.working.parent.mkdir(parents=True, exist_ok=True)
        with self.working.with_suffix(".lock").open("w") as lock, duckdb.connect() as connection:
            fcntl.flock(lock, fcntl.LOCK_EX)
            try:
                attach(connection, self.working, "warehouse")
            except duckdb.IOException as error:
                msg = f"{self.working} is open in another program; close it there, then run again ({error})"
                raise RuntimeError(msg) from error
            connection.execute("USE warehouse")
            hold_memory(connection, self.working)
            yield connection

    def load(
        self,
        staging: Path,
        day: date,
        sources: Iterable[SourceSpec],
        *,
        without: frozenset[str] = frozenset(),
    ) -> Mapping[str, int]:
        """Merge one news day's staging into the warehouse, all of it or nothing; return the news' rows by table.

        Tables in `without` are left as they are. Raises FileNotFoundError where the day was not staged.
        """
        if not any(staging.glob("*/outcome.parquet")):
            msg = f"{staging}: nothing is staged for {day}; run `rasad refine {day}` first"
            raise FileNotFoundError(msg)
        with self.writing() as connection:
            connection.register("source_specs", _source_table(sources))
            for name, value in (("staging", staging), ("reference", SQL_DIR / "reference")):
                connection.execute(f"SET VARIABLE {name} = $1", [str(value)])
            connection.execute("SET VARIABLE news_date = $1::DATE", [day])
            connection.execute("SET VARIABLE loaded_at = $1::TIMESTAMPTZ", [datetime.now(UTC)])
            register(connection)
            connection.execute("BEGIN")
            make_tables(connection)
            stage(connection)
            load_tables(connection, self._steps, without=without)
            make_macros(connection)
            connection.execute("COMMIT")
            return {name: count(connection, name) for name in table_order() if name not in OF_THE_LOADS}

    def load_health(self, findings: Path) -> int:
        """Merge a Parquet file of findings into the warehouse, and return the rows of the table.

        Raises FileNotFoundError where nothing was loaded yet: findings are about loaded days.
        """
        if not self.working.exists():
            msg = f"{self.working}: no news day is loaded yet"
            raise FileNotFoundError(msg)
        with self.writing() as connection:
            connection.execute("BEGIN")
            make_tables(connection)
            quoted = str(findings).replace("'", "''")
            rows = f"SELECT * FROM read_parquet('{quoted}')"  # noqa: S608 our own file
            connection.execute("SET VARIABLE health_rows = $1", [rows])
            load = SQL_DIR / "marts" / "fact_health" / "load.sql"
            connection.execute(load.read_text(encoding="utf-8"))
            connection.execute("COMMIT")
            return count(connection, "fact_health")

    def check(self) -> tuple[CheckResult, ...]:
        """Run every table's checks on the working file and return the results, failures first."""
        with self.writing() as connection:
            require_tables(connection)
            return run_checks(connection)

    def publish(self, *, keep: int = 1) -> int:
        """Put a checked copy of the working file in the published file's place and return its bytes.

        The checks run once more under the writer's lock: another run may have loaded since. Who has
        the old file open keeps it; who opens it from now on gets the new one. The last `keep` published
        files stay in the folder `versions` under the instant of their publish. Raises CheckFailedError.
        """
        with self.writing() as connection:
            require_tables(connection)
            require_passed(run_checks(connection))
            connection.execute("CHECKPOINT warehouse")
            with replacing(self.published) as temporary:
                shutil.copyfile(self.working, temporary)
            self._keep(keep)
        return self.published.stat().st_size

    def _keep(self, most: int) -> None:
        """Give the published file a second name that says when, and forget the oldest of these names."""
        folder = self.published.parent / VERSIONS
        folder.mkdir(exist_ok=True)
        version = folder / f"{self.published.stem}-{instant()}.duckdb"
        try:
            os.link(self.published, version)
        except OSError:  # a file system without hard links
            shutil.copyfile(self.published, version)
        for old in sorted(folder.glob(f"{self.published.stem}-*.duckdb"))[:-most]:
            old.unlink()


def open_published(path: Path) -> duckdb.DuckDBPyConnection:
    """Open the published file for reading; raises FileNotFoundError where nothing was published yet."""
    if not path.exists():
        msg = f"{path}: nothing is published yet; run `make demo`, or a night of the DAG `nightly`"
        raise FileNotFoundError(msg)
    return duckdb.connect(str(path), read_only=True)


def hold_memory(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Bound a connection's memory; what it has no room for it keeps beside the file `path` meanwhile."""
    connection.execute(f"SET memory_limit = '{_MEMORY}'")
    connection.execute("SET temp_directory = $1", [str(path.with_suffix(".spill"))])


def attach(connection: duckdb.DuckDBPyConnection, path: Path, name: str, *, read_only: bool = False) -> None:
    """Attach a database file under a name."""
    quoted = str(path).replace("'", "''")
    connection.execute(f"SET zstd_min_string_length = {_ZSTD_FROM_BYTES}")
    connection.execute(f"ATTACH '{quoted}' AS {name} ({'READ_ONLY' if read_only else _STORAGE})")


def count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    """Return a table's number of rows; `table` is the name of a folder of `sql/marts`."""
    row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 a folder's name
    return int(row[0]) if row else 0


def _source_table(sources: Iterable[SourceSpec]) -> pa.Table:
    rows = [
        {name: getattr(each, name) for name in _SOURCE_COLUMNS}
        | dict(zip(("expected_least", "expected_most"), each.expected_per_day or (), strict=False))
        for each in sources
    ]
    return pa.Table.from_pylist(rows, _SOURCE_SCHEMA)
