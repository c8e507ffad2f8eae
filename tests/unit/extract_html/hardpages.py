"""News pages built to mislead, each with the article that a reader finds on it."""

from typing import Any

from tests.unit.extract_html.newspages import (
    LEAD,
    NAV,
    OTHER_TITLES,
    PARAGRAPHS,
    TICKER,
    TITLE,
    NewsPage,
    cards,
    head,
    paragraphs_of,
)

_NEWSLETTER = "اشترك في نشرتنا البريدية ليصلك ملخص أهم الأخبار كل صباح، ويمكنك إلغاء الاشتراك في أي وقت."


def _page(body: str, **fields: Any) -> NewsPage:  # noqa: ANN401  # the fields differ in type
    return NewsPage(
        html=f"{head()}<body><header><ul>{NAV}</ul></header>{body}<footer><p>جميع الحقوق محفوظة 2024</p></footer></body></html>",
        **fields,
    )


def paragraphs_as_headings() -> NewsPage:
    body = PARAGRAPHS[:2] + PARAGRAPHS[3:]
    return _page(
        f'<h1>{TITLE}</h1><time datetime="2024-03-05">5 مارس 2024</time><div class="post">{paragraphs_of("h3", body)}</div><div>{cards(4)}</div>',
        paragraphs=body,
    )


def read_also_in_many_forms() -> NewsPage:
    inner = (
        f"<p>{PARAGRAPHS[0]}</p><p>اقرأ أيضا:</p><p><a href='/1'>{OTHER_TITLES[0]}</a></p><p>{PARAGRAPHS[1]}</p>"
        f"<p><strong><a href='/2'>شاهد أيضا.. {OTHER_TITLES[1]}</a></strong></p><p>{PARAGRAPHS[2]}</p>"
        f"<blockquote><p>اقرأ المزيد: <a href='/3'>{OTHER_TITLES[2]}</a></p></blockquote><p>{PARAGRAPHS[3]}</p>"
        f"<p><span style='color:red'>موضوعات ذات صلة</span></p><ul><li><a href='/4'>{OTHER_TITLES[3]}</a></li><li><a href='/5'>{OTHER_TITLES[4]}</a></li></ul>"
        f"<p>{PARAGRAPHS[4]}</p><p>للمزيد تابعوا صفحتنا على <a href='#'>فيسبوك</a></p>"
    )
    return _page(
        f'<article><h1>{TITLE}</h1><div class="date">الثلاثاء 5 مارس 2024</div><div class="body">{inner}</div></article>'
    )


def unlinked_read_also() -> NewsPage:
    inner = f"<p>{PARAGRAPHS[0]}</p><p>اقرأ أيضا: {OTHER_TITLES[0]}</p><p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p><p>{PARAGRAPHS[4]}</p>"
    return _page(f'<h1>{TITLE}</h1><p class="date">5/3/2024</p><div class="txt">{inner}</div>')


def body_named_as_furniture() -> NewsPage:
    return _page(
        f'<div class="share-page sidebar-right widget"><h1>{TITLE}</h1><div class="date">5 مارس 2024</div><div class="widget-text comments-open related-to-news">{paragraphs_of()}</div></div><div class="sidebar">{cards(5)}</div>'
    )


def headline_in_tickers() -> NewsPage:
    return _page(
        f'<div class="news"><h2>{OTHER_TITLES[0]}</h2></div><marquee>{TITLE}</marquee><ul>{TICKER}</ul><div class="main"><h1><span>{TITLE}</span></h1><span>نشر في: 05-03-2024 09:10</span><section>{paragraphs_of()}</section></div><ul>{TICKER}</ul>'
    )


def bbc_components() -> NewsPage:
    parts = "".join(
        f'<div dir="rtl" class="bbc-19j92fr e17g058b0"><p class="bbc-1gjryo4 e17g058b0" dir="rtl">{text}</p></div>'
        for text in PARAGRAPHS
    )
    cut = parts.index("</p></div>") + len("</p></div>")
    box = (
        '<section role="region" aria-labelledby="b" class="bbc-1x"><div><strong>اقرأ أيضاً</strong><p><a href="#end">تخطى البودكاست وواصل القراءة</a></p>'
        f'<ul role="list"><li><a href="/1">{OTHER_TITLES[0]}</a></li><li><a href="/2">{OTHER_TITLES[1]}</a></li></ul><p>نهاية القائمة</p></div></section>'
    )
    picture = '<figure class="bbc-1qn"><img><p class="bbc-d"><span>صدر الصورة، Getty Images</span></p><figcaption><span>التعليق على الصورة، </span>أشغال الحفر في الحي القديم</figcaption></figure>'
    return _page(f'<main role="main"><h1 id="content" tabindex="-1">{TITLE}</h1>{picture}<div><ul><li>Author, سمير الفارس</li><li>Role, بي بي سي</li></ul><time datetime="2024-03-05">5 مارس/ آذار 2024</time></div>{parts[:cut]}{box}{parts[cut:]}</main>',
                 author="سمير الفارس",
                 forbidden=(*OTHER_TITLES, "صدر الصورة", "أشغال الحفر في الحي القديم", "نهاية القائمة"))  # fmt: skip


def lead_repeated_by_the_body() -> NewsPage:
    return _page(
        f'<h1>{TITLE}</h1><div class="excerpt">{PARAGRAPHS[0][:90]}...</div><div class="date">5 مارس 2024</div><div class="entry-content">{paragraphs_of()}</div><div class="entry-content mobile">{paragraphs_of()}</div>'
    )


def two_sizes_of_one_body() -> NewsPage:
    return _page(
        f'<h1>{TITLE}</h1><div class="date">5 مارس 2024</div><div class="desktop-only">{paragraphs_of()}</div><div class="mobile-only">{paragraphs_of()}</div>'
    )


def utc_stamp_of_the_day_before() -> NewsPage:
    stamp = '<meta property="article:published_time" content="2024-03-04T22:40:00+00:00">'
    return NewsPage(
        html=f'{head(extra=stamp)}<body><h1>{TITLE}</h1><div class="date">الثلاثاء 5 مارس 2024 - 1:40 صباحا</div><div class="entry-content">{paragraphs_of()}</div></body></html>'
    )


def false_z_on_a_late_evening() -> NewsPage:
    stamp = '<meta property="article:published_time" content="2024-03-05T23:30:00Z">'
    return NewsPage(
        html=f'{head(extra=stamp)}<body><h1>{TITLE}</h1><div class="date">الثلاثاء 5 مارس 2024 11:30 م</div><div class="entry-content">{paragraphs_of()}</div></body></html>'
    )


def masthead_shows_today() -> NewsPage:
    return NewsPage(
        html=f'{head()}<body><div class="top">الاثنين 10 فبراير 2025</div><ul>{NAV}</ul><h1>{TITLE}</h1><div>تاريخ النشر: 2024/03/05</div><div class="entry-content">{paragraphs_of()}</div><div class="weather">غائم جزئيا 10 فبراير 2025</div></body></html>'
    )


def numeric_entities() -> NewsPage:
    plain = wrapped = _page(
        f'<h1>{TITLE}</h1><div class="date">5 مارس 2024</div><div class="entry-content">{paragraphs_of()}</div>'
    ).html
    wrapped = "".join(char if ord(char) < 128 else f"&#{ord(char)};" for char in plain)
    return NewsPage(html=wrapped)


def newsletter_in_fine_prose() -> NewsPage:
    inner = f"{paragraphs_of(paragraphs=PARAGRAPHS[:3])}<div class='newsletter-box'><p>{_NEWSLETTER}</p></div>{paragraphs_of(paragraphs=PARAGRAPHS[3:])}"
    return _page(
        f'<h1>{TITLE}</h1><div class="date">5 مارس 2024</div><div class="story">{inner}</div>',
        forbidden=(*OTHER_TITLES, _NEWSLETTER),
    )


def dateline_source_and_wire_end() -> NewsPage:
    inner = f"<p>المدينة - وكالات</p>{paragraphs_of()}<p>المصدر: وكالات</p><p>/انتهى/</p>"
    return _page(f'<h1>{TITLE}</h1><div class="date">5 مارس 2024</div><div class="story">{inner}</div>')


def quote_and_answer_in_one_paragraph() -> NewsPage:
    talk = (
        "* متى تبدأ الأشغال في الحي القديم؟",
        "- ستبدأ مطلع الشهر المقبل وتستمر ثلاث سنوات وفق جدول معلن.",
        "* وماذا عن التجار المتضررين من الحفر؟",
        "- سنعوضهم بحسب مدة الإغلاق، وقد خصصنا لذلك مبلغا في ميزانية هذا العام.",
    )
    body = (PARAGRAPHS[0], *talk, PARAGRAPHS[4])
    inner = f"<p>{body[0]}</p><p>{talk[0]}<br>{talk[1]}</p><p>{talk[2]}<br>{talk[3]}</p><p>{body[-1]}</p>"
    return _page(
        f'<h1>{TITLE}</h1><p class="lead">{LEAD}</p><div class="date">5 مارس 2024</div><div class="story">{inner}</div>',
        paragraphs=(LEAD, *body),
    )


def captions_without_a_name() -> NewsPage:
    caption, other = "جانب من أشغال الحفر في الحي القديم", "رئيس المجلس خلال الجلسة"
    inner = f'<p style="text-align:center"><img src="a.jpg"><br>{caption}</p>{paragraphs_of(paragraphs=PARAGRAPHS[:2])}<p><img src="b.jpg"></p><p>{other}</p>{paragraphs_of(paragraphs=PARAGRAPHS[2:])}'
    return _page(
        f'<h1>{TITLE}</h1><div>5 مارس 2024</div><div class="txt">{inner}</div>',
        forbidden=(*OTHER_TITLES, caption, other),
    )


def afterword_of_the_site() -> NewsPage:
    afterword = (
        "صحيفة المرصد موقع إخباري مستقل يهتم بأخبار المدينة والجهة ويصدر عن شركة المرصد للإعلام منذ عام 2012."
    )
    return _page(
        f'<h1>{TITLE}</h1><div>5 مارس 2024</div><div class="txt">{paragraphs_of()}</div><div class="x"><p>{afterword}</p></div>',
        forbidden=(*OTHER_TITLES, afterword),
    )


def body_named_latest_news() -> NewsPage:
    inner = f'{paragraphs_of(paragraphs=PARAGRAPHS[:2])}<h3>اقرأ أيضا</h3><p><a href="/1">{OTHER_TITLES[0]}</a></p>{paragraphs_of(paragraphs=PARAGRAPHS[2:])}'
    return _page(
        f'<h1>{TITLE}</h1><div>5 مارس 2024</div><div class="latest-news-content">{inner}</div><div class="latest-news">{cards(5)}</div>'
    )


def columnist_s_note() -> NewsPage:
    return _page(
        f'<h1>{TITLE}</h1><div>5 مارس 2024</div><div class="txt">{paragraphs_of()}<p>* كاتب وباحث</p></div>'
    )


def breaking_news() -> NewsPage:
    text = (
        "أعلنت البلدية قبل قليل تعليق الدراسة غدا الأربعاء بسبب سوء الأحوال الجوية المتوقعة في عموم المدينة.",
    )
    return _page(
        f'<h1>{TITLE}</h1><time datetime="2024-03-05T18:00:00+03:00">5 مارس 2024</time><div class="entry-content">{paragraphs_of(paragraphs=text)}</div><div>{cards(6)}</div>',
        paragraphs=text,
    )


HARD = (
    paragraphs_as_headings, read_also_in_many_forms, unlinked_read_also, body_named_as_furniture, headline_in_tickers, bbc_components, lead_repeated_by_the_body,
    two_sizes_of_one_body, utc_stamp_of_the_day_before, false_z_on_a_late_evening, masthead_shows_today, numeric_entities, newsletter_in_fine_prose,
    dateline_source_and_wire_end, quote_and_answer_in_one_paragraph, breaking_news,
    captions_without_a_name, afterword_of_the_site, body_named_latest_news, columnist_s_note,
)  # fmt: skip
