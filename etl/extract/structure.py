"""Tree of blocks to the element that holds the article, and what of it counts. Pure.

Every block is weighed once: prose speaks for the elements around it, links and named furniture
speak against them. Prefix sums then give the balance of any element in constant time, and the
best balance wins: it grows past every wrapper that adds prose and stops at the one that adds more
furniture than text. That needs no tag to be used as intended.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from etl.extract.blocks import HEADINGS, Element, TextBlock, Tree
from etl.extract.html_hints import OUTSIDE, Hint

_OUTSIDE = OUTSIDE
_PROSE_CHARS = 50
_SHORT_PROSE_CHARS = 25
_LINK_SHARE = 0.5
_FURNITURE_WEIGHT = 0.6
# Named furniture counts half: a long comment section must not outweigh a short article's wrapper.
_NAMED_WEIGHT = 0.5
_MOST_OF_PAGE = 0.6
_BODY_SHARE = 0.45
_RUN_GAIN = 1.25
_NAMED_SHARE = 0.7
_STORY_CHARS = 250
_HEADLINE_CHARS = 15
_ENDS = (".", "!", "?", "؟", "…", ":", "。", "”", "»", '"', "۔", ";", "؛")
# Furniture that a page may be made of for the most part (threads, lists of teasers).
_NEVER_VOID = (Hint.COMMENTS | Hint.RELATED | Hint.CARD)
# Furniture that is made of links: without one it is something else ("teaser" for a lead).
_LINKED_KINDS = (Hint.RELATED | Hint.NAV)
_CAPTION_CHARS = 400
_CARD_TAGS = frozenset(("div", "li", "article", "section", "tr", "td", "a", "dl", "figure"))
_CARDS_AT_LEAST = 3
_CARD_CHARS = 420


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
    if block.tag in HEADINGS or block.linked > _LINK_SHARE * length:
        return False
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
    for block in tree.blocks:
        prose.append(prose[-1] + (len(block.text) if is_prose(block) else 0))
        linked.append(linked[-1] + block.linked)
        chars.append(chars[-1] + len(block.text))
    most = _MOST_OF_PAGE * prose[-1]
    elements = tree.elements
    for element in elements:
        own = element.own
        if own & _OUTSIDE:
            holds_headline = headline is not None and element.first <= headline < element.last
            held = prose[element.last] - prose[element.first]
            if own & _LINKED_KINDS and held >= _PROSE_CHARS and not linked[element.last] - linked[element.first]:
                own &= ~_LINKED_KINDS
            if (holds_headline and held > _PROSE_CHARS * 4) or (held > most and not own & _NEVER_VOID):
                own &= ~_OUTSIDE
        if own & Hint.FIGURE and element.tag != "figure" and chars[element.last] - chars[element.first] > _CAPTION_CHARS:
            own &= ~(Hint.FIGURE)
        above = elements[element.parent].hints if element.parent >= 0 else 0
        element.hints = own | (above & ~(Hint.HEADLINE | Hint.LEAD | Hint.ARTICLE | Hint.BODY))
    for block in tree.blocks:
        block.hints = elements[block.element].hints


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
    """A card has a title that is a link, and little else."""
    blocks = tree.blocks[element.first : element.last]
    total = sum(len(block.text) for block in blocks)
    if total > _CARD_CHARS:
        return False
    first = blocks[0]
    linked = sum(block.linked for block in blocks)
    if linked * 2 > total:
        return True
    titled = any(
        block.tag in HEADINGS and block.linked * 2 > len(block.text) or block.tag == "a" for block in blocks[:3]
    )
    return titled or (len(blocks) > 1 and first.linked * 2 > len(first.text) and len(first.text) > 15)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The blocks that hold the article: an element's, or the part of an element's that pays."""

    element: Element
    first: int
    last: int


def body_span(tree: Tree, weights: Weights) -> Span | None:
    """Choose where the article stands: a named body that holds most of it, else the best balance.

    Where a run of blocks is worth much more than any whole element (a long thread of comments shares
    the element with the article), the run is taken, up to the borders of the parts it touches.
    """
    best = _best_element(tree, weights)
    if best is None:
        return None
    balance = weights.balance(best.first, best.last)
    first, last, worth = _best_run(weights)
    if worth > _RUN_GAIN * balance and (around := _around(tree, first, last)) is not None:
        return Span(element=around, first=first, last=last)
    enough = _BODY_SHARE * weights.prose_of(best.first, best.last)
    named = [
        element
        for element in tree.elements
        if element.own & Hint.BODY
        and best.first <= element.first
        and element.last <= best.last
        and not element.hints & _OUTSIDE
        and weights.prose_of(element.first, element.last) >= enough
        and weights.balance(element.first, element.last) > 0
    ]
    if not named:
        named = [
            element
            for element in _ancestors(tree, best)
            if element.own & Hint.BODY and weights.balance(element.first, element.last) >= _NAMED_SHARE * balance
        ][:1]
    if named:
        best = max(named, key=lambda element: (weights.balance(element.first, element.last), element.depth))
    elif first <= best.first and best.last <= last and _is_like(tree, weights, best, first, last):
        return Span(element=_around(tree, first, last) or best, first=first, last=last)
    return Span(element=best, first=best.first, last=best.last)


def _is_like(tree: Tree, weights: Weights, best: Element, first: int, last: int) -> bool:
    """Tell whether the prose around an element is set as the element's own: a body in several parts."""
    inside = {_make(tree, index) for index in range(best.first, best.last) if weights.prose_of(index, index + 1)}
    around = [index for index in (*range(first, best.first), *range(best.last, last)) if weights.prose_of(index, index + 1)]
    return bool(around) and all(_make(tree, index) in inside for index in around)


def _make(tree: Tree, index: int) -> tuple[str, str, str, str]:
    element = tree.elements[tree.blocks[index].element]
    above = tree.elements[element.parent] if element.parent >= 0 else element
    return element.tag, element.name, above.tag, above.name


def _ancestors(tree: Tree, element: Element) -> Iterator[Element]:
    while element.parent >= 0:
        element = tree.elements[element.parent]
        yield element


def _best_element(tree: Tree, weights: Weights) -> Element | None:
    best: Element | None = None
    best_balance = 0.0
    for element in tree.elements:
        balance = weights.balance(element.first, element.last)
        if balance > 0 and balance >= best_balance:
            best, best_balance = element, balance
    return best


def _best_run(weights: Weights) -> tuple[int, int, float]:
    """Return the run of blocks with the greatest balance (Kadane), and that balance."""
    best = (0, 0, 0.0)
    start, running = 0, 0.0
    for index in range(len(weights.prose) - 1):
        running += weights.balance(index, index + 1)
        if running <= 0:
            start, running = index + 1, 0.0
        elif running > best[2]:
            best = (start, index + 1, running)
    return best


def _around(tree: Tree, first: int, last: int) -> Element | None:
    """Return the smallest element that holds a run of blocks."""
    element = tree.elements[tree.blocks[first].element] if last > first else None
    while element is not None and element.last < last:
        element = tree.elements[element.parent] if element.parent >= 0 else None
    return element


def clip_to_story(tree: Tree, span: Span, headline: int | None) -> Span:
    """Clip a span that holds several stories, as pages of endless scrolling do, to the headline's own.

    Another story begins where another headline does: a level-one heading or a named title that is no
    link, with text under it. The headline's story is the largest element around it without another
    headline, or ends at that one.
    """
    if headline is None:
        return span
    own = tree.blocks[headline].text
    others = [
        index
        for index in range(headline + 1, span.last)
        if _is_headline(tree, index) and tree.blocks[index].text != own
    ]
    if not others or tree.blocks[headline].tag != tree.blocks[others[0]].tag:
        return span
    first, last = span.first, others[0]
    text = sum(len(block.text) for block in tree.blocks[headline + 1 : last] if is_prose(block))
    below = sum(len(block.text) for block in tree.blocks[last : span.last] if is_prose(block))
    if text < _STORY_CHARS or below < _STORY_CHARS:
        return span
    element = tree.elements[tree.blocks[headline].element]
    while element.parent >= 0 and tree.elements[element.parent].last <= last:
        element = tree.elements[element.parent]
    own_text = sum(len(block.text) for block in tree.blocks[headline + 1 : element.last] if is_prose(block))
    if own_text >= _STORY_CHARS:
        last = element.last
    return Span(element=span.element, first=first, last=max(last, first))


def _is_headline(tree: Tree, index: int) -> bool:
    block = tree.blocks[index]
    if block.hints & _OUTSIDE or block.linked * 2 > len(block.text) or len(block.text) < _HEADLINE_CHARS:
        return False
    return block.tag == "h1" or (block.tag in HEADINGS and bool(tree.elements[block.element].own & Hint.HEADLINE))
