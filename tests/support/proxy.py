"""A line on loopback that is cut where a test says: between a desk and its superior, byte by byte."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

HEADERS_END = b"\r\n\r\n"


@dataclass(frozen=True, kw_only=True)
class Cut:
    """Where one connection ends: `up` bytes after the begin of the first body, or `down` bytes of answers.

    `how`: "reset", "ended" (as if the other side closed), "silent" (nothing moves any more, nobody is told).
    """

    up: int | None = None
    down: int | None = None
    how: str = "reset"
    meanwhile: Callable[[], None] = lambda: None


@dataclass
class Proxy:
    """`cuts` are used up, one a connection; `sent` holds what went up on each."""

    port: int
    cuts: list[Cut] = field(default_factory=list)
    sent: list[bytearray] = field(default_factory=list)
    url: str = ""


@contextlib.contextmanager
def line_to(url: str) -> Iterator[Proxy]:
    """Stand between a desk and the superior at `url`."""
    there = urlsplit(url)
    with contextlib.ExitStack() as stack:
        listening = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        proxy = Proxy(port=listening.getsockname()[1])
        proxy.url = f"http://127.0.0.1:{proxy.port}"
        over, threads, open_ = threading.Event(), [], []

        def accept() -> None:
            while True:
                here, _ = listening.accept()
                if over.is_set():
                    here.close()
                    return
                try:
                    beyond = socket.create_connection((there.hostname, there.port), timeout=10)
                except OSError:  # the superior is down: this line refuses too
                    _end(here, "reset")
                    continue
                open_.extend((here, beyond))
                cut = proxy.cuts.pop(0) if proxy.cuts else Cut()
                proxy.sent.append(bytearray())
                pair = _Pair(here, beyond, cut, proxy.sent[-1])
                for run in (pair.up, pair.down):
                    thread = threading.Thread(target=run)
                    thread.start()
                    threads.append(thread)

        accepting = threading.Thread(target=accept)
        accepting.start()
        try:
            yield proxy
        finally:
            over.set()
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", proxy.port), timeout=5).close()
            accepting.join()
            for one in open_:
                with contextlib.suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)
            for thread in threads:
                thread.join()
            for one in open_:
                one.close()


class _Pair:
    def __init__(self, here: socket.socket, beyond: socket.socket, cut: Cut, sent: bytearray) -> None:
        self._here, self._beyond, self._cut, self._sent = here, beyond, cut, sent
        self._over = threading.Event()
        for one in (here, beyond):
            one.settimeout(30)

    def up(self) -> None:
        while data := _read(self._here):
            if self._over.is_set():
                continue  # a silent line swallows
            most = self._most_up(data)
            self._sent.extend(data[:most])
            _write(self._beyond, data[:most])
            if most < len(data) or (self._cut.up is not None and most == 0):
                self._end()
        if not self._over.is_set():
            with contextlib.suppress(OSError):
                self._beyond.shutdown(socket.SHUT_WR)

    def down(self) -> None:
        told = 0
        while data := _read(self._beyond):
            if self._over.is_set():
                continue
            most = len(data) if self._cut.down is None else max(0, self._cut.down - told)
            _write(self._here, data[:most])
            told += len(data)
            if most < len(data):
                self._end()
        if not self._over.is_set():
            with contextlib.suppress(OSError):
                self._here.shutdown(socket.SHUT_WR)

    def _most_up(self, data: bytes) -> int:
        if self._cut.up is None:
            return len(data)
        sent = bytes(self._sent) + data
        start = sent.find(b"POST /v1/exchange")
        body = sent.find(HEADERS_END, start) + len(HEADERS_END) if start >= 0 else -1
        if body < len(HEADERS_END):  # its headers are not whole yet
            return len(data)
        return min(len(data), max(0, body + self._cut.up - len(self._sent)))

    def _end(self) -> None:
        self._over.set()
        if self._cut.how != "silent":
            _end(self._here, self._cut.how)
            _end(self._beyond, self._cut.how)
        self._cut.meanwhile()


def _read(line: socket.socket) -> bytes:
    with contextlib.suppress(OSError):
        return line.recv(65536)
    return b""


def _write(line: socket.socket, data: bytes) -> None:
    with contextlib.suppress(OSError):
        line.sendall(data)


def _end(line: socket.socket, how: str) -> None:
    with contextlib.suppress(OSError):
        if how == "reset":  # closing with this sends RST instead of FIN; the other thread still holds it
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            line.shutdown(socket.SHUT_RD)  # wakes the thread that reads it, or nothing would be closed yet
            line.close()
        else:
            line.shutdown(socket.SHUT_RDWR)
