"""A connection of whoever asks: it ends when no request comes of it; uvicorn itself would hold it open for ever."""

from __future__ import annotations

import asyncio
from typing import ClassVar

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from district_server.answering import WHOLE_S

HEAD_S = 60.0  # a head is some hundred bytes: a second on the slowest line


class Connection(H11Protocol):
    """uvicorn's, with an end to two kinds of waiting; bodies that a route reads have theirs in `answering`.

    uvicorn ends a connection that is idle between two requests. It waits without end for the first head, for what is
    left of a half-sent one, and for what is left of a body that was answered before it was whole.
    """

    head_s: ClassVar[float] = HEAD_S
    rest_s: ClassVar[float] = WHOLE_S

    _awaited: object = None  # what the other side owes us, as h11 names its state
    _ends: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Begin to wait for the first head; with TLS asyncio has waited for the handshake, a minute at most."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take what came; a piece of what is awaited does not begin its time anew."""
        super().data_received(data)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        self._wait_for(None, 0)
        super().connection_lost(exc)

    def _wait(self) -> None:
        theirs = self.conn.their_state
        if theirs is h11.IDLE:
            self._wait_for(theirs, self.head_s)
        elif theirs is h11.SEND_BODY and self.cycle.response_complete:
            self._wait_for(theirs, self.rest_s)
        else:
            self._wait_for(None, 0)

    def _wait_for(self, awaited: object, seconds: float) -> None:
        if awaited is self._awaited:
            return
        if self._ends is not None:
            self._ends.cancel()
        self._awaited = awaited
        self._ends = (
            None if awaited is None else self.loop.call_later(seconds, self.timeout_keep_alive_handler)
        )
