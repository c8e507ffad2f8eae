"""Tree of blocks to the element that holds the article, and what of it counts. Pure.

Every block is weighed once: prose speaks for the elements around it, links and named furniture
speak against them. Prefix sums then give the balance of any element in constant time, and the
best balance wins: it grows past every wrapper that adds prose and stops at the one that adds more
furniture than text. That needs no tag to be used as intended.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from etl.extract.html_hints import OUTSIDE, Hint
from etl.extract.tree import HEADINGS, Element, TextBlock, Tree

_OUTSIDE = OUTSIDE
_PROSE_CHARS = 50
_SHORT_PROSE_CHARS = 25
_HEADING_PROSE_CHARS = 110
_LINK_SHARE = 0.5
_FURNITURE_WEIGHT = 0.6
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
_CARD_TAGS = frozenset(("div", "li", "article", "section", "tr", "td", "a", "dl", "figure"))
_CARDS_AT_LEAST = 3
_CARD_CHARS = 420
_TITLE_CHARS = 15


@dataclass(slots=True)
class Weights:
    """Prefix sums over the blocks: characters of prose and of furniture before each block."""

    prose: list[float] = field(default_factory=lambda: [0.0])
    furniture: list[float] = field(default_factory=lambda: [0.0])

    def prose_of(self, first: int, last: int) -> float:
        """Characters of prose in a span of blocks."""
        return self.prose[last] - self.prose[first]

    def balance(self, first: int, last: int) -> float:
        """Prose less furniture of a span of blocks."""
        return (
            self.prose[last]
            - self.prose[first]
            - _FURNITURE_WEIGHT * (self.furniture[last] - self.furniture[first])
        )


def is_prose(block: TextBlock) -> bool:
    """Tell running text from labels, titles and links by length, link share and ending."""
    length = len(block.text)
    if block.linked > _LINK_SHARE * length:
        return False
    if block.tag in HEADINGS:
        # Some outlets set every paragraph as a heading; a headline has no full stop.
        return length >= _HEADING_PROSE_CHARS and block.tag != "h1" and block.text.endswith(".")
    return length - block.linked >= _PROSE_CHARS or (
        length >= _SHORT_PROSE_CHARS and block.text.endswith(_ENDS)
    )


def spread_hints(tree: Tree, headline: int | None) -> None:
    """Hand each element's hints down to its blocks, but not those of wrappers of the whole article.

    A name that says furniture is not believed of an element that holds the headline or most of
    the page's prose: such wrappers are named for their layout ("with share bar", "form" around
    everything in ASP.NET).
    """
    prose, linked, chars = [0], [0], [0]
    carded = _carded(tree)
    for block in tree.blocks:
        own_text = not carded[block.element] and is_prose(block)
        prose.append(prose[-1] + (len(block.text) if own_text else 0))
        linked.append(linked[-1] + block.linked)
        chars.append(chars[-1] + len(block.text))
    most = _MOST_OF_PAGE * prose[-1]
    elements = tree.elements
    for element in elements:
        # "entry-content comments-open" names the body and its state.
        own = element.own & ~Hint.COMMENTS if element.own & Hint.BODY else element.own
        if own & _OUTSIDE:
            holds_headline = headline is not None and element.first <= headline < element.last
            held = prose[element.last] - prose[element.first]
            links = linked[element.last] - linked[element.first]
            if holds_headline:
                # No sidebar has the page's headline: "right-rail__main" names the layout.
                own &= ~Hint.SIDEBAR
            if own & _LINKED_KINDS and held >= _PROSE_CHARS and not _is_linked_card(tree, element):
                shown = chars[element.last] - chars[element.first]
                if not links or (held > max(most, _STORY_CHARS) and links < _FEW_LINKS * shown):
                    own &= ~_LINKED_KINDS
            if (holds_headline and held > _PROSE_CHARS * 4) or (held > most and not own & _NEVER_VOID):
                own &= ~_OUTSIDE
        if _is_no_picture(element, chars[element.last] - chars[element.first]):
            own &= ~Hint.FIGURE
        above = elements[element.parent].hints if element.parent >= 0 else 0
        element.hints = own | (above & ~(Hint.HEADLINE | Hint.LEAD | Hint.ARTICLE | Hint.BODY))
    for block in tree.blocks:
        block.hints = elements[block.element].hints


def _is_no_picture(element: Element, chars: int) -> bool:
    """Say that a part named for a picture holds more than a caption."""
    return element.tag != "figure" and chars > _CAPTION_CHARS


def _carded(tree: Tree) -> list[bool]:
    """Say of each element whether it is a card of another story or stands in one."""
    inside: list[bool] = []
    for element in tree.elements:
        inside.append(bool(element.own & Hint.CARD) or (element.parent >= 0 and inside[element.parent]))
    return inside


def _is_linked_card(tree: Tree, element: Element) -> bool:
    """Tell one card whose link holds a picture alone: a short part with a heading and an excerpt."""
    blocks = tree.blocks[element.first : element.last]
    return (
        len(blocks) > 1
        and sum(len(block.text) for block in blocks) <= _CARD_CHARS
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


def mark_cards(tree: Tree) -> None:
    """Mark rows of like siblings that each hold a linked title: cards of other stories."""
    groups: dict[tuple[int, str, str], list[Element]] = defaultdict(list)
    for element in tree.elements:
        if element.tag in _CARD_TAGS and element.last > element.first:
            groups[(element.parent, element.tag, element.name.split(" ")[0])].append(element)
    for group in groups.values():
        if len(group) >= _CARDS_AT_LEAST:
            cards = [element for element in group if _is_card(tree, element)]
            if len(cards) >= _CARDS_AT_LEAST and len(cards) * 2 > len(group):
                for element in cards:
                    element.own |= Hint.CARD


def _is_card(tree: Tree, element: Element) -> bool:
    """Tell a card: it has a title that is a link, and little else."""
    blocks = tree.blocks[element.first : element.last]
    total = sum(len(block.text) for block in blocks)
    if total > _CARD_CHARS:
        return False
    first = blocks[0]
    linked = sum(block.linked for block in blocks)
    if linked * 2 > total:
        return True
    titled = any(
        (block.tag in HEADINGS and block.linked * 2 > len(block.text)) or block.tag == "a"
        for block in blocks[:3]
    )
    return titled or (
        len(blocks) > 1 and first.linked * 2 > len(first.text) and len(first.text) > _TITLE_CHARS
    )


def weigh(tree: Tree) -> Weights:
    """Give the prefix sums of prose and furniture over the page's blocks."""
    weights = Weights()
    for block in tree.blocks:
        length = len(block.text)
        prose = furniture = 0.0
        if block.hints & _OUTSIDE:
            furniture = length * _NAMED_WEIGHT
        elif block.linked > _LINK_SHARE * length:
            furniture = length + 10
        elif is_prose(block):
            prose = float(length - block.linked)
        weights.prose.append(weights.prose[-1] + prose)
        weights.furniture.append(weights.furniture[-1] + furniture)
    return weights
