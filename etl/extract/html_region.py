"""Tree of blocks to the side regions that a body is broken by, and where each ends. Pure.

A list of other stories or a programme's advertisement amid a text is set as one element that begins
with its header, or between a link that offers to skip it and a line that names its end. Either tells
where the text goes on, which the words of the blocks alone do not.
"""

import re

from etl.extract.tree import Tree

_SKIP = re.compile(
    r"^\W*(?:تخط[ىي]?|تجاوز|انتقل|skip)\s(?=.{2,60}$).*(?:واصل|تابع|متابعة|مواصلة|القراءة|continue)",
    re.IGNORECASE,
)
_END = re.compile(r"^\W*(?:نهاية\s\S.{1,40}|\S.{1,40}\sنهاية|end of\s.{2,50})\W*$", re.IGNORECASE)
_FRAMES = frozenset(("table", "center", "li", "figure", "dl"))
_FURTHEST = 40
_MOST_CHARS = 2500
_PROSE_SHARE = 0.5


def skipped(tree: Tree, first: int, last: int) -> dict[int, int]:
    """Return the regions of a span that a reader is offered to skip: first block to the one behind."""
    found: dict[int, int] = {}
    behind = first
    for index in range(first, last):
        block = tree.blocks[index]
        if index < behind or not block.linked or not _SKIP.match(block.text):
            continue
        end = next(
            (at for at in range(index + 1, min(index + _FURTHEST, last)) if _END.match(tree.blocks[at].text)),
            None,
        )
        start, edge = _largest(tree, index, first, last)
        behind = end + 1 if end is not None else edge
        if behind - start > 1 and _is_short(tree, start, behind):
            found[start] = behind
    return found


def list_end(tree: Tree, header: int, first: int, last: int) -> int | None:
    """Return the block behind the list that a header opens, where both are one element; else None."""
    start, end = _largest(tree, header, first, last)
    if start != header or end - start < 2 or end >= last:  # noqa: PLR2004  # a header and an item
        return None
    linked = sum(tree.blocks[index].linked for index in range(start, end))
    return end if linked and _is_short(tree, start, end) else None


def is_alone_with_picture(tree: Tree, index: int) -> bool:
    """Tell a caption by its place: a frame of a picture and this line alone, or a break under a picture."""
    block = tree.blocks[index]
    at = block.element
    own = tree.elements[at]
    if block.after_break and block.image == at and (own.first, own.last) == (index, index + 1):
        return True
    while at >= 0:
        element = tree.elements[at]
        if element.first < index or element.last > index + 1:
            return False
        if element.tag in _FRAMES and block.image >= at:
            return True
        at = element.parent
    return False


def _largest(tree: Tree, index: int, first: int, last: int) -> tuple[int, int]:
    """Return the blocks of the largest element inside the span that begins with a block."""
    at = tree.blocks[index].element
    best = (index, index + 1)
    while at >= 0:
        element = tree.elements[at]
        if element.first < index or element.last > last or (element.first, element.last) == (first, last):
            break
        if element.first == index and not _holds_text(tree, element.first, element.last):
            best = (element.first, element.last)
        at = element.parent
    if best[1] - best[0] == 1 and (above := _one_back(tree, index, first, last)) is not None:
        return above
    return best


def _one_back(tree: Tree, index: int, first: int, last: int) -> tuple[int, int] | None:
    """Return the element that begins one block earlier: a title over the offer to skip it."""
    if index <= first:
        return None
    at = tree.blocks[index].element
    found = None
    while at >= 0:
        element = tree.elements[at]
        if element.first < index - 1 or element.last > last:
            break
        if element.first == index - 1 and element.last > index + 1:
            found = (element.first, element.last)
            break
        at = element.parent
    return found


def _holds_text(tree: Tree, first: int, last: int) -> bool:
    """Say whether more than half of a part is running text without links: then it is no list."""
    total = sum(len(tree.blocks[index].text) for index in range(first, last))
    prose = sum(
        len(tree.blocks[index].text)
        for index in range(first, last)
        if tree.blocks[index].prose and not tree.blocks[index].linked
    )
    return total > _MOST_CHARS or prose > max(_PROSE_SHARE * total, 300)


def _is_short(tree: Tree, first: int, last: int) -> bool:
    return sum(len(tree.blocks[index].text) for index in range(first, last)) <= _MOST_CHARS
