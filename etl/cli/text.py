"""The Arabic text tools by hand: filters from standard input to standard output."""

import io
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated

import typer

from etl.cli.app import app, settings


def _instant(value: str) -> datetime:
    try:
        instant = datetime.fromisoformat(value)
    except ValueError as error:
        msg = f"{value!r} is no instant; write it as 2024-06-18T12:00:00+03:00"
        raise typer.BadParameter(msg) from error
    if instant.tzinfo is None:
        msg = f"{value!r} has no zone; write it as {value}+03:00"
        raise typer.BadParameter(msg)
    return instant


@app.command(epilog="Example: rasad dates --reference 2024-06-18T12:00:00+03:00 < lines.txt")
def dates(
    reference: Annotated[
        datetime | None,
        typer.Option(
            parser=_instant,
            metavar="INSTANT",
            help="When the lines were printed, with its zone: what أمس is counted from. Now, if not given.",
        ),
    ] = None,
) -> None:
    """Read the date of each line of standard input and print it as a JSON object."""
    from etl.text.dates import read_date

    instant = reference or datetime.now(settings().zone)
    for line in _lines():
        reading = read_date(line, reference=instant, zone=instant.tzinfo or UTC)
        typer.echo(json.dumps(reading.as_record(), ensure_ascii=False))


@app.command(epilog="Example: rasad stem التعاون وللتعاون تعاونها")
def stem(words: Annotated[list[str], typer.Argument(metavar="WORD…", help="Words to stem.")]) -> None:
    """Print each word and its stem, separated by a tab."""
    from etl.text import stems

    for word in words:
        typer.echo(f"{word}\t{stems.stem(word)}")


@app.command(epilog="Example: rasad normalize --search < article.txt")
def normalize(
    *,
    search: Annotated[
        bool, typer.Option("--search", help="Give the search form, not the display form.")
    ] = False,
) -> None:
    """Print standard input in its display form, or in its search form."""
    from etl.text.letters import display, fold

    for line in _lines():
        typer.echo((fold if search else display)(line))


def _lines() -> Iterator[str]:
    """Yield the lines of standard input without their ends; bytes that are no UTF-8 become U+FFFD."""
    stream = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace", newline="\n")
    return (line.removesuffix("\n").removesuffix("\r") for line in stream)
