"""The three commands, as somebody types them: out, taken above, and back."""

from __future__ import annotations

import json
import shutil

import pytest
from support.clerk import PASSPHRASE
from support.desk import DESK, HOA, Clock, receive
from support.superior import command
from support.usb import pair, superior

from desk_app.app.cli import main
from desk_app.app.home import Home
from desk_app.machine.key_slots import Cost
from district_server.__main__ import main as serve


@pytest.fixture
def desk(tmp_path):
    home = Home(folder=tmp_path / "desk", clock=Clock("2026-11-23T07:45"), cost=Cost(memory_kib=64, passes=1))
    store, _ = home.create(DESK, HOA, PASSPHRASE)
    ledger = superior(tmp_path / "superior")
    pair(store, ledger)
    ledger.close()
    for _ in range(2):
        receive(store, Clock())
    store.close()
    (tmp_path / "passphrase").write_text(PASSPHRASE)
    return home.folder


@pytest.fixture
def typed(desk, tmp_path, capsys):
    def run(*arguments):
        code = main([*arguments, "--data", str(desk), "--passphrase-file", str(tmp_path / "passphrase")])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def test_out_taken_and_back(tmp_path, typed, stick):
    code, out, _ = typed("usb-export", "--to", str(stick), "--json")
    made = json.loads(out)
    assert (code, made["cases"]) == (0, 2)

    taken = command(tmp_path / "superior", "import-usb", made["file"])
    assert (taken["desk"], taken["events"], taken["duplicates"]) == ("H56.22.17/1", made["events"], 0)
    code, out, _ = typed("usb-import", taken["ack"], "--json")
    assert (code, json.loads(out)) == (
        0, {"fresh": True, "acknowledged": 2, "pending": 0, "refused": 0},
    )  # fmt: skip
    code, out, _ = typed("usb-import", taken["ack"])
    assert (code, out.count("\n")) == (0, 1)
    assert "không có gì thay đổi" in out
    code, _, err = typed("usb-export", "--to", str(stick))
    assert (code, err.count("\n")) == (2, 1)


def test_what_is_told_says_that_the_stick_may_go(tmp_path, typed, stick):
    code, out, _ = typed("usb-export", "--to", str(stick))

    assert code == 0
    assert "có thể rút USB" in out
    assert "chờ gửi" in out


def test_the_acknowledgement_goes_where_it_is_said_and_a_full_place_is_named(tmp_path, typed, stick, capsys):
    _, out, _ = typed("usb-export", "--to", str(stick), "--json")
    file = json.loads(out)["file"]
    elsewhere = tmp_path / "elsewhere"
    data = ["--data", str(tmp_path / "superior")]
    assert serve(["import-usb", *data, file, "--ack-to", str(elsewhere)]) == 2
    told = capsys.readouterr().err
    assert "nhập lại tệp này" in told
    assert told.count("\n") == 1
    elsewhere.mkdir()
    assert serve(["import-usb", *data, file, "--ack-to", str(elsewhere)]) == 0
    assert [path.suffix for path in elsewhere.iterdir()] == [".qmc"]
    assert "đã nhập trước đây" in capsys.readouterr().out
    shutil.copy(file, tmp_path / "x.qmc")
    (tmp_path / "x.qmc").write_bytes((tmp_path / "x.qmc").read_bytes()[:-1])
    assert serve(["import-usb", *data, str(tmp_path / "x.qmc")]) == 2
    assert "bị cắt" in capsys.readouterr().err
