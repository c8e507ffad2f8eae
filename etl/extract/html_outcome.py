"""What was read of a page to its kind, and to Article or Drop. Pure."""

from dataclasses import dataclass
from functools import partial

from etl.extract.html_hints import OUTSIDE, TRAITS, Hint
from etl.extract.html_page import KEPT, PageReading
from etl.extract.kinds import PageKind, Signals, Verdict, kind_of
from etl.extract.metadata import Metadata
from etl.extract.metadata_jsonld import page_types, types_of
from etl.extract.tree import HEADINGS
from etl.model import Article, Block, BlockKind, Drop, DropReason, Page
from etl.text.language import language
from etl.text.letters import display

_VIDEO_TYPES = frozenset(
    ("videoobject", "imagegallery", "imageobject", "broadcastevent", "podcastepisode", "audioobject")
)
# The words of this much text settle that it is Arabic; what is not settled is read whole.
_ENOUGH_FOR_ARABIC = 180
_TITLE_CHARS = 18
_LINKED_CHARS = _TITLE_CHARS // 2
_PAGE_TEXT = 6000
_FURNITURE = OUTSIDE & ~(Hint.ADVERT | Hint.FORM | Hint.HIDDEN)
_SOURCE_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What was found on one page, whatever comes of it.

    `body` is as published and in any language: a page that is turned away has one too.
    """

    kind: Verdict
    body: str
    language: str
    metadata: Metadata
    decoded_as: str
    decoded_how: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction(Findings):
    """Everything read from one page: the outcome, and all that it rests on."""

    outcome: Article | Drop


def with_outcome(found: Findings, outcome: Article | Drop) -> Extraction:
    """Join what was found and what came of it."""
    return Extraction(
        kind=found.kind,
        body=found.body,
        language=found.language,
        metadata=found.metadata,
        decoded_as=found.decoded_as,
        decoded_how=found.decoded_how,
        blocks=found.blocks,
        outcome=outcome,
    )


def judge(page: Page, read: PageReading, metadata: Metadata, body: str) -> tuple[Verdict, str]:
    """Decide a page's kind and its language."""
    text = body or metadata.title or " ".join(block.text for block in read.tree.blocks[:40])
    code = language(text[:_ENOUGH_FOR_ARABIC])
    if code != "ar" and len(text) > _ENOUGH_FOR_ARABIC:
        code = language(text)
    return kind_of(_signals(page, read, metadata, body)), code


def _signals(page: Page, read: PageReading, metadata: Metadata, body: str) -> Signals:
    says = read.says
    says_article, says_listing, says_static = page_types(says.json_ld)
    kinds = frozenset().union(*map(types_of, says.json_ld)) if says.json_ld else frozenset()
    article = says.article
    linked, inside = _linked_titles(read)
    return Signals(
        url=page.url,
        title=metadata.title or "",
        title_tag=says.title_tag,
        body=body,
        body_names=says.body_names,
        og_type=(says.first("og:type") or ("",))[0].lower(),
        says_article=says_article,
        says_listing=says_listing,
        says_static=says_static,
        says_video=bool(kinds & _VIDEO_TYPES) and not says_article,
        is_free=str(article.get("isAccessibleForFree", "true")).lower() != "false" if article else True,
        paywalled=partial(_is_paywalled, read),
        has_headline=read.headline is not None,
        has_date=metadata.published_at is not None,
        has_author=metadata.author is not None,
        prose_blocks=len(read.hidden)
        or sum(rule in ("html.prose/1", "html.lead/1") for rule in read.reading.rules.values()),
        linked_titles=linked,
        linked_titles_inside=inside,
        page_text=partial(_page_text, read),
    )


def _linked_titles(read: PageReading) -> tuple[int, int]:
    """Count the titles of other stories: on the page, and those in the body that are headings or cards."""
    first, last = read.span
    anywhere = inside = 0
    for index, block in enumerate(read.tree.blocks):
        if not block.links and not block.linked:
            continue
        if block.links > 1 and block.tag == "ul":
            anywhere += block.links
        if block.linked >= _LINKED_CHARS and block.linked * 2 > len(block.text) >= _TITLE_CHARS:
            anywhere += 1
            inside += first <= index < last and (block.tag in HEADINGS or bool(block.hints & Hint.CARD))
    return anywhere, inside


def _is_paywalled(read: PageReading) -> bool:
    """Say whether any element is named for a paywall; most are empty, and filled by a script."""
    tree = read.tree
    return any(element.own & Hint.PAYWALL for element in tree.elements) or any(
        TRAITS[node.tag or "", (names := node.attributes).get("class"), names.get("id")][1] & Hint.PAYWALL
        for node in tree.empty
    )


def _page_text(read: PageReading) -> str:
    """Return the page's own text without its furniture, at most 6,000 characters."""
    texts: list[str] = []
    total = 0
    for block in read.tree.blocks:
        if not block.hints & _FURNITURE and block.linked * 2 <= len(block.text):
            texts.append(block.text)
            total += len(block.text)
            if total > _PAGE_TEXT:
                break
    return " ".join(texts)


def conclude(page: Page, read: PageReading, found: Findings) -> Article | Drop:
    """Make the article, or the drop that says why there is none."""
    verdict, metadata, code = found.kind, found.metadata, found.language
    if not any(block.text for block in read.tree.blocks) and not found.body:
        return _drop(page, DropReason.EMPTY, "no text on the page")
    if code != "ar" and verdict.kind in (PageKind.ARTICLE, PageKind.EMPTY, PageKind.MEDIA, PageKind.PAYWALL):
        return _drop(page, DropReason.NOT_ARABIC, code)
    if verdict.kind is PageKind.EMPTY:
        return _drop(page, DropReason.TOO_SHORT, f"{verdict.kind}: {verdict.evidence}")
    if verdict.kind is not PageKind.ARTICLE:
        return _drop(page, DropReason.NOT_AN_ARTICLE, f"{verdict.kind}: {verdict.evidence}")
    return Article(
        source_id=page.source_id,
        url=page.url,
        language=code,
        title=display(metadata.title) if metadata.title else None,
        section=display(metadata.section) if metadata.section else None,
        author=display(metadata.author) if metadata.author else None,
        published_at=metadata.published_at,
        tags=tuple(map(display, metadata.tags)),
        attribution=_attribution(found.blocks),
        captions=tuple(display(block.text) for block in found.blocks if block.kind is BlockKind.CAPTION),
        body=display(found.body),
        dropped=tuple(block for block in found.blocks if block.kind not in KEPT),
    )


def _attribution(blocks: tuple[Block, ...]) -> str | None:
    """Return the source that the page credits ("المصدر: وكالات"), without the label."""
    for block in blocks:
        if block.kind is BlockKind.ATTRIBUTION and len(block.text.split()) <= _SOURCE_WORDS:
            value = block.text.split(":", 1)[-1].strip(" -–—|/") if ":" in block.text else block.text
            if value:
                return display(value)
    return None


def _drop(page: Page, reason: DropReason, detail: str) -> Drop:
    return Drop(reason=reason, detail=detail, url=page.url, source_id=page.source_id)
