"""`rasad diff`: every change of an article, right to left, the words marked."""

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from etl import pipeline
from etl.cli import app
from etl.settings import Settings

TITLE = "افتتاح مركز لطب الأطفال في القيروان"
BODY = (
    "أعلنت وزارة الصحة التونسية، يوم الخميس، عن افتتاح مركز جديد لطب الأطفال في مدينة القيروان بطاقة 40 سريرا.\n\n"
    "وقال مدير المركز إن العمل يبدأ يوم الاثنين المقبل، وإن الفريق الطبي يضم أحد عشر طبيبا وثلاثين ممرضا من أبناء الجهة.\n\n"
    "وبلغت كلفة المشروع ثمانية ملايين دينار، ساهم فيها متبرعون من المدينة ومن التونسيين المقيمين في الخارج.\n"
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    settings = Settings(home=home, inbox=home / "inbox", quiet_seconds=0)
    settings.inbox_dir.mkdir()
    for body, day in ((BODY, 14), (BODY.replace("40 سريرا", "<60> سريرا"), 15)):
        (settings.inbox_dir / "a.txt").write_text(f"{TITLE}\n\n{body}", encoding="utf-8")
        for stage in (pipeline.collect, pipeline.refine):
            stage(settings, "inbox", date(2026, 3, day))
        pipeline.load(settings, date(2026, 3, day))
    pipeline.publish(settings)
    return home


def run(home: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner(env={"RASAD_HOME": str(home)}).invoke(app, ["diff", *arguments])
    return result.exit_code, result.output


def test_changed_words_are_marked_in_lines_that_run_right_to_left(home: Path) -> None:
    code, output = run(home, "inbox:///a.txt")

    lines = output.splitlines()
    assert code == 0
    assert lines[0].startswith("\N{RIGHT-TO-LEFT ISOLATE}1. ")
    assert "النص، الأرقام · +1 -1" in lines[0]
    assert "[-40-]" in output
    assert "{+60" in output
    assert all(line.endswith("\N{POP DIRECTIONAL ISOLATE}") for line in lines if line)


def test_the_page_is_right_to_left_and_escapes_what_it_shows(home: Path, tmp_path: Path) -> None:
    page = tmp_path / "changes.html"
    code, output = run(home, "inbox:///a.txt", "--html", str(page))

    written = page.read_text(encoding="utf-8")
    assert (code, output.strip()) == (0, f"{page}: 1 changes")
    assert '<html lang="ar" dir="rtl">' in written
    assert "<del>40 " in written
    assert "<ins>60" in written
    assert "<60>" not in written


def test_an_article_that_nobody_holds_ends_the_command_with_its_name(home: Path) -> None:
    result = CliRunner(env={"RASAD_HOME": str(home)}).invoke(app, ["diff", "nothing"])

    assert result.exit_code == 1
    assert "no article has the id or address 'nothing'" in result.output
