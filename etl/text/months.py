"""Month names of every Arab country to month numbers. Pure, a static table.

The table is generated knowledge, not code: Babel's CLDR has the official names (ar, ar_MA, ar_DZ,
ar_LB, ar_MR …), and `tests/unit/text/test_months.py` proves each of them is here with the right
number. It is written out because reading Babel's locale files costs more than reading a date.
What CLDR lacks, and the press writes: يونيه، أفريل in Tunisia's hand, تشرين أول without its article,
يوليوز beside يوليو, the Libyan names of 1986–2011, the Hijri months, English and French by-lines.
Every key is folded by `fold_word`. `etl.text.letters.fold` cannot serve here: it writes حزيران and
يونيو alike, and whether two names beside each other agree is the very evidence a date is read from.
"""

import unicodedata
from dataclasses import dataclass

ROMAN = "roman"
LEVANT = "levant"
HIJRI = "hijri"
LIBYA = "libya"

PLAIN = 0
WEAK = 1
FRAIL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthName:
    """One month name: its number, its naming system, and how much other evidence it needs.

    `need` PLAIN: the name alone is a month (نونبر). WEAK: it is also a common word or a person's
    name (ماي، مارس، رمضان), so a day, a year, شهر or a doublet must stand beside it. FRAIL: only a
    day before it and a year or doublet after it make it a month (صفر "zero", الطير "the bird").
    """

    number: int
    system: str
    need: int = PLAIN


_ROMAN = (
    "يناير ينائر جانفي جانفيي",
    "فبراير فبرائر فيبراير فيفري فيفرى فبرايير",
    "مارت",
    "أبريل ابريل إبريل أفريل افريل آبريل نيسن",
    "مايو مايوا",
    "يونيو يونيه يونيوا يوينو",
    "يوليو يوليه يوليوز جويلية جويليه جويليا يوليوا",
    "أغسطس أغشت غشت اغسطوس أغسطوس اغسطص",
    "سبتمبر شتنبر شتمبر سبتامبر سيبتمبر سبتنبر شتبر",
    "أكتوبر اكتوبر أوكتوبر اوكتوبر أكتوبير كتوبر",
    "نوفمبر نونبر نوفنبر نوڤمبر نومبر نوفمير",
    "ديسمبر دجنبر دجمبر ديسامبر دسمبر دجمبير ديسنبر دديسمبر",
)
_ROMAN_WEAK = {"مارس": 3, "مارص": 3, "ماي": 5, "جوان": 6, "أوت": 8, "اوت": 8}
_LEVANT = {
    "كانون الثاني": 1, "كانون ثاني": 1, "كانون ثان": 1, "كانون تاني": 1, "كانون2": 1,
    "آذار": 3, "أيار": 5, "آيار": 5, "حزيران": 6, "حزيزان": 6, "أيلول": 9, "ايلول": 9, "إيلول": 9,
    "تشرين الأول": 10, "تشرين أول": 10, "تشرين الاول": 10,
    "تشرين الثاني": 11, "تشرين ثاني": 11, "تشرين ثان": 11, "تشرين تاني": 11,
    "كانون الأول": 12, "كانون أول": 12,
}  # fmt: skip
_LEVANT_WEAK = {"شباط": 2, "نيسان": 4, "تموز": 7, "آب": 8}
_HIJRI = {
    "ربيع الأول": 3, "ربيع أول": 3, "ربيع الاول": 3,
    "ربيع الثاني": 4, "ربيع الآخر": 4, "ربيع ثاني": 4, "ربيع آخر": 4, "ربيع الثان": 4,
    "جمادى الأولى": 5, "جمادى الأول": 5, "جمادى أولى": 5, "جماد الأول": 5, "جماد الأولى": 5,
    "جمادى الآخرة": 6, "جمادى الثانية": 6, "جمادى الآخر": 6, "جمادى الثاني": 6, "جماد الثاني": 6,
    "جماد الآخر": 6, "جماد الآخرة": 6, "جمادى آخرة": 6,
    "ذو القعدة": 11, "ذي القعدة": 11, "ذوالقعدة": 11, "ذيالقعدة": 11, "ذا القعدة": 11,
    "ذو الحجة": 12, "ذي الحجة": 12, "ذوالحجة": 12, "ذيالحجة": 12, "ذا الحجة": 12,
}  # fmt: skip
_HIJRI_WEAK = {"محرم": 1, "المحرم": 1, "رجب": 7, "شعبان": 8, "رمضان": 9, "شوال": 10, "القعدة": 11}
_LIBYA = (
    "أي النار", "النوار", "الربيع", "الطير", "الماء", "الصيف",
    "ناصر", "هانيبال", "الفاتح", "التمور", "الحرث", "الكانون",
)  # fmt: skip
_LATIN = (
    "january jan janvier", "february feb février fevrier", "march mar mars", "april apr avril",
    "may mai", "june jun juin", "july jul juillet", "august aug août aout",
    "september sep sept septembre", "october oct octobre", "november nov novembre",
    "december dec décembre decembre",
)  # fmt: skip

INVISIBLE = (
    "\N{ARABIC TATWEEL}"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06ed"  # tashkeel and Quranic marks
    "\N{SOFT HYPHEN}\N{ARABIC LETTER MARK}\u200b-\u200f\u202a-\u202e\u2060-\u2069\N{ZERO WIDTH NO-BREAK SPACE}"
)
"""Body of a regex class: what may stand inside a word without changing which word it is."""

_FOLD: dict[int, int | None] = {**str.maketrans("أإآٱىیېئؤةۀکھہڤپ", "اااايييي" + "وههكههفب")}
_FOLD |= dict.fromkeys(
    (
        code
        for low, high in ((0x610, 0x61A), (0x64B, 0x65F), (0x6D6, 0x6DC), (0x6DF, 0x6ED))
        for code in range(low, high + 1)
    )
)
_FOLD |= dict.fromkeys((0xAD, 0x61C, 0x640, 0x670, 0xFEFF))
_FOLD |= dict.fromkeys((*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)))
_PRESENTATION = "\ufb50"


def fold_word(word: str) -> str:
    """Give the one spelling under which a word is looked up in the calendar tables.

    >>> fold_word("أيّار") == fold_word("ایــار") == "ايار"
    True
    """
    if max(word, default="") >= _PRESENTATION:
        word = unicodedata.normalize("NFKC", word)
    return word.translate(_FOLD).lower()


def _table() -> dict[tuple[str, ...], MonthName]:
    table: dict[tuple[str, ...], MonthName] = {}

    def put(name: str, number: int, system: str, need: int = PLAIN) -> None:
        table[tuple(fold_word(name).split())] = MonthName(number=number, system=system, need=need)

    for number, names in enumerate(_ROMAN, start=1):
        for name in names.split():
            put(name, number, ROMAN)
    for number, names in enumerate(_LATIN, start=1):
        for name in names.split():
            put(name, number, ROMAN, WEAK)
    for number, name in enumerate(_LIBYA, start=1):
        put(name, number, LIBYA, FRAIL)
    for names_of, system, need in (
        (_ROMAN_WEAK, ROMAN, WEAK),
        (_LEVANT, LEVANT, PLAIN),
        (_LEVANT_WEAK, LEVANT, WEAK),
        (_HIJRI, HIJRI, PLAIN),
        (_HIJRI_WEAK, HIJRI, WEAK),
        ({"صفر": 2, "الحجة": 12}, HIJRI, FRAIL),
    ):
        for name, number in names_of.items():
            put(name, number, system, need)
    return table


MONTHS: dict[tuple[str, ...], MonthName] = _table()

EPITHETS: frozenset[str] = frozenset(
    fold_word(word)
    for word in [
        "الحرام",
        "المبارك",
        "المعظم",
        "الخير",
        "الأغر",
        "الكريم",
        "الفضيل",
        "الأنور",
        "المكرم",
        "الأصب",
        "الفرد",
        "النبوي",
    ]
)
"""Honorifics that may stand between a Hijri month and its year (رمضان المبارك 1445)."""


def month_named(name: str) -> int | None:
    """Give the number of the month that a full name stands for, in whatever country's usage.

    Why a plain lookup beside the date reader: a page's archive path or a menu holds a month alone.

    >>> [month_named(name) for name in ("نونبر", "غشت", "جويلية", "تشرين الثاني", "شتنبر")]
    [11, 8, 7, 11, 9]
    >>> month_named("تشرين") is None  # one of two months: no evidence which
    True
    """
    found = MONTHS.get(tuple(fold_word(name).split()))
    return found.number if found else None
