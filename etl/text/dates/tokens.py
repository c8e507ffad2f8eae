"""Text to the tokens a date is read from, each with its place in the text. Pure, linear.

Four kinds: numbers of any digit system, Arabic words, Latin words, marks. Marks of direction,
tashkeel and tatweel inside a word or number do not split it; the span still covers them.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from etl.text import calendar_words as words
from etl.text.months import EPITHETS, INVISIBLE, MONTHS, fold_word

NUMBER, WORD, LATIN, MARK, END = range(5)

_BIDI = "\N{SOFT HYPHEN}\N{ARABIC LETTER MARK}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_LETTER = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
_MARKS_OF_WORD = "\N{ARABIC TATWEEL}\u064b-\u0652\u0670"
_TOKEN = re.compile(
    rf"(\d(?:[{_BIDI}]*+\d)*+)"
    rf"|([{_LETTER}](?:[{INVISIBLE}]*+[{_LETTER}])*+[{_MARKS_OF_WORD}]*+)"
    r"|([A-Za-z\u00c0-\u024f]+)"
    rf"|(\N{{ARABIC TATWEEL}}++|[^\s{INVISIBLE}])"
)
_SAME_MARK = {
    **dict.fromkeys("\N{ARABIC TATWEEL}‐‑‒–—―−_~", "-"),
    **dict.fromkeys("\\⁄∕؍", "/"),
    **dict.fromkeys("،,٬؛;", ","),
    **dict.fromkeys(":∶：", ":"),
    "٫": ".",
}
_LONGEST_NUMBER, _MOST_DIGITS = 8, 64
_LONGEST_WORD = 24
_CLITICS = frozenset("وفبلك")

_LEXICON = frozenset[str]().union(
    (name[0] for name in MONTHS),
    EPITHETS,
    words.WEEKDAYS,
    words.ORDINALS,
    words.CARDINALS,
    words.TENS,
    words.UNITS,
    words.LEANS,
    words.DAY_WORDS,
    words.DAY_PARTS,
    words.HOURS,
    words.NAMED_AFTER,
    fold_word(
        "يوم يومي أيام شهر شهري الشهر العام السنة الأسبوع عام سنة عامي الساعة هذا هذه أول منذ قبل بعد حتى إلى غاية "
        "الموافق الموافقة بتوقيت توقيت تاريخ بين مابين حدود تمام النصف الربع الثلث صيف شتاء ربيع خريف ليلة الآن ال س مضى مضت"
    ).split(),
)


class Token(NamedTuple):
    """One token: `text` as it is looked up, `prefix` the clitics cut from it, offsets end exclusive.

    `value` is -1 and `width` the count of digits where a number is too long to be part of a date;
    `gap` is whether white space stands before it, `known` whether a word has to do with dates at all.
    """

    kind: int
    text: str
    start: int
    end: int
    value: int = -1
    width: int = 0
    prefix: str = ""
    gap: bool = False
    known: bool = True


_tuple = tuple.__new__


@lru_cache(maxsize=16384)
def _read_word(raw: str) -> tuple[str, str, bool]:
    """Give the looked-up form of a word, the clitics cut from it, and whether the tables know it."""
    word = fold_word(raw)
    if word in _LEXICON or len(word) < 3:  # noqa: PLR2004 - a clitic needs two letters after it
        return word, "", word in _LEXICON
    if word.startswith("لل") and "ال" + word[2:] in _LEXICON:
        return "ال" + word[2:], "ل", True
    if word[0] in _CLITICS:
        rest = word[1:]
        if rest in _LEXICON:
            return rest, word[0], True
        if rest.startswith("لل") and "ال" + rest[2:] in _LEXICON:
            return "ال" + rest[2:], word[0] + "ل", True
        if len(rest) > 2 and rest[0] in _CLITICS and rest[1:] in _LEXICON:  # noqa: PLR2004
            return rest[1:], word[:2], True
    return word, "", False


def tokenize(text: str) -> tuple[Token, ...]:
    """Cut a text into tokens, ended by several END tokens so that readers may look ahead freely.

    >>> [token.text for token in tokenize("الـ٢١ من تشرينَ الثاني/نوفمبر") if token.kind != END]
    ['ال', '21', 'من', 'تشرين', 'الثاني', '/', 'نوفمبر']
    """
    tokens: list[Token] = []
    last = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        gap = start > last and (text[last].isspace() or text[start - 1].isspace())
        last, kind, raw = end, (match.lastindex or 1) - 1, match.group()
        if kind == WORD:
            word, prefix, known = _read_word(raw) if end - start <= _LONGEST_WORD else ("", "", False)
            fields = (kind, word, start, end, -1, 0, prefix, gap, known)
        elif kind == NUMBER:
            figures = raw if raw.isascii() else _figures(raw)
            width = min(len(figures), _MOST_DIGITS)
            value = int(figures) if width <= _LONGEST_NUMBER else -1
            fields = (kind, figures[:_MOST_DIGITS], start, end, value, width, "", gap, True)
        elif kind == LATIN:
            word = raw.lower() if end - start <= _LONGEST_WORD else ""
            fields = (kind, word, start, end, -1, 0, "", gap, True)
        else:
            fields = (kind, _SAME_MARK.get(raw[0], raw[0]), start, end, -1, 0, "", gap, True)
        # NamedTuple.__new__ is Python, and was a third of the time of a token.
        tokens.append(_tuple(Token, fields))
    size = len(text)
    return (*tokens, *(Token(END, "", size, size),) * 16)


def _figures(raw: str) -> str:
    """Give the ASCII digits of a number in any digits, with marks of direction between them."""
    return "".join(str(int(letter)) for letter in raw[:_MOST_DIGITS] if letter.isdecimal())
