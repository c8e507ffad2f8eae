"""Pages that are no Arabic article, each with the kind and the reason it is turned away for."""

from dataclasses import dataclass

from etl.extract.kinds import PageKind
from etl.model import DropReason
from tests.unit.extract_html.newspages import NAV, OTHER_TITLES, PARAGRAPHS, cards, head, paragraphs_of

URDU = (
    "وزیر اعظم نے کہا ہے کہ حکومت اس فیصلے سے پیچھے نہیں ہٹے گی اور عوام کو جلد ہی اس کے نتائج نظر آئیں گے۔",
    "انہوں نے بتایا کہ نئے منصوبے کے تحت شہر کے پرانے محلوں میں پانی کی لائنیں تبدیل کی جائیں گی جس پر تین سال لگیں گے۔",
    "شہریوں کا کہنا ہے کہ انہیں برسوں سے پانی کی کمی کا سامنا ہے اور وہ چاہتے ہیں کہ یہ کام وقت پر مکمل کیا جائے۔",
)
PERSIAN = (
    "رئیس شورای شهر گفت که طرح نوسازی شبکه آب در محله‌های قدیمی از ماه آینده آغاز می‌شود و سه سال طول می‌کشد.",
    "به گفته مهندس پروژه، لوله‌های فعلی نزدیک به یک سوم آب را پیش از رسیدن به خانه‌ها هدر می‌دهند.",
    "ساکنان محله خواستار پرداخت خسارت به مغازه‌هایی شدند که در زمان حفاری بسته خواهند شد.",
)
KURDISH = (
    "سەرۆکی ئەنجوومەنی شارەوانی رایگەیاند کە پلانی نوێکردنەوەی تۆڕی ئاو لە گەڕەکە کۆنەکان لە مانگی داهاتوو دەست پێدەکات.",
    "ئەندازیاری پرۆژەکە وتی کە بۆرییەکانی ئێستا نزیکەی سێیەکی ئاوەکە لەدەست دەدەن پێش ئەوەی بگاتە ماڵەکان.",
    "دانیشتووان داوای قەرەبووی ئەو دوکانانەیان کرد کە لە کاتی هەڵکەندن دادەخرێن، و شارەوانیش بەڵێنی دا.",
)
LATIN = (
    "Le conseil municipal a adopté mardi un plan de rénovation du réseau d'eau dans les vieux quartiers de la ville.",
    "Selon l'ingénieur chargé du projet, les conduites actuelles perdent près d'un tiers de l'eau avant les maisons.",
    "Les habitants demandent une indemnisation pour les commerces qui devront fermer pendant les travaux.",
)
EXCERPTS = tuple(text[:110] + "…" for text in (*PARAGRAPHS, *PARAGRAPHS[:1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPage:
    """A page, its address, its kind, why it is dropped, and its language."""

    html: str
    url: str
    kind: PageKind
    reason: DropReason = DropReason.NOT_AN_ARTICLE
    language: str | None = None


def _frame(body: str, names: str = "", footer: str = "") -> str:
    return f'<body class="{names}"><header><nav><ul>{NAV}</ul></nav></header><main>{body}</main><aside>{cards(4)}</aside><footer><p>جميع الحقوق محفوظة</p>{footer}</footer></body></html>'


def _story(title: str, paragraphs: tuple[str, ...], lang: str) -> str:
    return head(title, lang=lang) + _frame(
        f'<article><h1>{title}</h1><time datetime="2024-03-05">5</time><div class="entry-content">{paragraphs_of(paragraphs=paragraphs)}</div></article>'
    )


def urdu() -> OtherPage:
    return OtherPage(html=_story("حکومت نے پانی کی نئی لائنوں کا منصوبہ منظور کر لیا", URDU, "ar"), url="https://example.pk/story/1", kind=PageKind.ARTICLE,
                     reason=DropReason.NOT_ARABIC, language="ur")  # fmt: skip


def persian() -> OtherPage:
    return OtherPage(html=_story("شورای شهر طرح نوسازی شبکه آب را تصویب کرد", PERSIAN, "ar"), url="https://example.ir/news/1", kind=PageKind.ARTICLE,
                     reason=DropReason.NOT_ARABIC, language="fa")  # fmt: skip


def kurdish() -> OtherPage:
    return OtherPage(html=_story("ئەنجوومەنی شارەوانی پلانی نوێکردنەوەی تۆڕی ئاوی پەسەند کرد", KURDISH, "ar"), url="https://example.iq/1", kind=PageKind.ARTICLE,
                     reason=DropReason.NOT_ARABIC, language="ku")  # fmt: skip


def french() -> OtherPage:
    return OtherPage(html=_story("Le conseil adopte le plan de rénovation du réseau", LATIN, "fr"), url="https://example.ma/fr/1", kind=PageKind.ARTICLE,
                     reason=DropReason.NOT_ARABIC, language="other")  # fmt: skip


def listing_with_excerpts() -> OtherPage:
    items = "".join(
        f'<article class="post"><h2 class="entry-title"><a href="/{i}">{title}</a></h2><div class="entry-summary"><p>{EXCERPTS[i]} <a href="/{i}">أكمل القراءة</a></p></div></article>'
        for i, title in enumerate(OTHER_TITLES)
    )
    return OtherPage(html=head("أرشيف مجتمع") + _frame(f'<h1 class="page-title">مجتمع</h1>{items}<nav class="pagination"><a href="/2">2</a></nav>', "archive category category-society"),
                     url="https://example.org/category/society/", kind=PageKind.LISTING)  # fmt: skip


def listing_without_marks() -> OtherPage:
    items = "".join(
        f'<div class="row"><a href="/{i}"><img></a><a href="/{i}">{title}</a><p>{EXCERPTS[i]}</p><span>منذ ساعتين</span></div>'
        for i, title in enumerate(OTHER_TITLES)
    )
    return OtherPage(html=head("أخبار المجتمع") + _frame(f'<div class="list">{items}</div>'), url="https://example.org/society", kind=PageKind.LISTING)  # fmt: skip


def home() -> OtherPage:
    return OtherPage(html=head("صحيفة المرصد") + _frame(f"<section>{cards(6)}</section><section>{cards(6)}</section>", "home blog"), url="https://example.org/", kind=PageKind.HOME)  # fmt: skip


def search_results() -> OtherPage:
    return OtherPage(html=head("نتائج البحث عن: مياه") + _frame(f"<h1>نتائج البحث عن: مياه</h1>{cards(6)}", "search search-results"), url="https://example.org/?s=%D9%85%D9%8A%D8%A7%D9%87", kind=PageKind.SEARCH)  # fmt: skip


def about_in_article_template() -> OtherPage:
    text = (
        "صحيفة المرصد موقع إخباري مستقل تأسس عام ألفين واثني عشر، ويهتم بأخبار المدينة والجهة ويصدر عن شركة المرصد للإعلام.",
        "رؤيتنا أن يجد القارئ الخبر الصحيح في وقته، ونحرص على الدقة والتوازن في كل ما ننشره من أخبار وتقارير وتحقيقات.",
        "يضم فريق التحرير خمسة عشر صحفيا، ويمكنكم مراسلتنا على بريدنا الإلكتروني أو زيارتنا في مقر الصحيفة وسط المدينة.",
    )
    return OtherPage(html=head("من نحن") + _frame(f'<article><h1 class="entry-title">من نحن</h1><div class="meta">نشر في 3 يناير 2020</div><div class="entry-content">{paragraphs_of(paragraphs=text)}</div></article>', "single single-post"),
                     url="https://example.org/2020/01/03/about/", kind=PageKind.STATIC)  # fmt: skip


def privacy() -> OtherPage:
    text = (
        "توضح هذه السياسة كيف نجمع بياناتك ونستخدمها عند زيارتك للموقع، ونلتزم بحماية معلوماتك الشخصية وعدم مشاركتها مع أي طرف ثالث.",
        "نستخدم ملفات تعريف الارتباط لتحسين خدماتنا، ويمكنك تعطيلها من إعدادات المتصفح في أي وقت تشاء دون أن يتأثر تصفحك.",
    )
    return OtherPage(html=head("سياسة الخصوصية") + _frame(f'<h1>سياسة الخصوصية</h1><div class="entry-content">{paragraphs_of(paragraphs=text)}</div>', "page page-id-3"),
                     url="https://example.org/privacy-policy/", kind=PageKind.STATIC)  # fmt: skip


def soft_404() -> OtherPage:
    return OtherPage(html=head("الصفحة غير موجودة") + _frame("<h1>عفوا، الصفحة غير موجودة</h1><p>الصفحة التي تبحث عنها غير موجودة أو ربما تم حذفها. يمكنك العودة إلى الصفحة الرئيسية أو استعمال البحث.</p>"),
                     url="https://example.org/news/99999", kind=PageKind.SOFT_ERROR)  # fmt: skip


def suspended() -> OtherPage:
    return OtherPage(html="<html><head><title>Account Suspended</title></head><body><h1>Account Suspended</h1><p>This Account has been suspended. Contact your hosting provider for more information.</p></body></html>",
                     url="https://example.org/news/1", kind=PageKind.SOFT_ERROR)  # fmt: skip


def captcha() -> OtherPage:
    return OtherPage(html="<html><head><title>Just a moment...</title></head><body><h1>example.org</h1><p>يتحقق الموقع من أنك لست برنامج روبوت، وقد يستغرق ذلك بضع ثوان. يرجى تفعيل جافا سكريبت وملفات الارتباط.</p></body></html>",
                     url="https://example.org/news/1", kind=PageKind.WALL)  # fmt: skip


def consent_wall() -> OtherPage:
    return OtherPage(html="<html lang=ar><head><title>قبل المتابعة إلى المرصد</title></head><body><h1>قبل المتابعة</h1><p>نحن وشركاؤنا نستخدم ملفات تعريف الارتباط لتخصيص المحتوى والإعلانات وقياس الأداء، ويمكنك قبولها كلها أو إدارة خياراتك.</p><button>قبول</button></body></html>",
                     url="https://example.org/news/1", kind=PageKind.WALL)  # fmt: skip


def video_without_text() -> OtherPage:
    return OtherPage(html=head("شاهد.. لحظة افتتاح الجسر الجديد", '<meta property="og:type" content="video.other">') + _frame('<h1>شاهد.. لحظة افتتاح الجسر الجديد</h1><div class="player"><iframe src="/v"></iframe></div><p>لحظة افتتاح الجسر الجديد صباح اليوم في المدينة.</p>'),
                     url="https://example.org/video/123", kind=PageKind.MEDIA)  # fmt: skip


def gallery() -> OtherPage:
    shots = "".join(
        f'<figure><img src="/{i}.jpg"><figcaption>جانب من المهرجان {i}</figcaption></figure>'
        for i in range(8)
    )
    return OtherPage(html=head("صور من مهرجان المدينة") + _frame(f'<h1>صور من مهرجان المدينة</h1><div class="gallery">{shots}</div>'), url="https://example.org/gallery/55", kind=PageKind.MEDIA)  # fmt: skip


def paywall_stub() -> OtherPage:
    return OtherPage(html=head("تحليل: ماذا وراء خطة المياه الجديدة") + _frame(f'<article><h1>تحليل: ماذا وراء خطة المياه الجديدة</h1><time datetime="2024-03-05">5 مارس 2024</time><div class="article-body"><p>{PARAGRAPHS[0]}</p></div><div class="paywall"><p>هذا المحتوى للمشتركين فقط. اشترك لمتابعة القراءة.</p></div></article>'),
                     url="https://example.org/premium/7", kind=PageKind.PAYWALL)  # fmt: skip


OTHERS = (
    urdu, persian, kurdish, french, listing_with_excerpts, listing_without_marks, home, search_results, about_in_article_template, privacy, soft_404, suspended,
    captcha, consent_wall, video_without_text, gallery, paywall_stub,
)  # fmt: skip
