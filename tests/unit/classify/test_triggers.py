"""Patterns are tried only where a word's look-up lets them be: nothing may be lost by that."""

import json
from functools import cache
from pathlib import Path

import pytest

from etl.classify.cooperation_facts import _APART, _MARK, _triggers
from etl.classify.cooperation_marks import IS_APART, marks, rules_by, subjects
from etl.classify.cooperation_rules import RULES
from etl.classify.cooperation_terms import Rule
from etl.classify.cooperation_words import NEAR, SUBJECTS
from etl.text.letters import fold
from etl.text.sentences import sentences

PROJECT = Path(__file__).parents[3]
PASSAGES = PROJECT / "tests" / "golden"


@cache
def texts() -> tuple[str, ...]:
    """Give the sentences of all passages and sample documents, and what is left of them without one word."""
    bodies = [
        json.loads(line)["body"]
        for path in sorted((PASSAGES / "cooperation").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    samples = sorted((PASSAGES / "inbox").glob("*.json"))
    bodies += ["\n".join(json.loads(path.read_text(encoding="utf-8"))["body"]) for path in samples]
    return tuple(fold(each.text) for body in bodies for each in sentences(body))


def triggered(rule: Rule, text: str) -> list[tuple[int, int]]:
    """Give the triggers that a search of the whole text finds and that what the rule needs stands by."""
    found = [each.span() for each in rule.trigger.finditer(text)]
    if rule.needs and not rule.needs.search(text):
        return []
    return [(s, e) for s, e in found if not rule.near or rule.near.search(text, e, e + NEAR)]


@pytest.mark.parametrize("number", range(len(RULES)), ids=[rule.rule_id for rule in RULES])
def test_every_trigger_that_a_search_of_the_whole_text_finds_is_tried(number: int) -> None:
    rule, found = RULES[number], 0
    for text in texts():
        spans = triggered(rule, text)
        if not spans:
            continue
        found += len(spans)
        assert number in rules_by(marks(text)), text
        tried = [each.span() for each in _triggers(rule, text)]
        assert tried == [each.span() for each in rule.trigger.finditer(text)], text
    assert found


def test_a_subject_is_found_by_its_words() -> None:
    found = 0
    for text in texts():
        expected = tuple(name for name, words in SUBJECTS if words.search(text))
        assert subjects(text, marks(text)) == expected
        found += len(expected)
    assert found > 150


def test_what_sets_apart_is_marked() -> None:
    for text in texts():
        if _APART.search(text, 0, len(text) - 1):
            assert marks(text) & IS_APART or _MARK.search(text, 0, len(text) - 1), text
