"""People meet by keys: whoever can be tied meets, and few others do."""

from datetime import date
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.link.people_blocks import find_ties, joining_blocks
from etl.link.people_evidence import Profile, Seen, TieKind, profile_of, tie_between

WORDS = (
    "سعيد",
    "علي",
    "عمر",
    "بن",
    "الزروالي",
    "زروالي",
    "الزروال",
    "تود",
    "تورد",
    "روبنسون",
    "روبنسن",
    "روبنسوون",
    "و",
)
TITLES = (
    "وزير النقل",
    "وزير النقل المغربي",
    "قائد الدرك",
    "الوزير",
    "رئيس مجلس النواب",
    "نائب رئيس مجلس النواب",
    "",
)
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)


def profile(number: int, seen: tuple[dict[str, int], set[str], set[str], set[str]]) -> Profile:
    names, titles, countries, agencies = seen
    return profile_of(
        Seen(
            person_id=f"p-{number:02}",
            names=names,
            titles=frozenset(titles),
            countries=frozenset(countries),
            agencies=frozenset(agencies),
            first_seen=date(2026, 3, 14),
            article_count=1,
        )
    )


PEOPLE = st.lists(
    st.tuples(
        st.dictionaries(NAMES, st.integers(1, 3), min_size=1, max_size=3),
        st.sets(st.sampled_from(TITLES), max_size=2),
        st.sets(st.sampled_from(("MA", "DZ", "XX", "")), max_size=2),
        st.sets(st.sampled_from(("ma-onda", "us-state")), max_size=1),
    ),
    min_size=2,
    max_size=14,
).map(lambda seen: [profile(number, each) for number, each in enumerate(seen)])


@settings(max_examples=120)
@given(people=PEOPLE)
def test_keys_leave_out_no_tie(people: list[Profile]) -> None:
    ties = [tie for a, b in combinations(people, 2) if (tie := tie_between(a, b)) is not None]
    assert find_ties(people) == sorted(ties, key=lambda tie: (tie.kind, tie.left, tie.right))
    blocks = {each.person_id: joining_blocks(each) for each in people}
    for tie in ties:
        if tie.kind is not TieKind.LOOKS_ALIKE:
            left, right = blocks[tie.left], blocks[tie.right]
            assert left.sought & right.offered
            assert right.sought & left.offered


def test_a_tie_says_the_same_from_both_sides() -> None:
    one = profile(1, ({"سعيد الزروالي": 1}, {"وزير النقل"}, {"MA"}, set()))
    other = profile(2, ({"سعيد علي الزروالي": 1}, {"وزير النقل المغربي"}, {"MA"}, set()))
    tie = tie_between(other, one)
    assert tie == tie_between(one, other)
    assert tie is not None
    assert (tie.left, tie.right, tie.kind, tie.weak) == ("p-01", "p-02", TieKind.CONTAINED, "p-01")


def test_people_of_common_names_do_not_meet() -> None:
    ministers = [
        profile(n, ({f"محمد {surname}": 1}, {f"وزير {office}"}, {"EG"}, set()))
        for n, (surname, office) in enumerate((("علي", "النقل"), ("حسن", "المالية"), ("عمر", "الصحة")))
    ]
    namesakes = [profile(9, ({"محمد علي": 1}, {"قائد الدرك"}, {"DZ"}, set()))]
    for one, other in combinations([*ministers, *namesakes], 2):
        assert not joining_blocks(one).sought & joining_blocks(other).offered
