"""Several people behind one title: النائبين رياض وصفاء, وزراء الدفاع فلان، وفلان، وفلان. Pure."""

from functools import lru_cache

from etl.link import grammar
from etl.link.found import Person
from etl.link.names import joined_name, name_at
from etl.link.reading import Reading
from etl.link.title_words import behind_honorifics
from etl.link.tokens import ARTICLE, COMMA, HARD, bare

PLURAL_RULE = "title-plural/1"
_LONGEST_OFFICE, _FEWEST = 3, 2


def find_plurals(reading: Reading, claimed: bytearray) -> list[Person]:
    """Return the people whom one plural title names, at least two, each by two words or by the lists."""
    found: list[Person] = []
    for at, token in enumerate(reading.tokens):
        if _head(token.word) is None:
            continue
        if claimed[at]:
            second = _second(reading, at, claimed)
            if second is not None and not any(claimed[second.first : second.last + 1]):
                found.append(second)
            continue
        last = _office_end(reading, at)
        people = [
            span
            for span in _names(reading, _list_start(reading, last + 1))
            if not any(claimed[span[0] : span[1] + 1])
        ]
        if len(people) < _FEWEST:
            continue
        cut = 1 if token.word.startswith("و") else 0
        found += [_person(reading, span, (at, last, cut), _head(token.word) or "") for span in people]
    return found


def _second(reading: Reading, at: int, claimed: bytearray) -> Person | None:
    """Read the second of two with an office each: وزيري الخارجية فلان والعدل فلان."""
    end = at
    for kind in (_IN_TITLE, _IN_NAME):
        while end + 1 < len(reading.tokens) and claimed[end + 1] == kind:
            end += 1
    office = end + 1
    if not reading.is_open(office) or not reading.tokens[office].word.startswith("وال"):
        return None
    if bare(reading.tokens[office].word[1:]) not in reading.facts.title_words:
        return None
    last = office
    while reading.is_open(last + 1) and _is_portfolio(reading.tokens[last + 1].word, reading):
        last += 1
    name = name_at(reading, last + 1) if reading.is_open(last + 1) else None
    if name is None or (name == last + 1 and last + 1 not in reading.official_at):
        return None
    return _person(reading, (last + 1, name, 0), (office, last, 1), _head(reading.tokens[at].word) or "")


def _is_portfolio(word: str, reading: Reading) -> bool:
    return word.startswith(ARTICLE) and bare(word) in reading.facts.title_words


_IN_NAME, _IN_TITLE = 1, 2
"""What a claimed word is part of."""


@lru_cache(maxsize=65536)
def _head(word: str) -> str | None:
    """Give the title of one where a word is the plural of a title."""
    heads = grammar.PLURAL_HEADS
    return heads.get(word) or heads.get(word.removeprefix("و").removeprefix("لل").removeprefix("ال"))


def _office_end(reading: Reading, at: int) -> int:
    """Give the last word of the office: وزراء الحرب, النواب السابقون, مستشارين لرئيس الجمهورية."""
    last = at
    while last - at < _LONGEST_OFFICE and reading.is_open(last + 1):
        word = reading.tokens[last + 1].word
        is_more = word.startswith(ARTICLE) and reading.kind(last + 1) in {"common", "both"}
        if not is_more and not (
            last == at and word[0] == "ل" and bare(word[1:]) in reading.facts.title_words
        ):
            break
        last += 1
    return last


def _list_start(reading: Reading, at: int) -> int:
    """Step over what opens a list of names: وهم, كل من."""
    while at < len(reading.tokens) and reading.tokens[at].word in _OPENINGS:
        at += 1
    return at


_OPENINGS = frozenset({"هم", "وهم", "هما", "وهما", "كل", "من", "كلا"})


def _names(reading: Reading, at: int) -> list[tuple[int, int, int]]:
    """Give first word, last word and letters cut of each name of a list with commas and و."""
    found: list[tuple[int, int, int]] = []
    while at < len(reading.tokens) and (not found or reading.tokens[at].gap < HARD):
        word = reading.tokens[at].word
        is_joined = bool(found) and word.startswith("و")
        if found and not is_joined and reading.tokens[at].gap != COMMA:
            break
        at = _behind_style(reading, at, is_joined=is_joined)
        if at >= len(reading.tokens):
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


def _behind_style(reading: Reading, at: int, *, is_joined: bool) -> int:
    """Step over the honorifics of one name of a list (د. فلان، والدكتور فلان)."""
    if is_joined and reading.tokens[at].word[1:] in grammar.HONORIFICS:
        at += 1
    return behind_honorifics(reading, at)


def _person(reading: Reading, span: tuple[int, int, int], title: tuple[int, int, int], head: str) -> Person:
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
        head=head,
    )
