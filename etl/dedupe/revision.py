"""Two versions of one article to what the outlet changed: words, title, numbers, names. Pure.

Compared is the display text, word by word, as its reader saw it; but a word that is only spelt another way
(a hamza, a tatweel, a mark) is the same word. Line breaks are no words.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from etl.dedupe.usual import NAMES, WEIGHTS
from etl.text.letters import fold
from etl.text.stems import stem_folded
from etl.text.words import tokenize


class Change(StrEnum):
    """What became of a stretch of words."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Neighbouring words with one fate, as printed, with the punctuation that follows them."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What changed between two versions; the words are counted over title and body."""

    is_title_changed: bool
    is_body_changed: bool
    is_number_changed: bool
    is_name_changed: bool
    words_added: int
    words_removed: int


def revision(before: tuple[str, str], after: tuple[str, str]) -> Revision:
    """Return what changed from one (title, body) to the next."""
    sides = [(list(_words(old)), list(_words(new))) for old, new in zip(before, after, strict=True)]
    added: list[str] = []
    removed: list[str] = []
    for old, new in sides:
        for change, words in _changes([key for _, key in old], [key for _, key in new]):
            (added if change is Change.ADDED else removed).extend(words)
    # A word that only moved is no other number and no other name.
    gone, come = Counter(removed) - Counter(added), Counter(added) - Counter(removed)
    differ = [*gone, *come]
    return Revision(
        is_title_changed=_keys(sides[0][0]) != _keys(sides[0][1]),
        is_body_changed=_keys(sides[1][0]) != _keys(sides[1][1]),
        is_number_changed=any(word[0].isdigit() for word in differ),
        is_name_changed=any(map(_is_name, differ)),
        words_added=len(added),
        words_removed=len(removed),
    )


def stretches(before: str, after: str) -> tuple[Stretch, ...]:
    """Return a text's words with what became of them, removed ones before those that replaced them.

    >>> [(each.change.value, each.text) for each in stretches("قتل 3 أشخاص.", "قتل 5 أشخاص.")]
    [('kept', 'قتل '), ('removed', '3 '), ('added', '5 '), ('kept', 'أشخاص.')]
    """
    old, new = list(_words(before)), list(_words(after))
    found: list[Stretch] = []
    matcher = SequenceMatcher(None, _keys(old), _keys(new), autojunk=False)
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind == "equal":
            found.append(Stretch(change=Change.KEPT, text=_text(new[begin:stop])))
            continue
        if start < end:
            found.append(Stretch(change=Change.REMOVED, text=_text(old[start:end])))
        if begin < stop:
            found.append(Stretch(change=Change.ADDED, text=_text(new[begin:stop])))
    return tuple(found)


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Yield each word with what stands behind it, and the form by which it is compared."""
    words = tokenize(text)
    for place, word in enumerate(words):
        start = word.start if place else 0
        end = words[place + 1].start if place + 1 < len(words) else len(text)
        yield text[start:end], fold(word.text)


def _keys(words: list[tuple[str, str]]) -> list[str]:
    return [key for _, key in words]


def _text(words: list[tuple[str, str]]) -> str:
    return "".join(shown for shown, _ in words)


def _changes(old: list[str], new: list[str]) -> Iterator[tuple[Change, list[str]]]:
    for kind, start, end, begin, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Change.REMOVED, old[start:end]
            yield Change.ADDED, new[begin:stop]


def _is_name(word: str) -> bool:
    """Tell a word that may be a name: no number, and no usual word of the press."""
    stem = stem_folded(word)
    return not word[0].isdigit() and len(stem) > 1 and (stem in NAMES or stem not in WEIGHTS)
