"""An article to the evidence that the topic model weighs: its words, and the cues among them. Pure.

A word stands for itself, for its stem and for the letters within it; each of these is hashed to one of
a fixed number of places, so that a model is a table of one known size and no vocabulary has to be kept.
Beside the places stand the cues: what the words and phrases of `topic_cues` say for each topic. Cues are
no places: a model that learned them would lean on them alone, as they also label what it learns from.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log
from zlib import crc32

import numpy as np
import numpy.typing as npt

from etl.classify.topic_cues import CUE_WORDS, PHRASES
from etl.text.letterforms import Words as Runs
from etl.text.letters import fold
from etl.text.stems import stem, stem_folded

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
_PLACE_BYTES = 4
_MEAN_LETTERS = 8
_SHORTEST = 2
_letters = Runs(r"[^\W\d_]")

# What a cue weighs by where it stands: in the title, the first words, those behind; and a phrase.
_TITLE_CUE, _FIRST_CUE, _LATER_CUE, _PHRASE_CUE = 3.0, 1.5, 0.4, 3.0
_FIRST_WORDS, _CUE_WORDS_READ, _PHRASE_WORDS = 40, 160, 80
_MOST_TOPICS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of an article's title and of its lead, as they are searched for, with the stems that cues need."""

    title: tuple[str, ...]
    lead: tuple[str, ...]
    title_stems: tuple[str, ...]
    lead_stems: tuple[str, ...]


def read_words(title: str, body: str) -> Words:
    """Give the words of an article, of two letters and more; no more is folded than is needed."""
    heading = _found(fold(title))
    lead = _found(fold(body[: LEAD_WORDS * _MEAN_LETTERS]))[:LEAD_WORDS]
    return Words(
        title=heading,
        lead=lead,
        title_stems=tuple(map(stem_folded, heading)),
        lead_stems=tuple(map(stem_folded, lead[:_CUE_WORDS_READ])),
    )


def _found(search_text: str) -> tuple[str, ...]:
    """Give the words of two letters and more of a search text."""
    return tuple([each for each in _letters(search_text) if len(each) >= _SHORTEST])


def _place(kind: str, value: str, start: int, end: int) -> int:
    return start + crc32(f"{kind}{value}".encode()) % (end - start)


@lru_cache(maxsize=65536)
def _places(word: str) -> bytes:
    """Give the places of one word of search text: what a word stands for depends on the word alone.

    As bytes: to join those of some hundred words takes a fifth of the time of joining arrays.
    """
    bounded = f"<{word}>"
    letters = {bounded[at : at + _GRAM] for at in range(max(len(bounded) - _GRAM + 1, 1))}
    return np.array(
        [
            _place("w", word, 0, _STEMS_FROM),
            _place("s", stem_folded(word), _STEMS_FROM, _LETTERS_FROM),
            *sorted(_place("g", each, _LETTERS_FROM, PLACES) for each in letters),
        ],
        dtype=np.int32,
    ).tobytes()


def places(words: Words) -> tuple[Places, Numbers]:
    """Give the places of an article's words and how much each is repeated; a place stands once for each word."""
    counts = Counter(words.title * _TITLE_TIMES + words.lead)
    if not counts:
        return np.empty(0, np.int32), np.empty(0, np.float32)
    parts = [_places(word) for word in counts]
    each = np.array([_repeated(count) for count in counts.values()], np.float32)
    sizes = [len(part) // _PLACE_BYTES for part in parts]
    return np.frombuffer(b"".join(parts), np.int32), np.repeat(each, sizes)


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
            first, *others = map(stem_folded, _found(fold(phrase))) or [""]
            found[first] = (*found.get(first, ()), (tuple(others), column))
    return found


def _add_phrases(stems: Sequence[str], seen: set[tuple[str, tuple[str, ...]]], scores: Numbers) -> None:
    """Add each phrase that stands in these words and was not seen before."""
    known = _phrases()
    for at, first in enumerate(stems):
        for others, column in known.get(first, ()):
            if tuple(stems[at + 1 : at + 1 + len(others)]) == others and (first, others) not in seen:
                seen.add((first, others))
                scores[column] += _PHRASE_CUE


def cues(words: Words) -> Numbers:
    """Give each topic what the cues of an article say for it; each cue counts once, where it counts most."""
    scores = np.zeros(len(CODES), np.float32)
    known = cue_stems()
    seen: set[str] = set()
    for weight, stems in (
        (_TITLE_CUE, words.title_stems),
        (_FIRST_CUE, words.lead_stems[:_FIRST_WORDS]),
        (_LATER_CUE, words.lead_stems[_FIRST_WORDS:_CUE_WORDS_READ]),
    ):
        for each in stems:
            columns = known.get(each)
            if columns and each not in seen:
                seen.add(each)
                for column in columns:
                    scores[column] += weight / len(columns)
    phrases: set[tuple[str, tuple[str, ...]]] = set()
    _add_phrases(words.title_stems, phrases, scores)
    _add_phrases(words.lead_stems[:_PHRASE_WORDS], phrases, scores)
    return scores
