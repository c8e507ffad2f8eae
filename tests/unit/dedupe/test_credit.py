import pytest

from etl.dedupe.credit import read_credits

SENTENCE = "أعلنت الحكومة عن خطة جديدة لدعم المزارعين في الجنوب."


@pytest.mark.parametrize(
    ("body", "attribution", "expected"),
    [
        (f"الرباط (أ ف ب) - {SENTENCE}", None, ["afp"]),
        (f"القاهرة - وكالات: {SENTENCE}", None, ["agencies"]),
        (f"تونس - رويترز - {SENTENCE}", None, ["reuters"]),
        (f"أ.ش.أ - القاهرة: {SENTENCE}", None, ["mena"]),
        (f"نيويورك، (د.ب.أ): {SENTENCE}", None, ["dpa"]),
        (f"{SENTENCE} (أ ف ب)", None, ["afp"]),
        (f"{SENTENCE} . (أ .ف .ب)", None, ["afp"]),
        (f"{SENTENCE} (أ.ف.ب د.ب.أ)", None, ["afp", "dpa"]),
        (f"{SENTENCE} -وات-", None, ["tap"]),
        (f"{SENTENCE}\nوكالة الأنباء السعودية", None, ["spa"]),
        (f"{SENTENCE}\nالمصدر: وكالات", None, ["agencies"]),
        (SENTENCE, "المصدر: الأسبوع", [""]),
        (SENTENCE, "رويترز، أ ف ب", ["reuters", "afp"]),
        (SENTENCE, "فرانس برس ورويترز", ["afp", "reuters"]),
        (SENTENCE, "وكالة الأناضول", ["anadolu_arabic"]),
        (SENTENCE, "أحمد سالم", []),
        (SENTENCE, None, []),
        ("", None, []),
        (f"{SENTENCE} (صورة أرشيفية)", None, []),
        (f"وقالت رويترز أمس إن {SENTENCE}", None, []),
        (f"{SENTENCE} وكان ذلك في شهر (آب)", None, []),
        (f"الخرطوم - الخليج: {SENTENCE}", None, []),
    ],
)
def test_credits_in_every_form(body: str, attribution: str | None, expected: list[str]) -> None:
    assert [each.credited_id for each in read_credits(body, attribution)] == expected


def test_an_unlisted_outlet_is_credited_by_its_name() -> None:
    [credit] = read_credits(SENTENCE, "المصدر: «الأسبوع»")

    assert (credit.surface, credit.rule) == ("الأسبوع", "attribution/1")
