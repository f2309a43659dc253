"""A one-time code whose answer was lost on the line: the same desk goes on with it, nobody else does, one desk comes out."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from support import engines
from support.desk import DESK, HOA, Clock, receive
from support.proxy import Cut, line_to
from support.superior import NOW, command, serving, sync

from desk_app.app.cli import main
from desk_app.app.home import Home
from desk_app.domain.errors import LineCut, SuperiorAway, WrongEnrolmentCode
from desk_app.machine import first_start, recovery_tries
from desk_app.machine.key_slots import Cost, open_slot, open_with_recovery
from desk_app.services.sync_round import enrol_desk
from desk_app.sync.superior_api import HttpSuperior

pytestmark = pytest.mark.usefixtures("engine")

PASS = "mật khẩu dài của quầy"
SLIP = ("--agency", "H56.22.17", "--name", "UBND xã Tân Lập", "--starts-at", NOW)
LATER = "2026-11-26T08:00:01+07:00"  # 72 hours and a second after the slip
DOWN = (0, 1, 200)  # bytes of the answer that came: none, one, part of it


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "superior"


@pytest.fixture
def desk(tmp_path):
    home = home_of(tmp_path / "desk")
    home.create(DESK, HOA, PASS)[0].close()
    return home


def home_of(folder):
    return Home(folder=folder, clock=Clock(), cost=Cost(memory_kib=8, passes=1))


def slip_of(folder, *more):
    return command(folder, "enrol", *SLIP, *more)["code"]


def enrol(home, url, code):
    """Use a slip as a desk does that was switched on for it, and off again."""
    store = home.open("hoa", PASS)
    try:
        enrol_desk(url, code, store=store, superior=HttpSuperior(margin_s=5.0))
        with store.reading() as reading:
            return reading.enrolment()
    finally:
        store.close()


def lose(home, line, code, cut):
    line.cuts = [cut]
    with pytest.raises((LineCut, SuperiorAway)):
        enrol(home, line.url, code)


def desks(folder):
    return engines.query(folder, "select desk, ed25519, counter from desk order by desk")


def body(sent):
    return bytes(sent).partition(b"\r\n\r\n")[2]


def test_an_enrolment_whose_answers_are_lost_is_one_desk_and_goes_on_after_each_restart(folder, desk):
    code = slip_of(folder)
    with serving(folder) as url, line_to(url) as line:
        for cut in [Cut(down=down, how=how) for down in DOWN for how in ("reset", "ended")]:
            lose(desk, line, code, cut)
        known = desks(folder)
        made = enrol(desk, line.url, f" {code.lower().replace('-', ' ')}")
        assert len({body(sent) for sent in line.sent}) == 1, "the same message to the byte"
        assert desks(folder) == known
        assert [row[0] for row in known] == ["H56.22.17/1"]
        assert enrol(desk, line.url, code) == made, "the command that is typed again, slip and all"
        store = desk.open("hoa", PASS)
        with store.transaction() as books:
            books.keep_enrolment(replace(made, url=url))
        receive(store, Clock())
        state, _ = sync(store, Clock())
        store.close()

    assert state.pending_cases == 0
    assert engines.query(folder, "select count(*) from event")[0][0] > 0


def test_a_second_pc_with_the_same_code_is_refused_and_the_first_goes_on(folder, desk, tmp_path):
    code, second = slip_of(folder), home_of(tmp_path / "second")
    second.create(DESK, HOA, PASS)[0].close()
    with serving(folder) as url, line_to(url) as line:
        lose(desk, line, code, Cut(down=0))
        known = desks(folder)
        for _ in range(6):
            with pytest.raises(WrongEnrolmentCode, match="xin cấp trên phiếu mới"):
                enrol(second, url, code)
        made = enrol(desk, url, code)

        assert desks(folder) == known
        assert made.desk == 1
        with second.open("hoa", PASS).reading() as reading:
            assert reading.enrolment() is None


def test_a_code_that_ran_out_between_the_tries_is_told_and_a_new_slip_lets_the_desk_in(folder, desk):
    code = slip_of(folder)
    with serving(folder) as url, line_to(url) as line:
        lose(desk, line, code, Cut(down=0))
    known = desks(folder)
    with serving(folder, 0, "--starts-at", LATER) as url:
        with pytest.raises(WrongEnrolmentCode, match="đã hết hạn; hãy xin cấp trên phiếu mới"):
            enrol(desk, url, code)
        assert desks(folder) == known
        newer = command(folder, "enrol", *SLIP[:-1], LATER)["code"]
        enrol(desk, url, newer)

    assert [row[1] for row in desks(folder)] != [row[1] for row in known], "another code, other keys"


def test_the_code_typed_wrong_in_between_costs_nothing(folder, desk):
    code = slip_of(folder)
    with serving(folder) as url, line_to(url) as line:
        lose(desk, line, code, Cut(down=0))
        for other in ("0000-0000-0000-0000", "không phải mã"):
            with pytest.raises(WrongEnrolmentCode):
                enrol(desk, url, other)
        enrol(desk, url, code)
        with desk.open("hoa", PASS).reading() as reading:
            rows = reading._db.execute("select signing_key from enrolment_try").fetchall()
            assert [bytes(key) for (key,) in rows] == [reading.enrolment().signing_key], "the others are gone"


def test_the_command_line_goes_on_with_the_same_slip(folder, desk, tmp_path, capsys):
    code, passphrase = slip_of(folder), tmp_path / "passphrase"
    passphrase.write_text(PASS, encoding="utf-8")
    with serving(folder) as url, line_to(url) as line:
        line.cuts = [Cut(down=0)]
        asked = (
            "sync", "--data", str(desk.folder), "--passphrase-file", str(passphrase), "--enrol", line.url, code, "--json",
        )  # fmt: skip
        assert main([*asked]) == 2
        assert "Đường truyền bị ngắt" in capsys.readouterr().err
        for _ in range(2):  # and typed once more than it needs
            assert main([*asked]) == 0
            assert json.loads(capsys.readouterr().out)["pending"] == 0

    assert [row[0] for row in desks(folder)] == ["H56.22.17/1"]


@pytest.fixture
def burnt(folder, desk, tmp_path):
    """Return (words of the old sheet, a slip that recovers) of a desk with one case at the superior."""
    burnt = home_of(tmp_path / "burnt")
    store, words = burnt.create(DESK, HOA, PASS)
    with serving(folder) as url:
        enrol_desk(url, slip_of(folder), store=store, superior=HttpSuperior())
        receive(store, Clock())
        sync(store, Clock())
    store.close()
    return words, slip_of(folder, "--recover")


def recover(url, words, code, tmp_path):
    """Return the command of a new machine, as a process of its own."""
    for name, text in (("words", words), ("passphrase", PASS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    asked = (
        "recover", "--data", str(tmp_path / "new"), "--url", url, "--desk", "H56.22.17/1", "--login", "lan", "--name",
        "Phạm Thị Lan", "--recovery-file", str(tmp_path / "words"), "--new-passphrase-file",
        str(tmp_path / "passphrase"), "--code", code, "--json",
    )  # fmt: skip
    return subprocess.Popen(
        [sys.executable, "-m", "desk_app", *asked],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip


def test_a_recovery_that_is_killed_before_its_answer_and_in_the_log_goes_on_with_the_same_slip(
    folder, burnt, tmp_path
):
    words, code = burnt
    with serving(folder) as url, line_to(url) as line:
        known = desks(folder)
        for down in (0, 400, 1000):  # before the answer, in it, in the first part of the log
            running = []
            line.cuts = [Cut(down=down, how="silent", meanwhile=lambda running=running: running[0].kill())]
            running.append(recover(line.url, words, code, tmp_path))
            running[0].communicate()
            assert running[0].returncode not in {0, 2}, "it was killed"
            assert not (tmp_path / "new" / "desk.db").exists()
        assert (tmp_path / "new" / first_start.FOLDER / recovery_tries.FILE).exists()
        last = recover(line.url, words, code, tmp_path)
        said, wrong = last.communicate()
        assert last.returncode == 0, wrong
        sheet = json.loads(said)["recovery"]
        assert (
            len({body(sent).partition(b"}")[0] for sent in line.sent if sent.startswith(b"POST /v1/recover")})
            == 1
        )

        new = desks(folder)
        assert [row[0] for row in new] == [row[0] for row in known]
        assert new[0][1] != known[0][1]
        assert engines.query(folder, "select count(*) from recovery_key") == [(2,)], (
            "the old sheet, the new one"
        )
        store = home_of(tmp_path / "new").open("lan", PASS)
        receive(store, Clock())
        assert sync(store, Clock())[0].pending_cases == 0
        store.close()
        assert not (tmp_path / "new" / first_start.FOLDER).exists()
        assert open_with_recovery(tmp_path / "new", sheet) == open_slot(tmp_path / "new", "lan", PASS)


def test_a_recovery_is_nobody_elses_and_ends_with_its_code(folder, burnt, tmp_path):
    words, code = burnt
    with serving(folder) as url, line_to(url) as line:
        line.cuts = [Cut(down=0)]
        lost = recover(line.url, words, code, tmp_path)
        lost.communicate()
        assert lost.returncode == 2
        known = desks(folder)
        (tmp_path / "elsewhere").mkdir()
        other = recover(url, words, code, tmp_path / "elsewhere")
        assert "Mã đăng ký sai hoặc đã hết hạn" in other.communicate()[1]
    with serving(folder, 0, "--starts-at", LATER) as url:
        late = recover(url, words, code, tmp_path)
        assert "đã hết hạn; hãy xin cấp trên phiếu mới" in late.communicate()[1]

    assert (other.returncode, late.returncode) == (2, 2)
    assert desks(folder) == known
