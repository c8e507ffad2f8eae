"""A title's words to how its holder stands to the office: in it, acting, named for it, or out of it. Pure.

>>> standing("وزير الخارجية الأمريكي السابق"), standing("المدير العام بالنيابة"), standing("الرئيس المنتخب")
(<Standing.FORMER: 'former'>, <Standing.ACTING: 'acting'>, <Standing.NEW: 'new'>)
>>> standing("وزير الداخلية")
<Standing.HOLDER: 'holder'>
"""

import re
from enum import StrEnum

from etl.text.letters import fold


class Standing(StrEnum):
    """How a person stands to the office that the press names with the person."""

    HOLDER = "holder"
    ACTING = "acting"
    NEW = "new"
    FORMER = "former"


_CUES = (
    (
        Standing.FORMER,
        r"(?:ال)?(?:سابق|اسبق|سابقه|اسبقه|سابقا|راحل|راحله|مقال|مقاله|مستقيل|مستقيله|منتهيه ولايته)",
    ),
    (Standing.NEW, r"(?:ال)?(?:معين|معينه|منتخب|منتخبه|جديد|جديده|مرشح|مرشحه)"),
    (
        Standing.ACTING,
        r"(?:بالنيابه|بالانابه|بالوكاله|بالتكليف|(?:ال)?مءقت|(?:ال)?مءقته|(?:ال)?قاءم(?:ه)? باعمال|تصريف الاعمال)",
    ),
)
_PATTERNS = tuple((each, re.compile(rf"(?<!\w){cue}(?!\w)")) for each, cue in _CUES)


def standing(title: str) -> Standing:
    """Return what the words of a title say of its holder; a title that says nothing more is held."""
    folded = fold(title)
    return next((each for each, pattern in _PATTERNS if pattern.search(folded)), Standing.HOLDER)


def plain_title(title: str) -> str:
    """Return a title's search text without the words of standing: one office, whoever holds it how.

    >>> plain_title("وزير الخارجية السابق") == plain_title("وزير الخارجية")
    True
    """
    folded = fold(title)
    for _, pattern in _PATTERNS:
        folded = pattern.sub(" ", folded)
    return " ".join(folded.split())
