"""Blocks of the article's span to kept and dropped blocks, each with the rule that decided. Pure.

What the markup says (a hint, a link) is asked first, what the site repeats second, what the words
say (a cue in the form of a cue) third, and what the neighbours say last: a heading without text
under it, a short line after the last paragraph.
"""

import re
from collections.abc import Mapping

from etl.extract.form import form_of
from etl.extract.html_cues import judged
from etl.extract.html_line import ENDS, STOPS, by_markup, is_dated_line, is_question, resumes
from etl.extract.html_reading import Reading
from etl.extract.html_region import is_alone_with_picture, list_end, skipped
from etl.extract.metadata_title import title_key
from etl.extract.prose import dateline_parts, is_name
from etl.extract.repeated import repeats
from etl.extract.rules import Reach, Verdict
from etl.extract.tree import HEADINGS, TextBlock
from etl.model import BlockKind

_ITEM_TAGS = frozenset(("li", "td", "th", "dd", "dt"))
# What a column's page says of its writer under the last paragraph.
_AUTHOR_NOTE = re.compile(
    r"[\W_]*(?:ال)?(?:كاتبة?|باحثة?|صحافية?|صحفية?|إعلامية?|أكاديمية?|محللة?|أستاذة?|خبيرة?|ناقدة?|شاعرة?|محامية?|مستشارة?)\b"
)
_AMID_CHARS, _OWN_WORD_CHARS = 60, 80
_REST_OF_BODY = 0.35
_BOLD_CHARS = 120
_VALUE_WORDS = _SENTENCE_WORDS = 5
_CAPTION_CHARS, _CAPTION_WORDS = 200, 14
_PICTURE_TAGS = frozenset(("p", "center", "td", "span", "a", "figure"))
_STOPPED_SHARE, _PICTURE_WORDS = 0.7, 45
_LISTED = frozenset(("html.linked/1", "html.hint.card/1", "html.hint.related/1", "html.figure/1"))
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
        self._until: int | None = None
        self._labels: set[int] = set()

    def read(self) -> None:
        """Decide on every block of the span."""
        aside = self._skip_regions()
        blocks = (index for index in range(self._first, self._last) if index not in aside)
        undecided = [index for index in blocks if not self._by_markup(index)]
        self._texts = [index for index in undecided if self._blocks[index].prose]
        amid = self._amid()
        for index in undecided:
            if index not in amid and (found := judged(self._blocks[index].text)) is not None:
                self._verdicts[index] = found
        for index in self._labels:
            found = judged(self._blocks[index].text)
            if found is not None and found.rule.reach is Reach.INLINE:
                self._verdicts[index] = found
        for index in sorted({*undecided, *(self._labels & self._verdicts.keys())}):
            self._decide(index)
        self._close()

    def _skip_regions(self) -> frozenset[int]:
        """Drop what the page itself offers to skip."""
        found = skipped(self._reading.tree, self._first, self._last)
        inside = frozenset(index for first, last in found.items() for index in range(first, last))
        for index in inside:
            self._reading.drop(index, "html.skipped/1")
        return inside

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
            and self._blocks[index].text.endswith(STOPS)
            and self._same_place(before, index)
        )

    def _by_markup(self, index: int) -> bool:
        block = self._blocks[index]
        if by_markup(self._reading, index, block):
            if self._reading.rules[index] == "html.linked/1" and len(block.text.split()) <= _VALUE_WORDS:
                # A label may be a link itself ("you may also like"): what it says reaches on.
                self._labels.add(index)
            return True
        pages = repeats(self._learned, block.text) if self._learned else 0
        if pages:
            self._reading.drop(index, "site.repeated/1", f"{pages} pages")
        return bool(pages)

    def _decide(self, index: int) -> None:
        block = self._blocks[index]
        if self._is_aside(index, block):
            return
        found = self._verdicts.get(index)
        if found is not None and self._is_own_word(index, block, found):
            found = None
        if found is not None:
            self._take(index, found)
        elif self._reach is Reach.END:
            self._cut(index)
        elif block.image >= 0 and self._is_caption(index, block):
            self._reading.put(index, BlockKind.CAPTION, "html.image/1")
        elif (
            block.prose
            and not (self._reach is Reach.SECTION and not resumes(block))
            and not (self._reach is Reach.INLINE and self._is_title(index, block))
        ):
            self._reach = None
            self._reading.put(index, BlockKind.BODY, "html.prose/1")
        elif self._reach is not None and not (
            (self._reach is Reach.INLINE or is_question(block)) and self._goes_on(index, block)
        ):
            self._cut(index)
        elif self._value_next and len(block.text.split()) <= _VALUE_WORDS:
            self._reading.drop(index, "html.value/1")
            self._value_next = False
        else:
            self._short(index, block)

    def _is_aside(self, index: int, block: TextBlock) -> bool:
        """Cut inside a list that is an element of its own, and the line of dates over the text."""
        if self._until is not None and index < self._until:
            self._cut(index)
            return True
        if self._until is not None:
            self._until = self._reach = None
        if (self._texts[2:] and index > self._texts[1]) or not is_dated_line(block):
            return False
        self._reading.put(index, BlockKind.PUBLISHED, "html.head.date/1")
        return True

    def _is_caption(self, index: int, block: TextBlock) -> bool:
        """Tell the line under a picture: no stop, in the picture's own paragraph or short beside prose."""
        if block.tag in HEADINGS:
            return False
        if len(block.text.split()) <= _PICTURE_WORDS and is_alone_with_picture(self._reading.tree, index):
            return True
        if block.text.endswith(STOPS):
            return False
        if block.image == block.element and self._reading.tree.elements[block.element].tag in _PICTURE_TAGS:
            return len(block.text) <= _CAPTION_CHARS
        others = any(text != index for text in self._texts)
        return others and len(block.text.split()) <= _CAPTION_WORDS and not block.bold

    def _goes_on(self, index: int, block: TextBlock) -> bool:
        """Tell a short sentence that takes the body up again behind the titles of other stories."""
        if block.tag in _ITEM_TAGS or block.tag in HEADINGS or block.linked:
            return False
        if not block.text.endswith(STOPS) or not self._is_listed(index - 1):
            return False
        self._reach = None
        return True

    def _is_title(self, index: int, block: TextBlock) -> bool:
        """Tell an unlinked title behind linked ones: bold, or without the stop that the paragraphs have."""
        if block.text.endswith(STOPS):
            return False
        if block.bold * 10 >= len(block.text) * 9:
            return True
        stopped = sum(self._blocks[text].text.endswith(STOPS) for text in self._texts)
        return self._is_listed(index - 1) and stopped >= _STOPPED_SHARE * len(self._texts)

    def _is_listed(self, index: int) -> bool:
        """Say whether a block was dropped as another story's title or card."""
        rule = self._reading.rules.get(index, "")
        return rule in _LISTED or (rule.startswith("after:") and self._blocks[index].links > 0)

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
            if reach is not Reach.END:
                self._until = list_end(self._reading.tree, index, self._first, self._last)
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
        """Tell a cue that is the story's own word: unlinked prose, or a subhead, amid its paragraphs."""
        if block.tag in HEADINGS and not block.linked and found.rule.reach is Reach.END:
            key = form_of(block.text).key
            return len(key.split()) > len(found.evidence.split()) and not self._ends_here(index)
        if block.linked or not block.prose or not block.text.endswith(STOPS):
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
                if _AUTHOR_NOTE.match(block.text) and not block.text.endswith(STOPS):
                    reading.put(index, BlockKind.AUTHOR, "html.tail.author/1")
                elif rule == "html.bold/1" and is_name(form_of(block.text)):
                    reading.put(index, BlockKind.AUTHOR, "html.tail.signature/1")
                elif rule != "html.short/1" or not (block.tag == "p" or block.text.endswith(ENDS)):
                    reading.drop(index, "html.tail/1")
            elif index < proses[0] and rule in _TAIL_RULES and self._is_label(index):
                reading.drop(index, "html.head/1")

    def _is_label(self, index: int) -> bool:
        """Tell a dateline, a name, a stray word before the first paragraph from a subhead over it."""
        block = self._blocks[index]
        if block.text.endswith(STOPS):
            return False
        form = form_of(block.text)
        if form.arabic and (dateline_parts(form) or is_name(form)):
            return True
        return block.tag not in ("p", *HEADINGS)
