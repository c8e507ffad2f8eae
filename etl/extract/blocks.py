"""Markup to elements and blocks of text in reading order, each with its hints. Pure.

A block is a run of text that a browser shows as one: text between the borders of block elements
or line breaks, wherever it stands (`<p>`, `<td>`, bare in a `<div>`). The walk is one loop with a
stack of its own, so that a hundred thousand nested tags cost memory for the stack and no more.

A third of a page's elements show nothing at all (icons, empty slots of adverts). So a block element
is made when the first text, link or picture in it is met, and not at its start tag.
"""

from selectolax.lexbor import LexborNode

from etl.extract.html_hints import HINTING, Hint, attribute_hints, name_hints, traits
from etl.extract.html_lists import LIST_CHARS, LISTS, Start, folded
from etl.extract.html_tags import (
    BLOCK,
    BOLD,
    BREAK,
    CLOSE,
    CLOSE_LINK,
    CLOSE_NAMED,
    IMAGE,
    KINDS,
    KINDS_WITH_NOSCRIPT,
    NAMED,
    PASS,
    SKIP,
    STORY_SKIP,
    STORY_TAGS,
    TEXT,
    UNBOLD,
    UNLINK,
    unnumbered,
)
from etl.extract.tree import Element, TextBlock, Tree

# An inline part under one of these hints stands apart from the sentence around it.
_APART = int(
    Hint.NAV | Hint.COMMENTS | Hint.RELATED | Hint.SHARE | Hint.ADVERT | Hint.HIDDEN | Hint.CAPTION | Hint.TAGS
    | Hint.EMBED | Hint.AUTHOR_BOX | Hint.META
    | Hint.SECTION | Hint.AUTHOR
)  # fmt: skip
_TAGS = Hint.TAGS
_APART_BY = frozenset(("itemprop", "style", "hidden"))
_LINKS = (UNLINK, CLOSE_LINK)
ELEMENTS_READ_AT_MOST = 200_000


class _Reader:
    """The state of one walk. The loop is written out in full: it runs for every node of every page."""

    __slots__ = (
        "anchors", "bold", "bolded", "broken", "buffer", "complete", "current", "element", "image", "kinds", "link", "linked",
        "links", "lists", "made", "pruning", "size", "stack", "story", "tree", "unread",
    )  # fmt: skip

    def __init__(self, kinds: dict[int, tuple[int, str]], *, pruning: bool, complete: bool) -> None:
        self.kinds = kinds
        self.pruning = pruning
        self.complete = complete
        self.tree = Tree()
        self.current = -1
        # Above the root stands nothing.
        self.element = Element("", "", -1, 0, 0, "", 0)
        self.buffer: list[str] = []
        # Open elements with what their end tag does and their names; the first `made` are in the tree.
        self.stack: list[tuple[LexborNode, int, str]] = []
        self.made = 0
        self.link = self.bold = self.linked = self.bolded = self.links = self.anchors = 0
        self.broken = False
        self.image = -1
        self.lists: list[Start] = []
        # How many elements the tree had at the last part that a story is set in, and at the last that was skipped.
        self.story = self.unread = 0
        # Characters of the blocks and number of texts: no less than the whole text with a space between any two of them.
        self.size = 0

    def run(self, root: LexborNode) -> Tree:  # noqa: C901, PLR0912, PLR0915  # a call for each node would cost a fifth more
        """Walk the subtree of `root` in reading order."""
        kinds, buffer, stack = self.kinds, self.buffer, self.stack
        stack.append((root, CLOSE, root.tag or "body"))
        self.make()
        node, seen = root.first_child, 0
        while True:
            while node is None:
                node, action, tag = stack.pop()
                if self.made > len(stack):
                    self.made = len(stack)
                    if action == CLOSE:
                        self.close()
                    else:
                        self.leave(action)
                elif action > SKIP:
                    self.pass_by(node, action, tag)
                if not stack:
                    return self.tree
                node = node.next
            # A number, and the question whether a text is empty, cost a third of a tag's name or a text.
            kind = node.tag_id
            if kind == TEXT:
                if not node.is_empty_text_node and not (text := node.text_content or "").isspace():
                    if self.made < len(stack):
                        self.make()
                    buffer.append(text)
                    self.size += 1
                    if self.link or self.bold:
                        self.count(text)
                elif buffer:
                    buffer.append(" ")
                node = node.next
                continue
            action, tag = kinds.get(kind) or unnumbered(node)
            if action == BLOCK:
                if buffer:
                    self.flush()
                self.broken = False
                action = CLOSE
            elif action > BLOCK:
                action = self.enter(node, tag, action)
            if action == SKIP:
                node = node.next
                continue
            seen += 1
            child = node.first_child if seen <= ELEMENTS_READ_AT_MOST else None
            if child is not None:
                stack.append((node, action, tag))
                node = child
            else:
                if action != PASS:
                    self.pass_by(node, action, tag)
                node = node.next

    def count(self, text: str) -> None:
        """Count the characters of a text node that is linked or bold."""
        shown = len(text.strip())
        if self.link:
            self.linked += shown
        if self.bold:
            self.bolded += shown

    def enter(self, node: LexborNode, tag: str, action: int) -> int:
        """Act on the start tag of anything but a plain block; the answer says what its end tag does."""
        if action == NAMED:
            return self.named(node, tag)
        if action == BOLD:
            self.bold += 1
            return UNBOLD
        if action == BREAK:
            self.flush()
            self.broken = True
        elif action != STORY_SKIP:
            if self.made < len(self.stack):
                self.make()
            if action == IMAGE:
                self.image = self.current
            else:
                self.unread = len(self.tree.elements)
            return SKIP
        self.story = len(self.tree.elements)
        return SKIP

    def named(self, node: LexborNode, tag: str) -> int:
        """Act on an inline element that may stand apart from its sentence by its name."""
        attributes = node.attributes
        apart = 0
        if attributes:
            if name := attributes.get("class"):
                apart = name_hints(name)
            if not _APART_BY.isdisjoint(attributes):
                apart |= attribute_hints(attributes)
            apart &= _APART
        if tag == "a":
            if self.made < len(self.stack):
                self.make()
            self.anchors += 1
            self.link += 1
            # The links of a named list of tags are shown apart, whatever stands between them.
            if not apart and not self.element.own & _TAGS:
                self.links += 1
                return UNLINK
        elif not apart:
            return PASS
        if self.buffer:
            self.flush()
        self.broken = False
        return CLOSE_LINK if tag == "a" else CLOSE_NAMED

    def make(self) -> None:
        """Take the open elements that are not in the tree yet into it."""
        tree, stack, above, current = self.tree, self.stack, self.element, self.current
        elements, first = tree.elements, len(tree.blocks)
        for node, action, tag in stack[self.made :]:
            if action > CLOSE_LINK or action < CLOSE:
                continue
            if attributes := node.attributes:
                name, own, heading = traits(tag, attributes.get("class"), attributes.get("id"))
                if (len(attributes) > 1 or not name) and not HINTING.isdisjoint(attributes):
                    own |= attribute_hints(attributes)
            else:
                name, own, heading = traits(tag, None, None)
            above = Element(tag, name, current, own, first, heading or above.heading, node.mem_id)
            current = len(elements)
            elements.append(above)
            if tag in STORY_TAGS:
                self.story = current
            elif own & LISTS and self.pruning and action == CLOSE:
                counts = (self.links, self.linked, self.bolded, tree.paywalled)
                self.lists.append((current, node, self.size, self.anchors, self.image, counts))
        self.element, self.current, self.made = above, current, len(stack)

    def leave(self, action: int) -> None:
        """Act on the end tag of an inline element that is in the tree."""
        if action == UNLINK:
            self.link -= 1
        elif action == UNBOLD:
            self.bold -= 1
        elif action > SKIP:
            self.close()
            if action == CLOSE_LINK:
                self.link -= 1

    def pass_by(self, node: LexborNode, action: int, tag: str) -> None:
        """Act on the end tag of what shows nothing."""
        if action in _LINKS:
            self.link -= 1
        elif action == UNBOLD:
            self.bold -= 1
        if action <= CLOSE_LINK:
            attributes = node.attributes
            if attributes and traits(tag, attributes.get("class"), attributes.get("id"))[1] & Hint.PAYWALL:
                self.tree.paywalled = True
            if self.complete:
                self.stack.append((node, action, tag))
                self.make()
                self.stack.pop()
                self.made = len(self.stack)
                self.close()
            self.broken = False

    def close(self) -> None:
        """End the innermost element of the tree."""
        if self.buffer:
            self.flush()
        self.broken = False
        element, tree = self.element, self.tree
        if self.lists and self.lists[-1][0] == self.current:
            start = self.lists.pop()
            # Few have as much text as a list has, and nothing in them that a story is set in.
            if self.story <= start[0] and (self.size - start[2] >= LIST_CHARS or self.unread > start[0]):
                self.end_list(start)
        element.last = len(tree.blocks)
        self.current = parent = element.parent
        self.element = tree.elements[parent]

    def end_list(self, start: Start) -> None:
        """Take a list of links as one block; what stood before it is counted for what follows."""
        at, node, size, anchors, image, counts = start
        if length := folded(self.tree, at, node, None if self.unread > at else self.anchors - anchors):
            self.size, self.image = size + length, image
            self.links, self.linked, self.bolded, self.tree.paywalled = counts

    def flush(self) -> None:
        """End the running block; white space is shown as one space, as a browser does."""
        buffer = self.buffer
        text = " ".join((buffer[0] if len(buffer) == 1 else "".join(buffer)).split())
        buffer.clear()
        element = self.element
        if text:
            tag, linked, bolded = element.heading or element.tag, self.linked, self.bolded
            block = TextBlock(text, self.current, tag, linked, bolded, self.broken, self.links, 0, self.image)
            self.tree.blocks.append(block)
            self.size += len(text)
            self.image = -1
        self.linked = self.bolded = self.links = 0


def read_tree(
    root: LexborNode, *, noscript: bool = False, whole: bool = False, complete: bool = False
) -> Tree:
    """Read the element `root` into block elements and blocks; hints are the elements' own as yet.

    At most 200,000 elements are entered; no news page has a tenth of them.
    A list of links is one block unless `whole` is asked for; elements without any text are
    in the tree where a `complete` one is asked for, so that selectors can be matched with it.
    With `noscript` its content is read too: an unclosed one swallows a whole page.
    """
    kinds = KINDS_WITH_NOSCRIPT if noscript else KINDS
    return _Reader(kinds, pruning=not whole, complete=complete).run(root)
