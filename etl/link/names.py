"""Where a person's name begins and ends. Pure.

A listed name is as long as the list says; any other goes on as long as its words are names by the
lists, or are no word that the press uses otherwise.
"""

import re

from etl.link.gazetteer import Match
from etl.link.grammar import AFTER_TITLE, HONORIFICS, NAME_HONORIFICS, PARTICLES, PREPOSITIONS, STOPS
from etl.link.reading import Reading
from etl.link.tokens import ARTICLE, COMMA, SOFT

_LONGEST = 10
_TWO = 2
_PARTICLES_FIRST = frozenset({"عبد", "ابو", "بن", "ولد", "ابن", "بو", "سي"})
_FIRST_NAMES_LIKE_TITLES = frozenset(
    {"سلطان", "خليفه", "امير", "عميد", "راءد", "ملك", "عادل", "عامر", "امين"}
)
_NEVER_FIRST = ((PARTICLES - _PARTICLES_FIRST) | (HONORIFICS - NAME_HONORIFICS)) - _FIRST_NAMES_LIKE_TITLES


def listed_at(reading: Reading, at: int, *, short: bool = True) -> Match | None:
    """Give the listed name that begins at a word; with `short`, surnames alone too."""
    for match in reading.official_at.get(at, ()):
        is_word = (
            match.last == match.first and match.has_article and not match.name.folded.startswith(ARTICLE)
        )
        if (short and not is_word) or match.last > match.first:
            return match
    return None


def name_at(reading: Reading, at: int) -> int | None:
    """Give the last word of the name that begins at a word, or None where no name does."""
    if at >= len(reading.tokens):
        return None
    found = listed_at(reading, at)
    listed = None if found is not None and found.cut else found
    if listed is None and not _may_begin(reading, at):
        return None
    last = _extended(reading, at, listed.last if listed else at, is_listed=listed is not None)
    if listed is None and last == at and reading.kind(at) == "both":
        return None
    return last


def _may_begin(reading: Reading, at: int) -> bool:  # noqa: C901, PLR0911 (a decision list)
    word = reading.tokens[at].word
    if word in STOPS or len(word) < _TWO or word[-1].isdigit() or word[:2] == "لل":
        return False
    if reading.place_at(at) is not None:
        return word == "تركي" and reading.tokens[at - 1].word in HONORIFICS and follows(reading, at)
    if word in _NEVER_FIRST:
        return word in _FOREIGN_FIRST and follows(reading, at)
    head = reading.head_at(at)
    if head is not None and (word not in _FIRST_NAMES_LIKE_TITLES or not follows(reading, at)):
        return False
    kind = reading.kind(at)
    if word in PARTICLES:
        return follows(reading, at)
    if at + 2 < len(reading.tokens) and has_father(reading, at) and (word[0] != "و" or kind == "name"):
        return True
    if kind == "name":
        return True
    if kind == "both":
        return follows(reading, at)
    if kind == "unknown":
        if word.startswith(("و", "لل", "بال")) or _OWNED.fullmatch(word) or _PLURAL.fullmatch(word):
            return False
        return not word.startswith(ARTICLE) or follows(reading, at)
    return False


_FOREIGN_FIRST = frozenset({"سان", "دي", "فان"})


_PLURAL = re.compile(r".{3,}(?:يين|يون|.ات)")
"""Nouns of many (حراكيين): names with such an end are known ones."""
_OWNED = re.compile(r"[لبف].{3,}(?:ه|ها|هم|هما|نا)")
"""A preposition, a noun and whose it is (لاختصاصاته): no name has all three."""


def follows(reading: Reading, at: int) -> bool:
    """Tell whether the next word goes on with a name."""
    after = at + 1
    if after >= len(reading.tokens) or reading.tokens[after].gap >= SOFT:
        return False
    word = reading.tokens[after].word
    if reading.tokens[at].word == "عبد" and word.startswith(ARTICLE):
        return True
    return word in PARTICLES or (word not in STOPS and reading.kind(after) in {"name", "unknown"})


def has_father(reading: Reading, at: int) -> bool:
    """Tell a first name by the son-of behind it, whatever else the word may mean (السالك ولد سيد)."""
    after = at + 1
    if after >= len(reading.tokens) or reading.tokens[after].gap >= SOFT:
        return False
    return reading.tokens[after].word in _SON_OF and reading.kind(after + 1) != "common"


_SON_OF = frozenset({"بن", "ولد", "ابن", "بنت"})


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


def _goes_on(reading: Reading, first: int, last: int, *, is_listed: bool) -> bool:  # noqa: C901, PLR0911, PLR0912 (a decision list)
    word = reading.tokens[last + 1].word
    before = reading.tokens[last].word
    if _is_end(reading, last + 1):
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
        return not is_listed and _is_judge(reading, first, last)
    kind = reading.kind(last + 1)
    if word == "علي" and last == first and not is_listed:
        return kind == "name" or _closes(reading, last + 1)
    if last == first and kind in {"clitic", "unknown"} and _is_waw_surname(reading, last):
        return True
    is_gods = word == "الله" and before.startswith(ARTICLE)
    if is_gods or (kind == "common" and not is_listed and _is_everyday_surname(reading, first, last)):
        return True
    is_one = last == first or (last == first + 1 and reading.tokens[first].word == "عبد")
    if is_one and kind == "common" and not is_listed and word.startswith(ARTICLE):
        return _is_definite_surname(reading, first, last)
    if kind == "unknown" and last > first and not word.startswith(ARTICLE) and _is_known_end(reading, last):
        return False
    if kind == "unknown" and last == first and before in reading.surnames and _VERB.match(word):
        return False
    if is_listed:
        return kind == "name" or (kind == "both" and word.startswith(ARTICLE) and last > first)
    if kind in {"name", "unknown"}:
        return not (reading.agency_at.get(last + 1) or (word[0] in "ولب" and _is_joined(reading, word)))
    if kind == "both":
        return word.startswith(ARTICLE) or last == first or follows(reading, last + 1)
    return False


def _is_end(reading: Reading, at: int) -> bool:
    """Tell a word that no name goes on with."""
    word = reading.tokens[at].word
    if word in STOPS or word in _JOINTS or (word[0] == "و" and word[1:] in _NEVER_JOINED):
        return True
    if word[-1].isdigit() or (word[0] == "و" and _PLURAL.fullmatch(word)):
        return True
    if word in _FIRST_NAMES_LIKE_TITLES and reading.country_at.get(at + 1) is not None:
        return True
    return word.startswith("لل") or (word.startswith("بال") and reading.kind(at) != "name")


def _is_waw_surname(reading: Reading, last: int) -> bool:
    """Tell a surname that begins with و (أحمد ونيس) from the next of a list: no more of a name follows it."""
    word = reading.tokens[last + 1].word
    is_waw = word[0] == "و" and reading.tokens[last].word in reading.facts.given
    is_next = reading.facts.words.get(word[1:]) in {"common", "name"} or word[1:] in reading.facts.given
    return is_waw and not is_next and not follows(reading, last + 1)


def _is_everyday_surname(reading: Reading, first: int, last: int) -> bool:
    """Tell an everyday word as a surname: a first name before it, the end of a clause behind (أحمد بحر، …)."""
    word = reading.tokens[last + 1].word
    if last > first or reading.tokens[last].word not in reading.facts.given or word.startswith(ARTICLE):
        return False
    is_word = word in AFTER_TITLE or word in PREPOSITIONS or reading.place_at(last + 1) is not None
    return not is_word and _closes(reading, last + 1)


def _is_definite_surname(reading: Reading, first: int, last: int) -> bool:
    return (
        (
            reading.tokens[first].word in reading.facts.given
            or last > first
            or (reading.kind(first) == "name" and reading.tokens[last + 1].word.endswith("ي"))
        )
        and reading.tokens[last + 1].word not in AFTER_TITLE
        and reading.place_at(last + 1) is None
        and listed_at(reading, first) is None
    )


def _is_judge(reading: Reading, first: int, last: int) -> bool:
    """Tell an office that is a surname (عبد الحكيم القاضي) from a second person's title."""
    at = last + 1
    if reading.tokens[at].word not in _OFFICE_SURNAMES or reading.kind(last) not in {"name", "unknown"}:
        return False
    if last > first and not (last == first + 1 and reading.tokens[first].word == "عبد"):
        return False
    after = reading.tokens[at + 1 : at + 2]
    return not after or after[0].gap >= SOFT or reading.kind(at + 1) == "common"


_OFFICE_SURNAMES = frozenset({"القاضي", "المفتي", "الحاكم", "السلطان", "العمده", "الامير"})


def _is_known_end(reading: Reading, last: int) -> bool:
    """Tell a surname that listed people end with (أميل لحود سلمه): what no list knows is no part of it."""
    word = reading.tokens[last].word
    return word in reading.facts.surnames and word not in reading.facts.given and word not in _SECONDS


_SECONDS = frozenset({"الدين", "الله"})
"""The second words of first names: a surname follows them (نور الدين بوشكوج)."""
_NEVER_JOINED = STOPS | HONORIFICS
_JOINTS = frozenset({"و", "والي", "الي", "في", "عن", "لدي"})
"""What joins clauses; والي is وإلى here: the governor has his place behind him."""
_VERB = re.compile(r"[تيسنا][^اوي]")
"""What a verb begins with that no list holds: a surname of the article ends before it (عباس تباحث)."""

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


def joined_name(reading: Reading, at: int) -> int | None:
    """Give the last word of a name behind و (وصفاء الهاشم), where one more name is looked for."""
    first = reading.tokens[at].word[1:]
    kind = reading.facts.words.get(first, "unknown")
    if len(first) < _SHORTEST_NAME or first in STOPS or kind == "common" or not follows(reading, at):
        return None
    return _extended(reading, at, at, is_listed=False)


_SHORTEST_NAME = 3


def name_behind_rank(reading: Reading, at: int) -> int | None:
    """Give the last word of a name behind a rank, where even an everyday word is a first name."""
    word = reading.tokens[at].word
    if (
        reading.tokens[at].gap >= SOFT
        or word in STOPS
        or word[-1].isdigit()
        or word.startswith(ARTICLE)
        or reading.place_at(at) is not None
    ):
        return None
    if (
        reading.kind(at) not in {"common", "both"}
        or word in AFTER_TITLE
        or word in PREPOSITIONS
        or not (follows(reading, at) or _is_styled(reading, at))
    ):
        return None
    return max(_extended(reading, at, at, is_listed=False), at if follows(reading, at) else at + 1)


def _is_styled(reading: Reading, at: int) -> bool:
    """Tell a surname that is an everyday nisba behind a first name that is a word (صيفي الصيفي)."""
    if reading.kind(at) != "both" or not reading.is_open(at + 1):
        return False
    word = reading.tokens[at + 1].word
    is_nisba = word.startswith(ARTICLE) and word.endswith("ي") and word not in AFTER_TITLE
    return is_nisba and reading.place_at(at + 1) is None and word[2:] not in reading.facts.title_words
