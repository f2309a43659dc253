"""The ledger's tables: made where they are missing, brought on where a server of before made them."""

from __future__ import annotations

import sqlalchemy as sa

from district_server.engines import hold
from district_server.errors import CannotServe

# 1: issue 1, SQLite alone, events by desk; 2: events by commune and desk, last contact; 3: by case too;
# 4: what used a code
VERSION = 4
_HELD = b"quay-mot-cua schema"  # two processes that start together bring it on once

# SQL as it was then: a step must give the same whatever the tables are called today.
_STEPS = {
    1: (
        "alter table event rename to event_1",
        """
        create table event (
            commune text not null, desk text not null, seq bigint not null, kind text not null, case_code text,
            at text not null, staff text not null, body blob not null, body_digest blob not null,
            prev_hash blob not null, hash blob not null, primary key (desk, seq, commune)
        )
        """,
        """
        insert into event
        select substr(desk, 1, length(desk) - 2), desk, seq, kind, case_code, at, staff, body, body_digest,
               prev_hash, hash
          from event_1
        """,
        "drop table event_1",
        "alter table desk add column last_contact text",
    ),
    2: ("create index event_by_case on event (desk, case_code, seq)",),
    3: (
        "alter table enrolment_code add column asked text",
        "alter table enrolment_code add column given text",
    ),
}


def bring_on(connection: sa.Connection, metadata: sa.MetaData, version: sa.Table) -> None:
    """Make the tables of today; all of it or nothing, within the caller's transaction.

    Raises:
        CannotServe: a newer server made them.
    """
    hold(connection, _HELD)
    there = set(sa.inspect(connection).get_table_names())
    held = VERSION
    if version.name in there:
        held = int(connection.execute(sa.select(version.c.number)).scalar_one())
    elif "event" in there:
        held = 1
    if held > VERSION:
        raise CannotServe("Dữ liệu do bản máy chủ mới hơn tạo ra; hãy cài bản mới rồi chạy lại.")
    for step in range(held, VERSION):
        for statement in _STEPS[step]:
            connection.execute(sa.text(statement))
    metadata.create_all(connection)
    connection.execute(sa.delete(version))
    connection.execute(sa.insert(version), {"number": VERSION})
