"""Tokens to clues that count from a reference: أمس، منذ 3 ساعات، الجمعة الماضي، الشهر الماضي. Pure."""

from collections.abc import Sequence

from etl.text import calendar_words as words
from etl.text.dates.clue import Clue
from etl.text.dates.grammar import lean_at, year_at
from etl.text.dates.tokens import END, MARK, NUMBER, WORD, Token
from etl.text.months import MONTHS

Tokens = Sequence[Token]

_PAST = frozenset({"منذ", "قبل", "مضي", "مضت", "من"})
_AGO_AFTER = frozenset({"مضت", "مضي", "خلت", "مضين"})
_MOMENTS = frozenset({"لحظات", "ثوان", "ثواني"})
_VAGUE = frozenset({"ساعات", "ايام", "اسابيع", "اشهر", "شهور", "سنوات", "اعوام", "سنين"})
_FRACTIONS = {"نصف": 30, "النصف": 30, "ربع": 15, "الربع": 15, "ثلث": 20, "الثلث": 20}
_MOST_SKIPPED = 4
_PERIODS = {
    "الاسبوع": "week",
    "الشهر": "month",
    "العام": "year",
    "السنه": "year",
    "شهر": "month",
    "اسبوع": "week",
}
_LONGEST_AMOUNT = 5
_TENS = words.TENS | words.MORE_TENS
_AGO_SIGNS = {"منذ": -1, "قبل": -1, "بعد": 1}


def _amount(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read a count in figures or words up to ninety-nine, and the index after."""
    token = tokens[i]
    if token.kind == NUMBER:
        return (token.value, i + 1) if token.value >= 0 and token.width <= _LONGEST_AMOUNT else None
    if token.text in _TENS:
        return _TENS[token.text], i + 1
    unit = words.CARDINALS.get(token.text)
    if unit is None:
        return None
    following = tokens[i + 1]
    if following.text in words.TEEN and following.text != token.text and unit < 10:  # noqa: PLR2004
        return unit + 10, i + 2
    if "و" in following.prefix and following.text in _TENS:
        return unit + _TENS[following.text], i + 2
    return unit, i + 1


def _quantity(tokens: Tokens, i: int) -> tuple[int, str, int] | None:
    """Read 3 ساعات, يومين, خمسة أيام, ساعة واحدة, نصف ساعة; amount, unit, index after."""
    token, following = tokens[i], tokens[i + 1]
    if token.text in _FRACTIONS and words.UNITS.get(following.text) == "hour":
        return _FRACTIONS[token.text], "minute", i + 2
    if token.text in words.DUALS:
        return 2, words.UNITS[token.text], i + 1
    counted = _amount(tokens, i)
    if counted:
        unit = words.UNITS.get(tokens[counted[1]].text)
        return (counted[0], unit, counted[1] + 1) if unit and counted[0] >= 0 else None
    if token.text in words.SINGULARS and token.kind == WORD:
        single = following.text in {"واحد", "واحده"}
        follows_date = (
            following.kind == NUMBER or following.text in words.WEEKDAYS or following.text in words.DAY_WORDS
        )
        month = (following.text,) in MONTHS or (following.text, tokens[i + 2].text) in MONTHS
        if (follows_date or month or following.text in words.ORDINALS) and not single:
            return None
        return 1, words.UNITS[token.text], i + 1 + single
    return None


def _more(tokens: Tokens, i: int, unit: str) -> tuple[tuple[int, str], int] | None:
    """Read what adds to a quantity: ونصف, و20 دقيقة, ويومين."""
    token = tokens[i]
    j = i + 1 if token.text == "و" else i
    if j == i and "و" not in token.prefix and not (token.text.startswith("و") and token.kind == WORD):
        return None
    name = token.text[1:] if j == i and "و" not in token.prefix else tokens[j].text
    if name in {"نصف", "النصف", "ربع"} and unit == "hour":
        return (_FRACTIONS[name], "minute"), j + 1
    quantity = _quantity(tokens, j)
    return ((quantity[0], quantity[1]), quantity[2]) if quantity else None


def read_ago(tokens: Tokens, i: int) -> Clue | None:
    """Read منذ 3 ساعات, قبل نحو يومين, بعد أسبوع, 3 أيام مضت."""
    token = tokens[i]
    sign, j = _AGO_SIGNS.get(token.text, 0), i + 1
    if not sign:
        return _ago_after(tokens, i)
    for _ in range(_MOST_SKIPPED):
        if tokens[j].text not in words.APPROXIMATE:
            break
        j += 1
    if tokens[j].text in _MOMENTS and sign < 0 and tokens[j + 1].text != "من":
        return Clue(first=i, last=j + 1, rule="moments_ago", ago=((0, "second"),))
    if tokens[j].text in {"قليل", "دقائق", "دقايق"} and sign < 0:
        return Clue(first=i, last=j + 1, rule="minutes_ago", offset=0)
    if tokens[j].text in _VAGUE:
        return Clue(first=i, last=j + 1, rule="ago", fault="vague_amount")
    quantity = _quantity(tokens, j)
    if quantity is None:
        return None
    amount, unit, end = quantity
    ago = [(sign * amount, unit)]
    more = _more(tokens, end, unit)
    if more:
        ago, end = [*ago, (sign * more[0][0], more[0][1])], more[1]
    # In running prose بعد يومين is two days after something told before, not after the reference.
    narrated = token.text == "بعد" and not _stands_alone(tokens, i, end)
    counted = tokens[end].text in {"من", "علي"} and token.text != "منذ"
    fault = "counts_from_other_event" if narrated or counted else ""
    return Clue(first=i, last=end, rule="ago" if sign < 0 else "hence", ago=tuple(ago), fault=fault)


def _stands_alone(tokens: Tokens, i: int, end: int) -> bool:
    """Whether nothing but marks stands around: a time stamp, not prose."""
    return (i == 0 or tokens[i - 1].kind == MARK) and tokens[end].kind in {MARK, END}


def _ago_after(tokens: Tokens, i: int) -> Clue | None:
    """Read a quantity with مضت after it."""
    quantity = _quantity(tokens, i)
    if quantity is None or tokens[quantity[2]].text not in _AGO_AFTER:
        return None
    return Clue(first=i, last=quantity[2] + 1, rule="ago", ago=((-quantity[0], quantity[1]),))


def read_day_word(tokens: Tokens, i: int) -> Clue | None:
    """Read أمس, أول أمس, اليوم, غدا, بعد غد, الليلة الماضية, الآن."""
    token, following = tokens[i], tokens[i + 1]
    if token.text == "الان" and i == 0 and _stands_alone(tokens, i, i + 1):
        return Clue(first=i, last=i + 1, rule="now", ago=((0, "second"),))
    pair = _pair_of_day_words(tokens, i)
    if pair:
        return pair
    offset = words.DAY_WORDS.get(token.text)
    if offset is None or (token.text == "الامس" and token.prefix not in {"ب", "وب"}):
        return None
    clue = Clue(first=i, last=i + 1, rule="relative_day", offset=offset)
    if token.text == "الليله":
        turn = lean_at(tokens, i + 1)
        return clue._replace(offset=turn[0], last=turn[1]) if turn and abs(turn[0]) == 1 else clue
    if token.text == "غد" and (tokens[i - 1].text if i else "") not in {"يوم", "ليوم"}:
        return None if following.text not in words.WEEKDAYS else clue
    return clue._replace(fault=_other_day(tokens, i))


def _pair_of_day_words(tokens: Tokens, i: int) -> Clue | None:
    """Read أول أمس, أول من أمس, أمس الأول, بعد غد."""
    token, following = tokens[i], tokens[i + 1]
    if token.text in {"اول", "قبل"}:
        j = i + 1 + (following.text == "من")
        if tokens[j].text in {"امس", "البارحه", "البارح"}:
            return Clue(first=i, last=j + 1, rule="relative_day", offset=-2)
    if token.text in {"امس", "البارحه"} and following.text in {"الاول", "الاولي"}:
        return Clue(first=i, last=i + 2, rule="relative_day", offset=-2)
    if token.text == "بعد" and following.text in {"غد", "الغد"}:
        return Clue(first=i, last=i + 2, rule="relative_day", offset=2)
    return None


def _other_day(tokens: Tokens, i: int) -> str:
    """Tell why اليوم or غدا is not the day of the reference here, or nothing."""
    token, following = tokens[i], tokens[i + 1]
    before = tokens[i - 1].text if i else ""
    if token.text == "اليوم" and following.text not in words.WEEKDAYS:
        if following.text in words.NOT_TODAY or (following.kind == NUMBER and not following.gap):
            return "other_day"
        habit = before == "في" and tokens[i + 2].kind != NUMBER
        return "name_with_day_word" if before in words.ORGANS else "other_day" if habit else ""
    if token.text == "الغد" and before in words.ORGANS:
        return "name_with_day_word"
    if token.text == "غدا" and (before in {"الذي", "التي", "قد", "حيث", "حتي"} or token.prefix):
        return "" if following.text in words.WEEKDAYS else "other_word"
    return ""


def read_weekday(tokens: Tokens, i: int) -> Clue | None:
    """Read الثلاثاء with الماضي or المقبل after it; alone it is the nearest one past."""
    token, following = tokens[i], tokens[i + 1]
    weekday = words.WEEKDAYS.get(token.text)
    if weekday is None or following.text in words.TEEN:
        return None
    bare = not token.text.startswith("ال") and token.kind == WORD
    before = tokens[i - 1].text if i else ""
    j = i + 1 + (following.text in {".", ","} and token.text.isascii() and len(token.text) == 3)  # noqa: PLR2004
    lean = lean_at(tokens, j)
    clue = Clue(
        first=i, last=lean[1] if lean else j, rule="weekday", weekday=weekday, lean=lean[0] if lean else None
    )
    if before in {"هذا", "هذه"}:
        clue = clue._replace(first=i - 1, lean=0 if clue.lean is None else clue.lean)
    if bare and before not in {"يوم", "ليوم"}:
        return clue._replace(fault="no_evidence_of_weekday")
    every = i > 1 and before == "يوم" and tokens[i - 2].text in {"كل", "ايام"}
    habit = every or before in words.WEEKDAY_NOT_DATE or (not token.gap and i > 0 and before == "يوم")
    if following.kind == NUMBER and following.width <= 2 and tokens[i + 2].kind == END:  # noqa: PLR2004
        return clue._replace(fault="month_missing")
    if following.text in {"الاسود", "العظيمه", "الحزينه", "البيضاء", "السوداء"}:
        habit = True
    return clue._replace(fault="not_a_date") if habit and clue.lean is None else clue


def read_period(tokens: Tokens, i: int) -> Clue | None:
    """Read الأسبوع الماضي, الشهر الجاري, العام المقبل 2025, هذا العام, هذه السنة."""
    token, following = tokens[i], tokens[i + 1]
    this = token.text in {"هذا", "هذه"}
    kind = _PERIODS.get(following.text if this else token.text)
    if kind is None:
        return None
    j = i + 1 + this
    j += not this and tokens[j].text in {"الهجري", "الميلادي"}
    lean = (0, j) if this else lean_at(tokens, j)
    if not lean and following.text == "هذا" and not this:
        lean = (0, j + 1)
    if lean is None:
        return None
    turn, end = lean
    clue = Clue(first=i, last=end, rule=f"relative_{kind}")
    if kind == "week":
        return clue._replace(week_turn=turn)
    if kind == "month":
        return clue._replace(month_turn=turn)
    year = year_at(tokens, end)
    if year:
        return clue._replace(rule="year", year=year[0].year, hijri=year[0].hijri, last=year[1])
    return clue._replace(year_turn=turn)
