"""A source and a day to the strategies that can reach it, in order, and why the others cannot. Pure.

Feeds know today; the past is reached by what keeps it. An order of trying is not a choice: what the
steps find is merged, and a step that holds the whole of a day only ends the search when it answered.
"""

from dataclasses import dataclass
from datetime import date, tzinfo
from zoneinfo import ZoneInfo

from etl.discover.times import Window, local_days
from etl.model import Discovery, Feed, Listing, RobotsSitemaps, Sitemap, SourceSpec, Strategy, WordPressRest

FEED_DAYS = 2
"""A feed may still hold the day before yesterday; whether it holds all of a day, `gather.reaches_back` tells."""
NEWS_SITEMAP_DAYS = 2
"""Google's rule for news sitemaps: articles of the last two days only."""
SECTION_DAYS = 31
"""How far back paging through a section is worth its requests."""

OUT_OF_REACH = "is out of reach"
"""Stands in the reason of a plan without steps, and so in what is kept of its day."""

_RECENT = (
    Strategy.FEED,
    Strategy.NEWS_SITEMAP,
    Strategy.REST,
    Strategy.SITEMAP,
    Strategy.DATE_ARCHIVE,
    Strategy.SECTION,
    Strategy.OWN_ARCHIVE,
    Strategy.WARC,
)
_PAST = (
    Strategy.REST,
    Strategy.SITEMAP,
    Strategy.DATE_ARCHIVE,
    Strategy.OWN_ARCHIVE,
    Strategy.SECTION,
    Strategy.FEED,
    Strategy.NEWS_SITEMAP,
    Strategy.WARC,
)
# What a site itself sorts by day answers for the whole of it; the rest shows what it happens to hold.
_WHOLE = frozenset((Strategy.REST, Strategy.SITEMAP, Strategy.DATE_ARCHIVE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One strategy that can reach the day: what it reads, and the addresses to begin with.

    `is_whole` where a complete answer holds all of the day. `discovery` is None for what the operator
    has: the own archive, lists of WARC files.
    """

    strategy: Strategy
    discovery: Discovery | None
    urls: tuple[str, ...] = ()
    is_whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreached:
    """One strategy that the source has and that cannot reach the day, with the reason."""

    strategy: Strategy
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to find what a source published on a day."""

    source_id: str
    window: Window
    steps: tuple[Step, ...]
    unreached: tuple[Unreached, ...] = ()

    @property
    def reason(self) -> str:
        """Why the day cannot be reached; empty where a step may reach it."""
        if self.steps:
            return ""
        why = "; ".join(f"{each.strategy.value}: {each.reason}" for each in self.unreached)
        return f"{self.source_id} on {self.window.day} {OUT_OF_REACH}: {why or 'the source declares no discovery'}"


def dated(url: str, day: date) -> str:
    """Put a day into an address: {yyyy} {mm} {dd} with leading zeros, {m} {d} without."""
    values = {
        "{yyyy}": f"{day.year:04}",
        "{mm}": f"{day.month:02}",
        "{dd}": f"{day.day:02}",
        "{m}": str(day.month),
        "{d}": str(day.day),
    }
    for name, value in values.items():
        url = url.replace(name, value)
    return url


def zone_of(spec: SourceSpec, window: Window) -> tzinfo:
    """Return the zone of an outlet's local times: its own, or the window's where it has none."""
    return ZoneInfo(spec.timezone) if spec.timezone else window.zone


def plan(
    spec: SourceSpec,
    window: Window,
    today: date,
    *,
    has_archive: bool = False,
    warc_urls: tuple[str, ...] = (),
) -> Plan:
    """Return the steps that can reach a day, in the order to try them, and what cannot, with its reason.

    `today` is the current day in the window's zone. `has_archive` says that the own archive has pages
    of the source; `warc_urls` are WARC files, or lists of them, that the operator named.
    """
    age = (today - window.day).days
    steps: list[Step] = []
    unreached: list[Unreached] = []
    for discovery in spec.discovery:
        strategy = strategy_of(discovery)
        reason = _why_not(discovery, strategy, age)
        if reason:
            unreached.append(Unreached(strategy=strategy, reason=reason))
            continue
        urls = _addresses(discovery, window, zone_of(spec, window))
        steps.append(Step(strategy=strategy, discovery=discovery, urls=urls, is_whole=strategy in _WHOLE))
    if age >= 0 and has_archive:
        steps.append(Step(strategy=Strategy.OWN_ARCHIVE, discovery=None))
    if age >= 0 and warc_urls:
        steps.append(Step(strategy=Strategy.WARC, discovery=None, urls=warc_urls))
    order = _RECENT if age <= FEED_DAYS else _PAST
    steps.sort(key=lambda each: order.index(each.strategy))
    return Plan(source_id=spec.source_id, window=window, steps=tuple(steps), unreached=tuple(unreached))


def strategy_of(discovery: Discovery) -> Strategy:
    """Return the strategy that reads a kind of discovery."""
    match discovery:
        case Feed():
            return Strategy.FEED
        case Sitemap(is_news=True):
            return Strategy.NEWS_SITEMAP
        case Sitemap() | RobotsSitemaps():
            return Strategy.SITEMAP
        case WordPressRest():
            return Strategy.REST
        case Listing(url=url):
            return Strategy.DATE_ARCHIVE if "{dd}" in url or "{d}" in url else Strategy.SECTION


def _why_not(discovery: Discovery, strategy: Strategy, age: int) -> str:
    """Return the reason why a kind of discovery cannot reach a day of that age; empty where it may."""
    if age < 0:
        return "the day has not come yet"
    ago = f"the day is {age} days ago"
    if strategy is Strategy.FEED and age > FEED_DAYS:
        return f"a feed holds the newest items only, and {ago}"
    if strategy is Strategy.NEWS_SITEMAP and age > NEWS_SITEMAP_DAYS:
        return f"a news sitemap holds two days, and {ago}"
    if isinstance(discovery, Listing) and strategy is Strategy.SECTION:
        if discovery.page_url is None and age > FEED_DAYS:
            return f"a section without further pages holds the newest articles only, and {ago}"
        if age > SECTION_DAYS:
            return f"paging back further than {SECTION_DAYS} days is refused, and {ago}"
    return ""


def _addresses(discovery: Discovery, window: Window, zone: tzinfo) -> tuple[str, ...]:
    """Return the addresses to begin with: one for each of the outlet's days that the window touches."""
    if isinstance(discovery, WordPressRest):
        # Its queries are made by rest.first_query, which knows the site's clock.
        return ()
    days = tuple(local_days(window, zone))
    return tuple(dict.fromkeys(dated(discovery.url, day) for day in days))
