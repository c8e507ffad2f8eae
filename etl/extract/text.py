"""A document saved as plain text to Article or Drop. Pure."""

import re
from collections.abc import Iterable

from etl.extract.form import key_of
from etl.extract.lines import classify_lines
from etl.extract.tags import split_tags
from etl.model import Article, Block, BlockKind, Drop, DropReason
from etl.text.language import language

_BODY = (BlockKind.BODY, BlockKind.SUBHEAD)
# What a field of Article states word for word; all else goes to `dropped`, so that nothing is lost.
_STATED = (*_BODY, BlockKind.TITLE, BlockKind.CAPTION)
_LEAST_WORDS = 12
_LABEL = re.compile(r"^[^:|]{1,40}?\s*(?:[:|]|\s[-–—]\s)\s*")
_CRUMB = re.compile(r"\s*[/>»›|\\←]\s*|\s+-\s+")
_HOME = frozenset(map(key_of, ("الرئيسية", "الصفحة الرئيسية", "home")))
_BRACKETS = " ()[]«»\"'-–—:|/\t"
_SAMPLE_CHARS = 20_000


def read_text(text: str, *, source_id: str, url: str) -> Article | Drop:
    """Read one saved article out of its page's clutter, or say why there is none.

    The published time is not read here: its line is among `dropped` with the kind PUBLISHED. The
    attribution is the source the page states ("المصدر: …"), else the agency or dateline line.
    """
    if not text.strip():
        return Drop(reason=DropReason.EMPTY, detail="no text", url=url, source_id=source_id)
    blocks = classify_lines(tuple(text.splitlines()))
    body = "\n".join(block.text for block in blocks if block.kind in _BODY)
    code = language((body or text)[:_SAMPLE_CHARS])
    if code != "ar":
        return Drop(reason=DropReason.NOT_ARABIC, detail=f"language is {code}", url=url, source_id=source_id)
    if len(body.split()) < _LEAST_WORDS:
        return _without_body(blocks, body, source_id, url)
    return _article(blocks, body, code, source_id, url)


def _without_body(blocks: tuple[Block, ...], body: str, source_id: str, url: str) -> Drop:
    words = sum(len(block.text.split()) for block in blocks)
    detail = f"{len(body.split())} words of body in {len(blocks)} lines of {words} words"
    reason = DropReason.TOO_SHORT if body or words < 3 * _LEAST_WORDS else DropReason.NOT_AN_ARTICLE
    return Drop(reason=reason, detail=detail, url=url, source_id=source_id)


def _article(blocks: tuple[Block, ...], body: str, code: str, source_id: str, url: str) -> Article:
    title = next((block.text for block in blocks if block.kind is BlockKind.TITLE), None)
    captions = dict.fromkeys(block.text for block in blocks if block.kind is BlockKind.CAPTION)
    return Article(
        source_id=source_id,
        url=url,
        language=code,
        title=title,
        section=_section(blocks, title),
        author=_first(_value(block) for block in blocks if block.kind is BlockKind.AUTHOR),
        published_at=None,
        tags=_tags(blocks, f"{title or ''}\n{body}"),
        attribution=_attribution(blocks),
        captions=tuple(captions),
        body=body,
        dropped=tuple(block for block in blocks if block.kind not in _STATED),
    )


def _first(values: Iterable[str]) -> str | None:
    return next((value for value in values if value), None)


def _value(block: Block) -> str:
    """Give the text of a labelled block without its label ("المصدر: ", "كتب ")."""
    text = block.text
    label = _LABEL.match(text)
    if label and key_of(label.group()).startswith(block.evidence):
        text = text[label.end() :]
    elif block.evidence and key_of(text).startswith(block.evidence) and block.rule.startswith("ar."):
        text = " ".join(text.split()[len(block.evidence.split()) :])
    return text.strip(_BRACKETS)


def _section(blocks: tuple[Block, ...], title: str | None) -> str | None:
    for block in blocks:
        if block.kind is not BlockKind.SECTION:
            continue
        if block.rule.startswith("head.breadcrumb"):
            own = key_of(title or "")
            crumbs = [
                crumb
                for crumb in map(str.strip, _CRUMB.split(block.text))
                if key_of(crumb) not in {*_HOME, own, ""}
            ]
            return crumbs[-1] if crumbs else None
        return _value(block) if block.rule.startswith("ar.") else block.text.strip(_BRACKETS)
    return None


def _tags(blocks: tuple[Block, ...], article: str) -> tuple[str, ...]:
    tags: dict[str, str] = {}
    for block in blocks:
        if block.kind is BlockKind.TAGS:
            text = block.text if block.rule.startswith("ar.tags.hash") else _value(block)
            for tag in split_tags(text, article):
                tags.setdefault(key_of(tag), tag)
    return tuple(tags.values())


def _attribution(blocks: tuple[Block, ...]) -> str | None:
    lines = [block for block in blocks if block.kind is BlockKind.ATTRIBUTION]
    stated = _first(_value(block) for block in lines if block.rule.startswith("ar.source.line"))
    return stated or _first(block.text.strip(_BRACKETS) for block in lines)
