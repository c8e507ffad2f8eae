"""What an outlet edits and deletes, from its site to the revisions of the warehouse."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest
from typer.testing import CliRunner

from etl import pipeline
from etl.cli import app
from etl.io.archive import Archive
from etl.io.crawl import CrawlOptions, crawl_day, look_again
from etl.io.warehouse import open_published
from etl.io.web import Web, WebOptions
from etl.settings import Settings
from etl.upkeep import LOOKS
from tests.newsroom.outlets import OUTLETS
from tests.newsroom.press import Item, Press
from tests.newsroom.serve import Newsroom, serving

PRESS = Press(date(2026, 3, 14))
SADA = next(outlet for outlet in OUTLETS if outlet.outlet_id == "sada")
LAST_LOOK = timedelta(days=7)


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with serving(PRESS) as served:
        yield served


def night(settings: Settings, day: date) -> datetime:
    """Two in the morning after a news day, when it is collected."""
    return datetime.combine(day + timedelta(days=1), datetime.min.time(), settings.zone) + timedelta(hours=2)


def day_of(settings: Settings, item: Item) -> date:
    return item.published_at.astimezone(settings.zone).date()


def test_an_edit_and_a_deletion_are_revisions(tmp_path: Path, newsroom: Newsroom) -> None:
    settings = Settings(home=tmp_path / "home", sources_dir=tmp_path)
    root = newsroom.roots["sada"]
    (tmp_path / "sada.py").write_text(
        "from tests.newsroom.outlets import OUTLETS\n"
        f"SOURCE = next(each for each in OUTLETS if each.outlet_id == 'sada').spec({root!r})\n"
    )
    seen_first = [item for item in PRESS.items["sada"] if item.is_up(night(settings, day_of(settings, item)))]
    is_gone = {item.path: _by_last_look(settings, item, item.deleted_at) for item in seen_first}
    is_edited = {
        item.path: _by_last_look(settings, item, item.edited_at) and not is_gone[item.path]
        for item in seen_first
    }
    days = {
        day_of(settings, next(item for item in reversed(seen_first) if marked[item.path]))
        for marked in (is_gone, is_edited)
    }

    options = WebOptions(contact="desk@example.org", turns=tmp_path / "turns", allow=("127.0.0.1",))
    for day in sorted(days):
        with Web(options, clock=lambda: newsroom.now) as web:
            for moment, ask in ((timedelta(), crawl_day), (LAST_LOOK, look_again)):
                newsroom.now = night(settings, day) + moment
                ask(
                    newsroom.spec(SADA),
                    day + moment,
                    web=web,
                    archive=Archive(settings.archive_dir),
                    options=CrawlOptions(zone=settings.zone, now=newsroom.now, looks=LOOKS),
                )
        pipeline.refine(settings, "sada", day)
        pipeline.load(settings, day)
    pipeline.publish(settings)

    with open_published(settings.published_file) as connection:
        rows = connection.execute(
            "SELECT url, is_deletion FROM fact_revision JOIN fact_article USING (article_key)"
        ).fetchall()
    found = {(unquote(url.removeprefix(root)), gone) for url, gone in rows}
    expected = {
        (item.path, is_gone[item.path])
        for item in seen_first
        if day_of(settings, item) in days and (is_gone[item.path] or is_edited[item.path])
    }
    assert found == expected
    assert {gone for _, gone in found} == {True, False}
    url = next(url for url, gone in rows if gone)
    told = CliRunner().invoke(app, ["diff", url], env={"RASAD_HOME": str(settings.home)})
    assert "حذف المقال" in told.stdout


def _by_last_look(settings: Settings, item: Item, moment: datetime | None) -> bool:
    return moment is not None and moment <= night(settings, day_of(settings, item)) + LAST_LOOK
