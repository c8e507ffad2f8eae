"""Line sequence to blocks. Pure."""

from etl.extract.body import BodyReader
from etl.extract.head import read_head
from etl.extract.lead import find_lead
from etl.extract.rows import Counts, Draft, rows_of
from etl.extract.tail import read_tail
from etl.extract.wrap import joined
from etl.model import Block


def classify_lines(lines: tuple[str, ...]) -> tuple[Block, ...]:
    """Decide on every non-empty line what it is, so that nothing is lost and each choice is named.

    A block for each line, in order; a line that glues several parts gives several blocks with its
    number. The cost is linear in the text.
    """
    rows = joined(rows_of(lines))
    draft = Draft(rows=rows)
    counts = Counts(rows)
    lead = find_lead(draft, counts)
    if lead is None:
        read_head(draft, len(rows), counts)
    else:
        read_head(draft, lead, counts)
        read_tail(draft, BodyReader(draft, lead, counts).read())
    return tuple(draft.blocks[index] for index in range(len(rows)))
