"""The words that titles begin and end with, as tables, and what stands around a title. Pure."""

import re

from etl.link import grammar
from etl.link.names import follows
from etl.link.reading import Reading
from etl.link.tokens import COMMA, bare

PLACE_HEADS = frozenset({"محافظ", "محافظه", "والي", "عمده", "حاكم", "عامل", "قاءمقام"})
SPEAKERS = frozenset({"متحدث", "متحدثه", "ناطق", "ناطقه", "وزير", "ناءب", "متحدثا"})
PEOPLE = frozenset(
    "رجل عدد بعض جميع ممثلي مسءولي اعضاء وفد كبار قيادات زعماء وزراء حرم زوجه نجل عقيلته السير".split()
)
OWNERS = frozenset(
    "حزب لحزب حركه لحركه شركه لشركه نادي جمعيه صحيفه قناه كتله تيار تنظيم جماعه المحيط مءسسه لمءسسه معهد لمعهد مركز لمركز منظمه لمنظمه شبكه لشبكه لجمعيه مجموعه لمجموعه".split()
)
OFFICERS = frozenset(
    "لواء عميد عقيد مقدم راءد جنرال كولونيل ماجور مشير ادميرال ناءب ناءبه قاضي قاضيه سفير".split()
)
NISBA = re.compile("ال.{3,}يه?")
KINGS = frozenset({"الملك", "الامير", "الملكه", "للملك"})
KINGS_OWN = frozenset({"وكيل", "وكيله", "مستشار", "مستشاره", "مبعوث", "العام", "العامه", "ديوان"})
SENT = frozenset(
    {"مبعوث", "مبعوثه", "مبعوثا", "سفير", "سفيره", "سفيرا", "مندوب", "مندوبه", "ممثل", "ممثله", "منسق"}
)
DOUBLE = frozenset({"رءيس", "ناءب", "ولي", "رءيسه", "ناءبه", "قاءد"})
CHARGED = frozenset({"المكلف", "المكلفه", "مكلف", "المعني", "المعنيه", "المعين"})


CLOSING = grammar.fold_set("السابق السابقة الأسبق الأسبقة الحالي الحالية الراحل الراحلة")
"""What ends the words of one office."""
UNITS = grammar.fold_set("لواء فوج كتيبة فرقة سرية الفرقة اللواء الفوج الكتيبة للواء للفرقة")
BRANCHES = grammar.fold_set("مشاة مدرع مدرعة ميكا ميكانيكي صاعقة مدفعية مدرعات مظلات مظليين")
GOVERNED = frozenset({"حكومه", "اداره", "نظام", "بحكومه", "باداره"})
ANSWERING = grammar.LEGISLATORS | {
    "مسءول",
    "مسءوله",
    "ممثل",
    "ممثله",
    "مندوب",
    "مندوبه",
    "متحدث",
    "متحدثه",
    "ناطق",
    "قاضي",
    "قاضيه",
    "مقرر",
}
"""Who is or speaks for somebody: behind their heads عن goes on with a title."""
SAID = grammar.fold_set(
    "قال أكد أعلن صرح أضاف أوضح اعتبر شدد ذكر أشار دعا قالت أكدت أعلنت صرحت أضافت أوضحت تابع علق كتب يقول تقول رد ردت تساءل سأل"
)


def is_colon(reading: Reading, begin: int, at: int) -> bool:
    """Tell a list of offices (وزير العدل: فلان) from what an office-holder says (قال وزير العدل: …)."""
    between = reading.text.found.text[reading.tokens[at - 1].end : reading.tokens[at].start]
    if between.strip() != ":" or at - begin < _LEAST_LISTED:
        return False
    return not begin or reading.tokens[begin - 1].word.lstrip("وف") not in SAID


_LEAST_LISTED = 2


def behind_custodian(reading: Reading, at: int, head: str) -> int:
    """Take the Saudi king's style into his title: خادم الحرمين الشريفين الملك سلمان."""
    if head != "ملك":
        return at
    words = [token.word for token in reading.tokens[max(0, at - 3) : at]]
    return at - 3 if words == ["خادم", "الحرمين", "الشريفين"] else at


def behind_honorifics(reading: Reading, at: int) -> int:
    """Give the first word behind the honorifics that stand at a word."""
    start = at
    tokens = reading.tokens
    while (
        start < len(tokens)
        and tokens[start].word in grammar.HONORIFICS
        and tokens[start].word not in grammar.NAME_HONORIFICS
        and (start == at or tokens[start].gap < COMMA)
    ):
        start += 1
    return start


def begins_next(reading: Reading, at: int, rest: str) -> bool:
    """Tell the next person of a list behind a title (وزير داخلية أسبق وصابر الدوري)."""
    facts = reading.facts
    is_name = facts.words.get(rest) in {"name", "both"} and bare(rest) not in facts.title_words
    return is_name and "و" + rest not in facts.words and follows(reading, at)


def follows_state(reading: Reading, begin: int, at: int) -> bool:
    """Tell that a country's name ends just before: what has an article there begins something new."""
    return any(
        match.last == at - 1 and match.name.form in {"name", "formal"}
        for first in range(max(begin, at - 4), at)
        if (match := reading.country_at.get(first)) is not None
    )


def begins_behind_place(reading: Reading, begin: int, at: int) -> bool:
    """Tell another's title by the place before it: استقبل الرئيس النيجري في نيامي وزير الأمن البوركيني."""
    places = map(reading.place_at, range(max(begin + 2, at - 2), at))
    return any(
        each and each.last == at - 1 and reading.tokens[each.first - 1].word == "في" for each in places
    )
