"""Display and search text: what changes, what must not, and the way back."""

import pytest

from etl.text.letterforms import to_display, to_search
from etl.text.letters import display, fold, search

TATWEEL = "\N{ARABIC TATWEEL}"


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        (f"مـ{TATWEEL}ـؤتمر", "مؤتمر"),
        (
            "\N{RIGHT-TO-LEFT EMBEDDING}الأمن\N{POP DIRECTIONAL FORMATTING}\N{ZERO WIDTH NO-BREAK SPACE}",
            "الأمن",
        ),
        ("وزیر الخارجیة الترکی", "وزير الخارجية التركي"),
        ("ﻣﺠﻠﺲ ﺍﻷﻣﻦ", "مجلس الأمن"),
        ("ﷲ", "الله"),
        ("القُدْسُ", "القُدْسُ"),
        ("مسا\N{ARABIC HAMZA ABOVE}لة", "مسألة"),
        ("واحد\N{NO-BREAK SPACE}\N{THIN SPACE} اثنان\tثلاثة", "واحد اثنان ثلاثة"),
        ("سطر \r\n سطر\rسطر\N{LINE SEPARATOR}سطر", "سطر\nسطر\nسطر\nسطر"),
        ("“قال” ‘نعم’ «لا»", "\"قال\" 'نعم' «لا»"),
        ("قبل\ud800بعد\udfff", "قبلبعد"),
        ("كتاب \N{ARABIC FATHATAN}", "كتاب"),
        ("١٢٫٥٪ و۱۲", "١٢٫٥٪ و۱۲"),
        ("", ""),
        ("تونس ـ وكالات", "تونس - وكالات"),
        ("عنوان\n ــــــــ \nنص", "عنوان\n\nنص"),
        ("مغربية \N{RIGHT-TO-LEFT MARK}ــ أميركية", "مغربية - أميركية"),
    ],
)
def test_display(published: str, shown: str) -> None:
    assert display(published) == shown


@pytest.mark.parametrize(
    "spellings",
    [
        "أميركي أمريكي امريكى آميركي",
        "أميركا أمريكا",
        "والأميركيون والأمريكيون",
        "بالأميركية بالأمريكية",
        "غواتيمالا جواتيمالا",
        "لجواتيمالا لغواتيمالا",
        "مسؤول مسئول",
        "والمسئولين والمسؤولين",
        "شؤون شئون",
        "هيئة هيأة هيئه",
        "مائة مئة",
        "ثلاثمائة ثلاثمئة",
        "مائتين مئتين",
        "بدأوا بدؤوا",
        "يقرأون يقرؤون",
        "وزرائه وزراؤه وزراءه",
        "الكونغرس الكونجرس",
        "البنتاغون البنتاجون",
        "إنجلترا إنكلترا انجلترا",
        "غوتيريش جوتيريش غوتيريس جوتيريس",
        "هونغ هونج",
        "بكينغ بكينج",
        "كيلوغرامات كيلوجرامات",
        "نيوزيلندا نيوزيلاندا",
        "ديمقراطية ديموقراطية",
        "على علي علی",
        "كتاب کتاب كِتَابٌ كـتـاب",
        "REUTERS Reuters",
        "Erdoğan Erdogan",
        "٢٠٢٤ ۲۰۲۴ 2024",
    ],
)
def test_one_search_text_for_the_spellings_of_a_word(spellings: str) -> None:
    assert len({fold(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "جزيرة غزيرة",
        "جرب غرب",
        "مجرب مغرب",
        "برج برغ",
        "جراد غراد",
        "أميرك أمريكا",
        "إجرام إغرام",
        "عالم علم",
    ],
)
def test_different_words_stay_different(words: str) -> None:
    one, other = words.split()
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("15 حزيران 2024", "15 يونيو 2024"),
        ("17 حزيران / يونيو 2024", "17 يونيو 2024"),
        ("8 يونيو (حزيران) 2022", "8 يونيو 2022"),
        ("بين أيار وتموز الماضيين", "بين مايو ويوليو الماضيين"),
        ("1 نونبر و2 دجنبر", "1 نوفمبر و2 ديسمبر"),
        ("تشرين الثاني المقبل", "نوفمبر المقبل"),
        ("مطلع شهر آب الجاري", "مطلع شهر أغسطس الجاري"),
        ("5 جويلية، 10 أوت", "5 يوليو، 10 أغسطس"),
        ("كانون الأول/ديسمبر", "ديسمبر"),
        ("حزيران/تموز", "يونيو/يوليو"),
        ("(نيسان / أبريل) الماضي", "(ابريل) الماضي"),
        ("بين يناير / ماي", "بين يناير / مايو"),
        ("يناير ( ماي", "يناير ( مايو"),
        ("نيسان باترول", "نيسان باترول"),
    ],
)
def test_a_month_has_one_search_name(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("text", ["سيارة نيسان الجديدة", "أب لثلاثة أطفال", "تيريزا ماي قالت", "حميد شباط"])
def test_no_month_where_the_word_is_another(text: str) -> None:
    months = {"ابريل", "اغسطس", "مايو", "فبراير"}
    assert months.isdisjoint(fold(text).split())


@pytest.mark.parametrize(
    ("shown", "part", "back"),
    [
        ("أعلنَ المسئولُ", "المسءول", "المسئولُ"),
        ("في 17 حزيران / يونيو 2024", "يونيو", "حزيران / يونيو"),
        ("في تشرين الثاني المقبل", "نوفمبر", "تشرين الثاني"),
        ("قرب هونج كونج وقال", "كونغ", "كونج"),
        ("مِصْرُ", "مصر", "مِصْرُ"),
        ("بعد شُباط 2024 قال", "2024", "2024"),
    ],
)
def test_a_match_is_shown_in_place(shown: str, part: str, back: str) -> None:
    found = search(shown)
    start = found.text.index(part)
    begin, end = found.span(start, start + len(part))
    assert shown[begin:end] == back


def test_any_part_of_a_respelt_word_gives_the_word() -> None:
    found = search("في تشرين الثاني قال")
    start = found.text.index("نوفمبر")
    assert {found.span(place, place + 1) for place in range(start, start + 6)} == {(3, 15)}


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 1), (0, 99)])
def test_a_span_of_another_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not within the 3 characters"):
        search("مصر").span(start, end)


def test_the_fast_way_and_the_slow_way_agree() -> None:
    # A character outside of the common alphabet sends the whole text the slow way.
    text = "أَعْلَنَ «المسئول» ۱۲٪ ی ک ﻻ Été\N{RIGHT-TO-LEFT MARK}…"
    for table in (to_display, to_search):
        assert table(text + "中") == table(text) + "中"
