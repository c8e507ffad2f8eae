"""A user's SQL, run beside the API server and never in it: started, fed, watched, and killed in time.

DuckDB checks for an interrupt between pieces of work, and memory that a query takes is the process's own; so
only another process can be stopped for certain and cannot take the server down with it.
"""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from plugins.warehouse_page.console_worker import REFUSED

_WORKER = Path(__file__).with_name("console_worker.py")
_PIECE = 1 << 16
_MESSAGE = 4000


class QueryRefusedError(Exception):
    """DuckDB or the console does not run the statement; the message is for its author."""


class QueryStoppedError(Exception):
    """The statement took more time or memory than it may; it was stopped."""


class BusyError(Exception):
    """As many statements run as may at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one statement may take."""

    seconds: float = 15.0
    rows: int = 1000
    csv_rows: int = 1_000_000
    json_bytes: int = 8_000_000
    csv_bytes: int = 500_000_000
    csv_seconds: float = 120.0
    memory_bytes: int = 1 << 30
    threads: int = 2
    at_once: int = 2


class Console:
    """Runs statements on one file."""

    def __init__(self, file: Path, limits: Limits) -> None:
        """Take the published file and the limits."""
        self._file = file
        self._limits = limits
        self._places = threading.BoundedSemaphore(limits.at_once)

    def answer(self, sql: str) -> bytes:
        """Return a statement's answer as JSON: columns, rows, and whether rows are missing at its end.

        Raises QueryRefusedError, QueryStoppedError and BusyError.
        """
        return b"".join(self.stream(sql, "json"))

    def stream(self, sql: str, form: str) -> Iterator[bytes]:
        """Yield a statement's answer piece by piece, as `json` or `csv`. Raises as `answer` does.

        What can be refused is refused before the first piece, so that a download never begins with an error.
        """
        if not self._places.acquire(blocking=False):
            msg = f"{self._limits.at_once} queries are running; try again in a moment"
            raise BusyError(msg)
        try:
            yield from self._run(sql, form)
        finally:
            self._places.release()

    def _run(self, sql: str, form: str) -> Iterator[bytes]:
        seconds = self._limits.csv_seconds if form == "csv" else self._limits.seconds
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and file
            [sys.executable, "-I", "-X", "utf8", str(_WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd="/",
            # Nothing of the server's secrets is in the environment of a process that runs a user's words.
            env={"LANG": "C.UTF-8"},
        )
        is_late = threading.Event()

        def stop() -> None:
            is_late.set()
            process.kill()

        watchdog = threading.Timer(seconds, stop)
        watchdog.daemon = True
        watchdog.start()
        try:
            assert process.stdin and process.stdout and process.stderr  # noqa: S101, PT018 - made by PIPE
            _feed(process.stdin, self._question(sql, form, seconds))
            while piece := process.stdout.read1(_PIECE):  # type: ignore[attr-defined]
                yield piece
            message = process.stderr.read().decode("utf-8", "replace")[:_MESSAGE]
            self._require_done(process.wait(), message, seconds, is_late=is_late.is_set())
        finally:
            watchdog.cancel()
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout, process.stderr):
                if pipe:
                    pipe.close()

    def _question(self, sql: str, form: str, seconds: float) -> bytes:
        limits = self._limits
        is_csv = form == "csv"
        question = {
            "file": str(self._file),
            "sql": sql,
            "form": form,
            "rows": limits.csv_rows if is_csv else limits.rows,
            "bytes": limits.csv_bytes if is_csv else limits.json_bytes,
            "memory_bytes": limits.memory_bytes,
            "threads": limits.threads,
            "cpu_seconds": int(seconds * limits.threads) + 1,
        }
        return json.dumps(question).encode()

    @staticmethod
    def _require_done(code: int, message: str, seconds: float, *, is_late: bool) -> None:
        if is_late:
            msg = f"stopped after {seconds:.0f} s"
            raise QueryStoppedError(msg)
        if code == REFUSED:
            raise QueryRefusedError(message)
        if code:
            raise QueryStoppedError(message or f"stopped: the query's process ended with {code}")


def _feed(pipe: IO[bytes], question: bytes) -> None:
    try:
        pipe.write(question)
        pipe.close()
    except BrokenPipeError:  # it ended before it read: its exit code tells why
        return
