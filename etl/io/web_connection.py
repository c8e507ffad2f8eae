"""requests over guarded connections: every socket is opened by the guard, and none outlives its deadline."""

import contextlib
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from etl.io.web_guard import Guard

_IDLE_SECONDS = 60.0


class Deadline:
    """One request's last moment: when it comes, the socket is shut, whatever is being waited for.

    Time-outs of a socket count from the last byte; a server that sends a byte now and then never meets them.
    """

    def __init__(self) -> None:
        """Begin with no socket."""
        self.is_over = False
        self._socket: socket.socket | None = None
        self._lock = threading.Lock()

    def watch(self, sock: socket.socket | None) -> None:
        """Take the socket that the request now goes through, by a handle of its own.

        A connection may be closed while its answer is still being read.
        """
        with self._lock:
            if self._socket is not None:
                self._socket.close()
            self._socket = None if sock is None else sock.dup()

    def end(self) -> None:
        """Shut the socket; a read that waits on it returns at once."""
        with self._lock:
            self.is_over = True
            if self._socket is not None:
                with contextlib.suppress(OSError):
                    self._socket.shutdown(socket.SHUT_RDWR)


class Watch(threading.local):
    """The deadline of the request that this thread is making; one timer thread keeps those of all."""

    deadline: Deadline | None = None

    def __init__(self, timer: "Timer") -> None:
        """Take who ends the deadlines."""
        self._timer = timer

    @contextmanager
    def limit(self, seconds: float) -> Iterator[Deadline]:
        """Hold one request to so many seconds in all."""
        self.deadline = deadline = Deadline()
        self._timer.add(time.monotonic() + seconds, deadline)
        try:
            yield deadline
        finally:
            self._timer.remove(deadline)
            deadline.watch(None)
            self.deadline = None


class Timer:
    """Ends deadlines when they come, in a thread that is started with the first and sleeps between them."""

    def __init__(self) -> None:
        """Begin with none."""
        self._due: dict[int, tuple[float, Deadline]] = {}
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._wakes_at = 0.0

    def add(self, moment: float, deadline: Deadline) -> None:
        """Take a deadline, by the monotonic clock."""
        with self._changed:
            self._due[id(deadline)] = moment, deadline
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="web-deadlines", daemon=True)
                self._thread.start()
            elif moment < self._wakes_at:
                self._changed.notify()

    def remove(self, deadline: Deadline) -> None:
        """Forget a deadline that was met."""
        with self._changed:
            self._due.pop(id(deadline), None)

    def _run(self) -> None:
        while True:
            with self._changed:
                now = time.monotonic()
                over = [key for key, (moment, _) in self._due.items() if moment <= now]
                ended = [self._due.pop(key)[1] for key in over]
                if not ended:
                    self._wakes_at = min(
                        (moment for moment, _ in self._due.values()), default=now + _IDLE_SECONDS
                    )
                    self._changed.wait(self._wakes_at - now)
            for deadline in ended:
                deadline.end()


class _Guarded:
    """What both kinds of connection do otherwise than urllib3's."""

    guard: Guard
    watching: Watch
    shadow: socket.socket | None = None

    def _new_conn(self: Any) -> socket.socket:
        try:
            sock: socket.socket = self.guard.connect(self._dns_host, self.port, timeout=self.timeout)
        except socket.gaierror as error:
            raise NameResolutionError(self.host, self, error) from error
        except TimeoutError as error:
            msg = f"connecting to {self.host} took more than {self.timeout} s"
            raise ConnectTimeoutError(self, msg) from error
        except OSError as error:
            raise NewConnectionError(self, f"cannot connect: {error}") from error
        sys.audit("http.client.connect", self, self.host, self.port)
        # A second handle on the same connection: TLS takes the first one apart.
        self.shadow = sock.dup()
        self._watch()
        return sock

    def request(self: Any, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - urllib3's own arguments
        self._watch()
        super().request(*args, **kwargs)  # type: ignore[misc]

    def close(self: Any) -> None:
        super().close()  # type: ignore[misc]
        if self.shadow is not None:
            self.shadow.close()
            self.shadow = None

    def _watch(self) -> None:
        if self.watching.deadline is not None:
            self.watching.deadline.watch(self.shadow)


class GuardedAdapter(HTTPAdapter):
    """requests' adapter on connections of a guard; one connection, because one request is in flight."""

    def __init__(self, guard: Guard, watching: Watch) -> None:
        """Take who opens the sockets and who watches them."""
        self._guard = guard
        self._watching = watching
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=0)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **kwargs: Any) -> None:  # noqa: ANN401, FBT001, FBT002 - requests' signature
        """Make the pool, as requests asks for it, of guarded connections."""
        marks = {"guard": self._guard, "watching": self._watching}
        plain = type("GuardedConnection", (_Guarded, HTTPConnection), marks)
        secure = type("GuardedSecureConnection", (_Guarded, HTTPSConnection), marks)
        self.poolmanager = PoolManager(num_pools=connections, maxsize=maxsize, block=block, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {
            "http": type("GuardedPool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
            "https": type("GuardedSecurePool", (HTTPSConnectionPool,), {"ConnectionCls": secure}),
        }
