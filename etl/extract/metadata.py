"""What a page says about itself, as candidates with the place each was seen. Types and harvest. Pure.

No statement of a page is believed by itself: `og:type=article` stands on listings, a `Z` on local
times. So everything is collected first, with its place, and each field's own module decides by a
stated order of trust and records what disagreed.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from etl.extract.metadata_jsonld import article_node, read_json_ld

# Each attribute that a selector asks for costs a look at every element; what is cheap is asked of the found.
_MICRODATA = "[itemprop],[property],[rel~=author],[rel~=tag],time"
_WRITER_PATHS = ("/author/", "/authors/", "/writer", "/auteur/")
_MICRODATA_FIELDS = {
    "headline": "title",
    "author": "author",
    "datepublished": "published",
    "datecreated": "published",
    "datemodified": "modified",
    "articlesection": "section",
    "keywords": "tags",
    "dc:date": "published",
    "dc:title": "title",
    "schema:datepublished": "published",
    "schema:datemodified": "modified",
}
_META_KEYS = frozenset(("property", "name", "itemprop", "http-equiv"))
_MOST_ELEMENTS = 400
_MOST_CHARS = 2000


class Candidate(NamedTuple):
    """One statement of the page on one field: the value as stated, and where it was seen.

    A named tuple: a page has dozens, and a frozen dataclass takes half as long again to make.
    """

    field: str
    value: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two statements on one field that cannot both hold, and the one that was followed."""

    field: str
    followed: str
    against: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What was decided on a page's own data; candidates and conflicts show how."""

    title: str | None = None
    section: str | None = None
    author: str | None = None
    published_at: datetime | None = None
    modified_at: datetime | None = None
    tags: tuple[str, ...] = ()
    canonical_url: str | None = None
    image_url: str | None = None
    description: str | None = None
    candidates: tuple[Candidate, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Harvest:
    """A page's raw statements: meta by lower-case name, JSON-LD nodes, microdata by field.

    `article` is the one of the nodes that describes the article.
    """

    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    json_ld: tuple[Mapping[str, object], ...] = ()
    article: Mapping[str, object] | None = None
    microdata: Mapping[str, tuple[Candidate, ...]] = field(default_factory=dict)
    title_tag: str = ""
    canonical_url: str | None = None
    lang: str = ""
    body_names: str = ""

    def first(self, *names: str) -> tuple[str, str] | None:
        """Return the first non-empty meta value among `names`, with its name."""
        for name in names:
            for value in self.meta.get(name, ()):
                if value:
                    return value, name
        return None


def harvest(parser: LexborHTMLParser) -> Harvest:
    """Collect a page's statements about itself, in one look at its head and its marked elements."""
    meta: dict[str, list[str]] = defaultdict(list)
    for node in parser.tags("meta")[:_MOST_ELEMENTS]:
        attributes = node.attributes
        content = " ".join((attributes.get("content") or "")[:_MOST_CHARS].split())
        if content:
            for key, name in attributes.items():
                if name and key in _META_KEYS:
                    meta[name.lower()].append(content)
    title = parser.css_first("title")
    canonical = parser.css_first("link[rel=canonical]")
    root, body = parser.root, parser.body
    nodes = read_json_ld(
        node.text(deep=True) for node in parser.css('script[type="application/ld+json"]')[:20]
    )
    return Harvest(
        meta={name: tuple(values) for name, values in meta.items()},
        json_ld=nodes,
        article=article_node(nodes),
        microdata=_microdata(parser),
        title_tag=" ".join((title.text(deep=True) if title else "")[:_MOST_CHARS].split()),
        canonical_url=(canonical.attributes.get("href") or None) if canonical else None,
        lang=((root.attributes.get("lang") or root.attributes.get("xml:lang") or "") if root else "")[:35],
        body_names=((body.attributes.get("class") or "") if body else "")[:_MOST_CHARS],
    )


def _microdata(parser: LexborHTMLParser) -> dict[str, tuple[Candidate, ...]]:
    """Collect microdata, RDFa, rel=author, rel=tag and `<time>`, by the field they speak of."""
    found: dict[str, list[Candidate]] = defaultdict(list)
    for node in parser.css(_MICRODATA)[:_MOST_ELEMENTS]:
        tag = node.tag or ""
        if tag == "meta":
            continue
        attributes = node.attributes
        prop = (attributes.get("itemprop") or attributes.get("property") or "").lower().split(" ")[0]
        rel = (attributes.get("rel") or "").lower().split()
        name, where = _field_of(tag, prop, rel, attributes)
        if not name:
            continue
        stated = attributes.get("content") or attributes.get("datetime") or ""
        if name == "time" and stated:
            # Where the element stands is told by what it shows: a ticker has times too.
            where = f"time:{' '.join(node.text(deep=True)[:80].split())}"
        if name in ("published", "modified", "time"):
            value = stated or node.text(deep=True)[:200]
        else:
            value = stated or node.text(deep=True)[:_MOST_CHARS]
        value = " ".join(value.split())
        if value:
            found[name].append(Candidate(field=name, value=value, where=where))
    return {name: tuple(values) for name, values in found.items()}


def writer_links(links: Iterable[LexborNode]) -> frozenset[str]:
    """Return the names on the links, without any mark of their own, whose address is a writer's."""
    found: set[str] = set()
    for node in links:
        attributes = node.attributes
        address = attributes.get("href") or ""
        if not any(path in address for path in _WRITER_PATHS):
            continue
        marked = (attributes.get("itemprop") or attributes.get("property") or "").split(" ")[0]
        stated = attributes.get("content") or attributes.get("datetime") or node.text(deep=True)[:_MOST_CHARS]
        value = " ".join(stated.split())
        if value and not marked and not (attributes.get("rel") or "").split():
            found.add(value)
    return frozenset(found)


def _field_of(tag: str, prop: str, rel: list[str], attributes: Mapping[str, str | None]) -> tuple[str, str]:
    """Say what field a marked element speaks of, and by which mark; "" where of none."""
    name = _MICRODATA_FIELDS.get(prop, "")
    if name:
        return name, f"microdata:{prop}"
    if "author" in rel:
        return "author", "rel:author"
    if "tag" in rel:
        return "tags", "rel:tag"
    return (
        ("time", "time")
        if tag == "time" and ("datetime" in attributes or "pubdate" in attributes or prop)
        else ("", "")
    )
