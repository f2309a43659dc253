"""What other parts of the superior do when an operator has acted: desks are told of it in the same transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """`tell_desks` gets a published catalogue's file as it was read; `tell_settled` desk and seq of an exception.

    Both may raise CannotServe: then nothing is published or settled. None = nobody is told.
    """

    tell_desks: Callable[[sa.Connection, Mapping[str, Any]], None] | None = None
    tell_settled: Callable[[sa.Connection, str, int], None] | None = None
