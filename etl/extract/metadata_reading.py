"""Harvest, tree and body span to decided metadata with its candidates and conflicts. Pure."""

import re

from etl.extract.html_page import PageReading
from etl.extract.metadata import Candidate, Conflict, Harvest, Metadata
from etl.extract.metadata_dates import Shown, candidates_of, decide, stated_stamps, weak_stamps
from etl.extract.metadata_jsonld import article_node, plain, text_of, texts_of, types_of
from etl.extract.metadata_title import choose_title, title_key
from etl.extract.metadata_visible import Clock, around, bylines, crumbs, shown_authors, shown_dates
from etl.extract.tree import Tree

_URL = re.compile(r"^(?:https?:)?//|^www\.|@")
_NO_AUTHOR = frozenset(
    "admin administrator editor author webmaster root user redaction المحرر التحرير ادمن مدير الموقع".split()
)
_HOME = frozenset(("الرئيسية", "رئيسية", "الصفحة الرئيسية", "الرئيسيه", "home", "accueil"))
_MOST_TAGS = 40
_TAG_WORDS = 8


def read_metadata(read: PageReading, url: str, clock: Clock) -> Metadata:
    """Decide what the page says about itself; every statement looked at is kept as a candidate."""
    harvest, tree, headline, stated, span = read.says, read.tree, read.headline, read.stated, read.span
    article = article_node(harvest.json_ld)
    site = (harvest.first("og:site_name", "application-name") or ("", ""))[0]
    title = choose_title(tree, headline, stated, site)
    conflicts: list[Conflict] = []
    if title is not None and not title.where.startswith("visible") and headline is not None:
        conflicts.append(
            Conflict(field="title", followed=title.value, against=tree.blocks[headline].text, why="no")
        )
    published = stated_stamps(harvest, modified=False, near=around(tree, headline, span))
    modified = stated_stamps(harvest, modified=True)
    shown, updated = shown_dates(tree, headline, span, clock)
    if not published and not shown:
        published = weak_stamps(harvest, url)
    at = decide(published, Shown(field="published", stamps=shown, zone=clock.zone, conflicts=conflicts))
    edited = (
        decide(modified, Shown(field="modified", stamps=updated or shown, zone=clock.zone))
        if modified or updated
        else None
    )
    authors = _authors(harvest, tree, headline, span, site)
    sections = _sections(harvest, tree, headline, title.value if title else "")
    tags = _tags(harvest)
    candidates = (*stated, *((title,) if title else ()), *candidates_of((*published, *shown), "published"),
                  *candidates_of((*modified, *updated), "modified"), *authors, *sections, *tags)  # fmt: skip
    image = (
        text_of(article, "image")
        or (harvest.first("og:image", "twitter:image", "twitter:image:src") or ("",))[0]
    )
    return Metadata(
        title=title.value if title else None,
        section=sections[0].value if sections else None,
        author=authors[0].value if authors else None,
        published_at=at,
        modified_at=edited,
        tags=tuple(tag.value for tag in tags),
        canonical_url=harvest.canonical_url or (harvest.first("og:url") or (None,))[0],
        image_url=image or None,
        description=(harvest.first("og:description", "description", "twitter:description") or (None,))[0],
        candidates=candidates,
        conflicts=tuple(conflicts),
    )


def _authors(harvest: Harvest, tree: Tree, headline: int | None, span: tuple[int, int], site: str
             ) -> tuple[Candidate, ...]:  # fmt: skip
    """Order of trust: a shown byline, JSON-LD, microdata and rel=author, a name by its class, meta."""
    top = headline if headline is not None else max(0, span[0] - 6)
    spans = (
        range(top, min(span[1], span[0] + 6)),
        range(max(span[0], span[1] - 3), min(span[1] + 8, len(tree.blocks))),
    )
    shown = list(shown_authors(tree, spans))
    found = [Candidate(field="author", value=name, where="visible:byline") for name, cued in shown if cued][
        :2
    ]
    article = article_node(harvest.json_ld)
    stated = article.get("author") if article else None
    if isinstance(stated, dict) and "name" not in stated:
        same = (node for node in harvest.json_ld if node.get("@id") == stated.get("@id") and "name" in node)
        stated = next(same, None)
    if not (isinstance(stated, dict) and "organization" in types_of(stated)):
        names = texts_of({"author": stated}, "author")
        found.extend(Candidate(field="author", value=name, where="json-ld:author") for name in names[:3])
    for marked in harvest.microdata.get("author", ())[:3]:
        name = next((name for name, _ in bylines([marked.value])), marked.value)
        found.append(Candidate(field="author", value=name, where=marked.where))
    found.extend(
        Candidate(field="author", value=name, where="visible:class") for name, cued in shown[:4] if not cued
    )
    for name in (
        "author",
        "article:author",
        "og:article:author",
        "dc.creator",
        "sailthru.author",
        "parsely-author",
        "byl",
    ):
        found.extend(
            Candidate(field="author", value=value, where=f"meta:{name}")
            for value in harvest.meta.get(name, ())[:2]
        )
    return tuple(candidate for candidate in found if _is_author(candidate.value, site))


def _is_author(value: str, site: str) -> bool:
    key = title_key(value)
    return (
        bool(key)
        and 2 < len(value) <= 90  # noqa: PLR2004
        and not _URL.search(value)
        and key not in _NO_AUTHOR
        and key != title_key(site)
    )


def _sections(harvest: Harvest, tree: Tree, headline: int | None, title: str) -> tuple[Candidate, ...]:
    """Order of trust: article:section, JSON-LD articleSection, microdata, the innermost bread crumb."""
    found: list[Candidate] = []
    for name in ("article:section", "og:article:section", "section", "parsely-section", "category"):
        found.extend(
            Candidate(field="section", value=value, where=f"meta:{name}")
            for value in harvest.meta.get(name, ())[:1]
        )
    names = texts_of(article_node(harvest.json_ld), "articleSection")
    found.extend(Candidate(field="section", value=name, where="json-ld:articleSection") for name in names[:2])
    found.extend(harvest.microdata.get("section", ())[:1])
    own = title_key(title)
    trail = [
        text
        for text in crumbs(tree, headline)
        if title_key(text) not in _HOME and not own.startswith(title_key(text))
    ]
    found.extend(Candidate(field="section", value=text, where="visible:crumbs") for text in reversed(trail))
    return tuple(candidate for candidate in found if candidate.value and len(candidate.value) <= 80)  # noqa: PLR2004


def _tags(harvest: Harvest) -> tuple[Candidate, ...]:
    """Order of trust: article:tag, links marked rel=tag, JSON-LD keywords, meta keywords of the news."""
    found = [
        Candidate(field="tags", value=value, where="meta:article:tag")
        for value in harvest.meta.get("article:tag", ())[:_MOST_TAGS]
    ]
    if not found:
        found = [tag for tag in harvest.microdata.get("tags", ()) if tag.where == "rel:tag"][:_MOST_TAGS]
    if not found:
        names = texts_of(article_node(harvest.json_ld), "keywords")
        found = [Candidate(field="tags", value=name, where="json-ld:keywords") for name in names[:_MOST_TAGS]]
    if not found and (stated := harvest.first("news_keywords", "keywords")) is not None:
        parts = (plain(part) for part in re.split(r"[,،;]", stated[0]))
        found = [Candidate(field="tags", value=part, where=f"meta:{stated[1]}") for part in parts][
            :_MOST_TAGS
        ]
    seen: set[str] = set()
    kept: list[Candidate] = []
    for tag in found:
        value = tag.value.lstrip("#").strip()
        if value and value not in seen and len(value.split()) <= _TAG_WORDS:
            seen.add(value)
            kept.append(Candidate(field="tags", value=value, where=tag.where))
    return tuple(kept)
