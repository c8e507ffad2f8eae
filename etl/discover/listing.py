"""Bytes of a listing page, of one day or of a section, to entries and the page after it. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag
from resiliparse.parse.encoding import detect_encoding

from etl.discover.faults import AddressError
from etl.discover.plan import strategy_of
from etl.discover.times import Stated, day_in_url, read_time
from etl.discover.urls import canonical, host_of, readable
from etl.model import Entry, Listing

MAX_LISTING_BYTES = 10_000_000
_NEXT_WORDS = re.compile(
    r"^\W*(?:الصفحة التالية|التالية?|اللاحق|الأقدم|مقالات أقدم|next|older|suivant)\W*$|^[»›]$", re.IGNORECASE
)
_NO_ARTICLE = re.compile(
    r"/(?:tag|tags|category|categories|author|authors|topic|topics|search|page|feed|login|contact|about)(?:/|$)|[?&]page=",
    re.IGNORECASE,
)
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|zip|css|js|xml|rss)$", re.IGNORECASE)
# XHTML of old sites begins so; BeautifulSoup would warn of a feed.
_XML = re.compile(r"^\s*<\?xml(?:[^>]*\?>)?")
_NUMBER = re.compile(r"(?<!\d)\d{4,}(?!\d)")
_WORDS = re.compile(r"[\w\N{ARABIC FATHATAN}-\N{ARABIC SUKUN}]+")
_YEAR_ALONE = re.compile(r"^(?:19|20)\d\d$")
_MIN_SLUG_WORDS = 4
_MIN_TITLE = 12
_LONGEST_DATE = 80
_CLIMB = 5
_PAGE = frozenset(("body", "html", "[document]", "main"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingPage:
    """What one listing page names: articles in its order, and the next page where it links to one."""

    entries: tuple[Entry, ...]
    next_url: str | None = None


def read_listing(  # noqa: PLR0913 - what the page is, and whose
    body: bytes,
    url: str,
    spec: Listing,
    *,
    source_id: str,
    zone: tzinfo,
    day: date | None = None,
) -> ListingPage:
    """Return the articles that a listing page links to, each once, and the page after it.

    `day` is the one a date archive was asked for; it is an article's day only where the spec's own
    selector found the link and the card states none, because sidebars list other days. A page without
    articles is an empty listing, not an error: so an archive ends.
    """
    text = _XML.sub("", _text(body[:MAX_LISTING_BYTES]))
    if "<" not in text:
        return ListingPage(entries=())
    soup = BeautifulSoup(text, "lxml")
    base = _base(soup, url)
    links: dict[str, tuple[str, list[Tag]]] = {}
    keys: dict[int, str] = {}
    for anchor, address in _links(soup, base, spec):
        key = keys[id(anchor)] = canonical(address)
        links.setdefault(key, (address, []))[1].append(anchor)
    entries = []
    for address, anchors in links.values():
        entry = _entry(address, anchors, keys, zone)
        if day and spec.link_selector and entry.published_at is None and entry.published_on is None:
            entry = replace(entry, published_on=day_in_url(address) or day)
        found_by = strategy_of(spec)
        entries.append(replace(entry, source_id=source_id, found_by=(found_by,)))
    return ListingPage(entries=tuple(entries), next_url=_next(soup, base, url))


def page_address(spec: Listing, url: str, page: int) -> str | None:
    """Return the address of a further page by the spec's pattern; None where it has none."""
    if spec.page_url is None:
        return None
    return spec.page_url.replace("{url}", url.rstrip("/")).replace("{page}", str(page))


def _text(body: bytes) -> str:
    """Decode a page: UTF-8 if it is that, else what it declares, else what its letters look like."""
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    declared = re.search(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]+)", body[:4096])
    for name in (declared[1].decode("ascii") if declared else "", detect_encoding(body[:100_000]) or ""):
        try:
            if name and not name.lower().startswith("utf-8"):
                return body.decode(name, "replace")
        except LookupError:
            continue
    return body.decode("utf-8", "replace")


def _base(soup: BeautifulSoup, url: str) -> str:
    tag = soup.find("base", href=True)
    try:
        return urljoin(url, str(tag["href"])) if isinstance(tag, Tag) else url
    except ValueError:
        return url


def _links(soup: BeautifulSoup, base: str, spec: Listing) -> Iterator[tuple[Tag, str]]:
    """Yield the anchors that lead to articles, with their addresses."""
    here = host_of(base)
    found = soup.select(spec.link_selector) if spec.link_selector else soup.find_all("a")
    for element in found:
        anchor = element if element.name == "a" else element.find("a")
        address = _address(anchor, base)
        if (
            not isinstance(anchor, Tag)
            or address is None
            or host_of(address) != here
            or canonical(address) == canonical(base)
        ):
            continue
        if spec.link_pattern and not re.search(spec.link_pattern, readable(address)):
            continue
        if spec.link_pattern or spec.link_selector or looks_like_article(address):
            yield anchor, address


def _address(anchor: object, base: str) -> str | None:
    if not isinstance(anchor, Tag):
        return None
    target = str(anchor.get("href") or "").strip()
    if not target or target.startswith(("#", "javascript:", "mailto:", "tel:", "whatsapp:")):
        return None
    try:
        address = urljoin(base, target)
        canonical(address)
    except (ValueError, AddressError):
        return None
    return address.partition("#")[0]


def looks_like_article(url: str) -> bool:
    """Whether an address has the form of an article's: a day, a number, or a slug of several words."""
    text = readable(url).partition("://")[2].partition("/")[2]
    path = text.partition("?")[0]
    if _NO_ARTICLE.search(f"/{text}") or _FILE.search(path):
        return False
    if day_in_url(url) and not _is_bare_day(path):
        return True
    if any(not _YEAR_ALONE.match(number) for number in _NUMBER.findall(text)):
        return True
    slug = path.rstrip("/").rpartition("/")[2].replace("_", "-")
    return len([word for word in _WORDS.findall(slug) if len(word) > 1]) >= _MIN_SLUG_WORDS


def _is_bare_day(path: str) -> bool:
    """Whether a path is a day and nothing else, /2026/03/14/: an archive, no article."""
    return not re.search(r"[^\d/_.-]", path) and not re.search(r"\d{5,7}|\d{9,}", path)


def _entry(address: str, anchors: list[Tag], keys: dict[int, str], zone: tzinfo) -> Entry:
    titles = [" ".join(anchor.get_text(" ").split()) for anchor in anchors]
    titles += [str(anchor.get("title") or "") for anchor in anchors]
    titles += [str(image.get("alt") or "") for anchor in anchors for image in anchor.find_all("img")]
    title = next((each for each in titles if len(each) >= _MIN_TITLE), max(titles, key=len, default=""))
    stated = _stated(anchors, keys, zone)
    return Entry(
        url=address,
        source_id="",
        found_by=(),
        published_at=stated.at,
        published_on=stated.on,
        title=title or None,
    )


def _stated(anchors: list[Tag], keys: dict[int, str], zone: tzinfo) -> Stated:
    """Read the time on an article's card: the largest box around a link that holds no other article."""
    for anchor in anchors:
        box: Tag | None = anchor
        for _ in range(_CLIMB):
            parent = box.parent if box else None
            if parent is None or parent.name in _PAGE or _holds_other(parent, keys[id(anchor)], keys):
                break
            box = parent
        stated = _time_in(box, zone) if box else Stated()
        if stated != Stated():
            return stated
    return Stated()


def _holds_other(box: Tag, own: str, keys: dict[int, str]) -> bool:
    return any(keys.get(id(other), own) != own for other in box.find_all("a"))


def _time_in(box: Tag, zone: tzinfo) -> Stated:
    """Read the first time that a card states: in <time>, else in a short text with figures."""
    for tag in box.find_all("time"):
        stated = read_time(str(tag.get("datetime") or tag.get_text(" ")), zone)
        if stated != Stated():
            return stated
    for text in box.find_all(string=True):
        words = str(text).strip()
        if len(words) <= _LONGEST_DATE and any(char.isdigit() for char in words):
            stated = read_time(words, zone)
            if stated != Stated():
                return stated
    return Stated()


def _next(soup: BeautifulSoup, base: str, url: str) -> str | None:
    """Return the page that follows: rel=next, else a link whose class or words say so."""
    candidates = [
        *soup.select("link[rel~=next], a[rel~=next]"),
        *soup.select("a.next, .next > a, a.nextpostslink, .pager-next a"),
    ]
    candidates += [
        anchor for anchor in soup.find_all("a") if _NEXT_WORDS.match(" ".join(anchor.get_text(" ").split()))
    ]
    for tag in candidates:
        address = _address(tag, base)
        if address and host_of(address) == host_of(url) and canonical(address) != canonical(url):
            return address
    return None
