"""Words of an article to the places of a table of weights. Pure.

Every word stands for itself, its stem, the letters within it and the topics that it is a cue for; each of
these is hashed to one of a fixed number of places, so that a model is a table of one known size and
no vocabulary has to be kept. What a word stands for depends on the word alone, so it is computed once.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import chain
from math import log
from zlib import crc32

import numpy as np
import numpy.typing as npt

from etl.classify.topic_cues import CUE_WORDS
from etl.text.letters import fold
from etl.text.stems import stem, stem_folded

PLACES = 1 << 18
"""Places of the table: a power of two above the 150,000 forms that the training articles hold."""
LEAD_WORDS = 300
"""A news article says what it is about in its first words; the rest costs time and adds noise."""
TITLE_WEIGHT = 2
_GRAM = 4
_CODES = tuple(CUE_WORDS)
_MOST_TOPICS = 2
_LETTERS = 8
_WORD = re.compile(r"[^\W\d_]{2,}")


@cache
def cue_stems() -> Mapping[str, tuple[str, ...]]:
    """Give each cue's stem with the topics that it speaks for; a stem of more than two speaks for none."""
    topics: dict[str, dict[str, None]] = {}
    for code, words in CUE_WORDS.items():
        for word in words.split():
            topics.setdefault(stem(word), {})[code] = None
    return {each: tuple(codes) for each, codes in topics.items() if len(codes) <= _MOST_TOPICS}


def _place(kind: str, value: str) -> int:
    return crc32(f"{kind}{value}".encode()) % (PLACES - len(_CODES)) + len(_CODES)


@lru_cache(maxsize=65536)
def _places(word: str) -> npt.NDArray[np.int32]:
    """Give the places of one word of search text; the first ones of the table are the cues'."""
    root = stem_folded(word)
    found = {_place("w", word), _place("s", root)}
    bounded = f"<{word}>"
    found.update(_place("g", bounded[i : i + _GRAM]) for i in range(len(bounded) - _GRAM + 1))
    found.update(_CODES.index(code) for code in cue_stems().get(root, ()))
    return np.array(sorted(found), dtype=np.int32)


@lru_cache(maxsize=16384)
def _title_place(word: str) -> npt.NDArray[np.int32]:
    """Give the one place of a word as a word of a title: there it says more than in a body."""
    return np.array([_place("t", stem_folded(word))], dtype=np.int32)


def features(title: str, body: str) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]]:
    """Give the places of an article and the weight of each; a place stands once for each word that has it.

    The weights of an article's words have length one together, so that a long article is not louder
    than a short one. Both are empty where the article has no word.
    """
    heading = _WORD.findall(fold(title))
    # A word and the space behind it are seven letters at the mean: no more is folded than is needed.
    lead = _WORD.findall(fold(body[: LEAD_WORDS * _LETTERS]))[:LEAD_WORDS]
    counts = Counter(chain(heading * TITLE_WEIGHT, lead))
    if not counts:
        return np.empty(0, np.int32), np.empty(0, np.float32)
    each = np.array([1.0 + log(count) for count in counts.values()], np.float32)
    each /= np.sqrt(each @ each)
    parts = [_places(word) for word in counts]
    values = np.repeat(each, [len(some) for some in parts])
    if heading:
        parts += [_title_place(word) for word in heading]
        values = np.concatenate((values, np.full(len(heading), len(heading) ** -0.5, np.float32)))
    return np.concatenate(parts), values
