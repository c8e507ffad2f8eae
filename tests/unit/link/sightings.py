"""One person in one article, as a test writes it, and many of these merged as the loads merge them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from etl.link.people_blocks import find_ties
from etl.link.people_evidence import Profile, Seen, profile_of
from etl.link.people_merge import PeopleMerge, Verdict, merge_profiles


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One row: an id of the linker in one article."""

    provisional_id: str
    name: str
    title: str | None
    country: str
    agency_ids: tuple[str, ...]
    first_seen: date
    article_id: str


def profiles_of(sightings: Iterable[Sighting]) -> list[Profile]:
    """Gather the rows of each id, sorted by id."""
    rows: defaultdict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        rows[sighting.provisional_id].append(sighting)
    return [profile_of(_seen(person_id, rows[person_id])) for person_id in sorted(rows)]


def merge_people(sightings: Iterable[Sighting], verdicts: Sequence[Verdict] = ()) -> PeopleMerge:
    """Merge everybody, by the ties that the blocks find."""
    found = profiles_of(sightings)
    return merge_profiles(found, find_ties(found), verdicts)


def _seen(person_id: str, own: Sequence[Sighting]) -> Seen:
    names = defaultdict[str, set[str]](set)
    for row in own:
        names[row.name].add(row.article_id)
    return Seen(
        person_id=person_id,
        names={name: len(articles) for name, articles in names.items()},
        titles=frozenset(row.title for row in own if row.title),
        countries=frozenset(row.country for row in own),
        agencies=frozenset(agency for row in own for agency in row.agency_ids),
        first_seen=min(row.first_seen for row in own),
        article_count=len({row.article_id for row in own}),
    )
