"""The date reader against the golden table of the Arab press, and the laws it keeps on any text."""

import csv
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import partial
from pathlib import Path
from time import process_time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.text.dates import STATED_FAULTS, DateReading, Precision, find_dates, read_date

GOLDEN = Path(__file__).parents[2] / "golden" / "dates.tsv"
RIYADH = timezone(timedelta(hours=3))
NOON = datetime(2024, 6, 18, 12, tzinfo=RIYADH)  # a Tuesday

read = partial(read_date, reference=NOON, zone=RIYADH)
find = partial(find_dates, reference=NOON, zone=RIYADH)


def golden() -> list[dict[str, str]]:
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_row(row: dict[str, str]) -> DateReading:
    return read_date(
        row["text"], reference=datetime.fromisoformat(row["reference"]), zone=ZoneInfo(row["zone"])
    )


def test_the_golden_table_is_as_broad_as_the_arab_press() -> None:
    rows = golden()
    assert len(rows) >= 200
    assert len({row["country"] for row in rows}) >= 12


@pytest.mark.parametrize("row", golden(), ids=lambda row: f"{row['country']} {row['text']}"[:60])
def test_every_line_of_the_golden_table(row: dict[str, str]) -> None:
    record = read_row(row).as_record()
    fields = ("date", "time", "precision", "start", "end")
    assert {field: record[field] or "" for field in fields} == {field: row[field] for field in fields}


@pytest.mark.parametrize("row", golden(), ids=lambda row: f"{row['country']} {row['text']}"[:60])
def test_a_day_is_read_from_its_span_alone(row: dict[str, str]) -> None:
    reading = read_row(row)
    start, end = reading.span
    assert 0 <= start <= end <= len(row["text"])
    if reading.date and "of_month" not in reading.reason:
        again = read_row({**row, "text": row["text"][start:end]})
        assert (again.date, again.precision) == (reading.date, reading.precision)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("وصل الوفد يوم الثلاثاء 14 نوفمبر 2023 إلى الرباط", "الثلاثاء 14 نوفمبر 2023"),
        ("زيارة في الفترة ما بين 12 و21 من شهر نونبر الجاري.", "12 و21 من شهر نونبر الجاري"),
        ("قال أمس (الاثنين) إن", "أمس (الاثنين)"),
        ("انتخب في 8 حزيران/يونيو رئيسا", "8 حزيران/يونيو"),
        ("اجتمعوا مساءَ السبتِ الماضي في", "السبتِ الماضي"),
    ],
)
def test_the_span_is_where_the_date_stands(text: str, surface: str) -> None:
    (reading,) = find(text)
    assert text[slice(*reading.span)] == surface


def test_every_date_of_a_text_in_order() -> None:
    text = "اندلعت الثورة في 17 ديسمبر 2010 وسقط النظام في 14 جانفي 2011، ثم جرت الانتخابات أمس."
    assert [reading.date for reading in find(text)] == [
        date(2010, 12, 17),
        date(2011, 1, 14),
        date(2024, 6, 17),
    ]


def test_days_that_do_not_touch_are_days_of_their_own() -> None:
    assert [reading.date for reading in find("يومي 22 و 24 مارس 2024")] == [
        date(2024, 3, 22),
        date(2024, 3, 24),
    ]


def test_a_year_said_once_holds_for_both_dates() -> None:
    assert [reading.date for reading in find("في 5 مارس و10 أبريل 2021")] == [
        date(2021, 3, 5),
        date(2021, 4, 10),
    ]


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("17 يونيو 2024 10:15 بتوقيت غرينتش", 10),
        ("17 يونيو 2024 10:15 (18,25 ت غ)", 7),
        ("17 يونيو 2024 10:15 بتوقيت القاهرة", 7),
        ("2024-06-17T10:15:00-04:00", 14),
        ("17 يونيو 2024 10:15 (GMT+0400)", 6),
        ("17 يونيو 2024 10:15", 7),
    ],
)
def test_the_instant_knows_its_zone_and_the_time_stays_as_written(text: str, hour: int) -> None:
    reading = read(text)
    assert reading.time == time(10, 15)
    assert reading.instant is not None
    assert reading.instant.astimezone(UTC) == datetime(2024, 6, 17, hour, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17 يونيو 2024 الساعة 12:00 ص", time(0, 0)),
        ("17 يونيو 2024 الساعة 12:00 م", time(12, 0)),
        ("17 يونيو 2024 الثانية عشرة والنصف ظهرا", time(12, 30)),
        ("17 يونيو 2024، 11:30 ق.ظ", time(11, 30)),
        ("17 يونيو 2024، 11:30 ب.ظ", time(23, 30)),
        ("17 يونيو 2024 الساعة الثانية بعد الظهر", time(14, 0)),
        ("17 يونيو 2024 الساعة الرابعة فجرا", time(4, 0)),
        ("17 يونيو 2024 الساعة 9 ليلا", time(21, 0)),
        ("17 يونيو 2024 الساعة 2 ليلا", time(2, 0)),
        ("17 يونيو 2024 9 صباحا", time(9, 0)),
        ("م 05:12 - 17 يونيو 2024", time(17, 12)),
        ("17 يونيو 2024 على الساعة 14 و55 دقيقة", time(14, 55)),
    ],
)
def test_twelve_hour_clocks(text: str, expected: time) -> None:
    reading = read(text)
    assert (reading.time, reading.date) == (expected, date(2024, 6, 17))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("وصل الوفد إلى الرباط", "no_date"),
        ("بلغ عدد الضحايا 2500", "bare_number"),
        ("17 حزيران / يوليو 2024", "month_conflict"),
        ("أغسطس/أيلول", "month_conflict"),
        ("31 فبراير 2024", "invalid_day"),
        ("45 مارس 2024", "invalid_day"),
        ("17/13/2024", "invalid_month"),
        ("11 ذو الحجة 1445 الموافق 17 يونيو 2021", "calendar_conflict"),
        ("في أكتوبر من العام نفسه", "year_of_other_text"),
        ("لقاء تيريزا ماي", "no_evidence_of_month"),
        ("سيارة نيسان 2024", "no_evidence_of_month"),
        ("ملعب 5 جويلية", "named_after_date"),
        ("منذ أيام", "vague_amount"),
        ("قبل يومين من الانتخابات", "counts_from_other_event"),
        ("اليوم العالمي للمرأة", "other_day"),
        ("الساعة 14:30", "time_without_date"),
        ("هجوم تشرين", "no_date"),
        ("شهر رمضان", "month_of_every_year"),
        ("الثلاثاء 14", "month_missing"),
    ],
)
def test_no_date_has_a_reason_and_is_never_the_first_of_january(text: str, reason: str) -> None:
    reading = read(text)
    assert (reading.precision, reading.date, reading.start, reading.reason) == (
        Precision.NONE,
        None,
        None,
        reason,
    )


@pytest.mark.parametrize(
    "text", ["نونبر 2023", "عام 2023", "الأسبوع الماضي", "من 3 إلى 5 مايو 2024", "منذ شهرين"]
)
def test_what_is_no_single_day_has_bounds_and_no_date(text: str) -> None:
    reading = read(text)
    assert reading.date is None
    assert reading.start is not None
    assert reading.end is not None
    assert reading.start <= reading.end


def test_a_weekday_that_contradicts_keeps_the_date_and_says_so() -> None:
    reading = read("الاثنين 18 يونيو 2024")
    assert (reading.date, reading.reason) == (date(2024, 6, 18), "day_month;weekday_mismatch")


def test_a_weekday_shows_that_the_coming_date_is_meant() -> None:
    assert read("الخميس 20 يونيو").date == date(2024, 6, 20)
    assert read("20 يونيو").date == date(2023, 6, 20)


def test_figures_are_day_first_and_say_when_they_cannot_be() -> None:
    assert read("05/06/2024").date == date(2024, 6, 5)
    assert (read("06/17/2024").date, read("06/17/2024").reason) == (date(2024, 6, 17), "numeric_month_first")


def test_both_calendars_give_one_reading() -> None:
    (reading,) = find("الثلاثاء 12 ذو الحجة 1445هـ الموافق 18 يونيو 2024م")
    assert (reading.date, reading.reason) == (date(2024, 6, 18), "dual_calendar")


def test_year_less_dates_in_both_calendars_find_their_year() -> None:
    # 2010 is the nearest year in which 29 Ramadan fell on 8 September.
    assert read("29 من شهر رمضان المبارك (الموافق 8 سبتمبر)").date == date(2010, 9, 8)


def test_a_naive_reference_is_refused_with_its_remedy() -> None:
    with pytest.raises(ValueError, match="aware"):
        read_date("أمس", reference=datetime(2024, 6, 18, 12), zone=RIYADH)  # noqa: DTZ001 - what must be refused


def test_the_reference_counts_in_the_zone_given() -> None:
    late = datetime(2024, 6, 18, 22, 30, tzinfo=UTC)
    assert read_date("اليوم", reference=late, zone=UTC).date == date(2024, 6, 18)
    assert read_date("اليوم", reference=late, zone=RIYADH).date == date(2024, 6, 19)


WORDS = st.sampled_from(
    "17 31 99 2024 1445 ٢٥ الاثنين الجمعة الماضي المقبل الجاري يونيو حزيران نونبر شعبان ذو الحجة هـ م ص / - , ( ) : "
    "08:57 GMT من إلى بين و منذ قبل بعد ساعات يومين أيام شهر الشهر العام عام أمس اليوم غدا الأول الحادي والعشرين عشر "
    "الساعة الثامنة مساء بتوقيت غرينتش ت غ +03:00 T Z الموافق الأسبوع الربع صيف 99999999999999 ال نصف واحد".split()
)


@settings(max_examples=400)
@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(WORDS, max_size=14).map(" ".join),
        st.lists(WORDS, max_size=9).map("".join),
    )
)
def test_no_text_raises_and_every_reading_keeps_its_law(text: str) -> None:
    for reading in (*find(text), read(text)):
        start, end = reading.span
        assert 0 <= start <= end <= len(text)
        assert reading.reason
        assert (reading.precision is Precision.INSTANT) == (
            reading.date is not None and reading.time is not None
        )
        assert (reading.start is None) == (reading.end is None)
        if reading.precision is Precision.NONE:
            assert reading.date is None
            assert reading.start is None
        elif reading.date is None:
            assert reading.start is not None
        if reading.precision in {Precision.MONTH, Precision.YEAR}:
            assert reading.date is None
    assert all(r.reason in STATED_FAULTS for r in find(text) if r.precision is Precision.NONE)


@pytest.mark.parametrize(
    "text",
    [
        "\ud800 17 يونيو 2024 \udfff",
        "17 يونيو 2024\x00",
        "\N{RIGHT-TO-LEFT MARK}17\N{RIGHT-TO-LEFT MARK} يونيو 2024",
    ],
)
def test_broken_text_does_not_hide_a_date(text: str) -> None:
    assert read(text).date == date(2024, 6, 17)


@pytest.mark.parametrize(
    "unit",
    [
        "\N{ARABIC TATWEEL}",
        "1",
        "1 و",
        "3-",
        "منذ ",
        "الثلاثاء ",
        "17 يونيو ",
        "بين 3 و",
        "\N{RIGHT-TO-LEFT MARK}",
        "10:",
        "من ",
    ],
)
def test_time_grows_with_the_length_of_the_text(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        began = process_time()
        find(text)
        return process_time() - began

    cost(5_000)
    small = min(cost(5_000) for _ in range(3))
    # Linear is 8, quadratic 64; the rest is the noise of a shared machine.
    assert any(cost(40_000) < 8 * small * 3 + 0.02 for _ in range(3))
