"""Search, load and publish on a large archive, beside DuckDB's FTS extension and SQLite FTS5.

Run: python -m tests.bench.bench_search [ARTICLES] [--peers N]

The archive is synthetic and seeded: words of the press by Zipf's law, lengths as articles have them. Days
of 10,000 articles are loaded as every night is; to reach ARTICLES (1,000,000) the first of them is copied
under other dates and ids. Each of the 40 queries has one article that answers it, in another inflection or
spelling. The peers index N (50,000) of the same articles; the FTS extension needs its wheel installed.
"""

import argparse
import csv
import random
import statistics
import subprocess
import sys
import tempfile
from bisect import bisect
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import duckdb

from etl.io.marts import SQL_DIR
from etl.io.reference import WORDS
from etl.io.staging import SCHEMAS, Staging
from etl.io.steps import load_steps
from etl.io.warehouse import Warehouse, attach, open_published
from etl.sources import all_sources
from tests.bench.search_peers import fts_peer, sqlite_peer

FOLDER = Path(__file__).parent
DAY = date(2024, 1, 1)
A_NIGHT = 10_000
BEST = 10
MOST_MS = 500
SOURCE = "hespress"
CLITICS = ("", "", "", "", "ال", "ال", "ال", "و", "ب", "لل", "وال", "بال")
ENDINGS = ("", "", "", "", "ة", "ية", "ات", "ين", "ها", "ه")
NIGHTS_AT_ONCE = 10
# Laid as the loads lay them: articles by day, postings of days that lie one behind another by stem.
_NIGHT = "(SELECT unnest(getvariable('nights')) AS nth)"
_MOVED = "collected_date + nth::INTEGER AS collected_date"
# Every article is a text, a report and a story of its own, under its own key.
COPIED = (
    ("dim_text", ("text_key",), ("text_hash", "article_id")),
    ("dim_report", ("report_key", "story_key"), ()),
    ("dim_story", ("story_key",), ("story_id",)),
    ("bridge_article_story", ("article_key", "text_key", "report_key", "story_key"), ()),
    ("fact_article_version", ("article_key", "story_key"), ()),
)
FILL = (
    f"""
    CREATE OR REPLACE TEMP TABLE copy AS
    SELECT md5_number_lower(nth || '/' || article_id) AS article_key, article_key AS copied, nth
    FROM fact_article, {_NIGHT} WHERE collected_date = getvariable('night')
    """,
    f"""
    INSERT INTO fact_article BY NAME
    SELECT copy.article_key, copy.nth || '/' || article_id AS article_id, {_MOVED},
        news_date + nth::INTEGER AS news_date, copy.nth || '/' || text_hash AS text_hash,
        fact_article.* EXCLUDE (article_key, article_id, collected_date, news_date, text_hash)
    FROM fact_article JOIN copy ON copy.copied = fact_article.article_key ORDER BY nth, copied
    """,
    f"""
    INSERT INTO search_article BY NAME
    SELECT copy.article_key, {_MOVED}, place + nth * 4294967296 AS place, news_date + nth::INTEGER AS news_date,
        place.* EXCLUDE (article_key, collected_date, place, news_date)
    FROM search_article AS place JOIN copy ON copy.copied = place.article_key ORDER BY nth, article_no
    """,
    f"""
    INSERT INTO search_posting
    SELECT posting.* REPLACE ({_MOVED}) FROM search_posting AS posting, {_NIGHT}
    WHERE collected_date = getvariable('night') ORDER BY stem_key, nth
    """,
    """
    INSERT INTO search_text BY NAME
    SELECT copy.article_key, place + nth * 4294967296 AS place, text.part, text.text
    FROM search_text AS text JOIN copy ON copy.copied = text.article_key ORDER BY nth, place, part
    """,
    *(
        f"""
        INSERT INTO {table} BY NAME
        SELECT {", ".join(f"copy.article_key AS {key}" for key in keys)},
            {", ".join(f"copy.nth || '/' || {each} AS {each}" for each in ids)}
            {"," if ids else ""} {table}.* EXCLUDE ({", ".join((*keys, *ids))})
        FROM {table} JOIN copy ON copy.copied = {table}.{keys[0]} ORDER BY nth, copied
        """
        for table, keys, ids in COPIED
    ),
)
LETTERS = "ابتثجحدرزسشصطعغفقكلمنهوي"


def queries() -> list[tuple[str, str]]:
    """Read the queries, each with the sentence that answers it."""
    with (FOLDER / "search_queries.tsv").open(encoding="utf-8") as lines:
        return [(row[0], row[1]) for row in csv.reader((x for x in lines if x[0] != "#"), delimiter="\t")]


class Press:
    """Articles of random words, as many kinds of words as the press has, by Zipf's law."""

    def __init__(self, seed: int) -> None:
        """Draw the vocabulary: listed words in some of their forms, then words that nobody knows."""
        self.chance = random.Random(seed)  # noqa: S311 (a repeatable archive, no secret)
        with WORDS.open(encoding="utf-8") as lines:
            known = [row["word"] for row in csv.DictReader(lines) if row["word"][0] > "z"]
        self.chance.shuffle(known)
        forms = [
            self.chance.choice(CLITICS) + word + self.chance.choice(ENDINGS)
            for word in known
            for _ in range(5)
        ]
        rare = ["".join(self.chance.choices(LETTERS, k=self.chance.randint(4, 8))) for _ in range(150_000)]
        self.chance.shuffle(forms)
        function_words = "في من على إلى أن التي الذي قال مع عن كان هذا بعد بين".split()
        self.words = [*function_words, *known[:2000], *forms, *rare]
        self.sums = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))

    def text(self, length: int) -> str:
        """Write so many words, with stops and paragraphs."""
        drawn = (self.words[bisect(self.sums, self.chance.random() * self.sums[-1])] for _ in range(length))
        return " ".join(
            word + (".\n" if nth % 45 == 44 else "،" if nth % 15 == 14 else "")
            for nth, word in enumerate(drawn)
        )

    def day(self, day: date, planted: Sequence[str] = ()) -> list[dict[str, Any]]:
        """Write a night's articles; the first hold the planted sentences."""
        return [self._article(nth, day, planted[nth] if nth < len(planted) else "") for nth in range(A_NIGHT)]

    def _article(self, nth: int, day: date, planted: str) -> dict[str, Any]:
        length = max(60, int(self.chance.lognormvariate(5.4, 0.55)))
        body = f"{self.text(length // 2)}\n{planted}\n{self.text(length // 2)}"
        return {
            "article_id": f"{day:%Y%m%d}{nth:08d}", "source_id": SOURCE, "url": f"https://example.org/{day}/{nth}",
            "news_date": day, "collected_date": day, "collected_at": datetime(day.year, day.month, day.day, tzinfo=UTC),
            "language": "ar", "title": self.text(9), "tags": [], "captions": [], "body": body,
            "word_count": len(body.split()), "text_hash": f"{day:%Y%m%d}{nth:08d}",
        }  # fmt: skip


def load(root: Path, warehouse: Warehouse, day: date, articles: list[dict[str, Any]]) -> tuple[float, float]:
    """Stage and load a night; return the processor time of the load and the time on the clock."""
    staging = Staging(root / "staging")
    staging.write(day, SOURCE, "article", articles)
    for table in sorted(SCHEMAS.keys() - {"article", "outcome", "repeated"}):
        staging.write(day, SOURCE, table, [])
    counts = {"in_count": len(articles), "out_count": len(articles), "drop_count": 0}
    staging.write(
        day, SOURCE, "outcome", [{"news_date": day, "source_id": SOURCE, "stage": "refine", **counts}]
    )
    start, clock = process_time(), perf_counter()
    warehouse.load(staging.day_dir(day), day, all_sources().values())
    return process_time() - start, perf_counter() - clock


def warehouse_in(root: Path, name: str) -> Warehouse:
    """Give a warehouse; its articles name nobody."""
    return Warehouse(root / f"{name}.duckdb", root / f"{name}-published.duckdb", load_steps())


def fill(path: Path, nights: int) -> None:
    """Copy the second night under other dates, until there are so many nights more."""
    with duckdb.connect() as connection:
        attach(connection, path, "warehouse")
        connection.execute("SET enable_progress_bar = false")
        connection.execute("USE warehouse")
        for first in range(1, nights + 1, NIGHTS_AT_ONCE):
            last = min(first + NIGHTS_AT_ONCE, nights + 1)
            connection.execute(f"SET VARIABLE night = DATE '{DAY + timedelta(days=1)}'")
            connection.execute(f"SET VARIABLE nights = range({first}, {last})")
            for statement in FILL:
                connection.execute(statement)
        connection.execute("CHECKPOINT")


def measured(name: str, ask: Callable[[str], list[str]], wanted: dict[str, str]) -> str:
    """Ask every query three times; say how many found their article, and how long it took."""
    found, first = 0, 0
    clocks: list[float] = []
    processors: list[float] = []
    for query, article_id in wanted.items():
        times = []
        for _ in range(3):
            processor, clock = process_time(), perf_counter()
            answer = ask(query)
            times.append((perf_counter() - clock, process_time() - processor))
        clocks.append(min(clock for clock, _ in times) * 1000)
        processors.append(min(processor for _, processor in times) * 1000)
        found += article_id in answer
        first += answer[:1] == [article_id]
    spent = "; ".join(
        f"{kind}: median {statistics.median(of):.0f} ms, p95 {sorted(of)[int(len(of) * 0.95) - 1]:.0f} ms"
        for kind, of in (("clock", clocks), ("processor", processors))
    )
    return f"{name}: {found} of {len(wanted)} found in the best {BEST}, {first} first; {spent}"


def publish_apart(root: Path, name: str) -> str:
    """Publish in a process of its own, so that its peak of memory is its own; say what it took."""
    code = (
        "from pathlib import Path; from tests.bench.bench_search import warehouse_in; "
        f"warehouse_in(Path({str(root)!r}), {name!r}).publish(); "
        # Not ru_maxrss, which a child takes over from who starts it.
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    start = perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, cwd=FOLDER.parents[1], stdout=subprocess.PIPE, text=True
    )
    spent, peak = perf_counter() - start, int(done.stdout.split()[-1])
    return f"publish {spent:.1f} s with its checks, peak {peak / 1e6:.2f} GB of memory"


def examples(connection: duckdb.DuckDBPyConnection) -> str:
    """Run every example twice; say the slowest and how many took longer than they may."""
    times = []
    for path in sorted((SQL_DIR / "examples").glob("*.sql")):
        spent = []
        for _ in range(2):
            start = perf_counter()
            connection.execute(path.read_text(encoding="utf-8")).fetchall()
            spent.append((perf_counter() - start) * 1000)
        times.append((min(spent), path.stem))
    slowest = ", ".join(f"{name} {spent:.0f} ms" for spent, name in sorted(times, reverse=True)[:5])
    return f"{sum(spent > MOST_MS for spent, _ in times)} of {len(times)} examples over {MOST_MS} ms; slowest: {slowest}"


def main() -> None:
    """Measure all of it and print a line each."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--peers", type=int, default=50_000)
    options = parser.parse_args()
    press, pairs = Press(7), queries()
    planted = press.day(DAY, [sentence for _, sentence in pairs])
    wanted = {query: planted[nth]["article_id"] for nth, (query, _) in enumerate(pairs)}
    nights = [press.day(DAY + timedelta(days=1)), press.day(DAY + timedelta(days=9000))]
    with tempfile.TemporaryDirectory() as folder:
        measure_archive(Path(folder), options.articles, [planted, *nights], wanted)
    shared = [*planted, *nights[0], *nights[1]][: options.peers]
    print(f"peers, on {len(shared)} articles:")
    print(measured("SQLite FTS5", sqlite_peer(shared, BEST), wanted))
    if fts := fts_peer(shared, BEST):
        print(measured("DuckDB FTS", fts, wanted))


def measure_archive(
    root: Path, articles: int, nights: Sequence[list[dict[str, Any]]], wanted: dict[str, str]
) -> None:
    """Fill an archive, load a night into it and into none, publish it and ask it; print a line each."""
    full, empty = warehouse_in(root, "full"), warehouse_in(root, "empty")
    planted, night, last = nights
    load(root, full, DAY, planted)
    load(root, full, DAY + timedelta(days=1), night)
    fill(full.working, articles // A_NIGHT - 2)
    into_empty = load(root, empty, DAY + timedelta(days=9000), last)
    into_full = load(root, full, DAY + timedelta(days=9000), last)
    for kind, none, all_of_it in zip(("processor", "clock"), into_empty, into_full, strict=True):
        print(
            f"load of {A_NIGHT} into none {none:.1f} s, into {articles} {all_of_it:.1f} s ({kind}): "
            f"{all_of_it / none:.2f} times"
        )
    print(publish_apart(root, "full"))
    size = full.published.stat().st_size
    with open_published(full.published) as connection:
        # Of the nights that are no copies: many of one text are one to zstd.
        rows = f"(FROM fact_article WHERE collected_date <= DATE '{DAY + timedelta(days=1)}')"
        connection.execute(f"COPY {rows} TO '{root}/a.parquet' (FORMAT parquet, COMPRESSION zstd)")
        parquet = (root / "a.parquet").stat().st_size / (2 * A_NIGHT)
        print(
            f"{size / 1e9:.2f} GB, {size / articles:.0f} bytes an article with its index; "
            f"the articles alone as Parquet with zstd {parquet:.0f}"
        )
        sql = f"SELECT article_id FROM search($1, most := {BEST})"
        print(
            measured(
                "search()",
                lambda query: [row[0] for row in connection.execute(sql, [query]).fetchall()],
                wanted,
            )
        )
        print(examples(connection))


if __name__ == "__main__":
    main()
