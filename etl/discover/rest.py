"""WordPress REST: the queries of a day, and the bytes of an answer to entries. Pure.

A page holds 100 posts at most. The next query begins at the last post's own second rather than at a
deeper page: deep pages are slow, and a post published meanwhile would shift them. `after` and `before`
exclude their own second and are in the site's local time (developer.wordpress.org, REST API, Posts),
which the difference of `date` and `date_gmt` tells.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from html import unescape
from urllib.parse import urlencode

from etl.discover.faults import BombError, NotPostsError, PastTheEndError, RestClosedError
from etl.discover.times import Window, read_time
from etl.model import Entry, Strategy, WordPressRest

PER_PAGE = 100
MAX_ANSWER_BYTES = 50_000_000
_SECOND = timedelta(seconds=1)
_FIELDS = "id,date,date_gmt,modified_gmt,link,title"
_PAST_THE_END = frozenset(("rest_post_invalid_page_number", "rest_invalid_param_page"))
_CLOSED = re.compile(
    r"rest_(?:no_route|forbidden|cannot|disabled|login|not_logged|user|unauthori)|disabled|forbidden"
)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class RestQuery:
    """The posts of a span of time, start inclusive, end exclusive; `zone` is the site's own clock."""

    spec: WordPressRest
    start: datetime
    end: datetime
    zone: tzinfo
    page: int = 1

    @property
    def url(self) -> str:
        """The address to fetch."""
        parameters = {
            "after": _local(self.start - _SECOND, self.zone),
            "before": _local(self.end, self.zone),
            "per_page": PER_PAGE,
            "order": "asc",
            "orderby": "date",
            "_fields": _FIELDS,
        }
        if self.page > 1:
            parameters["page"] = self.page
        return f"{self.spec.base_url.rstrip('/')}/wp-json/wp/v2/{self.spec.route}?{urlencode(parameters, safe=':,')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Posts:
    """One answer: its entries in order, and how far the site's clock is from UTC, if a post tells."""

    entries: tuple[Entry, ...]
    offset: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How many posts and pages a query has in all: the expected count of a day."""

    posts: int
    pages: int


def _local(moment: datetime, zone: tzinfo) -> str:
    return moment.astimezone(zone).replace(tzinfo=None).isoformat(timespec="seconds")


def first_query(spec: WordPressRest, window: Window, zone: tzinfo) -> RestQuery:
    """Return the first query of a day; `zone` is the outlet's, until an answer tells the site's."""
    return RestQuery(spec=spec, start=window.start.astimezone(UTC), end=window.end.astimezone(UTC), zone=zone)


def corrected(query: RestQuery, posts: Posts) -> RestQuery | None:
    """Return the query to ask instead, where the site's clock is not in the zone that was assumed.

    Many sites run on UTC whatever their readers' zone; asked by another clock they answer another day.
    """
    if (
        posts.offset is None
        or query.zone.utcoffset(query.start.astimezone(query.zone).replace(tzinfo=None)) == posts.offset
    ):
        return None
    if abs(posts.offset) >= timedelta(hours=24):
        return None
    return replace(query, zone=timezone(posts.offset))


def next_query(query: RestQuery, posts: Posts) -> RestQuery | None:
    """Return the query after a full page, None after the last.

    It begins at the last post's second, which it asks for again, since more posts may share it; where
    a whole page shares one second, as after an import, it asks for the next page.
    """
    if len(posts.entries) < PER_PAGE:
        return None
    last = max((each.published_at for each in posts.entries if each.published_at), default=query.start)
    if last <= query.start:
        return replace(query, page=query.page + 1)
    return replace(query, start=last, page=1)


def totals(headers: Mapping[str, str]) -> Totals | None:
    """Read X-WP-Total and X-WP-TotalPages; None where a cache has taken them away."""
    named = {name.lower(): value for name, value in headers.items()}
    try:
        return Totals(posts=int(named["x-wp-total"]), pages=int(named["x-wp-totalpages"]))
    except (KeyError, ValueError):
        return None


def read_posts(body: bytes, query: RestQuery, *, source_id: str) -> Posts:
    """Return the entries of an answer.

    Raises PastTheEndError for a page beyond the last, RestClosedError where the interface is switched
    off, NotPostsError for anything else that is no list of posts.
    """
    posts = _listed(body, query.url)
    entries = []
    offset: timedelta | None = None
    for post in posts:
        link = post.get("link")
        if not isinstance(link, str) or not link.startswith(("http://", "https://")):
            continue
        shift = _offset(post)
        offset = shift if offset is None else offset
        entries.append(_entry(post, link, source_id, query.zone if shift is None else timezone(shift)))
    return Posts(entries=tuple(entries), offset=offset)


def _listed(body: bytes, url: str) -> list[dict[str, object]]:
    if len(body) > MAX_ANSWER_BYTES:
        msg = f"{url}: an answer of {len(body)} bytes; {MAX_ANSWER_BYTES} are the most"
        raise BombError(msg)
    text = body.decode("utf-8", "replace").lstrip("\N{ZERO WIDTH NO-BREAK SPACE} \t\r\n")
    # PHP puts its warnings before the answer: <br /> <b>Notice</b>: … [{"id":
    begin = re.search(r"[\[{]", text)
    try:
        answer = json.loads(text[begin.start() :] if begin and text.startswith("<") else text)
    except (ValueError, RecursionError) as error:
        msg = f"{url}: no posts ({type(error).__name__}: {str(error)[:80]}); it begins with {text[:60]!r}"
        raise NotPostsError(msg) from error
    if isinstance(answer, dict):
        code = str(answer.get("code", ""))
        msg = f"{url}: {code or 'no list of posts'}: {str(answer.get('message', ''))[:200]}"
        if code in _PAST_THE_END:
            raise PastTheEndError(msg)
        raise RestClosedError(msg) if _CLOSED.search(code) else NotPostsError(msg)
    if not isinstance(answer, list):
        msg = f"{url}: no list of posts but {type(answer).__name__}"
        raise NotPostsError(msg)
    return [each for each in answer if isinstance(each, dict)]


def _naive(value: object) -> datetime | None:
    """Read one of WordPress's times, which never carry a zone; 0000-00-00 is none."""
    try:
        return datetime.fromisoformat(value).replace(tzinfo=None) if isinstance(value, str) else None
    except ValueError:
        return None


def _offset(post: dict[str, object]) -> timedelta | None:
    local, universal = _naive(post.get("date")), _naive(post.get("date_gmt"))
    if local is None or universal is None or abs(local - universal) >= timedelta(hours=24):
        return None
    return timedelta(minutes=round((local - universal) / timedelta(minutes=1)))


def _entry(post: dict[str, object], link: str, source_id: str, zone: tzinfo) -> Entry:
    title = post.get("title")
    rendered = title.get("rendered") if isinstance(title, dict) else title
    modified = post.get("modified_gmt")
    return Entry(
        url=link,
        source_id=source_id,
        found_by=(Strategy.REST,),
        published_at=read_time(str(post.get("date") or ""), zone).at,
        modified_at=read_time(modified, UTC).at if isinstance(modified, str) else None,
        title=" ".join(unescape(_TAG.sub(" ", rendered)).split()) or None
        if isinstance(rendered, str)
        else None,
    )
