"""Names that end where a title begins, read backwards. Pure."""

from etl.link.grammar import GIVEN, HEADS, HONORIFICS, PARTICLES, STOPS
from etl.link.reading import Reading
from etl.link.tokens import ARTICLE, SOFT

_LONGEST, _TWO, _STYLED = 7, 2, 3


def _is_engineer(reading: Reading, at: int) -> bool:
    """Tell an everyday word as a surname: an honorific and a first name stand before it (المهندس أمجد جودة)."""
    words = [token.word for token in reading.tokens[max(0, at - 2) : at + 1]]
    if len(words) < _STYLED or reading.tokens[at].gap >= SOFT or words[2].startswith(ARTICLE):
        return False
    return words[0].removeprefix("و") in HONORIFICS and reading.kind(at - 1) == "name"


def _is_styled(reading: Reading, at: int) -> bool:
    return at > 0 and reading.tokens[at].gap < SOFT and reading.tokens[at - 1].word in HONORIFICS


def name_before(reading: Reading, at: int) -> tuple[int, int] | None:
    """Give first word and cut letters of the name that ends just before a word, if it has two words."""
    first = at
    while first > 0 and at - first < _LONGEST:
        kind = reading.kind(first - 1)
        word = reading.tokens[first - 1].word
        if reading.place_at(first - 1) is not None and not (kind == "name" and first == at):
            break
        if word in STOPS or word in HEADS or (word in HONORIFICS and kind != "name"):
            break
        fits = (
            kind in {"name", "unknown"}
            or word in PARTICLES
            or (kind == "both" and (first == at or at - first == 1 or _is_styled(reading, first - 1)))
        )
        if not fits and kind == "common" and first == at and _is_engineer(reading, first - 1):
            fits = True
        if not fits and kind == "clitic" and word[0] in "وفل" and reading.facts.words.get(word[1:]) == "name":
            return (first - 1, 1) if at - first >= 1 else None
        if not fits:
            break
        first -= 1
        if reading.tokens[first].gap >= SOFT:
            break
    if first and first < at and reading.tokens[first - 1].word.removeprefix("و") in HONORIFICS:
        return (first, 0) if at - first >= _TWO else None
    while (
        first < at
        and reading.kind(first) != "name"
        and reading.tokens[first].word not in GIVEN
        and not (reading.kind(first) == "both" and at - first == _TWO)
        and not (reading.kind(first) == "unknown" and not reading.tokens[first].word.startswith(ARTICLE))
    ):
        first += 1
    return (first, 0) if at - first >= _TWO else None
