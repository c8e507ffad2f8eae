"""What one stretch of tokens says about a date, before any reference is known. Pure types.

Named tuples, as the tokens are: a clue is revised with each word that belongs to it, and a frozen
dataclass of its size takes ten times as long to copy.
"""

import datetime as dt
from typing import NamedTuple

Ago = tuple[tuple[int, str], ...]


class Clock(NamedTuple):
    """A clock reading as written: wall time and the zone it names, if any.

    `zone` is an IANA name or an offset in minutes; `part` the part of the day it states.
    """

    first: int
    last: int
    time: dt.time
    zone: str | int | None = None
    part: str = ""


class Clue(NamedTuple):
    """Evidence for one date: token span, what was read, and what is wrong with it.

    `days` more than one: a list, or a range where `ranged`. `lean` is which way a modifier points
    (-1 الماضي, 0 الجاري, 1 المقبل, ±2 قبل الماضي); `month_turn` and `year_turn` the same for
    الشهر الماضي and العام الماضي; `offset` days from the reference (أمس -1); `ago` amounts and units,
    negative in the past. `twin` is the Hijri half of a dual-calendar line, `until` the end of a range.
    `fault` is the reason why no date can be given although this looks like one.
    """

    first: int
    last: int
    rule: str
    days: tuple[int, ...] = ()
    ranged: bool = False
    month: int | None = None
    until_month: int | None = None
    year: int | None = None
    until_year: int | None = None
    hijri: bool = False
    lean: int | None = None
    month_turn: int | None = None
    year_turn: int | None = None
    week_turn: int | None = None
    weekday: int | None = None
    offset: int | None = None
    ago: Ago = ()
    clock: Clock | None = None
    part: str = ""
    twin: "Clue | None" = None
    until: "Clue | None" = None
    fault: str = ""

    @property
    def is_day(self) -> bool:
        """Whether it names a day of a month."""
        return bool(self.days)

    @property
    def is_core(self) -> bool:
        """Whether it names a place in the calendar (day, month or year) by itself."""
        return (
            bool(self.days) or self.month is not None or self.year is not None or self.month_turn is not None
        )


def widened(clue: Clue, first: int, last: int) -> Clue:
    """Stretch the clue over neighbouring tokens that belong to it."""
    return clue._replace(first=min(first, clue.first), last=max(last, clue.last))
