"""`rasad health`: what is unlike a source's own history, or damaged in the archive."""

from datetime import datetime
from typing import Annotated

import typer

from etl.cli.app import JsonOption, app, settings, told


@app.command(epilog="Example: rasad health --archive")
def health(
    *,
    archive: Annotated[
        bool, typer.Option("--archive", help="Also read the archive again, and compare every digest.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Judge the last two weeks of every source by its own history, a line for each finding.

    Asks no site and changes no table: the weekly DAG `upkeep` keeps the findings in `fact_health`. Ends
    with 1 where something was found.
    """
    import json

    from etl import upkeep

    given = settings()
    with told():
        today = datetime.now(given.zone).date()
        damaged = upkeep.verify_archive(given, today).findings if archive else ()
        findings = upkeep.judge(given, today, damaged=damaged).findings
    for each in findings:
        row = {
            "news_date": each.day.isoformat(), "source_id": each.source_id, "finding": each.finding.value,
            "about": each.about, "expected": each.expected, "found": each.found, "detail": each.detail,
        }  # fmt: skip
        typer.echo(json.dumps(row, ensure_ascii=False) if as_json else each.line)
    if findings:
        raise SystemExit(1)
