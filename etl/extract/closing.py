"""The short rows after the last paragraph: which of them still belong to the text. Pure."""

from etl.extract.prose import WIRES, dateline_parts, goes_on
from etl.extract.rows import Draft, Row

# How a translated statement frames its text.
_END_OF_TEXT = "نهايه النص"
_SHARED = 3
_REPEAT_WORDS = 8
_STOPLESS = 0.5


def is_signature(row: Row) -> bool:
    """Tell whether a line names the agency of the article, alone or with a place or a reporter."""
    parts = dateline_parts(row.form)
    return len(parts) > 1 and any(token in WIRES for token in row.form.tokens)


def belongs(draft: Draft, kept: list[int], row: Row, *, alone: bool) -> bool:
    """Tell whether a short last line goes on with the line before it: a list, an answer."""
    form, before = row.form, draft.rows[kept[-1]]
    least = _SHARED - (goes_on(form) and form.stop)
    if (goes_on(form) or form.stop) and not form.ellipsis and form.words >= least:
        return True
    numbered = form.numbered and before.form.numbered
    if before.form.colon or numbered or (form.bullet and before.form.bullet) or form.key == _END_OF_TEXT:
        return True
    # A list without marks lasts until the first empty line.
    if draft.blocks[kept[-1]].rule == "body.list/1" and not row.part.after_blank:
        return len(kept) > 1 and _in_list(draft, kept)
    if before.part.text.rstrip().endswith(("؟", "?")):
        return form.bullet or ":" in row.part.text[:30]
    stopless = sum(not draft.rows[index].form.stop for index in kept) / len(kept)
    fewest = _REPEAT_WORDS - 1 if alone else _REPEAT_WORDS + 2
    return stopless >= _STOPLESS and form.words >= fewest and row.part.after_blank == before.part.after_blank


def is_asked(rows: tuple[Row, ...], waiting: list[int], place: int) -> bool:
    """Tell whether a short line is a question whose answer is the next one."""
    asks = rows[waiting[place]].part.text.rstrip().endswith(("؟", "?"))
    return asks and place + 1 < len(waiting) and rows[waiting[place + 1]].form.stop


def _in_list(draft: Draft, kept: list[int]) -> bool:
    """Tell whether the list items at the end of the body follow a line that announced them."""
    blocks, rows = draft.blocks, draft.rows
    heads = (
        index for index in reversed(kept) if blocks[index].rule != "body.list/1" or rows[index].form.colon
    )
    head = next(heads, None)
    return head is not None and rows[head].form.colon
