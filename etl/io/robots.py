"""robots.txt to what a host allows and how slowly (RFC 9309, with crawl-delay and request-rate)."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

from etl.io.web_faults import TransientError

MAX_BYTES = 512_000
"""RFC 9309, 2.5: at least 500 kibibytes are to be read; what follows is not."""
_OK = 200
_TOO_MANY = 429
_SERVER_ERROR = 500
_MOST_DELAY = 60.0
"""Seconds. A longer crawl-delay would spread one day of an outlet over more than one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsAnswer:
    """What asking for robots.txt gave: a status and the beginning of the body; `url` is where it came from."""

    url: str
    status: int
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What robots.txt says to us: `delay_seconds` between two requests, `sitemaps` it names."""

    parser: Protego | None
    delay_seconds: float = 0.0
    sitemaps: tuple[str, ...] = ()

    def allow(self, url: str, agent: str) -> bool:
        """Whether the agent may ask for an address."""
        return self.parser is None or bool(self.parser.can_fetch(url, agent))


def origin_of(url: str) -> str:
    """Return scheme and authority of an address: what one robots.txt is for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}"


def read_rules(answer: RobotsAnswer, agent: str) -> Rules:
    """Read what a server answered.

    A 4xx means that there are no rules; 5xx and 429 mean that they are not known, so nothing may be
    asked yet (RFC 9309, 2.3.1). Raises TransientError for these.
    """
    if answer.status == _TOO_MANY or answer.status >= _SERVER_ERROR:
        msg = f"{answer.url} answers {answer.status}; nothing is fetched until it says what is allowed"
        raise TransientError(msg)
    if answer.status != _OK:
        return Rules(parser=None)
    parser = Protego.parse(answer.content[:MAX_BYTES].decode("utf-8-sig", "replace"))
    delay = float(parser.crawl_delay(agent) or 0)
    rate = parser.request_rate(agent)
    if rate is not None and rate.requests > 0:
        delay = max(delay, rate.seconds / rate.requests)
    return Rules(parser=parser, delay_seconds=min(delay, _MOST_DELAY), sitemaps=tuple(parser.sitemaps))


class Robots:
    """The rules of every origin that a run meets, asked for once each."""

    def __init__(self, ask: Callable[[str], RobotsAnswer], agent: str) -> None:
        """Take how to ask for a robots.txt and the product token that its groups name."""
        self._ask = ask
        self._agent = agent
        self._known: dict[str, Rules] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def rules(self, url: str) -> Rules:
        """Return the rules for an address. Raises TransientError while they cannot be known."""
        origin = origin_of(url)
        with self._lock:
            lock = self._locks.setdefault(origin, threading.Lock())
        with lock:
            if origin not in self._known:
                self._known[origin] = read_rules(self._ask(f"{origin}/robots.txt"), self._agent)
            return self._known[origin]
