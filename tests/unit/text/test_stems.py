"""The light stemmer on the families of press vocabulary and on hard neighbours."""

import csv
from itertools import combinations
from pathlib import Path

import pytest

from etl.text.letters import fold
from etl.text.stems import stem, stems

TABLE = Path(__file__).parents[2] / "bench" / "stems.tsv"


def families() -> list[tuple[str, list[str]]]:
    with TABLE.open(encoding="utf-8") as lines:
        rows = csv.reader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return [(use, words.split()) for use, words in rows]


FAMILIES = families()


def pairs(found: list[list[str]]) -> tuple[float, float]:
    """Recall and precision over all pairs of words: same family, same stem."""
    words = [(number, stem(word)) for number, family in enumerate(found) for word in family]
    together = right = family_pairs = 0
    for (one, first), (other, second) in combinations(words, 2):
        family_pairs += one == other
        together += first == second
        right += one == other and first == second
    return right / family_pairs, right / together


def test_the_table_is_large_enough_and_no_word_stands_twice() -> None:
    assert len(FAMILIES) >= 100
    words = [word for _, family in FAMILIES for word in family]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("use", "recall", "precision"), [("design", 0.98, 0.98), ("held", 0.97, 0.98), ("examined", 0.97, 0.98)]
)
def test_families(use: str, recall: float, precision: float) -> None:
    measured = pairs([family for known, family in FAMILIES if known == use])
    assert measured[0] >= recall
    assert measured[1] >= precision


@pytest.mark.parametrize(
    "words",
    [
        "أمن أمان أمين إيمان",
        "علم عالم إعلام علامة معلم",
        "سلطة سلطان",
        "زيت زيتون",
        "بحر البحرين",
        "لبن لبنان",
        "كتاب كاتب مكتب",
        "وزير وزارة وزراء",
        "رئيس رئاسة",
        "حمل حملة",
        "ميزان ميزة",
        "بيان بين",
        "قوات قوت",
        "مدينة مدني",
        "سوري سورة",
        "تركيا ترك",
        "عمل عملية",
    ],
)
def test_neighbours_stay_apart(words: str) -> None:
    found = [stem(word) for word in words.split()]
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    "word", ["", "و", "في", "BBC", "2024", "\ud800", "ـ" * 50, "ا" * 1000, "وال", "لل", "بال"]
)
def test_any_word_has_a_stem(word: str) -> None:
    assert isinstance(stem(word), str)


def test_stems_of_a_text_are_those_of_its_words() -> None:
    text = fold("أعلنت الحكومةُ الأميركية، اليوم، عن خططها")
    assert stems(text) == tuple(stem(word) for word in text.replace(",", "").split())
