"""Every paragraph of the article and nothing else, on pages of many makes and on pages that mislead."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from etl.extract.html import extract, read_html
from etl.extract.kinds import PageKind
from etl.model import Article, Drop, Page
from tests.unit.extract_html.hardpages import HARD
from tests.unit.extract_html.newspages import FAMILIES, PARAGRAPHS, TITLE, NewsPage, head, paragraphs_of
from tests.unit.extract_html.otherpages import OTHERS, OtherPage

RIYADH = ZoneInfo("Asia/Riyadh")


def page_of(html: str, url: str = "https://example.org/news/1") -> Page:
    return Page(
        source_id="marsad",
        url=url,
        content=html.encode(),
        content_type="text/html; charset=utf-8",
        fetched_at=datetime(2025, 2, 10, 9, 0, tzinfo=UTC),
    )


@pytest.mark.parametrize("make", [*FAMILIES, *HARD], ids=lambda make: make.__name__)
def test_exactly_the_article(make: Callable[[], NewsPage]) -> None:
    expected = make()
    article = read_html(page_of(expected.html, expected.url), zone=RIYADH)
    assert isinstance(article, Article)
    assert article.body.split("\n") == list(expected.paragraphs)
    assert article.title == expected.title
    assert article.author == expected.author
    assert not [text for text in expected.forbidden if text in article.body]
    assert article.published_at is not None
    assert article.published_at.date().isoformat() == expected.day
    assert article.published_at.utcoffset() is not None


@pytest.mark.parametrize("make", OTHERS, ids=lambda make: make.__name__)
def test_what_is_no_arabic_article_is_turned_away(make: Callable[[], OtherPage]) -> None:
    expected = make()
    read = extract(page_of(expected.html, expected.url), zone=RIYADH)
    assert isinstance(read.outcome, Drop)
    assert (read.kind.kind, read.outcome.reason) == (expected.kind, expected.reason)
    assert read.outcome.detail
    if expected.language is not None:
        assert read.language == expected.language
        assert read.body


def test_a_dropped_block_names_its_rule_and_its_text() -> None:
    html = f'{head()}<body><h1>{TITLE}</h1><div class="entry-content">{paragraphs_of()}<p>اقرأ أيضا: <a href="/1">خبر آخر من المدينة</a></p><p>المصدر: وكالات</p></div></body></html>'
    read = extract(page_of(html), zone=RIYADH)
    assert isinstance(read.outcome, Article)
    rules = {block.text: block.rule for block in read.outcome.dropped}
    assert (
        rules["اقرأ أيضا: خبر آخر من المدينة"].startswith("ar.readalso")
        or rules["اقرأ أيضا: خبر آخر من المدينة"] == "html.linked/1"
    )
    assert rules["المصدر: وكالات"] == "ar.source.line/1"
    assert read.outcome.attribution == "وكالات"
    assert all(block.line > 0 and block.rule.endswith("/1") for block in read.blocks)


def test_what_the_page_says_is_kept_with_its_place() -> None:
    stamp = '<meta property="article:published_time" content="2024-03-05T08:00:00Z"><meta property="article:section" content="مجتمع">'
    html = f'{head(extra=stamp)}<body><h1>{TITLE}</h1><div class="date">5 مارس 2024 08:00 ص</div><div class="entry-content">{paragraphs_of()}</div></body></html>'
    metadata = extract(page_of(html), zone=RIYADH).metadata
    assert metadata.section == "مجتمع"
    seen = {(candidate.field, candidate.where) for candidate in metadata.candidates}
    assert {
        ("title", "meta:og:title"),
        ("published", "meta:article:published_time"),
        ("published", "visible"),
    } <= seen
    assert [(conflict.field, conflict.why) for conflict in metadata.conflicts] == [("published", "false Z")]
    assert metadata.published_at == datetime(2024, 3, 5, 8, 0, tzinfo=RIYADH)


def test_a_page_read_twice_gives_the_same() -> None:
    page = page_of(FAMILIES[0]().html)
    assert extract(page, zone=RIYADH) == extract(page, zone=RIYADH)


def test_a_page_of_this_kind_in_an_arabic_code_page() -> None:
    html = f'{head()}<body><h1>{TITLE}</h1><div class="date">5 مارس 2024</div><div class="entry-content">{paragraphs_of()}</div></body></html>'
    page = Page(
        source_id="marsad",
        url="https://example.org/news/1",
        content=html.replace("utf-8", "iso-8859-1").encode("cp1256"),
        content_type="text/html; charset=ISO-8859-1",
        fetched_at=datetime(2025, 2, 10, tzinfo=UTC),
    )
    read = extract(page, zone=RIYADH)
    assert isinstance(read.outcome, Article)
    assert read.outcome.body.split("\n") == list(PARAGRAPHS)
    assert (read.decoded_as, read.decoded_how) == ("cp1256", "arabic-header")
    assert read.kind.kind is PageKind.ARTICLE
