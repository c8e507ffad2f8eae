"""The rows above the lead to the one that is the title. Pure."""

import re

from etl.extract.form import key_of
from etl.extract.prose import dateline_parts, is_name, is_scene, opens_scene, overlap, stems
from etl.extract.rows import Counts, Draft, Row
from etl.extract.rules import Reach
from etl.extract.rules_meta import AGENCIES
from etl.extract.section import SECTION_WORDS, is_menu_line, is_path

AGENCY_KEYS = frozenset(map(key_of, AGENCIES)) | {"خاص", "متابعه", "مراسلنا", "مكتب", "مراسل"}
_FEW = 3
_RUN = 5
_SAME_WORDS = 0.3
# What the headline loses under the header of a list, and gains under the path to the article.
_LISTED = 0.15
_BARRED = re.compile(r"\S\s+[-–—|»]\s+\S")
_URGENT = frozenset(map(key_of, ("عاجل", "خبر عاجل", "أخبار عاجلة")))


def title_of(draft: Draft, lead: int, counts: Counts) -> int | None:
    """Give the row above the lead that is the headline, by the words it shares with the text; or None."""
    rows = draft.rows
    free = [
        index
        for index in range(lead)
        if index not in draft.blocks
        and rows[index].verdict is None
        and rows[index].form.arabic
        and not rows[index].part.run
        and not is_path(rows[index])
        and not is_menu_line(rows[index])
    ]
    long = [index for index in free if rows[index].form.words > _FEW or _is_alone(rows, index, free)]
    long = [
        index for index in long if not (len(long) > 1 and _is_caption_or_dateline(rows[index], index, lead))
    ]
    if not long:
        labelled = _labelled_title(rows, lead)
        return _brief_title(rows, free) if labelled is None else labelled
    text = frozenset().union(*(stems(row.form.tokens) for row in rows[lead : lead + 4]))
    told = _told_in_paths(rows[:lead])
    listed = _listed(rows[:lead])
    scores = {
        index: _title_score(rows[index], text, counts, told)
        + _LISTED * ((index > 0 and is_path(rows[index - 1])) - (index in listed))
        for index in long
    }
    best = max(long, key=lambda index: (scores[index], -index))
    if len(long) >= _RUN and scores[best] < _SAME_WORDS:
        return None
    # Of a title and its deck the title stands first; a headline of another story shares no words.
    few = len(long) < _RUN
    return next(
        index for index in long if index == best or (few and scores[index] >= min(_SAME_WORDS, scores[best]))
    )


def _told_in_paths(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """Give the keys of the breadcrumbs and of the lines with bars, where a page names its article again."""
    return tuple(f" {row.form.key} " for row in rows if is_path(row) or _BARRED.search(row.part.text))


def _listed(rows: tuple[Row, ...]) -> frozenset[int]:
    """Give the rows that stand right under the header of a list of other stories (a ticker, the latest)."""
    listed, inside = set(), False
    for index, row in enumerate(rows):
        if is_path(row):
            inside = False
        elif row.verdict is not None:
            inside = row.label_only and (row.reach is Reach.SECTION or row.form.key in _URGENT)
        elif inside:
            listed.add(index)
    return frozenset(listed)


def _title_score(row: Row, text: frozenset[str], counts: Counts, told: tuple[str, ...]) -> float:
    """Weigh a headline by the words it shares with the text; pages repeat theirs; captions are none."""
    own = f" {row.form.key} "
    twice = row.form.words > _FEW and (counts.of(row) > 1 or any(own in line for line in told if line != own))
    words = stems(row.form.tokens)
    scene = 0.2 * is_scene(row.form) * (1 + opens_scene(row.form))
    return overlap(words, text) * min(1.0, len(words) / _RUN) + 0.3 * twice - scene


def _is_alone(rows: tuple[Row, ...], index: int, free: list[int]) -> bool:
    """Tell whether a line of two or three words can be a title: the only candidate, no section."""
    form = rows[index].form
    return len(free) == 1 and form.words > 1 and not set(form.tokens) <= SECTION_WORDS


def _brief_title(rows: tuple[Row, ...], free: list[int]) -> int | None:
    """Take a line of two or three words, as columns have for a title: no name, no section, no site."""
    for index in free:
        form = rows[index].form
        section = any(token in SECTION_WORDS for token in form.tokens)
        if 1 < form.words <= _FEW and not (section or is_name(form) or is_site_line(rows[index])):
            return index
    return None


def _is_caption_or_dateline(row: Row, index: int, lead: int) -> bool:
    parts = dateline_parts(row.form)
    return index > 0 and (
        (lead - index < _FEW and is_scene(row.form))
        or (len(parts) > 1 and any(part in AGENCY_KEYS for part in parts))
    )


def _labelled_title(rows: tuple[Row, ...], lead: int) -> int | None:
    """Take a line that a label rule knows ("شاهد: …", "تقرير: …") where nothing else can be the title."""
    for index in range(lead):
        row = rows[index]
        labels = ("ar.readalso.label", "ar.author.line", "ar.caption.label", "ar.widget")
        if row.verdict and row.verdict.rule.id.startswith(labels) and row.form.words > _RUN:
            return index
    return None


def is_site_line(row: Row) -> bool:
    """Tell whether a line ends in a dangling separator: an outlet's name before a lost link."""
    return row.part.text.rstrip().endswith(("-", "–", "|", "/", "»"))
