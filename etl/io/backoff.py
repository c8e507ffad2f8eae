"""When a host may be asked: one request at a time, a pause after each, and longer ones where it struggles.

Two tasks of one night are two processes, so a host's turn is a locked file that holds the instant of
the next one. The operating system opens the lock of a process that dies.
"""

import fcntl
import hashlib
import os
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from etl.io.web_faults import TransientError

_MOST_FAILURES = 5
_SLOWER = 2.0
_MOST_SLOWER = 60.0


def pause_before(attempt: int, *, base_seconds: float, most_seconds: float) -> float:
    """Return the pause before a repeated attempt, in seconds: doubled each time, spread by chance.

    "Full jitter": any time up to the doubled one, so that many clients do not come back at once.
    """
    return random.uniform(0, min(most_seconds, base_seconds * 2**attempt))  # noqa: S311 - no secret


def retry_after(value: str | None, now: datetime | None = None) -> float | None:
    """Read a Retry-After header, seconds or a date (RFC 9110, 10.2.3), as seconds from now; None if unreadable."""
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - (now or datetime.now(UTC))).total_seconds())


class Host:
    """One host's turn, shared by all threads and processes that ask it."""

    def __init__(self, name: str, folder: Path) -> None:
        """Take the host's name and the folder of turns."""
        self.name = name
        self._path = folder / (hashlib.sha256(name.encode()).hexdigest()[:24] + ".turn")
        self._lock = threading.Lock()
        self._failures = 0
        self._factor = 1.0
        self._not_before = 0.0
        self._file: int | None = None

    @contextmanager
    def turn(self, delay_seconds: float, *, patience_seconds: float) -> Iterator[None]:
        """Wait for the host's turn and hold it; the next one comes `delay_seconds` after the end.

        Raises TransientError for a host that has failed too often in this run, or that asked to be left
        alone for longer than `patience_seconds`.
        """
        with self._lock:
            self._require_hope(patience_seconds)
            if self._file is None:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
            fcntl.flock(self._file, fcntl.LOCK_EX)
            try:
                self._wait()
                yield
            finally:
                os.pwrite(self._file, f"{time.time() + delay_seconds * self._factor:20.3f}".encode(), 0)
                fcntl.flock(self._file, fcntl.LOCK_UN)

    def close(self) -> None:
        """Close the file of turns."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def succeeded(self) -> None:
        """Note an answer: whatever was wrong is over."""
        self._failures = 0
        self._factor = max(1.0, self._factor / 1.1)

    def failed(self) -> None:
        """Note that a request failed for good, after its last attempt."""
        self._failures += 1

    def failed_once(self, *, is_storm: bool, leave_alone: float | None) -> None:
        """Note a failed attempt; `is_storm` is the host's "too many", `leave_alone` its Retry-After in seconds."""
        if is_storm:
            self._factor = min(_MOST_SLOWER, self._factor * _SLOWER)
        if leave_alone:
            self._not_before = max(self._not_before, time.time() + leave_alone)

    def _require_hope(self, patience_seconds: float) -> None:
        if self._failures >= _MOST_FAILURES:
            msg = f"{self.name} failed {self._failures} times in a row; it is left alone for this run"
            raise TransientError(msg)
        left = self._not_before - time.time()
        if left > patience_seconds:
            msg = f"{self.name} asked to be left alone for another {left:.0f} s"
            raise TransientError(msg, retry_after=left)

    def _wait(self) -> None:
        text = os.pread(self._file or 0, 20, 0).decode("ascii", "replace").strip()
        try:
            until = float(text or 0)
        except ValueError:
            until = 0.0
        now = time.time()
        # A clock that was set back must not stop the night.
        until = max(min(until, now + 3_600), self._not_before)
        if until > now:
            time.sleep(until - now)
