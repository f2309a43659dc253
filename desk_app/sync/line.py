"""Connections that another thread can cut: whoever locks the desk waits for no dead line, nor for one that trickles."""

from __future__ import annotations

import os
import select
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from desk_app.domain.errors import LineCut

LOOK_EVERY_S = 0.2  # a connection that is being made cannot be shut down on every system; it looks itself


class Line:
    """What one HttpSuperior has open."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._open: set[socket.socket] = set()
        self._done: set[socket.socket] = set()  # of closed connections
        self._cut = self._late = self._asking = False

    @property
    def is_over(self) -> bool:
        """Return whether cut() was called, or this question took all the time there was."""
        return self._cut or self._late

    def cut(self) -> None:
        """End what is under way, for good; from any thread."""
        with self._guard:
            self._cut = True
            self._shut()

    def connect(
        self, host: str, port: int, timeout: float | None, options: Sequence[Any]
    ) -> tuple[socket.socket, socket.socket]:
        """Return a connected socket and a second handle of it, by which it can be cut also inside TLS."""
        if self._cut:
            raise LineCut()
        failed: OSError = OSError("no address")
        for family, kind, protocol, _name, address in socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM):
            sock = socket.socket(family, kind, protocol)
            try:
                for option in options:
                    sock.setsockopt(*option)
                self._reach(sock, address, timeout)
                sock.settimeout(timeout)
                return sock, self._watched(sock)
            except OSError as error:
                sock.close()
                failed = error
            except LineCut:
                sock.close()
                raise
        raise failed

    def forget(self, handle: socket.socket) -> None:
        """Close a second handle, else the connection stays open at the other end; not before its answer is read.

        An answer without a length is read after its connection was closed.
        """
        with self._guard:
            self._done.add(handle)
        if not self._asking:
            self._close_done()

    @contextmanager
    def asking(self, seconds: float) -> Iterator[None]:
        """Hold every connection by its second handle until the answer was read, at most for `seconds`.

        The time-outs of a socket count from the last byte on: a superior that sends one every few seconds
        would hold the desk for hours.
        """
        self._asking, self._late = True, False
        timer = threading.Timer(seconds, self._end_late)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            self._asking = False
            self._close_done()

    def _end_late(self) -> None:
        with self._guard:
            self._late = True
            self._shut()

    def _shut(self) -> None:
        for handle in self._open:
            with suppress(OSError):  # the other side was quicker
                handle.shutdown(socket.SHUT_RDWR)

    def _close_done(self) -> None:
        with self._guard:
            for handle in self._done:
                self._open.discard(handle)
                handle.close()
            self._done.clear()

    def _reach(self, sock: socket.socket, address: Any, timeout: float | None) -> None:  # noqa: ANN401 - by family
        until = None if timeout is None else time.monotonic() + timeout
        sock.setblocking(False)  # noqa: FBT003 - Python's own signature
        with suppress(BlockingIOError):
            sock.connect(address)
        while not any(select.select([], [sock], [sock], LOOK_EVERY_S)):
            if self.is_over:
                raise LineCut()
            if until is not None and time.monotonic() > until:
                raise TimeoutError()
        if error := sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
            raise OSError(error, os.strerror(error))

    def _watched(self, sock: socket.socket) -> socket.socket:
        with self._guard:
            if self.is_over:  # finding the name may have taken all the time there was
                raise LineCut()
            handle = sock.dup()
            self._open.add(handle)
        return handle


def adapter_of(line: Line) -> HTTPAdapter:
    """Return what requests reaches servers by, on connections of `line`."""

    class Watched(HTTPConnection):
        handle: socket.socket | None = None

        def _new_conn(self) -> socket.socket:
            try:
                sock, self.handle = line.connect(
                    self._dns_host, self.port, self.timeout, self.socket_options or ()
                )
            except socket.gaierror as error:
                raise NameResolutionError(self.host, self, error) from error
            except TimeoutError as error:
                raise ConnectTimeoutError(self, "timed out") from error
            except OSError as error:
                raise NewConnectionError(self, str(error)) from error
            return sock

        def close(self) -> None:
            super().close()
            if self.handle is not None:
                line.forget(self.handle)
                self.handle = None

    class WatchedTls(Watched, HTTPSConnection):
        pass

    class Pool(HTTPConnectionPool):
        ConnectionCls = Watched

    class TlsPool(HTTPSConnectionPool):
        ConnectionCls = WatchedTls

    adapter = HTTPAdapter()
    adapter.poolmanager.pool_classes_by_scheme = {"http": Pool, "https": TlsPool}
    return adapter
