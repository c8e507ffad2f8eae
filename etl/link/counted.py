"""Which people of an article count as officials, by which title, and whose officials it names. Pure."""

from collections import Counter
from collections.abc import Sequence

from etl.link import grammar
from etl.link.found import Person
from etl.link.reading import Reading
from etl.link.succeeded import SUCCEEDED_RULE
from etl.link.surnames import Group
from etl.link.tokens import COMMA, HARD
from etl.link.whose import NOWHERE


def counts(group: Group, reading: Reading) -> bool:
    """Tell whether a group is an official: listed, or with a title and a name that holds."""
    titled = [person for person in group.people if person.title and not person.is_private]
    if any(person.is_private for person in group.people) and not titled:
        return False
    if group.official is not None:
        return bool(titled) or not any(_is_partisan(reading, person) for person in group.people)
    if not titled:
        return any(person.rule == SUCCEEDED_RULE for person in group.people)
    if group.country == NOWHERE and not any(
        person.head in grammar.MINISTER or person.head in grammar.RANKS or _names_body(person, reading)
        for person in titled
    ):
        return False
    if len(group.parts) > 1:
        return True
    return any(
        person.first == person.last and reading.kind(person.first) in {"name", "unknown"} for person in titled
    )


def _is_partisan(reading: Reading, person: Person) -> bool:
    """Tell who stands in the text as a politician without office: قادة الجبهة فلان وفلان, القيادي في الحزب."""
    tokens = reading.tokens
    first = person.first
    while first > max(0, person.first - _BEFORE) and tokens[first].gap < HARD:
        first -= 1
    last = person.last
    while last + 1 < min(len(tokens), person.last + _AFTER) and tokens[last + 1].gap < COMMA:
        last += 1
    around = (*tokens[first : person.first], *tokens[person.last + 1 : last + 1])
    return any(token.word in grammar.PARTISAN for token in around)


_BEFORE, _AFTER = 8, 5


def _names_body(person: Person, reading: Reading) -> bool:
    first, last, _ = person.title or (0, -1, 0)
    return any(at in reading.agency_at for at in range(first + 1, last + 1))


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
