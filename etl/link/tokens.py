"""Display text to folded words with their way back. Pure.

All matching of names and titles is done on whole words, so that a name of three words is three
lookups, whatever its letters are, and so that the clitics before the first one can vary.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from etl.text.letters import SearchText, search

_WORD = re.compile(r"[^\W_]+")
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """An article as words: title and body in one line of words, the title first.

    `body_at` is where the body begins in the joined display text.
    """

    display: str
    found: SearchText
    tokens: tuple[Token, ...]
    body_at: int

    def place(self, first: int, last: int, cut: int = 0) -> tuple[str, int, int]:
        """Give field, start and end of the words `first` to `last` (inclusive) without `cut` letters."""
        start, end = self.found.span(self.tokens[first].start + cut, self.tokens[last].end)
        if start >= self.body_at:
            return "body", start - self.body_at, end - self.body_at
        return "title", start, end

    def surface(self, first: int, last: int, cut: int = 0) -> str:
        """Give the words as published."""
        start, end = self.found.span(self.tokens[first].start + cut, self.tokens[last].end)
        return self.display[start:end]


def read_text(title: str, body: str) -> Text:
    """Cut an article into words; a line end and a full stop part them for good."""
    display = f"{title}\n{body}"
    found = search(display)
    tokens: list[Token] = []
    end = 0
    for match in _WORD.finditer(found.text):
        between = found.text[end : match.start()]
        gap = _gap(between) if tokens else HARD
        if between == "." and len(tokens[-1].word) <= _SYLLABLE and match.end() - match.start() <= _SYLLABLE:
            gap = SPACE
        if gap == HARD and between.strip(" ") == "." and _is_initial(tokens[-1].word):
            gap = SPACE
        end = match.end()
        start = match.start()
        word = match[0]
        if len(word) > _LONG:
            cut = _GLUED.search(word)
            if cut and cut.start():
                tokens.append(Token(word[: cut.start()], start, start + cut.start(), gap))
                start, word, gap = start + cut.start(), word[cut.start() :], SPACE
        tokens.append(Token(word, start, end, gap))
    return Text(display=display, found=found, tokens=tuple(tokens), body_at=len(title) + 1)


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
