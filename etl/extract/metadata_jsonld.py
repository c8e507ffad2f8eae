"""JSON-LD scripts to a flat list of nodes, and questions put to them. Pure.

Sites nest their article under @graph, mainEntity or a list, write control characters and HTML
comments into the script, and forget a comma; what cannot be read is left out, never guessed.
"""

import html
import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

_ARTICLE_TYPES = frozenset(
    ("article", "newsarticle", "blogposting", "reportagenewsarticle", "opinionnewsarticle", "analysisnewsarticle",
     "backgroundnewsarticle", "reviewnewsarticle", "liveblogposting", "report", "advertisercontentarticle",
     "satiricalarticle", "socialmediaposting", "techarticle", "scholarlyarticle", "askpublicnewsarticle")
)  # fmt: skip
_LISTING_TYPES = frozenset(("collectionpage", "searchresultspage", "itemlist", "profilepage", "blog"))
_PAGE_TYPES = frozenset(("aboutpage", "contactpage", "faqpage", "qapage"))
_MOST_CHARS = 400_000
_MOST_NODES = 500
_COMMENT = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_TAG = re.compile(r"<[^>]*>")


def read_json_ld(scripts: Iterable[str]) -> tuple[Mapping[str, object], ...]:
    """Read every script's nodes, nested ones after the ones that hold them."""
    nodes: list[Mapping[str, object]] = []
    for script in scripts:
        waiting: list[object] = [_parsed(script)]
        while waiting and len(nodes) < _MOST_NODES:
            value = waiting.pop(0)
            if isinstance(value, dict):
                if "@type" in value:
                    nodes.append(value)
                waiting.extend(inner for inner in value.values() if isinstance(inner, (dict, list)))
            elif isinstance(value, list):
                waiting.extend(inner for inner in value[:_MOST_NODES] if isinstance(inner, (dict, list)))
    return tuple(nodes)


def _parsed(script: str) -> object:
    if not script.strip() or len(script) > _MOST_CHARS:
        return None
    wrapped = "<!" in script or "-->" in script or "]]>" in script
    text = (_COMMENT.sub("", script) if wrapped else script).strip().rstrip(";")
    if (value := _loaded(text)) is None:
        value = _loaded(_TRAILING_COMMA.sub(r"\1", text))
    return value


def _loaded(text: str) -> object:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def types_of(node: Mapping[str, object]) -> frozenset[str]:
    """Return a node's types in lower case, without a vocabulary prefix."""
    stated = node.get("@type")
    if isinstance(stated, list):
        return frozenset().union(*(_type_of(str(value)) for value in stated))
    return _type_of(str(stated))


# There are some eight hundred types, and a page's nodes are asked for theirs a dozen times.
@lru_cache(maxsize=2048)
def _type_of(stated: str) -> frozenset[str]:
    return frozenset((stated.rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower(),))


def article_node(nodes: Iterable[Mapping[str, object]]) -> Mapping[str, object] | None:
    """Return the node that describes the article: the article type with the most to say."""
    articles = [node for node in nodes if types_of(node) & _ARTICLE_TYPES]
    if not articles:
        return None
    fields = ("headline", "datePublished", "articleBody", "author", "name", "dateModified")
    return max(articles, key=lambda node: sum(bool(node.get(name)) for name in fields))


def page_types(nodes: Iterable[Mapping[str, object]]) -> tuple[bool, bool, bool]:
    """Say whether the nodes speak of an article, of a listing, of a static page."""
    found: set[str] = set()
    for node in nodes:
        found |= types_of(node)
    return (
        bool(found & _ARTICLE_TYPES),
        bool(found & (_LISTING_TYPES - {"blog", "itemlist"})),
        bool(found & _PAGE_TYPES),
    )


def text_of(node: Mapping[str, object] | None, name: str) -> str:
    """Return a node's field as one line of plain text; "" where it is absent or no text."""
    value = node.get(name) if node else None
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or value.get("url")
    return plain(value) if isinstance(value, str) else ""


def texts_of(node: Mapping[str, object] | None, name: str) -> tuple[str, ...]:
    """Return a node's field as several lines: a list, or one string parted by commas."""
    value = node.get(name) if node else None
    if isinstance(value, str):
        return tuple(part for part in map(plain, re.split(r"[,،]", value)) if part)
    values = value if isinstance(value, list) else [value]
    names = (item.get("name") if isinstance(item, dict) else item for item in values[:60])
    return tuple(part for part in (plain(item) for item in names if isinstance(item, str)) if part)


def plain(value: str) -> str:
    """Return a stated value without markup, entities (also doubly escaped) and white space runs."""
    if "&" in value:
        value = html.unescape(html.unescape(value))
    if "<" in value:
        value = _TAG.sub(" ", value)
    return " ".join(value.split())
