"""An article's words to the people it names, each with title and country as stated. Pure."""

from dataclasses import replace

from etl.link import grammar
from etl.link.appositions import name_first, whole_before
from etl.link.found import Person
from etl.link.gazetteer import Match
from etl.link.listed import find_listed
from etl.link.names import listed_at
from etl.link.names_before import KIN, name_before
from etl.link.offices import is_private, is_public
from etl.link.plurals import find_plurals
from etl.link.reading import Reading
from etl.link.single_names import is_adjective, is_named_for, is_no_name, with_surname, without_verb
from etl.link.succeeded import find_succeeded
from etl.link.titles import Title, title_at
from etl.link.tokens import COMMA, HARD, SOFT
from etl.link.whose_office import title_country

TITLE_RULE = "title/1"


def find_people(reading: Reading) -> list[Person]:
    """Return every naming of an official, in reading order: by title, and listed people by name alone."""
    people: list[Person] = []
    at = reading.next_head(0)
    while at < len(reading.tokens):
        title = title_at(reading, at) if _may_be_title(reading, at) else None
        if title is None:
            at = reading.next_head(at + 1)
            continue
        if title.first > at:
            earlier = name_first(reading, _first_of_two(reading, at, title), people)
            if earlier is not None:
                people.append(earlier)
        person = _titled(reading, title, people)
        if person is None:
            at = reading.next_head(at + 1)
            continue
        people.append(person)
        at = reading.next_head(max(person.last, title.last) + 1)
    claimed = bytearray(len(reading.tokens))
    for person in people:
        claimed[person.first : person.last + 1] = b"\x01" * (person.last - person.first + 1)
        if person.title:
            claimed[person.title[0] : person.title[1] + 1] = b"\x02" * (person.title[1] - person.title[0] + 1)
    for person in find_plurals(reading, claimed):
        people.append(person)
        claimed[person.first : person.last + 1] = b"\x01" * (person.last - person.first + 1)
    for person in find_succeeded(reading, claimed, people):
        people.append(person)
        claimed[person.first : person.last + 1] = b"\x01" * (person.last - person.first + 1)
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
    return name_before(reading, at) is not None or whole_before(reading, at) is not None


def _may_be_title(reading: Reading, at: int) -> bool:
    """Tell a title's head from the same word in a name (عبد الملك) or in a body's (مركز الملك سلمان)."""
    head = reading.head_at(at)
    if head is None or is_named_for(reading, at, head[0]) or is_adjective(reading, at, head[0]):
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


def _titled(reading: Reading, title: Title, people: list[Person]) -> Person | None:
    if title.name is None or title.head in grammar.ACCUSATIVE:
        return name_first(reading, title, people)
    if _belongs_before(reading, title):
        earlier = name_first(reading, title, people)
        if earlier is not None:
            return earlier
    if is_private(reading, title) or not is_public(reading, title):
        title = _own_office(reading, title) or title
    inner = _inner(reading, title)
    if inner is not None:
        earlier = name_first(reading, replace(title, name=None), people)
        if earlier is not None:
            people.append(earlier)
            title = inner
    first, last = title.name or (0, 0)
    if _is_surname(reading, first, people):
        if last == first + 1 and reading.kind(last) != "name":
            last = first
    elif last == first and not title.after_comma:
        last = with_surname(reading, title.head, first, is_bare=title.last == title.first)
    last = without_verb(reading, first, last)
    return _holder(reading, title, (first, last), people)


def _holder(reading: Reading, title: Title, name: tuple[int, int], people: list[Person]) -> Person | None:
    """Give the person whom a title's words and the name behind them make, if the office is a public one."""
    first, last = name
    listed = _listed(reading, title, first, last)
    is_office = is_public(reading, title)
    is_own = _is_whose(reading, title)
    if _is_partys(reading, title):
        return None
    is_near = is_own and _is_near(reading, title, people)
    is_full = last > first or first > title.last + 1
    is_whose = is_own and (bool(listed) or (is_full and (title.head in _SENT or is_near)))
    is_other = not is_office and not is_whose
    if not listed and _is_kins(reading, title, name, people):
        return None
    if is_other and not (listed and title.last > title.first and is_private(reading, title)):
        return None
    ids = tuple(match.name.entity_id for match in listed if match.last <= last and match.cut == 0)
    whole = any(match.last == last and match.name.form != "short" for match in listed)
    if last == first and not ids and not _is_surname_enough(reading, title, first):
        return None
    return Person(
        first=first,
        last=last,
        cut=0,
        rule=TITLE_RULE,
        score=0.95 if ids else 0.85,
        title=(title.first, title.last, title.cut),
        country=title_country(reading, title) or (people[-1].country if is_near else ""),
        official_ids=ids if whole or last == first else (),
        is_short=last == first,
        head=title.head,
        is_private=is_other,
    )


def _is_partys(reading: Reading, title: Title) -> bool:
    """Tell that the pronoun of أمينه العام means a party or firm: it stands just before, in the same clause."""
    if title.head in grammar.PEER or not reading.text.surface(title.first, title.first).endswith(_PRONOUNS):
        return False
    before = range(title.first - 1, max(-1, title.first - _FAR), -1)
    if title.head == "امينها" and not any(at in reading.agency_at for at in before):
        return True
    for at in before:
        if reading.tokens[at].word in grammar.PRIVATE:
            return True
        if reading.tokens[at].gap == HARD:
            return False
    return False


_FAR = 9
_PRONOUNS = ("ه", "ها", "هم")


def _is_kins(reading: Reading, title: Title, name: tuple[int, int], people: list[Person]) -> bool:
    """Tell the widow's name from the president's (أرملة الرئيس الراحل سها عرفات): his stands elsewhere."""
    tokens = reading.tokens
    if not title.first or tokens[title.first - 1].word.lstrip("ولب") not in KIN:
        return False
    first, last = name
    return last > first and any(
        tokens[each.last].word == tokens[last].word and tokens[each.first].word != tokens[first].word
        for each in people
    )


def _listed(reading: Reading, title: Title, first: int, last: int) -> tuple[Match, ...]:
    """Give the listed names at a name, those that begin with their style (الملك سلمان) too."""
    styles = (
        match
        for at in range(max(title.first, first - 4), first)
        for match in reading.official_at.get(at, ())
        if match.last == last and (match.name.form == "royal_style" or at == title.first)
    )
    return (*reading.official_at.get(first, ()), *styles)


def _is_surname_enough(reading: Reading, title: Title, at: int) -> bool:
    """Tell whether one word that no list has is a name behind a title: a doubtful one only behind a short title."""
    token = reading.tokens[at]
    if reading.kind(at) not in {"name", "unknown"} or token.gap >= SOFT or title.after_comma:
        return False
    is_long = title.last - title.first > _LONG_TITLE
    if is_no_name(reading, at, title.last - title.first):
        return False
    return len(token.word) >= _SHORTEST_SURNAME and not (token.word.startswith("ال") and is_long)


def _is_near(reading: Reading, title: Title, people: list[Person]) -> bool:
    """Tell that the office before a pronoun is an official's, named just before (رئيس المحكمة، ونائبه …)."""
    if not people or people[-1].title is None or people[-1].is_private:
        return False
    if title.first and reading.tokens[title.first - 1].word.removeprefix("و") in _SAID:
        return True
    between = reading.tokens[max(people[-1].last, people[-1].title[1]) + 1 : title.first + 1]
    return len(between) <= _NEAR and not any(token.gap == HARD for token in between)


_NEAR = 3
_SAID = frozenset("قال اكد اعلن صرح اضاف اوضح اعتبر شدد ذكر اشار دعا قالت اكدت اعلنت".split())
_SENT = frozenset({"سفيرها", "سفيره", "مبعوثها", "مبعوثه"})


def _is_surname(reading: Reading, at: int, people: list[Person]) -> bool:
    """Tell the surname of somebody named before from a first name (الجنرال أوزيل المولود في …)."""
    word = reading.tokens[at].word
    return any(person.last > person.first and reading.tokens[person.last].word == word for person in people)


def _inner(reading: Reading, title: Title) -> Title | None:
    """Give the second title of two people's: رحيم مشائي رئيس مكتب الرئيس الإيراني محمود أحمدي نجاد."""
    at = title.first
    if not at or reading.tokens[at].gap >= HARD or title.cut:
        return None
    if title.has_article and title.head not in _FOR_ANOTHER:
        return None
    if name_before(reading, at) is None and whole_before(reading, at) is None:
        return None
    for place in range(title.last, title.first, -1):
        head = reading.head_at(place)
        if head is None or head[0] not in grammar.BARE_TITLES:
            continue
        if head[1] and not head[2]:
            return replace(title, head=head[0], has_article=True, first=place, cut=0)
        if head[2] == 1 and reading.tokens[place].word[0] == "ل" and place < title.last:
            return replace(title, head=head[0], has_article=False, first=place, cut=1)
    return None


_FOR_ANOTHER = frozenset({"مستشار", "مستشاره", "متحدث", "متحدثه", "ناطق", "ممثل", "مبعوث", "مساعد"})
"""Heads of offices for another's holder: المستشار السياسي لرئيس الوزراء فلان."""


def _own_office(reading: Reading, title: Title) -> Title | None:
    """Give the office that stands before the name behind a party's title (رئيس الكتلة النائب فلان)."""
    name = title.name[0] if title.name else 0
    for place in range(title.first + 1, title.last):
        head = reading.head_at(place)
        if head is not None and not head[1] and not head[2]:
            first = replace(title, last=place - 1)  # الوزير الأول أمين عام حزب … فلان
            if is_public(reading, first):
                return first
    for place in range(name - 1, title.first, -1):
        head = reading.head_at(place)
        word = reading.tokens[place].word
        if head is not None and head[1] and not head[2]:
            is_own = head[0] in grammar.RANKS or head[0] in grammar.LEGISLATORS
            own = replace(
                title, head=head[0], has_article=True, first=place, last=max(place, title.last), cut=0
            )
            return own if is_own else None
        if head is not None and word[0] == "و" and head[2] == 1 and place < title.last:
            own = replace(title, head=head[0], has_article=head[1], first=place, cut=1)
            return own if is_public(reading, own) else None
        if word in grammar.PRIVATE:
            return None
    return None


def _is_whose(reading: Reading, title: Title) -> bool:
    """Tell نائبه and رئيسها, the office of whoever was named before, from the feminine نائبة."""
    surface = reading.text.surface(title.first, title.last)
    return title.first == title.last and not title.has_article and surface.endswith(("ه", "ها", "هم", "هما"))


_SHORTEST_SURNAME, _LONG_TITLE = 3, 2
