"""Two parties that do the same: which names of a sentence the text joins. Pure.

Two states in one sentence have nothing to do with each other unless it says so: by و, by مع, by بين, by a
dash, or by "his counterpart".
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from etl.classify.cooperation_parties import STOP, Mark, Party
from etl.classify.cooperation_words import pattern

States = tuple[tuple[str, ...], tuple[str, ...]]

PAIR = 2

BY = 60

_BETWEEN = pattern(r"(?<!\w)[وف]?(?:بين|ما بين)\s")

_LINK = pattern(r"(?<!\w)(?:مع|نظيره|نظيرها|نظيرته|بنظيره|بنظيرها|لنظيره|ونظيره|ونظيرها|ونظيرته|ومع)(?!\w)")

# Two names side by side but for و, a dash or one noun: المغرب وإسبانيا، الأميركية-المكسيكية، مصر ودولة قطر.
_BESIDE = re.compile(r"^\w{0,3}[\s\-ـ–/]*(?:و\w{0,12}[\s]*){0,2}\w{0,2}$")

_AND_BODY = pattern(
    r"(?:^|[\s،])و(?:ال)?(?:وزير|وزيرة|رئيس|رئيسة|مدير|مديرة|قائد|نائب|نائبة|مساعد|وكيل|سفير|سلطات|قوات|شرطة|جيش|حكومة|وكالة|مكتب|جهاز|أجهزة|ملك|أمير|سفن|سفنا|مفوض|مفوضية|مديرية|إدارة|مصالح)(?: \w+){0,5} ?\w{0,4}$"
)

_AND = re.compile(r"\s*[،,]?\s*و\w{0,2}")

_THAT = pattern(r"(?<!\w)[وب]?أن\w{0,3}(?!\w)")

_TRANSITIVE = pattern(r"[وف]?س?(?:التقى|التقت|[يت]لتقي)")

# Letters between a trigger and what belongs to it.
_NEAR = 25

_REACH_BETWEEN = 60

_BY_WITH = 90

_JOINED = 45


def other_than(found: Sequence[Party], state: str) -> Party | None:
    """Give the first party of another state than the one named."""
    return next((each for each in found if each.state != state), None)


def around(found: Sequence[Party], place: int) -> tuple[list[Party], list[Party]]:
    """Split parties into those before a place, nearest first, and those behind it."""
    return [each for each in found if each.end <= place][::-1], [
        each for each in found if each.start >= place
    ]


def linked(text: str, first: Party, second: Party) -> bool:
    """Tell whether the text says that two parties do it together, and does not only name both."""
    between = text[first.end : second.start]
    if len(between) > _BY_WITH or _THAT.search(between):
        return False
    if STOP.sub("", between) != between and not _LINK.search(between) and not _AND_BODY.search(between):
        return False
    if second.mark is Mark.WITH or _LINK.search(between):
        return True
    return bool(_BESIDE.search(between) or _AND_BODY.search(between))


def pairs(found: Sequence[Party]) -> list[tuple[Party, Party]]:
    """Give the neighbours of different states; who something goes to does not do it together."""
    return [
        (one, other) for one, other in pairwise(found) if one.state != other.state and one.mark is not Mark.TO
    ]


def _distance(first: Party, second: Party, span: tuple[int, int]) -> int:
    """Count the letters between a trigger and the nearer edge of two names."""
    return max(first.start - span[1], span[0] - second.end, 0)


def mutual(text: str, found: Sequence[Party], span: tuple[int, int]) -> States | None:
    """Find two parties, or more behind بين, that a text joins in what a trigger at a span tells."""
    between = _BETWEEN.search(text, max(0, span[0] - _NEAR), span[1] + _REACH_BETWEEN)
    if between:
        joined = _joined(text, [each for each in found if each.start >= between.end() - 1])
        if len(joined) >= PAIR:
            return (joined[0],), tuple(joined[1:])
    real = [each for each in found if each.mark is not Mark.AT]
    for some in (real, found):
        for first, second in pairs(some):
            if _distance(first, second, span) <= BY and linked(text, first, second):
                return (first.state,), _beside(text, some, second, first.state)
    partner = next(
        (each for each in real if each.mark is Mark.WITH and 0 <= each.start - span[0] <= _BY_WITH), None
    )
    actor = other_than(real, partner.state) if partner else None
    if actor and partner:
        return (actor.state,), (partner.state,)
    behind = [each for each in real if each.start >= span[1]]
    if _TRANSITIVE.fullmatch(text, *span) and behind:
        other = other_than(behind, behind[0].state)
        return ((behind[0].state,), (other.state,)) if other else None
    return None


def _beside(text: str, found: Sequence[Party], second: Party, first: str) -> tuple[str, ...]:
    """Give the state of a party and those that follow it, each behind و (تونس والجزائر وليبيا)."""
    states = [second.state]
    for one, other in pairwise(found):
        if one.start < second.start or other.state == one.state:
            continue
        if not _AND.fullmatch(text, one.end, other.start):
            break
        if other.state != first:
            states.append(other.state)
    return tuple(dict.fromkeys(states))


def only_two(found: Sequence[Party]) -> States | None:
    """Take two states for the ones that share where the sentence names no third."""
    states = list(dict.fromkeys(each.state for each in found))
    return ((states[0],), (states[1],)) if len(states) == PAIR else None


def _joined(text: str, found: Sequence[Party]) -> list[str]:
    """Give the states that are named one after the other with و between them."""
    states: list[str] = []
    for place, party in enumerate(found):
        if place:
            between = text[found[place - 1].end : party.start]
            if len(between) > _JOINED:
                break
            if found[place - 1].state != party.state and not re.search(r"(?:^|\s|،)و", between):
                break
            if STOP.search(between) and len(states) >= PAIR:
                break
        if party.state not in states:
            states.append(party.state)
    return states


def with_partner(found: Sequence[Party], span: tuple[int, int]) -> States | None:
    """Take who stands behind "in cooperation with" and who acted before it."""
    before, after = around(found, span[1])
    partner = next((each for each in after if each.start - span[1] <= BY), None)
    if partner is None:
        return None
    acting = [each for each in before if each.mark is Mark.NONE and each.state != partner.state]
    return ((acting[-1].state,), (partner.state,)) if acting else None
