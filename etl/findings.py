"""An article's text to what it says: mentions, people, bodies, topics, cooperation, as rows to stage. Pure.

The columns are those of `etl.io.staging`. Offsets count in the display text of the field that they name.
"""

from collections.abc import Iterator
from functools import cache

from etl.classify.cooperation import Cooperation, find_cooperation
from etl.classify.topics import classify
from etl.io.staging import Row
from etl.link.linker import Linked, Linker, NamedOfficial
from etl.link.standing import plain_title, standing
from etl.text.letters import fold

TABLES = ("mention", "naming", "found_agency", "topic", "cooperation")


def found_rows(article: Row, linker: Linker, source_country: str) -> Iterator[tuple[str, Row]]:
    """Yield the rows of a staged article, each with its table.

    `source_country` (alpha-2, or "") is what a body named without its country may belong to.
    """
    title, body, article_id = article["title"] or "", article["body"], article["article_id"]
    linked = linker.link(title, body, source_country)
    for table, rows in (
        ("mention", _mentions(linked)),
        ("naming", _namings(linked)),
        ("found_agency", _agencies(linked)),
        ("topic", _topics(title, body, article["section"])),
        ("cooperation", _cooperation(linked, article)),
    ):
        for row in rows:
            yield table, {"article_id": article_id, **row}


def _mentions(linked: Linked) -> Iterator[Row]:
    for mention in linked.mentions:
        yield {
            "kind": mention.kind.value,
            "entity_id": mention.entity_id,
            "field": mention.field,
            "surface": mention.surface,
            "start_offset": mention.start,
            "end_offset": mention.end,
            "rule": mention.rule,
            "score": mention.score,
        }


def _namings(linked: Linked) -> Iterator[Row]:
    for official in linked.officials:
        yield {
            "found_id": official.official_id,
            "name": official.name,
            "office_title": official.title,
            "office_search": plain_title(official.title) if official.title else None,
            "country": official.country or None,
            "standing": standing(official.title or "").value,
            "is_listed": not official.is_provisional,
            "agency_ids": _agencies_in_title(linked, official),
        }


def _agencies_in_title(linked: Linked, official: NamedOfficial) -> list[str]:
    """Give the bodies that an official's title names: what tells two people of one name apart."""
    title = f" {fold(official.title or '')} "
    return sorted(
        agency.agency_id
        for agency in linked.agencies
        if any(f" {_folded(surface)} " in title for surface in agency.surfaces)
    )


@cache
def _folded(surface: str) -> str:
    return fold(surface)


def _agencies(linked: Linked) -> Iterator[Row]:
    for agency in linked.agencies:
        if agency.is_provisional:
            yield {
                "agency_id": agency.agency_id,
                "name_en": agency.name_en,
                "country": agency.country or None,
                "kind": agency.kind,
            }


def _topics(title: str, body: str, section: str | None) -> Iterator[Row]:
    for topic in classify(title, body, section):
        yield {
            "topic_code": topic.topic_code,
            "score": topic.score,
            "is_primary": topic.is_primary,
            "rule": topic.rule,
        }


def cooperation_of(linked: Linked, article: Row) -> tuple[Cooperation, ...]:
    """Return what an article reports that states did together, by the entities that it names."""
    homes = {each.official_id: each.country for each in linked.officials if each.country}
    homes |= {each.agency_id: each.country for each in linked.agencies if each.country}
    return find_cooperation(
        article["title"] or "", article["body"], linked.mentions, article["published_at"], homes=homes
    )


def _cooperation(linked: Linked, article: Row) -> Iterator[Row]:
    for fact in cooperation_of(linked, article):
        yield {
            "kind": fact.kind.value,
            "stage": fact.stage.value,
            "is_directed": fact.is_directed,
            "actor_states": list(fact.actor.states),
            "actor_officials": list(fact.actor.officials),
            "actor_agencies": list(fact.actor.agencies),
            "partner_states": list(fact.partner.states),
            "partner_officials": list(fact.partner.officials),
            "partner_agencies": list(fact.partner.agencies),
            "subjects": list(fact.subjects),
            "date_from": fact.date_from,
            "date_to": fact.date_to,
            "field": fact.field,
            "sentence": fact.sentence,
            "start_offset": fact.start,
            "end_offset": fact.end,
            "trigger_start": fact.trigger_start,
            "trigger_end": fact.trigger_end,
            "rule": fact.rule,
            "sentence_count": fact.sentence_count,
        }
