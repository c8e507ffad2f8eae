"""News pages in the manner of the site families, each with the article that a reader finds on it."""

from dataclasses import dataclass

TITLE = "مجلس البلدية يقر خطة لتجديد شبكة المياه في الأحياء القديمة"
LEAD = "الخطة تمتد ثلاث سنوات وتشمل أربعين كيلومترا من الأنابيب التي تجاوز عمرها نصف قرن."
PARAGRAPHS = (
    "صادق مجلس البلدية في جلسته العادية يوم الثلاثاء على خطة لتجديد شبكة المياه في الأحياء القديمة، بعد نقاش دام ثلاث ساعات وحضره ممثلون عن السكان.",
    "وقال رئيس المجلس سالم الحداد إن الأشغال ستنطلق مطلع الشهر المقبل، وإن الكلفة الإجمالية لا تتجاوز الاعتمادات المرصودة في ميزانية هذا العام.",
    "ولم تسجل أي معارضة.",
    "وأوضح المهندس المشرف على المشروع أن الأنابيب الحالية تفقد قرابة ثلث المياه قبل وصولها إلى المنازل، مضيفا أن الشبكة الجديدة ستخفض هذه النسبة إلى أقل من عشرة في المئة.",
    "في المقابل، طالب عدد من السكان بتعويض المتاجر التي ستغلق أبوابها خلال الحفر، فيما تعهدت البلدية بنشر جدول زمني مفصل لكل شارع قبل بدء العمل.",
)
OTHER_TITLES = (
    "افتتاح معرض الكتاب في دورته الثلاثين بمشاركة مئتي ناشر",
    "المنتخب الوطني يستعد لمباراته المقبلة بمعسكر مغلق",
    "ارتفاع طفيف في أسعار الخضر مع بداية الموسم",
    "اختتام مهرجان المسرح الجامعي بتتويج ثلاث فرق",
    "حملة لتنظيف الشواطئ بمشاركة مئات المتطوعين",
    "توقيع اتفاقية لتطوير النقل المدرسي في القرى",
)
NAV = "".join(
    f'<li class="menu-item"><a href="/{i}">{name}</a></li>'
    for i, name in enumerate(("الرئيسية", "سياسة", "اقتصاد", "رياضة", "ثقافة", "مجتمع", "رأي", "فيديو"))
)
TICKER = "".join(f'<li><a href="/t{i}">{title}</a></li>' for i, title in enumerate((TITLE, *OTHER_TITLES)))
COMMENT_RULES = (
    "نرحب بتعليقاتكم ونرجو أن تلتزم بموضوع المقال وألا تتضمن إساءة إلى الأشخاص أو المعتقدات، وتحتفظ إدارة الموقع بحق حذف ما يخالف ذلك.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsPage:
    """A page, its address, and what its article is."""

    html: str
    url: str = "https://example.org/news/12345"
    title: str = TITLE
    paragraphs: tuple[str, ...] = PARAGRAPHS
    forbidden: tuple[str, ...] = OTHER_TITLES
    day: str | None = "2024-03-05"
    author: str | None = None


def paragraphs_of(tag: str = "p", paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    return "".join(f"<{tag}>{text}</{tag}>\n" for text in paragraphs)


def cards(count: int = 4, heading: str = "h3", item: str = "div", name: str = "item") -> str:
    return "".join(
        f'<{item} class="{name}"><a href="/s{i}"><img src="/i{i}.jpg" alt=""></a>'
        f'<{heading}><a href="/s{i}">{OTHER_TITLES[i]}</a></{heading}><span class="date">4 مارس 2024</span></{item}>'
        for i in range(count)
    )


def head(title: str = TITLE, extra: str = "", site: str = "صحيفة المرصد", lang: str = "ar") -> str:
    return (
        f'<!doctype html><html lang="{lang}" dir="rtl"><head><meta charset="utf-8"><title>{title} - {site}</title>'
        f'<meta property="og:title" content="{title} - {site}"><meta property="og:site_name" content="{site}">'
        f'<meta property="og:type" content="article">{extra}</head>'
    )


def wordpress_block_theme() -> NewsPage:
    stamp = '<meta property="article:published_time" content="2024-03-05T08:15:00+00:00">'
    return NewsPage(html=head(extra=stamp) + f"""<body class="wp-singular post-template-default single single-post postid-5 single-format-standard">
    <div class="wp-site-blocks"><header class="wp-block-template-part"><nav class="wp-block-navigation"><ul>{NAV}</ul></nav></header>
    <main class="wp-block-group"><h1 class="wp-block-post-title">{TITLE}</h1>
    <div class="wp-block-template-part"><div class="wp-block-post-date"><time datetime="2024-03-05T11:15:00+03:00">5 مارس 2024</time></div>
    <div class="wp-block-post-author-name">ليلى الناصري</div></div>
    <figure class="wp-block-post-featured-image"><img src="a.jpg"><figcaption>جانب من أشغال الحفر في الحي القديم</figcaption></figure>
    <div class="entry-content wp-block-post-content">{paragraphs_of(paragraphs=PARAGRAPHS[:3])}
    <p class="read-also"><strong>اقرأ أيضا: </strong><a href="/s1">{OTHER_TITLES[0]}</a></p>{paragraphs_of(paragraphs=PARAGRAPHS[3:])}</div>
    <div class="taxonomy-post_tag wp-block-post-terms"><a href="/tag/1" rel="tag">المياه</a>, <a href="/tag/2" rel="tag">البلدية</a></div>
    <div class="wp-block-group"><h2>مقالات ذات صلة</h2><ul class="wp-block-post-template">{cards(3, item="li", name="wp-block-post")}</ul></div>
    <div class="wp-block-comments"><h2>اترك تعليقا</h2><p>لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *</p></div></main>
    <footer class="wp-block-template-part"><p>جميع الحقوق محفوظة لصحيفة المرصد 2024</p></footer></div></body></html>""",
    author="ليلى الناصري")  # fmt: skip


def breaks_only() -> NewsPage:
    body = "<br><br>\r\n".join(PARAGRAPHS)
    return NewsPage(html=head() + f"""<body><div id="top"><table><tr>{"".join(f"<td><a href='/{i}'>{t}</a></td>" for i, t in enumerate(OTHER_TITLES))}</tr></table></div>
    <div id="wrap"><div class="newsdetails"><h2 class="ttl">{TITLE}</h2><span class="dt">الثلاثاء 05 مارس 2024 - 10:30</span><br>
    <div id="details"><b>المرصد - خاص</b><br>{body}<br><br>شارك الخبر<br></div></div>
    <div class="box"><div class="hd">الأكثر قراءة</div>{cards(5)}</div></div></body></html>""")  # fmt: skip


def table_layout() -> NewsPage:
    body = "<br>&nbsp;<br>".join(PARAGRAPHS)
    return NewsPage(html=f"""<html><head><title>{TITLE} | المرصد</title></head><body><center><table width=900><tr><td colspan=3><a href="/">الرئيسية</a> | <a href=/1>سياسة</a> | <a href=/2>رياضة</a></td></tr>
    <tr><td width=150 valign=top><table>{"".join(f"<tr><td><a href=/{i}>{t}</a></td></tr>" for i, t in enumerate(OTHER_TITLES))}</table></td>
    <td width=600 valign=top><font size=5><b>{TITLE}</b></font><br><font size=1>2024-03-05</font><br><font size=3>{body}</font></td>
    <td width=150><font size=2>إعلان</font><br><a href=/ad>مساحة إعلانية للإيجار</a></td></tr>
    <tr><td colspan=3>جميع الحقوق محفوظة &copy; المرصد 2024</td></tr></table></center></body></html>""")  # fmt: skip


def microdata_with_lead_outside() -> NewsPage:
    return NewsPage(html=head(lang="en-US") + f"""<body><div id="page"><div class="ticker"><ul>{TICKER}</ul></div><nav><ul>{NAV}</ul></nav>
    <div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{TITLE}</h1><h2 class="subtitle">{LEAD}</h2>
    <div class="info"><span itemprop="author">كتب: ماجد العلي</span><meta itemprop="datePublished" content="2024-03-05T09:00:00+03:00"><time>5 مارس 2024 09:00 ص</time></div>
    <div class="social-share"><a href="#">فيسبوك</a><a href="#">تويتر</a></div>
    <div itemprop="articleBody">{"".join(f"<div>{text}</div>" for text in PARAGRAPHS[:2])}<div class="related-inline"><h4>مواضيع متعلقة</h4>{cards(2)}</div>{"".join(f"<div>{text}</div>" for text in PARAGRAPHS[2:])}</div>
    <div class="comments-policy"><p>{COMMENT_RULES[0]}</p></div></div><aside><h3>الأكثر قراءة</h3>{cards(4)}</aside></div></body></html>""",
    paragraphs=(LEAD, *PARAGRAPHS), forbidden=(*OTHER_TITLES, *COMMENT_RULES), author="ماجد العلي")  # fmt: skip


def nested_cards() -> NewsPage:
    return NewsPage(html=head() + f"""<body class="post-template-default single single-post"><div class="jeg_main"><h1 class="jeg_post_title">{TITLE}</h1>
    <div class="jeg_meta_container"><div class="jeg_meta_author">كتب <a href="/a">هدى سمير</a></div><div class="jeg_meta_date"><a href="/">مارس 5, 2024</a></div></div>
    <div class="entry-content no-share"><div class="content-inner">{paragraphs_of(paragraphs=PARAGRAPHS[:2])}
    <div class="jnews_inline_related_post"><div class="jeg_postblock"><h3>إقرأ أيضاً</h3><div class="jeg_posts">
    {"".join(f'<article class="jeg_post"><div class="jeg_thumb"><a href="/s{i}"><img></a></div><div class="jeg_postblock_content"><h3 class="jeg_post_title"><a href="/s{i}">{OTHER_TITLES[i]}</a></h3><div class="jeg_meta_date">مارس 4, 2024</div></div></article>' for i in range(2))}
    </div></div></div>{paragraphs_of(paragraphs=PARAGRAPHS[2:])}<div class="jeg_post_tags"><span>تاجز:</span> <a href="/tag/a" rel="tag">المياه</a><a href="/tag/b" rel="tag">البلدية</a></div></div></div>
    <div class="jeg_sidebar">{cards(4)}</div></div></body></html>""", author="هدى سمير")  # fmt: skip


def endless_scrolling() -> NewsPage:
    second = "".join(
        f"<p>{text}</p>"
        for text in (
            "انطلقت صباح اليوم في المدينة فعاليات معرض الكتاب في دورته الثلاثين بمشاركة مئتي ناشر من عشرين بلدا، وسط إقبال كبير من الطلبة والباحثين.",
            "وتحدث مدير المعرض عن برنامج ثقافي يضم خمسين ندوة وأمسية شعرية، إضافة إلى جناح خاص بكتب الأطفال يستمر طوال أيام المعرض العشرة.",
            "ويتوقع المنظمون أن يتجاوز عدد الزوار نصف مليون، بعدما بلغ في الدورة الماضية أربعمئة ألف زائر من داخل البلاد وخارجها.",
        )
    )
    return NewsPage(html=head() + f"""<body><nav><ul>{NAV}</ul></nav><main><article class="story"><header><h1>{TITLE}</h1><p class="date">5 مارس 2024</p></header>
    <div class="text">{paragraphs_of()}</div></article><article class="story"><header><h1>{OTHER_TITLES[0]}</h1><p class="date">4 مارس 2024</p></header><div class="text">{second}</div></article></main></body></html>""",
    forbidden=("خمسين ندوة وأمسية شعرية", *OTHER_TITLES))  # fmt: skip


def only_json_ld() -> NewsPage:
    body = "\\n".join(text.replace('"', "'") for text in PARAGRAPHS)
    data = f'{{"@context":"https://schema.org","@type":"NewsArticle","headline":"{TITLE}","datePublished":"2024-03-05T10:00:00+03:00","author":{{"@type":"Person","name":"سعاد بكري"}},"articleBody":"{body}"}}'
    return NewsPage(html=head(extra=f'<script type="application/ld+json">{data}</script>') + f"""<body><div id="app"><nav><ul>{NAV}</ul></nav><h1>{TITLE}</h1><div class="loading">جاري التحميل</div></div>
    <div class="latest">{cards(5)}</div></body></html>""", author="سعاد بكري")  # fmt: skip


def advert_splits_paragraph() -> NewsPage:
    whole = PARAGRAPHS[3]
    half = whole.index("مضيفا")
    split = f'<p>{whole[:half]}<div class="ad-slot">إعلان</div>{whole[half:]}</p>'
    return NewsPage(html=head() + f"""<body><h1>{TITLE}</h1><div class="meta">نشر في 5 مارس 2024</div><div class="post-body">{paragraphs_of(paragraphs=PARAGRAPHS[:3])}{split}{paragraphs_of(paragraphs=PARAGRAPHS[4:])}</div><div class="more">{cards(4)}</div></body></html>""")  # fmt: skip


def comments_in_good_prose() -> NewsPage:
    comments = (
        "أنا من سكان الحي القديم وأقول إن الخطة جاءت متأخرة جدا، فقد عانينا من انقطاع المياه كل صيف منذ عشر سنوات دون أن يسأل عنا أحد.",
        "شكرا للمجلس على هذه الخطوة، ونرجو أن تشمل الأشغال شارع السوق أيضا لأن التجار تضرروا كثيرا من التسربات في الشتاء الماضي.",
    )
    return NewsPage(html=head() + f"""<body><h1>{TITLE}</h1><p class="date">الثلاثاء 5 مارس 2024</p><div class="content">{paragraphs_of()}</div>
    <h3>التعليقات</h3><ul class="list">{"".join(f"<li><b>زائر</b><p>{text}</p><small>6 مارس 2024</small></li>" for text in comments)}</ul><p>{COMMENT_RULES[0]}</p></body></html>""",
    forbidden=(*comments, *COMMENT_RULES))  # fmt: skip


def story_about_comments() -> NewsPage:
    story = (
        "أعلنت إدارة المنصة أنها ستغلق باب التعليقات على المقالات السياسية، بعد أن تحولت مساحة النقاش إلى ساحة للشتائم في الأشهر الأخيرة.",
        "اقرأ أيضا كتاب الحياة قبل أن تحكم، هكذا رد الكاتب على منتقديه في رسالة مفتوحة نشرها مساء الأحد وتداولها آلاف القراء على مواقع التواصل.",
        "التعليقات كانت، بحسب دراسة أجرتها الجامعة، السبب الأول في عزوف القراء عن المشاركة، إذ قال ستون في المئة منهم إنهم يخشون الرد عليها.",
        "شارك في النقاش صحفيون وباحثون، وأجمعوا على أن جميع الحقوق محفوظة للقارئ كما للكاتب، وأن المطلوب قواعد واضحة لا إغلاق الأبواب.",
        "ومن المقرر أن تعيد المنصة فتح التعليقات تدريجيا ابتداء من الخريف.",
    )
    title = "منصة إخبارية تغلق باب التعليقات وتثير جدلا بين القراء"
    return NewsPage(html=head(title) + f"""<body><nav><ul>{NAV}</ul></nav><h1>{title}</h1><time datetime="2024-03-05">5 مارس 2024</time><div class="article-body">{paragraphs_of(paragraphs=story)}</div><div class="related">{cards(4)}</div></body></html>""",
    title=title, paragraphs=story)  # fmt: skip


def drupal() -> NewsPage:
    return NewsPage(html=head() + f"""<body class="html not-front not-logged-in page-node page-node- page-node-77 node-type-article"><div id="page"><div class="region region-header"><ul>{NAV}</ul></div>
    <h1 class="title" id="page-title">{TITLE}</h1><div class="region region-content"><div id="node-77" class="node node-article"><div class="submitted">الثلاثاء, 05/03/2024 - 12:40</div>
    <div class="field field-name-field-image field-type-image"><img><div class="field-name-field-image-title">رئيس المجلس خلال الجلسة</div></div>
    <div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">{paragraphs_of()}</div></div></div>
    <ul class="links inline"><li><a href="#">إضافة تعليق جديد</a></li></ul></div></div><div class="region region-sidebar-second">{cards(4)}</div></div></body></html>""",
    forbidden=(*OTHER_TITLES, "إضافة تعليق جديد", "رئيس المجلس خلال الجلسة"))  # fmt: skip


def blogger() -> NewsPage:
    return NewsPage(html=head() + f"""<body class="item-view"><div class="content"><div class="tabs"><ul>{NAV}</ul></div><div class="post hentry"><h3 class="post-title entry-title">{TITLE}</h3>
    <div class="post-header"><h2 class="date-header"><span>الثلاثاء، 5 مارس 2024</span></h2></div><div class="post-body entry-content" id="post-body-1"><div dir="rtl" style="text-align:right">{"<br/><br/>".join(PARAGRAPHS)}</div></div>
    <div class="post-footer"><span class="post-author vcard">مرسلة بواسطة <span class="fn">مدونة المرصد</span></span> <span class="post-timestamp">في 10:12 ص</span><div class="post-share-buttons"><a href="#">إرسال بالبريد الإلكتروني</a></div></div></div>
    <div class="sidebar section"><div class="widget PopularPosts"><h2>المشاركات الشائعة</h2>{cards(4)}</div></div></div></body></html>""", author="مدونة المرصد")  # fmt: skip


def arc_xp() -> NewsPage:
    parts = [f'<p class="article-body__paragraph b-article">{text}</p>' for text in PARAGRAPHS]
    parts.insert(2, '<div class="arcad-feature"><div id="arcad_1"></div></div>')
    parts.insert(4, f'<div class="b-interstitial"><a href="/s">{OTHER_TITLES[1]}</a></div>')
    return NewsPage(html=head() + f"""<body><div id="fusion-app"><header class="masthead"><ul>{NAV}</ul></header><main><article><h1 class="b-headline">{TITLE}</h1><p class="b-subheadline">{LEAD}</p>
    <div class="b-byline"><span>المدينة</span> <a href="/a" rel="author">وليد عمر</a></div><time class="b-date">05 مارس 2024</time><div class="c-media-item"><figure><img><figcaption>أنابيب جديدة في مخزن البلدية</figcaption></figure></div>
    <section class="b-article-body">{"".join(parts)}</section></article><div class="c-stack b-results-list">{cards(5)}</div></main></div></body></html>""",
    paragraphs=(LEAD, *PARAGRAPHS), author="وليد عمر")  # fmt: skip


def subheads_and_list() -> NewsPage:
    body = (
        PARAGRAPHS[0],
        PARAGRAPHS[1],
        "تفاصيل الأشغال",
        PARAGRAPHS[3],
        "المرحلة الأولى: الحي القديم وسوق الحرفيين.",
        "المرحلة الثانية: شارع المحطة ومحيط الملعب.",
        "مطالب السكان",
        PARAGRAPHS[4],
    )
    return NewsPage(html=head() + f"""<body><nav><ul>{NAV}</ul></nav><article><h1>{TITLE}</h1><div class="byline">بقلم: رنا فؤاد <span>05/03/2024</span></div><div class="article-content">
    <p>{body[0]}</p><p>{body[1]}</p><h2>{body[2]}</h2><p>{body[3]}</p><ul><li>{body[4]}</li><li>{body[5]}</li></ul><p><strong>{body[6]}</strong></p><p>{body[7]}</p><p>المصدر: وكالات</p><p>كلمات دلالية: المياه، البلدية</p>
    </div></article><section class="more-news">{cards(4)}</section></body></html>""", paragraphs=body, author="رنا فؤاد")  # fmt: skip


FAMILIES = (
    wordpress_block_theme, breaks_only, table_layout, microdata_with_lead_outside, nested_cards, endless_scrolling, only_json_ld,
    advert_splits_paragraph, comments_in_good_prose, story_about_comments, drupal, blogger, arc_xp, subheads_and_list,
)  # fmt: skip
