"""Rows amid the body to the ones of other stories: cards, stray titles, a second article's head. Pure."""

from etl.extract.form import key_of
from etl.extract.prose import dateline_parts, goes_on, overlap, stems
from etl.extract.rows import Row
from etl.extract.section import SECTION_WORDS
from etl.model import BlockKind

# Rows from a headline to its lead, and the kinds that stand between them.
HEADED = 8
_HEAD_KINDS = (BlockKind.PUBLISHED, BlockKind.AUTHOR, BlockKind.CAPTION, BlockKind.ATTRIBUTION)
_CREDITS = frozenset(
    map(key_of, ("صورة من", "مصدر الصورة", "حقوق الصورة", "الصورة من", "تصوير", "عدسة", "بعدسة", "المصور"))
)
_CAPTION = 20
_SAMPLE = 24
_SHARED = 3
_SAME_LEAD = 0.5
_SAME_HEADED = 0.35
_SAME_STORY = 0.35


def is_other_story(
    rows: tuple[Row, ...], kept: list[int], waiting: list[int], title: int, index: int
) -> bool:
    """Tell whether a paragraph is the lead of another story: its title above it, page words before that.

    A date, byline, credit or dateline between the two makes it surer than shared words alone.
    """
    if not kept or goes_on(rows[index].form):
        return False
    headed = any(
        row.kind in _HEAD_KINDS or (row.verdict is None and len(dateline_parts(row.form)) > 1)
        for row in rows[title + 1 : index]
    )
    if not headed and (len(kept) <= 1 or index - kept[-1] - 1 == len(waiting)):
        return False
    words, own = stems(rows[title].form.tokens), stems(rows[index].form.tokens)
    body = frozenset().union(*(stems(rows[place].form.tokens) for place in kept[:_SAMPLE]))
    return (
        len(words & own) >= _SHARED - headed
        and overlap(words, own) >= (_SAME_HEADED if headed else _SAME_LEAD)
        and overlap(own, body) < _SAME_STORY
    )


def are_foreign(rows: tuple[Row, ...], kept: list[int], waiting: list[int]) -> bool:
    """Tell whether lines between two paragraphs are titles that share no word with the story.

    A subhead stands alone; a list or verse is announced by a colon or closes its lines.
    """
    if len(waiting) <= 1 or not kept or rows[kept[-1]].form.colon:
        return False
    forms = [rows[index].form for index in waiting]
    if any(
        form.end_mark or form.colon or form.bullet or form.quoted or form.words <= _SHARED for form in forms
    ):
        return False
    body = frozenset().union(*(stems(rows[place].form.tokens) for place in kept[-_SAMPLE:]))
    return not any(stems(form.tokens) & body for form in forms)


def is_card(rows: tuple[Row, ...], waiting: list[int], index: int) -> bool:
    """Tell whether a line amid the text is a card of another story: under a clock or a section's word."""
    if len(waiting) <= 1:
        return False
    before, after = rows[index - 1], rows[min(index + 1, len(rows) - 1)]
    if before.verdict is not None and before.verdict.rule.id.startswith("any.clock"):
        return rows[index].form.words > _SHARED
    if index - 1 in waiting and _is_section(before):
        return rows[index].form.words > _SHARED
    return index + 1 in waiting and _is_section(rows[index]) and after.form.words > _SHARED


def is_credit_below(rows: tuple[Row, ...], index: int) -> bool:
    """Tell whether a row is nothing but the credit of a picture ("صورة من: …"), the line above its caption."""
    row, above = rows[index], rows[index - 1].form
    if row.kind is not BlockKind.CAPTION or row.form.label not in _CREDITS:
        return False
    return not (above.end_mark or above.colon) and _SHARED < above.words <= _CAPTION


def is_clip(rows: tuple[Row, ...], index: int) -> bool:
    """Tell whether a clock under a line is the length of a film, the line its title ("00:02:31")."""
    row, above = rows[index], rows[max(index - 2, 0)]
    if row.verdict is None or not row.verdict.rule.id.startswith("any.clock") or rows[index - 1].prose:
        return False
    return row.part.text.count(":") > 1 or (above.verdict is not None and above.label_only)


def _is_section(row: Row) -> bool:
    tokens = row.form.tokens
    return (
        0 < len(tokens) <= _SHARED
        and not row.form.end_mark
        and all(token in SECTION_WORDS for token in tokens)
    )
