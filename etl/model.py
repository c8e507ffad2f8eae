"""Every type that crosses a stage, so that it can be run by hand alone: frozen, slotted, keyword-only."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class DropReason(StrEnum):
    """Why an input left the flow. A stable code: it is stored on every dropped row."""

    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"
    UNSUPPORTED_TYPE = "unsupported_type"
    BEING_WRITTEN = "being_written"
    TRUNCATED_ARCHIVE = "truncated_archive"
    NOT_A_PAGE = "not_a_page"
    NOT_ARABIC = "not_arabic"
    NOT_AN_ARTICLE = "not_an_article"
    TOO_SHORT = "too_short"
    DUPLICATE_PAGE = "duplicate_page"
    DUPLICATE_TEXT = "duplicate_text"
    SUPERSEDED = "superseded"
    GONE = "gone"
    FORBIDDEN = "forbidden"
    ROBOTS = "robots"
    REFUSED_ADDRESS = "refused_address"
    BAD_REDIRECT = "bad_redirect"
    UNREACHABLE = "unreachable"
    NOT_FETCHED = "not_fetched"


class BlockKind(StrEnum):
    """What one block of a document is: a part of the article, or boilerplate."""

    TITLE = "title"
    SECTION = "section"
    BODY = "body"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    TAGS = "tags"
    ATTRIBUTION = "attribution"
    AUTHOR = "author"
    PUBLISHED = "published"
    BOILERPLATE = "boilerplate"


class OwnerKind(StrEnum):
    """Who stands behind an outlet."""

    STATE = "state"
    PRIVATE = "private"
    PARTY = "party"
    INTERNATIONAL = "international"


class Strategy(StrEnum):
    """A way to learn that an article exists. A stable code: it is stored with what it found."""

    FEED = "feed"
    NEWS_SITEMAP = "news_sitemap"
    REST = "rest"
    SITEMAP = "sitemap"
    DATE_ARCHIVE = "date_archive"
    SECTION = "section"
    WARC = "warc"
    OWN_ARCHIVE = "own_archive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """An RSS or Atom feed: it knows the newest items and no others.

    `note` says on what the address stands, `verified_on` when it was seen to answer; `is_local_time`
    is for a feed that marks its local times as UTC.
    """

    url: str
    note: str = ""
    verified_on: date | None = None
    is_local_time: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap:
    """A sitemap, or an index of sitemaps; `is_news` where it holds the last two days only.

    `url` may hold {yyyy} {mm} {dd} {m} {d}: an address a day or a month. `children` is a pattern of
    an index's children to read; without one, they are judged by name.
    """

    url: str
    is_news: bool = False
    children: str | None = None
    note: str = ""
    verified_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsSitemaps:
    """The sitemaps that robots.txt names: the outlet itself says where they are."""

    url: str
    note: str = "sitemaps.org: Sitemap lines of robots.txt"
    verified_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPressRest:
    """The REST interface that WordPress has unless it is switched off; `base_url` is the site's root."""

    base_url: str
    route: str = "posts"
    note: str = "WordPress convention: /wp-json/wp/v2/posts"
    verified_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Pages that link to articles: of one day where `url` holds {dd} or {d}, else a section, newest first.

    `url` may hold {yyyy} {mm} {dd} {m} {d}; `page_url` ({url}, {page}) leads further. Links are those
    that `link_selector` (CSS) finds and `link_pattern` (on the readable address) matches; with
    neither, those that look like articles of the same site.
    """

    url: str
    page_url: str | None = None
    link_selector: str | None = None
    link_pattern: str | None = None
    note: str = ""
    verified_on: date | None = None


Discovery = Feed | Sitemap | RobotsSitemaps | WordPressRest | Listing


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How a host wants to be asked; robots.txt may ask for more, never for less."""

    min_delay_seconds: float = 2.0
    max_pages_a_listing: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSpec:
    """One place that articles come from, as constants: declared, never coded.

    `timezone` is the zone in which the outlet states its local times; None means the operator's own.
    `country_code` is ISO 3166-1 alpha-2, or None. `layout` names a site family of etl/sources/platforms.
    `expected_per_day` is the least and the most of an ordinary day, None where nobody knows. `allow` and
    `deny` are regular expressions on the readable address. `boilerplate` is lines of its own.
    """

    source_id: str
    name_ar: str
    name_en: str
    country_code: str | None = None
    timezone: str | None = None
    home_url: str | None = None
    owner_kind: OwnerKind | None = None
    language: str = "ar"
    layout: str | None = None
    discovery: tuple[Discovery, ...] = ()
    expected_per_day: tuple[int, int] | None = None
    manners: Manners = Manners()
    boilerplate: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    deny: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One article that discovery heard of: an address, and what its finder said of it.

    `url` is as found; its identity is the canonical form. `published_on` is the outlet's own day where
    no clock was given. `modified_at` is the latest instant that the stated one allows.
    """

    url: str
    source_id: str
    found_by: tuple[Strategy, ...]
    published_at: datetime | None = None
    published_on: date | None = None
    modified_at: datetime | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """An input that is not taken further, with its reason: a row, never an exception."""

    reason: DropReason
    detail: str
    url: str
    source_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Bytes as they were fetched or found, before any reading of them.

    `url` is the address, or `inbox:///NAME` of a document; `content_type` is the media type as stated.
    `warc_file` (below the archive) and `warc_offset` (bytes) say where its record begins, once archived.
    """

    source_id: str
    url: str
    content: bytes
    content_type: str
    fetched_at: datetime
    warc_file: str | None = field(default=None, compare=False)
    warc_offset: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a document and the decision on it.

    `line` is the 1-based line (text) or block number (HTML); `rule` is the stable id of the
    rule that decided; `evidence` is the cue that the rule saw.
    """

    kind: BlockKind
    text: str
    line: int
    rule: str
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as its page states it: display text, never folded or corrected.

    `body` is paragraphs joined by newlines; `published_at` is aware, or None where the page
    does not say; `dropped` holds every block that was left out, with its reason.
    """

    source_id: str
    url: str
    language: str
    title: str | None
    section: str | None
    author: str | None
    published_at: datetime | None
    tags: tuple[str, ...]
    attribution: str | None
    captions: tuple[str, ...]
    body: str
    dropped: tuple[Block, ...] = ()


class MentionKind(StrEnum):
    """What a mention names, by the three dimension tables."""

    COUNTRY = "country"
    OFFICIAL = "official"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place in an article that names an entity.

    `start` and `end` are character offsets into the field (`title` or `body`), end exclusive;
    `rule` is the stable id and version of the rule that found it.
    """

    kind: MentionKind
    entity_id: str
    field: str
    surface: str
    start: int
    end: int
    rule: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The counts of one stage for one source and news day: taken in = put out + dropped."""

    news_date: date
    source_id: str
    stage: str
    in_count: int
    out_count: int
    drops: tuple[Drop, ...] = ()

    def __post_init__(self) -> None:
        """Hold the law of counts where the counts are made, not where they are read."""
        if self.in_count != self.out_count + len(self.drops):
            msg = (
                f"{self.stage} of {self.source_id} on {self.news_date}: in {self.in_count} is not "
                f"out {self.out_count} + drops {len(self.drops)}; an input was lost or made twice"
            )
            raise ValueError(msg)
