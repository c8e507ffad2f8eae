"""The reference of people: ids hold together, dates are possible, one line is one fact."""

import calendar
import csv
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
REFERENCE = ROOT / "sql" / "reference"
SEEDS = ROOT.parent / "shared" / "seeds" / "gold.json"

HEADERS = {
    "office.csv": [
        "office_id",
        "title_ar",
        "name_en",
        "country_code",
        "organization_code",
        "agency_id",
        "kind",
    ],
    "official.csv": ["official_id", "name_ar", "name_en", "country_code", "wikidata_id", "note"],
    "official_alias.csv": ["official_id", "alias", "kind", "is_ambiguous"],
    "tenure.csv": ["official_id", "office_id", "from_date", "to_date", "is_current", "is_acting", "evidence"],
}
OFFICE_KINDS = {
    "head_of_state", "head_of_government", "minister", "deputy_minister", "legislator", "judge", "prosecutor",
    "governor", "ambassador", "military", "police", "intelligence", "head_of_body", "spokesperson", "envoy",
    "royal", "other",
}  # fmt: skip
ALIAS_KINDS = {"full", "short", "latin", "royal_style", "kunya"}
# Offices that several people hold at once: deputies of one chief, members of one house or family, spokespeople.
SHARED_KINDS = {"deputy_minister", "legislator", "royal", "spokesperson", "envoy", "other"}
SHARED_OFFICES = re.compile(r"-(deputy-prime-minister|deputy-pm|presidency-member|minister-of-state)$")
HANDOVER = timedelta(days=31)
FOLDED_LETTERS = str.maketrans("أإآٱىیکةؤئ", "ااااييكهوي")


def rows(name: str) -> list[dict[str, str]]:
    """Read one reference table."""
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


OFFICES = rows("office.csv")
OFFICIALS = rows("official.csv")
ALIASES = rows("official_alias.csv")
TENURES = rows("tenure.csv")


def fold(name: str) -> str:
    """Fold what the press writes both ways: hamza, final letters, marks, the article."""
    bare = re.sub(r"[\u064b-\u065f\u0670\u0640]", "", unicodedata.normalize("NFKC", name))
    words = re.sub(r"[^\w\s]", " ", bare.translate(FOLDED_LETTERS).casefold()).split()
    return " ".join(re.sub(r"^ال(?=\w{2,})", "", word) for word in words)


def first_day(partial: str) -> date:
    """The earliest day a partial ISO date can mean."""
    parts = [int(part) for part in partial.split("-")]
    return date(parts[0], *[*parts[1:], 1, 1][:2])


def last_day(partial: str) -> date:
    """The latest day a partial ISO date can mean."""
    parts = [int(part) for part in partial.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(parts[0], parts[1], calendar.monthrange(parts[0], parts[1])[1])
    return date(*parts)


@pytest.mark.parametrize("name", sorted(HEADERS))
def test_table_is_sorted_utf8_with_its_header_and_no_stray_space(name: str) -> None:
    raw = (REFERENCE / name).read_bytes()
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    table = list(csv.reader(raw.decode("utf-8").splitlines()))
    assert table[0] == HEADERS[name]
    assert [len(row) for row in table] == [len(table[0])] * len(table)
    assert [row for row in table if any(cell != " ".join(cell.split()) for cell in row)] == []
    assert table[1:] == sorted(table[1:])
    assert len(table) == len({tuple(row) for row in table})


def test_at_least_600_officials_and_each_has_a_tenure() -> None:
    assert len(OFFICIALS) >= 600
    assert {row["official_id"] for row in OFFICIALS} == {row["official_id"] for row in TENURES}


def test_ids_are_slugs_and_unique() -> None:
    for table, key in ((OFFICES, "office_id"), (OFFICIALS, "official_id")):
        ids = [row[key] for row in table]
        assert len(ids) == len(set(ids))
        assert [i for i in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i)] == []


def test_no_dangling_ids() -> None:
    officials = {row["official_id"] for row in OFFICIALS}
    offices = {row["office_id"] for row in OFFICES}
    agencies = {row["agency_id"] for row in rows("agency.csv")} | {""}
    countries = {row["country_code"] for row in rows("country.csv")} | {""}
    assert {row["official_id"] for row in TENURES + ALIASES} - officials == set()
    assert {row["office_id"] for row in TENURES} == offices
    assert {row["agency_id"] for row in OFFICES} - agencies == set()
    assert {row["country_code"] for row in OFFICES + OFFICIALS} - countries == set()


def test_every_office_belongs_to_one_country_or_one_organization() -> None:
    assert [row for row in OFFICES if bool(row["country_code"]) == bool(row["organization_code"])] == []


def test_closed_vocabularies() -> None:
    assert {row["kind"] for row in OFFICES} <= OFFICE_KINDS
    assert {row["kind"] for row in ALIASES} == ALIAS_KINDS
    assert {row["is_ambiguous"] for row in ALIASES} == {"true", "false"}
    assert {row["is_acting"] for row in TENURES} == {"true", "false"}
    assert {row["is_current"] for row in TENURES} <= {"true", "false", ""}


def test_dates_are_partial_iso_and_in_order() -> None:
    for row in TENURES:
        for key in ("from_date", "to_date"):
            assert re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", row[key]), row
            if row[key]:
                assert first_day(row[key]) <= last_day(row[key]), row
        if row["from_date"] and row["to_date"]:
            assert first_day(row["from_date"]) <= last_day(row["to_date"]), row
        if row["to_date"]:
            assert row["is_current"] == "false", row


def holders() -> Iterator[tuple[str, dict[str, str], dict[str, str]]]:
    """Pairs of tenures of one office that only one person holds at a time."""
    kinds = {row["office_id"]: row["kind"] for row in OFFICES}
    by_office = defaultdict(list)
    for row in TENURES:
        shared = kinds[row["office_id"]] in SHARED_KINDS or SHARED_OFFICES.search(row["office_id"])
        if row["from_date"] and row["is_acting"] == "false" and not shared:
            by_office[row["office_id"]].append(row)
    for office, tenures in by_office.items():
        for one, other in combinations(sorted(tenures, key=lambda row: row["from_date"]), 2):
            yield office, one, other


def test_no_two_holders_of_a_sole_office_beyond_a_handover() -> None:
    overlaps = []
    for office, earlier, later in holders():
        # Only what is certain counts: the latest start and the earliest end that the partial dates allow.
        start = max(last_day(earlier["from_date"]), last_day(later["from_date"]))
        ends = [first_day(row["to_date"]) for row in (earlier, later) if row["to_date"]]
        successor = not earlier["to_date"] and later["from_date"] > earlier["from_date"]
        if successor or (ends and min(ends) - start > HANDOVER):
            overlaps.append((office, earlier["official_id"], later["official_id"]))
    assert overlaps == []


def test_one_person_is_one_line() -> None:
    by_english = defaultdict(set)
    by_arabic = defaultdict(set)
    for row in OFFICIALS:
        by_english[fold(row["name_en"])].add(row["official_id"])
        by_arabic[fold(row["name_ar"]), row["country_code"]].add(row["official_id"])
    assert {name: ids for name, ids in by_english.items() if len(ids) > 1} == {}
    assert {name: ids for name, ids in by_arabic.items() if len(ids) > 1} == {}


def test_every_official_has_an_arabic_and_a_latin_alias() -> None:
    kinds = defaultdict(set)
    for row in ALIASES:
        kinds[row["official_id"]].add(row["kind"])
        is_latin = re.search(r"[A-Za-z]", row["alias"]) is not None
        assert is_latin == (row["kind"] == "latin"), row
    assert [person for person, has in kinds.items() if "latin" not in has or has == {"latin"}] == []
    assert set(kinds) == {row["official_id"] for row in OFFICIALS}
    own = {(row["official_id"], row["alias"]) for row in ALIASES}
    assert [row for row in OFFICIALS if (row["official_id"], row["name_ar"]) not in own] == []


def test_an_alias_of_two_people_is_marked_ambiguous() -> None:
    owners = defaultdict(set)
    for row in ALIASES:
        owners[fold(row["alias"])].add(row["official_id"])
    assert [
        row for row in ALIASES if len(owners[fold(row["alias"])]) > 1 and row["is_ambiguous"] == "false"
    ] == []


def test_no_alias_repeats_another_of_the_same_person_after_folding() -> None:
    seen = [(row["official_id"], fold(row["alias"])) for row in ALIASES]
    assert len(seen) == len(set(seen))


@pytest.mark.skipif(not SEEDS.exists(), reason="the sample articles in ../shared are not here")
def test_officials_of_the_sample_articles_are_listed() -> None:
    gold = json.loads(SEEDS.read_text(encoding="utf-8"))
    names = {official["name_en"] for article in gold.values() for official in article["officials"]}
    assert names
    assert {fold(name) for name in names} - {fold(row["name_en"]) for row in OFFICIALS} == set()


@pytest.mark.parametrize(
    ("official", "office", "day"),
    [
        ("abdelouafi-laftit", "ma-interior-minister", "2024-11-01"),
        ("todd-robinson", "us-inl", "2023-05-01"),
        ("barack-obama", "us-president", "2013-09-06"),
        ("bernard-cazeneuve", "fr-interior-minister", "2015-02-14"),
        ("sabah-al-khaled-al-hamad-al-sabah", "kw-foreign-minister", "2012-03-01"),
        ("antonio-guterres", "un-secretary-general", "2018-01-01"),
    ],
)
def test_who_held_the_office_that_day(official: str, office: str, day: str) -> None:
    on = date.fromisoformat(day)
    held = {
        row["official_id"]
        for row in TENURES
        if row["office_id"] == office
        and row["from_date"]
        and first_day(row["from_date"]) <= on
        and (not row["to_date"] or on <= last_day(row["to_date"]))
    }
    assert held == {official}
