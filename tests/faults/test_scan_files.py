"""A scan is on the disk whole and sealed, or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.desk import Clock, intake, new_store, receive
from support.scanned import page, picture
from support.scanner import Tray, names, noise, real

from desk_app.domain.errors import (
    NotAllowedNow,
    NotYourRole,
    ScanAttachedAlready,
    ScanDamaged,
    ScanUnreadable,
    StorageFull,
)
from desk_app.domain.staff import Role, Staff
from desk_app.machine.scan_files import SealedScans
from desk_app.services.end_case import void_case
from desk_app.services.presence import add_staff
from desk_app.services.scans import read_scan, scans_of, tidy_scans

KEY = bytes(range(32))


@pytest.fixture
def desk(tmp_path):
    store, clock = new_store(tmp_path), Clock()
    yield store, clock, receive(store, clock), Tray(tmp_path)
    store.close()


def scans(store, code):
    with store.reading() as reading:
        return scans_of(reading, reading.case(code))


def test_what_lies_on_the_disk_tells_nothing(desk, tmp_path):
    store, clock, code, _ = desk
    tray = real(tmp_path)
    sha256 = tray.attach(store, clock, code, picture(page()), component=intake().components[0].name)
    (file,) = (tmp_path / "scans").rglob("*.scan")

    assert b"%PDF" not in file.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o600
    assert read_scan(code, sha256, files=tray.files, store=store).startswith(b"%PDF")
    (scan,) = scans(store, code)
    assert (scan.sha256, scan.pages, scan.component) == (sha256, 1, intake().components[0].name)
    assert store.rebuild()


def test_a_file_from_another_name_or_key_or_with_a_wrong_byte_is_noticed(tmp_path):
    files, data = SealedScans(tmp_path), noise(900)
    name = hashlib.sha256(data).digest()
    files.write(name, data, KEY)
    path = next(tmp_path.rglob("*.scan"))
    whole = path.read_bytes()
    assert files.read(name, KEY) == data
    for spoilt in (b"", whole[:10], whole[:-1], whole[:200] + b"?" + whole[201:]):
        path.write_bytes(spoilt)
        with pytest.raises(ScanDamaged):
            files.read(name, KEY)
    path.write_bytes(whole)
    for key in (bytes(32), b""):
        with pytest.raises(ScanDamaged):
            files.read(name, key)
    other = bytes(32)
    moved = tmp_path / "scans" / "00" / f"{other.hex()}.scan"
    moved.parent.mkdir()
    moved.write_bytes(whole)
    with pytest.raises(ScanDamaged):
        files.read(other, KEY)


def test_a_spoilt_file_is_written_anew_when_the_paper_is_scanned_again(desk, tmp_path):
    store, clock, code, tray = desk
    tray.attach(store, clock, code, noise(500))
    path = next((tmp_path / "scans").rglob("*.scan"))
    path.write_bytes(b"spoilt")
    other = receive(store, clock, name="Trần Văn Bảo", number="001079007919")
    sha256 = tray.attach(store, clock, other, noise(500))

    assert read_scan(code, sha256, files=tray.files, store=store) == noise(500)


def test_what_is_refused_leaves_no_file_and_no_event(desk, tmp_path):
    store, clock, code, tray = desk
    with pytest.raises(ScanUnreadable):
        real(tmp_path).attach(store, clock, code, b"GIF89a")
    add_staff(
        Staff(login="van", name="Phạm Thị Vân", title="Lãnh đạo", roles=frozenset({Role.LEAD})), by="hoa", store=store, clock=clock
    )  # fmt: skip
    with pytest.raises(NotYourRole):
        tray.attach(store, clock, code, noise(500), staff="van")
    assert names(tmp_path) == []
    tray.attach(store, clock, code, noise(500))
    with pytest.raises(ScanAttachedAlready):
        tray.attach(store, clock, code, noise(500))

    assert len(scans(store, code)) == 1


def test_a_case_with_scans_can_still_be_voided_and_then_takes_none(desk):
    store, clock, code, tray = desk
    tray.attach(store, clock, code, noise(500))
    void_case(code, "nhập nhầm người", staff="hoa", store=store, clock=clock)
    with pytest.raises(NotAllowedNow):
        tray.attach(store, clock, code, noise(501))


def test_a_full_disk_leaves_nothing_half(desk, tmp_path):
    """The limit on the size of a file stands for the end of the disk: write() fails in the middle."""
    store, _, code, _ = desk
    written = """
import errno, hashlib, resource, signal, sys
from pathlib import Path
from desk_app.domain.errors import StorageFull, StorageUnreadable
from desk_app.machine.scan_files import SealedScans
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, resource.RLIM_INFINITY))
data = bytes(200_000)
try:
    SealedScans(Path(sys.argv[1])).write(hashlib.sha256(data).digest(), data, bytes(32))
except (StorageFull, StorageUnreadable) as error:
    print(type(error).__name__)
"""
    ran = subprocess.run(
        [sys.executable, "-c", written, str(tmp_path)], capture_output=True, text=True, check=True
    )

    assert ran.stdout.strip() == "StorageUnreadable", "EFBIG; ENOSPC is told apart below"
    assert names(tmp_path) == []
    assert scans(store, code) == ()


def test_no_room_is_told_as_such_and_the_event_is_not_there(desk, tmp_path, monkeypatch):
    store, clock, code, tray = desk
    flushed = os.fsync

    def full(handle):
        if Path(f"/proc/self/fd/{handle}").readlink().suffix == ".new":
            raise OSError(errno.ENOSPC, "no room")
        flushed(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageFull):
        tray.attach(store, clock, code, noise(500))
    monkeypatch.undo()

    assert names(tmp_path) == []
    assert scans(store, code) == ()
    assert tray.attach(store, clock, code, noise(500)), "with room again it goes"


def test_a_power_cut_before_the_event_leaves_a_file_that_upkeep_takes_away(desk, tmp_path):
    store, clock, code, tray = desk
    kept = tray.attach(store, clock, code, noise(500))
    with store.reading() as reading:
        key = reading.scans.key()
    orphan = hashlib.sha256(b"orphan").digest()
    tray.files.write(orphan, b"orphan", key)
    half = tmp_path / "scans" / "ab" / f"{'ab' * 32}.new"
    half.parent.mkdir()
    half.write_bytes(b"half of a scan")
    (tmp_path / "scans" / "ab" / "ghi chú.txt").write_text("not ours")
    tidy_scans(files=tray.files, store=store, clock=clock)

    assert names(tmp_path) == sorted([f"{kept.hex()}.scan", "ghi chú.txt"])


def test_an_event_of_a_paper_that_a_correction_took_away_is_still_read(desk):
    store, clock, code, tray = desk
    tray.attach(store, clock, code, noise(500), component="Giấy chứng sinh của bệnh viện")

    assert scans(store, code)[0].component == "Giấy chứng sinh của bệnh viện"
