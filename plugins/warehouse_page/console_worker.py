"""One statement of a user, in a process of its own that holds nothing else: JSON in, an answer out.

`python -I console_worker.py` reads `{file, sql, form, rows, bytes, memory, threads, cpu_seconds}` from standard
input. What a user may run is one SELECT (or EXPLAIN of one) on the published file, opened read-only, with
external access off and the configuration locked. The parent kills this process when its time is over; the
kernel's limits end it should the parent be gone.
"""

import csv
import io
import json
import re
import resource
import sys
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, TextIO

import duckdb

REFUSED = 3
STOPPED = 4
_EXACT_IN_JSON = 2**53
_BATCH_ROWS = 1000
_CELL_CHARACTERS = 20_000
# A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV Injection").
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_ALLOWED = {duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN}
# DuckDB's parser turns some PRAGMAs into a SELECT, so they are known by their first word.
_PRAGMA = re.compile(r"(?:\s|--[^\n]*(?:\n|$)|/\*.*?\*/)*pragma\b", re.IGNORECASE | re.DOTALL)
_OVERHEAD_BYTES = 3 << 30
"""Address space beside DuckDB's own limit: the interpreter, its libraries, thread stacks, allocator arenas."""


class RefusedError(Exception):
    """A statement that the console does not run; the message says which it does."""


def main() -> int:
    """Run the statement that standard input names; give the exit code."""
    asked: dict[str, Any] = json.load(sys.stdin)
    _limit(asked["cpu_seconds"], asked["memory_bytes"])
    try:
        connection = _open(asked)
        result = connection.execute(_only_statement(asked["sql"]))
        write = _write_csv if asked["form"] == "csv" else _write_json
        write(result, sys.stdout, asked["rows"], asked["bytes"])
    except (RefusedError, duckdb.Error, UnicodeError) as error:
        sys.stderr.write(str(error)[:4000])
        return REFUSED
    except MemoryError:
        sys.stderr.write("the answer needs more memory than the console may take")
        return STOPPED
    return 0


def _limit(cpu_seconds: int, memory_bytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes + _OVERHEAD_BYTES,) * 2)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _open(asked: dict[str, Any]) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(
        asked["file"],
        read_only=True,
        config={
            "enable_external_access": False,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "allow_community_extensions": False,
            "memory_limit": f"{asked['memory_bytes']}B",
            "threads": asked["threads"],
            "temp_directory": "",
            "max_expression_depth": 250,
        },
    )
    connection.execute("SET lock_configuration = true")
    return connection


def _only_statement(sql: str) -> duckdb.Statement:
    statements = duckdb.extract_statements(sql)
    if len(statements) != 1:
        msg = f"one statement at a time: there are {len(statements)}"
        raise RefusedError(msg)
    kind = "PRAGMA" if _PRAGMA.match(sql) else statements[0].type.name
    if kind == "PRAGMA" or statements[0].type not in _ALLOWED:
        msg = f"the console reads: SELECT, FROM, WITH, DESCRIBE, SHOW and EXPLAIN; this is {kind}"
        raise RefusedError(msg)
    return statements[0]


def _write_json(result: duckdb.DuckDBPyConnection, out: TextIO, most: int, most_bytes: int) -> None:
    columns = [{"name": str(name), "type": str(kind)} for name, kind, *_ in result.description or ()]
    rows: list[str] = []
    size, is_cut = 0, False
    for row in _rows(result):
        text = json.dumps([_cell(each) for each in row], ensure_ascii=False)
        size += len(text.encode("utf-8", "replace"))
        if len(rows) == most or size > most_bytes:
            is_cut = True
            break
        rows.append(text)
    head = json.dumps({"columns": columns, "is_cut": is_cut}, ensure_ascii=False)
    out.write(f'{head[:-1]}, "rows": [{", ".join(rows)}]}}')


def _write_csv(result: duckdb.DuckDBPyConnection, out: TextIO, most: int, most_bytes: int) -> None:
    # Spreadsheets take a file without the mark for one in the code page of the machine.
    out.write("\N{ZERO WIDTH NO-BREAK SPACE}")
    line = io.StringIO()
    writer = csv.writer(line)
    writer.writerow([_safe(str(name)) for name, *_ in result.description or ()])
    size = 0
    for nth, row in enumerate(_rows(result)):
        writer.writerow(["" if each is None else _safe(each) for each in row])
        size += line.tell()
        if nth + 1 >= most or size > most_bytes:
            break
        out.write(line.getvalue())
        line.seek(0)
        line.truncate()
    out.write(line.getvalue())


def _rows(result: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while batch := result.fetchmany(_BATCH_ROWS):
        yield from batch


def _cell(value: object) -> object:
    """Return a value as JSON holds it; what JSON cannot hold exactly goes as text."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, list | tuple):
        return [_cell(each) for each in value]
    if isinstance(value, dict):
        return {str(name): _cell(each) for name, each in value.items()}
    is_exact = isinstance(value, int) and abs(value) < _EXACT_IN_JSON
    if is_exact or (isinstance(value, float) and value - value == 0):
        return value
    return _text(value)[:_CELL_CHARACTERS]


def _text(value: object) -> str:
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return value[:_CELL_CHARACTERS].hex() if isinstance(value, bytes) else str(value)


def _safe(value: object) -> object:
    """Return a cell that no spreadsheet runs: text that would be a formula gets an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value


if __name__ == "__main__":
    sys.exit(main())
