"""Tokens to clock readings: 24 hours, 12 hours with صباحا and م, hours in words, time zones. Pure."""

import datetime as dt
from collections.abc import Sequence

from etl.text import calendar_words as words
from etl.text.dates.clue import Clock
from etl.text.dates.tokens import LATIN, NUMBER, WORD, Token

Tokens = Sequence[Token]
Read = tuple[int, int, int, int]

_TWO = 2
_HHMM = 4
_SMALL_HOURS = 5
_NOON = 12
_DAY = 24
_HOUR = 60
_FARTHEST_OFFSET = 14 * _HOUR
_UTC_WORDS = frozenset({"gmt", "utc", "z"})
_UTC_NAMES = _UTC_WORDS - {"z"}
_LETTERS = {"ص": "am", "م": "pm", "am": "am", "pm": "pm"}
_FRACTIONS = {"النصف": 30, "نصف": 30, "الربع": 15, "ربع": 15, "الثلث": 20, "ثلث": 20, "ربعا": 15, "ثلثا": 20}
_FRACTION_SOURCES = frozenset({"الا"})
_HOUR_WORDS = frozenset({"الساعه", "ساعه"})
_HOUR_MARKS = frozenset({"h", "سا"})
_SEPARATED_HOUR = frozenset({"h", "سا", "س", "و"})
_MICRO_DIGITS = 6


def to_24(hour: int, part: str) -> int:
    """Turn an hour and its part of the day to 0–23.

    >>> [to_24(12, "am"), to_24(12, "pm"), to_24(8, "pm"), to_24(2, "night"), to_24(1, "noon")]
    [0, 12, 20, 2, 13]
    """
    if hour > _NOON or not part:
        return hour
    if part in {"am", "dawn"}:
        return hour % _NOON
    if part == "night":
        return hour % _NOON if hour == _NOON or hour <= _SMALL_HOURS else hour + _NOON
    if part == "noon":
        return hour + _NOON if hour <= _SMALL_HOURS else hour
    return hour % _NOON + _NOON


def _digits(tokens: Tokens, i: int) -> tuple[int, int, int, int, int] | None:
    """Read 08:57, 08:57:12.5: hour, minute, second, microsecond and the index after."""
    hour, colon, minute = tokens[i : i + 3]
    if (
        hour.kind != NUMBER
        or colon.text != ":"
        or minute.kind != NUMBER
        or hour.width > _TWO
        or minute.width != _TWO
    ):
        return None
    second = micro = 0
    j = i + 3
    if tokens[j].text == ":" and tokens[j + 1].kind == NUMBER and tokens[j + 1].width == _TWO:
        second, j = tokens[j + 1].value, j + 2
        if (
            tokens[j].text in {".", ","}
            and not tokens[j].gap
            and tokens[j + 1].kind == NUMBER
            and not tokens[j + 1].gap
        ):
            micro, j = int(tokens[j + 1].text[:_MICRO_DIGITS].ljust(_MICRO_DIGITS, "0")), j + 2
    return hour.value, minute.value, second, micro, j


def _minutes_after(tokens: Tokens, i: int) -> tuple[int, int]:
    """Read what follows a bare hour: والنصف، إلا ربعا، و55 دقيقة; minutes (may be negative) and index."""
    token = tokens[i]
    if token.text == "و" and tokens[i + 1].kind == WORD and not token.prefix:
        i, token = i + 1, tokens[i + 1]
        token = token._replace(prefix="و")
    if "و" in token.prefix and token.text in _FRACTIONS:
        return _FRACTIONS[token.text], i + 1
    if token.text in _FRACTION_SOURCES and tokens[i + 1].text in _FRACTIONS:
        return -_FRACTIONS[tokens[i + 1].text], i + 2
    number = tokens[i + 1]
    if token.text == "و" and number.kind == NUMBER and number.width <= _TWO and number.value < _HOUR:
        unit = tokens[i + 2]
        if words.UNITS.get(unit.text) == "minute":
            return number.value, i + 3
    return 0, i


def _separated(tokens: Tokens, i: int) -> tuple[int, int, int, int, int] | None:
    """Read 14h30, 14سا30, 14سا و30د, 8.30 and 0553, which are clocks only beside الساعة, a part or a zone."""
    hour, sep, minute = tokens[i : i + 3]
    if hour.kind != NUMBER or hour.value < 0:
        return None
    if hour.width == _HHMM:
        return hour.value // 100, hour.value % 100, 0, 0, i + 1
    if sep.text in _HOUR_MARKS and minute.text == "و":
        minute = tokens[i + 3]
        if minute.kind == NUMBER and minute.width == _TWO and hour.width <= _TWO:
            return hour.value, minute.value, 0, 0, i + 4 + (tokens[i + 4].text in {"د", "دقيقه"})
        return None
    joined = sep.text in _SEPARATED_HOUR or (sep.text in {".", ","} and not sep.gap)
    if hour.width <= _TWO and joined and minute.kind == NUMBER and minute.width == _TWO:
        end = i + 4 if words.UNITS.get(tokens[i + 3].text) == "minute" else i + 3
        return hour.value, minute.value, 0, 0, end
    return None


def _word_hour(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read الثامنة, الثانية عشرة: hour and the index after."""
    hour = words.HOURS.get(tokens[i].text)
    if hour is None:
        return None
    if tokens[i + 1].text in words.TEEN and hour in {1, 2, 11}:
        return 10 + hour % 10, i + 2
    return hour, i + 1


def _middle(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read منتصف النهار and منتصف الليل, noon and midnight."""
    hour = {"النهار": _NOON, "الليل": 0}.get(tokens[i + 1].text) if tokens[i].text == "منتصف" else None
    return None if hour is None else (hour, i + 2)


def day_part(tokens: Tokens, i: int) -> tuple[str, int]:
    """Read a part of the day after an hour: م، مساء، من مساء، بعد الظهر، ق.ظ; the part and the index."""
    token, following = tokens[i], tokens[i + 1]
    if token.text in {"ق", "ب"}:
        j = i + 2 if following.text == "." else i + 1
        if tokens[j].text == "ظ":
            return ("am" if token.text == "ق" else "pm"), j + 1 + (tokens[j + 1].text == ".")
    if token.text in {"a", "p"} and following.text == "." and tokens[i + 2].text == "m":
        return token.text + "m", i + 3 + (tokens[i + 3].text == ".")
    if token.text in {"قبل", "بعد"} and following.text in {"الظهر", "الزوال", "ظهر", "منتصف"}:
        part = "pm" if token.text == "بعد" else "am"
        return ("night", i + 3) if following.text == "منتصف" else (part, i + 2)
    if token.text in {"من", "في"} and following.text in words.DAY_PARTS and following.text not in _LETTERS:
        return words.DAY_PARTS[following.text], i + 2
    if token.text in words.DAY_PARTS:
        return words.DAY_PARTS[token.text], i + 1
    return _LETTERS.get(token.text, ""), i + (token.text in _LETTERS)


def _offset(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read +03:00, +0300, +3: minutes east of Greenwich and the index after."""
    sign, hours, colon, minutes = tokens[i : i + 4]
    if sign.text not in {"+", "-"} or hours.kind != NUMBER or hours.gap:
        return None
    east = -1 if sign.text == "-" else 1
    if hours.width == _HHMM:
        amount, j = hours.value // 100 * _HOUR + hours.value % 100, i + 2
    elif hours.width <= _TWO and colon.text == ":" and minutes.width == _TWO:
        amount, j = hours.value * _HOUR + minutes.value, i + 4
    else:
        amount, j = hours.value * _HOUR, i + 2
    written = hours.width == _HHMM or colon.text == ":" or sign.text == "+"  # 21:43-17 is no offset
    return (east * amount, j) if written and 0 <= amount <= _FARTHEST_OFFSET else None


def _named_zone(tokens: Tokens, i: int) -> tuple[str | int | None, int]:
    """Read بتوقيت غرينتش, توقيت مكة المكرمة; the zone (None: the local one) and the index after."""
    for size in (2, 1):
        zone = words.ZONES.get(tuple(token.text for token in tokens[i : i + size]))
        if zone:
            return zone, i + size
    place = tokens[i]
    if place.prefix and ("ال" + place.text,) in words.ZONES:
        return words.ZONES[("ال" + place.text,)], i + 1
    return None, i + (1 if tokens[i].text == "المحلي" else 0)


def zone_mark(tokens: Tokens, i: int) -> tuple[str | int | None, int]:
    """Read a zone after a clock: GMT, UTC+3, Z, +03:00, ت.غ, بتوقيت X; the zone and the index."""
    j = i + 1 if tokens[i].text == "(" else i
    token = tokens[j]
    zone: str | int | None = None
    end = j
    if token.kind == LATIN and token.text in _UTC_WORDS:
        found = _offset(tokens, j + 1)
        zone, end = found or ("UTC", j + 1)
    elif token.kind == LATIN and token.text in words.ZONE_LETTERS:
        zone, end = words.ZONE_LETTERS[token.text], j + 1
    elif token.text in {"بتوقيت", "توقيت", "بالتوقيت", "التوقيت"}:
        zone, end = _named_zone(tokens, j + 1)
    elif token.text in {"تغ", "جمت"}:
        zone, end = "UTC", j + 1
    elif token.text == "ت":
        k = j + 2 if tokens[j + 1].text == "." else j + 1
        if tokens[k].text == "غ":
            zone, end = "UTC", k + 1
    elif not token.gap or (token.text == "+" and tokens[j + 1].width in {2, 4}):
        found = _offset(tokens, j)
        if found and (tokens[j + 1].width in {2, 4}):
            zone, end = found
    if end == j:
        return None, i
    return zone, end + (j > i and tokens[end].text == ")")


def _hour_and_minute(tokens: Tokens, i: int, *, cued: bool) -> tuple[int, int, int, int, int, bool] | None:
    """Read the figures of a clock; the last field tells whether they are a clock by themselves."""
    exact = _digits(tokens, i)
    if exact:
        return *exact, True
    loose = _separated(tokens, i)
    if loose:
        return *loose, cued or tokens[i + 1].text in _HOUR_MARKS
    hour = _word_hour(tokens, i) or _middle(tokens, i)
    if hour is None and tokens[i].kind == NUMBER and tokens[i].width <= _TWO:
        hour = tokens[i].value, i + 1
    if hour is None:
        return None
    minutes, j = _minutes_after(tokens, hour[1])
    total = hour[0] * _HOUR + minutes
    return total // _HOUR, total % _HOUR, 0, 0, j, cued


def _is_figure(token: Token) -> bool:
    return token.kind == NUMBER or token.text in words.HOURS or token.text == "منتصف"


def read_clock(tokens: Tokens, i: int) -> Clock | None:
    """Read a clock that starts at a token: a zone before it, الساعة, figures, part, zone after it."""
    zone: str | int | None = None
    j = i
    if tokens[i].text in _UTC_NAMES:
        zone, j = zone_mark(tokens, i)
    cued = tokens[j].text in _HOUR_WORDS or (tokens[j].text == "س" and tokens[j + 1].kind == NUMBER)
    j += cued
    while cued and tokens[j].text in {":", "من", "تمام", "حدود"}:
        j += 1
    if not _is_figure(tokens[j]):
        return None
    read = _hour_and_minute(tokens, j, cued=cued or zone is not None)
    if read is None:
        return None
    hour, minute, second, micro, end, sure = read
    k = end + (tokens[end].text == "(" and tokens[end + 1].text in _LETTERS)
    part, after = day_part(tokens, k)
    if part and (sure or tokens[k].text in words.DAY_PARTS_STANDING | {"من", "قبل", "بعد", "ق", "ب"}):
        end, sure = after + (k > end and tokens[after].text == ")"), True
    else:
        part = ""
    zone_after, after = zone_mark(tokens, end)
    if after > end and (sure or tokens[j].width != 1):
        zone, end, sure = zone_after or zone, after, True
    return _clock(tokens, (i, end), (hour, minute, second, micro), zone, part) if sure else None


def _clock(
    tokens: Tokens, span: tuple[int, int], read: Read, zone: str | int | None, part: str
) -> Clock | None:
    """Build the clock, or None where the figures are none (25:70, the score 10:15:3)."""
    hour, minute, second, micro = read
    if hour >= _DAY or minute >= _HOUR or second >= _HOUR or hour < 0:
        return None
    following = tokens[span[1]]
    if following.text == ":" and not following.gap and tokens[span[1] + 1].kind == NUMBER:
        return None
    time = dt.time(to_24(hour, part), minute, second, micro)
    return Clock(first=span[0], last=span[1], time=time, zone=zone, part=part)
