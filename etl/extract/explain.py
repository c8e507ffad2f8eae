"""A page's reading to the JSON object that `rasad extract` prints. Pure."""

from etl.extract.page import Reading
from etl.model import Drop

Json = dict[str, object]


def as_json(reading: Reading, *, explain: bool) -> Json:
    """Return the fields of an article, or `is_article` false with the reason and the body that was read.

    With `explain`, `dropped` lists every block that was left out: its line, text, rule and evidence.
    """
    result = reading.outcome
    if isinstance(result, Drop):
        return {
            "is_article": False,
            "language": reading.language,
            "reason": result.reason.value,
            "detail": result.detail,
            "body": reading.body,
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
    return shown
