"""Scans over the line (scan_ports.ScanLine): two signed requests, see docs/protocol.md 8."""

from __future__ import annotations

from desk_app.domain.errors import StrangeAnswer
from desk_app.domain.scan import HeldScan, HeldState
from desk_app.domain.superior import Enrolment
from desk_app.sync.asking import Asking
from wire.errors import WireError
from wire.scans import Held, Part, pack_asked, pack_part, unpack_held

HELD, PART = "/v1/scans/held", "/v1/scans/part"


class HttpScans:
    """Asks over the line that the exchange uses: what cuts that one cuts this."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def held(self, enrolment: Enrolment, counter: int, hashes: list[bytes]) -> list[HeldScan]:
        """Ask what the superior has of each scan."""
        body = self._asking.reply(enrolment, "POST", HELD, counter, pack_asked(hashes))
        return _told(body, len(hashes))

    def send(self, enrolment: Enrolment, counter: int, sha256: bytes, offset: int, part: bytes) -> HeldScan:
        """Send the bytes from `offset` on; return what the superior has now."""
        asked = pack_part(Part(sha256=sha256, offset=offset, data=part))
        return _told(self._asking.reply(enrolment, "POST", PART, counter, asked), 1)[0]

    def pause(self, seconds: float) -> None:
        """Wait before the next try; LineCut when the line was cut from here, before or meanwhile."""
        self._asking.pause(seconds)


def _told(body: bytes, count: int) -> list[HeldScan]:
    try:
        held = unpack_held(body, count)
    except WireError as error:
        raise StrangeAnswer() from error
    return [_held(one) for one in held]


def _held(one: Held) -> HeldScan:
    return HeldScan(bytes=one.bytes, state=HeldState(one.state))
