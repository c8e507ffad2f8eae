"""Block form to the rule that knows it, or None. Pure; frozen data and one lookup.

A rule is a cue in every spelling (folded when the tables are read) together with the form a
block must have, so that the same words inside the article's own prose are not taken. What the
rule's decision does to the neighbours is its `reach`: the reader of lines and the reader of
HTML blocks interpret it over their own sequences.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from etl.extract.form import Form, key_of
from etl.model import BlockKind
from etl.text.letterforms import Letters


class Place(StrEnum):
    """Where in a block the cue must stand."""

    ALONE = "alone"
    LABEL = "label"
    START = "start"
    INSIDE = "inside"
    SHAPE = "shape"
    BAG = "bag"


class Reach(StrEnum):
    """What the decision says of the blocks after it.

    LINE: nothing. VALUE: the next short block belongs to the cue. INLINE: titles of other
    stories follow, then the body may continue. SECTION: a widget follows, the body seldom
    continues. END: the article is over. OUTSIDE: as LINE, but never inside the body.
    """

    LINE = "line"
    VALUE = "value"
    INLINE = "inline"
    SECTION = "section"
    END = "end"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: its stable id and version, its decision, its cues, and the form it asks for.

    `literals` are strings in lower case of which its shape has at least one;
    `at_end` has a shape sought in the last 110 characters alone (a credit closes its block), where one of
    its `needs` must stand;
    `glued` lets the cue run into the next word (a saved page loses the space between a label
    and a link); `stop_ok` lets the block end in a full stop, which a label or title seldom does;
    `bare` lets a label stand without a value; `digits` tells that the shape holds a digit, so that it
    is not sought where there is none; `needs` holds characters of which its shape has at least one, for
    the same end.
    """

    id: str
    kind: BlockKind
    reach: Reach
    place: Place
    cues: tuple[str, ...] = ()
    shape: re.Pattern[str] | None = None
    max_words: int = 12
    at_end: bool = False
    glued: bool = False
    stop_ok: bool = False
    bare: bool = True
    digits: bool = False
    needs: frozenset[str] = frozenset()
    literals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The rule that took a block and the cue it saw."""

    rule: Rule
    evidence: str


Shaped = tuple[Rule, re.Pattern[str], re.Pattern[str] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """Rules indexed by the folded words of their cues, so that judging is a few look-ups.

    `shapes` is indexed by a block's number of words; beside a rule's shape stands the class of its `needs`.
    `dated_words` is the most words of any shape that holds a digit.
    """

    alone: dict[str, Rule]
    label: dict[str, Rule]
    start: dict[str, tuple[tuple[str, Rule], ...]]
    inside: dict[str, tuple[tuple[str, Rule], ...]]
    shapes: tuple[tuple[Shaped, ...], ...]
    dated_words: int
    bags: tuple[tuple[frozenset[str], Rule], ...]

    def judge(self, form: Form) -> Verdict | None:
        """Find the rule whose cue and form fit the block, the longest cue first."""
        if not form.key and not form.text.strip():
            return None
        return (
            self._exact(form)
            or self._start(form)
            or self._shape(form)
            or self._inside(form)
            or self._bag(form)
        )

    def _exact(self, form: Form) -> Verdict | None:
        counted = any(map(str.isdecimal, form.tokens))
        bare = _COUNT.sub("", form.key).strip() if counted else form.key
        rule = self.alone.get(bare)
        if rule and form.words <= rule.max_words:
            return Verdict(rule=rule, evidence=bare)
        rule = self.label.get(form.label) if form.label != form.key or form.colon else None
        if rule and form.words <= rule.max_words and _fits(rule, form):
            return Verdict(rule=rule, evidence=form.label)
        return None

    def _start(self, form: Form) -> Verdict | None:
        for cue, rule in self.start.get(form.key[:_STEM], ()):
            if not form.key.startswith(cue) or form.words > rule.max_words or not _fits(rule, form):
                continue
            after = form.key[len(cue) : len(cue) + 1]
            if rule.glued or after in ("", " "):
                return Verdict(rule=rule, evidence=cue)
        return None

    def _shape(self, form: Form) -> Verdict | None:
        if form.words > _SHAPED_WORDS or len(form.text) > _SHAPED_CHARS:
            return None
        text = _without_marks(form.text)
        end = text[-_END_CHARS:]
        # What is sought in vain is told by one character that the shape asks for, in a tenth of the time.
        digits = form.words <= self.dated_words and _DIGIT.search(text) is not None
        for rule, shape, needed in self.shapes[form.words]:
            where = end if rule.at_end else text
            if (
                (rule.digits and not digits and not rule.at_end)
                or (needed is not None and needed.search(where) is None)
                or (rule.literals and rule.at_end and not _holds_any(where, rule.literals))
            ):
                continue
            found = shape.search(where)
            if found:
                return Verdict(rule=rule, evidence=found.group().strip()[:60])
        return None

    def _inside(self, form: Form) -> Verdict | None:
        if self.inside.keys().isdisjoint(form.tokens):
            return None
        for token in form.tokens:
            for cue, rule in self.inside.get(token, ()):
                if form.words <= rule.max_words and cue in form.key:
                    return Verdict(rule=rule, evidence=cue)
        return None

    def _bag(self, form: Form) -> Verdict | None:
        for words, rule in self.bags:
            if _BAG_HITS * 3 <= form.words <= rule.max_words:
                found = words.intersection(form.tokens)
                if len(found) >= _BAG_HITS:
                    return Verdict(rule=rule, evidence=" ".join(sorted(found)))
        return None


def _holds_any(text: str, literals: tuple[str, ...]) -> bool:
    lowered = text.lower()
    return any(literal in lowered for literal in literals)


# Counters around a label ("تعليقات (3)") are no part of it.
_COUNT = re.compile(r"\b\d+\b")
_DIGIT = re.compile(r"\d")
# Shapes are sought in the text as it is shown, but a vowel mark is no part of a shape.
_without_marks = Letters(dict.fromkeys((*range(0x64B, 0x653), 0x670)))
_SHAPED_WORDS = 80
_SHAPED_CHARS = 1000  # a "word" of megabytes is no word
_STEM = 4
# Words of a bag in one block: fewer occur by chance in a report on the same matter.
_BAG_HITS = 4
_END_CHARS = 110


def _fits(rule: Rule, form: Form) -> bool:
    return rule.stop_ok or not form.stop or form.ellipsis


def rule_set(rules: Iterable[Rule]) -> RuleSet:
    """Index a table of rules; of two rules with the same cue and place the earlier one stands."""
    alone: dict[str, Rule] = {}
    label: dict[str, Rule] = {}
    start: dict[str, list[tuple[str, Rule]]] = {}
    inside: dict[str, list[tuple[str, Rule]]] = {}
    shapes: list[Shaped] = []
    bags: list[tuple[frozenset[str], Rule]] = []
    for rule in rules:
        if rule.place is Place.BAG:
            bags.append((frozenset(map(key_of, rule.cues)), rule))
            continue
        for cue in map(key_of, rule.cues):
            if rule.place is Place.INSIDE:
                # The longest word of a cue is its rarest: the fewest blocks are looked at twice.
                inside.setdefault(max(cue.split(), key=len), []).append((cue, rule))
                continue
            if rule.bare:
                alone.setdefault(cue, rule)
            if rule.place is not Place.ALONE:
                label.setdefault(cue, rule)
            if rule.place is Place.START:
                start.setdefault(cue[:_STEM], []).append((cue, rule))
        if rule.place is Place.SHAPE and rule.shape is not None:
            needed = re.compile(f"[{re.escape(''.join(sorted(rule.needs)))}]") if rule.needs else None
            shapes.append((rule, rule.shape, needed))
    return RuleSet(
        alone=alone,
        label=label,
        start={stem: tuple(sorted(cues, key=lambda cue: -len(cue[0]))) for stem, cues in start.items()},
        inside={word: tuple(cues) for word, cues in inside.items()},
        shapes=tuple(
            tuple(shaped for shaped in shapes if words <= shaped[0].max_words)
            for words in range(_SHAPED_WORDS + 1)
        ),
        dated_words=max((rule.max_words for rule, _, _ in shapes if rule.digits), default=0),
        bags=tuple(bags),
    )
