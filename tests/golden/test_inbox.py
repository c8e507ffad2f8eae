"""The sample documents against their hand-made answers: each field as an editor reads it."""

import json
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from etl.extract.page import read_page
from etl.io.archive import Archive
from etl.io.inbox import Inbox
from etl.model import Article, Page
from etl.text.letters import display

SAMPLES = Path(__file__).parents[1] / "newsroom" / "inbox"
ANSWERS = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(Path(__file__).parent.glob("inbox/*.json"))
}
ZONE = ZoneInfo("Asia/Riyadh")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    archive = Archive(tmp_path_factory.mktemp("archive"))
    day = date(2026, 3, 14)
    outcome = Inbox(SAMPLES, archive, max_bytes=1_000_000, quiet_seconds=0).collect(day)
    assert outcome.drops == ()
    return {page.url: page for page in archive.pages("inbox", day)}


@pytest.fixture(params=list(ANSWERS), scope="module")
def answer(request: pytest.FixtureRequest) -> dict[str, Any]:
    return ANSWERS[request.param]  # type: ignore[no-any-return]


@pytest.fixture
def article(pages: dict[str, Page], answer: dict[str, Any]) -> Article:
    result = read_page(pages[answer.get("url") or f"inbox:///{answer['file']}"], ZONE).outcome
    assert isinstance(result, Article)
    return result


def test_body_is_the_article_and_nothing_else(article: Article, answer: dict[str, Any]) -> None:
    assert display(article.body).split("\n") == answer["body"]


def test_fields_are_told_apart(article: Article, answer: dict[str, Any]) -> None:
    for name in ("title", "section", "author", "attribution"):
        found = getattr(article, name)
        assert (name, found and display(found)) == (name, answer[name])
    for name in ("captions", "tags"):
        assert (name, [display(each) for each in getattr(article, name)]) == (name, answer[name])


def test_day_is_read(article: Article, answer: dict[str, Any]) -> None:
    found = article.published_at and article.published_at.astimezone(ZONE).date().isoformat()
    assert found == answer["published_on"]


def test_every_sample_has_an_answer(pages: dict[str, Page]) -> None:
    assert len(pages) == len(ANSWERS) == 13
