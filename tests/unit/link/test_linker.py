"""Countries, officials and bodies in sentences of the tests' own, each for one decision."""

import csv

import pytest

from etl.io.reference import REFERENCE_DIR, read_facts, read_linker
from etl.link.linker import Linked
from etl.model import MentionKind


def link(body: str, title: str = "", country: str = "") -> Linked:
    return read_linker().link(title, body, country)


def people(body: str) -> dict[str, tuple[str | None, str]]:
    return {each.name: (each.title, each.country) for each in link(body).officials}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("زار وفد مالي وزارة المالية في الرباط", {"MA"}),
        ("انسحبت القوات من مالي بعد قرار باماكو", {"ML"}),
        ("وصل الوفد إلى عمان قادما من دمشق وبحث مع المسؤولين الأردنيين الملف", {"JO", "SY"}),
        ("أعلنت سلطنة عمان أن الوفد وصل إلى عُمان", {"OM"}),
        ("بعد صلاة المغرب خرج الناس في تونس", {"TN"}),
        ("دول المغرب العربي واتحادها", set()),
        ("قال الكاتب محمد المصري إن الكتاب صدر", set()),
        ("تعلم اللغة الفرنسية في المدرسة", set()),
        ("نشرت صحيفة المغرب اليوم الخبر", set()),
        ("وللولايات المتحدة وبالمغاربة وكالأتراك", {"US", "MA", "TR"}),
        ("أعلن البيت الأبيض والكرملين", {"US", "RU"}),
    ],
)
def test_countries(body: str, expected: set[str]) -> None:
    assert set(link(body).countries) == expected


@pytest.mark.parametrize(
    ("body", "name", "title", "country"),
    [
        (
            "قال نائب مساعد وزير الخارجية الأمريكي المكلف بالشرق الأدنى، جورج هارلينغتون، إن اللقاء مهم",
            "جورج هارلينغتون",
            "نائب مساعد وزير الخارجية الأمريكي المكلف بالشرق الأدنى",
            "US",
        ),
        (
            "صرح خالد بن سعيد الرميثي، مدير عام الجمارك القطرية، بذلك",
            "خالد بن سعيد الرميثي",
            "مدير عام الجمارك القطرية",
            "QA",
        ),
        (
            "التقى السفير الكويتي لدى العراق طارق عبد الله الفرج",
            "طارق عبد الله الفرج",
            "السفير الكويتي لدى العراق",
            "KW",
        ),
        (
            "قالت كاتبة الدولة المكلفة بالصيد البحري سناء بنيعيش في الرباط",
            "سناء بنيعيش",
            "كاتبة الدولة المكلفة بالصيد البحري",
            "MA",
        ),
        ("استقبل الرئيس التشادي اللواء الدكتور يوسف المنصوري", "يوسف المنصوري", "الرئيس التشادي", "TD"),
        (
            "أكد الأمين العام للأمم المتحدة أنطونيو غوتيريش",
            "أنطونيو غوتيريش",
            "الأمين العام للأمم المتحدة",
            "UN",
        ),
        ("وقال المتحدث باسم الكرملين ديمتري بيسكوف إن", "ديمتري بيسكوف", "المتحدث باسم الكرملين", "RU"),
    ],
)
def test_titles_and_names_end_where_they_end(body: str, name: str, title: str, country: str) -> None:
    found = people(body)
    assert name in found
    assert found[name] == (title, country)


@pytest.mark.parametrize(
    "body",
    [
        "قال رئيس حزب الاستقلال نزار بركاتي إن الحزب مستعد",
        "أكد المدير التنفيذي لشركة النور سامر الحلبي أن الأرباح ارتفعت",
        "سجل اللاعب حكيم زياش هدفين، وقال المدرب وليد الركراكي إن الفريق جاهز",
        "نشر الصحافي سمير بنعلي مقالا عن الكاتب عادل الزهراوي",
        "أوقفت الشرطة المشتبه فيه كريم بنجلون",
        "قال وزير الداخلية الفرنسي إن الحدود آمنة",
    ],
)
def test_who_holds_no_office_is_no_official(body: str) -> None:
    assert link(body).officials == ()


def test_surnames_and_misspellings_go_to_the_fuller_name() -> None:
    found = link(
        "أكد وزير الداخلية الفرنسي بيرنار كازنوف التعاون. وتحدث كازنوف عن الأمن. وأشاد وزير الداخلية بيرنارد كازنوف به"
    ).officials
    assert len(found) == 1
    assert "كازنوف" in found[0].surfaces


def test_two_of_one_surname_stay_two() -> None:
    found = link(
        "قالت نائبة الرئيس الأميركي كامالا هاريس ذلك، ونائب مساعد وزير الخارجية الأميركي جوشوا هاريس كذلك"
    )
    assert len(found.officials) == 2


def test_another_bearer_of_the_surname_is_not_the_official() -> None:
    found = link("التقى الرئيس الأمريكي دونالد ترامب الصحافيين، وكانت تيفاني ترامب حاضرة")
    mentions = [each.surface for each in found.mentions if each.kind is MentionKind.OFFICIAL]
    assert mentions == ["دونالد ترامب"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("ذكرت وزارة الخارجية السورية أن", {"sy-mfa"}),
        ("أفادت الخارجية الأمريكية وللخارجية الروسية رأي", {"us-dos", "ru-mfa"}),
        ("بحثت وزارتا الداخلية والعدل المغربيتان الملف في المغرب", {"ma-interior", "ma-justice"}),
        ("قال وزير الداخلية المغربي في الرباط", set()),
        ("قصف الجيش اللبناني الموقع وانسحب الجيش", {"lb-army"}),
        ("انعقد مجلس الأمن ودعت الأمم المتحدة وحلف شمال الأطلسي", {"un-unsc", "un", "nato"}),
    ],
)
def test_bodies(body: str, expected: set[str]) -> None:
    assert {each.agency_id for each in link(body).agencies} == expected


def test_a_ministry_without_country_is_the_articles() -> None:
    found = link("أعلنت وزارة الداخلية في بيان أن الأمن في المغرب مستتب. وزار وفد مغربي فرنسا.")
    assert {each.country for each in found.agencies} == {"MA"}


def test_the_sources_country_speaks_where_the_text_is_silent() -> None:
    assert {each.country for each in link("أعلنت وزارة التجهيز عن مشروع جديد", country="DZ").agencies} == {
        "DZ"
    }


def test_a_court_has_its_town() -> None:
    found = link("قضت المحكمة الابتدائية بالرباط والمحكمة الابتدائية بفاس في المغرب")
    assert len(found.agencies) == 2


def test_every_mention_leads_to_its_place() -> None:
    title, body = (
        "واشنطن والرباط",
        "قال وزيرُ الخارجيّةِ الأميركيّ أنتوني بلينكن إنّ الأمم المتحدة حاضرة. وأضاف بلينكن",
    )
    found = link(body, title)
    assert {each.kind for each in found.mentions} == set(MentionKind)
    for each in found.mentions:
        text = title if each.field == "title" else body
        assert text[each.start : each.end] == each.surface
        assert each.rule.count("/") == 1
        assert 0 < each.score <= 1


def test_an_unlisted_person_has_one_id_wherever_he_is_read() -> None:
    first = link("قال وزير النقل الزامبي مويسيس تشيكومبا في لوساكا").officials
    again = link("وصل أمس وزير النقل الزامبي مويسيس تشيكومبا إلى نيروبي").officials
    assert first[0].is_provisional
    assert [each.official_id for each in first] == [each.official_id for each in again]


@pytest.mark.parametrize(
    "body", ["", " ", "\n\n", "...", "ا", "وزير", "وزير،", "وال", "لل", "123 456", "abc def", "الوزير محمد"]
)
def test_any_text_is_read(body: str) -> None:
    link(body)


def aliases(name: str) -> list[dict[str, str]]:
    with (REFERENCE_DIR / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


FEW = 200
"""One in so many lines may be missed: dotted abbreviations behind و, and names made of titles alone."""


def test_every_listed_name_of_a_country_is_found() -> None:
    """A name that cannot be found is a line that nobody needs, or a hole in the reading of words."""
    missed, tried = [], 0
    for row in aliases("country_alias.csv"):
        if row["is_ambiguous"] == "true":
            continue
        name = row["alias_ar"]
        bodies = [f"وصل الوفد، {name}، أمس", f"وصل الوفد، و{name}، أمس"]
        if row["kind"] == "demonym" and not name.startswith("ال"):
            bodies = [f"وصل الوفد ال{name} أمس", f"وصل وفد {name} أمس"]
        tried += len(bodies)
        missed += [body for body in bodies if row["country_code"] not in link(body).countries]
    assert len(missed) * FEW < tried, missed


def test_every_listed_name_of_a_body_is_found() -> None:
    """But for ministries: a name that several countries' ministries bear belongs to the country in sight."""
    left_out = {"forum", "coalition", "ministry"}
    names = [
        row["alias_ar"]
        for row in aliases("agency_alias.csv")
        if row["needs_country"] == "false" and read_facts().agencies[row["agency_id"]].kind not in left_out
    ]
    missed = [name for name in names if not link(f"اجتمع المسؤولون في {name}، أمس").agencies]
    assert len(missed) * FEW < len(names), missed


def test_every_full_name_of_an_official_is_found() -> None:
    rows = [
        row
        for row in aliases("official_alias.csv")
        if row["kind"] == "full" and row["is_ambiguous"] == "false" and " " in row["alias"]
    ]
    missed = [
        row["alias"]
        for row in rows
        if row["official_id"] not in {each.official_id for each in link(f"وصل {row['alias']}، أمس").officials}
    ]
    assert len(missed) * FEW < len(rows), missed
