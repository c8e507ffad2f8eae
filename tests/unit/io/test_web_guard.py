import ipaddress

import pytest

from etl.io.web_guard import Guard

CLOSED = (
    "127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.0.1", "169.254.169.254", "0.0.0.0",  # noqa: S104
    "0.1.2.3", "100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "192.88.99.1",
    "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fc00::1", "fd00::1", "ff02::1",
    "fec0::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b:1::1",
    "2002:7f00:1::", "2002:a00:1::", "2001::1", "3fff::1", "100::1",
)  # fmt: skip
OPEN = (
    "93.184.216.34",
    "8.8.8.8",
    "172.32.0.1",
    "100.128.0.1",
    "2606:4700::1111",
    "::ffff:8.8.8.8",
    "64:ff9b::8.8.8.8",
)


@pytest.mark.parametrize("address", CLOSED)
def test_what_is_not_public_is_closed(address: str) -> None:
    assert not Guard().is_open(ipaddress.ip_address(address), 80)


@pytest.mark.parametrize("address", OPEN)
def test_what_is_public_is_open(address: str) -> None:
    assert Guard().is_open(ipaddress.ip_address(address), 443)


def test_the_operator_opens_networks_and_ports() -> None:
    guard = Guard(("127.0.0.0/8", "10.1.2.3:8080", "[::1]:99"))
    assert guard.is_open(ipaddress.ip_address("127.9.9.9"), 1)
    assert guard.is_open(ipaddress.ip_address("10.1.2.3"), 8080)
    assert not guard.is_open(ipaddress.ip_address("10.1.2.3"), 8081)
    assert guard.is_open(ipaddress.ip_address("::1"), 99)
    assert not guard.is_open(ipaddress.ip_address("::1"), 98)
    assert guard.is_open(ipaddress.ip_address("::ffff:127.0.0.1"), 1)
