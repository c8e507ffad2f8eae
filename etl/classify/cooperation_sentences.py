"""A field of an article to its sentences, with the parties, the quotations and the dates of each. Pure."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from operator import itemgetter

from etl.classify.cooperation_marks import IS_DATED, marks
from etl.classify.cooperation_parties import Party, parties
from etl.classify.cooperation_words import DATED
from etl.model import Mention, MentionKind
from etl.text.dates import DateReading, find_dates
from etl.text.letters import SearchText
from etl.text.sentences import Span, sentences

_QUOTE = re.compile(r"«[^»\n]*(?:»|$)|\"[^\"\n]*(?:\"|$)|“[^”\n]*(?:”|$)", re.MULTILINE)


_NAME_WORDS = 5
"""A quotation of no more words is a name («مكتب التحقيقات الفيدرالي»), not speech."""


_DATED = re.compile(DATED)


_STATE_LETTERS = 2


_NEVER_PARTY = frozenset({"INTERPOL"})


Named = tuple[str, Mention]
"""A state and the mention that stands for it."""


class Field:
    """The title or the body, in both forms, with its quotations."""

    __slots__ = ("display", "found", "name", "quotes")

    def __init__(self, name: str, display: str, found: SearchText) -> None:
        """Take a text in both forms."""
        self.name, self.display, self.found = name, display, found
        self.quotes = quotes_of(display)


class Sentence:
    """A sentence with its parties, in the search form that the rules read.

    All is read when it is first asked for: most sentences name no two states, and most that do hold no
    words of any rule.
    """

    __slots__ = (
        "_acting",
        "_dates",
        "_marks",
        "_named",
        "_parties",
        "_text",
        "behind",
        "is_of_two",
        "published",
        "span",
        "where",
    )

    def __init__(
        self,
        where: Field,
        span: Span,
        behind: "Sentence | None",
        named: Sequence[Named],
        published: datetime | None,
    ) -> None:
        """Take a sentence, the one behind it, the mentions in it that have a state, and when it was published."""
        self.where, self.span, self.behind, self.published = where, span, behind, published
        self.is_of_two = len(named) > 1 and len({state for state, _ in named}) > 1
        self._named = named
        # No cached_property: the lock that it takes costs more than most of what is read here.
        self._text: tuple[str, int] | None = None
        self._marks: int | None = None
        self._parties: tuple[Party, ...] | None = None
        self._acting: tuple[str, ...] | None = None
        self._dates: tuple[DateReading, ...] | None = None

    def _placed(self) -> tuple[str, int]:
        if self._text is None:
            where = self.where
            start = where.found.place(self.span.start)
            self._text = where.found.text[start : where.found.place(self.span.end)], start
        return self._text

    @property
    def text(self) -> str:
        """The search text."""
        return self._placed()[0]

    @property
    def offset(self) -> int:
        """Where it stands in the search text of its field."""
        return self._placed()[1]

    @property
    def marks(self) -> int:
        """What its words are to the rules."""
        if self._marks is None:
            self._marks = marks(self.text)
        return self._marks

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties that it names, in order."""
        if self._parties is None:
            (text, offset), place = self._placed(), self.where.found.place
            named = [
                (state, each, place(each.start) - offset, place(each.end) - offset)
                for state, each in self._named
            ]
            self._parties = parties(text, sorted(named, key=itemgetter(2)))
        return self._parties

    @property
    def acting(self) -> tuple[str, ...]:
        """The states of its parties, in order, without those that something only happens to."""
        if self._acting is None:
            self._acting = tuple(dict.fromkeys(each.state for each in self.parties if not each.is_affected))
        return self._acting

    @property
    def dates(self) -> tuple[DateReading, ...]:
        """The readings that name days, in order; none where the day of publication is not known."""
        if self._dates is None:
            self._dates = self._read_dates()
        return self._dates

    def _read_dates(self) -> tuple[DateReading, ...]:
        # A look-up of the words first: a search costs most where it finds nothing.
        if self.published is None or not self.marks & IS_DATED or not _DATED.search(self.span.text):
            return ()
        zone = self.published.tzinfo or UTC
        readings = find_dates(self.span.text, reference=self.published, zone=zone)
        return tuple(each for each in readings if each.date or each.start)


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


def read_sentences(where: Field, named: Sequence[Named], published: datetime | None) -> list[Sentence]:
    """Give the sentences of a field with the parties that each names."""
    spans = sentences(where.display)
    starts = [span.start for span in spans]
    within: list[list[Named]] = [[] for _ in spans]
    for each in named:
        number = bisect_right(starts, each[1].start) - 1
        if number >= 0 and each[1].start < spans[number].end:
            within[number].append(each)
    behind: Sentence | None = None
    found: list[Sentence] = []
    for span, here in zip(reversed(spans), reversed(within), strict=True):
        behind = Sentence(where, span, behind, here, published)
        found.append(behind)
    return found[::-1]
