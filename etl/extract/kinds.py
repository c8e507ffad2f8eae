"""Signals of a page to its kind: article, listing, home, search, static page, soft 200 … Pure.

A page that answers 200 is not an article: an empty day that parses as news is the real enemy. No
single signal is believed (`og:type=article` stands on listings, "about us" in the article's own
template), so signals are weighed, and each that spoke is kept as evidence.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from etl.extract.form import key_of
from etl.extract.kind_cues import (
    CONSENT_TERMS,
    ERROR_TEXTS,
    ERROR_TITLES,
    PAYWALL_TEXT,
    SELF_WORDS,
    STATIC_STARTS,
    STATIC_TITLES,
    WALL_TEXTS,
    WALL_TITLES,
)
from etl.text.letterforms import to_folded

_ENOUGH = 3.0


class PageKind(StrEnum):
    """What a page is. Only the first becomes an article."""

    ARTICLE = "article"
    LISTING = "listing"
    HOME = "home"
    SEARCH = "search"
    STATIC = "static page"
    MEDIA = "gallery or video without text"
    SOFT_ERROR = "soft 200"
    WALL = "consent wall or captcha"
    PAYWALL = "paywall stub"
    EMPTY = "no running text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """What the kind is decided on; words and characters are of the chosen body.

    `page_text` gives the page's own text and `paywalled` tells of a part named for a paywall: both are
    asked where the body is short or undated.
    """

    url: str
    title: str
    title_tag: str
    body: str
    body_names: str
    og_type: str
    says_article: bool
    says_listing: bool
    says_static: bool
    says_video: bool
    is_free: bool
    paywalled: Callable[[], bool]
    has_headline: bool
    has_date: bool
    has_author: bool
    prose_blocks: int
    linked_titles: int
    linked_titles_inside: int
    page_text: Callable[[], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The kind, and the signals that decided it."""

    kind: PageKind
    evidence: str = ""


_CONSENT_LONGEST = tuple(max(term.split(), key=len) for term in CONSENT_TERMS)
_PAYWALL_LONGEST = frozenset(max(cue.split(), key=len) for cue in PAYWALL_TEXT)
_CONSENT_TERMS_AT_LEAST, _CONSENT_WORDS = 4, 600
_STATIC_PATH = re.compile(
    r"/(?:about(?:[-_]?us)?|contact(?:[-_]?us)?|privacy(?:[-_]policy)?|terms(?:[-_][\w-]+)?|who[-_]we[-_]are|whoweare|advertise|team|staff|policy|faq|disclaimer|imprint"
    r"|من-نحن|اتصل-بنا|سياسة-الخصوصية|عن-الموقع|تواصل-معنا|هيئة-التحرير|شروط-الاستخدام)(?:[-_/.]|\.html?|\.php|\.aspx)?/?$",
    re.IGNORECASE,
)
_LISTING_PATH = re.compile(
    r"/(?:category|categories|cat|tag|tags|topic|topics|author|authors|section|sections|archive|archives|label|keyword|writers?|taxonomy|تصنيف|وسم|قسم|اقسام)(?:/|$)"
    r"|/page/\d+/?$|/(?:20\d\d)(?:/\d{1,2}){0,2}/?$",
    re.IGNORECASE,
)
_SEARCH_PATH = re.compile(r"/search(?:/|$|\.)|/بحث(?:/|$)", re.IGNORECASE)
_SEARCH_QUERY = re.compile(r"(?:^|&)(?:s|q|query|search|keyword|keywords|searchword)=", re.IGNORECASE)
_HOME_PATH = re.compile(
    r"^/?(?:(?:ar|arabic|en|fr|index|home|default|main)(?:\.(?:html?|php|aspx?))?/?)?$", re.IGNORECASE
)
_MEDIA_PATH = re.compile(
    r"/(?:videos?|gallery|galleries|photos?|albums?|images|caricature|podcasts?|watch|live|فيديو|صور|كاريكاتير|كاريكاتور|البوم)(?:/|$|-)",
    re.IGNORECASE,
)
_LISTING_NAMES = frozenset(("archive", "category", "tag", "author", "search", "search-results", "blog", "home", "tax-category", "listing",
                            "page-category", "section-page", "path-taxonomy", "page-taxonomy-term", "front", "homepage", "index-page", "post-type-archive"))  # fmt: skip
_SINGLE_NAMES = frozenset(("single", "single-post", "postid", "node-type-article", "page-node-type-article", "article-page", "single-news", "node-type-news",
                           "post-template-default", "item-view", "item"))  # fmt: skip
_LISTING_TITLE = re.compile(
    r"(?:\bArchives?\b|الصفحة\s+\d+\s+من|صفحة\s+\d+\b|\bPage\s+\d+\b|أرشيف|ارشيف\s|نتائج\s+البحث|Search\s+Results|نتيجة\s+البحث|بحث\s+عن|كل\s+المواضيع|جميع\s+المقالات)",
    re.IGNORECASE,
)
# Each of its alternatives holds one of these.
_LISTING_CUES = ("archive", "صفحة", "page", "رشيف", "نتائج", "results", "نتيجة", "بحث", "كل", "جميع")
_FEW_WORDS, _SHORT_WORDS = 12, 70
_STUB_WORDS = 150
_LAST_CHARS = 1500
_FEW_TITLES, _MANY_TITLES = 2, 8


@lru_cache(maxsize=16)
def _path_of(url: str) -> str:
    return unquote(urlsplit(url).path)


def kind_of(signals: Signals) -> Verdict:
    """Decide a page's kind by its signals, the certain kinds first."""
    # The words of a body stand one space or one line end apart.
    words = signals.body.count(" ") + signals.body.count("\n") + bool(signals.body)
    return (
        _consent(signals, words)
        or _wall_or_error(signals, words)
        or _static(signals, words)
        or _listing(signals, words)
        or _thin(signals, words)
        or Verdict(kind=PageKind.ARTICLE)
    )


def _wall_or_error(signals: Signals, words: int) -> Verdict | None:
    """Name an error or a wall, which says so in its title or in the little text it has; a story has a body."""
    if words > _SHORT_WORDS and "error404" not in signals.body_names:
        return None
    titles = [key_of(title) for title in (signals.title, signals.title_tag) if title]
    if cue := _title_cue(titles, WALL_TITLES, 400):
        return Verdict(kind=PageKind.WALL, evidence=cue)
    if cue := _title_cue(titles, ERROR_TITLES, 40):
        return Verdict(kind=PageKind.SOFT_ERROR, evidence=cue)
    if not (signals.has_headline and signals.has_date and words > _FEW_WORDS * 2):
        text = key_of(signals.page_text()[:_LAST_CHARS])
        for kind, cues in ((PageKind.WALL, WALL_TEXTS), (PageKind.SOFT_ERROR, ERROR_TEXTS)):
            if cue := next((cue for cue in cues if cue in text), ""):
                return Verdict(kind=kind, evidence=cue)
    if "error404" in signals.body_names:
        return Verdict(kind=PageKind.SOFT_ERROR, evidence="body class error404")
    return None


def _consent(signals: Signals, words: int) -> Verdict | None:
    """Name a wall that speaks at length: an undated text of several of a consent's own terms."""
    if signals.has_date or signals.has_author or words > _CONSENT_WORDS:
        return None
    said = f"{signals.title} {signals.page_text()}"
    if not _may_say(said, _CONSENT_LONGEST, _CONSENT_TERMS_AT_LEAST):
        return None
    text = key_of(said)
    found = [cue for cue in CONSENT_TERMS if cue in text]
    enough = len(found) >= _CONSENT_TERMS_AT_LEAST
    return Verdict(kind=PageKind.WALL, evidence=", ".join(found)) if enough else None


def _may_say(text: str, words: Collection[str], least: int) -> bool:
    """Say whether a text may hold so many of the cues that have these words; folding it costs ten times as much.

    None of the words is a name or a month, which have other spellings: the letters alone rule most pages out.
    """
    letters = to_folded.common(text, marked=True)
    return letters is None or sum(word in letters for word in words) >= least


def _title_cue(titles: list[str], cues: tuple[str, ...], longer: int) -> str:
    """Return the cue that a title is, or opens with; one word alone opens stories too ("خطأ طبي …")."""
    for title in titles:
        for cue in cues:
            if title == cue or (
                " " in cue and title.startswith(f"{cue} ") and len(title) < len(cue) + longer
            ):
                return cue
    return ""


def _weigh(found: Iterable[tuple[float, str]]) -> tuple[float, str]:
    spoke = [(weight, name) for weight, name in found if weight]
    return sum(weight for weight, _ in spoke), ", ".join(name for weight, name in spoke if weight > 0)


def _static(signals: Signals, words: int) -> Verdict | None:
    score, evidence = _weigh(_static_signals(signals, words))
    return Verdict(kind=PageKind.STATIC, evidence=evidence) if score >= _ENOUGH else None


def _static_signals(signals: Signals, words: int) -> Iterator[tuple[float, str]]:
    title = key_of(signals.title or signals.title_tag)
    names = signals.body_names.split()
    path = _path_of(signals.url)
    starts = title.startswith(STATIC_STARTS) and len(title.split()) <= 4  # noqa: PLR2004
    if not (title in STATIC_TITLES or starts or signals.says_static or _STATIC_PATH.search(path)):
        return
    body = f" {key_of(signals.body)} " if words < _STUB_WORDS * 10 else ""
    self_words = sum(f" {cue}" in body for cue in SELF_WORDS)
    yield (2.0, "title of a static page") if title in STATIC_TITLES else (0.0, "")
    yield (1.0, "title begins as a static page's") if starts else (0.0, "")
    yield (2.0, "address of a static page") if _STATIC_PATH.search(path) else (0.0, "")
    yield (2.5, "AboutPage or ContactPage") if signals.says_static else (0.0, "")
    yield (1.0, "body class page") if "page" in names and "single" not in names else (0.0, "")
    yield min(self_words, 3) * 0.75, "speaks of itself"
    yield (-1.0, "has an author") if signals.has_author and self_words == 0 else (0.0, "")
    if title not in STATIC_TITLES and not starts and not signals.says_static:
        yield -2.0, "title of a story"


def _listing(signals: Signals, words: int) -> Verdict | None:
    parts = urlsplit(signals.url)
    path = _path_of(signals.url)
    home = bool(_HOME_PATH.match(path)) and not parts.query and bool(parts.netloc)
    search = bool(_SEARCH_PATH.search(path) or _SEARCH_QUERY.search(parts.query))
    enough = _ENOUGH - 2 * home - 2 * search
    # What the title says takes as long to find out as all the rest: it is asked where it can decide.
    if sum(weight for weight, _ in _listing_signals(signals, words, path, listed=True)) < enough:
        return None
    listed = _is_listing_title(f"{signals.title_tag}|{signals.title}")
    score, evidence = _weigh(_listing_signals(signals, words, path, listed=listed))
    if score < enough:
        return None
    kind = PageKind.HOME if home else PageKind.SEARCH if search else PageKind.LISTING
    return Verdict(kind=kind, evidence=evidence or path or "/")


def _is_listing_title(titles: str) -> bool:
    lowered = titles.lower()
    return any(word in lowered for word in _LISTING_CUES) and _LISTING_TITLE.search(titles) is not None


def _listing_signals(
    signals: Signals, words: int, path: str, *, listed: bool
) -> tuple[tuple[float, str], ...]:
    names = signals.body_names.lower().split()
    inside, linked = signals.linked_titles_inside, signals.linked_titles
    single = not _SINGLE_NAMES.isdisjoint(names)
    return (
        (2.5 * (signals.says_listing and not signals.says_article), "CollectionPage or SearchResultsPage"),
        (2.0 * (not single and not _LISTING_NAMES.isdisjoint(names)), "body class of a listing"),
        (-2.5 * single, "body class of a single story"),
        (1.5 * bool(_LISTING_PATH.search(path)), "address of a listing"),
        (1.5 * listed, "title of a listing"),
        (2.0 * (inside > _FEW_TITLES and words < inside * 60), f"{inside} linked titles with little text each"),
        (1.5 * (linked >= _MANY_TITLES and words < _SHORT_WORDS), f"{linked} linked titles and {words} words of text"),
        (1.0 * (not signals.has_headline), "no headline"),
        (0.5 * (signals.og_type == "website" and not signals.says_article), "og:type website"),
        (-1.5 * signals.says_article, "says it is an article"),
        (-1.0 * (signals.has_date and signals.has_headline), "a headline and a date"),
        (-1.5 * (words > _STUB_WORDS and inside <= _FEW_TITLES), "running text"),
    )  # fmt: skip


def _thin(signals: Signals, words: int) -> Verdict | None:
    """Name a page with little text: a wall before the rest, a gallery, a video, or nothing."""
    path = _path_of(signals.url)
    if words < _STUB_WORDS:
        said = signals.page_text()[-_LAST_CHARS:]
        text = key_of(said) if _may_say(said, _PAYWALL_LONGEST, 1) else ""
        if cue := next((cue for cue in PAYWALL_TEXT if cue in text), ""):
            return Verdict(kind=PageKind.PAYWALL, evidence=cue)
    if words < _SHORT_WORDS and (not signals.is_free or signals.paywalled()):
        return Verdict(kind=PageKind.PAYWALL, evidence="isAccessibleForFree=false or a paywall block")
    media = signals.says_video or signals.og_type.startswith("video") or bool(_MEDIA_PATH.search(path))
    if media and words < _FEW_WORDS * 2:
        return Verdict(kind=PageKind.MEDIA, evidence=f"{words} words")
    if words < _FEW_WORDS and signals.linked_titles >= _MANY_TITLES - 2:
        return Verdict(
            kind=PageKind.LISTING, evidence=f"{signals.linked_titles} linked titles and {words} words of text"
        )
    if words == 0 or signals.prose_blocks == 0:
        return Verdict(kind=PageKind.EMPTY, evidence=f"{words} words")
    return None
