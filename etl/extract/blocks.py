"""Markup to elements and blocks of text in reading order, each with its hints. Pure.

A block is a run of text that a browser shows as one: text between the borders of block elements
or line breaks, wherever it stands (`<p>`, `<td>`, bare in a `<div>`). The walk is one loop with a
stack of its own, so that a hundred thousand nested tags cost memory for the stack and no more.
"""

from selectolax.lexbor import LexborNode

from etl.extract.html_hints import TAG_HINTS, Hint, attribute_hints, name_hints
from etl.extract.tree import HEADINGS, Element, TextBlock, Tree

_SKIPPED = frozenset(
    ("script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "select", "button", "textarea",
     "input", "head", "title", "meta", "link", "video", "audio", "canvas", "map", "math", "picture", "source",
     "datalist", "progress", "meter", "-comment", "!doctype", "param", "track", "applet", "frameset", "hr",
     "amp-analytics", "option", "col", "colgroup", "wbr")
)  # fmt: skip
_INLINE = frozenset(
    ("b", "i", "em", "strong", "u", "s", "small", "big", "sub", "sup", "font", "mark", "abbr", "acronym", "cite",
     "code", "q", "del", "ins", "dfn", "kbd", "samp", "var", "tt", "bdi", "bdo", "nobr", "ruby", "rt", "rb", "rp", "strike",
     "data", "blink", "center-inline", "o:p", "st1:place")
)  # fmt: skip
_INLINE_NAMED = frozenset(("span", "a", "time", "label"))
_BOLD_TAGS = frozenset(("b", "strong"))
# An inline part under one of these hints stands apart from the sentence around it.
_APART = int(
    Hint.NAV | Hint.COMMENTS | Hint.RELATED | Hint.SHARE | Hint.ADVERT | Hint.HIDDEN | Hint.CAPTION | Hint.TAGS
    | Hint.EMBED | Hint.AUTHOR_BOX | Hint.META
    | Hint.SECTION | Hint.AUTHOR
)  # fmt: skip
_LISTS = Hint.NAV | Hint.FOOTER | Hint.RELATED | Hint.SIDEBAR
_LINK_CHARS, _LIST_CHARS, _LINKED_SHARE = 140, 300, 0.7
_STORY_PARTS = "p,br,h1,table,article,script,style,[itemprop]"
ELEMENTS_READ_AT_MOST = 200_000


class _Reader:
    """The state of one walk. The loop is written out in full: it runs for every node of every page."""

    __slots__ = (
        "actions",
        "bold",
        "bolded",
        "broken",
        "buffer",
        "current",
        "element",
        "image",
        "link",
        "linked",
        "links",
        "pruning",
        "tree",
    )

    def __init__(self, actions: dict[str, int], *, pruning: bool) -> None:
        self.actions = actions
        self.pruning = pruning
        self.tree = Tree()
        self.current = -1
        self.element: Element | None = None
        self.buffer: list[str] = []
        self.link = self.bold = self.linked = self.bolded = self.links = 0
        self.broken = False
        self.image = -1

    def run(self, root: LexborNode) -> Tree:  # noqa: C901  # a call for each node would cost a fifth more
        """Walk the subtree of `root` in reading order."""
        self.open(root.tag or "body", root.attributes, root.mem_id)
        actions, buffer = self.actions, self.buffer
        stack: list[tuple[LexborNode, int]] = []
        node, seen = root.first_child, 0
        while True:
            while node is None:
                if not stack:
                    self.close()
                    return self.tree
                node, action = stack.pop()
                if action > _SKIP:
                    self.leave(action)
                node = node.next
            tag = node.tag or ""
            if tag == "-text":
                text = node.text_content or ""
                if not text.isspace():
                    buffer.append(text)
                    if self.link or self.bold:
                        self.count(text)
                elif buffer:
                    buffer.append(" ")
                node = node.next
                continue
            action = actions.get(tag, _BLOCK)
            if action >= _ENTERED:
                seen += 1
                action = self.enter(node, tag, action)
            child = None if action == _SKIP or seen > ELEMENTS_READ_AT_MOST else node.first_child
            if child is not None:
                stack.append((node, action))
                node = child
            else:
                if action > _SKIP:
                    self.leave(action)
                node = node.next

    def count(self, text: str) -> None:
        """Count the characters of a text node that is linked or bold."""
        shown = len(text.strip())
        if self.link:
            self.linked += shown
        if self.bold:
            self.bolded += shown

    def enter(self, node: LexborNode, tag: str, action: int) -> int:
        """Act on a start tag; the answer says what its end tag does."""
        if action == _BLOCK:
            self.open(tag, node.attributes, node.mem_id)
            element = self.element
            if (
                element is not None
                and element.own & _LISTS
                and self.pruning
                and self.list(node, element.name)
            ):
                self.close()
                return _SKIP
            return _CLOSE
        if action == _IMAGE:
            self.image = self.current
            return _SKIP
        if action == _BREAK:
            self.flush()
            self.broken = True
            return _SKIP
        if action == _BOLD:
            self.bold += 1
            return _UNBOLD
        return self._named(node, tag)

    def _named(self, node: LexborNode, tag: str) -> int:
        """Act on an inline element that may stand apart from its sentence by its name."""
        attributes = node.attributes
        above = self.element
        # The links of a named list of tags are shown apart, whatever stands between them.
        tagged = tag == "a" and above is not None and above.own & Hint.TAGS
        if tagged or (attributes and self._apart(attributes)):
            self.open(tag, attributes, node.mem_id)
            return _CLOSE_LINK if tag == "a" else _CLOSE
        if tag != "a":
            return _PASS
        self.link += 1
        self.links += 1
        return _UNLINK

    @staticmethod
    def _apart(attributes: dict[str, str | None]) -> int:
        name = attributes.get("class")
        found = name_hints(name) if name else 0
        if "itemprop" in attributes or "style" in attributes or "hidden" in attributes:
            found |= attribute_hints(attributes)
        return found & _APART

    def open(self, tag: str, attributes: dict[str, str | None], node: int) -> None:
        """Begin a block element."""
        if self.buffer:
            self.flush()
        self.broken = False
        name, own = "", TAG_HINTS.get(tag, 0)
        if attributes:
            name = attributes.get("class") or ""
            others = len(attributes) - (1 if name else 0)
            if others:
                if identity := attributes.get("id"):
                    name = f"{name} {identity}"
                    others -= 1
                if others:
                    own |= attribute_hints(attributes)
            if name and tag != "body":
                own |= name_hints(name)
        above = self.element
        elements = self.tree.elements
        heading = tag if tag in HEADINGS else above.heading if above is not None else ""
        self.element = Element(tag, name, self.current, own, len(self.tree.blocks), heading, node)
        self.current = len(elements)
        elements.append(self.element)
        if tag == "a":
            self.link += 1

    def list(self, node: LexborNode, name: str) -> bool:
        """Take a list of links, named as one and without anything that a story is set in, as one block.

        A third of a page's elements are in menus and lists of other stories. Bread crumbs are read.
        """
        if "crumb" in name.lower():
            return False
        text = " ".join(node.text(deep=True, separator=" ").split())
        # A query costs as much as walking a short list.
        if len(text) < _LIST_CHARS or node.css_first(_STORY_PARTS) is not None:
            return False
        links = node.css("a")
        linked = sum(len(link.text(deep=True)) for link in links)
        if len(text) > len(links) * _LINK_CHARS or linked < len(text) * _LINKED_SHARE:
            return False
        shown = f"{text[:_LIST_CHARS]}…"
        self.tree.blocks.append(
            TextBlock(shown, self.current, "ul", len(shown), 0, after_break=False, links=len(links))
        )
        return True

    def close(self) -> None:
        """End the current block element."""
        if self.buffer:
            self.flush()
        self.broken = False
        element = self.element
        if element is None:
            return
        element.last = len(self.tree.blocks)
        self.current = element.parent
        self.element = self.tree.elements[self.current] if self.current >= 0 else None

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
        buffer = self.buffer
        text = " ".join((buffer[0] if len(buffer) == 1 else "".join(buffer)).split())
        buffer.clear()
        element = self.element
        if text and element is not None:
            self.tree.blocks.append(
                TextBlock(
                    text,
                    self.current,
                    element.heading or element.tag,
                    self.linked,
                    self.bolded,
                    self.broken,
                    self.links,
                    image=self.image,
                )
            )
            self.image = -1
        self.linked = self.bolded = self.links = 0


# What an end tag does; the first two, nothing.
_PASS, _SKIP, _CLOSE, _UNLINK, _UNBOLD, _CLOSE_LINK = range(6)
# What a start tag asks for, beside the two.
_ENTERED = _BLOCK = 10
_BREAK, _BOLD, _NAMED, _IMAGE = 11, 12, 13, 14
_ACTIONS = (
    dict.fromkeys(_SKIPPED, _SKIP) | dict.fromkeys(_INLINE, _PASS) | dict.fromkeys(_INLINE_NAMED, _NAMED)
    | dict.fromkeys(_BOLD_TAGS, _BOLD) | {"br": _BREAK, "img": _IMAGE, "amp-img": _IMAGE}
)  # fmt: skip
_ACTIONS_WITH_NOSCRIPT = {tag: action for tag, action in _ACTIONS.items() if tag != "noscript"}


def read_tree(root: LexborNode, *, noscript: bool = False, whole: bool = False) -> Tree:
    """Read the element `root` into block elements and blocks; hints are the elements' own as yet.

    At most 200,000 elements are entered; no news page has a tenth of them.
    A list of links is one block unless `whole` is asked for.
    With `noscript` its content is read too: an unclosed one swallows a whole page.
    """
    return _Reader(_ACTIONS_WITH_NOSCRIPT if noscript else _ACTIONS, pruning=not whole).run(root)
