"""What a source declares to whether it answers: each discovery address, robots.txt, one sample article.

It asks as collecting a day would, by the same code and with the same manners, but keeps nothing: archive
and ledger lie in a temporary folder. So a source that checks well is one that can be collected.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from etl.discover.faults import DiscoveryError
from etl.discover.gather import day_of
from etl.discover.plan import Step, plan
from etl.discover.rest import first_query
from etl.discover.urls import is_wanted
from etl.extract.page import read_page
from etl.io.archive import Archive
from etl.io.crawl import side_by_side
from etl.io.crawl_discover import Discovery
from etl.io.crawl_pages import judge
from etl.io.crawl_run import CrawlOptions, SourceRun
from etl.io.ledger import open_ledger
from etl.io.web import AGENT, Web
from etl.io.web_faults import RefusedError, TransientError
from etl.model import Drop, Entry, Page, SourceSpec, WordPressRest

_MOST_ENTRIES = 20_000
_MOST_PAGES = 3
"""Of a listing or an index of sitemaps: enough to see that it answers and what it holds."""
_MOST_SAMPLES = 3
_AT_ONCE = 16
_NOTHING = "no address lists an article"
_FAULTS = (DiscoveryError, RefusedError, TransientError)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressCheck:
    """One discovery address: how many `items` it lists and when the newest was published.

    `fault` says why it does not serve, empty where it does; `is_asked` is False for one that cannot reach
    the day, which `fault` then explains and nobody's failure is.
    """

    strategy: str
    url: str
    items: int = 0
    newest: datetime | None = None
    fault: str = ""
    is_asked: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleCheck:
    """One article as it is read today; `fault` says why none could be."""

    url: str = ""
    title: str = ""
    published_at: datetime | None = None
    words: int = 0
    robots_allow: bool | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCheck:
    """One source's check. It serves where an address lists articles and one of these can be read."""

    source_id: str
    day: date
    checked_at: datetime
    addresses: tuple[AddressCheck, ...]
    sample: SampleCheck

    @property
    def verdict(self) -> str:
        """`ok`; `partly` where it serves although an address does not; `failed`."""
        asked = [each for each in self.addresses if each.is_asked]
        if self.sample.fault or not any(each.items for each in asked):
            return "failed"
        return "partly" if any(each.fault for each in asked) else "ok"

    @property
    def row(self) -> dict[str, object]:
        """The check for machines: what JSON can hold."""
        return {
            "source_id": self.source_id,
            "day": self.day.isoformat(),
            "verdict": self.verdict,
            "addresses": [
                {
                    "strategy": each.strategy,
                    "url": each.url,
                    "items": each.items,
                    "newest": each.newest and each.newest.isoformat(),
                    "is_asked": each.is_asked,
                    "fault": each.fault,
                }
                for each in self.addresses
            ],
            "sample": {
                "url": self.sample.url,
                "title": self.sample.title,
                "published_at": self.sample.published_at and self.sample.published_at.isoformat(),
                "words": self.sample.words,
                "robots_allow": self.sample.robots_allow,
                "fault": self.sample.fault,
            },
        }


def check_sources(
    specs: Iterable[SourceSpec], day: date, *, web: Web, options: CrawlOptions
) -> Iterator[SourceCheck]:
    """Check sources side by side; yield each one's check as it is done."""
    with TemporaryDirectory(prefix="rasad-check-") as folder:
        archive = Archive(Path(folder))

        def one(spec: SourceSpec) -> SourceCheck:
            return check_source(spec, day, web=web, archive=archive, options=options)

        yield from side_by_side(one, specs, at_once=_AT_ONCE, stop=options.stop)


def check_source(
    spec: SourceSpec, day: date, *, web: Web, archive: Archive, options: CrawlOptions
) -> SourceCheck:
    """Ask every address that can reach the day, then for the newest article that they list."""
    brief = replace(spec, manners=replace(spec.manners, max_pages_a_listing=_MOST_PAGES))
    with archive.locked(spec.source_id), open_ledger(archive, spec.source_id) as ledger:
        run = SourceRun(brief, day, web=web, archive=archive, ledger=ledger, options=options)
        try:
            planned = plan(spec, run.window, options.now.astimezone(options.zone).date())
            found: list[Entry] = []
            addresses = [_address(run, step, found) for step in planned.steps]
            addresses += [
                AddressCheck(strategy=each.strategy.value, url="", fault=each.reason, is_asked=False)
                for each in planned.unreached
            ]
            sample = _sample(run, web, found) if found else SampleCheck(fault=planned.reason or _NOTHING)
        finally:
            run.close()
    return SourceCheck(
        source_id=spec.source_id,
        day=day,
        checked_at=options.now.astimezone(UTC),
        addresses=tuple(addresses),
        sample=sample,
    )


def _address(run: SourceRun, step: Step, found: list[Entry]) -> AddressCheck:
    """Ask one address and add what it lists to what was found."""
    discovery = step.discovery
    if isinstance(discovery, WordPressRest):
        url = first_query(discovery, run.window, run.zone).url
    else:
        url = next(iter(step.urls), "")
    listed: list[Entry] = []
    fault = ""
    finder = Discovery(run)
    try:
        listed.extend(islice(finder.entries(step), _MOST_ENTRIES))
    except _FAULTS as error:
        fault = str(error).removeprefix(f"{url}: ")
    fault = fault or "; ".join(run.counts.troubles)
    run.counts.troubles.clear()
    wanted = [each for each in listed if is_wanted(each.url, run.spec)]
    if not fault and listed and not wanted:
        fault = f"none of {len(listed)} addresses is one of the source's articles by its patterns"
    found.extend(wanted)
    dates = [each.published_at or each.modified_at for each in wanted]
    newest = max((each for each in dates if each is not None), default=None)
    return AddressCheck(strategy=step.strategy.value, url=url, items=len(wanted), newest=newest, fault=fault)


def _sample(run: SourceRun, web: Web, found: list[Entry]) -> SampleCheck:
    """Read the newest article; where it is none (a film, a gallery), the next ones are tried."""
    now = run.options.now
    long_ago = datetime.min.replace(tzinfo=UTC)

    def newness(entry: Entry) -> tuple[bool, datetime]:
        stated = entry.published_at or entry.modified_at
        return day_of(entry, run.window) == run.window.day, stated if stated and stated <= now else long_ago

    newest = {each.url: each for each in sorted(found, key=newness, reverse=True)}
    sample = SampleCheck()
    for url in islice(newest, _MOST_SAMPLES):
        sample = _read(run, web, url)
        if not sample.fault:
            break
    return sample


def _read(run: SourceRun, web: Web, url: str) -> SampleCheck:
    allowed: bool | None = None
    try:
        allowed = web.rules(url).allow(url, AGENT)
        with run.fetch(url) as answer:
            fault = judge(answer)
            if fault:
                return SampleCheck(url=url, robots_allow=allowed, fault=f"{fault[0].value}: {fault[1]}")
            page = Page(
                source_id=run.spec.source_id, url=answer.url, content=answer.body.read(),
                content_type=answer.header("Content-Type") or "text/html", fetched_at=answer.fetched_at,
            )  # fmt: skip
    except (RefusedError, TransientError) as error:
        return SampleCheck(url=url, robots_allow=allowed, fault=str(error))
    read = read_page(page, run.zone).outcome
    if isinstance(read, Drop):
        return SampleCheck(url=url, robots_allow=allowed, fault=f"{read.reason.value}: {read.detail}")
    return SampleCheck(
        url=url, title=read.title or "", published_at=read.published_at, words=len(read.body.split()),
        robots_allow=allowed,
    )  # fmt: skip
