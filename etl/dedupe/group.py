"""Decided pairs of texts to reports and stories. Pure, and blind to the order in which anything arrived.

A report is a text with its copies: everything that copies lead to, from one to the next. A story is looser,
and there a chain of likenesses would end in another event; so a story is what is like its first report. The
reports are taken in the order of their publication, and each joins the story of the earlier first report that
it is most like, or begins one. Both are functions of the members alone: a night that adds articles and a
rebuild from nothing give the same rows.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One text as it is grouped: when it was first published and, for ties, the first article that has it."""

    text_key: int
    at: datetime
    article_id: str
    collected_on: date

    @property
    def order(self) -> tuple[datetime, str]:
        """Its place among all texts."""
        return self.at, self.article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two texts that were found alike: how much, and at which level. `one` is the smaller key.

    The changed shares are of a text's words that do not stand in the other one; None where nobody looked.
    """

    one: int
    other: int
    is_copy: bool
    is_same_event: bool
    similarity: int
    one_changed: float | None = None
    other_changed: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where a text belongs: the first text of its report and the first text of its story.

    Of a copy, `copied_from` is the earlier text of the report that it has most of, and `changed` the share
    of its words that do not stand there.
    """

    text_key: int
    report: int
    story: int
    copied_from: int | None = None
    changed: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """A story that became part of another one on the day on which an article was collected."""

    story: int
    into: int
    on: date


def group(members: Iterable[Member], pairs: Iterable[Pair]) -> dict[int, Placed]:
    """Return each text's report and story. Pairs of texts that are no members count for nothing."""
    known = {each.text_key: each for each in members}
    pairs = [each for each in pairs if each.one in known and each.other in known]
    reports = _reports(known, pairs)
    stories = _stories(known, reports, pairs)
    sources = _sources(known, pairs)
    placed = {}
    for key, report in reports.items():
        changed, _, copied_from = sources.get(key, (None, None, report))
        placed[key] = Placed(
            text_key=key,
            report=report,
            story=stories[report],
            copied_from=None if key == report else copied_from,
            changed=None if key == report else changed,
        )
    return placed


def merges(members: Iterable[Member], pairs: Iterable[Pair]) -> tuple[Merge, ...]:
    """Return how stories lost their ids as the collected days went by.

    The days are gone through again in their own order, whichever order they were loaded in: a story that
    stood under its first article's id one day, and whose first article belongs to another story the next,
    has been merged into that one.
    """
    found: list[Merge] = []
    for part, theirs in _parts({each.text_key: each for each in members}, tuple(pairs)):
        before: Mapping[int, Placed] = {}
        days = sorted({each.collected_on for each in part})
        for day in days if len(days) > 1 else ():
            after = group([each for each in part if each.collected_on <= day], theirs)
            found.extend(
                Merge(story=story, into=after[story].story, on=day)
                for story in sorted({each.story for each in before.values()})
                if after[story].story != story
            )
            before = after
    return tuple(sorted(found, key=lambda each: (each.on, each.story)))


def _parts(known: Mapping[int, Member], pairs: tuple[Pair, ...]) -> Iterator[tuple[list[Member], list[Pair]]]:
    """Yield the members that pairs of either level connect, with these pairs; nothing for who stands alone."""
    beside: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if pair.one in known and pair.other in known:
            beside[pair.one].append(pair)
            beside[pair.other].append(pair)
    seen: set[int] = set()
    for start in sorted(beside):
        if start in seen:
            continue
        part, waiting = {start}, [start]
        while waiting:
            near = {key for pair in beside[waiting.pop()] for key in (pair.one, pair.other)} - part
            part |= near
            waiting.extend(near)
        seen |= part
        yield (
            [known[key] for key in sorted(part)],
            [pair for key in sorted(part) for pair in beside[key] if pair.one == key],
        )


def _sources(
    known: Mapping[int, Member], pairs: Iterable[Pair]
) -> dict[int, tuple[float, tuple[datetime, str], int]]:
    """Return, for each text with an earlier one that it is a copy of, which it has most of; ties to the first."""
    found: dict[int, tuple[float, tuple[datetime, str], int]] = {}
    for pair in pairs:
        if not pair.is_copy:
            continue
        first, copy = sorted((pair.one, pair.other), key=lambda key: known[key].order)
        changed = (pair.one_changed if copy == pair.one else pair.other_changed) or 0.0
        found[copy] = min(
            found.get(copy, (2.0, known[copy].order, copy)), (changed, known[first].order, first)
        )
    return found


def _reports(known: Mapping[int, Member], pairs: Iterable[Pair]) -> dict[int, int]:
    """Return each text's first text among all that copies connect it with."""
    parent = {key: key for key in known}

    def root(key: int) -> int:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for pair in pairs:
        if pair.is_copy:
            first, second = sorted((root(pair.one), root(pair.other)), key=lambda key: known[key].order)
            parent[second] = first
    return {key: root(key) for key in known}


def _stories(
    known: Mapping[int, Member], reports: Mapping[int, int], pairs: Iterable[Pair]
) -> dict[int, int]:
    """Return each report's story, both by their first texts."""
    alike: dict[int, dict[int, int]] = defaultdict(dict)
    for pair in pairs:
        one, other = reports[pair.one], reports[pair.other]
        if pair.is_same_event and one != other:
            best = max(pair.similarity, alike[one].get(other, 0))
            alike[one][other] = alike[other][one] = best
    stories: dict[int, int] = {}
    for report in sorted(set(reports.values()), key=lambda key: known[key].order):
        begun = [each for each in alike.get(report, ()) if stories.get(each) == each]
        # Of two stories that it is equally like, the older: that order is the same in every run.
        stories[report] = min(
            begun, key=lambda each: (-alike[report][each], known[each].order), default=report
        )
    return stories
