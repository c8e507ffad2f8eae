"""HTML's tags to what the walk over a page does at them, by the parser's number of the tag. Pure.

The parser gives a tag's number in a third of the time that its name takes, and a page has thousands.
"""

from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

# What an end tag does; first those that end an element of the tree, then PASS, which does nothing.
CLOSE: Final = 0
CLOSE_NAMED: Final = 1
CLOSE_LINK: Final = 2
PASS: Final = 3
UNLINK: Final = 4
UNBOLD: Final = 5
# What a start tag asks for, beside PASS.
BLOCK: Final = 10
NAMED: Final = 11
IMAGE: Final = 12
BREAK: Final = 13
BOLD: Final = 14
STORY_SKIP: Final = 15
UNREAD: Final = 16
SKIP: Final = 17

STORY_TAGS = frozenset(("p", "h1", "table", "article"))
"""Blocks that a story is set in: a list of links has none of them."""

_UNREAD = (
    "noscript", "template", "svg", "iframe", "object", "select", "button", "textarea", "head", "title", "video", "audio", "canvas",
    "map", "math", "picture", "datalist", "progress", "meter", "applet", "frameset", "amp-analytics", "option", "colgroup",
)  # fmt: skip
_VOID = (
    "input", "meta", "link", "source", "param", "track", "hr", "col", "wbr", "embed", "-comment", "!doctype",
)  # fmt: skip
_INLINE = (
    "i", "em", "u", "s", "small", "big", "sub", "sup", "font", "mark", "abbr", "acronym", "cite", "code", "q", "del", "ins", "dfn",
    "kbd", "samp", "var", "tt", "bdi", "bdo", "nobr", "ruby", "rt", "rb", "rp", "strike", "data", "blink", "center-inline", "o:p",
    "st1:place",
)  # fmt: skip
_ACTIONS: dict[str, int] = (
    dict.fromkeys(_UNREAD, UNREAD)
    | dict.fromkeys(_VOID, SKIP)
    | dict.fromkeys(_INLINE, PASS)
    | dict.fromkeys(("span", "a", "time", "label"), NAMED)
    | dict.fromkeys(("b", "strong"), BOLD)
    | dict.fromkeys(("script", "style"), STORY_SKIP)
    | {"br": BREAK, "img": IMAGE, "amp-img": IMAGE}
)
_BLOCKS = (
    "p", "h1", "table", "article", "div", "ul", "ol", "li", "dl", "dt", "dd", "section", "header", "footer", "main", "nav", "aside", "form", "fieldset", "legend",
    "figure", "figcaption", "blockquote", "pre", "address", "center", "details", "summary", "dialog", "menu", "body", "html", "caption",
    "tbody", "thead", "tfoot", "tr", "td", "th", "h2", "h3", "h4", "h5", "h6", "hgroup",
)  # fmt: skip
# Tags that HTML does not know get a number in each document anew, by their address in memory.
_NUMBERS = 1000


def action_of(tag: str) -> int:
    """Return what a start tag asks for; a tag without a place in the tables is a block's."""
    return _ACTIONS.get(tag, BLOCK)


def unnumbered(node: LexborNode) -> tuple[int, str]:
    """Give what the start tag of an element asks for that HTML does not know, and its name."""
    tag = node.tag or ""
    return action_of(tag), tag


def _numbered() -> tuple[dict[int, tuple[int, str]], int]:
    parser = LexborHTMLParser("<!doctype html><p><!-- -->-</p>")
    nodes = [parser.create_node(tag) for tag in (*_ACTIONS, *_BLOCKS) if tag.isalnum()]
    shown = list(parser.body.traverse(include_text=True)) if parser.body is not None else []
    tags = {node.tag_id: node.tag or "" for node in (*nodes, *shown) if node.tag_id < _NUMBERS}
    text = next(node.tag_id for node in shown if node.is_text_node)
    return {number: (action_of(tag), tag) for number, tag in tags.items()}, text


KINDS, TEXT = _numbered()
"""What a start tag asks for and its name, by its number; and the number of a text."""

KINDS_WITH_NOSCRIPT = {
    number: (BLOCK if tag == "noscript" else action, tag) for number, (action, tag) in KINDS.items()
}
