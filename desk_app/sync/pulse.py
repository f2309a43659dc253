"""What a connection has moved so far, in the kernel's own numbers where it tells them."""

from __future__ import annotations

import socket
import struct
from dataclasses import dataclass

_TCP_INFO = getattr(socket, "TCP_INFO", None)  # Linux
_SIZE = 152
_UNACKNOWLEDGED, _MOVED, _UNSENT, _ROUND_TRIP = 24, 120, 144, 148  # places in struct tcp_info
_UNKNOWN = 2**32 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse:
    """`moved` = bytes acknowledged and received; `waits` = whether bytes of ours are not yet acknowledged.

    `round_trip_s` is the shortest seen, without the queues that our own bytes fill; 0 = not known.
    """

    moved: int
    waits: bool
    round_trip_s: float


def pulse_of(connection: socket.socket) -> Pulse | None:
    """Return what the kernel knows of a connection; None where it does not say, or no longer."""
    if _TCP_INFO is None:
        return None
    try:
        told = connection.getsockopt(socket.IPPROTO_TCP, _TCP_INFO, _SIZE)
    except OSError:  # closed at this moment
        return None
    if len(told) < _SIZE:  # a kernel before 4.6
        return None
    acknowledged, received = struct.unpack_from("=QQ", told, _MOVED)
    (waiting,) = struct.unpack_from("=I", told, _UNACKNOWLEDGED)
    (unsent,) = struct.unpack_from("=I", told, _UNSENT)
    (round_trip,) = struct.unpack_from("=I", told, _ROUND_TRIP)
    return Pulse(
        moved=acknowledged + received,
        waits=waiting + unsent > 0,
        round_trip_s=0 if round_trip == _UNKNOWN else round_trip / 1_000_000,
    )
