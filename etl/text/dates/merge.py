"""Clues beside each other to one clue for each date: weekday and date, two calendars, ranges. Pure."""

import datetime as dt
from collections.abc import Sequence

from etl.text import calendar_words as words
from etl.text.dates.clock import to_24
from etl.text.dates.clue import Clue, widened
from etl.text.dates.tokens import END, LATIN, MARK, NUMBER, Token

Tokens = Sequence[Token]

_LONGEST_GAP = 6
_MARKS = frozenset({",", "/", "-", "(", ")", "|", ":", "[", "]", "«", "»", '"', "•", "·", "@", "t"})
_DATE_GLUE = frozenset(
    {
        "يوم",
        "الموافق",
        "الموافقه",
        "ل",
        "بتاريخ",
        "المصادف",
        "يوافق",
        "ليوم",
        "ه",
        "م",
        "وفق",
        "من",
        "الواقع",
        "فيه",
    }
)
_CLOCK_GLUE = _DATE_GLUE | frozenset(
    {
        ".",
        "في",
        "علي",
        "عند",
        "تمام",
        "بتمام",
        "حدود",
        "بدايه",
        "انطلاقا",
        "ابتداء",
        "اخر",
        "تحديث",
        "التحديث",
        "الساعه",
        "at",
    }
)
_TWIN_GLUE = frozenset(
    {"الموافق", "الموافقه", "ل", "يوافق", "وفق", "يوم", "ه", "هجري", "هجريه", "م", "لتاريخ", "المصادف"}
)
_RANGE = frozenset({"الي", "حتي", "غايه", "لغايه", "to"})
_RANGE_GLUE = _RANGE | {"يوم", "و", "-", "تاريخ", "شهر", "(", ")", "ليوم"}
_BETWEEN = frozenset({"بين", "مابين"})
_YEARS = range(1900, 2101)
_YEAR_WIDTH = 4


def _features(clue: Clue) -> frozenset[str]:
    found = []
    if clue.ago or clue.week_turn is not None or clue.until or clue.until_year or clue.twin:
        found.append("other")
    elif clue.is_core:
        found.append("core" if clue.days else "other")
    if clue.weekday is not None:
        found.append("weekday")
    if clue.offset is not None:
        found.append("offset")
    if clue.clock:
        found.append("clock")
    return frozenset(found)


def _is_glue(gap: Sequence[Token], allowed: frozenset[str], *, year: bool = False) -> bool:
    years = 0
    for token in gap:
        if year and token.kind == NUMBER and token.width == _YEAR_WIDTH and token.value in _YEARS:
            years += 1
        elif token.text not in _MARKS and token.text not in allowed:
            return False
    return years <= 1


def _with_clock(tokens: Tokens, dated: Clue, timed: Clue, gap: Sequence[Token]) -> Clue:
    """Give a dated clue the clock beside it; a part of the day stated apart makes it 12-hour."""
    clock = timed.clock
    if clock is None:
        return dated
    parts = [words.DAY_PARTS[token.text] for token in gap if token.text in words.DAY_PARTS]
    part = "" if clock.part else (dated.part or timed.part or "".join(parts[:1]))
    if part and tokens[clock.first].kind != LATIN:
        time = clock.time
        clock = clock._replace(
            time=dt.time(to_24(time.hour, part), time.minute, time.second, time.microsecond)
        )
    return widened(dated._replace(clock=clock), timed.first, timed.last)


def _union(tokens: Tokens, a: Clue, b: Clue) -> Clue | None:
    """Put two clues together that tell different things about one day."""
    gap = tokens[a.last : b.first]
    has_a, has_b = _features(a), _features(b)
    if has_a & has_b or "other" in has_a | has_b:
        return None
    if "clock" in has_b or has_a == {"clock"}:
        dated, timed = (a, b) if "clock" in has_b else (b, a)
        glue = _CLOCK_GLUE | frozenset(words.DAY_PARTS) if timed is b else _DATE_GLUE | {"في"}
        return _with_clock(tokens, dated, timed, gap) if _is_glue(gap, glue, year=timed is a) else None
    late = "core" in has_a and (b.lean is not None or bool(b.fault))
    apart = "offset" in has_a and bool(gap) and b.lean is not None
    if late or apart or "offset" in has_b or not _is_glue(gap, _DATE_GLUE):
        return None
    if "core" in has_b:
        lean = a.lean if b.lean is None and b.year is None and b.year_turn is None else b.lean
        clue = b._replace(first=a.first, weekday=a.weekday, offset=a.offset, clock=a.clock)
        return clue._replace(part=a.part or b.part, lean=lean)
    fault = a.fault if "core" in has_a else "" if "offset" in has_a else a.fault
    return a._replace(last=b.last, weekday=b.weekday, fault=fault, rule=a.rule)


def _pair_of_weekdays(tokens: Tokens, a: Clue, b: Clue, following: Clue | None) -> Clue | None:
    """Take الثلاثاء والأربعاء before 14 و15 فيفري, or ليل الجمعة - السبت, as one weekday."""
    if _features(a) != {"weekday"} or _features(b) != {"weekday"} or b.first - a.last > 1:
        return None
    gap = tokens[a.last : b.first]
    joined = tokens[b.first].prefix.startswith("و") or (gap and gap[0].text in {"-", "/", "و"})
    dated = (
        following is not None and following.is_day and _is_glue(tokens[b.last : following.first], _DATE_GLUE)
    )
    night = bool(a.first) and tokens[a.first - 1].text in {"ليل", "ليله"}
    return a._replace(last=b.last, fault="") if joined and (dated or night) else None


def _twins(tokens: Tokens, a: Clue, b: Clue) -> Clue | None:
    """Take 11 ذو الحجة 1445 الموافق 17 يونيو 2024 as one date in two calendars."""
    if not (a.is_core and b.is_core) or a.hijri == b.hijri or a.is_day != b.is_day or a.until or b.until:
        return None
    if not _is_glue(tokens[a.last : b.first], _TWIN_GLUE):
        return None
    common, hijri = (b, a) if a.hijri else (a, b)
    clue = common._replace(twin=hijri, weekday=a.weekday if a.weekday is not None else b.weekday)
    clue = clue._replace(clock=a.clock or b.clock, first=a.first, last=b.last, rule="dual_calendar")
    return clue._replace(fault=a.fault or b.fault)


def _range(tokens: Tokens, a: Clue, b: Clue) -> Clue | None:
    """Take من 30 يناير إلى 3 فبراير, بين 12 مارس و4 أبريل as one range."""
    gap = tokens[a.last : b.first]
    alike = (a.is_core and b.is_core) or not (a.is_core or b.is_core)
    if not alike or a.hijri != b.hijri or a.is_day != b.is_day or a.fault or b.fault or a.until or b.until:
        return None
    if (
        not all(token.text in _RANGE_GLUE for token in gap)
        or a.ago
        or b.ago
        or not (_features(a) - {"clock"})
    ):
        return None
    said = {token.text for token in gap} & _RANGE or (tokens[b.first].text in _RANGE)
    dashed = len(gap) == 1 and gap[0].text == "-" and a.is_day
    conjoined = "و" in tokens[b.first].prefix or "و" in {token.text for token in gap}
    between = conjoined and {token.text for token in tokens[max(0, a.first - 3) : a.first]} & _BETWEEN
    if not (said or dashed or between) or "clock" in {*_features(b)} - {*_features(a)}:
        return None
    if _features(b) == {"clock"} or b.week_turn is not None or a.week_turn is not None:
        return None
    return a._replace(until=b, last=b.last, rule="range")


def _merged(tokens: Tokens, a: Clue, b: Clue, following: Clue | None) -> Clue | None:
    if b.first - a.last > _LONGEST_GAP:
        return None
    taken = _pair_of_weekdays(tokens, a, b, following) or _twins(tokens, a, b) or _range(tokens, a, b)
    if taken:
        return taken
    if "core" in _features(a) and b.weekday is not None and following is not None:
        nearer = following.is_day and _is_glue(tokens[b.last : following.first], _DATE_GLUE)
        if nearer and following.first - b.last <= _LONGEST_GAP:
            return None
    joined = _union(tokens, a, b)
    if (
        joined
        and tokens[joined.last].text == ")"
        and "(" in {token.text for token in tokens[a.last : b.first]}
    ):
        return joined._replace(last=joined.last + 1)
    return joined


def _share_year(tokens: Tokens, clues: list[Clue]) -> list[Clue]:
    """Give 5 مارس the year of what follows it in 5 مارس و10 أبريل 2024."""
    shared = list(clues)
    for at in range(len(clues) - 2, -1, -1):
        a, b = shared[at], shared[at + 1]
        near = b.first == a.last and "و" in tokens[b.first].prefix
        near = near or (b.first == a.last + 1 and tokens[a.last].text in {"و", ","})
        if (
            near
            and a.month
            and b.month
            and b.year
            and a.year is None
            and a.lean is None
            and a.hijri == b.hijri
        ):
            shared[at] = a._replace(year=b.year - (a.month > b.month))
    return shared


def _adopt_year(tokens: Tokens, clue: Clue) -> Clue:
    """Take the year from where some layouts put it: 08:57 2024 الاثنين ,17 حزيران."""
    if (
        clue.month is None
        or clue.year is not None
        or clue.lean is not None
        or clue.year_turn is not None
        or clue.until
    ):
        return clue
    inside = [
        token
        for token in tokens[clue.first : clue.last]
        if token.width == _YEAR_WIDTH and token.value in _YEARS
    ]
    if inside and clue.clock:
        return clue._replace(year=inside[0].value)
    i = clue.first - 1
    i -= i >= 0 and tokens[i].text in _MARKS
    if i >= 0 and tokens[i].width == _YEAR_WIDTH and tokens[i].value in _YEARS:
        before = tokens[i - 1] if i else None
        if before is None or before.kind in {MARK, LATIN} or before.text in {"عام", "سنه"}:
            return clue._replace(year=tokens[i].value, first=i)
    after = tokens[clue.last]
    if (
        clue.clock
        and after.width == _YEAR_WIDTH
        and after.value in _YEARS
        and tokens[clue.last + 1].kind in {END, MARK}
    ):
        return clue._replace(year=after.value, last=clue.last + 1)
    return clue


def merge(tokens: Tokens, clues: Sequence[Clue]) -> list[Clue]:
    """Fold the clues of one date together, left to right, whatever order they stand in."""
    folded: list[Clue] = []
    for at, clue in enumerate(clues):
        following = clues[at + 1] if at + 1 < len(clues) else None
        joined = _merged(tokens, folded[-1], clue, following) if folded else None
        if joined is None:
            folded.append(clue)
            continue
        folded[-1] = joined
        # الأحد 9 يونيو حتى الخميس 13 يونيو: the range shows only when its second end is whole.
        while len(folded) > 1 and (wider := _merged(tokens, folded[-2], folded[-1], following)):
            folded[-2:] = [wider]
    return [_adopt_year(tokens, clue) for clue in _share_year(tokens, folded)]
