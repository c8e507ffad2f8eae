"""All staged days to a warehouse made from nothing, and what differs from the one that grew night by night.

What tells when something was loaded cannot be made again, so the history of states is carried over: a state
that the rebuilt warehouse holds too keeps its instants.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from etl.io.marts import OF_THE_LOADS, sql, table_order
from etl.io.warehouse import Warehouse, attach
from etl.model import SourceSpec

_STATES = "fact_article_version"
_SOURCES = "dim_source"
_EVERY_ARTICLE = """
CREATE OR REPLACE TEMP TABLE touched_article AS
SELECT article_key FROM fact_article UNION SELECT article_key FROM fact_article_version;
CREATE OR REPLACE TEMP TABLE changed_article AS FROM touched_article;
CREATE OR REPLACE TEMP TABLE regrouped_article AS FROM bridge_article_story LIMIT 0;
CREATE OR REPLACE TEMP TABLE grouped_text AS FROM bridge_article_story LIMIT 0;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One table that is not the same: rows that only one of the two warehouses holds."""

    table: str
    grown_only: int
    rebuilt_only: int


def rebuild(
    grown: Warehouse,
    days: Sequence[tuple[Path, date]],
    sources: Iterable[SourceSpec],
    *,
    replace: bool,
    tell: Callable[[date], None],
) -> tuple[Difference, ...]:
    """Load the staged days into a new file, compare it with the working one, and put it in its place if asked to.

    `tell` gets each day as it is loaded. The writer's lock is held all the time: a load that ran in
    between would be lost.
    """
    specs = tuple(sources)
    with grown.writing() as connection:
        connection.execute("CHECKPOINT warehouse")
        connection.execute("USE memory")
        connection.execute("DETACH warehouse")
        fresh = grown.beside("rebuilt")
        fresh.working.unlink(missing_ok=True)
        try:
            for staging, day in days:
                fresh.load(staging, day, specs, without=OF_THE_LOADS | {_STATES})
                tell(day)
            with fresh.writing() as rebuilt:
                attach(rebuilt, grown.working, "grown", read_only=True)
                _carry_over(rebuilt)
                found = tuple(_differences(rebuilt))
                rebuilt.execute("DETACH grown")
                rebuilt.execute("CHECKPOINT warehouse")
            if replace:
                fresh.working.replace(grown.working)
        finally:
            fresh.working.unlink(missing_ok=True)
    return found


def _carry_over(connection: duckdb.DuckDBPyConnection) -> None:
    """Take along what no staging holds: sources of before, and the history of states, brought to what is there now."""
    connection.execute("BEGIN")
    # A source that is declared no more is still that of its articles.
    gone = "WHERE source_key NOT IN (SELECT source_key FROM dim_source)"
    for table, which in ((_SOURCES, gone), *((each, "") for each in sorted(OF_THE_LOADS | {_STATES}))):
        here = _columns(connection, "warehouse", table)
        if kept := ", ".join(each for each in _columns(connection, "grown", table) if each in here):
            connection.execute(f"INSERT INTO {table} BY NAME SELECT {kept} FROM grown.{table} {which}")  # noqa: S608
    connection.execute("SET VARIABLE loaded_at = $1::TIMESTAMPTZ", [datetime.now(UTC)])
    connection.execute(_EVERY_ARTICLE)
    connection.execute(sql(f"marts/{_STATES}/load.sql"))
    connection.execute("COMMIT")


def _differences(connection: duckdb.DuckDBPyConnection) -> Iterator[Difference]:
    for table in table_order():
        if table in OF_THE_LOADS:
            continue
        old, new = _columns(connection, "grown", table), _columns(connection, "warehouse", table)
        if set(old) == set(new):
            names = ", ".join(new)
            sides = (f"grown.{table}", table)
            grown_only, rebuilt_only = (
                _rows(connection, f"(SELECT {names} FROM {one} EXCEPT ALL SELECT {names} FROM {other})")  # noqa: S608
                for one, other in (sides, sides[::-1])
            )
        else:
            grown_only = _rows(connection, f"grown.{table}") if old else 0
            rebuilt_only = _rows(connection, table)
        if grown_only or rebuilt_only:
            yield Difference(table=table, grown_only=grown_only, rebuilt_only=rebuilt_only)


def _rows(connection: duckdb.DuckDBPyConnection, relation: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {relation}").fetchone()  # noqa: S608 folders' names
    return int(row[0]) if row else 0


def _columns(connection: duckdb.DuckDBPyConnection, database: str, table: str) -> tuple[str, ...]:
    """Return the columns of a table, none where the database has no such table."""
    query = "SELECT column_name FROM duckdb_columns() WHERE database_name = $1 AND table_name = $2"
    return tuple(name for (name,) in connection.execute(query, [database, table]).fetchall())
