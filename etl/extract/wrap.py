"""Hard-wrapped text: which lines are one paragraph. Pure.

A text saved from a terminal or a mail breaks each paragraph at a width; its lines have no full
stop and look like headlines one by one. Judged together they are the paragraph they were.
"""

from dataclasses import replace

from etl.extract.form import form_of
from etl.extract.prose import is_firm, is_prose, reports
from etl.extract.rows import Row

_WIDEST = 120
_NARROWEST = 35
_FULL = 0.9
_FEWEST = 4


def joined(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Give the rows with the lines of one wrapped paragraph judged as that paragraph is."""
    lengths = sorted(len(row.part.text) for row in rows)
    width = lengths[-1] if lengths else 0
    if len(rows) < _FEWEST or not _NARROWEST <= width <= _WIDEST:
        return rows
    result: list[Row] = []
    start = 0
    for index in range(1, len(rows) + 1):
        if index == len(rows) or not _goes_over(rows, start, index, width):
            result.extend(_as_paragraph(rows[start:index]))
            start = index
    return tuple(result)


def _goes_over(rows: tuple[Row, ...], start: int, index: int, width: int) -> bool:
    """Tell whether the line before `index` was broken for its width alone."""
    before, row = rows[index - 1], rows[index]
    if row.part.after_blank or before.form.end_mark or before.form.colon or row.form.bullet:
        return False
    if row.verdict is not None and row.label_only:
        return False
    is_title_above = index == 1 and start == 0 and reports(row.form)
    # A line is broken where its next word would not have fitted.
    fitted = len(before.part.text) + 1 + len(row.part.text.split(None, 1)[0])
    return fitted >= _FULL * width and not is_title_above


def _as_paragraph(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    if len(rows) == 1:
        return rows
    form = form_of(" ".join(row.part.text for row in rows))
    if not rows[-1].form.end_mark or not is_prose(form) or rows[0].verdict is not None:
        return rows
    firm = is_firm(form)
    return tuple(replace(row, verdict=None, prose=True, firm=firm) for row in rows)
