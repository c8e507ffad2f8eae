"""Harvest, tree and body span to decided metadata with its candidates and conflicts. Pure."""

import re
from collections.abc import Iterator
from functools import partial

from etl.extract.html_page import PageReading
from etl.extract.metadata import Candidate, Conflict, Harvest, Metadata, writer_links
from etl.extract.metadata_dates import Shown, candidates_of, decide, stated_stamps, weak_stamps
from etl.extract.metadata_jsonld import plain, text_of, texts_of, types_of
from etl.extract.metadata_title import choose_title, title_key
from etl.extract.metadata_visible import (
    Clock,
    around,
    bylines,
    crumbs,
    shown_authors,
    shown_dates,
    shown_sections,
    shown_tags,
)
from etl.model import BlockKind

_URL = re.compile(r"^(?:https?:)?//|^www\.|@")
_NO_AUTHOR = frozenset(
    "admin administrator editor author webmaster root user redaction null none undefined المحرر التحرير ادمن".split()
) | {"super user", "site admin", "مدير الموقع", "مدير النظام"}
# What stands in a writer's box beside the name.
_NO_NAME = re.compile(
    r"\W*(?:(?:نبذة\s)?(?:عن|حول)\s|(?:ال)?(?:كاتبة?|مؤلفة?|محررة?)\W*$|(?:مقالات|مقالاته|مقالاتها|المزيد|مزيد|جميع|كل|أحدث|آخر|تعرف|تابع)\b"
    r"|(?:about|more|all|view|posts)\s)",
    re.IGNORECASE,
)
_PART_MARK = re.compile(r"[|\-–—•·»«:]")
_PARTS = re.compile(r"(?=[\s|\-–—•·»«:])(?:\s*[|\-–—•·»«:]+\s+|\s+[|\-–—]\s*)")
_HOME = frozenset(("الرئيسية", "رئيسية", "الصفحة الرئيسية", "الرئيسيه", "home", "accueil"))
_MOST_TAGS = 40
_TAG_WORDS = 8
_NAME_WORDS = 6


def read_metadata(read: PageReading, url: str, clock: Clock) -> Metadata:
    """Decide what the page says about itself; every statement looked at is kept as a candidate."""
    harvest, tree, headline, stated, span = read.says, read.tree, read.headline, read.stated, read.span
    article = harvest.article
    site = (harvest.first("og:site_name", "application-name") or ("", ""))[0]
    title = choose_title(tree, headline, stated, site)
    conflicts: list[Conflict] = []
    if title is not None and not title.where.startswith("visible") and headline is not None:
        conflicts.append(
            Conflict(field="title", followed=title.value, against=tree.blocks[headline].text, why="no")
        )
    published = stated_stamps(harvest, modified=False, near=partial(around, tree, headline, span))
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
    publisher = text_of(article, "publisher")
    authors = _authors(read, site, publisher)
    sections = _sections(read, title.value if title else "")
    tags = _tags(harvest, shown_tags(tree, headline, span), {title_key(each.value) for each in sections[:1]})
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


def _authors(read: PageReading, site: str, publisher: str) -> tuple[Candidate, ...]:
    """Order of trust: a shown byline, JSON-LD, microdata and rel=author, a name by its class, meta, a signature."""
    harvest, tree, headline, span = read.says, read.tree, read.headline, read.span
    top = headline if headline is not None else max(0, span[0] - 6)
    spans = (
        range(top, min(span[1], span[0] + 6)),
        range(max(span[0], span[1] - 3), min(span[1] + 8, len(tree.blocks))),
    )
    shown = list(shown_authors(tree, spans, site))
    found = [Candidate(field="author", value=name, where="visible:byline") for name, cued in shown if cued][
        :2
    ]
    article = harvest.article
    stated = article.get("author") if article else None
    if isinstance(stated, dict) and "name" not in stated:
        same = (node for node in harvest.json_ld if node.get("@id") == stated.get("@id") and "name" in node)
        stated = next(same, None)
    if isinstance(stated, list):
        stated = [each for each in stated if not _is_organization(each)]
    if not _is_organization(stated):
        names = texts_of({"author": stated}, "author")
        found.extend(Candidate(field="author", value=name, where="json-ld:author") for name in names[:3])
    for marked in harvest.microdata.get("author", ())[:3]:
        name = next((name for name, _ in bylines([marked.value], site)), marked.value)
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
    links = writer_links(tree.signed)
    if len(links) == 1:
        # Several are a list of columnists.
        found.extend(
            Candidate(field="author", value=name, where="visible:link")
            for name in links
            if 1 < len(name.split()) <= _NAME_WORDS
        )
    found.extend(
        Candidate(field="author", value=tree.blocks[index].text, where="visible:signature")
        for index in read.reading.of_kind(BlockKind.AUTHOR)
        if read.reading.rules[index] == "html.tail.signature/1"
    )
    outlets = frozenset(_outlet_keys(site, publisher, harvest.title_tag)) if found else frozenset()
    return tuple(candidate for candidate in found if _is_author(candidate.value, outlets))


def _outlet_keys(site: str, publisher: str, title: str) -> Iterator[str]:
    """Give the names that a page calls its outlet by: as stated, part by part, and at its title's end."""
    yield from (title_key(site), title_key(publisher))
    if (mark := _PART_MARK.search(title)) is None:
        return
    # What parts a title begins with the white space before its mark.
    first = title[: mark.start()].rstrip()
    parts = _PARTS.split(title[len(first) :])
    if len(parts) > 1:
        yield title_key(parts[-1])
        yield title_key(first + parts[0])


def _is_organization(stated: object) -> bool:
    return isinstance(stated, dict) and "organization" in types_of(stated)


def _is_author(value: str, outlets: frozenset[str]) -> bool:
    key = title_key(value)
    return (
        bool(key)
        and 2 < len(value) <= 90  # noqa: PLR2004
        and not _URL.search(value)
        and key not in _NO_AUTHOR
        and not _NO_NAME.match(value)
        and not any(key == outlet or f" {key} " in f" {outlet} " for outlet in outlets)
    )


def _sections(read: PageReading, title: str) -> tuple[Candidate, ...]:
    """Order of trust: article:section, JSON-LD articleSection, microdata, the innermost crumb, a named part."""
    harvest, tree, headline = read.says, read.tree, read.headline
    found: list[Candidate] = []
    for name in ("article:section", "og:article:section", "section", "parsely-section", "category"):
        found.extend(
            Candidate(field="section", value=value, where=f"meta:{name}")
            for value in harvest.meta.get(name, ())[:1]
        )
    names = texts_of(harvest.article, "articleSection")
    found.extend(Candidate(field="section", value=name, where="json-ld:articleSection") for name in names[:2])
    found.extend(harvest.microdata.get("section", ())[:1])
    own = title_key(title)
    trail = [
        text
        for text in crumbs(tree, headline)
        if title_key(text) not in _HOME and not own.startswith(title_key(text))
    ]
    found.extend(Candidate(field="section", value=text, where="visible:crumbs") for text in reversed(trail))
    found.extend(
        Candidate(field="section", value=text, where="visible:class")
        for text in shown_sections(tree, headline, read.span[0])
        if title_key(text) not in _HOME
    )
    return tuple(candidate for candidate in found if candidate.value and len(candidate.value) <= 80)  # noqa: PLR2004


def _tags(harvest: Harvest, shown: tuple[str, ...], sections: set[str]) -> tuple[Candidate, ...]:
    """Order of trust: article:tag, shown tags, links marked rel=tag, JSON-LD keywords, meta keywords.

    Shown tags count before stated ones that they hold all of. A link marked rel=tag may lead to the
    story's section, which is no tag.
    """
    found = [
        Candidate(field="tags", value=value, where="meta:article:tag")
        for value in harvest.meta.get("article:tag", ())[:_MOST_TAGS]
    ]
    if not found:
        found = [
            tag
            for tag in harvest.microdata.get("tags", ())
            if tag.where == "rel:tag" and title_key(tag.value) not in sections
        ][:_MOST_TAGS]
    if len(shown) > len(found) and {title_key(each.value) for each in found} <= set(map(title_key, shown)):
        found = [Candidate(field="tags", value=value, where="visible:tags") for value in shown]
    if not found:
        names = texts_of(harvest.article, "keywords")
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
