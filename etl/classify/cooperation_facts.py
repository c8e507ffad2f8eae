"""A sentence to the facts that it reports, rule by rule. Pure."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from etl.classify.cooperation_marks import (
    IS_APART,
    IS_BOTH,
    IS_SECURITY,
    rules_by,
    secure_words,
    subjects,
)
from etl.classify.cooperation_mutual import States, only_two
from etl.classify.cooperation_parties import Party
from etl.classify.cooperation_rules import RULES
from etl.classify.cooperation_sentences import Sentence
from etl.classify.cooperation_sides import acting, sides
from etl.classify.cooperation_stage import stage_of
from etl.classify.cooperation_terms import Cooperation, CooperationKind, Frame, Gate, Rule, Side, Stage
from etl.classify.cooperation_words import NEAR, pattern
from etl.model import MentionKind

_PAIR = 2
_SECURE_WORDS = 3


class Context:
    """What is known before a sentence is read: the headline, the first words, the pair last spoken of."""

    __slots__ = ("_is_led", "_is_secure", "_pair", "_spoken", "lead", "title")

    def __init__(self, title: str, lead: str) -> None:
        """Take the search text of the headline, and of it and the first words."""
        self.title, self.lead = title, lead
        self._is_secure: bool | None = None
        self._is_led: bool | None = None
        self._pair: tuple[str, str] | None = None
        self._spoken: list[Sentence] = []

    def speak(self, sentence: Sentence) -> None:
        """Take a sentence that names two states and was read; which ones is asked of few."""
        self._spoken.append(sentence)

    @property
    def pair(self) -> tuple[str, str] | None:
        """The two states that the last sentence to name two of them named first."""
        while self._spoken:
            states = self._spoken.pop().acting
            if len(states) >= _PAIR:
                self._pair = (states[0], states[1])
                self._spoken.clear()
        return self._pair

    @property
    def is_secure(self) -> bool:
        """Whether the headline holds a word of security."""
        if self._is_secure is None:
            self._is_secure = bool(self.title) and secure_words(self.title) > 0
        return self._is_secure

    @property
    def is_led(self) -> bool:
        """Whether the headline and the first words hold several words of security."""
        if self._is_led is None:
            self._is_led = secure_words(self.lead) >= _SECURE_WORDS
        return self._is_led


_OLD = timedelta(days=60)
"""What is said to have been done longer ago than this is background, not news."""


_STATE_LETTERS = 2


_BETWEEN_STATES = frozenset({CooperationKind.VISIT_OR_MEETING, CooperationKind.STATEMENT})
"""Kinds that are told of states (and the EU) alone: a minister at the United Nations meets no state there."""


# What a full stop without a space behind it, or a change of subject, sets apart within a sentence.
_APART = pattern(
    r"\s\.(?=\w)|[؛…]|[،,]?\s(?=(?:فيما|بينما|في حين|في المقابل|من جهته|من جهتها|من جانبه|من جانبها|من ناحية|وأضاف|وأضافت|وأشار|وأشارت|وقال|وقالت|وأوضح|وأوضحت|مشيرا إلى|مشيرة إلى|لكن|غير أن|إلا أن)(?!\w))"
)
# A mark that sets apart, by itself; the last one of a sentence sets nothing apart.
_MARK = re.compile("[.؛…]")


_OF_BOTH = frozenset({Frame.MUTUAL, Frame.SHARED})


_GIVEN = frozenset({"intelligence.source/1"})


def facts_of(sentence: Sentence, known: Context) -> Iterator[Cooperation]:
    """Yield what each rule finds in a sentence."""
    for number in rules_by(sentence.marks):
        rule = RULES[number]
        for trigger in _triggers(rule, sentence.text):
            if rule.near and not rule.near.search(sentence.text, trigger.end(), trigger.end() + NEAR):
                continue
            if not _holds(rule, sentence.text) or not _is_open(rule.gate, sentence, known):
                break
            implied = _implied(sentence, known)
            if implied is None and not sentence.is_of_two:
                return
            fact = _fact(rule, trigger.span(), sentence, implied)
            if fact:
                yield fact
                break


def _triggers(rule: Rule, text: str) -> Iterator[re.Match[str]]:
    """Yield the triggers of a rule in a text, in order: tried at the words that hold a head, where those begin it."""
    end = 0
    for start in sorted({start for head in rule.heads for start in _words_with(text, head.strip("<>"))}):
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


def is_of_both(sentence: Sentence, known: Context) -> bool:
    """Tell whether a sentence speaks of a pair that was named before ("both sides")."""
    return bool(sentence.marks & IS_BOTH) and known.pair is not None


def _implied(sentence: Sentence, known: Context) -> States | None:
    """Give the pair that "both sides" or "his counterpart" stands for: the one last spoken of."""
    if not sentence.marks & IS_BOTH:
        return None
    states, pair = sentence.acting, known.pair
    if len(states) >= _PAIR or pair is None or not set(states) <= set(pair):
        return None
    first = states[0] if states else pair[0]
    return (first,), (pair[1] if first == pair[0] else pair[0],)


def _is_open(gate: Gate, sentence: Sentence, known: Context) -> bool:
    """Tell whether a sentence passes a gate, by where words of security stand."""
    if gate is Gate.NONE or sentence.marks & IS_SECURITY or known.is_secure:
        return True
    if gate is Gate.SENTENCE:
        return False
    return known.is_led or bool(sentence.behind and sentence.behind.marks & IS_SECURITY)


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
    both = (implied or _sides(rule, span, sentence) or _of_both(rule, sentence)) if stage else None
    stage = Stage.DENIED_OR_CANCELLED if rule.rule_id == "agreement.end/1" else stage
    if (
        stage is None
        or both is None
        or (rule.kind in _BETWEEN_STATES and any(map(_is_body, (*both[0], *both[1]))))
    ):
        return None
    days = _days(sentence, span, stage)
    if days and stage is not Stage.PLANNED and _is_old(days[1], sentence.published):
        return None
    return Cooperation(
        kind=rule.kind,
        stage=stage,
        actor=side_of(both[0], sentence.parties),
        partner=side_of(both[1], sentence.parties),
        is_directed=rule.frame not in (Frame.MUTUAL, Frame.SHARED, Frame.WITH),
        subjects=subjects_of(sentence) or (subjects_of(sentence.behind) if sentence.behind else ()),
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


def _of_both(rule: Rule, sentence: Sentence) -> States | None:
    """Take the two states of a sentence for "both sides" where what they do is mutual and no third is named."""
    is_mutual = rule.frame in _OF_BOTH and rule.kind is not CooperationKind.BORDER_MEASURES
    return only_two(acting(sentence.parties)) if is_mutual and sentence.marks & IS_BOTH else None


def _is_body(state: str) -> bool:
    return len(state) != _STATE_LETTERS or state == "UN"


def _sides(rule: Rule, span: tuple[int, int], sentence: Sentence) -> States | None:
    """Find the sides of a trigger among the parties of its own part of the sentence."""
    text = sentence.text
    near = sentence.parties
    if sentence.marks & IS_APART or _MARK.search(text, 0, len(text) - 1):
        first = max((each.end() for each in _APART.finditer(text, 0, span[0])), default=0)
        apart = _APART.search(text, span[1])
        last = apart.start() if apart else len(text)
        near = tuple(each for each in near if first <= each.start < last)
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


def subjects_of(sentence: Sentence) -> tuple[str, ...]:
    """Give what a sentence is about, by its words."""
    return subjects(sentence.text, sentence.marks)


def _is_old(day: date, published: datetime | None) -> bool:
    return published is not None and day < published.date() - _OLD


def _days(sentence: Sentence, span: tuple[int, int], stage: Stage) -> tuple[date, date] | None:
    """Read the days that the sentence states, the nearest behind the trigger, else the nearest before.

    What is planned lies ahead and what is done does not: another day in the sentence is of something else.
    """
    published = sentence.published
    if published is None:
        return None
    if not sentence.dates:
        return None
    today = published.date()
    where = sentence.where.found.span(sentence.offset + span[0], sentence.offset + span[1])
    place = where[0] - sentence.span.start
    days = [(each.span[0], each.date or each.start, each.date or each.end) for each in sentence.dates]
    fitting = [
        (at, first, last)
        for at, first, last in days
        if first and last and (last > today if stage is Stage.PLANNED else first <= today)
    ]
    if not fitting:
        return None
    _, first, last = next((each for each in fitting if each[0] >= place), fitting[-1])
    return first, last
