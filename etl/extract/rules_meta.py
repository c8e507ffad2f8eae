"""Cues of an article's own data: tags, source, author, time, captions, datelines. Data only."""

import re
import string
from dataclasses import replace

from etl.extract.rules import Place, Reach, Rule
from etl.model import BlockKind

_TAGS = (
    "الكلمات الدالة", "كلمات دالة",
    "كلمات دلالية", "الكلمات الدلالية", "كلمات مفتاحية", "الكلمات المفتاحية", "الكلمات المفتاحيه", "كلمات البحث", "وسوم", "الوسوم", "وسم",
    "تاجات", "تاج", "تاغ", "تاغات", "التاغات", "هاشتاغ", "هاشتاج", "العلامات", "علامات", "مواضيع المقال", "tags", "tag", "keywords", "وسوم المقال", "وسوم الخبر",
    "الكلمات المفتاح", "الكلمات المفاتيح", "كلمات مفاتيح", "مفاتيح", "المزيد عن هذه المواضيع", "كلمات متعلقة", "سمات", "السمات", "مواضيع الخبر", "مواضيع هذا المقال", "وسوم المادة", "الوسوم المرتبطة", "هاشتاق", "tagged", "كلمات ذات صلة", "وسوم متعلقة", "دلالات", "الدلالات", "أوسمة",
)  # fmt: skip
_SOURCE = (
    "المصدر", "المصادر", "مصدر الخبر", "مصدر المقال", "المصدر الأصلي", "source", "sources", "المصدر وكالات", "مصادر الخبر",
    "نقلا عن",
)  # fmt: skip
AGENCIES = (
    "وكالات", "الوكالات", "رويترز", "وكالة رويترز", "أ ف ب", "ا ف ب", "أف ب", "فرانس برس", "وكالة فرانس برس", "أ ب", "أسوشيتد برس", "اسوشيتد برس",
    "أسوشييتد برس", "د ب أ", "د ب ا", "واس", "وام", "كونا", "قنا", "العمانية", "بترا", "سانا", "وفا", "الأناضول", "وكالة الأناضول", "سبوتنيك",
    "شينخوا", "تاس", "نوفوستي", "أ ش أ", "ا ش ا", "ومع", "و م ع", "وات", "وأج", "واج", "واع", "سبأ", "سونا", "الوطنية للإعلام", "إفي", "بلومبرغ",
    "بلومبيرغ", "cnn", "rt", "afp", "ap", "reuters", "dpa", "متابعات", "الجزيرة", "مواقع إلكترونية", "وكالة الأنباء",
    "الأناضول وكالات", "وكالات الأنباء", "bbc", "إرنا", "أ ب أ", "آكي", "العربية نت", "سكاي نيوز عربية", "روسيا اليوم", "وكالة الأنباء السعودية",
    "العربي الجديد", "وكالة أنباء الإمارات", "صفا",
)  # fmt: skip
_AUTHOR = (
    "كتب", "كتبت", "كتبه", "بقلم", "إعداد", "اعداد", "تحرير", "تقرير", "كتابة", "الكاتب", "المحرر", "مراسل", "حوار", "حاوره", "حاورته", "حاورها",
    "أجرى الحوار", "ترجمة", "المراسل", "رسالة", "نشر بواسطة", "بواسطة", "تحقيق", "أعده", "أعدته", "أعد التقرير", "كتبها", "by", "posted by", "author", "written by",
    "كتب وصور", "كتب محرر", "نشر من طرف", "نشر من قبل", "نشره", "الصحفي", "الصحفية", "المؤلف", "حررته", "حرره", "تغطية", "كتب المحرر", "النشر بواسطة", "كاتب المقال",
)  # fmt: skip
_PUBLISHED = (
    "تاريخ النشر", "نشر في", "نشر بتاريخ", "نشر يوم", "نشر", "نشرت في", "تم نشره في", "تم النشر في", "تم النشر", "آخر تحديث", "اخر تحديث", "تحديث",
    "أخر تحديث", "تاريخ التحديث", "حدث في", "محدث", "published on", "published", "updated", "last updated", "التاريخ", "تاريخ", "date", "حرر في", "بتاريخ", "نشرت", "آخر تحديث في", "تم التحديث", "نشر منذ", "تاريخ الإنشاء", "تم إنشاؤه بتاريخ", "عدل", "آخر تعديل", "أضيف بتاريخ", "أضيف في", "تاريخ الخبر", "تمت الإضافة", "كتب بتاريخ", "last modified", "منشور",
)  # fmt: skip
_SECTION = ("القسم", "التصنيف", "تصنيف", "التصنيفات", "أقسام", "الأقسام", "قسم", "posted in", "posted inأخبار", "category", "categories", "home", "الفئة", "فئة", "الفئات", "في قسم", "نشر في قسم", "الباب", "باب", "منشور في", "تبويب", "filed under", "section")  # fmt: skip
_CAPTION = (
    "صورة", "الصورة", "صور", "تصوير", "عدسة", "بعدسة", "صورة أرشيفية", "صورة ارشيفية", "أرشيفية", "ارشيفية", "صورة من الأرشيف", "من الأرشيف",
    "صورة تعبيرية", "تعبيرية", "صورة توضيحية", "توضيحية", "الصورة من", "المصور", "حقوق الصورة", "مصدر الصورة", "التعليق على الصورة", "image caption",
    "image source", "photo", "credit", "صورة موضوعية", "أرشيف", "صورة الخبر", "تعليق الصورة", "شرح الصورة", "getty images", "غيتي", "صورة لـ", "الصورة أرشيفية",
    "صورة رمزية", "كاريكاتير", "فيديو من الأرشيف", "صدر الصورة", "صورة من", "تعليق على الصورة", "لقطة من الفيديو", "لقطة شاشة", "شرح", "مصدر الصور", "عدسة المصور", "caption", "صورة ملف", "صورة أرشيف", "صورة متداولة", "صورة تخدم النص", "لقطة من مقطع فيديو",
)  # fmt: skip

WEEKDAY = r"(?:ال)?(?:سبت|أحد|احد|اثنين|إثنين|ثلاثاء|أربعاء|اربعاء|خميس|جمعة|جمعه)"
_MONTH = (
    r"(?:يناير|فبراير|مارس|[أا]بريل|مايو|يونيو|يونيه|يوليو|يوليه|[أا]غسطس|سبتمبر|[أا]كتوبر|نوفمبر|ديسمبر|جانفي|فيفري|أفريل|ماي|جوان|جويلية|أوت"
    r"|غشت|شتنبر|نونبر|دجنبر|يوليوز|كانون|شباط|آذار|اذار|نيسان|أيار|ايار|حزيران|تموز|آب|أيلول|ايلول|تشرين|محرم|صفر|ربيع|جمادى|رجب|شعبان|رمضان|شوال|ذو\sالقعدة"
    r"|ذو\sالحجة|ذي\sالقعدة|ذي\sالحجة|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)"
)
_D = r"[\d٠-٩۰-۹]"
DATE = (
    rf"{_D}{{1,2}}\s*[/.\-–]\s*{_D}{{1,2}}\s*[/.\-–]\s*{_D}{{4}}|{_D}{{4}}\s*[/.\-]\s*{_D}{{1,2}}\s*[/.\-]\s*{_D}{{1,2}}"
    rf"|{_D}{{1,2}}(?:st|nd|rd|th)?[\s,،/\-]*{_MONTH}\b|{_MONTH}\s*{_D}{{1,2}}[\s,،]+{_D}{{4}}|\b{_MONTH}\s+{_D}{{4}}"
)
TIME = rf"{_D}{{1,2}}:{_D}{{2}}"
_ONLY_DATE_WORDS = (
    rf"(?:{WEEKDAY}|{_MONTH}|الأول|الثاني|الآخر|الآخرة|{_D}++(?:st|nd|rd|th)?|غرينتش|جرينتش|gmt|utc|مكة|المكرمة|القدس|القاهرة|بتوقيت|توقيت|تونس|بيروت|دمشق|بغداد|الرياض|أبوظبي|أبو|ظبي|دبي"
    r"|الساعة|على|في|من|يوم|اليوم|أمس|البارحة|م|ص|هـ|ه|صباحا|صباحًا|مساء|مساءً|ظهرا|صـ|مـ|pm|am|الموافق|الموافق لـ|لـ|و|آخر|اخر|أخر|تحديث|تاريخ|النشر|نشر|نشرت|بتاريخ|تم|نشره|منذ|قبل|محدث"
    r"|date|published|updated|on|last|at|كتب|يناير|ابريل|سنة|عام|شهر|ساعات|ساعة|دقيقة|دقائق|أيام|يومين|ساعتين|أسبوع|أسابيع|أشهر|سنوات|سنتين|شهرين|دقيقتين|واحد|واحدة|ago|hours?|days?|minutes?|[\"'’ًٌ])"
)
_ONLY_DATE = rf"^[\W_]*+(?:(?:{_ONLY_DATE_WORDS})(?!\w)[\W_]*+)++$"
_DATE_FIRST = rf"^\W*(?:{WEEKDAY}[\s،,]*)?(?:{DATE})[^.]*(?:{TIME}|\s[/|]\s)"
_STAMP = rf"\b{TIME}\W.{{0,12}}\b(?:{DATE})|\b{_D}{{1,4}}[-/.]{_D}{{1,2}}[-/.]{_D}{{2,4}}\b.{{0,12}}{TIME}"
_RELATIVE = r"^\W*(?:قبل|منذ)\s(?:أقل من\s|أكثر من\s)?(?:[\d٠-٩]+\s)?(?:ثوان|دقيقة|دقائق|دقيقتين|ساعة|ساعات|ساعتين|يوم|أيام|يومين|أسبوع|أسابيع|أسبوعين|شهر|أشهر|شهرين|سنة|سنوات|سنتين|عام)\b"
_BY_AGENCY = (
    r"\((?:[^()]{0,60}\s|[^()]{0,60}[-–—,،/:]\s*)?(?:رويترز|أ\s?\.?\s?ف\s?\.?\s?ب\.?|ا\s?\.?\s?ف\s?\.?\s?ب\.?|أف ب|فرانس برس|الفرنسية"
    r"|أ\s?\.?\s?ب\.?|أسوشيتد برس|أسوشييتد برس|الأناضول|د\s?\.?\s?ب\s?\.?\s?أ\.?|غيتي|جيتي|إ\s?\.?\s?ب\s?\.?\s?أ\.?|أرشيف|أرشيفية|ارشيفية|أرشيفيّة"
    r"|من الأرشيف|وكالات|واس|وام|بترا|كونا|سانا|وفا|الجزيرة|مواقع التواصل|تويتر|فيسبوك|إكس|شاترستوك|تعبيرية|إنترنت|الإنترنت|الأوروبية"
    r"|afp|ap|reuters|getty(?: images)?|epa|anadolu|shutterstock)(?:\s[^()]{0,30})?\)\s*[.]?\s*$"
    r"|[-–—/|]\s?(?:أرشيفية|أرشيف|صورة أرشيفية|رويترز|أ ف ب|أ\.ف\.ب)\W*$|^\W*(?:صورة|صور)\s?[:/|]\s?[^.]{2,60}$"
)
_BY_PHOTO = (
    r"[.)\"»]?\s\((?=[^()]*(?:[/.©]|images|photo|courtesy|handout|press|agency|getty))[a-z©][^()\u0600-\u06FF]{1,60}\)\s*$|"
    r",\s*\d{3,4},\s*\d\d\.\d\d\.\d{4}\s*$|"
    r"\(?\s?©[^)]{0,80}\)?\s*$|^\s*©\s?(?!\d)|\bصورة من\s?[:/]\s?[^.]{2,60}$|\b(?:تصوير|عدسة|بعدسة)\s?[:/]\s?[^.]{2,40}$"
    r"|\b(?:getty images|afp|reuters|shutterstock|istock|ap photo|ap images|associated press|anadolu|sputnik|epa)\W*(?:/\s?[\w .]+)?\W*$"
)
_PHOTO_LITERALS = (
    "(", ",", "©", "صورة من", "تصوير", "عدسة", "getty images", "afp", "reuters", "shutterstock", "istock", "ap photo", "ap images",
    "associated press", "anadolu", "sputnik", "epa",
)  # fmt: skip
_HASHTAGS = r"^\s*(?:#\s?[^\s#]+[\s,،|]*){2,}$|^\s*#\s?[^\s#]+\s*$"
_END_OF_WIRE = r"^[\W\d_]*(?:انتهى|إنتهى|انتهي)(?:[\W\d_]|\b[\w.]{1,3}\b){0,14}$"
# Desks and agencies by their letters alone, as a translated wire story is signed: "ع.ج.م/أ.ح (د ب أ، ك ن أ)".
_BY_DATED = (
    rf"^\W*(?:بواسطة|بقلم|كتب(?:ت|ه|ها)?|[إا]عداد|تحرير|نشر(?:ه|ها)?\s(?:بواسطة|من طرف|من قبل)|(?:posted |written )?by)\s*:?\s+[^\d.،؛]{{3,45}}?[\s|•/,،–-]+"
    rf"(?:{DATE}|{_D}{{1,2}}\s|(?:منذ|قبل)\s{_D}|(?:[نت]شر(?:ت)?\sفي|بتاريخ|تاريخ\sالنشر|آخر\sتحديث|في|يوم|on|{WEEKDAY})\W.{{0,40}}{_D})"
)
_DESK = r"^\W*(?:[\u0621-\u064A]{1,2}[\W_]+){4,}$|^\W*[\u0621-\u064A]{1,2}(?:\s?\.\s?[\u0621-\u064A]{1,2})+\s?/[^.]{1,30}\([^)]{2,40}\)\W*$"
_INITIALS = r"^\W*(?:[a-z]{2,4}\s?/\s?)?[\u0621-\u064A]{1,2}\s?[./]\s?[\u0621-\u064A]{1,2}(?:\s?[./]\s?[\u0621-\u064A]{1,2})*\W*$|^\s*[a-z]{2,4}(?:/[a-z]{2,4})+(?:/[\u0621-\u064A ]{1,4})?\s*$"


_LATIN = frozenset(string.ascii_letters)


def _shape(id_: str, kind: BlockKind, reach: Reach, shape: str, max_words: int) -> Rule:
    return Rule(
        id=id_,
        kind=kind,
        reach=reach,
        place=Place.SHAPE,
        shape=re.compile(shape, re.IGNORECASE),
        max_words=max_words,
    )


def _label(id_: str, kind: BlockKind, reach: Reach, cues: tuple[str, ...], max_words: int) -> Rule:
    return Rule(
        id=id_,
        kind=kind,
        reach=reach,
        place=Place.LABEL,
        cues=cues,
        max_words=max_words,
        stop_ok=True,
    )


_TAGS_ABOUT = (
    "المزيد حول", "المزيد عن", "اقرأ المزيد عن", "إقرأ أكثر عن", "مزيد حول", "مواضيع", "المواضيع", "موضوعات", "الموضوعات", "هذا الموضوع حول", "هذا الخبر حول",
    "في هذا الملف", "topics", "محاور", "ملفات",
)  # fmt: skip
_PHOTO_START = (
    "صدر الصورة",
    "مصدر الصورة",
    "التعليق على الصورة",
    "تعليق الصورة",
    "صورة أرشيفية لـ",
    "صورة ارشيفية",
    "صورة من الأرشيف",
)
_TAGS_START = (
    "كلمات دلالية", "الكلمات الدلالية", "كلمات مفتاحية", "الكلمات المفتاحية", "الكلمات المفتاحيه", "الكلمات المفاتيح", "الكلمات الدالة", "كلمات البحث",
)  # fmt: skip

RULES = (
    Rule(
        id="ar.tags.line/1",
        kind=BlockKind.TAGS,
        reach=Reach.END,
        place=Place.LABEL,
        cues=_TAGS,
        max_words=160,
        stop_ok=True,
    ),
    # Alone, these words head a list of other stories; before a colon, what the story is about.
    replace(_label("ar.tags.about/1", BlockKind.TAGS, Reach.END, _TAGS_ABOUT, 24), bare=False, stop_ok=False),
    # The words of the label open no sentence, whatever follows them without a colon.
    replace(
        _label("ar.tags.start/1", BlockKind.TAGS, Reach.END, _TAGS_START, 60),
        place=Place.START,
        stop_ok=False,
    ),
    replace(_shape("ar.tags.hash/1", BlockKind.TAGS, Reach.LINE, _HASHTAGS, 40), needs=frozenset("#")),
    _label("ar.source.line/1", BlockKind.ATTRIBUTION, Reach.END, _SOURCE, 12),
    Rule(
        id="ar.source.agency/1",
        kind=BlockKind.ATTRIBUTION,
        reach=Reach.LINE,
        place=Place.ALONE,
        cues=AGENCIES,
        max_words=4,
    ),
    _label("ar.caption.label/1", BlockKind.CAPTION, Reach.LINE, _CAPTION, 40),
    replace(_label("ar.caption.start/1", BlockKind.CAPTION, Reach.LINE, _PHOTO_START, 50), place=Place.START),
    _label("ar.author.line/1", BlockKind.AUTHOR, Reach.LINE, _AUTHOR, 12),
    replace(_label("ar.published.label/1", BlockKind.PUBLISHED, Reach.LINE, _PUBLISHED, 22), bare=False),
    replace(_label("ar.section.label/1", BlockKind.SECTION, Reach.LINE, _SECTION, 8), bare=False),
    replace(
        _shape("any.clock.line/1", BlockKind.BOILERPLATE, Reach.LINE, r"^\W*\d{1,2}:\d{2}(?::\d{2})?\W*$", 3),
        digits=True,
    ),
    _shape("ar.author.named/1", BlockKind.AUTHOR, Reach.LINE, r"^\W*(?:بقلم|بواسطة)\s+[^\d.،؛:|]{4,40}$", 6),
    replace(_shape("ar.author.dated/1", BlockKind.AUTHOR, Reach.LINE, _BY_DATED, 16), digits=True),
    _shape("ar.published.ago/1", BlockKind.PUBLISHED, Reach.LINE, _RELATIVE, 7),
    replace(_shape("ar.published.date/1", BlockKind.PUBLISHED, Reach.LINE, _ONLY_DATE, 24), digits=True),
    _shape("ar.wire.desk/1", BlockKind.BOILERPLATE, Reach.LINE, _DESK, 16),
    replace(
        _shape("ar.caption.credit/1", BlockKind.CAPTION, Reach.LINE, _BY_AGENCY, 28),
        at_end=True,
        needs=frozenset("(-–—/|:"),
    ),
    replace(
        _shape("any.caption.photo/1", BlockKind.CAPTION, Reach.LINE, _BY_PHOTO, 70),
        at_end=True,
        needs=frozenset("(,©:/") | _LATIN,
        literals=_PHOTO_LITERALS,
    ),
    replace(_shape("ar.published.start/1", BlockKind.PUBLISHED, Reach.LINE, _DATE_FIRST, 14), digits=True),
    replace(_shape("ar.published.stamp/1", BlockKind.PUBLISHED, Reach.LINE, _STAMP, 18), digits=True),
    replace(
        _shape("ar.wire.initials/1", BlockKind.BOILERPLATE, Reach.LINE, _INITIALS, 6), needs=frozenset("./")
    ),
    _shape("ar.wire.end/1", BlockKind.BOILERPLATE, Reach.END, _END_OF_WIRE, 12),
)
