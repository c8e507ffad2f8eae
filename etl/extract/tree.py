"""A page as elements and blocks of text: the types that the HTML readers share. Mutable inside a page.

Hints are bits of `html_hints.Hint`: an element's `own` by its names, `hints` with its ancestors'.
"""

from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(slots=True)
class Element:
    """A block element: its place in the tree, its own hints, and the span of its blocks.

    `node` is the parser's own number of it where it may be asked for, else 0.
    """

    tag: str
    name: str
    parent: int
    own: int
    first: int
    heading: str
    node: int
    last: int = 0
    hints: int = 0


@dataclass(slots=True)
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
    links: int = 0
    hints: int = 0
    image: int = -1
    prose: bool = False


@dataclass(slots=True)
class Tree:
    """A page's block elements in document order (a parent before its children) and its blocks.

    `paywalled` says whether an element without any text is named for a paywall; `signed` are the links
    whose address may be a writer's.
    `chars` and `linked` are the characters, all and linked, before each block: what an element holds is
    a difference of two.
    """

    elements: list[Element] = field(default_factory=list)
    blocks: list[TextBlock] = field(default_factory=list)
    paywalled: bool = False
    signed: list[LexborNode] = field(default_factory=list)
    chars: list[int] = field(default_factory=list)
    linked: list[int] = field(default_factory=list)
