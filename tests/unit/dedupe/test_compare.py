import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.dedupe.alignment import Run, runs, slots
from etl.dedupe.compare import compare
from etl.dedupe.differing import is_spelt_alike
from etl.dedupe.wording import wording

TITLE = "افتتاح جسر جديد فوق نهر أبي رقراق"
PARAGRAPHS = (
    "افتتحت السلطات المغربية، يوم الجمعة، جسرا جديدا فوق نهر أبي رقراق يربط بين الرباط وسلا بعد ثلاث سنوات من الأشغال.",
    "وقال مدير المشروع كريم بنعلي إن الجسر سيستقبل خمسين ألف سيارة في اليوم وسيخفف الضغط عن وسط المدينتين.",
    "وبلغت الكلفة 640 مليون درهم، وشارك في البناء أكثر من ألف عامل ومهندس من ثماني شركات محلية.",
    "ورحب سكان الضفتين بالافتتاح، وتوقع تجار أن تنتعش الأسواق القريبة من المدخل الشمالي للجسر.",
)
BODY = "\n".join(PARAGRAPHS)


def is_copy(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return compare(wording(*one), wording(*other)).is_copy


def test_runs_are_found_where_paragraphs_were_moved() -> None:
    one = tuple("ا ب ج د ه و ز ح ط ي".split())
    other = tuple("و ز ح ط ي ا ب ج د ه".split())

    assert runs(one, other) == (Run(0, 5, 5), Run(5, 0, 5))


def test_a_slot_is_what_one_place_holds_in_each_text() -> None:
    one, other = (
        tuple("قتل 3 في حادث سير قرب فاس امس".split()),
        tuple("قتل 3 في حادث قطار قرب فاس امس".split()),
    )

    [slot] = slots(one, other, runs(one, other))

    assert (slot.one, slot.other) == (("سير",), ("قطار",))


@pytest.mark.parametrize(
    "other",
    [
        ("الرباط وسلا.. جسر ثالث يخفف الزحام", BODY),
        (TITLE, "\n".join(PARAGRAPHS[:2])),
        (TITLE, f"الرباط (أ ف ب) - {BODY}"),
        (TITLE, "\n".join(reversed(PARAGRAPHS))),
        (TITLE, BODY.replace("أ", "ا").replace("ة ", "ه ").replace("640", "٦٤٠")),
        (TITLE, BODY.replace("640", "650")),
    ],
    ids=["retitled", "cut", "dateline", "moved", "spelling", "one figure corrected"],
)
def test_what_a_paper_does_to_a_text_leaves_a_copy(other: tuple[str, str]) -> None:
    assert is_copy((TITLE, BODY), other)


def test_the_same_form_about_something_else_is_no_copy() -> None:
    other = BODY
    for old, new in (
        ("المغربية", "المصرية"), ("أبي رقراق", "النيل"), ("الرباط", "المنيا"), ("سلا", "سمالوط"),
        ("كريم بنعلي", "شوقي البدري"), ("640", "912"), ("الجمعة", "الأحد"), ("درهم", "جنيه"),
    ):  # fmt: skip
        other = other.replace(old, new)

    likeness = compare(wording(TITLE, BODY), wording(TITLE.replace("أبي رقراق", "النيل"), other))

    assert likeness.contained > 0.7
    assert not likeness.is_copy


def test_nothing_is_a_copy_of_nothing() -> None:
    assert not is_copy(("", ""), ("", ""))
    assert not is_copy((TITLE, BODY), ("", ""))


def test_a_foreign_name_written_by_ear_is_the_same_name() -> None:
    assert is_spelt_alike("رينتس", "رينز")
    assert not is_spelt_alike("مالي", "غانا")


@settings(max_examples=60)
@given(st.lists(st.sampled_from(BODY.split()), min_size=0, max_size=80), st.integers())
def test_the_answer_is_the_same_from_both_sides(words: list[str], seed: int) -> None:
    shuffled = words.copy()
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - the same shuffle each time
    one, other = wording(TITLE, " ".join(words)), wording("", " ".join(words[:40] + shuffled))

    assert compare(one, other) == compare(other, one)


@settings(max_examples=60)
@given(st.lists(st.sampled_from("ابجده"), max_size=40), st.lists(st.sampled_from("ابجده"), max_size=40))
def test_runs_never_overlap_and_are_equal_in_both_texts(one: list[str], other: list[str]) -> None:
    found = runs(tuple(one), tuple(other))

    for run in found:
        assert one[run.one : run.one + run.length] == other[run.other : run.other + run.length]
    for starts in ([(run.one, run.length) for run in found], [(run.other, run.length) for run in found]):
        places = [place for start, length in starts for place in range(start, start + length)]
        assert len(places) == len(set(places))
