"""Raw text to its lines, each line to the parts that a saved page glued together. Pure."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.text.letters import display

# The cues that a page puts right after a paragraph's last stop, in the spellings of the press.
_CUE = (
    r"(?:[إاأ]ق(?:ر[أاء]|رأوا|رؤوا|رئي)\s?وا?\s?[أاإ]يض[اًا]|شاهد\s[أا]يض|طالع\s[أا]يض|تابع\s[أا]يض|المصدر\s?[::]|الكلمات\s(?:الدلالية|المفتاحية)\s?[::]"
    r"|كلمات\sدلالية|كلمات\sمفتاحية|قد\sيهمك\s[أا]يض|للمزيد\s[::]|مواضيع\sذات\sصلة\s?[::])"
)
_SEAM = re.compile(rf"(?<=[.!؟?…»\"”)\u06D4])\s*(?={_CUE})|(?<=\d)\s*[|–—-]?\s+(?=المصدر\s?[::])")
# One of these is in every cue: looking for them is far cheaper than trying the seam at every stop.
_CUE_WORDS = ("يض", "المصدر", "كلمات", "للمزيد", "صلة")
_LONGEST_CUE_PART = 260
_SHORTEST_RUN = 120
_LINKS = 3
# Beyond this a line is no row of short items.
_LONGEST_ROW = 1_000
_GAP = re.compile(r"\s{2,}|\t|\s*[|•·]\s*")
_STRIP = 4
_STRIP_WORDS = 3
_TICKER = re.compile(r"\s{3,}|\s[•|*●]\s|\s\*{2,}\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of one line: its 1-based line, its display text, and whether it runs many together.

    `published` is the part as it stands in the document, with its spaces tidied: display text is what
    rules judge, the published text is what the article keeps.

    `pieces` holds what wide gaps, tabs or bars keep apart in the line, where there are such: the
    items of a menu, a widget bar or a row of tags, which display text no longer shows.
    """

    line: int
    text: str
    published: str
    after_blank: bool
    run: bool
    pieces: tuple[str, ...] = ()


def parts_of(lines: tuple[str, ...]) -> Iterator[Part]:
    """Give the shown parts of every non-empty line; a glued line gives several."""
    blank = True
    for number, raw in enumerate(lines, 1):
        cuts = _unglued(raw) if raw.strip() else ()
        texts = [(shown.strip(), " ".join(cut.split())) for cut in cuts if (shown := display(cut)).strip()]
        for text, published in texts:
            pieces = _pieces(raw) if len(texts) == 1 else ()
            run = _is_run(raw, text) or _is_strip(pieces)
            yield Part(line=number, text=text, published=published, after_blank=blank, run=run, pieces=pieces)
            blank = False
        if not texts:
            blank = True


def _unglued(raw: str) -> tuple[str, ...]:
    """Cut a line before each cue that closes it; a cue amid a long sentence is no seam."""
    if not any(word in raw for word in _CUE_WORDS) or not _SEAM.search(raw, 1):
        return (raw,)
    cuts = [seam.start() for seam in _SEAM.finditer(raw) if seam.start() > 0]
    cuts = [
        cut for cut, end in zip(cuts, [*cuts[1:], len(raw)], strict=False) if end - cut <= _LONGEST_CUE_PART
    ]
    edges = [0, *cuts, len(raw)]
    return tuple(raw[start:end] for start, end in itertools.pairwise(edges))


def _is_run(raw: str, text: str) -> bool:
    """Tell whether a line strings many headlines together, as tickers do when saved."""
    if len(text) < _SHORTEST_RUN or text.rstrip("\"'») ").endswith((".", "؟", "!")):
        return False
    return sum(1 for _ in _TICKER.finditer(raw.strip())) >= _LINKS


def _pieces(raw: str) -> tuple[str, ...]:
    """Split a short line at its wide gaps and bars; a line without them has no pieces."""
    if len(raw) > _LONGEST_ROW or not _GAP.search(raw.strip()):
        return ()
    pieces = tuple(shown for shown in (display(each).strip() for each in _GAP.split(raw)) if shown)
    return pieces if len(pieces) > 1 else ()


def _is_strip(pieces: tuple[str, ...]) -> bool:
    """Tell whether a line is a strip of short items: a menu, a bar of widgets or a row of tags."""
    if len(pieces) < _STRIP:
        return False
    return sum(len(piece.split()) for piece in pieces) <= _STRIP_WORDS * len(pieces)
