"""An address to what its server answered: politely, within limits, and never into a private network.

The door states facts: a 404 is an answer. It refuses what must not be asked or taken (RefusedError),
and raises TransientError where nothing was learnt, after trying again itself. What is a page, a drop
or a deletion is decided by who asked.
"""

import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from http.cookiejar import DefaultCookiePolicy
from pathlib import Path
from types import TracebackType
from typing import Self

import requests
from requests.exceptions import InvalidHeader, InvalidSchema, InvalidURL, MissingSchema, RequestException
from urllib3.exceptions import HTTPError

from etl.io.backoff import Host, pause_before, retry_after
from etl.io.robots import MAX_BYTES, Robots, RobotsAnswer, Rules, origin_of
from etl.io.web_answer import Answer, Validators, checked, redirected
from etl.io.web_body import CHUNK, receive
from etl.io.web_connection import GuardedAdapter, Timer, Watch
from etl.io.web_faults import ContactMissingError, RefusedError, TransientError
from etl.io.web_guard import Guard
from etl.model import DropReason

AGENT = "Rasad"
_VERSION = "0.1"
_CONTACT = re.compile(r"https?://[^\s()<>]+\.[^\s()<>]+|[^\s()<>@]+@[^\s()<>@]+\.[^\s()<>@]+")
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_NOT_FOUND = 404
_TOO_MANY = 429
_SERVER_ERROR = 500
_BAD_ADDRESS = (InvalidURL, InvalidSchema, MissingSchema, InvalidHeader, UnicodeError)
_DEFAULT_LIMIT = 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class WebOptions:
    """How the door behaves. Times in seconds, sizes in bytes.

    `contact` is an e-mail or web address of the operator, sent with each request; `allow` names
    networks that are open though they are not public; `turns` is the folder of the hosts' turns;
    `patience_seconds` is the longest pause that is waited out within a run.
    """

    contact: str
    turns: Path
    allow: tuple[str, ...] = ()
    connect_seconds: float = 10.0
    read_seconds: float = 30.0
    total_seconds: float = 180.0
    attempts: int = 3
    backoff_seconds: float = 1.0
    patience_seconds: float = 120.0
    redirects: int = 5


@dataclass(slots=True)
class _Origin:
    session: requests.Session
    host: Host


class Web:
    """The door: one session and one turn a host, kept for as long as the door is open."""

    def __init__(self, options: WebOptions, *, clock: Callable[[], datetime] | None = None) -> None:
        """Take the options, and the clock that dates the answers if it is not this machine's.

        Raises ContactMissingError without a contact, ValueError for an `allow` that is no network.
        """
        if not _CONTACT.fullmatch(options.contact.strip()):
            given = (
                f"RASAD_CONTACT={options.contact!r} is no address"
                if options.contact
                else "RASAD_CONTACT is not set"
            )
            msg = f"{given}; set it to your e-mail address or web page, so that an outlet can write to you"
            raise ContactMissingError(msg)
        self._options = options
        self._clock = clock or (lambda: datetime.now(UTC))
        self.user_agent = f"{AGENT}/{_VERSION} (+{options.contact.strip()})"
        self._guard = Guard(options.allow)
        self._watch = Watch(Timer())
        self._origins: dict[str, _Origin] = {}
        self._lock = threading.Lock()
        self._robots = Robots(self._ask_robots, AGENT)

    def __enter__(self) -> Self:
        """Hold the door open for a block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close every connection."""
        for origin in self._origins.values():
            origin.session.close()
            origin.host.close()

    def rules(self, url: str) -> Rules:
        """Return what robots.txt says of the address's origin. Raises TransientError while it cannot be known."""
        return self._robots.rules(checked(url))

    def fetch(
        self,
        url: str,
        *,
        limit: int = _DEFAULT_LIMIT,
        accept: str = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5",
        validators: Validators | None = None,
        delay_seconds: float = 0.0,
    ) -> Answer:
        """Ask for an address and follow its redirects, each checked as the first was.

        `delay_seconds` is the least pause after each request; robots.txt may ask for a longer one.
        Raises RefusedError and TransientError (see the module).
        """
        hops: list[str] = []
        headers = {"Accept": accept, **(validators.headers if validators else {})}
        current = checked(url)
        while True:
            rules = self.rules(current)
            if not rules.allow(current, AGENT):
                raise RefusedError(DropReason.ROBOTS, f"robots.txt of {origin_of(current)} forbids {current}")
            delay = max(delay_seconds, rules.delay_seconds)
            answer = self._insist(current, headers, limit=limit, delay_seconds=delay)
            if answer.status not in _REDIRECTS or not answer.header("Location"):
                return replace(answer, asked=url, hops=tuple(hops))
            answer.body.close()
            hops.append(current)
            current = redirected(answer, hops, self._options.redirects)

    def _ask_robots(self, url: str) -> RobotsAnswer:
        """Ask for robots.txt, whose redirects lead anywhere and whose length is cut (RFC 9309, 2.3.1.2)."""
        hops: list[str] = []
        current = url
        while True:
            try:
                answer = self._insist(
                    current, {"Accept": "text/plain,*/*;q=0.5"}, limit=10 * MAX_BYTES, delay_seconds=0.0
                )
                with answer:
                    if answer.status in _REDIRECTS and answer.header("Location"):
                        hops.append(current)
                        current = redirected(answer, hops, self._options.redirects)
                        continue
                    return RobotsAnswer(
                        url=current, status=answer.status, content=answer.body.read()[:MAX_BYTES]
                    )
            except RefusedError as error:
                if error.reason is DropReason.REFUSED_ADDRESS and not hops:
                    raise
                # Rules that cannot be had, for all time: RFC 9309 calls them unavailable, so there are none.
                return RobotsAnswer(url=current, status=_NOT_FOUND, content=b"")

    def _insist(self, url: str, headers: Mapping[str, str], *, limit: int, delay_seconds: float) -> Answer:
        """Ask once, and again after growing pauses as long as the failure may pass."""
        host = self._origin(url).host
        for attempt in range(self._options.attempts):
            failure: TransientError
            try:
                answer = self._ask(url, headers, limit=limit, delay_seconds=delay_seconds)
            except TransientError as error:
                failure = error
            else:
                if answer.status != _TOO_MANY and answer.status < _SERVER_ERROR:
                    host.succeeded()
                    return answer
                failure = _unwilling(answer)
                host.failed_once(is_storm=answer.status == _TOO_MANY, leave_alone=failure.retry_after)
            if (
                attempt + 1 == self._options.attempts
                or (failure.retry_after or 0) > self._options.patience_seconds
            ):
                break
            pause = pause_before(
                attempt,
                base_seconds=self._options.backoff_seconds,
                most_seconds=self._options.patience_seconds,
            )
            time.sleep(pause)
        host.failed()
        raise failure

    def _origin(self, url: str) -> _Origin:
        name = origin_of(url)
        with self._lock:
            if name not in self._origins:
                session = requests.Session()
                session.trust_env = False  # a proxy would resolve names itself, past the guard
                session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
                session.headers.clear()
                adapter = GuardedAdapter(self._guard, self._watch)
                session.mount("http://", adapter)
                session.mount("https://", adapter)
                host = name.partition("://")[2].removeprefix("www.")
                known = next((each.host for each in self._origins.values() if each.host.name == host), None)
                self._origins[name] = _Origin(session, known or Host(host, self._options.turns))
            return self._origins[name]

    def _ask(self, url: str, headers: Mapping[str, str], *, limit: int, delay_seconds: float) -> Answer:
        origin = self._origin(url)
        sent = {
            "User-Agent": self.user_agent,
            "Accept-Language": "ar,*;q=0.5",
            "Accept-Encoding": "gzip, deflate",
            "Connection": "keep-alive",
            **headers,
        }
        with (
            origin.host.turn(delay_seconds, patience_seconds=self._options.patience_seconds),
            self._watch.limit(self._options.total_seconds) as deadline,
        ):
            spent = f"{url}: took more than {self._options.total_seconds} s"
            try:
                answer = self._exchange(origin.session, url, sent, limit)
            except _BAD_ADDRESS as error:
                raise RefusedError(DropReason.REFUSED_ADDRESS, f"{url}: {error}") from error
            except (RequestException, HTTPError, OSError) as error:
                raise TransientError(spent if deadline.is_over else f"{url}: {_said(error)}") from error
            if deadline.is_over:
                # A body without a stated length ends when its socket does, so that this looked like its end.
                answer.body.close()
                raise TransientError(spent)
            return answer

    def _exchange(self, session: requests.Session, url: str, sent: dict[str, str], limit: int) -> Answer:
        fetched_at = self._clock()
        times = (self._options.connect_seconds, self._options.read_seconds)
        response = session.get(url, headers=sent, stream=True, allow_redirects=False, timeout=times)
        try:
            headers = tuple(response.raw.headers.items())
            chunks = _raw(response)
            body = receive(chunks, response.headers.get("Content-Encoding", ""), limit=limit, url=url)
        except BaseException:
            # What is left of the body is not waited for.
            response.raw.close()
            raise
        finally:
            response.close()
        return Answer(
            asked=url,
            url=url,
            status=response.status_code,
            reason=response.reason or "",
            headers=headers,
            sent=tuple(
                (name, value) for name, value in response.request.headers.items() if isinstance(value, str)
            ),
            body=body,
            fetched_at=fetched_at,
        )


def _raw(response: requests.Response) -> Iterator[bytes]:
    yield from response.raw.stream(CHUNK, decode_content=False)


def _said(error: BaseException) -> str:
    """Return what went wrong, without the names of the objects that passed it on."""
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return str(reason or error).rpartition("): ")[2]


def _unwilling(answer: Answer) -> TransientError:
    """Return the failure that a 429 or 5xx is."""
    with answer:
        wait = retry_after(answer.header("Retry-After"))
        return TransientError(
            f"{answer.url} answers {answer.status} {answer.reason}".rstrip(), retry_after=wait
        )
