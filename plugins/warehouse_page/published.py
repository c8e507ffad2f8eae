"""The published file for questions of the page's own: one open database for all threads, replaced by a publish.

Only SQL that stands in this package goes through here, with values as parameters. What a user writes is run
in a process of its own: `console`.
"""

import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from etl.io.warehouse import attach

Row = dict[str, Any]
_Version = tuple[int, int, int]

_SECONDS = 20.0
_KEPT_ANSWERS = 256
_EXACT_IN_JSON = 2**53


class NothingPublishedError(Exception):
    """No night has published yet, so there is nothing to show."""


class SlowError(Exception):
    """A question took longer than the page waits for it, and was stopped."""


class Published:
    """The published file: opened once, opened again when a publish has put another one in its place."""

    def __init__(
        self, path: Path, *, seconds: float = _SECONDS, memory: str = "1GB", threads: int = 2
    ) -> None:
        """Take the file's path and the limits of one question; nothing is opened yet."""
        self.path = path
        self._seconds = seconds
        self._config: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": memory,
            "threads": threads,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "temp_directory": "",
        }
        self._lock = threading.Lock()
        self._version: _Version | None = None
        self._connection: duckdb.DuckDBPyConnection | None = None
        self._tables: frozenset[str] = frozenset()
        self._answers: OrderedDict[tuple[_Version | None, str, str], list[Row]] = OrderedDict()

    def rows(self, sql: str, parameters: Mapping[str, object] | None = None) -> list[Row]:
        """Return the answer's rows by column name, ready for JSON; they are kept for who asks the same again.

        Raises NothingPublishedError, and SlowError after `seconds`.
        """
        cursor, version = self._cursor()
        key = (version, sql, repr(sorted((parameters or {}).items())))
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]
        found = self._ask(cursor, sql, parameters)
        with self._lock:
            self._answers[key] = found
            while len(self._answers) > _KEPT_ANSWERS:
                self._answers.popitem(last=False)
        return found

    def row(self, sql: str, parameters: Mapping[str, object] | None = None) -> Row | None:
        """Return a copy of the first row of an answer, None where there is none."""
        return next((dict(row) for row in self.rows(sql, parameters)), None)

    def has(self, *tables: str) -> bool:
        """Say whether the published file holds these tables: an older one may lack some."""
        self._cursor()[0].close()
        return self._tables.issuperset(tables)

    def _ask(
        self, cursor: duckdb.DuckDBPyConnection, sql: str, parameters: Mapping[str, object] | None
    ) -> list[Row]:
        watchdog = threading.Timer(self._seconds, cursor.interrupt)
        watchdog.daemon = True
        watchdog.start()
        try:
            # DuckDB refuses a parameter that the query does not name.
            named = {name: value for name, value in (parameters or {}).items() if f"${name}" in sql}
            result = cursor.execute(sql, named) if named else cursor.execute(sql)
            names = [str(name) for name, *_ in result.description or ()]
            return [dict(zip(names, map(plain, row), strict=True)) for row in result.fetchall()]
        except duckdb.InterruptException as stopped:
            msg = f"stopped after {self._seconds:.0f} s"
            raise SlowError(msg) from stopped
        finally:
            watchdog.cancel()
            cursor.close()

    def _cursor(self) -> tuple[duckdb.DuckDBPyConnection, _Version | None]:
        with self._lock:
            try:
                state = self.path.stat()
            except FileNotFoundError as missing:
                msg = f"{self.path.name}: nothing is published yet"
                raise NothingPublishedError(msg) from missing
            version = (state.st_ino, state.st_mtime_ns, state.st_size)
            if self._connection is None or version != self._version:
                self._connection, self._version = self._open(), version
            cursor = self._connection.cursor()
            cursor.execute("USE warehouse")
            return cursor, self._version

    def _open(self) -> duckdb.DuckDBPyConnection:
        # An in-memory database with the file attached: a process that opens a path twice gets its old inode.
        connection = duckdb.connect(config=self._config)
        attach(connection, self.path, "warehouse", read_only=True)
        connection.execute("SET enable_external_access = false")
        names = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        self._tables = frozenset(name for (name,) in names)
        return connection


def plain(value: object) -> object:
    """Return a value as JSON holds it exactly: days as text, keys that a browser would round as text."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= _EXACT_IN_JSON:
        return str(value)
    if isinstance(value, float) and value - value != 0:
        return str(value)
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return [plain(each) for each in value]
    return value
