"""Pages broken at random end in an article or a drop, whatever is cut, doubled or strewn in."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.extract.html import extract
from etl.model import Article, Drop, Page
from tests.unit.extract_html.hardpages import HARD
from tests.unit.extract_html.newspages import FAMILIES
from tests.unit.extract_html.otherpages import OTHERS

PAGES = tuple(make().html.encode() for make in (*FAMILIES, *HARD, *OTHERS))
ZONE = ZoneInfo("Africa/Tunis")
NOW = datetime(2024, 3, 6, tzinfo=UTC)
FLOODS = (
    b' class="' + b"a-b " * 400 + b'"', b" data-x=1" * 300, b' style="display:none"', b' itemprop="articleBody text"', b' href="/author/\x00"',
    b' class="related nav footer"', b' id="comments"', b" hidden",
)  # fmt: skip
STREWN = (
    b"<!--", b"-->", b"<script>", b"</p>", b"<noscript>", b"</div></div>", b"<svg><title>", b"<template>", b"<br>", b"<table><tr>", b"\x00",
    b"\xff\xfe", b"\xd9", b"&#x0;", b"&", b"<", b'"', b"<a>", b"<p>", "\N{ARABIC LETTER MARK}ـ".encode(), "\N{RIGHT-TO-LEFT OVERRIDE}".encode(),
    b'<script type="application/ld+json">{"@type":"NewsArticle","datePublished":[[', b"<select><option>", b"<frameset>", b"<body class=x>",
)  # fmt: skip


def _tags(page: bytes) -> list[int]:
    return [at for at, byte in enumerate(page) if byte == ord("<")]


def truncated(page: bytes, draw: st.DrawFn) -> bytes:
    return page[: draw(st.integers(0, len(page)))]


def without_a_tag(page: bytes, draw: st.DrawFn) -> bytes:
    start = draw(st.sampled_from(_tags(page) or [0]))
    return page[:start] + page[page.find(b">", start) + 1 :]


def flooded(page: bytes, draw: st.DrawFn) -> bytes:
    end = page.find(b">", draw(st.sampled_from(_tags(page) or [0])))
    return page[:end] + draw(st.sampled_from(FLOODS)) + page[end:]


def strewn(page: bytes, draw: st.DrawFn) -> bytes:
    at = draw(st.integers(0, len(page)))
    return page[:at] + draw(st.sampled_from(STREWN)) + page[at:]


def doubled(page: bytes, draw: st.DrawFn) -> bytes:
    start, end = sorted((draw(st.integers(0, len(page))), draw(st.integers(0, len(page)))))
    return page[:end] + page[start:end] + page[end:]


MUTATIONS: tuple[Callable[[bytes, st.DrawFn], bytes], ...] = (
    truncated,
    without_a_tag,
    flooded,
    strewn,
    doubled,
)


@st.composite
def broken_pages(draw: st.DrawFn) -> bytes:
    page = draw(st.sampled_from(PAGES))
    for mutate in draw(st.lists(st.sampled_from(MUTATIONS), min_size=1, max_size=8)):
        page = mutate(page, draw)
    return page


@settings(max_examples=250, deadline=2_000, suppress_health_check=[HealthCheck.data_too_large])
@given(content=broken_pages())
def test_a_broken_page_gives_an_outcome(content: bytes) -> None:
    page = Page(
        source_id="x",
        url="https://example.org/news/1",
        content=content,
        content_type="text/html",
        fetched_at=NOW,
    )
    found = extract(page, zone=ZONE)
    assert isinstance(found.outcome, Article | Drop)
    if isinstance(found.outcome, Article):
        assert found.outcome.body.strip()
        assert found.language == "ar"
