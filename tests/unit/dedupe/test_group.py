"""Reports and stories: whatever arrives first, the grouping is the same."""

from datetime import UTC, date, datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.dedupe.group import Member, Merge, Pair, Placed, group, merges

START = datetime(2026, 3, 14, 6, tzinfo=UTC)


def member(key: int, *, hours: int = 0, collected: int = 0) -> Member:
    return Member(
        text_key=key,
        at=START + timedelta(hours=hours),
        article_id=f"{key:016x}",
        collected_on=date(2026, 3, 14) + timedelta(days=collected),
    )


def pair(one: int, other: int, *, copy: bool = False, similarity: int = 500) -> Pair:
    return Pair(
        one=min(one, other), other=max(one, other), is_copy=copy, is_same_event=True, similarity=similarity
    )


def test_copies_of_copies_are_one_report_of_its_first_text() -> None:
    members = [member(1, hours=5), member(2, hours=1), member(3, hours=9), member(4)]

    assert group(members, [pair(1, 2, copy=True), pair(1, 3, copy=True)]) == {
        1: Placed(text_key=1, report=2, story=2, copied_from=2, changed=0.0),
        2: Placed(text_key=2, report=2, story=2),
        3: Placed(text_key=3, report=2, story=2, copied_from=1, changed=0.0),
        4: Placed(text_key=4, report=4, story=4),
    }


def test_a_story_is_what_is_like_its_first_report_and_no_chain() -> None:
    members = [member(1, hours=1), member(2, hours=2), member(3, hours=3)]
    placed = group(members, [pair(1, 2), pair(2, 3)])

    assert [placed[key].story for key in (1, 2, 3)] == [1, 1, 3]


def test_a_report_joins_the_story_that_it_is_most_like() -> None:
    members = [member(1, hours=1), member(2, hours=2), member(3, hours=3)]
    placed = group(members, [pair(1, 3, similarity=400), pair(2, 3, similarity=800)])

    assert [placed[key].story for key in (1, 2, 3)] == [1, 2, 2]


def test_an_older_article_that_is_found_late_leaves_a_trail() -> None:
    members = [member(2, hours=2), member(3, hours=3), member(1, hours=1, collected=2)]

    assert merges(members[:2], [pair(2, 3)]) == ()
    assert merges(members, [pair(2, 3), pair(1, 2)]) == (Merge(story=2, into=1, on=date(2026, 3, 16)),)


def test_a_copy_that_connects_two_stories_merges_them() -> None:
    members = [member(1, hours=1), member(2, hours=2), member(3, hours=3, collected=1)]
    pairs = [pair(1, 3, copy=True), pair(2, 3, copy=True)]

    assert {each.report for each in group(members, pairs).values()} == {1}
    assert merges(members, pairs) == (Merge(story=2, into=1, on=date(2026, 3, 15)),)


edges = st.lists(
    st.tuples(st.integers(1, 12), st.integers(1, 12), st.booleans(), st.sampled_from([400, 500, 600])),
    max_size=30,
)


@settings(max_examples=200)
@given(edges, st.integers())
def test_order_changes_nothing(found: list[tuple[int, int, bool, int]], seed: int) -> None:
    members = [member(key, hours=key * 7 % 5, collected=key % 3) for key in range(1, 13)]
    unique = {(min(a, b), max(a, b)): pair(a, b, copy=c, similarity=s) for a, b, c, s in found if a != b}
    pairs = list(unique.values())
    expected, trail = group(members, pairs), merges(members, pairs)
    random = Random(seed)  # noqa: S311 - the same order each time
    random.shuffle(members)
    random.shuffle(pairs)

    assert group(members, pairs) == expected
    assert merges(members, pairs) == trail
    for key, placed in expected.items():
        assert expected[placed.report].report == placed.report
        assert expected[placed.story].story == placed.story
        assert expected[placed.report].story == placed.story
        assert key in expected


@settings(max_examples=100)
@given(edges)
def test_each_part_that_hangs_together_can_be_grouped_alone(
    found: list[tuple[int, int, bool, int]],
) -> None:
    members = {key: member(key, hours=key * 7 % 5) for key in range(1, 13)}
    pairs = list(
        {(min(a, b), max(a, b)): pair(a, b, copy=c, similarity=s) for a, b, c, s in found if a != b}.values()
    )
    whole = group(members.values(), pairs)
    seen: set[int] = set()
    for start in members:
        part = {start}
        while grown := {k for p in pairs if {p.one, p.other} & part for k in (p.one, p.other)} - part:
            part |= grown
        if start not in seen:
            assert group([members[key] for key in part], pairs) == {key: whole[key] for key in part}
        seen |= part
