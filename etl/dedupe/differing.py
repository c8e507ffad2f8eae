"""What two texts that look alike fill the same places with: the numbers, names and dates that differ. Pure.

A template (a cable of congratulation, a market report, a weather bulletin, prayer times, a line-up) is the
same text about something else: its words are those of yesterday's, and what tells them apart stands in
slots. An editor's hand changes words too, but hardly ever the figures and names in the middle of sentences
that he leaves as they are.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import chain, product

from etl.dedupe.alignment import Run, Slot, slots
from etl.dedupe.usual import NAMES, WEIGHTS
from etl.text.calendar_words import WEEKDAYS
from etl.text.letters import fold
from etl.text.months import MONTHS, PLAIN
from etl.text.stems import stems

_MONTHS = (words[0] for words, month in MONTHS.items() if len(words) == 1 and month.need == PLAIN)
_DATES = frozenset(stem for name in (*WEEKDAYS, *_MONTHS) for stem in stems(fold(name)))
_MOST_NAMES = 2
_LONG = 4
_VERY_LONG = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """Counts over the slots of two texts: how many hold other numbers or dates, and how many other names.

    `agreeing` is how many numbers and dates stand in the runs that both texts share, `figures` how many the
    text with fewer of them has at all; `swapped` is how often the same name stands for the same other name
    beyond the first time.
    """

    numbers: int
    names: int
    agreeing: int
    figures: int
    swapped: int


Aligned = tuple[tuple[str, ...], tuple[str, ...], tuple[Run, ...]]


def differing(body: Aligned, title: Aligned) -> Differing:
    """Return what the slots between the shared runs of two bodies, and of their titles, are filled with."""
    numbers = names = 0
    swaps: Counter[tuple[str, str]] = Counter()
    for slot in chain(slots(*body), slots(*title)):
        numbers += bool(_figures(slot.one) and _figures(slot.other))
        pairs = _names(slot)
        names += min(_MOST_NAMES, len({one for one, _ in pairs}), len({other for _, other in pairs}))
        swaps.update(pairs)
    one, other, found = body
    return Differing(
        numbers=numbers,
        names=names,
        agreeing=sum(_is_figure(stem) for run in found for stem in one[run.one : run.one + run.length]),
        figures=min(sum(map(_is_figure, one)), sum(map(_is_figure, other))),
        swapped=sum(count - 1 for count in swaps.values()),
    )


def _is_figure(stem: str) -> bool:
    return stem[0].isdigit() or stem in _DATES


def _figures(stems: tuple[str, ...]) -> list[str]:
    return [stem for stem in stems if _is_figure(stem)]


def _names(slot: Slot) -> list[tuple[str, str]]:
    """Return the pairs of telling words that stand for each other, without those that are spellings of one."""
    mine = [stem for stem in slot.one if _is_telling(stem)]
    its = [stem for stem in slot.other if _is_telling(stem)]
    alike = [pair for pair in product(mine, its) if is_spelt_alike(*pair)]
    same = {stem for pair in alike for stem in pair}
    return [(one, other) for one, other in product(mine, its) if one not in same and other not in same]


def _is_telling(stem: str) -> bool:
    return len(stem) > 1 and not _is_figure(stem) and (stem in NAMES or stem not in WEIGHTS)


def is_spelt_alike(one: str, other: str) -> bool:
    """Tell two spellings or inflections of one word (غوتيريش, غوتيريس) from two words.

    >>> is_spelt_alike("غوتيريش", "غوتيريس"), is_spelt_alike("مالي", "تشاد")
    (True, False)
    """
    short, long = sorted((one, other), key=len)
    if len(short) >= _LONG and short in long:
        return True
    # Foreign names are written by ear, and the ear differs behind the first syllable (رينتسي, رينزي).
    begins = one[:2] == other[:2]
    allowed = (len(long) >= _LONG) + (len(long) >= (_LONG + 1 if begins else _VERY_LONG))
    return len(long) - len(short) <= allowed and _distance(one, other) <= allowed


def _distance(one: str, other: str) -> int:
    """Return the number of letters to change, add or take away (Levenshtein 1965)."""
    row = list(range(len(other) + 1))
    for count, letter in enumerate(one, 1):
        before, row[0] = row[0], count
        for place, its in enumerate(other, 1):
            before, row[place] = (
                row[place],
                min(row[place] + 1, row[place - 1] + 1, before + (letter != its)),
            )
    return row[-1]
