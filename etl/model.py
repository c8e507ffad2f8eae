"""Every type that crosses a stage. Frozen, slotted, keyword-only; aware datetimes; tuples.

A stage takes these and returns these, so a stage can be read, tested and run by hand alone.
"""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSpec:
    """One place that articles come from, as constants: declared, never coded.

    `timezone` is the zone in which the outlet states its local times; None means the operator's
    own zone. `country_code` is ISO 3166-1 alpha-2, or None where the source has no country.
    """

    source_id: str
    name_ar: str
    name_en: str
    country_code: str | None = None
    timezone: str | None = None
    home_url: str | None = None


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

    `url` is the address of a web page, or `inbox:///NAME` of a document in the inbox.
    `content_type` is the media type as the server or the file's suffix states it.
    """

    source_id: str
    url: str
    content: bytes
    content_type: str
    fetched_at: datetime


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
