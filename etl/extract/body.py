"""The rows from the lead on: body, subheads, captions, what is cut out, where it ends. Pure."""

from etl.extract.closing import belongs, is_asked, is_signature
from etl.extract.others import HEADED, are_foreign, is_card, is_clip, is_credit_below, is_other_story
from etl.extract.prose import (
    BIO,
    PHOTO_WORDS,
    goes_on,
    is_credited,
    is_name,
    is_signoff,
    notice_words,
    overlap,
    stems,
)
from etl.extract.resume import resumes_at
from etl.extract.rows import Counts, Draft, Row
from etl.extract.rules import Place, Reach
from etl.extract.tagrows import mark_tag_rows
from etl.model import BlockKind

_LISTS = (Reach.INLINE, Reach.SECTION, Reach.END, Reach.OUTSIDE)
_REPEAT_WORDS = 8
# Beyond this many rows after the last paragraph a time or a credit is another story's.
_NEAR = 4
_SAMPLE = 24
_NAME_WORDS = 4
_SHARED = 3
# A notice has a word on the site among this many at least.
_DENSE = 15
_NO_STORY = 0.2


class BodyReader:
    """Reads one document's body row by row; holds the paragraphs kept and the short lines waiting.

    A short line is undecided until the next paragraph: then it was a subhead or a list item; when
    no paragraph comes it was what a page leaves behind the last one.
    """

    def __init__(self, draft: Draft, lead: int, counts: Counts) -> None:
        """Begin at the lead, with the head already decided."""
        self._draft = draft
        self._counts = counts
        self._lead = lead
        self._kept: list[int] = []
        self._waiting: list[int] = []
        self._loose: list[int] = []
        self._seen: set[str] = set()
        self._signed: int | None = None
        self._card: int | None = None
        titles = (block.text for block in draft.blocks.values() if block.kind is BlockKind.TITLE)
        self._title = next(titles, None)

    def read(self) -> int:
        """Decide on the rows up to the end of the body; give the first row after it."""
        rows, index = self._draft.rows, self._lead
        while index < len(rows):
            row = rows[index]
            if row.verdict is None or self._is_amid(index) or self._is_topic(row):
                if row.prose and self._is_after_sign(index):
                    break
                if (
                    row.prose
                    and not goes_on(row.form)
                    and (title := self._title_above(index)) is not None
                    and is_other_story(self._draft.rows, self._kept, self._waiting, title, index)
                ):
                    index = min(self._waiting[0], title) if self._waiting else title
                    self._waiting.clear()
                    for loose in (each for each in self._loose if each > index):
                        self._draft.drop(loose, f"tail.other.{rows[loose].kind}/1")
                    break
                self._text(index)
            elif row.reach in _LISTS:
                after = resumes_at(self._draft, index, self._kept)
                if after is None or self._is_after_sign(after):
                    break
                self._skip(index, after)
                form = rows[after].form
                if not rows[after].prose and (form.words > _REPEAT_WORDS + 1 or form.end_mark):
                    self._keep(after, BlockKind.BODY, "body.stopless/1")
                    after += 1
                index = after
                continue
            else:
                self._line(index)
            index += 1
        self._close()
        return index

    def _is_after_sign(self, index: int) -> bool:
        """Tell whether a paragraph stands after the agencies that sign the story, and does not go on."""
        return self._signed is not None and not goes_on(self._draft.rows[index].form)

    def _is_amid(self, index: int) -> bool:
        """Tell whether a menu or form word stands alone between two paragraphs: a subhead of theirs."""
        rows = self._draft.rows
        row = rows[index]
        if row.verdict is None or index + 1 >= len(rows) or index - 1 not in self._kept[-1:]:
            return False
        after = rows[index + 1]
        if row.verdict.rule.id.startswith("ar.comments.header"):
            own = row.label_only and row.form.tokens[0] in self._words(self._kept[:_SAMPLE])
            return own and after.prose and goes_on(after.form)
        return (
            row.verdict.rule.id.startswith(("ar.menu", "ar.form")) and after.prose and after.verdict is None
        )

    def _is_topic(self, row: Row) -> bool:
        """Tell whether the words of comment rules are what the article itself is about."""
        if row.verdict is None or row.verdict.rule.place is not Place.BAG:
            return False
        words = frozenset(row.verdict.evidence.split())
        sample = self._kept[:_SAMPLE]
        return len(words & self._words(sample)) > len(words) // 2

    def _words(self, rows: list[int]) -> frozenset[str]:
        return frozenset().union(*(self._draft.rows[index].form.tokens for index in rows))

    def _text(self, index: int) -> None:
        rows = self._draft.rows
        row = rows[index]
        if row.part.text == self._title:
            self._draft.drop(index, "head.title.copy/1")
        elif row.part.run and not row.part.pieces:
            self._draft.drop(index, "any.ticker.run/1")
        elif not row.prose:
            self._waiting.append(index)
        elif self._is_bio(index):
            if self._waiting and not self._draft.rows[self._waiting[-1]].form.end_mark:
                self._draft.drop(self._waiting.pop(), "tail.author.bio/1")
            self._keep_waiting()
            self._draft.drop(index, "tail.author.bio/1", row.form.tokens[0])
        elif row.form.words >= _REPEAT_WORDS and row.part.text in self._seen and not row.form.bullet:
            self._draft.drop(index, "body.repeat/1")
        else:
            self._keep_waiting(goes=goes_on(row.form))
            self._seen.add(row.part.text)
            self._keep(index, BlockKind.BODY, "body.prose/1")

    def _is_bio(self, index: int) -> bool:
        """Tell whether the last paragraph, under a name, presents the author."""
        rows = self._draft.rows
        above = rows[self._waiting[-1]].form if self._waiting else None
        named = above is not None and above.words <= _NAME_WORDS and not above.end_mark
        last = not any(row.firm and row.verdict is None for row in rows[index + 1 : index + _NEAR])
        named = named or self._draft.has(BlockKind.AUTHOR)
        return named and last and rows[index].form.tokens[:1] != () and rows[index].form.tokens[0] in BIO

    def _title_above(self, index: int) -> int | None:
        """Give the headline that may stand over a paragraph, with its date, byline or picture between."""
        if self._card is not None and index - self._card <= HEADED:
            return self._card
        own = stems(self._draft.rows[index].form.tokens)
        lines = self._waiting[-HEADED:]
        return max(lines, key=lambda line: len(stems(self._draft.rows[line].form.tokens) & own), default=None)

    def _keep(self, index: int, kind: BlockKind, rule: str) -> None:
        for loose in self._loose:
            self._draft.put_verdict(loose)
        self._loose.clear()
        self._draft.put(index, kind, rule)
        self._kept.append(index)

    def _keep_waiting(self, *, goes: bool = False) -> None:
        """Take the short lines between two paragraphs into the body; `goes` where the second goes on."""
        rows = self._draft.rows
        foreign = goes and are_foreign(rows, self._kept, self._waiting)
        for index in self._waiting:
            row = rows[index]
            if row.part.run:
                self._draft.drop(index, "any.ticker.run/1")
            elif foreign or is_card(rows, self._waiting, index):
                self._draft.drop(index, "body.card/1")
            elif row.form.words > _SHARED and self._counts.of(row) > 1:
                self._draft.drop(index, "any.repeat/1", row.form.key[:60])
            elif (
                row.form.tokens[:1] and row.form.tokens[0] in PHOTO_WORDS and row.form.words <= _REPEAT_WORDS
            ):
                self._draft.put(index, BlockKind.CAPTION, "body.caption.scene/1", row.form.tokens[0])
            elif len(self._waiting) == 1 and index != self._lead and is_credited(row.form):
                self._draft.put(index, BlockKind.CAPTION, "body.caption.credit/1", row.part.text[-40:])
            elif len(self._waiting) == 1 and not row.form.bullet:
                is_text = index == self._lead or row.form.colon or goes_on(row.form)
                kind, rule = (
                    (BlockKind.BODY, "body.short/1") if is_text else (BlockKind.SUBHEAD, "body.subhead/1")
                )
                self._keep(index, kind, rule)
            else:
                self._keep(index, BlockKind.BODY, "body.short/1")
        self._waiting.clear()

    def _line(self, index: int) -> None:
        """Decide on a row whose rule says nothing of its neighbours."""
        row = self._draft.rows[index]
        if row.kind is BlockKind.PUBLISHED and self._waiting[-1:] == [index - 1]:
            # A short line with its own time is the card of another story.
            self._card = self._waiting.pop()
            self._draft.drop(self._card, "ar.card.title/1")
            self._draft.drop(index, "ar.card.time/1")
        elif (
            self._waiting[-1:] == [index - 1]
            and len(self._kept) <= 1
            and is_credit_below(self._draft.rows, index)
        ):
            self._draft.put(self._waiting.pop(), BlockKind.CAPTION, "body.caption.credited/1", row.form.label)
            self._loose.append(index)
        elif self._waiting[-1:] == [index - 1] and is_clip(self._draft.rows, index):
            self._draft.drop(self._waiting.pop(), "body.clip/1")
            self._draft.put_verdict(index)
        elif row.kind is BlockKind.PUBLISHED and self._is_amid_prose(index):
            self._waiting.append(index)
        elif len(self._kept) > 1 and is_signoff(row.form):
            self._signed = index
            self._draft.put(index, BlockKind.ATTRIBUTION, "tail.sign/1")
        elif row.kind is BlockKind.BOILERPLATE:
            self._draft.put_verdict(index)
        else:
            self._loose.append(index)

    def _is_amid_prose(self, index: int) -> bool:
        """Tell whether a date heads the next paragraph, as in a chronology."""
        rows = self._draft.rows
        dates = sum(row.kind is BlockKind.PUBLISHED for row in rows[max(index - 8, 0) : index + 9])
        return index + 1 < len(rows) and rows[index + 1].prose and dates > 1

    def _skip(self, cue: int, after: int) -> None:
        """Cut a cue and its titles out of the body; what a body's own words only looked like, keep."""
        rows = self._draft.rows
        row = rows[cue]
        if row.reach is Reach.OUTSIDE and row.prose:
            self._keep_waiting()
            self._keep(cue, BlockKind.BODY, "body.prose/1")
        self._keep_waiting()
        for loose in self._loose:
            self._draft.put_verdict(loose)
        self._loose.clear()
        evidence = row.verdict.evidence if row.verdict else ""
        for index in range(cue, after):
            if rows[index].verdict is not None:
                self._draft.put_verdict(index)
            else:
                self._draft.drop(index, "ar.related.title/1", evidence)

    def _close(self) -> None:
        """Decide on the short lines after the last paragraph."""
        rows = self._draft.rows
        self._trim_notices()
        if self._kept:
            mark_tag_rows(self._draft, self._kept[-1])
        self._waiting = [index for index in self._waiting if index not in self._draft.blocks]
        for place, index in enumerate(self._waiting):
            row, before = rows[index], rows[self._kept[-1]] if self._kept else None
            if place == 0 and is_signature(row):
                self._draft.put(index, BlockKind.ATTRIBUTION, "tail.dateline/1")
            elif before is not None and (
                belongs(self._draft, self._kept, row, alone=len(self._waiting) == 1)
                or is_asked(rows, self._waiting, place)
            ):
                self._keep(index, BlockKind.BODY, "body.list/1")
            elif row.kind is BlockKind.PUBLISHED:
                self._draft.put_verdict(index)
            elif place == 0 and is_name(row.form):
                self._draft.put(index, BlockKind.AUTHOR, "tail.author.name/1")
            else:
                self._draft.drop(index, "tail.short/1")
        self._waiting.clear()
        for index in self._loose:
            if self._kept and index - self._kept[-1] <= _NEAR and not rows[index].part.text.startswith("©"):
                self._draft.put_verdict(index)
            else:
                self._draft.drop(index, f"tail.other.{rows[index].kind}/1")

    def _trim_notices(self) -> None:
        """Take back the last paragraphs that speak of the site alone and share no words with the story."""
        rows = self._draft.rows
        while len(self._kept) > 1 and notice_words(rows[self._kept[-1]].form) > 1:
            last = self._kept[-1]
            if notice_words(rows[last].form) * _DENSE < len(rows[last].form.tokens):
                return
            body = frozenset().union(*(stems(rows[place].form.tokens) for place in self._kept[:-1][:_SAMPLE]))
            own = stems(rows[last].form.tokens)
            if goes_on(rows[last].form) or overlap(own, body) >= _NO_STORY:
                return
            del self._draft.blocks[last]
            self._draft.drop(last, "tail.notice/1")
            self._kept.pop()
