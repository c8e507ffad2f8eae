"""What holds for any text at all: idempotence, maps that lead back, no exception, linear time."""

import re
import unicodedata
from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.text.doublet_tables import FAMILIES, MONTHS, TRANSCRIBED
from etl.text.language import language
from etl.text.letterforms import _ALPHABET, to_search
from etl.text.letters import _edits, _tidy, _with_marks, applied, display, fold, search
from etl.text.numbers import find_numbers
from etl.text.sentences import sentences
from etl.text.stems import stem, stem_folded, stems
from etl.text.word_table import WordTable
from etl.text.words import split_clitics, tokenize

# What texts break on, and what the tables know, in any order.
PIECES = [
    *FAMILIES,
    *(old for variants in FAMILIES.values() for old in variants),
    *(name.replace("غ", "ج") for name in TRANSCRIBED),
    *MONTHS,
    *(old for names in MONTHS.values() for old in names),
    *"و ف ب ل ك س ال لل بال ون ين ات ها هم ية ي نج لاند مائة ؤوا أون مليون ألف عشر نصف خمسة د. أ.ف.ب. هـ".split(),
    *(" ", "\n", "/", "(", ")", "«", "»", ".", "؟", "...", "%", ",", "15", "2024", "3.5", "١٢٬٥٠٠", "A", "é"),
    *(
        "\N{ARABIC TATWEEL}",
        "\N{ARABIC FATHA}",
        "\N{ARABIC SHADDA}",
        "\N{ARABIC HAMZA ABOVE}",
        "\ud800",
        "\r",
    ),
    *(
        "\N{RIGHT-TO-LEFT MARK}",
        "\N{ZERO WIDTH NON-JOINER}",
        "\N{NO-BREAK SPACE}",
        "\N{LINE SEPARATOR}",
        "\0",
    ),
    *(
        "ﷺ",
        "ﻼ",
        "ی",
        "ک",
        "\N{COMBINING ACUTE ACCENT}",
        "\N{BENGALI VOWEL SIGN E}",
        "\N{BENGALI VOWEL SIGN AA}",
    ),
    *("\N{HANGUL CHOSEONG KIYEOK}", "\N{HANGUL JUNGSEONG A}"),
]
SURROGATES = st.characters(min_codepoint=0xD800, max_codepoint=0xDFFF, categories=["Cs"])
TEXTS = st.one_of(
    st.text(st.one_of(st.characters(), SURROGATES)),
    st.lists(st.sampled_from(PIECES)).map("".join),
    st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF)),
)
COMMON_TEXTS = st.text(st.sampled_from(_ALPHABET + " \n" * 20 + "\N{ARABIC FATHA}\N{ARABIC SHADDA}" * 10))


@given(text=st.one_of(TEXTS, COMMON_TEXTS))
@settings(max_examples=300)
def test_the_short_way_gives_what_the_long_way_gives(text: str) -> None:
    shown = _tidy(_with_marks(text))
    letters = to_search(shown)
    assert display(text) == shown
    assert fold(text) == applied(letters, _edits(letters))


LETTERS = r"[^\W\d_]"
WORDS = WordTable(LETTERS, str)
RUNS = re.compile(f"{LETTERS}+")


@given(st.one_of(TEXTS, COMMON_TEXTS, st.lists(st.sampled_from(PIECES[:-9])).map(" ".join)))
@settings(max_examples=300)
def test_a_table_of_words_knows_the_words_of_the_search_text(text: str) -> None:
    folded = fold(text)
    expected = RUNS.findall(folded)
    # The second time every word is known.
    for _ in range(2):
        assert WORDS.of_display(text) == expected
        assert WORDS.of_folded(folded) == expected


def test_a_table_asks_of_each_word_once() -> None:
    asked: list[str] = []
    table = WordTable(LETTERS, asked.append)
    table.of_display("الأميركي والأميركيّ، 15 حزيران")
    table.of_folded(fold("الأمريكى في 15 حزيران"))
    table.of_display("الأميركي والأميركيّ، 15 حزيران")
    assert sorted(asked) == sorted({fold(each) for each in ("الأميركي", "والأميركي", "في", "يونيو")})
    table.forget()
    table.of_display("في")
    assert len(asked) == 5


@given(TEXTS)
def test_display_twice_is_display_once(text: str) -> None:
    shown = display(text)
    assert display(shown) == shown
    assert unicodedata.is_normalized("NFC", shown)
    shown.encode("utf-8")


@given(TEXTS)
def test_fold_twice_is_fold_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_the_offset_map_leads_back(text: str) -> None:
    shown = display(text)
    found = search(shown)
    assert found.text == fold(text)
    assert found.span(0, len(found.text))[1] == len(shown)
    before = 0
    for place in range(len(found.text)):
        start, end = found.span(place, place + 1)
        assert 0 <= before <= start < end <= len(shown)
        assert fold(shown[start:end]) or not found.text[place].strip()
        before = start


@given(TEXTS)
def test_every_reader_takes_any_text_and_places_are_true(text: str) -> None:
    assert all(text[word.start : word.end] == word.text for word in tokenize(text))
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in sentences(text))
    shown = display(text)
    assert all(shown[number.start : number.end] for number in find_numbers(shown))
    find_numbers(text)
    split = split_clitics(text)
    assert text.endswith(split.stem.text)
    assert all(len(stem_folded(word)) <= len(word) for word in fold(text).split())
    assert isinstance(stem(text), str)
    assert language(text) in {"ar", "fa", "ur", "ku", "other"}


@given(TEXTS, st.sampled_from(["\N{ARABIC TATWEEL}", "\N{RIGHT-TO-LEFT MARK}", "\N{ZERO WIDTH NON-JOINER}"]))
def test_what_is_not_seen_changes_nothing(text: str, unseen: str) -> None:
    assert fold(unseen.join(display(text))) == fold(text)


READERS: dict[str, Callable[[str], object]] = {
    "display": display,
    "fold": fold,
    "search": search,
    "tokenize": tokenize,
    "sentences": sentences,
    "numbers": find_numbers,
    "stems": stems,
    "stem": stem,
    "split": split_clitics,
    "language": language,
}
HOSTILE = {
    "tatweel": "\N{ARABIC TATWEEL}",
    "marks": "ب\N{ARABIC FATHA}",
    "surrogates": "\ud800",
    "points": ".",
    "points then letters": "..ا",
    "initials": "د. ",
    "open quotes": "«؟» ",
    "one word": "ا",
    "months": "حزيران / ",
    "digits": "1",
    "groups": "1,111,",
    "number words": "ألف و",
    "spaces": "  ",
    "americans": "أميركي ",
    "jamo": "\N{HANGUL CHOSEONG KIYEOK}\N{COMBINING ACUTE ACCENT}\N{HANGUL JUNGSEONG A}",
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear(reader: str, unit: str) -> None:
    read = READERS[reader]

    def seconds(size: int) -> float:
        text = HOSTILE[unit] * (size // len(HOSTILE[unit]))
        start = process_time()
        read(text)
        return process_time() - start

    # 16 times the text; quadratic would be 256. Below 0.05 s the clock says nothing, and one try says
    # little: the garbage collector may walk all that the other tests left.
    assert any((long := seconds(120_000)) < 0.05 or long < 80 * seconds(7_500) for _ in range(3))


def test_ten_megabytes_of_tatweel() -> None:
    text = "\N{ARABIC TATWEEL}" * 10_000_000
    start = process_time()
    assert (display(text), fold(text)) == ("", "")
    assert process_time() - start < 5
