"""Tokens to the clues in them, in order, each read on its own. Pure, linear."""

from collections.abc import Callable, Sequence

from etl.text import calendar_words as words
from etl.text.dates.clock import read_clock, to_24
from etl.text.dates.clue import Clue
from etl.text.dates.core import (
    read_day_month,
    read_month_first,
    read_part_of_year,
    read_year_first,
)
from etl.text.dates.figures import read_numeric, read_numeric_pair
from etl.text.dates.relative import read_ago, read_day_word, read_period, read_weekday
from etl.text.dates.tokens import END, LATIN, NUMBER, WORD, Token

Tokens = Sequence[Token]
_HALF_DAYS = {"ص": "am", "م": "pm", "am": "am", "pm": "pm"}
Reader = Callable[[Tokens, int], Clue | None]


def _read_time(tokens: Tokens, i: int) -> Clue | None:
    clock = read_clock(tokens, i)
    before = tokens[i - 1].text if i else ""
    if clock and not clock.part and before in _HALF_DAYS and (i == 1 or tokens[i - 2].kind != NUMBER):
        # Pages laid out for the other direction print م 05:12.
        part = _HALF_DAYS[before]
        time = clock.time.replace(hour=to_24(clock.time.hour, part))
        clock = clock._replace(first=i - 1, time=time, part=part)
    return Clue(first=clock.first, last=clock.last, rule="time", clock=clock) if clock else None


_READERS: dict[int, tuple[Reader, ...]] = {
    NUMBER: (read_numeric, read_day_month, read_numeric_pair, _read_time, read_year_first, read_ago),
    WORD: (
        read_ago,
        read_part_of_year,
        read_period,
        read_day_month,
        _read_time,
        read_day_word,
        read_weekday,
        read_month_first,
        read_year_first,
    ),
    LATIN: (_read_time, read_month_first, read_weekday),
}


def scan(tokens: Tokens) -> list[Clue]:
    """Read every clue from left to right; what one clue took, no other takes.

    Why clue by clue: the press puts the pieces of one date in any order, and pieces that each
    stand for themselves can be put together afterwards whatever their order.
    """
    clues: list[Clue] = []
    i = 0
    while tokens[i].kind != END:
        if not tokens[i].known:
            i += 1
            continue
        found = next((clue for read in _READERS.get(tokens[i].kind, ()) if (clue := read(tokens, i))), None)
        if found is None:
            i += 1
            continue
        before = tokens[i - 1] if i else None
        if before and before.kind == WORD and before.text in words.DAY_PARTS and len(before.text) > 1:
            found = found._replace(part=words.DAY_PARTS[before.text])
        clues.append(found)
        i = max(found.last, i + 1)
    return clues
