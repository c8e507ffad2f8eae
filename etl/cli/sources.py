"""The declared sources: what they are, and whether they answer."""

import json
import sys
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from io import StringIO
from typing import TYPE_CHECKING, Annotated

import typer

from etl.cli.app import JsonOption, _day, app, declared, fail, settings, told

if TYPE_CHECKING:
    from etl.io.source_check import SourceCheck
    from etl.model import SourceSpec

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
_WRONG_USAGE = 2
_WIDEST = 10_000

sources = typer.Typer(no_args_is_help=True, help="The declared outlets: list them, check them live.")
app.add_typer(sources, name="sources")


@sources.command("list", epilog="Example: rasad sources list")
def list_sources(*, as_json: JsonOption = False) -> None:
    """Print every declared source: id, country, owner kind, ways of discovery, names."""
    from etl.discover.plan import strategy_of

    specs = declared(settings())
    rows = [(spec, [strategy_of(each).value for each in spec.discovery]) for spec in specs]
    if as_json:
        for spec, strategies in rows:
            typer.echo(json.dumps(_record(spec, strategies), ensure_ascii=False))
        return
    _table(
        ("source", "country", "owner", "zone", "discovery", "name", "الاسم"),
        [
            (
                spec.source_id,
                spec.country_code or "",
                spec.owner_kind.value if spec.owner_kind else "",
                spec.timezone or "",
                " ".join(dict.fromkeys(strategies)),
                spec.name_en,
                spec.name_ar,
            )
            for spec, strategies in rows
        ],
    )


@sources.command(epilog="Example: rasad sources check aljazeera hespress")
def check(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]…", help="Sources to check; all declared, if none.")
    ] = None,
    *,
    day: Annotated[
        date | None,
        typer.Option(parser=_day, metavar="DAY", help="News day to look for. Yesterday, if not given."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Ask live whether sources answer: each discovery address, robots.txt, and one article as it is read.

    Nothing is kept. A source is `ok`, `partly` (it serves, though one of its addresses does not) or
    `failed`; ends with 1 where one that was asked failed.
    """
    from etl import pipeline

    given = settings()
    chosen = ids or [spec.source_id for spec in declared(given) if spec.discovery]
    looked = day or datetime.now(given.zone).date() - timedelta(days=1)
    if not chosen:
        fail("no source is declared", code=_WRONG_USAGE)
    checks = []
    with told():
        for each in pipeline.check_declared(given, chosen, looked):
            checks.append(each)
            if as_json:
                typer.echo(json.dumps(each.row, ensure_ascii=False))
            elif sys.stderr.isatty():
                typer.echo(f"{len(checks)} of {len(chosen)}: {each.source_id} {each.verdict}", err=True)
    if not as_json:
        _print_checks(sorted(checks, key=lambda each: chosen.index(each.source_id)))
    if any(each.verdict == "failed" for each in checks):
        raise SystemExit(1)


def _record(spec: "SourceSpec", strategies: list[str]) -> dict[str, object]:
    return {
        "source_id": spec.source_id,
        "name_ar": spec.name_ar,
        "name_en": spec.name_en,
        "country_code": spec.country_code,
        "owner_kind": spec.owner_kind and spec.owner_kind.value,
        "timezone": spec.timezone,
        "home_url": spec.home_url,
        "discovery": strategies,
        "verified_on": [each.verified_on and each.verified_on.isoformat() for each in spec.discovery],
    }


def _print_checks(checks: "Sequence[SourceCheck]") -> None:
    from etl.discover.urls import readable

    _table(
        ("source", "strategy", "answers", "items", "newest", "address"),
        [
            (
                each.source_id,
                address.strategy,
                "not asked" if not address.is_asked else "no" if address.fault else "yes",
                str(address.items) if address.is_asked else "",
                _age(each.checked_at, address.newest),
                "\n".join(filter(None, (address.url, address.fault))),
            )
            for each in checks
            for address in each.addresses
        ],
    )
    _table(
        ("source", "verdict", "robots", "published", "words", "sample article"),
        [
            (
                each.source_id,
                each.verdict,
                {True: "allows", False: "forbids", None: ""}[each.sample.robots_allow],
                f"{each.sample.published_at:%Y-%m-%d %H:%M}" if each.sample.published_at else "",
                str(each.sample.words) if each.sample.words else "",
                "\n".join(filter(None, (each.sample.title, readable(each.sample.url), each.sample.fault))),
            )
            for each in checks
        ],
    )
    counts = {name: sum(each.verdict == name for each in checks) for name in ("ok", "partly", "failed")}
    typer.echo(", ".join(f"{name} {count}" for name, count in counts.items()))


def _age(now: datetime, moment: datetime | None) -> str:
    """Return how long ago a moment was, in its largest unit."""
    if moment is None:
        return ""
    seconds = (now - moment).total_seconds()
    for unit, size in (("d", _DAY), ("h", _HOUR), ("min", _MINUTE)):
        if seconds >= size:
            return f"{seconds // size:.0f} {unit} ago"
    return "now" if seconds >= 0 else "ahead"


def _table(names: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """Print a table; in a pipe it is as wide as its longest line, so that `grep` finds whole rows."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in names:
        is_last = name == names[-1]
        table.add_column(
            name,
            overflow="fold",
            no_wrap=not is_last,
            justify="right" if name in {"items", "words"} else "left",
        )
    for row in rows:
        table.add_row(*map(Text, row))
    width = None if sys.stdout.isatty() else _WIDEST
    console = Console(file=(out := StringIO()), width=width, color_system=None, highlight=False)
    console.print(table)
    typer.echo("\n".join(line.rstrip() for line in out.getvalue().splitlines()))
