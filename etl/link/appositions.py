"""Names with their titles behind them. Pure."""

from etl.link import grammar
from etl.link.cities import FIRST_WORDS
from etl.link.found import Person
from etl.link.names_before import name_before
from etl.link.offices import is_private, is_public, title_country
from etl.link.reading import Reading
from etl.link.titles import Title
from etl.link.tokens import COMMA, HARD, SOFT, bare

BEFORE_RULE = "title-after/1"


def name_first(reading: Reading, title: Title, people: list[Person]) -> Person | None:
    """Read a name with its title behind it (كمال رزاق بارة المستشار بالرئاسة الجزائرية).

    A title right behind somebody found already is his: then nobody new is returned.
    """
    office = _office(reading, title)
    if office is None:
        return None
    at, last = office.first, office.last
    private = is_private(reading, office) and whole_before(reading, at) is not None
    if not private and not is_public(reading, office):
        return None
    if _is_shared(reading, office) and whole_before(reading, at) is None:
        return None
    for known in people[-2:]:
        if known.last == at - 1:
            if not private and (known.title is None or known.title[1] == known.title[0]):
                known.title = (at, last, 0)
                known.country = known.country or title_country(reading, office)
                known.head = office.head
            return None
    return _named_before(reading, office, is_private=private)


def _office(reading: Reading, title: Title) -> Title | None:
    """Give a title as it stands behind a name, cut where it ends there; nothing if it cannot stand so."""
    at = title.first
    is_first = at > 0 and reading.tokens[at - 1].word in {"اخر", "اول"} and not title.has_article
    if is_first and reading.tokens[at].gap < SOFT:
        at -= 1
    if at == 0 or title.cut or reading.tokens[at].gap >= HARD or title.head in grammar.PEER:
        return None
    if title.last == title.first and (title.has_article or reading.tokens[at].gap >= SOFT):
        return None
    last = _trimmed(reading, title)
    return Title(head=title.head, has_article=title.has_article, first=at, last=last, cut=0, name=None)


def _named_before(reading: Reading, office: Title, *, is_private: bool) -> Person | None:
    at, last = office.first, office.last
    is_told = at > 1 and reading.tokens[at - 1].word in {"وهو", "وهي"}
    end = _before_brackets(reading, at - 1 if is_told else at)
    before = whole_before(reading, end) or name_before(reading, end)
    if before is None:
        return None
    first, cut = before
    whole = first
    styles = grammar.HONORIFICS - grammar.NAME_HONORIFICS
    while first < end - 1 and not cut and reading.tokens[first].word in styles:
        first += 1
    ids = tuple(match.name.entity_id for match in reading.official_at.get(whole, ()) if match.last == end - 1)
    if not ids and [reading.tokens[each].word for each in range(at, last + 1)] == ["ناءب", "الرءيس"]:
        return None  # Of a company or association as often as of a republic.
    return Person(
        first=first,
        last=end - 1,
        cut=cut,
        rule=BEFORE_RULE,
        score=0.9 if ids else 0.75,
        title=(at, last, 0),
        country=title_country(reading, office),
        official_ids=ids,
        head=office.head,
        is_private=is_private,
    )


_TOLD = frozenset("لصحيفه لجريده لقناه لاذاعه لموقع لمجله لوكاله لراديو".split())
"""To whom somebody spoke, right behind his title (رئيس جهاز المخابرات لصحيفة الأهالي)."""


def _is_town(reading: Reading, at: int) -> bool:
    """Tell where an office is held (في غزة, في مجلس النواب) from where its holder spoke."""
    if at >= len(reading.tokens):
        return False
    word = reading.tokens[at].word
    return word in FIRST_WORDS or bare(word) in grammar.SEATS


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


def whole_before(reading: Reading, at: int) -> tuple[int, int] | None:
    """Give first word and cut letters of the listed name that ends just before a word."""
    for first in range(max(at - 7, 0), at):
        for match in reading.official_at.get(first, ()):
            within = first > 0 and reading.tokens[first - 1].word in {"بن", "ابن", "بنت", "ال"}
            if match.last == at - 1 and match.last > match.first and not within:
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
        if token.word == "عن" and title.head in grammar.LEGISLATORS:
            continue
        is_loose = token.word in {"في", "علي", "عن", "الي"} and reading.place_at(at + 1) is None
        if is_loose and not (token.word == "في" and _is_town(reading, at + 1)):
            last = at - 1
            break
        if at > title.first + 1 and token.word in _TOLD:
            last = at - 1
            break
    while last > title.first and reading.tokens[last].word in grammar.PREPOSITIONS:
        last -= 1
    return last
