"""A trigger in its sentence to the stage of the fact, or to nothing where it reports none. Pure.

What is denied word by word (لم يوقع), wished, demanded, supposed (في حال), told again (سبق أن) or said of
a film is no fact. A fact that is taken back (ألغى، نفى، علق) is one, with a stage of its own.
"""

import re
from functools import lru_cache

from etl.classify.cooperation_cues import (
    AHEAD,
    AHEAD_AFTER,
    BACKGROUND,
    HAPPENED,
    NOW,
    SINCE,
    TAKEN_BACK,
    TOPIC,
    UNREAL_CLAUSE,
    UNREAL_SENTENCE,
)
from etl.classify.cooperation_terms import CooperationKind, Stage
from etl.classify.cooperation_words import pattern

_TAKING = 80
"""Letters between the verb that takes a deed back and the deed."""
_EARLIER = pattern(r"^\s?(?:\w+ )?(?:ال)?(?:سابقة|سابق|ماضية|أخيرة التي|سابقين)(?!\w)")
_WHICH = pattern(r"(?<!\w)(?:التي|الذي|اللذان|الذين|اللتان)(?: كان\w*| قد)?\s$")
_NOT = pattern(
    r"(?<!\w)[وف]?(?:لم|لن|لا(?! [يت]زال)|ما(?! زال)|ليس|ليست|غير|دون|بدون|عدم|من دون|لما|رغم عدم|يستبعد)(?: \w+){0,2}\s$"
)
# "The visit did not end in an agreement": what failed is its outcome, not the visit.
_FRUITLESS = pattern(
    r"(?<!\w)[وف]?لم (?:[يت]سفر|[يت]ثمر|[يت]فض|[يت]خرج|[يت]تمخض|[يت]حقق|[يت]ؤد|[يت]منع|[يت]نته)(?: \w+)?\s$"
)
# A sharing or a payment that is stopped; to stop a person is another matter (أوقفت الشرطة).
_HALTED = pattern(r"(?<!\w)[وف]?(?:أوقف|أوقفت|[يت]وقف|وقف)(?: \w+){0,2}\s$")
_HALTING = frozenset(
    {CooperationKind.INTELLIGENCE_SHARING, CooperationKind.FUNDING, CooperationKind.TRAINING_EQUIPMENT}
)
# What is talked about is no deed, however near the talks are (لبحث ضبط الحدود).
_ABOUT = pattern(r"(?<!\w)(?:حول|بشأن|بخصوص|لبحث|لمناقشة)(?: (?:سبل|آليات|ملف|قضايا|مسألة))?\s$")
# To refuse a word on a meeting takes no meeting back.
_NO_COMMENT = pattern(r"(?<!\w)[وف]?رفض\w{0,2} (?:\w+ ){0,5}?(?:التعليق|الإفصاح|الإدلاء|الخوض|الكشف)(?!\w)")
# To ask for legal assistance is a deed; to ask for a visit is a wish.
_ASKED = pattern(r"(?<!\w)[وف]?(?:طلب|طلبت|تقدمت? بطلب)(?!\w)")
_MAYBE = pattern(r"(?<!\w)[وف]?(?:قد|ربما)\s$")
_TAKEN_BACK_AFTER = pattern(
    r"^[^،.]{0,40}(?:تأجلت|ألغيت|أرجئت|تم إلغا\w+|تم تأجيل\w+|أجهضت|لم (?:[يت]فعل|[يت]تم|[يت]حدث|[يت]حصل))(?!\w)"
)
_NOUN = pattern(
    r"(?:زيار|محادث|مباحث|مشاور|اجتماع|لقاء|جلسة|قمة|حوار|اتصال|مكالمة|توقيع|إبرام|التوصل|إلغاء|فسخ|إنهاء|تعليق|انسحاب|نقض|تجميد|عملي|مناور|تمرين|تمارين|تدريب|دوري|حملة|حملات|مداهم|تحقيق|"
    r"فريق|مهمة|قوة|برنامج|برامج|توقيف|إيقاف|اعتقال|القبض|احتجاز|تسليم|ترحيل|إبعاد|إعادة|تزويد|تقديم|توريد|تكوين|دورة|دورات|تبادل(?!ت|ا(?!\w))|تقاسم|مشاركة|إناب|مساعد|إغلاق|تشغيل|افتتاح|زيادة|تشديد|تعزيز|"
    r"تسيير|مراقبة|تأمين|تكثيف|إقامة|بناء|تمويل|تخصيص|منحة|دعم|إرسال|إحالة|تجديد|تمديد|تفكيك|إحباط|حجز(?!ت)|مصادرة|تحرير|إسقاط|إطاحة|الإطاحة|فتح(?!ت)|نشر(?!ت)|ضبط(?!ت)|صرف(?!ت)|طرد(?!ت))"
)
_BOTH = pattern(r"(?:فتح|نشر|ضبط|صرف|طرد)$")
_PAST_IN_T = pattern(
    r"(?:تسلم(?:ت|وا|ه|ها)?|تباحث(?:ت|ا)?|تبادل(?:ت|ا|وا)?|تقاسم(?:ت|ا)?|توصل(?:ت|ا|وا)?|توجه(?:ت|وا)?|تلقى|تلقت|تبرع|تبرعت)"
)
_PROCLITICS = re.compile(r"[وفبل]{0,2}(?:ال)?")
_FUTURE = re.compile(r"س[يت](?!ر(?:ت)?$)")
_COMMA = re.compile(r"[،؛:,]")
# A comma alone sets a name or an adverb off (يقوم الوزير، اليوم، بزيارة); with these it begins a clause.
_CLAUSE = pattern(
    r"[؛:]|[،,]\s(?=(?:و|ف|ثم|كما|فيما|بينما|حيث|مؤكد|مضيف|مشير|موضح|معتبر|مبرز|معرب|داعي|علما|الذي|التي|لكن|غير أن|إلا أن|بفضل|بحسب|رغم|بعد|إثر|في حين))"
)
_FUTURE_NEXT = pattern(r"^(?: \w+){0,4}?[،,]? (?:\w+ )?س[يت]\w{2,6}(?!\w)")
_AT = pattern(r"(?<!\w)[وف]?(?:في|خلال|عبر|أثناء)\s$")


_MOST_WORDS = 6


def _end(text: str) -> str:
    """Give the last words of a text: no pattern that ends where a text ends reaches further back than five."""
    words = text.rsplit(" ", _MOST_WORDS)
    return text[len(words[0]) :] if len(words) > _MOST_WORDS else text


def _is_noun(word: str, before: str) -> bool:
    bare = word if _NOUN.match(word) else word[_PROCLITICS.match(word).end() :]  # type: ignore[union-attr]
    if not _NOUN.match(bare):
        return False
    opens = not before.strip() or before.rstrip()[-1:] in "،:؛."
    return not (_BOTH.match(bare) and bare == word.lstrip("وف") and opens)


@lru_cache(maxsize=64)
def _is_unreal(text: str) -> bool:
    """Tell a sentence that supposes, comments, tells a story or looks back; asked once for all its triggers."""
    return UNREAL_SENTENCE.found(text) or BACKGROUND.found(text)


def _no_fact(text: str, start: int, end: int, clause: str) -> bool:
    """Tell what is denied, wished, supposed or told again from what is reported."""
    before, after = text[:start], text[end:]
    last = _end(before)
    return bool(
        (_NOT.search(last) and not _FRUITLESS.search(last))
        or _MAYBE.search(last)
        or _is_unreal(text)
        or UNREAL_CLAUSE.found(clause)
        or SINCE.found(before)
        or _EARLIER.search(after)
    )


def stage_of(
    text: str, span: tuple[int, int], kind: CooperationKind, *, is_title: bool, is_given: bool = False
) -> Stage | None:
    """Give the stage of what a trigger reports in a sentence of search text, None where that is no fact.

    `is_given` says that the trigger by itself tells of something done (بفضل معلومات).
    """
    start, end = span
    opened = max((each.end() for each in _CLAUSE.finditer(text, 0, start)), default=0)
    clause = text[opened:start]
    comma = max((each.end() for each in _COMMA.finditer(text, 0, start)), default=0)
    closed = _COMMA.search(text, end)
    tail = text[end : closed.start() if closed else len(text)]
    if kind is CooperationKind.LEGAL_ASSISTANCE and _ASKED.search(clause):
        return Stage.DONE
    is_which = kind is CooperationKind.AGREEMENT and _WHICH.search(_end(text[:start]))
    is_unsaid = kind is CooperationKind.STATEMENT and TAKEN_BACK.found(clause)
    if is_which or is_unsaid or _no_fact(text, start, end, clause):
        return None
    is_halted = kind in _HALTING and _HALTED.search(_end(text[:start]))
    taking = _NO_COMMENT.sub("", text[max(comma, start - _TAKING) : start])
    if is_halted or TAKEN_BACK.found(taking) or _TAKEN_BACK_AFTER.search(tail):
        return Stage.DENIED_OR_CANCELLED
    word = re.split(r"\W", text[start:end].strip(), maxsplit=1)[0]
    if is_given or kind is CooperationKind.STATEMENT:
        return Stage.DONE
    if _is_noun(word, text[:start]):
        return _stage_of_noun(word, clause, (tail, text[end:]), is_title=is_title)
    return _stage_of_verb(word.lstrip("وف"), clause, tail, is_title=is_title)


def _stage_of_noun(word: str, clause: str, after: tuple[str, str], *, is_title: bool) -> Stage | None:
    """Read a noun: it is as real as what governs it, and with nothing that does it only names a subject."""
    tail, rest = after
    last = _end(clause)
    if (fruitless := _FRUITLESS.search(last)) or _ABOUT.search(last):
        return Stage.DONE if fruitless else None
    is_ahead = AHEAD.found(clause) or AHEAD_AFTER.found(tail) or AHEAD_AFTER.found(clause)
    if is_ahead or _FUTURE_NEXT.search(rest):
        return Stage.PLANNED
    is_at = bool(_AT.search(last))
    if (TOPIC.found(clause) and not is_at) or (word[0] == "ل" and not word.startswith("لقاء")):
        return None
    if NOW.found(clause):
        return Stage.UNDER_WAY
    if HAPPENED.found(clause) or word[0] == "ب" or is_title:
        return Stage.DONE
    return None


def _stage_of_verb(word: str, clause: str, tail: str, *, is_title: bool) -> Stage:
    """Read a verb by its form; the present of a headline is past."""
    if _FUTURE.match(word):
        return Stage.PLANNED
    if word[0] == "ي" or (word[0] == "ت" and not _PAST_IN_T.fullmatch(word)):
        if AHEAD.found(clause) or AHEAD_AFTER.found(tail):
            return Stage.PLANNED
        return Stage.DONE if is_title else Stage.UNDER_WAY
    return Stage.DONE
