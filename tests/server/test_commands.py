"""A command that cannot do its job says why in one sentence, and keeps what it writes to its owner."""

from __future__ import annotations

import json
import shutil
import socket
import sqlite3
import stat
import subprocess
import sys

import pytest
import requests
from support.ledger import open_ledger
from support.superior import command, serving

from district_server.__main__ import main
from district_server.errors import CannotServe
from district_server.listening import listen

PROCEDURES = [{"code": "1.001193", "name": "Đăng ký khai sinh"}]
needs_openssl = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed")


@pytest.fixture
def run(tmp_path, capsys):
    def ran(*arguments):
        code = main([*map(str, arguments), "--data", str(tmp_path / "superior")])
        told = capsys.readouterr()
        assert (code, told.out) == (2, "")
        assert told.err.count("\n") == 1
        return told.err

    return ran


def test_a_port_in_use_is_named(run):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        assert f"Cổng {port} đang có chương trình khác dùng" in run("serve", "--port", port)


def test_a_port_or_an_address_that_cannot_be_is_named(run):
    for port in (-1, 65536):
        assert f"Không có cổng {port}" in run("serve", "--port", port)
    for host in ("203.0.113.7", "::ffff:1:2:3:4", "no.such.host.invalid"):
        with pytest.raises(CannotServe, match=host):
            listen(host, 0)


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (("--tls-cert", "gone.pem", "--tls-key", "junk.pem"), "Không đọc được tệp gone.pem"),
        (("--tls-cert", "junk.pem", "--tls-key", "gone.pem"), "Không đọc được tệp gone.pem"),
        (("--tls-cert", "junk.pem", "--tls-key", "junk.pem"), "không dùng được với nhau"),
        (("--tls-cert", "junk.pem"), "phải đi cùng nhau"),
        (("--tls-key", "junk.pem"), "phải đi cùng nhau"),
        (("--host", "0.0.0.0"), "Chưa có chứng chỉ TLS"),
    ],
)
def test_a_certificate_that_cannot_be_used_is_named(run, tmp_path, monkeypatch, files, told):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "junk.pem").write_text("no certificate")

    assert told in run("serve", "--port", 0, *files)


def certificate(folder, name, *more):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder / f"{name}.key", "-out", folder / f"{name}.pem", *more],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder / f"{name}.pem", folder / f"{name}.key"


@needs_openssl
def test_a_certificate_with_its_key_serves_tls(tmp_path):
    pem, key = certificate(tmp_path, "a", "-nodes")
    with serving(tmp_path / "superior", 0, "--tls-cert", str(pem), "--tls-key", str(key)) as url:
        assert url.startswith("https://")
        assert requests.get(f"{url}/tra-cuu", timeout=10, verify=str(pem)).status_code == 200


@needs_openssl
def test_a_key_of_another_certificate_or_behind_a_password_is_named(run, tmp_path):
    pem, _ = certificate(tmp_path, "a", "-nodes")
    _, other = certificate(tmp_path, "b", "-nodes")
    locked, key = certificate(tmp_path, "c", "-passout", "pass:x1y2z3")

    for both in ((pem, other), (locked, key)):
        assert "không dùng được với nhau" in run(
            "serve", "--port", 0, "--tls-cert", both[0], "--tls-key", both[1]
        )


def test_a_clock_that_cannot_be_read_is_named(run):
    for name in (("enrol", "--agency", "H1", "--name", "x"), ("serve", "--port", 0)):
        assert "--starts-at “xx”" in run(*name, "--starts-at", "xx")


@pytest.mark.parametrize("agency", ["h1", "H1/2", "", "H1..2", "Xã Tân Lập", "H" * 40])
def test_an_agency_that_is_none_is_named(run, agency):
    assert f"“{agency}” không phải mã cơ quan" in run("enrol", "--agency", agency, "--name", "x")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "Không đọc được tệp"),
        ("", "không phải tệp danh mục"),
        ("[" * 60_000, "không phải tệp danh mục"),
        ("[]", "không phải tệp danh mục"),
        ({"version": 1, "procedures": []}, "không phải tệp danh mục"),
        ({"version": "1", "procedures": PROCEDURES}, "không phải tệp danh mục"),
        ({"version": 2**31, "procedures": PROCEDURES}, "không phải tệp danh mục"),
        ({"version": 1, "procedures": [{"code": 1, "name": "x"}]}, "không phải tệp danh mục"),
        ({"version": 1, "procedures": PROCEDURES * 2}, "thủ tục 1.001193 2 lần"),
    ],
)
def test_a_catalogue_that_is_none_is_named_and_changes_nothing(run, tmp_path, text, told):
    open_ledger(tmp_path / "superior").close()
    file = tmp_path / "catalogue.json"
    if text is not None:
        file.write_text(text if isinstance(text, str) else json.dumps(text))

    assert told in run("publish-catalogue", file)
    with sqlite3.connect(tmp_path / "superior" / "superior.db") as ledger:
        assert ledger.execute("select version, code from procedure").fetchall() == [(1, "1.001193")]


def test_data_that_cannot_be_opened_are_named(run, tmp_path):
    (tmp_path / "superior").mkdir()
    (tmp_path / "superior" / "superior.db").write_bytes(b"no database" * 500)

    assert f"Không mở được dữ liệu ở {tmp_path / 'superior'}" in run("enrol", "--agency", "H1", "--name", "x")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps its own rights")
def test_keys_and_citizens_are_readable_by_the_servers_user_alone(tmp_path):
    folder = tmp_path / "above" / "superior"
    made = open_ledger(folder)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())}
    made.close()

    assert modes == {"superior": 0o700} | dict.fromkeys(
        ["superior.db", "superior.db-wal", "superior.db-shm"], 0o600
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps its own rights")
def test_data_that_stood_open_are_closed_and_a_folder_of_somebody_else_is_left(tmp_path):
    folder = tmp_path / "superior"
    open_ledger(folder).close()
    folder.chmod(0o755)
    (folder / "superior.db").chmod(0o644)
    command(folder, "enrol", "--agency", "H1", "--name", "x")
    (tmp_path / "theirs").mkdir(mode=0o755)
    open_ledger(tmp_path / "theirs").close()

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "superior.db").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "theirs").stat().st_mode) == 0o755
    assert stat.S_IMODE((tmp_path / "theirs" / "superior.db").stat().st_mode) == 0o600
