"""Entries of several strategies to one entry per article, sorted by the day they belong to. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from etl.discover.faults import AddressError
from etl.discover.times import Window, day_in_url
from etl.discover.urls import canonical
from etl.model import Entry, Strategy


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What was found for a news day, by what is known of each entry's own day.

    `inside`: of this day. `likely`: no stated day, last changed on this day. `possible`: no stated
    day, and nothing speaks against this one; only the page itself knows. `outside`: of another day,
    which `day_of` names; they are that day's, not lost. `refused`: no address of a web page.
    """

    inside: tuple[Entry, ...] = ()
    likely: tuple[Entry, ...] = ()
    possible: tuple[Entry, ...] = ()
    outside: tuple[Entry, ...] = ()
    refused: tuple[Entry, ...] = ()


def day_of(entry: Entry, window: Window) -> date | None:
    """Return the day that an entry belongs to, in the window's zone; None where nothing says.

    A stated instant outweighs a stated day, and that the day in the address: addresses keep the day
    of the draft, and some sites write them in UTC.
    """
    if entry.published_at is not None:
        return entry.published_at.astimezone(window.zone).date()
    return entry.published_on or day_in_url(entry.url)


def _joined(first: Entry, second: Entry) -> Entry:
    """Join two findings of one article: the address as first found, the most exact of what is stated."""
    changes = [each.modified_at for each in (first, second) if each.modified_at is not None]
    return replace(
        first,
        found_by=(*first.found_by, *(each for each in second.found_by if each not in first.found_by)),
        published_at=first.published_at or second.published_at,
        published_on=first.published_on or second.published_on,
        modified_at=max(changes, default=None),
        title=first.title or second.title,
    )


def _keyed(entries: Iterable[Entry]) -> tuple[dict[str, Entry], tuple[Entry, ...]]:
    """Return entries by canonical address, and those that have none."""
    found: dict[str, Entry] = {}
    refused: list[Entry] = []
    for entry in entries:
        try:
            key = canonical(entry.url)
        except AddressError:
            refused.append(entry)
            continue
        known = found.get(key)
        found[key] = entry if known is None else _joined(known, entry)
    return found, tuple(refused)


def merge(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return one entry per canonical address, in the order of first finding; what has none is left out."""
    return tuple(_keyed(entries)[0].values())


def gather(entries: Iterable[Entry], window: Window) -> Gathered:
    """Merge entries and sort them by day, so that a day's run knows what to fetch first.

    Every entry is in one of the five, or joined to one that is.
    """
    found, refused = _keyed(entries)
    places: dict[str, list[Entry]] = {"inside": [], "likely": [], "possible": [], "outside": []}
    for entry in found.values():
        places[_place(entry, window)].append(entry)
    return Gathered(
        inside=tuple(places["inside"]),
        likely=tuple(places["likely"]),
        possible=tuple(places["possible"]),
        outside=tuple(places["outside"]),
        refused=refused,
    )


def _place(entry: Entry, window: Window) -> str:
    day = day_of(entry, window)
    if day is not None:
        return "inside" if day == window.day else "outside"
    if entry.modified_at is None:
        return "possible"
    # What was last changed before the day began cannot have been published on it.
    if entry.modified_at < window.start:
        return "outside"
    return "likely" if window.holds(entry.modified_at) else "possible"


def reaches_back(entries: Iterable[Entry], window: Window, *, strategy: Strategy) -> bool:
    """Whether what a strategy found goes back beyond the day's first instant, so that none of the day is cut off.

    A feed of the newest ten items of a site with a hundred a day does not; an empty one never does.
    """
    days = [day_of(each, window) for each in entries if strategy in each.found_by]
    return any(day is not None and day < window.day for day in days)
