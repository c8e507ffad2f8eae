"""A title's words to what office it is: public or private, and of which country or body. Pure."""

from etl.link import grammar
from etl.link.gazetteer import Match
from etl.link.reading import Reading
from etl.link.titles import Title
from etl.link.tokens import ARTICLE

_LEGISLATORS = frozenset({"ناءب", "ناءبه", "برلماني", "برلمانيه", "عضو", "سيناتور"})


def is_private(reading: Reading, title: Title) -> bool:
    """Tell a title in a party, company or club by its words."""
    return not is_public(reading, title) and any(
        reading.tokens[at].word in grammar.PRIVATE for at in range(title.first + 1, title.last + 1)
    )


_ASSEMBLIES = frozenset({"العامه", "الوطنيه", "العموميه", "التاسيسيه", "الفرنسيه"})


def _is_club(reading: Reading, at: int) -> bool:
    """Tell an association (الجمعية الوطنية لـ…) from an assembly, and a trade union from a union of states."""
    word = reading.tokens[at].word.removeprefix("ل").removeprefix("ب")
    after = [each.word for each in reading.tokens[at + 1 : at + 3]]
    if word in {"الجمعيه", "لجمعيه"} and after:
        return after[0] not in _ASSEMBLIES or (len(after) > 1 and after[1].startswith("ل"))
    return word in {"الاتحاد", "لاتحاد"} and bool(after) and after[0] in _UNIONS


_UNIONS = frozenset({"العام", "الوطني", "الجهوي", "المحلي", "المغربي"})


def is_public(reading: Reading, title: Title) -> bool:  # noqa: C901, PLR0911 (a decision list)
    """Tell an office of the state or of a body between states from one in a party, company or club."""
    anchored = False
    at = title.first + 1
    while at <= title.last:
        place = reading.place_at(at)
        if place is not None and place.last <= title.last:
            anchored = True
            at = place.last + 1
            continue
        word = reading.tokens[at].word
        if word == "عن" and title.head in _LEGISLATORS:
            return True
        if word in grammar.PRIVATE or _is_club(reading, at):
            return False
        if (
            word in {"اداره", "جامعه"}
            and reading.tokens[at - 1].word in {"مجلس", "رءيس", "مدير"}
            and word != "اداره"
        ):
            return False
        if word == "اداره" and reading.tokens[at - 1].word == "مجلس":
            return False
        anchored = anchored or _is_anchor(word)
        at += 1
    if title.head in _WRITERS and reading.bare(title.first + 1) not in {"دوله", "عام", "عامه"}:
        return False
    if title.last == title.first:
        return title.head in grammar.BARE_TITLES and (title.has_article or title.head in grammar.PEER)
    if title.head in grammar.MINISTER or title.head in grammar.PEER:
        return True
    if title.head in grammar.NEEDS_ANCHOR or title.head in grammar.ACCUSATIVE:
        return anchored or (title.has_article and title.head in grammar.BARE_TITLES)
    return True


def _is_anchor(word: str) -> bool:
    for prefix in ("", "و", "ب", "ل", "وال", "بال", "لل", ARTICLE):
        if word.startswith(prefix) and word[len(prefix) :] in grammar.PUBLIC:
            return True
    return False


def title_country(reading: Reading, title: Title) -> str:
    """Give the country or body that a title names as its own, or nothing: السفير الكويتي لدى العراق is Kuwait's."""
    second = ""
    at = title.first + 1
    is_about = False
    while at <= title.last:
        word = reading.tokens[at].word
        place = reading.place_at(at)
        if place is None or place.last > title.last:
            if not is_about:
                code = _back_reference(reading, at)
                if code:
                    return code
            is_about = is_about or word in grammar.FOR or word.startswith(("لشءون", "بشءون"))
            at += 1
            continue
        code = _code(reading, place)
        if code and not is_about:
            return code
        if code and not second and place.name.kind == "agency":
            second = code
        if code and not second and title.head not in _ABROAD:
            second = code
        at = place.last + 1
    if not second:
        second = _body_adjective(reading, title)
    return second


_REFERRING = frozenset(
    "الجامعه للجامعه المنظمه للمنظمه المجلس للمجلس الحلف للحلف الوكاله للوكاله الاتحاد للاتحاد الصندوق للصندوق المحكمه المفوضيه".split()
)


_SURE_IN_TITLES = frozenset({"قطر", "المغرب", "النيجر", "تشاد", "مالي", "طرابلس"})


def _back_reference(reading: Reading, at: int) -> str:
    """Give whose body الجامعة or المجلس is, by the body named before whose name begins so."""
    word = reading.tokens[at].word
    if word not in _REFERRING:
        return ""
    noun = word[2:]
    for first in range(at - 1, -1, -1):
        match = reading.agency_at.get(first)
        if (
            match is not None
            and match.name.kind == "agency"
            and match.name.folded.split()[0].removeprefix("ال") == noun
        ):
            return reading.facts.agencies[match.name.entity_id].country
    return ""


_WRITERS = frozenset({"كاتب", "كاتبه"})
"""An office only as كاتب الدولة and الكاتب العام; else an author."""
_ABROAD = frozenset(
    {
        "سفير",
        "سفيره",
        "مبعوث",
        "مبعوثه",
        "مندوب",
        "مندوبه",
        "قنصل",
        "منسق",
        "منسقه",
        "ممثل",
        "سفيرا",
        "مبعوثا",
        "مندوبا",
        "قنصلا",
    }
)


def _code(reading: Reading, place: Match) -> str:
    name = place.name
    if name.kind == "country":
        is_doubtful = name.is_ambiguous and name.form != "demonym" and name.folded not in _SURE_IN_TITLES
        return "" if is_doubtful else name.entity_id
    if name.kind == "agency" and not name.is_ambiguous:
        return reading.facts.agencies[name.entity_id].country
    return ""


def _body_adjective(reading: Reading, title: Title) -> str:
    for at in range(title.first, title.last + 1):
        word = reading.bare(at)
        is_high = word in {"سامي", "ساميه"} and title.head in {"مفوض", "مفوضه"}
        if word in {"اممي", "امميه"} or is_high:
            return "UN"
        if word in {"اوروبي", "اوروبيه"} and title.head in {
            "مفوض",
            "مفوضه",
            "مبعوث",
            "ممثل",
            "ممثله",
            "منسق",
            "مسءول",
            "مسءوله",
        }:
            return "EU"
    return ""
