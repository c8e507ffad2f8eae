"""A sentence to the facts that it reports, rule by rule. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from etl.classify.cooperation_mutual import States
from etl.classify.cooperation_parties import Party
from etl.classify.cooperation_rules import RULES
from etl.classify.cooperation_sentences import Sentence, words_of
from etl.classify.cooperation_sides import sides
from etl.classify.cooperation_stage import stage_of
from etl.classify.cooperation_terms import Cooperation, CooperationKind, Frame, Gate, Rule, Side, Stage
from etl.classify.cooperation_words import NEAR, SECURITY, SUBJECTS, pattern
from etl.model import MentionKind

_PAIR = 2
_SECURE_WORDS = 3
_ALL_GATES = frozenset(Gate)
_ARTICLE_GATES = frozenset({Gate.NONE, Gate.ARTICLE})
_NO_GATES = frozenset({Gate.NONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is known before a sentence is read: the headline, the pair last spoken of."""

    title: str
    lead: str
    pair: tuple[str, str] | None


_OLD = timedelta(days=60)
"""What is said to have been done longer ago than this is background, not news."""


_BOTH = pattern(
    r"[وفبل]{0,2}(?:ال|ل)(?:بلدين|بلدان|جانبين|جانبان|طرفين|طرفان|دولتين|دولتان|وزيرين|وزيران|مسؤولين|مسؤولان|رئيسين|رئيسان)|[ولب]{0,2}نظير(?:ه|ها|ته)"
)


_STATE_LETTERS = 2


_BETWEEN_STATES = frozenset({CooperationKind.VISIT_OR_MEETING, CooperationKind.STATEMENT})
"""Kinds that are told of states (and the EU) alone: a minister at the United Nations meets no state there."""


# What a full stop without a space behind it, or a change of subject, sets apart within a sentence.
_APART = pattern(
    r"\s\.(?=\w)|[؛…]|[،,]?\s(?=(?:فيما|بينما|في حين|في المقابل|من جهته|من جهتها|من جانبه|من جانبها|من ناحية|وأضاف|وأضافت|وأشار|وأشارت|وقال|وقالت|وأوضح|وأوضحت|مشيرا إلى|مشيرة إلى|لكن|غير أن|إلا أن)(?!\w))"
)


# Rules whose triggers can begin with a word without an anchor. All first words of every other trigger were
# written out from its pattern, and each holds one: to try it there takes a tenth of a search for it.
_ANYWHERE = frozenset(
    """
    visit.arrival/1 contact.call/1 agreement.sign/1 operation.joint/1 arrest.request/1 training.course/1
    intelligence.source/1 intelligence.give/1 intelligence.exchange/1 border.crossing/1 border.guard/1
    funding.give/1 statement.cooperation/1
    """.split()
)


_GIVEN = frozenset({"intelligence.source/1"})


def facts_of(sentence: Sentence, states: tuple[str, ...], known: Context) -> Iterator[Cooperation]:
    """Yield what each rule finds in a sentence."""
    implied = None
    if len(states) < _PAIR:
        implied = _implied(sentence, states, known.pair)
        if implied is None and len({each.state for each in sentence.parties}) < _PAIR:
            return
    gates: frozenset[Gate] | None = None
    for number in sorted(set().union(*map(_anchored, sentence.words))):
        rule = RULES[number]
        # Most sentences hold no anchor: only those that do are asked for words of security.
        gates = gates or _gates(sentence, known)
        if rule.gate not in gates:
            continue
        # The cheaper of the two goes first: a trigger that is tried at a few words, else what the rule needs.
        is_anywhere = rule.rule_id in _ANYWHERE
        if is_anywhere and not _holds(rule, sentence.text):
            continue
        for trigger in _triggers(rule, sentence.text):
            if rule.near and not rule.near.search(sentence.text, trigger.end(), trigger.end() + NEAR):
                continue
            if not is_anywhere and not _holds(rule, sentence.text):
                break
            fact = _fact(rule, trigger.span(), sentence, implied)
            if fact:
                yield fact
                break


def _triggers(rule: Rule, text: str) -> Iterator[re.Match[str]]:
    """Yield the triggers of a rule in a text, in order: tried at the words that hold an anchor, where those begin it."""
    if rule.rule_id in _ANYWHERE:
        yield from rule.trigger.finditer(text)
        return
    end = 0
    for start in sorted({start for anchor in rule.anchors for start in _words_with(text, anchor)}):
        found = rule.trigger.match(text, start) if start >= end else None
        if found:
            end = found.end()
            yield found


def _words_with(text: str, anchor: str) -> Iterator[int]:
    """Yield where the words that hold an anchor begin."""
    at = text.find(anchor)
    while at >= 0:
        start = at
        while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
            start -= 1
        yield start
        at = text.find(anchor, at + 1)


@lru_cache(maxsize=65536)
def _anchored(word: str) -> tuple[int, ...]:
    """Give the rules, by number, of which a word holds an anchor: most hold none, and most words come again."""
    return tuple(
        number for number, rule in enumerate(RULES) if any(anchor in word for anchor in rule.anchors)
    )


def is_of_both(sentence: Sentence, pair: tuple[str, str] | None) -> bool:
    """Tell whether a sentence speaks of a pair that was named before ("both sides")."""
    return pair is not None and any(map(_is_both, sentence.words))


@lru_cache(maxsize=65536)
def _is_both(word: str) -> bool:
    return _BOTH.fullmatch(word) is not None


def _implied(sentence: Sentence, states: tuple[str, ...], pair: tuple[str, str] | None) -> States | None:
    """Give the pair that "both sides" or "his counterpart" stands for: the one last spoken of."""
    if pair is None or not set(states) <= set(pair) or not is_of_both(sentence, pair):
        return None
    first = states[0] if states else pair[0]
    return (first,), (pair[1] if first == pair[0] else pair[0],)


@lru_cache(maxsize=65536)
def _is_of_security(word: str) -> bool:
    """Tell a word of security; a look-up of each word of a sentence costs a fifth of a search through it."""
    return SECURITY.fullmatch(word) is not None


@lru_cache(maxsize=4)
def _secure_words(text: str) -> int:
    """Count the different words of security in a headline or the first words; asked once for all sentences."""
    return sum(map(_is_of_security, set(words_of(text))))


def _gates(sentence: Sentence, known: Context) -> frozenset[Gate]:
    """Give the gates that a sentence passes, by where words of security stand."""
    if any(map(_is_of_security, sentence.words)) or _secure_words(known.title):
        return _ALL_GATES
    after = map(_is_of_security, words_of(sentence.after))
    if _secure_words(known.lead) >= _SECURE_WORDS or any(after):
        return _ARTICLE_GATES
    return _NO_GATES


def _holds(rule: Rule, text: str) -> bool:
    if rule.needs and not rule.needs.search(text):
        return False
    return not (rule.never and rule.never.search(text))


def _fact(
    rule: Rule, span: tuple[int, int], sentence: Sentence, implied: States | None
) -> Cooperation | None:
    """Read one trigger: its place, its stage, its sides and its date."""
    where, at = sentence.where, sentence.offset
    shown = where.found.span(at + span[0], at + span[1])
    if any(start <= shown[0] < end for start, end in where.quotes):
        return None
    stage = stage_of(
        sentence.text,
        _deed(rule, span, sentence.text),
        rule.kind,
        is_title=where.name == "title",
        is_given=rule.rule_id in _GIVEN,
    )
    both = (implied or _sides(rule, span, sentence)) if stage else None
    stage = Stage.DENIED_OR_CANCELLED if rule.rule_id == "agreement.end/1" else stage
    if (
        stage is None
        or both is None
        or (rule.kind in _BETWEEN_STATES and any(map(_is_body, (*both[0], *both[1]))))
    ):
        return None
    days = _days(sentence, span, stage)
    if days and stage is not Stage.PLANNED and _is_old(days[1], sentence.dates.published):
        return None
    return Cooperation(
        kind=rule.kind,
        stage=stage,
        actor=side_of(both[0], sentence.parties),
        partner=side_of(both[1], sentence.parties),
        is_directed=rule.frame not in (Frame.MUTUAL, Frame.SHARED, Frame.WITH),
        subjects=subjects_of(sentence.text) or subjects_of(sentence.after),
        date_from=days[0] if days else None,
        date_to=days[1] if days else None,
        field=where.name,
        sentence=sentence.span.text,
        start=sentence.span.start,
        end=sentence.span.end,
        trigger_start=shown[0],
        trigger_end=shown[1],
        rule=rule.rule_id,
    )


def _is_body(state: str) -> bool:
    return len(state) != _STATE_LETTERS or state == "UN"


def _sides(rule: Rule, span: tuple[int, int], sentence: Sentence) -> States | None:
    """Find the sides of a trigger among the parties of its own part of the sentence."""
    text = sentence.text
    first = max((each.end() for each in _APART.finditer(text, 0, span[0])), default=0)
    apart = _APART.search(text, span[1])
    last = apart.start() if apart else len(text)
    near = tuple(each for each in sentence.parties if first <= each.start < last)
    topic = None
    if rule.needs and rule.frame in (Frame.SPEECH, Frame.REQUEST):
        topic = rule.needs.search(text, span[1] if rule.frame is Frame.SPEECH else 0)
    return sides(text, near, span, rule.frame, topic.span() if topic else None)


def _deed(rule: Rule, span: tuple[int, int], text: str) -> tuple[int, int]:
    """Give the place of the words that tell the stage: with "in cooperation with", what was done so."""
    if rule.rule_id != "operation.with/1" or rule.needs is None:
        return span
    done = rule.needs.search(text)
    return done.span() if done else span


def side_of(states: tuple[str, ...], named: Sequence[Party]) -> Side:
    """Give a side with the officials and agencies that a sentence names for its states."""
    own = [each.mention for each in named if each.state in states]
    officials = (each.entity_id for each in own if each.kind is MentionKind.OFFICIAL)
    agencies = (each.entity_id for each in own if each.kind is MentionKind.AGENCY)
    return Side(
        states=states, officials=tuple(dict.fromkeys(officials)), agencies=tuple(dict.fromkeys(agencies))
    )


def subjects_of(text: str) -> tuple[str, ...]:
    """Give what a search text is about, by its words."""
    return tuple(name for name, words in SUBJECTS if words.search(text))


def _is_old(day: date, published: datetime | None) -> bool:
    return published is not None and day < published.date() - _OLD


def _days(sentence: Sentence, span: tuple[int, int], stage: Stage) -> tuple[date, date] | None:
    """Read the days that the sentence states, the nearest behind the trigger, else the nearest before.

    What is planned lies ahead and what is done does not: another day in the sentence is of something else.
    """
    published = sentence.dates.published
    if published is None:
        return None
    today = published.date()
    where = sentence.where.found.span(sentence.offset + span[0], sentence.offset + span[1])
    place = where[0] - sentence.span.start
    days = [(each.span[0], each.date or each.start, each.date or each.end) for each in sentence.dates.found]
    fitting = [
        (at, first, last)
        for at, first, last in days
        if first and last and (last > today if stage is Stage.PLANNED else first <= today)
    ]
    if not fitting:
        return None
    _, first, last = next((each for each in fitting if each[0] >= place), fitting[-1])
    return first, last
