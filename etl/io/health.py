"""Counts of past days to findings about sources: what an operator should look at, and what nobody would notice. Pure.

Every rule measures a source against its own history, never against others: an agency with three hundred
articles a day and a monthly magazine are both well. A rule says nothing where the history is too short.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby, takewhile
from math import sqrt
from statistics import median

WEEKS = 8
"""How many of the same weekday a day is measured against: a Friday in Riyadh is no Tuesday."""
_LEAST_WEEKS = 4
_LEAST_EXPECTED = 5.0
"""Below it, a day without an article is chance: of a Poisson count with mean 5, one in 148 is 0."""
_DEVIATIONS = 3.0
_STREAK_DAYS = 3
_LEAST_PAGES = 5
_MOSTLY = 0.5
_SELDOM = 0.2
_LEAST_FILL_DROP = 0.4
_LEAST_ARTICLES = 20
SOFT_REASONS = frozenset(("empty", "not_an_article", "not_arabic", "too_short", "duplicate_text"))
"""Reasons for which a page that was answered with 200 is no article: "account suspended" reads so, all day long."""


class Finding(StrEnum):
    """What can be wrong with a source. A stable code: it is stored."""

    QUIET = "quiet"
    NOT_COLLECTED = "not_collected"
    SOFT_200 = "soft_200"
    LAYOUT_BROKEN = "layout_broken"
    ROBOTS_CHANGED = "robots_changed"
    FEED_MOVED = "feed_moved"
    FEED_GONE = "feed_gone"
    ARCHIVE_DAMAGED = "archive_damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One finding about a source and news day; `expected` and `found` are counts or shares, None where none is.

    `about` is empty, or what of several things it is: a field, an address, a file.
    """

    source_id: str
    day: date
    finding: Finding
    detail: str
    expected: float | None = None
    found: float | None = None
    about: str = ""

    @property
    def line(self) -> str:
        """The finding in a line for people."""
        return f"{self.day} {self.source_id}: {self.finding.value}: {self.detail}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """What a source's day came to: pages read, articles among them, drops by reason, articles with a field by field."""

    source_id: str
    day: date
    pages: int
    articles: int
    drops: Mapping[str, int]
    filled: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One feed, sitemap or listing as it was last asked: the address declared, the one that answered, its status."""

    source_id: str
    day: date
    url: str
    answered_by: str
    status: int


def judge_days(counts: Iterable[DayCount], first: date, last: date) -> Iterator[Found]:
    """Yield the findings about the days from `first` to `last`; earlier counts are their history."""
    ordered = sorted(counts, key=lambda each: (each.source_id, each.day))
    for source_id, group in groupby(ordered, key=lambda each: each.source_id):
        by_day = {each.day: each for each in group}
        for day in (first + timedelta(days=past) for past in range((last - first).days + 1)):
            earlier = [each for each in by_day.values() if each.day < day]
            yield from _volume(source_id, day, by_day)
            if day in by_day:
                yield from _soft_200(by_day[day], earlier)
                yield from _layout(by_day[day], earlier)
                yield from _robots(by_day[day], earlier)


def judge_listings(asked: Iterable[Asked]) -> Iterator[Found]:
    """Yield a finding for each declared address that leads elsewhere for good, or is gone."""
    for each in asked:
        if each.status in {404, 410}:
            detail = f"{each.url} answers {each.status}"
            yield _of(each, Finding.FEED_GONE, detail, about=each.url)
        elif _address(each.answered_by) != _address(each.url):
            detail = f"{each.url} leads to {each.answered_by}; declare that address"
            yield _of(each, Finding.FEED_MOVED, detail, about=each.url)


def expected_of(day: date, articles: Mapping[date, int]) -> tuple[float, ...]:
    """Return what a source brought on the last same weekdays before a day, newest first."""
    days = (day - timedelta(weeks=weeks) for weeks in range(1, WEEKS + 1))
    return tuple(float(articles[each]) for each in days if each in articles)


def _volume(source_id: str, day: date, by_day: Mapping[date, DayCount]) -> Iterator[Found]:
    """Hold a day against the same weekdays before it."""
    history = expected_of(day, {each: count.articles for each, count in by_day.items()})
    if len(history) < _LEAST_WEEKS or (usual := median(history)) < _LEAST_EXPECTED:
        return
    if day not in by_day:
        detail = f"nothing was run for this day; {usual:g} articles are usual on its weekday"
        yield Found(
            source_id=source_id, day=day, finding=Finding.NOT_COLLECTED, detail=detail, expected=usual
        )
        return
    found = by_day[day].articles
    if found < min(history) and found < usual / 2 and usual - found > _DEVIATIONS * sqrt(usual):
        detail = f"{found} articles; {usual:g} are usual on its weekday, {min(history):g} were the least"
        yield _about(by_day[day], Finding.QUIET, detail, usual, found)


def _soft_200(count: DayCount, earlier: Sequence[DayCount]) -> Iterator[Found]:
    """Hold the share of pages that are no articles against what is usual: the last days are one streak."""
    recent = [*sorted(earlier, key=lambda each: each.day, reverse=True)]
    streak = [count, *takewhile(_is_soft, recent)] if _is_soft(count) else []
    if len(streak) < _STREAK_DAYS:
        return
    before = recent[len(streak) - 1 :]
    pages, soft = sum(each.pages for each in before), sum(map(_soft, before))
    if pages < _LEAST_PAGES or soft / pages > _SELDOM:
        return
    share = _soft(count) / count.pages
    detail = (
        f"{_soft(count)} of {count.pages} pages answer 200 and are no articles, for {len(streak)} days now; "
        f"{soft / pages:.0%} is usual"
    )
    yield _about(count, Finding.SOFT_200, detail, soft / pages, share)


def _layout(count: DayCount, earlier: Sequence[DayCount]) -> Iterator[Found]:
    """Hold the share of articles that have a field against what is usual."""
    before = [each for each in earlier if (count.day - each.day).days <= 7 * WEEKS]
    articles = sum(each.articles for each in before)
    if count.articles < _LEAST_PAGES or articles < _LEAST_ARTICLES:
        return
    for field, filled in sorted(count.filled.items()):
        usual = sum(each.filled.get(field, 0) for each in before) / articles
        share = filled / count.articles
        if usual - share >= _LEAST_FILL_DROP:
            detail = f"{share:.0%} of {count.articles} articles have a {field}; {usual:.0%} is usual"
            yield _about(count, Finding.LAYOUT_BROKEN, detail, usual, share, about=field)


def _robots(count: DayCount, earlier: Sequence[DayCount]) -> Iterator[Found]:
    """Tell of the first day on which robots.txt forbids what it allowed before."""
    forbidden = count.drops.get("robots", 0)
    asked = count.pages + sum(count.drops.get(each, 0) for each in ("robots", "forbidden", "gone"))
    if forbidden < _LEAST_PAGES or forbidden < _MOSTLY * asked:
        return
    before = [each for each in earlier if each.articles and not each.drops.get("robots", 0)]
    if before:
        detail = f"robots.txt forbids {forbidden} of {asked} addresses; on {before[-1].day} it forbade none"
        yield _about(count, Finding.ROBOTS_CHANGED, detail, 0, forbidden)


def _soft(count: DayCount) -> int:
    return sum(count.drops.get(each, 0) for each in SOFT_REASONS)


def _is_soft(count: DayCount) -> bool:
    return count.pages >= _LEAST_PAGES and _soft(count) >= _MOSTLY * count.pages


def _about(  # noqa: PLR0913 - all that one needs
    count: DayCount, finding: Finding, detail: str, expected: float, found: float, *, about: str = ""
) -> Found:
    return Found(
        source_id=count.source_id, day=count.day, finding=finding, detail=detail, expected=expected, found=found,
        about=about,
    )  # fmt: skip


def _of(asked: Asked, finding: Finding, detail: str, *, about: str) -> Found:
    return Found(source_id=asked.source_id, day=asked.day, finding=finding, detail=detail, about=about)


def _address(url: str) -> str:
    """Return what of an address must differ for a feed to have moved: not its scheme, nor a last slash."""
    return url.partition("://")[2].rstrip("/")
