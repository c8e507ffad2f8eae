"""The month table against CLDR, and the spellings that CLDR lacks."""

import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from etl.text.calendar_words import WEEKDAYS
from etl.text.months import MONTHS, PLAIN, WEAK, fold_word, month_named

ARABIC_LOCALES = sorted(name for name in locale_identifiers() if name == "ar" or name.startswith("ar_"))


def test_cldr_still_has_the_locales_this_table_is_checked_against() -> None:
    assert {"ar_MA", "ar_DZ", "ar_TN", "ar_LB", "ar_IQ", "ar_MR", "ar_EG", "ar_SA"} <= set(ARABIC_LOCALES)


@pytest.mark.parametrize("locale", ARABIC_LOCALES)
def test_every_month_name_of_cldr_is_here(locale: str) -> None:
    months = Locale.parse(locale).months
    for context in ("format", "stand-alone"):
        for number, name in months[context]["wide"].items():
            assert month_named(name) == number


@pytest.mark.parametrize("locale", ARABIC_LOCALES)
def test_every_weekday_name_of_cldr_is_here(locale: str) -> None:
    for number, name in Locale.parse(locale).days["format"]["wide"].items():
        assert WEEKDAYS[fold_word(name)] == number


@pytest.mark.parametrize(
    ("names", "number"),
    [
        ("يناير جانفي", 1),
        ("فيفري فبراير شباط", 2),
        ("مارس آذار اذار", 3),
        ("أبريل ابريل إبريل أفريل نيسان", 4),
        ("مايو ماي أيار ايار أيّار", 5),
        ("يونيو يونيه جوان حزيران", 6),
        ("يوليو يوليه يوليوز جويلية تموز تمّوز", 7),
        ("أغسطس غشت أوت أغشت آب", 8),
        ("سبتمبر شتنبر شتمبر أيلول ايلول", 9),
        ("أكتوبر اكتوبر", 10),
        ("نوفمبر نونبر", 11),
        ("ديسمبر دجنبر دجمبر", 12),
    ],
)
def test_what_the_press_writes(names: str, number: int) -> None:
    assert {month_named(name) for name in names.split()} == {number}


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("تشرين أول", 10),
        ("تشرين الثاني", 11),
        ("كانون اول", 12),
        ("كانون ثاني", 1),
        ("ذي القعدة", 11),
        ("جمادى الآخرة", 6),
    ],
)
def test_names_of_two_words(name: str, number: int) -> None:
    assert month_named(name) == number


@pytest.mark.parametrize("name", ["تشرين", "كانون", "ربيع", "جمادى", "الثلاثاء", "", "شهر"])
def test_half_a_name_is_no_month(name: str) -> None:
    assert month_named(name) is None


@pytest.mark.parametrize("word", ["ماي", "مارس", "جوان", "أوت", "آب", "نيسان", "رمضان", "رجب", "شباط"])
def test_words_of_other_meanings_need_evidence(word: str) -> None:
    assert MONTHS[(fold_word(word),)].need >= WEAK
    assert MONTHS[(fold_word("نونبر"),)].need == PLAIN
