"""The rows that are made from the log, one event at a time; `rebuild` makes them all again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlite_utils import Database

from desk_app.domain.errors import StorageUnreadable
from desk_app.domain.folding import folded_words
from desk_app.domain.happening import TRAIL, Kind
from desk_app.storage.errors import known_errors
from desk_app.storage.event_log import body_of, events
from wire.event import Event

TABLES = ("case_record", "folded_name", "slip_number", "staff_member")
INDEXES = ("case_search", "name_search")


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
    for table in TABLES:
        database.execute(f"delete from {table}")
    for index in INDEXES:
        database.execute(f"insert into {index} ({index}) values ('delete-all')")
    for event in events(database):
        project(database, event)
    return dump(database) == before


def dump(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Return the ordered content of every projection, and whether each search index has just that content."""
    content = {
        table: [tuple(row) for row in database.execute(f"select * from {table} order by 1, 2")]
        for table in TABLES
    }
    return content | {index: [(_agrees(database, index),)] for index in INDEXES}


def _agrees(database: Database, index: str) -> bool:
    try:
        with known_errors():
            database.execute(f"insert into {index} ({index}, rank) values ('integrity-check', 1)")
    except StorageUnreadable:
        return False
    return True


def _received(database: Database, event: Event, body: Mapping[str, Any]) -> None:
    applicant = body["applicant"]
    name, number = applicant.get("name", ""), applicant.get("id", "")
    head, _, tail = str(event.case_code).partition("-")  # the agency's part is the same in every code
    found_by = folded_words(f"{name} {number} {tail or head}")
    row = {
        "received_seq": event.seq,
        "case_code": event.case_code,
        "last_seq": event.seq,
        "state": "processing",
        "procedure_code": body["procedure"],
        "applicant_name": name,
        "applicant_id": number,
        "name_id": _name_id(database, " ".join(folded_words(name))),
        "search_words": "".join(f" {word}" for word in found_by),
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
        "insert into case_search (rowid, search_words) values (?, ?)", [event.seq, row["search_words"]]
    )
    _take_slip_number(database, "receipt", event, body)


def _name_id(database: Database, words: str) -> int:
    found = database.execute("select name_id from folded_name where words = ?", [words]).fetchone()
    if found:
        return int(found[0])
    made = database.execute("insert into folded_name (words) values (?) returning name_id", [words])
    name_id = int(made.fetchone()[0])
    database.execute("insert into name_search (rowid, words) values (?, ?)", [name_id, words])
    return name_id


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
