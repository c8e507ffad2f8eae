"""Layouts to what they point at on one page: body, lead, headline, parts to cut. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from etl.extract.html_hints import Hint
from etl.extract.span import Span
from etl.extract.structure import Weights
from etl.extract.tree import Tree
from etl.sources.platforms import Layout

_MOST_MATCHES = 200
_MOST_OF_TEXT = 0.6
_LEAST_CHARS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointed:
    """The elements that a layout points at, by their index in the tree."""

    layout: str
    body: tuple[int, ...] = ()
    title: tuple[int, ...] = ()


def fitting(layouts: Iterable[Layout], markup: str, day: date) -> Iterator[Layout]:
    """Give the layouts whose marks are in the markup and whose time holds the day."""
    for layout in layouts:
        if layout.since is not None and day < layout.since:
            continue
        if layout.until is not None and day > layout.until:
            continue
        if not layout.marks or any(mark in markup for mark in layout.marks):
            yield layout


def point(layout: Layout, parser: LexborHTMLParser, tree: Tree) -> Pointed:
    """Find what a layout's selectors match, and mark what it cuts and what it calls a lead."""
    index_of = {element.node: index for index, element in enumerate(tree.elements)}
    for selectors, hint in ((layout.drop, Hint.LAYOUT), (layout.lead, Hint.LEAD)):
        if selectors:
            for index in _matches(parser, ", ".join(selectors), index_of):
                tree.elements[index].own |= hint
    return Pointed(
        layout=layout.name,
        body=_first(parser, layout.body, index_of),
        title=_first(parser, layout.title, index_of),
    )


def pointed_span(pointed: Pointed, tree: Tree, weights: Weights, found: Span | None) -> Span | None:
    """Return the span of the pointed body where it holds most of the text that was found anyway."""
    best: Span | None = None
    held = 0.0
    for index in pointed.body:
        element = tree.elements[index]
        prose = weights.prose_of(element.first, element.last)
        if prose > held:
            best, held = Span(element=element, first=element.first, last=element.last), prose
    if best is None or held < _LEAST_CHARS:
        return None
    total = weights.prose_of(found.first, found.last) if found is not None else 0.0
    return best if held >= _MOST_OF_TEXT * total else None


def pointed_headline(pointed: Pointed, tree: Tree) -> int | None:
    """Return the first block of the pointed headline."""
    for index in pointed.title:
        element = tree.elements[index]
        if element.last > element.first:
            return element.first
    return None


def _first(parser: LexborHTMLParser, selectors: Iterable[str], index_of: dict[int, int]) -> tuple[int, ...]:
    for selector in selectors:
        if found := tuple(_matches(parser, selector, index_of)):
            return found
    return ()


def _matches(parser: LexborHTMLParser, selector: str, index_of: dict[int, int]) -> Iterator[int]:
    try:
        nodes = parser.css(selector)[:_MOST_MATCHES]
    except (SelectolaxError, ValueError) as error:
        msg = f"a layout's selector {selector!r} is no CSS: {error}"
        raise ValueError(msg) from error
    for node in nodes:
        if (index := index_of.get(node.mem_id)) is not None:
            yield index
