"""One block of text to its form: folded key, length, ending, list mark. Pure.

Rules judge a block by its form, never by the file it came from; so a line of a saved text and
a block of an HTML page are judged by the same rules.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from etl.text.letterforms import Words
from etl.text.letters import folded_words

# A rule looks at the head and the tail of a block; a paragraph of any length costs the same.
_HEAD_CHARS = 260
_TAIL_CHARS = 60
_SHORT_CHARS = 80
# A label is short; a separator further on belongs to a sentence.
_LABEL_CHARS = 60
_words = Words(r"[^\W_]")
_ARABIC = re.compile(r"[\u0621-\u064A\u0671-\u06D3\uFB50-\uFDFF\uFE70-\uFEFC]")
# What may stand behind a block's last mark: quotes, brackets, and all white space of Unicode.
_CLOSING = "\"'»«”“’‘)]*" + "".join(filter(str.isspace, map(chr, range(0x3001))))
_STOPS = (".", "\u06d4")
_END_MARKS = (*_STOPS, "!", "?", "؟", "؛", ";", "…")
_ELLIPSIS = re.compile(r"(?:…|\.{2,}|\[…\]|\(\.{3}\))[\s\"'»”)\]]*$")
_COLON = re.compile(r"[::][\s\"'«“‘]*$")
_BULLET = re.compile(r"\s*(?:[•●▪■◾◆♦○▫‣·*»›>✔✅▶►◄◀+]+|[-–—ـ]+(?=\s)|[-–—]+(?=\D))\s*")
_NUMBERED = re.compile(r"\s*[(\[]?[0-9٠-٩۰-۹]{1,2}\s?[-–.)ـ/\]]\s*(?=\D)")
# What it may begin with is asked first, once for all alternatives.
_LABEL_END = re.compile(r"(?=[:|>»›←\n…\s\-–—.])(?:[:|>»›←\n…]|\s?[-–—](?=\s)|\.{2,})")
_LABEL_MARK = re.compile(r"[:|>»›←\n….\-–—]")
# A cue in quotes of its own, before a title («شاهد أيضا» …).
_QUOTED_LABEL = re.compile(r"\W*\"([^\"]{3,40})\"(?=\s)")
_QUOTES = ('"', "“", "«", "”", "'", "‘")


class Form(NamedTuple):
    """What a rule may look at: the block's text, its folded words, and the marks of its form.

    A named tuple, since a frozen dataclass of its size takes four times as long to make.
    `key` is the folded words joined by single spaces, of the first 260 characters; `label` is
    the key of what stands before the first separator (colon, bar, spaced dash), or the whole.
    """

    text: str
    key: str
    label: str
    tokens: tuple[str, ...]
    words: int
    stop: bool
    end_mark: bool
    ellipsis: bool
    colon: bool
    bullet: bool
    numbered: bool
    quoted: bool
    arabic: bool


def key_of(text: str) -> str:
    """Give the folded words of `text` with one space between them, the form cues are kept in."""
    return _short_key(text) if len(text) <= _SHORT_CHARS else " ".join(folded_words(text, _words)[1])


# The short lines of a page (menus, names, sections) are folded many times, and come again on the next page.
@lru_cache(maxsize=8192)
def _short_key(text: str) -> str:
    return " ".join(folded_words(text, _words)[1])


def form_of(text: str) -> Form:
    """Measure one block; its cost is bounded whatever its length, since 20 MB may be one line."""
    return _short_form(text) if len(text) <= _SHORT_CHARS else _form_of(text)


@lru_cache(maxsize=8192)
def _short_form(text: str) -> Form:
    return _form_of(text)


def _form_of(text: str) -> Form:
    long = len(text) > _HEAD_CHARS
    head, tail = (text[:_HEAD_CHARS], text[-_TAIL_CHARS:]) if long else (text, text[-_TAIL_CHARS:])
    folded, words = folded_words(head, _words)
    tokens = tuple(words)
    key = " ".join(tokens)
    bullet = _BULLET.match(head)
    separator = None
    if _LABEL_MARK.search(folded, 1, _LABEL_CHARS):
        separator = _LABEL_END.search(folded, min(3, len(folded)) if bullet else 1, _LABEL_CHARS)
    label = " ".join(_words(folded[: separator.start()])) if separator else key
    quoted_label = _QUOTED_LABEL.match(folded) if '"' in folded[:4] else None
    if quoted_label:
        label = " ".join(_words(quoted_label.group(1)))
    ending = tail.rstrip(_CLOSING)
    end_mark = ending.endswith(_END_MARKS)
    return Form(
        text=text,
        key=key,
        label=label,
        tokens=tokens,
        words=text.count(" ") + 1 if long else len(tokens),
        stop=ending.endswith(_STOPS),
        end_mark=end_mark,
        ellipsis=end_mark and ("…" in tail or ".." in tail) and _ELLIPSIS.search(tail) is not None,
        colon=not end_mark and _COLON.search(tail) is not None,
        bullet=bullet is not None,
        numbered=_NUMBERED.match(head) is not None,
        quoted=(head[bullet.end() :] if bullet else head).startswith(_QUOTES),
        arabic=_ARABIC.search(head) is not None,
    )
