"""Names with their titles behind them. Pure."""

from dataclasses import replace

from etl.link import grammar
from etl.link.appointed import appointed_before
from etl.link.cities import FIRST_WORDS
from etl.link.found import Person
from etl.link.names_before import KIN, name_before
from etl.link.offices import is_private, is_public
from etl.link.reading import Reading
from etl.link.titles import Title
from etl.link.tokens import COMMA, HARD, SOFT, bare
from etl.link.whose_office import title_country

BEFORE_RULE = "title-after/1"


def name_first(reading: Reading, title: Title, people: list[Person]) -> Person | None:
    """Read a name with its title behind it (كمال رزاق بارة المستشار بالرئاسة الجزائرية).

    A title right behind somebody found already is his: then nobody new is returned.
    """
    office = _office(reading, title)
    if office is None:
        return None
    at = _joined_start(reading, office.first) if office.cut else office.first
    if is_private(reading, office):
        office = _public_second(reading, title) or office
    private = is_private(reading, office) and whole_before(reading, at) is not None
    if not private and not is_public(reading, office):
        return None
    if _is_shared(reading, office) and whole_before(reading, at) is None:
        return None
    for known in people[-2:]:
        if known.last == at - 1:
            if office.head in grammar.ACCUSATIVE and _is_kins(reading, known):
                return None
            if not private and (known.title is None or _is_rank(reading, known.title)):
                known.title = (office.first, office.last, office.cut)
                known.country = known.country or title_country(reading, office)
                known.head = office.head
                known.offices_last = title.last
            return None
    return _named_before(reading, office, at, title_last=title.last, is_private=private)


_FORCES = grammar.fold_set(
    "لواء عميد عقيد مقدم رائد نقيب ملازم فريق جنرال كولونيل ماجور مشير أدميرال أميرال مارشال"
)


def _is_rank(reading: Reading, title: tuple[int, int, int]) -> bool:
    """Tell one word, or an officer's rank (الجنرال المتقاعد), from an office: what stands behind says more."""
    first, last, _ = title
    if first == last:
        return True
    rest = (reading.tokens[at].word for at in range(first + 1, last + 1))
    return reading.bare(first) in _FORCES and all(
        word == "المتقاعد" or word in grammar.HONORIFICS for word in rest
    )


def _is_kins(reading: Reading, known: Person) -> bool:
    """Tell نجل الملك سلمان سفيرا: the office is not the king's."""
    first = known.title[0] if known.title else known.first
    return first > 0 and reading.tokens[first - 1].word.removeprefix("و") in KIN


def _public_second(reading: Reading, title: Title) -> Title | None:
    """Give the public office that stands joined behind a party's (عضو الهيئة العليا للحزب ووكيل مجلس الشعب)."""
    for at in range(title.first + 1, title.last):
        head = reading.head_at(at)
        if head is not None and head[2] == 1 and reading.tokens[at].word[0] == "و":
            second = replace(title, head=head[0], has_article=head[1], first=at, cut=1)
            second = replace(second, last=_trimmed(reading, second))
            return second if is_public(reading, second) else None
    return None


def _office(reading: Reading, title: Title) -> Title | None:
    """Give a title as it stands behind a name, cut where it ends there; nothing if it cannot stand so."""
    at = title.first
    is_first = at > 0 and reading.tokens[at - 1].word in {"اخر", "اول"} and not title.has_article
    if is_first and reading.tokens[at].gap < SOFT:
        at -= 1
    if title.cut and not _joined_start(reading, at):
        return None
    if at == 0 or reading.tokens[at].gap >= HARD or title.head in grammar.PEER:
        return None
    if title.last == title.first and (title.has_article or reading.tokens[at].gap >= SOFT):
        return None
    last = _trimmed(reading, title)
    return Title(
        head=title.head, has_article=title.has_article, first=at, last=last, cut=title.cut, name=None
    )


def _joined_start(reading: Reading, at: int) -> int:
    """Give where the words begin that an office is joined to behind a name (فلان، القيادي الكردي والنائب عن …)."""
    if reading.tokens[at].word[0] != "و" or reading.tokens[at].gap >= SOFT:
        return 0
    for back in range(at - 1, max(at - _LONGEST_JOINED, 0), -1):
        token = reading.tokens[back]
        if token.gap == COMMA:
            return back if token.word in grammar.PARTISAN else 0
        if token.gap >= SOFT or reading.is_stop(back) or reading.head_at(back) is not None:
            return 0
    return 0


_LONGEST_JOINED = 7


def _named_before(
    reading: Reading, office: Title, at: int, *, title_last: int, is_private: bool
) -> Person | None:
    is_told = at > 1 and reading.tokens[at - 1].word in {"وهو", "وهي"}
    end = _before_brackets(reading, at - 1 if is_told else _before_post(reading, at))
    before = whole_before(reading, end) or name_before(reading, end)
    if before is None and office.head in grammar.ACCUSATIVE:
        far = appointed_before(reading, at)
        before, end = ((far[0], 0), far[1] + 1) if far else (None, end)
    if before is None:
        return None
    first, cut = before
    whole = first
    styles = grammar.HONORIFICS - grammar.NAME_HONORIFICS
    while first < end - 1 and not cut and reading.tokens[first].word in styles:
        first += 1
    ids = tuple(match.name.entity_id for match in reading.official_at.get(whole, ()) if match.last == end - 1)
    if not ids and [reading.tokens[each].word for each in range(at, office.last + 1)] == ["ناءب", "الرءيس"]:
        return None  # Of a company or association as often as of a republic.
    return Person(
        first=first,
        last=end - 1,
        cut=cut,
        rule=BEFORE_RULE,
        score=0.9 if ids else 0.75,
        title=(office.first, office.last, office.cut),
        country=title_country(reading, office),
        official_ids=ids,
        head=office.head,
        is_private=is_private,
        offices_last=title_last,
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


def _before_post(reading: Reading, at: int) -> int:
    """Step back over من منصب (استقالة محمد البرادعي من منصب نائب الرئيس); لمنصب names candidates too."""
    words = [token.word for token in reading.tokens[max(0, at - 2) : at]]
    return at - 2 if words in (["من", "منصب"], ["في", "منصب"]) else at


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
        head = reading.head_at(at) if token.word[0] == "و" and at > title.first + 1 else None
        if head is not None and head[2] == 1:
            last = at - 1  # وزير الخارجية الأسبق ورئيس لجنة …: the first office is a whole title.
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
