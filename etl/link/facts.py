"""What the linker knows, as plain values. Pure.

Read from `sql/reference` and `word.csv` by `etl.io.reference`; the same files fill the dimension tables.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from etl.link.gazetteer import Gazetteer, Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """One public body; `country` is alpha-2, or the short code of an intergovernmental body."""

    agency_id: str
    name_en: str
    country: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GenericAgency:
    """A kind of body that most countries have (وزارة الداخلية)."""

    kind_id: str
    name_en_pattern: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """One listed person; `countries` are those of the offices held, the latest first, `words` their titles'."""

    official_id: str
    name_ar: str
    name_en: str
    countries: tuple[str, ...]
    home: str
    words: frozenset[str]
    rank: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything the linker looks things up in, built once in a process."""

    places: Gazetteer
    people: Register
    agencies: Mapping[str, Agency]
    generics: Mapping[str, GenericAgency]
    portfolios: Mapping[str, str]
    by_generic: Mapping[tuple[str, str], str]
    officials: Mapping[str, Official]
    official_keys: Mapping[str, tuple[str, ...]]
    by_part: Mapping[str, tuple[str, ...]]
    countries: Mapping[str, str]
    words: Mapping[str, str]
    title_words: frozenset[str]
    given: frozenset[str]
    surnames: frozenset[str]
