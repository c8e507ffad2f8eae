"""Weighed blocks to the span that holds the article. Pure.

The element with the best balance of prose over furniture, sharpened by what the markup names its
body, widened where a body stands in several parts, clipped where a page holds several stories.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from etl.extract.html_hints import OUTSIDE, Hint
from etl.extract.structure import FURNITURE_WEIGHT, Weights
from etl.extract.tree import HEADINGS, Element, Tree

_BODY = Hint.BODY
_BODY_SHARE = 0.45
_RUN_GAIN = 1.25
_NAMED_SHARE = 0.7
_MAIN_SHARE, _TITLED_SHARE = 0.75, 0.55
_LEAVES = frozenset(("p", "li", "blockquote", "span"))
_STORY_CHARS, _NEAR_BLOCKS = 250, 40
_STORY_PARTS = frozenset(("article", "section"))
_HEADLINE_CHARS = 15


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
    best = _best_element(weights)
    if best is None:
        return None
    balance = weights.balance(best.first, best.last)
    if weights.prose[-1] > _RUN_GAIN * balance:
        # Of no run is the worth more than the prose of the page.
        first, last, worth = _best_run(weights)
        if worth > _RUN_GAIN * balance and (around := _around(tree, first, last)) is not None:
            return Span(element=around, first=first, last=last)
    enough = _BODY_SHARE * weights.prose_of(best.first, best.last)
    named = [
        element
        for element in weights.telling
        if element.own & _BODY
        and best.first <= element.first
        and element.last <= best.last
        and not element.hints & OUTSIDE
        and weights.prose_of(element.first, element.last) >= enough
        and weights.balance(element.first, element.last) > 0
    ]
    if not named:
        named = [
            element
            for element in _ancestors(tree, best)
            if element.own & _BODY and weights.balance(element.first, element.last) >= _NAMED_SHARE * balance
        ][:1]
    if named:
        best = max(reversed(named), key=lambda each: (weights.balance(each.first, each.last), -each.first))
    else:
        first, last, worth = _best_run(weights)
        if first <= best.first and best.last <= last and _is_like(tree, weights, best, first, last):
            return Span(element=_around(tree, first, last) or best, first=first, last=last)
    return Span(element=best, first=best.first, last=best.last)


def _is_like(tree: Tree, weights: Weights, best: Element, first: int, last: int) -> bool:
    """Tell whether the prose around an element is set as the element's own: a body in several parts."""
    inside = {
        _make(tree, index) for index in range(best.first, best.last) if weights.prose_of(index, index + 1)
    }
    around = [
        index
        for index in (*range(first, best.first), *range(best.last, last))
        if weights.prose_of(index, index + 1)
    ]
    return bool(around) and all(_make(tree, index) in inside for index in around)


def _make(tree: Tree, index: int) -> tuple[str, str, str, str]:
    element = tree.elements[tree.blocks[index].element]
    above = tree.elements[element.parent] if element.parent >= 0 else element
    return element.tag, element.name, above.tag, above.name


def _ancestors(tree: Tree, element: Element) -> Iterator[Element]:
    while element.parent >= 0:
        element = tree.elements[element.parent]
        yield element


def _best_element(weights: Weights) -> Element | None:
    best: Element | None = None
    best_balance = 0.0
    prose, furniture = weights.prose, weights.furniture
    for element in weights.telling:
        first, last = element.first, element.last
        held = prose[last] - prose[first]
        if held >= best_balance:
            balance = held - FURNITURE_WEIGHT * (furniture[last] - furniture[first])
            if balance > 0 and balance >= best_balance:
                best, best_balance = element, balance
    return best


def _best_run(weights: Weights) -> tuple[int, int, float]:
    """Return the run of blocks with the greatest balance (Kadane), and that balance."""
    best = (0, 0, 0.0)
    start, running = 0, 0.0
    prose, furniture = weights.prose, weights.furniture
    steps = zip(prose, prose[1:], furniture, furniture[1:], strict=False)
    for last, (told, tells, filled, fills) in enumerate(steps, start=1):
        running += (tells - told) - FURNITURE_WEIGHT * (fills - filled)
        if running <= 0:
            start, running = last, 0.0
        elif running > best[2]:
            best = (start, last, running)
    return best


def _around(tree: Tree, first: int, last: int) -> Element | None:
    """Return the smallest element that holds a run of blocks."""
    element = tree.elements[tree.blocks[first].element] if last > first else None
    while element is not None and element.last < last:
        element = tree.elements[element.parent] if element.parent >= 0 else None
    return element


def without_afterword(tree: Tree, weights: Weights, span: Span, headline: int | None) -> Span:
    """Cut prose behind the part that holds nearly all of it, where it is set in another way.

    A page's word on itself, in a whole sentence under the article, is furniture by its place alone. Of
    an `<article>` with the page's headline more than half is enough.
    """
    total = weights.prose_of(span.first, span.last)
    enough, titled = _MAIN_SHARE * total, _TITLED_SHARE * total
    top = -1 if headline is None else headline
    main, prose = span.element, weights.prose
    begin, end, size = span.first, span.last, main.last - main.first
    for element in weights.telling if total else tree.elements:
        first, last = element.first, element.last
        held = prose[last] - prose[first]
        if held < titled or last > end or last - first > size:
            continue
        holds_title = first <= top < last
        if (begin <= first or holds_title) and (held >= enough or (holds_title and element.tag == "article")):
            main, size = element, last - first
    after = [index for index in range(main.last, span.last) if weights.prose_of(index, index + 1)]
    if not after or main.tag in _LEAVES:
        return span
    inside = {
        _make(tree, index) for index in range(main.first, main.last) if weights.prose_of(index, index + 1)
    }
    like = [index for index in after if _make(tree, index) in inside]
    last = like[-1] + 1 if like else main.last
    return Span(element=span.element, first=span.first, last=last)


def clip_to_story(tree: Tree, span: Span, headline: int | None) -> Span:
    """Clip a span that holds several stories, as pages of endless scrolling do, to the headline's own.

    Another story begins where another headline does: a level-one heading, a named title or one set as the
    page's own that is no link, with text under it. The headline's story is the largest element around it
    without another headline, or ends at that one.
    """
    if headline is None:
        return span
    own = tree.blocks[headline].text
    others = [
        index
        for index in range(headline + 1, span.last)
        if tree.blocks[index].tag in HEADINGS
        and tree.blocks[index].text != own
        and (_is_headline(tree, index) or _is_set_alike(tree, headline, index))
    ]
    if not others or tree.blocks[headline].tag != tree.blocks[others[0]].tag:
        return span
    first, last = span.first, others[0]
    text = sum(len(block.text) for block in tree.blocks[headline + 1 : last] if block.prose)
    below = sum(len(block.text) for block in tree.blocks[last : span.last] if block.prose)
    if text < _STORY_CHARS or below < _STORY_CHARS:
        return span
    element = tree.elements[tree.blocks[headline].element]
    while element.parent >= 0 and tree.elements[element.parent].last <= last:
        element = tree.elements[element.parent]
    own_text = sum(len(block.text) for block in tree.blocks[headline + 1 : element.last] if block.prose)
    if own_text >= _STORY_CHARS:
        last = element.last
    return Span(element=span.element, first=first, last=max(last, first))


def _is_set_alike(tree: Tree, headline: int, index: int) -> bool:
    """Tell a heading of the headline's make, in an `<article>` or `<section>` of its own with a story under it.

    Parts of one story may be of one make too; they are set in `<div>`s.
    """
    block = tree.blocks[index]
    if block.tag != tree.blocks[headline].tag or len(block.text) < _HEADLINE_CHARS:
        return False
    element, own = tree.elements[block.element], tree.elements[tree.blocks[headline].element]
    if min(element.parent, own.parent) < 0 or element.parent == own.parent:
        return False
    if block.linked * 2 > len(block.text) or _make(tree, index) != _make(tree, headline):
        return False
    part = next((each for each in _parents(tree, element) if each.tag in _STORY_PARTS), None)
    if part is None or part.first <= headline:
        return False
    last = min(part.last, index + _NEAR_BLOCKS)
    return sum(len(each.text) for each in tree.blocks[index + 1 : last] if each.prose) >= _STORY_CHARS


def _parents(tree: Tree, element: Element) -> Iterator[Element]:
    while element.parent >= 0:
        element = tree.elements[element.parent]
        yield element


def _is_headline(tree: Tree, index: int) -> bool:
    block = tree.blocks[index]
    if block.hints & OUTSIDE or block.linked * 2 > len(block.text) or len(block.text) < _HEADLINE_CHARS:
        return False
    return block.tag == "h1" or (
        block.tag in HEADINGS and bool(tree.elements[block.element].own & Hint.HEADLINE)
    )
