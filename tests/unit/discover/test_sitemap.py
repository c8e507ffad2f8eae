import gzip
import itertools
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.discover import sitemap as module
from etl.discover.children import named_span, prune, robots_sitemaps
from etl.discover.faults import BombError, DiscoveryError, NotASitemapError
from etl.discover.sitemap import Child, read_sitemap
from etl.discover.times import Window
from etl.model import Entry, Sitemap, Strategy

RIYADH = ZoneInfo("Asia/Riyadh")
SPEC = Sitemap(url="https://news.example/sitemap.xml")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
MARCH_14 = Window(day=date(2026, 3, 14), zone=RIYADH)


def read(body: bytes | Iterator[bytes], spec: Sitemap = SPEC) -> list[Entry | Child]:
    return list(read_sitemap(body, spec, source_id="news", zone=RIYADH))


def urlset(*urls: str, more: str = "") -> bytes:
    return (
        f"{HEAD}<urlset {SITEMAP} {more}>{''.join(f'<url>{each}</url>' for each in urls)}</urlset>".encode()
    )


def many(count: int) -> Iterator[bytes]:
    yield f"{HEAD}<urlset {SITEMAP}>".encode()
    for start in range(0, count, 500):
        yield b"".join(
            b"<url><loc>https://news.example/a/%d</loc><lastmod>2026-03-14T10:00:00+03:00</lastmod></url>"
            % each
            for each in range(start, start + 500)
        )
    yield b"</urlset>"


def test_addresses_with_their_last_change() -> None:
    first, second, third = read(
        urlset(
            "<loc> https://news.example/1?a=1&amp;b=2 </loc><lastmod>2026-03-14T10:00:00+03:00</lastmod>",
            "<loc><![CDATA[https://news.example/خبر]]></loc><lastmod>2026-03-14</lastmod><priority>1</priority>",
            "<loc>/relative</loc>",
        )
    )
    assert first == Entry(
        url="https://news.example/1?a=1&b=2",
        source_id="news",
        found_by=(Strategy.SITEMAP,),
        modified_at=datetime(2026, 3, 14, 7, tzinfo=UTC),
    )
    assert second.url == "https://news.example/خبر"
    assert second.modified_at == datetime(2026, 3, 14, 23, 59, 59, tzinfo=RIYADH)
    assert third.url == "https://news.example/relative"


def test_news_and_images_beside_each_other() -> None:
    body = urlset(
        "<loc>https://news.example/1</loc><image:image><image:loc>https://news.example/1.jpg</image:loc>"
        "<image:title>صورة</image:title></image:image><news:news><news:publication><news:name>صحيفة</news:name>"
        "</news:publication><news:publication_date>2026-03-14T10:00:00Z</news:publication_date>"
        "<news:title>قمة\n الرياض</news:title></news:news>",
        "<loc>https://news.example/2</loc><news:news><news:publication_date>2026-03-14</news:publication_date></news:news>",
        more=f'{NEWS} xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"',
    )
    first, second = read(body, Sitemap(url=SPEC.url, is_news=True))
    assert (first.url, first.title) == ("https://news.example/1", "قمة الرياض")
    assert first.published_at == datetime(2026, 3, 14, 10, tzinfo=UTC)
    assert first.found_by == (Strategy.NEWS_SITEMAP,)
    assert (second.published_at, second.published_on) == (None, date(2026, 3, 14))


def test_any_prefix_may_name_the_news() -> None:
    body = urlset(
        "<loc>https://news.example/1</loc><n:news><n:publication_date>2026-03-14T10:00:00Z</n:publication_date></n:news>",
        more='xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"',
    )
    assert read(body)[0].published_at == datetime(2026, 3, 14, 10, tzinfo=UTC)


def test_an_index_gives_children() -> None:
    body = f"{HEAD}<sitemapindex {SITEMAP}><sitemap><loc>https://news.example/s-1.xml</loc><lastmod>2026-03-14T10:00:00+00:00</lastmod></sitemap><sitemap><loc>https://news.example/s-2.xml</loc></sitemap></sitemapindex>"
    assert read(body.encode()) == [
        Child(url="https://news.example/s-1.xml", modified_at=datetime(2026, 3, 14, 10, tzinfo=UTC)),
        Child(url="https://news.example/s-2.xml"),
    ]


@pytest.mark.parametrize("size", [1, 3, 1 << 20])
def test_compressed_or_not_in_any_chunks(size: int) -> None:
    plain = urlset("<loc>https://news.example/1</loc>", "<loc>https://news.example/2</loc>")
    half = len(plain) // 2
    members = gzip.compress(plain[:half]) + gzip.compress(plain[half:]) + b"\0" * 7
    for body in (plain, gzip.compress(plain), members):
        chunks = (body[start : start + size] for start in range(0, len(body), size))
        assert [each.url for each in read(chunks)] == ["https://news.example/1", "https://news.example/2"]


def test_a_plain_list() -> None:
    body = b"\xef\xbb\xbfhttps://news.example/1\r\nhttps://news.example/2\n\nnot an address\nhttps://news.example/3"
    assert [each.url for each in read(body)] == [
        "https://news.example/1", "https://news.example/2", "https://news.example/not an address",
        "https://news.example/3",
    ]  # fmt: skip


def test_a_body_that_is_cut_off_gives_what_it_has() -> None:
    plain = urlset(*(f"<loc>https://news.example/{each}</loc>" for each in range(100)))
    assert len(read(plain[:-700])) > 60
    assert len(read(gzip.compress(plain)[:-20])) > 50


def test_what_newspapers_get_wrong_is_set_right() -> None:
    body = """<urlset><url><loc>https://news.example/?a=1&b=2&amp;c=3</loc></url>\x0b<url><loc>https://news.example/\xff</loc></url>
    <url><loc><![CDATA[https://news.example/?a=1&amp;b=2]]></loc><news:news><news:title>بلا تعريف</news:title></news:news></url></urlset>"""
    for size in (1, 7, 10_000):
        raw = body.replace("\xff", "\udcff").encode("utf-8", "surrogateescape")
        first, second, third = read(raw[start : start + size] for start in range(0, len(raw), size))
        assert first.url == "https://news.example/?a=1&b=2&c=3"
        assert second.url == "https://news.example/\N{REPLACEMENT CHARACTER}"
        assert (third.url, third.title) == ("https://news.example/?a=1&b=2", "بلا تعريف")


@pytest.mark.parametrize("encoding", ["windows-1256", "utf-16", "utf-8-sig"])
def test_other_encodings(encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    body = f'<?xml version="1.0" encoding="{name}"?><urlset><url><loc>https://news.example/خبر</loc></url></urlset>'
    assert [each.url for each in read(body.encode(encoding))] == ["https://news.example/خبر"]


def outcome(body: bytes) -> tuple[list[Entry | Child], str]:
    found: list[Entry | Child] = []
    try:
        for each in read_sitemap(body, SPEC, source_id="news", zone=RIYADH):
            found.append(each)  # noqa: PERF402 - the error comes after some of them
    except DiscoveryError as error:
        return found, str(error)
    return found, ""


def test_what_stands_before_an_error_stands() -> None:
    found, error = outcome(b"<urlset><url><loc>https://news.example/1</loc></url><url></bad></urlset>")
    assert [each.url for each in found] == ["https://news.example/1"]
    assert "mismatched tag" in error


def test_a_tower_of_elements_is_refused() -> None:
    with pytest.raises(NotASitemapError, match="deep"):
        read(itertools.chain([b"<urlset>"], itertools.repeat(b"<url>" * 1000)))


def test_an_empty_sitemap_is_one() -> None:
    assert read(urlset()) == []


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "empty"),
        (b"<html><body>404</body></html>", "html"),
        (b"<rss><channel><url>x</url></channel></rss>", "a feed"),
        (b"\x1f\x8b\x08 broken", "broken compression"),
        (b"\x00\x01\x02", "no sitemap"),
        (b"http" + b"x" * 10_000, "a line"),
    ],
)
def test_what_is_no_sitemap_says_so(body: bytes, why: str) -> None:
    with pytest.raises(NotASitemapError, match=why):
        read(body)


def test_declared_entities_are_refused_before_the_first_entry() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY l0 "ha">{laughs}]><urlset {SITEMAP}><url><loc>https://news.example/&l9;</loc></url></urlset>'
    outside = f'<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/passwd">]><urlset {SITEMAP}><url><loc>https://news.example/&x;</loc></url></urlset>'
    for body in (text.encode(), outside.encode(), text.encode("utf-16"), gzip.compress(text.encode())):
        with pytest.raises(BombError, match="entities"):
            read(body)


def test_an_endless_body_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 200_000)
    endless = itertools.chain(
        [f"{HEAD}<urlset {SITEMAP}>".encode()],
        itertools.repeat(b"<url><loc>https://news.example/1</loc></url>" * 50),
    )
    with pytest.raises(BombError, match="more than"):
        read(endless)
    with pytest.raises(BombError, match="more than"):
        read(gzip.compress(b" " * 10_000_000))


def test_memory_does_not_grow_with_the_sitemap() -> None:
    def peak(count: int) -> int:
        tracemalloc.start()
        try:
            assert sum(1 for _ in read_sitemap(many(count), SPEC, source_id="news", zone=RIYADH)) == count
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(500)
    assert peak(20_000) < peak(2_000) + 200_000


@given(st.binary(max_size=200))
def test_random_bytes_are_entries_or_a_discovery_error(body: bytes) -> None:
    for each in (body, b"<urlset><url><loc>" + body, gzip.compress(body), b"\x1f\x8b" + body, b"http" + body):
        found, error = outcome(each)
        assert all(entry.url.startswith(("http://", "https://")) for entry in found)
        assert not error or SPEC.url in error


@pytest.mark.parametrize(
    ("url", "span"),
    [
        ("https://n.example/sitemap-2026-03.xml", (date(2026, 3, 1), date(2026, 3, 31))),
        ("https://n.example/sitemaps/all/sitemap-2026-3.xml", (date(2026, 3, 1), date(2026, 3, 31))),
        ("https://n.example/sitemap-pt-post-2026-02.xml", (date(2026, 2, 1), date(2026, 2, 28))),
        ("https://n.example/sitemap.xml?yyyy=2026&mm=3&dd=14", (date(2026, 3, 14), date(2026, 3, 14))),
        ("https://n.example/Sitemap/2026/3/14", (date(2026, 3, 14), date(2026, 3, 14))),
        ("https://n.example/sitemap/sitemap-daily-2026-03-14.xml", (date(2026, 3, 14), date(2026, 3, 14))),
        ("https://n.example/sitemap_20260314.xml.gz", (date(2026, 3, 14), date(2026, 3, 14))),
        ("https://n.example/sitemap_202612.xml", (date(2026, 12, 1), date(2026, 12, 31))),
        ("https://n.example/sitemap-2026.xml", (date(2026, 1, 1), date(2026, 12, 31))),
        ("https://n.example/sitemap.xml?year=2026&month=12", (date(2026, 12, 1), date(2026, 12, 31))),
        ("https://n.example/post-sitemap412.xml", None),
        ("https://n.example/sitemap.xml?page=7", None),
    ],
)
def test_the_span_that_a_child_names(url: str, span: tuple[date, date] | None) -> None:
    assert named_span(url) == span


def test_children_that_cannot_hold_the_day_are_not_fetched() -> None:
    def at(name: str, *changed: int) -> Child:
        return Child(
            url=f"https://n.example/{name}", modified_at=datetime(*changed, tzinfo=UTC) if changed else None
        )

    kept = prune(
        (
            at("category-sitemap.xml", 2026, 3, 20), at("post_tag-sitemap3.xml", 2026, 3, 20), at("author-sitemap.xml"),
            at("wp-sitemap-taxonomies-category-1.xml"), at("wp-sitemap-users-1.xml"), at("page-sitemap.xml"),
            at("wp-sitemap-posts-page-1.xml"), at("video-sitemap.xml"),
            at("post-sitemap1.xml", 2025, 1, 1), at("post-sitemap3.xml", 2026, 6, 1), at("post-sitemap2.xml", 2026, 3, 16),
            at("wp-sitemap-posts-post-1.xml"), at("s-2026-02.xml", 2026, 6, 1), at("s-2026-03.xml"), at("s-2026-03-14.xml"),
            at("s-2026-03-13.xml"), at("s-2026-03-10.xml"),
        ),
        MARCH_14,
    )  # fmt: skip
    assert [each.url.rpartition("/")[2] for each in kept] == [
        "s-2026-03-14.xml", "s-2026-03.xml", "s-2026-03-13.xml",
        "post-sitemap2.xml", "post-sitemap3.xml", "wp-sitemap-posts-post-1.xml",
    ]  # fmt: skip


def test_the_source_may_say_which_children_hold_articles() -> None:
    children = (Child(url="https://n.example/video-sitemap.xml"), Child(url="https://n.example/other.xml"))
    assert prune(children, MARCH_14, pattern="video") == children[:1]


def test_the_sitemaps_of_robots_txt() -> None:
    body = "\ufeffUser-agent: *\r\nDisallow: /x\r\nSitemap: https://n.example/a.xml\r\nsitemap:https://n.example/b.xml # c\nSitemap: https://n.example/a.xml\nSitemap: /relative".encode()
    assert robots_sitemaps(body) == ("https://n.example/a.xml", "https://n.example/b.xml")
    assert robots_sitemaps(b"\xff\xfe\x00") == ()
