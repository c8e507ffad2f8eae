"""What every command shares: the application, its settings, its errors and exit codes."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Annotated, NoReturn, ParamSpec, TypeVar

import typer

if TYPE_CHECKING:
    from etl.model import SourceSpec
    from etl.settings import Settings

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="The warehouse of the Arabic press, by hand. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 a check "
    "failed, 130 interrupted.",
)
P = ParamSpec("P")
T = TypeVar("T")
_WRONG_USAGE = 2
_CHECK_FAILED = 3


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        msg = f"{value!r} is no day; write it as 2026-03-14"
        raise typer.BadParameter(msg) from error


DayArgument = Annotated[date, typer.Argument(parser=_day, metavar="DAY", help="News day, as 2026-03-14.")]
SourcesOption = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="ID", help="Source id, such as inbox; give it again for more."),
]
AllOption = Annotated[bool, typer.Option("--all", help="Every declared source.")]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object a line, for machines.")]


def settings() -> "Settings":
    """Read the settings; a variable that is wrong ends the command with its name and the remedy."""
    from pydantic import ValidationError

    from etl.settings import Settings

    try:
        return Settings()
    except ValidationError as error:
        problems = (
            f"RASAD_{'_'.join(map(str, each['loc'])).upper()}: {each['msg']}" for each in error.errors()
        )
        fail("\n".join(problems), code=_WRONG_USAGE)


def chosen(given: "Settings", sources: list[str] | None, *, every: bool) -> list[str]:
    """Return the ids that a command is for: those named, all, or without either RASAD_SOURCES or the inbox."""
    from etl import pipeline

    if every and sources:
        fail("give --all or --source, not both", code=_WRONG_USAGE)
    if every:
        return [spec.source_id for spec in declared(given)]
    return sources or guarded(pipeline.named, given)


def declared(given: "Settings") -> "tuple[SourceSpec, ...]":
    """Return every declared source; a file that declares none rightly ends the command with its name."""
    from etl import pipeline

    try:
        return pipeline.declared(given)
    except ValueError as error:
        fail(str(error))


def guarded(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Call a stage; what its user can mend is told in a line, anything else crashes with its traceback."""
    with told():
        return function(*args, **kwargs)


@contextmanager
def told() -> Iterator[None]:
    """End the command with one line and the right code where a block fails by what its user can mend."""
    import duckdb

    from etl.io.checks import CheckFailedError
    from etl.io.marts import OutdatedError
    from etl.io.verdicts import VerdictFileError
    from etl.io.web_faults import ContactMissingError, TransientError
    from etl.pipeline import NotWholeError

    try:
        yield
    except CheckFailedError as error:
        fail(str(error), code=_CHECK_FAILED)
    except ContactMissingError as error:
        fail(str(error), code=_WRONG_USAGE)
    except LookupError as error:
        fail(str(error.args[0]))
    except (NotWholeError, TransientError, VerdictFileError, OutdatedError, OSError, duckdb.Error) as error:
        fail(str(error))


def fail(message: str, *, code: int = 1) -> NoReturn:
    """End the command with a line for its user and an exit code for its script."""
    sys.stderr.write(f"rasad: {message}\n")
    raise SystemExit(code)
