"""Tokens to one calendar clue: day and month, month and year, figures, years. Pure."""

from collections.abc import Sequence

from etl.text import calendar_words as words
from etl.text.dates.clue import Clue
from etl.text.dates.figures import is_glued
from etl.text.dates.grammar import (
    LAST_DAY,
    LAST_YEAR,
    Days,
    Month,
    Year,
    lean_at,
    month_tail,
    read_days,
    read_month,
    year_at,
)
from etl.text.dates.tokens import MARK, NUMBER, WORD, Token
from etl.text.months import FRAIL, HIJRI, PLAIN

Tokens = Sequence[Token]

_YEAR_WIDTH = 4
_TWO = 2
_MONTHS = 12
_FIRST_HIJRI = 1300
_BARE_YEARS = range(1900, 2100)
_ROUND_YEAR = 2000  # also a plain count: في 2000 مدرسة
_YEAR_CUES = frozenset({"في", "منذ", "حتي", "خلال", "سنه", "السنه", "عام", "العام", "قبل", "لعام", "لسنه"})
_NOT_COUNTED = frozenset({"اليوم", "الموافق", "ال", "الي", "الموافقه", "التاريخ"})
_PERIODS = frozenset({"الفتره", "للفتره"})
_SEASONS = frozenset({"صيف", "شتاء", "ربيع", "خريف"})
_PARTS_OF_YEAR = {"الربع": 3, "النصف": 6, "الثلث": 4}


def has_evidence(tokens: Tokens, i: int, clue: Clue, need: int) -> bool:
    """Whether a month name that is also a common word stands where only a month can stand."""
    if need == PLAIN:
        return True
    full = clue.is_day and (clue.year is not None or clue.year_turn is not None)
    if need == FRAIL:
        return full
    before = tokens[i - 1].text if i else ""
    if before in words.PERSONS or before in words.MAKERS:
        return clue.is_day
    some = clue.is_day or clue.year is not None or clue.lean is not None or clue.year_turn is not None
    return some or before in words.MONTH_CUES or tokens[i].prefix.endswith("ل")


def is_bare_mark(token: Token) -> bool:
    """Whether the token is a mark that may stand between a day and its month (17-يونيو)."""
    return token.kind == MARK and token.text in {"-", "/", ".", ","}


def _is_adjective(tokens: Tokens, i: int) -> bool:
    """Whether an ordinal counts the noun before it: الأسبوع الثاني من فبراير is no 2 February."""
    if not i or tokens[i].text not in words.ORDINALS or tokens[i].prefix:
        return False
    noun = tokens[i - 1]
    return (
        noun.kind == WORD
        and noun.text.startswith("ال")
        and noun.text not in _NOT_COUNTED | words.WEEKDAYS.keys()
    )


def _month_after_days(tokens: Tokens, j: int, clue: Clue, days: Days) -> Clue | None:
    """Read the month that a list of days belongs to: its name, or الشهر الجاري."""
    k = j + is_bare_mark(tokens[j])
    k += tokens[k].text == "من"
    k += tokens[k].text in {"شهر", "اشهر"}
    found = read_month(tokens, k) or _month_behind_its_other_name(tokens, k)
    if found:
        month, after = found
        clue = clue._replace(
            last=after,
            month=month.number,
            hijri=month.system == HIJRI,
            fault=month.fault or ("month_conflict" if month.until else ""),
        )
        clue = month_tail(tokens, after, clue)
        return clue if has_evidence(tokens, k, clue, month.need) else None
    turn = _month_turn(tokens, k)
    if turn and tokens[k - 1].text != ",":
        return month_tail(tokens, turn[1], clue._replace(last=turn[1], month_turn=turn[0]))
    if days.days and tokens[j].text in {"الجاري", "الحالي", "المنصرم"} and not tokens[j].prefix:
        return clue._replace(last=j + 1, month_turn=0 if tokens[j].text != "المنصرم" else -1)
    return None


def _month_behind_its_other_name(tokens: Tokens, i: int) -> tuple[Month, int] | None:
    """Read (حزيران) يونيو: the other name stands first, in parentheses."""
    other = read_month(tokens, i + 1) if tokens[i].text == "(" else None
    if other is None or tokens[other[1]].text != ")":
        return None
    found = read_month(tokens, other[1] + 1)
    return found if found and found[0].number == other[0].number else None


def _month_turn(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read الشهر الماضي، هذا الشهر: which month from the current one, and the index after."""
    if tokens[i].text == "الشهر":
        return lean_at(tokens, i + 1) or ((0, i + 2) if tokens[i + 1].text == "هذا" else None)
    if tokens[i].text == "هذا" and tokens[i + 1].text == "الشهر":
        return 0, i + 2
    return None


def read_day_month(tokens: Tokens, i: int) -> Clue | None:
    """Read days with their month: 17 حزيران / يونيو 2024, التاسع من يناير الجاري, 12 و21 من الشهر."""
    if is_glued(tokens, i) or _is_adjective(tokens, i):
        return None
    found = read_days(tokens, i)
    if found is None:
        return None
    days, j = found
    rule = "day_month" if tokens[i].kind == NUMBER or tokens[i].text == "ال" else "day_word_month"
    clue = Clue(first=i, last=j, rule=rule, days=days.days, ranged=days.ranged)
    read = _month_after_days(tokens, j, clue, days)
    if read is None and len(days.days) > 1:
        return None
    if read and any(not 1 <= day <= LAST_DAY for day in read.days):
        return read._replace(fault="invalid_day")
    named = i and tokens[i - 1].text in words.NAMED_AFTER
    if read and named and read.year is None and read.lean is None:
        return read._replace(fault="named_after_date")
    return read


def read_month_first(tokens: Tokens, i: int) -> Clue | None:
    """Read a month without a day before it: نونبر 2023, June 17, 2024, شهر نونبر الجاري."""
    found = read_month(tokens, i)
    if found is None:
        return None
    month, j = found
    clue = Clue(
        first=i,
        last=j,
        rule="month",
        month=month.number,
        until_month=month.until,
        hijri=month.system == HIJRI,
        fault=month.fault,
    )
    number = tokens[j]
    if number.kind == NUMBER and number.width <= _TWO and 1 <= number.value <= LAST_DAY:
        dated = month_tail(
            tokens, j + 1, clue._replace(rule="month_day", days=(number.value,), until_month=None)
        )
        if dated.year is not None:
            return dated._replace(last=max(dated.last, j + 1))
    clue = month_tail(tokens, j, clue)
    before = tokens[i - 1].text if i else ""
    if not has_evidence(tokens, i, clue, month.need):
        return clue._replace(fault="no_evidence_of_month")
    tells_when = clue.lean is not None or (clue.year is not None and month.need == PLAIN)  # حرب أكتوبر 1973
    if (before in words.NAMED_AFTER or before in words.MAKERS) and not tells_when:
        return clue._replace(fault="named_after_date" if month.need == PLAIN else "no_evidence_of_month")
    if clue.hijri and clue.year is None and clue.lean is None and clue.year_turn is None:
        return clue._replace(fault=clue.fault or "month_of_every_year")
    return _months_to(tokens, clue)


def _months_to(tokens: Tokens, clue: Clue) -> Clue:
    """Widen a month without a year to a span of months: من يناير إلى مارس 2024, بين يناير ومارس 2024."""
    i, j = clue.first, clue.last
    bounded = {token.text for token in tokens[max(0, i - 2) : i]} & {"بين", "مابين", "من"}
    link = tokens[j].text in {"الي", "حتي", "-"}
    conjoined = "و" in tokens[j].prefix and "من" not in bounded
    if (
        clue.until_month
        or not (link or conjoined)
        or not (bounded or tokens[j].text == "-")
        or clue.lean is not None
    ):
        return clue
    j += link
    j += tokens[j].text == "شهر"
    found = read_month(tokens, j)
    if found is None or (found[0].system == HIJRI) != clue.hijri or found[0].fault:
        return clue
    if clue.year is not None:
        return clue
    return month_tail(tokens, found[1], clue._replace(until_month=found[0].number, last=found[1]))


def read_year_first(tokens: Tokens, i: int) -> Clue | None:
    """Read a year before the rest: 2024 يونيو 17, عام 2023, 2023م, صيف 2023."""
    cued = tokens[i].text in {"عام", "العام", "سنه", "السنه", "عامي"} or tokens[i].text in _SEASONS
    j = i + cued
    j += cued and tokens[j].text in {"عام", "الهجري", "الميلادي", "سنه"}
    if cued and lean_at(tokens, j):
        return None
    found = year_at(tokens, j, cued=cued)
    if found is None:
        return None
    year, end = found
    k = end + is_bare_mark(tokens[end])
    month = read_month(tokens, k)
    day = tokens[month[1] + is_bare_mark(tokens[month[1]])] if month else tokens[k]
    if month and not cued and day.kind == NUMBER and day.width <= _TWO and not month[0].fault:
        last = month[1] + 1 + is_bare_mark(tokens[month[1]])
        hijri = month[0].system == HIJRI
        return Clue(
            first=i,
            last=last,
            rule="year_month_day",
            days=(day.value,),
            month=month[0].number,
            year=year.year,
            hijri=hijri,
        )
    return _year_alone(tokens, (i, end), year, cued=cued)


def _year_alone(tokens: Tokens, span: tuple[int, int], year: Year, *, cued: bool) -> Clue | None:
    """Read a year with nothing but its cue or its era mark, or a span of years."""
    i, end = span
    if is_glued(tokens, i):
        return None
    number = year.year
    before = tokens[i - 1].text if i else ""
    earlier = tokens[i - 2].text if i > 1 else ""
    bounded = before in {"بين", "مابين"} or tokens[i].text == "عامي" or bool({before, earlier} & _PERIODS)
    later = end + (tokens[end].text in {"و", "الي", "حتي", "-", "/"})
    later += tokens[later].text in {"عام", "سنه"}
    until = tokens[later].value if later > end and tokens[later].width == _YEAR_WIDTH else None
    spanned = (
        until is not None
        and number < until <= LAST_YEAR
        and (cued or bounded or (before == "من" and tokens[end].text != "-"))
    )
    hinted = (
        before in _YEAR_CUES
        and number in _BARE_YEARS
        and not (number == _ROUND_YEAR and tokens[end].kind not in {3, 4})
    )
    marked = end > i + 1 + cued
    if not (cued or spanned or hinted or marked):
        return None
    hijri = year.hijri or (
        cued and _FIRST_HIJRI <= number < _FIRST_HIJRI + 150 and tokens[i + 1].text == "الهجري"
    )
    clue = Clue(first=i, last=end, rule="year", year=number, hijri=hijri, fault=year.fault)
    return clue._replace(until_year=until, last=later + 1, rule="year_range") if spanned else clue


def read_part_of_year(tokens: Tokens, i: int) -> Clue | None:
    """Read الربع الأول من عام 2024, النصف الثاني من 2023 as the months they hold."""
    size = _PARTS_OF_YEAR.get(tokens[i].text)
    which = words.ORDINALS.get(tokens[i + 1].text) or (
        _MONTHS // size if size and tokens[i + 1].text == "الاخير" else 0
    )
    if not size or not 1 <= which <= _MONTHS // size:
        return None
    j = i + 2
    j += tokens[j].text in {"من", "ل"}
    cued = tokens[j].text in {"عام", "العام", "سنه", "السنه"}
    clue = Clue(first=i, last=j, rule="part_of_year", month=size * (which - 1) + 1, until_month=size * which)
    turn = lean_at(tokens, j + 1) if cued else None
    if turn:
        return clue._replace(year_turn=turn[0], last=turn[1])
    year = year_at(tokens, j + cued, cued=cued)
    return clue._replace(year=year[0].year, last=year[1]) if year else None
