"""Every table of the published file as Parquet, a file a table, whole or not at all."""

import fcntl
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb

from etl.io.files import instant, replacing
from etl.io.warehouse import hold_memory, open_published

# By name, so that two exports of one file are laid out alike.
_TABLES = """
SELECT table_name FROM duckdb_tables()
WHERE database_name = current_database() AND NOT internal ORDER BY table_name
"""

_KEPT_FOLDERS = 2
"""The newest, and the one before it for who is still reading there."""


def publish_tables(published: Path) -> None:
    """Write the published tables but the search index as Parquet, and let `parquet` beside the file lead to them.

    All are of one publish; one process writes at a time, and who waited writes what is newest then. The index
    is of use to `search()` alone, and takes longer to write than all else. Raises OSError or duckdb.Error where
    the folder cannot be written; the link then leads where it led.
    """
    link = published.with_name("parquet")
    if link.exists() and not link.is_symlink():
        msg = f"{link} is a folder of yours: move it away, or set RASAD_PARQUET=false"
        raise FileExistsError(msg)
    with link.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with open_published(published) as connection:
            hold_memory(connection, published)
            _replace(connection, link)


def _replace(connection: duckdb.DuckDBPyConnection, link: Path) -> None:
    folder = link.with_name(f"{link.name}-{instant()}")
    led = link.with_name(f".{link.name}.tmp")
    try:
        for _ in export_tables(connection, folder, index=False):
            pass
        led.unlink(missing_ok=True)
        led.symlink_to(folder.name)
        led.replace(link)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    for old in sorted(link.parent.glob(f"{link.name}-*Z"))[:-_KEPT_FOLDERS]:
        shutil.rmtree(old)


def export_tables(
    connection: duckdb.DuckDBPyConnection, folder: Path, *, index: bool = True
) -> Iterator[tuple[str, int, int]]:
    """Write every table to `folder/TABLE.parquet` (zstd); yield each one's name, rows and bytes as it is done.

    Without `index` the tables of the search index are left out. A file replaces the one before when it is
    whole: who reads the folder meanwhile, or after a kill, finds only whole files. Raises OSError or
    duckdb.Error where the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for (table,) in connection.execute(_TABLES).fetchall():
        if table.startswith("search_") and not index:
            continue
        target = folder / f"{table}.parquet"
        with replacing(target) as temporary:
            quoted = str(temporary).replace("'", "''")
            done = connection.execute(f"COPY \"{table}\" TO '{quoted}' (FORMAT parquet, COMPRESSION zstd)")
            (rows,) = done.fetchone() or (0,)
        yield str(table), int(rows), target.stat().st_size
