"""Labelled passages to facts of cooperation, with the mentions that stand beside them and with the linker's own.

A passage is right where kind, stage and the states of both sides are; where the fact has a direction,
the sides must not be turned round. `traps` and `wordings` hold negation, hypotheses, background, quotations,
sport and metaphor, and ways to word a deed that the rules were not made from.
"""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from etl.classify.cooperation import Cooperation, find_cooperation
from etl.io.reference import read_linker
from etl.model import Mention, MentionKind

PROJECT = Path(__file__).parents[2]
FILES = sorted((PROJECT / "tests" / "golden" / "cooperation").glob("*.jsonl"))
SEEDS = PROJECT.parent / "shared" / "seeds"
PUBLISHED = datetime(2026, 3, 14, 12, tzinfo=UTC)
Key = tuple[str, str, tuple[str, ...], tuple[str, ...]]


def passages(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def given(passage: dict[str, Any]) -> tuple[Cooperation, ...]:
    homes = {each["entity_id"]: each["state"] for each in passage["mentions"] if each["state"]}
    mentions = [
        Mention(
            kind=MentionKind(each["kind"]),
            **{key: each[key] for key in ("entity_id", "field", "surface", "start", "end")},
            rule="golden/1",
            score=1.0,
        )
        for each in passage["mentions"]
    ]
    return find_cooperation(passage["title"], passage["body"], mentions, PUBLISHED, homes=homes)


def linked(title: str, body: str, published: datetime | None = PUBLISHED) -> tuple[Cooperation, ...]:
    found = read_linker().link(title, body)
    homes = {each.official_id: each.country for each in found.officials if each.country}
    homes |= {each.agency_id: each.country for each in found.agencies if each.country}
    return find_cooperation(title, body, found.mentions, published, homes=homes)


def expected_keys(facts: list[dict[str, Any]]) -> set[Key]:
    found: set[Key] = set()
    for each in facts:
        one, other = tuple(sorted(each["states_a"])), tuple(sorted(each["states_b"]))
        found.add((each["kind"], each["stage"], *((one, other) if each["is_directed"] else both(one, other))))
    return found


def both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(sorted({*one, *other})), ()


def keys_of(facts: tuple[Cooperation, ...], expected: set[Key]) -> set[Key]:
    """Give the keys of facts; a direction that the label leaves open is left open."""
    found: set[Key] = set()
    for fact in facts:
        one, other = tuple(sorted(fact.actor.states)), tuple(sorted(fact.partner.states))
        directed: Key = (fact.kind.value, fact.stage.value, one, other)
        open_: Key = (fact.kind.value, fact.stage.value, *both(one, other))
        found.add(open_ if open_ in expected or not fact.is_directed else directed)
    return found


@pytest.mark.parametrize("by", ["given", "linked"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_precision_and_recall(path: Path, by: str) -> None:
    right = wrong = missed = 0
    told = []
    for passage in passages(path):
        expected = expected_keys(passage["facts"])
        facts = given(passage) if by == "given" else linked(passage["title"], passage["body"])
        found = keys_of(facts, expected)
        right += len(found & expected)
        wrong += len(found - expected)
        missed += len(expected - found)
        if found != expected:
            told.append(f"{passage['id']}: {sorted(found - expected)} for {sorted(expected - found)}")
    assert right / (right + wrong) >= 0.9, told
    assert right / (right + missed) >= 0.75, told


def test_every_kind_and_stage_is_covered() -> None:
    facts = [fact for path in FILES for passage in passages(path) for fact in passage["facts"]]
    assert len({fact["kind"] for fact in facts}) == 12
    assert len({fact["stage"] for fact in facts}) == 4
    assert sum(not passage["facts"] for path in FILES for passage in passages(path)) >= 40


def test_offsets_of_every_fact_lead_to_its_words() -> None:
    for path in FILES:
        for passage in passages(path):
            for fact in given(passage):
                text = passage[fact.field]
                assert text[fact.start : fact.end] == fact.sentence
                assert fact.start <= fact.trigger_start < fact.trigger_end <= fact.end


def seed(name: str) -> tuple[Cooperation, ...]:
    from zoneinfo import ZoneInfo

    from etl.extract.page import read_page
    from etl.model import Article, Page
    from etl.text.letters import display

    (path,) = SEEDS.glob(name)
    page = Page(
        source_id="inbox",
        url=f"inbox:///{path.name}",
        content=path.read_bytes(),
        content_type="text/plain",
        fetched_at=PUBLISHED,
    )
    article = read_page(page, ZoneInfo("UTC")).outcome
    assert isinstance(article, Article)
    return linked(display(article.title or ""), display(article.body), article.published_at)


owners_documents = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"{SEEDS} is not here")


@owners_documents
def test_a_trip_that_is_announced_is_planned() -> None:
    visits = [each for each in seed("000_*") if each.kind == "visit_or_meeting"]
    assert [(each.stage.value, each.actor.states, each.partner.states) for each in visits] == [
        ("planned", ("US",), ("EC",))
    ]
    assert "todd-robinson" in visits[0].actor.officials


@owners_documents
def test_a_visit_to_two_agencies_of_one_state_is_done() -> None:
    visit = next(each for each in seed("002_*") if each.actor.states == ("US",))
    assert (visit.kind, visit.stage, visit.partner.states) == ("visit_or_meeting", "done", ("MA",))
    assert "us-fbi" in visit.actor.agencies
    assert {"ma-dgsn", "ma-dgst"} <= set(visit.partner.agencies)


@owners_documents
def test_a_call_is_a_contact_about_its_subject() -> None:
    call = next(each for each in seed("004_*") if each.kind == "visit_or_meeting")
    assert (call.stage, {*call.actor.states, *call.partner.states}) == ("done", {"US", "MX"})
    assert call.actor.officials == ("christopher-landau",)
    assert call.partner.officials == ("juan-ramon-de-la-fuente",)
    assert "border_security" in call.subjects
