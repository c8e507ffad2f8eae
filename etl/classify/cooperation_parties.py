"""The entities of a sentence to parties: the state of each and the preposition it stands behind. Pure.

A nationality behind a noun for a person (مواطنا فرنسيا) is of whom it happens to, and no party.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from etl.classify.cooperation_words import pattern
from etl.model import Mention, MentionKind


class Mark(StrEnum):
    """What the preposition before a party says of it."""

    NONE = "none"
    TO = "to"
    FROM = "from"
    WITH = "with"
    AT = "at"


class Party(NamedTuple):
    """One named entity in a sentence, with its state and its place in the sentence's search text.

    A tuple: some forty are made for each article.
    """

    state: str
    mention: Mention
    start: int
    end: int
    mark: Mark
    is_affected: bool


_PREPOSITIONS = {
    "الي": Mark.TO,
    "نحو": Mark.TO,
    "لفاءده": Mark.TO,
    "لصالح": Mark.TO,
    "لدي": Mark.FROM,
    "من": Mark.FROM,
    "عن": Mark.FROM,
    "مع": Mark.WITH,
    "في": Mark.AT,
    "داخل": Mark.AT,
    "علي": Mark.AT,
    "عبر": Mark.AT,
    "قرب": Mark.AT,
}


_LETTERS = {"ل": Mark.TO, "ب": Mark.AT}


_AFFECTED = pattern(
    r"[وفبل]{0,2}(?:ال)?(?:مواطن|مواطنا|مواطنين|مواطنون|مهاجر|مهاجرا|مهاجرين|لاجئ|لاجئين|متهم|متهما|متهمين|مشتبه|شخص|شخصا|أشخاص|أعمال|سجين|سجناء|مدان|مدانين|مدانا|قاصر|قاصرين|قاصرا|"
    r"القاصرين|رعايا|طالب|طلاب|إرهابي|إرهابيا|زعيم|مجرم|مجرما|آلاف|مئات|عشرات|جاسوس|جاسوسا|ناشط|معارض|تاجر|لاعب|صحفي|صحافي|سائح|هارب|مقيم|مقيمين|وافد|وافدا|وافدين|عامل|عاملا|عمال|أجنبي|عائلات|جالية|مئة|جنسية)"
)


# Of whom they are part, not from where they come (تدريب عناصر من الدرك السنغالي).
_PART = pattern(
    r"[وفبل]{0,2}(?:ال)?(?:عناصر|عنصرا|ضباط|ضابطا|أفراد|رجال|خبراء|خبير|مدربون|مدربين|محققون|محققين|عدد|مجموعة|وحدات|وحدة|كبار|وفد|وفدا)"
)


_BORDER = pattern(r"(?:ال|لل|بال)?حدود(?:ي|ية)?")


STOP = re.compile(r"[،؛:,.()\"«»]")


_WORD = re.compile(r"[^\W_]+")


_REACH = 6


_TO_BODIES = frozenset(
    "للاجهزه للسلطات للقوات للجيش للشرطه للحكومه لوزاره لوزير لنظيره لنظيرها للقضاء لجيش لعناصر للدرك".split()
)


# What a word before a name says of it: its preposition, or the body that something goes to.
_GOVERNING = {**dict.fromkeys(_TO_BODIES, Mark.TO), **_PREPOSITIONS, "فيها": Mark.NONE, "فيه": Mark.NONE}


def _words_before(text: str) -> list[str]:
    """Give the last words of a text, nearest first, up to the nearest mark that ends a phrase."""
    return _WORD.findall(STOP.split(text)[-1])[: -_REACH - 1 : -1]


@lru_cache(maxsize=8192)
def _is_affected(word: str) -> bool:
    return word.isdigit() or _AFFECTED.fullmatch(word) is not None


@lru_cache(maxsize=8192)
def _is_border(word: str) -> bool:
    return _BORDER.fullmatch(word) is not None


def _mark(text: str, start: int, floor: int) -> tuple[Mark, bool]:
    """Read the preposition that governs a name at a place, and whether the name is a person's nationality."""
    first = start
    while first > floor and text[first - 1].isalnum():
        first -= 1
    glued = text[first:start].lstrip("وف")
    before = _words_before(text[floor:first])
    nearest = before[0] if before else ""
    is_affected = bool(nearest) and _is_affected(nearest)
    if any(map(_is_border, before[:2])):
        return Mark.AT, is_affected
    if glued and glued[0] in _LETTERS:
        return _LETTERS[glued[0]], is_affected
    for place, word in enumerate(before):
        mark = _GOVERNING.get(word)
        if mark is None or (word.startswith("لل") and len(word) > _REACH and word != nearest):
            continue
        if word == "من" and _PART.fullmatch(" ".join(before[place + 1 : place + 2])):
            return Mark.NONE, is_affected
        return mark, is_affected
    return Mark.NONE, is_affected


def parties(text: str, named: Sequence[tuple[str, Mention, int, int]]) -> tuple[Party, ...]:
    """Give the parties of a sentence in order; `named` is (state, mention, start, end) in its search text."""
    found: list[Party] = []
    floor = 0
    for state, mention, start, end in named:
        if found and start < floor:
            # The country in a body's name (البحرية اللبنانية) stands where the body stands.
            mark, is_affected = found[-1].mark, found[-1].is_affected
        else:
            mark, is_affected = _mark(text, start, floor)
        is_person = mention.kind is MentionKind.OFFICIAL
        if (
            found
            and found[-1].state == state
            and not STOP.search(text, found[-1].end, start)
            and mark is Mark.NONE
        ):
            mark = found[-1].mark
        found.append(
            Party(
                state=state,
                mention=mention,
                start=start,
                end=end,
                mark=mark,
                is_affected=is_affected and not is_person and mention.kind is MentionKind.COUNTRY,
            )
        )
        floor = max(floor, end)
    return tuple(found)
