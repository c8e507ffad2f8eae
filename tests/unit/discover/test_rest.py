# ruff: noqa: DTZ001 - WordPress states its times without a zone
import json
from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.discover.faults import DiscoveryError, NotPostsError, PastTheEndError, RestClosedError
from etl.discover.rest import (
    PER_PAGE,
    RestQuery,
    Totals,
    corrected,
    first_query,
    next_query,
    read_posts,
    totals,
)
from etl.discover.times import Window
from etl.model import Entry, Strategy, WordPressRest

RIYADH = ZoneInfo("Asia/Riyadh")
CASABLANCA = ZoneInfo("Africa/Casablanca")
SPEC = WordPressRest(base_url="https://news.example/")
MARCH_14 = Window(day=date(2026, 3, 14), zone=RIYADH)
QUERY = first_query(SPEC, MARCH_14, RIYADH)


def post(number: int, local: datetime, offset: float = 3, **more: object) -> dict[str, object]:
    return {
        "id": number,
        "date": local.isoformat(),
        "date_gmt": (local - timedelta(hours=offset)).isoformat(),
        "modified_gmt": "2026-03-15T08:00:00",
        "link": f"https://news.example/{number}",
        "title": {"rendered": "قمة &#8220;الرياض&#8221; <em>تبحث</em> التعاون"},
        **more,
    }


def read(*posts: object, query: RestQuery = QUERY) -> tuple[Entry, ...]:
    return read_posts(json.dumps(posts).encode(), query, source_id="news").entries


def asked(query: RestQuery) -> dict[str, list[str]]:
    return parse_qs(urlsplit(query.url).query)


def test_the_query_of_a_day_is_in_the_sites_time_and_takes_in_its_first_second() -> None:
    assert QUERY.url.startswith("https://news.example/wp-json/wp/v2/posts?")
    assert asked(QUERY)["after"] == ["2026-03-13T23:59:59"]
    assert asked(QUERY)["before"] == ["2026-03-15T00:00:00"]
    assert asked(QUERY)["per_page"] == ["100"]
    far = first_query(SPEC, MARCH_14, ZoneInfo("Asia/Muscat"))
    assert asked(far)["after"] == ["2026-03-14T00:59:59"]


def test_a_post_becomes_an_entry() -> None:
    assert read(post(7, datetime(2026, 3, 14, 10))) == (
        Entry(
            url="https://news.example/7",
            source_id="news",
            found_by=(Strategy.REST,),
            published_at=datetime(2026, 3, 14, 7, tzinfo=UTC),
            modified_at=datetime(2026, 3, 15, 8, tzinfo=UTC),
            title="قمة “الرياض” تبحث التعاون",
        ),
    )


def test_a_site_on_another_clock_is_asked_again_by_its_own() -> None:
    posts = read_posts(
        json.dumps([post(1, datetime(2026, 3, 14, 10), offset=0)]).encode(), QUERY, source_id="news"
    )
    assert posts.entries[0].published_at == datetime(2026, 3, 14, 10, tzinfo=UTC)
    again = corrected(QUERY, posts)
    assert again
    assert asked(again)["after"] == ["2026-03-13T20:59:59"]
    assert corrected(again, posts) is None
    right = read_posts(json.dumps([post(1, datetime(2026, 3, 14, 10))]).encode(), QUERY, source_id="news")
    assert corrected(QUERY, right) is None


class Site:
    """WordPress's own rules for a query, as its documentation states them."""

    def __init__(self, posts: list[datetime]) -> None:
        self.posts = sorted(enumerate(posts), key=lambda each: each[1])
        self.asked = 0

    def answer(self, query: RestQuery) -> bytes:
        self.asked += 1
        terms = asked(query)
        after, before = (datetime.fromisoformat(terms[name][0]) for name in ("after", "before"))
        page, size = int(terms.get("page", ["1"])[0]), int(terms["per_page"][0])
        found = [(number, at) for number, at in self.posts if after < at < before]
        part = found[(page - 1) * size : page * size]
        if page > 1 and not part:
            return json.dumps({"code": "rest_post_invalid_page_number", "message": "x"}).encode()
        return json.dumps([post(number, at) for number, at in part]).encode()


def walk(site: Site) -> set[str]:
    query: RestQuery | None = QUERY
    found: set[str] = set()
    while query:
        try:
            posts = read_posts(site.answer(query), query, source_id="news")
        except PastTheEndError:
            break
        found |= {each.url for each in posts.entries}
        query = next_query(query, posts)
        assert site.asked < 60
    return found


@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 199, 200, 1000])
def test_all_posts_of_a_day_and_no_others(count: int) -> None:
    day = [
        datetime(2026, 3, 14) + timedelta(seconds=86_399 * each / max(count - 1, 1)) for each in range(count)
    ]
    day = [each.replace(microsecond=0) for each in day]
    others = [datetime(2026, 3, 13, 23, 59, 59), datetime(2026, 3, 15)]
    site = Site([*day, *others])
    assert walk(site) == {f"https://news.example/{each}" for each in range(count)}
    assert site.asked <= count // (PER_PAGE - 1) + 1


def test_more_posts_in_one_second_than_a_page_holds() -> None:
    site = Site([datetime(2026, 3, 14, 9)] * 350 + [datetime(2026, 3, 14, 10)] * 20)
    assert len(walk(site)) == 370


@given(st.lists(st.integers(0, 40), max_size=600))
def test_whatever_the_clocks_of_the_posts(minutes: list[int]) -> None:
    site = Site([datetime(2026, 3, 14, 9) + timedelta(minutes=each) for each in minutes])
    assert len(walk(site)) == len(minutes)


def test_the_expected_count_is_in_the_headers() -> None:
    assert totals({"X-WP-Total": "312", "x-wp-totalpages": "4"}) == Totals(posts=312, pages=4)
    assert totals({"Content-Type": "application/json"}) is None
    assert totals({"X-WP-Total": "many", "X-WP-TotalPages": "4"}) is None


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (b'{"code":"rest_no_route","message":"x"}', RestClosedError),
        (b'{"code":"rest_cannot_access","message":"x"}', RestClosedError),
        (b'{"code":"rest_post_invalid_page_number","message":"x"}', PastTheEndError),
        (b'{"code":"internal_server_error"}', NotPostsError),
        (b"<html><body>Just a moment</body></html>", NotPostsError),
        (b"", NotPostsError),
        (b"7", NotPostsError),
        (b"[" * 100_000, NotPostsError),
    ],
)
def test_what_is_no_list_of_posts_says_so(body: bytes, error: type[DiscoveryError]) -> None:
    with pytest.raises(error, match=r"news\.example"):
        read_posts(body, QUERY, source_id="news")


def test_warnings_of_php_before_the_answer_and_broken_posts_in_it() -> None:
    good = json.dumps(
        [
            post(1, datetime(2026, 3, 14, 10)),
            None,
            {"id": 2},
            {"link": "javascript:x"},
            {"link": "https://news.example/3", "date": "x"},
        ]
    )
    body = f"\ufeff<br />\n<b>Notice</b>: Undefined index\n{good}".encode()
    first, second = read_posts(body, QUERY, source_id="news").entries
    assert (first.url, second.url, second.published_at) == (
        "https://news.example/1",
        "https://news.example/3",
        None,
    )


def test_a_draft_date_in_gmt_is_not_taken_for_a_clock() -> None:
    (entry,) = read(post(1, datetime(2026, 3, 14, 10), date_gmt="0000-00-00T00:00:00"))
    assert entry.published_at == datetime(2026, 3, 14, 10, tzinfo=RIYADH)


ANSWERS = st.recursive(
    st.none() | st.text() | st.integers(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(
            st.sampled_from(["link", "date", "date_gmt", "title", "rendered", "code", "modified_gmt"]), inner
        )
    ),
    max_leaves=12,
)


@given(st.binary(max_size=200) | ANSWERS.map(lambda value: json.dumps(value).encode()))
def test_any_answer_is_entries_or_a_discovery_error(body: bytes) -> None:
    found: tuple[Entry, ...] = ()
    said = QUERY.url
    try:
        found = read_posts(body, QUERY, source_id="news").entries
    except DiscoveryError as error:
        said = str(error)
    assert said.startswith("https://news.example/wp-json/")
    assert all(each.url.startswith(("http://", "https://")) for each in found)
