"""Pieces of a sitemap's XML to the fields of each <url> and <sitemap>, streamed. Pure.

Expat builds no tree, so nothing has to be forgotten, and it tells of an entity before it is used.
What sitemaps of newspapers get wrong is set right first: ampersands that escape nothing, control
characters, bytes of another encoding.
"""

import codecs
import re
from collections.abc import Iterator
from xml.parsers import expat

from etl.discover.faults import BombError, NotASitemapError

Fields = dict[str, str]
"""Field name to its first text; the empty name holds what it is, `url` or `sitemap`."""

_ITEMS = frozenset(("url", "sitemap"))
_ROOTS = frozenset(("urlset", "sitemapindex"))
_FEEDS = frozenset(("rss", "feed", "rdf"))
_READ = frozenset(("loc", "lastmod", "news:publication_date", "news:title"))
_BARE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});)")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)""")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DEEPEST = 50
_LONGEST = 20_000
_LONGEST_ESCAPE = 10


class Markup:
    """One reading of one sitemap: feed it pieces, take the fields of what was completed."""

    __slots__ = (
        "_decoder", "_depth", "_field", "_fields", "_found", "_length", "_name", "_parser", "_prefixes", "_rest",
        "_root", "_text",
    )  # fmt: skip

    def __init__(self, name: str) -> None:
        """Begin the reading of the sitemap that messages call `name`."""
        self._name = name
        self._decoder: codecs.IncrementalDecoder | None = None
        self._rest = ""
        self._depth = 0
        self._root = ""
        self._prefixes: dict[str, str] = {}
        self._fields: Fields | None = None
        self._field = ""
        self._text: list[str] = []
        self._length = 0
        self._found: list[Fields] = []
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = self._entity
        self._parser = parser

    def feed(self, piece: bytes) -> Iterator[Fields]:
        """Yield what a piece completed. Raises NotASitemapError, after what stood before the error, and BombError."""
        if self._decoder is None:
            self._decoder = _decoder_for(piece)
        text = self._rest + self._decoder.decode(piece)
        # An escape may be cut in two by the border of the pieces.
        cut = text.rfind("&", max(0, len(text) - _LONGEST_ESCAPE))
        self._rest = text[cut:] if cut >= 0 and ";" not in text[cut:] else ""
        fault: NotASitemapError | None = None
        try:
            self._parse(text[: len(text) - len(self._rest)])
        except NotASitemapError as error:
            fault = error
        found, self._found = self._found, []
        yield from found
        if fault is not None:
            raise fault

    def close(self) -> None:
        """Tell an empty sitemap from a body that is none. Raises NotASitemapError."""
        if not self._root:
            msg = f"{self._name}: no sitemap; it is empty"
            raise NotASitemapError(msg)

    def _parse(self, text: str) -> None:
        try:
            self._parser.Parse(_NO_XML.sub("", _BARE.sub("&amp;", text)), False)  # noqa: FBT003 - expat's own form
        except expat.ExpatError as error:
            msg = f"{self._name}: no sitemap ({error})"
            raise NotASitemapError(msg) from error

    def _entity(self, *_: object) -> None:
        msg = f"{self._name}: a sitemap that declares entities"
        raise BombError(msg)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            msg = f"{self._name}: no sitemap; elements nested more than {_DEEPEST} deep"
            raise NotASitemapError(msg)
        if not self._root:
            self._begin(tag, attributes)
        name = self._named(tag)
        if self._fields is None and name in _ITEMS:
            self._fields = {"": name}
        self._field = name if name in _READ else ""
        self._text.clear()
        self._length = 0

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Check the root, and learn which prefix means which extension."""
        self._root = tag.rpartition(":")[2].lower()
        if self._root not in _ROOTS:
            what = "a feed; declare it as one" if self._root in _FEEDS else f"it is <{self._root[:40]}>"
            msg = f"{self._name}: no sitemap; {what}"
            raise NotASitemapError(msg)
        for name, value in attributes.items():
            if name.startswith("xmlns:") and "sitemap" in value:
                self._prefixes[name[6:]] = "news:" if "sitemap-news" in value else ""
                if "sitemap-" in value and "sitemap-news" not in value:
                    self._prefixes[name[6:]] = "other:"

    def _named(self, tag: str) -> str:
        """Return a field's name, `news:` before those of the news extension, whatever prefix the file uses."""
        prefix, colon, name = tag.rpartition(":")
        return f"{self._prefixes.get(prefix, f'{prefix}:')}{name}" if colon else name

    def _characters(self, text: str) -> None:
        if self._field and self._length < _LONGEST:
            self._text.append(text)
            self._length += len(text)

    def _end(self, tag: str) -> None:
        self._depth -= 1
        fields = self._fields
        if fields is None:
            return
        if self._field:
            # An address in CDATA that had been escaped, or was set right above, is escaped once too often.
            fields.setdefault(self._field, "".join(self._text).strip().replace("&amp;", "&"))
            self._field = ""
        elif self._named(tag) == fields[""]:
            self._found.append(fields)
            self._fields = None


def _decoder_for(begin: bytes) -> codecs.IncrementalDecoder:
    """Return what reads the bytes as their mark or declaration says, UTF-8 without one."""
    encoding = next((name for mark, name in _BOMS if begin.startswith(mark)), "")
    if not encoding:
        declared = _DECLARED.search(begin[:200])
        encoding = declared[1].decode("ascii") if declared else "utf-8"
        encoding = "utf-8" if encoding.lower().startswith("utf-16") else encoding
    try:
        factory = codecs.getincrementaldecoder(encoding)
    except LookupError:
        factory = codecs.getincrementaldecoder("utf-8")
    return factory("replace")
