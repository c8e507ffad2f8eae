"""Two articles to whether one is a copy of the other, and on what evidence. Pure.

The decision is symmetrical and looks at nothing but the two texts: what the archive holds besides, and in
which order it came in, cannot change it.
"""

from dataclasses import dataclass

from etl.dedupe.alignment import runs
from etl.dedupe.differing import Aligned, Differing, differing
from etl.dedupe.wording import SHINGLE, Wording

VERSION = "copy/1"
_NO_CANDIDATE = 0.28
"""Share of the shorter text's shingles below which no two texts of the labelled pairs are copies."""
_SHORT = 30
_SHORT_CONTAINED, _SHORT_COVERED = 0.85, 0.7
_CONTAINED, _COVERED = 0.73, 0.5
_BOTH_JACCARD, _BOTH, _BOTH_LEAST = 0.34, 0.55, 70
_CUTS = ((0.87, 35), (0.8, 100))
"""How much of a cut must stand in the longer text, by how many stems they share at least."""
_FEWEST_SLOTS = 3
_FEW_FIGURES, _AGREEING = 4, 0.4
_NUMBERS = 0.3
_NAMES = 1 / 40
_TELLING = 1 / 28
_ONE_FORM = 0.5
_MEAN_RUN = 7.5
"""Stems that copies share without a break, on average: fixtures and results, or two days' weather, share
the same words in shorter pieces. Of 24,000 articles of SANAD and ANT nearly all below were no copies."""
_EDGE = ("^",) * SHINGLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How much two texts share. Shares are of stems, but `jaccard`, which is of shingles of three stems.

    `contained` is the share of the shorter text that stands in the longer one, `covered` that of the longer
    one in the shorter; `matched` counts the shared stems.
    """

    jaccard: float
    contained: float
    covered: float
    matched: int
    differing: Differing
    is_copy: bool

    @property
    def is_of_one_form(self) -> bool:
        """Whether the texts are one template's, about two things: neither copies nor one event."""
        return self.contained >= _ONE_FORM and not self.is_copy and is_template(self.differing, self.matched)


_NOTHING = Differing(numbers=0, names=0, agreeing=0, figures=0, swapped=0)


def compare(one: Wording, other: Wording) -> Likeness:
    """Return how alike two texts are, and whether one was made from the other or both from a third.

    Not copies: texts that share a background paragraph or two, and texts of one template.
    """
    # One order for both calls: the runs that a greedy search finds may depend on which text comes first.
    if (other.body, other.title) < (one.body, one.title):
        one, other = other, one
    shared = len(one.shingles & other.shingles)
    fewest = min(len(one.shingles), len(other.shingles))
    if shared == 0 or shared / fewest < _NO_CANDIDATE:
        return Likeness(
            jaccard=shared / max(1, len(one.shingles | other.shingles)),
            contained=0.0, covered=0.0, matched=0, differing=_NOTHING, is_copy=False,
        )  # fmt: skip
    found = runs(one.body, other.body)
    matched = sum(run.length for run in found)
    short, long = sorted((len(one.body), len(other.body)))
    differs = differing((one.body, other.body, found), _titles(one.title, other.title))
    jaccard = shared / len(one.shingles | other.shingles)
    contained, covered = matched / short, matched / long
    return Likeness(
        jaccard=jaccard,
        contained=contained,
        covered=covered,
        matched=matched,
        differing=differs,
        is_copy=matched >= _MEAN_RUN * len(found)
        and _is_enough(jaccard, contained, covered, short, matched)
        and not is_template(differs, matched),
    )


def is_template(differs: Differing, matched: int) -> bool:
    """Tell the same text about something else from the same text in another hand.

    A corrected figure or name is one slot or two; a template differs in most of its figures, or in names
    all over the text, or in one name wherever it stands.
    """
    if differs.figures >= _FEW_FIGURES and differs.agreeing / differs.figures < _AGREEING:
        return True
    telling = differs.numbers + differs.names + differs.swapped
    if telling < _FEWEST_SLOTS - (matched < 2 * _SHORT):
        return False
    figures = differs.numbers + differs.agreeing
    return (
        (differs.numbers >= _FEWEST_SLOTS and differs.numbers / figures > _NUMBERS)
        or (differs.names + differs.swapped) / matched > _NAMES
        or telling / matched > _TELLING
    )


def _is_enough(jaccard: float, contained: float, covered: float, short: int, matched: int) -> bool:
    """Tell a text with another lead and another end from a text that repeats some background."""
    if short < _SHORT:
        return contained >= _SHORT_CONTAINED and covered >= _SHORT_COVERED
    if any(contained >= share and matched >= least for share, least in _CUTS):
        return True
    if jaccard >= _BOTH_JACCARD and covered >= _BOTH and matched >= _BOTH_LEAST:
        return True
    return contained >= _CONTAINED and covered >= _COVERED


def _titles(one: tuple[str, ...], other: tuple[str, ...]) -> Aligned:
    """Align two titles, with their ends for words where they are cast in one form: the last name counts too."""
    if runs(one, other):
        one, other = (*_EDGE, *one, *_EDGE), (*_EDGE, *other, *_EDGE)
    return one, other, runs(one, other)
