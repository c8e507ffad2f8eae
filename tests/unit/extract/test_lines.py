"""Laws of the reader of lines: it never fails, loses nothing, repeats itself, costs no more than the text."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.extract.lines import classify_lines
from etl.extract.text import read_text
from etl.model import BlockKind
from etl.text.letters import display
from tests.unit.extract.marked import DOCUMENTS, read_marked

SCRAPS = sorted({line for path in DOCUMENTS.glob("*.txt") for line in read_marked(path)[0]})
LINES = st.lists(st.one_of(st.sampled_from(SCRAPS), st.text(max_size=60), st.just("")), max_size=40)


def letters_of(text: str) -> str:
    return "".join(display(text).split())


@given(LINES)
@settings(max_examples=300)
def test_any_lines_give_one_decision_each_and_lose_nothing(lines: list[str]) -> None:
    text = "\n".join(lines)
    numbered = tuple(text.splitlines())
    blocks = classify_lines(numbered)
    assert [block.line for block in blocks] == sorted(block.line for block in blocks)
    for number, line in enumerate(numbered, 1):
        parts = "".join(letters_of(block.text) for block in blocks if block.line == number)
        assert parts == "".join(letters_of(part) for part in [line])
    assert all(block.rule for block in blocks)


@given(LINES)
@settings(max_examples=100)
def test_the_same_text_gives_the_same_answer(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert read_text(text, source_id="s", url="u") == read_text(text, source_id="s", url="u")


def test_a_line_that_glues_its_source_to_its_last_sentence_is_cut() -> None:
    blocks = classify_lines(
        (
            "أعلنت وزارة التعليم نتائج امتحانات الشهادة الثانوية في جميع المحافظات اليوم.",
            "وقال الوزير إن نسبة النجاح ارتفعت هذا العام.المصدر: وكالات",
        )
    )
    assert [(block.line, block.kind) for block in blocks] == [
        (1, BlockKind.BODY),
        (2, BlockKind.BODY),
        (2, BlockKind.ATTRIBUTION),
    ]


def seconds_for(lines: tuple[str, ...]) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        classify_lines(lines)
        best = min(best, time.perf_counter() - start)
    return best


def test_the_cost_grows_with_the_text_alone() -> None:
    lines, _ = read_marked(DOCUMENTS / "egypt_daily.txt")
    small, large = seconds_for(lines * 20), seconds_for(lines * 160)
    assert large < 8 * small * 2.5


def test_one_line_of_many_megabytes_costs_no_more_than_reading_it() -> None:
    assert seconds_for((" ".join(["قال الوزير إن الاجتماع ناقش الموازنة"] * 50_000),)) < 10


DRESSES: dict[str, Callable[[str], str]] = {
    "indented": lambda line: f"\t{line}\t",
    "hard spaces": lambda line: line.replace(" ", "\N{NO-BREAK SPACE}", 3) + " \N{RIGHT-TO-LEFT MARK}",
    "a Persian keyboard": lambda line: line.replace("ي", "ی").replace("ك", "ک"),
    "vowel marks": lambda line: line.replace("ال", "ا\N{ARABIC LETTER LAM}\N{ARABIC SUKUN}"),
    "line ends of another system": lambda line: f"{line}\r",
}


@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.txt")), ids=lambda path: path.stem)
def test_the_dress_of_a_text_changes_no_decision(path: Path, dress: str) -> None:
    lines, kinds = read_marked(path)
    dressed = tuple(DRESSES[dress](line) if line else line for line in lines)
    assert [(block.line, block.kind) for block in classify_lines(dressed)] == list(kinds)


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.txt")), ids=lambda path: path.stem)
def test_empty_lines_are_no_evidence_of_their_own(path: Path) -> None:
    lines, kinds = read_marked(path)
    close = tuple(line for line in lines if line.strip())
    assert [block.kind for block in classify_lines(close)] == [kind for _, kind in kinds]
