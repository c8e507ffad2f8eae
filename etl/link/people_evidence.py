"""What articles say of people to what speaks for two of them being one. Pure.

Names are compared by their keys, offices by the words of their titles without article, country and time;
each tie says its kind, from the surest to a mere likeness, and why.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache

from etl.text.letters import fold
from etl.text.names import NEAR, name_distance, name_key, name_words

_NOWHERE = frozenset({"", "XX"})
_TIMES = frozenset("سابق سابقه اسبق حالي حاليه جديد جديده راحل نيابه انابه موقت".split())
_JOINED = ("وال", "بال", "لل", "ال", "ل", "ب")
_SHORTEST = 3
_HALF = 0.5
_TWO = 2
_TITLES = 16384
"""Titles whose words are kept at hand: the press writes the same ones night after night."""
_FEMININE = "ه"


class TieKind(IntEnum):
    """What ties two ids, the surest first; from `OTHER_COUNTRY` on a reviewer should look."""

    VERDICT = 0
    SAME_NAME = 1
    CONTAINED = 2
    UNKNOWN_COUNTRY = 3
    OTHER_COUNTRY = 4
    MISSPELT = 5
    LOOKS_ALIKE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two ids, `left` < `right`, and why they may be one; `weak` is the one that says less, if one does."""

    left: str
    right: str
    kind: TieKind
    why: str
    weak: str = ""

    @property
    def is_doubtful(self) -> bool:
        """Tell a likeness from evidence."""
        return self.kind >= TieKind.OTHER_COUNTRY


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """All that was seen of one id: `parts` is the key of its fullest name, `keys` those of its spellings."""

    person_id: str
    name: str
    parts: tuple[str, ...]
    keys: frozenset[str]
    offices: frozenset[tuple[str, ...]]
    countries: frozenset[str]
    agencies: frozenset[str]
    first_seen: date
    article_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """All that articles say of one id, counted: the names with the articles that use each, and what else they tell.

    `person_id` is the linker's: one that begins with `p-`, or a listed one (such a row is never merged into
    another listed one). `countries` are alpha-2, an organization's code, or that of an unknown one;
    `agencies` are bodies that a title names; `first_seen` is the news day.
    """

    person_id: str
    names: Mapping[str, int]
    titles: frozenset[str]
    countries: frozenset[str]
    agencies: frozenset[str]
    first_seen: date
    article_count: int


def profile_of(seen: Seen) -> Profile:
    """Return what can be compared of one id: keys of its names, words of its offices, states."""
    name = min(seen.names, key=lambda each: (-len(each.split()), -seen.names[each], each))
    parts = tuple(name_key(name).split())
    spellings = map(name_key, seen.names)
    return Profile(
        person_id=seen.person_id,
        name=name,
        parts=parts,
        keys=frozenset({" ".join(parts), *(key for key in spellings if len(key.split()) == len(parts) > 1)}),
        offices=frozenset(office_words(title) for title in seen.titles if title),
        countries=seen.countries - _NOWHERE,
        agencies=seen.agencies,
        first_seen=seen.first_seen,
        article_count=seen.article_count,
    )


@lru_cache(maxsize=_TITLES)
def office_words(title: str) -> tuple[str, ...]:
    """Give the words that say which office a title is, the head first.

    >>> office_words("وزيرة الداخلية السابقة")
    ('وزير', 'داخليه')
    """
    found: list[str] = []
    for word in fold(title).split():
        rest = next(
            (
                word[len(start) :]
                for start in _JOINED
                if word.startswith(start) and len(word) - len(start) >= _SHORTEST + (len(start) == 1)
            ),
            word,
        )
        if rest not in _TIMES:
            found.append(rest)
    if found and found[0].endswith(_FEMININE) and len(found[0]) > _SHORTEST:
        found[0] = found[0][:-1]
    return tuple(found)


def office_tokens(profile: Profile) -> frozenset[str]:
    """Give what two people with a common office share at least one of: a body, or two words of a title.

    >>> sorted(office_tokens(profile_of(Seen(
    ...     person_id="p-1", names={"سعيد": 1}, titles=frozenset({"وزير الداخلية"}), countries=frozenset(),
    ...     agencies=frozenset({"ma-dgsn"}), first_seen=date(2026, 3, 14), article_count=1))))
    ['ma-dgsn', 'وزير داخليه']
    """
    words = {f"{office[0]} {word}" for office in profile.offices for word in office[1:]}
    return profile.agencies | words


def tie_between(a: Profile, b: Profile) -> Tie | None:
    """Return the surest of what ties two people, or None."""
    left, right = sorted((a, b), key=lambda each: each.person_id)
    found = _reason(left, right)
    if found is None:
        return None
    kind, why, weak = found
    return Tie(left=left.person_id, right=right.person_id, kind=kind, why=why, weak=weak)


def _reason(a: Profile, b: Profile) -> tuple[TieKind, str, str] | None:
    if any(a.keys & b.keys):
        return _by_same_name(a, b)
    is_same_country = bool(a.countries & b.countries)
    if a.countries and b.countries and not is_same_country:
        return None
    short, long = sorted((a, b), key=lambda each: (len(each.parts), each.person_id))
    if _is_contained(short.parts, long.parts):
        return _by_shorter_name(short, _shared_office(a, b), is_same_country=is_same_country)
    if not is_same_country or not _is_misspelt(a, b):
        return None
    if office := _shared_office(a, b):
        return TieKind.MISSPELT, f"a misspelling of the name, {office}, and the same country", ""
    return TieKind.LOOKS_ALIKE, "a misspelling of the name, without a common office", ""


def _by_shorter_name(
    short: Profile, office: str, *, is_same_country: bool
) -> tuple[TieKind, str, str] | None:
    if office and is_same_country:
        why = f"a shorter form of the name, {office}, and the same country"
        return TieKind.CONTAINED, why, short.person_id
    if len(short.parts) >= _TWO:
        return TieKind.LOOKS_ALIKE, "a shorter form of the name, without a common office", ""
    return None


def _by_same_name(a: Profile, b: Profile) -> tuple[TieKind, str, str] | None:
    office = _shared_office(a, b)
    if len(a.parts) < _TWO and not office:
        return None
    if a.countries & b.countries:
        return TieKind.SAME_NAME, f"the same name{f', {office},' if office else ''} and the same country", ""
    if not a.countries or not b.countries:
        weak = a if not a.countries else b
        return TieKind.UNKNOWN_COUNTRY, "the same name, one of them without a country", weak.person_id
    if office:
        return TieKind.OTHER_COUNTRY, f"the same name and {office}, but of another country", ""
    return TieKind.LOOKS_ALIKE, "the same name, of another country", ""


def _is_contained(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell a name without its middle, its end or its first names: one word must be the surname."""
    if len(short) >= len(long):
        return False
    rest = iter(long)
    if len(short) < _TWO:
        return bool(short) and short[-1] == long[-1]
    return short[0] == long[0] and all(part in rest for part in short)


def _is_misspelt(a: Profile, b: Profile) -> bool:
    if len(a.parts) != len(b.parts) or len(a.parts) < _TWO:
        return False
    differing = [at for at, (x, y) in enumerate(zip(a.parts, b.parts, strict=True)) if x != y]
    if len(differing) != 1:
        return False
    (_, x, is_certain), (_, y, is_other_certain) = (words_of(each)[differing[0]] for each in (a, b))
    if x != y and (is_certain or is_other_certain):
        return False
    return name_distance(a.name, b.name) < NEAR


def words_of(profile: Profile) -> tuple[tuple[str, str, bool], ...]:
    """Give for each part of the name its key, its letters, and whether other letters make it another name."""
    words = name_words(profile.name)
    if tuple(key for key, _, _ in words) == profile.parts:
        return words
    return tuple((part, part, False) for part in profile.parts)


def _shared_office(a: Profile, b: Profile) -> str:
    """Say what office or body two people share, or nothing."""
    bodies = sorted(a.agencies & b.agencies)
    if bodies:
        return f"the same body ({bodies[0]})"
    for x in sorted(a.offices):
        for y in sorted(b.offices):
            if _is_same_office(x, y):
                return f"the same office ({' '.join(x if len(x) < len(y) else y)})"
    return ""


def _is_same_office(x: Sequence[str], y: Sequence[str]) -> bool:
    """Tell one office in two wordings (وزير الداخلية, وزير الداخلية المغربي); a bare head says none."""
    if not x or not y or x[0] != y[0] or min(len(x), len(y)) < _TWO:
        return False
    left, right = set(x[1:]), set(y[1:])
    common = left & right
    return bool(common) and (left <= right or right <= left or len(common) > _HALF * len(left | right))
