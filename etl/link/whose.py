"""Which country a nameless body or office belongs to, by everything an article says of countries. Pure."""

import math
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from etl.link.cities import COUNTRY_OF_CITY, FIRST_WORDS
from etl.link.found import Place
from etl.link.reading import Reading
from etl.link.tokens import starts

NOWHERE = "XX"
"""ISO 3166's code for no country: a body that the article names without any country in sight."""

_NEAR = 30.0
_SHARE, _CLOSE, _HINT, _HOME = 1.4, 1.2, 0.5, 1.1
_CITY_WEIGHT = 0.8
_TITLE_WEIGHT = 3.0
_OUTLETS, _OUTLET_WEIGHT = frozenset({"news", "university", "sport"}), 0.2
"""What names a country without meaning it still tells where a story plays (وكالة تونس أفريقيا للأنباء)."""
_PERSON_WEIGHT, _PERSON_NEAR = 0.5, 0.5


class Whose:
    """The countries of an article with their weights: the nearest and the most named ones lead.

    Cities and listed national bodies speak for their country too, though they are no mention of it.
    """

    def __init__(self, reading: Reading, countries: Sequence[Place], hint: str) -> None:
        """Take the article's countries and the country of its source, if that is known."""
        self._hint = hint
        self._home = ""
        self._known: Counter[str] = Counter()
        self.bodies: Counter[str] = Counter(_between_states(reading))
        self._weights: Counter[str] = Counter()
        self._evidence: defaultdict[tuple[str, float], list[int]] = defaultdict(list)
        self._answers: dict[tuple[int, ...], tuple[str, float]] = {}
        for place in countries:
            in_title = reading.tokens[place.first].start < reading.text.body_at
            self._known[place.entity_id] += 1
            self._add(place.entity_id, place.last, _TITLE_WEIGHT if in_title else 1.0, 1.0)
        for match in reading.matches:
            if match.name.kind == "exclusion" and match.name.entity_id and match.name.form in _OUTLETS:
                self._add(match.name.entity_id, match.last, _OUTLET_WEIGHT, _OUTLET_WEIGHT)
        for code, at in (*_cities(reading), *_bodies(reading)):
            self._add(code, at, _CITY_WEIGHT, _CITY_WEIGHT)
        self._total = sum(self._weights.values()) or 1

    def _add(self, code: str, at: int, weight: float, near: float) -> None:
        self._weights[code] += weight  # type: ignore[assignment]
        insort(self._evidence[code, near], at)
        self._answers.clear()

    def at(self, *firsts: int) -> tuple[str, float]:
        """Give the likeliest country for places in the text, with a score; `XX` where nothing tells.

        Several places are namings of one body: they are judged together, lest it get two countries.
        """
        answer = self._answers.get(firsts)
        if answer is None:
            answer = self._answers[firsts] = self._judge(firsts)
        return answer

    def _judge(self, firsts: tuple[int, ...]) -> tuple[str, float]:
        scores = {code: _SHARE * weight / self._total for code, weight in self._weights.items()}
        for first in firsts:
            best: dict[str, float] = {}
            for (code, near), places in self._evidence.items():
                weight = near * math.exp(-_distance(places, first) / _NEAR)
                if weight > best.get(code, 0.0):
                    best[code] = weight
            for code, weight in best.items():
                scores[code] += _CLOSE * weight / len(firsts)
        for code, weight in ((self._home, _HOME), (self._hint, _HINT)):
            if code:
                scores[code] = scores.get(code, 0.0) + weight
        if not scores:
            return NOWHERE, 0.3
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        top = ranked[0][1]
        other = ranked[1][1] if len(ranked) > 1 else 0.0
        return ranked[0][0], round(min(0.95, 0.5 + 0.5 * (top - other) / (top or 1.0)), 2)

    def feel_home(self, country: str) -> None:
        """Take the country whose officials the article names without saying whose they are."""
        self._home = country
        self._answers.clear()

    def feel_people(self, namings: Iterable[tuple[str, int]]) -> None:
        """Take the officials whose country is sure: whose minister speaks, his ministry is meant."""
        for code, at in namings:
            self._add(code, at, _PERSON_WEIGHT, _PERSON_NEAR)
        self._total = sum(self._weights.values()) or 1

    @property
    def known(self) -> Counter[str]:
        """Give how often each country is named."""
        return self._known


def _distance(places: Sequence[int], first: int) -> float:
    """Give how far the nearest place is, in words; one behind counts as twice as far as one before."""
    at = bisect_left(places, first)
    before = first - places[at - 1] if at else math.inf
    behind = 2.0 * (places[at] - first) if at < len(places) else math.inf
    return min(before, behind)


def _cities(reading: Reading) -> Iterator[tuple[str, int]]:
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        word = _city_word(token.word)
        if not word:
            continue
        for length in (3, 2, 1):
            words = (word, *(each.word for each in tokens[at + 1 : at + length]))
            if words in COUNTRY_OF_CITY:
                yield COUNTRY_OF_CITY[words], at + len(words) - 1
                break


@lru_cache(maxsize=65536)
def _city_word(word: str) -> str:
    """Give a word without its proclitics where a city's name begins so, else nothing."""
    return next((word[start.cut :] for start in starts(word) if word[start.cut :] in FIRST_WORDS), "")


def _between_states(reading: Reading) -> Iterator[str]:
    """Give the code of each listed body between states that the article names beyond doubt."""
    for match in reading.agency_at.values():
        if match.name.kind == "agency" and not match.name.is_ambiguous:
            yield reading.facts.agencies[match.name.entity_id].country


def _bodies(reading: Reading) -> Iterator[tuple[str, int]]:
    for match in reading.agency_at.values():
        name = match.name
        if name.kind == "agency" and not name.is_ambiguous:
            agency = reading.facts.agencies[name.entity_id]
            if (
                len(agency.country) == len(NOWHERE)
                and agency.country.isalpha()
                and agency.country in reading.facts.countries
                and agency.kind != "ministry"
            ):
                yield agency.country, match.last
