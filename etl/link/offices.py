"""A title's words to what office it is: public or private, and of which country or body. Pure."""

from functools import lru_cache

from etl.link import grammar
from etl.link.back_reference import back_reference
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
_UNIONS = frozenset({"العام", "الوطني", "الجهوي", "المحلي", "المغربي", "الاشتراكي", "الدستوري", "الديمقراطي"})


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
        is_ranked = title.name is not None and _is_ranked(reading, title.last + 1, title.name[0])
        return standing == _ANCHORED or (
            title.has_article and (is_ranked or title.head in grammar.BARE_TITLES)
        )
    return True


def _is_ranked(reading: Reading, first: int, end: int) -> bool:
    """Tell by his rank whose office is no firm's (القائد الجديد اللواء فلان)."""
    return any(reading.bare(at) in grammar.RANKS for at in range(first, end))


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
        if word == "الدفاع" and reading.tokens[at - 1].word.endswith("هيءه"):
            return _NOT  # The lawyers of a trial: عضو هيئة الدفاع.
        if place is not None and place.last <= title.last:
            standing = _ANCHORED
            at = place.last
        elif word == "عن" and _is_legislators(reading, title, at):
            return _SURE
        elif word == "التنفيذي":
            is_executive = True
        elif word in {"المنظمه", "للمنظمه"} and back_reference(reading, at):
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
    if word == "المنتخب" and reading.tokens[at - 1].word.startswith(ARTICLE):
        return False  # الرئيس الأمريكي المنتخب, not مدرب المنتخب
    if word in {"تحالف", "التحالف"} and reading.bare(at - 1) == "قوات":
        return False
    if word == "السياسي" and reading.bare(at - 1) == "مكتب":
        return True  # Of a party.
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


_WRITERS = frozenset({"كاتب", "كاتبه"})
"""An office only as كاتب الدولة and الكاتب العام; else an author."""
