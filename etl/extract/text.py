"""A document saved as plain text to Article or Drop. Pure."""

import re
from collections.abc import Iterable

from etl.extract.form import key_of
from etl.extract.headline import is_known_outlet, trimmed
from etl.extract.lines import classify_lines
from etl.extract.section import crumbs_of
from etl.extract.tags import split_tags
from etl.model import Article, Block, BlockKind, Drop, DropReason
from etl.text.language import language

_BODY = (BlockKind.BODY, BlockKind.SUBHEAD)
# What a field of Article states word for word; all else goes to `dropped`, so that nothing is lost.
_STATED = (*_BODY, BlockKind.TITLE, BlockKind.CAPTION)
_LEAST_WORDS = 12
_CUT_TITLE = 20
_TAG_WORDS = 4
_SEPARATED = re.compile(r"[،,;؛|#/]")
_ACCOUNTS = frozenset(("super user", "admin", "administrator", "editor", "editors", "ادمن", "أدمن"))
_BY = re.compile(
    r"^(?:بواسطة|بقلم|كتب(?:ت|ه|ها)?|[إا]عداد|تحرير|نشر(?:ه|ها)?\s(?:بواسطة|من\sطرف|من\sقبل)|(?:posted |written )?by)\s*:?\s+",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?:\s|^)(?:[نت]شر(?:ت)?\s(?:في|بتاريخ)|تاريخ|آخر\sتحديث|منذ\s|قبل\s|بتاريخ|(?:ال)?(?:أحد|[اإ]ثنين|ثلاثاء|أربعاء|خميس|جمعة|سبت)\W"
    r"|[\d٠-٩])"
)
_NAME_CHARS = 40
_LABEL = re.compile(r"^[^:|]{1,40}?\s*(?:[:|]|\s[-–—]\s)\s*")
_MARKS = " *•-–—:|/\t"
_PAIRS = ("()", "[]", "«»", '""', "''")
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
    if title is not None:
        title = trimmed(title, (key_of(block.text) for block in blocks if len(block.text) <= _NAME_CHARS))
    captions = dict.fromkeys(block.text for block in blocks if block.kind is BlockKind.CAPTION)
    return Article(
        source_id=source_id,
        url=url,
        language=code,
        title=title,
        section=_section(blocks, title),
        author=_first(_person(_value(block)) for block in blocks if block.kind is BlockKind.AUTHOR),
        published_at=None,
        tags=_tags(blocks, f"{title or ''}\n{body}"),
        attribution=_attribution(blocks),
        captions=tuple(captions),
        body=body,
        dropped=tuple(block for block in blocks if block.kind not in _STATED),
    )


def _first(values: Iterable[str]) -> str | None:
    return next((value for value in values if value), None)


def _bare(text: str) -> str:
    """Strip separators from a value, and the brackets that enclose it; a bracket of its own stays."""
    text = text.strip(_MARKS)
    for pair in _PAIRS:
        opening, closing = pair[0], pair[1]
        if len(text) > 1 and text.startswith(opening) and text.endswith(closing):
            return text[1:-1].strip(_MARKS)
        if text.count(opening) != text.count(closing):
            text = text.strip(opening + closing).strip(_MARKS)
    return text


def _value(block: Block) -> str:
    """Give the text of a labelled block without its label ("المصدر: ", "كتب ")."""
    text = block.text
    label = _LABEL.match(text)
    if label and key_of(label.group()).startswith(block.evidence):
        text = text[label.end() :]
    elif block.evidence and key_of(text).startswith(block.evidence) and block.rule.startswith("ar."):
        text = " ".join(text.split()[len(block.evidence.split()) :])
    return _bare(text)


def _person(name: str) -> str:
    """Give a byline's name, or nothing where it is the account that published ("admin", "Super User")."""
    name = _bare(_BY.sub("", _bare(_DATED.split(name, 1)[0])))
    if name.casefold() in _ACCOUNTS or (name.isascii() and name.islower()) or is_known_outlet(key_of(name)):
        return ""
    return name


def _section(blocks: tuple[Block, ...], title: str | None) -> str | None:
    for block in blocks:
        if block.kind is not BlockKind.SECTION:
            continue
        if block.rule.startswith("head.breadcrumb"):
            own = key_of(title or "")
            crumbs = [crumb for crumb in crumbs_of(block.text) if not _same(key_of(crumb), own)]
            return _bare(crumbs[-1]) if crumbs else None
        return _value(block) if block.rule.startswith("ar.") else _bare(block.text)
    return None


def _same(crumb: str, title: str) -> bool:
    """Tell whether a crumb is the title itself, which a path may cut short."""
    return crumb == title or (len(crumb) > _CUT_TITLE and title.startswith(crumb[:_CUT_TITLE]))


def _tags(blocks: tuple[Block, ...], article: str) -> tuple[str, ...]:
    tags: dict[str, str] = {}
    rows = [block for block in blocks if block.kind is BlockKind.TAGS]
    lines = [block for block in rows if _is_one_tag(block)]
    for block in rows:
        text = block.text if block.rule.startswith("ar.tags.hash") else _value(block)
        if block.rule.startswith("ar.tags.gap"):
            text = _LABEL.sub("", block.evidence) if ":" in block.evidence else block.evidence
        # Tags one to a line need no splitting; a line alone may hold many.
        found = (text,) if len(lines) > 1 and block in lines else split_tags(text, article)
        for tag in found:
            tags.setdefault(key_of(tag), tag)
    return tuple(tags.values())


def _is_one_tag(block: Block) -> bool:
    labelled = bool(block.evidence) and key_of(block.text).startswith(block.evidence)
    bare = block.rule.startswith(("ar.tags.line", "tail.tags")) and not labelled
    return bare and len(block.text.split()) <= _TAG_WORDS and not _SEPARATED.search(block.text)


def _attribution(blocks: tuple[Block, ...]) -> str | None:
    lines = [block for block in blocks if block.kind is BlockKind.ATTRIBUTION]
    stated = _first(_value(block) for block in lines if block.rule.startswith("ar.source.line"))
    return stated or _first(_bare(block.text) for block in lines)
