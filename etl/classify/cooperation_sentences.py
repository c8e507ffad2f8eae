"""A field of an article to its sentences, with the parties, the quotations and the dates of each. Pure."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from operator import itemgetter

from etl.classify.cooperation_parties import Party, parties
from etl.model import Mention, MentionKind
from etl.text.dates import DateReading, find_dates
from etl.text.letterforms import Words
from etl.text.letters import SearchText
from etl.text.sentences import Span, sentences

_QUOTE = re.compile(r"«[^»\n]*(?:»|$)|\"[^\"\n]*(?:\"|$)|“[^”\n]*(?:”|$)", re.MULTILINE)


words_of = Words(r"\w")
"""The words of a search text, in order."""


_NAME_WORDS = 5
"""A quotation of no more words is a name («مكتب التحقيقات الفيدرالي»), not speech."""


_DATED = re.compile(
    r"[0-9٠-٩]|يوم|[اأ]مس|غد|الماضي|المقبل|القادم|الجاري|الحالي|المنصرم|صباح|مساء|[اأ]سبوع|شهر|عام|سنة|ال[اإأ]ثنين|الثلاثاء|ال[اأ]ربعاء|الخميس|الجمعة|السبت|ال[اأ]حد"
)


_STATE_LETTERS = 2


_NEVER_PARTY = frozenset({"INTERPOL"})


Named = tuple[str, Mention]
"""A state and the mention that stands for it."""


class Field:
    """The title or the body, in both forms, with its quotations."""

    __slots__ = ("_shown", "display", "found", "name", "quotes")

    def __init__(self, name: str, display: str, found: SearchText) -> None:
        """Take a text in both forms."""
        self.name, self.display, self.found = name, display, found
        self.quotes = quotes_of(display)
        # A search by a list of places needs no key, which is called ten times for each place asked for.
        self._shown = [shown for _, shown, _ in found.offsets]

    def place(self, shown: int) -> int:
        """Give the place in the search text that a place in the display text came to."""
        offsets = self.found.offsets
        run = max(bisect_right(self._shown, shown) - 1, 0)
        place, start, whole = offsets[run]
        if whole:
            return place
        end = offsets[run + 1][0] if run + 1 < len(offsets) else len(self.found.text)
        return min(place + shown - start, max(end, place))


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


class Sentence:
    """A sentence with its parties, in the search form that the rules read.

    Parties are read when they are first asked for: most sentences name no two states.
    """

    __slots__ = (
        "_behind",
        "_named",
        "_parties",
        "_words",
        "dates",
        "is_of_two",
        "offset",
        "span",
        "text",
        "where",
    )

    def __init__(
        self, where: Field, span: Span, behind: Span | None, named: Sequence[Named], dates: Dates
    ) -> None:
        """Take a sentence, the one behind it and the mentions in it that have a state."""
        self.where, self.span, self.dates = where, span, dates
        self.offset = where.place(span.start)
        self.text = where.found.text[self.offset : where.place(span.end)]
        self.is_of_two = len(named) > 1 and len({state for state, _ in named}) > 1
        self._behind, self._named = behind, named
        # No cached_property: the lock that it takes costs more than most of what is read here.
        self._parties: tuple[Party, ...] | None = None
        self._words: list[str] | None = None

    @property
    def words(self) -> list[str]:
        """The words of the search text."""
        if self._words is None:
            self._words = words_of(self.text)
        return self._words

    @property
    def after(self) -> str:
        """The search text of the sentence behind it, or nothing."""
        behind = self._behind
        if behind is None:
            return ""
        return self.where.found.text[self.where.place(behind.start) : self.where.place(behind.end)]

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties that it names, in order."""
        if self._parties is None:
            place, offset = self.where.place, self.offset
            named = [
                (state, each, place(each.start) - offset, place(each.end) - offset)
                for state, each in self._named
            ]
            self._parties = parties(self.text, sorted(named, key=itemgetter(2)))
        return self._parties


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


def with_states(mentions: Sequence[Mention], homes: Mapping[str, str]) -> list[Named]:
    """Give the mentions that can be parties, each behind its state."""
    named = ((_home(each, homes), each) for each in mentions)
    return [each for each in named if each[0] and each[0] not in _NEVER_PARTY]


def read_sentences(where: Field, named: Sequence[Named], published: datetime | None) -> Iterator[Sentence]:
    """Yield the sentences of a field with the parties that each names."""
    spans = sentences(where.display)
    starts = [span.start for span in spans]
    within: list[list[Named]] = [[] for _ in spans]
    for each in named:
        number = bisect_right(starts, each[1].start) - 1
        if number >= 0 and each[1].start < spans[number].end:
            within[number].append(each)
    for span, behind, here in zip(spans, (*spans[1:], None), within, strict=False):
        yield Sentence(where, span, behind, here, Dates(span.text, published))
