"""A copy that is taken while the server works can be served from."""

from __future__ import annotations

import contextlib
import sqlite3
import stat

import pytest
from support.ledger import CODE, FIRST, RECEIVED, open_ledger, rows_of, take
from support.postgres import cluster
from support.superior import command

from district_server.__main__ import main
from district_server.ledger import Ledger, event


def test_a_copy_is_whole_and_of_its_owner_alone(tmp_path):
    ledger = open_ledger(tmp_path / "superior")
    take(ledger, ("received", CODE, RECEIVED))
    with ledger.act() as connection:  # another is at work
        connection.execute(event.delete().where(event.c.desk == "nobody"))
        connection.commit()
        told = command(tmp_path / "superior", "backup", "--to", str(tmp_path / "copy.db"))
    take(ledger, ("completed", CODE, {}))
    ledger.close()
    (tmp_path / "restored").mkdir()
    (tmp_path / "copy.db").rename(tmp_path / "restored" / "superior.db")
    restored = Ledger(tmp_path / "restored")
    seqs = rows_of(restored, event.c.desk, event.c.seq)
    restored.close()

    assert seqs == [(FIRST, 1)]
    assert told["bytes"] == (tmp_path / "restored" / "superior.db").stat().st_size
    assert stat.S_IMODE((tmp_path / "restored" / "superior.db").stat().st_mode) == 0o600


def test_a_copy_that_is_put_back_is_not_mixed_with_what_a_killed_server_left(tmp_path):
    folder = tmp_path / "superior"
    ledger = open_ledger(folder)
    command(folder, "backup", "--to", str(tmp_path / "copy.db"))
    with contextlib.closing(sqlite3.connect(folder / "superior.db")) as other:
        other.execute("pragma wal_checkpoint(truncate)")
    take(ledger, ("received", CODE, RECEIVED))
    left = (folder / "superior.db-wal").read_bytes()
    ledger.close()
    (tmp_path / "copy.db").replace(folder / "superior.db")
    (folder / "superior.db-wal").write_bytes(left)  # as after a kill
    restored = Ledger(folder)
    seqs = rows_of(restored, event.c.seq)
    take(restored, ("received", CODE, RECEIVED))
    restored.close()

    assert (len(left) > 0, seqs) == (True, [])
    assert (folder / "superior.db-wal.before").read_bytes() == left


@pytest.mark.parametrize("missing", ["data", "folder", "free name"])
def test_a_copy_that_cannot_be_made_is_told_and_leaves_nothing(tmp_path, capsys, missing):
    folder, to = tmp_path / "superior", tmp_path / "copy.db"
    if missing != "data":
        open_ledger(folder).close()
    if missing == "folder":
        to = tmp_path / "no" / "copy.db"
    if missing == "free name":
        to.write_text("of yesterday")

    assert main(["backup", "--data", str(folder), "--to", str(to)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []
    assert missing != "free name" or to.read_text() == "of yesterday"


def test_postgresql_is_backed_up_by_its_own_tools_and_restored_as_it_was(tmp_path, capsys):
    own = cluster()
    place, other = own.new(), own.empty()
    assert main(["backup", "--database", place, "--to", str(tmp_path / "x")]) == 2
    assert "pg_dump" in capsys.readouterr().err
    ledger = Ledger(place)
    file = tmp_path / "ledger.dump"
    own.tool("pg_dump", place, "--format=custom", f"--file={file}")
    own.tool("pg_restore", other, str(file))
    restored = Ledger(other)
    keys = [restored.key(name) == ledger.key(name) for name in ("signing", "box", "look_up")]
    restored.close()
    ledger.close()  # its signing key is asked of the database each time

    assert keys == [True] * 3
    assert own.query(other, "select count(*) from pg_inherits where inhparent = 'event'::regclass") == [(32,)]
