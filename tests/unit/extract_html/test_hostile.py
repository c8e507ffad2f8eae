"""Any bytes give an outcome in bounded time: no crash, no hang, however they are made."""

from datetime import UTC, datetime
from time import process_time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.extract.html import extract, extract_body
from etl.model import Article, Drop, DropReason, Page

P = "<p>قال الرئيس في كلمة له اليوم إن الحكومة ماضية في خطتها لإصلاح الاقتصاد رغم الصعوبات.</p>"
HOSTILE = {
    "nested div": "<div>" * 100_000 + "x",
    "nested span": "<span>" * 100_000,
    "nested formats": "<p><b>" * 100_000,
    "formats and paragraphs": "<b><i><u><font>" * 20_000 + "<p>y" * 2_000,
    "false end tags": "<div></x>" * 100_000,
    "a million attributes": f"<div {' '.join(f'a{i}=1' for i in range(1_000_000))}>x</div>",
    "quoted attributes": "<div " + " ".join(f'a{i}=">"' for i in range(100_000)) + ">",
    "open quotes": '<a href="' * 50_000,
    "open tags": "<" * 500_000,
    "comments": "<!--" * 100_000,
    "nested tables": "<table><tr><td>" * 30_000,
    "nested JSON": f'<script type="application/ld+json">{"[" * 100_000}</script>',
    "many statements": '<meta property="article:tag" content="x">' * 50_000,
    "one long line": f"<p>{'كلمة ' * 500_000}</p>",
    "many breaks": "كلمة<br>" * 100_000,
    "many cards": "<div class=c><a href=x>عنوان خبر طويل هنا</a></div>" * 20_000,
    "many names": "".join(f'<div class="a{i}-b{i}">x</div>' for i in range(30_000)),
    "many headlines": "<h1>عنوان خبر طويل جدا هنا</h1>" * 10_000 + P * 3,
    "a long title": f"<title>{'ا - ' * 50_000}</title>{P * 5}",
    "twenty megabytes": P * 130_000,
    "zero bytes": f"<p>{chr(0) * 500}ا</p>" * 500,
}
SLOWEST_SECONDS = 12


def page_of(content: bytes) -> Page:
    return Page(
        source_id="x",
        url="https://example.org/news/1",
        content=content,
        content_type="text/html",
        fetched_at=datetime(2024, 3, 6, tzinfo=UTC),
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_end_soon(name: str) -> None:
    page = page_of(HOSTILE[name].encode())
    begun = process_time()
    read = extract(page, zone=ZoneInfo("Asia/Riyadh"))
    assert process_time() - begun < SLOWEST_SECONDS
    if name in ("nested div", "quoted attributes", "false end tags"):
        assert isinstance(read.outcome, Drop)
        assert read.outcome.reason is DropReason.UNREADABLE
    if name in ("twenty megabytes", "a million attributes"):
        assert isinstance(read.outcome, Drop)
        assert read.outcome.reason is DropReason.TOO_LARGE


def test_an_empty_page_is_empty() -> None:
    for content in (b"", b"<html></html>", b"  \n"):
        outcome = extract(page_of(content), zone=ZoneInfo("Asia/Riyadh")).outcome
        assert isinstance(outcome, Drop)
        assert outcome.reason is DropReason.EMPTY


_TAGS = st.sampled_from(
    [
        "p",
        "div",
        "h1",
        "h2",
        "a",
        "br",
        "td",
        "tr",
        "table",
        "span",
        "article",
        "ul",
        "li",
        "script",
        "figure",
        "noscript",
        "form",
        "title",
        "meta",
        "b",
    ]
)
_NAMES = st.sampled_from(
    ["", "entry-content", "related", "comments", "share", "date", "hidden", "td-post-content", "widget"]
)
_TEXTS = st.sampled_from(
    ["", "نص", P[3:-4], "اقرأ أيضا", "التعليقات", "5 مارس 2024", "&#1602;&nbsp;", "{", "جميع الحقوق محفوظة"]
)


@st.composite
def markup(draw: st.DrawFn) -> str:
    parts = []
    for _ in range(draw(st.integers(0, 30))):
        tag, name, text = draw(_TAGS), draw(_NAMES), draw(_TEXTS)
        parts.append(
            f'<{tag} class="{name}">{text}{draw(st.sampled_from(["", f"</{tag}>", "</div>", "</p"]))}'
        )
    return "".join(parts)


@settings(max_examples=150)
@given(html=markup())
def test_any_markup_gives_an_outcome(html: str) -> None:
    read = extract(page_of(html.encode()), zone=ZoneInfo("Asia/Riyadh"))
    assert isinstance(read.outcome, Article | Drop)
    if isinstance(read.outcome, Article):
        assert read.outcome.body.strip()
    assert isinstance(extract_body(html), str)


@settings(max_examples=150)
@given(content=st.binary(max_size=600))
def test_any_bytes_give_an_outcome(content: bytes) -> None:
    assert isinstance(extract(page_of(content), zone=ZoneInfo("Asia/Riyadh")).outcome, Article | Drop)
