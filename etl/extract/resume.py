"""After a cue amid the text: does the body go on, and where. Pure.

"اقرأ أيضا" stands in the middle of an article with one title after it, and at its end with ten
titles or a whole second article after it. The words of the cue are the same; what follows decides:
whether the next paragraph opens as a continuation, repeats the title above it as a lead does, and
shares its vocabulary with the body so far.
"""

import re
from dataclasses import dataclass

from etl.extract.prose import goes_on, overlap, reports, stems
from etl.extract.rows import Draft, Row
from etl.extract.rules import Reach
from etl.model import BlockKind

# The score that the paragraph after a cue must reach, by what the cue announces.
_BOUND = {Reach.LINE: -1, Reach.VALUE: -1, Reach.INLINE: -1, Reach.SECTION: 1, Reach.OUTSIDE: 2, Reach.END: 3}
_NEVER = 9
_DATELINE = re.compile(r"^[^.،]{3,40}\s?(?:\([^)]{2,30}\)\s?[-–—:]|[-–—]\s)")
_SAMPLE = 24
_SAME_LEAD = 0.5
_EXACT_LEAD = 0.8
_SAME_STORY = 0.35
_SOME_STORY = 0.12
_SUBHEAD_WORDS = 9
_TITLE_WORDS = 6
_LOOSE_WORDS = 11
_SHARED = 3
_TEASER_WORDS = 40
_SHORT_STEM = 4
# A paragraph of this length is whole, even where it trails off in dots.
_WHOLE = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What lies between a cue and the next paragraph: where that is, the titles, the bad signs."""

    end: int
    titles: tuple[int, ...]
    penalty: int
    bound: int


def resumes_at(draft: Draft, cue: int, kept: list[int]) -> int | None:
    """Give the row where the body goes on after the cue, or None where it is over."""
    stopless = 2 * sum(draft.rows[index].form.stop for index in kept) < len(kept)
    gap = _gap(draft.rows, cue, _body_stems(draft.rows, kept) if stopless else None)
    if gap is None:
        return None
    past = _past_teaser(draft.rows, gap, kept)
    if past is not None:
        return past
    row = draft.rows[gap.end]
    own = stems(row.form.tokens)
    score = -gap.penalty
    score += 2 if goes_on(row.form) else int(row.form.quoted or row.form.bullet)
    score -= int(reports(row.form)) + 2 * int(_DATELINE.match(row.part.text) is not None)
    if gap.titles:
        title = stems(draft.rows[gap.titles[-1]].form.tokens)
        same = overlap(title, own) if len(title & own) >= _SHARED else 0.0
        score -= 3 if same >= _EXACT_LEAD else 2 * int(same >= _SAME_LEAD)
        # A lead takes up the words of its title; a long paragraph that has none of them is no lead of it.
        near = gap.titles[-1] == gap.end - 1 and row.form.stop and row.form.words >= _WHOLE
        some = overlap(own, _body_stems(draft.rows, kept)) >= _SOME_STORY
        score += int(near and some and not _short(title) & _short(own))
    else:
        score += 1
    score += int(overlap(own, _body_stems(draft.rows, kept)) >= _SAME_STORY)
    score += int(len(kept) < _SHARED and gap.bound == _BOUND[Reach.SECTION])
    # Another story has its title; right after a source or tags there is none of it.
    plain = not gap.titles and gap.bound == _BOUND[Reach.END]
    return _with_subhead(draft.rows, gap) if score >= gap.bound - plain else None


def _past_teaser(rows: tuple[Row, ...], gap: Gap, kept: list[int]) -> int | None:
    """Give the row after the summary that stands under the title of the other story, where there is one.

    It opens as a lead does, takes up the words of the title and few of the body; the text goes on below.
    """
    row, after = rows[gap.end], gap.end + 1
    if not gap.titles or gap.bound > _BOUND[Reach.INLINE] or after >= len(rows):
        return None
    if (
        goes_on(row.form)
        or row.form.quoted
        or row.form.words > _TEASER_WORDS
        or not goes_on(rows[after].form)
    ):
        return None
    if rows[after].verdict is not None or not rows[after].prose:
        return None
    own = stems(row.form.tokens)
    title = _short(stems(rows[gap.titles[-1]].form.tokens))
    told = len(title & _short(own)) >= _SHARED - 1
    return after if told and overlap(own, _body_stems(rows, kept)) < _SAME_STORY else None


def _short(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:_SHORT_STEM] for word in words)


def _gap(rows: tuple[Row, ...], cue: int, body: frozenset[str] | None) -> Gap | None:
    """Go to the next paragraph; `body` is given where the body's paragraphs have no full stops."""
    titles = [cue] if not rows[cue].label_only and rows[cue].reach is not Reach.OUTSIDE else []
    verdict = rows[cue].verdict
    if verdict is not None and verdict.rule.id.startswith("ar.about.comments"):
        # What it names is the article itself.
        titles = []
    penalty, dated, bound = 0, 0, _bound_of(rows[cue])
    for index in range(cue + 1, len(rows)):
        row = rows[index]
        if row.verdict is None or row.reach is Reach.OUTSIDE:
            asked = row.form.bullet and row.form.end_mark and not row.form.stop and _asks(rows, cue)
            firm = (
                row.firm
                or asked
                or (bool(titles) and body is not None and _is_loose(row, rows[titles[0]], body))
            )
            cut = row.form.ellipsis and not (goes_on(row.form) and row.form.words >= _LOOSE_WORDS)
            if firm and not cut and row.verdict is None:
                return Gap(end=index, titles=tuple(titles), penalty=penalty, bound=bound)
            penalty += 3 * int(row.prose or row.part.run)
            titles.append(index)
        else:
            bound = max(bound, _bound_of(row))
            # Cards of a list repeat their dates; more than one says no more than one.
            dated = dated + 1 if row.kind is BlockKind.PUBLISHED else dated
            penalty += _penalty_of(row) if row.kind is not BlockKind.PUBLISHED else 2 * (dated == 1)
    return None


def _asks(rows: tuple[Row, ...], cue: int) -> bool:
    """Tell whether the text above is an interview: questions under the same mark, answers below them."""
    above = rows[max(cue - _SAMPLE, 0) : cue]
    return any(row.form.bullet and row.part.text.rstrip().endswith(("؟", "?")) for row in above)


def _is_loose(row: Row, title: Row, body: frozenset[str]) -> bool:
    """Tell whether a line without its stop is a paragraph of a body that has none, not a second title."""
    longer = row.form.words >= max(_LOOSE_WORDS, 1.4 * title.form.words)
    return longer and overlap(stems(row.form.tokens), body) >= _SOME_STORY


def _bound_of(row: Row) -> int:
    rule = row.verdict.rule.id if row.verdict else ""
    if rule.startswith("ar.comments.header"):
        return _BOUND[Reach.END] + 1
    if rule.startswith(("ar.comments", "ar.rights", "any.rights", "any.form", "ar.policy.start")):
        return _NEVER
    return _BOUND[row.reach or Reach.LINE]


def _penalty_of(row: Row) -> int:
    """Give the weight of a row that belongs to the head of another story, not amid a body."""
    if row.kind is BlockKind.AUTHOR or (row.kind is BlockKind.ATTRIBUTION and row.reach is Reach.LINE):
        return 2
    return int(row.kind is BlockKind.CAPTION or (row.verdict is not None and "follow" in row.verdict.rule.id))


def _body_stems(rows: tuple[Row, ...], kept: list[int]) -> frozenset[str]:
    """Give the vocabulary of the body so far, of its first and last paragraphs: bounded work."""
    sample = kept if len(kept) <= _SAMPLE else [*kept[: _SAMPLE // 2], *kept[-_SAMPLE // 2 :]]
    return frozenset().union(*(stems(rows[index].form.tokens) for index in sample))


def _with_subhead(rows: tuple[Row, ...], gap: Gap) -> int:
    """Begin at the last short line where it is a subhead of the next paragraph, not a title."""
    after_cue = [index for index in gap.titles if index > 0 and rows[index].verdict is None]
    if len(gap.titles) <= 1 or not after_cue or after_cue[-1] != gap.end - 1:
        return gap.end
    last = rows[after_cue[-1]]
    if last.form.words > _SUBHEAD_WORDS or last.form.bullet or last.prose:
        return gap.end
    listed = after_cue[-1] - 1 in gap.titles and not last.part.after_blank and rows[gap.end].part.after_blank
    if listed or any(map(str.isdigit, last.form.tokens)):
        return gap.end
    own, text = stems(last.form.tokens), stems(rows[gap.end].form.tokens)
    # A short title of its own list shares no words with the paragraph; a subhead announces it.
    is_short = (
        last.form.words <= _TITLE_WORDS - 2
        and ":" not in last.part.text
        and any(rows[index].form.words > _TITLE_WORDS for index in gap.titles[:-1])
    )
    return (
        after_cue[-1] if is_short or (len(own & text) > 1 and overlap(own, text) >= _SAME_LEAD) else gap.end
    )
