"""An article to the words that say what it is about, and two articles to whether that is one event. Pure.

What two hands have in common when they report one event is not phrases but a few words: who, where, what.
They stand in title and lead and come back further down. How usual a word is stands in a fixed table, so
that the answer for a pair is the same whatever else the archive holds; the warehouse computes the same sum
by a join over the terms of a few days.
"""

from collections import Counter
from math import sqrt

from etl.dedupe.places import PLACES
from etl.dedupe.usual import NAMES, UNLISTED, WEIGHTS
from etl.dedupe.wording import Wording

VERSION = "story/2"
DAYS = 2
"""How many days may lie between two reports of one event."""
TERMS = 10
UNIT = 1000
"""Weights are counted in thousandths: sums of whole numbers are the same in whatever order they are added."""
ALIKE = 340_000
"""Likeness (a cosine, in millionths) from which two articles tell of one event, as the labelled pairs have it."""
SHARED = 2
"""Words that they share at least, names of countries, their people and capitals not counted."""
_LEAD = 40
_TITLE = 1.5
_AGAIN = 0.5
_AGAIN_MOST = 4
_LEAST_WEIGHT = 3
_NAME_LEAST, _NAME_WEIGHT = 2, 5


def terms(words: Wording) -> dict[str, int]:
    """Return the ten stems that say most of what an article is about, with weights of length UNIT in all."""
    counts = Counter(words.body)
    title = frozenset(words.title)
    weights = {
        stem: weight
        * (_TITLE if stem in title else 1.0)
        * (1 + _AGAIN * min(max(counts[stem] - 1, 0), _AGAIN_MOST))
        for stem in {*title, *words.body[:_LEAD]}
        if (weight := _weight(stem))
    }
    best = sorted(weights, key=lambda stem: (-weights[stem], stem))[:TERMS]
    length = sqrt(sum(weights[stem] ** 2 for stem in best))
    return {stem: round(UNIT * weights[stem] / length) for stem in best}


def similarity(one: dict[str, int], other: dict[str, int]) -> int:
    """Return how alike two articles' terms are, 0 to a million; 0 where they share less than two beside places."""
    shared = one.keys() & other.keys()
    return sum(one[stem] * other[stem] for stem in shared) if len(shared - PLACES) >= SHARED else 0


def _weight(stem: str) -> int:
    """Return how much a stem says, 0 for figures and for what half of the press writes every day."""
    if len(stem) == 1 or stem[0].isdigit():
        return 0
    weight = WEIGHTS.get(stem, UNLISTED)
    if stem in NAMES:
        return _NAME_WEIGHT if weight >= _NAME_LEAST else 0
    return weight if weight >= _LEAST_WEIGHT else 0
