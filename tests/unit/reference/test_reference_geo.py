"""The reference lines of countries and agencies: complete, without doubles, nothing dangling. Pure."""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import pytest

from etl.text.letters import fold

REFERENCE = Path(__file__).parents[3] / "sql" / "reference"
COUNTRY_KINDS = {"name", "formal", "abbreviation", "demonym", "capital", "seat"}
# The members of the League of Arab States, in the order of their codes.
ARAB_LEAGUE = {
    *("AE", "BH", "DJ", "DZ", "EG", "IQ", "JO", "KM", "KW", "LB", "LY"),
    *("MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO", "SY", "TN", "YE"),
}
# Bodies that every Arab state has: what the press of the region names first.
CORE_KINDS = {"mfa", "interior", "justice", "finance", "education", "health"}

Rows = list[dict[str, str]]


def rows_of(name: str) -> Rows:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def countries() -> Rows:
    return rows_of("country.csv")


@pytest.fixture(scope="module")
def country_aliases() -> Rows:
    return rows_of("country_alias.csv")


@pytest.fixture(scope="module")
def agencies() -> Rows:
    return rows_of("agency.csv")


@pytest.fixture(scope="module")
def agency_aliases() -> Rows:
    return rows_of("agency_alias.csv")


@pytest.fixture(scope="module")
def generics() -> Rows:
    return rows_of("generic_agency.csv")


def doubles(values: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [value for value, count in Counter(values).items() if count > 1]


@pytest.mark.parametrize(
    "name", ["country", "country_alias", "agency", "agency_alias", "generic_agency", "exclusion"]
)
def test_a_file_is_utf8_with_lf_and_whole_rows(name: str) -> None:
    raw = (REFERENCE / f"{name}.csv").read_bytes()
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    assert not raw.startswith("\N{ZERO WIDTH NO-BREAK SPACE}".encode())
    rows = list(csv.reader(raw.decode("utf-8").splitlines()))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert all(cell == cell.strip() for row in rows for cell in row)


def test_the_countries_are_all_of_iso_3166_and_kosovo(countries: Rows) -> None:
    codes = [row["country_code"] for row in countries]
    assert len(codes) == 250
    assert len(set(codes)) == 250
    assert codes == sorted(codes)
    assert "XK" in codes
    assert all(re.fullmatch(r"[A-Z]{2}", code) for code in codes)


def test_other_country_codes_are_well_formed_and_unique(countries: Rows) -> None:
    for column, form in (("alpha3", r"[A-Z]{3}"), ("m49", r"\d{3}"), ("wikidata_id", r"Q[1-9]\d*")):
        values = [row[column] for row in countries if row[column]]
        assert not doubles([(value,) for value in values]), column
        assert all(re.fullmatch(form, value) for value in values), column
        assert len(values) >= 249, column


def test_every_country_has_names(countries: Rows) -> None:
    assert not [row["country_code"] for row in countries if not (row["name_ar"] and row["name_en"])]
    assert not doubles([(fold(row["name_ar"]),) for row in countries])
    assert not doubles([(row["name_en"],) for row in countries])


def test_the_arab_league_has_its_22_members(countries: Rows) -> None:
    assert {row["is_arab_league"] for row in countries} == {"true", "false"}
    members = {row["country_code"] for row in countries if row["is_arab_league"] == "true"}
    assert members == ARAB_LEAGUE
    assert len(members) == 22


def test_country_aliases_are_one_line_a_fact(countries: Rows, country_aliases: Rows) -> None:
    codes = {row["country_code"] for row in countries}
    assert {row["country_code"] for row in country_aliases} == codes
    assert {row["kind"] for row in country_aliases} == COUNTRY_KINDS
    assert {row["is_ambiguous"] for row in country_aliases} == {"true", "false"}
    assert not doubles([(row["country_code"], fold(row["alias_ar"])) for row in country_aliases])


def test_a_word_of_two_countries_is_ambiguous_for_both(country_aliases: Rows) -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for row in country_aliases:
        owners[fold(row["alias_ar"])].add(row["country_code"])
    shared = {alias for alias, codes in owners.items() if len(codes) > 1}
    assert fold("عمان") in shared
    assert not [
        row for row in country_aliases if row["is_ambiguous"] != "true" and fold(row["alias_ar"]) in shared
    ]


def test_the_name_and_the_capital_of_a_country_are_among_its_aliases(
    countries: Rows, country_aliases: Rows
) -> None:
    known = {(row["country_code"], fold(row["alias_ar"])) for row in country_aliases}
    for row in countries:
        for name in (row["name_ar"], row["formal_name_ar"], row["capital_ar"]):
            assert not name or (row["country_code"], fold(name)) in known, name


def test_sovereign_states_have_a_demonym(countries: Rows, country_aliases: Rows) -> None:
    with_demonym = {row["country_code"] for row in country_aliases if row["kind"] == "demonym"}
    assert with_demonym >= ARAB_LEAGUE
    missing = [
        row["name_en"] for row in countries if row["capital_ar"] and row["country_code"] not in with_demonym
    ]
    assert len(missing) <= 10, missing


def test_agency_ids_are_slugs_and_unique(agencies: Rows) -> None:
    ids = [row["agency_id"] for row in agencies]
    assert len(ids) >= 400
    assert ids == sorted(ids)
    assert not doubles([(value,) for value in ids])
    assert all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", value) for value in ids)
    assert not doubles([(row["name_en"],) for row in agencies])
    wikidata = [row["wikidata_id"] for row in agencies if row["wikidata_id"]]
    assert not doubles([(value,) for value in wikidata])
    assert all(re.fullmatch(r"Q[1-9]\d*", value) for value in wikidata)


def test_an_agency_belongs_to_a_state_or_to_a_body_between_states(agencies: Rows, countries: Rows) -> None:
    codes = {row["country_code"] for row in countries}
    for row in agencies:
        assert bool(row["country_code"]) != bool(row["organization_code"]), row["agency_id"]
        assert not row["country_code"] or row["country_code"] in codes, row["agency_id"]
        assert row["name_ar"], row["agency_id"]
        assert row["name_en"], row["agency_id"]
        assert row["kind"], row["agency_id"]


def test_an_agency_of_a_state_is_named_after_its_code(agencies: Rows) -> None:
    assert not [
        row["agency_id"]
        for row in agencies
        if row["country_code"] and not row["agency_id"].startswith(row["country_code"].lower() + "-")
    ]


def test_parents_exist_and_lead_up(agencies: Rows) -> None:
    parent_of = {row["agency_id"]: row["parent_id"] for row in agencies}
    for agency_id in parent_of:
        seen, place = set(), agency_id
        while place:
            assert place in parent_of, f"{agency_id}: no agency {place}"
            assert place not in seen, f"{agency_id}: its parents go round"
            seen.add(place)
            place = parent_of[place]


def test_a_state_has_one_agency_of_a_generic_kind(agencies: Rows, generics: Rows) -> None:
    kinds = {row["kind_id"] for row in generics}
    instances = [(row["country_code"], row["generic"]) for row in agencies if row["generic"]]
    assert not doubles(instances)
    assert {kind for _, kind in instances} <= kinds
    for code in ARAB_LEAGUE:
        assert {kind for country, kind in instances if country == code} >= CORE_KINDS, code


def test_a_generic_alias_names_one_kind(generics: Rows) -> None:
    assert not doubles([(fold(row["alias_ar"]),) for row in generics])
    assert {row["is_ellipsis"] for row in generics} == {"true", "false"}
    assert {row["takes_place"] for row in generics} == {"true", "false"}
    assert all("{country}" in row["name_en_pattern"] for row in generics)
    patterns = {(row["kind_id"], row["name_en_pattern"], row["agency_kind"]) for row in generics}
    assert not doubles([(kind,) for kind, _, _ in patterns])


def test_agency_aliases_are_one_line_a_fact(agencies: Rows, agency_aliases: Rows) -> None:
    ids = {row["agency_id"] for row in agencies}
    assert {row["agency_id"] for row in agency_aliases} <= ids
    assert {row["needs_country"] for row in agency_aliases} == {"true", "false"}
    assert not doubles([(row["agency_id"], fold(row["alias_ar"])) for row in agency_aliases])


def test_an_alias_of_two_agencies_needs_its_country(agency_aliases: Rows, generics: Rows) -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for row in agency_aliases:
        owners[fold(row["alias_ar"])].add(row["agency_id"])
    generic = {fold(row["alias_ar"]) for row in generics}
    for row in agency_aliases:
        alias = fold(row["alias_ar"])
        if row["needs_country"] == "false":
            assert len(owners[alias]) == 1, (alias, owners[alias])
            assert alias not in generic, alias


def test_every_agency_can_be_found_by_a_name(agencies: Rows, agency_aliases: Rows) -> None:
    named = {row["agency_id"] for row in agency_aliases}
    assert not [row["agency_id"] for row in agencies if not row["generic"] and row["agency_id"] not in named]


def test_an_exclusion_stands_once_and_hides_more_than_an_alias(
    countries: Rows, country_aliases: Rows
) -> None:
    excluded = rows_of("exclusion.csv")
    codes = {row["country_code"] for row in countries} | {""}
    assert {row["not_country_code"] for row in excluded} <= codes
    assert not doubles([(fold(row["phrase_ar"]),) for row in excluded])
    names = {fold(row["alias_ar"]) for row in country_aliases}
    assert not [row["phrase_ar"] for row in excluded if fold(row["phrase_ar"]) in names]
