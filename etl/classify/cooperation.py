"""Article and its mentions to facts of security and law-enforcement cooperation between states. Pure.

Each sentence that names two parties is read by the rules of `cooperation_rules`; what it reports as said,
wished, denied or told again is left out by `cooperation_stage`; who acts upon whom is read by
`cooperation_parties`. What several sentences of one article report is one fact.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from etl.classify.cooperation_facts import Context, facts_of, is_of_both, side_of, subjects_of
from etl.classify.cooperation_marks import GOES_ON, GOES_ON_BY, trim
from etl.classify.cooperation_sentences import Field, Sentence, read_sentences, with_states
from etl.classify.cooperation_terms import Cooperation, CooperationKind, Side, Stage
from etl.classify.cooperation_words import pattern
from etl.model import Mention
from etl.text.letters import search

__all__ = ["Cooperation", "CooperationKind", "Side", "Stage", "find_cooperation"]


_GOES_ON = pattern(rf"^.{{0,80}}(?<!\w){GOES_ON}(?!\w)")


_GOES_ON_SENTENCES = 4


_BEFORE_THAT = pattern(r"(?:ال)?(?:سابقة|سابق|ماضية)(?!\w)|بعد أيام من|مستهل")


_SECURE_LEAD = 600


_PAIR = 2


_MERGED: Mapping[frozenset[Stage], Stage] = MappingProxyType(
    {frozenset({Stage.UNDER_WAY, Stage.DONE}): Stage.DONE}
)


_NO_HOMES: Mapping[str, str] = MappingProxyType({})


@dataclass(slots=True)
class _Reading:
    """What the sentences before have told: the facts so far, and the meeting they are still about."""

    facts: list[Cooperation] = field(default_factory=list)
    last_meeting: int = -1
    since_meeting: int = 0


def find_cooperation(
    title: str,
    body: str,
    mentions: Sequence[Mention],
    published: datetime | None,
    *,
    homes: Mapping[str, str] = _NO_HOMES,
) -> tuple[Cooperation, ...]:
    """Return the facts of cooperation that an article reports, in the order of its sentences.

    `title` and `body` are the display texts that the offsets of `mentions` count in; `published` is
    aware, and relative dates count from it. `homes` gives the state or organization of officials and
    agencies by entity id; without it only agencies whose id begins with a country's code have one.
    """
    named = with_states(mentions, homes)
    if len({state for state, _ in named}) < _PAIR:
        return ()
    trim()
    reading, known = _Reading(), Context("", "")
    for name, text in (("title", title), ("body", body)):
        here = [each for each in named if each[1].field == name]
        if not text.strip() or (name == "body" and not here):
            continue
        where = Field(name, text, search(text))
        headline = where.found.text if name == "title" else known.title
        known = Context(headline, f"{headline} {where.found.text[:_SECURE_LEAD]}")
        for sentence in read_sentences(where, here, published):
            _read(sentence, known, reading)
    return tuple(reading.facts)


def _read(sentence: Sentence, known: Context, reading: _Reading) -> None:
    """Take a sentence's facts into the reading, and into what is known the pair that it speaks of."""
    reading.since_meeting += 1
    if sentence.is_of_two or is_of_both(sentence, known):
        _take_all(list(facts_of(sentence, known)), reading)
    _widen(sentence, reading)
    if sentence.is_of_two and sentence.where.name == "body":
        known.speak(sentence)


def _take_all(found: Sequence[Cooperation], reading: _Reading) -> None:
    """Add the facts of a sentence; a statement of two who did something too is none beside it."""
    pairs = {
        frozenset(each.actor.states + each.partner.states)
        for each in found
        if each.kind is not CooperationKind.STATEMENT
    }
    for fact in found:
        both = frozenset(fact.actor.states + fact.partner.states)
        if fact.kind is CooperationKind.STATEMENT and both in pairs:
            continue
        _take(fact, reading)


def _same(one: Cooperation, other: Cooperation) -> bool:
    """Tell whether two facts of an article are one: same kind, same states, stages that can be one."""
    return (
        one.kind is other.kind
        and {*one.actor.states, *one.partner.states} == {*other.actor.states, *other.partner.states}
        and (
            one.stage is other.stage
            or frozenset({one.stage, other.stage}) in _MERGED
            or "title" in (one.field, other.field)
        )
    )


def _take(fact: Cooperation, reading: _Reading) -> None:
    """Add a fact, or merge it into the one that it tells again."""
    for place, known in enumerate(reading.facts):
        if _same(known, fact):
            reading.facts[place] = _merged(known, fact)
            break
    else:
        place = len(reading.facts)
        reading.facts.append(fact)
    if fact.kind is CooperationKind.VISIT_OR_MEETING:
        reading.last_meeting, reading.since_meeting = place, 0


def _merged(known: Cooperation, fact: Cooperation) -> Cooperation:
    """Merge two reports of one fact: what the body says goes before what the headline says."""
    main, other = (fact, known) if known.field == "title" and fact.field == "body" else (known, fact)
    if main.field == other.field:
        stage = _MERGED.get(frozenset({main.stage, other.stage}), main.stage)
    else:
        stage = main.stage
    if other.is_directed and not main.is_directed:
        main = replace(main, actor=_of(main, other.actor), partner=_of(main, other.partner), is_directed=True)
    turned = main.actor.states != other.actor.states
    actor, partner = (other.partner, other.actor) if turned else (other.actor, other.partner)
    return replace(
        main,
        stage=stage,
        actor=_joined(main.actor, actor),
        partner=_joined(main.partner, partner),
        subjects=tuple(dict.fromkeys((*main.subjects, *other.subjects))),
        date_from=main.date_from or other.date_from,
        date_to=main.date_to or other.date_to,
        sentence_count=known.sentence_count + (fact.start != known.start or fact.field != known.field),
    )


def _of(fact: Cooperation, side: Side) -> Side:
    """Give the side of a fact that has the states of another's."""
    own = fact.actor if fact.actor.states == side.states else fact.partner
    return replace(own, states=side.states)


def _joined(one: Side, other: Side) -> Side:
    return Side(
        states=one.states,
        officials=tuple(dict.fromkeys((*one.officials, *other.officials))),
        agencies=tuple(dict.fromkeys((*one.agencies, *other.agencies))),
    )


def _widen(sentence: Sentence, reading: _Reading) -> None:
    """Give a meeting the officials and agencies that the sentences about it name."""
    if (
        not 0 <= reading.last_meeting < len(reading.facts)
        or not 0 < reading.since_meeting <= _GOES_ON_SENTENCES
    ):
        return
    if sentence.where.name != "body" or not sentence.marks & GOES_ON_BY or not _GOES_ON.search(sentence.text):
        return
    known = reading.facts[reading.last_meeting]
    earlier = _BEFORE_THAT.search(sentence.text)
    told = tuple(each for each in sentence.parties if not earlier or each.end <= earlier.start())
    if {each.state for each in told} - {*known.actor.states, *known.partner.states}:
        return
    reading.facts[reading.last_meeting] = replace(
        known,
        actor=_joined(known.actor, side_of(known.actor.states, told)),
        partner=_joined(known.partner, side_of(known.partner.states, told)),
        subjects=tuple(dict.fromkeys((*known.subjects, *subjects_of(sentence)))),
    )
