from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.discover.faults import BombError, DiscoveryError, NotAFeedError
from etl.discover.feed import MAX_FEED_BYTES, read_feed
from etl.model import Entry, Feed, Strategy

RIYADH = ZoneInfo("Asia/Riyadh")
SPEC = Feed(url="https://news.example/feed/")


def rss(*items: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    body = "".join(f"<item>{each}</item>" for each in items)
    return f'{head}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>صحيفة</title>{body}</channel></rss>'.encode()


def read(body: bytes, spec: Feed = SPEC) -> tuple[Entry, ...]:
    return read_feed(body, spec, source_id="news", zone=RIYADH)


def test_rss_with_zones() -> None:
    (entry,) = read(
        rss(
            "<title>قمة &amp;quot;الرياض&amp;quot; تبحث <![CDATA[<b>التعاون</b>]]></title>"
            "<link>https://news.example/1</link><pubDate>Sat, 14 Mar 2026 23:30:00 +0300</pubDate>"
        )
    )
    assert entry == Entry(
        url="https://news.example/1",
        source_id="news",
        found_by=(Strategy.FEED,),
        published_at=datetime(2026, 3, 14, 20, 30, tzinfo=UTC),
        title='قمة "الرياض" تبحث التعاون',
    )


@pytest.mark.parametrize(
    ("stated", "instant"),
    [
        ("Sat, 14 Mar 2026 23:30:00", datetime(2026, 3, 14, 23, 30, tzinfo=RIYADH)),
        ("2026-03-14 23:30:00", datetime(2026, 3, 14, 23, 30, tzinfo=RIYADH)),
        ("14/03/2026 23:30", datetime(2026, 3, 14, 23, 30, tzinfo=RIYADH)),
        ("05/03/2026 10:00", datetime(2026, 3, 5, 10, tzinfo=RIYADH)),
        ("السبت، 14 آذار / مارس 2026 - 11:30 م", datetime(2026, 3, 14, 23, 30, tzinfo=RIYADH)),
        ("2026-03-14T23:30:00Z", datetime(2026, 3, 14, 23, 30, tzinfo=UTC)),
        ("Sat, 14 Mar 2026 23:30:00 GMT", datetime(2026, 3, 14, 23, 30, tzinfo=UTC)),
        ("Thu, 01 Jan 1970 00:00:00 +0000", None),
        ("قبل ساعتين", None),
        ("n/a", None),
    ],
)
def test_a_time_without_a_zone_is_the_outlets(stated: str, instant: datetime | None) -> None:
    (entry,) = read(rss(f"<title>خبر</title><link>https://news.example/1</link><pubDate>{stated}</pubDate>"))
    assert entry.published_at == instant


def test_one_unzoned_time_does_not_spoil_the_zoned_ones() -> None:
    first, second = read(
        rss(
            "<link>https://news.example/1</link><pubDate>2026-03-14 23:30:00</pubDate>",
            "<link>https://news.example/2</link><pubDate>Sat, 14 Mar 2026 20:30:00 GMT</pubDate>",
        )
    )
    assert first.published_at == second.published_at == datetime(2026, 3, 14, 20, 30, tzinfo=UTC)


def test_a_bare_day_is_a_day_and_no_midnight() -> None:
    (entry,) = read(rss("<link>https://news.example/1</link><dc:date>2026-03-14</dc:date>"))
    assert (entry.published_at, entry.published_on) == (None, date(2026, 3, 14))


def test_a_local_time_marked_as_utc() -> None:
    body = rss("<link>https://news.example/1</link><pubDate>Sat, 14 Mar 2026 23:30:00 GMT</pubDate>")
    (entry,) = read(body, Feed(url=SPEC.url, is_local_time=True))
    assert entry.published_at == datetime(2026, 3, 14, 23, 30, tzinfo=RIYADH)


def test_atom_with_both_times_and_a_relative_link() -> None:
    body = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry>
    <title type="html">خبر &lt;i&gt;أول&lt;/i&gt;</title><link rel="self" href="/api/7"/><link rel="alternate" href="/7"/>
    <id>tag:news.example,7</id><published>2026-03-14T10:00:00+03:00</published>
    <updated>2026-03-15T10:00:00+03:00</updated></entry></feed>""".encode()
    (entry,) = read(body)
    assert (entry.url, entry.title) == ("https://news.example/7", "خبر أول")
    assert entry.published_at == datetime(2026, 3, 14, 7, tzinfo=UTC)
    assert entry.modified_at == datetime(2026, 3, 15, 7, tzinfo=UTC)


def test_json_feed() -> None:
    body = b'{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[{"id":"1","url":"https://news.example/1","title":"t","date_published":"2026-03-14T10:00:00+03:00"}]}'
    (entry,) = read(body)
    assert (entry.url, entry.published_at) == ("https://news.example/1", datetime(2026, 3, 14, 7, tzinfo=UTC))


@pytest.mark.parametrize(
    "broken",
    [
        "<title>أ & ب</title><link>https://news.example/1</link>",
        "<title>أ</title><link>https://news.example/1</link><media x='1' x='2'/>",
        "<title>أ&nbsp;ب</title><link>https://news.example/1</link>",
        "<title>\x0bأ</title><link>https://news.example/1</link>",
        "<title>أ</title><guid isPermaLink='true'>https://news.example/1</guid>",
        "<title>أ</title><guid>https://news.example/1</guid><link></link>",
    ],
)
def test_broken_feeds_still_give_their_entry(broken: str) -> None:
    (entry,) = read(rss(broken))
    assert entry.url == "https://news.example/1"


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6", "utf-16"])
def test_other_encodings(encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    body = rss("<title>مؤتمر وزراء الخارجية</title><link>https://news.example/1</link>", head=head).decode()
    (entry,) = read(body.encode(encoding))
    assert entry.title == "مؤتمر وزراء الخارجية"


def test_an_item_without_an_address_is_left_out() -> None:
    assert read(rss("<title>أ</title><guid>77</guid>", "<title>ب</title><link>mailto:a@b.c</link>")) == ()


def test_an_empty_feed_is_a_feed() -> None:
    assert read(rss()) == ()


@pytest.mark.parametrize(
    "body", [b"", b"   ", b"<html><body>Account suspended</body></html>", b"\x89PNG\r\n", b"{}", b"<a/>"]
)
def test_what_is_no_feed_says_so(body: bytes) -> None:
    with pytest.raises(NotAFeedError, match=r"news\.example/feed"):
        read(body)


def test_bombs_are_refused() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>'
    for body in (bomb.encode(), bomb.encode("utf-16"), b"<rss>" + b" " * MAX_FEED_BYTES):
        with pytest.raises(BombError):
            read(body)


def outcome(body: bytes) -> tuple[Entry, ...] | DiscoveryError:
    try:
        return read(body)
    except DiscoveryError as error:
        return error


def is_sound(result: tuple[Entry, ...] | DiscoveryError) -> bool:
    if isinstance(result, DiscoveryError):
        return SPEC.url in str(result)
    return all(each.url.startswith(("http://", "https://")) for each in result)


@given(st.binary(max_size=300))
def test_random_bytes_are_entries_or_a_discovery_error(body: bytes) -> None:
    for begin in (b"", b"<rss><channel><item>", b'<?xml version="1.0"?><feed><entry><link href="'):
        assert is_sound(outcome(begin + body))


@given(st.text(max_size=80), st.text(max_size=40))
def test_random_fields_never_crash(link: str, stated: str) -> None:
    fields = f"<link><![CDATA[{link}]]></link><pubDate><![CDATA[{stated}]]></pubDate>"
    assert is_sound(outcome(rss(fields.encode("utf-8", "replace").decode())))
