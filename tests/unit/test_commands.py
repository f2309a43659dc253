"""Commands answer with JSON and 0, or with one sentence and 2."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.desk import DESK, HOA, Clock, receive

from desk_app.app import commands
from desk_app.app.cli import main
from desk_app.app.home import Home
from desk_app.machine.key_slots import Cost
from desk_app.machine.single_instance import only_one

PASSPHRASE = "một câu thật dài"


@pytest.fixture
def folder(tmp_path):
    clock = Clock()
    store, _ = Home(folder=tmp_path, clock=clock, cost=Cost(memory_kib=64, passes=1)).create(
        DESK, HOA, PASSPHRASE
    )
    receive(store, clock)
    store.close()
    (tmp_path / "passphrase").write_text(PASSPHRASE + "\n")
    return tmp_path


def run(folder, *command):
    return main([*command, "--data", str(folder), "--passphrase-file", str(folder / "passphrase"), "--json"])


def test_doctor_finds_a_whole_store_whole(folder, capsys):
    assert run(folder, "doctor") == 0
    found = json.loads(capsys.readouterr().out)

    assert (found["ok"], found["integrity"], found["chain"], found["projections"]) == (True, True, True, True)
    assert found["events"] == 3
    assert found["due_dates"] == {"ok": True, "differ": []}
    assert {"printer", "disk", "clock"} <= found.keys()


def test_doctor_finds_a_changed_row(folder, capsys):
    home = Home(folder=folder, clock=Clock())
    store = home.open("hoa", PASSPHRASE)
    with store.transaction() as books:
        books._db.execute("update case_record set applicant_name = 'x'")
    store.close()

    assert run(folder, "doctor") == 2
    assert json.loads(capsys.readouterr().out)["projections"] is False
    assert run(folder, "rebuild") == 0
    assert json.loads(capsys.readouterr().out) == {"same": False}
    assert run(folder, "doctor") == 0


def test_a_new_member_signs_in_with_a_passphrase_of_their_own(folder, capsys):
    (folder / "new").write_text("mật khẩu của Minh")

    assert (
        run(folder, "staff", "add", "minh", "Trần Văn Minh", "--new-passphrase-file", str(folder / "new"))
        == 0
    )
    store = Home(folder=folder, clock=Clock()).open("minh", "mật khẩu của Minh")
    with store.reading() as reading:
        assert [member.login for member in reading.staff()] == ["hoa", "minh"]
    store.close()
    assert run(folder, "staff", "add", "minh", "Ai khác", "--new-passphrase-file", str(folder / "new")) == 2
    assert "đã có" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda folder: (folder / "passphrase").write_text("sai mật khẩu"), "Sai mật khẩu"),
        (lambda folder: (folder / "passphrase").unlink(), "Không đọc được mật khẩu"),
        (lambda folder: (folder / "desk.db").unlink(), "Không thấy kho dữ liệu"),
        (lambda folder: (folder / "desk.db").write_bytes(b"x" * 9999), "không phải kho dữ liệu"),
        (lambda folder: (folder / "keys.json").write_text("{}"), "tệp khóa"),
    ],
    ids=["wrong passphrase", "no passphrase", "no store", "foreign store", "broken keys"],
)
def test_what_is_wrong_is_one_sentence(folder, capsys, spoil, told):
    spoil(folder)

    assert run(folder, "doctor") == 2
    said = capsys.readouterr().err
    assert told in said
    assert said.count("\n") == 1


def test_a_command_waits_for_no_open_window(folder, capsys):
    with only_one(folder):
        assert run(folder, "rebuild") == 2
    assert "đang mở" in capsys.readouterr().err


def test_sync_without_enrolment_says_so(folder, capsys):
    assert run(folder, "sync") == 2
    assert "chưa đăng ký" in capsys.readouterr().err


def test_a_file_that_is_no_frame_is_named(folder, capsys):
    assert main(["show-frame", str(folder / "keys.json")]) == 2
    assert "keys.json" in capsys.readouterr().err


def test_every_command_is_named_and_every_name_has_its_module():
    folder = Path(commands.__file__).parent
    modules = {path.stem for path in folder.glob("*.py") if "\ndef add(" in path.read_text()}

    assert {name.replace("-", "_") for name in commands.COMMANDS} == modules
