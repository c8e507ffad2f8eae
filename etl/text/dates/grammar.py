"""Tokens to days, months and years as the press writes them together. Pure.

The parts of "17 حزيران / يونيو 2024", "الحادي والعشرين من شهر مارس الماضي", "12 و21 من الشهر الجاري":
a list of days, a month with its doublet, what follows a month.
"""

from collections.abc import Sequence
from typing import NamedTuple

from etl.text import calendar_words as words
from etl.text.dates.clue import Clue
from etl.text.dates.tokens import NUMBER, Token
from etl.text.months import EPITHETS, FRAIL, HIJRI, LEVANT, LIBYA, MONTHS, PLAIN, ROMAN, MonthName

Tokens = Sequence[Token]

LAST_DAY = 31
FIRST_YEAR, FIRST_SURE_YEAR, LAST_YEAR = 1000, 1300, 2199
LAST_HIJRI_YEAR = 1600
_YEAR_WIDTH = 4
_MOST_DAYS = 10
_TEN, _ELEVEN, _TWENTY, _THIRTY = 10, 11, 20, 30
_RANGE_WORDS = frozenset({"الي", "حتي", "لغايه", "غايه", "to"})
_YEAR_WORDS = frozenset({"عام", "العام", "سنه", "السنه"})
_MONTH_MARKS = frozenset({"/", "-", "(", ","})
_HIJRI_MARKS = frozenset({"ه", "هجري", "هجريه", "الهجري", "الهجريه"})
_COMMON_MARKS = frozenset({"م", "ميلادي", "ميلاديه", "الميلادي", "الميلاديه"})
_SAME = frozenset({"نفسه", "ذاته", "نفسها", "ذاتها"})


class Days(NamedTuple):
    """Days of a month as written, and whether they bound a range."""

    days: tuple[int, ...]
    ranged: bool


class Month(NamedTuple):
    """A month as written: `need` is the evidence it still wants, `fault` why its names disagree."""

    number: int
    system: str
    need: int
    until: int | None = None
    fault: str = ""


def _day_word(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read الأول، الحادي والعشرين، الثاني عشر، خمسة وعشرين; the day and the index after."""
    token, following = tokens[i], tokens[i + 1]
    if token.text in words.TENS:
        return words.TENS[token.text], i + 1
    unit = words.ORDINALS.get(token.text) or words.CARDINALS.get(token.text)
    if unit is None:
        return None
    if following.text == "و" and tokens[i + 2].text in words.TENS:
        return unit % _TEN + words.TENS[tokens[i + 2].text], i + 3
    if following.prefix == "و" and following.text in words.TENS:
        return unit % _TEN + words.TENS[following.text], i + 2
    if following.text in words.TEEN and unit != _TEN:
        return _TEN + unit % _TEN, i + 2
    counts = token.text not in words.ORDINALS and (following.text == "من" or unit == 1)
    return (unit, i + 1) if unit != _ELEVEN and not counts else None


def _day(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read one day: figures (with الـ before or st, er after) or words."""
    j = i + (tokens[i].text == "ال")
    number = tokens[j]
    if number.kind == NUMBER:
        if number.width > 2 or not 1 <= number.value <= 99:  # noqa: PLR2004 - 45 مارس is a bad day, not no day
            return None
        j += 1
        return number.value, j + (not tokens[j].gap and tokens[j].text in {"st", "nd", "rd", "th", "er"})
    return _day_word(tokens, j)


def _day_link(tokens: Tokens, i: int, *, listed: bool) -> tuple[str, int] | None:
    """Read what joins two days: kind ("and", "to") and the index of the next day."""
    token = tokens[i]
    j, kind = i, ""
    if token.text in {"و", "او"} or (token.text == "," and listed):
        kind, j = "and", i + 1
        if token.text == "," and tokens[j].text == "و":
            j += 1
        if tokens[j].text in _RANGE_WORDS:
            token = tokens[j]
    elif "و" in token.prefix:
        kind, j = "and", i
    if token.text in {"-", "/"} or token.text in _RANGE_WORDS:
        kind, j = "to", j + 1
        while tokens[j].text in _RANGE_WORDS:
            j += 1
    if not kind:
        return None
    j += tokens[j].text == "يوم"
    j += tokens[j].text in words.WEEKDAYS and tokens[j + 1].kind == NUMBER
    return kind, j


def read_days(tokens: Tokens, i: int) -> tuple[Days, int] | None:
    """Read one day or several that share the month to come: 12 و21, 26–29, أيام 3، 10، 17."""
    first = _day(tokens, i)
    if first is None:
        return None
    before = tokens[i - 1].text if i else ""
    earlier = tokens[i - 2].text if i > 1 else ""
    listed = before in {"ايام", "يومي", "الايام"}
    days, j = [first[0]], first[1]
    kinds = set()
    while len(days) < _MOST_DAYS:
        link = _day_link(tokens, j, listed=listed)
        following = _day(tokens, link[1]) if link else None
        if link is None or following is None:
            break
        kinds.add(link[0])
        days.append(following[0])
        j = following[1]
    bounded = {before, earlier} & {"بين", "مابين"}
    return Days(tuple(days), "to" in kinds or (bool(bounded) and len(days) > 1)), j


def _one_month(tokens: Tokens, i: int) -> tuple[MonthName, int] | None:
    """Read one month name of one or two words; ت1 and ك2 of Lebanon too."""
    token, following = tokens[i], tokens[i + 1]
    pair = MONTHS.get((token.text, following.text))
    if pair:
        return pair, i + 2
    if (
        token.text in {"ت", "ك"}
        and following.kind == NUMBER
        and not following.gap
        and following.value in {1, 2}
    ):
        number = following.value + 9 if token.text == "ت" else (12, 1)[following.value - 1]
        return MonthName(number=number, system=LEVANT, need=FRAIL), i + 2
    name = MONTHS.get((token.text,))
    if name is None or (name.need != PLAIN and set(token.prefix) & set("بك")):
        return None
    return name, i + 1 + (
        tokens[i + 1].text == "." and len(token.text) <= _YEAR_WIDTH and token.text.isascii()
    )


def _second_name(tokens: Tokens, i: int, first: MonthName) -> tuple[MonthName, int] | None:
    """Read the other name of a doubled month: / يونيو, (حزيران), - تموز."""
    marked = tokens[i].text in _MONTH_MARKS
    found = _one_month(tokens, i + 1 if marked else i)
    if found is None or (found[0].system == HIJRI) != (first.system == HIJRI):
        return None
    name, j = found
    if name.number != first.number and (tokens[i].text not in {"/", "(", "-"} or tokens[i + 1].prefix):
        return None
    return name, j + (tokens[i].text == "(" and tokens[j].text == ")")


def read_month(tokens: Tokens, i: int) -> tuple[Month, int] | None:
    """Read a month with its doublets; names that disagree across systems are a fault."""
    found = _one_month(tokens, i)
    if found is None:
        return None
    name, j = found
    month = Month(name.number, name.system, name.need)
    for _ in range(3):
        second = _second_name(tokens, j, name)
        if second is None:
            break
        other, after = second
        same_system = {name.system, other.system} <= {ROMAN} or name.system == other.system
        if other.number == name.number:
            month = month._replace(need=PLAIN)
        elif LIBYA in {name.system, other.system}:
            break
        elif same_system:
            month = month._replace(until=other.number, need=PLAIN)
        else:
            month = month._replace(fault="month_conflict", need=PLAIN)
        j = after
    while month.system == HIJRI and tokens[j].text in EPITHETS:
        j += 1
    return month, j


def _era(tokens: Tokens, i: int) -> tuple[str, int]:
    """Read هـ or م after a year: "hijri", "common" or "", and the index after."""
    j = i + (tokens[i].text == "(")
    end = j + 1 + (j > i and tokens[j + 1].text == ")")
    if tokens[j].text in _HIJRI_MARKS:
        return "hijri", end
    if tokens[j].text in _COMMON_MARKS and tokens[j + 1].text != ".":
        return "common", end
    if tokens[j].text == "ق" and tokens[j + 1].text in {".", "م"}:
        return "before", j + 2
    return "", i


def _is_hour(tokens: Tokens, i: int) -> bool:
    """Whether a colon and minutes follow, so that the figures before are no year (2024: 10:20 is one)."""
    return tokens[i].text == ":" and not tokens[i].gap and bool(tokens[i + 1].width) and not tokens[i + 1].gap


class Year(NamedTuple):
    """A year as written, and the era its mark or its size gives it."""

    year: int
    hijri: bool
    fault: str = ""


def year_at(tokens: Tokens, i: int, *, cued: bool = False) -> tuple[Year, int] | None:
    """Read a year of four digits (three after عام) with its era mark."""
    number = tokens[i]
    era, j = _era(tokens, i + 1)
    short = number.width == _YEAR_WIDTH - 1 and (cued or era)
    if number.kind != NUMBER or (number.width != _YEAR_WIDTH and not short):
        return None
    low = FIRST_SURE_YEAR if not (cued or era) else 1
    if not low <= number.value <= LAST_YEAR or _is_hour(tokens, j):
        return None
    fault = "before_christ" if era == "before" else ""
    return Year(number.value, era == "hijri", fault), j


def _year_after(tokens: Tokens, i: int) -> tuple[Year, int] | None:
    """Read a year after a month, over من عام, a comma before it, a dash."""
    j = i
    if tokens[j].text in {",", "-", "/"} or (tokens[j].text == "." and not tokens[j + 1].gap):
        j += 1
    j += tokens[j].text == "من"
    cued = tokens[j].text in _YEAR_WORDS
    return year_at(tokens, j + cued, cued=cued)


def lean_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read الماضي، الجاري، المقبل, قبل الماضي: -2 … 2 and the index after."""
    j = i + (tokens[i].text == "(")
    twice = tokens[j].text in {"قبل", "بعد"} and tokens[j + 1].text in words.LEANS
    j += twice
    lean = words.LEANS.get(tokens[j].text)
    if lean is None or tokens[j].prefix:
        return None
    return lean * (2 if twice else 1), j + 1 + (
        tokens[j].text != tokens[i].text and tokens[j + 1].text == ")"
    )


def _other_year(tokens: Tokens, i: int) -> str:
    """Tell why the words after a month leave its year open: العام نفسه, ذلك العام, كل عام."""
    token, following = tokens[i], tokens[i + 1]
    if token.text in {"العام", "السنه"} and following.text in _SAME:
        return "year_of_other_text"
    if token.text in {"ذلك", "تلك", "نفس", "ذات"} and following.text in {"العام", "السنه"}:
        return "year_of_other_text"
    return "every_year" if token.text == "كل" and following.text in {"عام", "سنه"} else ""


def month_tail(tokens: Tokens, i: int, clue: Clue) -> Clue:
    """Add what follows a month: a modifier, a year, العام الماضي."""
    j = i
    for _ in range(3):
        lean = lean_at(tokens, j) if clue.lean is None else None
        year = _year_after(tokens, j) if clue.year is None else None
        k = j + (tokens[j].text == ",")
        k += tokens[k].text == "من"
        if lean:
            clue, j = clue._replace(lean=lean[0]), lean[1]
        elif year:
            hijri = clue.hijri or year[0].hijri
            clue, j = (
                clue._replace(year=year[0].year, hijri=hijri, fault=clue.fault or year[0].fault),
                year[1],
            )
        elif tokens[k].text in {"العام", "السنه"} and lean_at(tokens, k + 1):
            turn, j = lean_at(tokens, k + 1) or (0, 0)
            clue = clue._replace(year_turn=turn)
        elif other := _other_year(tokens, k):
            clue, j = clue._replace(fault=clue.fault or other), k + 2
        elif tokens[k].text in {"هذا", "هذه"} and tokens[k + 1].text in {"العام", "السنه"}:
            clue, j = clue._replace(year_turn=0), k + 2
        else:
            break
    return clue._replace(last=max(j, clue.last))
