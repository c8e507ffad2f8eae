"""Markup to what was read of it: statements, tree, headline, decisions on blocks. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from etl.extract.blocks import Tree, read_tree
from etl.extract.form import key_of
from etl.extract.html_body import BodyReader, read_lead
from etl.extract.html_hints import OUTSIDE, Hint
from etl.extract.html_reading import Reading
from etl.extract.html_witness import hidden_body
from etl.extract.metadata import Candidate, Harvest, harvest
from etl.extract.metadata_title import find_headline, stated_titles, without_site
from etl.extract.structure import Span, body_span, clip_to_story, is_prose, mark_cards, spread_hints, weigh
from etl.model import BlockKind

KEPT = (BlockKind.BODY, BlockKind.SUBHEAD)
_NOTHING = 60
_ENDS = (".", "!", "?", "؟", "…", "۔", ":", "؛", "。")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """Everything that was read from one page's markup, before anything is concluded."""

    says: Harvest
    tree: Tree
    stated: tuple[Candidate, ...]
    headline: int | None
    reading: Reading
    span: tuple[int, int]
    hidden: tuple[str, ...]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The body's paragraphs as shown, or from the page's data where it shows none."""
        return self.hidden or tuple(_joined(self.tree, self.reading.of_kind(*KEPT)))


def read_markup(markup: str, *, learned: Mapping[int, int] | None = None) -> PageReading | None:
    """Read a page's markup; None where it has no elements at all."""
    parser = LexborHTMLParser(markup)
    root = parser.body or parser.root
    if root is None:
        return None
    says = harvest(parser)
    stated = stated_titles(says)
    tree = read_tree(root)
    if sum(len(block.text) for block in tree.blocks) < _NOTHING and parser.css_first("noscript") is not None:
        tree = read_tree(root, noscript=True)
    headline = find_headline(tree, stated)
    reading, span = _decide(tree, headline, stated, learned or {})
    shown = "\n".join(tree.blocks[index].text for index in reading.of_kind(*KEPT))
    return PageReading(says=says, tree=tree, stated=stated, headline=headline, reading=reading, span=span,
                       hidden=hidden_body(says.json_ld, shown))  # fmt: skip


def _decide(tree: Tree, headline: int | None, stated: tuple[Candidate, ...], learned: Mapping[int, int]
            ) -> tuple[Reading, tuple[int, int]]:  # fmt: skip
    """Find where the article stands and decide on its blocks; the span is of the blocks decided on."""
    mark_cards(tree)
    spread_hints(tree, headline)
    found = body_span(tree, weigh(tree))
    reading = Reading(tree)
    if found is None:
        return reading, (0, 0)
    found = clip_to_story(tree, found, headline)
    keys = {key_of(each.value) for each in stated} | {key_of(without_site(each.value, "")) for each in stated}
    start = found.first
    if headline is not None:
        keys.add(key_of(tree.blocks[headline].text))
        if headline < start:
            read_lead(reading, headline + 1, start, frozenset(keys))
        elif headline < found.last and _little_before(tree, found, headline):
            start = headline + 1
    BodyReader(reading, start, found.last, frozenset(keys), learned).read()
    return reading, (start, found.last)


def _little_before(tree: Tree, found: Span, headline: int) -> bool:
    """Say whether the headline stands above the text: what precedes it then is no part of it."""
    before = sum(len(block.text) for block in tree.blocks[found.first : headline] if _counts(block.hints) and is_prose(block))
    after = sum(len(block.text) for block in tree.blocks[headline + 1 : found.last] if _counts(block.hints) and is_prose(block))
    return before <= after


def _counts(hints: int) -> bool:
    return not hints & (OUTSIDE | Hint.FIGURE)


def _joined(tree: Tree, kept: list[int]) -> list[str]:
    """Give the kept blocks' texts, a paragraph that an advertisement cut in two made one again.

    A `<div>` inside a `<p>` ends the paragraph for the parser: its second half is bare text in the
    paragraph's parent, and its first half has no stop.
    """
    texts: list[str] = []
    before: int | None = None
    for index in kept:
        block = tree.blocks[index]
        if before is not None and _is_second_half(tree, before, index):
            texts[-1] = f"{texts[-1]} {block.text}"
        else:
            texts.append(block.text)
        before = index
    return texts


def _is_second_half(tree: Tree, before: int, index: int) -> bool:
    first, second = tree.blocks[before], tree.blocks[index]
    return (
        first.tag == "p"
        and second.tag != "p"
        and not second.after_break
        and tree.elements[first.element].parent == second.element
        and not first.text.endswith(_ENDS)
    )
