"""The linker by hand: articles in, what they name out."""

import io
import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from etl.cli.app import app, fail

if TYPE_CHECKING:
    from etl.link.linker import Linker


@app.command(epilog="Example: rasad annotate < articles.jsonl > named.jsonl")
def annotate(
    source_country: Annotated[
        str,
        typer.Option(
            "--country", metavar="CODE", help="The outlet's country, as MA: a hint where the text is silent."
        ),
    ] = "",
) -> None:
    """Read JSON lines of id, title and text; print what each article names, a JSON line for each."""
    from etl.io.reference import read_linker

    linker = read_linker()
    stream = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace", newline="\n")
    for number, line in enumerate(stream, start=1):
        if line.strip():
            article = _article(line, number)
            typer.echo(json.dumps(_named(linker, article, source_country), ensure_ascii=False))


def _article(line: str, number: int) -> dict[str, Any]:
    """Read a line; what is no article ends the command with the number of its line."""
    try:
        article = json.loads(line)
    except json.JSONDecodeError as error:
        fail(f"line {number} is no JSON: {error}")
    if not isinstance(article, dict) or not {"id", "text"} <= article.keys():
        fail(f"line {number} is no object with id and text")
    return article


def _named(linker: "Linker", article: dict[str, Any], source_country: str) -> dict[str, Any]:
    from etl.text.letters import display

    found = linker.link(display(article.get("title") or ""), display(article["text"] or ""), source_country)
    return {
        "id": article["id"],
        "countries": list(found.countries),
        "officials": [
            {
                "official_id": each.official_id,
                "name": each.name,
                "name_en": each.name_en,
                "surfaces": list(each.surfaces),
                "title": each.title,
                "country": each.country or None,
            }
            for each in found.officials
        ],
        "agencies": [
            {
                "agency_id": each.agency_id,
                "name_en": each.name_en,
                "surfaces": list(each.surfaces),
                "country": each.country or None,
            }
            for each in found.agencies
        ],
        "mentions": [
            {
                "kind": each.kind.value,
                "entity_id": each.entity_id,
                "field": each.field,
                "surface": each.surface,
                "start": each.start,
                "end": each.end,
                "rule": each.rule,
                "score": each.score,
            }
            for each in found.mentions
        ],
        "topics": [],
    }
