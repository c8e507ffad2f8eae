"""An article's title and body to the stems, sentences and shingles that are compared. Pure.

Stems, because a paper that takes an agency's text over changes spellings, articles and conjunctions
before it changes words; shingles of three, because single words are shared by all texts on a subject.
"""

import re
from dataclasses import dataclass
from itertools import chain

from etl.text.letters import fold
from etl.text.stems import stems

SHINGLE = 3
_FEWEST = 12
# Where papers break sentences differently, more breaks on both sides still give equal pieces.
_SENTENCE = re.compile(r"[.!?;:…\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The stems of a title and of a body, in order, sentence by sentence, and the body's distinct shingles."""

    title: tuple[str, ...]
    body: tuple[str, ...]
    sentences: tuple[tuple[str, ...], ...]
    shingles: frozenset[tuple[str, ...]]


def wording(title: str | None, body: str) -> Wording:
    """Return what is compared of an article; a body of a few words is compared with its title.

    >>> wording("زلزال يضرب أكادير", "ضرب زلزال مدينة أكادير، ولم تسجل خسائر.").title
    ('زلزال', 'يضرب', 'اكادير')
    """
    head = stems(fold(title or ""))
    pieces = (stems(piece) for piece in _SENTENCE.split(fold(body)))
    sentences = tuple(piece for piece in pieces if piece)
    words = tuple(chain.from_iterable(sentences))
    if len(words) < _FEWEST:
        words = head + words
    return Wording(
        title=head,
        body=words,
        sentences=sentences,
        shingles=frozenset(zip(words, words[1:], words[2:], strict=False)),
    )
