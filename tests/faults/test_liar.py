import resource
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from etl.io.web import Web, WebOptions
from etl.io.web_answer import Answer
from etl.io.web_faults import RefusedError, TransientError
from etl.model import DropReason
from tests.faults.liar import Liar, lying


@pytest.fixture
def liar() -> Iterator[Liar]:
    with lying() as server:
        yield server


@pytest.fixture
def web(tmp_path: Path) -> Iterator[Web]:
    with Web(options(tmp_path)) as door:
        yield door


def options(folder: Path, **changes: Any) -> WebOptions:  # noqa: ANN401 - any option
    given: dict[str, Any] = {
        "contact": "desk@example.org", "turns": folder / "turns", "allow": ("127.0.0.1",), "connect_seconds": 1.0,
        "read_seconds": 0.5, "total_seconds": 1.0, "attempts": 2, "backoff_seconds": 0.01, "patience_seconds": 1.0,
    }  # fmt: skip
    return WebOptions(**{**given, **changes})


def body(answer: Answer) -> bytes:
    with answer:
        return answer.body.read()


@pytest.mark.parametrize(
    "path", ["/short", "/bad-chunk", "/cut", "/garbage", "/headers", "/silent", "/broken", "/storm"]
)
def test_an_answer_that_is_none_is_asked_for_again_and_then_raised(liar: Liar, web: Web, path: str) -> None:
    with pytest.raises(TransientError, match=path):
        web.fetch(liar.root + path)
    assert liar.asked[path] == 2


@pytest.mark.parametrize("path", ["/drip", "/drip-head"])
def test_slow_bytes_end_at_the_deadline(liar: Liar, tmp_path: Path, path: str) -> None:
    with Web(options(tmp_path, attempts=1, total_seconds=0.4)) as web:
        began = time.monotonic()
        with pytest.raises(TransientError, match=r"took more than 0\.4 s"):
            web.fetch(liar.root + path)
        assert time.monotonic() - began < 20  # the bytes would last for minutes


@pytest.mark.parametrize("path", ["/endless", "/chunks"])
def test_an_endless_body_is_cut_off(liar: Liar, web: Web, path: str) -> None:
    with pytest.raises(RefusedError) as refused:
        web.fetch(liar.root + path, limit=1_000_000)
    assert refused.value.reason is DropReason.TOO_LARGE
    assert body(web.fetch(liar.root + "/page")) == b"<p>ok"


def test_a_gzip_bomb_costs_no_memory(liar: Liar, tmp_path: Path) -> None:
    with Web(options(tmp_path, total_seconds=20.0, read_seconds=20.0)) as web:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        with pytest.raises(RefusedError) as refused:
            web.fetch(liar.root + "/bomb", limit=20_000_000)
    assert refused.value.reason is DropReason.TOO_LARGE
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60_000


def test_bodies_are_unpacked_as_they_are_and_not_as_they_say(liar: Liar, web: Web) -> None:
    assert body(web.fetch(liar.root + "/members")) == b"one two"
    assert body(web.fetch(liar.root + "/not-gzip")) == b"plain"
    assert body(web.fetch(liar.root + "/bare-deflate")) == b"bare"
    with pytest.raises(RefusedError) as refused:
        web.fetch(liar.root + "/brotli")
    assert refused.value.reason is DropReason.UNREADABLE


def test_bytes_after_a_body_are_no_answer_to_the_next_question(liar: Liar, web: Web) -> None:
    assert body(web.fetch(liar.root + "/long")) == b"12345"
    assert body(web.fetch(liar.root + "/page")) == b"<p>ok"


@pytest.mark.parametrize("path", ["/self", "/a", "/chain/9"])
def test_circles_and_long_chains_end(liar: Liar, web: Web, path: str) -> None:
    with pytest.raises(RefusedError) as refused:
        web.fetch(liar.root + path)
    assert refused.value.reason is DropReason.BAD_REDIRECT


def test_a_short_chain_is_followed_and_told(liar: Liar, web: Web) -> None:
    with web.fetch(liar.root + "/chain/2") as answer:
        assert answer.url == liar.root + "/page"
        assert answer.asked == liar.root + "/chain/2"
        assert len(answer.hops) == 3


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.2/", "http://2130706434/", "http://0177.0.0.2/", "http://0x7f000002/", "http://[::1]/",
        "http://[::ffff:127.0.0.2]/", "http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/", "http://10.0.0.1/",
        "http://192.168.1.1/", "http://0.0.0.0/", "http://[::]/", "http://100.64.0.1/", "http://224.0.0.1/",
        "file:///etc/passwd", "gopher://127.0.0.1/", "ftp://example.org/", "http://user:word@127.0.0.1/", "//127.0.0.2/",
        "javascript:alert(1)", "http://[64:ff9b::a9fe:a9fe]/", "http://[2002:7f00:2::]/",
    ],
)  # fmt: skip
def test_a_redirect_into_a_private_network_is_refused(liar: Liar, web: Web, target: str) -> None:
    with pytest.raises(RefusedError) as refused:
        web.fetch(f"{liar.root}/to?{target}")
    assert refused.value.reason is DropReason.REFUSED_ADDRESS


def test_what_was_checked_is_what_is_connected_to(
    liar: Liar, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["127.0.0.1", "127.0.0.2", "127.0.0.2"])
    asked: list[str] = []

    def resolve(host: str, port: int, *_: Any, **__: Any) -> list[Any]:  # noqa: ANN401 - as the resolver
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    # The name leads to the open address once, and to a closed one each time after.
    assert body(web.fetch(f"http://rebinding.test:{liar.server_port}/page")) == b"<p>ok"
    assert asked == ["rebinding.test"]


def test_a_name_with_one_private_address_is_refused(
    liar: Liar, web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    def resolve(_host: str, port: int, *_: Any, **__: Any) -> list[Any]:  # noqa: ANN401 - as the resolver
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ("127.0.0.1", "10.1.2.3")]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(RefusedError, match=r"10\.1\.2\.3"):
        web.fetch(f"http://mixed.test:{liar.server_port}/page")
    assert liar.asked == {}


def test_a_host_that_storms_is_left_alone(liar: Liar, web: Web) -> None:
    for number in range(8):
        with pytest.raises(TransientError):
            web.fetch(f"{liar.root}/storm?{number}")
    assert liar.asked["/storm"] == 10  # five questions, twice each; then none


def test_a_long_retry_after_is_not_waited_for_and_not_disobeyed(liar: Liar, web: Web) -> None:
    with pytest.raises(TransientError) as failure:
        web.fetch(liar.root + "/leave")
    assert failure.value.retry_after == 86_400
    with pytest.raises(TransientError, match="left alone"):
        web.fetch(liar.root + "/page")
    assert liar.asked["/leave"] == 1
    assert liar.asked["/page"] == 0


def test_a_failure_that_passes_is_no_failure(liar: Liar, web: Web) -> None:
    assert body(web.fetch(liar.root + "/once")) == b"<p>at last"


@pytest.mark.parametrize(
    "robots", [(200, b"User-agent: *\nDisallow: /page"), (200, b"User-agent: Rasad\nDisallow: /")]
)
def test_robots_that_forbid_are_obeyed(liar: Liar, web: Web, robots: tuple[int, bytes]) -> None:
    liar.robots = robots
    with pytest.raises(RefusedError) as refused:
        web.fetch(liar.root + "/page")
    assert refused.value.reason is DropReason.ROBOTS
    assert liar.asked["/page"] == 0


def test_a_redirect_does_not_lead_past_robots(liar: Liar, web: Web) -> None:
    liar.robots = (200, b"User-agent: *\nDisallow: /page")
    with pytest.raises(RefusedError) as refused:
        web.fetch(liar.root + "/chain/0")
    assert refused.value.reason is DropReason.ROBOTS


@pytest.mark.parametrize("status", [500, 503, 429])
def test_unreachable_robots_mean_wait(liar: Liar, web: Web, status: int) -> None:
    liar.robots = (status, b"")
    with pytest.raises(TransientError):
        web.fetch(liar.root + "/page")
    assert liar.asked["/page"] == 0


@pytest.mark.parametrize("robots", [(404, b""), (403, b""), (200, b"\xff\xfe\x00 nonsense <html>")])
def test_robots_that_say_nothing_forbid_nothing(liar: Liar, web: Web, robots: tuple[int, bytes]) -> None:
    liar.robots = robots
    assert body(web.fetch(liar.root + "/page")) == b"<p>ok"
