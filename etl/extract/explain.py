"""A page's reading to the JSON object that `rasad extract` prints. Pure."""

from dataclasses import asdict

from etl.extract.page import Reading
from etl.model import Drop

Json = dict[str, object]


def as_json(reading: Reading, *, explain: bool) -> Json:
    """Return the fields of an article, or `is_article` false with the reason and the body that was read.

    With `explain`, `dropped` lists every block that was left out: its line, text, rule and evidence, and
    `page` says what kind of page it is, how it was decoded, and what it states of itself and where.
    """
    result = reading.outcome
    page: Json = {"page": _page(reading)} if explain and reading.page else {}
    if isinstance(result, Drop):
        return {
            "is_article": False,
            "language": reading.language,
            "reason": result.reason.value,
            "detail": result.detail,
            "body": reading.body,
            **page,
        }
    shown: Json = {
        "is_article": True,
        "language": result.language,
        "title": result.title,
        "section": result.section,
        "author": result.author,
        "published_at": result.published_at.isoformat() if result.published_at else None,
        "tags": list(result.tags),
        "attribution": result.attribution,
        "captions": list(result.captions),
        "body": result.body,
    }
    if explain:
        shown["dropped"] = [
            {"line": block.line, "text": block.text, "rule": block.rule, "evidence": block.evidence}
            for block in result.dropped
        ]
    return {**shown, **page}


def _page(reading: Reading) -> Json:
    found = reading.page
    if found is None:
        return {}
    says = found.metadata
    return {
        "kind": found.kind.kind.value,
        "evidence": found.kind.evidence,
        "decoded_as": found.decoded_as,
        "decoded_how": found.decoded_how,
        "modified_at": says.modified_at.isoformat() if says.modified_at else None,
        "canonical_url": says.canonical_url,
        "image_url": says.image_url,
        "candidates": [each._asdict() for each in says.candidates],
        "conflicts": [asdict(each) for each in says.conflicts],
    }
