"""The same article in another keyboard's letters names the same entities."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.io.reference import read_linker
from etl.settings import PROJECT
from etl.text.letters import display

ARTICLES = (
    "أعلنت وزارة الخارجية الأمريكية أن وزير الخارجية الأمريكي أنتوني بلينكن سيزور المغرب وتونس. وقال بلينكن إن الأمم المتحدة تدعم ليبيا.",
    "قال المدير العام للأمن الوطني عبد اللطيف حموشي في الرباط إن المديرية العامة للأمن الوطني تعاونت مع مكتب التحقيقات الفيدرالي.",
    "بحث الرئيس الفرنسي إيمانويل ماكرون ونظيره الجزائري عبد المجيد تبون العلاقات بين باريس والجزائر، وأشاد ماكرون بالجيش الجزائري.",
)
MOROCCO = (
    "أشرف عامل إقليم تاونات، سيدي صالح داحا، على تدشين مشاريع. وأكد داحا أن المندوبية الإقليمية للصحة بالمغرب شاركت فيها.",
    "استقبل الملك محمد السادس بالدار البيضاء وزير الخارجية السعودي الأمير فيصل بن فرحان. وذكر بلاغ للديوان الملكي أن المغرب يشكره.",
    "قال نائب وكيل الملك عادل بنعمر في الرباط إن المحكمة الابتدائية أدانت المتهم، وأحالته على الفرقة الوطنية للشرطة القضائية.",
)
GULF = (
    "قالت هيئة الطرق والمواصلات في دبي إن الإمارات سباقة، وأكد وزير الداخلية الكويتي الشيخ خالد الجراح الصباح دعم مجلس الأمة.",
    "أعلن الديوان الملكي السعودي أن ولي العهد الأمير محمد بن سلمان سيزور مسقط والدوحة، وأشاد بأمين عام مجلس التعاون.",
)
DEV = PROJECT.parent / "shared" / "annotated" / "dev.jsonl"


def persian(text: str) -> str:
    return text.replace("ي", "ی").replace("ك", "ک")


def american(text: str) -> str:
    return text.replace("أمريكي", "أميركي").replace("الأمريك", "الأميرك")


def marked(text: str) -> str:
    return text.replace("ال", "ا\N{ARABIC FATHA}ل").replace("م", "م\N{ARABIC SHADDA}")


def directed(text: str) -> str:
    return " ".join(f"\N{RIGHT-TO-LEFT MARK}{word}\N{ZERO WIDTH NON-JOINER}" for word in text.split(" "))


def stretched(text: str) -> str:
    return text.replace("ست", "س\N{ARABIC TATWEEL}ت")


def spaced(text: str) -> str:
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def bare_alif(text: str) -> str:
    return re.sub("[أإآ]", "ا", text)


def haa(text: str) -> str:
    return re.sub(r"ة(?!\w)", "ه", text)


def dotted(text: str) -> str:
    return re.sub(r"ى(?!\w)", "ي", text)


def joined(text: str) -> str:
    return re.sub(r"(?<!\w)عبد ال", "عبدال", text)


def apart(text: str) -> str:
    return re.sub(r"(?<!\w)عبدال", "عبد ال", text)


TWINS = (persian, american, marked, directed, stretched, spaced)
"""Nothing may change: the letters are the same to a reader."""
SPELLINGS = (*TWINS, bare_alif, haa, dotted, joined, apart)
"""Nothing may change either, as the press spells: hamza, ة, ى and عبد are written both ways."""


def entities(text: str) -> tuple[set[str], set[str], set[str]]:
    found = read_linker().link("", display(text))
    return (
        set(found.countries),
        {each.official_id for each in found.officials},
        {each.agency_id for each in found.agencies},
    )


@settings(max_examples=40)
@given(
    article=st.sampled_from((*ARTICLES, *MOROCCO, *GULF)),
    twins=st.lists(st.sampled_from(SPELLINGS), min_size=1, max_size=4),
)
def test_twins_name_the_same(article: str, twins: list[Callable[[str], str]]) -> None:
    twin = article
    for change in twins:
        twin = change(twin)
    assert entities(twin) == entities(article)
    assert all(entities(article))


@settings(max_examples=40)
@given(article=st.sampled_from((*ARTICLES, *MOROCCO, *GULF)), seed=st.randoms(use_true_random=False))
def test_marks_and_strokes_anywhere_name_the_same(article: str, seed: Random) -> None:
    marks = (
        "\N{ARABIC FATHA}\N{ARABIC DAMMA}\N{ARABIC KASRA}\N{ARABIC SHADDA}\N{ARABIC SUKUN}\N{ARABIC TATWEEL}"
    )
    twin = "".join(
        letter + (seed.choice(marks) if letter in "بتثجحخسشصضطظعغفقكلمنه" and seed.random() < 0.3 else "")
        for letter in article
    )
    assert entities(twin) == entities(article)


@pytest.mark.skipif(not Path(DEV).is_file(), reason=f"{DEV} is not here: only the owner's machine has it")
@pytest.mark.parametrize("change", SPELLINGS, ids=lambda change: change.__name__)
def test_twins_of_press_articles_name_the_same(change: Callable[[str], str]) -> None:
    with DEV.open(encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            assert entities(change(text)) == entities(text), line[:40]
