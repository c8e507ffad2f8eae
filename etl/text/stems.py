"""A word to the light stem that its everyday forms share. Pure.

For search and classification: the forms of one noun (article, prepositions, gender, number,
possession, nisba) and of one verb (person, object) must meet, and nothing else should. So only
what Arabic writes onto a word is taken off, ending by ending until none is left, and never so much
that fewer than three letters stay. Roots are not sought, nor broken plurals: وزير and وزارة are
different words, and وزراء has a stem of its own.

>>> {stem(word) for word in ("التعاون", "للتعاون", "بتعاون", "وتعاونها", "تعاون", "يتعاونون")}
{'تعاون'}
>>> stem("أمن"), stem("أمان"), stem("الأمنية"), stem("أمين")
('امن', 'امان', 'امن', 'امين')
>>> {stem(word) for word in ("لغة", "اللغات", "لغتنا", "بلغتهم")}
{'لغه'}
>>> {stem(word) for word in ("لبنانيون", "اللبنانية", "لبنان")}, stem("لبن")
({'لبنان'}, 'لبن')
"""

import re
from functools import lru_cache

from etl.text.letterforms import Words
from etl.text.letters import fold
from etl.text.words import clitic_cuts

_words = Words(r"\w")
_LEAST = 3
# No Arabic word has more letters; what has (an address, a run of letters) is its own stem.
_LONGEST = 24

# Words whose last letters only look like an ending; each stands for what would be confused with it
# if they went (سلطان and سلطة, زيتون and زيت, بحرين and بحر). Their own forms end here too.
_WHOLE = frozenset(
    """
    سلطان عدوان ميدان عنوان ديوان حيوان رمضان شعبان سليمان سلمان عمران عثمان نعمان حمدان مهرجان برلمان طيران بركان
    ميزان فستان بستان شيطان بنيان طغيان قرصان قربان برهان فنجان نيسان حزيران دوران فقدان حرمان نسيان
    غليان طوفان سرطان فلتان جولان عرفان غفران شريان فيضان سيلان مروان رضوان زيدان قحطان عدنان غسان طالبان
    هذيان نيران جيران قضبان فرسان خسران نقصان قانون تلفزيون تلفون مليون بليون تريليون كانون زبون صابون
    كربون مضمون مخزون زيتون عناوين قوانين ميادين بنزين ياسمين مسكين سكين
    بحرين فلسطين لبنان سودان يونان كويت كردستان سوري تركي بيروت عملي بلدي جمعي
    جمهوري محلي ذكري امراه دكتوراه التي الذي الذين اللتي اللاتي اللواتي اللذان اللذين الي علي حتي لدي متي
    شبيه نزيه فقيه مشبوه اتجاه انتباه اشتباه تجاه مياه وجوه رفاه مواجه تشابه توجيه تنبيه ترفيه تشويه تنويه
    ثابت انترنت اسمنت كبريت تابوت ياقوت تصويت توقيت تثبيت تشتيت تفاوت تهافت صامت
    محاكم درهم متراكم متفاهم مساهم يساهم تساهم ساهم مفاهم خاتم حاكم
    """.split()
)
# تفعيل and تفاعل of roots in ن and م, إفعال, افتعال, انفعال and استفعال of roots in ن (تأمين,
# تعاون, إعلان, امتحان, استحسان): the last letter is the root's.
_VERBAL_NOUN = re.compile(r"ت\w(?:\wين|ا\w[نم])|ا(?:\w\w|\wت\w|ن\w\w|ست\w\w)ان")
# The imperfect of the verbs in ت is the verbal noun with a person before it (يتعاون).
_PERSON = re.compile(r"[يت](?=ت(?!يم|ويج|ابع|ار|رك|بع|مه)\w{3})")
_PERSON_X = re.compile(r"[يتن](?=ست\w{3})")

# Endings by their last letter, the longer first, each with its length and the least length of a
# word that can lose it: dual and sound plurals, pronouns, ة, nisba, persons of the perfect, -an.
_ENDINGS: dict[str, tuple[tuple[str, int, int], ...]] = {
    last: tuple((ending, len(ending), len(ending) + stay) for ending in endings.split())
    for last, endings, stay in (
        ("ا", "هما كما ها نا وا ا", _LEAST),
        ("ه", "ه", _LEAST),
        ("ي", "ي", _LEAST),
        ("ت", "ات ت", _LEAST),
        ("ن", "ون ين ان", _LEAST),
        ("م", "هم كم تم", _LEAST),
        ("و", "و", _LEAST + 1),
    )
}
# The accusative of a root in ن (مواطنا, سكانا, قانونا) is no نا "our".
_ACCUSATIVE_N = re.compile(r".*(?:[اوي]|اط|ءم|[ضز]ام|[اسم]ك|تمك|عد|خز|[اوم]ز)نا")
# Nouns and verbs of three letters in ت, not to be taken for ة before a pronoun (بيتها, لغتها).
_OWN_T = frozenset(
    "بيت وقت صوت موت بنت زيت اخت حوت كبت صمت سبت نحت بحت ذات بات مات فات لفت ثبت سكت نبت شتت بثت".split()
)
# ة after ا before a pronoun (حياته): as the bare word is stemmed (حياة).
_LONG_T = frozenset("حيات وفات قنات نجات فتات زكات مرات".split())
_OWN_AT = frozenset("نبات ثبات سبات شتات رفات فتات بنات اموات".split())


# Nouns in ة whose bare letters are another common word (حملة and حمل, قائمة and قائم, مفاوضات and
# مفاوض): their ة stays. Not those whose nisba or masculine is of the same family (ثورة، ثوري).
_FEMININE = frozenset(
    """
    حمل ضرب وقف لعب جمع طبق ورق عقد خبر رحل دفع قاعد قاءم مشارك مفاوض مساعد مساهم محاكم منطق حلق درج وحد
    كلم لوح شرك محاضر مذكر مسير بعث جلس خدم هجم صفق صدم مجموع جامع مدرس ملاحق مقاطع متابع مراقب
    طريق مقابل مستوطن محافظ مقدم منظم معامل مباحث موافق مخابر
    """.split()
)
_FEMININE_FORMS = {bare + ending: bare + "ه" for bare in _FEMININE for ending in ("ه", "ات")}


def _feminine(word: str, taken: str) -> str | None:
    """Give the stem of a word in ة (or its plural) whose ة or ت is not an ending like others."""
    if (kept := _FEMININE_FORMS.get(word)) is not None:
        return kept
    # Before a pronoun or a dual ending, not behind letters that the word has itself (انتهت).
    if word[-1] == "ت" and (len(taken) == 1 or taken[-1:] in ("ا", "ي")):
        if word[:-1] in _FEMININE:
            return word[:-1] + "ه"
        if word in _LONG_T:
            return word[:-1]
        if len(word) == _LEAST:
            return word if word in _OWN_T else word[:-1] + "ه"
    if len(word) == _LEAST + 1 and word.endswith("ات") and word not in _OWN_AT:
        return word[:-2] + "ه"
    return None


def _shorter(word: str, taken: str) -> str:
    """Take the last ending off, or give the word back; `taken` has a letter for each one before."""
    last = word[-1]
    endings = _ENDINGS.get(last)
    size = len(word)
    # Of three letters only a ة before a pronoun can still change (لغتها).
    if endings is None or (size <= _LEAST and last != "ت") or word in _WHOLE:
        return word
    if last in "نم" and word[0] in "تا" and _VERBAL_NOUN.fullmatch(word):
        return word
    if last in "هت" and (feminine := _feminine(word, taken)):
        return feminine
    for ending, length, least in endings:
        if size >= least and word.endswith(ending):
            if length > 1 and word[:-1] in _WHOLE:
                return word[:-1]
            if ending == "نا" and _ACCUSATIVE_N.fullmatch(word):
                continue
            return word[:-length]
    return word


@lru_cache(maxsize=65536)
def stem_folded(word: str) -> str:
    """Give the stem of one word of search text."""
    if not _LEAST < len(word) <= _LONGEST:
        return word
    cuts = clitic_cuts(word)
    if cuts:
        word = word[cuts[-1][2] :]
    if word[0] in "يتن" and word[1] in "تس":
        word = _PERSON_X.sub("ا", word, count=1) if _PERSON_X.match(word) else _PERSON.sub("", word, count=1)
    taken = ""
    while len(word) >= _LEAST and word[-1] in _ENDINGS and (shorter := _shorter(word, taken)) != word:
        taken += word[len(shorter) : len(shorter) + 1]
        word = shorter
    return word


def stem(word: str) -> str:
    """Give the stem of one word as it is written, with its proclitics, in any spelling.

    >>> [stem(word) for word in ("والمسئولين", "مسؤولية", "سيتوقع", "Reuters", "")]
    ['مسءول', 'مسءول', 'توقع', 'reuters', '']
    """
    return stem_folded(fold(word))


def stems(search_text: str) -> tuple[str, ...]:
    """Give the stem of every word of a search text, in order.

    >>> stems(fold("أعلنت الحكومة الأميركية"))
    ('اعلن', 'حكوم', 'امريك')
    """
    return tuple(map(stem_folded, _words(search_text)))
