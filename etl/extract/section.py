"""The rows around the title to the section of the article. Pure.

A section's word stands in the menu of every page; it is the article's own where a breadcrumb ends in
it, a label names it, or it stands alone beside the title.
"""

import re

from etl.extract.form import key_of
from etl.extract.rows import Draft, Row
from etl.model import BlockKind

SECTION_WORDS = frozenset(
    key_of(
        "سياسة السياسة اقتصاد الاقتصاد رياضة الرياضة أخبار الأخبار اخبار محليات محلي المحلية تقارير تقرير عربي عربية دولي دولية دوليات عالم العالم عالمية منوعات متفرقات حوادث قضايا "
        "ثقافة الثقافة مجتمع المجتمع رأي آراء الرأي مقالات مقال تحقيقات تحقيق حوارات فن فنون الفن مشاهير صحة الصحة تكنولوجيا علوم وطني وطنية وطنيات جهات جهوية سياحة سيارات تعليم التعليم "
        "اقتصادية سياسية رياضية أمن أمنيات أمنية بيئة بورصة أسواق المال مال وأعمال أعمال تحليلات تحليل ملفات دراسات كتاب المرأة دين إسلاميات محافظات المحافظات برلمان حكومة فلسطين "
        "مصر لبنان سوريا العراق الأردن المغرب الجزائر تونس ليبيا السودان اليمن السعودية الإمارات قطر الكويت البحرين عمان الخليج المغاربية أفريقيا إفريقيا أوروبا آسيا أمريكا الوطن "
        "العربي الشرق الأوسط صحف الصحافة طاقة عقارات نقل كرة القدم مغاربي مغاربية عاجل الحدث حدث نشرة إعلام ميديا وسائط خارجيات شؤون عبري إسرائيلي إسرائيليات قدس القدس أسرى استيطان لاجئون الرئيسية "
        "تربية جامعات مجلس الأمة النواب القضاء قضاء عدالة حقوق هجرة مدونات متابعات صور زاوية افتتاحية الملك الملكية أنشطة ملكية "
        "المحليات الدولي الاقتصادي اقتصادي الرياضي رياضي ثقافي الثقافي السياسي سياسي الأمن الأمني أمني عرب العرب الوطنية الدولية العربية العالمية جهوي مغرب لايف كوارث وكوارث وعالم "
        "وثقافة وفن ومجتمع الحوادث التقارير المنوعات التكنولوجيا العلوم علوم وتكنولوجيا والعالم الدبلوماسية دبلوماسية أميركا الأمريكتين الصحراء المغاربي الأسرة البيئة ومنوعات والعالم العرب"
    ).split()
)
HOME = tuple(map(key_of, ("الصفحة الرئيسية", "الرئيسية", "home", "الرئيسيه")))
_HERE = tuple(map(key_of, ("أنت هنا", "انت هنا", "أنت الآن في", "you are here", "المسار", "مسار التنقل")))
_MORE = tuple(
    map(
        key_of,
        (
            "المزيد من",
            "مزيد من",
            "المزيد في",
            "مزيد في",
            "المزيد من أخبار",
            "المزيد من قسم",
            "من قسم",
            "من نفس القسم",
        ),
    )
)
_OPENING = frozenset((*_HERE, *HOME))
_LONGEST_OPENING = 4
# "You are here", then "home".
_OPENINGS = 2
_CRUMB = re.compile(r"\s*[/>»›|\\←⟩→]+\s*|\s+[-–—]\s+")
# Bars part the items of menus as often as crumbs.
_PATH = re.compile(r"[/>»›\\←⟩→]")
_FEW = 3
_CRUMBS = 5
_BAR_CRUMBS = 3
_ABOVE = 4
_BELOW = 8
_DASHES = ("-", "–", "|", "/")


def mark_section(draft: Draft, title: int | None, lead: int) -> None:
    """Find the row that names the section: a path, a label, or a lone word beside the title."""
    rows = draft.rows
    for index in range(lead):
        if index not in draft.blocks and is_path(rows[index]):
            draft.put(
                _lone_crumb(draft, index, title, lead),
                BlockKind.SECTION,
                "head.breadcrumb/1",
                rows[index].form.label,
            )
            return
    end = lead if title is None else title
    for index in (
        *range(end - 1, max(end - 1 - 2 * _ABOVE, -1), -1),
        *range(end, min(end + 2 * _BELOW, lead)),
    ):
        if rows[index].kind is BlockKind.SECTION:
            draft.put_verdict(index)
            return
    found = _above(draft, title, end)
    if found is None and title is not None:
        found = _below(draft, title, lead)
    if found is not None:
        piped = len(crumbs_of(rows[found].part.text)) > 1
        rule = "head.breadcrumb.short/1" if piped else "head.section/1"
        draft.put(found, BlockKind.SECTION, rule, rows[found].form.key)


def _lone_crumb(draft: Draft, path: int, title: int | None, lead: int) -> int:
    """Give the lone word below the path that is one of its crumbs, as a page shows the section; or the path."""
    end = lead if title is None else title
    crumbs = {key_of(crumb) for crumb in crumbs_of(draft.rows[path].part.text)}
    for index in range(path + 1, min(path + 1 + _ABOVE, end)):
        row = draft.rows[index]
        if index not in draft.blocks and row.form.words <= _FEW and row.form.key in crumbs:
            return index
    return path


def crumbs_of(text: str) -> list[str]:
    """Split a breadcrumb line into its crumbs, without the words for "home" and "you are here".

    >>> crumbs_of("أنت هنا: الرئيسية > أخبار > وطنية")
    ['أخبار', 'وطنية']
    """
    pieces = []
    for piece in _CRUMB.split(text):
        words = piece.replace(":", " ").split()
        for _ in range(_OPENINGS):
            size = _opening(words)
            words = words[size:]
        if words:
            pieces.append(" ".join(words).strip(" .-–،"))
    return [piece for piece in pieces if piece]


def _opening(words: list[str]) -> int:
    """Count the words of "you are here" or "home" that a crumb opens with."""
    keys = [key_of(word) for word in words[:_LONGEST_OPENING]]
    return next((size for size in range(len(keys), 0, -1) if " ".join(keys[:size]) in _OPENING), 0)


def is_path(row: Row) -> bool:
    """Tell whether a line is the path to the article: it begins at home and goes down."""
    key, text = row.form.key, row.part.text
    here = key.startswith(_HERE)
    if not (here or key.startswith(HOME)):
        return False
    crumbs = crumbs_of(text)
    if not crumbs or len(crumbs) > _CRUMBS or row.form.end_mark:
        return False
    if _PATH.search(text):
        return True
    if here:
        return len(crumbs) > 1 or len(crumbs[0].split()) <= _FEW
    return _CRUMB.search(text) is not None and len(crumbs) <= _BAR_CRUMBS


def _above(draft: Draft, title: int | None, end: int) -> int | None:
    """Give the lone word right above the title: the only one of its group, or one told twice."""
    rows = draft.rows
    blanks = {rows[index].part.after_blank for index in range(1, min(end + 1, len(rows)))}
    gaps = len(blanks) > 1
    seen = 0
    for index in range(end - 1, -1, -1):
        row = rows[index]
        if index in draft.blocks or row.verdict is not None:
            continue
        seen += 1
        if seen > _ABOVE:
            return None
        if not _is_candidate(row) or _is_outlet(rows, row):
            continue
        run = _run_above(draft, index, gaps=gaps)
        known = _is_known(row)
        lone = run < _FEW + 1
        only = index == 0 and title == 1 and row.form.words < _FEW and not row.form.colon
        # Where no empty lines tell, the last item above the title is more often its section than the menu's.
        next_to = (
            not gaps
            and index == end - 1
            and row.form.words > 1
            and not row.form.bullet
            and set(row.form.tokens) <= SECTION_WORDS
        )
        if (
            next_to
            or (lone and (known or only) and not is_in_menu(rows, index, gaps=gaps))
            or _is_told_again(draft, index, end)
        ):
            return index
        if not lone:
            return None
    return None


def _below(draft: Draft, title: int, lead: int) -> int | None:
    """Give the first lone word below the title that is all section words, or that the page tells again."""
    rows = draft.rows
    for index in range(title + 1, min(title + 1 + _BELOW, lead)):
        row = rows[index]
        if index in draft.blocks or row.verdict is not None or not _is_candidate(row):
            continue
        if len(crumbs_of(row.part.text)) > 1:
            continue
        if set(row.form.tokens) <= SECTION_WORDS or _is_told_again(draft, index, title):
            return index
    return None


def _is_candidate(row: Row) -> bool:
    form = row.form
    if form.end_mark or form.colon or not form.arabic or row.part.text.rstrip().endswith((*_DASHES, "»")):
        return False
    crumbs = crumbs_of(row.part.text)
    if len(crumbs) > 1:
        return len(crumbs) <= _BAR_CRUMBS and all(len(crumb.split()) <= _FEW for crumb in crumbs)
    return 0 < form.words <= _FEW


def _is_known(row: Row) -> bool:
    crumbs = crumbs_of(row.part.text)
    if len(crumbs) > 1:
        return all(set(key_of(crumb).split()) & SECTION_WORDS for crumb in crumbs)
    return any(token in SECTION_WORDS for token in row.form.tokens)


def _run_above(draft: Draft, index: int, *, gaps: bool) -> int:
    """Count the short lines that end at a row: a menu has many, blank lines part it from what follows."""
    rows, run = draft.rows, 1
    while run <= _FEW and index > 0 and not (gaps and rows[index].part.after_blank):
        index -= 1
        if rows[index].verdict is not None or not 0 < rows[index].form.words <= _FEW:
            # Two sections above this one, and a word of the menu above them: all of it is the menu.
            return _FEW + 1 if run >= _FEW and _is_menu_word(rows[index]) else run
        run += 1
    return run


def _is_outlet(rows: tuple[Row, ...], row: Row) -> bool:
    """Tell whether the page states its rights, or dates its stories, under these words: the outlet's name."""
    own = f" {row.form.key} "
    return any(
        own in f" {other.form.key} "
        and ("©" in other.part.text or (other.verdict is not None and "rights" in other.verdict.rule.id))
        for other in rows
    )


def _is_menu_word(row: Row) -> bool:
    return row.verdict is not None and row.verdict.rule.id.startswith("ar.menu")


def _is_told_again(draft: Draft, index: int, end: int) -> bool:
    """Tell whether the page names the section elsewhere: "more of …" below, or its menu above."""
    rows, key = draft.rows, draft.rows[index].form.key
    for row in rows:
        own = row.form.key
        if own != key and own.endswith(key) and own[: -len(key)].strip() in _MORE:
            return True
    menu = [at for at in range(min(index, end)) if rows[at].form.key == key]
    return any(_run_around(rows, at) > _FEW for at in menu)


def _run_around(rows: tuple[Row, ...], index: int) -> int:
    start = stop = index
    while start > 0 and 0 < rows[start - 1].form.words <= _FEW and index - start <= _FEW:
        start -= 1
    while stop + 1 < len(rows) and 0 < rows[stop + 1].form.words <= _FEW and stop - index <= _FEW:
        stop += 1
    return stop - start + 1


def is_menu_line(row: Row) -> bool:
    """Tell whether a line is a menu of sections saved into one line."""
    tokens = row.form.tokens
    return len(tokens) > _ABOVE and not row.form.end_mark and all(token in SECTION_WORDS for token in tokens)


def is_in_menu(rows: tuple[Row, ...], index: int, *, gaps: bool = False) -> bool:
    """Tell whether a short line stands in a run of sections, as a menu has them one to a line.

    With `gaps` an empty line ends the run: some text stands on close lines, so empty lines tell.
    """
    if not 0 < rows[index].form.words <= _FEW:
        return False
    sections = 0
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(rows) and 0 < rows[at].form.words <= _FEW and abs(at - index) <= _ABOVE:
            if gaps and rows[max(at, at - step)].part.after_blank:
                break
            tokens = rows[at].form.tokens
            sections += bool(tokens) and all(token in SECTION_WORDS for token in tokens)
            at += step
    return sections >= _FEW
