"""What a server answered to WARC records: the response, then the request that it answers.

The response comes first, so that a run which is killed between the two has lost nothing but a request.
The body is stored without transfer and content encoding, as Common Crawl does, and with its names for
the headers that no longer hold: every reader then finds the same bytes, and a body whose header lied
about its encoding is as readable as any.
"""

from datetime import UTC, datetime
from enum import StrEnum
from io import BytesIO
from urllib.parse import urlsplit

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from etl.io.warc import KEY_FIELD, KIND_FIELD
from etl.io.web_answer import Answer

_STALE = {"content-encoding": "X-Crawl-Content-Encoding", "transfer-encoding": "X-Crawl-Transfer-Encoding"}


class Kind(StrEnum):
    """What an archived answer is to us: only a page becomes an article."""

    PAGE = "page"
    LISTING = "listing"
    DELETION = "deletion"
    LOOK = "look"


def warc_date(moment: datetime) -> str:
    """Return an instant as WARC 1.1 writes it, to the microsecond."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def records(writer: WARCWriter, answer: Answer, kind: Kind, key: str) -> tuple[ArcWarcRecord, ...]:
    """Return the response and the request record of an answer; no request where none was sent by us."""
    fields = {
        "WARC-Date": warc_date(answer.fetched_at),
        "WARC-Payload-Digest": answer.body.digest,
        KIND_FIELD: kind.value,
        KEY_FIELD: key,
    }
    if answer.hops:
        fields["Rasad-Redirected-From"] = " ".join(answer.hops)
    response = writer.create_warc_record(
        answer.url,
        "response",
        payload=answer.body.stream(),
        length=answer.body.size,
        http_headers=StatusAndHeaders(
            f"{answer.status} {_clean(answer.reason)}".rstrip(), _stored(answer), protocol="HTTP/1.1"
        ),
        warc_headers_dict=fields,
    )
    if not answer.sent:
        return (response,)
    target = urlsplit(answer.url)
    line = f"GET {target.path or '/'}{'?' + target.query if target.query else ''} HTTP/1.1"
    request = writer.create_warc_record(
        answer.url,
        "request",
        payload=BytesIO(),
        http_headers=StatusAndHeaders(line, [("Host", target.netloc), *answer.sent], is_http_request=True),
        warc_headers_dict={
            "WARC-Date": fields["WARC-Date"],
            "WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID"),
        },
    )
    return response, request


def _stored(answer: Answer) -> list[tuple[str, str]]:
    """Return the response's headers, true of the stored body."""
    kept = []
    for name, value in answer.headers:
        if name.lower() == "content-length":
            kept.append(("X-Crawl-Content-Length", _clean(value)))
        else:
            kept.append((_STALE.get(name.lower(), name), _clean(value)))
    return [*kept, ("Content-Length", str(answer.body.size))]


def _clean(text: str) -> str:
    """Take out the line ends by which a header could forge another one."""
    return " ".join(text.split())
