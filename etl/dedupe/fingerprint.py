"""An article to the keys by which the warehouse finds what is like it, by a join instead of a scan. Pure.

Three kinds of keys, all 64-bit and all a function of the one text alone. Bands of a MinHash over stemmed
shingles (Broder 1997; Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", 3.4) are shared by texts
that are alike as a whole. Sentences are shared by a text and a paper's cut of it, which as a whole are not
alike. Terms, with their weights, are shared by reports of one event in different words.

A key's lowest bit says how much it proves: an odd band or sentence (a band, a long sentence) makes two texts
candidates alone, of the even ones (a short sentence, which may be a formula) it takes two. An odd term is a
place, which proves nothing of an event.
"""

import hashlib
import struct
from dataclasses import dataclass

from rensa import RMinHash

from etl.dedupe.places import PLACES
from etl.dedupe.story import terms
from etl.dedupe.wording import Wording

BANDS, ROWS = 32, 3
"""Texts that share half of their shingles have two bands and more in common 19 times in 20."""
VERSION = f"minhash/{RMinHash.ALGORITHM_VERSION}.{BANDS}x{ROWS}"
"""Keys of different versions never meet: after a change of the algorithm the days are refined anew."""
_SEED = 20260314
_SENTENCE_LEAST, _SENTENCE_LONG = 7, 15
_SENTENCES_MOST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """The keys of a text: `bands` for copies (bands and sentences alike), `terms` with weights for stories."""

    version: str
    bands: tuple[int, ...]
    terms: tuple[tuple[int, int], ...]


def fingerprint(words: Wording) -> Fingerprint:
    """Return the keys of a text, each once, in ascending order."""
    return Fingerprint(
        version=VERSION,
        bands=tuple(sorted({*_bands(words), *_sentences(words)})),
        terms=tuple(sorted((_term(stem), weight) for stem, weight in terms(words).items())),
    )


def _bands(words: Wording) -> set[int]:
    if not words.shingles:
        return set()
    # One text by itself: the batch functions wait for a pool of threads, for each text ten times its work.
    minhash = RMinHash(BANDS * ROWS, _SEED)
    minhash.update([" ".join(shingle) for shingle in words.shingles])
    row = minhash.digest()
    bands = (
        struct.pack(f"<{ROWS + 1}I", band, *row[band * ROWS : (band + 1) * ROWS]) for band in range(BANDS)
    )
    return {_hashed(band) | 1 for band in bands}


def _sentences(words: Wording) -> set[int]:
    told = [each for each in words.sentences if len(each) >= _SENTENCE_LEAST]
    return {
        _key("sentence", " ".join(each)) & ~1 | (len(each) >= _SENTENCE_LONG)
        for each in told[:_SENTENCES_MOST]
    }


def are_candidates(one: Fingerprint, other: Fingerprint) -> bool:
    """Return whether two texts share enough keys to be compared: the rule of the warehouse's join."""
    shared = set(one.bands) & set(other.bands)
    return one.version == other.version and (len(shared) > 1 or any(key % 2 for key in shared))


def _term(stem: str) -> int:
    """Return the key of a term: odd for a place, which proves nothing of an event."""
    return _key("term", stem) & ~1 | (stem in PLACES)


def _key(kind: str, text: str) -> int:
    return _hashed(f"{kind}\n{text}".encode())


def _hashed(content: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest(), "little")
