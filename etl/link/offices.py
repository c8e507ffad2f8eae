"""A title's words to what office it is: public or private, and of which country or body. Pure."""

from functools import lru_cache

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


_CLUBS = frozenset({"الجمعيه", "لجمعيه", "الاتحاد", "لاتحاد"})


def _is_club(reading: Reading, at: int) -> bool:
    """Tell an association (الجمعية الوطنية لـ…) from an assembly, and a trade union from a union of states."""
    word = reading.tokens[at].word.removeprefix("ل").removeprefix("ب")
    if word not in _CLUBS:
        return False
    after = [each.word for each in reading.tokens[at + 1 : at + 3]]
    if word in {"الجمعيه", "لجمعيه"} and after:
        if not reading.is_open(at + 1) and any(
            match.name.folded.startswith("الجمعيه ") for match in reading.agency_at.values()
        ):
            return False
        return after[0] not in _ASSEMBLIES or (len(after) > 1 and after[1].startswith("ل"))
    return word in {"الاتحاد", "لاتحاد"} and bool(after) and after[0] in _UNIONS


def _is_that_union(reading: Reading, at: int) -> bool:
    """Tell that للاتحاد means the trade union or association which the article has named."""
    if reading.tokens[at].word != "للاتحاد" or reading.agency_at.get(at) is not None:
        return False
    return any(
        token.word == "الاتحاد" and _is_club(reading, place) for place, token in enumerate(reading.tokens)
    )


def _is_board(reading: Reading, at: int) -> bool:
    """Tell a company's board (مجلس الإدارة) from that of a public authority (مجلس إدارة هيئة …)."""
    if reading.bare(at) == "امناء":
        return True
    if reading.bare(at) != "اداره" or reading.bare(at - 1) not in {"مجلس", "مجالس"}:
        return False
    return not reading.is_open(at + 1) or reading.bare(at + 1) not in _BOARDED


_BOARDED = frozenset({"هيءه", "سلطه", "مءسسه", "وكاله", "جهاز", "صندوق", "بنك", "مصرف", "مركز"})
_UNIONS = frozenset({"العام", "الوطني", "الجهوي", "المحلي", "المغربي"})


def is_public(reading: Reading, title: Title) -> bool:  # noqa: PLR0911 (a decision list)
    """Tell an office of the state or of a body between states from one in a party, company or club."""
    standing = _standing(reading, title)
    if standing not in {_OPEN, _ANCHORED}:
        return standing == _SURE
    if title.head in _MANAGERS and _is_regional(reading, title):
        return False
    after = reading.bare(min(title.first + 1, title.last))
    if (title.head in _PLACED and title.last > title.first) or (
        title.head in _AGENTS and after in _ASSISTANT
    ):
        return True
    if title.head in _WRITERS and reading.bare(title.first + 1) not in {"دوله", "عام", "عامه"}:
        return False
    if title.last == title.first:
        return _is_public_alone(reading, title)
    if title.head in grammar.MINISTER or title.head in grammar.PEER:
        return True
    if title.head in grammar.NEEDS_ANCHOR or title.head in grammar.ACCUSATIVE:
        return standing == _ANCHORED or (title.has_article and title.head in grammar.BARE_TITLES)
    return True


_OPEN, _ANCHORED, _SURE, _NOT = "open", "anchored", "sure", "not"
_AGENTS, _ASSISTANT = frozenset({"وكيل", "وكيله"}), frozenset({"مساعد", "مساعده"})


def _standing(reading: Reading, title: Title) -> str:
    """Say what a title's words are by themselves: public beyond doubt, private, with a public word, or open."""
    standing = _OPEN
    is_executive = False
    at = title.first + 1
    while at <= title.last:
        place = reading.place_at(at)
        word = reading.tokens[at].word
        if place is not None and place.last <= title.last:
            standing = _ANCHORED
            at = place.last
        elif word == "عن" and _is_legislators(reading, title, at):
            return _SURE
        elif word == "التنفيذي":
            is_executive = True
        elif word in {"المنظمه", "للمنظمه"} and _back_reference(reading, at):
            standing = _ANCHORED
        elif _is_private_word(reading, at):
            return _NOT
        elif _is_anchor(word) or word == "الجمعيه":
            standing = _ANCHORED
        at += 1
    if is_executive and not (standing == _ANCHORED and _names_body(reading, title)):
        return _NOT
    return standing


def _is_legislators(reading: Reading, title: Title, at: int) -> bool:
    return title.head in _LEGISLATORS or reading.bare(at - 1).removeprefix("وال") in _LEGISLATORS


def _is_private_word(reading: Reading, at: int) -> bool:
    word = reading.tokens[at].word
    if word == "جامعه" and reading.tokens[at - 1].word in {"مجلس", "رءيس", "مدير"}:
        return True
    is_club = word in grammar.PRIVATE or _is_club(reading, at) or _is_that_union(reading, at)
    return is_club or _is_board(reading, at)


def _is_public_alone(reading: Reading, title: Title) -> bool:
    """Tell whether a head by itself is an office: الوزير, and with its evidence المستشار and المحافظ."""
    before = reading.tokens[title.first - 1].word if title.first else ""
    if title.head == "مستشار":
        # In Egypt and the Gulf a judge's style; alone it tells one only where he presides.
        return title.has_article and before in _PRESIDED
    if title.head == "محافظ":
        return title.has_article and not before.startswith(ARTICLE)
    return title.head in grammar.BARE_TITLES and (title.has_article or title.head in grammar.PEER)


def _names_body(reading: Reading, title: Title) -> bool:
    """Tell the chief executive of an authority (الرئيس التنفيذي للهيئة) from a company's."""
    words = [token.word for token in reading.tokens[title.first + 1 : title.last + 1]]
    if any(each in grammar.PRIVATE and each != "التنفيذي" for each in words):
        return False
    return any(
        word.removeprefix(start) in _EXECUTED
        for word in words
        for start in ("", "لل", "ل", "ب", "بال", ARTICLE)
    ) or any(reading.agency_at.get(at) is not None for at in range(title.first + 1, title.last + 1))


def _is_regional(reading: Reading, title: Title) -> bool:
    """Tell a company's regional manager (المدير الإقليمي لمنطقة الخليج) by what his title does not name."""
    words = [reading.bare(at) for at in range(title.first + 1, title.last + 1)]
    return bool(words) and all(word in _REGIONAL for word in words)


_MANAGERS = frozenset({"مدير", "مديره", "رءيس", "ناءب"})
_REGIONAL = frozenset(
    "اقليمي اقليميه تنفيذي تجاري لمنطقه منطقه خليج شرق اوسط شمال افريقيا وشمال وافريقيا للشرق للخليج في العملاء المبيعات التسويق للمبيعات للتسويق".split()
)
_PLACED = frozenset({"محافظ", "محافظه", "والي", "عمده"})
_PRESIDED = frozenset({"برءاسه", "وبرءاسه", "رءيسها"})
_EXECUTED = frozenset(
    {"هيءه", "مجلس", "وكاله", "جهاز", "سلطه", "داءره", "صندوق", "مكتب", "مءسسه", "اماره", "حكومه"}
)


@lru_cache(maxsize=16384)
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
            if not is_about or word.startswith("لل"):
                code = _back_reference(reading, at)
                if code:
                    return code
            is_about = is_about or word in grammar.FOR or word.startswith(("لشءون", "بشءون"))
            at += 1
            continue
        code = _code(reading, place)
        if code and not is_about:
            return code
        is_at = reading.tokens[at - 1].word == "لدي"
        if code and not second and place.name.kind == "agency" and not is_at:
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
    if word in _MINISTRY:
        return _last_ministry(reading, at)
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


_MINISTRY = frozenset({"الوزاره", "للوزاره", "بالوزاره"})


def _last_ministry(reading: Reading, at: int) -> str:
    """Give whose the ministry named last is, where a nation stands beside it."""
    for first in range(at - 1, -1, -1):
        match = reading.agency_at.get(first)
        if match is None or not match.name.folded.startswith(("وزاره", "الخارجيه")):
            continue
        if match.name.kind == "agency" and not match.name.is_ambiguous:
            return reading.facts.agencies[match.name.entity_id].country
        country = reading.country_at.get(match.last + 1)
        return country.name.entity_id if country and country.name.form == "demonym" else ""
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
