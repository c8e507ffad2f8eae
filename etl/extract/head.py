"""The rows before the lead: title, section, time, author, captions, dateline. Pure."""

import re

from etl.extract.form import key_of
from etl.extract.headline import shorter_copy
from etl.extract.others import is_credit_below
from etl.extract.prose import (
    WIRES,
    dateline_parts,
    is_name,
    is_plain,
    is_scene,
    reports,
)
from etl.extract.rows import Counts, Draft, Row
from etl.extract.rules import Reach
from etl.extract.section import SECTION_WORDS, is_in_menu, is_menu_line, mark_section
from etl.extract.titles import AGENCY_KEYS, is_site_line, title_of
from etl.model import BlockKind

_ITEMS = re.compile(r"\s*[،,]\s*")
_PICTURED = ("ar.caption.credit", "any.caption.photo")
_FEW = 3
_NEAR = 8
_SITE_NAME = 40
_MEDIA = frozenset(map(key_of, "وكالة وكالات صحيفة جريدة موقع قناة شبكة مراسل مراسلنا مكتب بوابة".split()))
_SHORTEST_COPY = 12
# Rows that the metadata of a page can take between its two titles.
_DUMP = 40
_SAME_START = 60
_LIST_ITEMS = 3
_RUN = 5


def read_head(draft: Draft, lead: int, counts: Counts) -> None:
    """Decide on every row before the lead."""
    _mark_values(draft, lead)
    title = title_of(draft, lead, counts)
    if title is not None:
        title = shorter_copy(draft.rows[:lead], title)
        draft.put(title, BlockKind.TITLE, "head.title/1")
        _mark_copies(draft, title, lead)
    mark_section(draft, title, lead)
    _mark_dateline(draft, title, lead)
    for index in range(lead if title is None else title + 1, lead - 1):
        plain = index not in draft.blocks and draft.rows[index].verdict is None
        if plain and is_credit_below(draft.rows, index + 1):
            draft.put(index, BlockKind.CAPTION, "head.caption.credited/1", draft.rows[index + 1].form.label)
    for index in range(lead):
        if index not in draft.blocks:
            _mark_rest(draft, index, title, lead, counts)
    # Several plain lines below a headline are its deck; a single one is what a photo left.
    decks = [index for index, block in draft.blocks.items() if block.rule == "head.deck/1"]
    pictured = any(block.rule.startswith(_PICTURED) for block in draft.blocks.values())
    if len(decks) == 1 and not pictured and is_plain(draft.rows[decks[0]].form):
        del draft.blocks[decks[0]]
        draft.put(decks[0], BlockKind.CAPTION, "head.caption.plain/1")


def _mark_values(draft: Draft, lead: int) -> None:
    """Give the short row after a lone label (editor in chief, author) to that label."""
    for index in range(lead - 1):
        row, after = draft.rows[index], draft.rows[index + 1]
        if row.verdict is None or not row.label_only or after.verdict is not None or after.form.words > _RUN:
            continue
        if row.reach is Reach.VALUE:
            draft.put(index + 1, BlockKind.BOILERPLATE, row.verdict.rule.id, row.verdict.evidence)
        elif row.kind is BlockKind.AUTHOR and is_name(after.form):
            draft.put(index + 1, BlockKind.AUTHOR, row.verdict.rule.id, row.verdict.evidence)


def _mark_copies(draft: Draft, title: int, lead: int) -> None:
    """Drop the copies of the title above the lead, bare or with the outlet's name before or after."""
    key = draft.rows[title].form.key
    for index in range(lead):
        own = draft.rows[index].form.key
        near = abs(len(own) - len(key)) < _SITE_NAME
        if (
            index != title
            and len(key) > _SHORTEST_COPY
            and near
            and (own.endswith(key) or own.startswith(key))
        ):
            draft.put(index, BlockKind.BOILERPLATE, "head.title.copy/1", key[:60])


def _mark_dateline(draft: Draft, title: int | None, lead: int) -> None:
    """Find the line of place and agency: by a known agency, or by standing right above the lead."""
    last = True
    for index in range(lead - 1, -1 if title is None else title, -1):
        row = draft.rows[index]
        parts = dateline_parts(row.form)
        # "(أ ف ب)" closes a caption and a dateline alike; only a place stands before it in the latter.
        place = len(parts) > 1 and len(parts[0].split()) < _FEW and not is_scene(row.form)
        own = row.verdict is not None and row.verdict.rule.id == "ar.caption.credit/1"
        credited = own and row.form.words <= _RUN and place
        if index in draft.blocks or (row.verdict is not None and not credited):
            continue
        if (row.form.words <= 1 and not row.form.colon) or _has_figures(parts, row):
            continue
        if _is_byline(draft, parts):
            draft.put(index, BlockKind.AUTHOR, "head.byline/1", "")
            continue
        if len(parts) > 1 and (last or any(_is_agency(part) for part in parts)):
            draft.put(index, BlockKind.ATTRIBUTION, "head.dateline/1", parts[0])
            return
        if last and row.form.colon and row.form.words < _FEW:
            draft.put(index, BlockKind.ATTRIBUTION, "head.dateline/1", row.form.key)
            return
        last = False


def _is_agency(part: str) -> bool:
    return part in AGENCY_KEYS or part.split(maxsplit=1)[0] in _MEDIA


def _has_figures(parts: tuple[str, ...], row: Row) -> bool:
    """Tell whether a line counts something ("تم قراءته: 214 مرة") rather than names a place."""
    return any(any(map(str.isdigit, part)) for part in parts) and not any(t in WIRES for t in row.form.tokens)


def _is_byline(draft: Draft, parts: tuple[str, ...]) -> bool:
    """Tell whether a line is the page's own outlet and a person, not a place and an outlet."""
    if len(parts) != _FEW - 1 or not 1 < len(parts[1].split()) <= _FEW or _is_agency(parts[1]):
        return False
    if any(token in SECTION_WORDS or token in WIRES for token in parts[1].split()):
        return False
    rows, own = draft.rows, f" {parts[0]} "
    ends = (*rows[:_RUN], *(row for row in rows[-_DUMP:] if row.verdict and "rights" in row.verdict.rule.id))
    return any(
        own in f" {row.form.key} "
        and (row.verdict is not None or row.form.words <= _FEW or "-" in row.part.text)
        for row in ends
    )


def _copies_lead(draft: Draft, row: Row, lead: int) -> bool:
    """Tell whether a line above the lead is the lead as the page's description repeats it."""
    text = draft.rows[lead].form.key if lead < len(draft.rows) else ""
    return len(row.form.key) >= _SAME_START and row.form.key[:_SAME_START] == text[:_SAME_START]


def _is_list(draft: Draft, row: Row) -> bool:
    """Tell whether a line lists words that stand on lines of their own: the keywords of the page."""
    items = [key_of(item) for item in _ITEMS.split(row.part.text)]
    if len(items) < _LIST_ITEMS or any(not 0 < len(item.split()) <= _LIST_ITEMS for item in items):
        return False
    lines = {other.form.key for other in draft.rows if other.form.words <= _LIST_ITEMS}
    return 2 * sum(item in lines for item in items) >= len(items)


def _furniture(draft: Draft, index: int, lead: int) -> tuple[BlockKind, str] | None:
    """Give kind and rule of a line that repeats the lead, is of a menu, or lists the page's keywords."""
    row = draft.rows[index]
    if _copies_lead(draft, row, lead):
        return BlockKind.BOILERPLATE, "head.lead.copy/1"
    if is_menu_line(row) or is_in_menu(draft.rows, index):
        return BlockKind.BOILERPLATE, "head.menu/1"
    return (BlockKind.TAGS, "head.tags.list/1") if _is_list(draft, row) else None


def _mark_rest(draft: Draft, index: int, title: int | None, lead: int, counts: Counts) -> None:
    """Decide on a row of the head by its own rule, or by its place above or below the title."""
    row = draft.rows[index]
    if row.verdict is not None:
        far = title is not None and title - index > (0 if row.kind is BlockKind.ATTRIBUTION else _NEAR)
        if far or (row.kind is BlockKind.AUTHOR and row.label_only):
            draft.drop(index, "head.above/1")
        draft.put_verdict(index)
    elif row.part.run:
        draft.drop(index, "any.ticker.run/1")
    elif title is None or index < title:
        draft.drop(index, "head.above/1")
    elif counts.of(row) > 1 and row.form.words >= _FEW and not is_site_line(row):
        known = any(draft.rows[before].form.key == row.form.key for before in range(title, index))
        kind = BlockKind.BOILERPLATE if known else BlockKind.CAPTION
        draft.put(index, kind, "head.caption.copy/1")
    elif (furniture := _furniture(draft, index, lead)) is not None:
        draft.put(index, *furniture)
    elif (
        is_name(row.form)
        and index - title <= _NEAR
        and not draft.has(BlockKind.AUTHOR)
        and not any(token in WIRES for token in row.form.tokens)
    ):
        draft.put(index, BlockKind.AUTHOR, "head.author.name/1")
    elif (
        not row.form.arabic
        or row.form.words < _FEW
        or is_site_line(row)
        or (row.form.words == _FEW and not reports(row.form) and not is_scene(row.form))
    ):
        draft.drop(index, "head.scrap/1")
    elif is_scene(row.form) or (reports(row.form) and not row.prose):
        # A headline or its deck seldom opens with a past verb; a caption under the headline does.
        draft.put(index, BlockKind.CAPTION, "head.caption.scene/1")
    else:
        draft.put(index, BlockKind.SUBHEAD, "head.deck/1")
