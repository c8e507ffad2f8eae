"""Page of HTML to Article or Drop, and to everything that was read on the way. Pure."""

from collections.abc import Mapping
from datetime import tzinfo

from etl.extract.decoding import Decoded, decode
from etl.extract.html_guard import refuse
from etl.extract.html_outcome import Extraction, Findings, conclude, judge, with_outcome
from etl.extract.html_page import PageReading, read_markup
from etl.extract.kinds import PageKind, Verdict
from etl.extract.layout import fitting
from etl.extract.metadata import Metadata
from etl.extract.metadata_reading import read_metadata
from etl.extract.metadata_visible import Clock
from etl.model import Article, Drop, DropReason, Page
from etl.sources.platforms import Layout

__all__ = ["Extraction", "extract", "extract_body", "read_html"]


def read_html(page: Page, *, zone: tzinfo, layouts: tuple[Layout, ...] = (), learned: Mapping[int, int] | None = None
              ) -> Article | Drop:  # fmt: skip
    """Return the article of an HTML page, or the reason why it has none.

    `zone` is the zone of the source's local times; `layouts` are the source's own, tried in order, and
    without one that holds the text the structure of the page decides; `learned` is what `repeated.learn` counted over
    the source's archived pages. Raises nothing on any bytes.
    """
    return extract(page, zone=zone, layouts=layouts, learned=learned).outcome


def extract(page: Page, *, zone: tzinfo, layouts: tuple[Layout, ...] = (), learned: Mapping[int, int] | None = None
            ) -> Extraction:  # fmt: skip
    """Read an HTML page: its blocks, its body, what it says about itself, and the outcome."""
    decoded = decode(page.content, page.content_type)
    coded = page.content if decoded.how == "utf-8" else None
    if (refusal := refuse(decoded.text, coded)) is not None:
        return _refused(page, decoded, *refusal)
    fits = tuple(fitting(layouts, decoded.text, page.fetched_at.date()))
    read = read_markup(decoded.text if coded is None else coded, layouts=fits, learned=learned)
    if read is None or not read.tree.elements:
        return _refused(page, decoded, DropReason.EMPTY, "no markup")
    metadata = read_metadata(read, page.url, Clock(now=page.fetched_at, zone=zone))
    body = "\n".join(read.paragraphs)
    verdict, code = judge(page, read, metadata, body)
    found = Findings(
        kind=verdict,
        body=body,
        language=code,
        metadata=metadata,
        decoded_as=decoded.encoding,
        decoded_how=decoded.how,
        blocks=read.reading.stored(),
    )
    return with_outcome(found, conclude(page, read, found))


def extract_body(markup: str) -> str:
    """Return the body of a page in any language, as paragraphs joined by newlines; "" where none."""
    read: PageReading | None = read_markup(markup) if refuse(markup) is None else None
    return "\n".join(read.paragraphs) if read is not None else ""


def _refused(page: Page, decoded: Decoded, reason: DropReason, detail: str) -> Extraction:
    found = Findings(
        kind=Verdict(kind=PageKind.EMPTY, evidence=detail),
        body="",
        language="other",
        metadata=Metadata(),
        decoded_as=decoded.encoding,
        decoded_how=decoded.how,
    )
    return with_outcome(found, Drop(reason=reason, detail=detail, url=page.url, source_id=page.source_id))
