"""The hits of `search()` in the published file, as rows and as text that stays in order on a terminal."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

HIT_START, HIT_END = "\N{INFORMATION SEPARATOR TWO}", "\N{INFORMATION SEPARATOR ONE}"
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
# An isolate keeps a line's own direction: numbers and Latin beside it do not change places with it.
_RTL, _POP = "\N{RIGHT-TO-LEFT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_SEARCH = """
FROM search(
    $query, date_from := $date_from, date_to := $date_to, source := $source, country := $country, most := $most,
    hit_start := $hit_start, hit_end := $hit_end
)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is looked for: words, phrases in quotes, and what the articles must be of; None is any."""

    query: str
    date_from: date | None = None
    date_to: date | None = None
    source: str | None = None
    country: str | None = None
    most: int = 20


def hits(
    connection: duckdb.DuckDBPyConnection, question: Question, *, marks: tuple[str, str] = ("[", "]")
) -> list[dict[str, Any]]:
    """Return the hits, best first, a dictionary each; `marks` go around what was found in a snippet."""
    result = connection.execute(
        _SEARCH,
        {
            "query": question.query,
            "date_from": question.date_from,
            "date_to": question.date_to,
            "source": question.source,
            "country": question.country,
            "most": question.most,
            "hit_start": marks[0],
            "hit_end": marks[1],
        },
    )
    names = [str(name) for name, *_ in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def as_lines(found: Sequence[Mapping[str, Any]], *, width: int, color: bool) -> Iterator[str]:
    """Yield the lines of a terminal for hits whose marks are HIT_START and HIT_END.

    Every Arabic line is isolated, so that it reads from right to left whatever stands in it; what was
    found is bold, or in brackets where there is no colour.
    """
    start, end = (_BOLD, _PLAIN) if color else ("[", "]")
    for hit in found:
        yield f"{hit['rank']}. {hit['news_date']}  {hit['source_id']}  {hit['score']}"
        for text in (hit["title"] or "", hit["snippet"] or ""):
            is_open = False
            for line in textwrap.wrap(text, width=max(width - 4, 20), break_on_hyphens=False):
                # A hit can be of one word only, but a mark must close on its own line whatever comes.
                shown = (HIT_START if is_open else "") + line
                is_open = shown.count(HIT_START) > shown.count(HIT_END)
                shown += HIT_END if is_open else ""
                yield f"   {_RTL}{shown.replace(HIT_START, start).replace(HIT_END, end)}{_POP}"
        yield f"   {hit['url']}"
        yield ""
