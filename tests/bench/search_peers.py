"""The peers of the search benchmark: DuckDB's FTS extension and SQLite FTS5, over articles in memory."""

import gzip
import sqlite3
import tempfile
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import duckdb


def fts_peer(articles: list[dict[str, Any]], most: int) -> Callable[[str], list[str]] | None:
    """Index the articles with DuckDB's FTS extension and its Arabic stemmer."""
    connection = duckdb.connect()
    try:
        package = resources.files("duckdb_extension_fts")
    except ModuleNotFoundError as error:
        print(f"DuckDB FTS is left out: {error}; its wheel is duckdb-extension-fts")
        return None
    (wheel_file,) = Path(str(package)).rglob("fts.duckdb_extension*")
    with tempfile.TemporaryDirectory() as folder:
        extension = Path(folder) / "fts.duckdb_extension"
        packed = wheel_file.read_bytes()
        extension.write_bytes(gzip.decompress(packed) if wheel_file.suffix == ".gz" else packed)
        connection.execute(f"LOAD '{extension}'")
    connection.execute("CREATE TABLE a (id VARCHAR, title VARCHAR, body VARCHAR)")
    rows = duckdb_rows(articles)
    connection.register("rows", rows)
    connection.execute("INSERT INTO a FROM rows")
    connection.execute(
        "PRAGMA create_fts_index('a', 'id', 'title', 'body', stemmer='arabic', stopwords='none', ignore='[^\\p{L}\\p{N}]+')"
    )
    sql = f"SELECT id FROM (SELECT id, fts_main_a.match_bm25(id, $1) AS s FROM a) WHERE s IS NOT NULL ORDER BY s DESC LIMIT {most}"
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


def sqlite_peer(articles: list[dict[str, Any]], most: int) -> Callable[[str], list[str]]:
    """Index the articles with SQLite's FTS5, which knows letters and no Arabic."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE a USING fts5(id UNINDEXED, title, body, tokenize = 'unicode61 remove_diacritics 2')"
    )
    connection.executemany(
        "INSERT INTO a VALUES (?, ?, ?)", ((x["article_id"], x["title"], x["body"]) for x in articles)
    )
    sql = f"SELECT id FROM a WHERE a MATCH ? ORDER BY bm25(a, 0, 4, 1) LIMIT {most}"
    return lambda query: [row[0] for row in connection.execute(sql, [query]).fetchall()]
