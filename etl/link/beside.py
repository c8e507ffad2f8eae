"""The country that stands right behind a body's name (وزارة الداخلية المغربية, وزارة العدل في تونس). Pure."""

from etl.link.found import Place
from etl.link.reading import Reading
from etl.link.tokens import ARTICLE, COMMA, SOFT, bare

_LINKS = frozenset({"في", "دوله", "بدوله", "لدوله", "مملكه", "بمملكه", "لدي"})
_FARTHEST = 4


def country_beside(reading: Reading, last: int, beside: dict[int, Place]) -> tuple[str, int]:
    """Give the country behind the word `last`, and the last word of the name with it; nothing if there is none.

    Between them may stand more of the body's own name (وزارة الداخلية والبلديات اللبنانية), or في and دولة.
    """
    tokens = reading.tokens
    for step in range(_FARTHEST):
        at = last + 1 + step
        if at >= len(tokens) or tokens[at].gap >= (SOFT if step else COMMA):
            return "", last
        place = beside.get(at)
        if place is not None:
            return _own(reading, place, last, step)
        word = tokens[at].word
        is_more = (
            word.startswith((ARTICLE, "وال")) and bare(word.removeprefix("و")) in reading.facts.title_words
        )
        if not is_more and word not in _LINKS:
            return "", last
    return "", last


def _own(reading: Reading, place: Place, last: int, step: int) -> tuple[str, int]:
    """Tell the body's country from the first word of what comes next."""
    word = reading.tokens[place.first].word
    before = reading.tokens[last + 1].word
    if place.form == "demonym":
        fits = word.startswith((ARTICLE, "وال")) and (step == 0 or not word.startswith("و"))
        kept = last if reading.tokens[last + 1].gap >= SOFT else place.last
        return (place.entity_id, kept) if fits else ("", last)
    if step == 0:
        return (place.entity_id, place.last) if not place.cut or word[0] in "بل" else ("", last)
    if step == 1 and before in _LINKS:
        return place.entity_id, last if before == "في" else place.last
    return "", last
