"""JSON-LD's articleBody as a witness: asked where the page shows next to nothing of it. Pure.

Pages built by scripts show a lead and keep the text in their data; there it is the only body.
Where the page does show its text, what it shows is the article, and the witness is not heard:
it may be cut, an older version, or hold the captions too.
"""

import html
import re
from collections.abc import Mapping

from etl.extract.form import key_of

LEAST_CHARS = 300
_SHOWN_SHARE = 0.4
_PARAGRAPH = re.compile(r"\s*(?:</p>|<br\s*/?>|[\r\n]+)\s*", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_MISSING_STOP = re.compile(r"(?<=[.!?؟»\"”])(?=[^\W\d_])")
_LONG_PARAGRAPH = 1500


def hidden_body(node: Mapping[str, object] | None, shown: str) -> tuple[str, ...]:
    """Return the paragraphs of a node's articleBody where the page shows less than two fifths of it, else none."""
    stated = node.get("articleBody") if node else None
    if not isinstance(stated, str) or len(stated) < LEAST_CHARS:
        return ()
    if len(shown) >= _SHOWN_SHARE * len(stated):
        # Its paragraphs have no more characters than it has as stated.
        return ()
    paragraphs = paragraphs_of(stated)
    total = sum(map(len, paragraphs))
    if len(shown) >= _SHOWN_SHARE * total:
        return ()
    if shown and key_of(shown[:120]) and not _overlaps(shown, " ".join(paragraphs)):
        # The page shows another text: then the data may be of another story.
        return paragraphs if len(shown) < LEAST_CHARS else ()
    return paragraphs


def paragraphs_of(stated: str) -> tuple[str, ...]:
    """Return the paragraphs of a text that is stated in a page's data, with markup or without."""
    text = html.unescape(html.unescape(stated)) if "&" in stated else stated
    # JSON may hold half of a character's pair, which no file can be written with.
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    parts = (" ".join(_TAG.sub(" ", part).split()) for part in _PARAGRAPH.split(_with_breaks(text)))
    return tuple(part for part in parts if part)


def _overlaps(shown: str, text: str) -> bool:
    words = shown.split()[:400]
    known = set(text.split())
    return sum(word in known for word in words) >= 0.6 * len(words)


def _with_breaks(text: str) -> str:
    """Part a body that was stored as one line: after a stop that no space follows."""
    return (
        text if "\n" in text or len(text) < _LONG_PARAGRAPH or "<" in text else _MISSING_STOP.sub("\n", text)
    )
