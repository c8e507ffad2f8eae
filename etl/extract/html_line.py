"""One block to what its own markup and form say of it, without its neighbours. Pure."""

import re

from etl.extract.html_hints import OUTSIDE, Hint, hint_name
from etl.extract.html_reading import Reading
from etl.extract.tree import HEADINGS, TextBlock
from etl.model import BlockKind

ENDS = (".", "!", "?", "؟", "…", "”", "»", '"', "۔", ":", "؛", "。")
STOPS = (".", "!", "؟", "?", "…", "۔", "。", ".»", '."', ".”")
_LINK_SHARE = 0.6
_RESUME_CHARS = 120
_QUESTION_WORDS = 4
_DATED_WORDS = 14
_FULL_DATE = re.compile(
    r"(?<!\d)\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}\s[^\W\d]{3,10}(?:\s?/\s?[^\W\d]{3,10}(?:\s[^\W\d]{3,8})?)?"
    r"\s?[,،]?\s?(?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d\d\s[^\W\d]{4,9}\s?[,،]?\s?\d{1,2}\s[^\W\d]{3,}"
)


def by_markup(reading: Reading, index: int, block: TextBlock) -> bool:
    """Drop what its own markup names, and lines that are links."""
    hints = block.hints
    if hints & OUTSIDE:
        kind = BlockKind.CAPTION if hints & Hint.CAPTION else BlockKind.TAGS if hints & Hint.TAGS else None
        name = hint_name(hints & OUTSIDE)
        reading.put(index, kind or BlockKind.BOILERPLATE, f"html.hint.{name}/1",
                    reading.tree.elements[block.element].name[:60])  # fmt: skip
    elif hints & Hint.FIGURE:
        reading.put(index, BlockKind.CAPTION, "html.figure/1")
    elif block.linked and block.linked >= _LINK_SHARE * len(block.text):
        reading.drop(index, "html.linked/1")
    else:
        return False
    return True


def is_dated_line(block: TextBlock) -> bool:
    """Tell a line of place, writer and full date over the text, whatever parts it was glued of."""
    return (
        len(block.text.split()) <= _DATED_WORDS
        and not block.text.endswith(STOPS)
        and _FULL_DATE.search(block.text) is not None
        and block.tag not in HEADINGS
    )


def is_question(block: TextBlock) -> bool:
    """Tell an interview's short question; another story's title is longer."""
    return block.text.endswith(("؟", "?")) and len(block.text.split()) <= _QUESTION_WORDS


def resumes(block: TextBlock) -> bool:
    """After a widget only a whole paragraph takes the body up again."""
    return (
        len(block.text) >= _RESUME_CHARS and block.linked * 4 < len(block.text) and block.text.endswith(ENDS)
    )
