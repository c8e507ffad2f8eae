"""Where sentences of the press end, and where they only seem to."""

import pytest

from etl.text.sentences import sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["قال تود د. روبنسون إن النمو بلغ 3.5٪.", "هل يستمر؟", "نعم!"],
        ["قال الرئيس: «سنعود.", "لن نستسلم.»", "وأضاف أن الحرب انتهت."],
        ["سأل «هل ستأتي؟» فلم يجب.", "وغادر!"],
        ["فيلم «من أنت؟» للمخرج أ.د. سامي يعرض غدا…", "في القاهرة"],
        ["«هل يأتي؟» قال الوزير.", "نعم"],
        ["أعلنت أ.ف.ب. الخبر.", "J. Smith said hello.", "He left."],
        ["في عام 2023.", "وقال"],
        ["عام 1445 هـ.", "وبعد"],
        ["الساعة 9 م.", "وغادر"],
        ["رقم 3.5 مليون؛", "ثم زاد"],
        ["الموقع www.example.com/arabic مفيد.", "نعم"],
        ["الرئيس يصل..", "والوفد يستقبله"],
        ["باريس (أ.ف.ب.) أعلنت الحكومة فوزها.", "ثم عادت"],
        ["هكذا قال (في القاهرة.)", "ثم عاد"],
        ["بلغ ١٢٫٥.", "ثم هبط"],
        ["وصل الوفد إلى ص.ب. 12.", "ثم عاد"],
    ],
)
def test_sentences(parts: list[str]) -> None:
    text = " ".join(parts)
    found = sentences(text)
    assert [sentence.text for sentence in found] == parts
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in found)


def test_a_full_stop_without_a_space() -> None:
    assert [found.text for found in sentences("زاد بنسبة ٣٫٥٪.وأضاف المصدر.ثم عاد")] == [
        *("زاد بنسبة ٣٫٥٪.", "وأضاف المصدر.", "ثم عاد")
    ]


def test_a_newline_ends_a_sentence_and_a_list_number_does_not() -> None:
    text = "القائمة\n1. البند الأول\n2. البند الثاني\nأ. فرع\n\n- بند"
    assert [found.text for found in sentences(text)] == [
        *("القائمة", "1. البند الأول", "2. البند الثاني", "أ. فرع", "- بند")
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "* * *", "....", " \ud800 "])
def test_nothing_said(text: str) -> None:
    assert sentences(text) == ()
