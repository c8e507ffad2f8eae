"""Blocks that a site repeats on its pages: learned as hash → number of distinct pages. Pure.

A newsletter box in fine prose is told from an article only by the site's other pages. A block's
hash is of its folded words, so that a counter or a mark does not hide it. Counts are over
distinct addresses, whatever the order or the number of times a page was archived, so that a rerun
over the same archive learns the same and gives the same bytes.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from hashlib import blake2b

from etl.extract.form import key_of

VERSION = "repeated/1"
"""Goes with the stored counts; changes when the hash or the folding under it changes."""

_BYTES = 8
_LEAST_WORDS = 2
_SHORT_CHARS = 160
_SHORT_PAGES, _LONG_PAGES = 3, 5


def block_hash(text: str) -> int | None:
    """Return the signed 64-bit hash of a block's folded words; None for a block of one word or none."""
    key = key_of(text)
    if key.count(" ") < _LEAST_WORDS - 1:
        return None
    return int.from_bytes(blake2b(key.encode(), digest_size=_BYTES).digest(), "big", signed=True)


def page_hashes(texts: Iterable[str]) -> frozenset[int]:
    """Return the hashes of a page's blocks, each once however often the page shows it."""
    return frozenset(found for found in map(block_hash, texts) if found is not None)


def learn(pages: Iterable[tuple[str, Iterable[int]]]) -> dict[int, int]:
    """Count on how many distinct addresses each hash stands; hashes of one page are left out.

    A page is its address and its hashes; the same address twice counts once. The result does not
    depend on the order of the pages, and its keys are sorted.
    """
    of_page: defaultdict[str, set[int]] = defaultdict(set)
    for url, hashes in pages:
        of_page[url].update(hashes)
    counts = Counter(found for hashes in of_page.values() for found in hashes)
    return {found: count for found, count in sorted(counts.items()) if count > 1}


def repeats(learned: Mapping[int, int], text: str) -> int:
    """Return on how many pages a block was seen, where that is enough to call it furniture, else 0.

    A paragraph needs more witnesses than a label: one story may stand under several addresses.
    """
    found = block_hash(text)
    pages = learned.get(found, 0) if found is not None else 0
    return pages if pages >= (_SHORT_PAGES if len(text) < _SHORT_CHARS else _LONG_PAGES) else 0
