"""Markup to the reason for not parsing it, or None. Pure.

The HTML parsing algorithm is quadratic in the depth of open elements and in the attributes of
one tag: 100,000 nested `<div>` took 36 s in lexbor, 30,000 attributes of one tag 1.7 s. Pages of
the press have depths below 100 and no tag with a hundred attributes, so a bound far above those
costs nothing and keeps every page's time linear in its size.
"""

import re

from etl.model import DropReason

LONGEST = 8_000_000
_DEEPEST = 3_000
_SUSPECT_TAGS = 12_000
_SUSPECT_CHARS = 200_000
_MOST_ATTRIBUTE_PIECES = 4_000
# Elements that never nest: void ones, and those that the next of their kind closes.
_FLAT = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
     "p", "li", "option", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "path", "use", "circle", "rect", "g",
     "polygon", "line", "ellipse", "stop", "a")
)  # fmt: skip
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,40})(?:[^>]{0,2000}?(/)>)?")
# Runs of sixteen characters outside quotes, or one quoted value: the pieces of one tag.
_LONG_TAG = re.compile(
    r"<[a-zA-Z](?>[^>\"']{1,16}|\"[^\"]*+\"|'[^']*+'|[\"']){" + str(_MOST_ATTRIBUTE_PIECES) + "}"
)


def refuse(markup: str, coded: bytes | None = None) -> tuple[DropReason, str] | None:
    """Return why this markup is not parsed: too long, nested too deep, a tag of too many attributes.

    `coded` is the markup in UTF-8 where that is at hand.
    """
    if len(markup) <= _SUSPECT_CHARS and _tags(markup.encode() if coded is None else coded) <= _SUSPECT_TAGS:
        return None
    if len(markup) > LONGEST:
        return DropReason.TOO_LARGE, f"{len(markup)} characters, at most {LONGEST}"
    if len(markup) > _SUSPECT_CHARS and _LONG_TAG.search(markup):
        return DropReason.UNREADABLE, f"a tag with more than {_MOST_ATTRIBUTE_PIECES} pieces of attributes"
    if markup.count("<") > _SUSPECT_TAGS and (depth := _depth(markup)) > _DEEPEST:
        return DropReason.UNREADABLE, f"elements nested {depth} deep, at most {_DEEPEST}"
    return None


def _tags(coded: bytes) -> int:
    """Count what may begin a tag: `replace` leaps from one to the next, where `count` looks at each byte."""
    return len(coded) - len(coded.replace(b"<", b""))


def _depth(markup: str) -> int:
    """Return how deep elements nest at most, or the first depth past the bound."""
    depth = deepest = 0
    open_of: dict[str, int] = {}
    for found in _TAG.finditer(markup):
        closing, name, closed = found.groups()
        name = name.lower()
        if name in _FLAT or closed:
            continue
        if not closing:
            depth += 1
            open_of[name] = open_of.get(name, 0) + 1
            deepest = max(deepest, depth)
            if deepest > _DEEPEST:
                break
        elif open_of.get(name, 0) > 0:
            open_of[name] -= 1
            depth -= 1
    return deepest
