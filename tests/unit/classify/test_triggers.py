"""A trigger is tried only at words that hold an anchor of its rule: nothing may be lost by that."""

import json
from pathlib import Path

from etl.classify.cooperation_facts import _triggers
from etl.classify.cooperation_rules import RULES
from etl.text.letters import search

PASSAGES = Path(__file__).parents[2] / "golden" / "cooperation"


def test_every_trigger_that_a_search_of_the_whole_text_finds_is_tried() -> None:
    texts = [
        search(json.loads(line)["body"]).text
        for path in sorted(PASSAGES.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    found = 0
    for rule in RULES:
        for text in texts:
            if any(anchor in text for anchor in rule.anchors):
                spans = [each.span() for each in rule.trigger.finditer(text)]
                assert [each.span() for each in _triggers(rule, text)] == spans, (rule.rule_id, text)
                found += len(spans)
    assert found > 200
