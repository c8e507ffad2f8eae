"""Tree and what is known of the page to where the article stands, and the decisions on it. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from etl.extract.cards import mark_cards
from etl.extract.html_body import BodyReader
from etl.extract.html_hints import OUTSIDE, Hint
from etl.extract.html_lead import drop_repeats, read_lead
from etl.extract.html_reading import Reading
from etl.extract.layout import Pointed, pointed_span
from etl.extract.metadata_title import title_key
from etl.extract.span import Span, body_span, clip_to_story, without_afterword
from etl.extract.structure import Weights, relax_hints, spread_hints, weigh
from etl.extract.tree import Element, Tree

_HARDLY_ANY, _STORY = 80, 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known before the body is sought: headline, titles, the site's repeats, layouts.

    `told` says whether the page's data hold the body, so that nothing hidden need be dug out.
    """

    headline: int | None
    titles: frozenset[str]
    learned: Mapping[int, int] = field(default_factory=dict)
    pointed: tuple[Pointed, ...] = ()
    told: Callable[[], bool] = bool


def decide(tree: Tree, known: Known) -> tuple[Reading, tuple[int, int]]:
    """Find where the article stands and decide on its blocks; the span is of the blocks decided on."""
    reading = Reading(tree)
    found = _span(tree, known)
    if found is None:
        return reading, (0, 0)
    headline, titles, start = known.headline, known.titles, found.first
    if headline is not None:
        titles |= {title_key(tree.blocks[headline].text)}
        if headline < start:
            read_lead(reading, headline + 1, start, titles)
        elif headline < found.last and _stands_above(tree, found, headline):
            start = headline + 1
    BodyReader(reading, start, found.last, titles, known.learned).read()
    drop_repeats(reading)
    return reading, (start, found.last)


def _span(tree: Tree, known: Known) -> Span | None:
    """Choose the span by the page's structure, and by a layout where one holds most of that text."""
    cards = mark_cards(tree)
    spread_hints(tree, known.headline, cards)
    weights = weigh(tree)
    found = body_span(tree, weights)
    little = found is None or weights.prose_of(found.first, found.last) < _HARDLY_ANY
    if little and known.headline is not None and not known.told():
        weights, found = _relaxed(tree, known.headline, cards, weights, found)
    spans = (pointed_span(each, tree, weights, found) for each in known.pointed)
    found = next((span for span in spans if span is not None), found)
    if found is None:
        return None
    return without_afterword(tree, weights, clip_to_story(tree, found, known.headline), known.headline)


def _relaxed(
    tree: Tree, headline: int, cards: list[Element], weights: Weights, found: Span | None
) -> tuple[Weights, Span | None]:
    """Look again without the names that may hide the article; keep what was found if that is no story."""
    kept = [element.own for element in tree.elements]
    if relax_hints(tree):
        spread_hints(tree, headline, cards)
        again = weigh(tree)
        span = body_span(tree, again)
        if span is not None and span.last > headline and again.prose_of(span.first, span.last) >= _STORY:
            return again, span
        for element, own in zip(tree.elements, kept, strict=True):
            element.own = own
        spread_hints(tree, headline, cards)
    return weights, found


def _stands_above(tree: Tree, found: Span, headline: int) -> bool:
    """Say whether the headline stands above the text: what precedes it then is no part of it."""
    before = _prose(tree, found.first, headline)
    return before <= _prose(tree, headline + 1, found.last)


def _prose(tree: Tree, first: int, last: int) -> int:
    return sum(
        len(block.text)
        for block in tree.blocks[first:last]
        if not block.hints & (OUTSIDE | Hint.FIGURE) and block.prose
    )
