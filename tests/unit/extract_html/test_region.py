"""Side regions amid a text, captions by their place, lines of dates, walls of consent."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from etl.extract.html import extract
from etl.extract.html_line import is_dated_line
from etl.extract.html_region import is_alone_with_picture, list_end, skipped
from etl.extract.kinds import PageKind
from etl.extract.tree import text_block
from etl.model import Article, Drop, Page
from tests.unit.extract_html.newspages import PARAGRAPHS, head
from tests.unit.extract_html.test_tree import tree_of

TEXT = f"<p>{PARAGRAPHS[0]}</p>"
LINKS = "".join(f"<li><a href=/{number}>خبر آخر من أخبار اليوم {number}</a></li>" for number in range(3))


@pytest.mark.parametrize(
    ("skip", "end"),
    [
        ("تخطى قصص مقترحة وواصل القراءة", "نهاية قصص مقترحة"),
        ("تجاوز البودكاست وتابع القراءة", "البودكاست نهاية"),
        ("Skip related stories and continue reading", "End of related stories"),
    ],
)
def test_what_a_reader_may_skip_is_a_region(skip: str, end: str) -> None:
    offer = f'<a href="#end">{skip}</a><ul>{LINKS}</ul><p>{end}</p>'
    tree = tree_of(f"<article>{TEXT}<section>{offer}</section>{TEXT}</article>")
    assert skipped(tree, 0, len(tree.blocks)) == {1: len(tree.blocks) - 1}


@pytest.mark.parametrize(
    "line", ["تخطى الفريق عقبة ضيفه", "تجاوز عدد الضحايا المئة وواصل ارتفاعه في الأيام الأخيرة"]
)
def test_a_sentence_is_no_offer_to_skip(line: str) -> None:
    tree = tree_of(f"<article>{TEXT}<p>{line}</p>{TEXT}</article>")
    assert skipped(tree, 0, len(tree.blocks)) == {}


def test_a_list_ends_with_the_element_that_its_header_opens() -> None:
    boxed = tree_of(f"<div>{TEXT}<div><b>اقرأ أيضا</b><ul>{LINKS}</ul></div>{TEXT}</div>")
    assert list_end(boxed, 1, 0, len(boxed.blocks)) == len(boxed.blocks) - 1
    loose = tree_of(f"<div>{TEXT}<b>اقرأ أيضا</b>{TEXT}{TEXT}</div>")
    assert list_end(loose, 1, 0, len(loose.blocks)) is None


@pytest.mark.parametrize(
    ("frame", "alone"),
    [
        ("<table><tr><td><img src=x></td></tr><tr><td>وصف الصورة</td></tr></table>", True),
        ("<div><img src=x><br>وصف الصورة</div>", True),
        ("<li><img src=x> وصف الصورة</li>", True),
        ("<div><img src=x><p>وصف الصورة</p><p>نص آخر</p></div>", False),
        ("<table><tr><td>وصف الصورة</td><td>نص آخر</td></tr></table>", False),
    ],
)
def test_a_caption_stands_alone_with_its_picture(frame: str, alone: bool) -> None:  # noqa: FBT001
    assert is_alone_with_picture(tree_of(f"<article>{TEXT}{frame}{TEXT}</article>"), 1) is alone


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("تونس - سامي الطاهري 5 مارس 2024", True),
        ("بيروت 2024-03-05", True),
        ("الثلاثاء 5 آذار/مارس 2024 الساعة 12:30", True),
        ("عمان - 05/03/2024 - بترا", True),
        ("وقع الاتفاق في 5 مارس 2024.", False),
        ("مشروع عام 2024", False),
        ("سجل الفريق 3 أهداف", False),
        ("نشر التقرير في 5 مارس 2024 بعد أشهر من التأجيل وسط خلافات حادة بين أعضاء اللجنة المكلفة", False),
    ],
)
def test_a_line_of_place_writer_and_date(text: str, dated: bool) -> None:  # noqa: FBT001
    block = text_block((text,), 0, "p")
    assert is_dated_line(block) is dated
    assert not is_dated_line(text_block((text,), 0, "h1"))


def read(html: str) -> tuple[PageKind, Article | Drop]:
    page = Page(
        source_id="x",
        url="https://example.org/news/12345",
        content=html.encode(),
        content_type="text/html",
        fetched_at=datetime(2024, 3, 6, tzinfo=UTC),
    )
    found = extract(page, zone=UTC)
    return found.kind.kind, found.outcome


CONSENT = (
    "نحن وشركاؤنا نخزن المعلومات على الجهاز أو نصل إليها، مثل ملفات تعريف الارتباط، ونعالج بياناتك الشخصية لعرض الإعلانات والمحتوى المخصص.",
    "يمكنك سحب موافقتك في أي وقت أو الاعتراض على المعالجة على أساس المصلحة المشروعة بالضغط على إدارة الخيارات أسفل الصفحة.",
    "ستطبق تفضيلاتك على هذا الموقع فقط، ويمكنك تغييرها عند العودة إليه في أي وقت من رابط الخصوصية.",
)


def test_a_wall_that_speaks_at_length_is_no_article() -> None:
    told = "".join(f"<p>{text}</p>" for text in CONSENT)
    kind, outcome = read(
        f"<html lang=ar><title>المرصد</title><body><h1>نحترم خصوصيتك</h1>{told}</body></html>"
    )
    assert kind is PageKind.WALL
    assert isinstance(outcome, Drop)


@pytest.mark.parametrize(
    "spelling", [str, lambda text: text.replace("ل", "لـ"), lambda text: text.replace("م", "مُ")]
)
def test_a_wall_is_told_whatever_its_marks(spelling: Callable[[str], str]) -> None:
    told = "".join(f"<p>{spelling(text)}</p>" for text in CONSENT)
    assert read(f"<html lang=ar><body><h1>نحترم خصوصيتك</h1>{told}</body></html>")[0] is PageKind.WALL


def test_a_dated_report_on_consent_is_an_article() -> None:
    told = "".join(f"<p>{text}</p>" for text in (*PARAGRAPHS, *CONSENT))
    html = f'{head()}<body><h1>هيئة حماية البيانات تغرم شركات الإعلان</h1><time datetime="2024-03-05">5 مارس 2024</time><div>{told}</div></body></html>'
    kind, outcome = read(html)
    assert kind is PageKind.ARTICLE
    assert isinstance(outcome, Article)
