"""What a server answered, and the addresses that may be asked next."""

import contextlib
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit

from requests.utils import requote_uri

from etl.io.web_body import Body
from etl.io.web_faults import RefusedError
from etl.model import DropReason

_NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server gave to ask "still the same?" with (RFC 9110, 8.8)."""

    etag: str | None = None
    last_modified: str | None = None

    @property
    def headers(self) -> dict[str, str]:
        """The headers of a conditional request; empty where nothing is known."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered, after redirects: `asked` is the address that was asked first, `url` the last.

    `headers` are in the server's order, with `reason` beside `status` as it wrote them; `sent` is the
    request's own headers. `hops` are the addresses that redirected.
    """

    asked: str
    url: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    sent: tuple[tuple[str, str], ...]
    body: Body
    fetched_at: datetime
    hops: tuple[str, ...] = ()

    def header(self, name: str) -> str:
        """Return a header's first value, empty where there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    @property
    def is_unchanged(self) -> bool:
        """Whether the server says that what the validators stand for is still what it has."""
        return self.status == _NOT_MODIFIED

    @property
    def validators(self) -> Validators:
        """What to ask with the next time."""
        return Validators(
            etag=self.header("ETag") or None, last_modified=self.header("Last-Modified") or None
        )

    def __enter__(self) -> Self:
        """Hold the answer's body for a block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the body back."""
        self.body.close()


def checked(url: str) -> str:
    """Return the address as it goes over the line. Raises RefusedError for what is none of the web."""
    try:
        parts = urlsplit(url.strip())
        is_good = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        raise RefusedError(DropReason.REFUSED_ADDRESS, f"{url[:200]!r}: {error}") from error
    if not is_good or "@" in parts.netloc:
        detail = f"{url[:200]!r} is no address of a web page: http or https, a host, no password"
        raise RefusedError(DropReason.REFUSED_ADDRESS, detail)
    return str(requote_uri(parts._replace(fragment="").geturl()))


def redirected(answer: Answer, hops: list[str], most: int) -> str:
    """Return where an answer redirects to. Raises RefusedError for a loop or too many hops."""
    location = answer.header("Location")
    with contextlib.suppress(UnicodeError):
        # A header's bytes are read as Latin-1; raw Arabic in them is UTF-8.
        location = location.encode("latin-1").decode("utf-8")
    target = checked(urljoin(answer.url, location))
    if target in hops:
        raise RefusedError(DropReason.BAD_REDIRECT, f"{hops[0]} redirects in a circle, to {target}")
    if len(hops) > most:
        raise RefusedError(DropReason.BAD_REDIRECT, f"{hops[0]} redirects more than {most} times")
    return target
