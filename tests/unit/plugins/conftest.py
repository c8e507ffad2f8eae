"""A published warehouse of three documents, one of them hostile, made once by the whole line."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest
from fastapi.testclient import TestClient

from etl import pipeline
from etl.settings import PROJECT, Settings
from plugins.warehouse_page.app import make_app
from plugins.warehouse_page.console import Limits

DAY = date(2026, 3, 14)
INBOX = PROJECT / "tests" / "newsroom" / "inbox"
TITLE = "وزير الداخلية يبحث <script>alert(1)</script> تأمين الحدود المشتركة"
# The line strips such characters; an older file, or another loader, may hold them.
OVERRIDE = " \N{RIGHT-TO-LEFT OVERRIDE}txt.exe"
HOSTILE_TITLE = TITLE + OVERRIDE
HOSTILE = f"""{TITLE}

\N{GRINNING FACE} بحث وزير الداخلية الجزائري في العاصمة التونسية، أمس الثلاثاء، مع نظيره التونسي سبل تأمين الحدود \
المشتركة بين البلدين، <img src=x onerror=alert(2)> وتبادل المعلومات حول شبكات التهريب في المناطق الجبلية.

وأوضح بيان صدر عقب اللقاء أن الجانبين اتفقا على تكثيف الدوريات المشتركة، وعلى إنشاء لجنة من خبراء البلدين \
تجتمع مرة كل ثلاثة أشهر لتقييم ما تحقق على الأرض بين الجزائر وتونس.

وأضاف البيان أن اللجنة ستعقد اجتماعها الأول في مدينة الكاف خلال الشهر المقبل، وأنها سترفع توصياتها إلى \
حكومتي الجزائر وتونس قبل نهاية العام.
"""


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    root = tmp_path_factory.mktemp("page")
    inbox = root / "inbox"
    inbox.mkdir()
    for name in ("01-rabat-security-visit.txt", "10-ankara-judicial-accord.htm"):
        (inbox / name).write_bytes((INBOX / name).read_bytes())
    (inbox / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    settings = Settings(home=root / "home", inbox=inbox, quiet_seconds=0)
    pipeline.run(settings, DAY)
    with duckdb.connect(str(settings.published_file)) as connection:
        change = "UPDATE fact_article SET title = title || $1, body = body || $1 WHERE title LIKE '%script%'"
        connection.execute(change, [OVERRIDE])
    return settings


@pytest.fixture(scope="session")
def page(settings: Settings) -> Iterator[TestClient]:
    with TestClient(make_app(settings, Limits(seconds=5), [])) as client:
        yield client


@pytest.fixture(scope="session")
def file(settings: Settings) -> Path:
    return settings.published_file
