"""`sql/reference/*.csv` to what is wrong in them: doubles, dangling ids, impossible dates, each with its line."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from etl.io.reference import REFERENCE_DIR
from etl.text.letters import fold

_PARTIAL_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_BOOLEAN = frozenset({"true", "false"})
_Rows = list[tuple[int, dict[str, str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What one file must hold: its columns, what tells two lines apart, and whose ids its columns hold."""

    columns: tuple[str, ...]
    key: tuple[str, ...]
    ids: Mapping[str, str]
    filled: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong in one line; `line` counts from 1, the header's."""

    file: str
    line: int
    problem: str


def _table(columns: str, key: str, *, filled: str = "", flags: str = "", **ids: str) -> Table:
    return Table(
        columns=tuple(columns.split()),
        key=tuple(key.split()),
        ids=ids,
        filled=tuple(f"{key} {filled}".split()),
        flags=tuple(flags.split()),
    )


TABLES: Mapping[str, Table] = {
    "country": _table(
        "country_code alpha3 m49 name_ar formal_name_ar name_en region_en subregion_en is_arab_league capital_ar "
        "capital_en wikidata_id",
        "country_code",
        filled="name_ar name_en",
        flags="is_arab_league",
    ),
    "country_alias": _table(
        "country_code alias_ar kind is_ambiguous note",
        "country_code alias_ar",
        flags="is_ambiguous",
        country_code="country",
    ),
    "agency": _table(
        "agency_id name_ar name_en country_code organization_code kind generic parent_id wikidata_id",
        "agency_id",
        filled="name_ar name_en kind",
        country_code="country",
        parent_id="agency",
        generic="generic_agency",
    ),
    "agency_alias": _table(
        "agency_id alias_ar needs_country note",
        "agency_id alias_ar",
        flags="needs_country",
        agency_id="agency",
    ),
    "generic_agency": _table(
        "kind_id alias_ar name_en_pattern agency_kind is_ellipsis takes_place",
        "kind_id alias_ar",
        flags="is_ellipsis takes_place",
    ),
    "exclusion": _table("phrase_ar not_country_code kind", "phrase_ar", not_country_code="country"),
    "office": _table(
        "office_id title_ar name_en country_code organization_code agency_id kind",
        "office_id",
        filled="title_ar name_en kind",
        country_code="country",
        agency_id="agency",
    ),
    "official": _table(
        "official_id name_ar name_en country_code wikidata_id note",
        "official_id",
        filled="name_ar name_en",
        country_code="country",
    ),
    "official_alias": _table(
        "official_id alias kind is_ambiguous",
        "official_id alias",
        flags="is_ambiguous",
        official_id="official",
    ),
    "tenure": _table(
        "official_id office_id from_date to_date is_current is_acting evidence",
        "official_id office_id from_date",
        flags="is_acting",
        official_id="official",
        office_id="office",
    ),
    "hijri_month": _table("hijri_year hijri_month first_date", "hijri_year hijri_month", filled="first_date"),
    "topic": _table("topic_code name_ar name_en iptc_uri", "topic_code", filled="name_ar name_en iptc_uri"),
}
_MAY_BE_BLANK = frozenset({"from_date"})


def check_reference(folder: Path = REFERENCE_DIR) -> tuple[Fault, ...]:
    """Return every fault of the reference files, by file and line; none where all is well.

    A file that is missing or is no UTF-8 is a fault too.
    """
    faults: list[Fault] = []
    tables: dict[str, _Rows] = {}
    for name, table in TABLES.items():
        path = folder / f"{name}.csv"
        try:
            with path.open(encoding="utf-8", newline="") as lines:
                reader = csv.reader(lines)
                header = tuple(next(reader, ()))
                cells = [(reader.line_num, row) for row in reader]
        except (OSError, UnicodeDecodeError) as error:
            faults.append(Fault(file=path.name, line=1, problem=str(error)))
            continue
        if header != table.columns:
            problem = f"the columns are {','.join(header)}; they must be {','.join(table.columns)}"
            faults.append(Fault(file=path.name, line=1, problem=problem))
            continue
        tables[name] = []
        for line, row in cells:
            if len(row) == len(header):
                tables[name].append((line, dict(zip(header, row, strict=True))))
            else:
                problem = (
                    f"{len(row)} fields where the header has {len(header)}; quote a field that has a comma"
                )
                faults.append(Fault(file=path.name, line=line, problem=problem))
    for name, rows in tables.items():
        for line, problem in _problems(TABLES[name], rows, tables):
            faults.append(Fault(file=f"{name}.csv", line=line, problem=problem))
    for name, problems in (("tenure", _dates), ("official_alias", _shared_names)):
        for line, problem in problems(tables.get(name, [])):
            faults.append(Fault(file=f"{name}.csv", line=line, problem=problem))
    return tuple(sorted(faults, key=lambda each: (each.file, each.line, each.problem)))


def _problems(table: Table, rows: _Rows, tables: Mapping[str, _Rows]) -> Iterator[tuple[int, str]]:
    """Yield doubles, blanks, dangling ids and wrong flags."""
    seen: dict[tuple[str, ...], int] = {}
    known = {
        target: {row[TABLES[target].key[0]] for _, row in tables[target]}
        for target in table.ids.values()
        if target in tables
    }
    for line, row in rows:
        key = tuple(row[column] for column in table.key)
        first = seen.setdefault(key, line)
        if first != line:
            yield line, f"{', '.join(table.key)} {', '.join(key)} stands in line {first} already"
        for column in table.filled:
            if not row[column].strip() and column not in _MAY_BE_BLANK:
                yield line, f"{column} is empty"
        for column, target in table.ids.items():
            if row[column] and target in known and row[column] not in known[target]:
                yield line, f"{column} {row[column]!r} does not stand in {target}.csv"
        for column in table.flags:
            if row[column] not in _BOOLEAN:
                yield line, f"{column} is {row[column]!r}; it must be true or false"


def _dates(rows: _Rows) -> Iterator[tuple[int, str]]:
    """Yield dates that are none, and periods that end before they begin or that end and go on."""
    for line, row in rows:
        bad = [column for column in ("from_date", "to_date") if row[column] and not _is_date(row[column])]
        for column in bad:
            yield line, f"{column} {row[column]!r} is no date; write 2026, 2026-03 or 2026-03-14"
        first, last = row["from_date"], row["to_date"]
        shared = min(len(first), len(last))
        if not bad and shared and first[:shared] > last[:shared]:
            yield line, f"the period ends ({last}) before it begins ({first})"
        if last and row["is_current"] == "true":
            yield line, f"is_current is true, yet to_date says {last}"


def _is_date(text: str) -> bool:
    try:
        return bool(_PARTIAL_DATE.fullmatch(text) and date.fromisoformat((text + "-01-01")[:10]))
    except ValueError:
        return False


def _shared_names(rows: _Rows) -> Iterator[tuple[int, str]]:
    """Yield aliases of two people that are not marked so."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    folded = fold("\n".join(row["alias"] for _, row in rows)).split("\n") if rows else []
    for (_, row), name in zip(rows, folded, strict=True):
        owners[name].add(row["official_id"])
    for (line, row), name in zip(rows, folded, strict=True):
        if len(owners[name]) > 1 and row["is_ambiguous"] == "false":
            yield line, f"{row['alias']!r} names {', '.join(sorted(owners[name]))}; is_ambiguous must be true"
