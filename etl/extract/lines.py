"""Line sequence to blocks. Pure."""

from dataclasses import replace

from etl.extract.body import BodyReader
from etl.extract.head import read_head
from etl.extract.lead import find_lead
from etl.extract.rows import Counts, Draft, Row, rows_of
from etl.extract.tail import read_tail
from etl.extract.wrap import joined
from etl.model import Block, BlockKind

_BODY = (BlockKind.BODY, BlockKind.SUBHEAD)
# A body of fewer words is none where a later lead gives this many times more.
_NOTHING = 30
_MORE = 2


def classify_lines(lines: tuple[str, ...]) -> tuple[Block, ...]:
    """Decide on every non-empty line what it is, so that nothing is lost and each choice is named.

    A block for each line, in order; a line that glues several parts gives several blocks with its
    number. The cost is linear in the text.
    """
    rows = joined(rows_of(lines))
    counts = Counts(rows)
    lead = find_lead(rows, counts)
    if lead is None:
        draft = Draft(rows=rows)
        read_head(draft, len(rows), counts)
    else:
        draft = _read(rows, lead, counts)
        again = _later_lead(draft, lead, counts)
        if again is not None:
            second = _read(rows, again, counts)
            draft = second if _body_words(second) > _MORE * _body_words(draft) else draft
    return tuple(_as_published(draft.blocks[index], row) for index, row in enumerate(rows))


def _as_published(block: Block, row: Row) -> Block:
    """Give a block its published text; one that was cut to a part of its row keeps that part."""
    return replace(block, text=row.part.published) if block.text == row.part.text else block


def _read(rows: tuple[Row, ...], lead: int, counts: Counts) -> Draft:
    draft = Draft(rows=rows)
    read_head(draft, lead, counts)
    read_tail(draft, BodyReader(draft, lead, counts).read())
    return draft


def _later_lead(draft: Draft, lead: int, counts: Counts) -> int | None:
    """Give the next lead where the first one led to next to nothing: it was a headline that reads as prose."""
    last = max((index for index, block in draft.blocks.items() if block.kind in _BODY), default=lead)
    return find_lead(draft.rows, counts, last + 1) if _body_words(draft) < _NOTHING else None


def _body_words(draft: Draft) -> int:
    return sum(draft.rows[index].form.words for index, block in draft.blocks.items() if block.kind in _BODY)
