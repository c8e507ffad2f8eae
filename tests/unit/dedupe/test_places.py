"""The table of places, against the reference that it is taken from."""

import csv

from etl.dedupe.places import PLACES
from etl.dedupe.story import similarity, terms
from etl.dedupe.wording import wording
from etl.io.reference import REFERENCE_DIR
from etl.text.letters import fold
from etl.text.stems import stem_folded


def test_every_country_name_of_one_word_is_a_place() -> None:
    with (REFERENCE_DIR / "country_alias.csv").open(encoding="utf-8", newline="") as file:
        names = [fold(row["alias_ar"]).split() for row in csv.DictReader(file)]
    assert {stem_folded(words[0]) for words in names if len(words) == 1} == PLACES


def test_two_countries_in_common_are_no_event() -> None:
    one = wording(
        "وزير الداخلية المغربي يستقبل السفيرة الإسبانية",
        "بحث الجانبان المغربي والإسباني في الرباط ملف التأشيرات.",
    )
    other = wording(
        "منتخب إسبانيا يهزم المغرب وديا في مدريد", "فاز المنتخب الإسباني على نظيره المغربي بهدفين."
    )
    assert similarity(terms(one), terms(other)) == 0
