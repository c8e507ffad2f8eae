"""What a fact of cooperation is made of: its kinds, stages and fields. Pure types."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CooperationKind(StrEnum):
    """What was done together. A stable code: it is stored on every fact."""

    VISIT_OR_MEETING = "visit_or_meeting"
    STATEMENT = "statement"
    AGREEMENT = "agreement"
    JOINT_OPERATION = "joint_operation"
    ARREST_ON_REQUEST = "arrest_on_request"
    EXTRADITION = "extradition"
    DEPORTATION = "deportation"
    TRAINING_EQUIPMENT = "training_equipment"
    INTELLIGENCE_SHARING = "intelligence_sharing"
    LEGAL_ASSISTANCE = "legal_assistance"
    BORDER_MEASURES = "border_measures"
    FUNDING = "funding"


class Stage(StrEnum):
    """How far it has come, by the sentence that reports it."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    DENIED_OR_CANCELLED = "denied_or_cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a fact: its states (ISO 3166-1 alpha-2, or the short code of an organization).

    `officials` and `agencies` are the entity ids of those whom the sentence names for these states.
    """

    states: tuple[str, ...]
    officials: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cooperation:
    """One fact of cooperation as one article reports it.

    `actor` acts upon or gives to `partner` where `is_directed`: it visits, hands over, deports to,
    arrests for, trains, funds, informs; otherwise both do the same and `actor` is who is named first.
    `subjects` says what it is about (`border_security` …). `date_from` and `date_to` are the days that
    the sentence states for it, None where it states none. `start` and `end` are the offsets of
    `sentence` in the field (`title` or `body`), `trigger_start` and `trigger_end` those of the words
    that told the kind; `rule` is the stable id and version of the rule.
    """

    kind: CooperationKind
    stage: Stage
    actor: Side
    partner: Side
    is_directed: bool
    subjects: tuple[str, ...]
    date_from: date | None
    date_to: date | None
    field: str
    sentence: str
    start: int
    end: int
    trigger_start: int
    trigger_end: int
    rule: str
    sentence_count: int = 1
    """Sentences of the article that report it."""


class Frame(StrEnum):
    """How the parties stand to the trigger."""

    MUTUAL = "mutual"
    SHARED = "shared"
    WITH = "with"
    SOURCE = "source"
    VISIT = "visit"
    HOST = "host"
    TRANSFER = "transfer"
    RECEIPT = "receipt"
    REQUEST = "request"
    SPEECH = "speech"


class Gate(StrEnum):
    """Where a word of security must stand for a fact to be of interest."""

    NONE = "none"
    SENTENCE = "sentence"
    """In the sentence or the title."""
    ARTICLE = "article"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way to report one kind: the trigger, what the sentence must hold too, and what it must not.

    `needs` and `never` are looked for in the whole sentence, `near` in what follows the trigger closely.
    `gate` says where a word of security must stand. `anchors` are letters of which some word of a sentence
    must hold some, and `heads` those of which the first word of every trigger holds some (the anchors,
    where a rule names none), with > for the end of the word: to look a word up costs a hundredth of trying the trigger at it.
    """

    rule_id: str
    kind: CooperationKind
    frame: Frame
    anchors: tuple[str, ...]
    heads: tuple[str, ...]
    trigger: re.Pattern[str]
    needs: re.Pattern[str] | None = None
    never: re.Pattern[str] | None = None
    near: re.Pattern[str] | None = None
    gate: Gate = Gate.ARTICLE
