"""One source's archived pages of a news day to staged rows. A function of the archive, the code and the lists."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date
from zoneinfo import ZoneInfo

from etl.extract.page import learn_repeated, read_page
from etl.io.archive import Archive
from etl.io.crawl import outcome
from etl.io.inbox import SOURCE_ID as INBOX
from etl.io.inbox import Inbox
from etl.io.reference import read_linker
from etl.io.staging import Staging
from etl.model import Article, Drop, DropReason, Outcome, Page, SourceSpec
from etl.rows import staged_rows, text_hash
from etl.settings import Settings
from etl.sources.platforms import Layout, family


def refine_day(settings: Settings, spec: SourceSpec, day: date) -> Outcome:
    """Stage what a source's archived pages of a day say; return the counts.

    What was staged of the day before is replaced, table by table, each file whole.
    """
    archive = Archive(settings.archive_dir)
    pages = tuple(archive.pages(spec.source_id, day))
    articles: list[tuple[Page, Article]] = []
    drops: list[Drop] = []
    zone, layouts = zone_of(settings, spec), family(spec.layout)
    # The inbox holds pages of many sites: what they share says nothing.
    learned = {} if spec.source_id == INBOX else learn_repeated(pages, zone, layouts)
    latest = {page.url: page for page in sorted(pages, key=lambda each: each.fetched_at)}
    for page, result in _read(pages, latest, zone, layouts, learned):
        if isinstance(result, Drop):
            drops.append(result)
        else:
            articles.append((page, result))
    refined = Outcome(
        news_date=day,
        source_id=spec.source_id,
        stage="refine",
        in_count=len(pages),
        out_count=len(articles),
        drops=tuple(drops),
    )
    rows = staged_rows(
        articles,
        (collected(settings, spec.source_id, day), refined),
        day=day,
        zone=zone,
        learned=learned,
        linker=read_linker(),
        source_country=spec.country_code or "",
        earlier=_earlier(pages, latest, zone, layouts, learned),
        deletions=_deletions(archive, spec.source_id, day),
    )
    for table, content in rows.items():
        Staging(settings.staging_dir).write(day, spec.source_id, table, content)
    return refined


def collected(settings: Settings, source_id: str, day: date) -> Outcome:
    """Return what collecting a day took and dropped, as the archive holds it: the same after every run."""
    if source_id == INBOX:
        return inbox(settings).outcome(day)
    return outcome(Archive(settings.archive_dir), source_id, day)


def inbox(settings: Settings) -> Inbox:
    """Return the inbox that the settings name."""
    return Inbox(
        settings.inbox_dir,
        Archive(settings.archive_dir),
        max_bytes=settings.max_document_bytes,
        quiet_seconds=settings.quiet_seconds,
    )


def zone_of(settings: Settings, spec: SourceSpec) -> ZoneInfo:
    """Return the zone of the times that a source prints."""
    return ZoneInfo(spec.timezone) if spec.timezone else settings.zone


def _read(
    pages: Sequence[Page],
    latest: Mapping[str, Page],
    zone: ZoneInfo,
    layouts: tuple[Layout, ...],
    learned: Mapping[int, int],
) -> Iterator[tuple[Page, Article | Drop]]:
    """Yield each page with its reading; of one address the latest page counts, of one text the first."""
    first_with: dict[str, str] = {}
    for page in pages:
        result: Article | Drop
        if latest[page.url] is page:
            result = read_page(page, zone, layouts=layouts, learned=learned).outcome
        else:
            result = _drop(page, DropReason.SUPERSEDED, "a later version was collected for the same day")
        if isinstance(result, Article):
            earlier = first_with.setdefault(text_hash(result), page.url)
            if earlier != page.url:
                result = _drop(page, DropReason.DUPLICATE_TEXT, f"the same text as {earlier}")
        yield page, result


def _earlier(
    pages: Sequence[Page],
    latest: Mapping[str, Page],
    zone: ZoneInfo,
    layouts: tuple[Layout, ...],
    learned: Mapping[int, int],
) -> Iterator[tuple[Page, Article]]:
    """Yield the readings that a later one of the same address replaces: what the outlet changed since."""
    for page in pages:
        if latest[page.url] is not page:
            result = read_page(page, zone, layouts=layouts, learned=learned).outcome
            if isinstance(result, Article):
                yield page, result


def _deletions(archive: Archive, source_id: str, day: date) -> Iterator[Page]:
    """Yield the answers that an article of the day is gone, as pages without content."""
    for each in archive.deletions(source_id, day):
        yield Page(
            source_id=source_id,
            url=each.url,
            content=b"",
            content_type=each.content_type,
            fetched_at=each.fetched_at.astimezone(UTC),
        )


def _drop(page: Page, reason: DropReason, detail: str) -> Drop:
    return Drop(reason=reason, detail=detail, url=page.url, source_id=page.source_id)
