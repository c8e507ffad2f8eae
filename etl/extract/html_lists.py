"""An element of the page to the list of links that it is, as one block, or to none. Pure.

A third of a page's elements are in menus and lists of other stories.
"""

from selectolax.lexbor import LexborNode

from etl.extract.html_hints import Hint
from etl.extract.tree import Tree, text_block

LISTS = Hint.NAV | Hint.FOOTER | Hint.RELATED | Hint.SIDEBAR
"""The names of what may be a list."""

LIST_CHARS = 300
"""A list has more text than this; a shorter one is read as it is."""

_LINK_CHARS, _LINKED_SHARE = 140, 0.7
_STORY_PARTS = "p,br,h1,table,article,script,style,[itemprop]"


Start = tuple[int, LexborNode, int, int, int, tuple[int, int, int, int]]
"""An open element that may be a list, and the state of the walk at its start: its index in the tree and its
node; the size of the text, the links and the picture so far; and what was counted of the block to come: links,
linked and bold characters, and how many elements without text there were. A plain tuple: a page makes dozens in vain."""


def folded(tree: Tree, at: int, node: LexborNode, anchors: int | None) -> int:
    """Take a list of links, named as one and without anything that a story is set in, as one block.

    The answer is the length of its text, 0 where it is none; bread crumbs are read. `anchors` is the number
    of links in it, None where something was skipped that may hold more.
    """
    element = tree.elements[at]
    if "crumb" in element.name.lower():
        return 0
    if anchors is not None:
        chars = sum(len(block.text) - 1 for block in tree.blocks[element.first :])
        if chars > anchors * _LINK_CHARS:
            return 0
    text = " ".join(node.text(deep=True, separator=" ", skip_empty=True).split())
    if len(text) < LIST_CHARS or node.css_first(_STORY_PARTS) is not None:
        return 0
    links = node.css("a")
    linked = sum(len(link.text_lexbor() or "") for link in links)
    if len(text) > len(links) * _LINK_CHARS or linked < len(text) * _LINKED_SHARE:
        return 0
    shown = f"{text[:LIST_CHARS]}…"
    del tree.elements[at + 1 :], tree.blocks[element.first :]
    tree.blocks.append(text_block((shown,), at, "ul", linked=len(shown), links=len(links)))
    return len(shown)
