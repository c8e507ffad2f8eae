"""The rows after the body: the article's own tags and source, and everything else. Pure."""

from etl.extract.rows import Draft, Row
from etl.extract.rules import Reach
from etl.model import BlockKind

_VALUE_WORDS = 6
_TAG_WORDS = 5
_MOST_TAGS = 20


def read_tail(draft: Draft, start: int) -> None:
    """Decide on every row from `start` on.

    Tags and source count until the first paragraph of another story, and the first source only: a
    page that appends a second article appends its source too.
    """
    own, lists = True, False
    cue = ""
    for index in range(start, len(draft.rows)):
        if index in draft.blocks:
            continue
        row = draft.rows[index]
        if row.verdict is not None and row.reach in (Reach.INLINE, Reach.SECTION):
            cue, lists = row.verdict.evidence, True
        own = own and not (row.verdict is None and row.prose)
        if own and _is_own(draft, row, lists=lists):
            draft.put_verdict(index)
            _mark_values(draft, index)
        elif row.verdict is None:
            rule = "tail.other.story/1" if row.prose else "ar.related.title/1" if cue else "tail.short/1"
            draft.drop(index, rule, cue)
        else:
            draft.drop(index, f"tail.other.{row.verdict.rule.kind}/1", row.verdict.evidence)


def _is_own(draft: Draft, row: Row, *, lists: bool) -> bool:
    if row.kind is BlockKind.TAGS:
        return True
    if row.kind is BlockKind.ATTRIBUTION:
        if lists and row.verdict is not None and row.verdict.rule.id == "ar.source.agency/1":
            return False
        return not any(block.rule == "ar.source.line/1" for block in draft.blocks.values())
    if row.kind in (BlockKind.AUTHOR, BlockKind.PUBLISHED):
        return not lists and row.kind is not None and not draft.has(row.kind)
    return False


def _mark_values(draft: Draft, label: int) -> None:
    """Give the short rows after a lone label (source, tags) to that label."""
    row = draft.rows[label]
    if row.verdict is None or not row.label_only or row.kind not in (BlockKind.TAGS, BlockKind.ATTRIBUTION):
        return
    is_tags = row.kind is BlockKind.TAGS
    if row.verdict.rule.id == "ar.source.agency/1":
        return
    most, words = (_MOST_TAGS, _TAG_WORDS) if is_tags else (1, _VALUE_WORDS)
    for index in range(label + 1, min(label + 1 + most, len(draft.rows))):
        after = draft.rows[index]
        known = after.verdict is not None and after.kind is not BlockKind.ATTRIBUTION
        if known or after.prose or after.form.words > words or after.form.colon:
            return
        draft.put(index, row.verdict.rule.kind, row.verdict.rule.id, row.verdict.evidence)
