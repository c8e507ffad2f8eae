"""`rasad reference check` on lists that are right and on lists that are broken."""

import shutil
from pathlib import Path

import pytest

from etl.io.reference import REFERENCE_DIR
from etl.io.reference_check import TABLES, check_reference
from tests.unit.test_cli import rasad


def test_the_lists_hold_together_and_all_are_looked_at() -> None:
    assert check_reference() == ()
    assert {f"{name}.csv" for name in TABLES} == {each.name for each in REFERENCE_DIR.glob("*.csv")}


@pytest.mark.parametrize(
    ("file", "line", "problem"),
    [
        ("official.csv", "joe-biden,جو بايدن,Joe Biden,US,,", "stands in line"),
        ("official.csv", "nobody,,Nobody,US,,", "name_ar is empty"),
        ("official.csv", "nobody,فلان,Nobody,QQ,,", "country_code 'QQ' does not stand in country.csv"),
        ("official.csv", "nobody,فلان", "2 fields where the header has 6"),
        (
            "tenure.csv",
            "joe-biden,no-office,2021,,,false,",
            "office_id 'no-office' does not stand in office.csv",
        ),
        ("tenure.csv", "joe-biden,us-president,2025-02-30,,,false,", "'2025-02-30' is no date"),
        (
            "tenure.csv",
            "joe-biden,us-president,2025-03,2025-02-11,,false,",
            "ends (2025-02-11) before it begins",
        ),
        ("tenure.csv", "joe-biden,us-president,2021-02,2025-02,true,maybe,", "is_acting is 'maybe'"),
        ("official_alias.csv", "antonio-guterres,جو بايدن,full,false", "names antonio-guterres, joe-biden"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, file: str, line: str, problem: str) -> None:
    shutil.copytree(REFERENCE_DIR, tmp_path / "reference")
    broken = tmp_path / "reference" / file
    broken.write_text(broken.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")

    faults = check_reference(tmp_path / "reference")

    last = len(broken.read_text(encoding="utf-8").splitlines())
    assert [each.line for each in faults if problem in each.problem][-1:] == [last], faults


def test_the_command_names_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "official.csv").write_text("official_id,name\n", encoding="utf-8")
    done = rasad("reference", "check", str(tmp_path), home=tmp_path)
    assert done.returncode == 3
    assert "official.csv:1: the columns are official_id,name" in done.stdout.decode()
    assert "country.csv:1: " in done.stdout.decode()
