"""A title line to the title without the name of the outlet that a browser's title adds. Pure."""

import re
from collections.abc import Iterable

from etl.extract.form import key_of
from etl.extract.rows import Row

_CUT = re.compile(r"\s+[-–—|»«:/•·]+\s+|\s*[|»]\s*")
_OUTLET = frozenset(
    map(
        key_of,
        "وكالة صحيفة جريدة موقع قناة شبكة بوابة مجلة إذاعة تلفزيون راديو نت اونلاين أونلاين أخبار نيوز news online tv fm موقعنا منصة".split(),
    )
)
_KNOWN = frozenset(
    map(
        key_of,
        "هسبريس hespress|اليوم السابع|المصري اليوم|الشرق الأوسط|الجزيرة نت|الجزيرة|العربية|العربية نت|سكاي نيوز عربية|bbc news عربي|bbc عربي|بي بي سي عربي|cnn arabic|cnn بالعربية"
        "|rt arabic|سبوتنيك عربي|dw|فرانس 24|france 24|العربي الجديد|القدس العربي|عربي21|رأي اليوم|النهار|الأخبار|الشروق|الوطن|الأهرام|بوابة الأهرام|المغرب اليوم|هبة بريس|هسبريس"
        "|عكاظ|سبق|الرياض|الرأي|الغد|الدستور|عمون|خبرني|السومرية نيوز|شفق نيوز|رووداو|الحرة|euronews|يورونيوز|واس|وام|كونا|بترا|سانا|الأناضول|arabic cnn com|ara tv|24 ae|بوابة الوسط"
        "|عنب بلدي|الميادين|المنار|الخليج|البيان|الاتحاد|الإمارات اليوم|مصراوي|صدى البلد|فيتو|القاهرة 24|الدستور المصرية|أصوات مغاربية|العين الإخبارية|اندبندنت عربية|independent عربية|swissinfo ch"
        "|مدى مصر|درج|رصيف22|العمق المغربي|لكم|تيل كيل عربي|le360|موزاييك أف أم|mosaique fm|شبكة رؤيا الإخبارية|رؤيا الإخباري|وكالة معا الإخبارية|وطن|الترا صوت|ألترا صوت".split(
            "|"
        ),
    )
)
# Without their spaces, those that no person's name begins with.
_CLOSE = tuple(name.replace(" ", "") for name in _KNOWN if any(map(str.isdigit, name)) or " " in name)
_SITE_WORDS = 8
_LEAST_TITLE = 4
_FEW = 3


def trimmed(title: str, others: Iterable[str]) -> str:
    """Cut the outlet's name from the ends of a title; `others` are the keys of the page's short lines.

    A piece is the outlet's where it names itself so, is a known outlet, or stands on the page alone.

    >>> trimmed("الأردن والعراق يبحثان فتح معبر ثان - صحيفة الغد", ())
    'الأردن والعراق يبحثان فتح معبر ثان'
    """
    names = frozenset(others)
    cuts = list(_CUT.finditer(title))
    start, end = 0, len(title)
    while (
        cuts
        and _is_outlet(title[cuts[-1].end() : end], names)
        and _is_enough(title[start : cuts[-1].start()])
    ):
        end = cuts.pop().start()
    while (
        cuts and _is_outlet(title[start : cuts[0].start()], names) and _is_enough(title[cuts[0].end() : end])
    ):
        start = cuts.pop(0).end()
    return title[start:end].strip()


def shorter_copy(rows: tuple[Row, ...], title: int) -> int:
    """Give the row that holds the same title without an outlet's name around it, or the row itself."""
    own = rows[title].part.text
    for index, row in enumerate(rows):
        text = row.part.text
        if index == title or row.form.words < _LEAST_TITLE or not len(text) < len(own):
            continue
        at = own.find(text)
        if at < 0:
            continue
        before, after = own[:at].strip(), own[at + len(text) :].strip()
        if (not before or _ends_a_piece(before)) and (not after or _opens_a_piece(after)):
            return index
    return title


def _ends_a_piece(before: str) -> bool:
    return before.endswith(("-", "–", "—", "|", "»", "•")) and len(before.split()) <= _SITE_WORDS + 1


def _opens_a_piece(after: str) -> bool:
    return after.startswith(("-", "–", "—", "|", "»", "«", "•")) and len(after.split()) <= 2 * _SITE_WORDS


def _is_enough(rest: str) -> bool:
    return len(rest.split()) >= _FEW


def is_known_outlet(key: str) -> bool:
    """Tell whether folded words begin with the name of an outlet, which signs in place of a person."""
    close = key.replace(" ", "")
    return key in _KNOWN or any(close.startswith(name) for name in _CLOSE)


def _is_outlet(piece: str, names: frozenset[str]) -> bool:
    key = key_of(piece)
    words = key.split()
    if not words or len(words) > _SITE_WORDS:
        return False
    return key in _KNOWN or key in names or words[0] in _OUTLET or words[-1] in _OUTLET
