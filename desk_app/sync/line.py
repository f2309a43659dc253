"""Connections that another thread can cut: whoever locks the desk waits for no dead line, nor for one that trickles."""

from __future__ import annotations

import os
import selectors
import socket
import ssl
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
from desk_app.sync.patience import Patience
from desk_app.sync.pulse import Pulse, pulse_of
from desk_app.sync.watch import LOOK_EVERY_S, Watch

SEND_BUFFER = 16 * 1024  # where the kernel does not tell what arrived: what is handed over has nearly left


class Line:
    """What one HttpSuperior has open."""

    def __init__(self, patience: Patience | None = None) -> None:
        self.patience = patience or Patience()
        self._guard = threading.Lock()
        self._open: set[socket.socket] = set()
        self._done: set[socket.socket] = set()  # of closed connections
        self._over = threading.Event()  # cut() was called
        self._watch: Watch | None = None
        self._told = 0
        self._asking = False

    @property
    def is_over(self) -> bool:
        """Return whether cut() was called, or this question took all the time there was."""
        return self._over.is_set() or (self._watch is not None and self._watch.late)

    @property
    def is_silent(self) -> bool:
        """Return whether this question was ended because nothing moved."""
        return self._watch is not None and self._watch.silent

    @property
    def all_arrived(self) -> bool:
        """Return whether a question that ended in silence had been acknowledged to the last byte."""
        return self.is_silent and self._watch is not None and not self._watch.waits

    def pause(self, seconds: float) -> None:
        """Wait before the next try.

        Raises:
            LineCut: cut() was called, before or meanwhile.
        """
        if self._over.wait(seconds):
            raise LineCut()

    def moved(self, count: int) -> None:
        """Take that so many bytes were handed to the connection, or read from it."""
        self._told += count

    def cut(self) -> None:
        """End what is under way, for good; from any thread."""
        self._over.set()
        with self._guard:
            self._shut()

    def connect(
        self, host: str, port: int, timeout: float | None, options: Sequence[Any]
    ) -> tuple[socket.socket, socket.socket]:
        """Return a connected socket and a second handle of it, by which it can be cut also inside TLS."""
        if self._over.is_set():
            raise LineCut()
        failed: OSError = OSError("no address")
        for family, kind, protocol, _name, address in socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM):
            sock = socket.socket(family, kind, protocol)
            try:
                for option in options:
                    sock.setsockopt(*option)
                self._reach(sock, address)
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

        A connection on which nothing moves for three round trips and some seconds is ended before that.
        """
        watch = Watch(self.patience, self._pulse, self._end)
        self._asking, self._told, self._watch = True, 0, watch
        watch.begin(seconds)
        try:
            yield
        finally:
            watch.stop()
            self._asking = False
            self._close_done()
            if watch.silent:
                self.patience.silent(waits=watch.waits)

    def _pulse(self) -> tuple[int, Pulse | None]:
        with self._guard:
            live = self._open - self._done
            if not live:
                return -1, None  # a connection that is being made has a time of its own
            told = [pulse for pulse in map(pulse_of, live) if pulse is not None]
        return self._told, told[0] if told else None

    def _end(self) -> None:
        with self._guard:
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

    def _reach(self, sock: socket.socket, address: Any) -> None:  # noqa: ANN401 - by family
        began = time.monotonic()
        sock.setblocking(False)  # noqa: FBT003 - Python's own signature
        with suppress(BlockingIOError):
            sock.connect(address)
        with selectors.DefaultSelector() as ready:  # select() itself takes no handle beyond 1023
            ready.register(sock, selectors.EVENT_WRITE)
            while not ready.select(LOOK_EVERY_S):
                if self.is_over:
                    raise LineCut()
                if time.monotonic() - began > self.patience.reach_s:
                    self.patience.not_reached()
                    raise TimeoutError()
        if error := sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
            raise OSError(error, os.strerror(error))
        self.patience.reached()
        pulse = pulse_of(sock)
        if pulse is None:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        self.patience.measured(pulse.round_trip_s if pulse else time.monotonic() - began)

    def _watched(self, sock: socket.socket) -> socket.socket:
        with self._guard:
            if self.is_over:  # finding the name may have taken all the time there was
                raise LineCut()
            handle = sock.dup()
            self._open.add(handle)
        return handle


def adapter_of(line: Line, context: ssl.SSLContext) -> HTTPAdapter:
    """Return what requests reaches servers by, on connections of `line`; `context` checks who they are."""

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

    class Adapter(HTTPAdapter):
        def init_poolmanager(self, *given: Any, **more: Any) -> None:  # noqa: ANN401 - as requests has it
            super().init_poolmanager(*given, ssl_context=context, **more)

    adapter = Adapter()
    adapter.poolmanager.pool_classes_by_scheme = {"http": Pool, "https": TlsPool}
    return adapter
