"""Which country a nameless body or office belongs to, by everything an article says of countries. Pure."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from etl.link.cities import COUNTRY_OF_CITY, FIRST_WORDS
from etl.link.found import Place
from etl.link.reading import Reading
from etl.link.tokens import starts

NOWHERE = "XX"
"""ISO 3166's code for no country: a body that the article names without any country in sight."""

_NEAR = 30.0
_SHARE, _CLOSE, _HINT, _HOME = 1.0, 1.2, 0.5, 1.1
_CITY_WEIGHT = 0.5


class Whose:
    """The countries of an article with their weights: the nearest and the most named ones lead.

    Cities and listed national bodies speak for their country too, though they are no mention of it.
    """

    def __init__(self, reading: Reading, countries: Sequence[Place], hint: str) -> None:
        """Take the article's countries and the country of its source, if that is known."""
        self._hint = hint
        self._home = ""
        self._known: Counter[str] = Counter()
        self._weights: Counter[str] = Counter()
        self._evidence: list[tuple[str, int, float]] = []
        for place in countries:
            in_title = reading.tokens[place.first].start < reading.text.body_at
            self._known[place.entity_id] += 1
            self._add(place.entity_id, place.last, 3.0 if in_title else 1.0, 1.0)
        for code, at in (*_cities(reading), *_bodies(reading)):
            self._add(code, at, _CITY_WEIGHT, _CITY_WEIGHT)
        self._total = sum(self._weights.values()) or 1

    def _add(self, code: str, at: int, weight: float, near: float) -> None:
        self._weights[code] += weight  # type: ignore[assignment]
        self._evidence.append((code, at, near))

    def at(self, first: int) -> tuple[str, float]:
        """Give the likeliest country for a place in the text, with a score; `XX` where nothing tells."""
        scores = {code: _SHARE * weight / self._total for code, weight in self._weights.items()}
        best: dict[str, float] = {}
        for code, last, near in self._evidence:
            distance = first - last
            weight = near * math.exp(-(distance if distance > 0 else -2.0 * distance) / _NEAR)
            best[code] = max(best.get(code, 0.0), weight)
        for code, weight in best.items():
            scores[code] += _CLOSE * weight
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

    @property
    def known(self) -> Counter[str]:
        """Give how often each country is named."""
        return self._known


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
