"""`sql/reference/*.csv` to what the linker knows.

The same files fill the dimension tables, so that the linker cannot name what the warehouse does not hold.
"""

import csv
import gc
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import etl.link
from etl.link.facts import Agency, Facts, GenericAgency, Official
from etl.link.gazetteer import Gazetteer, Name, Register
from etl.link.grammar import GIVEN
from etl.link.linker import Linker
from etl.link.tokens import bare, chunk
from etl.text.letters import fold
from etl.text.names import name_key

REFERENCE_DIR = Path(__file__).resolve().parents[2] / "sql" / "reference"
WORDS = Path(etl.link.__file__).with_name("word.csv")

_NO_AGENCY = frozenset({"forum", "coalition"})
_HAMZA = re.compile(r"(?<!\w)(\w{1,2}ا)([يء])(\w)(?!\w)")
"""A first name that is written with a hamza or without: فائز and فايز, نائف and نايف."""
_SECRETARIAT = "الأمانة العامة ل"
_APART = re.compile(r"[^\w\n]+|_")
_Row = dict[str, str]


@cache
def read_facts(folder: Path = REFERENCE_DIR) -> Facts:
    """Return all names of countries, agencies and officials; read once in a process."""
    agencies = _agencies(folder)
    generic_rows = tuple(_rows(folder / "generic_agency.csv"))
    offices = {row["office_id"]: row for row in _rows(folder / "office.csv")}
    officials = _officials(folder, offices)
    places = tuple(_place_names(folder, agencies, generic_rows))
    people = tuple(_people_names(folder))
    return Facts(
        places=Gazetteer(places),
        people=Register(people),
        agencies=agencies,
        generics={
            row["kind_id"]: GenericAgency(
                kind_id=row["kind_id"], name_en_pattern=row["name_en_pattern"], kind=row["agency_kind"]
            )
            for row in generic_rows
        },
        portfolios={
            name.folded.removeprefix("وزاره "): name.entity_id
            for name in places
            if name.kind == "generic" and name.folded.startswith(("وزاره ", "مجلس "))
        },
        by_generic=_by_generic(folder),
        officials=officials,
        official_keys=_keys(people),
        by_part=_by_part(people),
        countries={row["country_code"]: row["name_en"] for row in _rows(folder / "country.csv")},
        words=_words(people),
        title_words=_title_words(offices.values(), places),
        given=_given(people),
        surnames=frozenset(
            name.folded.rsplit(" ", 1)[1] for name in people if name.form == "full" and " " in name.folded
        ),
    )


def _rows(path: Path) -> Iterator[_Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _folded(texts: Iterable[str]) -> list[str]:
    """Fold many short texts at once: a call for each would take most of the loading."""
    return [line.strip() for line in _APART.sub(" ", fold("\n".join(texts))).split("\n")]


def _agencies(folder: Path) -> dict[str, Agency]:
    return {
        row["agency_id"]: Agency(
            agency_id=row["agency_id"],
            name_en=row["name_en"],
            country=row["organization_code"] or row["country_code"],
            kind=row["kind"],
        )
        for row in _rows(folder / "agency.csv")
    }


def _by_generic(folder: Path) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for row in _rows(folder / "agency.csv"):
        if row["generic"] and row["country_code"]:
            found.setdefault((row["country_code"], row["generic"]), row["agency_id"])
    return found


def _place_names(folder: Path, agencies: dict[str, Agency], generics: tuple[_Row, ...]) -> Iterator[Name]:
    rows = tuple(_rows(folder / "country_alias.csv"))
    for row, folded in zip(rows, _folded(row["alias_ar"] for row in rows), strict=True):
        article = row["alias_ar"].startswith("ال")
        yield Name(
            "country", row["country_code"], folded, row["kind"], row["is_ambiguous"] == "true", article
        )
    rows = tuple(
        row for row in _rows(folder / "agency_alias.csv") if agencies[row["agency_id"]].kind not in _NO_AGENCY
    )
    own = {(row["agency_id"], row["alias_ar"]) for row in rows}
    for row, folded in zip(rows, _folded(row["alias_ar"] for row in rows), strict=True):
        alias = row["alias_ar"]
        if alias.startswith(_SECRETARIAT) and (row["agency_id"], alias.removeprefix(_SECRETARIAT)) in own:
            continue  # The secretariat of a body is the body: its own name is the mention.
        yield Name(
            "agency", row["agency_id"], folded, "name", row["needs_country"] == "true", alias.startswith("ال")
        )
    for row, folded in zip(generics, _folded(row["alias_ar"] for row in generics), strict=True):
        form = "place" if row["takes_place"] == "true" else "name"
        article = row["alias_ar"].startswith("ال")
        yield Name("generic", row["kind_id"], folded, form, row["is_ellipsis"] == "true", article)
    rows = tuple(_rows(folder / "exclusion.csv"))
    for row, folded in zip(rows, _folded(row["phrase_ar"] for row in rows), strict=True):
        article = row["phrase_ar"].startswith("ال")
        yield Name("exclusion", row["not_country_code"], folded, row["kind"], needs_article=article)


def _people_names(folder: Path) -> Iterator[Name]:
    rows = tuple(row for row in _rows(folder / "official_alias.csv") if row["kind"] != "latin")
    for row, folded in zip(rows, _folded(row["alias"] for row in rows), strict=True):
        yield Name("official", row["official_id"], folded, row["kind"], row["is_ambiguous"] == "true")
        if _HAMZA.search(folded):
            other = _HAMZA.sub(lambda match: match[1] + ("ي" if match[2] == "ء" else "ء") + match[3], folded)
            yield Name("official", row["official_id"], other, row["kind"], row["is_ambiguous"] == "true")


def _officials(folder: Path, offices: dict[str, _Row]) -> dict[str, Official]:
    held: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    offices_of: defaultdict[str, list[str]] = defaultdict(list)
    folded = _folded(office["title_ar"] for office in offices.values())
    titles = {
        office_id: frozenset(map(bare, title.split()))
        for office_id, title in zip(offices, folded, strict=True)
    }
    for row in _rows(folder / "tenure.csv"):
        office = offices[row["office_id"]]
        offices_of[row["official_id"]].append(row["office_id"])
        held[row["official_id"]].append(
            (row["from_date"] or row["to_date"], office["organization_code"] or office["country_code"])
        )
    found: dict[str, Official] = {}
    for row in _rows(folder / "official.csv"):
        own = sorted(held[row["official_id"]], reverse=True)
        found[row["official_id"]] = Official(
            official_id=row["official_id"],
            name_ar=row["name_ar"],
            name_en=row["name_en"],
            countries=tuple(dict.fromkeys(country for _, country in own if country)),
            home=row["country_code"],
            words=frozenset().union(*(titles[office_id] for office_id in offices_of[row["official_id"]])),
            rank=float(len(own)),
        )
    return found


def _keys(people: Iterable[Name]) -> dict[str, tuple[str, ...]]:
    """Give who bears a name, by its key: the spellings of an unlisted variant meet a listed one."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name in people:
        if name.form == "full":
            found[name_key(name.folded)][name.entity_id] = None
    return {key: tuple(ids) for key, ids in found.items()}


def _by_part(people: Iterable[Name]) -> dict[str, tuple[str, ...]]:
    """Give who bears a first or last word, so that a misspelt name is compared with few."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name in people:
        if name.form == "full" and " " in name.folded:
            words = name.folded.split()
            for part in (chunk(words[0])[0], chunk(words[-1])[-1]):
                found[part][name.entity_id] = None
    return {part: tuple(ids) for part, ids in found.items()}


def _words(people: Iterable[Name]) -> dict[str, str]:
    lines = WORDS.read_text(encoding="utf-8").splitlines()
    kinds = dict(line.split(",", 1) for line in lines[1:])
    for word in GIVEN:
        if kinds.get(word, "common") == "common":
            kinds[word] = "both"
    for name in people:
        words = name.folded.split()
        for word in words:
            if kinds.setdefault(word, "name") == "foreign":
                kinds[word] = "name"
        if name.form == "full" and len(words) > 1 and kinds[words[0]] == "common":
            kinds[words[0]] = "both"
    return kinds


def _given(people: Iterable[Name]) -> frozenset[str]:
    """Give the first names that at least two listed people bear."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for name in people:
        if name.form == "full" and " " in name.folded:
            bearers[name.folded.split(" ", 1)[0]].add(name.entity_id)
    return frozenset(word for word, ids in bearers.items() if len(ids) > 1)


def _title_words(offices: Iterable[_Row], places: Iterable[Name]) -> frozenset[str]:
    """Give the words, without article, that titles and names of bodies are made of."""
    texts = _folded(office["title_ar"] for office in offices)
    texts += [name.folded for name in places if name.kind in {"agency", "generic"}]
    return frozenset(bare(word) for text in texts for word in text.split())


@cache
def read_linker(folder: Path = REFERENCE_DIR) -> Linker:
    """Return the linker with all lists; built once in a process.

    The lists are set aside from garbage collection: they live as long as the process, and a full
    collection that walks them costs as much as reading a hundred articles.
    """
    linker = Linker(read_facts(folder))
    gc.freeze()
    return linker
