"""Who held an office before, by what stands before his name: خلفا لفلان, بدلا من فلان. Pure."""

from etl.link.found import Person
from etl.link.names import joined_name, name_at
from etl.link.reading import Reading
from etl.link.tokens import ARTICLE

SUCCEEDED_RULE = "succeeded/1"
_FARTHEST = 30


def find_succeeded(reading: Reading, claimed: bytearray, people: list[Person]) -> list[Person]:
    """Return the former holders of the offices that the article has just named, without a title of their own."""
    found: list[Person] = []
    for at, token in enumerate(reading.tokens):
        if token.word not in _CUES or not reading.is_open(at + 1):
            continue
        successor = next((each for each in people if each.title and 0 <= at - each.last < _FARTHEST), None)
        if successor is None or successor.is_private:
            continue
        first, cut = at + 1, 0
        if token.word == "خلفا":
            cut = 1 if reading.tokens[first].word[0] == "ل" else 0
        elif reading.tokens[first].word in {"من", "عن"}:
            first += 1
        if first == at + 1 and not cut:
            continue
        last = (
            (joined_name(reading, first) or _by_surname(reading, first)) if cut else name_at(reading, first)
        )
        if last is None or last == first or any(claimed[first : last + 1]):
            continue
        listed = tuple(
            match.name.entity_id
            for match in reading.official_at.get(first, ())
            if match.last == last and match.cut == cut
        )
        found.append(
            Person(
                first=first,
                last=last,
                cut=cut,
                rule=SUCCEEDED_RULE,
                score=0.6,
                country="" if listed else successor.country,
                official_ids=listed,
            )
        )
    return found


def _by_surname(reading: Reading, first: int) -> int | None:
    """Give the last word of two behind ل: a first name and a surname that looks like a word."""
    name = reading.tokens[first].word[1:]
    is_two = reading.facts.words.get(name) == "name" and reading.is_open(first + 1)
    return first + 1 if is_two and reading.tokens[first + 1].word.startswith(ARTICLE) else None


_CUES = frozenset({"خلفا", "بدلا", "عوضا"})
