"""Blocks around the headline and the body to visible dates, byline, section, tags. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import lru_cache

from etl.extract.html_hints import Hint
from etl.extract.metadata_dates import Stamp
from etl.extract.tree import TextBlock, Tree
from etl.text.dates import Precision, read_date

_ELSEWHERE = int(
    Hint.COMMENTS | Hint.RELATED | Hint.CARD | Hint.SIDEBAR | Hint.HIDDEN | Hint.ADVERT | Hint.CAPTION
)
_DIGITS = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d|[٠-٩]{4}|14\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d\d")
_AGO = re.compile(r"(?:منذ|قبل)\s")
_UPDATED = re.compile(r"تحديث|عدل|تعديل|änderung|updated|modified|aktualisiert|mis à jour", re.IGNORECASE)
_BYLINE = re.compile(
    r"^\W*(?:(?:نشرت?|مرسلة|أضيف|كتبت?|حررت?)\s?بواسطة|كتب(?:ت|ه|ته|ها)?|بقلم|إعداد|اعداد|تحرير(?!\sمن طرف)|تقرير|تحقيق|حوار|حاوره?ا?|أجرى الحوار|أجرت الحوار|ترجمة|الكاتبة?|المحررة?|مراسلنا|(?:نشر|مرسلة|أضيف|كتب)?\s?بواسطة"
    r"|(?:تحرير|كتب|نشر|حرر|حرره)?\s?من طرف|author|by|posted by|written by|par|von|de|por|di|da)"
    r"(?:\s*[::/|\-–—,،]\s*|\s+)(\S.{1,60})$",
    re.IGNORECASE,
)
# Behind a date or a section in the same line only a cue with its mark is one.
_BYLINE_AFTER = re.compile(
    r"[\s|،,\-–—](?:كتب(?:ت|ه|ته|ها)?|بقلم|إعداد|اعداد|تحرير|بواسطة)\s*[:/]\s*(\S.{1,60})$"
)
_CUE_ALONE = re.compile(
    r"^\W*(?:(?:نشرت?|مرسلة|أضيف|كتبت?|حررت?)\s?بواسطة|كتب(?:ت|ه|ته|ها)?|بقلم|إعداد|اعداد|تحرير|الكاتبة?|المحررة?|مراسلنا|(?:نشر|مرسلة|أضيف)?\s?بواسطة|by|posted by|written by)\W*$",
    re.IGNORECASE,
)
# What it may begin with is asked first, once for all alternatives.
_NAME_END = re.compile(
    r"(?=[\s\d(|•،,/])(?:\s*[\d٠-٩(|•]|\s[-–—]\s|\s*[،,/]\s"
    r"|\s(?:في\s|يوم\s){1,2}(?:ال)?(?:[أا]حد|[اإ]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة|سبت)\b)"
)
_LONGEST_BYLINE = 110
_LONGEST_DATE = 160
_BEFORE, _AFTER = 8, 14
_MOST_LOOKS = 8
_AGO_PLACE = "visible:ago"
_AUTHOR_NAME = re.compile(r"author|byline|writer|كاتب|editor|reporter|journalist", re.IGNORECASE)
_NAME_WORDS = 6
_AROUND_NAME = " :-–—|/،,."
_SECTION_WORDS, _SECTION_BEFORE = 4, 6
_TAGS, _TAGS_AFTER = Hint.TAGS, 16
_TAG_LABEL = re.compile(
    r"^\W*(?:ال)?(?:وسوم|أوسمة|كلمات (?:ال)?(?:مفتاحية|دلالية|دالة)|كلمات|تاغات|تاجات|علامات|مواضيع|موضوعات|tags?|keywords)\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """When and where a page was fetched from: what "two hours ago" and a bare time are counted from."""

    now: datetime
    zone: tzinfo


def shown_dates(
    tree: Tree, headline: int | None, span: tuple[int, int], clock: Clock
) -> tuple[tuple[Stamp, ...], tuple[Stamp, ...]]:
    """Return the publication and the update times that the page shows its readers around the article.

    Looked at in this order: between headline and body, inside the body's own furniture, after the
    body, before the headline. A masthead's date of today stands before the headline: it is last.
    """
    published: list[Stamp] = []
    updated: list[Stamp] = []
    looked = 0
    for index in _places(tree, headline, span):
        block = tree.blocks[index]
        if not _may_hold_date(tree, block):
            continue
        looked += 1
        stamp = _read(block.text, clock)
        if stamp is not None:
            (updated if _UPDATED.search(block.text) else published).append(stamp)
        # Reading a date costs as much as reading fifty blocks; what is nearest to the headline counts.
        if looked >= _MOST_LOOKS or (published and published[-1].where != _AGO_PLACE):
            break
    published.sort(key=lambda stamp: stamp.where == _AGO_PLACE)
    return tuple(published), tuple(updated)


def around(tree: Tree, headline: int | None, span: tuple[int, int]) -> str:
    """Return the text around the article where its own data stand."""
    return "\n".join(tree.blocks[index].text[:_LONGEST_DATE] for index in _places(tree, headline, span))


def _places(tree: Tree, headline: int | None, span: tuple[int, int]) -> Iterator[int]:
    """Give the blocks between headline and body, about the body's end, and before the headline."""
    start, end = span
    top = start if headline is None else headline
    yield from range(top, min(start + 6, end))
    yield from range(max(start + 6, end - _AFTER), min(end + _AFTER, len(tree.blocks)))
    yield from range(max(0, top - _BEFORE), top)


def _may_hold_date(tree: Tree, block: TextBlock) -> bool:
    text = block.text
    if len(text) > _LONGEST_DATE or block.hints & _ELSEWHERE or text[0] in "—–-":
        return False
    if block.linked > len(text) // 2 and not block.hints & Hint.META:
        return False
    if not _DIGITS.search(text) or not (_YEAR.search(text) or _AGO.search(text)):
        return False
    named = block.hints & Hint.META or tree.elements[block.element].tag in ("time", "address", "small", "h6")
    return bool(named) or len(text.split()) <= 16  # noqa: PLR2004


def _read(text: str, clock: Clock) -> Stamp | None:
    reading = read_date(text, reference=clock.now, zone=clock.zone)
    if reading.date is None or reading.precision not in (Precision.DAY, Precision.INSTANT):
        return None
    offset = None
    where = _AGO_PLACE if _AGO.search(text) and not _YEAR.search(text) else "visible"
    if reading.instant is not None and reading.time is not None:
        stated = reading.instant.utcoffset()
        local = datetime.combine(reading.date, reading.time, tzinfo=clock.zone).utcoffset()
        offset = stated if stated != local else None
    return Stamp(day=reading.date, clock=reading.time, offset=offset, where=where, value=text)


def shown_authors(tree: Tree, spans: Iterable[range], site: str = "") -> Iterator[tuple[str, bool]]:
    """Give the names that the page shows as its author's, and whether a byline's cue says so."""
    for span in spans:
        for index in span:
            block = tree.blocks[index]
            if len(block.text) > _LONGEST_BYLINE or block.hints & _ELSEWHERE:
                continue
            if _byline(block.text) or _is_named_author(tree, block):
                yield from bylines([block.text], site, block.linked)


def bylines(texts: Iterable[str], site: str = "", linked: int = 0) -> Iterator[tuple[str, bool]]:
    """Give the names in bylines, without their cue ("كتبت", "بقلم:") and what stands behind the name.

    The outlet's own name before the writer's ("the paper - the writer") is no part of the name; where
    `linked` characters of the line are a link, the part of that length is the name.
    """
    for text in texts:
        found = _byline(text)
        parts = [part.strip(_AROUND_NAME) for part in _NAME_END.split(found[1] if found else text)]
        while len(parts) > 1 and (not parts[0] or _is_site(parts[0], site)):
            parts = parts[1:]
        if len(parts) > 1 and linked:
            parts = [part for part in parts if part and abs(len(part) - linked) <= 1] or parts
        name = parts[0].removesuffix(" في").strip(_AROUND_NAME)
        if name and len(name.split()) <= _NAME_WORDS and not _CUE_ALONE.match(name):
            yield name, found is not None


def _byline(text: str) -> re.Match[str] | None:
    return _BYLINE.match(text) or (_BYLINE_AFTER.search(text) if ":" in text or "/" in text else None)


def _is_site(part: str, site: str) -> bool:
    return bool(site) and len(part) > 2 and (part in site or site in part)  # noqa: PLR2004


def _is_named_author(tree: Tree, block: TextBlock) -> bool:
    element = tree.elements[block.element]
    above = tree.elements[element.parent].name if element.parent >= 0 else ""
    return _names_author(element.name) or _names_author(above)


# A site has a few hundred names of parts on thousands of pages.
@lru_cache(maxsize=8192)
def _names_author(name: str) -> bool:
    return _AUTHOR_NAME.search(name) is not None


def crumbs(tree: Tree, headline: int | None) -> tuple[str, ...]:
    """Return the bread crumbs before the headline, outermost first, without the headline itself."""
    found: list[str] = []
    last = headline if headline is not None else len(tree.blocks)
    for element in tree.elements:
        if element.first >= last:
            break
        if "crumb" in element.name.lower() and element.last > element.first:
            texts = [block.text for block in tree.blocks[element.first : min(element.last, last)]]
            if len(texts) == 1:
                texts = re.split(r"\s*[/>»›«|]\s*", texts[0])
            found = [text for text in texts if 1 < len(text) <= 40 and any(map(str.isalnum, text))]  # noqa: PLR2004
            break
    return tuple(found)


def shown_sections(tree: Tree, headline: int | None, start: int) -> tuple[str, ...]:
    """Return the short texts about the headline whose element is named for a section (`cat`, `kicker`)."""
    top = start if headline is None else headline
    found: list[str] = []
    for index in (*range(max(0, top - _SECTION_BEFORE), top), *range(top + 1, max(start, top + 1))):
        block = tree.blocks[index]
        element = tree.elements[block.element]
        above = tree.elements[element.parent].own if element.parent >= 0 else Hint.NONE
        if (
            (element.own | above) & Hint.SECTION
            and len(block.text.split()) <= _SECTION_WORDS
            and not _DIGITS.search(block.text)
        ):
            found.append(block.text)
    return tuple(found)


def shown_tags(tree: Tree, headline: int | None, span: tuple[int, int]) -> tuple[str, ...]:
    """Return the linked texts of the first part about the article that is named for its tags."""
    first = span[0] if headline is None else min(headline, span[0])
    last = min(span[1] + _TAGS_AFTER, len(tree.blocks))
    for element in tree.elements:
        if not (element.own & _TAGS and first <= element.first < last):
            continue
        found = tuple(
            block.text.lstrip("#").strip()
            for block in tree.blocks[element.first : min(element.last, element.first + 40)]
            if block.linked * 2 > len(block.text) and not _TAG_LABEL.match(block.text)
        )
        if found:
            return found
    return ()
