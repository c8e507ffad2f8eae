"""Topics of articles: codes, scores, the honest uncertain, sections, and the model file."""

import csv
from pathlib import Path

import numpy as np
import pytest

from etl.classify import topics
from etl.classify.topic_cues import CUE_WORDS
from etl.classify.topic_features import CODES, PLACES, cue_stems, cues, places, read_words, weighed
from etl.classify.topic_weak import is_typical, weak_label

ROOT = Path(__file__).parents[3]

ARTICLES = {
    "15": (
        "الوداد يفوز بالديربي",
        "فاز فريق الوداد على الرجاء بهدفين في مباراة الجولة الأخيرة من الدوري، وسجل المهاجم الهدفين.",
    ),
    "02": (
        "تفكيك شبكة لترويج المخدرات",
        "أوقفت الشرطة خمسة أشخاص وأحالتهم على النيابة العامة بتهمة ترويج المخدرات، وأمر القاضي بسجنهم.",
    ),
    "17": ("حالة الطقس", "تكون السماء غائمة مع أمطار رعدية متفرقة وانخفاض في درجات الحرارة ورياح قوية."),
    "04": (
        "البنك المركزي يخفض سعر الفائدة",
        "خفض البنك المركزي سعر الفائدة وسط تراجع التضخم وارتفاع أسهم البورصة.",
    ),
    "16": (
        "قصف مدفعي على الجبهة",
        "قتل جنود في قصف مدفعي وغارات جوية، وقال الجيش إن قواته صدت هجوم المسلحين في المعركة.",
    ),
    "07": (
        "لقاح جديد",
        "قالت وزارة الصحة إن المستشفيات تسلمت اللقاح، ونصح الأطباء المرضى بتلقي العلاج ضد الفيروس.",
    ),
    "11": (
        "البرلمان يصوت",
        "صوت نواب البرلمان على منح الثقة للحكومة، وقال زعيم المعارضة إن الأحزاب ستطعن في الانتخابات.",
    ),
}


@pytest.mark.parametrize("code", ARTICLES)
def test_an_article_gets_its_topic(code: str) -> None:
    found = topics.classify(*ARTICLES[code])
    assert found[0].topic_code == f"medtop:{code}000000"


def test_scores_fall_and_at_most_one_topic_is_primary() -> None:
    for title, body in ARTICLES.values():
        found = topics.classify(title, body)
        assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
        assert 1 <= len(found) <= 4
        assert sum(each.is_primary for each in found) <= 1
        assert all(
            each.is_primary == (each is found[0] and each.score >= topics.UNCERTAIN_BELOW) for each in found
        )
        assert sum(each.score for each in found) <= 1.001


def test_a_text_about_nothing_is_uncertain() -> None:
    found = topics.classify("", "نعم لا ربما هكذا")
    assert not any(each.is_primary for each in found)


def test_no_text_has_no_topic() -> None:
    assert topics.classify("", " \n") == ()


def test_a_section_that_names_a_topic_speaks_for_it() -> None:
    title, body = "لقاء اليوم", "تحدث الضيف عن مسيرته الطويلة وعن خططه في الموسم المقبل."
    plain = {each.topic_code: each.score for each in topics.classify(title, body)}
    told = {each.topic_code: each.score for each in topics.classify(title, body, "رياضة")}
    assert told["medtop:15000000"] > plain.get("medtop:15000000", 0.0)
    assert topics.classify(title, body, "أخبار") == topics.classify(title, body)


def test_the_same_text_in_other_spellings_scores_the_same() -> None:
    assert topics.classify("", "أعلنت الحكومة الأميركيّة") == topics.classify("", "اعلنت الحكومة الأمريكية")


def test_codes_are_those_of_the_reference() -> None:
    with (ROOT / "sql" / "reference" / "topic.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert sorted(row["topic_code"] for row in rows) == list(topics.read_model().codes)
    assert len(rows) == len(CUE_WORDS) == 17
    assert all(row["name_ar"] and row["name_en"] for row in rows)


def test_model_is_small_and_holds_no_object() -> None:
    assert topics.MODEL_FILE.stat().st_size < 10_000_000
    with np.load(topics.MODEL_FILE, allow_pickle=False) as stored:
        assert {stored[name].dtype.kind for name in stored.files} <= {"i", "f", "U"}
    assert topics.read_model().weights.shape == (PLACES, 17)


def test_a_model_of_another_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.npz"
    np.savez(path, format=np.int64(99))
    with pytest.raises(ValueError, match="model format 99"):
        topics.read_model(path)


def test_a_long_text_is_read_to_the_end_of_its_lead() -> None:
    lead = "كلمة مفيدة " * 150
    assert read_words("", lead) == read_words("", lead + "رياضة ملعب " * 5000)


def test_words_stems_and_letters_have_length_one_each() -> None:
    found, repeated = places(read_words("", "أوقفت الشرطة خمسة أشخاص وأحالتهم على النيابة العامة"))
    values = weighed(found, repeated, np.ones(PLACES, np.float32))
    for low, high in ((0, PLACES // 2), (PLACES // 2, PLACES * 3 // 4), (PLACES * 3 // 4, PLACES)):
        block = values[(found >= low) & (found < high)]
        assert np.linalg.norm(block) == pytest.approx(1.0, rel=1e-5)


def said(title: str, body: str) -> dict[str, float]:
    found = cues(read_words(title, body))
    return {code[7:9]: float(one) for code, one in zip(CODES, found, strict=True) if one}


def test_a_cue_counts_once_and_most_in_the_title() -> None:
    assert said("", "ملعب ملعب الملعب") == said("", "ملعب")
    assert said("ملعب", "")["15"] > said("", "ملعب")["15"]


def test_a_phrase_speaks_in_any_form_of_its_words() -> None:
    assert said("", "وعن التعاون الأمني")["02"] == said("", "بالتعاون الأمني")["02"] >= 3.0
    assert "02" not in said("", "التعاون الثقافي")


def test_no_cue_speaks_for_more_than_two_topics() -> None:
    assert {len(columns) for columns in cue_stems().values()} <= {1, 2}
    assert all(CUE_WORDS[code].split() for code in CUE_WORDS)


def label(corpus: str, section: str, title: str, body: str) -> str | None:
    return weak_label(corpus, section, cues(read_words(title, body)))


def test_a_section_that_is_a_topic_is_taken_at_its_word_and_an_open_one_is_not() -> None:
    assert label("sanad", "Sports", "", "نص") == "medtop:15000000"
    assert label("ant", "localNews", "", "نص بلا دليل") is None
    burning = ("نشوب حريق ومصرع شخصين", "اندلع حريق ولقي شخصان مصرعهما وتدخلت الحماية المدنية")
    assert label("ant", "localNews", *burning) == "medtop:03000000"
    with pytest.raises(KeyError):
        label("other", "News", "", "نص")


def test_an_announcement_is_not_typical_of_the_section_it_stands_in() -> None:
    announced = cues(read_words("", "وقعت الدائرة مذكرة تفاهم مع وفد زائر بحضور المدير العام."))
    told = cues(read_words("", "أطلقت شركة آبل هاتفا ذكيا بشاشة أكبر ونظام تشغيل جديد للإنترنت."))
    assert not is_typical("sanad", "Tech", announced)
    assert is_typical("sanad", "Tech", told)
    assert is_typical("sanad", "Culture", announced)
