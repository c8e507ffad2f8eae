"""Rows to the widget bars and skip regions among them. Pure.

A saved page writes its row of buttons into one line ("مشاركة طباعة حفظ استماع"), and a page made for
screen readers frames its boxes between "skip" and "end" lines. Both are known by parts that are known.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from etl.extract.form import Form
from etl.extract.rules import Place, Reach, Rule, RuleSet, Verdict
from etl.model import BlockKind

if TYPE_CHECKING:
    from etl.extract.rows import Row

_BAR = Rule(id="any.bar.items/1", kind=BlockKind.BOILERPLATE, reach=Reach.LINE, place=Place.BAG)
_SKIP = Rule(id="ar.skip.region/1", kind=BlockKind.BOILERPLATE, reach=Reach.LINE, place=Place.BAG)
_MOST_WORDS = 24
_LONGEST_ITEM = 4
# A frame whose end is missing must not swallow the article.
_LONGEST_REGION = 40
_SKIP_WORDS = 12
_SKIP_VERBS = frozenset(("تخطي", "تخط", "تجاوز"))
_GO_ON = "واصل القراءه"
_END = "نهايه"
_LIST_END = "end of list"


def bar_of(form: Form, rules: RuleSet) -> Verdict | None:
    """Take a line made of nothing but two or more items that rules know as furniture, and numbers."""
    if not form.tokens or form.words > _MOST_WORDS or form.stop:
        return None
    words = tuple(token for token in form.tokens if not token.isdigit())
    start, items = 0, 0
    while start < len(words):
        size = _item(words, start, rules)
        if not size:
            return None
        start, items = start + size, items + 1
    return Verdict(rule=_BAR, evidence=form.key[:60]) if items > 1 else None


def _item(words: tuple[str, ...], start: int, rules: RuleSet) -> int:
    for size in range(min(_LONGEST_ITEM, len(words) - start), 0, -1):
        rule = rules.alone.get(" ".join(words[start : start + size]))
        if rule is not None and rule.kind is BlockKind.BOILERPLATE:
            return size
    return 0


def skipped(rows: "tuple[Row, ...]") -> "tuple[Row, ...]":
    """Mark what stands between a "skip … and go on reading" line and its end line, whatever it is."""
    result = list(rows)
    for first, last in _framed(rows):
        for at in range(first, last + 1):
            verdict = Verdict(rule=_SKIP, evidence=rows[first].form.key[:60])
            result[at] = replace(rows[at], verdict=verdict, prose=False, firm=False)
    _unread_lists(result)
    end = 0
    for index, row in enumerate(rows):
        if index < end or not _opens(row.form):
            continue
        last = index + 1 + _LONGEST_REGION
        end = next(
            (at + 1 for at in range(index + 1, min(last, len(rows))) if _closes(rows[at].form, row.form)),
            index + 1,
        )
        for at in range(index, end):
            verdict = Verdict(rule=_SKIP, evidence=row.form.key[:60])
            result[at] = replace(rows[at], verdict=verdict, prose=False, firm=False)
    return tuple(result)


def _unread_lists(rows: "list[Row]") -> None:
    """Take no title for prose between "list 1 of 3" and "end of list", as screen readers are told of lists."""
    start = None
    for index, row in enumerate(rows):
        if row.form.tokens[:1] == ("list",) and row.verdict is not None:
            start = index if start is None else start
        elif row.form.key == _LIST_END and start is not None:
            for at in range(start, index) if index - start <= _SKIP_WORDS else ():
                rows[at] = replace(rows[at], prose=False, firm=False)
            start = None


def _framed(rows: "tuple[Row, ...]") -> Iterator[tuple[int, int]]:
    """Give first and last row of each box that closes with its own header and "end" ("يستحق الانتباه نهاية")."""
    for index, row in enumerate(rows):
        tokens = row.form.tokens
        if not 1 < len(tokens) <= _SKIP_WORDS or row.form.end_mark:
            continue
        if tokens[-1] == _END:
            header = " ".join(tokens[:-1])
        elif tokens[0] == _END:
            header = " ".join(tokens[1:])
        else:
            continue
        above = range(index - 1, max(index - _LONGEST_REGION, -1), -1)
        first = next((at for at in above if rows[at].form.key == header), None)
        if first is not None:
            yield first, index


def _opens(form: Form) -> bool:
    tokens = form.tokens
    return (
        bool(tokens) and tokens[0] in _SKIP_VERBS and form.words <= _SKIP_WORDS and form.key.endswith(_GO_ON)
    )


def _closes(form: Form, opener: Form) -> bool:
    tokens = form.tokens
    if not 1 < len(tokens) <= _SKIP_WORDS or form.end_mark or _END not in (tokens[0], tokens[-1]):
        return False
    return tokens[-1] == _END or set(tokens[1:]) <= set(opener.tokens)
