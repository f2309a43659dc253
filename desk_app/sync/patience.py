"""One question takes so long and no longer, whatever trickles in: at its end the line itself is shut."""

from __future__ import annotations

import socket
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool


class Patience:
    """Holds a second handle of every open line, so that another thread can end it.

    The time-outs of a socket count from the last byte on: a superior that sends one every few seconds would
    hold the desk for hours. The handle is needed for TLS too, where the first socket is given up before the
    agreeing begins.
    """

    def __init__(self) -> None:
        self._held: list[tuple[weakref.ref[HTTPConnection], socket.socket]] = []
        self._guard = threading.Lock()
        self._over = False
        weakref.finalize(self, _close_all, self._held)  # as urllib3 does with its lines

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """End every open line after `seconds`; then `over` is True."""
        self._over = False
        timer = threading.Timer(seconds, self._end)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            self.let_go()

    @property
    def over(self) -> bool:
        """Return whether the last question took too long."""
        return self._over

    def hold(self, connection: HTTPConnection, line: socket.socket) -> socket.socket:
        """Keep a handle of a new line and return the line."""
        with self._guard:
            self._held.append((weakref.ref(connection), line.dup()))
            if self._over:  # finding the name took all the time there was
                _shut(line)
        return line

    def _end(self) -> None:
        with self._guard:
            self._over = True
            for _, handle in self._held:
                _shut(handle)

    def let_go(self) -> None:
        """Close the handles of lines that are closed: the other side would take them for open."""
        with self._guard:
            for held in tuple(self._held):
                connection = held[0]()
                if connection is None or connection.sock is None:
                    held[1].close()
                    self._held.remove(held)


class PatientAdapter(HTTPAdapter):
    """Makes lines whose handles are held."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - requests' own
        """Make the pools, then give them our kinds of lines."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _pools(self._patience)

    def close(self) -> None:
        """Close every line for good."""
        super().close()
        self._patience.let_go()


def _pools(patience: Patience) -> dict[str, type[HTTPConnectionPool]]:
    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return patience.hold(self, super()._new_conn())

    class Tls(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return patience.hold(self, super()._new_conn())

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class TlsPool(HTTPSConnectionPool):
        ConnectionCls = Tls

    return {"http": PlainPool, "https": TlsPool}


def _close_all(held: list[tuple[weakref.ref[HTTPConnection], socket.socket]]) -> None:
    for _, handle in held:
        handle.close()


def _shut(line: socket.socket) -> None:
    with suppress(OSError):  # the other side was faster
        line.shutdown(socket.SHUT_RDWR)
