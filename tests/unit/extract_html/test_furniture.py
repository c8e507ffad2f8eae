"""What only a site's other pages reveal."""

from datetime import UTC, datetime

from etl.extract.page import learn_repeated, read_page
from etl.model import Article, Page

LETTER = (
    "نختار لكم كل صباح أهم ما كتبه مراسلونا في عواصم العالم، ونرسله إلى بريدكم قبل أن تشربوا قهوتكم الأولى."
)
LEADS = (
    "وقعت وزارتا النقل في البلدين اتفاقا لتسيير قطار يومي يربط العاصمتين ابتداء من الربيع المقبل، بحسب بيان مشترك.",
    "أعلنت هيئة الأرصاد تراجع كميات الأمطار في الأقاليم الشرقية إلى النصف مقارنة بالموسم الماضي، ودعت إلى ترشيد المياه.",
    "افتتح في المدينة القديمة متحف صغير للخط العربي، يضم مئة مخطوط أهدتها عائلات محلية إلى البلدية خلال عامين.",
    "قرر البنك المركزي إبقاء سعر الفائدة من دون تغيير، معللا ذلك باستقرار الأسعار وبتحسن احتياطي العملات الأجنبية.",
    "فاز المنتخب الوطني لكرة اليد على ضيفه بفارق ثلاث نقاط، وتأهل إلى الدور نصف النهائي للمرة الأولى في تاريخه.",
    "بدأت الجامعة استقبال طلبات الطلاب الجدد عبر منصة إلكترونية موحدة، وألغت شرط الحضور الشخصي هذا العام.",
)


def page(number: int) -> Page:
    lead = LEADS[number]
    html = (
        f"<html lang=ar><head><title>خبر {number}</title></head><body><h1>خبر {number} من أخبار اليوم</h1><article>"
        f"<p>{lead}</p><p>{lead[:60]} وأضاف البيان رقم {number} أن التفاصيل ستعلن في مؤتمر صحفي يعقد مساء الغد.</p>"
        f"<p>{LETTER}</p><p>وختم المصدر رقم {number} بأن الجهات المعنية ستتابع التنفيذ خطوة خطوة حتى نهاية السنة.</p>"
        "</article></body></html>"
    )
    url, now = f"https://example.org/{number}", datetime(2026, 3, 14, tzinfo=UTC)
    return Page(
        source_id="x", url=url, content=html.encode(), content_type="text/html; charset=utf-8", fetched_at=now
    )


def body(number: int, learned: dict[int, int]) -> str:
    outcome = read_page(page(number), UTC, learned=learned).outcome
    assert isinstance(outcome, Article)
    return outcome.body


def test_a_box_in_fine_prose_is_told_by_the_other_pages() -> None:
    pages = [page(number) for number in range(len(LEADS))]
    learned = learn_repeated(pages, UTC, ())
    assert learned == learn_repeated(reversed(pages), UTC, ())
    assert LETTER in body(0, {})
    for number, lead in enumerate(LEADS):
        kept = body(number, learned)
        assert LETTER not in kept
        assert kept.startswith(lead)
        assert len(kept.split("\n")) == 3
