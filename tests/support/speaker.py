"""Something on a port that is no superior: it says what a test gives it, and keeps what it heard."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field


@dataclass
class Speaker:
    """`heard` holds the first bytes of every request."""

    url: str = ""
    heard: list[bytes] = field(default_factory=list)


def http(body: bytes, status: str = "200 OK", *headers: bytes) -> bytes:
    """Return an answer with its length."""
    lines = [b"HTTP/1.1 " + status.encode(), b"Content-Length: %d" % len(body), *headers]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


@contextmanager
def speaking(answer: bytes | Callable[[socket.socket], None]) -> Iterator[Speaker]:
    """Answer every connection once, by bytes or by a function that has the line to itself."""
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        speaker = Speaker(url=f"http://127.0.0.1:{listening.getsockname()[1]}")

        def speak() -> None:
            while not over.is_set():
                line, _ = listening.accept()
                with line, suppress(OSError):
                    line.settimeout(10)
                    heard = line.recv(65536)
                    if not heard:
                        continue
                    speaker.heard.append(heard)
                    if callable(answer):
                        answer(line)
                    else:
                        line.sendall(answer)

        thread = threading.Thread(target=speak)
        thread.start()
        try:
            yield speaker
        finally:
            over.set()
            with suppress(OSError), socket.create_connection(listening.getsockname(), timeout=5):
                pass
            thread.join()
