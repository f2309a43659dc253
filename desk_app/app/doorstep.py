"""A desk's folder as it can be seen from outside, before a passphrase opens it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.domain.staff import Staff
from desk_app.machine import keys_file

if TYPE_CHECKING:
    from desk_app.domain.ports import Clock
    from desk_app.machine.key_slots import Cost

STORE = "desk.db"


class Doorstep:
    """Where a desk lives and what time it is there; `cost` = Argon2id's, None for the standard."""

    def __init__(self, *, folder: Path, clock: Clock, cost: Cost | None = None) -> None:
        self.folder, self.clock, self.cost = folder, clock, cost

    @property
    def exists(self) -> bool:
        """Return whether there is a store."""
        return (self.folder / STORE).exists()

    def members(self) -> list[Staff]:
        """Return who can sign in."""
        return keys_file.members(self.folder)
