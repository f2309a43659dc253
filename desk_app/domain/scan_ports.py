"""What services need for scans from the outer ring."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from desk_app.domain.scan import Captured, HeldScan, HeldState, ScanCount, ScanMode, ScanPlace, WaitingScan
from desk_app.domain.superior import Enrolment


class ScanReading(Protocol):
    """What can be read of scans; see storage/scan_rows.py."""

    def key(self) -> bytes: ...

    def places(self, case_code: str) -> dict[bytes, tuple[ScanPlace, int]]: ...

    def waiting(self, acknowledged_seq: int, most: int = -1) -> list[WaitingScan]: ...

    def count(self) -> ScanCount: ...

    def is_named(self, sha256: bytes) -> bool: ...

    def here(self) -> set[bytes]: ...

    def held_until(self, moment: datetime) -> list[bytes]: ...


class ScanBooks(ScanReading, Protocol):
    """What is written of scans, inside a transaction."""

    def make_key(self) -> bytes: ...

    def stored(self, sha256: bytes, at: datetime) -> None: ...

    def told(self, sha256: bytes, held: int, state: HeldState, at: datetime) -> None: ...

    def dropped(self, hashes: Iterable[bytes], at: datetime) -> None: ...

    def forget_unnamed(self) -> None: ...


class ScanFiles(Protocol):
    """Sealed files named by the SHA-256 of what is in them."""

    def write(self, sha256: bytes, data: bytes, key: bytes) -> None:
        """Write one whole or not at all; one that is there stays.

        Raises:
            StorageFull, StorageUnreadable.
        """

    def read(self, sha256: bytes, key: bytes) -> bytes:
        """Return what is in one.

        Raises:
            ScanDamaged: it is not there, or not as it was written.
        """

    def drop(self, sha256: bytes) -> None:
        """Delete one; that there is none is no matter."""

    def names(self) -> set[bytes]:
        """Return which there are, whole or half."""


class ScanMaker(Protocol):
    """Makes a file small, and shows a page of what came out."""

    def capture(self, source: bytes, mode: ScanMode) -> Captured:
        """Return a file as it is kept.

        Raises:
            ScanUnreadable, ScanTooLarge.
        """

    def page(self, pdf: bytes, *, width_px: int, page: int) -> bytes:
        """Return a page, the first is 0, as PNG."""


class ScanLine(Protocol):
    """The line to the superior for scans. Every method may raise a LineError."""

    def held(self, enrolment: Enrolment, counter: int, hashes: list[bytes]) -> list[HeldScan]:
        """Ask what the superior has of each."""

    def send(self, enrolment: Enrolment, counter: int, sha256: bytes, offset: int, part: bytes) -> HeldScan:
        """Send the bytes from `offset` on; return what it has now."""

    def pause(self, seconds: float) -> None:
        """Wait before the next try; LineCut when the line was cut from here, before or meanwhile."""
