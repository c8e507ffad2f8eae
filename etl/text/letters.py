r"""Published text to display text, and display text to search text with its way back. Pure.

Two forms, never mixed. *Display* is what a reader sees: the published text without what a
keyboard, a browser or a PDF left in it, and nothing that changes how a word reads. *Search* is
what is compared: one spelling for what the press writes in several. Every span of the search
text leads back to the display text, so a match can always be shown in place.

>>> display("مـــؤتمر\N{NO-BREAK SPACE}\N{RIGHT-TO-LEFT MARK}الأمن  الغذائی")
'مؤتمر الأمن الغذائي'
>>> fold("الرئيس الأميركيّ") == fold("الرئيس الأمريكى") == 'الرءيس الامريكي'
True
>>> fold("٣ شئون لجواتيمالا، نشرت في ١٥ حزيران") == fold("3 شؤون لغواتيمالا، نشرت في 15 يونيو")
True
>>> published = "أعلنَ المسئولُ الأميركيُّ"
>>> found = search(published)
>>> found.text
'اعلن المسءول الامريكي'
>>> start, end = found.span(5, 12)
>>> published[start:end]
'المسئولُ'
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from pyarabic import araby

from etl.text import doublets
from etl.text.letterforms import Words, folded_codes, letters_of, to_display, to_folded, to_search

# A tatweel by itself between two words (تونس ـ وكالات) lengthens no letter: it is read as a dash.
_SPACE = r"[^\S\n\v\f\x1c-\x1e\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]"
_DASH = re.compile(rf"(?<={_SPACE}){to_display.dropped()}+(?={_SPACE}++\S)")
_MARKS = re.compile(rf"[{araby.TASHKEEL_STRING}]{{2,}}")
_ORPHANS = re.compile(rf"([ \n]){to_search.dropped()}")
_RUNS = re.compile(r" {2,}")
_BEYOND_ARABIC = re.compile(r"[^\0-\u06ff]+")


def display(text: str) -> str:
    r"""Give the text as a reader should see it, so that what is stored is what was published.

    NFC; marks of direction, zero-width and control characters, lone surrogates and tatweel out (a dash where it stands alone);
    Persian ی ک and presentation forms to Arabic letters; every kind of space to one space, every
    kind of line end to a newline; curly quotes to straight ones. Tashkeel stays: it changes how a
    word reads. Idempotent, linear, raises on no input.

    >>> display("ﻣﺠﻠﺲ الأمن\r\n  القُدس")
    'مجلس الأمن\nالقُدس'
    >>> display("قمة مغربية ـ أميركية في المغـرب")
    'قمة مغربية - أميركية في المغرب'
    """
    plain = to_display.common(text, marked=False)
    return _tidy(_with_marks(text) if plain is None else plain)


def _with_marks(text: str) -> str:
    """Give display letters where vowel marks, tatweel or rare characters have a say in what is beside them."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if araby.TATWEEL in text:
        text = _DASH.sub(lambda marks: "-" if araby.TATWEEL in marks.group() else "", text)
    text = to_display(text)
    if not unicodedata.is_normalized("NFC", text):
        # Nearly always only shadda and vowel in typing order: far cheaper than the whole text.
        text = _MARKS.sub(lambda marks: unicodedata.normalize("NFC", marks.group()), text)
    if not unicodedata.is_normalized("NFC", text):
        # NFC gives a few characters that the table knows (the Greek varia is a grave accent).
        text = to_display(unicodedata.normalize("NFC", text))
    # A mark without a letter, behind a space or at the start: nobody reads it, search text drops it.
    return _ORPHANS.sub(r"\1", " " + text)


def _tidy(text: str) -> str:
    """Give one space for several, and none at a line's ends."""
    if "  " in text:
        text = _RUNS.sub(" ", text)
    if "\n" in text and any(line[:1] == " " or line[-1:] == " " for line in text.split("\n")):
        text = text.replace(" \n", "\n").replace("\n ", "\n")
    return text.strip(" ")


def _edits(text: str) -> list[tuple[int, int, str]]:
    """Give the places of a letter-folded text that are written otherwise in search text."""
    found = doublets.edits(text)
    if not unicodedata.is_normalized("NFC", text):
        # Without the marks between them, letters of other scripts (Hangul, Bengali) can join.
        runs = (
            (*run.span(), unicodedata.normalize("NFC", run.group())) for run in _BEYOND_ARABIC.finditer(text)
        )
        found = sorted(found + [run for run in runs if text[run[0] : run[1]] != run[2]])
    return found


def applied(text: str, edits: list[tuple[int, int, str]]) -> str:
    """Write the edits into the text."""
    parts: list[str] = []
    end = 0
    for start, stop, new in edits:
        parts += (text[end:start], new)
        end = stop
    return "".join((*parts, text[end:]))


def fold(text: str) -> str:
    """Give the search text of any text, published or display, without its way back.

    >>> fold("«الهَيْأة» في أوربا")
    '"الهيءه" في اوروبا'
    """
    # Marks fall out of search text, so only a tatweel, which may be a dash, needs display text first.
    plain = None if araby.TATWEEL in text else to_folded.common(text, marked=True)
    text = to_search(display(text)) if plain is None else _tidy(plain)
    # Of the common alphabet's letters no two can join.
    edits = _edits(text) if plain is None else doublets.edits(text)
    return applied(text, edits) if edits else text


def folded_words(text: str, words: Words) -> tuple[str, list[str]]:
    """Give the search text of a text and the words in it, for less than the two cost one by one."""
    coded = None if araby.TATWEEL in text else folded_codes(text)
    if coded is None or not doublets.are_settled(coded):
        folded = fold(text)
        return folded, words(folded)
    return _tidy(letters_of(coded)), words.spelt(coded)


@dataclass(frozen=True, slots=True)
class SearchText:
    """A search text and its way back to the display text.

    `offsets` holds the places where the two get out of step: (place in `text`, place in the
    display text, whether what begins here was respelt as a whole). Between them they keep step,
    so the map is as long as the differences, not as the text; the last one is both ends.
    """

    text: str
    offsets: tuple[tuple[int, int, bool], ...]
    # A search by a list of places needs no key, which is called ten times for each place asked for.
    _places: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _shown: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Lay the places of both texts ready to be searched."""
        object.__setattr__(self, "_places", tuple([place for place, _, _ in self.offsets]))
        object.__setattr__(self, "_shown", tuple([shown for _, shown, _ in self.offsets]))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the display text that a span of the search text was made from.

        Tashkeel belongs to the letter before it; any part of a respelt word gives the whole.
        Raises `ValueError` for a span that is none of this text.

        >>> search("غِيَابٌ").span(0, 1)
        (0, 2)
        """
        if not 0 <= start <= end <= len(self.text):
            message = f"span {start}:{end} is not within the {len(self.text)} characters of the search text"
            raise ValueError(message)
        first = self._run(start)
        place, shown, whole = self.offsets[first]
        begin = shown if whole else shown + start - place
        if start == end:
            return begin, begin
        if not whole and end < self._places[first + 1]:
            # Both texts keep step from the first letter to the last, as nearly everywhere.
            return begin, begin + end - start
        last = self._run(end - 1)
        place, shown, whole = self.offsets[last]
        after = self.offsets[last + 1]
        stop = after[1] if whole or end == after[0] else shown + end - place
        return begin, stop

    def place(self, shown: int) -> int:
        """Give the place in the search text that a place in the display text came to.

        >>> search("غِيَابٌ").place(2)
        1
        """
        run = max(bisect_right(self._shown, shown) - 1, 0)
        place, begin, whole = self.offsets[run]
        if whole:
            return place
        end = self._places[run + 1] if run + 1 < len(self.offsets) else len(self.text)
        return min(place + shown - begin, max(end, place))

    def _run(self, place: int) -> int:
        """Find the run of steps that holds a place; of several at one place, the last."""
        return min(bisect_right(self._places, place) - 1, max(len(self.offsets) - 2, 0))


def _runs(display_text: str, folded: str) -> Iterator[tuple[int, int]]:
    """Give where letter-folded and display text get out of step: behind each dropped mark."""
    yield 0, 0
    if len(folded) != len(display_text):
        dropped = 0
        for start, end in to_search.drops(display_text):
            dropped += end - start
            yield end - dropped, end


def search(display_text: str) -> SearchText:
    """Give the search text of a display text with its way back. Linear.

    Search text is display text without tashkeel, every hamza seat one, ى as ي, ة as ه, any digit
    as ASCII, Latin without case and accents, and one spelling for the doublets of the press.
    """
    folded = to_search(display_text)
    runs = list(_runs(display_text, folded))
    edits = _edits(folded)
    text = applied(folded, edits) if edits else folded
    offsets: list[tuple[int, int, bool]] = []
    shift, index, run = 0, 0, runs[0]
    for start, stop, new in edits:
        while index < len(runs) and runs[index][0] <= start:
            run, index = runs[index], index + 1
            offsets.append((run[0] + shift, run[1], False))
        offsets.append((start + shift, run[1] + start - run[0], True))
        while index < len(runs) and runs[index][0] <= stop:
            run, index = runs[index], index + 1
        shift += len(new) - (stop - start)
        offsets.append((stop + shift, run[1] + stop - run[0], False))
    offsets += [(place + shift, shown, False) for place, shown in runs[index:]]
    return SearchText(text, (*offsets, (len(text), len(display_text), False)))
