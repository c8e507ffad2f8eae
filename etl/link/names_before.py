"""Names that end where a title begins, read backwards. Pure."""

from etl.link.grammar import AFTER_TITLE, GIVEN, HEADS, HONORIFICS, PARTICLES, PREPOSITIONS, STOPS
from etl.link.reading import Reading
from etl.link.tokens import ARTICLE, COMMA, SOFT, SPACE

_LONGEST, _TWO, _STYLED, _LONG = 10, 2, 3, 4


KIN = frozenset("نجل نجله ابنه شقيق شقيقه زوج زوجه ارمله والد والده صهر حرم حفيد قرينه عم خال".split())
"""Whoever they are to him, they are no name: عمار صالح نجل شقيق الرئيس."""


_BREAKS = KIN | STOPS | HEADS
_WIFE = "عقيله"
"""Whose wife, right before his title; else a first name (عقيلة صالح)."""


def _is_engineer(reading: Reading, at: int) -> bool:
    """Tell an everyday word as a surname: an honorific and a first name stand before it (المهندس أمجد جودة)."""
    words = [token.word for token in reading.tokens[max(0, at - 2) : at + 1]]
    if len(words) < _STYLED or reading.tokens[at].gap >= SOFT or words[2].startswith(ARTICLE):
        return False
    return words[0].removeprefix("و") in HONORIFICS and reading.kind(at - 1) == "name"


def _is_pair(reading: Reading, at: int) -> bool:
    """Tell a surname that is a word (أمبيكا سوني (وزيرة …)): one name before it, and nothing before that."""
    word = reading.tokens[at].word
    after = reading.tokens[at + 1] if at + 1 < len(reading.tokens) else None
    if (
        after is None
        or after.gap == SPACE
        or word in KIN
        or word.startswith(ARTICLE)
        or word in PREPOSITIONS
        or word in AFTER_TITLE
    ):
        return False
    if at < _TWO or reading.tokens[at].gap >= SOFT or reading.kind(at - 1) not in {"name", "unknown"}:
        return False
    return reading.tokens[at - 1].gap >= COMMA or reading.is_stop(at - 2)


def _is_joined(reading: Reading, at: int) -> bool:
    """Tell the next of a list by its comma (…، وباسكواله فالنتيني وزير …): no list has the word with و."""
    token = reading.tokens[at]
    is_long = len(token.word) > _LONG and token.word[0] == "و"
    return is_long and token.gap == COMMA and token.word not in reading.facts.words


def _is_named(reading: Reading, word: str) -> bool:
    return reading.facts.words.get(word) == "name" or word in GIVEN


def _is_third(reading: Reading, at: int) -> bool:
    """Tell a surname with the article that only looks like a word (أحمد العود): two names stand before it."""
    token = reading.tokens[at]
    if token.gap >= SOFT or not token.word.startswith(ARTICLE) or token.word in reading.facts.words:
        return False
    return at > 1 and reading.kind(at - 1) == "name" and reading.kind(at - 2) == "name"


def _is_styled(reading: Reading, at: int) -> bool:
    return at > 0 and reading.tokens[at].gap < SOFT and reading.tokens[at - 1].word in HONORIFICS


def name_before(reading: Reading, at: int) -> tuple[int, int] | None:  # noqa: C901 (a decision list)
    """Give first word and cut letters of the name that ends just before a word, if it has two words."""
    first = at
    while first > 0 and at - first < _LONGEST:
        kind = reading.kind(first - 1)
        word = reading.tokens[first - 1].word
        if reading.place_at(first - 1) is not None and not (kind == "name" and first == at):
            break
        is_wife = word == _WIFE and first == at
        if is_wife or word in _BREAKS or (word in HONORIFICS and kind != "name"):
            break
        fits = (
            kind in {"name", "unknown"}
            or word in PARTICLES
            or (kind == "both" and (first == at or at - first == 1 or _is_styled(reading, first - 1)))
        )
        if not fits and kind == "common" and first == at:
            fits = any(tells(reading, first - 1) for tells in (_is_engineer, _is_third, _is_pair))
        if not fits and kind == "clitic" and word[0] in "وفل" and _is_named(reading, word[1:]):
            return (first - 1, 1) if at - first >= 1 else None
        if not fits:
            break
        first -= 1
        if reading.tokens[first].gap >= SOFT:
            break
    if at - first >= _TWO and _is_joined(reading, first):
        return first, 1
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
