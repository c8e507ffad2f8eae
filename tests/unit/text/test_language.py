"""Languages of the Arabic script, whatever keyboard they were typed on."""

import gzip
import re
from pathlib import Path

import pytest

from etl.text.language import language
from etl.text.letters import display

PERSIAN_KEYS = str.maketrans("يك", "یک")
ARABIC_KEYS = str.maketrans("یک", "يك")
PAGE = Path(__file__).parents[4] / "shared" / "pages" / "khabaronline-persian.html.gz"

ARABIC = (
    "أعلن رئيس الحكومة أن بلاده لن تشارك في القمة",
    "وزير الخارجية يلتقي نظيره",
    "تركيا توقع اتفاقا",
    "تونس تنهزم ودّيا أمام المغرب",
    "محمد",
    "فيديو.. شاهد أهداف المباراة",
    "كييف: مقتل 3 في هجوم بالمسيرات",
)
PERSIAN = (
    "رئیس جمهور گفت که دولت از این تصمیم عقب نشینی نمی‌کند",
    "رئیس‌جمهور: مذاکرات ادامه دارد",
    "دولت ترکیه توافقی را امضا کرد",
    "تیم ملی در دیدار با عراق پیروز شد",
)
OTHERS = {
    "ur": ("وزیر اعظم نے کہا ہے کہ حکومت پیچھے نہیں ہٹے گی", "انقرہ: صدر کا بیان"),
    "ku": (
        "سەرۆکی هەرێم رایگەیاند کە حکومەت لەم بڕیارە پاشگەز نابێتەوە",
        "حكومەتی هەرێمی كوردستان ڕایگەیاند",
    ),
    "other": (
        "",
        "123 ...",
        "The government said",
        "Le président a dit السلام",
        "ولسمشر وویل چې حکومت به له دې پرېکړې څخه په شا نه شي",
        "ئۇيغۇر ئاپتونوم رايونى شىنجاڭ ھۆكۈمەت خەلق",
        "سنڌ حڪومت چيو آهي ته هو ان معاملي تي غور ڪندي",
        "\ud800\udfff",
    ),
}


@pytest.mark.parametrize("text", ARABIC)
def test_arabic_on_either_keyboard(text: str) -> None:
    assert {language(text), language(text.translate(PERSIAN_KEYS)), language(display(text))} == {"ar"}


@pytest.mark.parametrize("text", PERSIAN)
def test_persian_on_either_keyboard(text: str) -> None:
    assert {language(text), language(text.translate(ARABIC_KEYS)), language(display(text))} == {"fa"}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in OTHERS.items() for text in texts])
def test_neighbours(code: str, text: str) -> None:
    assert language(text) == code


def test_vocalised_arabic() -> None:
    assert language("قَالَ الرَّئِيسُ إِنَّ الحُكُومَةَ لَنْ تَتَرَاجَعَ") == "ar"


def test_a_persian_news_page() -> None:
    if not PAGE.exists():
        pytest.skip("the shared Persian page is not on this machine")
    page = gzip.decompress(PAGE.read_bytes()).decode("utf-8", "replace")
    text = " ".join(
        re.sub(r"<[^>]+>", " ", part) for part in re.findall(r"<p[^>]*>(.*?)</p>", page, re.DOTALL)
    )
    assert language(text) == language(text.translate(ARABIC_KEYS)) == language(display(text)) == "fa"
