"""The tables that turn published characters to display and search characters. Pure.

Zerrouki's names of the Arabic letters and marks (`pyarabic.araby`) are the ground; what his tables
lack is added: other keyboards' letters, presentation forms, other scripts, invisible characters.
"""

import codecs
import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from pyarabic import araby

# Cf that a reader sees: the Arabic number signs and the sign of a verse.
_PRINTED_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u0890\u0891\u08e2")
_NEWLINES = "\v\f\x1c\x1d\x1e\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
_QUOTES = {'"': "“”„‟〝〞〟＂", "'": "‘’‚‛`´＇", "«": "《≪", "»": "》≫"}
# Persian and Urdu keyboards: the same letter of the same word under another code.
_PERSIAN = {"ی": araby.YEH, "ک": araby.KAF, "ڪ": araby.KAF}
_FORMS = (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFD))
# Common characters map to themselves: a miss in the table costs str.translate ten times a hit.
_COMMON = (range(0x250), range(0x600, 0x700), range(0x2010, 0x2040))

_SEARCH_LETTERS = {
    araby.ALEF: (
        araby.ALEF_MADDA + araby.ALEF_HAMZA_ABOVE + araby.ALEF_HAMZA_BELOW + araby.ALEF_WASLA + "ٲٳٵݳݴ"
    ),
    # One hamza for every seat: وزراء، وزرائه، وزراؤه and مسؤول/مسئول meet.
    araby.HAMZA: araby.WAW_HAMZA + araby.YEH_HAMZA + "ٴٶٷٸۓ",
    araby.YEH: araby.ALEF_MAKSURA + "ےېێۍ",
    araby.HEH: araby.TEH_MARBUTA + "ھہەۀۂۃۿ",
    araby.KAF: "گڭݣڬ",
    araby.FEH: "ڤڥ",
    # Tunisia's g, in names that the rest of the press writes with ق (ڨفصة).
    araby.QAF: "ڨ",
    araby.BEH: "پ",
    araby.JEEM: "چڃ",
    araby.ZAIN: "ژ",
    araby.NOON: "ںڼ",
}
_SEARCH_SIGNS = {
    ",": "،٬", ";": "؛", "?": "؟", "%": "٪", ".": "٫۔", '"': "«»", "'": "‹›", "-": "‐‑‒–—―−", "/": "⁄∕",
}  # fmt: skip
# Combining marks that carry no letter of Arabic or Latin script. Indic vowels are letters: kept.
_MARKS = (
    range(0x300, 0x370), range(0x483, 0x488), range(0x610, 0x61B), range(0x64B, 0x660), range(0x670, 0x671),
    range(0x6D6, 0x6DD), range(0x6DF, 0x6E9), range(0x6EA, 0x6EE), range(0x8CA, 0x900), range(0x1AB0, 0x1B00),
    range(0x1DC0, 0x1E00), range(0x20D0, 0x2100), range(0xFE00, 0xFE10), range(0xFE20, 0xFE30),
)  # fmt: skip
_LATIN = (range(0x41, 0x250), range(0x1E00, 0x1F00), range(0x2C60, 0x2C80))
_CASED = (*_LATIN, range(0x370, 0x530), range(0x1F00, 0x2000))


def _display_table() -> dict[int, str | int | None]:
    """One entry for each character that display text changes, drops, or holds very often."""
    table: dict[int, str | int | None] = {code: code for codes in _COMMON for code in codes}
    for code in chain(range(0x20, 0x10000), range(0xE0000, 0xE0080)):
        character = chr(code)
        category = unicodedata.category(character)
        if category in {"Cc", "Cs"} or (category == "Cf" and character not in _PRINTED_FORMATS):
            table[code] = None
        elif category == "Zs":
            table[code] = " "
    table.update(dict.fromkeys(range(0x20)))
    table[ord("\t")] = " "
    table.update(dict.fromkeys(map(ord, "\n" + _NEWLINES), "\n"))
    table[ord(araby.TATWEEL)] = None
    table[ord("\N{OBJECT REPLACEMENT CHARACTER}")] = None
    for new, old in _QUOTES.items():
        table.update(dict.fromkeys(map(ord, old), new))
    persian = str.maketrans(_PERSIAN)
    table.update(persian)
    for code in chain(*_FORMS):
        # An isolated mark decomposes to a space or a tatweel under it, and reads as the mark alone.
        plain = unicodedata.normalize("NFKC", chr(code)).replace(araby.TATWEEL, "")
        if plain != chr(code):
            plain = plain.strip() if any(map(unicodedata.combining, plain)) else plain
            table[code] = plain.translate(persian)
    return table


def _search_table(display_table: dict[int, str | int | None]) -> dict[int, str | int | None]:
    """One entry for each character that search text changes: always to one character or to none."""
    table: dict[int, str | int | None] = {code: code for codes in _COMMON for code in codes}
    for code in chain(*_CASED):
        # Accents go with the case (Erdoğan, Erdogan), in Latin only: й is no и.
        character = chr(code)
        latin = any(code in codes for codes in _LATIN)
        base = unicodedata.normalize("NFD", character)[0] if latin else character
        folded = base.casefold()
        shown = folded.translate(display_table)
        if len(folded) == 1 and shown == folded and unicodedata.is_normalized("NFC", folded):
            table[code] = folded
    for code in range(0x10000):
        if (digit := unicodedata.decimal(chr(code), None)) is not None:
            table[code] = str(digit)
    for new, old in chain(_SEARCH_LETTERS.items(), _SEARCH_SIGNS.items()):
        table.update(dict.fromkeys(map(ord, old), new))
    for code in chain(*_MARKS, map(ord, araby.SMALL), map(ord, araby.TASHKEEL)):
        table[code] = None
    return table


# What nearly all articles are written with: 256 characters at most, so that a text can go through
# C tables of bytes. str.translate looks up a dict per character and takes ten times as long.
_ALPHABET = (
    "\0\n\t"
    + "".join(map(chr, range(0x20, 0x7F)))
    + "".join(map(chr, chain(range(0x621, 0x63B), range(0x640, 0x653), range(0x660, 0x66E))))
    + "".join(map(chr, range(0x6F0, 0x6FA)))
    + "،؛؟ٱیکگپچڤڨژھ«»“”‘’…–—•·×°éèàçêôîâïëûùöüÉ©®€£½²áíóúñäßÀ→←●■▪›‹"
    + "\u0670\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
    + "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{RIGHT-TO-LEFT EMBEDDING}\N{ZERO WIDTH NO-BREAK SPACE}"
    + "\N{POP DIRECTIONAL FORMATTING}\N{LEFT-TO-RIGHT EMBEDDING}\N{RIGHT-TO-LEFT OVERRIDE}"
)
_TO_BYTES = codecs.charmap_build(_ALPHABET.ljust(256, "\ufffe"))


def _bytes_of(text: str) -> bytes | None:
    """Give the places of a text's letters in the common alphabet; None for a text of other letters."""
    try:
        return codecs.charmap_encode(text, "strict", _TO_BYTES)[0]
    except UnicodeEncodeError:
        return None


def codes_of(letters: Collection[str]) -> bytes:
    """Give the places in the common alphabet of those of the letters that are in it."""
    return bytes(place for place, letter in enumerate(_ALPHABET) if letter in letters)


def _kind(letter: str) -> str:
    """Tell a vowel mark (m), a tatweel (-), white space and what is not seen (a space), a letter (x)."""
    if letter == araby.TATWEEL:
        return "-"
    if unicodedata.combining(letter):
        return "m"
    return "x" if letter.isprintable() and not letter.isspace() else " "


_KINDS = "".join(map(_kind, _ALPHABET)).ljust(256).encode()
# What bytes.split() splits at. The codes of white space stand for signs in the alphabet, never for letters.
_BREAK = ord(" ")


class Letters:
    """A table of characters, with a fast way for texts that hold only the common alphabet."""

    __slots__ = ("_decoded", "_dropped", "_kept", "_marks", "_only_drops", "_run", "_table")

    def __init__(self, table: dict[int, str | int | None]) -> None:
        """Take the table; what it does not name stays as it is."""
        self._table = table
        self._decoded = "".join(character.translate(table) or character for character in _ALPHABET)
        self._dropped = bytes(
            place for place, character in enumerate(_ALPHABET) if not character.translate(table)
        )
        self._kept = bytes(
            place for place, character in enumerate(_ALPHABET) if character.translate(table) == character
        )
        self._only_drops = not any(table.values())
        self._marks = bytes(place in self._dropped for place in range(256))
        self._run = re.compile(self.dropped())

    def __call__(self, text: str) -> str:
        """Translate a text, in linear time."""
        if (coded := _bytes_of(text)) is None:
            return text.translate(self._table)
        left = coded.translate(None, self._dropped)
        if self._only_drops and len(left) == len(text):
            return text
        return codecs.charmap_decode(left, "strict", self._decoded)[0]

    def common(self, text: str, *, marked: bool) -> str | None:
        """Translate a text of the common alphabet; None for any other.

        Where it may not be `marked`, None also where a mark or a tatweel has a say in what stands beside it.
        """
        if (coded := _bytes_of(text)) is None:
            return None
        if not marked:
            kinds = b" " + coded.translate(_KINDS)
            # Most texts have neither: one character is sought ten times as fast as two.
            if b"m" in kinds and (b" m" in kinds or b"mm" in kinds):
                return None
            if b"-" in kinds and (b" -" in kinds or b"-m" in kinds):
                return None
            if not coded.translate(None, self._kept):
                return text
        return codecs.charmap_decode(coded.translate(None, self._dropped), "strict", self._decoded)[0]

    def drops(self, text: str) -> Iterator[tuple[int, int]]:
        """Give the runs of characters that the table drops, in linear time."""
        if (coded := _bytes_of(text)) is None:
            yield from (run.span() for run in self._run.finditer(text))
            return
        marks = coded.translate(self._marks)
        start = marks.find(1)
        while start >= 0:
            end = start + 1
            while marks[end : end + 1] == b"\1":
                end += 1
            yield start, end
            start = marks.find(1, end)

    @property
    def dropped_codes(self) -> bytes:
        """The places in the common alphabet of what the table drops."""
        return self._dropped

    @property
    def codes(self) -> bytes:
        """For each place of the common alphabet that of the letter it becomes; for what is dropped its own.

        Raises ValueError where a letter becomes one that is not in the alphabet.
        """
        return bytes(
            place if place in self._dropped else _ALPHABET.index(letter)
            for place, letter in enumerate(self._decoded[: len(_ALPHABET)])
        )

    def dropped(self) -> str:
        """Give a regular expression for runs of the characters that the table drops."""
        codes = "".join(re.escape(chr(code)) for code, new in self._table.items() if new is None)
        return f"[{codes}]+" if codes else "(?!)"


_DISPLAY_TABLE = _display_table()
to_display = Letters(_DISPLAY_TABLE)
_SEARCH_TABLE = _search_table(_DISPLAY_TABLE)
to_search = Letters(_SEARCH_TABLE)
# Both steps in one, for texts of the common alphabet: there is nothing in it that NFC would join.
to_folded = Letters(
    {ord(letter): letter.translate(_DISPLAY_TABLE).translate(_SEARCH_TABLE) or None for letter in _ALPHABET}
)


class Words:
    """A class of letters, with a fast way to the runs of them in texts of the common alphabet."""

    __slots__ = ("_coded", "_dropped", "_folding", "_run", "_spaced")

    def __init__(self, letter: str, folded: Letters = to_folded) -> None:
        """Take the regular expression of one letter; it is none of the signs = & ' ( ) *, or of white space.

        `folded` is the table that `coded_and_folded` works by.
        """
        self._run = re.compile(rf"(?:{letter})+")
        are_letters = [re.match(letter, character) is not None for character in _ALPHABET]
        kept = zip(_ALPHABET, are_letters, strict=True)
        self._spaced = "".join(character if is_letter else " " for character, is_letter in kept).ljust(256)
        codes = [code if is_letter else _BREAK for code, is_letter in enumerate(are_letters)]
        self._coded = bytes(codes).ljust(256, bytes([_BREAK]))
        self._folding = bytes(codes[code] for code in folded.codes).ljust(256, bytes([_BREAK]))
        self._dropped = folded.dropped_codes

    def __call__(self, text: str) -> list[str]:
        """Give the runs in order, in linear time: what `re.findall` gives, in half of its time."""
        if (coded := _bytes_of(text)) is None:
            return self._run.findall(text)
        return self.spelt(coded)

    def coded(self, text: str) -> list[bytes] | None:
        """Give the runs as bytes, which cost a third of what `spelt` gives; None for a text of other letters."""
        coded = _bytes_of(text)
        return None if coded is None else self.parted(coded)

    def parted(self, coded: bytes) -> list[bytes]:
        """Give the runs in a text that `folded_codes` gave, as `coded` gives them."""
        return coded.translate(self._coded).split()

    def spelt(self, coded: bytes) -> list[str]:
        """Give the runs in a text that `folded_codes` gave, as strings."""
        return codecs.charmap_decode(coded, "strict", self._spaced)[0].split()

    def coded_and_folded(self, text: str) -> list[bytes] | None:
        """Give the runs of the letters that the table makes of a text, as `coded` gives them."""
        coded = _bytes_of(text)
        return None if coded is None else coded.translate(self._folding, self._dropped).split()


_SPACE = bytes([_ALPHABET.index(" ")])
_FOLDED_CODES = to_folded.codes.ljust(256)


def spelt(words: Sequence[bytes]) -> list[str]:
    """Give the strings of runs of letters, in order."""
    return letters_of(_SPACE.join(words)).split()


def folded_codes(text: str) -> bytes | None:
    """Give what `to_folded` makes of a text, as places in the common alphabet; None for a text of other letters."""
    coded = _bytes_of(text)
    return None if coded is None else coded.translate(_FOLDED_CODES, to_folded.dropped_codes)


def letters_of(coded: bytes) -> str:
    """Give the letters at places in the common alphabet."""
    return codecs.charmap_decode(coded, "strict", _ALPHABET)[0]
