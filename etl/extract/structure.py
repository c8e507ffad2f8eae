"""Tree of blocks to the element that holds the article, and what of it counts. Pure.

Every block is weighed once: prose speaks for the elements around it, links and named furniture
speak against them. Prefix sums then give the balance of any element in constant time, and the
best balance wins: it grows past every wrapper that adds prose and stops at the one that adds more
furniture than text. That needs no tag to be used as intended.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from etl.extract.cards import CARD_CHARS
from etl.extract.html_hints import OUTSIDE, Hint
from etl.extract.tree import HEADINGS, Element, TextBlock, Tree

_OUTSIDE = OUTSIDE
_BODY, _COMMENTS, _FIGURE = Hint.BODY, Hint.COMMENTS, Hint.FIGURE
_PROSE_CHARS = 50
_SHORT_PROSE_CHARS = 25
_HEADING_PROSE_CHARS = 110
_LINK_SHARE = 0.5
FURNITURE_WEIGHT = 0.6
# Named furniture counts half: a long comment section must not outweigh a short article's wrapper.
_NAMED_WEIGHT = 0.5
_MOST_OF_PAGE = 0.6
_STORY_CHARS = 250
_FEW_LINKS = 0.35
_ENDS = (".", "!", "?", "؟", "…", ":", "。", "”", "»", '"', "۔", ";", "؛")
# Furniture that a page may be made of for the most part (threads, lists of teasers).
_NEVER_VOID = Hint.COMMENTS | Hint.RELATED | Hint.CARD
# Furniture that is made of links: without one it is something else ("teaser" for a lead).
_LINKED_KINDS = Hint.RELATED | Hint.NAV
_CAPTION_CHARS = 400
# Names that a page without any other running text may have given to its article.
_SOFT = (
    OUTSIDE
    & ~(
        Hint.CARD
        | Hint.NAV
        | Hint.RELATED
        | Hint.ADVERT
        | Hint.FORM
        | Hint.LAYOUT
        | Hint.COMMENTS
        | Hint.AUTHOR_BOX
    )
    | Hint.FIGURE
)
# Hints that the parts of an element take over from it.
_HANDED_DOWN = ~(Hint.HEADLINE | Hint.LEAD | Hint.ARTICLE | Hint.BODY)


@dataclass(slots=True)
class Weights:
    """Prefix sums over the blocks: characters of prose and of furniture before each block.

    `telling` are the elements that hold any prose, in document order.
    """

    prose: list[float]
    furniture: list[float]
    telling: list[Element]

    def prose_of(self, first: int, last: int) -> float:
        """Characters of prose in a span of blocks."""
        return self.prose[last] - self.prose[first]

    def balance(self, first: int, last: int) -> float:
        """Prose less furniture of a span of blocks."""
        return (
            self.prose[last]
            - self.prose[first]
            - FURNITURE_WEIGHT * (self.furniture[last] - self.furniture[first])
        )


def measure(tree: Tree) -> None:
    """Measure a tree's blocks once: which are running text, and how many characters stand before each."""
    blocks = tree.blocks
    lengths = [len(block.text) for block in blocks]
    for block, length in zip(blocks, lengths, strict=True):
        if length >= _SHORT_PROSE_CHARS and block.linked <= _LINK_SHARE * length:
            block.prose = _is_prose(block, length)
    tree.chars = [0, *accumulate(lengths)]
    tree.linked = [0, *accumulate([block.linked for block in blocks])]


def _is_prose(block: TextBlock, length: int) -> bool:
    """Tell running text from labels and titles by length and ending, of what is neither short nor a link."""
    if block.tag in HEADINGS:
        # Some outlets set every paragraph as a heading; a headline has no full stop.
        return length >= _HEADING_PROSE_CHARS and block.tag != "h1" and block.text.endswith(".")
    return length - block.linked >= _PROSE_CHARS or block.text.endswith(_ENDS)


def spread_hints(tree: Tree, headline: int | None, cards: Iterable[Element]) -> None:
    """Hand each element's hints down to its blocks, but not those of wrappers of the whole article.

    A name that says furniture is not believed of an element that holds the headline or most of
    the page's prose: such wrappers are named for their layout ("with share bar", "form" around
    everything in ASP.NET). `cards` are what `mark_cards` marked.
    """
    prose = _own_prose(tree, cards)
    chars = tree.chars
    top = -1 if headline is None else headline
    # What each element hands down; above the root, whose parent is -1, stands nothing.
    handed = [0] * (len(tree.elements) + 1)
    for index, element in enumerate(tree.elements):
        own = element.own
        if own & _OUTSIDE:
            # "entry-content comments-open" names the body and its state.
            if own & _COMMENTS and own & _BODY:
                own &= ~_COMMENTS
            first, last = element.first, element.last
            # Of furniture without any running text all is believed; most is.
            if prose[last] > prose[first] or first <= top < last:
                own = _believed(tree, element, own, prose, top)
        # A part that is named for a picture and holds more than a caption is none.
        if (
            own & _FIGURE
            and element.tag != "figure"
            and chars[element.last] - chars[element.first] > _CAPTION_CHARS
        ):
            own &= ~_FIGURE
        own |= handed[element.parent]
        element.hints = own
        if own:
            handed[index] = own & _HANDED_DOWN
    elements = tree.elements
    for block in tree.blocks:
        block.hints = elements[block.element].hints


def _own_prose(tree: Tree, cards: Iterable[Element]) -> list[int]:
    """Give the characters of running text before each block, without that of cards of other stories."""
    shown = [len(block.text) if block.prose else 0 for block in tree.blocks]
    for card in cards:
        first, last = card.first, card.last
        # Most cards are a title alone.
        if last - first == 1:
            shown[first] = 0
        else:
            shown[first:last] = [0] * (last - first)
    return [0, *accumulate(shown)]


def _believed(tree: Tree, element: Element, own: int, prose: list[int], headline: int) -> int:
    """Take from an element's hints what its name says of furniture and its content speaks against."""
    first, last = element.first, element.last
    most = _MOST_OF_PAGE * prose[-1]
    held = prose[last] - prose[first]
    holds_headline = first <= headline < last
    if holds_headline:
        # No sidebar has the page's headline: "right-rail__main" names the layout.
        own &= ~Hint.SIDEBAR
    if own & _LINKED_KINDS and held >= _PROSE_CHARS and not _is_linked_card(tree, element):
        links, shown = tree.linked[last] - tree.linked[first], tree.chars[last] - tree.chars[first]
        if not links or (held > max(most, _STORY_CHARS) and links < _FEW_LINKS * shown):
            own &= ~_LINKED_KINDS
    if own & _OUTSIDE == Hint.HIDDEN and held >= _STORY_CHARS and _goes_on(tree, element):
        own &= ~Hint.HIDDEN
    if (holds_headline and held > _PROSE_CHARS * 4) or (held > most and not own & _NEVER_VOID):
        own &= ~_OUTSIDE
    return own


def _goes_on(tree: Tree, element: Element) -> bool:
    """Tell the rest of a story that a button unfolds: hidden, without links, right behind prose of the same parent."""
    if not element.first or tree.linked[element.last] > tree.linked[element.first]:
        return False
    before = tree.blocks[element.first - 1]
    at = tree.elements[before.element]
    return before.prose and element.parent in (before.element, at.parent) and not at.hints & _OUTSIDE


def _is_linked_card(tree: Tree, element: Element) -> bool:
    """Tell one card whose link holds a picture alone: a short part with a heading and an excerpt."""
    blocks = tree.blocks[element.first : element.last]
    return (
        len(blocks) > 1
        and tree.chars[element.last] - tree.chars[element.first] <= CARD_CHARS
        and any(block.links for block in blocks)
        and any(block.tag in HEADINGS for block in blocks)
    )


def relax_hints(tree: Tree) -> bool:
    """Take back the names that hide all text of a page, where they do; say whether any was taken back.

    A theme that calls its body "widget" or "comments-open" leaves no running text at all; cards and
    menus stay what they are.
    """
    hidden = False
    for element in tree.elements:
        if element.own & _SOFT:
            element.own &= ~_SOFT
            hidden = True
    return hidden


def weigh(tree: Tree) -> Weights:
    """Give the prefix sums of prose and furniture over the page's blocks."""
    told = filled = 0.0
    prose, furniture = [told], [filled]
    telling: list[int] = []
    for block in tree.blocks:
        if block.hints & _OUTSIDE:
            filled += len(block.text) * _NAMED_WEIGHT
        else:
            length, linked = len(block.text), block.linked
            if linked and linked > _LINK_SHARE * length:
                filled += length + 10
            elif block.prose:
                told += length - linked
                telling.append(block.element)
        prose.append(told)
        furniture.append(filled)
    return Weights(prose=prose, furniture=furniture, telling=_around(tree, telling))


def _around(tree: Tree, parts: list[int]) -> list[Element]:
    """Give these elements and those that they stand in: of those with any prose, a third of a page's."""
    elements = tree.elements
    held: set[int] = set()
    for part in parts:
        at = part
        while at >= 0 and at not in held:
            held.add(at)
            at = elements[at].parent
    return [elements[at] for at in sorted(held)]
