"""Text of an HTML block to the rule whose cue and form it has, or None. Pure.

All tables of cues in one set: those of saved texts and those that only markup brings along.
"""

from functools import lru_cache

from etl.extract import html_rules, rules_meta, rules_page, rules_related
from etl.extract.form import form_of
from etl.extract.rules import Verdict, rule_set

_RULES = rule_set((*rules_meta.RULES, *rules_related.RULES, *rules_page.RULES, *html_rules.RULES))
_JUDGED_CHARS = 900
_SHORT_CHARS = 80


def judged(text: str) -> Verdict | None:
    """Find the rule that knows a block by its text; of a longer one than any cue's, none."""
    if len(text) <= _SHORT_CHARS:
        return _short_judged(text)
    return _RULES.judge(form_of(text)) if len(text) <= _JUDGED_CHARS else None


# A site's labels and buttons stand on each of its pages.
@lru_cache(maxsize=8192)
def _short_judged(text: str) -> Verdict | None:
    return _RULES.judge(form_of(text))
