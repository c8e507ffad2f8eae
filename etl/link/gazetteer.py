"""Names to places in a text. Pure.

One automaton looks for all names at once in the search form of the text, so that its cost does not
grow with the number of names; each hit leads back to the display text by the offset map.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from etl.model import MentionKind
from etl.text.letters import SearchText, fold, search

_ARTICLE = "ال"
_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
_WITH_ARTICLE = (*(f"{each}{_ARTICLE}" for each in ("", "و", "ف", "ب", "ك", "وب", "وك", "فب")), "لل", "ولل", "فلل")
_DEMONYM_ENDINGS = ("", "ه", "ون", "ين", "ات", "تين", "تان", "ان", "ا")
"""What the search form of a nisba (…ي) may end with: feminine, plurals, duals, accusative."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name of one entity.

    `is_ambiguous` names are no evidence by themselves: they count only where the text also holds an
    unambiguous name of the same entity. `is_demonym` lets the name take the nisba's endings.
    """

    kind: MentionKind
    entity_id: str
    alias: str
    is_ambiguous: bool = False
    is_demonym: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A name found in the display text, from `start` to `end` (exclusive), clitics left out."""

    name: Name
    start: int
    end: int


class Gazetteer:
    """All names, ready to be looked for."""

    def __init__(self, names: Iterable[Name], exclusions: Iterable[str] = ()) -> None:
        """Take the names, and the phrases in which a name is part of another one (المغرب اليوم).

        Building costs more than looking, so build it once.
        """
        forms: dict[str, list[Name]] = {_bare(fold(phrase)): [] for phrase in exclusions}
        for name in names:
            for form in _forms(name):
                forms.setdefault(form, []).append(name)
        self._names = tuple(tuple(each) for each in forms.values())
        self._automaton = AhoCorasick(list(forms), matchkind=MatchKind.Standard)

    def find(self, text: str) -> tuple[Hit, ...]:
        """Return the hits in a display text from left to right, the longest where they overlap."""
        found = search(text)
        spans = [
            (start, end, index)
            for index, start, end in self._automaton.find_matches_as_indexes(found.text, overlapping=True)
            if _is_word(found, start, end)
        ]
        spans.sort(key=lambda span: (span[0] - span[1], span[0]))
        taken = bytearray(len(found.text))
        hits: list[Hit] = []
        for start, end, index in spans:
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                first, last = found.span(start, end)
                hits.extend(Hit(name=name, start=first, end=last) for name in self._names[index])
        return tuple(sorted(hits, key=lambda hit: hit.start))


def _forms(name: Name) -> Iterator[str]:
    """Yield the search forms of a name, without the article: the clitics before it vary."""
    form = fold(name.alias)
    for ending in _DEMONYM_ENDINGS if name.is_demonym else ("",):
        yield _bare(form) + ending


def _bare(form: str) -> str:
    return form.removeprefix(_ARTICLE) if len(form) > len(_ARTICLE) + 2 else form


def _is_word(found: SearchText, start: int, end: int) -> bool:
    """Say whether a hit is a whole word but for the clitics that Arabic writes onto it."""
    text = found.text
    if end < len(text) and text[end].isalnum():
        return False
    first = start
    while first and text[first - 1].isalnum():
        first -= 1
    prefix = text[first:start]
    return prefix in _PROCLITICS or prefix in _WITH_ARTICLE
