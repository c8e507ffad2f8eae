"""Folding and stemming in SQL equal those of etl.text, and the patterns are what its tables give."""

import csv
from functools import cache
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.io.marts import make_macros, make_tables
from etl.text.doublet_tables import FAMILIES, MONTHS, TRANSCRIBED
from etl.text.letters import fold
from etl.text.stems import stem_folded
from etl.text.words import _DECISIONS
from tests.bench.make_search_patterns import TARGET, content

FAMILY_TABLE = Path(__file__).parents[2] / "bench" / "stems.tsv"
NAMES = Path(__file__).parents[3] / "sql" / "reference" / "official_alias.csv"
LETTERS = st.characters(min_codepoint=0x621, max_codepoint=0x652)
PIECES = [
    *FAMILIES, *(old for variants in FAMILIES.values() for old in variants), *TRANSCRIBED, *MONTHS,
    *(old for variants in MONTHS.values() for old in variants),
    *"و ف ب ل ك س ال لل بال وال ون ين ات ان ها هم هما كم نا وا تم ية ي ة ت يست است نج جو لاند مائة ؤوا أون شهر في من".split(),
    *' \n . ، ؛ 15 ٢٠٢٤ ( ) / - « » " A é ـ َ ّ ی ک ﻻ'.split(" "), " ",
]  # fmt: skip
TEXTS = st.one_of(st.text(LETTERS), st.lists(st.sampled_from(PIECES)).map(" ".join))


@cache
def connection() -> duckdb.DuckDBPyConnection:
    opened = duckdb.connect()
    make_tables(opened)
    make_macros(opened)
    return opened


def folded(texts: list[str]) -> list[str]:
    rows = connection().execute("SELECT fold_ar(each) FROM (SELECT unnest($1::VARCHAR[]) AS each)", [texts])
    return [text for (text,) in rows.fetchall()]


def stemmed(words: list[str]) -> dict[str, str]:
    return dict(connection().execute("FROM stems_ar($1::VARCHAR[])", [words]).fetchall())


def vocabulary() -> list[str]:
    with FAMILY_TABLE.open(encoding="utf-8") as lines:
        families = [
            words.split() for _, words in csv.reader((x for x in lines if x[0] != "#"), delimiter="\t")
        ]
    with NAMES.open(encoding="utf-8") as lines:
        names = [word for row in csv.DictReader(lines) for word in row["alias"].split()][:3000]
    return sorted({word for family in families for word in family} | set(names))


def test_the_patterns_are_those_of_the_tables() -> None:
    assert TARGET.read_text(encoding="utf-8") == content(), (
        "python -m tests.bench.make_search_patterns --write"
    )


def test_words_of_the_press_fold_and_stem_alike() -> None:
    words = vocabulary()
    assert len(words) > 2000
    assert folded(words) == [fold(word) for word in words]
    bare = sorted(
        {word for each in words for word in fold(each).split()} | {each + "ياس" for each in _DECISIONS}
    )
    assert stemmed(bare) == {word: stem_folded(word) for word in bare}


def test_words_of_two_spellings_fold_alike() -> None:
    spelt = [
        clitic + word + end
        for word in PIECES
        if len(word) > 3
        for clitic in ("", "و", "بال")
        for end in ("", "ية")
    ]
    assert folded(spelt) == [fold(word) for word in spelt]


@settings(max_examples=25)
@given(st.lists(TEXTS, min_size=10, max_size=20))
def test_any_arabic_text_folds_alike(texts: list[str]) -> None:
    assert folded(texts) == [fold(text) for text in texts]


@settings(max_examples=15)
@given(
    st.lists(
        st.text(st.sampled_from("ءابتثجحخدرسشعفقكلمنهوي"), min_size=1, max_size=26), min_size=50, max_size=80
    )
)
def test_any_letters_stem_alike(words: list[str]) -> None:
    assert stemmed(words) == {word: stem_folded(word) for word in words}


@pytest.mark.parametrize("words", [[], [None], [""], ["ا" * 5000]])
def test_stems_of_anything(words: list[str | None]) -> None:
    assert (
        connection().execute("SELECT count(*) FROM stems_ar($1::VARCHAR[])", [words]).fetchone() is not None
    )
