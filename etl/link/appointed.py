"""Whom an appointment names, with the new office farther behind: عين فلان … رئيسا لـ…. Pure."""

from etl.link import grammar
from etl.link.names import name_at
from etl.link.reading import Reading
from etl.link.tokens import HARD

_FARTHEST = 16
_CUES = grammar.fold_set(
    "تعيين بتعيين وتعيين عين وعين عينت وعينت تسمية بتسمية وتسمية انتخاب وانتخاب بانتخاب انتخب وانتخب اختيار واختيار اختار واختار اختير واختير "
    "تكليف وتكليف كلف وكلف ترقية وترقية نصب تنصيب بتنصيب رشح ترشيح بترشيح وترشيح"
)


def appointed_before(reading: Reading, at: int) -> tuple[int, int] | None:
    """Give first and last word of the name behind the word of appointment before an accusative office."""
    for cue in range(at - 1, max(at - _FARTHEST, -1), -1):
        token = reading.tokens[cue]
        if token.word in _CUES:
            return _named(reading, cue + 1, at)
        head = reading.head_at(cue)
        if token.gap == HARD or (head is not None and head[0] in grammar.ACCUSATIVE):
            return None
    return None


def _named(reading: Reading, first: int, end: int) -> tuple[int, int] | None:
    while first < end and reading.tokens[first].word in grammar.HONORIFICS:
        first += 1
    last = name_at(reading, first)
    is_name = last is not None and last > first and last < end and reading.tokens[first].gap < HARD
    return (first, last) if is_name and last is not None else None
