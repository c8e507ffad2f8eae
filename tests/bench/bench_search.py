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
import sqlite3
import statistics
import tempfile
from bisect import bisect
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import duckdb

from etl.io.reference import WORDS
from etl.io.staging import SCHEMAS, Staging
from etl.io.steps import load_steps
from etl.io.warehouse import Warehouse, open_published
from etl.sources import all_sources

FOLDER = Path(__file__).parent
DAY = date(2024, 1, 1)
A_NIGHT = 10_000
BEST = 10
SOURCE = "hespress"
CLITICS = ("", "", "", "", "ال", "ال", "ال", "و", "ب", "لل", "وال", "بال")
ENDINGS = ("", "", "", "", "ة", "ية", "ات", "ين", "ها", "ه")
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


def load(root: Path, warehouse: Warehouse, day: date, articles: list[dict[str, Any]]) -> float:
    """Stage and load a night; return the processor time of the load."""
    staging = Staging(root / "staging")
    staging.write(day, SOURCE, "article", articles)
    for table in sorted(SCHEMAS.keys() - {"article", "outcome", "repeated"}):
        staging.write(day, SOURCE, table, [])
    counts = {"in_count": len(articles), "out_count": len(articles), "drop_count": 0}
    staging.write(
        day, SOURCE, "outcome", [{"news_date": day, "source_id": SOURCE, "stage": "refine", **counts}]
    )
    start = process_time()
    warehouse.load(staging.day_dir(day), day, all_sources().values())
    return process_time() - start


def warehouse_in(root: Path, name: str) -> Warehouse:
    """Give a warehouse; its articles name nobody."""
    return Warehouse(root / f"{name}.duckdb", root / f"{name}-published.duckdb", load_steps())


def fill(path: Path, nights: int) -> None:
    """Copy the second night under other dates, until there are so many nights more."""
    with duckdb.connect(str(path)) as connection:
        connection.execute("SET zstd_min_string_length = 512")
        first = DAY + timedelta(days=1)
        names = "article_key, article_id, collected_date, news_date"
        for nth in range(1, nights + 1):
            moved = f"collected_date + {nth} AS collected_date"
            of_day = f"WHERE collected_date = DATE '{first}'"
            connection.execute(
                f"INSERT INTO fact_article BY NAME SELECT md5_number_lower('{nth}/' || article_id) AS article_key, "
                f"'{nth}/' || article_id AS article_id, {moved}, news_date + {nth} AS news_date, "
                f"* EXCLUDE ({names}) FROM fact_article {of_day}"
            )
            connection.execute(
                f"INSERT INTO search_article BY NAME SELECT md5_number_lower('{nth}/' || article_id) AS article_key, "
                f"{moved}, place.news_date + {nth} AS news_date, article_no, source_key, place.word_count "
                "FROM search_article AS place "
                f"JOIN (SELECT article_key, article_id FROM fact_article {of_day}) USING (article_key) ORDER BY article_no"
            )
            connection.execute(
                f"INSERT INTO search_posting SELECT * REPLACE ({moved}) FROM search_posting {of_day}"
            )
            if nth % 20 == 0:
                _lay_together(connection)
        _lay_together(connection)


def _lay_together(connection: duckdb.DuckDBPyConnection) -> None:
    from etl.io.marts import sql

    text = sql("marts/search_posting/load.sql")
    connection.execute(text[text.index("CREATE OR REPLACE TEMP TABLE loose_day") :])


def measured(name: str, ask: Callable[[str], list[str]], wanted: dict[str, str]) -> str:
    """Ask every query three times; say how many found their article, and how long it took."""
    found, first, times = 0, 0, []
    for query, article_id in wanted.items():
        best = float("inf")
        for _ in range(3):
            start = perf_counter()
            answer = ask(query)
            best = min(best, perf_counter() - start)
        times.append(best * 1000)
        found += article_id in answer
        first += answer[:1] == [article_id]
    times.sort()
    return (
        f"{name}: {found} of {len(wanted)} found in the best {BEST}, {first} first; "
        f"median {statistics.median(times):.0f} ms, p95 {times[int(len(times) * 0.95) - 1]:.0f} ms"
    )


def fts_peer(articles: list[dict[str, Any]]) -> Callable[[str], list[str]] | None:
    """Index the articles with DuckDB's FTS extension and its Arabic stemmer."""
    connection = duckdb.connect()
    try:
        from duckdb_extensions import import_extension

        import_extension("fts", con=connection)
        connection.execute("LOAD fts")
    except (ImportError, duckdb.Error) as error:
        print(f"DuckDB FTS is left out: {error}")
        return None
    connection.execute("CREATE TABLE a (id VARCHAR, title VARCHAR, body VARCHAR)")
    rows = duckdb_rows(articles)
    connection.register("rows", rows)
    connection.execute("INSERT INTO a FROM rows")
    connection.execute(
        "PRAGMA create_fts_index('a', 'id', 'title', 'body', stemmer='arabic', stopwords='none', ignore='[^\\p{L}\\p{N}]+')"
    )
    sql = f"SELECT id FROM (SELECT id, fts_main_a.match_bm25(id, $1) AS s FROM a) WHERE s IS NOT NULL ORDER BY s DESC LIMIT {BEST}"
    return lambda query: [row[0] for row in connection.execute(sql, [query]).fetchall()]


def duckdb_rows(articles: list[dict[str, Any]]) -> Any:  # noqa: ANN401 - a table of pyarrow, which has no types
    """Give id, title and body as an Arrow table."""
    import pyarrow as pa

    return pa.table(
        {
            "id": [x["article_id"] for x in articles],
            "title": [x["title"] for x in articles],
            "body": [x["body"] for x in articles],
        }
    )


def sqlite_peer(articles: list[dict[str, Any]]) -> Callable[[str], list[str]]:
    """Index the articles with SQLite's FTS5, which knows letters and no Arabic."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE a USING fts5(id UNINDEXED, title, body, tokenize = 'unicode61 remove_diacritics 2')"
    )
    connection.executemany(
        "INSERT INTO a VALUES (?, ?, ?)", ((x["article_id"], x["title"], x["body"]) for x in articles)
    )
    sql = f"SELECT id FROM a WHERE a MATCH ? ORDER BY bm25(a, 0, 4, 1) LIMIT {BEST}"
    return lambda query: [row[0] for row in connection.execute(sql, [query]).fetchall()]


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
        root = Path(folder)
        full, empty = warehouse_in(root, "full"), warehouse_in(root, "empty")
        load(root, full, DAY, planted)
        load(root, full, DAY + timedelta(days=1), nights[0])
        fill(full.working, options.articles // A_NIGHT - 2)
        into_empty = load(root, empty, DAY + timedelta(days=9000), nights[1])
        into_full = load(root, full, DAY + timedelta(days=9000), nights[1])
        print(
            f"load of {A_NIGHT} into empty {into_empty:.1f} s, into {options.articles} {into_full:.1f} s (processor): {into_full / into_empty:.2f} times"
        )
        start = perf_counter()
        size = full.publish()
        print(
            f"publish {perf_counter() - start:.1f} s, {size / 1e9:.2f} GB, {size / options.articles:.0f} bytes an article"
        )
        with open_published(full.published) as connection:
            connection.execute(f"COPY fact_article TO '{root}/a.parquet' (FORMAT parquet, COMPRESSION zstd)")
            print(
                f"the articles alone as Parquet with zstd: {(root / 'a.parquet').stat().st_size / options.articles:.0f} bytes an article"
            )
            sql = f"SELECT article_id FROM search($1, most := {BEST})"
            print(
                measured(
                    "search()",
                    lambda query: [row[0] for row in connection.execute(sql, [query]).fetchall()],
                    wanted,
                )
            )
    shared = [*planted, *nights[0], *nights[1]][: options.peers]
    print(f"peers, on {len(shared)} articles:")
    print(measured("SQLite FTS5", sqlite_peer(shared), wanted))
    if fts := fts_peer(shared):
        print(measured("DuckDB FTS", fts, wanted))


if __name__ == "__main__":
    main()
