r"""What is known of each word, asked once for every word and then looked up. Pure, but for what it remembers.

Of the words of an article nearly all were read in others before. A look-up by the bytes of a word costs less
than the string of it, so a text of known words is neither folded nor cut into strings at all.

>>> lengths = WordTable(r"\w", len)
>>> lengths.of_folded("قال المتحدث"), lengths.of_display("قالَ «المتحدّث»")
([3, 7], [3, 7])
"""

from collections.abc import Callable
from typing import Generic, TypeVar

from pyarabic import araby

from etl.text import doublets
from etl.text.letterforms import Words, spelt
from etl.text.letters import applied, fold

Told = TypeVar("Told")
_MOST = 65536


class WordTable(Generic[Told]):
    """What a function tells of the folded words of texts, as runs of one class of letters."""

    __slots__ = ("_by_display", "_by_folded", "_by_word", "_open", "_tell", "_words")

    def __init__(self, letter: str, tell: Callable[[str], Told]) -> None:
        """Take the regular expression of a letter, and what is to be asked of each word; it is asked once."""
        self._words, self._tell = Words(letter), tell
        self._by_word: dict[str, Told] = {}
        self._by_folded: dict[bytes, Told] = {}
        self._by_display: dict[bytes, Told] = {}
        self._open: set[bytes] = set()

    def of_folded(self, search_text: str) -> list[Told]:
        """Give what is told of each word of a search text, in order."""
        coded = self._words.coded(search_text)
        if coded is None:
            return list(map(self.of_word, self._words(search_text)))
        known = self._by_folded
        try:
            return list(map(known.__getitem__, coded))
        except KeyError:
            codes = list(set(coded).difference(known))
            known.update(zip(codes, map(self.of_word, spelt(codes)), strict=True))
        return list(map(known.__getitem__, coded))

    def of_display(self, text: str) -> list[Told]:
        """Give what is told of each word of the search text of a text, in order."""
        coded = None if araby.TATWEEL in text else self._words.coded_and_folded(text)
        if coded is None:
            return self.of_folded(fold(text))
        known = self._by_display
        if self._open.isdisjoint(coded):
            try:
                return list(map(known.__getitem__, coded))
            except KeyError:
                self._read_all(set(coded).difference(known))
        # Months: what they are called hangs on what stands beside them.
        if not self._open.isdisjoint(coded):
            return self.of_folded(fold(text))
        return list(map(known.__getitem__, coded))

    def of_word(self, word: str) -> Told:
        """Give what is told of one word of search text."""
        if word not in self._by_word:
            self._by_word[word] = self._tell(word)
        return self._by_word[word]

    def trim(self) -> None:
        """Forget all, where more is remembered than an hour of news takes; never between two parts of an article.

        What is told of a word would else not be the same object throughout it.
        """
        if len(self._by_word) > _MOST or len(self._by_display) > _MOST or len(self._by_folded) > _MOST:
            self.forget()

    def forget(self) -> None:
        """Forget all, so that the time of a first text can be measured."""
        self._by_word.clear()
        self._by_folded.clear()
        self._by_display.clear()
        self._open.clear()

    def _read_all(self, codes: set[bytes]) -> None:
        """Read words of a text that were not read before."""
        unread = list(codes)
        for code, letters in zip(unread, spelt(unread), strict=True):
            word = self._one_word(letters)
            if word is None:
                self._open.add(code)
            else:
                self._by_display[code] = self.of_word(word)

    def _one_word(self, letters: str) -> str | None:
        """Give the search text of a run of folded letters, None where that hangs on what stands beside it."""
        edits = doublets.edits_of_word(letters)
        if not edits:
            return letters if edits is not None else None
        word = applied(letters, edits)
        return word if self._words(word) == [word] else None
