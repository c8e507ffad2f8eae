"""An outlet's addresses to answers, as its site stood at a moment. No sockets here."""

import json
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from itertools import count
from urllib.parse import parse_qs, unquote, urlsplit

from tests.newsroom.answers import Answer, Query, of_day, text
from tests.newsroom.maps import (
    all_map,
    day_map,
    month_index,
    month_map,
    news_map,
    plain_map,
    yoast_index,
    yoast_page,
)
from tests.newsroom.markup import document, link, local, words_of
from tests.newsroom.outlets import Outlet
from tests.newsroom.press import Item, Press

_JSON = "application/json; charset=UTF-8"
_FEED_ITEMS = 20
_CARDS = 4
_PER_PAGE = 2


class Site:
    """One outlet's site at a root address."""

    def __init__(self, outlet: Outlet, press: Press, root: str) -> None:
        """Take whose site it is, what it can show, and where it is served."""
        self.outlet = outlet
        self._press = press
        self.root = root
        self._views = count(17)
        self._routes = tuple((re.compile(pattern), answer) for pattern, answer in _ROUTES[outlet.outlet_id])

    def answer(self, target: str, now: datetime) -> Answer:
        """Answer a request's target."""
        parts = urlsplit(target)
        path, query = unquote(parts.path), {name: values[0] for name, values in parse_qs(parts.query).items()}
        up = self._press.up(self.outlet, now)
        if path == "/robots.txt":
            return text(
                f"User-agent: *\nDisallow: /wp-admin/\n{_SITEMAPS.get(self.outlet.outlet_id, '').format(root=self.root)}\n",
                "text/plain",
            )
        for pattern, route in self._routes:
            found = pattern.fullmatch(path)
            if found:
                return route(self, found, query, up, now)
        return self._page(path + (f"?{parts.query}" if parts.query else ""), up, now)

    def _page(self, path: str, up: Sequence[Item], now: datetime) -> Answer:
        """Answer with an article, 410 for one that was deleted, 404 for what never was."""
        path = path.removesuffix("/amp").partition("?utm")[0]
        for place, item in enumerate(up):
            if item.path == path:
                others = [each for each in up[place + 1 : place + 8] if each.story.title != item.story.title][
                    :_CARDS
                ]
                html = document(
                    item, now, others, self.root, next(self._views) if self.outlet.is_restless else 0
                )
                if self.outlet.outlet_id == "marsa":
                    return Answer(body=html.encode("cp1256"), content_type="text/html")
                return text(html)
        was = any(
            each.path == path and each.deleted_at and each.deleted_at <= now
            for each in self._press.items[self.outlet.outlet_id]
        )
        return text("<html><body><h1>الصفحة غير موجودة</h1></body></html>", status=410 if was else 404)

    def address(self, item: Item) -> str:
        """An item's whole address."""
        return self.root + link(item)

    def cards(self, items: Sequence[Item], form: str, after: str = "") -> Answer:
        """A listing page, each item by a form, with a sidebar of others' days as every listing has one."""
        rows = "\n".join(
            form.format(
                url=link(each),
                title=escape(each.story.title),
                time=words_of(local(each)),
                iso=local(each).isoformat(),
            )
            for each in items
        )
        html = f'<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="utf-8"><title>{self.outlet.name_ar}</title></head><body><nav><a href="/">الرئيسية</a><a href="/tag/x">وسوم</a></nav><main>{rows}{after}</main><footer><a href="/about">من نحن</a></footer></body></html>'
        return text(html)


def _rss(site: Site, _found: re.Match[str], _query: Query, up: Sequence[Item], now: datetime) -> Answer:
    items = "".join(
        f"<item><title>{escape(each.at(now).title)}</title><link>{site.address(each)}</link><guid>{site.address(each)}</guid><pubDate>{format_datetime(local(each))}</pubDate><description><![CDATA[{each.story.lead}]]></description></item>"
        for each in up[:_FEED_ITEMS]
    )
    return text(
        f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>{site.outlet.name_ar}</title><link>/</link><description/>{items}</channel></rss>',
        "application/rss+xml; charset=UTF-8",
    )


def _broken_rss(
    site: Site, _found: re.Match[str], _query: Query, up: Sequence[Item], _now: datetime
) -> Answer:
    """RSS with an undeclared entity, bare ampersands, local times without a zone, and tracking links."""
    items = "".join(
        f"<item><title>{each.story.title} &nbsp;</title><link>{site.address(each)}?utm_source=rss&utm_medium=feed</link><pubDate>{local(each):%Y-%m-%d %H:%M:%S}</pubDate></item>"
        for each in up[:_FEED_ITEMS]
    )
    return text(
        f'\n<?xml version="1.0"?><rss version="2.0"><channel><title>{site.outlet.name_ar}</title>{items}</channel></rss>',
        "text/xml",
    )


def _atom(site: Site, _found: re.Match[str], _query: Query, up: Sequence[Item], now: datetime) -> Answer:
    items = "".join(
        f'<entry><title>{escape(each.story.title)}</title><id>{site.address(each)}</id><link href="{site.address(each)}"/><published>{local(each).isoformat()}</published><updated>{each.changed_at(now).isoformat()}</updated></entry>'
        for each in up[:_FEED_ITEMS]
    )
    return text(
        f'<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>{site.outlet.name_ar}</title>{items}</feed>',
        "application/atom+xml",
    )


def _posts(site: Site, _found: re.Match[str], query: Query, up: Sequence[Item], _now: datetime) -> Answer:
    """WordPress REST: after and before exclude their own second, on the site's clock."""
    zone = site.outlet.zone
    after, before = (
        datetime.fromisoformat(query[name]).replace(tzinfo=zone) if name in query else None
        for name in ("after", "before")
    )
    held = [
        each
        for each in reversed(up)
        if (after is None or each.published_at > after) and (before is None or each.published_at < before)
    ]
    size, page = int(query.get("per_page", 10)), int(query.get("page", 1))
    posts = [
        {
            "id": each.number, "date": f"{local(each):%Y-%m-%dT%H:%M:%S}", "date_gmt": f"{each.published_at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}",
            "link": site.address(each), "title": {"rendered": escape(each.story.title)},
        }
        for each in held[(page - 1) * size : page * size]
    ]  # fmt: skip
    totals = (("X-WP-Total", str(len(held))), ("X-WP-TotalPages", str(-(-len(held) // size))))
    return text(json.dumps(posts), _JSON, headers=totals)


def _closed(_site: Site, _found: re.Match[str], _query: Query, _up: Sequence[Item], _now: datetime) -> Answer:
    return text('{"code":"rest_forbidden","message":"REST API restricted","data":{"status":401}}', _JSON, 401)


def _day_pages(card: str, following: str = "") -> "Route":
    def answer(site: Site, found: re.Match[str], query: Query, up: Sequence[Item], _now: datetime) -> Answer:
        named = found.groupdict()
        year, month, day = (named.get(name) or query.get(name[0], "") for name in ("year", "month", "day"))
        page = int(named.get("page") or query.get("page", 1))
        held = of_day(up, year, month, day)
        rows = held[(page - 1) * _PER_PAGE : page * _PER_PAGE]
        if page > 1 and not rows:
            return text("<html><body>لا يوجد</body></html>", status=404)
        aside = (
            "".join(f'<aside><a href="{link(each)}">{each.story.title}</a></aside>' for each in up[:2])
            if "{url}" in following
            else ""
        )
        result = site.cards(rows, card, aside)
        return (
            Answer(
                body=result.body.decode().replace('<meta charset="utf-8">', "").encode("cp1256"),
                content_type="text/html",
            )
            if site.outlet.outlet_id == "marsa"
            else result
        )

    return answer


def _scroll(site: Site, _found: re.Match[str], query: Query, up: Sequence[Item], _now: datetime) -> Answer:
    """The newest, or the piece of HTML that scrolling down asks for."""
    page = int(query.get("page", 1))
    rows = up[(page - 1) * 6 : page * 6]
    if not rows:
        return text("", status=200)
    return site.cards(
        rows, '<article><h3><a href="{url}">{title}</a></h3><time datetime="{iso}">{time}</time></article>'
    )


Route = Callable[[Site, re.Match[str], Query, Sequence[Item], datetime], Answer]
_DATED = r"/(?P<year>\d{4})/(?P<month>\d\d?)/(?P<day>\d\d?)"
_ROUTES: dict[str, tuple[tuple[str, Route], ...]] = {
    "difaf": (
        (r"/feed/", _rss),
        (r"/wp-json/wp/v2/posts", _posts),
        (r"/sitemap_index\.xml", yoast_index),
        (r"/post-sitemap(\d+)\.xml", yoast_page),
    ),
    "yasmin": (
        (r"/feed", _rss),
        (r"/wp-json/.*", _closed),
        (r"/sitemap_index\.xml", yoast_index),
        (r"/post-sitemap(\d+)\.xml", yoast_page),
    ),
    "minbar": (
        (r"/feed/", _rss),
        (
            _DATED + r"/(?:page/(?P<page>\d+)/)?",
            _day_pages(
                '<div class="td_module_10"><h3 class="td-module-title"><a href="{url}">{title}</a></h3><time datetime="{iso}">{time}</time></div>',
                "{url}",
            ),
        ),
    ),
    "sada": ((r"/rss\.xml", _rss), (r"/sitemap\.xml", plain_map)),
    "marsa": ((r"/archive\.asp", _day_pages('<tr><td><a href="{url}">{title}</a></td></tr>')),),
    "barq": ((r"/rss", _rss),),
    "daftar": ((r"/sitemap\.xml", month_index), (r"/maps/sitemap-(\d{4}-\d\d)\.xml\.gz", month_map)),
    "sijill": (
        (
            r"/archive" + _DATED,
            _day_pages(
                '<ul class="days"><li><a class="headline" href="{url}">{title}</a></li></ul>', "{url}"
            ),
        ),
    ),
    "noor": ((r"/sitemaps/news\.xml", news_map), (r"/sitemaps/(\d{4})-(\d\d)-(\d\d)\.xml", day_map)),
    "madar": ((r"/latest|/more", _scroll),),
    "rabita": ((r"/atom\.xml", _atom), (r"/sitemap-articles\.xml\.gz", all_map)),
    "wasl": (
        (r"/rss\.php", _broken_rss),
        (
            _DATED + "/?",
            _day_pages(
                '<div><a href="{url}/amp">{title}</a> <a href="{url}?utm_source=home">المزيد</a></div>'
            ),
        ),
    ),
}
_SITEMAPS = {"difaf": "Sitemap: {root}/sitemap_index.xml", "yasmin": "Sitemap: {root}/sitemap_index.xml"}
