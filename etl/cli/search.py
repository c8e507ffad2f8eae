"""Search in the published file."""

import json
import shutil
import sys
from datetime import date
from typing import Annotated

import typer

from etl.cli.app import JsonOption, app, fail, guarded, settings

_NOTHING_FOUND = 1


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        msg = f"{value!r} is no day; write it as 2026-03-14"
        raise typer.BadParameter(msg) from error


_FROM = typer.Option("--from", parser=_day, metavar="DAY", help="First news day, as 2026-03-14.")
_TO = typer.Option("--to", parser=_day, metavar="DAY", help="Last news day.")


@app.command(epilog="""Example: rasad search 'تعاون أمني "مجلس الأمن"' --from 2026-03-01 --country MA""")
def search(  # noqa: PLR0913 - the filters of search()
    query: Annotated[str, typer.Argument(help='Words, all of which must be there; a phrase in "quotes".')],
    *,
    date_from: Annotated[date | None, _FROM] = None,
    date_to: Annotated[date | None, _TO] = None,
    source: Annotated[str | None, typer.Option(metavar="ID", help="Source id, such as hespress.")] = None,
    country: Annotated[
        str | None, typer.Option(help="Country that the article names: ISO code or name, such as MA.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Hits shown.")] = 20,
    as_json: JsonOption = False,
) -> None:
    """Search the published articles in any inflection and spelling; like grep, exits 1 where nothing is found."""
    from etl.io.search_hits import HIT_END, HIT_START, Question, as_lines, hits
    from etl.io.shell import open_published

    connection = guarded(open_published, settings().published_file)
    question = Question(
        query=query, date_from=date_from, date_to=date_to, source=source, country=country, most=limit
    )
    marks = ("[", "]") if as_json else (HIT_START, HIT_END)
    found = guarded(hits, connection, question, marks=marks)
    if as_json:
        sys.stdout.writelines(json.dumps(hit, ensure_ascii=False, default=str) + "\n" for hit in found)
    else:
        width = shutil.get_terminal_size((100, 24)).columns
        sys.stdout.writelines(f"{line}\n" for line in as_lines(found, width=width, color=sys.stdout.isatty()))
    if not found:
        fail(f"nothing is found for {query!r}", code=_NOTHING_FOUND)
