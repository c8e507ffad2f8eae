"""The stages by hand, as the DAG runs them."""

from typing import TYPE_CHECKING, Annotated

import typer

from etl.cli.app import (
    AllOption,
    DayArgument,
    JsonOption,
    SourcesOption,
    app,
    chosen,
    declared,
    guarded,
    settings,
    told,
)

if TYPE_CHECKING:
    from etl.pipeline import Summary


@app.command(epilog="Example: rasad run 2026-03-14")
def run(day: DayArgument, *, as_json: JsonOption = False) -> None:
    """Run one news day from collect to publish, in this process; sources are collected side by side."""
    from etl import pipeline
    from etl.cli.progress import Progress

    given = settings()
    declared(given)
    with told(), Progress(len(pipeline.sources(given)), day, as_json=as_json) as progress:
        counts = pipeline.run(given, day, tell=progress.tell)
    if not as_json:
        _report(counts)


@app.command(epilog="Example: rasad collect 2026-03-14 --source hespress --source aljazeera")
def collect(
    day: DayArgument,
    source: SourcesOption = None,
    *,
    every: AllOption = False,
    warc: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE|URL",
            help="Take the pages from this WARC file, or from a list of some (…/warc.paths.gz), and ask no "
            "outlet; without --source, those of every declared one.",
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Archive what sources have for a news day, a line for each as it is done.

    Without --source and --all: the sources of RASAD_SOURCES, else the inbox. Ends with 1 where a source
    could not be collected; pages that failed alone are asked again by the next run.
    """
    from etl import pipeline
    from etl.cli.progress import Progress

    given = settings()
    ids = chosen(given, source, every=every or (bool(warc) and not source))
    with told(), Progress(len(ids), day, as_json=as_json) as progress:
        for report in pipeline.collect_each(given, ids, day, warc=tuple(warc or ())):
            progress.tell(report)
    if progress.has_failed:
        raise SystemExit(1)


@app.command(epilog="Example: rasad refine 2026-03-14 --source inbox")
def refine(day: DayArgument, source: SourcesOption = None, *, every: AllOption = False) -> None:
    """Read the archived pages of a news day and stage their articles and mentions.

    Without --source and --all: the sources of RASAD_SOURCES, else the inbox.
    """
    from etl import pipeline

    given = settings()
    ids = chosen(given, source, every=every)
    for source_id in ids:
        counts = guarded(pipeline.refine, given, source_id, day)
        if len(ids) > 1:
            typer.echo(f"{source_id:<20} ", nl=False)
        _report(counts)


@app.command(epilog="Example: rasad load 2026-03-14")
def load(day: DayArgument) -> None:
    """Merge a staged news day into the working warehouse."""
    from etl import pipeline

    _report(guarded(pipeline.load, settings(), day))


@app.command(epilog="Example: rasad check")
def check() -> None:
    """Run every table's checks on the working warehouse."""
    from etl import pipeline

    _report(guarded(pipeline.check, settings()))


@app.command(epilog="Example: rasad publish")
def publish() -> None:
    """Put the checked working warehouse in the published file's place."""
    from etl import pipeline

    _report(guarded(pipeline.publish, settings()))


@app.command(epilog="Example: rasad rebuild --compare")
def rebuild(
    *,
    compare: Annotated[
        bool, typer.Option("--compare", help="Only say what would differ; the working file stays.")
    ] = False,
) -> None:
    """Make the working warehouse anew from the archive, and say where it differs from the one that grew.

    Publish it afterwards. With --compare it ends with 3 where something differs.
    """
    from etl import pipeline

    found = guarded(
        pipeline.rebuild, settings(), replace=not compare, tell=lambda day: typer.echo(f"{day}  loaded")
    )
    for each in found:
        typer.echo(f"{each.table}: {each.grown_only} rows are gone, {each.rebuilt_only} are new")
    typer.echo("differs" if found else "the same, row for row")
    if compare and found:
        raise SystemExit(3)


@app.command(epilog="Example: rasad summary 2026-03-14")
def summary(day: DayArgument) -> None:
    """Print what a news day brought in, with example queries and their answers."""
    from etl import pipeline

    typer.echo(guarded(pipeline.summary, settings(), day))


def _report(counts: "Summary") -> None:
    typer.echo("  ".join(f"{name} {count}" for name, count in counts.items()))
