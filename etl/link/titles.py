"""Office titles in running Arabic: where they begin and end, and whose office they name. Pure.

A title is a head (وزير, مدير) and what belongs to it: genitives, adjectives, لـ and باسم phrases, the names of
countries and bodies. It ends where a name begins, or before a word that no title holds.
"""

from dataclasses import dataclass

from etl.link import grammar
from etl.link import title_words as words
from etl.link.cities import FIRST_WORDS
from etl.link.names import follows, has_father, listed_at, name_at, name_behind_rank
from etl.link.names_before import name_before
from etl.link.reading import Reading
from etl.link.single_names import behind_both
from etl.link.title_belongings import belongs
from etl.link.tokens import ARTICLE, COMMA, HARD, bare

_LONGEST = 18
_NEVER_JOINED = grammar.HONORIFICS | grammar.STOPS
_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """One title: its words, and where its holder's name stands if it follows."""

    head: str
    has_article: bool
    first: int
    last: int
    cut: int
    name: tuple[int, int] | None
    after_comma: bool = False


def title_at(reading: Reading, at: int) -> Title | None:
    """Read the title that begins at a word, with the name behind it if there is one."""
    head = reading.head_at(at)
    if head is None:
        return None
    walk = _Walk(reading, at, head[0], has_article=head[1])
    walk.run()
    return Title(
        head=head[0],
        has_article=head[1],
        first=words.behind_custodian(reading, walk.begin, head[0]),
        last=walk.closed or walk.last,
        cut=head[2] if walk.begin == at else reading.head_at(walk.begin)[2],  # type: ignore[index]
        name=walk.name,
        after_comma=walk.after_comma,
    )


_PLACES = ("at", "begin", "last", "name", "reading", "second")
_MARKS = ("after_comma", "closed", "has_article", "head")


class _Walk:
    """The way from a title's head to its end."""

    __slots__ = (*_PLACES, *_MARKS)

    def __init__(self, reading: Reading, at: int, head: str, *, has_article: bool) -> None:
        self.reading = reading
        self.begin = at
        self.at = at + 1
        self.last = at
        self.head = head
        self.has_article = has_article
        self.name: tuple[int, int] | None = None
        self.after_comma = False
        self.second: int | None = None
        self.closed = 0

    def run(self) -> None:
        """Take words until a name begins or the title ends."""
        reading = self.reading
        tokens = reading.tokens
        if self.head in words.PLACE_HEADS and not self.has_article and reading.is_open(self.at):
            self._take_place()
        while self.at < len(tokens) and self.at - self.begin < _LONGEST:
            gap = tokens[self.at].gap
            if gap == HARD:
                if words.is_colon(reading, self.begin, self.at):
                    self._name_after_comma()
                return
            if gap == COMMA:
                self._name_after_comma()
                return
            if self._take_name(strict=False):
                return
            taken = self._take()
            if not taken:
                return
            self.at += taken
            self.last = self.at - 1

    def _take_place(self) -> None:
        place = self.reading.place_at(self.at)
        word = self.reading.tokens[self.at].word
        if place is None and (word in grammar.STOPS or listed_at(self.reading, self.at, short=False)):
            return
        self.at = (place.last if place else self.at) + 1
        self.last = self.at - 1

    def _take_name(self, *, strict: bool) -> bool:  # noqa: PLR0911 (a decision list)
        """Take the name that begins here, behind honorifics; a strict one is two words or listed."""
        reading = self.reading
        if self._is_kings(self.at) or self._is_rulers(self.at):
            return False
        if reading.tokens[self.at].word == "باسم" and self.head in words.SPEAKERS:
            return False
        start = words.behind_honorifics(reading, self.at)
        if start >= len(reading.tokens) or (start > self.at and reading.tokens[start].gap >= COMMA):
            return False
        if start == self.at and self._is_part(start):
            return False
        last = name_at(reading, start)
        is_rank = start == self.begin + 1 and self.has_article and self.head in words.OFFICERS
        is_styled = start > self.at and bare(reading.tokens[start - 1].word) in words.OFFICERS
        if last is None and (is_rank or is_styled) and start < len(reading.tokens):
            last = name_behind_rank(reading, start)
        if last is None and start < len(reading.tokens) and reading.kind(start) == "both":
            last = behind_both(reading, self.head, start, is_bare=start == self.begin + 1)
        if last is None:
            return False
        if strict and last == start and listed_at(reading, start) is None:
            return False
        if self.second is not None:
            self._use_second()
        self.name = (start, last)
        return True

    def _is_kings(self, at: int) -> bool:
        """Tell الملك in وكيل الملك and مستشار الملك from the king's own title before his name."""
        reading = self.reading
        if reading.tokens[at].word not in words.KINGS or reading.tokens[at - 1].word not in words.KINGS_OWN:
            return False
        return not any(
            match.last > at + 1 or match.name.form == "royal_style"
            for match in reading.official_at.get(at, ())
        )

    def _is_rulers(self, at: int) -> bool:
        """Tell whose government a title is of (المتحدث باسم حكومة نتنياهو) from its holder."""
        match = listed_at(self.reading, at)
        is_governed = at - 1 > self.begin and self.reading.tokens[at - 1].word in words.GOVERNED
        return is_governed and match is not None and match.last == match.first

    def _use_second(self) -> None:
        """Take the second of two joined titles, where they are two people's (وزير الدفاع ووزير الداخلية)."""
        begin = self.second or 0
        head = self.reading.head_at(begin)
        is_one = (
            self.head in words.DOUBLE
            and name_before(self.reading, self.begin) is None
            and not (self._has_country(self.begin, begin) and self._has_country(begin, self.last + 1))
        )
        if head and not is_one:
            self.begin = begin
            self.head, self.has_article, _ = head

    def _has_country(self, first: int, end: int) -> bool:
        return any(at in self.reading.country_at for at in range(first, end))

    def _is_part(self, at: int) -> bool:
        """Tell a word of the title that could also be a name."""
        reading = self.reading
        word = reading.tokens[at].word
        is_sons = at + 2 < len(reading.tokens) and has_father(reading, at) and reading.place_at(at) is None
        if is_sons or listed_at(reading, at, short=False) is not None:
            return False
        return self._follows_owner(at) or self._is_place_or_portfolio(at, word) or self._is_word(at, word)

    def _follows_owner(self, at: int) -> bool:
        """Tell a word that what stands before it needs: a preposition, a place noun, a party."""
        before = self.reading.tokens[at - 1].word
        if at - 1 > self.begin and before in grammar.PREPOSITIONS:
            return True
        if (self.head, self.reading.tokens[at].word) == ("قاضي", "القضاه"):
            return True
        is_branch = self.reading.tokens[at].word in words.BRANCHES
        if is_branch or (before.isdigit() and self.reading.kind(at) != "name"):
            return True  # اللواء 35 مدرع, اللواء الأول مدرع
        if before in words.UNITS and at - 1 > self.begin:
            return True
        is_place = bare(before) in grammar.PLACE_NOUNS or before[1:] in grammar.PLACE_NOUNS
        return (is_place and not before.startswith(ARTICLE)) or before in words.OWNERS

    def _is_place_or_portfolio(self, at: int, word: str) -> bool:
        reading = self.reading
        kind, place = reading.kind(at), reading.place_at(at)
        if place is not None and not (kind == "name" and place.last == at and place.name.is_ambiguous):
            return True
        is_portfolio = word.startswith(ARTICLE) and word[2:] in reading.facts.title_words
        if is_portfolio and at > self.begin + 1 and not follows(reading, at) and not listed_at(reading, at):
            return True
        return word == "الدين" or word in grammar.AFTER_TITLE or (word in FIRST_WORDS and kind != "name")

    def _is_word(self, at: int, word: str) -> bool:
        reading = self.reading
        kind = reading.kind(at)
        if at - 1 > self.begin and kind == "unknown":
            if words.NISBA.fullmatch(word):
                # A nation that no list has: وزير الخارجية الأبخازي سيرغي شامبا.
                return follows(reading, at) and not reading.tokens[at + 1].word.startswith(ARTICLE)
            if word[0] == "ب" and not follows(reading, at):
                return True  # A town that no list has: المدير الإقليمي بسلا.
        if kind == "both" and not word.startswith(ARTICLE) and follows(reading, at):
            return False
        is_title_word = bare(word) in reading.facts.title_words
        return is_title_word and kind != "name" and listed_at(reading, at) is None

    def _name_after_comma(self) -> None:
        reading = self.reading
        if reading.tokens[self.at].word.startswith("و") and reading.kind(self.at) != "name":
            return
        start = words.behind_honorifics(reading, self.at)
        last = name_at(reading, start)
        if last is None or (last == start and listed_at(reading, start) is None):
            return
        if reading.kind(start) == "unknown" and listed_at(reading, start) is None:
            closes = last + 1 >= len(reading.tokens) or reading.tokens[last + 1].gap >= COMMA
            if not closes:
                return
        self.name = (start, last)
        self.after_comma = True

    def _take(self) -> int:  # noqa: C901, PLR0911, PLR0912 (a decision list)
        """Say how many words from here on belong to the title."""
        reading, at = self.reading, self.at
        word = reading.tokens[at].word
        place = reading.place_at(at)
        is_joined = word[0] == "و" and len(word) > _TWO
        if word in grammar.STOPS or (is_joined and word[1:] in _NEVER_JOINED):
            return 0
        if is_joined and words.begins_next(reading, at, word[1:]):
            return 0
        if word == "و":
            return 1 if reading.is_open(at + 1) and reading.kind(at + 1) in {"common", "both"} else 0
        if at - 1 > self.begin and reading.tokens[at - 1].word == "و" and reading.kind(at) == "common":
            return 1
        if place is not None and (place.cut == 0 or word[0] in "بلو"):
            return place.last - at + 1
        if (head := reading.head_at(at)) is not None:
            if head[0] == "محافظه":
                return 1  # The province, whatever stands before it.
            if not head[1] and head[2] == 0 and reading.tokens[at - 1].word in words.CLOSING:
                self.closed = self.closed or at - 1  # رئيس الوزراء الأسبق رئيس جبهة …: what he is now.
            if head[0] in grammar.ACCUSATIVE:
                return 0  # وكيلا … رئيسا …, رئيس بلدية ليون وزيرا: the second office of one man.
            if not head[1] and words.begins_behind_place(reading, self.begin, at):
                return 0
            if head[2] and word[0] == "و":
                self.second = self.second or at
            return 1 if head[2] == 0 or word[0] in "ول" else 0
        before = reading.tokens[at - 1].word
        if word in grammar.AFTER_TITLE or (word.isdigit() and before in words.UNITS):
            return 1
        is_unit = before.isdigit() or before in words.UNITS
        if word in words.BRANCHES or (is_unit and reading.kind(at) == "unknown"):
            return 1
        if word in grammar.PREPOSITIONS and reading.kind(at) != "name":
            return self._after_preposition(at)
        if self._is_rulers(at):
            return 1
        return 1 if belongs(reading, self.begin, at, has_article=self.has_article) else 0

    def _after_preposition(self, at: int) -> int:  # noqa: PLR0911 (a decision list)
        reading = self.reading
        if not reading.is_open(at + 1) or reading.is_stop(at + 1):
            return 0
        if reading.tokens[at].word == "الي" and self.head not in words.SENT:
            return 0
        place = reading.place_at(at + 1)
        if place is not None:
            return place.last - at + 1
        if reading.tokens[at].word == "عن" and not self._is_answering(at):
            return 0
        word = reading.tokens[at + 1].word
        if word in {"عهد", "ظل", "اطار", "وقت", "بيان", "حديث", "مقابله", "موتمر", "تصريح", "كلمه"}:
            return 0
        if reading.tokens[at].word == "في" and not (
            bare(word) in reading.facts.title_words
            or word in grammar.CONSTRUCT
            or word in FIRST_WORDS
            or reading.kind(at + 1) == "unknown"
        ):
            return 0
        return 2

    def _is_answering(self, at: int) -> bool:
        before = bare(self.reading.tokens[at - 1].word)
        return self.head in words.ANSWERING or before in words.ANSWERING or before in words.CHARGED
