"""Numbers in figures of three systems, in words, and in both."""

import pytest
from pyarabic.number import ArNumbers

from etl.text.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("اثنا عشر ألفا", [12000]),
        ("اثني عشر", [12]),
        ("ألفين وثلاثمئة", [2300]),
        ("مائتي جندي", [200]),
        ("مئتان وخمسون ألفا", [250000]),
        ("ثلاثة ملايين ونصف المليون", [3500000]),
        ("خمسمائة وثلاثة وعشرون", [523]),
        ("تسعة عشر", [19]),
        ("أحد عشر لاعبا", [11]),
        ("واحد وعشرون", [21]),
        ("عشرين ألف و مئتين", [20200]),
        ("عام ألفين وأربعة وعشرين", [2024]),
        ("مليار ومئتا مليون وثلاثة آلاف", [1200003000]),
        ("ألف مليون", [1000000000]),
        ("نصف مليون دولار", [500000]),
        ("ربع مليار", [250000000]),
        ("ثلاثة وأربعة", [3, 4]),
        ("٣ ملايين و٥٠٠ ألف", [3500000]),
        ("2.3 مليون", [2300000]),
        ("15 ألفًا", [15000]),
        ("ب5 ملايين", [5000000]),
        ("۱۲۳٬۴۵۶", [123456]),
        ("12,500.75", [12500.75]),
        ("1.250.000 دينار", [1250000]),
        ("1 250 000 درهم", [1250000]),
        ("3,5 مليار", [3500000000]),
        ("ثلاثة ملايين ونصف مليون", [3500000]),
        ("84.000 دولار", [84000]),
        ("1.250 نقطة", [1.25]),
        ("1.250 طن، بنسبة 3,5 و12 في المائة", [1250, 3.5, 12]),
        ("1.250 درهم بتغير 2.25 و3,5", [1.25, 2.25, 3.5]),
        ("ارتفع 3,5 إلى 8.372%", [3.5, 8.372]),
        ("98.000 مليون سهم", [98000000]),
        ("-4.5 درجة", [-4.5]),
        ("من 10-15", [10, 15]),
        ("3-2", [3, 2]),
        ("كوفيد-19 وشبكة 5G", [19]),
        ("الاثنين 17 يونيو", [17]),
        ("أحد المسؤولين وإحدى الصحف في وقت واحد", []),
        ("آلاف الأشخاص وملايين الدولارات", []),
        ("", []),
        ("9" * 100, []),
    ],
)
def test_values(text: str, values: list[float]) -> None:
    assert [number.value for number in find_numbers(text)] == values


@pytest.mark.parametrize(
    "text", ["30%", "٣٠٪", "٪٣٠", "30 في المئة", "ثلاثون في المائة", "ثلاثين بالمئة", "30 بالمائة", "%30"]
)
def test_percent(text: str) -> None:
    (number,) = find_numbers(f"بنسبة {text} هذا العام")
    assert (number.value, number.percent) == (30, True)


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("نحو اثنَيْ عشرَ ألفًا من", "اثنَيْ عشرَ ألفًا"),
        ("بلغ ١٢٫٥ في المئة فقط", "١٢٫٥ في المئة"),
        # مائة is respelt for the reading, and a respelt word is shown whole.
        ("وبخمسمائة دولار", "وبخمسمائة"),
        ("قتل 15 ألف شخص", "15 ألف"),
        ("وثلاثمئة كتاب", "ثلاثمئة"),
    ],
)
def test_places(text: str, stated: str) -> None:
    found = [text[number.start : number.end] for number in find_numbers(text)]
    assert found == [stated]


@pytest.mark.parametrize(
    "value", [*range(2, 130), 200, 345, 999, 1000, 2000, 3012, 11000, 12345, 987654, 2500000]
)
def test_reads_what_pyarabic_writes(value: int) -> None:
    words = ArNumbers().int2str(str(value))
    assert [number.value for number in find_numbers(words)] == [value]
