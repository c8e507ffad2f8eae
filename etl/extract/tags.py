"""A tag line to its tags. Pure."""

import re

from etl.extract.form import key_of

_SEPARATOR = re.compile(r"\s*[،,;؛|•·\t\n]+\s*|\s+[-–—/]\s+")
_HASH = re.compile(r"\s*#\s*")
_TRIM = ' \t\n.:;،,-–—|#*"«»'
_LONGEST = 6
_UNSPLIT = 3
_MOST_WORDS = 80


def split_tags(text: str, article: str) -> tuple[str, ...]:
    """Split a tag line by its separators, or, where a page lost them, by the phrases of the article.

    Without separators the longest run of words that the article's own text holds is taken as one
    tag, from left to right; words it does not hold stay together. Tags that differ in spelling
    alone count once.

    >>> split_tags("النفط، أوبك, السعودية", "")
    ('النفط', 'أوبك', 'السعودية')
    >>> split_tags("أسعار النفط منظمة أوبك", "خفضت منظمة أوبك إنتاجها فصعدت أسعار النفط")
    ('أسعار النفط', 'منظمة أوبك')
    """
    if "#" in text:
        pieces = [piece.replace("_", " ") for piece in _HASH.split(text)]
    else:
        pieces = _SEPARATOR.split(text)
    pieces = [piece.strip(_TRIM) for piece in pieces if piece.strip(_TRIM)]
    if len(pieces) == 1 and len(pieces[0].split()) >= _UNSPLIT:
        pieces = _by_phrases(pieces[0].split()[:_MOST_WORDS], f" {key_of(article)} ")
    seen: dict[str, str] = {}
    for piece in pieces:
        seen.setdefault(key_of(piece), piece)
    return tuple(tag for key, tag in seen.items() if key)


def _by_phrases(words: list[str], text: str) -> list[str]:
    tags: list[str] = []
    loose: list[str] = []
    start = 0
    while start < len(words):
        size = _longest(words, start, text)
        if size:
            if loose:
                tags.append(" ".join(loose))
                loose = []
            tags.append(" ".join(words[start : start + size]))
        else:
            loose.append(words[start])
        start += size or 1
    return [*tags, " ".join(loose)] if loose else tags


def _longest(words: list[str], start: int, text: str) -> int:
    """Give the length of the longest phrase from `start` on that the text holds, 0 where it holds none."""
    for size in range(min(_LONGEST, len(words) - start), 0, -1):
        if f" {key_of(' '.join(words[start : start + size]))} " in text:
            return size
    return 0
