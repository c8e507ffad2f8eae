"""Sitemaps as each family of sites writes them: by month, by day, numbered, for news, packed."""

import gzip
import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from html import escape
from typing import TYPE_CHECKING

from tests.newsroom.answers import XML, Answer, Query, of_day, text
from tests.newsroom.markup import local
from tests.newsroom.press import Item

if TYPE_CHECKING:
    from tests.newsroom.sites import Site


def urlset(
    site: "Site", items: Sequence[Item], now: datetime, *, is_news: bool = False, lastmod: bool = True
) -> str:
    def row(each: Item) -> str:
        news = f"<news:news><news:publication><news:name>{site.outlet.name_ar}</news:name><news:language>ar</news:language></news:publication><news:publication_date>{local(each).isoformat()}</news:publication_date><news:title>{escape(each.story.title)}</news:title></news:news>"
        changed = f"<lastmod>{each.changed_at(now).astimezone(site.outlet.zone).isoformat()}</lastmod>"
        return f"<url><loc>{escape(site.address(each))}</loc>{changed if lastmod else ''}{news if is_news else ''}</url>"

    rows = "".join(map(row, items))
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{rows}</urlset>'


def index(rows: Sequence[tuple[str, datetime]]) -> Answer:
    inner = "".join(
        f"<sitemap><loc>{url}</loc><lastmod>{moment.isoformat()}</lastmod></sitemap>" for url, moment in rows
    )
    return text(
        f'<?xml version="1.0" encoding="UTF-8"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{inner}</sitemapindex>',
        XML,
    )


def yoast_index(
    site: "Site", _found: re.Match[str], _query: Query, up: Sequence[Item], now: datetime
) -> Answer:
    """Yoast: pages of posts by their number, and sitemaps of what is no article."""
    pages = sorted({each.number // 20 for each in up})
    rows = [
        (
            f"{site.root}/post-sitemap{page}.xml",
            max(each.changed_at(now) for each in up if each.number // 20 == page),
        )
        for page in pages
    ]
    return index(
        [*rows, (f"{site.root}/category-sitemap.xml", now), (f"{site.root}/post_tag-sitemap.xml", now)]
    )


def yoast_page(
    site: "Site", found: re.Match[str], _query: Query, up: Sequence[Item], now: datetime
) -> Answer:
    return text(urlset(site, [each for each in up if each.number // 20 == int(found[1])], now), XML)


def month_index(
    site: "Site", _found: re.Match[str], _query: Query, up: Sequence[Item], now: datetime
) -> Answer:
    months = sorted({f"{local(each):%Y-%m}" for each in up})
    return index([(f"{site.root}/maps/sitemap-{month}.xml.gz", now) for month in months])


def month_map(site: "Site", found: re.Match[str], _query: Query, up: Sequence[Item], now: datetime) -> Answer:
    held = [each for each in up if f"{local(each):%Y-%m}" == found[1]]
    return Answer(
        body=gzip.compress(urlset(site, held, now).encode(), mtime=0), content_type="application/gzip"
    )


def all_map(site: "Site", _found: re.Match[str], _query: Query, up: Sequence[Item], now: datetime) -> Answer:
    return Answer(
        body=gzip.compress(urlset(site, up, now).encode(), mtime=0), content_type="application/x-gzip"
    )


def plain_map(
    site: "Site", _found: re.Match[str], _query: Query, up: Sequence[Item], now: datetime
) -> Answer:
    return text(urlset(site, up, now), XML)


def news_map(site: "Site", _found: re.Match[str], _query: Query, up: Sequence[Item], now: datetime) -> Answer:
    held = [each for each in up if each.published_at > now - timedelta(days=2)]
    return text(urlset(site, held, now, is_news=True), XML)


def day_map(site: "Site", found: re.Match[str], _query: Query, up: Sequence[Item], now: datetime) -> Answer:
    return text(urlset(site, of_day(up, *found.groups()), now, is_news=True), XML)
