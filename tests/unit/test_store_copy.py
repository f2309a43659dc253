"""A copy of the store: encrypted, whole, opened again before it counts; or nothing that looks like one."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from support.desk import DESK, HOA, KEY, Clock, new_store, open_store, receive

from desk_app.app.cli import main
from desk_app.app.home import Home
from desk_app.domain.errors import (
    CopyBesideStore,
    CopyNotWhole,
    CopyNotWritten,
    CopyPlaceMissing,
    CopyPlaceUnchosen,
    WrongPassphrase,
)
from desk_app.machine.copy_folder import CopyFolder
from desk_app.machine.key_slots import Cost
from desk_app.services.store_copy import choose_place, copy_place, make_copy
from desk_app.storage import event_log
from desk_app.storage.copying import check_copy
from desk_app.storage.database import connect

ROOT = Path(__file__).parents[2]
PASSPHRASE = "một câu thật dài"
FILLED = """
import subprocess, sys
sys.path[:0] = [{root!r}, {tests!r}]
from pathlib import Path
from support.desk import Clock, open_store
from desk_app.app.home import Home
from desk_app.domain.errors import CopyPlaceFull
from desk_app.machine.copy_folder import CopyFolder
place = Path({place!r})
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "none", place], check=True)
store = Home(folder=Path({folder!r}), clock=Clock()).open("hoa", {passphrase!r})
try:
    with CopyFolder(Path({folder!r})).making(place, "quay-x") as folder:
        with open(place / "films", "wb") as file:
            try:
                while True:
                    file.write(bytes(65536))
                    file.flush()
            except OSError:
                pass
        store.copy_to(folder / "desk.db")
except CopyPlaceFull as error:
    print(error)
store.close()
print(sorted(path.name for path in place.iterdir()))
"""


@pytest.fixture
def folder(tmp_path):
    """Return a desk's folder with one case."""
    home = Home(folder=tmp_path / "desk", clock=Clock(), cost=Cost(memory_kib=64, passes=1))
    store, _ = home.create(DESK, HOA, PASSPHRASE)
    receive(store, Clock())
    store.close()
    (tmp_path / "usb").mkdir()
    return tmp_path / "desk"


@pytest.fixture
def place(folder):
    return folder.parent / "usb"


@pytest.fixture
def store(folder):
    opened = Home(folder=folder, clock=Clock()).open("hoa", PASSPHRASE)
    yield opened
    opened.close()


def copy(store, folder, place, at="2026-11-23T17:00"):
    return make_copy(store=store, shelf=CopyFolder(folder), clock=Clock(at), place=place)


def lying(place):
    return sorted(path.name for path in place.iterdir())


def test_a_copy_is_a_desk_that_its_own_key_slots_open(store, folder, place):
    made = copy(store, folder, place)

    assert lying(place) == ["quay-H56.22.17-1_20261123-170000"]
    assert sorted(path.name for path in (place / made.name).iterdir()) == ["desk.db", "keys.json"]
    copied = Home(folder=place / made.name, clock=Clock())
    with pytest.raises(WrongPassphrase):
        copied.open("hoa", "một câu khác hẳn")
    opened = copied.open("hoa", PASSPHRASE)
    health = opened.health()
    with opened.reading() as reading:
        head = reading.head()
    opened.close()
    assert (health.integrity, health.chain, health.projections) == (True, True, True)
    assert head == (made.head_seq, made.head_hash)


def test_a_copy_tells_nobody_anything_without_the_key(store, folder, place):
    made = copy(store, folder, place)
    content = (place / made.name / "desk.db").read_bytes()

    assert not content.startswith(b"SQLite format")
    assert "Minh Đức".encode() not in content
    assert b"038190004217" not in content


def test_only_what_was_verified_is_remembered_and_the_newest_is_shown(store, folder, place):
    first = copy(store, folder, place)
    second = copy(store, folder, place, "2026-11-24T17:00")

    with store.reading() as reading:
        assert reading.last_copy() == second
    assert second.head_seq == first.head_seq  # a copy is no event: it changes nothing of what it holds
    assert len(lying(place)) == 2


def test_the_place_is_remembered(store, folder, place):
    with pytest.raises(CopyPlaceUnchosen):
        copy(store, folder, None)
    choose_place(place, store=store)

    assert copy_place(store=store) == place
    assert copy(store, folder, None).place == place


@pytest.mark.parametrize("inside", [".", "papers", "papers/deep"])
def test_the_desks_own_folder_is_no_place_for_a_copy(store, folder, inside):
    (folder / "papers" / "deep").mkdir(parents=True)
    with pytest.raises(CopyBesideStore):
        copy(store, folder, folder / inside)


def test_a_drive_that_is_not_there_is_said_and_not_made(store, folder, place):
    with pytest.raises(CopyPlaceMissing, match="away"):
        copy(store, folder, place / "away")
    assert lying(place) == []


def test_a_place_that_takes_no_more_keeps_nothing_that_looks_like_a_copy(store, folder, place):
    """The file system takes the first 100 KB and then no more."""
    allowed = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, allowed[1]))
    try:
        with pytest.raises(CopyNotWritten, match="usb"):
            copy(store, folder, place)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, allowed)

    assert lying(place) == []
    with store.reading() as reading:
        assert reading.last_copy() is None


def test_a_full_disk_is_one_sentence_and_leaves_only_what_filled_it(folder, place):
    """A real ENOSPC in the middle of the copy, on a small disk of its own."""
    script = FILLED.format(
        root=str(ROOT), tests=str(ROOT / "tests"), place=str(place), folder=str(folder), passphrase=PASSPHRASE
    )
    ran = subprocess.run(
        ["unshare", "--user", "--map-root-user", "--mount", sys.executable, "-c", script],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if "unshare" in ran.stderr:
        pytest.skip("this system makes no name spaces")

    told, left = ran.stdout.splitlines()
    assert "không đủ chỗ" in told
    assert left == "['films']"


def test_a_byte_that_changed_on_the_way_is_found(store, folder, place):
    made = copy(store, folder, place)
    path = place / made.name / "desk.db"
    spoilt = bytearray(path.read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    path.write_bytes(spoilt)
    source = connect(folder / "desk.db", store._connections.key)
    with pytest.raises(CopyNotWhole):
        check_copy(path, store._connections.key, source, (0, bytes(32), ""))
    source.conn.close()


def test_a_copy_of_another_log_is_no_copy(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        made = new_store(tmp_path / name)
        receive(made, Clock())
        made.close()
    ours = connect(tmp_path / "one" / "desk.db", KEY)
    with pytest.raises(CopyNotWhole):
        check_copy(tmp_path / "two" / "desk.db", KEY, ours, event_log.head(ours))
    ours.conn.close()


def test_the_command_makes_the_copy_and_says_where(folder, place, capsys):
    (folder / "passphrase").write_text(PASSPHRASE)
    access = ("--data", str(folder), "--passphrase-file", str(folder / "passphrase"))

    assert main(["backup", "--to", str(place), *access, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert Path(told["copy"]).parent == place
    assert lying(place) == [Path(told["copy"]).name]
    assert told["head"]["seq"] == 3
    assert told["same_drive"] is True

    assert main(["backup", *access]) == 2
    assert "Chưa chọn nơi sao lưu" in capsys.readouterr().err
    assert main(["backup", "--to", str(place / "away"), *access]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_command_closes_the_day_once(folder, capsys):
    (folder / "passphrase").write_text(PASSPHRASE)
    access = ("--data", str(folder), "--passphrase-file", str(folder / "passphrase"), "--json")

    assert main(["close-day", "--day", "2026-11-23", "--counted", "5.000", *access]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["nth"], told["totals"]["received"], told["pending"]) == (1, 1, 1)
    assert told["cash"] == {"log": 0, "counted": 5000, "difference": 5000}
    assert told["head"]["seq"] == told["seq"] - 1

    assert main(["close-day", "--day", "2026-11-23", *access]) == 2
    assert "đã khóa sổ" in capsys.readouterr().err
    assert main(["close-day", "--day", "23/11", *access]) == 2


def test_a_copy_is_made_beside_a_clerk_who_goes_on(store, folder, place):
    """Commits between two copies and while one lies open do not spoil it."""
    made = copy(store, folder, place)
    receive(store, Clock("2026-11-23T17:05"))
    later = copy(store, folder, place, "2026-11-23T17:10")

    assert later.head_seq == made.head_seq + 1
    with store.reading() as reading:
        assert reading.hash_at(made.head_seq) == made.head_hash


def test_open_store_is_not_changed_by_being_copied(tmp_path):
    new_store(tmp_path).close()
    store = open_store(tmp_path)
    with store.reading() as reading:
        before = reading.head()
    (tmp_path / "x").mkdir()
    store.copy_to(tmp_path / "x" / "desk.db")
    with store.reading() as reading:
        assert reading.head() == before
    store.close()
