"""Elements to the rows of like siblings that are cards of other stories. Pure.

A card is a short part with a linked title. One alone may be the story's own, a row of them is a list
of others, whatever the page calls it.
"""

from collections import defaultdict
from collections.abc import Iterable

from etl.extract.html_hints import Hint
from etl.extract.tree import HEADINGS, Element, Tree

CARD_CHARS = 420
"""A card has no more text than this."""

_CARD_TAGS = frozenset(("div", "li", "article", "section", "tr", "td", "a", "dl", "figure"))
_TEASERS = 2
_TITLE_CHARS = 15


def mark_cards(tree: Tree) -> list[Element]:
    """Mark rows of like siblings that each hold a linked title, and give them: cards of other stories."""
    marked: list[Element] = []
    for row in _rows(tree):
        cards = _cards(tree, row)
        for element in cards:
            element.own |= Hint.CARD
        marked += cards
    return marked


def _rows(tree: Tree) -> Iterable[list[Element]]:
    """Give the siblings of one tag and one first name, two at the least."""
    # Most parents have one such part: a list is made when the second is met.
    firsts: list[Element | None] = [None] * (len(tree.elements) + 1)
    siblings: dict[int, list[Element]] = {}
    for element in tree.elements:
        if element.tag in _CARD_TAGS and element.last > element.first:
            parent = element.parent
            if (first := firsts[parent]) is None:
                firsts[parent] = element
            elif parent in siblings:
                siblings[parent].append(element)
            else:
                siblings[parent] = [first, element]
    linked = tree.linked
    rows: list[list[Element]] = []
    for children in siblings.values():
        if linked[children[-1].last] == linked[children[0].first]:
            # No card is without a link.
            continue
        if len(children) > _TEASERS or _is_teaser(tree, children[0]):
            named: defaultdict[str, list[Element]] = defaultdict(list)
            for element in children:
                named[element.make].append(element)
            rows += [row for row in named.values() if len(row) > 1]
    return rows


def _cards(tree: Tree, row: list[Element]) -> list[Element]:
    """Give the cards of a row where most of it are cards; two are enough of excerpts under linked titles."""
    if len(row) == _TEASERS:
        return row if all(_is_teaser(tree, element) and _is_card(tree, element) for element in row) else []
    cards = [element for element in row if _is_card(tree, element)]
    return cards if len(cards) > _TEASERS and len(cards) * 2 > len(row) else []


def _is_teaser(tree: Tree, element: Element) -> bool:
    """Tell an excerpt under a linked title, which two of a kind are enough of."""
    title = tree.blocks[element.first]
    behind = element.last - element.first > 1 and tree.blocks[element.first + 1]
    return (
        title.tag in HEADINGS
        and title.linked >= len(title.text) > _TITLE_CHARS
        and bool(behind and behind.prose)
    )


def _is_card(tree: Tree, element: Element) -> bool:
    """Tell a card: it has a title that is a link, and little else."""
    total = tree.chars[element.last] - tree.chars[element.first]
    linked = tree.linked[element.last] - tree.linked[element.first]
    if total > CARD_CHARS or not linked:
        return False
    if linked * 2 > total:
        return True
    blocks = tree.blocks[element.first : element.last]
    first = blocks[0]
    titled = any(
        (block.tag in HEADINGS and block.linked * 2 > len(block.text)) or block.tag == "a"
        for block in blocks[:3]
    )
    return titled or (
        len(blocks) > 1 and first.linked * 2 > len(first.text) and len(first.text) > _TITLE_CHARS
    )
