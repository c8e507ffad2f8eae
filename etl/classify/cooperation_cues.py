"""The words around a trigger that say how real and how far a deed is. Frozen tables. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from etl.classify.cooperation_words import pattern
from etl.text.letters import fold

_WORD = re.compile(r"\w+")
_SHORTEST = 4


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    """Give the words of a search text, each also without a conjunction or an article before it."""
    return frozenset(_forms(text))


def _forms(text: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        yield word
        bare = word
        if word[0] in "وفبل" and len(word) >= _SHORTEST:
            bare = word[1:]
            yield bare
        if bare.startswith(("ال", "لل")):
            yield bare[2:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words and phrases of one meaning; words are looked up, which costs a tenth of a pattern."""

    words: frozenset[str]
    phrases: re.Pattern[str] | None

    def found(self, text: str) -> bool:
        """Tell whether a search text holds one of them."""
        if not self.words.isdisjoint(_words(text)):
            return True
        return bool(self.phrases and self.phrases.search(text))


def _cues(words: str, phrases: str = "") -> Cues:
    """Take words, with @ for the ي or ت of both persons, and phrases as a pattern."""
    each = [
        fold(form) for word in words.split() for form in ({word.replace("@", "ي"), word.replace("@", "ت")})
    ]
    return Cues(
        words=frozenset(each),
        phrases=pattern(rf"(?<!\w)[وفب]?(?:{phrases})(?!\w)") if phrases else None,
    )


UNREAL_SENTENCE = _cues(
    """
    إذا لو شريطة ربما محللين محللون مراقبون مراقبين محلل باحث خبير مقال مقاله مقالته برأيي فيلم رواية مسلسل يحكي تحكي
    منتخب مباراة مباريات كأس أعتقد نحتاج هل
    """,
    "في حال|كرة القدم|ما لم",
)
UNREAL_CLAUSE = _cues(
    """
    يمكن يمكنهم يمكنها بإمكان يجب ينبغي يتعين طالب طالبت يطالب تطالب مطالبة دعا دعت يدعو تدعو دعوا دعوة اقترح اقترحت
    @قترح @أمل أمله أمل أملها @سعى سعيا @رغب رغبة رغبته احتمال إمكانية ضرورة أهمية سبل ناشد ناشدت حث حثت @حتاج هدد
    هددت لوح لوحت مزاعم زعم زعمت @ريد طلبت @طلب سعى حاول حاولت @سمح @تيح مقترح قدرة استعداده استعدادها مفاوضات حذر حذرت @حذر @شترط اشترط اشترطت
    """,
    r"من شأن\w*|لا بد|مشروع قرار",
)
TOPIC = _cues(
    """
    بحث بحثا بحثت مناقشة ناقش ناقشا ناقشت @ناقش @ناقشان @بحث @بحثان تناول تناولت @تناول تناولا ملف ملفات قضايا مسألة
    بشأن حول بخصوص موضوع مواضيع مجال مجالات بهدف قصد لغرض اتفاقية اتفاق اتفاقا آليات شروط مخاوف أشاد أشادت نوه شكر برنامج برامج دعم جهود مساعدة مساعدتها مساعدته
    """,
    "من أجل",
)
BACKGROUND = _cues(
    "سابقا للتذكير للإشارة لطالما تاريخيا",
    r"(?<!.)وكان(?:ت|ا|وا)?|سبق (?:\w+ )?(?:أن|وأن)|سبق ل\w+|العام الماضي|السنة الماضية|القرن الماضي|قبل (?:\w+ )?(?:عام|عامين|سنة|سنتين|سنوات|أعوام|عقد|عقدين|عقود|أشهر)|"
    r"يذكر أن|يشار إلى|تجدر الإشارة|جدير بالذكر|الجدير بالذكر",
)
SINCE = _cues(
    "",
    r"منذ (?:\w+ )?(?:عام|عامين|سنوات|أعوام|عقود|أشهر)|بعد (?:أشهر|شهور|سنوات|أعوام|عام) من|كان(?:ت|ا|وا)?(?: \w+){0,6} قد",
)
TAKEN_BACK = _cues(
    """
    نفى نفت ينفي تنفي نفيا نفيها نفيه ألغى ألغت إلغاء @لغي ألغيت رفض رفضت @رفض رفضها رفضه علق علقت @علق تعليق جمد جمدت
    @جمد تجميد أرجأ أرجأت إرجاء تأجيل أجلت تؤجل أنهت فشل فشلت كذب كذبت تكذب استبعد استبعدت انسحبت قطعت قطع
    """,
    r"تراجع\w* عن|أوقفت العمل|وقف العمل|عدلت عن",
)
AHEAD = _cues(
    """
    @عتزم @عتزمان يعتزمون @ستعد @ستعدان @خطط @خططان @نوي قرر قررت قررا وافق وافقت تعهد تعهدت سوف @رتقب التزمت اتفق اتفقت
    اتفقا اتفقوا خطة عزم عزمها عزمه اعتزام اعتزامه اعتزامها غدا
    """,
    r"(?:أمر|أمرت) (?:ال)?(?:قضاء|محكمة|قاض|قاضي|قاضية)|(?:قضت|قضى) (?:ال)?(?:محكمة|قضاء|قاض|قاضي)|من (?:المقرر|المنتظر|المرتقب|المتوقع|المزمع|المفترض)|ينتظر أن|س[يت]\w{2,6}|(?:قبل|قبيل)\s?$",
)
AHEAD_AFTER = _cues(
    "المقبل المقبلة المقبلين القادم القادمة المقررة المقرر المرتقبة المرتقب المزمع المزمعة غدا قريبا الوشيكة",
    "نهاية العام الجاري|بعد غد",
)
NOW = _cues(
    """
    @جري @قوم @واصل @واصلان بدأ بدأت بدآ انطلق انطلقت @نطلق @بدأ شرع شرعت حاليا جارية جار باشر باشرت @ؤدي @عقد @عقدان
    @تواصل @ستمر @نفذ @شارك @قود
    """,
    r"لا [يت]زال|ما زال\w*",
)
HAPPENED = _cues(
    """
    أجرى أجرت أجريا أعاد أعادت أعادا عقد عقدت عقدا قام قامت قاما انعقد انعقدت انعقاد جرى جرت شهد شهدت احتضن احتضنت اختتم
    اختتمت اختتام أنهى نفذ نفذت نفذها تم تمت أعلن أعلنت إعلان أسفر أسفرت خلال عقب إثر بعد أعقاب تمكن تمكنت نجح نجحت
    بحضور أثناء أشرف أشرفت تلقى تلقت شارك شاركت ترأس ترأست قدم قدمت وجه وجهت أرسل أرسلت أصدر أصدرت هامش ضمن بفضل أدى أدت كشف كشفت
    ألقت ألقى أفاد أفادت استكمل استكملت تضمنت استضاف استضافت حضر في استعرض تركزت انصبت ركزت اختتما استأنف استأنفت نظم نظمت
    """
)
