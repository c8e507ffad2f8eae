from hypothesis import given, settings
from hypothesis import strategies as st

from etl.dedupe.revision import Change, revision, stretches

BODY = "قتل 12 شخصا في حادث قرب سطيف.\nوقال الوالي كمال عباس إن التحقيق بدأ."


def test_what_changed_is_told_apart() -> None:
    same = revision(("عنوان", BODY), ("عنوان", BODY.replace("إن", "ان").replace("\n", " ")))
    number = revision(("عنوان", BODY), ("عنوان", BODY.replace("12", "15")))
    name = revision(("عنوان", BODY), ("عنوان", BODY.replace("سطيف", "جيجل")))
    title = revision(("عنوان قديم", BODY), ("عنوان جديد", BODY))
    moved = revision(("", "بدأ التحقيق في سطيف يوم 12"), ("", "يوم 12 بدأ التحقيق في سطيف"))

    assert not any((same.is_title_changed, same.is_body_changed, same.words_added, same.words_removed))
    assert (number.is_number_changed, number.is_name_changed, number.words_added, number.words_removed) == (
        True,
        False,
        1,
        1,
    )
    assert (name.is_number_changed, name.is_name_changed, name.is_body_changed) == (False, True, True)
    assert (title.is_title_changed, title.is_body_changed) == (True, False)
    assert (moved.is_body_changed, moved.is_number_changed, moved.is_name_changed) == (True, False, False)


@settings(max_examples=80)
@given(
    st.lists(st.sampled_from("قال الوزير 3 5 إن الحكومة،\nبدأت.".split()), max_size=20),
    st.lists(st.sampled_from("قال الوزير 3 5 بدأت".split()), max_size=20),
)
def test_stretches_hold_both_versions(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    found = stretches(before, after)

    assert "".join(each.text for each in found if each.change is not Change.REMOVED) == after
    gone = [each for each in found if each.change is not Change.ADDED]
    assert [word.strip("،.") for each in gone for word in each.text.split()] == [
        word.strip("،.") for word in before.split()
    ]
