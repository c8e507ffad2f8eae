"""The processes of one embedded Airflow: started together, watched, and ended to the last child.

Each runs as the leader of a session of its own, so Ctrl-C reaches only the process that owns them, and all
that a task ever starts can be found by its session even when its parents are gone.
"""

import contextlib
import ctypes
import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil  # type: ignore[import-untyped]

from etl.settings import PROJECT

_PR_SET_PDEATHSIG = 1  # linux/prctl.h
_GRACE_SECONDS = 5.0


class ServiceError(Exception):
    """A process of Airflow did not start or did not stay; the message names it and its log."""


class BusyError(Exception):
    """Another process owns this Airflow folder; `owner` is what it wrote about itself."""

    def __init__(self, owner: Mapping[str, Any]) -> None:
        """Keep what the owner wrote, for a caller who can work with it."""
        super().__init__(f"in use by process {owner.get('pid', 'unknown')}")
        self.owner = owner


@dataclass(slots=True, kw_only=True)
class Group:
    """The owned folder and the processes that run in it."""

    folder: Path
    children: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    _lock: int
    _note: dict[str, Any] = field(default_factory=dict)

    def write(self, **note: object) -> None:
        """Tell other processes who owns the folder; the sessions are there to be ended if we are killed."""
        self._note |= note
        sessions = [child.pid for child in self.children.values()]
        text = json.dumps({"pid": os.getpid(), "sessions": sessions, **self._note})
        os.ftruncate(self._lock, 0)
        os.pwrite(self._lock, text.encode(), 0)

    def start(self, name: str, *command: str, environment: Mapping[str, str]) -> None:
        """Start one Python module under a name, its output to a log of its own."""
        with self.log(name).open("wb") as stream:
            self.children[name] = subprocess.Popen(  # noqa: S603 - our own interpreter, fixed words
                [sys.executable, "-m", *command],
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=subprocess.STDOUT,
                env=dict(environment),
                cwd=PROJECT,
                start_new_session=True,
                preexec_fn=_end_with_parent(),  # noqa: PLW1509 - no threads run here
            )
        self.write()

    def finish(self, name: str, seconds: float) -> None:
        """Wait for a process that is to end by itself.

        Raises:
            ServiceError: it failed, or it took longer than that.
        """
        try:
            code = self.children[name].wait(seconds)
        except subprocess.TimeoutExpired:
            msg = f"{name} took longer than {seconds:.0f} s:\n{tail(self.log(name))}"
            raise ServiceError(msg) from None
        del self.children[name]
        if code:
            msg = f"{name} failed:\n{tail(self.log(name))}"
            raise ServiceError(msg)

    def log(self, name: str) -> Path:
        """Give the file that a component's output goes to."""
        return self.folder / "logs" / f"{name}.log"

    def require_alive(self) -> None:
        """Fail where a component has ended by itself.

        Raises:
            ServiceError: with the end of its log.
        """
        for name, child in self.children.items():
            if (code := child.poll()) is not None:
                msg = f"{name} ended by itself with code {code}:\n{tail(self.log(name))}"
                raise ServiceError(msg)

    def stop(self) -> None:
        """End every process: asked first, then killed, with all that they have started."""
        sessions = {child.pid for child in self.children.values()}
        for child in self.children.values():
            child.terminate()
        deadline = time.monotonic() + _GRACE_SECONDS
        for child in self.children.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(max(0.0, deadline - time.monotonic()))
        kill_sessions(sessions)
        for child in self.children.values():
            child.wait()
        self.children.clear()
        self.write()


@contextlib.contextmanager
def own(folder: Path, **note: object) -> Iterator[Group]:
    """Own the folder for as long as the block runs, and leave no process of it behind.

    The kernel drops the lock with its owner however that ends, so there is no stale lock to clean up; the
    processes of an owner that was killed are ended here, before the next ones meet them.

    Raises:
        BusyError: another living process owns it.
    """
    lock = os.open(folder / "owner.json", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError(_read_note(lock)) from None
        # The number of a session may have been given again since, so only what calls itself airflow counts.
        kill_sessions(set(_read_note(lock).get("sessions", ())), named="airflow")
        group = Group(folder=folder, _lock=lock)
        group.write(**note)
        with _signals_as_exceptions():
            try:
                yield group
            finally:
                with _signals_ignored():
                    group.stop()
    finally:
        os.close(lock)


def kill_sessions(sessions: set[int], named: str = "") -> None:
    """Kill every process of these sessions whose command line holds `named`, and wait until they are gone."""
    doomed = []
    # Not psutil's own walk, which keeps what it knew of a process whose number another one has now.
    for number in psutil.pids():
        with contextlib.suppress(psutil.Error, ProcessLookupError, PermissionError):
            process = psutil.Process(number)
            if os.getsid(process.pid) in sessions and named in " ".join(process.cmdline()):
                # psutil's own kill refuses where the machine's clock was set since it saw the process.
                os.kill(process.pid, signal.SIGKILL)
                doomed.append(process)
    psutil.wait_procs(doomed, timeout=_GRACE_SECONDS)


def tail(log: Path, lines: int = 15) -> str:
    """Give the last lines of a log, for an error message."""
    if not log.exists():
        return "(no log)"
    text = log.read_text(encoding="utf-8", errors="replace").rstrip().splitlines()
    return "\n".join([*text[-lines:], f"(whole log: {log})"])


def _read_note(lock: int) -> dict[str, Any]:
    try:
        note = json.loads(os.pread(lock, 65536, 0) or b"{}")
    except ValueError:  # its owner was killed within the write
        return {}
    return note if isinstance(note, dict) else {}


def _end_with_parent() -> Callable[[], None] | None:
    """Ask the kernel to end a child when its parent is killed; Linux alone can."""
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None)
    return lambda: libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


@contextlib.contextmanager
def _signals_as_exceptions() -> Iterator[None]:
    """Let SIGTERM and a closed terminal unwind the stack as Ctrl-C does, with the shell's exit code."""

    def leave(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    caught: tuple[signal.Signals, ...] = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:  # under nohup
        caught = caught[:2]
    before = {number: signal.signal(number, leave) for number in caught}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextlib.contextmanager
def _signals_ignored() -> Iterator[None]:
    """Keep an impatient second Ctrl-C from leaving half of the processes behind."""
    ignored = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, signal.SIG_IGN) for number in ignored}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
