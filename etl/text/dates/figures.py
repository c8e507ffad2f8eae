"""Tokens to dates in figures: 17/06/2024, 2024-06-17, 1445/12/11, يوم 17/6. Pure."""

from collections.abc import Sequence

from etl.text import calendar_words as words
from etl.text.dates.clue import Clue
from etl.text.dates.grammar import LAST_DAY, LAST_HIJRI_YEAR, LAST_YEAR, year_at
from etl.text.dates.tokens import NUMBER, Token

Tokens = Sequence[Token]

_YEAR_WIDTH = 4
_TWO = 2
# Agencies whose datelines give day and month in figures.
_AGENCIES = frozenset({"كونا"})
_MONTHS = 12
_FIRST_HIJRI = 1300
_BARE_YEARS = range(1900, 2100)
_DATE_CUES = frozenset({"يوم", "بتاريخ", "تاريخ", "التاريخ", "الموافق", "بيوم", "ليوم"})


def is_glued(tokens: Tokens, i: int) -> bool:
    """Whether a figure is the tail of a longer one: 2.5, 3-2, 0612-34."""
    if i < _TWO or tokens[i].gap or tokens[i - 1].gap:
        return False
    after_clock = tokens[i - 1].text == "-" and i > _TWO and tokens[i - 3].text == ":"
    return (
        tokens[i - 1].text in {".", ",", "-", "/", ":", "+"}
        and tokens[i - 2].kind == NUMBER
        and not after_clock
    )


def _numeric_parts(tokens: Tokens, i: int) -> tuple[tuple[Token, Token, Token], str] | None:
    """Take three figures with one mark between them, standing alone."""
    first, mark, second, again, third = tokens[i : i + 5]
    if not (first.kind == second.kind == third.kind == NUMBER) or mark.text != again.text:
        return None
    if mark.text not in {"/", "-", "."} or (
        mark.text == "." and (mark.gap or second.gap or again.gap or third.gap)
    ):
        return None
    after = tokens[i + 5]
    joined = (
        after.text in {"/", "-", "."}
        and not after.gap
        and tokens[i + 6].kind == NUMBER
        and not tokens[i + 6].gap
    )
    if joined and tokens[i + 6].width != _TWO + _TWO:
        joined = after.text != "-"
    return None if joined or is_glued(tokens, i) else ((first, second, third), mark.text)


def read_numeric(tokens: Tokens, i: int) -> Clue | None:
    """Read figures: 17/06/2024 (day first, as the Arabic press writes), 2024-06-17, 1445/12/11."""
    found = _numeric_parts(tokens, i)
    if found is None:
        return None
    (first, second, third), mark = found
    rule = "numeric"
    if first.width == _YEAR_WIDTH:
        year, month, day, rule = first.value, second.value, third.value, "numeric_year_first"
    elif third.width == _YEAR_WIDTH:
        day, month, year = first.value, second.value, third.value
    elif third.width == _TWO and mark == "/" and first.width <= _TWO:
        day, month, year, rule = first.value, second.value, -third.value, "numeric_short_year"
    else:
        return None
    if second.width > _TWO or max(first.width, third.width) > _YEAR_WIDTH or min(day, month) < 1:
        return None
    fault = ""
    if month > _MONTHS:
        month, day, rule = day, month, "numeric_month_first"
        fault = "invalid_month" if month > _MONTHS else ""
    if year > 0 and not _FIRST_HIJRI <= year <= LAST_YEAR:
        return None
    end = i + 5
    hijri = _FIRST_HIJRI <= year < LAST_HIJRI_YEAR
    if year > 0:
        marked = year_at(tokens, i if first.width == _YEAR_WIDTH else i + 4)
        mark_after = tokens[end].text
        if mark_after in {"ه", "هجري", "هجريه"} or (mark_after == "م" and tokens[end + 1].text != "."):
            hijri, end = hijri or mark_after != "م", end + 1
        hijri = hijri or bool(marked and marked[0].hijri)
    fault = fault or ("" if 1 <= day <= LAST_DAY else "invalid_day")
    return Clue(first=i, last=end, rule=rule, days=(day,), month=month, year=year, hijri=hijri, fault=fault)


def read_numeric_pair(tokens: Tokens, i: int) -> Clue | None:
    """Read two figures where a cue says that they are a date: يوم 17/6, شهر 06/2024."""
    first, mark, second, after = tokens[i : i + 4]
    before = tokens[i - 1].text if i else ""
    if first.kind != NUMBER or second.kind != NUMBER or mark.text not in {"/", "-"} or is_glued(tokens, i):
        return None
    if after.text == mark.text or (
        after.text == "." and tokens[i + 4].kind == NUMBER and not tokens[i + 4].gap
    ):
        return None
    if first.width == _YEAR_WIDTH:
        first, second = second, first
    alone = i == 0 and not after.text
    if second.width == _YEAR_WIDTH and first.width == _TWO and 1 <= first.value <= _MONTHS:
        if second.value in _BARE_YEARS and (alone or before in {"شهر", "في", "منذ", "بتاريخ", "حتي"}):
            return Clue(first=i, last=i + 3, rule="numeric_month", month=first.value, year=second.value)
        return None
    # الكويت - 17 - 6 (كونا): any other parenthesis may stand behind a score.
    dateline = after.text == "(" and tokens[i + 4].text in _AGENCIES and tokens[i + 5].text == ")"
    dated = dateline or before in _DATE_CUES or before in words.WEEKDAYS
    if not dated or first.width > _TWO or second.width > _TWO or not first.value or not second.value:
        return None
    day, month = (first.value, second.value) if second.value <= _MONTHS else (second.value, first.value)
    fault = "invalid_month" if month > _MONTHS else "" if day <= LAST_DAY else "invalid_day"
    last = i + 6 if dateline else i + 3
    return Clue(first=i, last=last, rule="numeric_day_month", days=(day,), month=month, fault=fault)
