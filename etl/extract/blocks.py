"""Markup to elements and blocks of text in reading order, each with its hints. Pure.

A block is a run of text that a browser shows as one: text between the borders of block elements
or line breaks, wherever it stands (`<p>`, `<td>`, bare in a `<div>`). The walk is one loop with a
stack of its own, so that a hundred thousand nested tags cost memory for the stack and no more.
"""

from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from etl.extract.html_hints import Hint, attribute_hints, name_hints, tag_hints

_SKIPPED = frozenset(
    ("script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "select", "button", "textarea",
     "input", "head", "title", "meta", "link", "video", "audio", "canvas", "map", "math", "picture", "img", "source",
     "datalist", "progress", "meter", "-comment", "!doctype", "param", "track", "applet", "frameset", "hr",
     "amp-analytics", "amp-img", "option", "col", "colgroup", "wbr")
)  # fmt: skip
_INLINE = frozenset(
    ("b", "i", "em", "strong", "u", "s", "small", "big", "sub", "sup", "font", "mark", "abbr", "acronym", "cite",
     "code", "q", "del", "ins", "dfn", "kbd", "samp", "var", "tt", "bdi", "bdo", "nobr", "ruby", "rt", "rb", "rp", "strike",
     "data", "blink", "center-inline", "o:p", "st1:place")
)  # fmt: skip
_INLINE_NAMED = frozenset(("span", "a", "time", "label"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BOLD = frozenset(("b", "strong"))
# An inline part under one of these hints stands apart from the sentence around it.
_APART = int(
    Hint.NAV | Hint.COMMENTS | Hint.RELATED | Hint.SHARE | Hint.ADVERT | Hint.HIDDEN | Hint.CAPTION | Hint.TAGS
    | Hint.EMBED | Hint.AUTHOR_BOX | Hint.META
)  # fmt: skip
NODES_READ_AT_MOST = 400_000


@dataclass(slots=True)
class Element:
    """A block element: its place in the tree, its own hints, and the span of its blocks."""

    tag: str
    name: str
    parent: int
    depth: int
    own: int
    first: int
    last: int = 0
    hints: int = 0
    end: int = 0
    heading: str = ""


@dataclass(slots=True)
class TextBlock:
    """A run of text: the element it stands in, and how much of it is link or bold."""

    text: str
    element: int
    tag: str
    linked: int
    bold: int
    after_break: bool
    links: int = 0
    hints: int = 0


@dataclass(slots=True)
class Tree:
    """A page's block elements in document order (a parent before its children) and its blocks."""

    elements: list[Element] = field(default_factory=list)
    blocks: list[TextBlock] = field(default_factory=list)
    cut: bool = False


class _Reader:
    """The state of one walk; `run` gives the tree."""

    __slots__ = ("bold", "bolded", "broken", "buffer", "current", "link", "linked", "links", "skipped", "tree")

    def __init__(self, skipped: frozenset[str]) -> None:
        self.skipped = skipped
        self.tree = Tree()
        self.current = -1
        self.buffer: list[str] = []
        self.link = self.bold = self.linked = self.bolded = self.links = 0
        self.broken = False

    def run(self, root: LexborNode) -> Tree:
        """Walk the subtree of `root` in reading order."""
        self.open(root, root.tag or "body", None)
        stack: list[tuple[LexborNode, int]] = []
        node = root.first_child
        seen = 0
        while True:
            while node is None:
                if not stack:
                    self.close()
                    return self.tree
                above, action = stack.pop()
                self.leave(action)
                node = above.next
            seen += 1
            if seen > NODES_READ_AT_MOST:
                self.tree.cut = True
                node = None
                while stack:
                    self.leave(stack.pop()[1])
                continue
            tag = node.tag
            if tag == "-text":
                self.text(node)
                node = node.next
                continue
            action = self.enter(node, tag or "")
            child = node.first_child if action != _SKIP else None
            if child is not None:
                stack.append((node, action))
                node = child
            else:
                self.leave(action)
                node = node.next

    def text(self, node: LexborNode) -> None:
        """Take a text node into the running block."""
        text = node.text_content or ""
        self.buffer.append(text)
        if self.link or self.bold:
            shown = len(text.strip())
            if self.link:
                self.linked += shown
            if self.bold:
                self.bolded += shown

    def enter(self, node: LexborNode, tag: str) -> int:
        """Act on a start tag; the answer says what its end tag does."""
        if tag in self.skipped:
            return _SKIP
        if tag == "br":
            self.flush()
            self.broken = True
            return _SKIP
        if tag in _INLINE:
            if tag in _BOLD:
                self.bold += 1
                return _UNBOLD
            return _PASS
        if tag in _INLINE_NAMED:
            attributes = node.attributes
            hints = self._named_hints(attributes) if attributes else 0
            if hints & _APART:
                self.open(node, tag, attributes)
                return _CLOSE_LINK if tag == "a" else _CLOSE
            if tag == "a":
                self.link += 1
                self.links += 1
                return _UNLINK
            return _PASS
        self.open(node, tag, None)
        return _CLOSE

    def _named_hints(self, attributes: dict[str, str | None]) -> int:
        name = attributes.get("class")
        found = name_hints(name) if name else 0
        if "itemprop" in attributes or "style" in attributes or "hidden" in attributes:
            found |= attribute_hints(attributes)
        return found

    def open(self, node: LexborNode, tag: str, attributes: dict[str, str | None] | None) -> None:
        """Begin a block element."""
        self.flush()
        self.broken = False
        if attributes is None:
            attributes = node.attributes
        name, own = "", tag_hints(tag)
        if attributes:
            name = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip()
            if name and tag != "body":
                own |= name_hints(name)
            own |= attribute_hints(attributes)
        parent = self.current
        elements = self.tree.elements
        depth = elements[parent].depth + 1 if parent >= 0 else 0
        self.current = len(elements)
        element = Element(tag, name, parent, depth, own, len(self.tree.blocks))
        element.heading = tag if tag in HEADINGS else elements[parent].heading if parent >= 0 else ""
        elements.append(element)
        if tag == "a":
            self.link += 1

    def close(self) -> None:
        """End the current block element."""
        self.flush()
        self.broken = False
        element = self.tree.elements[self.current]
        element.last = len(self.tree.blocks)
        element.end = len(self.tree.elements)
        self.current = element.parent

    def leave(self, action: int) -> None:
        """Undo what the start tag did."""
        if action == _CLOSE:
            self.close()
        elif action == _UNLINK:
            self.link -= 1
        elif action == _UNBOLD:
            self.bold -= 1
        elif action == _CLOSE_LINK:
            self.close()
            self.link -= 1

    def flush(self) -> None:
        """End the running block; white space is shown as one space, as a browser does."""
        if not self.buffer:
            return
        text = " ".join("".join(self.buffer).split())
        self.buffer.clear()
        if text:
            element = self.tree.elements[self.current]
            self.tree.blocks.append(
                TextBlock(text, self.current, element.heading or element.tag, self.linked, self.bolded,
                          self.broken, self.links)  # fmt: skip
            )
        self.linked = self.bolded = self.links = 0


_SKIP, _PASS, _CLOSE, _UNLINK, _UNBOLD, _CLOSE_LINK = range(6)


def read_tree(root: LexborNode, *, noscript: bool = False) -> Tree:
    """Read the element `root` into block elements and blocks; hints are the elements' own as yet.

    At most 400,000 nodes are walked: `cut` says where a page holds more, which no news page does.
    With `noscript` its content is read too: an unclosed one swallows a whole page.
    """
    return _Reader(_SKIPPED - {"noscript"} if noscript else _SKIPPED).run(root)
