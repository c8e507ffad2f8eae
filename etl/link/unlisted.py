"""Bodies that no list holds, by the build of their names: المديرية العامة لـ…, المجلس الأعلى لـ…. Pure."""

from functools import lru_cache
from hashlib import md5

from etl.link.beside import country_beside
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
    "مجلس": ("council", frozenset({"الوطني", "الاعلي", "القومي", "الاقليمي", "الجهوي", "التنفيذي"})),
    "مكتب": ("office", frozenset({"الوطني", "الفيدرالي", "الشريف", "الاتحادي"})),
    "ديوان": ("office", frozenset({"الوطني", "الاميري", "الملكي", "الرءاسي"})),
    "صندوق": ("fund", frozenset({"الوطني"})),
    "مندوبيه": ("commission", frozenset({"الساميه", "العامه"})),
    "مرصد": ("observatory", frozenset({"الوطني"})),
    "فرقه": ("unit", frozenset({"الوطنيه"})),
    "وحده": ("unit", frozenset({"الوطنيه"})),
    "جهاز": ("service", frozenset({"المركزي", "الوطني", "القومي"})),
    "مركز": ("centre", frozenset({"الوطني", "القومي"})),
    "محكمه": ("court", frozenset()),
    "اداره": ("administration", frozenset({"العامه", "الوطنيه"})),
    "مصلحه": ("department", frozenset({"المركزيه", "العامه"})),
    "قطب": ("court", frozenset({"القضاءي"})),
    "سلطه": ("authority", frozenset({"الوطنيه", "العليا"})),
    "معهد": ("institute", frozenset({"الوطني"})),
    "مفوضيه": ("commission", frozenset({"العليا", "الوطنيه"})),
}


def find_unlisted(reading: Reading, taken: bytearray, beside: dict[int, Place], whose: Whose) -> list[Place]:
    """Read bodies that no list holds by the build of their names (المديرية العامة لـ…, وزارة … و…)."""
    found: list[Place] = []
    for at in range(len(reading.tokens)):
        if taken[at]:
            continue
        head = _unlisted_head(reading, at)
        if head is None:
            continue
        kind, cut, last = head
        last = _unlisted_end(reading, last, taken)
        if last < 0 or any(taken[at : last + 1]):
            continue
        near, end = country_beside(reading, last, beside)
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


def _unlisted_head(reading: Reading, at: int) -> tuple[str, int, int] | None:
    word = reading.tokens[at].word
    entry = _head_noun(word)
    if entry is None or not reading.is_open(at + 1) or reading.is_stop(at + 1):
        return None
    kind, adjectives, cut, has_article = entry
    after = reading.tokens[at + 1].word
    if not adjectives:
        is_genitive = not has_article and after.startswith(ARTICLE) and not reading.country_at.get(at + 1)
        return (kind, cut, at + 1) if is_genitive else None
    return (kind, cut, at + 1) if has_article and after in adjectives else None


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
    at = last + 1
    while (
        at < len(reading.tokens) and at - start < _LONGEST and reading.tokens[at].gap < SOFT and not taken[at]
    ):
        word = reading.tokens[at].word
        if reading.is_stop(at) or reading.country_at.get(at):
            break
        is_first = at == start + 1
        fits = (
            (is_first and word[0] == "ل" and reading.kind(at) in {"common", "both"} and len(word) > _SHORTEST)
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
    is_enough = at - 1 > start or reading.tokens[start - 1].word.endswith(("وزاره", "محكمه"))
    return at - 1 if is_enough else -1
