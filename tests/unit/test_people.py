"""People that no list holds, from articles to one row each, and a reviewer's word on them."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from etl import pipeline
from etl.io.review import open_questions
from etl.io.warehouse import open_published
from etl.settings import Settings
from tests.unit.test_cli import rasad

MORE = (
    "وأضاف المتحدث خلال ندوة صحفية عقدها في العاصمة أن البرنامج الجديد سيشمل تجهيز المراكز الحدودية بوسائل حديثة"
    " للمراقبة، وتكوين مئات العناصر في مجال رصد شبكات التهريب.\n\nوأشار إلى أن العمل سيبدأ قبل نهاية الفصل الأول من"
    " السنة، وأن النتائج ستعرض على البرلمان في دورته المقبلة لمناقشتها."
)
ARTICLES = {
    "2026-03-12/a.txt": (
        "بوركينا فاسو تعزز مراقبة حدودها الشمالية",
        "قال وزير الأمن البوركيني محمدو سانوغو، أمس الأربعاء، إن الحكومة قررت تعزيز مراقبة الحدود الشمالية.",
    ),
    "2026-03-13/b.txt": (
        "خطة أمنية جديدة في واغادوغو",
        "أعلن وزير الأمن البوركيني محمدو إدريس سانوغو، اليوم الجمعة، عن خطة أمنية جديدة تشمل العاصمة وضواحيها.",
    ),
    "2026-03-14/c.txt": (
        "لقاء أمني في نيامي",
        "وصل إلى نيامي، أمس، وزير الأمن البوركيني محمدو سانوغا، في زيارة تبحث أمن الحدود بين البلدين.",
    ),
}


def settings_for(folder: Path, order: tuple[str, ...]) -> Settings:
    settings = Settings(home=folder, quiet_seconds=0)
    for name in order:
        day, file = name.split("/")
        settings.inbox_dir.mkdir(parents=True, exist_ok=True)
        title, lead = ARTICLES[name]
        (settings.inbox_dir / file).write_text(f"{title}\n\n{lead}\n\n{MORE}\n", encoding="utf-8")
        pipeline.run(settings, date.fromisoformat(day))
    return settings


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return settings_for(tmp_path_factory.mktemp("people"), tuple(ARTICLES)).home


def minister(home: Path) -> list[tuple[object, ...]]:
    query = """
        SELECT official_id, official.name_ar, count(DISTINCT article_key)
        FROM dim_official AS official JOIN bridge_article_official AS bridge USING (official_key)
        WHERE official.is_provisional AND bridge.office_country_code = 'BF'
        GROUP BY ALL ORDER BY ALL
    """
    with open_published(Settings(home=home).published_file) as connection:
        return connection.execute(query).fetchall()


def test_one_person_is_one_row_and_a_likeness_is_a_question(home: Path) -> None:
    [(_, name, articles)] = minister(home)
    assert (name, articles) == ("محمدو إدريس سانوغو", 3)
    [question] = open_questions(Settings(home=home).published_file, home / "none.csv")
    assert question.is_merged
    assert {each.name for each in question.people} == {"محمدو سانوغو", "محمدو سانوغا"}
    assert all("البوركيني" in each.sentence for each in question.people)


def test_the_order_of_days_changes_nothing(home: Path, tmp_path: Path) -> None:
    backwards = settings_for(tmp_path, tuple(reversed(ARTICLES)))
    assert [row[1:] for row in minister(backwards.home)] == [row[1:] for row in minister(home)]


def test_a_verdict_is_a_line_that_every_later_load_obeys(home: Path) -> None:
    [asked] = [json.loads(line) for line in rasad("review", "--json", home=home).stdout.splitlines()]
    left, right = (each["official_id"] for each in asked["people"])

    done = rasad("review", "different", left, right, "--note", "رجلان", home=home)
    renamed = rasad("review", "rename", left, "محمدو إدريس سانوغو الأكبر", home=home)
    assert (done.returncode, renamed.returncode) == (0, 0), done.stderr.decode()
    pipeline.load(Settings(home=home), date(2026, 3, 14))
    pipeline.publish(Settings(home=home))

    assert [row[1:] for row in minister(home)] in (
        [("محمدو إدريس سانوغو الأكبر", 2), ("محمدو سانوغا", 1)],
        [("محمدو سانوغا", 1), ("محمدو إدريس سانوغو الأكبر", 2)],
    )
    assert rasad("review", home=home).stdout.decode().strip() == "nothing is doubtful"
    with (home / "verdict.csv").open(encoding="utf-8") as file:
        assert [row["kind"] for row in csv.DictReader(file)] == ["different", "rename"]


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["review", "same", "p-000000000000", "joe-biden"], 1, "no article and no list names an official"),
        (["review", "same", "joe-biden", "joe-biden"], 2, "needs another right_id"),
        (["review", "rename", "joe-biden", " "], 2, "has no name"),
    ],
)
def test_a_verdict_on_nobody_is_refused(home: Path, args: list[str], code: int, message: str) -> None:
    done = rasad(*args, home=home)
    assert (done.returncode, message in done.stderr.decode()) == (code, True), done.stderr.decode()


def test_a_broken_verdict_stops_the_load_with_its_line(home: Path) -> None:
    broken = home / "verdict.csv"
    kept = broken.read_text(encoding="utf-8") if broken.exists() else None
    broken.write_text("kind,left_id,right_id,name_ar,note,decided_on\nmaybe,a,b,,,\n", encoding="utf-8")
    try:
        done = rasad("load", "2026-03-14", home=home)
    finally:
        broken.write_text(kept, encoding="utf-8") if kept else broken.unlink()
    assert done.returncode == 1
    assert "verdict.csv, line 2" in done.stderr.decode()
    assert b"Traceback" not in done.stderr
