"""Lines to rows: each part of a line with its form and the rule that knows it. Pure."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from etl.extract import rules_meta, rules_page, rules_related
from etl.extract.bars import bar_of, skipped
from etl.extract.form import Form, form_of, key_of
from etl.extract.glue import Part, parts_of
from etl.extract.prose import OFFICES, REPORTS, goes_on, is_firm, is_prose
from etl.extract.rules import Reach, Verdict, rule_set
from etl.model import Block, BlockKind

RULES = rule_set((*rules_meta.RULES, *rules_related.RULES, *rules_page.RULES))

_IS_DATE = re.compile(rf"{rules_meta.DATE}|{rules_meta.TIME}|{rules_meta.WEEKDAY}\W+\d", re.IGNORECASE)
_AGO = re.compile(r"(?:منذ|قبل)\s[\d٠-٩]")
_HAS_DATE = re.compile(r"[\d٠-٩]")
_SOURCE_WORDS = 6
_LABELS_BY_GAP = frozenset(("ar.tags.line/1", "ar.source.line/1"))
_CREDITED_WORDS = 7
# No article has more lines; what stands beyond is kept, unread, so that a dump of megabytes costs little.
_MOST_ROWS = 20_000
_UNREAD = form_of("")
_NAMES_AFTER = {"ar.author.line/1": 6}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One part of one line, judged by itself: its form, its verdict, and whether it is prose.

    `firm` is prose by its form alone, even under a list of titles.
    """

    part: Part
    form: Form
    verdict: Verdict | None
    prose: bool
    firm: bool

    @property
    def reach(self) -> Reach | None:
        """Give the reach of the verdict, or None where no rule knows the row."""
        return self.verdict.rule.reach if self.verdict else None

    @property
    def kind(self) -> BlockKind | None:
        """Give the kind that the verdict alone would decide."""
        return self.verdict.rule.kind if self.verdict else None

    @property
    def label_only(self) -> bool:
        """Tell whether the cue stands alone, so that its value or list is in the next rows."""
        if self.verdict is None:
            return False
        return sum(not token.isdigit() for token in self.form.tokens) <= len(self.verdict.evidence.split())


@dataclass(slots=True)
class Draft:
    """The rows of one document and the decisions taken so far; the one mutable thing here.

    A decision is taken once: the first reader of a row that is sure has the word.
    """

    rows: tuple[Row, ...]
    blocks: dict[int, Block] = field(default_factory=dict)

    def put(self, index: int, kind: BlockKind, rule: str, evidence: str = "") -> None:
        """Decide on one row, unless it is decided."""
        row = self.rows[index]
        if kind is BlockKind.TAGS and row.part.pieces and "#" not in row.part.text:
            # What wide gaps keep apart in a row of tags, display text runs together.
            labelled = key_of(row.part.pieces[0]) == evidence
            rule, evidence = "ar.tags.gap/1", "، ".join(row.part.pieces[labelled:])
        block = Block(kind=kind, text=row.part.text, line=row.part.line, rule=rule, evidence=evidence)
        self.blocks.setdefault(index, block)

    def put_verdict(self, index: int) -> None:
        """Decide on one row as its own rule says."""
        verdict = self.rows[index].verdict
        if verdict:
            self.put(index, verdict.rule.kind, verdict.rule.id, verdict.evidence)

    def drop(self, index: int, rule: str, evidence: str = "") -> None:
        """Leave one row out: by its own boilerplate rule where it has one, else by the context's."""
        verdict = self.rows[index].verdict
        if verdict and verdict.rule.kind is BlockKind.BOILERPLATE:
            self.put_verdict(index)
        else:
            self.put(index, BlockKind.BOILERPLATE, rule, evidence)

    def has(self, kind: BlockKind) -> bool:
        """Tell whether some row is already of this kind."""
        return any(block.kind is kind for block in self.blocks.values())


class Counts:
    """How often each line's folded words occur in the document: headlines and widgets repeat."""

    def __init__(self, rows: tuple[Row, ...]) -> None:
        """Take the rows; nothing is counted before it is asked for."""
        self._rows = rows

    @cached_property
    def _counter(self) -> Counter[str]:
        return Counter(row.form.key for row in self._rows)

    def of(self, row: Row) -> int:
        """Give the number of rows with the words of this row."""
        return self._counter[row.form.key]


def rows_of(lines: tuple[str, ...]) -> tuple[Row, ...]:
    """Judge every part of every non-empty line by itself."""
    rows: list[Row] = []
    # Menus and titles repeat; a text of megabytes is mostly repetition.
    judged: dict[str, tuple[Form, Verdict | None]] = {}
    for part in parts_of(lines):
        if len(rows) >= _MOST_ROWS:
            rows.append(Row(part=part, form=_UNREAD, verdict=None, prose=False, firm=False))
            continue
        if part.text not in judged:
            form = form_of(part.text)
            verdict = RULES.judge(form)
            if verdict and _is_vetoed(verdict, form):
                verdict = None
            judged[part.text] = form, verdict or bar_of(form, RULES) or _by_first_piece(part)
        form, verdict = judged[part.text]
        firm = not part.run and is_firm(form)
        prose = firm or (not part.run and is_prose(form))
        rows.append(Row(part=part, form=form, verdict=verdict, prose=prose, firm=firm))
    return skipped(tuple(rows))


def _by_first_piece(part: Part) -> Verdict | None:
    """Take the label that a wide gap parts from its values ("كلمات دلالية  النفط  أوبك")."""
    if not part.pieces:
        return None
    verdict = RULES.judge(form_of(part.pieces[0]))
    return verdict if verdict and verdict.rule.id in _LABELS_BY_GAP else None


def _is_vetoed(verdict: Verdict, form: Form) -> bool:
    """Take back a verdict where the rest of the block is not what such a label is followed by."""
    rule, after = verdict.rule, form.words - len(verdict.evidence.split())
    if rule.id == "ar.author.line/1":
        rest = form.tokens[-after:] if after else ()
        return after > _NAMES_AFTER[rule.id] or any(token in REPORTS or token.isdigit() for token in rest)
    if rule.id == "ar.published.label/1":
        return not (_HAS_DATE.search(form.text) or form.colon)
    if rule.id in ("ar.caption.credit/1", "any.caption.photo/1"):
        return form.words >= _CREDITED_WORDS and goes_on(form)
    if rule.id == "ar.published.date/1":
        return not (_IS_DATE.search(form.text) or _AGO.search(form.text))
    if rule.id == "ar.source.line/1":
        return after > _SOURCE_WORDS and form.tokens[-1] not in OFFICES
    return False
