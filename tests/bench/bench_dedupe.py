"""A night of 10,000 articles against an archive: time, memory, and the ratio to an empty one and to two peers.

    python -m tests.bench.bench_dedupe [ARTICLES IN THE ARCHIVE, 1000000]

The peers are datasketch, of the group `bench`, and text-dedup, which runs with the interpreter that
TEXT_DEDUP_PYTHON names and is left out where that is not set (`dedupe_peers.py` says how to install it).

All texts are made of seeded random words. The archive's keys are random numbers, as keys of unrelated texts
are; a thousand of its articles are real texts, which the night copies. Each part runs in a process of its
own, DuckDB with two threads and 1.2 GB.
"""

import hashlib
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

import duckdb

from etl.dedupe.usual import WEIGHTS
from etl.dedupe.wording import wording
from etl.io.marts import SQL_DIR, load_tables, make_tables
from etl.io.marts import stage as stage_views
from etl.io.search import register
from etl.io.staging import SCHEMAS, Row, Staging
from etl.io.steps import load_steps
from etl.prints import printed_rows, version_rows
from tests.bench.dedupe_peers import compare

NIGHT = date(2026, 3, 14)
ARTICLES, COPIED, WORDS = 10_000, 1_000, 250
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
# Each archived article has as many keys as one of 250 words: 32 bands, 12 sentences, ten terms.
_ARCHIVE = """
CREATE TEMP TABLE old AS
SELECT
    *,
    md5_number_lower(article_id) AS article_key,
    md5_number_lower(text_hash) AS text_key
FROM (
    SELECT
        'archived' || number AS article_id,
        md5('text' || number)[:16] AS text_hash,
        DATE '2026-03-13' - (number % 400)::INTEGER AS news_date
    FROM range($1) AS numbers (number)
);
INSERT INTO fact_article BY NAME
SELECT
    article_key, article_id, md5_number_lower('inbox') AS source_key, news_date, news_date AS collected_date,
    news_date::TIMESTAMPTZ AS collected_at, news_date::TIMESTAMPTZ AS published_at, article_id AS url,
    'ar' AS language, 'عنوان ' || article_id AS title,
    repeat(text_hash || ' كلمات من نص قديم لا يشبه غيره ', 20) AS body, 250 AS word_count, text_hash
FROM old;
INSERT INTO dim_text BY NAME
SELECT
    text_key, text_hash, article_id, news_date::TIMESTAMPTZ AS first_at, news_date AS first_date,
    news_date AS collected_date, 1 AS article_count
FROM old;
INSERT INTO bridge_text_band BY NAME
SELECT text_key, hash(text_key, nth) AS band
FROM old, range(44) AS keys (nth);
INSERT INTO bridge_text_term BY NAME
SELECT text_key, hash(hash(text_key, nth) % 20000) AS term_key, 316 AS weight
FROM old, range(10) AS keys (nth);
INSERT INTO bridge_article_story BY NAME
SELECT
    article_key, text_key, article_key AS report_key, article_key AS story_key, true AS is_independent
FROM old;
INSERT INTO fact_version BY NAME
SELECT
    article_key, news_date::TIMESTAMPTZ AS seen_at, md5_number_lower('inbox') AS source_key,
    news_date AS collected_date, false AS is_deletion, text_hash
FROM old;
DROP TABLE old;
"""


def texts(seed: str, count: int) -> Iterator[tuple[str, str]]:
    """Titles and bodies: a third of the words usual ones, the others drawn from 30,000, the frequent ones often."""
    random = Random(seed)  # noqa: S311 - the same texts each time
    rare = ["".join(random.choices(_LETTERS, k=random.randrange(3, 7))) for _ in range(30_000)]
    weights = list(accumulate(1 / rank for rank in range(300, len(rare) + 300)))
    usual = list(WEIGHTS)[:400]
    for _ in range(count):
        words = random.choices(rare, cum_weights=weights, k=WORDS)
        words[::3] = random.choices(usual, k=len(words[::3]))
        title = " ".join(words[20:30])
        yield title, ".\n".join(" ".join(words[start : start + 20]) for start in range(0, WORDS, 20))


def night() -> list[tuple[str, str]]:
    """New texts, copies of them, and copies of archived ones: retitled, cut, or with a word changed here and there."""
    random = Random("copies")  # noqa: S311 - the same texts each time
    new = list(texts("new", ARTICLES * 6 // 10))
    old = list(texts("archived", COPIED))
    for title, body in old + random.choices(new, k=ARTICLES - len(new) - len(old)):
        lines = body.split("\n")
        if random.random() < 0.5:
            lines = lines[: random.randrange(5, len(lines))]
        words = " ".join(lines).split(" ")
        for place in random.sample(range(len(words)), 5):
            words[place] = "كلمة"
        new.append((title[::-1], " ".join(words)))
    random.shuffle(new)
    return new


def row(name: str, day: date, text: tuple[str, str]) -> Row:
    at = datetime(day.year, day.month, day.day, 6, tzinfo=UTC) + timedelta(seconds=len(text[1]))
    return {
        "article_id": name, "source_id": "inbox", "url": f"inbox:///{name}", "news_date": day, "collected_date": day,
        "collected_at": at, "published_at": at, "language": "ar", "title": text[0], "body": text[1],
        "section": None, "author": None, "attribution": None, "tags": [], "captions": [], "word_count": WORDS,
        "text_hash": hashlib.sha256("\n".join(text).encode()).hexdigest()[:16],
    }  # fmt: skip


def stage(staging: Staging, day: date, prefix: str, given: list[tuple[str, str]]) -> None:
    rows: dict[str, list[Row]] = {table: [] for table in SCHEMAS}
    rows["article"] = [row(f"{prefix}{number}", day, text) for number, text in enumerate(given)]
    for each in rows["article"]:
        for table, printed in printed_rows(each):
            rows[table].append(printed)
    rows["version"] = list(version_rows(rows["article"], []))
    count = len(given)
    rows["outcome"] = [
        {
            "news_date": day,
            "source_id": "inbox",
            "stage": "refine",
            "in_count": count,
            "out_count": count,
            "drop_count": 0,
        }
    ]
    for table, content in rows.items():
        staging.write(day, "inbox", table, content)


def opened(file: Path) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(str(file))
    register(connection)
    connection.execute("SET threads = 2; SET memory_limit = '1200MB'")
    connection.execute("SET VARIABLE reference = $1", [str(SQL_DIR / "reference")])
    connection.execute("SET VARIABLE loaded_at = TIMESTAMPTZ '2026-03-15 02:00:00+00'")
    names = ("source_id", "name_ar", "name_en", "country_code", "owner_kind", "timezone", "home_url")
    columns = [*(f"{name} VARCHAR" for name in names), "expected_least INTEGER", "expected_most INTEGER"]
    connection.execute(f"CREATE TEMP TABLE source_specs ({', '.join(columns)})")
    connection.execute(
        "INSERT INTO source_specs (source_id, name_ar, name_en) VALUES ('inbox', 'وارد', 'Inbox')"
    )
    return connection


def load(connection: duckdb.DuckDBPyConnection, folder: Path, day: date) -> None:
    connection.execute("SET VARIABLE staging = $1", [str(folder)])
    connection.execute("SET VARIABLE news_date = $1::DATE", [day])
    connection.execute("BEGIN")
    make_tables(connection)
    stage_views(connection)
    load_tables(connection, load_steps())
    connection.execute("COMMIT")


def build(root: Path, size: int) -> None:
    """Make the archive: its reference data, a thousand real texts, and rows of keys for the others."""
    staging, before = Staging(root / "staging"), NIGHT - timedelta(days=1)
    stage(staging, before, "real", list(texts("archived", COPIED)) if size else [])
    with opened(root / "warehouse.duckdb") as connection:
        load(connection, staging.day_dir(before), before)
        if size:
            for statement in filter(str.strip, _ARCHIVE.split(";")):
                connection.execute(statement, [size] if "$1" in statement else None)


def measure(root: Path) -> None:
    """Fingerprint and load the night; print seconds, seconds of CPU, megabytes and what was found."""
    given = night()
    start, cpu = time.perf_counter(), time.process_time()
    staging = Staging(root / "staging")
    stage(staging, NIGHT, "new", given)
    staged = time.perf_counter()
    with opened(root / "warehouse.duckdb") as connection:
        load(connection, staging.day_dir(NIGHT), NIGHT)
        done, cpu = time.perf_counter(), time.process_time() - cpu
        found = connection.execute(
            "SELECT count(*), count(DISTINCT report_key), count(DISTINCT story_key), count(*) FILTER"
            " (WHERE copied_from_key IS NOT NULL) FROM bridge_article_story JOIN fact_article USING (article_key)"
            " WHERE collected_date = '2026-03-14'"
        ).fetchone()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(done - start, cpu, staged - start, peak, *(found or ()))


def peer() -> None:
    """Print the seconds that datasketch's index, and the same work here, take for one night and no archive."""
    from datasketch import MinHash, MinHashLSH

    from etl.dedupe.fingerprint import BANDS, ROWS, fingerprint

    words = [wording(*text) for text in night()[:2000]]
    shingles = [[" ".join(each).encode() for each in text.shingles] for text in words]
    start = time.process_time()
    index = MinHashLSH(num_perm=BANDS * ROWS, params=(BANDS, ROWS))
    for number, tokens in enumerate(shingles):
        keys = MinHash(num_perm=BANDS * ROWS)
        keys.update_batch(tokens)
        index.query(keys)
        index.insert(number, keys)
    theirs, start = time.process_time() - start, time.process_time()
    with duckdb.connect() as connection:
        connection.execute("SET threads = 1; CREATE TABLE band (text INTEGER, band UBIGINT)")
        rows = [(number, band) for number, text in enumerate(words) for band in fingerprint(text).bands]
        columns = {"text": [number for number, _ in rows], "band": [band for _, band in rows]}
        import pyarrow as pa

        connection.register(
            "keys", pa.table(columns, pa.schema([("text", pa.int32()), ("band", pa.uint64())]))
        )
        connection.execute("INSERT INTO band FROM keys")
        connection.execute(
            "SELECT DISTINCT a.text, b.text FROM band a JOIN band b USING (band) WHERE a.text < b.text"
        )
    print(theirs, time.process_time() - start)


def run(*arguments: str) -> list[float]:
    answer = subprocess.run(
        [sys.executable, __file__, *arguments], capture_output=True, text=True, check=True
    ).stdout
    return [float(each) for each in answer.split()]


def main(size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        results = []
        for name, count in (("empty", 0), ("full", size)):
            root = Path(folder) / name
            root.mkdir()
            run("build", str(root), str(count))
            results.append(run("measure", str(root)))
            seconds, cpu, staged, peak, articles, reports, stories, copies = results[-1]
            print(
                f"{articles:,.0f} articles against {count:,}: {seconds:.1f} s ({cpu:.1f} s CPU; {staged:.1f} s of it keys), "
                f"{peak:,.0f} MB; {reports:,.0f} reports, {stories:,.0f} stories, {copies:,.0f} copies"
            )
        print(f"full to empty: {results[1][0] / results[0][0]:.2f} (CPU {results[1][1] / results[0][1]:.2f})")
        theirs, ours = run("peer")
        print(
            f"keys, index and candidates of 2,000 texts: datasketch {theirs:.2f} s, here {ours:.2f} s: {theirs / ours:.1f} times"
        )
        print(compare([*texts("archived", COPIED), *night()]))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["build", root, size]:
            build(Path(root), int(size))
        case ["measure", root]:
            measure(Path(root))
        case ["peer"]:
            peer()
        case []:
            main(1_000_000)
        case [size]:
            main(int(size))
