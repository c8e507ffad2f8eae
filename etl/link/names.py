"""Where a person's name begins and ends. Pure.

A listed name is as long as the list says; any other goes on as long as its words are names by the
lists, or are no word that the press uses otherwise.
"""

import re

from etl.link.gazetteer import Match
from etl.link.grammar import AFTER_TITLE, HEADS, HONORIFICS, NAME_HONORIFICS, PARTICLES, PREPOSITIONS, STOPS
from etl.link.reading import Reading
from etl.link.tokens import ARTICLE, COMMA, SOFT

_LONGEST = 7
_TWO = 2
_PARTICLES_FIRST = frozenset({"عبد", "ابو", "بن", "ولد", "ابن", "بو", "سي"})
_FIRST_NAMES_LIKE_TITLES = frozenset({"سلطان", "خليفه", "امير", "عميد", "راءد", "ملك", "عادل", "عامر"})


def listed_at(reading: Reading, at: int, *, short: bool = True) -> Match | None:
    """Give the listed name that begins at a word; with `short`, surnames alone too."""
    for match in reading.official_at.get(at, ()):
        if short or match.last > match.first:
            return match
    return None


def name_at(reading: Reading, at: int) -> int | None:
    """Give the last word of the name that begins at a word, or None where no name does."""
    if at >= len(reading.tokens):
        return None
    listed = listed_at(reading, at)
    if listed is not None and listed.cut:
        listed = None
    if listed is None and not _may_begin(reading, at):
        return None
    last = _extended(reading, at, listed.last if listed else at, is_listed=listed is not None)
    if listed is None and last == at and reading.kind(at) == "both":
        return None
    return last


def _may_begin(reading: Reading, at: int) -> bool:  # noqa: PLR0911 (a decision list)
    word = reading.tokens[at].word
    if word in STOPS or len(word) < _TWO or reading.place_at(at) is not None:
        return False
    is_other = word in PARTICLES - _PARTICLES_FIRST or word in HONORIFICS - NAME_HONORIFICS
    if is_other and word not in _FIRST_NAMES_LIKE_TITLES:
        return word in _FOREIGN_FIRST and follows(reading, at)
    head = reading.head_at(at)
    if head is not None and (word not in _FIRST_NAMES_LIKE_TITLES or not follows(reading, at)):
        return False
    kind = reading.kind(at)
    if word in PARTICLES:
        return follows(reading, at)
    if kind == "name":
        return True
    if kind == "both":
        return follows(reading, at)
    if kind == "unknown":
        if word.startswith(("و", "لل", "بال")) or _OWNED.fullmatch(word):
            return False
        return not word.startswith(ARTICLE) or follows(reading, at)
    return False


_FOREIGN_FIRST = frozenset({"سان", "دي", "فان"})


_OWNED = re.compile(r"[لبف].{3,}(?:ه|ها|هم|هما|نا)")
"""A preposition, a noun and whose it is (لاختصاصاته): no name has all three."""


def follows(reading: Reading, at: int) -> bool:
    """Tell whether the next word goes on with a name."""
    after = at + 1
    if after >= len(reading.tokens) or reading.tokens[after].gap >= SOFT:
        return False
    word = reading.tokens[after].word
    return word in PARTICLES or (word not in STOPS and reading.kind(after) in {"name", "unknown"})


def _extended(reading: Reading, first: int, last: int, *, is_listed: bool) -> int:
    """Go on from a name's known words; particles at the end are given back."""
    tokens = reading.tokens
    known = last
    while last + 1 < len(tokens) and last - first + 1 < _LONGEST and tokens[last + 1].gap < SOFT:
        if not _goes_on(reading, first, last, is_listed=is_listed):
            break
        last += 1
    while last > known and tokens[last].word in PARTICLES:
        last -= 1
    return last


def _goes_on(reading: Reading, first: int, last: int, *, is_listed: bool) -> bool:  # noqa: C901, PLR0911 (a decision list)
    word = reading.tokens[last + 1].word
    before = reading.tokens[last].word
    if word in STOPS or (word in _FIRST_NAMES_LIKE_TITLES and reading.country_at.get(last + 2) is not None):
        return False
    if word == "و" or word.startswith("لل") or (word.startswith("بال") and reading.kind(last + 1) != "name"):
        return False
    if word in PARTICLES or len(word) == 1:
        return _follows_particle(reading, last + 1)
    if before in PARTICLES and last >= first:
        return reading.kind(last + 1) != "clitic"
    country = reading.country_at.get(last + 1)
    if country is not None:
        return (
            last == first
            and country.name.form == "demonym"
            and word.startswith(ARTICLE)
            and word.endswith("ي")
            and reading.kind(first) == "name"
        )
    if reading.head_at(last + 1) is not None and word not in _FIRST_NAMES_LIKE_TITLES:
        return False
    kind = reading.kind(last + 1)
    if word == "علي" and last == first and not is_listed:
        return kind == "name" or _closes(reading, last + 1)
    is_one = last == first or (last == first + 1 and reading.tokens[first].word == "عبد")
    if is_one and kind == "common" and not is_listed and word.startswith(ARTICLE):
        return (
            (reading.tokens[first].word in reading.facts.given or last > first)
            and word not in AFTER_TITLE
            and reading.place_at(last + 1) is None
            and listed_at(reading, first) is None
        )
    if word == "الله" and before.startswith(ARTICLE):
        return True
    if is_listed:
        return kind == "name" or (kind == "both" and word.startswith(ARTICLE) and last > first)
    if kind in {"name", "unknown"}:
        return not (reading.agency_at.get(last + 1) or (word[0] in "ولب" and _is_joined(reading, word)))
    if kind == "both":
        return word.startswith(ARTICLE) or last == first or follows(reading, last + 1)
    return False


_AFTER_NAME = frozenset({"في", "من", "الي", "خلال", "بعد", "امس", "اليوم", "قبل", "عن"})


def _closes(reading: Reading, at: int) -> bool:
    """Tell a last word علي from على before its noun: a clause or another preposition begins behind it."""
    after = at + 1
    return (
        after >= len(reading.tokens)
        or reading.tokens[after].gap >= COMMA
        or reading.tokens[after].word in _AFTER_NAME
    )


def _follows_particle(reading: Reading, at: int) -> bool:
    after = at + 1
    if after >= len(reading.tokens) or reading.tokens[after].gap >= SOFT:
        return False
    word = reading.tokens[after].word
    return word in PARTICLES or (word not in STOPS and reading.kind(after) != "clitic")


def _is_joined(reading: Reading, word: str) -> bool:
    """Tell وليبرمان (and Lieberman) from وليد: the rest is a word or name, the whole is none."""
    if word in reading.facts.words:
        return False
    return reading.facts.words.get(word[1:]) is not None


def name_behind_rank(reading: Reading, at: int) -> int | None:
    """Give the last word of a name behind a rank, where even an everyday word is a first name."""
    word = reading.tokens[at].word
    if (
        reading.tokens[at].gap >= SOFT
        or word in STOPS
        or word.startswith(ARTICLE)
        or reading.place_at(at) is not None
    ):
        return None
    if (
        reading.kind(at) != "common"
        or word in AFTER_TITLE
        or word in PREPOSITIONS
        or not follows(reading, at)
    ):
        return None
    return _extended(reading, at, at, is_listed=False)


def name_before(reading: Reading, at: int) -> tuple[int, int] | None:
    """Give first word and cut letters of the name that ends just before a word, if it has two words."""
    first = at
    while first > 0 and at - first < _LONGEST:
        kind = reading.kind(first - 1)
        word = reading.tokens[first - 1].word
        if reading.place_at(first - 1) is not None and not (kind == "name" and first == at):
            break
        if word in STOPS or word in HEADS or (word in HONORIFICS and kind != "name"):
            break
        fits = (
            kind in {"name", "unknown"}
            or word in PARTICLES
            or (kind == "both" and (first == at or at - first == 1))
        )
        if not fits and kind == "clitic" and word[0] in "وفل" and reading.facts.words.get(word[1:]) == "name":
            return (first - 1, 1) if at - first >= 1 else None
        if not fits:
            break
        first -= 1
        if reading.tokens[first].gap >= SOFT:
            break
    while (
        first < at
        and reading.kind(first) != "name"
        and not (reading.kind(first) == "unknown" and not reading.tokens[first].word.startswith(ARTICLE))
    ):
        first += 1
    return (first, 0) if at - first >= _TWO else None
