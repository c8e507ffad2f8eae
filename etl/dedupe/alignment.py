"""Two sequences of stems to the runs that they share and to what stands in one place in both. Pure.

Runs may stand in another order in the other text: papers move paragraphs. What lies between two runs that
follow each other in both texts is a slot: one place, filled in two ways. Linear in the length of the texts
but for shingles that occur often.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from etl.dedupe.wording import SHINGLE

_WIDEST = 12
_Stems = tuple[str, ...]


class Run(NamedTuple):
    """Stems that both texts have, in the same order: where they begin in each, and how many they are."""

    one: int
    other: int
    length: int


class Slot(NamedTuple):
    """What one place holds in one text only, and what it holds in the other only."""

    one: _Stems
    other: _Stems


def runs(one: _Stems, other: _Stems) -> tuple[Run, ...]:
    """Return the shared runs of three stems and more, in the order of the first text; no stem is in two.

    Of several places in the other text the one nearest to where the last run would go on is taken, so that
    a formula that comes back in every paragraph is matched to its own paragraph.
    """
    places: dict[_Stems, list[int]] = defaultdict(list)
    for place, shingle in enumerate(zip(other, other[1:], other[2:], strict=False)):
        places[shingle].append(place)
    taken = bytearray(len(other))
    found: list[Run] = []
    at, expected = 0, 0
    while at <= len(one) - SHINGLE:
        free = [
            place
            for place in places.get(one[at : at + SHINGLE], ())
            if not any(taken[place : place + SHINGLE])
        ]
        if not free:
            at += 1
            expected += 1
            continue
        start = min(free, key=lambda place: (abs(place - expected), place))
        length = _length(one, other, at, start, taken)
        taken[start : start + length] = b"\1" * length
        found.append(Run(at, start, length))
        at, expected = at + length, start + length
    return tuple(found)


def _length(one: _Stems, other: _Stems, at: int, start: int, taken: bytearray) -> int:
    """Return for how many stems the texts go on alike from a place in each."""
    most = min(len(one) - at, len(other) - start)
    length = SHINGLE
    while length < most and one[at + length] == other[start + length] and not taken[start + length]:
        length += 1
    return length


def slots(one: _Stems, other: _Stems, found: tuple[Run, ...]) -> Iterator[Slot]:
    """Yield the short places between neighbouring runs that each text fills with words of its own."""
    for before, behind in pairwise(found):
        mine = one[before.one + before.length : behind.one]
        its = other[before.other + before.length : behind.other]
        if behind.other < before.other or not 0 < len(mine) <= _WIDEST or not 0 < len(its) <= _WIDEST:
            continue
        only, only_other = Counter(mine) - Counter(its), Counter(its) - Counter(mine)
        if only and only_other:
            yield Slot(tuple(only), tuple(only_other))
