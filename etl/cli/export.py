"""The published tables as Parquet."""

from pathlib import Path
from typing import Annotated

import typer

from etl.cli.app import app, guarded, settings, told


@app.command(epilog="Example: rasad export /srv/rasad-parquet")
def export(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where the files go; those of before are replaced.")
    ],
) -> None:
    """Write every table of the published warehouse as a Parquet file, each whole or not at all."""
    from etl.io.export import export_tables
    from etl.io.shell import open_published

    connection = guarded(open_published, settings().published_file)
    with told():
        for table, rows, size in export_tables(connection, folder):
            typer.echo(f"{table}\t{rows} rows\t{size} bytes")
