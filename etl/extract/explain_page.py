"""Page of HTML to a page that shows what was kept and what was dropped, in colour, right to left. Pure.

The decisions are painted over the source page itself, each with its rule and evidence on hover,
and listed beneath it. The page is inert: scripts and frames are taken out and a content security
policy keeps the browser from asking the outlet for anything.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from etl.extract.html_guard import refuse
from etl.extract.html_page import KEPT, PageReading, read_parsed
from etl.model import BlockKind
from etl.sources.platforms import Layout

_ACTIVE = ["script", "iframe", "object", "embed", "base", "frame", "link", "noscript"]
_COLOURS = {
    "title": "#b9d7ff",
    "body": "#c9f2c9",
    "subhead": "#a8e6a8",
    "caption": "#fff0b3",
    "tags": "#e6d5ff",
    "attribution": "#ffe0c2",
    "author": "#d5f0ff",
    "published": "#d5f0ff",
    "section": "#d5f0ff",
    "boilerplate": "#ffc9c9",
    "outside": "#e4e4e4",
}
_STYLE = "".join(
    f'[data-rasad="{kind}"]{{background:{colour}!important;color:#111!important;outline:1px solid #8884}}'
    for kind, colour in _COLOURS.items()
) + (
    ".rasad{all:initial;display:block;font:14px/1.6 sans-serif;direction:rtl;background:#fff;color:#111;padding:1em;border-top:4px solid #333}"
    ".rasad table{border-collapse:collapse;width:100%}.rasad td{border:1px solid #ccc;padding:.2em .5em;vertical-align:top}"
    ".rasad code{direction:ltr;unicode-bidi:isolate;white-space:nowrap}"
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def explain_page(
    markup: str, *, layouts: tuple[Layout, ...] = (), learned: Mapping[int, int] | None = None
) -> str:
    """Return the page with every block coloured by its kind and a list of the decisions below.

    A page that is not parsed (see `html_guard`) gives a page that says why.
    """
    if (refusal := refuse(markup)) is not None:
        return _document(f"<p>{escape(refusal[1])}</p>")
    parser = LexborHTMLParser(markup)
    read = read_parsed(parser, layouts=layouts, learned=learned, whole=True)
    if read is None:
        return _document("<p>no markup</p>")
    _paint(parser, read)
    root = parser.root
    if root is None or parser.body is None:
        return _document(_listing(read))
    root.strip_tags(_ACTIVE)
    for node in parser.css("meta[http-equiv], [onload], [onclick], [onerror]"):
        if node.tag == "meta":
            node.decompose()
        else:
            _disarm(node)
    root.attrs["dir"] = "rtl"
    return _document(parser.body.inner_html or "", _listing(read))


def _disarm(node: LexborNode) -> None:
    for name in [name for name in node.attributes if name.startswith("on")]:
        del node.attrs[name]


def _document(*parts: str) -> str:
    return (
        '<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<title>rasad extract --explain</title><style>{_STYLE}</style></head><body>{''.join(parts)}</body></html>"
    )


def _paint(parser: LexborHTMLParser, read: PageReading) -> None:
    """Mark each element that shows text itself with the kind of its blocks, and why."""
    blocks_of: defaultdict[int, list[int]] = defaultdict(list)
    for index, block in enumerate(read.tree.blocks):
        blocks_of[read.tree.elements[block.element].node].append(index)
    root = parser.root
    if root is None:
        return
    for node in root.traverse():
        indexes = blocks_of.get(node.mem_id)
        if indexes:
            kinds = [_kind(read, index) for index in indexes]
            node.attrs["data-rasad"] = next((kind for kind in kinds if kind in KEPT), kinds[0])
            node.attrs["title"] = " | ".join(dict.fromkeys(_why(read, index) for index in indexes))


def _kind(read: PageReading, index: int) -> str:
    if index == read.headline:
        return BlockKind.TITLE
    return read.reading.kinds.get(index, "outside")


def _why(read: PageReading, index: int) -> str:
    if index == read.headline:
        return "headline"
    rule = read.reading.rules.get(index, "outside the article's element")
    evidence = read.reading.evidence.get(index, "")
    return f"{rule} ({evidence})" if evidence else rule


def _listing(read: PageReading) -> str:
    return f'<div class="rasad"><table>{"".join(_rows(read))}</table></div>'


def _rows(read: PageReading) -> Iterator[str]:
    for index, block in enumerate(read.tree.blocks):
        kind = _kind(read, index)
        colour = _COLOURS[kind]
        yield (
            f'<tr style="background:{colour}"><td>{index + 1}</td><td><code>{kind}</code></td>'
            f"<td><code>{escape(_why(read, index))}</code></td><td>{escape(block.text)}</td></tr>"
        )
