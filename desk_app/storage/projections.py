"""The rows that are made from the log, one event at a time; `rebuild` makes them all again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlite_utils import Database

from desk_app.domain.folding import fold
from desk_app.domain.happening import TRAIL, Kind
from desk_app.storage.event_log import body_of, events
from wire.event import Event

TABLES = ("case_record", "slip_number", "staff_member")


def project(database: Database, event: Event) -> None:
    """Bring the projections up to `event`, inside the open transaction."""
    known = _BY_KIND.get(event.kind)
    body = body_of(event)
    if known is not None and event.body:  # an emptied body has nothing left to show
        known(database, event, body)
    if event.case_code is not None and event.kind not in TRAIL:
        database.execute(
            "update case_record set last_seq = ? where case_code = ?", [event.seq, event.case_code]
        )


def rebuild(database: Database) -> bool:
    """Make every projection anew inside the open transaction; True when the same rows came out."""
    before = dump(database)
    for table in (*TABLES, "case_search"):
        database.execute(f"delete from {table}")
    for event in events(database):
        project(database, event)
    return dump(database) == before


def dump(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Return the ordered content of every projection, the search index included."""
    content = {
        table: [tuple(row) for row in database.execute(f"select * from {table} order by 1, 2")]
        for table in TABLES
    }
    search = database.execute("select rowid, name, applicant_id, tail from case_search order by rowid")
    return content | {"case_search": [tuple(row) for row in search]}


def _received(database: Database, event: Event, body: Mapping[str, Any]) -> None:
    applicant = body["applicant"]
    name, number = applicant.get("name", ""), applicant.get("id", "")
    row = {
        "case_code": event.case_code,
        "received_seq": event.seq,
        "last_seq": event.seq,
        "state": "processing",
        "procedure_code": body["procedure"],
        "applicant_name": name,
        "applicant_id": number,
        "received_at": event.at,
        "received_by": event.staff,
        "received_on": event.at[:10],
        "serial": int(str(event.case_code).rpartition("-")[2]),
        "due_at": body.get("due_at"),
        "at_once": int(body.get("at_once", False)),
        "slip_number": body.get("slip_no", 0),
        "register_book": body["book"],
        "register_number": body["book_no"],
    }
    names, places = ", ".join(row), ", ".join(f":{name}" for name in row)
    database.execute(f"insert into case_record ({names}) values ({places})", row)
    database.execute(
        "insert into case_search (rowid, name, applicant_id, tail) values (?, ?, ?, ?)",
        [event.seq, fold(name), number, fold(str(event.case_code))],
    )
    _take_slip_number(database, "receipt", event, body)


def _completed(database: Database, event: Event, body: Mapping[str, Any]) -> None:
    database.execute(
        "update case_record set state = 'result_waiting', completed_at = ?, result_number = ? where case_code = ?",
        [event.at, body.get("result_no", ""), event.case_code],
    )


def _handed_over(database: Database, event: Event, body: Mapping[str, Any]) -> None:
    database.execute(
        "update case_record set state = 'returned', handed_over_seq = ? where case_code = ?",
        [event.seq, event.case_code],
    )
    _take_slip_number(database, "return_slip", event, body)


def _printed(database: Database, event: Event, body: Mapping[str, Any]) -> None:
    column = "receipts_printed" if body["slip"] == "receipt" else "return_slips_printed"
    database.execute(
        f"update case_record set {column} = {column} + 1 where case_code = ?",
        [event.case_code],
    )


def _staff_added(database: Database, event: Event, body: Mapping[str, Any]) -> None:
    del event
    database.execute(
        "insert into staff_member (login, name, title) values (?, ?, ?)",
        [body["login"], body["name"], body.get("title", "")],
    )


def _take_slip_number(database: Database, slip: str, event: Event, body: Mapping[str, Any]) -> None:
    if "slip_no" in body:
        database.execute(
            "insert into slip_number (slip, year, last) values (?, ?, ?)"
            " on conflict (slip, year) do update set last = excluded.last",
            [slip, int(event.at[:4]), body["slip_no"]],
        )


_BY_KIND: dict[str, Callable[[Database, Event, Mapping[str, Any]], None]] = {
    Kind.RECEIVED: _received,
    Kind.COMPLETED: _completed,
    Kind.HANDED_OVER: _handed_over,
    Kind.PRINTED: _printed,
    Kind.STAFF_ADDED: _staff_added,
}
