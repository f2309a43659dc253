"""A bad line on loopback where there is no root and no TUN: it carries TCP's bytes, so it shows no loss of packets.

Rate, delay, cuts as `emulator.py` has them, between the desk and the superior on this machine, in a thread of ours.
Connections that go on after a cut are held while the line is down; new ones are held until it is up.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
import threading
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from benchmarks.line.lines import Line, Link, Way

HOST = "127.0.0.1"
PIECE = 1348  # bytes of payload, as in a packet of the emulator


class Proxy:
    """Carries bytes between whoever connects to it and `port`, both on loopback."""

    def __init__(self, line: Line, port: int) -> None:
        self._line, self._port = line, port
        self.ways = (Way(), Way())
        self.turns, self.connections, self.cuts, self.noticed = 0, 0, 0, list[float]()
        self._busy = [0.0, 0.0]
        self._turn_of, self._died = 1, float("inf")
        self._up = asyncio.Event()
        self._up.set()
        self._open: set[_Connection] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def serve(self) -> asyncio.Server:
        """Begin to listen on a port that is free."""
        return await asyncio.start_server(self._accept, HOST, 0, limit=PIECE)

    async def end(self) -> None:
        """End everything that is under way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for connection in self._open:
            connection.reset()

    def told(self) -> dict[str, object]:
        """Return what was counted, in the emulator's form; bytes are payload alone."""
        up, down = (asdict(way) for way in self.ways)
        return {"up": up, "down": down, "turns": self.turns, "connections": self.connections, "cuts": self.cuts, "noticed": self.noticed}  # fmt: skip

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        now = asyncio.get_running_loop().time()
        self.connections += 1
        self._notice(now)
        if self.connections == 1:
            self._begin(self._cut_again())
        self._begin(self._carry(reader, writer))

    def _begin(self, work: asyncio._CoroutineLike[None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._up.wait()
        await asyncio.sleep(self._line.round_trip)  # TCP's own hello
        try:
            there = await asyncio.open_connection(HOST, self._port, limit=PIECE)
        except OSError:  # the superior is down: this line refuses too
            _reset(writer)
            return
        one = _Connection(writer, there[1])
        self._open.add(one)
        await asyncio.gather(self._one_way(0, one, reader, there[1]), self._one_way(1, one, there[0], writer))
        self._open.discard(one)
        one.end()

    async def _one_way(
        self, n: int, one: _Connection, source: asyncio.StreamReader, target: asyncio.StreamWriter
    ) -> None:
        """Read pieces and hand each on when the line has carried it; at most a queue of them is under way."""
        under_way = asyncio.Queue[tuple[float, bytes]](max(1, self._line.queue // PIECE))
        handing = asyncio.create_task(self._hand_on(n, one, under_way, target))
        try:
            while data := await source.read(PIECE):
                await self._up.wait()
                await under_way.put((self._due(n, one, data), data))
            await under_way.put((asyncio.get_running_loop().time() + self._line.round_trip / 2, b""))
            await handing
        except OSError:  # reset by that end: the other one hears of it
            one.reset()
        finally:
            if n == 0 and one.is_dead:
                self._notice(asyncio.get_running_loop().time())
            handing.cancel()

    def _due(self, n: int, one: _Connection, data: bytes) -> float:
        """Count a piece and return when it arrives."""
        now, way = asyncio.get_running_loop().time(), self.ways[n]
        way.packets += 1
        way.bytes += len(data)
        if not one.is_dead:
            way.payload += len(data)
            self.turns += n == 0 and self._turn_of == 1
            self._turn_of = n
        self._busy[n] = max(self._busy[n], now) + len(data) * 8 / self._line.rate
        return self._busy[n] + self._line.round_trip / 2

    async def _hand_on(
        self,
        n: int,
        one: _Connection,
        under_way: asyncio.Queue[tuple[float, bytes]],
        target: asyncio.StreamWriter,
    ) -> None:
        while True:
            due, data = await under_way.get()
            await asyncio.sleep(due - asyncio.get_running_loop().time())
            await self._up.wait()
            if one.is_dead:
                self.ways[n].dropped += 1
                continue  # nobody is told
            try:
                if not data:
                    if target.can_write_eof():
                        target.write_eof()
                    return
                target.write(data)
                self.ways[n].delivered += len(data)
                await target.drain()
            except OSError:
                one.reset()
                return

    async def _cut_again(self) -> None:
        line = self._line
        for seconds in line.cuts_of():
            await asyncio.sleep(seconds)
            self.cuts += 1
            self._up.clear()
            if line.after != "goes on" and self._open:
                self._died = asyncio.get_running_loop().time()
                for one in self._open:
                    if line.after == "reset":
                        one.reset()
                    else:
                        one.is_dead = True
            await asyncio.sleep(line.down)
            self._up.set()

    def _notice(self, now: float) -> None:
        if self._died < now:
            self.noticed.append(now - self._died)
        self._died = float("inf")


class _Connection:
    """Both ends of one connection."""

    def __init__(self, *ends: asyncio.StreamWriter) -> None:
        self._ends = ends
        self.is_dead = False

    def reset(self) -> None:
        for end in self._ends:
            _reset(end)

    def end(self) -> None:
        for end in self._ends:
            end.close()


def _reset(end: asyncio.StreamWriter) -> None:
    """Close it with RST in place of FIN."""
    if end.is_closing():
        return
    with contextlib.suppress(OSError):
        end.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    end.transport.abort()


@contextlib.contextmanager
def joined(line: Line, folder: Path) -> Iterator[Link]:
    """Join this machine to itself by `line`; `folder` is not needed here."""
    del folder
    with socket.create_server((HOST, 0)) as chosen:
        port = chosen.getsockname()[1]
    link = Link(desk=[], superior=[], host=HOST, port=port, at="")
    is_up, loop = threading.Event(), asyncio.new_event_loop()
    over = asyncio.Event()

    async def run() -> None:
        proxy = Proxy(line, port)
        server = await proxy.serve()
        link.at = f"{HOST}:{server.sockets[0].getsockname()[1]}"
        is_up.set()
        await over.wait()
        server.close()
        await proxy.end()
        link.counted.update(proxy.told())

    thread = threading.Thread(target=loop.run_until_complete, args=[run()])
    thread.start()
    try:
        is_up.wait()
        yield link
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join()
        loop.close()
