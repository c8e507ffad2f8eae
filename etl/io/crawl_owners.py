"""An address to the source whose article it may be, for files that hold pages of many outlets."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from etl.discover.faults import AddressError
from etl.discover.urls import canonical, is_wanted, readable
from etl.model import SourceSpec


class Owners:
    """Which source an address belongs to."""

    def __init__(self, specs: Iterable[SourceSpec]) -> None:
        """Take the sources; one without a home page owns nothing."""
        self.specs: dict[str, SourceSpec] = {}
        self._homes: dict[str, list[tuple[str, SourceSpec]]] = {}
        for spec in specs:
            if spec.home_url:
                self.specs[spec.source_id] = spec
                home = urlsplit(canonical(spec.home_url))
                self._homes.setdefault(home.netloc, []).append((readable(home.path).rstrip("/"), spec))
        for homes in self._homes.values():
            homes.sort(key=lambda each: len(each[0]), reverse=True)

    def of(self, url: str) -> SourceSpec | None:
        """Return whose article an address may be: on one host, bbc.com/arabic is not bbc.com/news."""
        try:
            parts = urlsplit(canonical(url))
        except AddressError:
            return None
        path = f"{readable(parts.path)}/"
        for below, spec in self._homes.get(parts.netloc, ()):
            if (spec.allow or path.startswith(f"{below}/")) and is_wanted(url, spec):
                return spec
        return None
