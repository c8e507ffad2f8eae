"""The data that a page's scripts start with, to the body that they would show. Pure.

Next.js and its kin send an empty frame and the story as JSON (`__NEXT_DATA__`, `Fusion.globalContent`,
`__INITIAL_STATE__`), beside other stories. So a text is taken only from an object that also has the
title that the page states of itself, and asked for only where the page shows next to nothing.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from selectolax.lexbor import LexborHTMLParser

from etl.extract.html_witness import LEAST_CHARS, paragraphs_of
from etl.extract.metadata_title import title_key

_MOST_SCRIPTS, _MOST_STARTS = 60, 3
_MOST_CHARS = 2_000_000
_MOST_VALUES = 50_000
_START = re.compile(r"(?:^|=|\()\s*(?=[{\[][\s\"{\[])")
_DECODER = json.JSONDecoder(strict=False)
_TITLES = ("title", "headline", "headlines", "basic", "rendered")
_BODIES = (
    "articleBody", "body", "content", "fullText", "full_text", "bodyHtml", "body_html", "text", "html", "details", "story",
    "content_elements", "blocks",
)  # fmt: skip
_PARTS = ("content", "text", "html", "value", "data", "rendered", "processed")
# A part that leads elsewhere: another story, a picture, a film.
_LEADS = frozenset(("url", "href", "src", "link"))
_DEEPEST, _TITLE_CHARS = 4, 400


def state_body(parser: LexborHTMLParser, titles: frozenset[str], shown: str) -> tuple[str, ...]:
    """Return the paragraphs of the story that a page's scripts hold, where it shows next to nothing, else none.

    `titles` are the keys of the page's stated titles.
    """
    if len(shown) >= LEAST_CHARS or not titles:
        return ()
    least = max(LEAST_CHARS, 2 * len(shown))
    # Of one object the longest text; of two objects the one whose name says body first: a thread of comments
    # has the story's title too, and may be longer.
    best: tuple[int, int, tuple[str, ...]] = (len(_BODIES), 0, ())
    for node in _objects(parser):
        if not any(title_key(title) in titles for title in _titles(node)):
            continue
        texts = (paragraphs_of(_text(node.get(name), _DEEPEST)) for name in _BODIES)
        size, place, found = max((sum(map(len, text)), -nth, text) for nth, text in enumerate(texts))
        if size >= least:
            best = min(best, (-place, -size, found))
    return best[2]


def _objects(parser: LexborHTMLParser) -> Iterator[Mapping[str, object]]:
    """Give the objects in the data of all scripts, outer ones first, at most 50,000."""
    waiting: list[object] = [value for script in _scripts(parser) for value in _values(script)]
    seen = 0
    for value in waiting:
        inner: Iterable[object] = ()
        if isinstance(value, dict):
            yield value
            inner = value.values()
        elif isinstance(value, list):
            inner = value
        for each in inner:
            if isinstance(each, (dict, list)) and seen < _MOST_VALUES:
                seen += 1
                waiting.append(each)


def _scripts(parser: LexborHTMLParser) -> Iterator[str]:
    for node in parser.css("script:not([src])")[:_MOST_SCRIPTS]:
        text = node.text(deep=True)
        if LEAST_CHARS <= len(text) <= _MOST_CHARS and node.attributes.get("type") != "application/ld+json":
            yield text


def _values(script: str) -> Iterator[object]:
    """Give the JSON values that a script is, or assigns."""
    for found in islice(_START.finditer(script), _MOST_STARTS):
        try:
            yield _DECODER.raw_decode(script, found.end())[0]
        except (ValueError, RecursionError):
            continue


def _titles(node: Mapping[str, object]) -> Iterator[str]:
    for name in _TITLES:
        value = node.get(name)
        if isinstance(value, dict):
            value = next((value[each] for each in _TITLES if isinstance(value.get(each), str)), None)
        if isinstance(value, str) and len(value) <= _TITLE_CHARS:
            yield value


def _text(value: object, depth: int) -> str:
    """Return a stated text as one string: itself, or its parts, each a paragraph."""
    if isinstance(value, str):
        return value
    if depth and isinstance(value, list):
        return "\n".join(filter(None, (_text(each, depth - 1) for each in value)))
    if depth and isinstance(value, dict) and _LEADS.isdisjoint(value):
        return next(filter(None, (_text(value.get(name), depth - 1) for name in _PARTS)), "")
    return ""
