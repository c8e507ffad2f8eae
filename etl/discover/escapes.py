"""Percent escapes to letters and back, one spelling each. Pure, idempotent.

Only what means the same is made the same: an escaped letter, an escaped Arabic letter, an Arabic
letter escaped twice. An escaped delimiter (%2F, %3F, %26, %23, %25) stays escaped, because %2F in a
path is not the slash between two segments; bytes that are no UTF-8 stay as they are, in upper case.
"""

import re
from unicodedata import normalize
from urllib.parse import quote

_RUN = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_TWICE = re.compile(r"(?:%25(?:[0-9A-Fa-f]{2}))+")
_DELIMITER = re.compile(r"[\x00-\x1f\x7f/?#\[\]@!$&'()*+,;=:%]")
_RESERVED = frozenset(b"/?#[]@!$&'()*+,;=:%")
# Marks of direction and the byte order mark come in by copying and pasting; nobody types them.
_INVISIBLE = re.compile(
    "[\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}\N{ZERO WIDTH NO-BREAK SPACE}"
    "\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}]"
)
_SAFE = {"path": "/!$'()*,;:@=+%", "query": "/!$'()*,;:@?%"}
_MOST_TIMES = 4


def _letters(run: re.Match[str]) -> str:
    """Write out the UTF-8 letters of a run of escapes; keep delimiters, controls and broken bytes."""
    raw = bytes.fromhex(run[0].replace("%", ""))
    try:
        text = raw.decode("utf-8")
        if not _DELIMITER.search(text):
            return text
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "surrogateescape")
    return "".join(
        f"%{ord(char) & 0xFF:02X}"
        if "\udc80" <= char <= "\udcff"
        or char < " "
        or char == "\x7f"
        or (char < "\x80" and ord(char) in _RESERVED)
        else char
        for char in text
    )


def _once_escaped(run: re.Match[str]) -> str:
    """Undo the second escape of letters that are not ASCII; a literal percent sign stays one."""
    inner = run[0].replace("%25", "%")
    raw = bytes.fromhex(inner.replace("%", ""))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return run[0]
    return run[0] if text.isascii() else inner


def unescape(text: str) -> str:
    """Return a part of an address with its letters written out and composed (NFC)."""
    for _ in range(_MOST_TIMES):
        if "%" not in text:
            break
        opened = _RUN.sub(_letters, _TWICE.sub(_once_escaped, text))
        if opened == text:
            break
        text = opened
    if text.isascii():
        return text
    return normalize("NFC", _INVISIBLE.sub("", text))


def escape(text: str, part: str) -> str:
    """Escape what `unescape` wrote out, for a `path` or a `query`: ASCII, escapes in upper case."""
    # A percent sign that begins no escape is a literal one.
    literal = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text)
    return quote(literal.encode("utf-8", "surrogatepass"), safe=_SAFE[part])
