"""Signals of a page to its kind: article, listing, home, search, static page, soft 200 … Pure.

A page that answers 200 is not an article: an empty day that parses as news is the real enemy. No
single signal is believed (`og:type=article` stands on listings, "about us" in the article's own
template), so signals are weighed, and each that spoke is kept as evidence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from etl.extract.form import key_of

_ENOUGH = 3.0


class PageKind(StrEnum):
    """What a page is. Only the first becomes an article."""

    ARTICLE = "article"
    LISTING = "listing"
    HOME = "home"
    SEARCH = "search"
    STATIC = "static page"
    MEDIA = "gallery or video without text"
    SOFT_ERROR = "soft 200"
    WALL = "consent wall or captcha"
    PAYWALL = "paywall stub"
    EMPTY = "no running text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """What the kind is decided on; words and characters are of the chosen body."""

    url: str
    title: str
    title_tag: str
    body: str
    body_names: str
    og_type: str
    says_article: bool
    says_listing: bool
    says_static: bool
    says_video: bool
    is_free: bool
    paywalled: bool
    has_headline: bool
    has_date: bool
    has_author: bool
    prose_blocks: int
    linked_titles: int
    linked_titles_inside: int
    page_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The kind, and the signals that decided it."""

    kind: PageKind
    evidence: str = ""


_ERROR_TITLES = tuple(map(key_of, (
    "الصفحة غير موجودة", "الصفحة المطلوبة غير موجودة", "لم يتم العثور على الصفحة", "صفحة غير موجودة", "لا توجد نتائج",
    "خطأ 404", "404", "page not found", "not found", "error 404", "404 not found", "عذرا الصفحة", "عذرا هذه الصفحة", "الرابط غير صحيح",
    "الخبر غير موجود", "المقال غير موجود", "المحتوى غير متوفر", "هذا المحتوى غير متوفر", "account suspended", "suspended",
    "this account has been suspended", "تم إيقاف الحساب", "حساب معلق", "حساب موقوف", "الموقع معلق", "الموقع تحت الصيانة", "الموقع قيد الصيانة",
    "تحت الصيانة", "تحت الإنشاء", "under maintenance", "maintenance", "under construction", "error establishing a database connection", "database error",
    "خطأ في الاتصال بقاعدة البيانات", "internal server error", "500 internal", "bad gateway", "502 bad gateway", "503 service", "service unavailable",
    "forbidden", "403 forbidden", "access denied", "تم رفض الوصول", "index of", "default web site page", "welcome to nginx", "apache2 ubuntu default page",
    "domain for sale", "this domain", "coming soon", "قريبا", "web hosting", "site not found", "gone", "410 gone", "حدث خطأ", "خطأ", "error",
    "bandwidth limit exceeded", "website expired", "الصفحة التي تبحث عنها", "نأسف", "sorry", "page introuvable", "لا يمكن العثور على الصفحة",
)))  # fmt: skip
_ERROR_TEXTS = tuple(map(key_of, (
    "الصفحة التي تبحث عنها غير موجودة", "الصفحة التي طلبتها غير موجودة", "الصفحة المطلوبة غير موجودة", "الصفحة التي تحاول الوصول",
    "this account has been suspended", "تم تعليق هذا الحساب", "تم إيقاف هذا الموقع", "تم ايقاف هذا الحساب", "contact your hosting provider",
    "تواصل مع مزود الاستضافة", "لم نتمكن من العثور على الصفحة", "يبدو أنه لم يتم العثور", "ربما تم حذف الصفحة", "ربما تم نقل الصفحة", "it looks like nothing was found",
    "page you are looking for", "يبدو أننا لم نستطع العثور", "قد يكون الرابط غير صحيح", "الصفحة غير موجودة", "تم حذف هذا الخبر", "تم حذف هذه المادة",
    "المحتوى الذي تبحث عنه",
)))  # fmt: skip
_WALL_TITLES = tuple(map(key_of, (
    "just a moment", "attention required", "checking your browser", "ddos protection", "are you a robot", "captcha", "verify you are human",
    "human verification", "security check", "before you continue", "تحقق من أنك", "التحقق من أنك", "لست روبوتا", "لحظة من فضلك", "انتظر لحظة", "please wait",
    "one moment please", "robot check", "تأكيد أنك لست روبوت", "بوابة الموافقة", "consent", "قبل المتابعة", "قبل أن تتابع", "access to this page has been denied",
    "التحقق الأمني", "فحص المتصفح",
)))  # fmt: skip
_WALL_TEXTS = tuple(map(key_of, (
    "verify you are human", "enable javascript and cookies", "checking your browser before", "أنك لست روبوت", "لست برنامج روبوت", "أنك إنسان",
    "التحقق من متصفحك", "تفعيل جافا سكريبت", "please enable javascript", "please enable cookies", "نحن وشركاؤنا نستخدم", "نحن وشركاؤنا نخزن",
    "we and our partners", "قبل المتابعة إلى", "complete the captcha", "unusual traffic", "الموافقة على ملفات تعريف الارتباط للمتابعة",
)))  # fmt: skip
# What a consent wall asks for and says, in its own words; a report on privacy is dated.
_CONSENT_TERMS = tuple(map(key_of, (
    "موافقتك", "بياناتك الشخصية", "ملفات تعريف الارتباط", "مزودي الخدمة", "الموردين", "المصلحة المشروعة", "إدارة الخيارات", "إدارة الموافقة",
    "تخزين المعلومات", "الإعلانات والمحتوى المخصص", "سحب الموافقة", "سحب موافقتك", "قبول الكل", "رفض الكل", "شركاؤنا", "تفضيلاتك",
    "your consent", "legitimate interest", "our partners", "accept all", "reject all", "manage options",
)))  # fmt: skip
_CONSENT_TERMS_AT_LEAST, _CONSENT_WORDS = 4, 600
_STATIC_TITLES = frozenset(map(key_of, (
    "من نحن", "من نحن؟", "عن الموقع", "عن الصحيفة", "عن الجريدة", "عن القناة", "عن الوكالة", "حول الموقع", "نبذة عنا", "نبذة عن الموقع", "عنا", "حولنا", "تعرف علينا", "رؤيتنا",
    "رسالتنا", "اتصل بنا", "إتصل بنا", "تواصل معنا", "للتواصل معنا", "راسلنا", "اتصلوا بنا", "للاتصال بنا", "سياسة الخصوصية", "الخصوصية", "سياسة الإستخدام", "سياسة الاستخدام",
    "شروط الاستخدام", "شروط الإستخدام", "الشروط والأحكام", "شروط الخدمة", "اتفاقية الاستخدام", "إخلاء المسؤولية", "إخلاء مسؤولية", "أعلن معنا", "للإعلان معنا", "اعلن معنا",
    "الإعلان معنا", "هيئة التحرير", "أسرة التحرير", "فريق العمل", "فريق التحرير", "سياسة التحرير", "السياسة التحريرية", "ميثاق التحرير", "خريطة الموقع", "الأسئلة الشائعة", "وظائف",
    "سياسة ملفات الارتباط", "سياسة ملفات تعريف الارتباط", "سياسة الكوكيز", "حقوق النشر", "حقوق الملكية الفكرية", "كتاب الموقع", "انضم إلينا", "اشترك معنا",
    "قواعد النشر", "شروط النشر", "معايير النشر", "التبرع", "about", "about us", "contact", "contact us", "privacy policy", "terms of use", "terms and conditions", "terms of service",
    "advertise with us", "cookie policy", "disclaimer", "qui sommes nous", "contactez nous", "mentions légales", "editorial policy", "our team", "faq", "dmca", "الرؤية والرسالة",
)))  # fmt: skip
_STATIC_STARTS = tuple(map(key_of, (
    "من نحن", "عن موقع", "عن صحيفة", "عن جريدة", "عن قناة", "عن وكالة", "عن شبكة", "عن مؤسسة", "نبذة عن موقع", "نبذة عن صحيفة", "سياسة الخصوصية", "شروط الاستخدام", "اتصل بنا", "تواصل مع",
    "about us", "contact us", "privacy policy",
)))  # fmt: skip
_SELF_WORDS = tuple(map(key_of, (
    "موقع إخباري", "صحيفة إلكترونية", "جريدة إلكترونية", "موقع الكتروني", "صحيفة الكترونية", "جريدة الكترونية", "منصة إخبارية", "بوابة إخبارية", "موقع عربي", "شبكة إخبارية",
    "رؤيتنا", "رسالتنا", "أهدافنا", "قيمنا", "فريق التحرير", "هيئة التحرير", "رئيس التحرير", "نلتزم", "نسعى إلى", "نسعى الى", "نحرص على", "قرائنا", "متابعينا", "موقعنا",
    "صحيفتنا", "خدماتنا", "بياناتك", "معلوماتك الشخصية", "البيانات الشخصية", "ملفات تعريف الارتباط", "بريدنا", "راسلونا", "اتصلوا بنا", "انطلق الموقع", "تأسس الموقع", "تأسست الصحيفة",
    "جميع الحقوق محفوظة", "هذه الشروط", "هذه السياسة", "استخدامك للموقع", "باستخدامك", "تواصل معنا", "التواصل معنا", "مراسلتنا",
)))  # fmt: skip
_STATIC_PATH = re.compile(
    r"/(?:about(?:[-_]?us)?|contact(?:[-_]?us)?|privacy(?:[-_]policy)?|terms(?:[-_][\w-]+)?|who[-_]we[-_]are|whoweare|advertise|team|staff|policy|faq|disclaimer|imprint"
    r"|من-نحن|اتصل-بنا|سياسة-الخصوصية|عن-الموقع|تواصل-معنا|هيئة-التحرير|شروط-الاستخدام)(?:[-_/.]|\.html?|\.php|\.aspx)?/?$",
    re.IGNORECASE,
)
_LISTING_PATH = re.compile(
    r"/(?:category|categories|cat|tag|tags|topic|topics|author|authors|section|sections|archive|archives|label|keyword|writers?|taxonomy|تصنيف|وسم|قسم|اقسام)(?:/|$)"
    r"|/page/\d+/?$|/(?:20\d\d)(?:/\d{1,2}){0,2}/?$",
    re.IGNORECASE,
)
_SEARCH_PATH = re.compile(r"/search(?:/|$|\.)|/بحث(?:/|$)", re.IGNORECASE)
_SEARCH_QUERY = re.compile(r"(?:^|&)(?:s|q|query|search|keyword|keywords|searchword)=", re.IGNORECASE)
_HOME_PATH = re.compile(
    r"^/?(?:(?:ar|arabic|en|fr|index|home|default|main)(?:\.(?:html?|php|aspx?))?/?)?$", re.IGNORECASE
)
_MEDIA_PATH = re.compile(
    r"/(?:videos?|gallery|galleries|photos?|albums?|images|caricature|podcasts?|watch|live|فيديو|صور|كاريكاتير|كاريكاتور|البوم)(?:/|$|-)",
    re.IGNORECASE,
)
_LISTING_NAMES = frozenset(("archive", "category", "tag", "author", "search", "search-results", "blog", "home", "tax-category", "listing",
                            "page-category", "section-page", "path-taxonomy", "page-taxonomy-term", "front", "homepage", "index-page", "post-type-archive"))  # fmt: skip
_SINGLE_NAMES = frozenset(("single", "single-post", "postid", "node-type-article", "page-node-type-article", "article-page", "single-news", "node-type-news",
                           "post-template-default", "item-view", "item"))  # fmt: skip
_LISTING_TITLE = re.compile(
    r"(?:\bArchives?\b|الصفحة\s+\d+\s+من|صفحة\s+\d+\b|\bPage\s+\d+\b|أرشيف|ارشيف\s|نتائج\s+البحث|Search\s+Results|نتيجة\s+البحث|بحث\s+عن|كل\s+المواضيع|جميع\s+المقالات)",
    re.IGNORECASE,
)
_PAYWALL_TEXT = tuple(map(key_of, (
    "للمشتركين فقط", "هذا المحتوى للمشتركين", "هذا المقال متاح للمشتركين", "اشترك لمتابعة القراءة", "اشترك لقراءة المقال", "لمتابعة القراءة اشترك", "سجل الدخول لمتابعة القراءة",
    "لقراءة المقال كاملا", "لقراءة بقية المقال", "subscribe to continue", "subscribers only", "محتوى حصري للمشتركين", "اكمل القراءة بالاشتراك", "متاح للمشتركين فقط",
)))  # fmt: skip
_FEW_WORDS, _SHORT_WORDS = 12, 70
_STUB_WORDS = 150
_LAST_CHARS = 1500
_FEW_TITLES, _MANY_TITLES = 2, 8


def kind_of(signals: Signals) -> Verdict:
    """Decide a page's kind by its signals, the certain kinds first."""
    words = len(signals.body.split())
    return (
        _consent(signals, words)
        or _wall_or_error(signals, words)
        or _static(signals, words)
        or _listing(signals, words)
        or _thin(signals, words)
        or Verdict(kind=PageKind.ARTICLE)
    )


def _wall_or_error(signals: Signals, words: int) -> Verdict | None:
    """Name an error or a wall, which says so in its title or in the little text it has; a story has a body."""
    if words > _SHORT_WORDS and "error404" not in signals.body_names:
        return None
    titles = [key_of(title) for title in (signals.title, signals.title_tag) if title]
    if cue := _title_cue(titles, _WALL_TITLES, 400):
        return Verdict(kind=PageKind.WALL, evidence=cue)
    if cue := _title_cue(titles, _ERROR_TITLES, 40):
        return Verdict(kind=PageKind.SOFT_ERROR, evidence=cue)
    if not (signals.has_headline and signals.has_date and words > _FEW_WORDS * 2):
        text = key_of(signals.page_text[:_LAST_CHARS])
        for kind, cues in ((PageKind.WALL, _WALL_TEXTS), (PageKind.SOFT_ERROR, _ERROR_TEXTS)):
            if cue := next((cue for cue in cues if cue in text), ""):
                return Verdict(kind=kind, evidence=cue)
    if "error404" in signals.body_names:
        return Verdict(kind=PageKind.SOFT_ERROR, evidence="body class error404")
    return None


def _consent(signals: Signals, words: int) -> Verdict | None:
    """Name a wall that speaks at length: an undated text of several of a consent's own terms."""
    if signals.has_date or signals.has_author or words > _CONSENT_WORDS:
        return None
    text = key_of(f"{signals.title} {signals.page_text}")
    found = [cue for cue in _CONSENT_TERMS if cue in text]
    enough = len(found) >= _CONSENT_TERMS_AT_LEAST
    return Verdict(kind=PageKind.WALL, evidence=", ".join(found)) if enough else None


def _title_cue(titles: list[str], cues: tuple[str, ...], longer: int) -> str:
    """Return the cue that a title is, or opens with; one word alone opens stories too ("خطأ طبي …")."""
    for title in titles:
        for cue in cues:
            if title == cue or (
                " " in cue and title.startswith(f"{cue} ") and len(title) < len(cue) + longer
            ):
                return cue
    return ""


def _weigh(found: Iterator[tuple[float, str]]) -> tuple[float, str]:
    spoke = [(weight, name) for weight, name in found if weight]
    return sum(weight for weight, _ in spoke), ", ".join(name for weight, name in spoke if weight > 0)


def _static(signals: Signals, words: int) -> Verdict | None:
    score, evidence = _weigh(_static_signals(signals, words))
    return Verdict(kind=PageKind.STATIC, evidence=evidence) if score >= _ENOUGH else None


def _static_signals(signals: Signals, words: int) -> Iterator[tuple[float, str]]:
    title = key_of(signals.title or signals.title_tag)
    names = signals.body_names.split()
    path = unquote(urlsplit(signals.url).path)
    starts = title.startswith(_STATIC_STARTS) and len(title.split()) <= 4  # noqa: PLR2004
    if not (title in _STATIC_TITLES or starts or signals.says_static or _STATIC_PATH.search(path)):
        return
    body = f" {key_of(signals.body)} " if words < _STUB_WORDS * 10 else ""
    self_words = sum(f" {cue}" in body for cue in _SELF_WORDS)
    yield (2.0, "title of a static page") if title in _STATIC_TITLES else (0.0, "")
    yield (1.0, "title begins as a static page's") if starts else (0.0, "")
    yield (2.0, "address of a static page") if _STATIC_PATH.search(path) else (0.0, "")
    yield (2.5, "AboutPage or ContactPage") if signals.says_static else (0.0, "")
    yield (1.0, "body class page") if "page" in names and "single" not in names else (0.0, "")
    yield min(self_words, 3) * 0.75, "speaks of itself"
    yield (-1.0, "has an author") if signals.has_author and self_words == 0 else (0.0, "")
    if title not in _STATIC_TITLES and not starts and not signals.says_static:
        yield -2.0, "title of a story"


def _listing(signals: Signals, words: int) -> Verdict | None:
    parts = urlsplit(signals.url)
    path = unquote(parts.path)
    score, evidence = _weigh(_listing_signals(signals, words, path))
    home = bool(_HOME_PATH.match(path)) and not parts.query and bool(parts.netloc)
    search = bool(_SEARCH_PATH.search(path) or _SEARCH_QUERY.search(parts.query))
    if home:
        score += 2
    if search:
        score += 2
    if score < _ENOUGH:
        return None
    kind = PageKind.HOME if home else PageKind.SEARCH if search else PageKind.LISTING
    return Verdict(kind=kind, evidence=evidence or path or "/")


def _listing_signals(signals: Signals, words: int, path: str) -> Iterator[tuple[float, str]]:
    names = frozenset(signals.body_names.lower().split())
    inside = signals.linked_titles_inside
    titles = (signals.title_tag, signals.title)
    return iter(
        (
            (2.5 * (signals.says_listing and not signals.says_article), "CollectionPage or SearchResultsPage"),
            (2.0 * bool(names & _LISTING_NAMES and not names & _SINGLE_NAMES), "body class of a listing"),
            (-2.5 * bool(names & _SINGLE_NAMES), "body class of a single story"),
            (1.5 * bool(_LISTING_PATH.search(path)), "address of a listing"),
            (1.5 * any(map(_LISTING_TITLE.search, titles)), "title of a listing"),
            (2.0 * (inside > _FEW_TITLES and words < inside * 60), f"{inside} linked titles with little text each"),
            (1.5 * (signals.linked_titles >= _MANY_TITLES and words < _SHORT_WORDS),
             f"{signals.linked_titles} linked titles and {words} words of text"),
            (1.0 * (not signals.has_headline), "no headline"),
            (0.5 * (signals.og_type == "website" and not signals.says_article), "og:type website"),
            (-1.5 * signals.says_article, "says it is an article"),
            (-1.0 * (signals.has_date and signals.has_headline), "a headline and a date"),
            (-1.5 * (words > _STUB_WORDS and inside <= _FEW_TITLES), "running text"),
        )
    )  # fmt: skip


def _thin(signals: Signals, words: int) -> Verdict | None:
    """Name a page with little text: a wall before the rest, a gallery, a video, or nothing."""
    path = unquote(urlsplit(signals.url).path)
    walled = signals.paywalled or not signals.is_free
    if words < _STUB_WORDS:
        text = key_of(signals.page_text[-_LAST_CHARS:])
        if cue := next((cue for cue in _PAYWALL_TEXT if cue in text), ""):
            return Verdict(kind=PageKind.PAYWALL, evidence=cue)
    if walled and words < _SHORT_WORDS:
        return Verdict(kind=PageKind.PAYWALL, evidence="isAccessibleForFree=false or a paywall block")
    media = signals.says_video or signals.og_type.startswith("video") or bool(_MEDIA_PATH.search(path))
    if media and words < _FEW_WORDS * 2:
        return Verdict(kind=PageKind.MEDIA, evidence=f"{words} words")
    if words < _FEW_WORDS and signals.linked_titles >= _MANY_TITLES - 2:
        return Verdict(
            kind=PageKind.LISTING, evidence=f"{signals.linked_titles} linked titles and {words} words of text"
        )
    if words == 0 or signals.prose_blocks == 0:
        return Verdict(kind=PageKind.EMPTY, evidence=f"{words} words")
    return None
