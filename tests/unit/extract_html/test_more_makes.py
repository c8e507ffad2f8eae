"""Pages whose body is in a script, unfolds, stands among stories like it, or is signed in a line of data."""

import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from etl.extract.html import read_html
from etl.model import Article, Page
from tests.unit.extract_html.newspages import OTHER_TITLES, PARAGRAPHS, TITLE, head, paragraphs_of

OTHER = tuple(reversed(PARAGRAPHS))
STAMP = '<meta property="article:published_time" content="2025-02-03T14:20:00+01:00">'
MARKUP = paragraphs_of()
FIRST, REST = paragraphs_of("p", PARAGRAPHS[:1]), paragraphs_of("p", PARAGRAPHS[1:])
PARTS = [
    {"type": "text", "content": PARAGRAPHS[0]},
    {"type": "interstitial_link", "content": OTHER_TITLES[0], "url": "/1"},
    *({"type": "text", "content": text} for text in PARAGRAPHS[1:]),
]
NEXT = {
    "props": {
        "related": [{"title": OTHER_TITLES[0], "body": MARKUP * 2}],
        "story": {"title": TITLE, "body": MARKUP},
    }
}
FUSION = {"headlines": {"basic": TITLE}, "content_elements": PARTS}


def article_of(body: str) -> Article:
    page = Page(
        source_id="marsad",
        url="https://example.org/news/2025/88",
        content=f"{head(extra=STAMP)}<body>{body}</body></html>".encode(),
        content_type="text/html",
        fetched_at=datetime(2025, 2, 4, tzinfo=UTC),
    )
    article = read_html(page, zone=ZoneInfo("Africa/Tunis"))
    assert isinstance(article, Article)
    return article


def section(title: str, paragraphs: tuple[str, ...]) -> str:
    return f'<section class="full"><h2 class="top">{title}</h2><div>{paragraphs_of("p", paragraphs)}</div></section>'


def teaser(index: int) -> str:
    return f'<div class="op"><h3><a href="/{index}">{OTHER_TITLES[index]}</a></h3><p>{OTHER[index]}</p></div>'


@pytest.mark.parametrize(
    "body",
    [
        f'<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{json.dumps(NEXT)}</script>',
        f"<div id=app></div><script>window.Fusion={{}};Fusion.site='m';Fusion.globalContent={json.dumps(FUSION)};</script>",
        f"<h1>{TITLE}</h1><div>{FIRST}<amp-iframe><p placeholder>جاري تحميل الفيديو، يرجى الانتظار قليلا.</p></amp-iframe>{REST}</div>",
        f'<h1>{TITLE}</h1><div>{FIRST}<div style="display:none">{REST}</div><button>المزيد</button></div>',
        f"<div>{section(TITLE, PARAGRAPHS)}{section(OTHER_TITLES[0], OTHER)}</div>",
        f"<article><h1>{TITLE}</h1><p>{PARAGRAPHS[0][:90]}...</p><div>{MARKUP}</div></article>",
        f"<main><article><h1>{TITLE}</h1>{MARKUP}</article><section>{teaser(0)}{teaser(1)}</section></main>",
    ],
    ids=["next", "fusion", "amp", "unfolds", "endless", "teaser", "teasers"],
)
def test_exactly_the_article(body: str) -> None:
    article = article_of(body)
    assert article.body.split("\n") == list(PARAGRAPHS)
    assert article.title == TITLE


def test_parts_of_one_story_stay_together() -> None:
    parts = (
        f'<div class="sec"><h2>{TITLE}</h2>{FIRST}</div>',
        *(
            f'<div class="sec"><h2>{OTHER_TITLES[i]}</h2><p>{text} {text}</p></div>'
            for i, text in enumerate(PARAGRAPHS[1:])
        ),
    )
    body = article_of(f"<main>{''.join(parts)}</main>").body
    assert all(text in body for text in PARAGRAPHS)


def test_comments_with_the_story_s_title_are_not_its_body() -> None:
    story = {"title": TITLE, "body": MARKUP}
    thread = {"title": TITLE, "content": " ".join(OTHER) * 8}
    state = json.dumps({"thread": thread, "story": story, "odd": "\ud83d"})
    body = f'<div id="app"></div><script>window.__INITIAL_STATE__={state};</script>'
    assert article_of(body).body.split("\n") == list(PARAGRAPHS)


def test_headings_that_link_to_their_own_place_are_subheads() -> None:
    entries = "".join(
        f'<div class="entry"><h3><a href="#e{i}">{OTHER_TITLES[i]}</a></h3><p>{text}</p></div>'
        for i, text in enumerate(PARAGRAPHS[1:])
    )
    body = article_of(f"<article><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p>{entries}</article>").body.split("\n")
    assert body[1::2] == list(OTHER_TITLES[:4])
    assert (body[0], *body[2::2]) == PARAGRAPHS


@pytest.mark.parametrize(
    "line",
    [
        '<div class="submitted">نشر بواسطة <span>منى الزغلامي</span> في اثنين, 02/03/2025 - 14:20</div>',
        '<dl><dd itemprop="author">كتب بواسطة: <span>منى الزغلامي</span></dd></dl>',
        "<div><span>03/02/2025 02:20 م</span> <span>كتبت: منى الزغلامي</span></div>",
        '<div><a href="/writers/12">منى الزغلامي</a></div><div class="about-writer"><h4>عن الكاتب</h4></div>',
    ],
)
def test_the_writer_s_name_alone(line: str) -> None:
    article = article_of(f'<h1>{TITLE}</h1>{line}<div class="text">{MARKUP}</div>')
    assert article.author == "منى الزغلامي"
    assert article.body.split("\n") == list(PARAGRAPHS)
