"""One word behind a title: a first name whose surname is a word too, or no name at all. Pure."""

import re

from etl.link import grammar
from etl.link.names import listed_at, name_at
from etl.link.reading import Reading
from etl.link.tokens import ARTICLE, COMMA, SOFT, bare

_SHORTEST = 3
_ROYAL = grammar.fold_set("ملك ملكة أمير أميرة سلطان بابا إمبراطور إمبراطورة عاهل شيخ")
_NOT_BY_WORD = _ROYAL | grammar.fold_set("رئيس رئيسة")
"""Who is named by one name, so that a common word behind it is the sentence's (الملك عبدالله نقل)."""
_VERBAL = re.compile(
    r"س[يت]\w{3,}|يو\w\w|ي[^اويل]\w{2,}|ت[^اويشرسه]\w{2,}|است\w{3,}|ا[^اويل]ت\w{2,}|\w{2,}(?:هما|هم|ها)"
)
"""What the press's rarer verbs look like: يؤجل, تقوض, احتشد, استقبلهما."""
_OWN = re.compile(r"\w{2,}(?:ه|ها|هم)")
_VERB_NAMES = frozenset(
    {"خلف", "شكر", "اسعد", "اكرم", "اشرف", "احسن", "سلم", "وصل", "نجح", "فضل", "جمع", "طلب", "خلفت"}
)
"""Names that are verbs before their object: وكان الأمير سلمان خلف شقيقه."""


def with_surname(reading: Reading, head: str, first: int, *, is_bare: bool = False) -> int:  # noqa: PLR0911 (a decision list)
    """Give the last word of a name whose first word alone looked like one (النائب حسين مزيد, حاييم كورين)."""
    at = first + 1
    if not _may_be_surname(reading, at, is_sure=is_bare and head not in _NOT_BY_WORD):
        return first
    if listed_at(reading, first) is not None and not _is_first_of_two(reading, head, first):
        return first
    word = reading.tokens[at].word
    kind = reading.kind(at)
    if is_no_name(reading, first, 0):
        return first
    words = reading.facts.words
    if word[0] in "بل" and word not in words and words.get(word[1:]) in {"common", "both"}:
        return first
    if head in _NOT_BY_WORD and (kind not in {"name", "unknown"} or word.endswith("ا")):
        return first
    is_first_name = reading.kind(first) == "name" or reading.tokens[first].word in reading.facts.given
    if kind in {"common", "both", "clitic"}:
        known = word in words
        if not is_first_name and known:
            return first
        if known and not is_bare and not _is_given(reading, first) and kind == "common":
            return first
    more = name_at(reading, at + 1) if kind != "common" and at + 1 < len(reading.tokens) else None
    if more is not None and reading.tokens[at + 1].gap < SOFT and reading.kind(at + 1) == "name":
        return more
    return at


def behind_both(reading: Reading, head: str, first: int, *, is_bare: bool) -> int | None:  # noqa: PLR0911 (a decision list)
    """Give the last word of a name whose first word is also a word and whose second no list has (ليو ويمين)."""
    word = reading.tokens[first].word
    is_seated = is_bare and head in grammar.LEGISLATORS and _is_given(reading, first)
    if first + 1 >= len(reading.tokens):
        return None
    if reading.tokens[first + 1].word in reading.facts.words and not is_seated:
        return None
    if reading.facts.words.get(word) != "both" and not reading.is_stop(first):
        return None  # Only by its letters doubtful: للكتاب نادية صبري.
    if word.startswith(("لل", "بال")) or reading.place_at(first) is not None:
        return None
    if reading.is_stop(first) and not _is_eastern(reading, first):
        return None
    if word in _CLAUSES or word[0] in "وف" or word in grammar.HONORIFICS or reading.head_at(first):
        return None
    last = with_surname(reading, head, first)
    return last if last > first else None


def _is_given(reading: Reading, at: int) -> bool:
    word = reading.tokens[at].word
    return word in reading.facts.given or word in grammar.GIVEN


def _is_first_of_two(reading: Reading, head: str, first: int) -> bool:
    """Tell a first name that is also a listed surname (النائب مبارك الصيفي) by the surname behind it."""
    token = reading.tokens[first + 1]
    if head in _NOT_BY_WORD or not _is_given(reading, first):
        return False
    if reading.kind(first + 1) not in {"name", "unknown"} and not token.word.endswith("ي"):
        return False
    return (
        token.word.startswith(ARTICLE)
        and len(token.word) > _SHORTEST + 1
        and (token.word not in reading.facts.words or token.word.endswith("ي"))
    )


def _may_be_surname(reading: Reading, at: int, *, is_sure: bool) -> bool:  # noqa: PLR0911 (a decision list)
    if at >= len(reading.tokens) or reading.tokens[at].gap >= SOFT:
        return False
    word = reading.tokens[at].word
    if len(word) < _SHORTEST or word[-1].isdigit() or word[0] == "ف" or reading.is_stop(at):
        return False
    if word[0] == "و":
        return word not in reading.facts.words and _is_eastern(reading, at)
    if word in grammar.PREPOSITIONS or word in grammar.AFTER_TITLE or word in grammar.HONORIFICS:
        return False
    if word.startswith(("لل", "بال")) or (
        not is_sure and _VERBAL.fullmatch(word) and reading.kind(at) != "name"
    ):
        return False
    place = reading.place_at(at)
    if place is not None:
        return place.name.form == "demonym" and not word.startswith(ARTICLE) and word.endswith("ي")
    if word.startswith(ARTICLE):
        return bare(word) not in reading.facts.title_words
    return reading.head_at(at) is None


_CLAUSES = frozenset("ان انه انها الذي التي قد لم لن لا كان كانت حول بعد قبل خلال امس اليوم".split())
"""What no name begins with, not even one of East Asia (هو جنتاو)."""
_EAST = frozenset({"CN", "KR", "KP", "TW", "VN", "SG", "MM", "TH", "JP", "KH", "LA", "HK"})


def _is_eastern(reading: Reading, at: int) -> bool:
    """Tell that a title before a name is of East Asia, where a name of two syllables follows (ليو ويمين)."""
    near = (reading.country_at.get(each) for each in range(max(0, at - 6), at))
    return any(match is not None and match.name.entity_id in _EAST for match in near)


def is_no_name(reading: Reading, first: int, length: int) -> bool:
    """Tell a rare verb or noun behind a title of some length (وزير الخارجية الفرنسي يؤجل) from a surname."""
    word = reading.tokens[first].word
    if reading.kind(first) != "unknown":
        return False
    if _VERBAL.fullmatch(word):
        return True
    after = first + 1
    if after < len(reading.tokens) and reading.tokens[after].gap < SOFT and reading.country_at.get(after):
        place = reading.country_at[after]
        if not place.cut and place.name.form in {"name", "formal"}:
            return True  # قدم الوزير تعازي كندا: a noun and its genitive.
    if after >= len(reading.tokens) or reading.tokens[after].gap >= COMMA:
        return False
    is_again = sum(bare(token.word) == bare(word) for token in reading.tokens) > 1
    return length > 1 and not is_again


def without_verb(reading: Reading, first: int, last: int) -> int:
    """Give back a last word that is a verb with its object behind it (سلمان خلف شقيقه)."""
    after = last + 1
    if last == first or reading.tokens[last].word not in _VERB_NAMES or not reading.is_open(after):
        return last
    is_object = bool(_OWN.fullmatch(reading.tokens[after].word)) and reading.kind(after) in {"common", "both"}
    return last - 1 if is_object else last


_NAMED_FOR = grammar.fold_set(
    """
    شارع جامعة مسجد ملعب مستشفى مطار جائزة كأس مدرسة مدينة مؤسسة مركز حديقة جامع مجمع ميناء جسر ساحة استاد محطة سد قاعدة
    جزيرة كلية قاعة معهد مسرح مخيم كرسي حي طريق موسوعة دارة مدينه كتائب سجن منتزه حدائق وسام قلادة
    """
)
_STYLED = _ROYAL | {"امام", "خليفه", "رءيس", "شهيد"}


def is_named_for(reading: Reading, at: int, head: str) -> bool:
    """Tell مطار الملك خالد and محافظة شبوة, a thing or place by name, from who holds an office."""
    if head == "محافظه":
        return True  # The province in nearly every case, and المحافظة على the keeping of something.
    if not at or head not in _STYLED or reading.tokens[at].gap >= SOFT:
        return False
    word = reading.tokens[at - 1].word
    return word in _NAMED_FOR or (word[0] in "بولف" and word[1:] in _NAMED_FOR)


def is_adjective(reading: Reading, at: int, head: str) -> bool:
    """Tell الحاكم and الرئيسة behind a definite noun (الحزب الحاكم, المدن الرئيسة) from who rules or presides."""
    if not at or head not in _ADJECTIVES or reading.tokens[at].gap >= SOFT:
        return False
    return reading.tokens[at].word.startswith(ARTICLE) and reading.tokens[at - 1].word.startswith(
        (ARTICLE, "وال", "بال", "لل")
    )


_ADJECTIVES = frozenset({"حاكم", "حاكمه", "رءيسه", "محافظ", "محافظه", "كبير", "عامل"})
