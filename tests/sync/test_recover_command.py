"""`desk-app recover` and `district-server enrol --recover`, with a real server on loopback."""

from __future__ import annotations

import json
import shutil

from support.certificate import chain, needs_openssl
from support.desk import DESK, HOA, Clock, receive
from support.superior import NOW, command, enrol, serving, sync

from desk_app.app.cli import main
from desk_app.app.home import Home
from desk_app.machine.key_slots import Cost
from district_server.__main__ import main as server_main

PASS = "mật khẩu dài của quầy"
SLIP = ("--agency", "H56.22.17", "--name", "UBND xã Tân Lập", "--starts-at", NOW)


def home_of(folder):
    return Home(folder=folder, clock=Clock(), cost=Cost(memory_kib=8, passes=1))


def files(folder, **texts):
    for name, text in texts.items():
        (folder / name).write_text(text + "\n", encoding="utf-8")
    return {name: str(folder / name) for name in texts}


def test_a_new_machine_and_a_restored_disk_by_command(tmp_path, capsys):
    clock, superior = Clock(), tmp_path / "superior"
    store, words = home_of(tmp_path / "desk").create(DESK, HOA, PASS)
    with serving(superior) as url:
        enrol(superior, url, store)
        receive(store, clock)
        sync(store, clock)
        store.close()
        shutil.rmtree(tmp_path / "desk")
        slip = command(superior, "enrol", *SLIP, "--url", url, "--recover")
        given = files(tmp_path, words=words, passphrase=PASS)
        recover = (
            "recover", "--data", str(tmp_path / "new"), "--url", url, "--desk", slip["desk"], "--login", "lan", "--name",
            "Phạm Thị Lan", "--recovery-file", given["words"], "--new-passphrase-file", given["passphrase"], "--json",
        )  # fmt: skip
        assert main([*recover, "--code", "0000-0000-0000-0000"]) == 2
        assert not home_of(tmp_path / "new").exists
        assert "Mã đăng ký sai" in capsys.readouterr().err
        assert main([*recover, "--code", slip["code"]]) == 0
        told = json.loads(capsys.readouterr().out)
        assert told["letterhead_known"]
        assert len(told["recovery"].replace("-", "")) == 32
        opened = ("--data", str(tmp_path / "new"), "--passphrase-file", given["passphrase"], "--json")
        assert main(["doctor", *opened]) == 0
        assert main(["sync", *opened]) == 0
        capsys.readouterr()

        shutil.copytree(tmp_path / "new", tmp_path / "backup")
        store = home_of(tmp_path / "new").open("lan", PASS)
        receive(store, clock)
        sync(store, clock)
        store.close()
        shutil.rmtree(tmp_path / "new")
        shutil.copytree(tmp_path / "backup", tmp_path / "new")
        assert main(["sync", *opened]) == 2
        slip = command(superior, "enrol", *SLIP, "--url", url)
        assert main(["recover", "--rebase", "--url", url, "--code", slip["code"], *opened]) == 0
        capsys.readouterr()
        assert main(["sync", *opened]) == 0
        assert json.loads(capsys.readouterr().out)["pending"] == 0
        assert main(["doctor", *opened]) == 0


@needs_openssl
def test_a_new_machine_knows_no_authority_until_it_is_given_the_communes_own(tmp_path, capsys):
    authority, pem, key = chain(tmp_path)
    clock, superior = Clock(), tmp_path / "superior"
    store, words = home_of(tmp_path / "desk").create(DESK, HOA, PASS)
    receive(store, clock)
    store.close()
    given = files(tmp_path, words=words, passphrase=PASS)
    with serving(superior, 0, "--tls-cert", str(pem), "--tls-key", str(key)) as url:
        slip = command(superior, "enrol", *SLIP, "--url", url)
        first = (
            "sync",
            "--data",
            str(tmp_path / "desk"),
            "--passphrase-file",
            given["passphrase"],
            "--enrol",
            url,
            slip["code"],
        )
        assert main([*first]) == 2
        assert main([*first, "--ca", str(authority)]) == 0
        shutil.rmtree(tmp_path / "desk")
        slip = command(superior, "enrol", *SLIP, "--url", url, "--recover")
        recover = (
            "recover", "--data", str(tmp_path / "new"), "--url", url, "--desk", slip["desk"], "--login", "lan", "--code",
            slip["code"], "--recovery-file", given["words"], "--new-passphrase-file", given["passphrase"],
        )  # fmt: skip
        capsys.readouterr()
        assert main([*recover]) == 2
        assert "chưa tin chứng thư của máy chủ" in capsys.readouterr().err
        assert main([*recover, "--ca", str(given["words"])]) == 2
        assert "PEM" in capsys.readouterr().err
        assert main([*recover, "--ca", str(authority)]) == 0
        assert main(["sync", "--data", str(tmp_path / "new"), "--passphrase-file", given["passphrase"]]) == 0


def test_a_desk_or_a_login_that_is_none_is_said_before_anything_is_asked(tmp_path, capsys):
    given = files(tmp_path, words="x", passphrase=PASS)
    asked = (
        "recover", "--data", str(tmp_path / "new"), "--url", "http://127.0.0.1:1", "--code", "x",
        "--recovery-file", given["words"], "--new-passphrase-file", given["passphrase"],
    )  # fmt: skip
    for more, told in (
        (("--desk", "Tân Lập", "--login", "lan"), "không phải tên quầy"),
        (("--desk", "H56.22.17/1", "--login", "lê lan"), "đăng nhập"),
        (("--desk", "H56.22.17/1", "--login", "lan"), "32 ký tự không phải"),
    ):
        assert main([*asked, *more]) == 2
        assert told in capsys.readouterr().err.lower()


def test_the_server_lets_nothing_be_recovered_that_it_does_not_hold(tmp_path, capsys):
    recover = ["enrol", "--data", str(tmp_path / "superior"), *SLIP, "--recover"]
    assert server_main(recover) == 2
    assert "Chưa giữ nhật ký nào" in capsys.readouterr().err
    clock = Clock()
    store, _ = home_of(tmp_path / "desk").create(DESK, HOA, PASS)
    with store.transaction() as books:  # a store of before there were keys of sheets
        books._db.execute("update identity set value = x'' where name = 'recovery_key'")
    with serving(tmp_path / "superior") as url:
        enrol(tmp_path / "superior", url, store)
        receive(store, clock)
        sync(store, clock)
    store.close()
    assert server_main(recover) == 2
    assert "--without-sheet" in capsys.readouterr().err
    assert server_main([*recover, "--without-sheet"]) == 0
