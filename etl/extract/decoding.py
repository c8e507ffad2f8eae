"""Bytes and a stated content type to text, with a record of how. Pure.

A page's encoding is what its bytes bear out, not what its labels claim: Arabic servers state
ISO-8859-1 for windows-1256, and editors paste UTF-8 under a windows-1256 label. So each claim is
tried strictly, valid multi-byte UTF-8 wins over every label (no other encoding produces it by
chance), and single-byte Arabic is told apart by how Arabic the outcome reads.
"""

import codecs
import re
from dataclasses import dataclass

from resiliparse.parse.encoding import detect_encoding

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_META_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_HEAD_BYTES = 8192
_SNIFF_BYTES = 200_000
# WHATWG Encoding Standard: these labels mean windows-1252 on the web.
_MEANS_WINDOWS_1252 = frozenset({"iso8859-1", "ascii", "latin-1"})
_SINGLE_BYTE_ARABIC = ("cp1256", "iso8859-6")
_MAX_BROKEN_SHARE = 0.02
_MIN_ARABIC_SHARE = 0.5
_UTF16_ZERO_SHARE = 0.3
# The ten most frequent letters of running Arabic (57 % of the letters of the Arabic Wikipedia).
_FREQUENT_ARABIC = frozenset("اليمنورتبة")
_ASCII = bytes(range(0x80))
_SAMPLE_BYTES = 4096
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text with the encoding that gave it and the step that decided, such as bom or header."""

    text: str
    encoding: str
    how: str


def decode(content: bytes, content_type: str) -> Decoded:
    """Decode a page by byte order mark, strict trials of its claims, then a detector; never fails.

    `how` is one of bom, utf-16-pattern, utf-8, header, meta, arabic-header, arabic-meta,
    arabic-guess, utf-8-repaired, detector, so that a wrongly read page can be explained later.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return Decoded(text=content[len(mark) :].decode(_after_mark(mark, encoding), "replace"),
                           encoding=encoding, how="bom")  # fmt: skip
    if (wide := _utf16_without_mark(content)) is not None:
        return Decoded(text=content.decode(wide, "replace"), encoding=wide, how="utf-16-pattern")
    if not content.isascii() or b"\x1b" not in content[:_SNIFF_BYTES]:
        try:
            return Decoded(text=content.decode("utf-8"), encoding="utf-8", how="utf-8")
        except UnicodeDecodeError:
            pass
    return _by_claims(content, content_type) or _repaired(content) or _detected(content)


def _after_mark(mark: bytes, encoding: str) -> str:
    if mark in {codecs.BOM_UTF16_LE, codecs.BOM_UTF32_LE}:
        return f"{encoding}-le"
    return f"{encoding}-be" if mark in {codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE} else encoding


def _utf16_without_mark(content: bytes) -> str | None:
    """Tell UTF-16 by its zero bytes: markup is ASCII, so every other byte of a tag is zero."""
    sample = content[:2000]
    if not sample or b"\x00" not in sample:
        return None
    half = len(sample) // 2 or 1
    if sample[1::2].count(0) / half > _UTF16_ZERO_SHARE > sample[::2].count(0) / half:
        return "utf-16-le"
    if sample[::2].count(0) / half > _UTF16_ZERO_SHARE > sample[1::2].count(0) / half:
        return "utf-16-be"
    return None


def _by_claims(content: bytes, content_type: str) -> Decoded | None:
    """Try the header's charset, then the page's own, strictly; None where neither holds."""
    header = _HEADER_CHARSET.search(content_type)
    meta = _META_CHARSET.search(content[:_HEAD_BYTES])
    claims = (("header", header[1] if header else ""), ("meta", meta[1].decode("ascii") if meta else ""))
    if _repaired(content) is not None:
        return None
    for how, label in claims:
        encoding = _codec(label)
        if encoding is None or encoding.startswith(("utf-8", "utf-16", "utf-32")):
            continue
        if encoding in {*_SINGLE_BYTE_ARABIC, "cp1252"} and (arabic := _arabic_reading(content)):
            return Decoded(text=content.decode(arabic, "replace"), encoding=arabic, how=f"arabic-{how}")
        try:
            return Decoded(text=content.decode(encoding), encoding=encoding, how=how)
        except (UnicodeDecodeError, ValueError):
            continue
    return None


def _codec(label: str) -> str | None:
    """Return Python's name of a text codec, as browsers read the label; None for an unknown one."""
    try:
        info = codecs.lookup(label) if label else None
    except (LookupError, ValueError):
        return None
    if info is None or not getattr(info, "_is_text_encoding", True):
        return None
    return "cp1252" if info.name in _MEANS_WINDOWS_1252 else info.name


def _arabic_reading(content: bytes) -> str | None:
    """Choose between the single-byte Arabic encodings by how Arabic the high bytes read."""
    high = _visible(content).translate(None, _ASCII)
    if not high:
        return None
    shares = {
        name: sum(map(high.decode(name, "replace").count, _FREQUENT_ARABIC)) / len(high)
        for name in _SINGLE_BYTE_ARABIC
    }
    best = max(_SINGLE_BYTE_ARABIC, key=lambda name: shares[name])
    return best if shares[best] > _MIN_ARABIC_SHARE * 0.9 else None


def _visible(content: bytes) -> bytes:
    return re.sub(
        rb"<(script|style)\b.*?</\1|<[^>]*>", b" ", content[:_SNIFF_BYTES], flags=re.IGNORECASE | re.DOTALL
    )


def _repaired(content: bytes) -> Decoded | None:
    """Read UTF-8 with a cut tail or a few stray bytes: errors must be rare beside whole sequences."""
    if _is_far_from_utf8(content):
        return None
    text = content.decode("utf-8", "replace")
    broken = text.count(_REPLACEMENT)
    whole = sum(1 for char in text[:_SNIFF_BYTES] if char > "\x7f") - text[:_SNIFF_BYTES].count(_REPLACEMENT)
    if whole <= 0 or broken / (whole + broken) > _MAX_BROKEN_SHARE:
        return None
    return Decoded(text=text, encoding="utf-8", how="utf-8-repaired")


def _is_far_from_utf8(content: bytes) -> bool:
    """Tell by the first errors alone, since each costs as much to decode as a line of text.

    A whole sequence takes two high bytes at the least: so many there can be, and no more.
    """
    sample = content[:_SAMPLE_BYTES].decode("utf-8", "replace")
    broken = sample.count(_REPLACEMENT) - 1  # the sample's own end may cut a sequence
    whole = len(content.translate(None, _ASCII)) / 2
    return broken > 0 and broken / (whole + broken) > _MAX_BROKEN_SHARE


def _detected(content: bytes) -> Decoded:
    """Fall back on the reading of the high bytes, then on resiliparse's detector."""
    if (arabic := _arabic_reading(content)) is not None:
        return Decoded(text=content.decode(arabic, "replace"), encoding=arabic, how="arabic-guess")
    encoding = _codec(detect_encoding(content[:_SNIFF_BYTES], from_html_meta=False) or "") or "utf-8"
    return Decoded(text=content.decode(encoding, "replace"), encoding=encoding, how="detector")
