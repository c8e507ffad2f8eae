"""Ministries that share one head: وزارتي الداخلية والعدل, وزارات التجارة، والدفاع. Pure."""

from etl.link import grammar
from etl.link.beside import country_beside
from etl.link.found import Place
from etl.link.reading import Reading
from etl.link.tokens import HARD
from etl.link.whose import Whose

BESIDE_RULE = "agency-shared-beside/1"
CONTEXT_RULE = "agency-shared-context/1"
_UNNAMED_AFTER = frozenset("العربيه العرب الاجنبيه المختلفه المختصه المعنيه بالدول الدول بدول".split())


def find_coordinated(
    reading: Reading, taken: bytearray, beside: dict[int, Place], whose: Whose
) -> list[Place]:
    """Read وزارتي الداخلية والعدل and وزارات التجارة، والدفاع: one ministry for each portfolio."""
    found: list[Place] = []
    for at, token in enumerate(reading.tokens):
        head = token.word if token.word in grammar.UNION_HEADS else token.word[1:]
        if head not in grammar.UNION_HEADS:
            continue
        noun = grammar.UNION_HEADS[head]
        members = _members(reading, at, noun)
        if not members:
            continue
        near, _ = country_beside(reading, members[-1][1], beside)
        code, score = (near, 0.9) if near else whose.at(at)
        after = members[-1][1] + 1
        if not code or (after < len(reading.tokens) and reading.tokens[after].word in _UNNAMED_AFTER):
            continue
        for first, last, cut, kind_id in members:
            if any(taken[first : last + 1]):
                continue
            taken[first : last + 1] = b"\x01" * (last - first + 1)
            entity = reading.facts.by_generic.get((code, kind_id)) or f"{code.lower()}-{kind_id}"
            start = at if first == at + 1 else first
            found.append(
                Place(
                    kind="agency",
                    entity_id=entity,
                    first=start,
                    last=last,
                    cut=0 if start == at else cut,
                    rule=BESIDE_RULE if near else CONTEXT_RULE,
                    score=score,
                )
            )
    return found


def _members(reading: Reading, at: int, noun: str) -> list[tuple[int, int, int, str]]:
    """Give the portfolios of a dual or plural وزارات or مجلسا: first and last word, letters cut, generic id."""
    members: list[tuple[int, int, int, str]] = []
    here = at + 1
    while here < len(reading.tokens) and reading.tokens[here].gap < HARD:
        word = reading.tokens[here].word
        joined = word.startswith("و")
        if members and not joined:
            break
        first = word[1:] if joined and members else word
        kind_id, length = _portfolio(reading, noun + first, here)
        if not kind_id:
            break
        members.append((here, here + length - 1, 1 if joined and members else 0, kind_id))
        here += length
    return members


def _portfolio(reading: Reading, first: str, here: int) -> tuple[str, int]:
    words = [first]
    best = ("", 0)
    for length in range(1, 4):
        kind_id = reading.facts.portfolios.get(" ".join(words))
        if kind_id:
            best = (kind_id, length)
        if not reading.is_open(here + length):
            break
        words.append(reading.tokens[here + length].word)
    return best
