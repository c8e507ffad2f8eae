from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.warehouse_page.marks import HIT_END, HIT_START, hits, pieces

PLACES = st.lists(st.tuples(st.integers(-3, 60), st.integers(-3, 60)), max_size=6)


@settings(max_examples=50)
@given(text=st.text(max_size=40), places=PLACES)
def test_pieces_are_the_text_and_each_mark_covers_its_own_characters(
    text: str, places: list[tuple[int, int]]
) -> None:
    cut = pieces(text, places)
    assert "".join(str(each["text"]) for each in cut) == text
    for nth, (start, end) in enumerate(places):
        covered = "".join(str(each["text"]) for each in cut if nth in each["marks"])
        assert covered == (text[max(0, start) : max(0, end)] if start < end else "")


def test_an_emoji_before_a_mention_does_not_move_its_mark() -> None:
    assert pieces("\N{GRINNING FACE} الجزائر", [(2, 9)]) == [
        {"text": "\N{GRINNING FACE} ", "marks": []},
        {"text": "الجزائر", "marks": [0]},
    ]


@settings(max_examples=50)
@given(st.text(alphabet=f"اب {HIT_START}{HIT_END}", max_size=30))
def test_hits_keep_all_of_a_snippet_but_its_marks(snippet: str) -> None:
    shown = "".join(str(each["text"]) for each in hits(snippet))
    plain = snippet.replace(HIT_START, "")
    assert shown.replace(HIT_END, "") == plain.replace(HIT_END, "")
