"""The steps of a plan to entries in the ledger: what discovery's pure parsers read, fetched and archived."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from etl.discover.children import prune
from etl.discover.faults import AddressError, DiscoveryError, PastTheEndError
from etl.discover.feed import MAX_FEED_BYTES, read_feed
from etl.discover.gather import day_of
from etl.discover.listing import MAX_LISTING_BYTES, page_address, read_listing
from etl.discover.plan import Plan, Step
from etl.discover.rest import MAX_ANSWER_BYTES, corrected, first_query, next_query, read_posts, totals
from etl.discover.sitemap import Child, read_sitemap
from etl.discover.times import Window, local_days
from etl.discover.urls import canonical, is_wanted
from etl.io.crawl_run import Read, SourceRun
from etl.io.web_faults import RefusedError, TransientError
from etl.model import Entry, Feed, Listing, RobotsSitemaps, Sitemap, Strategy, WordPressRest

_FEED_TYPES = "application/rss+xml,application/atom+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5"
_MOST_DEEP = 3
_OK = 200


@dataclass(slots=True, kw_only=True)
class Discovered:
    """What discovery learnt of a day: what the outlet counts itself, and whether a step held all of it."""

    expected: int | None = None
    is_whole: bool = False
    answered: int = 0


class Discovery:
    """Discovery of one source and day."""

    def __init__(self, run: SourceRun) -> None:
        """Take the run that asks and notes."""
        self._run = run
        self._cut = False
        self._seen = 0
        self.found = Discovered()

    def follow(self, plan: Plan) -> Discovered:
        """Take the plan's steps in order, until one that holds the whole day has answered in full.

        Raises TransientError where no step answered: a source out of reach must not look like a quiet one.
        """
        ledger, day = self._run.ledger, self._run.window.day
        tried = 0
        for step in plan.steps:
            if step.discovery is None:
                continue
            tried += 1
            self._cut = False
            self._seen = 0
            if not self._take(step):
                continue
            self.found.answered += 1
            held = ledger.count(day, step.strategy)
            if step.is_whole and not self._cut and held >= ledger.count(day):
                # An answer without any article may be a broken one; the outlet's own count of none is not.
                self.found.is_whole = self._seen > 0 or self.found.expected == 0
                if held or self.found.expected == 0:
                    break
        if tried and not self.found.answered:
            raise TransientError(
                "; ".join(self._run.counts.troubles) or f"{plan.source_id}: nothing answered"
            )
        return self.found

    def _take(self, step: Step) -> bool:
        """Note the entries of one step as they come; say whether it answered. What fails is told, not raised."""
        entries = self.entries(step)
        try:
            self._run.ledger.hear(self._wanted(entries))
        except (DiscoveryError, RefusedError, TransientError) as error:
            self._run.counts.troubles.append(f"{step.strategy.value}: {error}")
            return False
        return True

    def _wanted(self, entries: Iterable[Entry]) -> Iterator[tuple[str, Entry, date | None]]:
        """Yield the entries to note, with their identities and days."""
        window, spec = self._run.window, self._run.spec
        for entry in entries:
            self._seen += 1
            day = day_of(entry, window)
            # What was last changed before the day began, and states no day, is an older day's.
            is_older = day is None and entry.modified_at is not None and entry.modified_at < window.start
            if is_older or not is_wanted(entry.url, spec):
                continue
            try:
                key = canonical(entry.url)
            except AddressError as error:
                self._run.counts.troubles.append(str(error))
                continue
            if entry.published_at is None and day is not None:
                yield key, replace(entry, published_on=day), self._news_day(day)
            else:
                yield key, entry, day

    def _news_day(self, local_day: date) -> date | None:
        """Return the news day that a day of the outlet's calendar is; None where it is parts of two."""
        span = Window(day=local_day, zone=self._run.zone)
        first = span.start.astimezone(self._run.window.zone).date()
        last = (span.end - timedelta(seconds=1)).astimezone(self._run.window.zone).date()
        return first if first == last else None

    def entries(self, step: Step) -> Iterator[Entry]:
        """Yield what one step of a plan lists, as it is read. Raises DiscoveryError, RefusedError, TransientError."""
        match step.discovery:
            case Feed() as feed:
                body = self._good(self._run.listing(feed.url, accept=_FEED_TYPES)).body(MAX_FEED_BYTES)
                yield from read_feed(body, feed, source_id=self._run.spec.source_id, zone=self._run.zone)
            case Sitemap() as sitemap:
                for url in step.urls:
                    yield from self._sitemap(url, sitemap, 0)
            case RobotsSitemaps() as robots:
                for url in self._named(robots):
                    yield from self._sitemap(url, Sitemap(url=url), 0)
            case WordPressRest() as rest:
                yield from self._posts(rest)
            case Listing() as listing:
                days = local_days(self._run.window, self._run.zone)
                for url in step.urls:
                    day = next(days) if step.strategy is Strategy.DATE_ARCHIVE else None
                    yield from self._pages(listing, url, day)
            case None:
                return

    def _named(self, robots: RobotsSitemaps) -> tuple[str, ...]:
        named = self._run.rules_sitemaps(robots.url)
        if not named:
            msg = f"{robots.url} names no sitemap"
            raise DiscoveryError(msg)
        return named

    def _good(self, read: Read) -> Read:
        if read.status != _OK:
            msg = f"{read.url} answers {read.status}"
            raise DiscoveryError(msg)
        return read

    def _sitemap(self, url: str, spec: Sitemap, depth: int) -> Iterator[Entry]:
        """Yield the entries of a sitemap and of those that it names, in so far as they can hold the day."""
        read = self._good(self._run.listing(url, accept="application/xml,text/xml,*/*;q=0.5"))
        children: list[Child] = []
        found = read_sitemap(
            read.chunks(), spec, source_id=self._run.spec.source_id, zone=self._run.zone, url=url
        )
        for each in found:
            if isinstance(each, Child):
                children.append(each)
            else:
                yield each
        likely = prune(children, self._run.window, pattern=spec.children)
        most = self._run.spec.manners.max_pages_a_listing
        self._cut = self._cut or len(likely) > most or (bool(likely) and depth == _MOST_DEEP)
        for child in likely[:most] if depth < _MOST_DEEP else ():
            try:
                yield from self._sitemap(child.url, spec, depth + 1)
            except (DiscoveryError, RefusedError, TransientError) as error:
                self._run.counts.troubles.append(f"sitemap: {error}")
                self._cut = True

    def _posts(self, spec: WordPressRest) -> Iterator[Entry]:
        """Yield the posts of the day, asked for by the site's own clock."""
        query = first_query(spec, self._run.window, self._run.zone)
        is_first = True
        while True:
            read = self._run.listing(query.url, accept="application/json")
            try:
                posts = read_posts(read.body(MAX_ANSWER_BYTES), query, source_id=self._run.spec.source_id)
            except PastTheEndError:
                return
            other = corrected(query, posts) if is_first else None
            if other is not None:
                query = other
                continue
            counted = totals(dict(read.headers)) if is_first else None
            if counted:
                self.found.expected = (self.found.expected or 0) + counted.posts
            is_first = False
            yield from posts.entries
            following = next_query(query, posts)
            if following is None or following == query:
                return
            query = following

    def _pages(self, spec: Listing, url: str, day: date | None) -> Iterator[Entry]:
        """Yield what a listing names, page by page, until a page has nothing new or is of older days."""
        seen: set[str] = set()
        current: str | None = url
        for page in range(2, self._run.spec.manners.max_pages_a_listing + 2):
            if current is None:
                return
            read = self._run.listing(current)
            if read.status != _OK and page > 2:  # noqa: PLR2004 - the second page, and those after it
                return  # an archive's end is often a 404
            listed = read_listing(
                self._good(read).body(MAX_LISTING_BYTES), current, spec,
                source_id=self._run.spec.source_id, zone=self._run.zone, day=day,
            )  # fmt: skip
            fresh = [each for each in listed.entries if canonical(each.url) not in seen]
            yield from fresh
            seen.update(canonical(each.url) for each in fresh)
            if not fresh or self._is_older(fresh):
                return
            current = page_address(spec, url, page) or listed.next_url
        self._cut = True

    def _is_older(self, entries: list[Entry]) -> bool:
        """Whether a page of a listing, newest first, has come past the day."""
        days = [day for each in entries if (day := day_of(each, self._run.window)) is not None]
        return bool(days) and max(days) < self._run.window.day
