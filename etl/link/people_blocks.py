"""People to the keys that any two of them share who can be tied, so that nobody is compared with all. Pure.

A warehouse stores the keys of ties that join people. Likenesses, which only a reviewer is asked about, are
looked for when somebody asks: there are far more of them, and no load depends on one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zlib import crc32

from etl.link.people_evidence import Profile, Tie, office_tokens, tie_between, words_of

_TWO = 2
_SOME, _NONE = "some country", "no country"

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """Keys of one person, of 32 bits: others find the person by `offered`, the person finds them by `sought`.

    Of any two whom a tie may join each seeks a key that the other offers. Two keys may have one number: a
    pair that meets is compared before it is tied.
    """

    offered: frozenset[int]
    sought: frozenset[int]


def joining_blocks(profile: Profile) -> Blocks:
    """Return the keys of ties that may join people, not of mere likenesses.

    Such a tie is one name in one country, or where one has no country, or with a common office; or two names
    in one country with a common office: a surname and a name that ends so, a name and a longer one with its
    first and its last word, or two that differ in one word, of which no other spelling is another name.
    """
    tokens = office_tokens(profile)
    offices = [(token, country) for token in tokens for country in profile.countries]
    mutual: set[Key] = {("name", key, token) for key in _spellings(profile) for token in tokens}
    mutual.update((*key, *office) for key in _misspelt(profile) for office in offices)
    short = {(*key, *office) for key in (*_surname(profile, 1), *_within(profile)) for office in offices}
    long = {(*key, *office) for key in (*_surname(profile, _TWO), *_around(profile)) for office in offices}
    names = [key for key in profile.keys if key and len(profile.parts) >= _TWO]
    offered = {("name in", state, name) for name in names for state in _offered_states(profile)}
    sought = {("name in", state, name) for name in names for state in _sought_states(profile)}
    return Blocks(
        offered=_numbers(mutual, offered, _of_side("short", short), _of_side("long", long)),
        sought=_numbers(mutual, sought, _of_side("long", short), _of_side("short", long)),
    )


def _numbers(*keys: Iterable[Key]) -> frozenset[int]:
    return frozenset(
        crc32("\N{INFORMATION SEPARATOR ONE}".join(key).encode()) for some in keys for key in some
    )


def _of_side(side: str, keys: Iterable[Key]) -> Iterator[Key]:
    """Mark keys by who is found by them: a shorter name seeks what longer ones offer, and the reverse."""
    return ((side, *key) for key in keys)


def _offered_states(profile: Profile) -> frozenset[str]:
    return profile.countries | {_SOME} if profile.countries else frozenset({_NONE})


def _sought_states(profile: Profile) -> frozenset[str]:
    """Give the states where people may be whom the countries do not tell from this one."""
    return profile.countries | {_NONE} if profile.countries else frozenset({_SOME, _NONE})


def _spellings(profile: Profile) -> Iterator[str]:
    """Give the keys of a name, and those with one word as it is spelled where its key says less than that."""
    yield from filter(None, profile.keys)
    parts = profile.parts
    if len(parts) >= _TWO:
        for at, (key, letters, _) in enumerate(words_of(profile)):
            if key != letters:
                yield " ".join((*parts[:at], letters, *parts[at + 1 :]))


def _misspelt(profile: Profile) -> Iterator[Key]:
    """Give the name without each word that has other spellings, and its place."""
    parts = profile.parts
    if len(parts) >= _TWO:
        for at, (_, _, is_certain) in enumerate(words_of(profile)):
            if not is_certain:
                yield "misspelt", *parts[:at], "", *parts[at + 1 :]


def _surname(profile: Profile, least: int) -> Iterator[Key]:
    """Give the surname, of a name of one word or of those of more."""
    if profile.parts and min(len(profile.parts), _TWO) == least:
        yield "surname", profile.parts[-1]


def _within(profile: Profile) -> Iterator[Key]:
    """Give the words that a longer form of the name has as its first and another one."""
    if len(profile.parts) >= _TWO:
        yield "within", profile.parts[0], profile.parts[-1]


def _around(profile: Profile) -> Iterator[Key]:
    """Give the first word with each other one: shorter forms begin and end so."""
    if len(profile.parts) > _TWO:
        for word in profile.parts[1:]:
            yield "within", profile.parts[0], word


def find_ties(profiles: Iterable[Profile]) -> list[Tie]:
    """Return what ties any two of the people, likenesses too, the surest first."""
    blocks: defaultdict[Key, list[Profile]] = defaultdict(list)
    found: list[Tie] = []
    # One name after the other: what is compared was compared a moment ago, and its words are at hand.
    for profile in sorted(profiles, key=lambda each: (each.parts, each.person_id)):
        mutual: set[Key] = {("name", key) for key in _spellings(profile)}
        mutual.update((*key, country) for key in _misspelt(profile) for country in profile.countries)
        sought = mutual | set(_likenesses(profile, ("long", "short"), _sought_states(profile)))
        near = {each.person_id: each for key in sought for each in blocks.get(key, ())}
        ties = (tie_between(profile, other) for other in near.values())
        found.extend(tie for tie in ties if tie is not None)
        for key in mutual | set(_likenesses(profile, ("short", "long"), _offered_states(profile))):
            blocks[key].append(profile)
    return sorted(found, key=lambda tie: (tie.kind, tie.left, tie.right))


def _likenesses(profile: Profile, sides: tuple[str, str], states: Iterable[str]) -> Iterator[Key]:
    """Give the keys of a name within another: a surname alone needs a common office, others no more than a state."""
    offices = [(token, country) for token in office_tokens(profile) for country in profile.countries]
    for side, least, words in zip(sides, (1, _TWO), (_within(profile), _around(profile)), strict=True):
        yield from ((side, *key, *office) for key in _surname(profile, least) for office in offices)
        yield from ((side, *key, state) for key in tuple(words) for state in states)
