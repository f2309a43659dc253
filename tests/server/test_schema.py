"""The tables: in partitions where the engine has them, and brought on from what a server of before made."""

from __future__ import annotations

import sqlite3

import pytest
import sqlalchemy as sa
from support.engines import place_of
from support.ledger import CODE, FIRST, NOW, RECEIVED, know, open_ledger, rows_of, take
from support.postgres import cluster

from district_server.desks import enrol, new_enrolment
from district_server.ledger import Ledger, desk, event, schema_version
from district_server.schema import VERSION
from wire.enrolment import code_key, sealed
from wire.signatures import public_key, text_of


def test_events_lie_in_partitions_by_commune_and_are_found_by_the_key():
    ledger = know(Ledger(cluster().new()))
    for name in ("H56.22.17/1", "H56.22.18/2"):
        take(ledger, ("received", f"{name[:9]}-261123-5001", RECEIVED), desk=name)
    with ledger.act() as connection:
        homes = connection.execute(sa.text("select tableoid::regclass::text, desk from event")).all()
        parts = connection.execute(
            sa.text("select count(*) from pg_inherits where inhparent = 'event'::regclass")
        ).scalar_one()
        connection.execute(sa.text("set local enable_seqscan = off"))
        found = (
            "explain select hash from event where commune = 'H56.22.17' and desk = 'H56.22.17/1' and seq = 1"
        )
        plan = "\n".join(row[0] for row in connection.execute(sa.text(found)))

    ledger.close()

    assert parts == 32
    assert {home.startswith("event_") for home, _ in homes} == {True}
    assert plan.count("Index Scan") == 1


@pytest.mark.parametrize("one", ["desk = 'x/1' and seq = 1", "commune = 'x' and desk = 'x/1' and seq > 1"])
def test_sqlite_finds_events_by_the_key(tmp_path, one):
    made = open_ledger(tmp_path)
    with made.act() as connection:
        plan = connection.execute(sa.text(f"explain query plan select hash from event where {one}")).all()  # noqa: S608
    made.close()

    assert [row[3].startswith("SEARCH event USING") for row in plan] == [True]


@pytest.fixture
def old_store(tmp_path):
    """The folder of a server of version 1 with one desk and two events."""
    folder = tmp_path / "old"
    made = open_ledger(folder)
    take(made, ("received", CODE, RECEIVED), ("completed", CODE, {}))
    with made.act() as connection:
        kept = [tuple(row) for row in connection.execute(sa.select(event).order_by(event.c.seq))]
    made.close()
    with sqlite3.connect(folder / "superior.db") as db:
        db.executescript("""
            drop table schema_version;
            create table was (
                desk text not null, seq bigint not null, kind text not null, case_code text, at text not null,
                staff text not null, body blob not null, body_digest blob not null, prev_hash blob not null,
                hash blob not null, primary key (desk, seq)
            );
            insert into was select desk, seq, kind, case_code, at, staff, body, body_digest, prev_hash, hash from event;
            drop table event;
            alter table was rename to event;
            alter table desk drop column last_contact;
            alter table enrolment_code drop column asked;
            alter table enrolment_code drop column given;
        """)
    db.close()
    return folder, kept


def test_a_store_of_before_is_brought_on_whole(old_store):
    folder, kept = old_store
    made = Ledger(folder)

    assert rows_of(made, *event.c) == kept
    assert rows_of(made, schema_version.c.number) == [(VERSION,)]
    take(made, ("handed_over", CODE, {"receiver": "applicant"}))
    assert rows_of(made, desk.c.desk, desk.c.seq)[0] == (FIRST, 3)
    made.close()


def test_a_store_of_version_2_gets_the_index_by_case(tmp_path):
    """Without it a correction of a case that never was reads the whole log of its desk."""
    folder = tmp_path / "two"
    open_ledger(folder).close()
    with sqlite3.connect(folder / "superior.db") as db:
        db.executescript(
            "drop index event_by_case; update schema_version set number = 2;"
            "alter table enrolment_code drop column asked; alter table enrolment_code drop column given"
        )
    db.close()
    made = Ledger(folder)
    asked = "select kind from event where commune = 'x' and desk = 'x/1' and case_code = 'y' and seq <= 9 order by seq"
    with made.act() as connection:
        plan = [row[3] for row in connection.execute(sa.text(f"explain query plan {asked}"))]
    made.close()

    assert plan == ["SEARCH event USING INDEX event_by_case (desk=? AND case_code=? AND seq<?)"]


@pytest.mark.usefixtures("engine")
def test_a_store_of_version_3_lets_desks_in_and_answers_them_again(tmp_path):
    made = open_ledger(tmp_path / "three")
    old = new_enrolment(made, "H56.22.18", 1, "x", NOW)
    with made.act() as connection:
        for column in ("asked", "given"):
            connection.execute(sa.text(f"alter table enrolment_code drop column {column}"))
        connection.execute(sa.update(schema_version).values(number=3))
    made.close()
    made = Ledger(place_of(tmp_path / "three"))
    keys = {name: text_of(public_key(b"k" * 32)) for name in ("ed25519", "x25519", "log_key")}
    said = sealed(code_key(old), {"desk": "H56.22.18/1"} | keys)
    answers = [enrol(made, said, NOW) for _ in range(2)]
    number = rows_of(made, schema_version.c.number)
    made.close()

    assert answers[0] == answers[1]
    assert number == [(VERSION,)]


def test_a_life_is_found_by_its_case_in_one_partition():
    ledger = know(Ledger(cluster().new()))
    asked = "select kind from event where commune = 'x' and desk = 'x/1' and case_code = 'y' and seq <= 9 order by seq"
    with ledger.act() as connection:
        connection.execute(sa.text("set local enable_seqscan = off"))
        plan = "\n".join(row[0] for row in connection.execute(sa.text(f"explain {asked}")))
    ledger.close()

    assert plan.count("Index Scan") == 1
    assert "desk_case_code_seq" in plan
