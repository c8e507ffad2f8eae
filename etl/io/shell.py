"""SQL on the published file: one query, or a prompt."""

import csv
import json
import os
import shutil
import sys
from pathlib import Path
from typing import TextIO

import duckdb

from etl.io.report import as_table
from etl.io.warehouse import open_published

__all__ = ["interact", "open_published", "write_result"]

_PROMPT = "rasad> "
_CONTINUED = "    -> "
_BATCH_ROWS = 10_000
_SHOWN_ROWS = 100


def write_result(connection: duckdb.DuckDBPyConnection, query: str, form: str, limit: int) -> None:
    """Write a query's result to standard output as `table`, `csv`, `json` (a row a line) or `parquet`.

    Rows are written as they come, so that a large result needs no memory. Raises duckdb.Error with
    DuckDB's own message where the query is wrong, and OSError for Parquet on a terminal.
    """
    if form == "parquet" and sys.stdout.isatty():
        msg = "Parquet is binary: send it to a file, such as `rasad sql … --format parquet > answer.parquet`"
        raise OSError(msg)
    result = connection.execute(query)
    if form == "table":
        width = shutil.get_terminal_size((160, 24)).columns
        sys.stdout.write(as_table(result, width=width, limit=limit or None) + "\n")
    elif form == "csv":
        _write_csv(result, sys.stdout)
    elif form == "json":
        _write_json(result, sys.stdout)
    else:
        _write_parquet(result)


def interact(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Open a SQL shell: Harlequin or DuckDB's own where one is installed, else a plain prompt."""
    if client := shutil.which("harlequin"):
        connection.close()
        os.execv(client, [client, "--read-only", str(path)])  # noqa: S606 the user's own client
    if client := shutil.which("duckdb"):
        connection.close()
        os.execv(client, [client, "-readonly", str(path)])  # noqa: S606 the user's own client
    print(  # noqa: T201
        f"{path}, read-only. End a statement with ; and the shell with Ctrl-D. SHOW TABLES; lists the tables."
    )
    _prompt(connection)


def _prompt(connection: duckdb.DuckDBPyConnection) -> None:
    if sys.stdin.isatty():
        import readline  # noqa: F401 - line editing and history for input()
    pending = ""
    while True:
        try:
            pending += input(_CONTINUED if pending else _PROMPT) + "\n"
            if not pending.rstrip().endswith(";"):
                continue
            result = connection.execute(pending)
            print(as_table(result, width=shutil.get_terminal_size((160, 24)).columns, limit=_SHOWN_ROWS))  # noqa: T201
        except EOFError:
            print()  # noqa: T201
            return
        except KeyboardInterrupt:
            print()  # noqa: T201
        except duckdb.Error as error:
            print(error, file=sys.stderr)  # noqa: T201
        pending = ""


def _columns(result: duckdb.DuckDBPyConnection) -> list[str]:
    return [str(name) for name, *_ in result.description or ()]


def _write_csv(result: duckdb.DuckDBPyConnection, out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_columns(result))
    while rows := result.fetchmany(_BATCH_ROWS):
        writer.writerows(rows)


def _write_json(result: duckdb.DuckDBPyConnection, out: TextIO) -> None:
    names = _columns(result)
    while rows := result.fetchmany(_BATCH_ROWS):
        out.writelines(
            json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=str) + "\n"
            for row in rows
        )


def _write_parquet(result: duckdb.DuckDBPyConnection) -> None:
    import pyarrow.parquet as pq

    batches = result.to_arrow_reader(_BATCH_ROWS)
    with pq.ParquetWriter(sys.stdout.buffer, batches.schema, compression="zstd") as writer:
        for batch in batches:
            writer.write_batch(batch)
