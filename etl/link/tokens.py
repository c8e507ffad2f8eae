"""Display text to folded words with their way back. Pure.

All matching of names and titles is done on whole words, so that a name of three words is three
lookups, whatever its letters are, and so that the clitics before the first one can vary.
"""

import re
from functools import lru_cache
from itertools import accumulate, repeat
from typing import NamedTuple

from etl.text.letters import SearchText, search

_WORD = re.compile(r"([^\W_]+)")
_HARD = re.compile(r"[.!?؟;؛:\n…*/|]")
_COMMA = re.compile(r"[,،]")
_GLUED = re.compile(
    r"(?<=[^\W\d_]{3})(?=(?:المتحدث|المدير|الرءيس|الوزير|الناطق|الامين|وزير)(?:$|[^\W_]{0,2}$))"
)

SPACE, SOFT, COMMA, HARD = 0, 1, 2, 3
"""What stands between two words: a space; quotes, brackets or a dash; a comma; the end of a clause."""

ARTICLE = "ال"
_SHORTEST_WITH_ARTICLE = 4
_SYLLABLE = 3
"""Letters of an abbreviation's syllable (سي.آي.إيه): points between them end no sentence."""


class Start(NamedTuple):
    """One reading of a word as the first word of a name: its proclitics and article taken off."""

    bare: str
    has_article: bool
    cut: int


class Token(NamedTuple):
    """A folded word, its place in the search text, and what stands between it and the word before."""

    word: str
    start: int
    end: int
    gap: int


class Text:
    """An article as words: title and body in one line of words, the title first.

    `body_at` is where the body begins in the joined display text.
    """

    __slots__ = ("_shown", "body_at", "display", "found", "tokens")

    def __init__(self, display: str, found: SearchText, tokens: tuple[Token, ...], body_at: int) -> None:
        """Take a text and its words; each place that is asked for is kept, most are asked for again."""
        self.display, self.found, self.tokens, self.body_at = display, found, tokens, body_at
        self._shown: dict[tuple[int, int, int], tuple[int, int]] = {}

    def _span(self, first: int, last: int, cut: int) -> tuple[int, int]:
        key = (first, last, cut)
        shown = self._shown.get(key)
        if shown is None:
            shown = self.found.span(self.tokens[first].start + cut, self.tokens[last].end)
            self._shown[key] = shown
        return shown

    def place(self, first: int, last: int, cut: int = 0) -> tuple[str, int, int]:
        """Give field, start and end of the words `first` to `last` (inclusive) without `cut` letters."""
        start, end = self._span(first, last, cut)
        if start >= self.body_at:
            return "body", start - self.body_at, end - self.body_at
        return "title", start, end

    def surface(self, first: int, last: int, cut: int = 0) -> str:
        """Give the words as published."""
        start, end = self._span(first, last, cut)
        return self.display[start:end]


def read_text(title: str, body: str) -> Text:
    """Cut an article into words; a line end and a full stop part them for good."""
    display = f"{title}\n{body}"
    found = search(display)
    # Split, and add the lengths up: neither a match object nor a step of Python's for most words.
    parts = _WORD.split(found.text)
    ends = tuple(accumulate(map(len, parts)))
    words = parts[1::2]
    gaps = [
        SPACE if between == " " and at else _gap_between(words[at - 1] if at else "", between, words[at])
        for at, between in enumerate(parts[0:-1:2])
    ]
    tokens = list(map(_tuple, repeat(Token), zip(words, ends[0::2], ends[1::2], gaps, strict=False)))
    for at in [at for at, word in enumerate(words) if len(word) > _LONG and _glued_at(word)][::-1]:
        word, start, end, gap = tokens[at]
        cut = start + _glued_at(word)
        tokens[at : at + 1] = (
            Token(word[: cut - start], start, cut, gap),
            Token(word[cut - start :], cut, end, SPACE),
        )
    return Text(display, found, tuple(tokens), len(title) + 1)


_tuple = tuple.__new__  # NamedTuple.__new__ is Python, and four hundred are made for each article.


def _gap_between(before: str, between: str, word: str) -> int:
    """Tell what stands between two words; nothing before the first word is part of its clause."""
    if not before:
        return HARD
    if between == "." and len(before) <= _SYLLABLE and len(word) <= _SYLLABLE:
        return SPACE
    gap = _gap(between)
    return SPACE if gap == HARD and between.strip(" ") == "." and _is_initial(before) else gap


@lru_cache(maxsize=65536)
def _glued_at(word: str) -> int:
    """Give where a second word begins in one that lacks its space, 0 where none does."""
    cut = _GLUED.search(word)
    return cut.start() if cut else 0


_LONG = 8


def _is_initial(word: str) -> bool:
    """Tell د. and م. from the last word of a sentence."""
    return len(word) == 1 and not word.isdigit()


@lru_cache(maxsize=512)
def _gap(between: str) -> int:
    if between in {" ", "-"}:
        return SPACE
    if _HARD.search(between):
        return HARD
    if _COMMA.search(between):
        return COMMA
    return SPACE if not between.strip() else SOFT


@lru_cache(maxsize=65536)
def bare(word: str) -> str:
    """Take the article off a folded word.

    >>> bare("الرءيس"), bare("الله")
    ('رءيس', 'له')
    """
    return word[2:] if word.startswith(ARTICLE) and len(word) >= _SHORTEST_WITH_ARTICLE else word


@lru_cache(maxsize=65536)
def starts(word: str) -> tuple[Start, ...]:
    """Give the readings of a word as the first of a name, the one with the fewest letters cut first.

    >>> [start.bare for start in starts("وللخارجيه")]
    ['وللخارجيه', 'للخارجيه', 'لخارجيه', 'خارجيه', 'لخارجيه']
    """
    found: list[Start] = []
    for cut in range(max(1, min(3, len(word) - 1))):
        if cut and (word[cut - 1] not in "وفبلك" or (cut > 1 and word[cut - 1] in "وف")):
            break
        rest = word[cut:]
        stem = bare(rest)
        if stem != rest:
            found.append(Start(stem, True, cut))  # noqa: FBT003
        found.append(Start(rest, False, cut))  # noqa: FBT003
        if rest.startswith("لل") and len(rest) >= _SHORTEST_WITH_ARTICLE:
            found += (Start(rest[1:], True, cut + 1), Start(rest[2:], True, cut + 2))  # noqa: FBT003
    return tuple(found)


@lru_cache(maxsize=65536)
def chunk(word: str) -> tuple[str, ...]:
    """Cut a name's word into the parts that the press writes together or apart, without the article.

    >>> chunk("عبداللطيف"), chunk("الحموشي"), chunk("ابن")
    (('عبد', 'لطيف'), ('حموشي',), ('بن',))
    """
    if word in _SON:
        return ("بن",)
    for head in ("عبد", "ابو", "ابي", "ابا"):
        if word.startswith(head + ARTICLE) and len(word) > len(head) + 3:
            return ("عبد" if head == "عبد" else "ابو", word[len(head) + 2 :])
    for tail in ("الدين", "الله"):
        if word.endswith(tail) and len(word) > len(tail) + 1:
            return (bare(word[: -len(tail)]), tail[2:])
    return (_SAME.get(word) or bare(word),)


_SON = frozenset({"ابن", "بن"})
_SAME = {"ابي": "ابو", "ابا": "ابو", "ال": "ال"}
