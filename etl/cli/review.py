"""A reviewer's word on people that no list holds: which are one, which are two, what they are called."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from etl.cli.app import JsonOption, app, fail, guarded, settings

if TYPE_CHECKING:
    from etl.io.review import Question
    from etl.link.people_merge import Verdict

review = typer.Typer(
    help="The people that only articles name: what is doubtful, and your verdict on it. Every later load "
    "obeys the verdicts; they stand in verdict.csv in RASAD_HOME.",
)
app.add_typer(review, name="review")

IdArgument = Annotated[str, typer.Argument(metavar="ID", help="Official id, as `rasad review` prints it.")]
NoteOption = Annotated[str, typer.Option("--note", help="Why; kept with the verdict.")]


@review.callback(invoke_without_command=True, epilog="Example: rasad review --json | jq .reason")
def listed(context: typer.Context, *, as_json: JsonOption = False) -> None:
    """Print the doubtful pairs of the published warehouse, with the sentence of each that says most."""
    if context.invoked_subcommand is not None:
        return
    import json
    from dataclasses import asdict

    from etl.io.review import open_questions

    given = settings()
    found = guarded(open_questions, given.published_file, given.verdict_file)
    for each in found:
        typer.echo(json.dumps(asdict(each), ensure_ascii=False) if as_json else _shown(each))
    if not as_json:
        typer.echo(
            f"{len(found)} doubtful; say: rasad review same ID ID, rasad review different ID ID, or "
            "rasad review rename ID NAME"
            if found
            else "nothing is doubtful"
        )


def _shown(question: "Question") -> str:
    now = "one person now" if question.is_merged else "two people now"
    people = (
        f"  {each.official_id}  {each.name}، {each.title or '—'}\n    «{each.sentence}»"
        for each in question.people
    )
    return "\n".join((f"{question.reason} ({now})", *people, ""))


@review.command(
    epilog="Example: rasad review same p-1f0c7a33b2d1 p-90ab4411cc02 --note 'same post, same week'"
)
def same(left: IdArgument, right: IdArgument, note: NoteOption = "") -> None:
    """Record that two ids are one person; the second may be a listed official."""
    _record("same", left, right=right, note=note)


@review.command(epilog="Example: rasad review different p-1f0c7a33b2d1 p-90ab4411cc02")
def different(left: IdArgument, right: IdArgument, note: NoteOption = "") -> None:
    """Record that two ids are two people."""
    _record("different", left, right=right, note=note)


@review.command(epilog="Example: rasad review rename p-1f0c7a33b2d1 'خوان رامون دي لا فوينتي'")
def rename(
    official: IdArgument,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The right name, in Arabic.")],
    note: NoteOption = "",
) -> None:
    """Record the right name of a person that no list holds."""
    _record("rename", official, name=name, note=note)


def _record(kind: str, left: str, *, right: str = "", name: str = "", note: str) -> None:
    from etl.io.review import unknown_ids
    from etl.io.verdicts import add_verdict

    given = settings()
    verdict = _verdict(kind, left, right, name)
    asked = tuple(filter(None, (left, right)))
    for each in guarded(unknown_ids, given.published_file, asked):
        fail(f"no article and no list names an official {each!r}; `rasad review` prints the ids")
    guarded(add_verdict, given.verdict_file, verdict, note=note, day=date.today())  # noqa: DTZ011 the desk's own day
    typer.echo(f"recorded in {given.verdict_file}; the next load obeys it")


def _verdict(kind: str, left: str, right: str, name: str) -> "Verdict":
    from etl.link.people_merge import Verdict, VerdictKind

    try:
        return Verdict(kind=VerdictKind(kind), left_id=left, right_id=right, name=name)
    except ValueError as error:
        fail(str(error), code=2)
