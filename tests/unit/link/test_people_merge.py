"""People of many articles: one person one row, two people two, whatever the order of the rows."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.io.reference import read_linker
from etl.link.people_merge import PeopleMerge, Verdict, VerdictKind, reconsidered
from tests.unit.link.sightings import Sighting, merge_people

DAY = date(2024, 3, 1)


def seen(  # noqa: PLR0913, PLR0917 (one row of a table)
    person_id: str,
    name: str,
    title: str | None = None,
    country: str = "MA",
    agencies: tuple[str, ...] = (),
    day: int = 0,
) -> Sighting:
    return Sighting(
        provisional_id=person_id,
        name=name,
        title=title,
        country=country,
        agency_ids=agencies,
        first_seen=DAY + timedelta(days=day),
        article_id=f"a-{person_id}-{day}",
    )


def same(left: str, right: str) -> Verdict:
    return Verdict(kind=VerdictKind.SAME, left_id=left, right_id=right)


def different(left: str, right: str) -> Verdict:
    return Verdict(kind=VerdictKind.DIFFERENT, left_id=left, right_id=right)


def rows(merge: PeopleMerge) -> set[str]:
    return set(merge.official_of.values())


def test_one_name_and_country_is_one_person() -> None:
    merge = merge_people(
        [
            seen("p-2", "عبد اللطيف الحسناوي", "والي جهة فاس", day=1),
            seen("p-1", "عبداللطيف حسناوي", "مدير الجمارك", day=3),
        ]
    )
    assert rows(merge) == {"p-2"}, "the id first seen stays"
    assert merge.doubts == ()
    assert not any(each.is_doubtful for each in merge.people)
    assert "same country" in merge.people[0].evidence


def test_a_shorter_name_needs_the_same_office() -> None:
    full = seen("p-1", "سعيد بن علي الزروالي", "وزير النقل المغربي")
    assert rows(merge_people([full, seen("p-2", "سعيد الزروالي", "وزير النقل")])) == {"p-1"}
    assert rows(merge_people([full, seen("p-2", "الزروالي", "وزير النقل")])) == {"p-1"}
    apart = merge_people([full, seen("p-2", "سعيد الزروالي", "رئيس جماعة تازة")])
    assert len(rows(apart)) == 2
    assert [(each.left_id, each.right_id, each.is_merged) for each in apart.doubts] == [("p-1", "p-2", False)]
    assert len(rows(merge_people([full, seen("p-2", "سعيد الزروالي", "وزير النقل", country="TN")]))) == 2


def test_a_common_body_is_as_good_as_an_office() -> None:
    merge = merge_people(
        [
            seen("p-1", "سعيد بن علي الزروالي", "مدير المكتب", agencies=("ma-onda",)),
            seen("p-2", "سعيد الزروالي", "المسؤول الأول", agencies=("ma-onda",)),
        ]
    )
    assert rows(merge) == {"p-1"}
    assert "ma-onda" in merge.people[1].evidence


def test_a_misspelling_is_merged_but_flagged() -> None:
    merge = merge_people(
        [
            seen("p-1", "تود روبنسون", "مساعد وزير الخارجية الأمريكي", "US"),
            seen("p-2", "تورد روبنسون", "مساعد وزير الخارجية", "US", day=1),
        ]
    )
    assert rows(merge) == {"p-1"}
    assert [each.is_doubtful for each in merge.people] == [False, True]
    assert merge.doubts[0].is_merged


def test_a_misspelling_without_office_stays_apart_for_review() -> None:
    merge = merge_people(
        [seen("p-1", "تود روبنسون", country="US"), seen("p-2", "تورد روبنسون", country="US")]
    )
    assert len(rows(merge)) == 2
    assert len(merge.doubts) == 1


def test_other_countries_keep_one_name_apart() -> None:
    pair = [seen("p-1", "سمير الحاجي", "وزير النقل"), seen("p-2", "سمير الحاجي", "قائد الدرك", "DZ")]
    assert len(rows(merge_people(pair))) == 2
    assert len(merge_people(pair).doubts) == 1


def test_who_fits_two_people_joins_neither() -> None:
    merge = merge_people(
        [
            seen("p-1", "سعيد بن علي الزروالي", "نائب رئيس مجلس النواب"),
            seen("p-2", "سعيد بن عمر الزروالي", "نائب رئيس مجلس النواب"),
            seen("p-3", "الزروالي", "نائب رئيس مجلس النواب"),
        ]
    )
    assert merge.official_of["p-3"] == "p-3"
    assert {(each.left_id, each.right_id) for each in merge.doubts} >= {("p-1", "p-3"), ("p-2", "p-3")}


def test_who_has_no_country_joins_the_only_bearer_of_the_name() -> None:
    known = seen("p-1", "سمير الحاجي", "وزير النقل")
    unknown = seen("p-2", "سمير الحاجي", country="XX")
    assert rows(merge_people([known, unknown])) == {"p-1"}
    assert len(rows(merge_people([known, unknown, seen("p-3", "سمير الحاجي", country="DZ")]))) == 3


def test_verdicts_are_obeyed() -> None:
    pair = [seen("p-1", "سمير الحاجي", "وزير النقل"), seen("p-2", "سمير الحاجي", "قائد الدرك", "DZ")]
    merge = merge_people(pair, [same("p-2", "p-1")])
    assert rows(merge) == {"p-1"}
    assert merge.doubts == ()
    assert "verdict" in merge.people[1].evidence
    one = [seen("p-1", "سمير الحاجي"), seen("p-2", "سمير الحاجي", day=1)]
    assert len(rows(merge_people(one, [different("p-1", "p-2")]))) == 2
    assert merge_people(one, [different("p-1", "p-2")]).doubts == ()
    again = [different("p-1", "p-2"), same("p-1", "p-2")]
    assert rows(merge_people(one, again)) == {"p-1"}, "the later verdict wins"
    renamed = merge_people(one, [Verdict(kind=VerdictKind.RENAME, left_id="p-2", name="سمير بن أحمد الحاجي")])
    assert {each.name for each in renamed.people} == {"سمير بن أحمد الحاجي"}


def test_verdicts_reach_through_a_chain() -> None:
    three = [seen(f"p-{n}", "سمير الحاجي", day=n) for n in (1, 2, 3)]
    merge = merge_people(three, [different("p-1", "p-3")])
    assert merge.official_of["p-1"] != merge.official_of["p-3"]
    contradicting = merge_people(three, [same("p-1", "p-2"), same("p-2", "p-3"), different("p-1", "p-3")])
    assert contradicting.official_of["p-1"] != contradicting.official_of["p-3"]
    assert any("contradicts" in each.reason for each in contradicting.doubts)


def test_a_listed_id_is_the_person_and_two_listed_stay_two() -> None:
    merge = merge_people(
        [
            seen("p-1", "سمير الحاجي", "وزير النقل"),
            seen("samir-hajji", "سمير الحاجي", "وزير النقل", day=5),
        ]
    )
    assert rows(merge) == {"samir-hajji"}
    listed = merge_people([seen("a-b", "سمير الحاجي"), seen("c-d", "سمير الحاجي")], [same("a-b", "c-d")])
    assert rows(listed) == {"a-b", "c-d"}
    unseen = merge_people([seen("p-1", "سمير الحاجي")], [same("p-1", "samir-hajji")])
    assert rows(unseen) == {"samir-hajji"}


@pytest.mark.parametrize(
    "line",
    [
        {"kind": VerdictKind.SAME, "left_id": "p-1"},
        {"kind": VerdictKind.DIFFERENT, "left_id": "p-1", "right_id": "p-1"},
        {"kind": VerdictKind.RENAME, "left_id": "p-1", "name": " "},
        {"kind": VerdictKind.SAME, "left_id": "", "right_id": "p-1"},
    ],
)
def test_a_verdict_that_says_nothing_is_refused(line: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="verdict"):
        Verdict(**line)  # type: ignore[arg-type]


def test_only_whom_other_lines_name_is_judged_anew() -> None:
    lines = [same("p-1", "p-2"), different("p-3", "p-4"), same("p-5", "p-6")]
    assert reconsidered(lines, lines) == frozenset()
    assert reconsidered([], lines[:1]) == {"p-1", "p-2"}
    assert reconsidered(lines, [*lines, same("p-7", "p-8")]) == {"p-7", "p-8"}
    assert reconsidered(lines, [lines[0], lines[2]]) == {"p-3", "p-4"}
    assert reconsidered(lines[:2], [lines[0], same("p-3", "p-4")]) == {"p-3", "p-4"}
    assert reconsidered([lines[0], lines[0]], [lines[0]]) == {"p-1", "p-2"}
    assert reconsidered(lines[:2], lines[1::-1]) == {"p-1", "p-2", "p-3", "p-4"}
    renamed = Verdict(kind=VerdictKind.RENAME, left_id="p-9", name="سمير")
    assert reconsidered([], [renamed]) == {"p-9"}


NAMES = (
    "سعيد الزروالي",
    "سعيد بن علي الزروالي",
    "سعيد بن عمر الزروالي",
    "الزروالي",
    "تود روبنسون",
    "تورد روبنسون",
)
TITLES = (None, "وزير النقل", "وزير النقل المغربي", "قائد الدرك", "الوزير")
SIGHTINGS = st.lists(
    st.builds(
        seen,
        st.sampled_from([f"p-{n}" for n in range(9)]),
        st.sampled_from(NAMES),
        st.sampled_from(TITLES),
        st.sampled_from(("MA", "DZ", "", "XX")),
        st.sampled_from(((), ("ma-onda",))),
        day=st.integers(0, 3),
    ),
    max_size=12,
)
VERDICTS = st.lists(
    st.builds(
        lambda kind, pair: Verdict(kind=kind, left_id=pair[0], right_id=pair[1]),
        st.sampled_from((VerdictKind.SAME, VerdictKind.DIFFERENT)),
        st.sampled_from([(f"p-{a}", f"p-{b}") for a in range(9) for b in range(9) if a != b]),
    ),
    max_size=3,
)


@settings(max_examples=150)
@given(sightings=SIGHTINGS, verdicts=VERDICTS, data=st.data())
def test_the_order_of_the_rows_says_nothing(
    sightings: list[Sighting], verdicts: Sequence[Verdict], data: st.DataObject
) -> None:
    merge = merge_people(sightings, verdicts)
    shuffled = data.draw(st.permutations(sightings))
    assert merge_people(shuffled, verdicts) == merge
    assert [each.provisional_id for each in merge.people] == sorted(
        {each.provisional_id for each in sightings}
    )
    official_of = merge.official_of
    assert all(official_of.get(each, each) == each for each in official_of.values()), (
        "canonical ids are their own"
    )
    last = {frozenset((each.left_id, each.right_id)): each.kind for each in verdicts}
    for pair, kind in last.items():
        left, right = sorted(pair)
        if kind is VerdictKind.DIFFERENT and left in official_of and right in official_of:
            assert official_of[left] != official_of[right]
    for doubt in merge.doubts:
        if doubt.left_id in official_of and doubt.right_id in official_of:
            assert doubt.is_merged == (official_of[doubt.left_id] == official_of[doubt.right_id])


ARTICLES = (
    "قال مساعد وزير الخارجية الأمريكي لشؤون مكافحة المخدرات تود روبنسون في واشنطن إن التعاون قائم. وأضاف روبنسون أنه سيزور الرباط.",
    "استقبل والي جهة مراكش مساعد وزير الخارجية الأمريكي تورد روبنسون. وشكر روبنسون المغرب.",
    "وصل تود روبنسون، مساعد وزير الخارجية الأمريكي لشؤون مكافحة المخدرات، إلى المغرب.",
    "أعلن وزير النقل الزامبي مويسيس بنجامين تشيكومبا في لوساكا عن الخطة.",
    "وصل أمس وزير النقل الزامبي مويسيس تشيكومبا إلى نيروبي.",
)


def test_one_person_of_several_articles_is_one_row() -> None:
    sightings = [
        Sighting(
            provisional_id=each.official_id,
            name=each.name,
            title=each.title,
            country=each.country,
            agency_ids=(),
            first_seen=DAY + timedelta(days=day),
            article_id=str(day),
        )
        for day, body in enumerate(ARTICLES)
        for each in read_linker().link("", body).officials
    ]
    by_article = [
        {merge_id for each in sightings if each.article_id == str(day) for merge_id in (each.provisional_id,)}
        for day in range(len(ARTICLES))
    ]
    official_of = merge_people(sightings).official_of
    found = [{official_of[each] for each in ids} for ids in by_article]
    assert all(found)
    assert all(a == b for a, b in pairwise(found[:3]))
    assert found[3] == found[4]
    assert not found[0] & found[3]
