"""Page of HTML to Article or Drop, and to everything that was read on the way. Pure."""

from collections.abc import Mapping
from datetime import tzinfo

from etl.extract.decoding import Decoded, decode
from etl.extract.html_guard import refuse
from etl.extract.html_outcome import Extraction, conclude, judge
from etl.extract.html_page import PageReading, read_markup
from etl.extract.kinds import PageKind, Verdict
from etl.extract.metadata import Metadata
from etl.extract.metadata_reading import read_metadata
from etl.model import Article, Drop, DropReason, Page

__all__ = ["Extraction", "extract", "extract_body", "read_html"]


def read_html(page: Page, *, zone: tzinfo, learned: Mapping[int, int] | None = None) -> Article | Drop:
    """Return the article of an HTML page, or the reason why it has none.

    `zone` is the zone of the source's local times; `learned` is what `repeated.learn` counted over
    the source's archived pages. Raises nothing on any bytes.
    """
    return extract(page, zone=zone, learned=learned).outcome


def extract(page: Page, *, zone: tzinfo, learned: Mapping[int, int] | None = None) -> Extraction:
    """Read an HTML page: its blocks, its body, what it says about itself, and the outcome."""
    decoded = decode(page.content, page.content_type)
    if (refusal := refuse(decoded.text)) is not None:
        return _refused(page, decoded, DropReason.UNREADABLE, refusal)
    read = read_markup(decoded.text, learned=learned)
    if read is None or not read.tree.elements:
        return _refused(page, decoded, DropReason.EMPTY, "no markup")
    metadata = read_metadata(read.says, read.tree, stated=read.stated, headline=read.headline, span=read.span,
                             url=page.url, now=page.fetched_at, zone=zone)  # fmt: skip
    body = "\n".join(read.paragraphs)
    verdict, code = judge(page, read, metadata, body)
    return Extraction(
        outcome=conclude(page, read, metadata, verdict, code),
        kind=verdict,
        body=body,
        language=code,
        metadata=metadata,
        decoded_as=decoded.encoding,
        decoded_how=decoded.how,
        blocks=tuple(read.reading.block(index) for index in sorted(read.reading.kinds)),
    )


def extract_body(markup: str) -> str:
    """Return the body of a page in any language, as paragraphs joined by newlines; "" where none."""
    read: PageReading | None = read_markup(markup) if refuse(markup) is None else None
    return "\n".join(read.paragraphs) if read is not None else ""


def _refused(page: Page, decoded: Decoded, reason: DropReason, detail: str) -> Extraction:
    return Extraction(
        outcome=Drop(reason=reason, detail=detail, url=page.url, source_id=page.source_id),
        kind=Verdict(kind=PageKind.EMPTY, evidence=detail),
        body="",
        language="other",
        metadata=Metadata(),
        decoded_as=decoded.encoding,
        decoded_how=decoded.how,
    )
