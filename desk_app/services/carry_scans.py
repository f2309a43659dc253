"""Scans by USB: which go onto a stick beside the events, and what the superior's answer says of them."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO

from desk_app.domain.ports import Clock, Store
from desk_app.domain.scan import HeldScan, HeldState, WaitingScan
from desk_app.domain.scan_ports import ScanFiles


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanCarrier:
    """The scans that a stick may take: `scans` with name and whole size, oldest first, and what opens each."""

    scans: tuple[WaitingScan, ...]
    _files: ScanFiles
    _key: bytes

    def open(self, sha256: bytes) -> IO[bytes]:
        """Return a scan's bytes from its beginning; one is in memory at a time.

        Raises:
            ScanDamaged: leave it out, the others go.
        """
        return io.BytesIO(self._files.read(sha256, self._key))


def scans_to_carry(
    last_seq: int, *, files: ScanFiles, store: Store, most_bytes: int | None = None
) -> ScanCarrier:
    """Return the scans that the superior does not have and that events up to `last_seq` name.

    `last_seq` = the last event on the stick, or the acknowledged one: a scan never travels before its event.
    `most_bytes` = the room there is; the oldest that fit go.
    """
    with store.reading() as reading:
        waiting, key = reading.scans.waiting(last_seq), reading.scans.key()
    chosen, taken = [], 0
    for scan in waiting:
        if most_bytes is not None and taken + scan.size > most_bytes:
            break
        chosen.append(scan)
        taken += scan.size
    return ScanCarrier(scans=tuple(chosen), _files=files, _key=key)


def keep_carried(held: Iterable[tuple[bytes, HeldScan]], *, store: Store, clock: Clock) -> int:
    """Keep what an acknowledgement file, already checked, says of scans by name; return how many of them it has whole.

    Names that this desk does not know change nothing.
    """
    whole = 0
    with store.transaction() as books:
        known = books.scans.here()
        for sha256, told in held:
            if sha256 in known:
                books.scans.told(sha256, told.bytes, told.state, clock.now())
                whole += told.state is HeldState.WHOLE
    return whole
