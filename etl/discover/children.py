"""Children of a sitemap index to those that can hold a day, likeliest first. Pure.

An index of ten years has hundreds of children. Most are told from their names (sitemap-2026-03.xml,
?yyyy=2026&mm=3&dd=14, category-sitemap.xml); of the rest, a child that was last changed before the
day began cannot hold it.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from etl.discover.sitemap import Child
from etl.discover.times import Window
from etl.discover.urls import readable

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTH = r"(?P<month>1[0-2]|0?[1-9])"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])"
_SPANS = (
    re.compile(rf"yyyy={_YEAR}(?:&mm={_MONTH}(?:&dd={_DAY})?)?(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR}[-_/.]{_MONTH}[-_/.]{_DAY}(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR}[-_/.]{_MONTH}(?!\d)"),
    re.compile(rf"(?:year|y)={_YEAR}&(?:amp;)?(?:month|m)={_MONTH}(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR}(?!\d)"),
)
# Yoast: post_tag-sitemap2.xml; WordPress itself: wp-sitemap-taxonomies-category-1.xml, wp-sitemap-users-1.xml.
_NO_ARTICLES = re.compile(
    r"(?:^|[/_.-])(?:category|categories|taxonomies|taxonomy|post_tag|posts-page|page|tags?|topics?|authors?|users?|"
    r"products?|attachments?|images?|photos?|gallery|galleries|videos?|sections?|static|misc)"
    r"(?=[/_.-][^/]*sitemap|[/_.-]?sitemap|[-_.]?\d*\.xml|[-_]\d)",
    re.IGNORECASE,
)
_SITEMAP_LINE = re.compile(r"^\s*sitemap\s*:\s*(https?://\S+)", re.IGNORECASE | re.MULTILINE)
_DECEMBER = 12


def robots_sitemaps(body: bytes) -> tuple[str, ...]:
    """Return the sitemaps that a robots.txt names, each once, in its order (sitemaps.org, "Informing")."""
    lines = _SITEMAP_LINE.findall(
        body.decode("utf-8", "replace").removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    )
    return tuple(dict.fromkeys(lines))


def named_span(url: str) -> tuple[date, date] | None:
    """Read the first and last day that a child's address names: a day, a month or a year."""
    text = readable(url.partition("://")[2].partition("/")[2])
    for pattern in _SPANS:
        found = pattern.search(text)
        if not found:
            continue
        parts = found.groupdict()
        year, month, day = (
            int(parts[name]) if parts.get(name) else None for name in ("year", "month", "day")
        )
        try:
            return _span(year or 0, month, day)
        except ValueError:
            continue
    return None


def _span(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, _DECEMBER, 31)
    if day is not None:
        return date(year, month, day), date(year, month, day)
    after = date(year + month // _DECEMBER, month % _DECEMBER + 1, 1)
    return date(year, month, 1), after - timedelta(days=1)


def prune(children: Iterable[Child], window: Window, *, pattern: str | None = None) -> tuple[Child, ...]:
    """Return the children worth fetching for a day: those that name it, then by their last change.

    `pattern` is the source's own word on which children hold articles. A day more on either side is
    kept, for outlets that name their files in another zone than their own.
    """
    near = timedelta(days=1)
    named: list[Child] = []
    unnamed: list[Child] = []
    for child in children:
        if not (re.search(pattern, readable(child.url)) if pattern else _may_hold_articles(child.url)):
            continue
        span = named_span(child.url)
        if span is not None:
            if span[0] - near <= window.day <= span[1] + near:
                named.append(child)
        elif child.modified_at is None or child.modified_at >= window.start:
            unnamed.append(child)
    named.sort(key=lambda each: _distance(each, window.day))
    # A child fills up and is then left alone: the one changed soonest after the day began is the likeliest.
    unnamed.sort(key=lambda each: (each.modified_at is None, each.modified_at or window.start))
    return (*named, *unnamed)


def _may_hold_articles(url: str) -> bool:
    path = url.partition("://")[2].partition("/")[2].partition("?")[0]
    return not _NO_ARTICLES.search(path)


def _distance(child: Child, day: date) -> tuple[int, int]:
    """Sort what names the day itself before its neighbours, and a day's file before a month's."""
    first, last = named_span(child.url) or (day, day)
    outside = max((first - day).days, (day - last).days, 0)
    return outside, (last - first).days
