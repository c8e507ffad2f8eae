"""The blocks between headline and body to the lead, and what stands twice on a page. Pure."""

from collections import Counter

from etl.extract.html_cues import judged
from etl.extract.html_hints import Hint
from etl.extract.html_line import by_markup, is_dated_line
from etl.extract.html_reading import Reading
from etl.extract.metadata_title import title_key
from etl.extract.tree import HEADINGS
from etl.model import BlockKind

_LEAD_CHARS = 25
_REPEAT_CHARS = 50
_CUT = ("…", "...", "[…]", "…]")


def read_lead(reading: Reading, first: int, last: int, titles: frozenset[str]) -> None:
    """Take the lead that stands between the headline and the body, and name what else is there."""
    for index in range(first, last):
        block = reading.tree.blocks[index]
        if by_markup(reading, index, block) or title_key(block.text) in titles or is_dated_line(block):
            continue
        named = block.hints & Hint.LEAD and len(block.text) >= _LEAD_CHARS
        long = block.tag in HEADINGS and len(block.text) >= 3 * _LEAD_CHARS
        if block.prose or named or long:
            found = judged(block.text)
            if found is None:
                reading.put(index, BlockKind.BODY, "html.lead/1")
            else:
                reading.put(index, found.rule.kind, found.rule.id, found.evidence)


def drop_repeats(reading: Reading) -> None:
    """Drop a lead that the body begins with, and paragraphs that stand twice for two screen sizes."""
    kept = [i for i in reading.of_kind(BlockKind.BODY) if reading.rules[i] in ("html.prose/1", "html.lead/1")]
    blocks = reading.tree.blocks
    opening = next((blocks[index].text for index in kept if reading.rules[index] == "html.prose/1"), "")
    long = [blocks[index].text for index in kept if len(blocks[index].text) >= _REPEAT_CHARS]
    if len(kept) > 1 and blocks[kept[0]].text.endswith(_CUT):
        # A teaser above the text it is cut from.
        cut = blocks[kept[0]].text.rstrip(" .…[]")
        if len(cut) >= _LEAD_CHARS and any(blocks[index].text.startswith(cut) for index in kept[1:3]):
            reading.drop(kept[0], "html.lead.again/1")
    if len(set(long)) == len(long) and all(reading.rules[index] != "html.lead/1" for index in kept):
        # Nothing stands twice, as on nearly every page.
        return
    texts = Counter(long)
    # Where several paragraphs stand twice the whole body does, its short lines too.
    whole = sum(count > 1 for count in texts.values()) > 1
    seen: set[str] = set()
    for index in reading.of_kind(BlockKind.BODY, BlockKind.SUBHEAD):
        text = blocks[index].text
        if reading.rules[index] == "html.lead/1" and opening.startswith(text.rstrip(" .…[]")):
            reading.drop(index, "html.lead.again/1")
        elif text in seen and (whole or texts[text] > 1):
            reading.drop(index, "html.repeat/1")
        else:
            seen.add(text)
