"""One document by hand: its article, and why each block was kept or dropped."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from etl.cli.app import app, fail

_DEFAULT_ZONE = ZoneInfo("Asia/Riyadh")


def _zone(value: str | ZoneInfo) -> ZoneInfo:
    """Read a zone's name; Typer also hands over the default, which is a zone already."""
    try:
        return value if isinstance(value, ZoneInfo) else ZoneInfo(value)
    except (KeyError, ValueError, OSError) as error:
        msg = f"{value!r} is no IANA time zone; give one such as Asia/Riyadh"
        raise typer.BadParameter(msg) from error


@app.command(epilog="Example: rasad extract page.html --url https://example.org/news/1 --explain")
def extract(
    file: Annotated[str, typer.Argument(help="A .txt, .html or .htm document, or - for standard input.")],
    url: Annotated[str, typer.Option(help="Address that the document came from.")] = "",
    *,
    zone: Annotated[
        ZoneInfo,
        typer.Option(
            parser=_zone, envvar="RASAD_TIMEZONE", metavar="ZONE", help="Zone of the times it prints."
        ),
    ] = _DEFAULT_ZONE,
    explain: Annotated[
        bool, typer.Option("--explain", help="Add every dropped block and its reason.")
    ] = False,
    html: Annotated[
        bool, typer.Option("--html", help="With --explain: print the page with its blocks coloured, as HTML.")
    ] = False,
) -> None:
    """Print the article of one document as a JSON object."""
    from etl.extract.explain import as_json
    from etl.extract.page import content_type_of, read_page
    from etl.model import Page

    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        fail(f"{file}: {error.strerror}; give the path of a document, or - for standard input")
    page = Page(
        source_id="inbox",
        url=url or (f"file:///{Path(file).name}" if file != "-" else "stdin:"),
        content=content,
        content_type=content_type_of(file, content),
        fetched_at=datetime.now(UTC),
    )
    if html:
        from etl.extract.decoding import decode
        from etl.extract.explain_page import explain_page

        if not explain or page.content_type != "text/html":
            fail("--html goes with --explain and an HTML document", code=2)
        typer.echo(explain_page(decode(page.content, page.content_type).text))
        return
    reading = read_page(page, zone)
    typer.echo(json.dumps(as_json(reading, explain=explain), ensure_ascii=False, indent=2))
