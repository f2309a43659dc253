"""Joins the screen for sticks to its services; imported when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from desk_app.domain.ports import Clock
from desk_app.domain.usb import Copying, Drive, Exported, Seen, UsbState
from desk_app.machine.drives import folder_drive, removable_drives
from desk_app.machine.scan_files import SealedScans
from desk_app.machine.stick import UsbStick
from desk_app.services.usb_export import usb_export
from desk_app.services.usb_import import answers_on, usb_import
from desk_app.storage.store import Store
from desk_app.sync.parcels import SealedParcels
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.jobs import Jobs
from desk_app.ui.usb.screen import UsbScreen, UsbServices


def usb_screen(
    jobs: Jobs,
    bulletin: Bulletin,
    *,
    store: Store,
    clock: Clock,
    folder: Path,
    drives: Callable[[], list[Drive]] = removable_drives,
) -> UsbScreen:
    """Return the screen over one store."""
    ports: dict[str, Any] = {"store": store, "parcels": SealedParcels(), "stick": UsbStick()}

    def look(folders: tuple[Path, ...]) -> list[Seen]:
        found = drives()
        known = {drive.path for drive in found}
        chosen = [folder_drive(path) for path in folders if path not in known]
        return [
            Seen(drive=drive, answers=tuple(answers_on(drive.path, **ports)))
            for drive in [*found, *(drive for drive in chosen if drive is not None)]
        ]

    def copy(to: Path, told: Callable[[Copying], None], stopped: Callable[[], bool]) -> Exported:
        return usb_export(to, files=SealedScans(folder), clock=clock, told=told, stopped=stopped, **ports)

    services = UsbServices(
        state=partial(usb_state, store), look=look, copy=copy, take=partial(usb_import, clock=clock, **ports)
    )
    return UsbScreen(jobs, bulletin, services)


def usb_state(store: Store) -> UsbState:
    """Return what waits for a stick."""
    with store.reading() as reading:
        state = reading.sync_state()
        return UsbState(
            pending_cases=state.pending_cases,
            pending_events=state.pending_events,
            enrolled=state.enrolled,
            waiting=reading.usb_waiting(),
            waiting_scans=state.waiting_scans,
        )
