"""Display text to the numbers that it states, with their places. Pure.

The press writes one quantity as 12000, ١٢٬٠٠٠, ۱۲ ألفا or اثنا عشر ألفا, in one paragraph; a chart
needs one value. Reads figures in the three digit systems with the separators of Egypt (12,500.5),
of the Maghreb (12.500.000 and 3,5) and of typesetters (١٢٬٥٠٠٫٥), words up to milliards, both
together (15 ألفا), halves (مليون ونصف) and percentages.

>>> [number.value for number in find_numbers("نزح ١٢٬٥٠٠ شخص، بينهم ألفان وثلاثمئة طفل، في 3.5 مليون خيمة")]
[12500, 2300, 3500000]
>>> found = find_numbers("تراجع بنسبة ٤٫٢٪ إلى اثني عشر ألفا")
>>> [(number.value, number.percent) for number in found]
[(4.2, True), (12000, False)]
>>> "تراجع بنسبة ٤٫٢٪ إلى اثني عشر ألفا"[found[1].start : found[1].end]
'اثني عشر ألفا'
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from pyarabic.number_const import NUMBER_WORDS

from etl.text.letters import fold, search

# The forms that pyarabic's table lacks: construct state, accusative, the larger scales.
_MORE_WORDS = {
    2: "اثنتان اثنتين اثنتا اثنتي",
    8: "ثمانيا",
    200: "مئتا مئتي",
    1000: "ألفا",
    2000: "ألفي",
    10**6: "مليونا",
    2 * 10**6: "مليوني",
    10**9: "مليارا بليون بلايين",
    2 * 10**9: "ملياري بليونين",
    10**12: "تريليون تريليونا تريليونات",
}
# Zerrouki's number words (pyarabic.number_const). Only the table: his reader (pyarabic.number)
# gives no places, and takes مائتي for 0 and مليون ونصف for a million.
_VALUES = {fold(word): value for word, value in NUMBER_WORDS.items()} | {
    fold(word): value for value, words in _MORE_WORDS.items() for word in words.split()
}
_FRACTIONS = {"نصف": Decimal("0.5"), "ربع": Decimal("0.25")}
_TEN, _HUNDRED = 10, 100
_MONDAY = fold("اثنين")
_SCALES = (10**12, 10**9, 10**6, 10**3)
# No numbers by themselves: "one of", "thousands of", the first part of 12, hundredths.
_NEVER_ALONE = frozenset(
    map(
        fold, "واحد واحدة أحد إحدى اثنا اثني اثنتا اثنتي آلاف ملايين مليارات بلايين تريليونات نصف ربع".split()
    )
)
_HUNDREDTHS = frozenset(map(fold, ("المئة", "بالمئة")))
_KNOWN = "|".join(sorted({*_VALUES, *_FRACTIONS}, key=len, reverse=True))
_WORD = re.compile(rf"(و?)(?:([فبلك]?ال|لل)|[فبلك])?({_KNOWN})")
_TOKEN = re.compile(
    r"(?<![\w.,])(?P<sign>[-+])?(?P<clitic>و?(?:ال|[بلكف])?)"
    r"(?P<figure>\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?"
    r"|\d{1,3}(?:\.\d{3}){2,}(?![\d.])(?:,\d+)?|\d{1,3}(?: \d{3}){2,}(?!\d)"
    r"|\d+(?:\.\d+(?!\.\d)|,\d{1,2}(?!\d))?)(?![\dA-Za-z])"
    r"|(?P<word>\w+)|[^\s\w]"
)
_COMMA_DECIMAL = re.compile(r"\d+,\d{1,2}")
# What 1.250 is: the press of the Gulf and Egypt gives shares and millions with three decimals
# (98.035 مليون درهم، 8.372%), that of the Maghreb parts thousands so (3.350 طن) and writes 3,5.
_THREE_DIGITS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_COMMA_STYLE = re.compile(r"(?<![\d.,])(?:\d+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,})(?![\d.,]*\d)")
_POINT_STYLE = re.compile(r"(?<![\d.,])\d+\.(?:\d{1,2}|\d{4,})(?![\d.])")
_MEASURE = re.compile(r"\s?(?:%|(?:في ال|بال)(?:مءه|ميه)|(?:الف|مليون|مليار|بليون|تريليون))")
_PERCENT = re.compile(r"\s?(?:%|(?:في ال|بال)(?:مءه|ميه)(?!\w))")
# int() is not linear; a longer run of digits is no number that anyone wrote.
_LONGEST_FIGURE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number that a text states: its value, whether it counts hundredths, and where it stands."""

    value: int | float
    percent: bool
    start: int
    end: int


class _Part(NamedTuple):
    """A token that can be a part of a number: `joined` by "and", a word with its `article`."""

    value: int | Decimal
    word: str
    joined: bool
    article: bool
    start: int
    end: int


@lru_cache(maxsize=16384)
def _word_value(word: str) -> tuple[int | Decimal, str, bool, bool] | None:
    """Read one folded word: its value, bare form, whether "and" and the article stand before it."""
    if word in _VALUES:
        return _VALUES[word], word, False, False
    match = _WORD.fullmatch(word)
    if match is None or word in _HUNDREDTHS:
        return None
    joined, article, bare = match.groups()
    return _FRACTIONS.get(bare) or _VALUES[bare], bare, bool(joined), bool(article)


def _figure_value(figure: str) -> int | Decimal:
    """Read a figure in ASCII digits with any of the separators."""
    plain = figure.replace(" ", "")
    if plain.count(".") > 1:
        plain = plain.replace(".", "").replace(",", ".")
    elif _COMMA_DECIMAL.fullmatch(plain):
        plain = plain.replace(",", ".")
    plain = plain.replace(",", "")
    return Decimal(plain) if "." in plain else int(plain)


def _points_group(text: str) -> bool:
    """Tell a text that writes decimals with a comma, so that its points part thousands (3,5 and 1.250)."""
    return bool(_COMMA_STYLE.search(text)) and not _POINT_STYLE.search(text)


def _part(match: re.Match[str], *, points_group: bool) -> _Part | None:
    """Read one token of a search text."""
    figure = match["figure"]
    if figure and len(figure) <= _LONGEST_FIGURE:
        if _THREE_DIGITS.fullmatch(figure) and (points_group or figure.endswith(".000")):
            figure = figure if _MEASURE.match(match.string, match.end()) else figure.replace(".", "")
        value = _figure_value(figure)
        start = match.start("figure")
        if match["sign"] == "-":
            value, start = -value, match.start("sign")
        return _Part(value, "", match["clitic"].startswith("و"), article=False, start=start, end=match.end())
    known = _word_value(match["word"]) if match["word"] else None
    if known is None:
        return None
    return _Part(*known, match.end() - len(known[1]), match.end())


def _runs(text: str) -> Iterator[list[_Part]]:
    """Give the runs of number parts with nothing but space, or a free "and", between them."""
    run: list[_Part] = []
    free = False
    points_group = _points_group(text)
    for match in _TOKEN.finditer(text):
        part = _part(match, points_group=points_group)
        if part is not None:
            run.append(part._replace(joined=True) if free else part)
            free = False
        elif run and match["word"] == "و" and not free:
            free = True
        elif run:
            yield run
            run, free = [], False
    if run:
        yield run


class _Sum:
    """A number being read: what is complete, and the group that a scale may still multiply."""

    def __init__(self, first: _Part) -> None:
        self.scale = _scale(first) or 0
        self.total: int | Decimal = first.value if self.scale else 0
        self.group: int | Decimal | None = None if self.scale else first.value

    def value(self) -> int | float:
        """Give the number as far as it is read, whole if it is."""
        value = self.total + (self.group or 0)
        return int(value) if value == int(value) else float(value)

    def takes(self, part: _Part) -> bool:
        """Add a part if the number can go on with it."""
        if part.word in _FRACTIONS:
            return part.joined and self._takes_fraction(part.value)
        if scale := _scale(part):
            return self._takes_scale(part, scale)
        return self._takes_small(part)

    def _takes_fraction(self, fraction: int | Decimal) -> bool:
        if self.group is None:
            self.total += fraction * self.scale
        else:
            self.group += fraction
        return True

    def _takes_scale(self, part: _Part, scale: int) -> bool:
        if part.joined:
            self.total, self.group = self.total + (self.group or 0), None
            if not scale < self.scale:
                return False
            self.total += part.value
        elif self.group is not None:
            if part.value != scale or (self.scale and not scale < self.scale):
                return False
            self.total, self.group = self.total + self.group * scale, None
        else:
            # ألف مليون: a scale of a scale.
            if part.value != scale or not scale > self.scale:
                return False
            self.total *= scale
        self.scale = scale
        return True

    def _takes_small(self, part: _Part) -> bool:
        """Add what is below a thousand: 325 is 3 · 100, and 5, and 20; 15 is 5 and 10."""
        value, group = part.value, self.group
        if group is None:
            fits = part.joined and 0 < value < self.scale
            self.group = value if fits else None
            return fits
        if not part.word or not isinstance(group, int):
            return False
        below, tens = group % _HUNDRED, value in range(2 * _TEN, _HUNDRED)
        if part.joined:
            fits = (tens and 0 < below < _TEN) or (value < _HUNDRED and group >= _HUNDRED and not below)
            self.group = group + value if fits else group
            return fits
        if value == _TEN and 0 < below < _TEN:
            self.group = group + value
            return True
        if value == _HUNDRED and group < _TEN:
            self.group = group * value
            return True
        return False


def _scale(part: _Part) -> int | None:
    """Give the scale of a word (thousand for ألف and ألفان), None for what has none."""
    if not part.word or part.value < _SCALES[-1]:
        return None
    return next(scale for scale in _SCALES if part.value >= scale)


def find_numbers(text: str) -> tuple[Number, ...]:
    """Give every number of a display text in order. Linear; raises on no input.

    "one" alone (أحد، واحد) and vague plurals (آلاف) are no numbers; neither is Monday (الاثنين).
    A point with three digits behind it parts thousands where they are 000, a second point follows or
    the text writes its decimals with a comma; else, and before % and millions, it is a decimal point.

    >>> [number.value for number in find_numbers("مائتي جندي وثلاث مئة وخمسة وعشرون و15 ألفا ومليون ونصف المليون")]
    [200, 325, 15000, 1500000]
    >>> [(n.value, n.percent) for n in find_numbers("خمسة في المئة، 12,5 % و٪٣٠ و1.250.000 دينار")]
    [(5, True), (12.5, True), (30, True), (1250000, False)]
    >>> [n.value for n in find_numbers("120.000 متر")], [n.value for n in find_numbers("98.035 مليون درهم")]
    ([120000], [98035000])
    >>> [n.value for n in find_numbers("3.350 طن، بزيادة 3,5 بالمائة")]
    [3350, 3.5]
    """
    found = search(text)
    numbers: list[Number] = []
    for run in _runs(found.text):
        index = 0
        while index < len(run):
            first = index
            total = _Sum(run[first])
            half = run[first].word in _FRACTIONS
            index += 1
            while index < len(run) and (total.takes(run[index]) or _repeats(run, index, total)):
                index += 1
            alone = index - first == 1
            if alone and (run[first].word in _NEVER_ALONE or half or _is_monday(run[first])):
                continue
            start, end = run[first].start, run[index - 1].end
            percent = _PERCENT.match(found.text, end)
            leading = found.text[max(0, start - 2) : start].rstrip().endswith("%")
            span = found.span(start, percent.end() if percent else end)
            numbers.append(
                Number(value=total.value(), percent=bool(percent or leading), start=span[0], end=span[1])
            )
    return tuple(numbers)


def _repeats(run: list[_Part], index: int, total: _Sum) -> bool:
    """Tell the scale that a half repeats (مليون ونصف المليون, ونصف مليون): it adds nothing."""
    return not run[index].joined and run[index - 1].word in _FRACTIONS and _scale(run[index]) == total.scale


def _is_monday(part: _Part) -> bool:
    """Tell the day الاثنين from the number."""
    return part.article and part.word == _MONDAY
