"""The newsroom at fixed addresses of this machine, so that a second crawl finds what the first archived."""

import socket
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from etl.discover.plan import plan
from etl.discover.times import Window
from etl.model import SourceSpec
from tests.newsroom.outlets import OUTLETS
from tests.newsroom.press import DAYS, Press
from tests.newsroom.serve import HOST, night_after

FIRST_PORT = 27811
"""Below the ports that systems give to outgoing connections (Linux from 32768, RFC 6335 from 49152)."""
LAST_DAY = date(2026, 3, 14)
"""The newest of the press's ninety days: another one would put other articles at the same addresses."""
SOURCES_DIR = Path(__file__).parent / "sources"


def ports() -> range:
    """Return the ports, one an outlet."""
    return range(FIRST_PORT, FIRST_PORT + len(OUTLETS))


def source(outlet_id: str) -> SourceSpec:
    """Return an outlet's source, for its port."""
    place, outlet = next((place, each) for place, each in enumerate(OUTLETS) if each.outlet_id == outlet_id)
    return outlet.spec(f"http://{HOST}:{FIRST_PORT + place}")


def outlets_with_news(day: date, zone: ZoneInfo) -> tuple[str, ...]:
    """Return the outlets that have articles of a day and whose own pages can still be asked for that day.

    A feed of today does not reach last month, here as elsewhere.
    """
    press, window = Press(LAST_DAY), Window(day=day, zone=zone)
    today = datetime.now(UTC).astimezone(zone).date()
    if not press.first_day <= day <= LAST_DAY:
        return ()
    return tuple(
        outlet.outlet_id
        for outlet in OUTLETS
        if press.truth(outlet, day, night_after(LAST_DAY), zone)
        and any(step.is_whole for step in plan(source(outlet.outlet_id), window, today).steps)
    )


def first_day() -> date:
    """Return the oldest day of the press."""
    return LAST_DAY.fromordinal(LAST_DAY.toordinal() - DAYS + 1)


def taken_ports() -> Iterator[int]:
    """Yield the ports that another process has."""
    for port in ports():
        with closing(socket.socket()) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server itself does
            try:
                probe.bind((HOST, port))
            except OSError:
                yield port


def is_serving() -> bool:
    """Say whether every outlet takes connections."""
    for port in ports():
        with closing(socket.socket()) as probe:
            probe.settimeout(1)
            if probe.connect_ex((HOST, port)):
                return False
    return True
