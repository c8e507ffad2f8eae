"""Labelled pairs: copies as papers make them, the same event by two hands, templates and follow-ups.

`pairs.jsonl` names two texts of `pairs_texts.jsonl` and says whether they are a `copy`, one `story` told
twice, or `apart`. All are written for this test; the countries are real, everything told of them is not.
"""

import json
from collections import Counter
from functools import cache
from pathlib import Path

from etl.dedupe.compare import compare
from etl.dedupe.fingerprint import are_candidates, fingerprint
from etl.dedupe.story import ALIKE, similarity, terms
from etl.dedupe.wording import Wording, wording

FOLDER = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


@cache
def texts() -> dict[str, Wording]:
    return {row["id"]: wording(row["title"], row["body"]) for row in rows("pairs_texts.jsonl")}


def found(row: dict[str, str]) -> bool:
    one, other = texts()[row["one"]], texts()[row["other"]]
    return are_candidates(fingerprint(one), fingerprint(other)) and compare(one, other).is_copy


def test_copies_are_found_and_nothing_else_is() -> None:
    counts = Counter((row["label"] == "copy", found(row)) for row in rows("pairs.jsonl"))

    assert counts.total() >= 250
    assert counts[True, True] / (counts[True, True] + counts[False, True]) >= 0.98
    assert counts[True, True] / (counts[True, True] + counts[True, False]) >= 0.95


def test_templates_are_kept_apart_and_their_copies_found() -> None:
    templates = [row for row in rows("pairs.jsonl") if row["kind"].startswith("template: ")]
    copies = [row for row in rows("pairs.jsonl") if row["kind"].startswith("a template's copy")]

    assert len(templates) >= 60
    assert not [row for row in templates if found(row)]
    assert all(map(found, copies))


def test_one_event_told_by_two_hands_is_a_story_and_no_copy() -> None:
    told = [row for row in rows("pairs.jsonl") if row["label"] == "story"]
    alike = [similarity(terms(texts()[row["one"]]), terms(texts()[row["other"]])) >= ALIKE for row in told]

    assert not any(map(found, told))
    assert sum(alike) / len(alike) >= 0.8


def test_other_stories_are_no_story() -> None:
    other = [row for row in rows("pairs.jsonl") if row["kind"] == "another story"]

    assert len(other) == 10
    assert (
        max(similarity(terms(texts()[row["one"]]), terms(texts()[row["other"]])) for row in other) < ALIKE / 2
    )
