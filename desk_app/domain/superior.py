"""What goes to the superior and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk_app.domain.scan import HeldScan


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Events `first`…`last` of the log as the wire carries them; `head` = hash of `last`."""

    first: int
    last: int
    head: bytes
    data: bytes
    cases: int  # how many different cases it speaks of
    held: int = 0  # bytes of it that the superior has, from a request that was cut; they do not go again

    @property
    def to_send(self) -> int:
        """Return how many bytes of it go."""
        return len(self.data) - self.held


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfFrame:
    """What the superior has of a frame that a cut left; `digest` = SHA-256 of the whole frame."""

    digest: bytes
    held: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An event that the superior stored but could not use."""

    cursor: int
    seq: int
    code: str
    sentence: str
    who_acts: str  # "desk" or "superior"


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement:
    """The superior's signed word that everything up to `seq` is durably stored there."""

    counter: int
    seq: int
    hash: bytes
    server_time: str
    signature: bytes
    body: bytes  # what was signed over: kept as proof
    refusals: tuple[Refusal, ...] = ()
    cursor: int = 0
    earlier: tuple[bytes, ...] = ()  # bodies of answers that came before it in the same file, on a stick
    scans: tuple[tuple[bytes, HeldScan], ...] = ()  # by SHA-256: what it says of those that came on the stick
    told: int = 0  # items of whatever kind: there may be more
    half: HalfFrame | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskKeys:
    """The desk's own seeds, 32 bytes each; kept before they are used: an answer can be lost."""

    signing: bytes  # Ed25519
    box: bytes  # X25519


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """What enrolment gave the desk; `url` is the superior's address."""

    url: str
    agency_code: str
    desk: int
    superior_key: bytes  # Ed25519, 32 bytes
    superior_box_key: bytes  # X25519, 32 bytes
    signing_key: bytes  # the desk's own Ed25519 seed, 32 bytes; it never leaves the store
    box_key: bytes  # the desk's own X25519 seed


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncState:
    """What is always in view: cases not yet acknowledged, when the last confirmed exchange was."""

    pending_cases: int
    pending_events: int
    acknowledged_seq: int
    last_confirmed: datetime | None
    last_error: str = ""
    last_layer: str = ""
    refused_cases: int = 0
    enrolled: bool = False
    waiting_scans: int = 0
    waiting_scan_bytes: int = 0  # still to be sent of them
    refused_scans: int = 0  # the superior does not take them; they stay on this PC
    stopped: bool = False  # a counter fell back: nothing is sent before the desk is enrolled anew
    forked: bool = (
        False  # the superior's log is another: it lets the desk in, and its log has to be brought back
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a running exchange is: in cases acknowledged, and in bytes handed to the line.

    All but `tries` only rise; `tries` = how often the line failed since something last got through.
    """

    sent: int
    total: int
    bytes_sent: int = 0
    bytes_total: int = 0  # about
    tries: int = 0
