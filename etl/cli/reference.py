"""The reference lists: whether they hold together."""

from pathlib import Path
from typing import Annotated

import typer

from etl.cli.app import app, fail

reference = typer.Typer(no_args_is_help=True, help="The lists of countries, agencies, officials and offices.")
app.add_typer(reference, name="reference")


@reference.callback()
def lists() -> None:
    """The lists of countries, agencies, officials and offices, one fact a line."""  # noqa: D401 the help text


@reference.command(epilog="Example: rasad reference check")
def check(
    folder: Annotated[
        Path | None, typer.Argument(help="Folder of CSV files; sql/reference, if none is given.")
    ] = None,
) -> None:
    """Print doubled lines, dangling ids, impossible dates and unmarked shared names, each with its line.

    Ends with 3 where something is wrong.
    """
    from etl.io.reference import REFERENCE_DIR
    from etl.io.reference_check import TABLES, check_reference

    chosen = folder or REFERENCE_DIR
    faults = check_reference(chosen)
    for each in faults:
        typer.echo(f"{chosen / each.file}:{each.line}: {each.problem}")
    if faults:
        fail(f"{len(faults)} faults", code=3)
    typer.echo(f"{len(TABLES)} files in {chosen}: nothing wrong")
