"""Host name to a connected socket, never into a private network.

What is checked is what is connected to: the name is resolved once, every address is looked at, and
the socket is opened to one of these, so that a name which resolves differently a moment later (DNS
rebinding) gains nothing. Spellings (decimal, octal, mapped) need no list: the resolver undoes them.
"""

import ipaddress
import re
import socket
from collections.abc import Iterable

from etl.io.web_faults import RefusedError
from etl.model import DropReason

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_WITH_PORT = re.compile(r"(?P<net>\d+\.\d+\.\d+\.\d+(?:/\d+)?|\[[0-9a-fA-F:.]+(?:/\d+)?\]):(?P<port>\d+)")
# IPv6 forms that carry an IPv4 address to a translator: RFC 6052 (well-known prefix), RFC 8215, RFC 4291 2.5.5.1.
_EMBEDDING = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "::/96")))
# Shared, benchmark, documentation and protocol ranges that Python 3.11 counts as global in part (IANA registries).
_NEVER = tuple(
    map(
        ipaddress.ip_network,
        (
            "100.64.0.0/10",
            "192.0.0.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "2001::/23",
            "3fff::/20",
            "5f00::/16",
            "fec0::/10",
        ),
    )
)


class Guard:
    """Decides which addresses may be connected to, and connects."""

    def __init__(self, allow: Iterable[str] = ()) -> None:
        """Take networks (`127.0.0.0/8`, `[::1]:8080`) that are open though they are not public.

        Raises ValueError for an entry that is neither a network nor a network with a port.
        """
        self._allow = tuple(map(_allowed, allow))

    def connect(self, host: str, port: int, *, timeout: float | None) -> socket.socket:
        """Return a socket connected to an address of `host` that was checked.

        Raises RefusedError where any of its addresses is not public, and OSError as connecting does.
        """
        failure: OSError | None = None
        for family, address in self.checked(host, port):
            sock = socket.socket(family, socket.SOCK_STREAM)
            try:
                sock.settimeout(timeout)
                sock.connect(address)
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            except OSError as error:
                sock.close()
                failure = error
            else:
                return sock
        raise failure or OSError(f"{host} has no address")

    def checked(
        self, host: str, port: int
    ) -> list[tuple[socket.AddressFamily, tuple[str, int] | tuple[str, int, int, int]]]:
        """Return the addresses of a host to connect to. Raises RefusedError if one of them is closed to us.

        One is enough: an honest site has no private address beside its public one.
        """
        name = host.strip("[]")
        found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
        for *_, address in found:
            ip = ipaddress.ip_address(str(address[0]).partition("%")[0])
            if not self.is_open(ip, port):
                detail = f"{host} is {ip}, which is no public address"
                raise RefusedError(DropReason.REFUSED_ADDRESS, detail)
        return [(family, address) for family, *_, address in found]  # type: ignore[misc]

    def is_open(self, ip: _Address, port: int) -> bool:
        """Whether an address is public, or was opened by the operator."""
        embedded = _embedded(ip)
        for each in (ip, embedded):
            if each is not None and any(
                each.version == net.version and each in net and wanted in (None, port)
                for net, wanted in self._allow
            ):
                return True
        return _is_public(ip) and (embedded is None or _is_public(embedded))


def _allowed(text: str) -> tuple[_Network, int | None]:
    parts = _WITH_PORT.fullmatch(text.strip())
    net, port = (parts["net"].strip("[]"), int(parts["port"])) if parts else (text.strip(), None)
    try:
        return ipaddress.ip_network(net, strict=False), port
    except ValueError as error:
        msg = f"RASAD_WEB_ALLOW: {text!r} is no network; give one such as 127.0.0.1, 10.0.0.0/8 or 127.0.0.1:8080"
        raise ValueError(msg) from error


def _embedded(ip: _Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that an IPv6 address leads to, if it does."""
    if not isinstance(ip, ipaddress.IPv6Address):
        return None
    if ip.ipv4_mapped or ip.sixtofour:
        return ip.ipv4_mapped or ip.sixtofour
    if ip.teredo:
        return ip.teredo[1]
    if any(ip in net for net in _EMBEDDING):
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return None


def _is_public(ip: _Address) -> bool:
    if isinstance(ip, ipaddress.IPv6Address) and (ip.ipv4_mapped or ip in _EMBEDDING[0]):
        return True  # what it embeds is judged in its place
    closed = (
        not ip.is_global
        or ip.is_private
        or ip.is_loopback
        or ip.is_link_local
        or ip.is_multicast
        or ip.is_reserved
        or ip.is_unspecified
        or any(ip.version == net.version and ip in net for net in _NEVER)
    )
    return not closed
