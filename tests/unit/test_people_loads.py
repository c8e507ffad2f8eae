"""People joined night by night, in any order and with verdicts taken back, are those of one load of everything."""

import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import combinations

import duckdb
import pyarrow as pa
import pytest

from etl.io.marts import SQL_DIR, sql
from etl.io.staging import SCHEMAS
from etl.io.steps import load_steps
from etl.link.people_evidence import tie_between
from etl.link.people_merge import Verdict, VerdictKind, merge_profiles
from tests.unit.link.sightings import Sighting, profiles_of

TABLES = (
    "fact_naming", "fact_verdict", "bridge_found_block", "fact_found_tie", "bridge_found_official",
    "dim_official", "dim_office",
)  # fmt: skip
LISTED = ("joe-biden", "antony-blinken")
IDS = (*(f"p-{n}" for n in range(24)), *LISTED)
NAMES = (
    "سعيد الزروالي", "سعيد بن علي الزروالي", "سعيد بن عمر الزروالي", "الزروالي", "سعيد", "تود روبنسون", "تورد روبنسون",
    "محمد تود روبنسون", "روبنسون", "سعيد الزروال", "علي الزروالي",
)  # fmt: skip
# One name for each id that is like no other: what joins these is verdicts alone.
LONE = {
    each: " ".join(
        start + "".join("بتجدرسفقكل"[int(digit)] for digit in f"{number:03}") for start in ("ح", "ع")
    )
    for number, each in enumerate(IDS)
}
TITLES = (
    None,
    "وزير النقل",
    "وزير النقل المغربي",
    "وزير النقل السابق",
    "قائد الدرك",
    "الوزير",
    "رئيس مجلس النواب",
)
COUNTRIES = ("MA", "DZ", "US", "AU", None, "XX")
Naming = Mapping[str, object]
Archive = dict[str, tuple[Naming, ...]]


def naming(chance: random.Random, article: str, found_id: str) -> Naming:
    title = chance.choice(TITLES)
    return {
        "article_id": article,
        "found_id": found_id,
        "name": LONE.get(found_id, "كريستوفر لانداو")
        if chance.random() < (0.1 if found_id in IDS[::2] else 0.9)
        else chance.choice(NAMES),
        "office_title": title,
        "office_search": title and title.removesuffix(" السابق"),
        "country": chance.choice(COUNTRIES),
        "standing": "former" if title and title.endswith("السابق") else "holder",
        "is_listed": found_id in LISTED,
        "agency_ids": chance.choice(([], [], ["ma-onda"], ["ma-onda", "us-state"])),
    }


def night(chance: random.Random, archive: Archive) -> Archive:
    """Some articles anew: new ones, changed ones, and ones that are taken out."""
    articles = [f"a{number}" for number in chance.sample(range(30), chance.randint(1, 6))]
    return {
        article: ()
        if article in archive and chance.random() < 0.3
        else tuple(naming(chance, article, each) for each in chance.sample(IDS, chance.randint(0, 3)))
        for article in articles
    }


def verdicts(chance: random.Random, old: Sequence[Verdict]) -> list[Verdict]:
    """The lines with one more at the end or in between, or one fewer."""
    lines = list(old)
    if lines and chance.random() < 0.3:
        lines.pop(chance.randrange(len(lines)))
    for _ in range(chance.randint(0, 2)):
        left, right = chance.sample((*IDS, "nobody-seen"), 2)
        kind = chance.choice(tuple(VerdictKind))
        name = f"اسم {len(lines)}" if kind is VerdictKind.RENAME else ""
        added = Verdict(kind=kind, left_id=left, right_id="" if name else right, name=name)
        lines.insert(chance.choice((len(lines), chance.randint(0, len(lines)))), added)
    return lines


@contextmanager
def warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        connection.execute("SET VARIABLE reference = $1", [str(SQL_DIR / "reference")])
        for table in TABLES:
            connection.execute(sql(f"marts/{table}/schema.sql"))
        # Read once, not at each of hundreds of loads; of the lists only what the articles here can meet.
        for name in ("reference_country", "reference_official", "reference_tenure", "reference_office"):
            connection.execute(sql(f"staging/{name}.sql").replace(f"VIEW {name} AS", f"TABLE {name} AS"))
        connection.execute("DELETE FROM reference_tenure WHERE official_id NOT IN $1", [LISTED])
        connection.execute("DELETE FROM reference_official WHERE official_id NOT IN $1", [LISTED])
        yield connection


def day_of(article: str) -> date:
    return date(2026, 3, 1) + timedelta(days=int(article[1:]) % 7)


def load(connection: duckdb.DuckDBPyConnection, changed: Archive, lines: Sequence[Verdict]) -> None:
    rows = [row for rows in changed.values() for row in rows]
    articles = [{"article_id": each, "news_date": day_of(each)} for each in changed]
    tables = {
        "given_naming": pa.Table.from_pylist(rows, SCHEMAS["naming"]),
        "given_article": pa.Table.from_pylist(articles),
    }
    for name, table in tables.items():
        connection.register(name, table)
    connection.execute("CREATE OR REPLACE TEMP TABLE staging_naming AS FROM given_naming")
    connection.execute("CREATE OR REPLACE TEMP TABLE staging_article AS FROM given_article")
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE changed_article AS "
        "SELECT md5_number_lower(article_id) AS article_key FROM staging_article"
    )
    steps = load_steps(lambda: lines)
    for table in TABLES:
        if table in steps:
            steps[table](connection)
        connection.execute(sql(f"marts/{table}/load.sql"))


def contents(connection: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[object, ...]]]:
    return {table: connection.execute(f"FROM {table} ORDER BY ALL").fetchall() for table in TABLES}


def by_all_pairs(archive: Archive, lines: Sequence[Verdict]) -> dict[str, tuple[str, str | None, bool]]:
    """Who is who if all people of the archive are compared with all others."""
    asked = {each for line in lines for each in (line.left_id, line.right_id)}
    rows = [(article, row) for article, rows in archive.items() for row in rows]
    sightings = [
        Sighting(
            provisional_id=str(row["found_id"]),
            name=str(row["name"]),
            title=row["office_title"],  # type: ignore[arg-type]
            country=str(row["country"] or ""),
            agency_ids=tuple(row["agency_ids"]),  # type: ignore[arg-type]
            first_seen=day_of(article),
            article_id=article,
        )
        for article, row in rows
        if not row["is_listed"] or row["found_id"] in asked
    ]
    people = profiles_of(sightings)
    ties = (tie_between(a, b) for a, b in combinations(people, 2))
    found = merge_profiles(people, [tie for tie in ties if tie is not None], lines).people
    listed = {
        str(row["found_id"]): (str(row["found_id"]), None, False) for _, row in rows if row["is_listed"]
    }
    return listed | {
        each.provisional_id: (each.official_id, each.evidence, each.is_doubtful) for each in found
    }


@pytest.mark.parametrize("seed", range(3))
def test_random_nights_are_one_load_of_everything(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 the same nights each time
    archive: Archive = {}
    lines: list[Verdict] = []
    with warehouse() as grown:
        for _ in range(10):
            changed = night(chance, archive)
            lines = verdicts(chance, lines)
            for _ in range(chance.choice((1, 1, 2))):
                load(grown, changed, lines)
            archive |= changed
            joined = {
                found_id: rest
                for found_id, *rest in grown.execute(
                    "SELECT found_id, official_id, evidence, is_doubtful FROM bridge_found_official"
                ).fetchall()
            }
            assert {key: tuple(rest) for key, rest in joined.items()} == by_all_pairs(archive, lines)
        with warehouse() as fresh:
            load(fresh, archive, lines)
            assert contents(grown) == contents(fresh)


def test_a_file_without_keys_gets_them_at_the_next_load() -> None:
    chance = random.Random(3)  # noqa: S311 the same articles each time
    archive = {f"a{n}": tuple(naming(chance, f"a{n}", each) for each in IDS[n::5]) for n in range(5)}
    with warehouse() as grown, warehouse() as fresh:
        for connection in (grown, fresh):
            load(connection, archive, ())
        for table in ("bridge_found_block", "fact_found_tie", "fact_verdict"):
            grown.execute(f"DELETE FROM {table}")
        load(grown, {"a9": ()}, ())
        assert contents(grown) == contents(fresh)


def test_a_load_moves_nobody_whom_it_does_not_concern() -> None:
    chance = random.Random(5)  # noqa: S311 the same articles each time
    with warehouse() as connection:
        load(connection, {f"a{n}": (naming(chance, f"a{n}", f"p-{n}"),) for n in range(24)}, ())
        away = naming(chance, "a29", "p-99") | {"name": "كريستوفر لانداو", "country": "NZ"}
        load(connection, {"a29": (away,)}, ())
        asked = "SELECT (SELECT list(found_id) FROM {}), (SELECT list(official_id) FROM touched_official)"
        for table in ("regrouped_person", "joined_person", "moved_person"):
            assert connection.execute(asked.format(table)).fetchone() == (["p-99"], ["p-99"])
