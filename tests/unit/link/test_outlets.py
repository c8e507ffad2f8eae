"""A state that did something today, and the newspaper that is called after the two words."""

import pytest

from etl.io.reference import read_linker


def countries(body: str) -> set[str]:
    return {each.entity_id for each in read_linker().link("", body).mentions if each.kind == "country"}


@pytest.mark.parametrize(
    ("body", "country"),
    [
        ("وصل إلى المغرب اليوم وفد من خبراء الجمارك.", "MA"),
        ("أعلنت مصر اليوم الأحد فتح المعبر.", "EG"),
        ("أعلن الجيش المصري اليوم انتهاء التمرين.", "EG"),
        ("وقعت السعودية ومصر اليوم مذكرة تفاهم.", "EG"),
    ],
)
def test_a_state_and_the_day(body: str, country: str) -> None:
    assert country in countries(body)


@pytest.mark.parametrize(
    "body",
    [
        "وقال المدير في حديث لـ«المصري اليوم» إن العمل مستمر.",
        "ونقلت روسيا اليوم عن الوزير قوله.",
        "ذكر موقع مصر اليوم أن العمل مستمر.",
        "وقال الخبير للمغرب اليوم إن العمل مستمر.",
        "فاس - المغرب اليوم",
    ],
)
def test_an_outlet(body: str) -> None:
    assert not countries(body) & {"MA", "EG", "RU"}
