"""Form of a block to whether it is prose, a dateline, a name, a title of the same story. Pure.

Headlines and paragraphs of the Arabic press differ in grammar: a headline opens with a noun or a
present verb and has no full stop; a lead opens with a past verb of reporting; the paragraphs after
it open with "و" or another connective. The word lists below hold that difference.
"""

import re
from functools import lru_cache

from etl.extract.form import Form, key_of


def _words(*lines: str) -> frozenset[str]:
    return frozenset(key_of(" ".join(lines)).split())


# Past verbs of reporting and of events that open a lead.
REPORTS = _words(
    "قال قالت أكد أكدت أعلن أعلنت كشف كشفت ذكر ذكرت أفاد أفادت أوضح أوضحت صرح صرحت شدد شددت أشار أشارت طالب طالبت دعا دعت",
    "بحث بحثت استقبل استقبلت التقى التقت اعتبر اعتبرت نفى نفت أعرب أعربت ترأس ترأست وصل وصلت شهد شهدت عقد عقدت قرر قررت وقع",
    "وقعت نظم نظمت استعرض استعرضت ناقش ناقشت تلقى تلقت أدان أدانت أصدر أصدرت ألقى ألقت تمكن تمكنت لقي لقيت قتل قتلت أصيب أصيبت",
    "ارتفع ارتفعت تراجع تراجعت انخفض انخفضت سجل سجلت بدأ بدأت انطلق انطلقت أحبط أحبطت ضبط ضبطت حذر حذرت أبدى أبدت عبر عبرت",
    "هنأ بعث بعثت غادر غادرت شارك شاركت افتتح افتتحت أطلق أطلقت استضاف استضافت وافق وافقت اتهم اتهمت رحب رحبت توفي توفيت نقل نقلت",
    "اختتم اختتمت نشر نشرت رفض رفضت تعهد تعهدت أجرى أجرت قدم قدمت تسلم تسلمت حقق حققت فاز فازت أقر أقرت جدد جددت خرج اندلع تعرض تعرضت",
)
# Openings of a paragraph that goes on with what was said, never of a lead or a headline.
_GOES_ON = _words(
    "كما فيما بينما لكن ثم لذلك بدوره بدورها بدورهم الجدير جدير يذكر يشار ويذكر أضاف أضافت تابع تابعت أردف أردفت استطرد استطردت ختم ختمت",
    "فقال فقالت فقلت فلما فلم فلا فلن فليس فإن فإنه فإنها فقد فهو فهي فهم فكان فكانت فجاء ففي فعندما فإذا فاذا فهذا فهذه فمنذ فمات ففعل ففعلت فأجاب فرد فجمع فعاد فذهب فأما فضلا",
    "لافتا مشيرا مؤكدا موضحا مضيفا مبينا منوها معتبرا مضيفة مؤكدة مشيرة موضحة كذلك أيضا حيث إلا غير لفت لفتت بيد وأما أما فقد لقد نوه",
)
_POINTS = _words("هذا هذه")
_GOES_ON_PAIRS = frozenset(
    map(
        key_of,
        "من جهته|من جهتها|من جهتهم|من جانبه|من جانبها|من جانبهم|من ناحيته|من ناحيتها|من ناحية|من جهة|في المقابل|في السياق|في سياق|في هذا|في ذات|في نفس"
        "|على صعيد|إلى ذلك|إلى جانب|من المقرر|من المنتظر|من المتوقع|من المرتقب|على الجانب|على الصعيد|يأتي ذلك|تأتي هذه|يأتي هذا|جاء ذلك|جاءت هذه|جدير بالذكر"
        "|وفق ما|وفقا لما|بحسب ما|في غضون|في الوقت|بالمقابل|من بين|عن ذلك|ردا على|تعليقا على|في حين|على أن|لا سيما|بالإضافة إلى|بالمناسبة|أي أن|أي إن|على الرغم|في النهاية|في الختام|بمعنى آخر|على سبيل|من ثم".split(
            "|"
        ),
    )
)
# Words whose first letter و is of the root, not "and": what a headline or a name may open with.
_ROOT_WAW = _words(
    "وام واس وفا وات واع ومع واج وكالات وزير وزيرة وزارة وزراء وزيرا وزارات وفد وفود وفاة وفيات وصول وكالة وكالات وكيل واشنطن وسط وسائل وحدة وحدات ولي والي والد والدة واحد وقفة ولاية واقع وادي وثيقة وثائق",
    "وضع وعد وقت وباء ورشة ورش وزن وزع وجه وجهت وجهة وصف وصفت وصل وصلت وقع وقعت وقف ودع ولد وطن وطني وطنية وطنيون وطنيين ورقة وردة وليد وائل ولماذا وهل وحش وحيد وسيم وساطة وسيط وكأنها واصل واصلت وافق وافقت",
    "واجه واجهت ورد وردت وثق وثقت وداع وداعا وتيرة وجود وجوه وجبة وظائف وظيفة وعي وفاء وقاية وقود وهم وهمية واردات واجب واجبات وجدة وهران ورقلة وصفة وعود والدي وقائع وقوع وقوف وسام وداد وسامة ويكيليكس وول ويليام ووتش وان واتساب واحة وهبي وهيب وجدي وفيق وصفي وحيدة ولاء وسن ويلز واين وولف وعكة ورم وسادة وزان وفق وراء وشم وصية وصايا وقفات وكيف",
)
# Words that carry a clause; two of them make a long line a sentence even without its full stop.
_CLAUSE = _words(
    "الذي التي الذين حيث أنه أنها بأن أن إن لكن كما كان كانت إنه إنها وأن بعدما عندما والتي والذي مما ذلك هذا هذه لأن مشيرا مؤكدا موضحا مضيفا وقد قد"
)
OFFICES = _words(
    "وزير وزيرة وزراء رئيس رئيسة الرئيس الرئيسة الرئيسان مدير المدير مديرة الملك ملك نائب نائبة الأمين أمين السفير سفير قائد القائد زعيم المتحدث أمير الأمير ولي العاهل محافظ المحافظ",
    "حاكم القاضي النائب النائبة المستشار مستشار مستشارة الدكتور الدكتورة اللواء الفريق العميد العقيد الشيخ السيد السيدة المرشد المبعوث مبعوث الجنرال المستشارة عضو مندوب المندوب المدرب مدرب اللاعب",
)
WIRES = _words("وكالات رويترز واس وام كونا بنا قنا بترا سانا وفا الأناضول شينخوا سبوتنيك متابعات متابعة خاص")
# How the note on an author under a column opens.
BIO = _words(
    "كاتب كاتبة صحفي صحفية صحافي صحافية باحث باحثة أكاديمي أكاديمية محلل محللة محام إعلامي إعلامية روائي روائية مدون شاعر شاعرة دبلوماسي محررة"
)
# What a line amid the body opens with only where a photo was.
PHOTO_WORDS = _words("جانب لقطة صورة")
# Styles of address that a byline keeps before the name.
_STYLED = _words("الشيخ الدكتور الأستاذ الدكتورة الأستاذة")
_SCENE = _words(
    "خلال أثناء جانب لحظة لقطة مشهد آثار شعار صورة صور من لدى أمام داخل قرب فوق وسط يصافح يتحدث تتحدث يلقي تلقي مبنى مقر عناصر متظاهرون محتجون جنود سيارات طائرة سفينة دخان أرشيفية الصورة جنازة"
)
_NO_NAME = _words(
    "في من على إلى عن مع بعد قبل هل كيف لماذا ماذا بين حول ضد أن لا لم لن ما هذا هذه خلال عند منذ تفاصيل بيان نص كامل صور فيديو بالصور بالفيديو مكتب وزارة وكالة هيئة قسم للنشر إدارة مصدر فريق الرسائل قناة صحيفة عاجل خاص حصري تحديث أخبار أسباب نتائج"
)
_PREFIX = re.compile(r"^(?:[وف]?(?:بال|كال|لل|ال|ب|ل|ك)|[وف](?=\w{4}))(?=\w{3})")
_SUFFIX = re.compile(r"(?<=\w{3})(?:ات|ين|ون|يه|ه|ي)$")
# What only a headline closes with.
_MEDIA_MARK = re.compile(
    r"[(\[|]\s*(?:صور|فيديو|فيديوهات|صور وفيديو|فيديو وصور|شاهد|تفاصيل|التفاصيل|بالصور|بالفيديو|حوار|خاص)\s*[)\]]?\s*$"
)
_STEM = 5
_CONTENT = 3  # letters that a content word has at least, less one
# Words from which on a block is a paragraph, by what else speaks for it.
_SENTENCE = 5
_GOING_ON = 7
_REPORT = 11
_FOREIGN = 12
_CLAUSED = 15
_CLAUSES = 2
_COMMA = 16
_TEASER = 16
# Words up to which a block can be a name, a plain line below a headline, a dateline, a caption.
_NAME = 4
_PLAIN = 10
_DATELINE = 9
_WIRE_DATELINE = 16
_PLACE = 3
_CAPTION = 26
_LOOSE_CAPTION = 16
_LONG = 25
_NOTICE = _words(
    "الموقع موقعنا بموقعنا المحتوى محتوى خدمة الخدمة الخدمات الاشتراك اشتراك المشتركين للمشتركين ترجمة الترجمة رابط الرابط الروابط المستخدم المستخدمين تسجيل حسابك بريدك",
    "الصفحة التطبيق تطبيقنا متصفح المتصفح تصفح القراء الإعلانات النشرة الارتباط الكوكيز الخصوصية المنشورة المواقع تجربتك تجربة موافقتك توافق الموافقة زيارتك استخدامك تحاولون",
)
_SIGNERS = WIRES | _words(
    "فرانس فرانسبرس برس الألمانية الفرنسية أسوشيتد dpa afp reuters ap dw rt cnn bbc يورونيوز الفرنسيه أفب دبأ بي سي نيوز عربي"
)
_SIGN_WORDS = 14
_INITIALS = 2
_CREDIT_CHARS = 70
_CREDIT = re.compile(r"\(([^()]{3,60})\)$")
_SPLIT = re.compile(
    r"\s+[-–—/|•]\s*|\s*[-–—/|•]\s+|\s*[/::|•]\s*|(?<=[\u0621-\u064A])[-–—](?=[\u0621-\u064A«\"])|\s*[()]\s*"
)


def goes_on(form: Form) -> bool:
    """Tell whether a block opens as a paragraph that continues a text, never as a lead."""
    if not form.tokens:
        return False
    first = form.tokens[0]
    if first in _POINTS:
        # "هذا وأكد" goes on; "هذا ما قاله …" is a headline's opening.
        return len(form.tokens) > 1 and form.tokens[1][0] == "و" and form.tokens[1] not in _ROOT_WAW
    if first in _GOES_ON or " ".join(form.tokens[:2]) in _GOES_ON_PAIRS:
        return True
    return first == "و" or (len(first) > 1 and first[0] == "و" and first not in _ROOT_WAW)


def reports(form: Form) -> bool:
    """Tell whether a block opens with a past verb of reporting, as a lead does."""
    return bool(form.tokens) and form.tokens[0] in REPORTS


def is_firm(form: Form) -> bool:
    """Tell whether a block is a paragraph wherever it stands, even under a list of titles.

    Almost no headline has 25 words, none has a full stop or opens with "and".
    """
    words = form.words
    if not form.arabic:
        return words >= _FOREIGN and form.stop
    if form.ellipsis:
        return words >= _TEASER
    if _MEDIA_MARK.search(form.text[-20:]):
        return False
    return (form.stop and words >= _SENTENCE) or words >= _LONG or (goes_on(form) and words >= _GOING_ON)


def is_prose(form: Form) -> bool:
    """Tell whether a block is a paragraph by its own form, without its neighbours.

    Some outlets leave out the full stop; then the grammar of the opening and the clauses decide.
    """
    words = form.words
    if is_firm(form):
        return True
    if not form.arabic or form.ellipsis or _MEDIA_MARK.search(form.text[-20:]):
        return False
    if reports(form) and words >= _REPORT:
        return True
    if form.end_mark and words >= _CLAUSED:
        return True
    if words >= _COMMA and ("،" in form.text or ", " in form.text):
        return True
    return words >= _CLAUSED and sum(token in _CLAUSE for token in form.tokens) >= _CLAUSES


# The same paragraphs are compared several times while one document is read.
@lru_cache(maxsize=2048)
def stems(tokens: tuple[str, ...]) -> frozenset[str]:
    """Give rough stems of content words: without article, prefixes and endings, five letters."""
    return frozenset(_stem(token) for token in tokens if len(token) > _CONTENT)


@lru_cache(maxsize=16384)
def _stem(token: str) -> str:
    return _SUFFIX.sub("", _PREFIX.sub("", token))[:_STEM]


def overlap(part: frozenset[str], whole: frozenset[str]) -> float:
    """Give the share of `part` that `whole` holds, 0 where there is nothing to compare."""
    return len(part & whole) / len(part) if part else 0.0


def is_name(form: Form) -> bool:
    """Tell whether a short block can be a person's name alone."""
    return (
        1 < len(form.tokens) <= _NAME
        and form.arabic
        and not (form.end_mark or form.colon or form.bullet)
        and (form.tokens[0] in _STYLED or not form.tokens[0].startswith("ال"))
        and form.tokens[0] not in REPORTS
        and (form.tokens[0] in _STYLED or form.tokens[0] not in OFFICES)
        and all(token.isalpha() and token not in _NO_NAME for token in form.tokens)
        and not _SPLIT.search(form.text)
    )


def is_scene(form: Form) -> bool:
    """Tell whether a short block reads as a caption: a person by office, or a scene; no discourse."""
    tokens = form.tokens
    if not tokens or form.words > _CAPTION or form.colon:
        return False
    if form.quoted or (form.end_mark and not form.stop):
        return False
    if tokens[0] in OFFICES or tokens[0] in _SCENE:
        return not any(token in _CLAUSE for token in tokens) and not _has_verb(tokens)
    return (
        form.words <= _LOOSE_CAPTION
        and any(token in _SCENE for token in tokens[1:5])
        and not _has_verb(tokens)
    )


def opens_scene(form: Form) -> bool:
    """Tell whether a block opens with an office or a scene: sure of a caption, where a word amid it is not."""
    return bool(form.tokens) and (form.tokens[0] in OFFICES or form.tokens[0] in _SCENE)


def _has_verb(tokens: tuple[str, ...]) -> bool:
    return any(
        token in REPORTS or (token[0] == "ي" and len(token) > _CONTENT and token not in _SCENE)
        for token in tokens
    )


def notice_words(form: Form) -> int:
    """Count the different words of a block that speak of the site itself: its content, terms, services."""
    return len(_NOTICE.intersection(form.tokens))


def is_signoff(form: Form) -> bool:
    """Tell whether a short block is nothing but agencies and initials, as wires sign a story."""
    if not 1 < len(form.tokens) <= _SIGN_WORDS or form.stop:
        return False
    tokens = tuple(token.rstrip("0123456789") for token in form.tokens)
    known = sum(token in _SIGNERS for token in tokens)
    return known > 0 and all(token in _SIGNERS or len(token) <= _INITIALS for token in tokens)


def is_credited(form: Form) -> bool:
    """Tell whether a line closes with a credit in brackets, as captions do: not a number, not initials."""
    found = _CREDIT.search(form.text[-_CREDIT_CHARS:])
    if found is None or form.colon or form.end_mark or goes_on(form) or not _PLACE < form.words <= _LONG:
        return False
    credit = found.group(1)
    return not any(map(str.isdigit, credit)) and (" " in credit or not credit.isupper())


def is_plain(form: Form) -> bool:
    """Tell whether a line below a headline is bare of all that a deck has: quotes, colon, figures, length."""
    plain = not (form.end_mark or form.colon or form.quoted or form.bullet or form.numbered)
    return plain and form.words <= _PLAIN and ":" not in form.text and not any(map(str.isdigit, form.tokens))


def dateline_parts(form: Form) -> tuple[str, ...]:
    """Split a short block into the parts of a dateline (place, agency, reporter), or give none."""
    if form.stop or form.bullet or form.ellipsis or not form.arabic or not form.tokens:
        return ()
    if form.words <= _WIRE_DATELINE and form.tokens[-1] in WIRES and any(map(str.isdigit, form.tokens)):
        return (form.tokens[0], form.tokens[-1])
    if form.words > _DATELINE:
        return ()
    if form.words <= _NAME and len(form.tokens) > 1 and form.tokens[-1] in WIRES:
        # Display text has lost the stretched dash between place and agency.
        return (" ".join(form.tokens[:-1]), form.tokens[-1])
    parts = tuple(part for part in (key_of(piece) for piece in _SPLIT.split(form.text)) if part)
    if any(len(part.split()) > _PLACE for part in parts):
        return ()
    return parts
