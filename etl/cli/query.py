"""SQL on the published file."""

from enum import StrEnum
from typing import Annotated

import typer

from etl.cli.app import app, guarded, settings


class Format(StrEnum):
    """How `rasad sql` writes a result."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    PARQUET = "parquet"


@app.command(epilog='Example: rasad sql "FROM fact_article SELECT news_date, title" --format csv')
def sql(
    query: Annotated[str | None, typer.Argument(help="One SQL statement; without it, a shell opens.")] = None,
    *,
    output_format: Annotated[
        Format, typer.Option("--format", help="How the result is written.")
    ] = Format.TABLE,
    limit: Annotated[int, typer.Option(min=0, help="Rows shown in a table; 0 shows all.")] = 100,
) -> None:
    """Query the published warehouse, read-only; also while a run loads."""
    from etl.io import shell

    connection = guarded(shell.open_published, settings().published_file)
    if query is None:
        shell.interact(connection, settings().published_file)
    else:
        guarded(shell.write_result, connection, query, output_format, limit)


@app.command(epilog="Example: rasad schema --mermaid > model.mmd")
def schema(
    *,
    mermaid: Annotated[bool, typer.Option("--mermaid", help="The star as a Mermaid diagram.")] = False,
) -> None:
    """Print every table with its grain and columns, and the macros that queries can call."""
    from etl.io.schema import as_mermaid, as_text, read_macros, read_schema

    tables = read_schema()
    typer.echo(as_mermaid(tables) if mermaid else as_text(tables, read_macros()))
