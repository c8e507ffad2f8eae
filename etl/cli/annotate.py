"""The linker by hand: articles in, what they name out."""

import io
import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
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
    """Read JSON lines of id, title and text; print what each article names, its topics and cooperation.

    `section` and `published` (ISO 8601) of an article are used where it has them.
    """
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
    from etl.classify.topics import classify
    from etl.findings import cooperation_of
    from etl.text.letters import display

    title, body = display(article.get("title") or ""), display(article["text"] or "")
    found = linker.link(title, body, source_country)
    facts = cooperation_of(found, {"title": title, "body": body, "published_at": _instant(article)})
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
        "topics": [
            {"code": each.topic_code, "score": each.score, "is_primary": each.is_primary}
            for each in classify(title, body, article.get("section"))
        ],
        "cooperation": [
            {
                "kind": each.kind.value,
                "stage": each.stage.value,
                "actor": asdict(each.actor),
                "partner": asdict(each.partner),
                "is_directed": each.is_directed,
                "subjects": list(each.subjects),
                "date_from": each.date_from and each.date_from.isoformat(),
                "date_to": each.date_to and each.date_to.isoformat(),
                "field": each.field,
                "sentence": each.sentence,
                "start": each.start,
                "end": each.end,
                "rule": each.rule,
            }
            for each in facts
        ],
    }


def _instant(article: dict[str, Any]) -> datetime | None:
    """Give when an article was published, where it says: days such as "last Tuesday" count from it."""
    stated = article.get("published")
    try:
        found = datetime.fromisoformat(str(stated)) if stated else None
    except ValueError:
        return None
    return found if found is None or found.tzinfo else found.replace(tzinfo=UTC)
