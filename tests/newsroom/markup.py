"""Articles to pages as each family of sites sets them, with their clutter."""

import json
from collections.abc import Sequence
from datetime import datetime
from html import escape
from urllib.parse import quote

from tests.newsroom.press import Item
from tests.newsroom.story import Story

_MONTHS = (
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
)
_DAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_COMMENTS = (
    "خبر مهم، نتمنى أن نرى نتائجه على الأرض قريبا.",
    "شكرا على التغطية المفصلة.",
    "نسمع مثل هذا الكلام كل عام ولا يتغير شيء.",
)


def local(item: Item) -> datetime:
    """When an item was published, on its outlet's clock."""
    return item.published_at.astimezone(item.outlet.zone)


def words_of(moment: datetime) -> str:
    """A moment as a newspaper writes it."""
    return (
        f"{_DAYS[moment.weekday()]} {moment.day} {_MONTHS[moment.month - 1]} {moment.year} - {moment:%H:%M}"
    )


def link(item: Item) -> str:
    """An item's address as it stands in a page: escaped."""
    path, mark, query = item.path.partition("?")
    return quote(path, safe="/") + (f"?{query}" if mark else "")


def document(item: Item, now: datetime, others: Sequence[Item], root: str, views: int) -> str:
    """The page of an article, in its outlet's family."""
    return _FAMILIES.get(item.outlet.outlet_id, _plain)(item, item.at(now), others, root, views)


def _head(item: Item, story: Story, root: str, more: str = "") -> str:
    address = root + link(item)
    return f"""<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="utf-8"><title>{escape(story.title)} - {item.outlet.name_ar}</title>
<link rel="canonical" href="{address}"><meta property="og:type" content="article"><meta property="og:title" content="{escape(story.title)}">
<meta property="og:url" content="{address}"><meta property="og:site_name" content="{item.outlet.name_ar}">
<meta property="article:published_time" content="{local(item).isoformat()}">{more}</head>"""


def _nav(item: Item) -> str:
    return f'<header><a href="/">{item.outlet.name_ar}</a><nav><ul><li><a href="/c/1">سياسة</a></li><li><a href="/c/2">اقتصاد</a></li><li><a href="/c/3">رياضة</a></li><li><a href="/c/4">صوت وصورة</a></li></ul></nav></header>'


def _cards(others: Sequence[Item], heading: str) -> str:
    cards = "".join(
        f'<article class="card"><a href="{link(each)}"><h4>{escape(each.story.title)}</h4></a></article>'
        for each in others
    )
    return f'<section class="related"><h3>{heading}</h3>{cards}</section>'


def _share() -> str:
    return '<div class="share-buttons"><span>شارك هذا الخبر</span><a href="#">فيسبوك</a><a href="#">واتساب</a><a href="#">تلغرام</a><a href="#">نسخ الرابط</a></div>'


def _comments(item: Item) -> str:
    said = _COMMENTS[item.number % len(_COMMENTS)]
    return f'<div id="comments" class="comments-area"><h3>تعليقات الزوار (1)</h3><ol class="comment-list"><li class="comment"><b>قارئ متابع</b><p>{said}</p></li></ol><form id="commentform"><h3>أضف تعليقك</h3><label>الاسم *</label><input><label>البريد الإلكتروني *</label><input><textarea></textarea></form></div>'


def _foot(item: Item) -> str:
    return f"<footer><p>اشترك في النشرة البريدية ليصلك كل جديد</p><p>جميع الحقوق محفوظة © {item.outlet.name_ar} {local(item).year}</p></footer>"


def _body(story: Story, others: Sequence[Item], also: str = "اقرأ أيضا") -> str:
    """The paragraphs, with a link to another article between two of them."""
    parts = [f"<p>{escape(each)}</p>" for each in story.paragraphs]
    if others:
        parts.insert(
            2,
            f'<p><strong>{also}: <a href="{link(others[0])}">{escape(others[0].story.title)}</a></strong></p>',
        )
    return "\n".join(parts)


def _wordpress(item: Item, story: Story, others: Sequence[Item], root: str, views: int) -> str:  # noqa: ARG001 - one signature for all
    tags = "".join(f'<a rel="tag" href="/tag/{quote(tag)}">{tag}</a>' for tag in story.tags)
    return f"""{_head(item, story, root)}<body class="single single-post">{_nav(item)}<main><article id="post-{item.number}" class="post type-post">
<header class="entry-header"><span class="cat-links"><a href="/category/{quote(story.section)}">{story.section}</a></span><h1 class="entry-title">{escape(story.title)}</h1>
<time class="entry-date published" datetime="{local(item).isoformat()}">{words_of(local(item))}</time></header>
<figure class="wp-caption"><img src="/i/{item.number}.jpg" alt=""><figcaption class="wp-caption-text">{story.caption}</figcaption></figure>
<div class="entry-content">{_body(story, others)}{_share()}</div><footer class="entry-footer"><span class="tags-links">{tags}</span></footer></article>
{_cards(others, "مواضيع ذات صلة")}{_comments(item)}</main>{_foot(item)}</body></html>"""


def _jannah(item: Item, story: Story, others: Sequence[Item], root: str, views: int) -> str:
    return f"""{_head(item, story, root)}<body id="tie-body" class="single-post">{_nav(item)}<div id="content" class="site-content"><article id="the-post" class="container-wrapper post-content">
<header class="entry-header-outer"><a class="post-cat" href="#">{story.section}</a><h1 class="post-title entry-title">{escape(story.title)}</h1>
<div class="single-post-meta post-meta"><span class="author-meta">هيئة التحرير</span><span class="date meta-item tie-icon">{words_of(local(item))}</span><span class="meta-views">{views} مشاهدة</span><span class="meta-reading-time">دقيقة واحدة</span></div></header>
<div class="featured-area"><img src="/i/{item.number}.jpg"><figcaption class="single-caption-text">{story.caption}</figcaption></div>
<div class="entry-content entry clearfix">{_body(story, others, "إقرأ أيضاً")}
<div class="post-bottom-meta"><span class="tagcloud">{"".join(f'<a href="#" rel="tag">{tag}</a>' for tag in story.tags)}</span></div></div>{_share()}</article>
<div id="related-posts" class="container-wrapper">{_cards(others, "مقالات ذات صلة")}</div>{_comments(item)}</div>
<aside class="sidebar"><div class="widget"><h3>الأكثر قراءة</h3>{_cards(others, "اليوم")}</div></aside>{_foot(item)}</body></html>"""


def _tagdiv(item: Item, story: Story, others: Sequence[Item], root: str, views: int) -> str:  # noqa: ARG001 - one signature for all
    return f"""{_head(item, story, root)}<body class="td-standard-pack">{_nav(item)}<div class="td-main-content-wrap"><article id="post-{item.number}" class="td-post-template">
<div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="#">{story.section}</a></li></ul><header class="td-post-title"><h1 class="entry-title">{escape(story.title)}</h1>
<div class="td-module-meta-info"><div class="td-post-author-name">بقلم محرر</div><span class="td-post-date"><time class="entry-date" datetime="{local(item).isoformat()}">{words_of(local(item))}</time></span></div></header></div>
{_share()}<div class="td-post-content tagdiv-type">{_body(story, others)}<div class="td-a-rec">إعلان</div></div>
<footer><div class="td-post-source-tags"><ul class="td-tags"><li><span>وسوم</span></li>{"".join(f"<li><a href='#'>{tag}</a></li>" for tag in story.tags)}</ul></div></footer></article>
<div class="td_block_related_posts">{_cards(others, "مقالات ذات صلة")}</div>{_comments(item)}</div>{_foot(item)}</body></html>"""


def _drupal(item: Item, story: Story, others: Sequence[Item], root: str, views: int) -> str:  # noqa: ARG001 - one signature for all
    return f"""{_head(item, story, root, '<meta name="Generator" content="Drupal 10">')}<body class="path-node page-node-type-article">{_nav(item)}<main role="main"><article class="node node--type-article node--view-mode-full">
<h1 class="page-title"><span class="field field--name-title">{escape(story.title)}</span></h1><div class="node__meta">أضيف بتاريخ {words_of(local(item))}</div>
<div class="node__content"><div class="field field--name-field-image"><img src="/i/{item.number}.jpg"><div class="field--name-field-caption">{story.caption}</div></div>
<div class="clearfix text-formatted field field--name-body field__item">{_body(story, others, "طالع أيضا")}</div>
<div class="field field--name-field-tags"><div class="field__label">الوسوم</div>{"".join(f"<div class='field__item'><a href='#'>{tag}</a></div>" for tag in story.tags)}</div></div></article>
{_cards(others, "من القسم نفسه")}{_share()}</main>{_foot(item)}</body></html>"""


def _tables(item: Item, story: Story, others: Sequence[Item], root: str, views: int) -> str:  # noqa: ARG001 - one signature for all
    text = "<br><br>".join(map(escape, story.paragraphs))
    side = "<br>".join(f'<a href="{link(each)}">{escape(each.story.title)}</a>' for each in others)
    return f"""<html dir=rtl><head><title>{item.outlet.name_ar} - {escape(story.title)}</title></head><body><table width=980><tr><td colspan=2><img src=logo.gif> {item.outlet.name_ar} | <a href="/">الصفحة الأولى</a> | <a href="contact.asp">اتصل بنا</a></td></tr>
<tr valign=top><td width=200><b>أخبار أخرى</b><br>{side}</td><td><font size=2>{story.section}</font><br><font class=newstitle size=5><b>{escape(story.title)}</b></font><br>
<span class=newsdate>{words_of(local(item))}</span><br><img src="pics/{item.number}.jpg"><br><font size=1>{story.caption}</font><div class=newstext>{text}</div>
<a href="print.asp?id={item.number}">طباعة</a> | <a href="#">أرسل إلى صديق</a></td></tr><tr><td colspan=2>جميع الحقوق محفوظة {item.outlet.name_ar}</td></tr></table></body></html>"""


def _script(item: Item, story: Story, others: Sequence[Item], root: str, views: int) -> str:  # noqa: ARG001 - one signature for all
    data = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": story.title, "url": root + link(item),
        "datePublished": local(item).isoformat(), "articleSection": story.section, "keywords": list(story.tags),
        "articleBody": "\n".join(story.paragraphs), "publisher": {"@type": "Organization", "name": item.outlet.name_ar},
    }  # fmt: skip
    shown = "".join(f"<p>{escape(each)}</p>" for each in story.paragraphs[:1])
    return f"""{_head(item, story, root, f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>')}
<body><div id="__next"><div class="app-shell"><h1>{escape(story.title)}</h1>{shown}<div class="skeleton">جار التحميل...</div></div></div>
<script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": {"id": item.number}})}</script><script src="/_next/main.js"></script></body></html>"""


def _plain(item: Item, story: Story, others: Sequence[Item], root: str, views: int) -> str:
    counter = f'<span class="views">قرئ {views} مرة</span>' if item.outlet.is_restless else ""
    return f"""{_head(item, story, root)}<body>{_nav(item)}<main><article class="story"><div class="kicker">{story.section}</div><h1>{escape(story.title)}</h1>
<div class="meta"><time datetime="{local(item).isoformat()}">{words_of(local(item))}</time>{counter}</div>
<figure><img src="/i/{item.number}.jpg"><figcaption>{story.caption}</figcaption></figure><div class="story-body">{_body(story, others)}</div>
<ul class="tags">{"".join(f"<li><a href='/tag/{quote(tag)}'>{tag}</a></li>" for tag in story.tags)}</ul>{_share()}</article>{_cards(others, "قد يعجبك أيضا")}{_comments(item)}</main>{_foot(item)}</body></html>"""


_FAMILIES = {
    "difaf": _wordpress, "yasmin": _jannah, "minbar": _tagdiv, "sada": _drupal, "marsa": _tables, "noor": _script,
}  # fmt: skip
