"""The tables of the warehouse as they are declared: what a row is, the columns, and which keys lead where."""

import re
from dataclasses import dataclass

import duckdb

from etl.io.marts import SQL_DIR, sql, table_order

_LEADS = re.compile(r"^-- fail: every (?P<column>\w+) stands in (?P<table>\w+)$", re.MULTILINE)
_KIND_ORDER = ("fact", "dim", "bridge", "search")
_MACRO = re.compile(r"CREATE OR REPLACE MACRO (?P<name>\w+)\s*\((?P<parameters>[^)]*)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its name, DuckDB's type, what it holds, and the table that its key leads to, if any."""

    name: str
    type: str
    comment: str
    leads_to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSchema:
    """One table: its grain in words, and its columns in their order."""

    name: str
    grain: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Macro:
    """One macro: how it is called, and what it answers, as its file says."""

    name: str
    parameters: str
    comment: str


def read_schema() -> tuple[TableSchema, ...]:
    """Return every table: facts, dimensions, bridges, and what search needs."""
    with duckdb.connect() as connection:
        for name in table_order():
            connection.execute(sql(f"marts/{name}/schema.sql"))
        tables = connection.execute("SELECT table_name, comment FROM duckdb_tables()").fetchall()
        columns = connection.execute(
            "SELECT table_name, column_name, data_type, comment FROM duckdb_columns() "
            "WHERE NOT internal ORDER BY table_name, column_index"
        ).fetchall()
    found = [
        TableSchema(
            name=name,
            grain=grain or "",
            columns=tuple(
                Column(name=column, type=kind, comment=comment or "", leads_to=_leads(name).get(column, ""))
                for table, column, kind, comment in columns
                if table == name
            ),
        )
        for name, grain in tables
    ]
    return tuple(sorted(found, key=lambda each: (_kind(each.name), each.name)))


def read_macros() -> tuple[Macro, ...]:
    """Return the macros that analysts call, by name: those whose file opens with an example."""
    macros = []
    for path in sorted((SQL_DIR / "macros").glob("*.sql")):
        text = path.read_text(encoding="utf-8")
        comment = "\n".join(line.removeprefix("-- ") for line in text.splitlines() if line.startswith("-- "))
        declared = _MACRO.search(text)
        if declared and "\nExample: " in comment:
            parameters = " ".join(declared["parameters"].split())
            macros.append(Macro(name=declared["name"], parameters=parameters, comment=comment))
    return tuple(macros)


def as_text(tables: tuple[TableSchema, ...], macros: tuple[Macro, ...]) -> str:
    """Return the model for a terminal."""
    lines: list[str] = []
    for table in tables:
        width = max(len(column.name) for column in table.columns)
        lines += [f"{table.name}", f"  {table.grain}"]
        for column in table.columns:
            lead = f" → {column.leads_to}" if column.leads_to else ""
            lines.append(f"    {column.name:<{width}}  {column.type}{lead}  {column.comment}")
        lines.append("")
    for macro in macros:
        lines += [
            f"{macro.name}({macro.parameters})",
            *(f"  {line}" for line in macro.comment.splitlines()),
            "",
        ]
    return "\n".join(lines).rstrip()


def as_mermaid(tables: tuple[TableSchema, ...]) -> str:
    """Return the star as a Mermaid diagram: tables, their grains' keys, and what leads where."""
    lines = ["erDiagram"]
    shown = [table for table in tables if _kind(table.name) < len(_KIND_ORDER) - 1]
    edges = sorted(
        {
            f"    {column.leads_to} ||--o{{ {table.name} : {column.name}"
            for table in shown
            for column in table.columns
            if column.leads_to
        }
    )
    for table in shown:
        keys = [column for column in table.columns if column.name.endswith(("_key", "_id"))][:4]
        lines.append(f"    {table.name} {{")
        lines += [f"        {_plain(column.type)} {column.name}" for column in keys]
        lines.append("    }")
    return "\n".join([*lines, *edges])


def _plain(kind: str) -> str:
    return kind.replace("[]", "_list")


def _kind(name: str) -> int:
    kind = name.partition("_")[0]
    return _KIND_ORDER.index(kind) if kind in _KIND_ORDER else len(_KIND_ORDER)


def _leads(table: str) -> dict[str, str]:
    """Read from a table's checks which of its columns are keys of which tables."""
    return {each["column"]: each["table"] for each in _LEADS.finditer(sql(f"marts/{table}/checks.sql"))}
