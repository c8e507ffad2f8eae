"""A field of an article to its sentences, with the parties, the quotations and the dates of each. Pure."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from etl.classify.cooperation_parties import Party, parties
from etl.model import Mention, MentionKind
from etl.text.dates import DateReading, find_dates
from etl.text.letters import SearchText
from etl.text.sentences import Span, sentences

_QUOTE = re.compile(r"«[^»\n]*(?:»|$)|\"[^\"\n]*(?:\"|$)|“[^”\n]*(?:”|$)", re.MULTILINE)


_NAME_WORDS = 5
"""A quotation of no more words is a name («مكتب التحقيقات الفيدرالي»), not speech."""


_DATED = re.compile(
    r"[0-9٠-٩]|يوم|[اأ]مس|غد|الماضي|المقبل|القادم|الجاري|الحالي|المنصرم|صباح|مساء|[اأ]سبوع|شهر|عام|سنة|ال[اإأ]ثنين|الثلاثاء|ال[اأ]ربعاء|الخميس|الجمعة|السبت|ال[اأ]حد"
)


_STATE_LETTERS = 2


_NEVER_PARTY = frozenset({"INTERPOL"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """The title or the body, in both forms, with its quotations."""

    name: str
    display: str
    found: SearchText
    quotes: tuple[tuple[int, int], ...]

    def place(self, shown: int) -> int:
        """Give the place in the search text that a place in the display text came to."""
        offsets = self.found.offsets
        run = max(bisect_right(offsets, shown, key=lambda each: each[1]) - 1, 0)
        place, start, whole = offsets[run]
        end = offsets[run + 1][0] if run + 1 < len(offsets) else len(self.found.text)
        return place if whole else min(place + shown - start, max(end, place))


class Dates:
    """The dates of one sentence, read when the first fact asks for them: most sentences report none."""

    def __init__(self, text: str, published: datetime | None) -> None:
        """Take the sentence and the instant that its relative dates count from."""
        self._text, self.published = text, published

    @cached_property
    def found(self) -> tuple[DateReading, ...]:
        """The readings that name days, in order; none where the day of publication is not known."""
        if self.published is None or not _DATED.search(self._text):
            return ()
        zone = self.published.tzinfo or UTC
        readings = find_dates(self._text, reference=self.published, zone=zone)
        return tuple(each for each in readings if each.date or each.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with its parties, in the search form that the rules read."""

    where: Field
    span: Span
    text: str
    offset: int
    parties: tuple[Party, ...]
    after: str
    dates: Dates


def quotes_of(text: str) -> tuple[tuple[int, int], ...]:
    """Give the places of what is quoted as speech."""
    return tuple(each.span() for each in _QUOTE.finditer(text) if len(each.group().split()) > _NAME_WORDS)


def _home(mention: Mention, homes: Mapping[str, str]) -> str:
    """Give the state of a mention, or nothing where it is not known."""
    if mention.kind is MentionKind.COUNTRY:
        return mention.entity_id
    known = homes.get(mention.entity_id, "")
    if known or mention.kind is not MentionKind.AGENCY:
        return known
    code, separator, _ = mention.entity_id.partition("-")
    return code.upper() if separator and len(code) == _STATE_LETTERS else ""


def read_sentences(
    where: Field, mentions: Sequence[Mention], homes: Mapping[str, str], published: datetime | None
) -> Iterator[Sentence]:
    """Yield the sentences of a field with the parties that each names."""
    spans = sentences(where.display)
    places = [(where.place(each.start), where.place(each.end)) for each in spans]
    for number, span in enumerate(spans):
        start, end = places[number]
        text = where.found.text[start:end]
        named = [
            (_home(each, homes), each, where.place(each.start) - start, where.place(each.end) - start)
            for each in mentions
            if span.start <= each.start < span.end
        ]
        known = sorted(
            (each for each in named if each[0] and each[0] not in _NEVER_PARTY), key=lambda each: each[2]
        )
        after = where.found.text[slice(*places[number + 1])] if number + 1 < len(spans) else ""
        yield Sentence(
            where=where,
            span=span,
            text=text,
            offset=start,
            parties=parties(text, known),
            after=after,
            dates=Dates(span.text, published),
        )
