import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from etl.io.web import Web, WebOptions
from etl.io.web_faults import ContactMissingError, RefusedError
from tests.faults.liar import Liar, lying


@pytest.fixture
def liar() -> Iterator[Liar]:
    with lying() as server:
        yield server


def door(folder: Path, **changes: Any) -> Web:  # noqa: ANN401 - any option
    given: dict[str, Any] = {
        "contact": "desk@example.org",
        "turns": folder / "turns",
        "allow": ("127.0.0.1",),
        "backoff_seconds": 0.01,
    }
    return Web(WebOptions(**{**given, **changes}))


@pytest.mark.parametrize("contact", ["", "  ", "nobody", "desk@example.org\r\nX-Forged: 1"])
def test_nothing_is_fetched_in_nobodys_name(tmp_path: Path, contact: str) -> None:
    with pytest.raises(ContactMissingError, match="RASAD_CONTACT"):
        door(tmp_path, contact=contact)


@pytest.mark.parametrize("contact", ["desk@example.org", "https://example.org/about-our-crawler"])
def test_an_outlet_is_told_whom_to_write_to(liar: Liar, tmp_path: Path, contact: str) -> None:
    with door(tmp_path, contact=contact) as web:
        web.fetch(liar.root + "/page").body.close()
    assert all(headers["User-Agent"] == f"Rasad/0.1 (+{contact})" for headers in liar.headers)
    assert all("Cookie" not in headers and "Authorization" not in headers for headers in liar.headers)


def test_a_wrong_allow_list_says_what_to_write(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="RASAD_WEB_ALLOW"):
        door(tmp_path, allow=("localhost",))


def test_without_an_allow_list_this_machine_is_closed(liar: Liar, tmp_path: Path) -> None:
    with door(tmp_path, allow=()) as web, pytest.raises(RefusedError, match="no public address"):
        web.fetch(liar.root + "/page")
    assert liar.asked == {}


def test_an_allow_list_may_open_one_port_only(liar: Liar, tmp_path: Path) -> None:
    with lying() as other, door(tmp_path, allow=(f"127.0.0.1:{liar.server_port}",)) as web:
        web.fetch(liar.root + "/page").body.close()
        with pytest.raises(RefusedError):
            web.fetch(other.root + "/page")


def test_what_has_not_changed_is_not_sent_again(liar: Liar, tmp_path: Path) -> None:
    with door(tmp_path) as web:
        with web.fetch(liar.root + "/tagged") as first:
            validators = first.validators
        with web.fetch(liar.root + "/tagged", validators=validators) as second:
            assert second.is_unchanged
            assert second.body.size == 0
    assert liar.headers[-1]["If-None-Match"] == '"v1"'
    assert liar.headers[-1]["If-Modified-Since"] == "Sat, 14 Mar 2026 10:00:00 GMT"


def test_a_host_has_one_request_in_flight_across_doors_as_across_processes(
    liar: Liar, tmp_path: Path
) -> None:
    def ask() -> None:
        with door(tmp_path) as web:
            for number in range(4):
                web.fetch(f"{liar.root}/page?{number}").body.close()

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert liar.asked["/page"] == 16
    assert liar.most_in_flight == 1


@pytest.mark.parametrize(
    ("robots", "asked_for"),
    [
        (b"", 0.15),
        (b"User-agent: *\nCrawl-delay: 0.2", 0.0),
        (b"User-agent: *\nRequest-rate: 5/1s", 0.0),
        (b"User-agent: *\nCrawl-delay: 0.01", 0.15),
    ],
)
def test_the_longer_of_both_pauses_is_kept(
    liar: Liar, tmp_path: Path, robots: bytes, asked_for: float
) -> None:
    liar.robots = (200, robots)
    with door(tmp_path) as web:
        for number in range(4):
            web.fetch(f"{liar.root}/page?{number}", delay_seconds=asked_for).body.close()
    pauses = [later - earlier for earlier, later in zip(liar.moments[1:], liar.moments[2:], strict=False)]
    assert min(pauses) >= 0.15


def test_robots_are_asked_for_once(liar: Liar, tmp_path: Path) -> None:
    liar.robots = (200, b"Sitemap: https://example.org/map.xml")
    with door(tmp_path) as web:
        for _ in range(3):
            web.fetch(liar.root + "/page").body.close()
        assert web.rules(liar.root).sitemaps == ("https://example.org/map.xml",)
    assert liar.asked["/robots.txt"] == 1


def test_no_proxy_of_the_environment_gets_between(
    liar: Liar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    with door(tmp_path) as web, web.fetch(liar.root + "/page") as answer:
        assert answer.status == 200


def test_a_connection_is_kept(liar: Liar, tmp_path: Path) -> None:
    with door(tmp_path) as web:
        for _ in range(10):
            web.fetch(liar.root + "/page").body.close()
    assert liar.connections < 5
