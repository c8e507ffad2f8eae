"""Several people behind one title: النائبين رياض وصفاء, وزراء الدفاع فلان، وفلان، وفلان. Pure."""

from functools import lru_cache

from etl.link import grammar
from etl.link.found import Person
from etl.link.names import joined_name, name_at
from etl.link.reading import Reading
from etl.link.tokens import ARTICLE, COMMA, HARD

PLURAL_RULE = "title-plural/1"
_LONGEST_OFFICE, _FEWEST = 3, 2


def find_plurals(reading: Reading, claimed: bytearray) -> list[Person]:
    """Return the people whom one plural title names, at least two, each by two words or by the lists."""
    found: list[Person] = []
    for at, token in enumerate(reading.tokens):
        if _head(token.word) is None or claimed[at]:
            continue
        last = _office_end(reading, at)
        people = [span for span in _names(reading, last + 1) if not any(claimed[span[0] : span[1] + 1])]
        if len(people) < _FEWEST:
            continue
        cut = 1 if token.word.startswith("و") else 0
        found += [_person(reading, span, (at, last, cut)) for span in people]
    return found


@lru_cache(maxsize=65536)
def _head(word: str) -> str | None:
    """Give the title of one where a word is the plural of a title."""
    return grammar.PLURAL_HEADS.get(word.removeprefix("و").removeprefix("لل").removeprefix("ال"))


def _office_end(reading: Reading, at: int) -> int:
    """Give the last word of the office: وزراء الحرب, رؤساء الأركان, النواب السابقون."""
    last = at
    while (
        last - at < _LONGEST_OFFICE
        and reading.is_open(last + 1)
        and reading.tokens[last + 1].word.startswith(ARTICLE)
        and reading.kind(last + 1) in {"common", "both"}
    ):
        last += 1
    return last


def _names(reading: Reading, at: int) -> list[tuple[int, int, int]]:
    """Give first word, last word and letters cut of each name of a list with commas and و."""
    found: list[tuple[int, int, int]] = []
    while at < len(reading.tokens) and (not found or reading.tokens[at].gap < HARD):
        word = reading.tokens[at].word
        is_joined = bool(found) and word.startswith("و")
        if found and not is_joined and reading.tokens[at].gap != COMMA:
            break
        last = name_at(reading, at)
        cut = 0
        if last is None and is_joined:
            last, cut = joined_name(reading, at), 1
        is_whole = last is not None and (last > at or at in reading.official_at)
        if last is None or not is_whole:
            break
        found.append((at, last, cut))
        at = last + 1
    return found


def _person(reading: Reading, span: tuple[int, int, int], title: tuple[int, int, int]) -> Person:
    first, last, cut = span
    return Person(
        first=first,
        last=last,
        cut=cut,
        rule=PLURAL_RULE,
        score=0.8,
        title=title,
        official_ids=tuple(
            match.name.entity_id for match in reading.official_at.get(first, ()) if match.last == last
        ),
        is_short=last == first,
        head=_head(reading.tokens[title[0]].word) or "",
    )
