"""Display text to sentences with their places. Pure.

A newline always ends a sentence; within a line ؟ ! . … ؛ do, where they end one. They do not in
numbers (3.5), after an initial or an abbreviation (د. روبنسون), behind the number of a list item,
nor inside a quotation or a title that the sentence goes on after («من أنت؟» قال الوزير).

>>> text = "قال تود د. روبنسون إن النمو بلغ 3.5٪. هل يستمر؟ «نعم.» ثم غادر"
>>> [sentence.text for sentence in sentences(text)]
['قال تود د. روبنسون إن النمو بلغ 3.5٪.', 'هل يستمر؟', '«نعم.»', 'ثم غادر']
"""

import re
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text and where it stands, end exclusive."""

    text: str
    start: int
    end: int


_MARKS = ".!?؟؛۔…"
_CLOSING = "\"'»”’)\\]"
# Terminators, what they close, and then a space, the end, an opening quote, or, where the typist
# put the space before a full stop or none behind it, an Arabic word. Possessive, and only from the first terminator
# of a run: a megabyte of points is read once.
_END = re.compile(
    rf"(?P<mark>[{_MARKS}](?<![{_MARKS}]{{2}})[{_MARKS}]*+)(?P<closing>[{_CLOSING}]*+)"
    r"(?=\s|$|[«“\"](?=\w)|(?<=[\u0621-\u064a\d٪%») ].)[\u0621-\u064a]{2})"
)
_LINE = re.compile(r"[^\n]+")
_TEXT = re.compile(r"\w")

# Words that are shortened with a point. Initials and single letters (د.، أ.ف.ب.) need no list.
_ABBREVIATIONS = frozenset(
    "دكت Mr Mrs Ms Dr Prof St Jr Sr No vs Inc Ltd Co Corp Gen Col Lt Sgt Gov Sen Rep Fig etc".split()
)
_LAST_WORD = re.compile(r"(?:^|[^\w.])(\w+(?:\.\w+)*)$")
# A single letter behind a figure is a unit (1445 هـ، 9 م), and ends a sentence as any word does.
_UNIT = re.compile(r"\d\s?\w$")
_ITEM = re.compile(r"\s*[(]?(?:\d{1,3}|\w)$")
_SAYING = re.compile(
    r"\s*[،,-]?\s*[وف]?(?:قال|يقول|تقول|أضاف|سأل|تساءل|يتساءل|تتساءل|صرخ|هتف|رد|أجاب|كتب|صرح|علق|أكد|أوضح|تابع|هكذا|بهذه)"
)
_PAIRS = {"»": "«", "”": "“", ")": "("}
_LOOK_BACK = 40
_LONGEST_QUOTE = 400


def _ends_with_abbreviation(line: str, start: int, place: int) -> bool:
    """Tell a point of an abbreviation, an initial or a list number from a full stop."""
    low = max(start, place - _LOOK_BACK)
    if start == 0 and place <= _LOOK_BACK and _ITEM.fullmatch(line, 0, place):
        return True
    # Nearly always a word of letters behind a space: to look back for the space takes a tenth of a search.
    behind = line.rfind(" ", low, place) + 1
    if behind and place - behind > 1 and (word := line[behind:place]).isalpha():
        return word in _ABBREVIATIONS
    before = line[low:place]
    last = _LAST_WORD.search(before)
    if last is None:
        return False
    word = last[1]
    if len(word) == 1 and not word.isdigit():
        return not _UNIT.search(before)
    return word in _ABBREVIATIONS or all(
        len(letter) == 1 and not letter.isdigit() for letter in word.split(".")
    )


def _goes_on(line: str, start: int, match: re.Match[str]) -> bool:
    """Tell a quoted question or title inside a sentence from one that ends it."""
    closing = match["closing"]
    if not closing or closing[0] not in _PAIRS or match["mark"][0] in ".…؛۔":
        return False
    opened = line.rfind(_PAIRS[closing[0]], max(start, match.start() - _LONGEST_QUOTE), match.start())
    if opened < 0:
        return False
    before = line[max(start, opened - 2) : opened].rstrip()
    if not before or before.endswith(":"):
        return _SAYING.match(line, match.end()) is not None
    return True


def _ends(line: str) -> list[int]:
    """Give where the sentences of a line end."""
    ends: list[int] = []
    start = 0
    for match in _END.finditer(line):
        mark = match["mark"]
        # A parenthesis that ends in an abbreviation goes on as one: (أ.ف.ب.)، (U.S.).
        bare = match["closing"] in {"", ")"}
        place = match.start()
        # The space may stand on the wrong side of an abbreviation's point too (د .روبنسون).
        place -= place > 0 and line[place - 1] == " "
        if mark == "." and bare and _ends_with_abbreviation(line, start, place):
            continue
        if _goes_on(line, start, match):
            continue
        start = match.end()
        ends.append(start)
    return [*ends, len(line)]


def sentences(text: str) -> tuple[Span, ...]:
    r"""Give the sentences of a text in order, without the space around them. Linear.

    Stretches without a letter or a digit (a rule of asterisks, an empty line) are none.

    >>> [sentence.text for sentence in sentences("1. الأمن أولا\n2. ثم الغذاء. عام 1445 هـ. وبعد")]
    ['1. الأمن أولا', '2. ثم الغذاء.', 'عام 1445 هـ.', 'وبعد']
    >>> sentences("عاد. ثم")
    (Span(text='عاد.', start=0, end=4), Span(text='ثم', start=5, end=7))
    """
    found: list[Span] = []
    for line in _LINE.finditer(text):
        content = line.group()
        start = 0
        for end in _ends(content):
            piece = content[start:end]
            stripped = piece.strip()
            if stripped and _TEXT.search(stripped):
                begin = line.start() + start + len(piece) - len(piece.lstrip())
                found.append(Span(stripped, begin, begin + len(stripped)))
            start = end
    return tuple(found)
