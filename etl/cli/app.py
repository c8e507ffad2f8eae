"""What every command shares: the application, its settings, its errors and exit codes."""

import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, NoReturn, ParamSpec, TypeVar

import typer

if TYPE_CHECKING:
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
SourceOption = Annotated[str, typer.Option("--source", help="Source id, such as inbox.")]


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


def guarded(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Call a stage; what its user can mend is told in a line, anything else crashes with its traceback."""
    import duckdb

    from etl.io.warehouse import CheckFailedError

    try:
        return function(*args, **kwargs)
    except CheckFailedError as error:
        fail(str(error), code=_CHECK_FAILED)
    except LookupError as error:
        fail(str(error.args[0]))
    except (OSError, duckdb.Error) as error:
        fail(str(error))


def fail(message: str, *, code: int = 1) -> NoReturn:
    """End the command with a line for its user and an exit code for its script."""
    sys.stderr.write(f"rasad: {message}\n")
    raise SystemExit(code)
