"""Bodies that no list holds, by the build of their names: المديرية العامة لـ…, المجلس الأعلى لـ…. Pure."""

from functools import lru_cache
from hashlib import md5

from etl.link import grammar
from etl.link.beside import country_beside
from etl.link.cities import FIRST_WORDS
from etl.link.found import Place
from etl.link.reading import Reading
from etl.link.tokens import ARTICLE, SOFT, bare, starts
from etl.link.whose import Whose

_MOST_CUT, _LONGEST, _SHORTEST = 2, 7, 3
GRAMMAR_RULE = "agency-grammar/1"

_UNLISTED = {
    "وزاره": ("ministry", frozenset()),
    "مديريه": ("directorate", frozenset({"العامه", "الوطنيه", "المركزيه", "الجهويه", "الاقليميه"})),
    "هيءه": ("authority", frozenset({"العامه", "الوطنيه", "العليا", "الاتحاديه", "المستقله", "القوميه"})),
    "وكاله": ("agency", frozenset({"الوطنيه", "الحضريه", "الاتحاديه"})),
    "لجنه": ("committee", frozenset({"الوطنيه", "العليا", "الوزاريه", "البرلمانيه", "الدستوريه"})),
    "مجلس": (
        "council",
        frozenset({"الوطني", "الاعلي", "القومي", "الاقليمي", "الجهوي", "التنفيذي", "السياسي"}),
    ),
    "مكتب": ("office", frozenset({"الوطني", "الفيدرالي", "الشريف", "الاتحادي"})),
    "ديوان": ("office", frozenset({"الوطني", "الاميري", "الملكي", "الرءاسي"})),
    "صندوق": ("fund", frozenset({"الوطني"})),
    "مندوبيه": ("commission", frozenset({"الساميه", "العامه", "الجهويه", "الاقليميه", "الوزاريه"})),
    "مرصد": ("observatory", frozenset({"الوطني"})),
    "فرقه": ("unit", frozenset({"الوطنيه"})),
    "وحده": ("unit", frozenset({"الوطنيه"})),
    "جهاز": ("service", frozenset({"المركزي", "الوطني", "القومي"})),
    "مركز": ("centre", frozenset({"الوطني", "القومي"})),
    "محكمه": ("court", frozenset()),
    "نيابه": ("prosecution", frozenset()),
    "داءره": ("department", frozenset()),
    "مءسسه": ("authority", frozenset({"العامه"})),
    "اداره": ("administration", frozenset({"العامه", "الوطنيه"})),
    "مصلحه": ("department", frozenset({"المركزيه", "العامه"})),
    "قطب": ("court", frozenset({"القضاءي"})),
    "سلطه": ("authority", frozenset({"الوطنيه", "العليا"})),
    "معهد": ("institute", frozenset({"الوطني"})),
    "مفوضيه": ("commission", frozenset({"العليا", "الوطنيه"})),
}


_GENITIVE = frozenset({"وزاره", "محكمه", "هيءه", "مديريه", "مندوبيه", "نيابه", "مفوضيه", "داءره", "ديوان"})
"""Nouns that with one definite noun behind them are a body already (هيئة التأمين)."""
_NO_BODY = frozenset(
    """
    الدفاع المحلفين المحكمه الحكم التحرير التدريس البث الاذاعه الهلال الاغاثه التنسيق التفاوض المتابعه المحامين المهندسين
    الضوء الاتهام الخطر الاهتمام الصراع العنف الضمير العداله الشعب الشارع الانقاذ المكتب الرءاسه المجلس العامه الحوار الوزاره الخدمه التحكيم الشيخ
    """.split()
)
"""What behind such a noun makes no body of the state: هيئة الدفاع, محكمة الضمير, دائرة الضوء."""
_GENITIVE_ENDS = tuple(sorted(_GENITIVE))
_NATIONAL = frozenset({"مفوضيه", "هيءه", "وكاله", "مديريه", "سلطه", "اداره"})
"""Bodies that a nisba and a task name: المفوضية الأسترالية للأوراق المالية."""
_HIGH = frozenset({"العليا", "العامه", "الوطنيه", "الاعلي", "العام"})
_NEWS = frozenset({"للانباء", "للصحافه", "للاخبار", "للاذاعه", "للاعلام"})


def find_unlisted(reading: Reading, taken: bytearray, beside: dict[int, Place], whose: Whose) -> list[Place]:
    """Read bodies that no list holds by the build of their names (المديرية العامة لـ…, وزارة … و…)."""
    found: list[Place] = []
    for at, token in enumerate(reading.tokens):
        if _head_noun(token.word) is None or taken[at]:
            continue
        head = _unlisted_head(reading, at)
        if head is None:
            continue
        kind, cut, last = head
        last = _unlisted_end(reading, last, taken)
        if last < 0 or any(taken[at : last + 1]) or _is_partys(reading, at, last):
            continue
        near, end = country_beside(reading, last, beside)
        within = reading.country_at.get(at + 1)
        near = near or (within.name.entity_id if within and within.last <= last else "")
        code, score = (near, 0.8) if near else whose.at(at)
        if not code:
            continue
        words = [
            bare(reading.tokens[at].word[cut:]),
            *(token.word for token in reading.tokens[at + 1 : last + 1]),
        ]
        digest = md5(" ".join(words).encode(), usedforsecurity=False).hexdigest()[:8]
        taken[at : end + 1] = b"\x01" * (end - at + 1)
        found.append(
            Place(
                kind="agency",
                entity_id=f"{code.lower()}-{kind}-{digest}",
                first=at,
                last=end,
                cut=cut,
                rule=GRAMMAR_RULE,
                score=round(score * 0.8, 2),
            )
        )
    return found


def _unlisted_head(reading: Reading, at: int) -> tuple[str, int, int] | None:  # noqa: PLR0911 (a decision list)
    word = reading.tokens[at].word
    entry = _head_noun(word)
    if entry is None or not reading.is_open(at + 1) or reading.is_stop(at + 1):
        return None
    kind, adjectives, cut, has_article = entry
    after = reading.tokens[at + 1].word
    noun = bare(word[cut:].removeprefix("ل") if word[cut:].startswith("لل") else word[cut:])
    country = reading.country_at.get(at + 1)
    if not has_article:
        is_genitive = (
            noun in _GENITIVE
            and after.startswith(ARTICLE)
            and not country
            and after not in _NO_BODY | grammar.PREPOSITIONS
            and after not in FIRST_WORDS
        )
        if noun in {"محكمه", "نيابه"} and _is_district(reading, at + 1):
            return kind, cut, at + 1
        if noun == "وزاره" and not after.startswith(ARTICLE) and _is_portfolio(reading, at + 1):
            return kind, cut, at + 2
        is_known = noun in {"وزاره", "محكمه"} or bare(after) in reading.facts.title_words
        return (kind, cut, at + 1) if is_genitive and is_known else None
    if country and noun in _NATIONAL and country.name.form == "demonym" and reading.is_open(country.last + 1):
        task = reading.tokens[country.last + 1].word
        is_task = (task.startswith("لل") and task not in _NEWS) or task in adjectives
        return (kind, cut, country.last) if is_task else None
    task_body = reading.agency_at.get(at + 2)
    if after not in adjectives and bare(after) in reading.facts.title_words and reading.is_open(at + 2):
        second = reading.tokens[at + 2].word  # اللجنة القضائية العليا للانتخابات
        if after.startswith(ARTICLE) and second in adjectives & _HIGH:
            return kind, cut, at + 2
    if after not in adjectives or (task_body and task_body.cut and task_body.name.kind == "agency"):
        return None  # الهيئة العامة للكنيست is a part of the body behind it.
    return kind, cut, at + 1


def _is_task(reading: Reading, at: int) -> bool:
    """Tell a task behind ل from a person's name: للأمن is one, though الأمين and امن are names too."""
    word = reading.tokens[at].word
    return reading.kind(at) in {"common", "both"} or (
        word[:2] == "لل" and word[2:] in reading.facts.title_words
    )


def _is_partys(reading: Reading, first: int, last: int) -> bool:
    """Tell an organ of a party or firm (الهيئة العليا للحزب)."""
    after = last + 1
    end = after if reading.is_open(after) and reading.tokens[after].word[0] == "ل" else last
    return any(
        token.word[0] == "ل" and token.word in grammar.PRIVATE for token in reading.tokens[first : end + 1]
    )


def _is_portfolio(reading: Reading, at: int) -> bool:
    """Tell a portfolio of two nouns (وزارة أملاك الدولة) from a ministry and what is said of it."""
    word = reading.tokens[at].word
    if (
        reading.kind(at) not in {"common", "both"}
        or word in grammar.PREPOSITIONS
        or not reading.is_open(at + 1)
    ):
        return False
    second = reading.tokens[at + 1].word
    is_plain = (
        word[0] not in "وب" and reading.country_at.get(at) is None and reading.country_at.get(at + 1) is None
    )
    return is_plain and second.startswith(ARTICLE)


def _is_district(reading: Reading, at: int) -> bool:
    """Tell the place of a court behind its noun: محكمة جنوب القاهرة, محكمة باريس."""
    word = reading.tokens[at].word
    country = reading.country_at.get(at)
    if word in _SIDES:
        return reading.is_open(at + 1) and not reading.is_stop(at + 1)
    behind = reading.country_at.get(at + 1)
    if reading.kind(at) in {"unknown", "name"} and behind is not None and behind.name.form == "demonym":
        return not word.startswith(ARTICLE)
    return word in FIRST_WORDS or (country is not None and country.name.form == "capital" and not country.cut)


_SIDES = frozenset({"جنوب", "شمال", "شرق", "غرب", "وسط"})


@lru_cache(maxsize=65536)
def _head_noun(word: str) -> tuple[str, frozenset[str], int, bool] | None:
    """Give the kind of body that a noun names, what must follow it, letters cut, and its article."""
    for start in starts(word):
        entry = _UNLISTED.get(start.bare)
        if entry is not None and start.cut <= _MOST_CUT:
            return entry[0], entry[1], start.cut, start.has_article
    return None


def _unlisted_end(reading: Reading, last: int, taken: bytearray) -> int:
    """Give the last word of a body's name behind its adjective: ل phrases, genitives and what و joins."""
    start = last
    if reading.tokens[last].word in _SIDES:
        return last + 1
    at = last + 1
    while (
        at < len(reading.tokens) and at - start < _LONGEST and reading.tokens[at].gap < SOFT and not taken[at]
    ):
        word = reading.tokens[at].word
        if reading.is_stop(at) or reading.country_at.get(at):
            break
        is_first = at == start + 1
        fits = (
            (is_first and word[0] == "ل" and _is_task(reading, at) and len(word) > _SHORTEST)
            or (
                word.startswith("وال")
                and reading.kind(at) != "name"
                and bare(word[1:]) in reading.facts.title_words
            )
            or (
                word.startswith(ARTICLE)
                and bare(word) in reading.facts.title_words
                and (not is_first or reading.tokens[at - 1].word[0] == "ل")
            )
        )
        if not fits:
            break
        at += 1
    is_enough = at - 1 > start or reading.tokens[start - 1].word.endswith(_GENITIVE_ENDS)
    return at - 1 if is_enough else -1
