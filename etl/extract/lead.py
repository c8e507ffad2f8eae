"""The rows to the one that opens the body: the first prose that no rule knows and that is no headline. Pure."""

import itertools

from etl.extract.prose import goes_on, is_name, notice_words, overlap, reports, stems
from etl.extract.rows import Counts, Row
from etl.extract.rules import Reach
from etl.model import BlockKind

_LISTS = (Reach.INLINE, Reach.SECTION, Reach.END, Reach.OUTSIDE)
_FEW = 3
_NEAR = 8
_RUN = 5
_LONG_LINE = 20
# Rows that the metadata of a page can take between its two titles.
_DUMP = 40
_SAME_WORDS = 0.3
_NO_STORY = 0.12
# A title has at least this many letters; what an outlet adds to it has fewer than that.
_TITLE_CHARS = 20
_SITE_CHARS = 40


def find_lead(rows: tuple[Row, ...], counts: Counts, start: int = 0) -> int | None:
    """Give the first row that opens the body: prose that no rule knows and that is no headline.

    A page saved with its metadata tells title and summary before it shows them: where the title comes
    again after no more than a summary, the body is what follows it.
    """
    lead = _first_lead(rows, counts, start)
    if lead is None:
        return None
    copy = _title_again(rows, lead, counts)
    if copy is not None:
        lead = _first_lead(rows, counts, copy + 1) or lead
    below = _below_standfirst(rows, lead)
    return lead if below is None else _first_lead(rows, counts, below) or lead


def _below_standfirst(rows: tuple[Row, ...], lead: int) -> int | None:
    """Give the row after the date, byline and buttons that stand between a standfirst and the text."""
    data, index = 0, lead + 1
    while index < min(lead + _NEAR, len(rows)) and (
        rows[index].verdict is not None or is_name(rows[index].form)
    ):
        row = rows[index]
        data += row.verdict is None
        if row.reach in (Reach.INLINE, Reach.SECTION, Reach.END):
            return None
        data += row.kind in (BlockKind.PUBLISHED, BlockKind.AUTHOR)
        data += row.verdict is not None and row.verdict.rule.id.startswith(("any.address", "ar.counter"))
        index += 1
    text = itertools.takewhile(lambda row: row.reach not in _LISTS, rows[index + 1 : index + 2 * _NEAR])
    dates = (row.kind is BlockKind.PUBLISHED for row in text)
    # In a chronology each date heads a paragraph.
    if not data or any(dates) or index >= len(rows) or not rows[index].prose or goes_on(rows[index].form):
        return None
    return index


def _title_again(rows: tuple[Row, ...], lead: int, counts: Counts) -> int | None:
    """Give the last copy of a line above the lead that comes again below it with the text after it."""
    long = {row.form.key for row in rows[:lead] if row.form.words > _FEW}
    above = {key for key in long if len(key) >= _TITLE_CHARS} | {
        row.form.key for row in rows[:lead] if row.form.key in long and counts.of(row) > 1
    }
    found, proses = None, 0
    for index in range(lead, min(lead + _DUMP, len(rows)) if above else lead):
        row = rows[index]
        if row.verdict is None and _is_copy(row.form.key, above):
            text = next((after for after in rows[index + 1 : index + _DUMP] if after.firm), None)
            own = stems(row.form.tokens)
            if text is not None and overlap(own, stems(text.form.tokens)) >= _SAME_WORDS:
                found = index
        elif row.prose and row.verdict is None:
            proses += 1
            if proses > 1:
                break
    return found


def _is_copy(key: str, above: set[str]) -> bool:
    """Tell whether a line is one of those above, which may have an outlet's name before or after it."""
    if key in above:
        return True
    return len(key) >= _TITLE_CHARS and any(
        (line.startswith(key) or line.endswith(key)) and len(line) - len(key) < _SITE_CHARS for line in above
    )


def _first_lead(rows: tuple[Row, ...], counts: Counts, start: int) -> int | None:
    for index in range(start, len(rows)):
        row = rows[index]
        if not row.prose or row.verdict is not None or (row.form.ellipsis and not _goes_well(rows, index)):
            continue
        if not row.form.stop and counts.of(row) > 1 and _repeats_soon(rows, index):
            continue
        if _is_long_title(rows, index) or _is_notice_above(rows, index):
            continue
        return _with_short_lead(rows, index)
    return None


def _with_short_lead(rows: tuple[Row, ...], index: int) -> int:
    """Begin one row above a paragraph that only goes on, where a short line without its stop opens."""
    above = rows[index - 1] if index else None
    if above is None or above.verdict is not None or not goes_on(rows[index].form):
        return index
    return index - 1 if reports(above.form) and above.form.words > _RUN else index


def _is_long_title(rows: tuple[Row, ...], index: int) -> bool:
    """Tell whether a long line without a stop is the headline: nothing above it can be, prose follows."""
    row = rows[index]
    if row.firm or reports(row.form) or index + 1 >= len(rows):
        return False
    if any(above.verdict is None and above.form.words > _FEW for above in rows[:index]):
        return False
    return any(after.firm and after.verdict is None for after in rows[index + 1 : index + 4])


def _is_notice_above(rows: tuple[Row, ...], index: int) -> bool:
    """Tell whether prose above the text speaks of the site (cookies, terms, a subscription), not of the news."""
    if notice_words(rows[index].form) < _FEW:
        return False
    near = rows[index + 1 : index + _DUMP]
    own = stems(rows[index].form.tokens)
    return any(row.firm and overlap(own, stems(row.form.tokens)) < _NO_STORY for row in near)


def _goes_well(rows: tuple[Row, ...], index: int) -> bool:
    """Tell whether a row that ends in an ellipsis is followed by prose, not cut off as a teaser is."""
    return index + 1 < len(rows) and rows[index + 1].prose and rows[index].form.words >= _LONG_LINE


def _repeats_soon(rows: tuple[Row, ...], index: int) -> bool:
    near = rows[max(0, index - 8) : index] + rows[index + 1 : index + 9]
    return any(row.form.key == rows[index].form.key for row in near)
