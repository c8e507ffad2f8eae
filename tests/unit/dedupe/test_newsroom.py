"""The newsroom's outlets copy from each other, and all write by one pattern: every copy is found, nothing else."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import combinations

from etl.dedupe.compare import compare
from etl.dedupe.fingerprint import fingerprint
from etl.dedupe.wording import Wording, wording
from tests.newsroom.press import Press


def test_every_syndication_is_found_and_nothing_else() -> None:
    press = Press(date(2026, 3, 14), days=21)
    texts: dict[tuple[str, str], Wording] = {}
    true: dict[tuple[str, str], str] = {}
    for item in (each for items in press.items.values() for each in items):
        for moment in (item.published_at, item.published_at + timedelta(days=30)):
            story = item.at(moment)
            # An outlet prints its own name under the same text: only title and body are compared.
            text = story.title, "\n".join(story.paragraphs)
            texts.setdefault(text, wording(*text))
            true[text] = item.story.title
    keys = defaultdict(list)
    for text, words in texts.items():
        for key in fingerprint(words).bands:
            keys[key].append(text)
    candidates = {pair for found in keys.values() for pair in combinations(found, 2)}
    copies = {pair for pair in candidates if compare(texts[pair[0]], texts[pair[1]]).is_copy}
    expected = {(one, other) for one, other in combinations(texts, 2) if true[one] == true[other]}
    assert len(expected) > 10
    assert copies == expected
