"""An article's words to the people it names, each with title and country as stated. Pure."""

from etl.link import grammar
from etl.link.found import Person
from etl.link.listed import find_listed
from etl.link.names import listed_at, name_before
from etl.link.offices import is_private, is_public, title_country
from etl.link.reading import Reading
from etl.link.titles import Title, title_at
from etl.link.tokens import COMMA, HARD, SOFT

TITLE_RULE = "title/1"
BEFORE_RULE = "title-after/1"


def find_people(reading: Reading) -> list[Person]:
    """Return every naming of an official, in reading order: by title, and listed people by name alone."""
    people: list[Person] = []
    at = 0
    while at < len(reading.tokens):
        title = title_at(reading, at) if _may_be_title(reading, at) else None
        if title is None:
            at += 1
            continue
        if title.first > at:
            earlier = _name_first(reading, _first_of_two(reading, at, title), people)
            if earlier is not None:
                people.append(earlier)
        person = _titled(reading, title, people)
        if person is None:
            at += 1
            continue
        people.append(person)
        at = max(person.last, title.last) + 1
    claimed = bytearray(len(reading.tokens))
    for person in people:
        claimed[person.first : person.last + 1] = b"\x01" * (person.last - person.first + 1)
        if person.title:
            claimed[person.title[0] : person.title[1] + 1] = b"\x02" * (person.title[1] - person.title[0] + 1)
    people += find_listed(reading, claimed)
    return sorted(people, key=lambda person: person.first)


def _belongs_before(reading: Reading, title: Title) -> bool:
    """Tell whether a title between two names is the first one's: the second is one doubtful word."""
    at = title.first
    if title.name is None or not at or reading.tokens[at].gap >= COMMA or title.cut or title.has_article:
        return False
    first, last = title.name
    if last > first or listed_at(reading, first) is not None:
        return False
    return name_before(reading, at) is not None or _whole_before(reading, at) is not None


def _may_be_title(reading: Reading, at: int) -> bool:
    """Tell a title's head from the same word in a name (عبد الملك) or in a body's (مركز الملك سلمان)."""
    if reading.head_at(at) is None:
        return False
    if at and reading.tokens[at].gap < SOFT and reading.tokens[at - 1].word in {"عبد", "بن", "ابن", "ال"}:
        return False
    return not any(
        match is not None and match.last > at + 1 and match.name.kind == "agency"
        for match in (reading.agency_at.get(first) for first in range(max(0, at - 3), at))
    )


def _first_of_two(reading: Reading, at: int, title: Title) -> Title:
    head, has_article, cut = reading.head_at(at) or ("", False, 0)
    return Title(head=head, has_article=has_article, first=at, last=title.first - 1, cut=cut, name=None)


def _titled(reading: Reading, title: Title, people: list[Person]) -> Person | None:  # noqa: PLR0911 (a decision list)
    if title.name is None or title.head in grammar.ACCUSATIVE:
        return _name_first(reading, title, people)
    if _belongs_before(reading, title):
        earlier = _name_first(reading, title, people)
        if earlier is not None:
            return earlier
    first, last = title.name
    is_office = is_public(reading, title)
    listed = reading.official_at.get(first, ())
    styles = tuple(
        match
        for at in range(max(title.first, first - 4), first)
        for match in reading.official_at.get(at, ())
        if match.last == last and (match.name.form == "royal_style" or at == title.first)
    )
    listed = (*listed, *styles)
    if not is_office and not (listed and title.last > title.first):
        return None
    ids = tuple(match.name.entity_id for match in listed if match.last <= last and match.cut == 0)
    whole = any(match.last == last and match.name.form != "short" for match in listed)
    if last == first and not ids and reading.kind(first) not in {"name", "unknown"}:
        return None
    if not ids and last == first and reading.tokens[first].gap >= SOFT:
        return None
    if (
        not ids
        and last == first
        and reading.tokens[first].word.startswith("ال")
        and title.last - title.first > _LONG_TITLE
    ):
        return None
    if (
        not ids
        and last == first
        and (title.after_comma or len(reading.tokens[first].word) < _SHORTEST_SURNAME)
    ):
        return None
    return Person(
        first=first,
        last=last,
        cut=0,
        rule=TITLE_RULE,
        score=0.95 if ids else 0.85,
        title=(title.first, title.last, title.cut),
        country=title_country(reading, title),
        official_ids=ids if whole or last == first else (),
        is_short=last == first,
        head=title.head,
        is_private=not is_office,
    )


_SHORTEST_SURNAME, _LONG_TITLE = 3, 2


def _name_first(reading: Reading, title: Title, people: list[Person]) -> Person | None:
    """Read a name with its title behind it (كمال رزاق بارة المستشار بالرئاسة الجزائرية)."""
    at = title.first
    if (
        at
        and reading.tokens[at - 1].word == "اخر"
        and not title.has_article
        and reading.tokens[at].gap < SOFT
    ):
        at -= 1
    if at == 0 or title.cut or reading.tokens[at].gap >= HARD or title.head in grammar.PEER:
        return None
    if title.last == title.first and (title.has_article or reading.tokens[at].gap >= SOFT):
        return None
    last = _trimmed(reading, title)
    title = Title(head=title.head, has_article=title.has_article, first=at, last=last, cut=0, name=None)
    private = is_private(reading, title) and _whole_before(reading, at) is not None
    if (not private and not is_public(reading, title)) or _is_shared(reading, title):
        return None
    for known in people[-2:]:
        if known.last == at - 1:
            if not private and (known.title is None or known.title[1] == known.title[0]):
                known.title = (at, last, 0)
                known.country = known.country or title_country(reading, title)
                known.head = title.head
            return None
    end = _before_brackets(reading, at)
    before = _whole_before(reading, end) or name_before(reading, end)
    if before is None:
        return None
    first, cut = before
    whole = first
    while (
        first < end - 1
        and not cut
        and reading.tokens[first].word in grammar.HONORIFICS - grammar.NAME_HONORIFICS
    ):
        first += 1
    ids = tuple(match.name.entity_id for match in reading.official_at.get(whole, ()) if match.last == end - 1)
    return Person(
        first=first,
        last=end - 1,
        cut=cut,
        rule=BEFORE_RULE,
        score=0.9 if ids else 0.75,
        title=(at, last, 0),
        country=title_country(reading, title),
        official_ids=ids,
        head=title.head,
        is_private=private,
    )


def _is_shared(reading: Reading, title: Title) -> bool:
    """Tell a new sentence's subject from an apposition: a bare comma before an indefinite word list."""
    return reading.tokens[title.first].gap == COMMA and title.head in {"عضو", "قاءم", "كبير"}


def _before_brackets(reading: Reading, at: int) -> int:
    """Step back over a remark in brackets between name and title: (54 عاما)."""
    text = reading.text.found.text
    gap = text[reading.tokens[at - 1].end : reading.tokens[at].start]
    if ")" not in gap:
        return at
    for start in range(at - 1, max(at - 5, 0), -1):
        if "(" in text[reading.tokens[start - 1].end : reading.tokens[start].start]:
            return start
    return at


def _whole_before(reading: Reading, at: int) -> tuple[int, int] | None:
    for first in range(max(at - 7, 0), at):
        for match in reading.official_at.get(first, ()):
            if match.last == at - 1 and match.last > match.first:
                return first, match.cut
    return None


def _trimmed(reading: Reading, title: Title) -> int:
    """Cut a title behind a name where a comma, a second place phrase or a dangling preposition follows."""
    last = title.last
    for at in range(title.first + 1, title.last + 1):
        token = reading.tokens[at]
        if token.gap >= SOFT and at > title.first + 1:
            last = at - 1
            break
        if token.word in {"في", "على", "عن", "الى"} and reading.place_at(at + 1) is None:
            last = at - 1
            break
    while last > title.first and reading.tokens[last].word in grammar.PREPOSITIONS:
        last -= 1
    return last
