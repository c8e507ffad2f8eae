"""Blocks of the article's span to kept and dropped blocks, each with the rule that decided. Pure.

What the markup says (a hint, a link) is asked first, what the site repeats second, what the words
say (a cue in the form of a cue) third, and what the neighbours say last: a heading without text
under it, a short line after the last paragraph.
"""

import re
from collections import Counter
from collections.abc import Mapping

from etl.extract import html_rules, rules_meta, rules_page, rules_related
from etl.extract.form import form_of
from etl.extract.html_hints import OUTSIDE, Hint, hint_name
from etl.extract.html_reading import Reading
from etl.extract.metadata_title import title_key
from etl.extract.prose import dateline_parts, is_name
from etl.extract.repeated import repeats
from etl.extract.rules import Reach, Verdict, rule_set
from etl.extract.structure import is_prose
from etl.extract.tree import HEADINGS, TextBlock
from etl.model import BlockKind

RULES = rule_set((*rules_meta.RULES, *rules_related.RULES, *rules_page.RULES, *html_rules.RULES))

_OUTSIDE = OUTSIDE
_ITEM_TAGS = frozenset(("li", "td", "th", "dd", "dt"))
_ENDS = (".", "!", "?", "؟", "…", "”", "»", '"', "۔", ":", "؛", "。")
_STOPS = (".", "!", "؟", "?", "…", "۔", "。", ".»", '."', ".”")
_LINK_SHARE = 0.6
# What a column's page says of its writer under the last paragraph.
_AUTHOR_NOTE = re.compile(
    r"[\W_]*(?:ال)?(?:كاتبة?|باحثة?|صحافية?|صحفية?|إعلامية?|أكاديمية?|محللة?|أستاذة?|خبيرة?|ناقدة?|شاعرة?|محامية?|مستشارة?)\b"
)
_JUDGED_CHARS = 900
_AMID_CHARS = 60
_LEAD_CHARS = 25
_REPEAT_CHARS = 50
_RESUME_CHARS = 120
_OWN_WORD_CHARS = 80
_REST_OF_BODY = 0.35
_BOLD_CHARS = 120
_VALUE_WORDS = 5
_SENTENCE_WORDS = 5
_CAPTION_CHARS, _CAPTION_WORDS = 200, 14
_PICTURE_TAGS = frozenset(("p", "center", "td", "span", "a", "figure"))
_LISTS = (Reach.INLINE, Reach.SECTION, Reach.END)
_TAIL_RULES = frozenset(("html.heading/1", "html.bold/1", "html.short/1"))


class BodyReader:
    """Reads one page's span block by block; knows the rule that is cutting, and what prose is left."""

    def __init__(self, reading: Reading, first: int, last: int, titles: frozenset[str],
                 learned: Mapping[int, int]) -> None:  # fmt: skip
        """Begin at `first`; `titles` are the folded titles of the page, `learned` the site's repeats."""
        self._reading = reading
        self._blocks = reading.tree.blocks
        self._first, self._last = first, last
        self._titles = titles
        self._learned = learned
        self._cutting: Verdict | None = None
        self._reach: Reach | None = None
        self._value_next = False
        self._verdicts: dict[int, Verdict] = {}
        self._texts: list[int] = []

    def read(self) -> None:
        """Decide on every block of the span."""
        undecided = [index for index in range(self._first, self._last) if not self._by_markup(index)]
        self._texts = [index for index in undecided if is_prose(self._blocks[index])]
        amid = self._amid()
        for index in undecided:
            text = self._blocks[index].text
            if index in amid or len(text) > _JUDGED_CHARS:
                continue
            if (found := RULES.judge(form_of(text))) is not None:
                self._verdicts[index] = found
        for index in undecided:
            self._decide(index)
        self._close()

    def _amid(self) -> frozenset[int]:
        """Return the unlinked sentences between two others of their kind: no cue reaches into those.

        Judging costs as much as all else that is done to a block, and these are most of a body.
        """
        texts = self._texts
        return frozenset(
            index
            for before, index, after in zip(texts, texts[1:], texts[2:-1], strict=False)
            if after - before == 2  # noqa: PLR2004  # neighbours
            and not self._blocks[index].linked
            and len(self._blocks[index].text) > _AMID_CHARS
            and self._blocks[index].text.endswith(_STOPS)
            and self._same_place(before, index)
        )

    def _by_markup(self, index: int) -> bool:
        block = self._blocks[index]
        if by_markup(self._reading, index, block):
            return True
        pages = repeats(self._learned, block.text) if self._learned else 0
        if pages:
            self._reading.drop(index, "site.repeated/1", f"{pages} pages")
        return bool(pages)

    def _decide(self, index: int) -> None:
        block = self._blocks[index]
        found = self._verdicts.get(index)
        if found is not None and self._is_own_word(index, block, found):
            found = None
        if found is not None:
            self._take(index, found)
        elif self._reach is Reach.END:
            self._cut(index)
        elif block.image >= 0 and self._is_caption(index, block):
            self._reading.put(index, BlockKind.CAPTION, "html.image/1")
        elif is_prose(block) and not (self._reach is Reach.SECTION and not _resumes(block)):
            self._reach = None
            self._reading.put(index, BlockKind.BODY, "html.prose/1")
        elif self._reach is not None and not (self._reach is Reach.INLINE and self._goes_on(index, block)):
            self._cut(index)
        elif self._value_next and len(block.text.split()) <= _VALUE_WORDS:
            self._reading.drop(index, "html.value/1")
            self._value_next = False
        else:
            self._short(index, block)

    def _is_caption(self, index: int, block: TextBlock) -> bool:
        """Tell the line under a picture: no stop, in the picture's own paragraph or short beside prose."""
        if block.text.endswith(_STOPS) or block.tag in HEADINGS:
            return False
        if block.image == block.element and self._reading.tree.elements[block.element].tag in _PICTURE_TAGS:
            return len(block.text) <= _CAPTION_CHARS
        others = any(text != index for text in self._texts)
        return others and len(block.text.split()) <= _CAPTION_WORDS and not block.bold

    def _goes_on(self, index: int, block: TextBlock) -> bool:
        """Tell a short sentence that takes the body up again behind the titles of other stories."""
        if block.tag in _ITEM_TAGS or block.tag in HEADINGS or block.linked:
            return False
        if not block.text.endswith(_STOPS) or self._reading.rules.get(index - 1) != "html.linked/1":
            return False
        self._reach = None
        return True

    def _cut(self, index: int) -> None:
        cause = self._cutting.rule.id if self._cutting else ""
        self._reading.drop(index, f"after:{cause}", self._cutting.evidence if self._cutting else "")

    def _take(self, index: int, found: Verdict) -> None:
        """Follow a rule, and remember how far it reaches."""
        reach = found.rule.reach
        self._reading.put(index, found.rule.kind, found.rule.id, found.evidence)
        if reach is Reach.END and not self._ends_here(index):
            reach = Reach.SECTION
        if reach in _LISTS and self._reach is not Reach.END:
            self._cutting, self._reach = found, reach
        self._value_next = reach is Reach.VALUE

    def _ends_here(self, index: int) -> bool:
        """Believe a cue that ends an article where the text goes on elsewhere, or hardly at all.

        Comments stand in another element than the paragraphs before them; a counter of comments over
        the text, or a story's subhead about them, is followed by the same element's paragraphs.
        """
        after = [text for text in self._texts if text > index and text not in self._verdicts]
        before = [
            text for text in self._texts if text < index and self._reading.kinds.get(text) is BlockKind.BODY
        ]
        if not after:
            return True
        if before and not self._same_place(before[-1], after[0]):
            return True
        left = sum(len(self._blocks[text].text) for text in after)
        read = sum(len(self._blocks[text].text) for text in before)
        return left <= _REST_OF_BODY * (left + read)

    def _same_place(self, one: int, other: int) -> bool:
        return self._place(one) == self._place(other)

    def _place(self, index: int) -> int:
        """Return the element that holds a block's paragraph."""
        element = self._blocks[index].element
        tree = self._reading.tree
        return tree.elements[element].parent if tree.elements[element].tag in ("p", "li") else element

    def _is_own_word(self, index: int, block: TextBlock, found: Verdict) -> bool:
        """Tell a cue that is the story's own word: unlinked prose amid its paragraphs."""
        if block.linked or not is_prose(block) or not block.text.endswith(_STOPS):
            return False
        reach = found.rule.reach
        if found.rule.kind is BlockKind.PUBLISHED:
            return len(block.text.split()) >= _SENTENCE_WORDS
        if reach is Reach.OUTSIDE:
            return any(
                text > index and text not in self._verdicts and self._same_place(index, text)
                for text in self._texts
            )
        return reach in _LISTS and len(block.text) >= _OWN_WORD_CHARS

    def _short(self, index: int, block: TextBlock) -> None:
        """Decide on a line that is no prose by itself: a heading, an item, a short line."""
        if title_key(block.text) in self._titles:
            self._reading.drop(index, "html.title.again/1")
        elif block.tag in HEADINGS:
            self._reading.put(index, BlockKind.SUBHEAD, "html.heading/1")
        elif block.bold * 10 >= len(block.text) * 9 and len(block.text) < _BOLD_CHARS and block.tag != "td":
            self._reading.put(index, BlockKind.SUBHEAD, "html.bold/1")
        elif block.tag in _ITEM_TAGS:
            self._reading.put(index, BlockKind.BODY, "html.item/1")
        else:
            self._reading.put(index, BlockKind.BODY, "html.short/1")

    def _close(self) -> None:
        """Cut short lines that no paragraph follows, and labels before the first one."""
        reading = self._reading
        kept = [
            i for i in reading.of_kind(BlockKind.BODY, BlockKind.SUBHEAD) if self._first <= i < self._last
        ]
        proses = [index for index in kept if reading.rules[index] == "html.prose/1"]
        if not proses:
            return
        for index in kept:
            block, rule = self._blocks[index], reading.rules[index]
            if index > proses[-1] and rule in _TAIL_RULES:
                if _AUTHOR_NOTE.match(block.text) and not block.text.endswith(_STOPS):
                    reading.put(index, BlockKind.AUTHOR, "html.tail.author/1")
                elif rule != "html.short/1" or not (block.tag == "p" or block.text.endswith(_ENDS)):
                    reading.drop(index, "html.tail/1")
            elif index < proses[0] and rule in _TAIL_RULES and self._is_label(index):
                reading.drop(index, "html.head/1")

    def _is_label(self, index: int) -> bool:
        """Tell a dateline, a name, a stray word before the first paragraph from a subhead over it."""
        block = self._blocks[index]
        if block.text.endswith(_STOPS):
            return False
        form = form_of(block.text)
        if form.arabic and (dateline_parts(form) or is_name(form)):
            return True
        return block.tag not in ("p", *HEADINGS)


def read_lead(reading: Reading, first: int, last: int, titles: frozenset[str]) -> None:
    """Take the lead that stands between the headline and the body, and name what else is there."""
    for index in range(first, last):
        block = reading.tree.blocks[index]
        if by_markup(reading, index, block) or title_key(block.text) in titles:
            continue
        named = block.hints & Hint.LEAD and len(block.text) >= _LEAD_CHARS
        long = block.tag in HEADINGS and len(block.text) >= 3 * _LEAD_CHARS
        if is_prose(block) or named or long:
            found = RULES.judge(form_of(block.text)) if len(block.text) <= _JUDGED_CHARS else None
            if found is None:
                reading.put(index, BlockKind.BODY, "html.lead/1")
            else:
                reading.put(index, found.rule.kind, found.rule.id, found.evidence)


def drop_repeats(reading: Reading) -> None:
    """Drop a lead that the body begins with, and paragraphs that stand twice for two screen sizes."""
    kept = [i for i in reading.of_kind(BlockKind.BODY) if reading.rules[i] in ("html.prose/1", "html.lead/1")]
    blocks = reading.tree.blocks
    opening = next((blocks[index].text for index in kept if reading.rules[index] == "html.prose/1"), "")
    texts = Counter(blocks[index].text for index in kept if len(blocks[index].text) >= _REPEAT_CHARS)
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


def by_markup(reading: Reading, index: int, block: TextBlock) -> bool:
    """Drop what its own markup names, and lines that are links."""
    hints = block.hints
    if hints & _OUTSIDE:
        kind = BlockKind.CAPTION if hints & Hint.CAPTION else BlockKind.TAGS if hints & Hint.TAGS else None
        name = hint_name(hints & _OUTSIDE)
        reading.put(index, kind or BlockKind.BOILERPLATE, f"html.hint.{name}/1",
                    reading.tree.elements[block.element].name[:60])  # fmt: skip
    elif hints & Hint.FIGURE:
        reading.put(index, BlockKind.CAPTION, "html.figure/1")
    elif block.linked and block.linked >= _LINK_SHARE * len(block.text):
        reading.drop(index, "html.linked/1")
    else:
        return False
    return True


def _resumes(block: TextBlock) -> bool:
    """After a widget only a whole paragraph takes the body up again."""
    return (
        len(block.text) >= _RESUME_CHARS and block.linked * 4 < len(block.text) and block.text.endswith(_ENDS)
    )
