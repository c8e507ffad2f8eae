"""The order of the stages, and the counts of each. The only module that knows it.

Every function takes the settings, a source and a news day, and can be run by hand, twice, or after a
kill: it reads what the stage before left on disk and replaces what it wrote itself.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from difflib import get_close_matches
from zoneinfo import ZoneInfo

from etl.discover.urls import canonical
from etl.extract.page import read_page
from etl.io.archive import Archive
from etl.io.crawl import CrawlOptions, crawl_day, outcome
from etl.io.inbox import SOURCE_ID as INBOX
from etl.io.inbox import Inbox
from etl.io.reference import read_gazetteer
from etl.io.report import day_report
from etl.io.staging import Row, Staging
from etl.io.warehouse import CheckFailedError, Warehouse, open_published, require_passed
from etl.io.web import Web, WebOptions
from etl.io.web_faults import ContactMissingError
from etl.link.mentions import find_mentions
from etl.model import Article, Drop, DropReason, Outcome, Page, SourceSpec
from etl.settings import Settings
from etl.sources import all_sources
from etl.text.letters import display, fold

__all__ = [
    "CheckFailedError",
    "ContactMissingError",
    "check",
    "collect",
    "load",
    "publish",
    "refine",
    "run",
    "sources",
    "summary",
]

Summary = dict[str, int]
_ID_LENGTH = 16


def sources(settings: Settings) -> list[str]:
    """Return the ids of the sources that a night runs: those of RASAD_SOURCES, else all that can be asked.

    Without RASAD_CONTACT no site may be asked, so the inbox alone is left. Raises KeyError for a
    source that is not declared.
    """
    if settings.sources:
        return [_spec(settings, source_id).source_id for source_id in settings.sources]
    return list(all_sources(settings.sources_dir)) if settings.contact else [INBOX]


def collect(settings: Settings, source_id: str, day: date) -> Summary:
    """Archive what the source has for a news day; return the counts.

    Raises KeyError for a source that is not declared.
    """
    spec = _spec(settings, source_id)
    if source_id == INBOX:
        return _summary(_inbox(settings).collect(day))
    with _web(settings) as web:
        report = crawl_day(
            spec, day, web=web, archive=Archive(settings.archive_dir), options=_crawl_options(settings)
        )
    return {**_summary(_collected(settings, source_id, day)), "found": report.found, "failed": report.failed}


def refine(settings: Settings, source_id: str, day: date) -> Summary:
    """Turn a source's archived pages of a news day into staged articles and mentions; return the counts.

    A function of the archive, the code and the reference data: the same again gives the same rows.
    Days that got late pages are staged along: a page goes to its own day, whichever run found it.
    """
    spec = _spec(settings, source_id)
    archive, staging = Archive(settings.archive_dir), Staging(settings.staging_dir)
    with archive.locked(source_id):
        behind = [
            each
            for each in archive.days(source_id)
            if each != day and staging.is_behind(each, source_id, archive.day_dir(source_id, each))
        ]
        for each in behind:
            _refine_day(settings, spec, each)
        refined = _refine_day(settings, spec, day)
        staging.note_days(day, source_id, behind)
    return _summary(refined)


def load(settings: Settings, day: date) -> Summary:
    """Merge the staged rows of a news day, and of days staged with it, into the warehouse; return rows by table."""
    staging, warehouse = Staging(settings.staging_dir), _warehouse(settings)
    specs = all_sources(settings.sources_dir).values()
    counts: Summary = {}
    for each in staging.days_with(day):
        counts = dict(warehouse.load(staging.day_dir(each), each, specs))
    return counts


def check(settings: Settings) -> Summary:
    """Run the checks on the working warehouse; return how many ran and how many warn.

    Raises CheckFailedError, which names them, where checks marked `fail` find rows.
    """
    results = _warehouse(settings).check()
    require_passed(results)
    return {"checks": len(results), "warnings": sum(each.row_count > 0 for each in results)}


def publish(settings: Settings) -> Summary:
    """Put the checked working warehouse in the published file's place."""
    return {"bytes": _warehouse(settings).publish()}


def run(settings: Settings, day: date) -> Summary:
    """Run one news day from collect to publish, as the DAG does, in this process."""
    for source_id in sources(settings):
        collect(settings, source_id, day)
        refine(settings, source_id, day)
    counts = load(settings, day)
    check(settings)
    publish(settings)
    return counts


def summary(settings: Settings, day: date) -> str:
    """Return, as text, what the published file holds of a news day, with example queries and answers."""
    with open_published(settings.published_file) as connection:
        return day_report(connection, day)


def _refine_day(settings: Settings, spec: SourceSpec, day: date) -> Outcome:
    pages = tuple(Archive(settings.archive_dir).pages(spec.source_id, day))
    articles: list[tuple[Page, Article]] = []
    drops: list[Drop] = []
    for page, result in _read(pages, _zone(settings, spec)):
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
    _stage(settings, spec.source_id, day, articles, (_collected(settings, spec.source_id, day), refined))
    return refined


def _read(pages: Iterable[Page], zone: ZoneInfo) -> Iterator[tuple[Page, Article | Drop]]:
    """Yield each page with its reading; of one address the latest page counts, of one text the first."""
    latest = {page.url: page for page in sorted(pages, key=lambda each: each.fetched_at)}
    first_with: dict[str, str] = {}
    for page in pages:
        result: Article | Drop = (
            _superseded(page) if latest[page.url] is not page else read_page(page, zone).outcome
        )
        if isinstance(result, Article):
            earlier = first_with.setdefault(_text_hash(result), page.url)
            if earlier != page.url:
                result = _drop(page, DropReason.DUPLICATE_TEXT, f"the same text as {earlier}")
        yield page, result


def _superseded(page: Page) -> Drop:
    return _drop(
        page, DropReason.SUPERSEDED, "a later version of this document was collected for the same day"
    )


def _drop(page: Page, reason: DropReason, detail: str) -> Drop:
    return Drop(reason=reason, detail=detail, url=page.url, source_id=page.source_id)


def _stage(
    settings: Settings,
    source_id: str,
    day: date,
    articles: Iterable[tuple[Page, Article]],
    outcomes: Iterable[Outcome],
) -> None:
    staging = Staging(settings.staging_dir)
    rows: dict[str, list[Row]] = {"article": [], "mention": [], "boilerplate": []}
    gazetteer = read_gazetteer()
    for page, article in articles:
        row = _article_row(page, article, day, settings)
        rows["article"].append(row)
        for mention in find_mentions(row["title"] or "", row["body"], gazetteer):
            rows["mention"].append(
                {
                    "article_id": row["article_id"],
                    "kind": mention.kind.value,
                    "entity_id": mention.entity_id,
                    "field": mention.field,
                    "surface": mention.surface,
                    "start_offset": mention.start,
                    "end_offset": mention.end,
                    "rule": mention.rule,
                    "score": mention.score,
                }
            )
        rows["boilerplate"].extend(
            {
                "article_id": row["article_id"],
                "line": block.line,
                "rule": block.rule,
                "evidence": block.evidence,
                "text": block.text,
            }
            for block in article.dropped
        )
    rows["outcome"] = [{**_key(each), **_summary(each)} for each in outcomes]
    rows["drop"] = [
        {**_key(each), "url": drop.url, "reason": drop.reason.value, "detail": drop.detail}
        for each in outcomes
        for drop in each.drops
    ]
    for table, content in rows.items():
        staging.write(day, source_id, table, content)


def _article_row(page: Page, article: Article, day: date, settings: Settings) -> Row:
    """Return the staged row of an article: display text, and the day that it belongs to."""
    published = article.published_at
    local = published.astimezone(_zone(settings, _spec(settings, page.source_id))) if published else None
    body = display(article.body)
    return {
        "article_id": _article_id(page),
        "source_id": page.source_id,
        "url": page.url,
        "news_date": local.date() if local else day,
        "collected_date": day,
        "collected_at": page.fetched_at,
        "published_at": published,
        "language": article.language,
        "title": _displayed(article.title),
        "section": _displayed(article.section),
        "author": _displayed(article.author),
        "attribution": _displayed(article.attribution),
        "tags": [display(tag) for tag in article.tags],
        "captions": [display(caption) for caption in article.captions],
        "body": body,
        "word_count": len(body.split()),
        "text_hash": _text_hash(article),
    }


def _displayed(text: str | None) -> str | None:
    return None if text is None else display(text)


def _article_id(page: Page) -> str:
    """Return an article's stable id: 16 hex digits (64 bits) of SHA-256 over source and address."""
    address = page.url if page.source_id == INBOX else canonical(page.url)
    return hashlib.sha256(f"{page.source_id}\n{address}".encode()).hexdigest()[:_ID_LENGTH]


def _text_hash(article: Article) -> str:
    """Return one hash for the spellings of one text: 16 hex digits of SHA-256 over its search form."""
    return hashlib.sha256(fold(f"{article.title or ''}\n{article.body}").encode()).hexdigest()[:_ID_LENGTH]


def _key(outcome: Outcome) -> Row:
    return {"news_date": outcome.news_date, "source_id": outcome.source_id, "stage": outcome.stage}


def _summary(outcome: Outcome) -> Summary:
    return {"in_count": outcome.in_count, "out_count": outcome.out_count, "drop_count": len(outcome.drops)}


def _inbox(settings: Settings) -> Inbox:
    return Inbox(
        settings.inbox_dir,
        Archive(settings.archive_dir),
        max_bytes=settings.max_document_bytes,
        quiet_seconds=settings.quiet_seconds,
    )


def _warehouse(settings: Settings) -> Warehouse:
    return Warehouse(settings.working_file, settings.published_file)


def _collected(settings: Settings, source_id: str, day: date) -> Outcome:
    """Return what collecting a day took and dropped, as the archive holds it: the same after every run."""
    if source_id == INBOX:
        return _inbox(settings).outcome(day)
    return outcome(Archive(settings.archive_dir), source_id, day)


def _web(settings: Settings) -> Web:
    turns = settings.home / "turns"
    return Web(WebOptions(contact=settings.contact, turns=turns, allow=settings.web_allow))


def _crawl_options(settings: Settings) -> CrawlOptions:
    return CrawlOptions(zone=settings.zone, now=datetime.now(UTC), max_bytes=settings.max_document_bytes)


def _zone(settings: Settings, spec: SourceSpec) -> ZoneInfo:
    """Return the zone of the times that a source prints."""
    return ZoneInfo(spec.timezone) if spec.timezone else settings.zone


def _spec(settings: Settings, source_id: str) -> SourceSpec:
    declared = all_sources(settings.sources_dir)
    if source_id not in declared:
        near = ", ".join(get_close_matches(source_id, declared, n=3)) or "none is near"
        msg = f"no source is called {source_id!r} (near: {near}); `rasad sources list` shows all"
        raise KeyError(msg)
    return declared[source_id]
