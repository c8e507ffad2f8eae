"""Names to places in a text. Pure.

One automaton over words looks for all names at once, so that its cost does not grow with their number.
The first word of a name may carry proclitics and the article, the others stand as they are written;
people's names are compared in the parts that the press writes together or apart (عبداللطيف).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from etl.link.tokens import ARTICLE, COMMA, SOFT, Start, Token, bare, chunk, starts

DEMONYM_ENDINGS = ("", "ه", "ون", "ين", "ات", "تين", "تان", "ان", "ا")
"""What the search form of a nisba (…ي) may end with: feminine, plurals, duals, accusative."""

_MOST_SOFT = COMMA


class Name(NamedTuple):
    """One name of one entity, folded.

    `kind` is country, agency, generic, official or exclusion; `form` tells names from demonyms,
    capitals and short names; `is_ambiguous` names count only with evidence; `needs_article` tells the
    article of المغرب from the first letters of ألمانيا, which fold to the same.
    """

    kind: str
    entity_id: str
    folded: str
    form: str = "name"
    is_ambiguous: bool = False
    needs_article: bool = False


class Match(NamedTuple):
    """A name found at the words `first` to `last` (inclusive), `cut` letters of the first word left out."""

    first: int
    last: int
    cut: int
    name: Name
    has_article: bool


_Node = dict[str, Any]
_END = ""


class Gazetteer:
    """Names of countries, agencies and phrases, ready to be looked for."""

    def __init__(self, names: Iterable[Name]) -> None:
        """Take the names; building costs more than looking, so build it once."""
        self._root: _Node = {}
        self._begins: dict[str, tuple[tuple[Start, _Node], ...]] = {}
        for name in names:
            words = name.folded.split()
            if not words:
                continue
            first = bare(words[0]) if name.needs_article else words[0]
            if first == words[0] and name.needs_article:
                name = name._replace(needs_article=False)  # noqa: PLW2901 (too short to hold an article)
            endings = DEMONYM_ENDINGS if name.form == "demonym" and words[-1].endswith("ي") else ("",)
            for ending in endings:
                for spelt in _agreeing((first, *words[1:]), ending, is_nisba=name.form == "demonym"):
                    self._add(spelt, name)

    def _add(self, words: tuple[str, ...], name: Name) -> None:
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
        node[_END] = (*node.get(_END, ()), name)

    def find(self, tokens: Sequence[Token]) -> Iterator[Match]:
        """Yield every match of every name, also where they overlap; who reads them decides."""
        size = len(tokens)
        begins = self._begins
        for at, token in enumerate(tokens):
            found = begins.get(token.word)
            if not found:
                if found is not None:
                    continue
                found = self._beginning(token.word)
            for start, node in found:
                last = at
                while True:
                    for name in node.get(_END, ()):
                        if _article_fits(name, has_article=start.has_article, alone=last == at):
                            yield Match(at, last, start.cut, name, start.has_article)
                    last += 1
                    if last == size or tokens[last].gap >= _MOST_SOFT:
                        break
                    after = node.get(tokens[last].word)
                    if after is None:
                        break
                    node = after  # noqa: PLW2901 (a walk down the tree)

    def _beginning(self, word: str) -> tuple[tuple[Start, _Node], ...]:
        """Give the readings of a word with which a name begins, and keep them for the next time."""
        if len(self._begins) > _MOST_KEPT:
            self._begins.clear()
        pairs = ((start, self._root.get(start.bare)) for start in starts(word))
        found = self._begins[word] = tuple((start, node) for start, node in pairs if node is not None)
        return found


def _agreeing(words: tuple[str, ...], ending: str, *, is_nisba: bool) -> Iterator[tuple[str, ...]]:
    """Give the spellings of a nisba of several words: its adjectives agree (الكورية الجنوبية, سريلانكية)."""
    last = words[-1] + ending
    if not is_nisba or len(words) == 1:
        yield (*words[:-1], last)
        return
    firsts = {words[0], words[0] + ending if words[0].endswith("ي") else words[0]}
    for first in sorted(firsts):
        yield (first, *words[1:-1], last)
        yield (first, *words[1:-1], ARTICLE + last)


_MOST_KEPT = 200_000
_GENITIVE = re.compile(r"(?:وزاره|مجلس|هيءه|محكمه|جهاز|مكتب|وكاله|مديريه|مفوضيه|لجنه|منظمه) ال")


def _article_fits(name: Name, *, has_article: bool, alone: bool) -> bool:
    """Tell المغرب from مغرب: the article is part of a name, and free before a nisba or a body's first noun."""
    if name.form == "demonym":
        return True
    if name.kind in {"agency", "generic"} and not alone:
        # No genitive has the article before its first noun: الوزارة الدفاع is two parts of a sentence.
        return not has_article or name.needs_article or not _GENITIVE.match(name.folded)
    if name.kind == "exclusion":
        return not name.needs_article or has_article
    if has_article and name.kind == "country" and not name.is_ambiguous and name.folded.endswith("ي"):
        return True  # بوروندي and جيبوتي are name and nisba at once
    return name.needs_article == has_article


class Register:
    """People's names, ready to be looked for: listed full names, short names and styles."""

    def __init__(self, names: Iterable[Name]) -> None:
        """Take the names; a name may belong to several people."""
        self._root: _Node = {}
        self._cuts: dict[str, tuple[int, ...]] = {}
        for name in names:
            node = self._root
            for word in name.folded.split():
                for part in chunk(word):
                    node = node.setdefault(part, {})
            node[_END] = (*node.get(_END, ()), name)

    def find(self, tokens: Sequence[Token]) -> Iterator[Match]:
        """Yield the longest match at each word; a first word with a proclitic counts too."""
        cuts = self._cuts
        for at, token in enumerate(tokens):
            found = cuts.get(token.word)
            if found is None:
                found = self._cuts_of(token.word)
            for cut in found:
                matches = self._walk(tokens, at, cut)
                if matches:
                    yield from matches
                    break

    def _cuts_of(self, word: str) -> tuple[int, ...]:
        """Give how many letters to leave out of a word so that a name may begin with it."""
        if len(self._cuts) > _MOST_KEPT:
            self._cuts.clear()
        may_cut = len(word) >= _SHORTEST_CUT and word[0] in "وفبلك"
        found = self._cuts[word] = tuple(
            cut
            for cut in ((0, 1) if may_cut else (0,))
            if chunk(word[cut:])[0] in self._root or (cut and word.startswith("لل"))
        )
        return found

    def _walk(self, tokens: Sequence[Token], at: int, cut: int) -> tuple[Match, ...]:
        node: _Node | None = self._root
        best: tuple[Match, ...] = ()
        last = at
        word = tokens[at].word[cut:]
        if cut and tokens[at].word.startswith("لل"):
            word, cut = word[1:], cut + 1
        while True:
            for part in chunk(word):
                node = node.get(part) if node is not None else None
            if node is None:
                return best
            if _END in node:
                best = tuple(Match(at, last, cut, name, word.startswith("ال")) for name in node[_END])
            last += 1
            if last == len(tokens) or tokens[last].gap >= SOFT:
                return best
            word = tokens[last].word


_SHORTEST_CUT = 4
