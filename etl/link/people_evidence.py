"""Sightings of people to what speaks for two of them being one. Pure.

Names are compared by their keys, offices by the words of their titles without article, country and time;
each tie says its kind, from the surest to a mere likeness, and why.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from etl.text.letters import fold
from etl.text.names import NEAR, name_distance, name_key

_NOWHERE = frozenset({"", "XX"})
_TIMES = frozenset("سابق سابقه اسبق حالي حاليه جديد جديده راحل نيابه انابه موقت".split())
_JOINED = ("وال", "بال", "لل", "ال", "ل", "ب")
_SHORTEST = 3
_HALF = 0.5
_TWO = 2
_FEMININE = "ه"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One person in one article, as the linker named it.

    `provisional_id` is the linker's id: one that begins with `p-`, or a listed one (such a row is never
    merged into another listed one). `country` is alpha-2, an organization's code, or empty; `agency_ids`
    are bodies that the title names; `first_seen` is the news day.
    """

    provisional_id: str
    name: str
    surfaces: tuple[str, ...]
    title: str | None
    country: str
    agency_ids: tuple[str, ...]
    first_seen: date
    article_id: str


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


def profiles_of(sightings: Iterable[Sighting]) -> list[Profile]:
    """Gather the sightings of each id, sorted by id."""
    rows: defaultdict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        rows[sighting.provisional_id].append(sighting)
    return [_profile(person_id, rows[person_id]) for person_id in sorted(rows)]


def _profile(person_id: str, own: Sequence[Sighting]) -> Profile:
    names = defaultdict[str, set[str]](set)
    for row in own:
        names[row.name].add(row.article_id)
    name = min(names, key=lambda each: (-len(each.split()), -len(names[each]), each))
    parts = tuple(name_key(name).split())
    spellings = {name_key(each) for row in own for each in (row.name, *row.surfaces)}
    return Profile(
        person_id=person_id,
        name=name,
        parts=parts,
        keys=frozenset({" ".join(parts), *(key for key in spellings if len(key.split()) == len(parts) > 1)}),
        offices=frozenset(office_words(row.title) for row in own if row.title),
        countries=frozenset(row.country for row in own) - _NOWHERE,
        agencies=frozenset(agency for row in own for agency in row.agency_ids),
        first_seen=min(row.first_seen for row in own),
        article_count=len({row.article_id for row in own}),
    )


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


def find_ties(profiles: Iterable[Profile]) -> list[Tie]:
    """Return what ties any two of the people, the surest first; only names that share a word are compared."""
    ordered = sorted(profiles, key=lambda each: each.person_id)
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for at, profile in enumerate(ordered):
        words = {key.split()[end] for key in profile.keys if key for end in (0, -1)}
        for word in words:
            blocks[word].append(at)
    pairs = {(a, b) for block in blocks.values() for n, a in enumerate(block) for b in block[n + 1 :]}
    found = (_tie(ordered[a], ordered[b]) for a, b in sorted(pairs))
    return sorted((tie for tie in found if tie is not None), key=lambda tie: (tie.kind, tie.left, tie.right))


def _tie(a: Profile, b: Profile) -> Tie | None:
    for kind, why, weak in _reasons(a, b):
        return Tie(left=a.person_id, right=b.person_id, kind=kind, why=why, weak=weak)
    return None


def _reasons(a: Profile, b: Profile) -> Iterator[tuple[TieKind, str, str]]:
    """Give the kinds of evidence that hold for two people, the surest first."""
    office = _shared_office(a, b)
    is_same_country = bool(a.countries & b.countries)
    is_open_country = not a.countries or not b.countries
    if a.keys & b.keys:
        yield from _by_same_name(a, b, office, is_same_country=is_same_country)
        return
    if not is_same_country and not is_open_country:
        return
    short, long = sorted((a, b), key=lambda each: (len(each.parts), each.person_id))
    if _is_contained(short.parts, long.parts):
        if office and is_same_country:
            yield (
                TieKind.CONTAINED,
                f"a shorter form of the name, {office}, and the same country",
                short.person_id,
            )
        elif len(short.parts) >= _TWO:
            yield TieKind.LOOKS_ALIKE, "a shorter form of the name, without a common office", ""
        return
    if is_same_country and _is_misspelt(a, b):
        if office:
            yield TieKind.MISSPELT, f"a misspelling of the name, {office}, and the same country", ""
        else:
            yield TieKind.LOOKS_ALIKE, "a misspelling of the name, without a common office", ""


def _by_same_name(
    a: Profile, b: Profile, office: str, *, is_same_country: bool
) -> Iterator[tuple[TieKind, str, str]]:
    is_one_word = len(a.parts) < _TWO
    if is_one_word and not office:
        return
    if is_same_country:
        yield TieKind.SAME_NAME, f"the same name{f', {office},' if office else ''} and the same country", ""
    elif not a.countries or not b.countries:
        weak = a if not a.countries else b
        yield TieKind.UNKNOWN_COUNTRY, "the same name, one of them without a country", weak.person_id
    elif office:
        yield TieKind.OTHER_COUNTRY, f"the same name and {office}, but of another country", ""
    else:
        yield TieKind.LOOKS_ALIKE, "the same name, of another country", ""


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
    if sum(x != y for x, y in zip(a.parts, b.parts, strict=True)) != 1:
        return False
    return name_distance(a.name, b.name) < NEAR


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
