"""The page's headline: the visible one that the page's own statements bear out. Pure.

Order of trust: a visible heading that agrees with a stated title; JSON-LD headline; microdata;
og:title, twitter:title, `<title>` without the site's name; a lone `<h1>`.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from etl.extract.html_hints import OUTSIDE, Hint
from etl.extract.metadata import Candidate, Harvest
from etl.extract.metadata_jsonld import text_of
from etl.extract.tree import Tree
from etl.text.letterforms import Words

_HEADINGS = {"h1": 6, "h2": 4, "h3": 2, "h4": 1}
# What it may begin with is asked first, once for all alternatives.
_SEPARATOR = re.compile(r"(?=[\s|»•:])(?:\s+[|\-–—•·»«:/]+\s+|\s*[|»•]\s*|(?<=\S)\s*::\s*)")
_MARK = re.compile(r"[|\-–—•·»«:/]")
_words = Words(r"[^\W_]")
_HEADLINE = Hint.HEADLINE
_SITE_WORDS = 5
_TITLE_WORDS = 3
_SHORTEST = 6
_LONGEST = 400
_ABOVE = 10


# The few titles of one page are compared some dozens of times; those of another page have no use for them.
@lru_cache(maxsize=16)
def title_key(text: str) -> str:
    """Return the bare words of a title: enough to tell two statements of one title alike.

    A tenth of the cost of folding; a page spells its own title one way.
    """
    return " ".join(_words(text.lower()))


def stated_titles(harvest: Harvest) -> tuple[Candidate, ...]:
    """Return every stated title in the order of trust, as stated."""
    found: list[Candidate] = []
    article = harvest.article
    headline = text_of(article, "headline") or text_of(article, "name")
    if headline:
        found.append(Candidate(field="title", value=headline, where="json-ld:headline"))
    found.extend(harvest.microdata.get("title", ())[:3])
    for name in (
        "og:title",
        "twitter:title",
        "headline",
        "title",
        "dc.title",
        "sailthru.title",
        "parsely-title",
    ):
        for value in harvest.meta.get(name, ())[:2]:
            found.append(Candidate(field="title", value=value, where=f"meta:{name}"))  # noqa: PERF401  # seldom any
    if harvest.title_tag:
        found.append(Candidate(field="title", value=harvest.title_tag, where="title"))
    return tuple(candidate for candidate in found if 0 < len(candidate.value) <= _LONGEST)


def title_keys(stated: Iterable[Candidate]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the folded stated titles, as stated and without a site's name."""
    values = {candidate.value for candidate in stated}
    parted = [(value, _separators(value)) for value in values]
    bare = {_without_site(value, "", parts) for value, parts in parted}
    bare |= {rest for value, parts in parted if (rest := _behind_site(value, parts))}
    keys = {value: title_key(value) for value in values | bare}
    return frozenset(keys[value] for value in values) - {""}, frozenset(keys[value] for value in bare) - {""}


def find_headline(tree: Tree, keys: frozenset[str], bare: frozenset[str]) -> int | None:
    """Return the block that shows the headline, or None: a heading whose words a stated title has.

    `keys` and `bare` are what `title_keys` gives.
    """
    best: tuple[float, int] | None = None
    lone: list[int] = []
    elements = tree.elements
    for index, block in enumerate(tree.blocks):
        named = elements[block.element].own & _HEADLINE
        if not named and block.tag not in _HEADINGS:
            continue
        level = _HEADINGS.get(block.tag, 0)
        if len(block.text) > _LONGEST or (block.tag != "h1" and block.linked * 2 > len(block.text)):
            continue
        if block.tag == "h1":
            lone.append(index)
        key = title_key(block.text)
        fit = _fit(key, keys)
        if fit:
            score = fit * 10 + level + (3 if named else 0) - (4 if block.linked > len(block.text) // 2 else 0)
            if best is None or score > best[0]:
                best = (score, index)
    if best is not None:
        return best[1]
    if (plain := _plain_headline(tree, bare)) is not None:
        return plain
    lone = [index for index in lone if len(tree.blocks[index].text) >= _SHORTEST * 2
            and tree.blocks[index].linked * 2 < len(tree.blocks[index].text)]  # fmt: skip
    return lone[0] if len(lone) == 1 else None


def _plain_headline(tree: Tree, keys: Iterable[str]) -> int | None:
    """Return the last unlinked block that is a stated title: old pages set headlines in `<font>`."""
    found = None
    for index, block in enumerate(tree.blocks):
        if block.linked or not _SHORTEST < len(block.text) <= _LONGEST or " " not in block.text:
            continue
        if found is not None and len(block.text) > _LONGEST // 2:
            break
        if title_key(block.text) in keys:
            found = index
    return found


def _fit(key: str, keys: Iterable[str]) -> float:
    """Say how well a heading fits the stated titles: 0 no, 1 equal or the longest part of one."""
    if len(key) < _SHORTEST:
        return 0.0
    best = 0.0
    for stated in keys:
        if key == stated:
            return 1.0
        if key in stated and len(key) > len(stated) * 0.35 and " " in key:
            best = max(best, len(key) / len(stated))
        elif stated in key and len(stated) > len(key) * 0.6 and " " in stated:
            best = max(best, 0.8 * len(stated) / len(key))
    return best


def _separators(title: str) -> list[re.Match[str]]:
    """Find what parts a title; most titles of stories have nothing that can."""
    mark = _MARK.search(title)
    # A separator begins with the white space before its mark.
    return list(_SEPARATOR.finditer(title, len(title[: mark.start()].rstrip()))) if mark else []


def _behind_site(title: str, parts: list[re.Match[str]]) -> str:
    """Return a title behind a short first part, which may be the site's name; "" where there is none."""
    if not parts or len(title[: parts[0].start()].split()) > _TITLE_WORDS:
        return ""
    rest = title[parts[0].end() :].strip()
    return rest if len(rest.split()) > _SITE_WORDS else ""


def nearest_heading(tree: Tree, stated: Iterable[Candidate], first: int) -> int | None:
    """Return the last unlinked heading close above the text, where no stated title can be a headline.

    Agencies write their own name into every page's `<title>` and state nothing else.
    """
    if any(len(without_site(each.value, "").split()) > _SITE_WORDS for each in stated):
        return None
    for index in range(min(first, len(tree.blocks) - 1), max(-1, first - _ABOVE), -1):
        block = tree.blocks[index]
        if (
            (block.tag in _HEADINGS or tree.elements[block.element].own & Hint.HEADLINE)
            and not block.linked
            and not block.hints & (OUTSIDE & ~Hint.META)
            and len(block.text.split()) >= _TITLE_WORDS
            and len(block.text) <= _LONGEST
        ):
            return index
    return None


def choose_title(
    tree: Tree, headline: int | None, stated: tuple[Candidate, ...], site: str
) -> Candidate | None:
    """Choose the title: the visible headline, else the most trusted statement without the site's name."""
    if headline is not None:
        block = tree.blocks[headline]
        return Candidate(field="title", value=block.text, where=f"visible:{block.tag}")
    for candidate in stated:
        value = without_site(candidate.value, site)
        if value:
            return Candidate(field="title", value=value, where=candidate.where)
    return None


def without_site(title: str, site: str) -> str:
    """Cut the site's name off a title: a short first or last part behind a separator."""
    return _without_site(title, site, _separators(title))


def _without_site(title: str, site: str, parts: list[re.Match[str]]) -> str:
    if not parts:
        return title
    site_key = title_key(site) if site else ""
    head, tail = title[: parts[-1].start()], title[parts[-1].end() :]
    first, rest = title[: parts[0].start()], title[parts[0].end() :]
    if site_key and title_key(tail) and (title_key(tail) in site_key or site_key in title_key(tail)):
        return without_site(head.strip(), site)
    if site_key and title_key(first) and (title_key(first) in site_key or site_key in title_key(first)):
        return rest.strip()
    if len(tail.split()) <= _SITE_WORDS and len(head.split()) > max(_TITLE_WORDS, len(tail.split())):
        return head.strip()
    return title
