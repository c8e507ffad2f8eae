"""The published file to text for a terminal: what a run loaded, and queries with their answers."""

from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path

import duckdb
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from etl.io.marts import SQL_DIR

EXAMPLES_DIR = SQL_DIR / "examples"
_EXAMPLES_SHOWN = 3
_WIDTH = 110
_GAP = 3
_Columns = list[tuple[str, str]]
_Rows = list[tuple[object, ...]]
_LOADED = """
SELECT source.source_id AS source, outcome.stage, in_count AS "in", out_count AS "out", drop_count AS dropped
FROM fact_outcome AS outcome
JOIN dim_source AS source USING (source_key)
WHERE outcome.news_date = $1
ORDER BY source, array_position(['collect', 'refine', 'load'], stage)
"""
_EARLIER = """
SELECT string_agg(DISTINCT news_date::VARCHAR, ', ' ORDER BY news_date::VARCHAR)
FROM fact_outcome
WHERE stage = 'collect' AND in_count > 0
HAVING bool_and(news_date <> $1)
"""
_DROPPED = """
SELECT url, reason, detail FROM fact_drop WHERE news_date = $1 ORDER BY url
"""
_TABLES = """
SELECT table_name AS "table", estimated_size AS rows FROM duckdb_tables() ORDER BY table_name
"""


def day_report(connection: duckdb.DuckDBPyConnection, day: date) -> str:
    """Return what a news day brought in, what it dropped and why, and the first examples with answers."""
    return "\n\n".join(_parts(connection, day)) + "\n"


def _parts(connection: duckdb.DuckDBPyConnection, day: date) -> Iterator[str]:
    yield f"News day {day}: documents in, out and dropped at each stage"
    yield as_table(connection.execute(_LOADED, [day]))
    earlier = connection.execute(_EARLIER, [day]).fetchone()
    if earlier and earlier[0]:
        yield f"Nothing is new for this day. A document is taken once; days that took some: {earlier[0]}"
    yield "Dropped, with the reason"
    yield as_table(connection.execute(_DROPPED, [day]))
    yield "Rows in the warehouse"
    yield as_table(connection.execute(_TABLES))
    for path in example_files()[:_EXAMPLES_SHOWN]:
        query = path.read_text(encoding="utf-8").strip()
        yield query
        yield as_table(connection.execute(query))


def example_files() -> tuple[Path, ...]:
    """Return the example queries that ship with the project, in the order of their numbers."""
    return tuple(sorted(EXAMPLES_DIR.glob("*.sql")))


def as_table(result: duckdb.DuckDBPyConnection, *, width: int = _WIDTH, limit: int | None = None) -> str:
    """Return a result as a text table of at most `width` columns; long values wrap, nothing is cut.

    Where not even the names of the columns fit side by side, each row is a record, a line a column.
    `limit` bounds the rows that are shown; a last line then says that there are more.
    """
    columns = [(str(name), str(kind)) for name, kind, *_ in result.description or ()]
    rows = result.fetchall() if limit is None else result.fetchmany(limit + 1)
    is_wide = sum(len(name) + _GAP for name, _ in columns) > width
    out = StringIO()
    console = Console(file=out, width=width, color_system=None)
    console.print((_records if is_wide else _grid)(columns, rows[:limit]))
    if limit is not None and len(rows) > limit:
        console.print(f"more than {limit} rows: the first {limit} are shown; --limit 0 shows all")
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()).strip("\n")


def _grid(columns: _Columns, rows: _Rows) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name, kind in columns:
        table.add_column(Text(name), overflow="fold", justify="right" if kind == "NUMBER" else "left")
    for row in rows:
        table.add_row(*(Text("" if value is None else str(value)) for value in row))
    return table


def _records(columns: _Columns, rows: _Rows) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for row in rows:
        for (name, _), value in zip(columns, row, strict=True):
            table.add_row(Text(name), Text("" if value is None else str(value)))
        table.add_row("")
    return table
