"""A page as elements and blocks of text: the types that the HTML readers share. Mutable inside a page.

Hints are bits of `html_hints.Hint`: an element's `own` by its names, `hints` with its ancestors'.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


# Elements and blocks are made by the functions below: a page has hundreds, and a class that is called with its
# fields takes three times as long as one that is called without any.
@dataclass(slots=True, init=False)
class Element:
    """A block element: its place in the tree, its own hints, and the span of its blocks.

    `make` is the tag and the first name; `node` is the parser's own number of it where it may be asked for, else 0.
    """

    tag: str
    name: str
    parent: int
    own: int
    first: int
    heading: str
    make: str
    node: int
    last: int
    hints: int


@dataclass(slots=True, init=False)
class TextBlock:
    """A run of text: the element it stands in, how much of it is link or bold, what stands before it.

    `image` is the element of a picture without any text between it and this block, or -1; `prose`
    says whether it is running text by itself.
    """

    text: str
    element: int
    tag: str
    linked: int
    bold: int
    after_break: bool
    links: int
    hints: int
    image: int
    prose: bool


@dataclass(slots=True)
class Tree:
    """A page's block elements in document order (a parent before its children) and its blocks.

    `empty` are the elements without any text; `signed` are the links whose address may be a writer's.
    `chars` and `linked` are the characters, all and linked, before each block: what an element holds is
    a difference of two.
    """

    elements: list[Element] = field(default_factory=list)
    blocks: list[TextBlock] = field(default_factory=list)
    empty: list[LexborNode] = field(default_factory=list)
    signed: list[LexborNode] = field(default_factory=list)
    chars: list[int] = field(default_factory=list)
    linked: list[int] = field(default_factory=list)


def block_element(  # noqa: PLR0913, PLR0917
    tag: str, name: str, parent: int, own: int, first: int, heading: str, make: str, node: int
) -> Element:
    """Make an element that begins before the block `first`; it holds none as yet."""
    element = Element()
    element.tag = tag
    element.name = name
    element.parent = parent
    element.own = own
    element.first = element.last = first
    element.heading = heading
    element.make = make
    element.node = node
    element.hints = 0
    return element


def text_block(  # noqa: PLR0913, PLR0917
    pieces: Sequence[str],
    element: int,
    tag: str,
    linked: int = 0,
    bold: int = 0,
    links: int = 0,
    image: int = -1,
    after_break: bool = False,  # noqa: FBT001, FBT002  # a keyword costs as much as the block's fields
) -> TextBlock:
    """Make a block of the texts that stand in it, any run of white space one space."""
    text = "".join(pieces).strip()
    # A space is the one white space that is printable; most texts hold no other, and no two in a row.
    if "  " in text or not text.isprintable():
        text = " ".join(text.split())
    block = TextBlock()
    block.text = text
    block.element = element
    block.tag = tag
    block.linked = linked
    block.bold = bold
    block.after_break = after_break
    block.links = links
    block.hints = 0
    block.image = image
    block.prose = False
    return block
