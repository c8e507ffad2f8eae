"""A text and what stands where in it, to pieces that a browser can show one after the other. Pure.

Offsets count characters as Python does; JavaScript counts UTF-16 units, so an emoji before a mention would
move its mark. Therefore the text is cut here.
"""

from collections.abc import Iterable
from itertools import pairwise

# Private characters that search() puts around a hit; a text that holds them itself loses them first.
HIT_START = "\ue000"
HIT_END = "\ue001"


def pieces(text: str, places: Iterable[tuple[int, int]]) -> list[dict[str, object]]:
    """Cut a text where marks begin and end; each piece names the marks that cover it, by their number.

    >>> pieces("وزير الداخلية", [(5, 13), (0, 13)])
    [{'text': 'وزير ', 'marks': [1]}, {'text': 'الداخلية', 'marks': [0, 1]}]
    """
    marks = [(max(0, start), min(len(text), end)) for start, end in places]
    cuts = sorted({0, len(text), *(cut for start, end in marks if start < end for cut in (start, end))})
    return [
        {
            "text": text[begin:end],
            "marks": [nth for nth, (first, last) in enumerate(marks) if first <= begin and end <= last],
        }
        for begin, end in pairwise(cuts)
    ]


def hits(snippet: str) -> list[dict[str, object]]:
    r"""Cut a snippet at the marks of its hits.

    >>> hits("بحث \ue000التعاون\ue001 الأمني")
    [{'text': 'بحث ', 'hit': False}, {'text': 'التعاون', 'hit': True}, {'text': ' الأمني', 'hit': False}]
    """
    found: list[dict[str, object]] = []
    for nth, part in enumerate(snippet.split(HIT_START)):
        inside, end, after = part.partition(HIT_END) if nth else ("", "", part)
        if nth and not end:
            inside, after = "", part
        found += [{"text": inside, "hit": True}] if inside else []
        found += [{"text": after, "hit": False}] if after else []
    return found
