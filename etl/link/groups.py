"""The namings of an article to its people: who is who, within one article. Pure.

A surname, a first name and a misspelling go to the fuller name that the same article gives; two people of
one surname stay two. A listed person needs a title or country that does not contradict the list.
"""

from collections import Counter
from collections.abc import Sequence
from hashlib import md5

from etl.link import grammar
from etl.link.facts import Official
from etl.link.found import Person
from etl.link.reading import Reading
from etl.link.surnames import Group, find_surnames, nearness
from etl.link.tokens import chunk
from etl.link.whose import NOWHERE, Whose
from etl.text.names import NEAR, name_distance, name_key

_LESS_THAN_TITLE = grammar.PEER
_LONG_ENOUGH = 3
_TWO = 2


def group_people(reading: Reading, people: Sequence[Person], whose: Whose) -> list[Group]:
    """Return the people of an article, each with all namings, who it is by the lists, and the country."""
    groups: list[Group] = []
    for person in people:
        if not person.is_short:
            _join(groups, reading, person)
    for person in people:
        if person.is_short:
            _join_short(groups, reading, person)
    find_surnames(groups, reading)
    for group in groups:
        group.people.sort(key=lambda person: person.first)
        _identify(group, reading, whose)
    return _merged([group for group in groups if _counts(group, reading)])


def _words(reading: Reading, person: Person) -> tuple[str, ...]:
    parts: list[str] = []
    for at in range(person.first, person.last + 1):
        word = reading.tokens[at].word
        parts += chunk(word[person.cut :] if at == person.first else word)
    return tuple(parts)


def _name(reading: Reading, person: Person) -> str:
    return reading.text.surface(person.first, person.last, person.cut)


def _join(groups: list[Group], reading: Reading, person: Person) -> None:
    """Put a full name to the group of the same person, or begin one."""
    parts = _words(reading, person)
    name = _name(reading, person)
    for group in groups:
        if _is_same(group, parts, name, person):
            if len(parts) > len(group.parts):
                group.parts, group.name = parts, name
            group.people.append(person)
            return
    groups.append(Group(parts=parts, name=name, people=[person]))


def _is_same(group: Group, parts: tuple[str, ...], name: str, person: Person) -> bool:
    if group.parts == parts:
        return True
    for other in group.people:
        if person.official_ids and other.official_ids and len(set(person.official_ids)) == 1:
            return bool(set(person.official_ids) & set(other.official_ids))
    short, long = sorted((group.parts, parts), key=len)
    if len(short) > 1 and _is_subsequence(short, long) and (short[0] == long[0] or short[-1] == long[-1]):
        return True
    if len(short) < _TWO or not (set(short) & set(long) or short[0][0] == long[0][0]):
        return False
    return name_distance(group.name, name) < NEAR


def _is_subsequence(short: Sequence[str], long: Sequence[str]) -> bool:
    rest = iter(long)
    return all(part in rest for part in short)


def _join_short(groups: list[Group], reading: Reading, person: Person) -> None:
    """Put a surname alone to the nearest earlier bearer, else to a later one, else begin a group."""
    parts = _words(reading, person)
    name = _name(reading, person)
    key = name_key(name)
    fitting = [
        group
        for group in groups
        if (parts[-1] in group.parts or key in {name_key(part) for part in group.name.split()})
        and not _contradicts(group, person)
    ]
    if fitting:
        group = max(fitting, key=lambda each: nearness(each, person))
        group.people.append(person)
        return
    groups.append(Group(parts=parts, name=name, people=[person]))


def _contradicts(group: Group, person: Person) -> bool:
    countries = {each.country for each in group.people if each.country}
    return bool(person.country and countries and person.country not in countries)


def _identify(group: Group, reading: Reading, whose: Whose) -> None:
    """Decide who a group is by the lists, and for which country the office is held."""
    stated = next((person.country for person in group.people if person.country), "")
    candidates = _candidates(group, reading)
    officials = [reading.facts.officials[each] for each in candidates if each in reading.facts.officials]
    near, _ = whose.at(group.people[0].first) if not stated else ("", 0.0)
    titled = any(person.title for person in group.people)
    fitting = [each for each in officials if _is_possible(each, stated)]
    if fitting:
        group.official = max(
            fitting,
            key=lambda each: (
                stated in each.countries or stated == each.home,
                near in each.countries,
                sum(whose.known[code] for code in each.countries),
                each.rank,
            ),
        )
    if stated:
        group.country = stated
    elif group.official is not None:
        group.country = _own_country(group.official, whose, is_titled=titled, near=near)
    else:
        group.country = near
    key = f"{name_key(group.name)}|{group.country}"
    group.provisional_id = f"p-{md5(key.encode(), usedforsecurity=False).hexdigest()[:12]}"


def _candidates(group: Group, reading: Reading) -> list[str]:
    """Give the listed people that a group may be, the best evidence first."""
    votes: Counter[str] = Counter()
    for person in group.people:
        weight = 3 if not person.is_short else 1
        for each in dict.fromkeys(person.official_ids):
            votes[each] += weight
    if len(group.parts) > 1:
        for each in reading.facts.official_keys.get(name_key(group.name), ()):
            votes[each] += 3
        if not votes:
            votes.update(
                _misspelt(group, reading, next((each.country for each in group.people if each.country), ""))
            )
    if len(group.parts) > 1 and not any(
        not person.is_short and person.official_ids for person in group.people
    ):
        votes = Counter({each: count for each, count in votes.items() if count >= _SURE})
    top = max(votes.values(), default=0)
    return [each for each, count in votes.most_common() if count * 2 >= top]


_SURE = 3


def _misspelt(group: Group, reading: Reading, stated: str) -> dict[str, int]:
    """Find a listed person whose name is a misspelling away, among those of the same first or last word."""
    first, last = group.parts[0], group.parts[-1]
    near = {
        *reading.facts.by_part.get(last, ()),
        *(reading.facts.by_part.get(first, ()) if first not in reading.facts.given else ()),
    }
    return {
        each: 3
        for each in near
        if name_distance(reading.facts.officials[each].name_ar, group.name)
        < (NEAR if stated in reading.facts.officials[each].countries else NEAR / 2)
    }


def _is_possible(official: Official, stated: str) -> bool:
    return not stated or stated in official.countries or stated == official.home or not official.countries


def _own_country(official: Official, whose: Whose, *, is_titled: bool, near: str) -> str:
    del is_titled
    if near and near in official.countries:
        return near
    states = [code for code in official.countries if whose.known[code]]
    if states:
        return max(states, key=lambda code: whose.known[code])
    if official.home in official.countries:
        return official.home
    return official.countries[0] if official.countries else official.home


def _counts(group: Group, reading: Reading) -> bool:
    """Tell whether a group is an official: listed, or with a title and a name that holds."""
    titled = [person for person in group.people if person.title and not person.is_private]
    if any(person.is_private for person in group.people) and not titled:
        return False
    if group.official is not None:
        return True
    if not titled:
        return False
    if group.country == NOWHERE and not any(
        person.head in grammar.MINISTER or person.head in grammar.RANKS for person in titled
    ):
        return False
    if len(group.parts) > 1:
        return True
    return any(
        person.first == person.last and reading.kind(person.first) in {"name", "unknown"} for person in titled
    )


def _merged(groups: list[Group]) -> list[Group]:
    """Join groups that turned out to be one listed person."""
    by_id: dict[str, Group] = {}
    for group in groups:
        known = by_id.get(group.entity_id)
        if known is None:
            by_id[group.entity_id] = group
            continue
        known.people += group.people
        known.people.sort(key=lambda person: person.first)
        if len(group.parts) > len(known.parts):
            known.parts, known.name = group.parts, group.name
    return list(by_id.values())


def title_of(group: Group) -> Person | None:
    """Give the naming whose title is the fullest statement of the office: the first that is one."""
    titled = [person for person in group.people if person.title and not person.is_private]
    if not titled:
        return None
    full = [
        person
        for person in titled
        if person.title and person.head not in grammar.PEER and (person.title[1] > person.title[0])
    ]
    return full[0] if full else titled[0]


def home_of(groups: Sequence[Group], *, is_nowhere: bool) -> str:
    """Give the country whose listed officials stand with titles that do not say whose: the outlet's own."""
    votes: Counter[str] = Counter()
    for group in groups:
        if group.official is None or len(group.country) > len("XX"):
            continue
        for person in group.people:
            if is_nowhere or (
                person.title
                and not person.country
                and person.head not in grammar.PEER
                and person.title[1] > person.title[0]
            ):
                votes[group.country] += 1
    return votes.most_common(1)[0][0] if votes else ""
