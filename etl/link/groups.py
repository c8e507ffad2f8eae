"""The namings of an article to its people: who is who, within one article. Pure.

A surname, a first name and a misspelling go to the fuller name that the same article gives; two people of
one surname stay two. A listed person needs a title or country that does not contradict the list.
"""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from hashlib import md5

from etl.link import grammar
from etl.link.counted import counts
from etl.link.facts import Official
from etl.link.found import Person
from etl.link.reading import Reading
from etl.link.same_name import bearing, may_be_near, may_stand
from etl.link.surnames import Group, find_surnames, nearness
from etl.link.tokens import chunk
from etl.link.whose import Whose
from etl.text.names import NEAR, name_distance, name_key

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
    return _merged([group for group in groups if counts(group, reading)])


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
    if (
        len(short) > 1
        and _is_subsequence(short, long)
        and (short[0] == long[0] or (short[-1] == long[-1] and "بن" not in short))
    ):
        return True
    if len(short) < _TWO or not (set(short) & set(long) or short[0][0] == long[0][0]):
        return False
    return (may_be_near(group.name, name) and name_distance(group.name, name) < NEAR) or _is_typo(
        group, name, person
    )


def _is_typo(group: Group, name: str, person: Person) -> bool:
    """Tell a slip in the name of one office's holder: الرئيس محمد ولد عدالعزيز, ولد عبد العزيز."""
    same = any(
        each.head and each.head == person.head and each.country in {person.country, ""}
        for each in group.people
    )
    alike = same and SequenceMatcher(None, group.name.replace(" ", ""), name.replace(" ", "")).ratio()
    return bool(alike and alike >= _ALIKE and group.name.partition(" ")[0] == name.partition(" ")[0])


_ALIKE = 0.9


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
        if (may_stand(parts[-1], group.parts) or key in bearing(group.name))
        and not _contradicts(group, person)
        and not (person.head in _CROWNED and _is_minister(group))
    ]
    if fitting:
        group = max(fitting, key=lambda each: nearness(each, person))
        group.people.append(person)
        return
    groups.append(Group(parts=parts, name=name, people=[person]))


_CROWNED = grammar.fold_set("ملك ملكة عاهل سلطان")


def _is_minister(group: Group) -> bool:
    """Tell a group by its titles from a king, whose first name alone others bear too (الملك عبدالله)."""
    heads = {person.head for person in group.people if person.title}
    return bool(heads) and heads.isdisjoint(_CROWNED | {"امير", "ولي"})


def _contradicts(group: Group, person: Person) -> bool:
    countries = {each.country for each in group.people if each.country}
    return bool(person.country and countries and person.country not in countries)


def _identify(group: Group, reading: Reading, whose: Whose) -> None:
    """Decide who a group is by the lists, and for which country the office is held."""
    stated = next((person.country for person in group.people if person.country), "")
    candidates = _candidates(group, reading, whose)
    officials = [reading.facts.officials[each] for each in candidates if each in reading.facts.officials]
    near, _ = whose.at(group.people[0].first) if not stated else ("", 0.0)
    titled = any(person.title for person in group.people)
    heads = {person.head for person in group.people if person.title and person.head not in grammar.PEER}
    fitting = [
        each
        for each in officials
        if _is_possible(each, stated) and (stated or not _is_namesake(each, heads, whose))
    ]
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
    group.is_sure = bool(stated or group.official)
    if stated:
        group.country = stated
    elif group.official is not None:
        is_bodys = not titled or "امينها" in heads
        is_secretary = is_bodys and _is_secretary(group.official, reading)
        group.country = _own_country(group.official, whose, near=near, is_secretary=is_secretary)
    else:
        group.country = near
    _set_provisional_id(group)


def _set_provisional_id(group: Group) -> None:
    key = f"{name_key(group.name)}|{group.country}"
    group.provisional_id = f"p-{md5(key.encode(), usedforsecurity=False).hexdigest()[:12]}"


def settle(group: Group, whose: Whose) -> None:
    """Decide the country of somebody whose title does not say it, now that the officials beside him are known."""
    if not group.is_sure:
        first = group.people[0]
        # All whom one plural title names are of one country: it is judged where the title stands.
        group.country, _ = whose.at(first.title[0] if first.title else first.first)
        _set_provisional_id(group)


def _candidates(group: Group, reading: Reading, whose: Whose) -> list[str]:
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
            stated = next((each.country for each in group.people if each.country), "")
            votes.update(_misspelt(group, reading, stated, whose))
    if len(group.parts) > 1 and not any(
        not person.is_short and person.official_ids for person in group.people
    ):
        votes = Counter({each: count for each, count in votes.items() if count >= _SURE})
    top = max(votes.values(), default=0)
    return [each for each, count in votes.most_common() if count * 2 >= top]


_SURE = 3


def _misspelt(group: Group, reading: Reading, stated: str, whose: Whose) -> dict[str, int]:
    """Find a listed person whose name is a misspelling away, among those of the same first or last word."""
    first, last = group.parts[0], group.parts[-1]
    near = {
        *reading.facts.by_part.get(last, ()),
        *(reading.facts.by_part.get(first, ()) if first not in reading.facts.given else ()),
    }
    return {
        each: 3
        for each in near
        if (stated or any(whose.known[code] for code in reading.facts.officials[each].countries))
        and may_be_near(reading.facts.officials[each].name_ar, group.name)
        and name_distance(reading.facts.officials[each].name_ar, group.name)
        < (NEAR if stated in reading.facts.officials[each].countries else NEAR / 2)
    }


def _is_possible(official: Official, stated: str) -> bool:
    return not stated or stated in official.countries or stated == official.home or not official.countries


def _is_namesake(official: Official, heads: set[str], whose: Whose) -> bool:
    """Tell another bearer of the name: of an office never held, in a text that names none of his countries."""
    if not heads or not official.words or heads & official.words:
        return False
    states = (*official.countries, official.home)
    return heads <= _LOCAL and not any(whose.known[code] or whose.bodies[code] for code in states)


_LOCAL = grammar.fold_set(
    "وكيل وكيلة نائب نائبة قاضي قاضية والي محافظ عامل عمدة مدير مديرة عضو عضوة عميد عقيد مقدم لواء نقيب رائد مستشار مستشارة"
)
"""Heads of offices that many hold at once: their bearers share names with ministers of other countries."""


def _is_secretary(official: Official, reading: Reading) -> bool:
    """Tell that an article speaks of a secretary-general, as the official is or was."""
    return "امين" in official.words and any(token.word.endswith("امين") for token in reading.tokens)


def _own_country(official: Official, whose: Whose, *, near: str, is_secretary: bool) -> str:
    latest = official.countries[0] if official.countries else ""
    if is_secretary and latest != official.home and whose.bodies[latest] and not whose.known[latest]:
        return latest  # Of a body between states that the article names: it does not say his old office.
    if near and near in official.countries:
        return near
    states = [code for code in official.countries if whose.known[code]]
    if states:
        return max(states, key=lambda code: whose.known[code])
    if official.home in official.countries:
        return official.home
    return official.countries[0] if official.countries else official.home


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
