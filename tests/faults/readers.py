"""Readers that query, hold and reopen the published file while loads, rebuilds, kills and failing checks go on.

Run: python -m tests.faults.readers FOLDER SECONDS

Each reader asks, of whatever state it sees, every check that would have stopped its publish, and that no
state is older than one that it has seen. Prints what was done; ends with 1 where a reader met an error.
"""

import multiprocessing
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Collection
from datetime import date
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event
from pathlib import Path

import duckdb

from etl import pipeline
from etl.io.checks import CHECK, CheckFailedError
from etl.io.marts import sql, table_order
from etl.io.warehouse import open_published
from etl.settings import Settings
from tests.unit.test_people import ARTICLES, MORE

DAYS = tuple(date(2026, 3, day) for day in (12, 13, 14, 15))
CHECKS = {
    table: [
        found["query"]
        for found in CHECK.finditer(sql(f"marts/{table}/checks.sql"))
        if found["severity"] == "fail"
    ]
    for table in table_order()
}
FORK = multiprocessing.get_context("fork")


def settings_of(folder: Path) -> Settings:
    return Settings(home=folder / "home", inbox=folder / "inbox", quiet_seconds=0)


def whole(connection: duckdb.DuckDBPyConnection, tables: Collection[str] = CHECKS.keys()) -> object:
    """Ask every check of the state that is open; return when it was loaded."""
    for table in tables:
        for query in CHECKS[table]:
            broken = connection.execute(query).fetchall()
            assert not broken, (query, broken)
    return connection.execute("SELECT max(loaded_at) FROM fact_load").fetchone()


def hold(settings: Settings) -> object:
    """Keep one state open for a while, and find it unchanged."""
    with open_published(settings.published_file) as connection:
        first = whole(connection)
        for _ in range(5):
            connection.execute("FROM search('الحدود')").fetchall()
            connection.execute("FROM timeline(grain := 'day')").fetchall()
            time.sleep(0.1)
        assert whole(connection) == first
    return first


def reopen(settings: Settings) -> object:
    """Open the file anew."""
    with open_published(settings.published_file) as connection:
        return whole(connection)


def read_parquet(settings: Settings) -> object:
    """Read the tables of the folder; they are of one publish."""
    folder = settings.published_file.with_name("parquet").resolve()
    with duckdb.connect() as connection:
        for file in folder.glob("*.parquet"):
            connection.execute(f"CREATE VIEW {file.stem} AS FROM '{file}'")
        return whole(connection, [table for table in CHECKS if not table.startswith("search_")])


def reader(read: Callable[[Settings], object], settings: Settings, end: Event, told: "Queue[object]") -> None:
    last, count = (None,), 0
    try:
        while not end.is_set():
            now = read(settings)
            assert last[0] is None or now[0] >= last[0], "an older state came back"  # type: ignore[index]
            last, count = now, count + 1  # type: ignore[assignment]
    except BaseException as error:  # noqa: BLE001 - told to who started it
        told.put((read.__name__, count, repr(error)))
    else:
        told.put((read.__name__, count, ""))


def night(settings: Settings, chance: random.Random) -> str:
    title, lead = chance.choice(list(ARTICLES.values()))
    text = f"{title}\n\n{lead}\n\n{MORE}\n".replace("الحدود", chance.choice(["الحدود", "التخوم", "المعابر"]))
    settings.inbox_dir.mkdir(parents=True, exist_ok=True)
    (settings.inbox_dir / f"{chance.randrange(8)}.txt").write_text(text, encoding="utf-8")
    pipeline.run(settings, chance.choice(DAYS))
    return "night"


def rebuild(settings: Settings, _: random.Random) -> str:
    """Load what a killed night staged, make the warehouse anew, and find it the same."""
    for day in DAYS:
        pipeline.run(settings, day)
    assert pipeline.rebuild(settings, replace=True, tell=lambda _: None) == ()
    pipeline.publish(settings)
    return "rebuild"


def killed(settings: Settings, chance: random.Random) -> str:
    writer = FORK.Process(target=night, args=(settings, chance))
    writer.start()
    time.sleep(chance.uniform(0.05, 1.5))
    os.kill(writer.pid or 0, signal.SIGKILL)
    writer.join()
    return "kill"


def refused(settings: Settings, chance: random.Random) -> str:
    """Break a count in the working file: the publish must refuse it, and the next load mend it."""
    with duckdb.connect(str(settings.working_file)) as connection:
        connection.execute("UPDATE fact_outcome SET out_count = out_count + 1")
    try:
        pipeline.publish(settings)
    except CheckFailedError:
        pipeline.rebuild(settings, replace=True, tell=lambda _: None)
        return "refused publish"
    msg = f"a broken count was published ({chance})"
    raise AssertionError(msg)


def main(folder: Path, seconds: float) -> int:
    settings, chance = settings_of(folder), random.Random(3)  # noqa: S311 - the same order each time
    night(settings, chance)
    end, told = FORK.Event(), FORK.Queue()
    readers = [
        FORK.Process(target=reader, args=(read, settings, end, told), daemon=True)
        for read in (hold, reopen, reopen, read_parquet)
    ]
    for each in readers:
        each.start()
    done, until = Counter[str](), time.monotonic() + seconds
    writes = (night, night, night, killed, rebuild, refused)
    while time.monotonic() < until or len(done) < len(set(writes)):
        done[chance.choice(writes)(settings, chance)] += 1
    end.set()
    reports = [told.get(timeout=120) for _ in readers]
    for each in readers:
        each.join()
    print(", ".join(f"{count} × {name}" for name, count in sorted(done.items())))  # noqa: T201
    for name, count, error in reports:
        print(f"{name}: {count} times{': ' * bool(error)}{error}")  # noqa: T201
    return int(any(error for *_, error in reports))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), float(sys.argv[2])))
