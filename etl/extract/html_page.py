"""Markup to what was read of it: statements, tree, headline, decisions on blocks. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from etl.extract.blocks import read_tree
from etl.extract.html_choice import Known, decide
from etl.extract.html_reading import Reading
from etl.extract.html_state import state_body
from etl.extract.html_witness import hidden_body
from etl.extract.layout import point, pointed_headline
from etl.extract.metadata import Candidate, Harvest, harvest
from etl.extract.metadata_jsonld import text_of
from etl.extract.metadata_title import find_headline, nearest_heading, stated_titles, title_keys
from etl.extract.structure import measure
from etl.extract.tree import Tree
from etl.model import BlockKind
from etl.sources.platforms import Layout

KEPT = (BlockKind.BODY, BlockKind.SUBHEAD)
# The events of the tree show a list's chosen entry a second time, and take a twentieth of the parser's time.
_OPTIONS = int(LexborDocumentOptions.WO_EVENTS)
_NOTHING = 60
_TOLD_CHARS = 300
_STOPS = (".", "!", "?", "؟", "…", "۔", ":", "؛", "。")


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


def read_markup(
    markup: str | bytes, *, layouts: tuple[Layout, ...] = (), learned: Mapping[int, int] | None = None
) -> PageReading | None:
    """Read a page's markup; None where it has no elements at all. `layouts` are those that fit the page.

    Valid UTF-8 may be given as bytes: that is what the parser works on.
    """
    return read_parsed(LexborHTMLParser(markup, options=_OPTIONS), layouts=layouts, learned=learned)


def read_parsed(
    parser: LexborHTMLParser,
    *,
    layouts: tuple[Layout, ...] = (),
    learned: Mapping[int, int] | None = None,
    whole: bool = False,
) -> PageReading | None:
    """Read a parsed page; with `whole` its menus are read too, to be shown."""
    root = parser.body or parser.root
    if root is None:
        return None
    says = harvest(parser)
    stated = stated_titles(says)
    tree = _tree(parser, root, whole=whole, complete=bool(layouts))
    measure(tree)
    keys, bare = title_keys(stated)
    headline = find_headline(tree, keys, bare)
    pointed = tuple(point(layout, parser, tree) for layout in layouts)
    if headline is None:
        found = (pointed_headline(each, tree) for each in pointed)
        headline = next((index for index in found if index is not None), None)
    known = Known(
        headline=headline,
        titles=keys | bare,
        learned=learned or {},
        pointed=pointed,
        told=partial(_is_told, says),
    )
    reading, span = decide(tree, known)
    if headline is None and span[1] > span[0]:
        headline = nearest_heading(tree, stated, span[0])
        if headline is not None:
            reading, span = decide(tree, replace(known, headline=headline))
    shown = "\n".join(tree.blocks[index].text for index in reading.of_kind(*KEPT))
    return PageReading(
        says=says,
        tree=tree,
        stated=stated,
        headline=headline,
        reading=reading,
        span=span,
        hidden=hidden_body(says.article, shown) or state_body(parser, keys | bare, shown),
    )


def _is_told(says: Harvest) -> bool:
    """Say whether the page's data hold the body."""
    return len(text_of(says.article, "articleBody")) >= _TOLD_CHARS


def _tree(parser: LexborHTMLParser, root: LexborNode, *, whole: bool, complete: bool) -> Tree:
    """Read the tree; an unclosed `<noscript>` may hold the whole page."""
    tree = read_tree(root, whole=whole, complete=complete)
    if len(tree.blocks) > _NOTHING or sum(len(block.text) for block in tree.blocks) >= _NOTHING:
        return tree
    if parser.css_first("noscript") is None:
        return tree
    return read_tree(root, noscript=True, whole=whole, complete=complete)


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
        and not first.text.endswith(_STOPS)
    )
