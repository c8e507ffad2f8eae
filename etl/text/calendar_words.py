"""The words that tell time in the Arabic press, beside month names. Pure tables.

Weekdays, day and hour words, units, الماضي and الجاري and المقبل, parts of the day, time zones.
Every key is folded by `etl.text.months.fold_word`, as the words of a text are.
Sources: CLDR for the official weekday names and day periods; the spelling variants, الفارط of Tunisia,
غرة and فاتح and متم of the Maghreb, ت.غ of the agencies from the newspapers themselves.
"""

from etl.text.months import fold_word


def _set(words: str) -> frozenset[str]:
    return frozenset(fold_word(words).split())


def _map(rows: dict[str, int]) -> dict[str, int]:
    return {word: value for words, value in rows.items() for word in fold_word(words).split()}


def _names(rows: dict[str, str]) -> dict[str, str]:
    return {word: value for words, value in rows.items() for word in fold_word(words).split()}


WEEKDAYS = _map(
    {
        "الاثنين الإثنين الاتنين الأثنين الإتنين اثنين إثنين monday mon lundi": 0,
        "الثلاثاء الثلاثا التلاتاء الثلثاء الثلاتاء ثلاثاء tuesday tue mardi": 1,
        "الأربعاء الأربعا الإربعاء الاربعاء أربعاء wednesday wed mercredi": 2,
        "الخميس خميس thursday thu jeudi": 3,
        "الجمعة جمعة friday fri vendredi": 4,
        "السبت سبت saturday sat samedi": 5,
        "الأحد الاحد أحد sunday sun dimanche": 6,
    }
)
"""Weekday names to Python's numbers, Monday 0. Those without ال count only right before a date."""

ORDINALS = _map(
    {
        "الأول أول الفاتح فاتح غرة": 1, "الثاني ثاني": 2, "الثالث ثالث": 3, "الرابع رابع": 4,
        "الخامس خامس": 5, "السادس سادس": 6, "السابع سابع": 7, "الثامن ثامن": 8, "التاسع تاسع": 9,
        "العاشر عاشر": 10, "الحادي الحادى حادي": 11,
    }
)  # fmt: skip
"""Day words one to ten as they stand before a month; الحادي only within 11, 21 and 31."""

CARDINALS = _map(
    {
        "واحد واحدة أحد إحدى": 1, "اثنين اثنان اثنتين اثنتان إثنين اثنا اثني اثنتا اثنتي": 2,
        "ثلاثة ثلاث": 3, "أربعة أربع": 4, "خمسة خمس": 5, "ستة ست": 6, "سبعة سبع": 7,
        "ثمانية ثماني ثمان": 8, "تسعة تسع": 9, "عشرة عشر": 10,
    }
)  # fmt: skip
TENS = _map({"العشرين العشرون عشرين عشرون": 20, "الثلاثين الثلاثون ثلاثين ثلاثون": 30})
MORE_TENS = _map({"أربعين أربعون": 40, "خمسين خمسون": 50, "ستين ستون": 60, "سبعين": 70, "ثمانين": 80})
TEEN = _set("عشر عشرة")

HOURS = _map(
    {
        "الواحدة": 1, "الثانية": 2, "الثالثة": 3, "الرابعة": 4, "الخامسة": 5, "السادسة": 6,
        "السابعة": 7, "الثامنة": 8, "التاسعة": 9, "العاشرة": 10, "الحادية": 11, "صفر": 0,
    }
)  # fmt: skip

UNITS = _names(
    {
        "ثانية ثواني ثوان ثانيتين ثانيتان ث": "second",
        "دقيقة دقائق دقيقتين دقيقتان دق د": "minute",
        "ساعة ساعات ساعتين ساعتان سا س": "hour",
        "يوم يوما أيام يومين يومان": "day",
        "أسبوع أسبوعا أسابيع أسبوعين أسبوعان": "week",
        "شهر شهرا أشهر شهور شهرين شهران": "month",
        "سنة سنوات سنين سنتين سنتان عام عاما أعوام عامين عامان": "year",
    }
)
DUALS = _set(
    "ثانيتين ثانيتان دقيقتين دقيقتان ساعتين ساعتان يومين يومان أسبوعين أسبوعان شهرين شهران "
    "سنتين سنتان عامين عامان"
)
SINGULARS = _set("ثانية دقيقة ساعة يوم أسبوع شهر سنة عام")
APPROXIMATE = _set("نحو حوالي قرابة زهاء تقريبا أكثر أقل من ما يقارب يناهز يزيد على عن")

LEANS = _map(
    {
        "الماضي الماضية الماض المنصرم المنصرمة الفائت الفائتة الفارط الفارطة المنقضي المنقضية السالف "
        "السالفة": -1,
        "الجاري الجارية الحالي الحالية الراهن الراهنة": 0,
        "المقبل المقبلة القادم القادمة الآتي الآتية القابل القابلة": 1,
    }
)
"""Which way a modifier points from the reference: past -1, current 0, to come 1."""

DAY_WORDS = _map({"أمس البارحة البارح الأمس": -1, "اليوم الليلة": 0, "غدا غد الغد": 1})

DAY_PARTS = _names(
    {
        "صباحا صباح الصباح صباحاً am": "am",
        "مساء مساءا المساء مساءاً مسا مسائا pm": "pm",
        "ظهرا ظهر الظهر الظهيرة زوالا الزوال زوال": "noon",
        "عصرا عصر العصر": "asr",
        "مغربا عشاء": "pm",
        "ليلا ليل الليل ليلة": "night",
        "فجرا فجر الفجر ضحى سحرا": "dawn",
    }
)
DAY_PARTS_STANDING = _set("صباحا صباح مساء مساءا مسا ظهرا عصرا ليلا فجرا ضحى زوالا مغربا عشاء am pm")
"""Parts that make a plain number before them an hour: 9 صباحا."""

ZONES = {
    tuple(fold_word(name).split()): zone
    for names, zone in {
        "غرينتش|غرينيتش|جرينتش|جرينيتش|قرينتش|كرينتش|غرينوتش|غرينش|العالمي|ج م ت": "UTC",
        "مكة|مكة المكرمة|السعودية|الرياض|الرياض المحلي|المملكة|جدة": "Asia/Riyadh",
        "القاهرة|مصر": "Africa/Cairo",
        "بيروت|لبنان": "Asia/Beirut",
        "دمشق|سوريا|سورية": "Asia/Damascus",
        "بغداد|العراق": "Asia/Baghdad",
        "أبوظبي|أبو ظبي|الإمارات|دبي": "Asia/Dubai",
        "القدس|القدس المحتلة|فلسطين|غزة|رام الله": "Asia/Hebron",
        "الدوحة|قطر": "Asia/Qatar",
        "الكويت": "Asia/Kuwait",
        "المنامة|البحرين": "Asia/Bahrain",
        "مسقط|سلطنة عمان": "Asia/Muscat",
        "الأردن": "Asia/Amman",
        "صنعاء|اليمن|عدن": "Asia/Aden",
        "الخرطوم|السودان": "Africa/Khartoum",
        "طرابلس|ليبيا": "Africa/Tripoli",
        "تونس": "Africa/Tunis",
        "الجزائر": "Africa/Algiers",
        "الرباط|المغرب": "Africa/Casablanca",
        "نواكشوط|موريتانيا": "Africa/Nouakchott",
        "مقديشو|الصومال": "Africa/Mogadishu",
        "تركيا|إسطنبول|اسطنبول|أنقرة": "Europe/Istanbul",
        "طهران|إيران": "Asia/Tehran",
        "موسكو": "Europe/Moscow",
        "لندن": "Europe/London",
        "باريس|فرنسا": "Europe/Paris",
        "برلين|ألمانيا": "Europe/Berlin",
        "واشنطن|نيويورك|شرق الولايات|شرق أميركا|شرق أمريكا": "America/New_York",
        "كييف|أوكرانيا": "Europe/Kyiv",
    }.items()
    for name in names.split("|")
}
"""Places named after بتوقيت to IANA zones."""

ZONE_LETTERS = {
    "gst": 240, "ksa": 180, "ast": 180, "eet": 120, "eest": 180, "cet": 60, "cest": 120, "wet": 0, "bst": 60,
    "msk": 180, "est": -300, "edt": -240,
}  # fmt: skip
"""Zone letters after a clock in the Arab press to minutes: GST is the Gulf's, AST Arabia's."""

NAMED_AFTER = _set(
    "شارع نهج ملعب جامعة حركة ثورة ميدان ساحة مدينة كوبري جسر حي مستشفى مستوصف معهد مدرسة مركب قوى "
    "فريق تحالف انتفاضة حراك مخيم منظمة محور نفق طريق محطة قاعة لواء صحيفة جريدة مجلة حرب نصر الشبابي "
    "الأولمبي قاعدة كلية مسرح فندق بناية حزب نادي سينما مستقبل أيلول مطار مفاعل"
)
"""A day and month right after one of these is a name (شارع 14 جانفي، حركة 20 فبراير), not a date."""

MONTH_CUES = _set(
    "شهر شهري أشهر لشهر في منذ خلال حتى مطلع بداية أوائل منتصف أواسط أواخر نهاية ختام آخر موفى متم "
    "طوال طيلة بحلول قبل بعد إلى غاية بين"
)
MAKERS = _set("سيارة سيارات شركة شركتي شركات مجموعة تويوتا رينو هوندا موديل طراز وكالة ميتسوبيشي داتسون")
PERSONS = _set("تيريزا تريزا ثيريزا تيريسا السيدة حكومة السيد الشيخ محمد طيب برايان جيمس سيدي حميد بريان")
ORGANS = _set(
    "المغرب المصري مصر روسيا الجزائر تونس العراق فلسطين الخليج لبنان اليمن السودان سوريا قناة صحيفة جريدة "
    "موقع وكالة العرب الأردن ليبيا عمان مجلة منصة حزب ذلك نفس طوال طيلة كل غير"
)
"""Before اليوم or الغد these make a title (المغرب اليوم) or another day (ذلك اليوم)."""

NOT_TODAY = _set(
    "السابع التالي الأول الثاني الثالث الرابع الخامس السادس الثامن التاسع العاشر الحادي الأخير العالمي "
    "الوطني الدولي العربي الموالي السابق نفسه ذاته الذي الدراسي الواحد الرياضي الإعلامي المفتوح الختامي "
    "الافتتاحي التاريخي المشهود المذكور الموعود القومي الإفريقي الافريقي الدامي بيومه"
)
"""After اليوم these make it some other day (اليوم التالي) or an occasion (اليوم العالمي)."""

WEEKDAY_NOT_DATE = _set("صلاة خطبة خطيب سوق جامع مسجد كل أيام صلوات بعد كلا واحد الواحد خطب")
"""Before a weekday these make it a habit or a name (صلاة الجمعة، سوق الأربعاء)."""
