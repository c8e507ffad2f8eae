"""Surnames that stand alone, to the people of an article whose full names it gives. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from etl.link import grammar
from etl.link.facts import Official
from etl.link.found import Person
from etl.link.reading import Reading
from etl.link.tokens import SOFT, bare, chunk, starts

SURNAME_RULE = "surname/1"
_LONG_ENOUGH, _TWO = 3, 2


@dataclass(slots=True, kw_only=True)
class Group:
    """One person of one article."""

    parts: tuple[str, ...]
    name: str
    people: list[Person] = field(default_factory=list)
    official: Official | None = None
    country: str = ""
    provisional_id: str = ""
    is_sure: bool = False

    @property
    def entity_id(self) -> str:
        """The listed id, or the provisional one."""
        return self.official.official_id if self.official else self.provisional_id


def nearness(group: Group, person: Person) -> int:
    """Rank a group for a surname by place: the last full naming before it, else the first behind."""
    before = [each.first for each in group.people if each.first <= person.first]
    return max(before) if before else -min(each.first for each in group.people)


def find_surnames(groups: list[Group], reading: Reading) -> None:  # noqa: C901 (a decision list)
    """Find the surnames that stand alone: كازنوف, وليبرمان, داود أوغلو."""
    claimed: set[int] = set()
    wanted: dict[str, list[Group]] = {}
    for group in groups:
        for person in group.people:
            claimed.update(range(person.first, person.last + 1))
            if person.title:
                claimed.update(range(person.title[0], person.title[1] + 1))
        for part in _surnames(group, reading):
            wanted.setdefault(part, []).append(group)
    if not wanted:
        return
    names = frozenset(wanted)
    for at, token in enumerate(reading.tokens):
        if names.isdisjoint(_bares(token.word)) or at in claimed:
            continue
        for start in starts(token.word):
            if (
                start.bare in wanted
                and start.cut <= _TWO
                and _stands_alone(reading, at, start.cut, wanted[start.bare])
            ):
                first, cut = _with_particle(reading, at, start.cut, wanted[start.bare])
                if first in claimed:
                    break
                person = Person(first=first, last=at, cut=cut, rule=SURNAME_RULE, score=0.85, is_short=True)
                max(wanted[start.bare], key=lambda group: nearness(group, person)).people.append(person)
                break


@lru_cache(maxsize=65536)
def _bares(word: str) -> frozenset[str]:
    """Give what a word can be without its proclitics: one look at it rules out nearly every word."""
    return frozenset(start.bare for start in starts(word))


def _surnames(group: Group, reading: Reading) -> list[str]:
    """Give the parts of a name that may stand for it alone."""
    if len(group.parts) < _TWO:
        last = group.parts[-1]
        return [last] if _is_own(last, reading) else []
    found = [group.parts[-1]] if _is_own(group.parts[-1], reading) else []
    if (
        group.name
        and group.parts[0] not in reading.facts.given
        and reading.facts.words.get(group.parts[0]) == "name"
        and len(group.parts[0]) > _LONG_ENOUGH
    ):
        found.append(group.parts[0])
    return found


def _is_own(part: str, reading: Reading) -> bool:
    """Tell a surname that can be looked for from a word that is everywhere."""
    words = reading.facts.words
    if (
        len(part) < _TWO
        or part in grammar.STOPS
        or part in grammar.PREPOSITIONS
        or part in {"علي", "الي", "ان", "عبد", "اول", "ثاني", "له", "دين"}
    ):
        return False
    if words.get(part) == "common" and words.get("ال" + part) != "name":
        return words.get("ال" + part) == "both"
    return True


def _stands_alone(reading: Reading, at: int, cut: int, groups: Sequence[Group]) -> bool:  # noqa: C901, PLR0911 (a decision list)
    """Tell a surname alone from the same word in another person's name, a month, or a thing's name."""
    tokens = reading.tokens
    word = tokens[at].word
    part = bare(word[cut:])
    written = {token for group in groups for token in group.name.split()}
    if word[cut:].startswith("ال") or word.startswith(("لل", "ولل")):
        folded = {
            reading.tokens[place].word
            for group in groups
            for place in range(group.people[0].first, group.people[0].last + 1)
        }
        if part in folded and "ال" + part not in folded:
            return False
    if part in grammar.MONTHS and (
        at == 0 or tokens[at - 1].word in {"في", "شهر", "من", "الي", "خلال"} or tokens[at - 1].word.isdigit()
    ):
        return False
    kind = reading.facts.words.get(word[cut:])
    if (
        kind in {"common", "both"}
        and not word[cut:].startswith("ال")
        and any(each.endswith(("ال" + part,)) for each in written)
    ):
        return False
    if reading.country_at.get(at) is not None and kind != "name":
        return False
    if at and tokens[at].gap < SOFT and not cut:
        before = tokens[at - 1].word
        if before in {"بن", "ابن", "ابو", "عبد", "ام", "بنت"} and before not in {
            piece for group in groups for piece in group.parts
        }:
            return False
        if (
            reading.kind(at - 1) == "name"
            and before in reading.facts.given
            and not _is_titled(reading, at - 1)
        ):
            return before in {piece for group in groups for piece in group.parts}
        if (
            reading.kind(at - 1) == "unknown"
            and not before.startswith(("ال", "ي", "سي", "ست"))
            and not before.endswith("ت")
        ):
            return False
        if bare(before) in {
            "شارع",
            "جامعه",
            "مسجد",
            "ملعب",
            "مستشفي",
            "مطار",
            "عاءله",
            "كتاءب",
            "ال",
            "عاءلات",
            "شقيق",
            "زوجه",
            "نجل",
            "ابنه",
        }:
            return False
    after = at + 1
    if after < len(tokens) and tokens[after].gap < SOFT:
        return tokens[after].word not in {"بن", "ابن"}
    return True


def _is_titled(reading: Reading, at: int) -> bool:
    return reading.head_at(at) is not None or reading.tokens[at].word in grammar.HONORIFICS


def _with_particle(reading: Reading, at: int, cut: int, groups: Sequence[Group]) -> tuple[int, int]:
    """Take the words of the name before the surname too: بن رمضان, داود أوغلو."""
    parts = {piece for group in groups for piece in group.parts}
    first = at
    while first and not cut and reading.tokens[first].gap < SOFT:
        word = reading.tokens[first - 1].word
        if set(chunk(word)) <= parts and (word in grammar.PARTICLES or reading.kind(first - 1) != "common"):
            first -= 1
            continue
        if (
            len(word) > _LONG_ENOUGH
            and word[0] in "ول"
            and set(chunk(word[1:])) <= parts
            and reading.kind(first - 1) == "clitic"
        ):
            return first - 1, 1
        break
    return first, cut if first == at else 0
