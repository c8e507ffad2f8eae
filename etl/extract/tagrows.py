"""The short rows after the last paragraph to the tags among them that no label names. Pure.

Many sites print the tags of an article bare, one to a line or in one row. They share the words of the
article, have no grammar of a sentence, and stand before the buttons and the lists of other stories.
"""

from etl.extract.form import Form, key_of
from etl.extract.prose import REPORTS, is_name, stems
from etl.extract.rows import Draft, Row
from etl.extract.rules import Reach
from etl.model import BlockKind

_RULE = "tail.tags.row/1"
# Headers that announce the subjects of the article on some sites, other stories on others.
_SUBJECTS = frozenset(
    map(
        key_of,
        (
            "مواضيع",
            "المواضيع",
            "موضوعات",
            "الموضوعات",
            "المزيد عن",
            "المزيد حول",
            "في هذا الخبر",
            "ذكر في هذا الخبر",
        ),
    )
)
_WORDS = 4
_ROW_WORDS = 24
_MOST = 20
_LIST = 3
_SHORTEST = 3
_FAR = 14
_STEM = 4
_LEAST_SHARE = 0.5
_FUNCTION = frozenset(
    key_of(
        "في من على إلى عن مع بعد قبل هل كيف لماذا ماذا متى أين بين حول ضد أن لا لم لن ما هذا هذه ذلك خلال عند منذ قد إن أو ثم حتى بسبب رغم وسط نحو لدى تحت فوق دون ب ل"
        " إثر عبر وفق سوف ليس كما التي الذي بشأن لأول مرة اليوم غدا أمس"
    ).split()
)


def mark_tag_rows(draft: Draft, last: int) -> None:
    """Find the first group of bare tags after the last paragraph, and take it where it fits the article."""
    rows = draft.rows
    if rows[last].form.colon:
        return
    subject = False
    index = last + 1
    while index < min(last + _FAR, len(rows)):
        row = rows[index]
        if (
            row.verdict is not None
            and row.reach is Reach.SECTION
            and row.label_only
            and row.form.key not in _SUBJECTS
        ):
            _take_below_list(draft, index, last)
            return
        if row.verdict is not None:
            subject = row.label_only and row.form.key in _SUBJECTS
            if not subject and not _passes(row):
                return
            index += 1
            continue
        group = _group(draft, index)
        if not group:
            if row.prose or subject:
                return
            index += 1
            continue
        _take(draft, group, last, subject=subject)
        return


def _take_below_list(draft: Draft, header: int, last: int) -> None:
    """Take tags that stand under a list of titles: three or more short lines, nearly all of the article's words."""
    rows, index = draft.rows, header + 1
    while (
        index < min(header + _FAR, len(rows))
        and rows[index].verdict is None
        and rows[index].form.words >= _WORDS
    ):
        index += 1
    group = [place for place in _group(draft, index) if rows[place].form.words < _WORDS]
    text = _article_stems(draft, last)
    fit = sum(_share(rows[place].form, text) >= 1 for place in group)
    listed = index > header + 1 or (index < len(rows) and rows[index].verdict is not None)
    if not listed:
        end = group[-1] + 1 if group else index
        listed = end >= len(rows) or rows[end].verdict is not None
    if listed and len(group) >= _LIST and 3 * fit >= 2 * len(group):
        for place in group:
            draft.put(place, BlockKind.TAGS, _RULE)


def _passes(row: Row) -> bool:
    """Tell whether the article's own rows can follow: not after the header of a list of others."""
    if row.kind is BlockKind.TAGS:
        return False
    if row.reach in (Reach.INLINE, Reach.SECTION):
        return not row.label_only
    return row.reach is not Reach.OUTSIDE and not (
        row.reach is Reach.END and row.kind is BlockKind.BOILERPLATE
    )


def _group(draft: Draft, start: int) -> list[int]:
    rows, group = draft.rows, []
    for index in range(start, min(start + _MOST, len(rows))):
        row = rows[index]
        if row.verdict is not None or index in draft.blocks or not _is_tag_like(row):
            break
        group.append(index)
    return group


def _is_tag_like(row: Row) -> bool:
    form = row.form
    if (
        form.end_mark
        or form.colon
        or form.bullet
        or form.numbered
        or form.quoted
        or len(form.key) < _SHORTEST
    ):
        return False
    if row.part.pieces:
        return all(len(piece.split()) <= _WORDS + 1 for piece in row.part.pieces)
    if _is_clause(form) or ":" in row.part.text or (row.prose and form.words > _ROW_WORDS):
        return False
    return form.words <= _ROW_WORDS


def _is_clause(form: Form) -> bool:
    """Tell whether a row has the words of a sentence: a headline nearly always has, a tag has not."""
    if form.tokens[0] in REPORTS:
        return True
    long = form.words > _WORDS
    return any(
        token in _FUNCTION
        or (long and token[0] == "ي" and len(token) >= _WORDS)
        or (long and place > 0 and token[0] == "ت" and len(token) > _WORDS)
        for place, token in enumerate(form.tokens)
    )


def _take(draft: Draft, group: list[int], last: int, *, subject: bool) -> None:
    rows = draft.rows
    text = _article_stems(draft, last)
    after = rows[group[-1] + 1] if group[-1] + 1 < len(rows) else None
    if after is not None and after.verdict is None and after.prose:
        return
    told = {row.form.key for row in rows[:last] if row.form.words <= _WORDS}
    shares = [max(_share(rows[index].form, text), float(rows[index].form.key in told)) for index in group]
    signed = draft.has(BlockKind.AUTHOR)
    while group and not signed and not shares[0] and is_name(rows[group[0]].form):
        group, shares = group[1:], shares[1:]
    if not group or sum(share > 0 for share in shares) < _LEAST_SHARE * len(group):
        return
    long = [index for index in group if rows[index].form.words > _WORDS and not rows[index].part.pieces]
    if len(long) > 1 or (long and max(shares) < _LEAST_SHARE):
        return
    alone = len(group) == 1 and not rows[group[0]].part.pieces and not subject
    if alone and (rows[group[0]].form.words < _WORDS or shares[0] < _LEAST_SHARE):
        return
    for index in group:
        draft.put(index, BlockKind.TAGS, _RULE)


def _share(form: Form, text: frozenset[str]) -> float:
    own = {stem[:_STEM] for stem in stems(form.tokens)} or {token[:_STEM] for token in form.tokens}
    return len(own & text) / len(own) if own else 0.0


def _article_stems(draft: Draft, last: int) -> frozenset[str]:
    """Give the short stems of title and body; an article has few enough words to take them all."""
    rows = draft.rows
    kinds = (BlockKind.BODY, BlockKind.SUBHEAD, BlockKind.TITLE)
    own = [index for index, block in draft.blocks.items() if block.kind in kinds and index <= last]
    return frozenset(stem[:_STEM] for index in own[:200] for stem in stems(rows[index].form.tokens))
