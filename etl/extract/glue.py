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
_SEAM = re.compile(rf"(?<=[.!؟?…»\"”)\u06D4])\s*(?={_CUE})")
_LONGEST_CUE_PART = 260
_SHORTEST_RUN = 120
_LINKS = 3
_TICKER = re.compile(r"\s{3,}|\s[•|*●]\s|\s\*{2,}\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of one line as it is shown: its 1-based line, and whether it runs many together."""

    line: int
    text: str
    after_blank: bool
    run: bool


def parts_of(lines: tuple[str, ...]) -> Iterator[Part]:
    """Give the shown parts of every non-empty line; a glued line gives several."""
    blank = True
    for number, raw in enumerate(lines, 1):
        texts = [shown for shown in map(display, _unglued(raw)) if shown.strip()] if raw.strip() else []
        for text in texts:
            yield Part(line=number, text=text.strip(), after_blank=blank, run=_is_run(raw, text))
            blank = False
        if not texts:
            blank = True


def _unglued(raw: str) -> tuple[str, ...]:
    """Cut a line before each cue that closes it; a cue amid a long sentence is no seam."""
    if not _SEAM.search(raw, 1):
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
