import json
import os
import threading
import time
from pathlib import Path

import pytest

from plugins.warehouse_page.console import BusyError, Console, Limits, QueryRefusedError, QueryStoppedError

LIMITS = Limits(seconds=10, rows=5, memory_bytes=256 << 20)


@pytest.fixture
def console(file: Path) -> Console:
    return Console(file, LIMITS)


def test_an_answer_has_columns_and_rows_that_json_holds_exactly(console: Console) -> None:
    sql = """SELECT 18446744073709551615::UBIGINT AS big, 7 AS small, 'نص' AS text, DATE '2026-03-14' AS day,
        TIMESTAMPTZ '2026-03-14 05:00:00+00' AS at, 'nan'::DOUBLE AS no_number, NULL AS nothing, [1, 2] AS list,
        {'a': 1} AS struct, '\\xAB'::BLOB AS bytes, 1.50::DECIMAL(4, 2) AS exact, true AS truth"""
    answer = json.loads(console.answer(sql))
    names = [column["name"] for column in answer["columns"]]
    row = dict(zip(names, answer["rows"][0], strict=True))
    assert row.pop("at").startswith("2026-03-14T")
    assert row == {
        "big": "18446744073709551615",
        "small": 7,
        "text": "نص",
        "day": "2026-03-14",
        "no_number": "nan",
        "nothing": None,
        "list": [1, 2],
        "struct": {"a": 1},
        "bytes": "ab",
        "exact": "1.50",
        "truth": True,
    }
    assert answer["is_cut"] is False


def test_an_answer_is_cut_where_its_rows_or_its_bytes_end(console: Console, file: Path) -> None:
    answer = json.loads(console.answer("FROM range(100)"))
    assert answer["is_cut"] is True
    assert len(answer["rows"]) == 5
    small = Console(file, Limits(json_bytes=1000))
    answer = json.loads(small.answer("SELECT repeat('x', 300) FROM range(100)"))
    assert answer["is_cut"] is True
    assert len(answer["rows"]) == 3


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("ATTACH '/tmp/other.duckdb'", "this is ATTACH"),
        ("COPY (SELECT 1) TO '/tmp/out.csv'", "this is COPY"),
        ("FROM read_csv('/etc/passwd')", "disabled by configuration"),
        ("FROM read_text('/etc/hostname')", "disabled by configuration"),
        ("FROM glob('/*')", "disabled by configuration"),
        ("FROM 'https://example.org/x.parquet'", "does not exist|disabled|requires the extension"),
        ("INSTALL httpfs", "this is LOAD"),
        ("SET enable_external_access = true", "this is SET"),
        ("/* PRAGMA */ pragma database_list", "this is PRAGMA"),
        ("SELECT 1; SELECT 2", "one statement at a time"),
        ("-- nothing", "one statement at a time"),
        ("DROP TABLE fact_article", "this is DROP"),
        ("EXPLAIN ANALYZE DELETE FROM fact_article", "read-only"),
        ("SELEC", "syntax error"),
    ],
)
def test_what_is_no_question_is_refused(console: Console, sql: str, message: str) -> None:
    with pytest.raises(QueryRefusedError, match=message):
        console.answer(sql)


def test_a_query_that_runs_away_is_stopped_and_the_next_one_answers(file: Path) -> None:
    console = Console(file, Limits(seconds=1.5))
    began = time.monotonic()
    with pytest.raises(QueryStoppedError, match="stopped after 2 s"):
        console.answer(_SLOW)
    assert time.monotonic() - began < 10
    assert json.loads(Console(file, LIMITS).answer("SELECT 1 AS one"))["rows"] == [[1]]


def test_a_query_that_eats_memory_is_stopped_in_its_own_process(console: Console) -> None:
    before = _resident()
    with pytest.raises((QueryRefusedError, QueryStoppedError)):
        console.answer("SELECT list(range::VARCHAR || 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxx') FROM range(50000000)")
    assert _resident() - before < 50 << 20


def test_no_more_run_at_once_than_may(file: Path) -> None:
    console = Console(file, Limits(seconds=3, at_once=1))
    slow = threading.Thread(target=_until_stopped, args=[console])
    slow.start()
    time.sleep(0.3)
    with pytest.raises(BusyError, match="1 queries are running"):
        console.answer("SELECT 1")
    slow.join()
    assert json.loads(console.answer("SELECT 1 AS one"))["rows"] == [[1]]


def test_who_stops_reading_leaves_no_process(file: Path) -> None:
    console = Console(file, Limits(at_once=1))
    pieces = console.stream("SELECT repeat('x', 1000) FROM range(1000000)", "csv")
    assert next(pieces)
    pieces.close()
    assert json.loads(console.answer("SELECT 1 AS one"))["rows"] == [[1]]


def test_csv_is_for_spreadsheets_and_runs_nothing_there(console: Console) -> None:
    sql = """SELECT '=HYPERLINK("http://x")' AS a, '+1' AS b, -1 AS c, 'نص، و"آخر"' AS d, NULL AS "=e" """
    text = b"".join(console.stream(sql, "csv")).decode("utf-8-sig")
    assert text == "a,b,c,d,'=e\r\n" + '"\'=HYPERLINK(""http://x"")",\'+1,-1,"نص، و""آخر""",\r\n'


def test_the_process_has_nothing_of_the_servers_environment(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AIRFLOW__API_AUTH__JWT_SECRET", "a secret")
    with pytest.raises(QueryRefusedError, match="getenv"):
        console.answer("SELECT getenv('AIRFLOW__API_AUTH__JWT_SECRET')")


_SLOW = "SELECT max(md5(range::VARCHAR)) FROM range(100000000000)"


def _until_stopped(console: Console) -> None:
    with pytest.raises(QueryStoppedError):
        console.answer(_SLOW)


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
