"""What goes to the superior on a stick and comes back on one, and what that needs from the outer ring."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Protocol

from desk_app.domain.scan import WaitingScan
from desk_app.domain.superior import Acknowledgement, Enrolment, Frame
from desk_app.domain.words import Words

SUFFIX = ".qmc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drive:
    """A stick, or any folder that was chosen in place of one; sizes in bytes."""

    path: Path
    name: str
    free: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A file that was written and read back; events `first` … `last`, of which `cases` cases speak."""

    counter: int
    name: str
    at: datetime
    first: int
    last: int
    cases: int
    size: int


def waiting_words(export: Exported) -> Words:
    """Return what a screen says of a file whose acknowledgement did not come yet."""
    return Words(
        "Đã chép ra USB {n} hồ sơ lúc {at}, chưa có xác nhận.", n=export.cases, at=f"{export.at:%H:%M %d/%m}"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A stick with the acknowledgement files on it that are new to this desk, newest first."""

    drive: Drive
    answers: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UsbState:
    """What waits for a stick: cases not acknowledged, and the newest file that nobody has acknowledged yet."""

    pending_cases: int
    pending_events: int
    enrolled: bool
    waiting: Exported | None
    waiting_scans: int = 0

    @property
    def waits(self) -> bool:
        """Return whether there is anything to copy."""
        return self.pending_events > 0 or self.waiting_scans > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Copying:
    """How far a copy is, in bytes; each is written and then read back, so `total` is twice the file."""

    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """What an acknowledgement file did; not `fresh`: it was older or here before, and changed nothing."""

    fresh: bool
    cases: int  # that the superior holds now and did not before
    pending: int  # cases that still wait
    refused: int  # cases that the superior could not use


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A parcel about to be written: its size, and its bytes part by part, each of which is given once."""

    size: int
    chunks: Iterator[bytes]


class Carrier(Protocol):
    """The scans that go along; each is opened when its turn comes."""

    @property
    def scans(self) -> Sequence[WaitingScan]: ...

    def open(self, sha256: bytes) -> IO[bytes]: ...


class Parcels(Protocol):
    """Seals and opens what travels on a stick."""

    def seal(
        self,
        enrolment: Enrolment,
        export: Exported,
        frames: Sequence[Frame],
        *,
        after: int,
        cursor: int,
        scans: Carrier | None = None,
    ) -> Sealed:
        """Return the parcel of these frames and of the scans that they name, for the superior alone."""

    def answers(self, enrolment: Enrolment, start: bytes) -> int:
        """Return which counter a file of ours is answered by, told by its first bytes; 0: it is none for us."""

    def open(self, enrolment: Enrolment, data: bytes, name: str) -> Acknowledgement:
        """Return the superior's checked word out of a file; see the errors about answers."""


class Stick(Protocol):
    """Files in a folder that may be pulled out at any moment."""

    def put(
        self,
        folder: Path,
        name: str,
        sealed: Sealed,
        *,
        told: Callable[[Copying], None],
        stopped: Callable[[], bool],
    ) -> None:
        """Write a file whole, bring it to the device, read it back, name it; or leave nothing of that name changed.

        Raises:
            NoStick, StickPulled, StickFull, StickLocked, StickBad, CopyStopped.
        """

    def read(self, path: Path) -> bytes:
        """Return a small file, or raise NoStick."""

    def starts(self, folder: Path) -> list[tuple[Path, bytes]]:
        """Return the parcels in a folder with their first bytes, newest first; none where it cannot be read."""


class UsbReading(Protocol):
    """What the store knows of sticks."""

    def usb_waiting(self) -> Exported | None:
        """Return the newest file on a stick with events that the superior has not acknowledged; None = none."""

    def cases_between(self, first: int, last: int) -> int:
        """Return how many cases events `first` … `last` speak of, trail events aside."""

    def answered(self) -> int:
        """Return the counter of the present superior's newest answer, 0 when there is none."""

    def asked(self) -> int:
        """Return the last request counter that was given, 0 when there is none."""


class UsbBooks(UsbReading, Protocol):
    """The same in a transaction, and what is kept."""

    def keep_export(self, export: Exported) -> None: ...
