"""A desk's folder as it can be seen from outside, before a passphrase opens it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.domain.errors import NoStore, StoreMissing
from desk_app.domain.staff import Staff
from desk_app.machine import first_start, keys_file

if TYPE_CHECKING:
    from desk_app.domain.ports import Clock
    from desk_app.machine.key_slots import Cost


class Doorstep:
    """Where a desk lives and what time it is there; `cost` = Argon2id's, None for the standard."""

    def __init__(self, *, folder: Path, clock: Clock, cost: Cost | None = None) -> None:
        self.folder, self.clock, self.cost = folder, clock, cost

    @property
    def exists(self) -> bool:
        """Return whether there is a store; a first start that was kept half is finished."""
        return first_start.has_desk(self.folder)

    @property
    def is_vacant(self) -> bool:
        """Return whether a desk can be made here: no store, and nothing that belongs to one."""
        try:
            self.check_there()
        except NoStore:
            return True
        except StoreMissing:
            pass
        return False

    def check_there(self) -> None:
        """Return when there is a store.

        Raises:
            NoStore: nothing of a desk lies here.
            StoreMissing: its keys or parts of it do.
        """
        if not self.exists:
            first_start.check_vacant(self.folder)
            raise NoStore(path=self.folder)

    def members(self) -> list[Staff]:
        """Return who can sign in.

        Raises:
            NoStore, StoreMissing, KeysUnreadable.
        """
        self.check_there()
        return keys_file.members(self.folder)
