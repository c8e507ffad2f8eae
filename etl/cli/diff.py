"""What an outlet changed in an article: `rasad diff`, right to left, the words marked."""

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from etl.cli.app import app, guarded, settings
from etl.dedupe.revision import Change, stretches

if TYPE_CHECKING:
    from etl.io.revisions import Version

# The direction is set for each line by itself: a terminal that knows none shows no signs either.
_OPEN, _CLOSE = "\N{RIGHT-TO-LEFT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_MARKS = {Change.REMOVED: ("[-", "-]"), Change.ADDED: ("{+", "+}"), Change.KEPT: ("", "")}
_COLOURS = {Change.REMOVED: typer.colors.RED, Change.ADDED: typer.colors.GREEN}
_ELEMENTS = {Change.REMOVED: "del", Change.ADDED: "ins"}
_FLAGS = {
    "is_title_changed": "العنوان",
    "is_body_changed": "النص",
    "is_number_changed": "الأرقام",
    "is_name_changed": "الأسماء",
}
_PAGE = """<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body {{ max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.9 "Noto Naskh Arabic", serif; }}
h2 {{ font-size: 1rem; color: #555; border-top: 1px solid #ccc; padding-top: 1rem; margin-top: 2rem; }}
h3 {{ font-size: 1.25rem; }}
del {{ background: #ffe0e0; color: #900; }} ins {{ background: #dcf5dc; color: #060; text-decoration: none; }}
</style></head><body>
<h1>{title}</h1>
{changes}
</body></html>
"""


@app.command(epilog="Example: rasad diff 3f2a9c0d11e4b7a6 --html changes.html")
def diff(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="An article's id or address.")],
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a page to FILE instead.")
    ] = None,
) -> None:
    """Show what an outlet changed in an article since it was first seen, word by word.

    Removed words stand in [- -], added ones in {+ +}; times are UTC.
    """
    from etl.io.revisions import changes, read_versions
    from etl.io.warehouse import open_published

    with guarded(open_published, settings().published_file) as connection:
        versions = guarded(read_versions, connection, article)
    found = tuple(changes(versions))
    if html is not None:
        html.write_text(_page(versions, found), encoding="utf-8")
        typer.echo(f"{html}: {len(found)} changes")
        return
    for line in _lines(versions, found):
        typer.echo(line)


Found = tuple[Mapping[str, object], ...]
Shown = tuple[Mapping[str, object], "Version", "Version"]


def _each(versions: "tuple[Version, ...]", found: Found) -> Iterator[Shown]:
    """Yield each change with the text before it and the version that it made."""
    by_time = {version.seen_at: version for version in versions}
    text = versions[0]
    for change in found:
        after = by_time[change["seen_at"]]
        yield change, text, after
        text = text if after.is_deletion else after


def _heading(change: Mapping[str, object]) -> str:
    what = [name for flag, name in _FLAGS.items() if change[flag]]
    if change["is_deletion"]:
        what = ["حذف المقال"]
    seen = f"{change['seen_at']:%Y-%m-%d %H:%M}"
    return (
        f"{change['nth']}. {seen} · {'، '.join(what)} · +{change['words_added']} -{change['words_removed']}"
    )


def _lines(versions: "tuple[Version, ...]", found: Found) -> Iterator[str]:
    if not found:
        yield f"{len(versions)} fetches, no change"
    for change, before, after in _each(versions, found):
        yield typer.style(_isolated(_heading(change)), bold=True)
        if not after.is_deletion:
            yield from map(_isolated, _marked(before.title, after.title))
            yield from map(_isolated, _marked(before.body, after.body))
        yield ""


def _marked(before: str | None, after: str | None) -> list[str]:
    """Return the lines of a text with what changed between marks; the marks never span lines."""
    parts = []
    for each in stretches(before or "", after or ""):
        opening, closing = _MARKS[each.change]
        for piece in each.text.splitlines(keepends=True):
            words = piece.rstrip()
            marked = f"{opening}{words}{closing}" if words else ""
            colour = _COLOURS.get(each.change)
            parts.append((typer.style(marked, fg=colour) if colour else marked) + piece[len(words) :])
    return "".join(parts).splitlines()


def _isolated(line: str) -> str:
    return f"{_OPEN}{line}{_CLOSE}" if line else ""


def _page(versions: "tuple[Version, ...]", found: Found) -> str:
    shown = [
        f"<h2>{escape(_heading(change))}</h2>"
        + (
            ""
            if after.is_deletion
            else f"<h3>{_tagged(before.title, after.title)}</h3><p>{_tagged(before.body, after.body)}</p>"
        )
        for change, before, after in _each(versions, found)
    ]
    latest = next((each for each in reversed(versions) if not each.is_deletion), versions[-1])
    return _PAGE.format(title=escape(latest.title or ""), changes="\n".join(shown) or "<p>لم يتغير شيء</p>")


def _tagged(before: str | None, after: str | None) -> str:
    parts = []
    for each in stretches(before or "", after or ""):
        text = escape(each.text).replace("\n", "<br>\n")
        element = _ELEMENTS.get(each.change)
        parts.append(f"<{element}>{text}</{element}>" if element else text)
    return "".join(parts)
