"""`sql/reference/*.csv` to the names that the linker looks for.

The same files fill the dimension tables, so that the linker cannot name what the warehouse does not hold.
"""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from etl.link.gazetteer import Gazetteer, Name
from etl.model import MentionKind

REFERENCE_DIR = Path(__file__).resolve().parents[2] / "sql" / "reference"


@cache
def read_gazetteer(folder: Path = REFERENCE_DIR) -> Gazetteer:
    """Return the gazetteer of all countries, agencies and officials; read once in a process."""
    exclusions = (row["phrase_ar"] for row in _rows(folder / "exclusion.csv"))
    return Gazetteer((*_countries(folder), *_agencies(folder), *_officials(folder)), exclusions)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _countries(folder: Path) -> Iterator[Name]:
    for row in _rows(folder / "country_alias.csv"):
        yield Name(
            kind=MentionKind.COUNTRY,
            entity_id=row["country_code"],
            alias=row["alias_ar"],
            is_demonym=row["kind"] == "demonym",
            is_ambiguous=row["is_ambiguous"] == "true",
        )


def _agencies(folder: Path) -> Iterator[Name]:
    for row in _rows(folder / "agency_alias.csv"):
        yield Name(
            kind=MentionKind.AGENCY,
            entity_id=row["agency_id"],
            alias=row["alias_ar"],
            is_ambiguous=row["needs_country"] == "true",
        )


def _officials(folder: Path) -> Iterator[Name]:
    for row in _rows(folder / "official_alias.csv"):
        if row["kind"] != "latin":
            yield Name(
                kind=MentionKind.OFFICIAL,
                entity_id=row["official_id"],
                alias=row["alias"],
                is_ambiguous=row["is_ambiguous"] == "true",
            )
