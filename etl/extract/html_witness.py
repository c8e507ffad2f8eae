"""JSON-LD's articleBody as a witness: asked where the page shows next to nothing of it. Pure.

Pages built by scripts show a lead and keep the text in their data; there it is the only body.
Where the page does show its text, what it shows is the article, and the witness is not heard:
it may be cut, an older version, or hold the captions too.
"""

import html
import re
from collections.abc import Iterable, Mapping

from etl.extract.form import key_of
from etl.extract.metadata_jsonld import article_node

_LEAST_CHARS = 300
_SHOWN_SHARE = 0.4
_PARAGRAPH = re.compile(r"\s*(?:</p>|<br\s*/?>|[\r\n]+)\s*", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_MISSING_STOP = re.compile(r"(?<=[.!?؟»\"”])(?=[^\W\d_])")
_LONG_PARAGRAPH = 1500


def hidden_body(nodes: Iterable[Mapping[str, object]], shown: str) -> tuple[str, ...]:
    """Return the paragraphs of articleBody where the page shows less than two fifths of it, else none."""
    node = article_node(nodes)
    stated = node.get("articleBody") if node else None
    if not isinstance(stated, str) or len(stated) < _LEAST_CHARS:
        return ()
    text = html.unescape(html.unescape(stated)) if "&" in stated else stated
    paragraphs = tuple(
        " ".join(part.split()) for part in _PARAGRAPH.split(_with_breaks(text)) if part.strip()
    )
    paragraphs = tuple(
        part for part in (" ".join(_TAG.sub(" ", part).split()) for part in paragraphs) if part
    )
    total = sum(map(len, paragraphs))
    if len(shown) >= _SHOWN_SHARE * total:
        return ()
    if shown and key_of(shown[:120]) and not _overlaps(shown, text):
        # The page shows another text: then the data may be of another story.
        return paragraphs if len(shown) < _LEAST_CHARS else ()
    return paragraphs


def _overlaps(shown: str, text: str) -> bool:
    words = shown.split()[:400]
    known = set(text.split())
    return sum(word in known for word in words) >= 0.6 * len(words)


def _with_breaks(text: str) -> str:
    """Part a body that was stored as one line: after a stop that no space follows."""
    return (
        text if "\n" in text or len(text) < _LONG_PARAGRAPH or "<" in text else _MISSING_STOP.sub("\n", text)
    )
