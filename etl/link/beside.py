"""The country that stands right behind a body's name (وزارة الداخلية المغربية, وزارة العدل في تونس). Pure."""

from etl.link.found import Place
from etl.link.reading import Reading
from etl.link.tokens import ARTICLE, COMMA, SOFT, bare


def country_beside(reading: Reading, last: int, beside: dict[int, Place]) -> tuple[str, int]:  # noqa: PLR0911 (a decision list)
    """Give the country that stands right behind a body's name, and the last word with it."""
    at = last + 1
    if at >= len(reading.tokens) or reading.tokens[at].gap >= COMMA:
        return "", last
    for step in range(4):
        place = beside.get(at + step)
        if place is not None:
            word = reading.tokens[place.first].word
            kept = last if reading.tokens[at].gap >= SOFT else place.last
            if place.form == "demonym":
                fits = word.startswith((ARTICLE, "وال")) and (step == 0 or not word.startswith("و"))
                return (place.entity_id, kept) if fits else ("", last)
            if step == 0 and not place.cut and place.form != "demonym":
                return place.entity_id, place.last
            if step == 0 and word[0] in "بل":
                return place.entity_id, place.last
            if step == 1 and reading.tokens[at].word in {
                "في",
                "دوله",
                "بدوله",
                "لدوله",
                "مملكه",
                "بمملكه",
                "لدي",
            }:
                return place.entity_id, last if reading.tokens[at].word == "في" else place.last
            return "", last
        if at + step + 1 >= len(reading.tokens) or reading.tokens[at + step + 1].gap >= COMMA:
            return "", last
        word = reading.tokens[at + step].word
        if not (
            word.startswith((ARTICLE, "وال")) and bare(word.removeprefix("و")) in reading.facts.title_words
        ) and word not in {"في", "دوله", "بدوله", "لدوله"}:
            return "", last
    return "", last
