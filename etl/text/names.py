"""Person names as the press spells them: one key for the spellings of a name, a distance for near ones. Pure.

The same minister is لاندو and لانداو, عبداللطيف and عبد اللطيف, الحموشي and حموشي. Spelling differences
that never tell two people apart are folded into the key: hamza seats, tashkeel, ة and ه, the article,
عبد and بن and أبو written apart or joined, غ for ج, a final ش for س in a long name. Vowels are left out
only where a name is foreign by its build: in an Arabic name they are the name (سالم, سليم). Word order
and titles stay: who strips وزير must say so.

>>> name_key("كريستوفر لانداو") == name_key("كريستوفر لاندو")
True
>>> name_key("عبد اللطيف الحموشي") == name_key("عبداللطيف حموشي")
True
>>> len({name_key(name) for name in ("غوتيريش", "جوتيريش", "غوتيريس")})
1
>>> len({name_key(name) for name in ("محمد", "محمود", "أحمد", "حسن", "حسين", "سالم", "سليم", "علي", "عالي")})
9
>>> name_distance("تود روبنسون", "تورد روبنسون") < NEAR < name_distance("محمد بن سلمان", "محمد بن زايد")
True
"""

import re
from functools import lru_cache

from etl.text.months import INVISIBLE, fold_word
from etl.text.names_spellings import ARABIC, SPELLING_OF

NEAR = 0.3
"""Distance below which two names may be one misspelt; above it they are two."""

_WORD = re.compile(rf"[^\W\d_](?:[{INVISIBLE}]*+[^\W\d_])*+[{INVISIBLE}]*+|\d+")
_ONE_LETTER = str.maketrans({"گ": "غ", "ڨ": "غ", "ݣ": "غ", "ڭ": "غ", "چ": "ج", "ء": None})
_ONLY_ARABIC = frozenset("حعصضطظقذثخ")
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_VOWELS = frozenset("اوي")
_FOREIGN_END = re.compile(
    r"(?:سكي|[وي]ف|وفا|سون|سن|ستون|تون|يتش|ي[شسز]|ينغ|ينج|ب[ي]?رغ|ب[ي]?رج|بورغ|بورج|لاند|فيلد|فورد|شتاين|ستاين|وود|نكو|"
    r"شفيلي|فان|هاور|مير|[^و]و|تش|كين|كن|ستر|نر|ارد|كس|تس|تز)$"
)
_FOREIGN_START = ("تش", "شف", "مك")
_JOINED = frozenset({"عبد", "بن", "ابو", "ام", "ذو", "لو", "دي", "دو", "دا", "لا", "فان", "فون", "ماك", "مك"})
_AFTER_VON = frozenset({"دير", "در", "دن", "دين"})
_SAME_PARTICLE = {"ابي": "ابو", "ابا": "ابو", "ابن": "بن", "ذي": "ذو", "ذا": "ذو"}
_LEFT_OUT = frozenset({"ال"})
_FEWEST_CONSONANTS, _MANY_CONSONANTS = 4, 5
_SHORTEST_WITH_ARTICLE = 5
_LONG = 5
_SHORTEST_FEMININE = 4
_LONGEST_COMPARED = 64
_MOST_WORDS = 12


def _words(name: str) -> list[str]:
    """Cut a name into words with their published letters, marks of direction and points left out."""
    return [match.group() for match in _WORD.finditer(name)]


def _folded(word: str) -> str:
    """Fold hamza seats and alif forms; ة and a ه that stands for it become a final ا."""
    taa = word.rstrip("".join(map(chr, range(0x64B, 0x653)))).endswith("ة")
    folded = fold_word(word).translate(_ONE_LETTER)
    # طه، نبيه and الله keep their ه; هنية and هنيه are written both ways.
    if len(folded) >= _SHORTEST_FEMININE and folded.endswith("ه") and not folded.endswith(("الله", "ربه")):
        before, short = folded[-2], len(folded) < _LONG
        if before not in "اوي" or (before == "ي" and not short) or (taa and before != "ي"):
            folded = folded[:-1] + "ا"
    for long in ("وو", "يي", "اا"):
        folded = folded.replace(long, long[0])
    return folded


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) >= _SHORTEST_WITH_ARTICLE else word


def _joined(words: list[str]) -> list[tuple[str, bool]]:
    """Join what belongs to one name (عبد, بن, أبو, الدين, الله); True marks an Arabic build."""
    parts: list[tuple[str, bool]] = []
    held = ""
    for at, raw in enumerate(words):
        word = _SAME_PARTICLE.get(raw, raw) if at + 1 < len(words) else raw
        if word in _LEFT_OUT and at + 1 < len(words):
            continue
        if (word in _JOINED or (word in _AFTER_VON and held in {"فون", "فان"})) and at + 1 < len(words):
            held += word
            continue
        bare = _without_article(word)
        if word in {"الدين", "الله"} and parts and not held:
            parts[-1] = (parts[-1][0] + ("دين" if word == "الدين" else "له"), True)
            continue
        arabic = bare != word or (held + bare).startswith(("عبد", "بن", "ابو")) or held in {"ام", "ذو"}
        parts.append((_closed(held + _closed(bare)), arabic))
        held = ""
    return parts


def _closed(word: str) -> str:
    """Drop the article inside a word written together: عبداللطيف, نورالدين, أبوالغيط, نصرالله."""
    for start in ("عبد", "ابو"):
        if word.startswith(start + "ال") and len(word) > len(start) + 3:
            return start + word[len(start) + 2 :]
    for end in ("الدين", "الله"):
        if word.endswith(end) and len(word) > len(end):
            return word[: -len(end)] + ("دين" if end == "الدين" else "له")
    return "له" if word == "الله" else word


def _consonants(word: str) -> str:
    return "".join(letter for letter in word if letter not in _VOWELS)


def is_foreign_build(word: str) -> bool:
    """Tell whether a folded name word is foreign by its letters, so that its vowels say little.

    >>> [is_foreign_build(word) for word in ("زيلينسكي", "بلينكن", "سليمان", "محمود")]
    [True, True, False, False]
    """
    if _ONLY_ARABIC & set(word) or word in ARABIC or word.strip(_LETTERS):
        return False
    count = len(_consonants(word))
    if count < _FEWEST_CONSONANTS:
        return False
    if _FOREIGN_END.search(word) or word.startswith(_FOREIGN_START):
        return True
    return count >= _MANY_CONSONANTS and not word.endswith(("ي", "ان", "ون"))


def _sounded(word: str) -> str:
    """Give one spelling for the sounds that transcriptions write in several ways."""
    word = word.replace("غ", "ج")
    if len(word) >= _LONG:
        word = re.sub(r"ش$|(?<=[يت])ز$", "س", word)
    return re.sub(r"(?<=.)او$", "و", word)


def _skeleton(word: str) -> str:
    """Leave the vowels out of a foreign word, but for the first letter."""
    first = "ا" if word[0] in "او" and len(word) > 1 and word[1] in _VOWELS else word[0]
    rest = "".join(letter for letter in word[1:] if letter not in _VOWELS and letter != "ه")
    return first + re.sub(r"(.)\1+", r"\1", rest)


@lru_cache(maxsize=16384)
def _parts(name: str) -> tuple[tuple[str, str, bool], ...]:
    """Give each word of a name as key, as letters to compare, and whether it is Arabic by its build."""
    words = [_folded(word) for word in _words(name)]
    parts = []
    for word, arabic in _joined([SPELLING_OF.get(word, word) for word in words if word]):
        listed = SPELLING_OF.get(word)
        plain = _sounded(listed or word)
        foreign = not arabic and listed is None and is_foreign_build(word)
        key = _skeleton(_sounded(word)) if foreign else plain
        certain = arabic or word in ARABIC or bool(_ONLY_ARABIC & set(word)) or word.endswith(("اني", "اوي"))
        parts.append((key, plain, certain))
    return tuple(parts)


def name_key(name: str) -> str:
    """Give one key for all the spellings of one name, so that mentions can be grouped by equality.

    Keys are for comparing, not for showing. An empty or unreadable name has the empty key.

    >>> name_key("محمّد بن راشد آل مكتوم") == name_key("محمد ابن راشد ال مكتوم")
    True
    >>> name_key("أبو الغيط") == name_key("أبوالغيط"), name_key("بنكيران") == name_key("ابن كيران")
    (True, True)
    """
    return " ".join(key for key, _, _ in _parts(name))


def name_words(name: str) -> tuple[tuple[str, str, bool], ...]:
    """Give each word of a name as its key, as the letters to compare, and whether any other letters are another name.

    Two names with one word of such a kind in one place, and other letters there, are never `NEAR`.

    >>> [certain for _, _, certain in name_words("تود الحموشي")]
    [False, True]
    """
    return tuple(
        (key, letters, certain and at < _MOST_WORDS and len(letters) <= _LONGEST_COMPARED)
        for at, (key, letters, certain) in enumerate(_parts(name))
    )


_RELATED = tuple(map(frozenset, ("جكقغ", "فب", "سزشص", "تطث", "دذضز", "هح")))
_VOWEL_COST, _RELATED_COST, _LETTER_COST, _OTHER_COST = 0.6, 0.6, 1.0, 1.3
_ARABIC_WEIGHT, _ARABIC_LEAST = 3.2, 0.45
_FIRST_LETTER_WEIGHT = 1.6
_WORST_WORD_SHARE = 0.7


def _substitution(a: str, b: str) -> float:
    """Weigh one letter for another: ا for و is a transcription, و for ي or ر for ل another name."""
    if a == b:
        return 0.0
    if a in _VOWELS and b in _VOWELS:
        return _VOWEL_COST if "ا" in (a, b) else _OTHER_COST
    return _RELATED_COST if any(a in group and b in group for group in _RELATED) else _OTHER_COST


def _gap(letter: str) -> float:
    return _VOWEL_COST if letter in _VOWELS or letter == "ه" else _LETTER_COST


def _word_distance(a: str, b: str, *, arabic: bool) -> float:
    """Weigh letter edits by how easily a transcription makes them; in an Arabic name each one counts."""
    a, b = a[:_LONGEST_COMPARED], b[:_LONGEST_COMPARED]
    if a == b:
        return 0.0
    if a in ARABIC and b in ARABIC:
        return 1.0
    row = [0.0]
    for letter in b:
        row.append(row[-1] + _gap(letter))
    for line, x in enumerate(a):
        above, row = row, [row[0] + _gap(x)]
        for at, y in enumerate(b, start=1):
            swap = _substitution(x, y) * (_FIRST_LETTER_WEIGHT if line == 0 and at == 1 else 1.0)
            row.append(min(above[at] + _gap(x), row[-1] + _gap(y), above[at - 1] + swap))
    distance = row[-1] / max(len(a), len(b))
    return min(1.0, max(_ARABIC_WEIGHT * distance, _ARABIC_LEAST)) if arabic else min(1.0, distance)


_MISSING = 0.6
_SAME_LETTERS = 0.05
"""Distance of names whose letters agree while their keys do not: a word boundary, or a build misjudged."""


def name_distance(a: str, b: str) -> float:
    """Measure how far two names are: 0.0 for spellings of one key, 1.0 for unrelated names.

    Words are matched in their order; a word that only one name has costs, so the full name and the
    surname alone are neither equal nor strangers. Below `NEAR` a misspelling is likely (تود, تورد).

    >>> name_distance("غوتيريش", "جوتيريس"), name_distance("محمد", "خديجة")
    (0.0, 1.0)
    >>> name_distance("أنتوني بلينكن", "أنطوني بلينكين")
    0.0
    """
    left, right = _parts(a)[:_MOST_WORDS], _parts(b)[:_MOST_WORDS]
    if not left or not right:
        return 0.0 if left == right else 1.0
    if [key for key, _, _ in left] == [key for key, _, _ in right]:
        return 0.0
    if "".join(key for key, _, _ in left) == "".join(key for key, _, _ in right):
        return _SAME_LETTERS
    costs = _aligned(left, right)
    if not sum(costs):
        return _SAME_LETTERS
    # One other word makes another person, however many words agree: the worst word weighs most.
    mean = sum(costs) / len(costs)
    return min(1.0, mean + _WORST_WORD_SHARE * (max(costs) - mean))


def _aligned(
    left: tuple[tuple[str, str, bool], ...], right: tuple[tuple[str, str, bool], ...]
) -> list[float]:
    """Match words in order at the least cost; the cost of each match or missing word."""
    table: list[list[list[float]]] = [[[_MISSING] * at for at in range(len(right) + 1)]]
    for x in left:
        row = [[*table[-1][0], _MISSING]]
        for at, y in enumerate(right, start=1):
            same = 0.0 if x[0] == y[0] else _word_distance(x[1], y[1], arabic=x[2] or y[2])
            choices = ([*table[-1][at - 1], same], [*table[-1][at], _MISSING], [*row[-1], _MISSING])
            row.append(min(choices, key=sum))
        table.append(row)
    return table[-1][-1]
