"""What other parts of the superior do for the operators' pages; a part that is not joined has no page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any, Protocol

import sqlalchemy as sa

from district_server.ledger import Ledger


class Imported(Protocol):
    """What a file from a stick did: a sentence for the operator, and the file that goes back to the desk."""

    @property
    def desk(self) -> str: ...

    @property
    def sentence(self) -> str: ...

    @property
    def ack(self) -> bytes: ...

    @property
    def ack_name(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """`import_usb` raises CannotServe with its sentence. `tell_desks` and `tell_settled` run in the deed's transaction.

    `scans_waiting` gives how many scans of a desk have not come whole.
    """

    import_usb: Callable[[Ledger, IO[bytes], datetime], Imported] | None = None
    tell_desks: Callable[[sa.Connection, Mapping[str, Any]], None] | None = None
    tell_settled: Callable[[sa.Connection, str, int], None] | None = None
    scans_waiting: Callable[[sa.Connection, str], int] | None = None
