"""The numbered papers that events gave out: one row each, made from the log."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from desk_app.domain.case import Case, State
from desk_app.domain.life import slip_of
from desk_app.domain.slip import SlipKind
from wire.event import Event


def give(database: Database, event: Event, body: Mapping[str, Any]) -> None:
    """Keep the number that an event gave; a receipt given anew makes the one before void."""
    kind, number = slip_of(event.kind, body), body.get("slip_no", 0)
    if kind is None or not number:
        return
    if (
        event.case_code is not None and kind is SlipKind.RECEIPT
    ):  # every other paper stands beside the one before
        database.execute(
            "update slip set void = 1 where case_code = ? and slip = ? and void = 0",
            [event.case_code, kind.value],
        )
    database.execute(
        "insert into slip (slip, year, number, seq, case_code, at, staff) values (?, ?, ?, ?, ?, ?, ?)",
        [kind.value, int(event.at[:4]), number, event.seq, event.case_code, event.at, event.staff],
    )


def count_print(database: Database, event: Event, body: Mapping[str, Any]) -> None:
    """Count a print on the newest slip of that kind and number."""
    database.execute(
        """
        update slip set printed = printed + 1
         where rowid = (select rowid from slip where slip = ? and number = ?
                           and (case_code is ? and (? is null or seq = ?)) order by seq desc limit 1)
        """,
        [body["slip"], body.get("no", 0), event.case_code, body.get("of"), body.get("of")],
    )


def cancel(database: Database, event: Event, body: Mapping[str, Any]) -> None:
    """Make the note of a cancelled fee void."""
    database.execute(
        "update slip set void = 1 where case_code = ? and seq = ? and slip = ?",
        [event.case_code, body["seq"], SlipKind.FEE_NOTE.value],
    )


def void_with(database: Database, case: Case) -> None:
    """Make the slips of a voided case void: their numbers stay in the register of voids."""
    if case.state is State.VOIDED:
        database.execute("update slip set void = 1 where case_code = ?", [case.code])


def take_back(database: Database, case: Case, seq: int) -> None:
    """Make the paper of an act that was taken back void; the receipt that it had replaced is in force again."""
    database.execute("update slip set void = 1 where case_code = ? and seq = ?", [case.code, seq])
    receipt = case.slip(SlipKind.RECEIPT)
    if receipt is not None:
        database.execute(
            "update slip set void = 0 where case_code = ? and slip = ? and number = ? and seq = ?",
            [case.code, receipt.kind.value, receipt.number, receipt.seq],
        )


def set_aside(database: Database, event: Event, body: Mapping[str, Any]) -> None:
    """Keep numbers that are handed out on paper: nobody else gets them."""
    for code, serial in body["numbers"]:
        database.execute(
            "insert into paper_number (case_code, received_on, serial, seq) values (?, ?, ?, ?)",
            [code, body["day"], serial, event.seq],
        )


def use_paper_number(database: Database, case: Case, event: Event) -> None:
    """Tell that a number of the paper list has been keyed in."""
    database.execute("update paper_number set used_seq = ? where case_code = ?", [event.seq, case.code])
