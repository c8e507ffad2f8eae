"""A layout is a witness: it sharpens where it holds the text, and is passed over where it does not."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from etl.extract.html import read_html
from etl.extract.layout import fitting
from etl.model import Article, Page
from etl.sources.platforms import PLATFORMS, Layout
from tests.unit.extract_html.newspages import FAMILIES, PARAGRAPHS, TITLE, head, paragraphs_of

EXTRA = "هذا نص من صندوق لا يميزه عن المقال شيء سوى مكانه في الصفحة، وقد كتب بلغة سليمة وفي فقرة كاملة."
HTML = f'{head()}<body><h1>{TITLE}</h1><div class="date">5 مارس 2024</div><div class="a"><div class="b">{paragraphs_of()}<div class="c"><p>{EXTRA}</p></div></div></div></body></html>'


def read(html: str, *layouts: Layout) -> str:
    page = Page(
        source_id="marsad",
        url="https://example.org/1",
        content=html.encode(),
        content_type="text/html",
        fetched_at=datetime(2024, 3, 6, tzinfo=UTC),
    )
    article = read_html(page, zone=ZoneInfo("Asia/Riyadh"), layouts=layouts)
    assert isinstance(article, Article)
    return article.body


def test_a_layout_cuts_what_only_the_site_knows() -> None:
    assert EXTRA in read(HTML)
    assert read(HTML, Layout(name="own", body=(".b",), drop=(".c",))) == "\n".join(PARAGRAPHS)


def test_a_layout_of_an_older_page_does_not_cost_the_article() -> None:
    for body in (".gone", ".date", "h1"):
        assert read(HTML, Layout(name="old", body=(body,))) == read(HTML)


def test_marks_and_days_decide_which_layouts_are_tried() -> None:
    old = Layout(name="old", until=date(2019, 12, 31))
    new = Layout(name="new", since=date(2020, 1, 1))
    marked = Layout(name="marked", marks=("jeg_",))
    assert [layout.name for layout in fitting((old, new, marked), "<p>", date(2019, 5, 1))] == ["old"]
    assert [layout.name for layout in fitting((old, new, marked), "<p class=jeg_x>", date(2020, 5, 1))] == [
        "new",
        "marked",
    ]


def test_a_selector_that_is_no_css_names_itself() -> None:
    with pytest.raises(ValueError, match="'::'"):
        read(HTML, Layout(name="broken", body=("::",)))


@pytest.mark.parametrize("layout", PLATFORMS, ids=lambda layout: layout.name)
def test_no_family_s_layout_harms_a_page_of_another(layout: Layout) -> None:
    for make in FAMILIES:
        expected = make()
        assert read(expected.html, layout).split("\n") == list(expected.paragraphs)
