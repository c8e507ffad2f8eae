"""The rows before the lead: title, section, time, author, captions, dateline. Pure."""

from etl.extract.form import key_of
from etl.extract.prose import dateline_parts, goes_on, is_name, is_plain, is_scene, overlap, reports, stems
from etl.extract.rows import Counts, Draft, Row
from etl.extract.rules import Reach
from etl.extract.rules_meta import AGENCIES
from etl.model import BlockKind

_AGENCIES = frozenset(map(key_of, AGENCIES)) | {"خاص", "متابعه", "مراسلنا", "مكتب", "مراسل"}
SECTION_WORDS = frozenset(
    key_of(
        "سياسة السياسة اقتصاد الاقتصاد رياضة الرياضة أخبار الأخبار اخبار محليات محلي المحلية تقارير تقرير عربي عربية دولي دولية دوليات عالم العالم عالمية منوعات متفرقات حوادث قضايا "
        "ثقافة الثقافة مجتمع المجتمع رأي آراء الرأي مقالات مقال تحقيقات تحقيق حوارات فن فنون الفن مشاهير صحة الصحة تكنولوجيا علوم وطني وطنية وطنيات جهات جهوية سياحة سيارات تعليم التعليم "
        "اقتصادية سياسية رياضية أمن أمنيات أمنية بيئة بورصة أسواق المال مال وأعمال أعمال تحليلات تحليل ملفات دراسات كتاب المرأة دين إسلاميات محافظات المحافظات برلمان حكومة فلسطين "
        "مصر لبنان سوريا العراق الأردن المغرب الجزائر تونس ليبيا السودان اليمن السعودية الإمارات قطر الكويت البحرين عمان الخليج المغاربية أفريقيا إفريقيا أوروبا آسيا أمريكا الوطن "
        "العربي الشرق الأوسط صحف الصحافة طاقة عقارات نقل كرة القدم مغاربي مغاربية عاجل الحدث حدث نشرة إعلام ميديا وسائط خارجيات شؤون عبري إسرائيلي إسرائيليات قدس القدس أسرى استيطان لاجئون الرئيسية "
        "تربية جامعات مجلس الأمة النواب القضاء قضاء عدالة حقوق هجرة مدونات متابعات صور زاوية افتتاحية الملك الملكية أنشطة ملكية"
    ).split()
)
_HOME = frozenset(map(key_of, ("الرئيسية", "الصفحة الرئيسية", "home")))
_FEW = 3
_NEAR = 8
_LONG_LINE = 20
_SITE_NAME = 40
_SHORTEST_COPY = 12
_RUN = 5
_SAME_WORDS = 0.3


def find_lead(draft: Draft, counts: Counts) -> int | None:
    """Give the first row that opens the body: prose that no rule knows and that is no headline."""
    for index, row in enumerate(draft.rows):
        if (
            not row.prose
            or row.verdict is not None
            or (row.form.ellipsis and not _goes_well(draft.rows, index))
        ):
            continue
        if not row.form.stop and counts.of(row) > 1 and _repeats_soon(draft.rows, index):
            continue
        if _is_long_title(draft.rows, index):
            continue
        return _with_short_lead(draft.rows, index)
    return None


def _with_short_lead(rows: tuple[Row, ...], index: int) -> int:
    """Begin one row above a paragraph that only goes on, where a short line without its stop opens."""
    above = rows[index - 1] if index else None
    if above is None or above.verdict is not None or not goes_on(rows[index].form):
        return index
    return index - 1 if reports(above.form) and above.form.words > _RUN else index


def _is_long_title(rows: tuple[Row, ...], index: int) -> bool:
    """Tell whether a long line without a stop is the headline: nothing above it can be, prose follows."""
    row = rows[index]
    if row.firm or reports(row.form) or index + 1 >= len(rows):
        return False
    if any(above.verdict is None and above.form.words > _FEW for above in rows[:index]):
        return False
    return any(after.firm and after.verdict is None for after in rows[index + 1 : index + 4])


def _goes_well(rows: tuple[Row, ...], index: int) -> bool:
    """Tell whether a row that ends in an ellipsis is followed by prose, not cut off as a teaser is."""
    return index + 1 < len(rows) and rows[index + 1].prose and rows[index].form.words >= _LONG_LINE


def _repeats_soon(rows: tuple[Row, ...], index: int) -> bool:
    near = rows[max(0, index - 8) : index] + rows[index + 1 : index + 9]
    return any(row.form.key == rows[index].form.key for row in near)


def read_head(draft: Draft, lead: int, counts: Counts) -> None:
    """Decide on every row before the lead."""
    _mark_values(draft, lead)
    title = _title_of(draft, lead, counts)
    if title is not None:
        draft.put(title, BlockKind.TITLE, "head.title/1")
        _mark_copies(draft, title, lead)
    _mark_section(draft, title, lead)
    _mark_dateline(draft, title, lead)
    for index in range(lead):
        if index not in draft.blocks:
            _mark_rest(draft, index, title, counts)
    # Several plain lines below a headline are its deck; a single one is what a photo left.
    decks = [index for index, block in draft.blocks.items() if block.rule == "head.deck/1"]
    if len(decks) == 1 and is_plain(draft.rows[decks[0]].form):
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


def _title_of(draft: Draft, lead: int, counts: Counts) -> int | None:
    rows = draft.rows
    free = [
        index
        for index in range(lead)
        if index not in draft.blocks
        and rows[index].verdict is None
        and rows[index].form.arabic
        and not rows[index].part.run
    ]
    long = [index for index in free if rows[index].form.words > _FEW or _is_alone(rows, index, free)]
    long = [
        index for index in long if not (len(long) > 1 and _is_caption_or_dateline(rows[index], index, lead))
    ]
    if not long:
        labelled = _labelled_title(rows, lead)
        return _brief_title(rows, free) if labelled is None else labelled
    text = frozenset().union(*(stems(row.form.tokens) for row in rows[lead : lead + 4]))
    scores = {index: _title_score(rows[index], text, counts) for index in long}
    best = max(long, key=lambda index: (scores[index], -index))
    if len(long) >= _RUN and scores[best] < _SAME_WORDS:
        return None
    # Of a title and its deck the title stands first; a headline of another story shares no words.
    few = len(long) < _RUN
    return next(
        index for index in long if index == best or (few and scores[index] >= min(_SAME_WORDS, scores[best]))
    )


def _title_score(row: Row, text: frozenset[str], counts: Counts) -> float:
    """Weigh a headline by the words it shares with the text; pages repeat theirs; captions are none."""
    twice = counts.of(row) > 1 and row.form.words > _RUN
    own = stems(row.form.tokens)
    return overlap(own, text) * min(1.0, len(own) / _RUN) + 0.3 * twice - 0.4 * is_scene(row.form)


def _is_alone(rows: tuple[Row, ...], index: int, free: list[int]) -> bool:
    """Tell whether a line of two or three words can be a title: the only candidate, no section."""
    form = rows[index].form
    return len(free) == 1 and form.words > 1 and not set(form.tokens) <= SECTION_WORDS


def _brief_title(rows: tuple[Row, ...], free: list[int]) -> int | None:
    """Take a line of two or three words, as columns have for a title: no name, no section, no site."""
    for index in free:
        form = rows[index].form
        section = any(token in SECTION_WORDS for token in form.tokens)
        if 1 < form.words <= _FEW and not (section or is_name(form) or _is_site_line(rows[index])):
            return index
    return None


def _is_caption_or_dateline(row: Row, index: int, lead: int) -> bool:
    parts = dateline_parts(row.form)
    return index > 0 and (
        (lead - index < _FEW and is_scene(row.form))
        or (len(parts) > 1 and any(part in _AGENCIES for part in parts))
    )


def _labelled_title(rows: tuple[Row, ...], lead: int) -> int | None:
    """Take a line that a label rule knows ("شاهد: …", "تقرير: …") where nothing else can be the title."""
    for index in range(lead):
        row = rows[index]
        labels = ("ar.readalso.label", "ar.author.line", "ar.caption.label", "ar.widget")
        if row.verdict and row.verdict.rule.id.startswith(labels) and row.form.words > _RUN:
            return index
    return None


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


def _mark_section(draft: Draft, title: int | None, lead: int) -> None:
    rows, end = draft.rows, lead if title is None else title
    for index in range(end):
        crumbs = [piece.strip() for piece in _crumbs(rows[index].part.text)]
        if len(crumbs) > 1 and key_of(crumbs[0]) in _HOME:
            draft.put(index, BlockKind.SECTION, "head.breadcrumb/1", crumbs[0])
            return
    if _is_menu(rows[:end]):
        return
    for index in range(end - 1, -1, -1):
        row = rows[index]
        if row.kind is BlockKind.SECTION:
            draft.put_verdict(index)
            return
        if (
            index in draft.blocks
            or row.verdict is not None
            or not 0 < row.form.words <= _FEW
            or row.form.end_mark
        ):
            continue
        known = any(token in SECTION_WORDS for token in row.form.tokens)
        only = index == 0 and title == 1 and row.form.words < _FEW and not row.form.colon
        if (known and not _is_site_line(row)) or only:
            draft.put(index, BlockKind.SECTION, "head.section/1", row.form.key)
            return


def _is_menu(rows: tuple[Row, ...]) -> bool:
    """Tell whether the rows right above the title are a menu of sections, not the one of the article."""
    return len(rows) > _FEW and all(
        0 < row.form.words <= _FEW and not row.form.end_mark for row in rows[-_FEW - 1 :]
    )


def _is_site_line(row: Row) -> bool:
    """Tell whether a line ends in a dangling separator: an outlet's name before a lost link."""
    return row.part.text.rstrip().endswith(("-", "–", "|", "/", "»"))


def _crumbs(text: str) -> list[str]:
    for mark in ("/", ">", "»", "›", "|", "\\", "←", " - "):
        if mark in text:
            return text.split(mark)
    return [text]


def _mark_dateline(draft: Draft, title: int | None, lead: int) -> None:
    """Find the line of place and agency: by a known agency, or by standing right above the lead."""
    last = True
    for index in range(lead - 1, -1 if title is None else title, -1):
        row = draft.rows[index]
        parts = dateline_parts(row.form)
        # "(أ ف ب)" closes a caption and a dateline alike; only a place stands before it in the latter.
        place = len(parts) > 1 and len(parts[0].split()) < _FEW and not is_scene(row.form)
        credited = row.kind is BlockKind.CAPTION and row.form.words <= _RUN and place
        if index in draft.blocks or (row.verdict is not None and not credited):
            continue
        if row.form.words <= 1 and not row.form.colon:
            continue
        if len(parts) > 1 and (last or any(part in _AGENCIES for part in parts)):
            draft.put(index, BlockKind.ATTRIBUTION, "head.dateline/1", parts[0])
            return
        if last and row.form.colon and row.form.words < _FEW:
            draft.put(index, BlockKind.ATTRIBUTION, "head.dateline/1", row.form.key)
            return
        last = False


def _mark_rest(draft: Draft, index: int, title: int | None, counts: Counts) -> None:
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
    elif counts.of(row) > 1 and row.form.words >= _FEW and not _is_site_line(row):
        known = any(draft.rows[before].form.key == row.form.key for before in range(title, index))
        kind = BlockKind.BOILERPLATE if known else BlockKind.CAPTION
        draft.put(index, kind, "head.caption.copy/1")
    elif is_name(row.form) and index - title <= _NEAR and not draft.has(BlockKind.AUTHOR):
        draft.put(index, BlockKind.AUTHOR, "head.author.name/1")
    elif (
        not row.form.arabic
        or row.form.words < _FEW
        or _is_site_line(row)
        or (row.form.words == _FEW and not reports(row.form) and not is_scene(row.form))
    ):
        draft.drop(index, "head.scrap/1")
    elif is_scene(row.form) or (reports(row.form) and not row.prose):
        # A headline or its deck seldom opens with a past verb; a caption under the headline does.
        draft.put(index, BlockKind.CAPTION, "head.caption.scene/1")
    else:
        draft.put(index, BlockKind.SUBHEAD, "head.deck/1")
