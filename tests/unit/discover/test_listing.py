from datetime import date, datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.discover.listing import looks_like_article, page_address, read_listing
from etl.model import Listing, Strategy

RIYADH = ZoneInfo("Asia/Riyadh")
URL = "https://news.example/archive/2026/03/14/"
DAY = date(2026, 3, 14)
ARCHIVE = Listing(url="https://news.example/archive/{yyyy}/{mm}/{dd}/", page_url="{url}/page/{page}/")

PAGE = """<html><head><title>أرشيف</title></head><body>
<nav><a href="/">الرئيسية</a><a href="/category/politics/">سياسة</a><a href="/tag/2026/">وسم</a></nav>
<main><ul>
<li><article><a href="/n/10001"><img src="a.jpg" alt="صورة"></a><h3><a href="/n/10001?utm_source=home">وزير الخارجية يلتقي نظيره المصري</a></h3>
<time datetime="2026-03-14T10:30:00+03:00">السبت</time></article></li>
<li><article><h3><a href="/n/10002">البرلمان يقر موازنة العام الجديد</a></h3><span class="date">السبت، 14 مارس 2026 - 9:15 م</span></article></li>
<li><article><h3><a href="https://www.news.example/n/10003">افتتاح المعرض الدولي للكتاب</a></h3></article></li>
<li><a href="https://ads.example/n/99999">إعلان ممول لا علاقة له</a></li>
<li><a href="mailto:a@b.c">راسلنا</a><a href="javascript:void(0)">شارك</a><a href="#top">أعلى</a><a href="http://[">x</a></li>
</ul></main>
<div class="pages"><a href="/archive/2026/03/14/page/2/">التالي »</a></div>
<aside><a href="/n/20001">الأكثر قراءة هذا الأسبوع في موقعنا</a></aside>
</body></html>"""


def test_cards_with_their_titles_and_times() -> None:
    listing = read_listing(PAGE.encode(), URL, ARCHIVE, source_id="news", zone=RIYADH, day=DAY)
    first, second, third, aside = listing.entries
    assert (first.url, first.title) == ("https://news.example/n/10001", "وزير الخارجية يلتقي نظيره المصري")
    assert first.published_at == datetime(2026, 3, 14, 10, 30, tzinfo=RIYADH)
    assert second.published_at == datetime(2026, 3, 14, 21, 15, tzinfo=RIYADH)
    assert (third.url, third.published_at, third.published_on) == (
        "https://www.news.example/n/10003",
        None,
        None,
    )
    assert aside.url == "https://news.example/n/20001"
    assert {each.found_by for each in listing.entries} == {(Strategy.DATE_ARCHIVE,)}
    assert listing.next_url == "https://news.example/archive/2026/03/14/page/2/"


def test_a_selector_knows_which_links_are_of_the_day() -> None:
    spec = Listing(url=ARCHIVE.url, link_selector="main article h3")
    listing = read_listing(PAGE.encode(), URL, spec, source_id="news", zone=RIYADH, day=DAY)
    assert [each.url.partition("/n/")[2][:5] for each in listing.entries] == ["10001", "10002", "10003"]
    assert listing.entries[2].published_on == DAY


def test_a_pattern_is_on_the_readable_address() -> None:
    body = f'<a href="/{quote("أخبار")}/1">أ</a><a href="/{quote("رياضة")}/2">ب</a>'.encode()
    spec = Listing(url="https://news.example/", link_pattern="/أخبار/")
    (entry,) = read_listing(body, "https://news.example/", spec, source_id="news", zone=RIYADH).entries
    assert (entry.title, entry.found_by) == ("أ", (Strategy.SECTION,))


@pytest.mark.parametrize("encoding", ["windows-1256", "utf-8", "iso-8859-6"])
@pytest.mark.parametrize("declared", [True, False])
def test_encodings_with_and_without_a_word_on_them(encoding: str, *, declared: bool) -> None:
    meta = f'<meta charset="{encoding}">' if declared else ""
    body = PAGE.replace("<head>", f"<head>{meta}").replace("»", "").encode(encoding)
    listing = read_listing(body, URL, ARCHIVE, source_id="news", zone=RIYADH)
    assert listing.entries[0].title == "وزير الخارجية يلتقي نظيره المصري"
    assert listing.next_url


@pytest.mark.parametrize(
    ("markup", "following"),
    [
        ('<link rel="next" href="?page=2">', "https://news.example/s?page=2"),
        ('<a rel="next nofollow" href="/s/2">2</a>', "https://news.example/s/2"),
        ('<ul class="pager"><li class="next"><a href="/s/2">2</a></li></ul>', "https://news.example/s/2"),
        ('<a href="/s/2">الصفحة التالية</a>', "https://news.example/s/2"),
        ('<a href="/s/2">مقالات أقدم</a>', "https://news.example/s/2"),
        ('<a href="/s">التالي</a>', None),
        ('<a href="https://other.example/2">التالي</a>', None),
        ('<a href="/n/77777">التالي في القمة: لقاءات ثنائية</a>', None),
        ("", None),
    ],
)
def test_the_next_page(markup: str, following: str | None) -> None:
    spec = Listing(url="https://news.example/s")
    assert read_listing(markup.encode(), spec.url, spec, source_id="news", zone=RIYADH).next_url == following


def test_pages_by_pattern() -> None:
    assert page_address(ARCHIVE, URL, 3) == "https://news.example/archive/2026/03/14/page/3/"
    assert page_address(Listing(url=URL), URL, 3) is None


def test_a_base_element_counts() -> None:
    body = '<base href="https://news.example/x/"><a href="n/10001">خبر من الأخبار</a>'.encode()
    spec = Listing(url="https://news.example/")
    assert (
        read_listing(body, spec.url, spec, source_id="n", zone=RIYADH).entries[0].url
        == "https://news.example/x/n/10001"
    )


@pytest.mark.parametrize(
    ("path", "is_article"),
    [
        ("2026/03/14/slug", True), ("news/15532", True), (quote("وزير-الخارجية-يلتقي-نظيره"), True), ("?p=15532", True),
        ("story/2026/3/14/خبر/5361", True), ("article_of_many_words_here", True),
        ("2026/03/14/", False), ("2026/", False), ("category/politics/15532", False), ("tag/x", False), ("about", False),
        ("من-نحن", False), ("page/15532", False), ("uploads/15532.jpg", False), ("", False), ("archive/2026/03", False),
    ],
)  # fmt: skip
def test_what_looks_like_an_article(path: str, *, is_article: bool) -> None:
    assert looks_like_article(f"https://news.example/{path}") is is_article


def test_a_page_without_articles_is_empty() -> None:
    for body in (
        b"",
        b"<html></html>",
        b"\x00\xff",
        b"not html",
        b"https://n.example/x",
        b'<?xml version="1.0"?><rss/>',
        b"<?xml",
    ):
        assert read_listing(body, URL, ARCHIVE, source_id="news", zone=RIYADH).entries == ()


@given(st.binary(max_size=120), st.text(max_size=40))
def test_random_bytes_never_crash(body: bytes, href: str) -> None:
    read_listing(body, URL, ARCHIVE, source_id="news", zone=RIYADH)
    escaped = href.replace('"', "&quot;")
    read_listing(
        f'<a href="{escaped}">{escaped}</a>'.encode("utf-8", "replace"),
        URL,
        ARCHIVE,
        source_id="n",
        zone=RIYADH,
    )
