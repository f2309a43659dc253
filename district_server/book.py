"""What judging knows and changes of the cases of one desk: asked of the database together, written together.

A case costs the engine two rows, however many of a frame's events are about it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from district_server.engines import put_rows
from district_server.ledger import case_record, look_up

_AT_ONCE = 500  # codes in a question: engines bound what a statement may hold
_ALL_OF_A_CASE = dict.fromkeys(
    ("due_at", "completed_at", "returned_at")
)  # rows of one statement have like columns


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a case code; `seq` is of the event that opened the case."""

    desk: str
    seq: int


class Book:
    """The cases that a desk's events are about; until `write` the database knows nothing of what was entered."""

    def __init__(self, connection: sa.Connection, desk: str) -> None:
        self._connection, self._desk = connection, desk
        self._holders: dict[str, list[Holder]] = {}
        self._states: dict[str, int] = {}
        self._opened: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {}
        self._moved: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {}

    def ask(self, codes: Iterable[str]) -> None:
        """Learn who holds these codes, and the states of the desk's own cases; what is known is not asked again."""
        wanted = [code for code in dict.fromkeys(codes) if code not in self._holders]
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            self._holders.update((code, []) for code in part)
            c = case_record.c
            held = sa.select(c.case_code, c.desk, c.received_seq, c.state).where(c.case_code.in_(part))
            for code, desk, seq, state in self._connection.execute(held):
                self._holders[code].append(Holder(desk, seq))
                if desk == self._desk:
                    self._states[code] = state

    def holders(self, code: str) -> Sequence[Holder]:
        """Return the desks that have a case of this code."""
        self.ask([code])
        return self._holders[code]

    def state(self, code: str) -> int | None:
        """Return the national state of the desk's own case, None where it has none of this code."""
        self.ask([code])
        return self._states.get(code)

    def open(self, code: str, case: Mapping[str, Any], read: Mapping[str, Any]) -> None:
        """Enter a case that nobody of this desk has: its record, and what the citizens' page reads."""
        self.ask([code])
        key = {"desk": self._desk, "case_code": code}
        self._opened[code] = ({**key, **_ALL_OF_A_CASE, **case}, {**key, **read})
        self._holders[code] = [*self._holders[code], Holder(self._desk, case["received_seq"])]
        self._states[code] = case["state"]

    def move(self, code: str, case: Mapping[str, Any], read: Mapping[str, Any]) -> None:
        """Enter what is otherwise now with the desk's own case, in its record and on the citizens' page."""
        kept_case, kept_read = self._opened.get(code) or self._moved.setdefault(code, ({}, {}))
        kept_case.update(case)
        kept_read.update(read)
        self._states[code] = case["state"]

    def write(self) -> None:
        """Write what was entered.

        Raises:
            sqlalchemy.exc.IntegrityError: another desk gave a number at the same moment.
            sqlalchemy.exc.DataError: the engine does not take a value.
        """
        opened, moved = list(self._opened.values()), self._moved
        self._opened, self._moved = {}, {}
        for table, n in ((case_record, 0), (look_up, 1)):
            if opened:
                columns = tuple(opened[0][n])
                put_rows(self._connection, table, columns, [[*map(pair[n].get, columns)] for pair in opened])
            self._change(table, {code: pair[n] for code, pair in moved.items() if pair[n]})

    def _change(self, table: sa.Table, changes: Mapping[str, Mapping[str, Any]]) -> None:
        alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
        for code, change in changes.items():
            alike[tuple(sorted(change))].append({"of_desk": self._desk, "of_case": code, **change})
        for columns, rows in alike.items():
            mine = (table.c.desk == sa.bindparam("of_desk"), table.c.case_code == sa.bindparam("of_case"))
            to: dict[str, Any] = {column: sa.bindparam(column) for column in columns}
            self._connection.execute(sa.update(table).where(*mine).values(to), rows)
