"""An article to the evidence that the topic model weighs: its words, and the cues among them. Pure.

A word stands for itself, for its stem and for the letters within it; each of these is hashed to one of
a fixed number of places, so that a model is a table of one known size and no vocabulary has to be kept.
Beside the places stand the cues: what the words and phrases of `topic_cues` say for each topic. Cues are
no places: a model that learned them would lean on them alone, as they also label what it learns from.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log
from zlib import crc32

import numpy as np
import numpy.typing as npt

from etl.classify.topic_cues import CUE_WORDS, PHRASES
from etl.text.letters import fold
from etl.text.stems import stem, stem_folded
from etl.text.word_table import WordTable

Places = npt.NDArray[np.int32]
Numbers = npt.NDArray[np.float32]

CODES = tuple(f"medtop:{each}000000" for each in sorted(CUE_WORDS))
PLACES = 1 << 18
"""Places of the table: a power of two above the 150,000 forms that the training articles hold."""
# Words, stems and letters have places of their own, so that each is brought to length one by itself.
_STEMS_FROM, _LETTERS_FROM = PLACES // 2, PLACES * 3 // 4
LEAD_WORDS = 300
"""A news article says what it is about in its first words; the rest costs time and adds noise."""
_TITLE_TIMES = 2
_GRAM = 4
_MEAN_LETTERS = 8
_SHORTEST = 2
_LETTER = r"[^\W\d_]"
# What a cue weighs by where it stands: in the title, the first words, those behind; and a phrase.
_TITLE_CUE, _FIRST_CUE, _LATER_CUE, _PHRASE_CUE = 3.0, 1.5, 0.4, 3.0
_FIRST_WORDS, _CUE_WORDS_READ, _PHRASE_WORDS = 40, 160, 80
_MOST_TOPICS = 2


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class KnownWord:
    """All that the model asks of one word of search text, which hangs on the word alone.

    `places` are those that the word is hashed to, `size` of them, as bytes: to join those of some hundred
    words takes a fifth of the time of joining arrays. `columns` are the topics that it is a cue of, `phrases`
    the stems of the words behind it with the topic of which they make it a cue.
    """

    stem: str
    places: bytes
    size: int
    columns: tuple[int, ...]
    phrases: tuple[tuple[tuple[str, ...], int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of an article's title and of its lead, of two letters and more."""

    title: tuple[KnownWord, ...]
    lead: tuple[KnownWord, ...]


def read_words(title: str, body: str) -> Words:
    """Give the words of an article; no more of it is read than is needed."""
    _table.trim()
    return Words(title=_found(title), lead=_found(body[: LEAD_WORDS * _MEAN_LETTERS])[:LEAD_WORDS])


def _found(text: str) -> tuple[KnownWord, ...]:
    return tuple(filter(None, _table.of_display(text)))


def _known(word: str) -> KnownWord | None:
    """Read one word of search text; one of a single letter says nothing."""
    if len(word) < _SHORTEST:
        return None
    stemmed = stem_folded(word)
    hashed = _places(word, stemmed)
    return KnownWord(
        stem=stemmed,
        places=np.array(hashed, np.int32).tobytes(),
        size=len(hashed),
        columns=cue_stems().get(stemmed, ()),
        phrases=_phrases().get(stemmed, ()),
    )


_table = WordTable(_LETTER, _known)


def _place(kind: str, value: str, start: int, end: int) -> int:
    return start + crc32(f"{kind}{value}".encode()) % (end - start)


def _places(word: str, stemmed: str) -> list[int]:
    """Give the places of one word: its own, its stem's, and those of the letters within it."""
    bounded = f"<{word}>"
    letters = {bounded[at : at + _GRAM] for at in range(max(len(bounded) - _GRAM + 1, 1))}
    return [
        _place("w", word, 0, _STEMS_FROM),
        _place("s", stemmed, _STEMS_FROM, _LETTERS_FROM),
        *sorted(_place("g", each, _LETTERS_FROM, PLACES) for each in letters),
    ]


def places(words: Words) -> tuple[Places, Numbers]:
    """Give the places of an article's words and how much each is repeated; a place stands once for each word."""
    counts = Counter(words.title * _TITLE_TIMES + words.lead)
    if not counts:
        return np.empty(0, np.int32), np.empty(0, np.float32)
    each = np.array(list(map(_repeated, counts.values())), np.float32)
    found = np.frombuffer(b"".join([word.places for word in counts]), np.int32)
    return found, each.repeat([word.size for word in counts])


@lru_cache(maxsize=4096)
def _repeated(count: int) -> float:
    """Give what a word that stands so often counts: twice as often is not twice as much."""
    return 1.0 + log(count)


def weighed(found: Places, repeated: Numbers, rarities: Numbers) -> Numbers:
    """Give the weight of each place; words, stems and letters have length one each in every article.

    `rarities` is the inverse document frequency by place. So a long article is not louder than a short
    one, and the many letters of a word do not drown it.
    """
    values = repeated * rarities[found]
    block = (found >= _STEMS_FROM).astype(np.int8) + (found >= _LETTERS_FROM)
    lengths = np.sqrt(np.bincount(block, values * values, 3)) + 1e-9
    result: Numbers = (values / lengths[block]).astype(np.float32)
    return result


@cache
def cue_stems() -> Mapping[str, tuple[int, ...]]:
    """Give each cue's stem with the topics, as columns, that it speaks for; of more than two, it speaks for none."""
    topics: dict[str, dict[int, None]] = {}
    for column, code in enumerate(sorted(CUE_WORDS)):
        for word in CUE_WORDS[code].split():
            topics.setdefault(stem(word), {})[column] = None
    return {each: tuple(columns) for each, columns in topics.items() if len(columns) <= _MOST_TOPICS}


@cache
def _phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """Give the phrases by the stem of their first word: the stems of the others, and the topic's column."""
    found: dict[str, tuple[tuple[tuple[str, ...], int], ...]] = {}
    for column, code in enumerate(sorted(CUE_WORDS)):
        for phrase in PHRASES.get(code, "").split("|"):
            words = re.findall(rf"{_LETTER}{{{_SHORTEST},}}", fold(phrase))
            first, *others = map(stem_folded, words) if words else [""]
            found[first] = (*found.get(first, ()), (tuple(others), column))
    return found


def _add_phrases(words: Sequence[KnownWord], seen: set[tuple[str, tuple[str, ...]]], scores: Numbers) -> None:
    """Add each phrase that stands in these words and was not seen before."""
    for at, first in enumerate(words):
        for others, column in first.phrases:
            behind = tuple([each.stem for each in words[at + 1 : at + 1 + len(others)]])
            if behind == others and (first.stem, others) not in seen:
                seen.add((first.stem, others))
                scores[column] += _PHRASE_CUE


def cues(words: Words) -> Numbers:
    """Give each topic what the cues of an article say for it; each cue counts once, where it counts most."""
    scores = np.zeros(len(CODES), np.float32)
    seen: set[str] = set()
    for weight, read in (
        (_TITLE_CUE, words.title),
        (_FIRST_CUE, words.lead[:_FIRST_WORDS]),
        (_LATER_CUE, words.lead[_FIRST_WORDS:_CUE_WORDS_READ]),
    ):
        for each in read:
            if each.columns and each.stem not in seen:
                seen.add(each.stem)
                for column in each.columns:
                    scores[column] += weight / len(each.columns)
    phrases: set[tuple[str, tuple[str, ...]]] = set()
    _add_phrases(words.title, phrases, scores)
    _add_phrases(words.lead[:_PHRASE_WORDS], phrases, scores)
    return scores
