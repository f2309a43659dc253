"""The rows that are made from the log, one event at a time; `rebuild` makes them all again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from desk_app.domain.case import Case
from desk_app.domain.errors import StorageUnreadable
from desk_app.domain.folding import folded_words
from desk_app.domain.happening import TRAIL, Kind
from desk_app.domain.staff import ALL_ROLES
from desk_app.storage import day_end, scan_rows, setting_rows, slips
from desk_app.storage.case_rows import case_row
from desk_app.storage.errors import known_errors
from desk_app.storage.event_log import body_of, events
from wire.event import Event

TABLES = (
    "case_record",
    "folded_name",
    "slip",
    "paper_number",
    "staff_member",
    "local_edit",
    "day_closing",
    "taken_back",
    "scan",
    "recovery",
)
INDEXES = ("case_search", "name_search")


def project(database: Database, event: Event) -> None:
    """Bring the projections up to `event`, inside the open transaction."""
    if not event.body:  # its retention ended: nothing is left to show
        return
    body = body_of(event)
    if event.kind == Kind.STAFF_ADDED:
        _staff_added(database, body)
    elif event.kind == Kind.SETTINGS_CHANGED:
        setting_rows.keep(database, event, body)
    elif event.kind == Kind.PRINTED:
        slips.count_print(database, event, body)
    elif event.kind == Kind.FEE_CANCELLED:
        slips.cancel(database, event, body)
    elif event.kind in {Kind.SCAN_ATTACHED, Kind.SCAN_REMOVED}:
        scan_rows.project(database, event, body)
    elif event.kind == Kind.NUMBERS_SET_ASIDE:
        slips.set_aside(database, event, body)
    elif event.kind == Kind.DAY_CLOSED:
        day_end.close(database, event.seq, body)
    elif event.kind == Kind.RECOVERED:
        database.execute("insert into recovery (seq, day) values (?, ?)", [event.seq, event.at[:10]])
    if event.kind not in TRAIL:
        slips.give(database, event, body)
    if event.case_code is not None:
        _case(database, event)


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
        table: sorted((tuple(row) for row in database.execute(f"select * from {table}")), key=repr)
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


def _case(database: Database, event: Event) -> None:
    """Write the row of a case anew from its whole life: what an event does to it is said once, in domain/life.py."""
    found = case_row(database, str(event.case_code), event)
    if found is None:
        return
    case, row, gone = found
    before = database.execute(
        "select last_seq, name_id, search_words from case_record where case_code = ?", [case.code]
    ).fetchone()
    last_seq = event.seq if event.kind not in TRAIL else before[0] if before else event.seq
    found_by = _search_words(case.code, row["applicant_name"], row["applicant_id"], case.superior_code)
    if before is None or before[2] != found_by:
        name_id = _name_id(database, " ".join(folded_words(row["applicant_name"])))
    else:
        name_id = before[1]
    row |= {"last_seq": last_seq, "name_id": name_id, "search_words": found_by}
    if before is None:
        names, places = ", ".join(row), ", ".join(f":{name}" for name in row)
        database.execute(f"insert into case_record ({names}) values ({places})", row)
        _index(database, row["received_seq"], found_by)
        slips.use_paper_number(database, case, event)
        return
    if before[2] != found_by:  # corrected: the old words must not find it any more
        database.execute(
            "insert into case_search (case_search, rowid, search_words) values ('delete', ?, ?)",
            [row["received_seq"], before[2]],
        )
    changes = ", ".join(f"{name} = :{name}" for name in row if name != "received_seq")
    database.execute(f"update case_record set {changes} where received_seq = :received_seq", row)
    if before[2] != found_by:
        _index(database, row["received_seq"], found_by)
    if event.seq in gone.values():
        _taken_back(database, case, gone)
    slips.void_with(database, case)


def _taken_back(database: Database, case: Case, gone: Mapping[int, int]) -> None:
    seq, undone = list(gone.items())[-1]  # the newest
    database.execute("insert into taken_back (seq, undone_seq) values (?, ?)", [seq, undone])
    slips.take_back(database, case, seq)


def _index(database: Database, seq: int, words: str) -> None:
    database.execute("insert into case_search (rowid, search_words) values (?, ?)", [seq, words])


def _search_words(case_code: str, name: str, number: str, superior_code: str) -> str:
    head, _, tail = case_code.partition("-")  # the agency's part is the same in every code
    return "".join(f" {word}" for word in folded_words(f"{name} {number} {tail or head} {superior_code}"))


def _name_id(database: Database, words: str) -> int:
    found = database.execute("select name_id from folded_name where words = ?", [words]).fetchone()
    if found:
        return int(found[0])
    made = database.execute("insert into folded_name (words) values (?) returning name_id", [words])
    name_id = int(made.fetchone()[0])
    database.execute("insert into name_search (rowid, words) values (?, ?)", [name_id, words])
    return name_id


def _staff_added(database: Database, body: Mapping[str, Any]) -> None:
    roles = body.get("roles") or sorted(ALL_ROLES)
    database.execute(
        "insert into staff_member (login, name, title, roles) values (?, ?, ?, ?)",
        [body["login"], body["name"], body.get("title", ""), ",".join(roles)],
    )
