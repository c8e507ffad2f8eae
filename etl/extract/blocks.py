"""Markup to elements and blocks of text in reading order, each with its hints. Pure.

A block is a run of text that a browser shows as one: text between the borders of block elements
or line breaks, wherever it stands (`<p>`, `<td>`, bare in a `<div>`). The walk is one loop with a
stack of its own, so that a hundred thousand nested tags cost memory for the stack and no more.

A third of a page's elements show nothing at all (icons, empty slots of adverts). So a block element
is made when the first text, link or picture in it is met, and not at its start tag.
"""

from selectolax.lexbor import LexborNode

from etl.extract.html_hints import HINTING, TRAITS, Hint, attribute_hints, name_hints
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
from etl.extract.tree import Element, TextBlock, Tree, block_element, text_block

# An inline part under one of these hints stands apart from the sentence around it.
_APART = int(
    Hint.NAV | Hint.COMMENTS | Hint.RELATED | Hint.SHARE | Hint.ADVERT | Hint.HIDDEN | Hint.CAPTION | Hint.TAGS
    | Hint.EMBED | Hint.AUTHOR_BOX | Hint.META
    | Hint.SECTION | Hint.AUTHOR
)  # fmt: skip
_TAGS = Hint.TAGS
_APART_BY = frozenset(("itemprop", "style", "hidden"))
ELEMENTS_READ_AT_MOST = 200_000


def read_tree(  # noqa: C901, PLR0912, PLR0915  # one loop for every node of every page: calls cost a fifth more
    root: LexborNode, *, noscript: bool = False, whole: bool = False, complete: bool = False
) -> Tree:
    """Read the element `root` into block elements and blocks; hints are the elements' own as yet.

    At most 200,000 elements are entered; no news page has a tenth of them.
    A list of links is one block unless `whole` is asked for; elements without any text are
    in the tree where a `complete` one is asked for, so that selectors can be matched with it.
    With `noscript` its content is read too: an unclosed one swallows a whole page.
    """
    # A name of the module costs three times a local one, and these are asked for a thousand times a page.
    text_kind, block, named, close_link, known = TEXT, BLOCK, NAMED, CLOSE_LINK, TRAITS
    tree = Tree()
    numbered = whole or complete
    kinds = KINDS_WITH_NOSCRIPT if noscript else KINDS
    elements, blocks, empty = tree.elements, tree.blocks, tree.empty
    # Above the root stands nothing.
    current, element = 0, _element(root, root.tag or "body", -1, 0, "")
    elements.append(element)
    # Open elements with what their end tag does and their names: those in the tree, and above them those that
    # have shown nothing so far.
    stack: list[tuple[LexborNode, int, str]] = [(root, CLOSE, element.tag)]
    waiting: list[tuple[LexborNode, int, str]] = []
    buffer: list[str] = []
    link = bold = linked = bolded = links = anchors = 0
    broken, image = False, -1
    lists: list[Start] = [(0, root, 0, 0, -1, (0, 0, 0, 0))] if element.own & LISTS and not whole else []
    listed = 0 if lists else -1
    # How many elements the tree had at the last part that a story is set in, and at the last that was skipped.
    story = unread = 0
    # Characters of the blocks and number of texts: no less than the whole text with a space between any two of them.
    size = seen = 0
    node = root.first_child
    while True:
        # End tags: of an element that showed nothing, and of one that is in the tree.
        while node is None:
            if waiting:
                node, action, tag = waiting.pop()
                if action <= close_link:
                    empty.append(node)
                    if complete:
                        elements.append(_element(node, tag, current, len(blocks), element.heading))
                    broken = False
                if action == UNLINK or action == close_link:  # noqa: PLR1714, SIM109  # a tuple costs more
                    link -= 1
                elif action == UNBOLD:
                    bold -= 1
            else:
                node, action, tag = stack.pop()
                if action <= close_link:
                    if buffer:
                        # As in `text_block`, whose calls would cost a hundredth of a page's time.
                        text = "".join(buffer).strip()
                        if "  " in text or not text.isprintable():
                            text = " ".join(text.split())
                        buffer.clear()
                        made = TextBlock()
                        made.text, made.element, made.tag = text, current, element.heading or element.tag
                        made.linked, made.bold, made.links = linked, bolded, links
                        made.after_break, made.image = broken, image
                        made.hints, made.prose = 0, False
                        blocks.append(made)
                        size += len(text)
                        image = -1
                        linked = bolded = links = 0
                    broken = False
                    if current == listed:
                        start = lists.pop()
                        listed = lists[-1][0] if lists else -1
                        # Few have as much text as a list has, and nothing in them that a story is set in.
                        if story <= current and (size - start[2] >= LIST_CHARS or unread > current):
                            held = None if unread > current else anchors - start[3]
                            if length := folded(tree, current, start[1], held):
                                # What stood before it is counted for what follows.
                                size, image = start[2] + length, start[4]
                                links, linked, bolded, before = start[5]
                                del empty[before:]
                    element.last = len(blocks)
                    if not stack:
                        return tree
                    current = element.parent
                    element = elements[current]
                    if action == close_link:
                        link -= 1
                elif action == UNLINK:
                    link -= 1
                elif action == UNBOLD:
                    bold -= 1
            node = node.next
        # Two of five nodes are the line breaks of the markup; behind such a one stands no other.
        if node.is_empty_text_node:
            if buffer:
                buffer.append(" ")
            node = node.next
            if node is None:
                continue
        # A number costs a third of a tag's name.
        kind = node.tag_id
        if kind == text_kind:
            text = node.text_content or ""
            if not text or text.isspace():
                if buffer:
                    buffer.append(" ")
                node = node.next
                continue
        else:
            # Start tags.
            try:
                action, tag = kinds[kind]
            except KeyError:
                action, tag = unnumbered(node)
            if action == block:
                if not buffer and not complete:
                    # Half of all start tags: nothing before them to take up.
                    broken = False
                    seen += 1
                    waiting.append((node, CLOSE, tag))
                    node = node.first_child if seen <= ELEMENTS_READ_AT_MOST else None
                    continue
                action, cut = CLOSE, True
            elif action == named:
                # An inline element may stand apart from its sentence by its name.
                apart = 0
                attributes = node.attributes
                address = attributes.get("href")
                # Most links say nothing but their address.
                if attributes and (len(attributes) > 1 or not address):
                    if name := attributes.get("class"):
                        apart = name_hints(name)
                    if not _APART_BY.isdisjoint(attributes):
                        apart |= attribute_hints(attributes)
                    apart &= _APART
                if tag != "a":
                    action = CLOSE_NAMED if apart else PASS
                    cut = apart > 0
                else:
                    # With text before it, the element that it stands in is in the tree.
                    cut = bool(buffer) and (apart | element.own & _TAGS) > 0
                    if address and ("/aut" in address or "/writer" in address):
                        tree.signed.append(node)
            elif action == SKIP:
                node = node.next
                continue
            else:
                cut = action == BREAK
            if cut:
                if buffer:
                    shown_as = element.heading or element.tag
                    made = text_block(buffer, current, shown_as, linked, bolded, links, image, broken)
                    buffer.clear()
                    blocks.append(made)
                    size += len(made.text)
                    image = -1
                    linked = bolded = links = 0
                broken = False
            if action < block:
                seen += 1
                waiting.append((node, action, tag))
                child = node.first_child if seen <= ELEMENTS_READ_AT_MOST else None
                if not complete:
                    node = child
                    continue
            elif action != named:
                if action == BOLD:
                    bold += 1
                    seen += 1
                    waiting.append((node, UNBOLD, tag))
                    node = node.first_child if seen <= ELEMENTS_READ_AT_MOST else None
                    continue
                if action == BREAK or action == STORY_SKIP:  # noqa: PLR1714, SIM109
                    if action == BREAK:
                        linked = bolded = links = 0
                        broken = True
                    story = len(elements)
                    node = node.next
                    continue
        # Something is shown: the open elements that are not in the tree yet come into it.
        if waiting:
            first = len(blocks)
            for opened, ending, called in waiting:
                if ending <= close_link:
                    # As in `_element`, whose calls would cost a hundredth of a page's time.
                    if attributes := opened.attributes:
                        names = attributes.get("class")
                        if names and len(attributes) == 1:
                            name, own, heading, make = known[called, names, None]
                        else:
                            name, own, heading, make = known[called, names, attributes.get("id")]
                            if not HINTING.isdisjoint(attributes):
                                own |= attribute_hints(attributes)
                    else:
                        name, own, heading, make = known[called, None, None]
                    heading = heading or element.heading
                    element = Element()
                    element.tag, element.name, element.make = called, name, make
                    element.parent, element.own, element.heading = current, own, heading
                    element.node = opened.mem_id if numbered else 0
                    element.first = element.last = first
                    element.hints = 0
                    current = len(elements)
                    elements.append(element)
                    if called in STORY_TAGS:
                        story = current
                    elif own & LISTS and ending == CLOSE and not whole:
                        counts = (links, linked, bolded, len(empty))
                        lists.append((current, opened, size, anchors, image, counts))
                        listed = current
            stack += waiting
            waiting.clear()
        if kind == text_kind:
            buffer.append(text)
            size += 1
            if link or bold:
                shown = len(text.strip())
                if link:
                    linked += shown
                if bold:
                    bolded += shown
            node = node.next
        elif action == named:
            if address and address[0] == "#" and address[1:] and element.heading:
                # A heading that links to its own place is a heading of this page.
                waiting.append((node, PASS, tag))
                seen += 1
                node = node.first_child if seen <= ELEMENTS_READ_AT_MOST else None
                continue
            anchors += 1
            link += 1
            # The links of a named list of tags are shown apart, whatever stands between them.
            if apart or element.own & _TAGS:
                broken, action = False, close_link
            else:
                links, action = links + 1, UNLINK
            seen += 1
            waiting.append((node, action, tag))
            node = node.first_child if seen <= ELEMENTS_READ_AT_MOST else None
        elif action >= block:
            if action == IMAGE:
                image = current
            else:
                unread = len(elements)
            node = node.next
        else:
            node = child


def _element(node: LexborNode, tag: str, parent: int, first: int, above: str) -> Element:
    """Make a block element that begins before the block `first`; `above` is the heading that it stands in."""
    attributes = node.attributes
    name, own, heading, make = TRAITS[tag, attributes.get("class"), attributes.get("id")]
    own |= attribute_hints(attributes)
    return block_element(tag, name, parent, own, first, heading or above, make, node.mem_id)
