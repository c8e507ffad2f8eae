"""The command line as a user meets it: real files, and real processes where the process is what counts."""

import csv
import json
import os
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from etl import pipeline
from etl.cli import app
from etl.settings import Settings
from tests.unit.test_pipeline import TEXT, TITLE

RASAD = [sys.executable, "-m", "etl.cli"]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    settings = Settings(home=folder, quiet_seconds=0)
    settings.inbox_dir.mkdir()
    (settings.inbox_dir / "a.txt").write_text(TEXT, encoding="utf-8")
    pipeline.run(settings, date(2026, 3, 14))
    return folder


def process(
    *args: str, home: Path, stdin: bytes = b"", **variables: str
) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "RASAD_HOME": str(home), **variables}
    return subprocess.run([*RASAD, *args], input=stdin, capture_output=True, check=False, env=environment)


def rasad(*args: str, home: Path, stdin: bytes = b"", **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command in this process: importing all that it needs takes longer than most of them work."""
    done = CliRunner().invoke(app, args, input=stdin, env={"RASAD_HOME": str(home), **variables})
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return subprocess.CompletedProcess(args, done.exit_code, done.stdout_bytes, done.stderr_bytes)


def test_extract_prints_one_json_object(home: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT + "\nاقرأ أيضا:\n\nالملك يستقبل رئيس الحكومة\n", encoding="utf-8")
    done = rasad("extract", str(tmp_path / "a.txt"), "--explain", home=home)
    answer = json.loads(done.stdout)
    assert (done.returncode, answer["is_article"], answer["language"], answer["title"]) == (
        0,
        True,
        "ar",
        TITLE,
    )
    assert len(answer["body"].split("\n")) == 3
    assert [block["text"] for block in answer["dropped"]] == ["اقرأ أيضا:", "الملك يستقبل رئيس الحكومة"]
    assert all(block["rule"] for block in answer["dropped"])


def test_extract_reads_standard_input(home: Path) -> None:
    assert (
        json.loads(process("extract", "-", home=home, stdin=TEXT.encode("cp1256")).stdout)["title"] == TITLE
    )
    assert json.loads(rasad("extract", "-", home=home, stdin=b"").stdout)["reason"] == "empty"


def test_extract_starts_without_airflow_and_the_warehouse() -> None:
    code = "import sys; from etl.cli import app; import etl.extract.page; print({'airflow', 'duckdb', 'pyarrow'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout == b"set()\n"


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["extract", "no-such.txt"], 1, "no-such.txt: No such file or directory; give the path"),
        (["collect", "14/03/2026"], 2, "write it as 2026-03-14"),
        (["collect", "2026-03-14", "--source", "inbx"], 1, "(near: inbox)"),
        (["refine", "2026-03-14", "--source", "inbx"], 1, "(near: inbox)"),
        (["load", "1999-01-01"], 1, "rasad refine 1999-01-01"),
        (["sql", "SELEC 1"], 1, "syntax error"),
        (["sql", "DROP TABLE fact_article"], 1, "read-only"),
    ],
)
def test_wrong_input_gets_one_line_and_a_code(home: Path, args: list[str], code: int, message: str) -> None:
    done = rasad(*args, home=home)
    assert done.returncode == code
    assert message in done.stderr.decode()


def test_wrong_input_ends_a_process_with_its_code_and_no_traceback(home: Path) -> None:
    done = process("load", "1999-01-01", home=home)
    assert done.returncode == 1
    assert b"rasad refine 1999-01-01" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_wrong_setting_is_named(home: Path) -> None:
    done = rasad("check", home=home, RASAD_TIMEZONE="Mars/Olympus")
    assert done.returncode == 2
    assert "RASAD_TIMEZONE" in done.stderr.decode()


def test_sql_before_anything_is_published_says_what_to_do(tmp_path: Path) -> None:
    done = rasad("sql", "SELECT 1", home=tmp_path)
    assert (done.returncode, b"make demo" in done.stderr) == (1, True)


def test_sql_writes_every_format(home: Path) -> None:
    query = "SELECT title, news_date FROM fact_article"
    assert TITLE.split()[0] in rasad("sql", query, home=home).stdout.decode()
    table = list(csv.reader(rasad("sql", query, "--format", "csv", home=home).stdout.decode().splitlines()))
    assert table == [["title", "news_date"], [TITLE, "2026-03-14"]]
    assert json.loads(rasad("sql", query, "--format", "json", home=home).stdout) == {
        "title": TITLE,
        "news_date": "2026-03-14",
    }
    parquet = pq.read_table(BytesIO(process("sql", query, "--format", "parquet", home=home).stdout))
    assert parquet.to_pydict() == {"title": [TITLE], "news_date": [date(2026, 3, 14)]}


def test_the_sql_shell_answers_until_its_input_ends(home: Path) -> None:
    shell = process(
        "sql", home=home, stdin=b"SELECT count(*)\nFROM fact_article;\nnonsense;\nSELECT 42;\n", PATH=""
    )
    assert shell.returncode == 0
    assert "42" in shell.stdout.decode()
    assert "syntax error" in shell.stderr.decode()


def test_every_command_has_help_with_an_example(home: Path) -> None:
    commands = ["extract", "run", "collect", "refine", "load", "check", "publish", "summary", "sql"]
    for command in commands:
        assert (
            f"Example: rasad {command}" in rasad(command, "--help", home=home, COLUMNS="200").stdout.decode()
        )
