"""A bad line between two network namespaces: two TUN devices, and in between a model of rate, delay, loss and cuts.

Real TCP of the kernel at both ends; needs root and /dev/net/tun. `python -m benchmarks.line.emulator JSON` runs
until SIGTERM and then writes what it counted to the file `out` of its JSON.
"""

from __future__ import annotations

import ctypes
import fcntl
import heapq
import json
import os
import random
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.line.lines import CLIENT, SERVER, Line, Way

TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 0x0001, 0x1000
MTU = 1400
TCP, FIN, SYN, RST, ACK = 6, 0x01, 0x02, 0x04, 0x10


@dataclass
class Pipe(Way):
    """One direction with what is under way on it; the line is `busy` until that moment."""

    busy: float = 0.0
    waiting: list[tuple[float, int, bytes]] = field(default_factory=list)


class Emulator:
    """Carries packets until it is told to stop."""

    def __init__(self, line: Line, client: int, server: int) -> None:
        self._line, self._ends = line, (client, server)
        self.ways = (Pipe(), Pipe())
        self._loss, self._cuts = random.Random(line.seed), line.cuts_of()
        self._flows: set[tuple[int, int]] = set()
        self._gone: set[tuple[int, int]] = set()
        self._down, self._turn_of, self.turns, self.connections, self.cuts = False, 1, 0, 0, 0
        self._next_cut = float(
            "inf"
        )  # until the desk begins: a slow start of a program is not the line's time
        self._died, self.noticed = float("inf"), list[float]()
        self.stopped = False

    def run(self) -> None:
        """Carry packets; `stopped` ends it."""
        while not self.stopped:
            self._wait()
            now = time.monotonic()
            if now >= self._next_cut:
                self._turn_line(now)
            for n, end in enumerate(self._ends):
                for packet in _packets(end):
                    self._take(n, packet, time.monotonic())
            self._deliver(time.monotonic())

    def _wait(self) -> None:
        due = min([self._next_cut, *(way.waiting[0][0] for way in self.ways if way.waiting)])
        select.select(self._ends, [], [], max(0.0, min(due - time.monotonic(), 0.5)))

    def _turn_line(self, now: float) -> None:
        """Cut the line, or let it be up again."""
        self._down = not self._down
        if not self._down:
            self._next_cut = now + next(self._cuts, float("inf"))
            return
        self._next_cut = now + self._line.down
        self.cuts += 1
        if self._line.after != "goes on":
            self._gone |= self._flows
            self._died = now if self._flows else self._died
        self._flows = set()
        for way in self.ways:
            way.dropped += len(way.waiting)
            way.waiting.clear()
            way.busy = 0.0

    def _take(self, n: int, packet: bytes, now: float) -> None:
        way = self.ways[n]
        way.packets += 1
        way.bytes += len(packet)
        if packet[0] >> 4 != 4:
            return
        flow, flags, payload = _tcp_of(packet, n)
        if n == 0:
            self._watch_desk(flow, flags, now)
        if self._down or self._is_gone(flow, flags, n, packet):
            way.dropped += 1
            return
        if flow:
            self._flows.add(flow)
        if max(0.0, way.busy - now) * self._line.rate / 8 + len(packet) > self._line.queue:
            way.dropped += 1
            return
        way.busy = max(way.busy, now) + len(packet) * 8 / self._line.rate
        if self._loss.random() < self._line.loss:
            way.lost += 1
            return
        if payload:
            way.payload += payload
            self.turns += n == 0 and self._turn_of == 1
            self._turn_of = n
        heapq.heappush(way.waiting, (way.busy + self._line.round_trip / 2, way.packets, packet))

    def _watch_desk(self, flow: tuple[int, int] | None, flags: int, now: float) -> None:
        """Count connects, begin the time of the cuts, and see when the desk gives up what died."""
        if flags & SYN:
            self.connections += 1
            if self.connections == 1:
                self._next_cut = now + next(self._cuts, float("inf"))
        is_new = flags & SYN and flow not in self._gone
        if is_new or (flow in self._gone and flags & (FIN | RST)):
            if self._died < now:
                self.noticed.append(now - self._died)
            self._died = float("inf")

    def _is_gone(self, flow: tuple[int, int] | None, flags: int, n: int, packet: bytes) -> bool:
        if flow not in self._gone:
            return False
        if self._line.after == "reset" and n == 0 and not flags & RST:
            _write(self._ends[0], _reset_for(packet))
        return True

    def _deliver(self, now: float) -> None:
        for n, way in enumerate(self.ways):
            while way.waiting and way.waiting[0][0] <= now:
                packet = heapq.heappop(way.waiting)[2]
                way.delivered += len(packet)
                _write(self._ends[1 - n], packet)

    def told(self) -> dict[str, object]:
        """Return what was counted: way up, way down, turns of talk, connections, cuts, seconds until each was noticed."""
        up, down = (
            {k: v for k, v in asdict(way).items() if k not in {"waiting", "busy"}} for way in self.ways
        )
        return {
            "up": up,
            "down": down,
            "turns": self.turns,
            "connections": self.connections,
            "cuts": self.cuts,
            "noticed": self.noticed,
        }


def _packets(end: int) -> Iterator[bytes]:
    while True:
        try:
            yield os.read(end, 4096)
        except BlockingIOError:
            return


def _write(end: int, packet: bytes) -> None:
    try:
        os.write(end, packet)
    except OSError:  # the device's own queue is full: one packet more that is lost
        return


def _tcp_of(packet: bytes, n: int) -> tuple[tuple[int, int] | None, int, int]:
    """Return (client port, server port), flags and size of the payload; no flow where it is not TCP."""
    start = (packet[0] & 15) * 4
    if packet[9] != TCP:
        return None, 0, 0
    source, target = struct.unpack_from("!HH", packet, start)
    flow = (source, target) if n == 0 else (target, source)
    return flow, packet[start + 13], len(packet) - start - (packet[start + 12] >> 4) * 4


def _reset_for(packet: bytes) -> bytes:
    """Return what a box answers that has forgotten the connection of this packet."""
    start = (packet[0] & 15) * 4
    source, target, seq, ack = struct.unpack_from("!HHII", packet, start)
    flags = packet[start + 13]
    length = len(packet) - start - (packet[start + 12] >> 4) * 4 + bool(flags & SYN) + bool(flags & 1)
    tcp = struct.pack(
        "!HHIIHHHH",
        target,
        source,
        ack if flags & ACK else 0,
        (seq + length) & 0xFFFFFFFF,
        (5 << 12) | RST | ACK,
        0,
        0,
        0,
    )
    pseudo = packet[16:20] + packet[12:16] + struct.pack("!BBH", 0, TCP, len(tcp))
    tcp = tcp[:16] + struct.pack("!H", _checksum(pseudo + tcp)) + tcp[18:]
    ip = struct.pack("!BBHHHBBH", 0x45, 0, 40, 0, 0, 64, TCP, 0) + packet[16:20] + packet[12:16]
    return ip[:10] + struct.pack("!H", _checksum(ip)) + ip[12:] + tcp


def _checksum(data: bytes) -> int:
    data += b"\0" * (len(data) % 2)
    total = sum(int.from_bytes(data[at : at + 2]) for at in range(0, len(data), 2))
    total = (total >> 16) + (total & 0xFFFF)
    return ~(total + (total >> 16)) & 0xFFFF


def open_tun(namespace: str, name: str, address: str, peer: str) -> int:
    """Make a TUN device inside a network namespace and return its other end; this process moves there."""
    with Path("/var/run/netns", namespace).open("rb") as file:
        if ctypes.CDLL(None, use_errno=True).setns(file.fileno(), 0x40000000):
            raise OSError(ctypes.get_errno(), f"setns {namespace}")
    end = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(end, TUNSETIFF, struct.pack("16sH22x", name.encode(), IFF_TUN | IFF_NO_PI))
    for command in (
        f"ip addr add {address} peer {peer} dev {name}", f"ip link set {name} mtu {MTU} txqueuelen 1000 up", "ip link set lo up",
        "sysctl -qw net.ipv4.tcp_no_metrics_save=1",
    ):  # fmt: skip
        subprocess.run(command.split(), check=True)
    return end


def main() -> None:
    """Run between the namespaces that the JSON names."""
    told = json.loads(sys.argv[1])
    client, server, out = told.pop("client"), told.pop("server"), Path(told.pop("out"))
    ends = open_tun(client, "tunc", CLIENT, SERVER), open_tun(server, "tuns", SERVER, CLIENT)
    emulator = Emulator(Line(**told), *ends)

    def stop(*_: object) -> None:
        emulator.stopped = True

    signal.signal(signal.SIGTERM, stop)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    emulator.run()
    out.write_text(json.dumps(emulator.told()))


if __name__ == "__main__":
    main()
