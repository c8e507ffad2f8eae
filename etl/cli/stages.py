"""The stages by hand, as the DAG runs them."""

from typing import TYPE_CHECKING

import typer

from etl.cli.app import DayArgument, SourceOption, app, guarded, settings

if TYPE_CHECKING:
    from etl.pipeline import Summary


@app.command(epilog="Example: rasad run 2026-03-14")
def run(day: DayArgument) -> None:
    """Run one news day from collect to publish, in this process."""
    from etl import pipeline

    _report(guarded(pipeline.run, settings(), day))


@app.command(epilog="Example: rasad collect 2026-03-14 --source inbox")
def collect(day: DayArgument, source: SourceOption = "inbox") -> None:
    """Archive what a source has for a news day."""
    from etl import pipeline

    _report(guarded(pipeline.collect, settings(), source, day))


@app.command(epilog="Example: rasad refine 2026-03-14 --source inbox")
def refine(day: DayArgument, source: SourceOption = "inbox") -> None:
    """Read the archived pages of a news day and stage their articles and mentions."""
    from etl import pipeline

    _report(guarded(pipeline.refine, settings(), source, day))


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


@app.command(epilog="Example: rasad summary 2026-03-14")
def summary(day: DayArgument) -> None:
    """Print what a news day brought in, with example queries and their answers."""
    from etl import pipeline

    typer.echo(guarded(pipeline.summary, settings(), day))


def _report(counts: "Summary") -> None:
    typer.echo("  ".join(f"{name} {count}" for name, count in counts.items()))
