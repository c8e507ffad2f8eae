"""Article text to mentions of countries, officials and agencies. Pure."""

from collections import defaultdict
from collections.abc import Iterator

from etl.link.gazetteer import Gazetteer, Hit
from etl.model import Mention, MentionKind

RULE = "gazetteer/1"


def find_mentions(title: str, body: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Return the mentions of a title and a body, in reading order.

    A name that several entities bear, or that is also a common word, counts only for an entity that
    the article names unmistakably elsewhere, and only where that leaves exactly one.
    """
    hits = [
        (field, hit) for field, text in (("title", title), ("body", body)) for hit in gazetteer.find(text)
    ]
    certain = {(hit.name.kind, hit.name.entity_id) for _, hit in hits if not hit.name.is_ambiguous}
    return tuple(
        Mention(
            kind=hit.name.kind,
            entity_id=hit.name.entity_id,
            field=field,
            surface=(title if field == "title" else body)[hit.start : hit.end],
            start=hit.start,
            end=hit.end,
            rule=RULE,
            score=1.0,
        )
        for field, hit in _decided(hits, certain)
    )


def _decided(hits: list[tuple[str, Hit]], certain: set[tuple[MentionKind, str]]) -> Iterator[tuple[str, Hit]]:
    """Yield the one reading of each place, and nothing where there is none or more than one."""
    places: defaultdict[tuple[str, int, int], list[Hit]] = defaultdict(list)
    for field, hit in hits:
        places[field, hit.start, hit.end].append(hit)
    for (field, _, _), readings in places.items():
        by_entity = {(hit.name.kind, hit.name.entity_id): hit for hit in readings}
        possible = [hit for entity, hit in by_entity.items() if entity in certain]
        if len(possible) == 1:
            yield field, possible[0]
