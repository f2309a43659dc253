"""Real file systems: what "có thể rút USB" says is on the device; a stick pulled or a PC killed earlier holds no half under a whole name."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.desk import open_store, receive
from support.usb import NOW, FailingDisk, back, export, head, own_head, state, take

from desk_app.domain.errors import StickFull, StickLocked
from district_server.errors import CannotServe
from district_server.usb import import_file
from district_server.usb_file import import_to

ROOT = Path(__file__).parents[2]
KILLED = """
import os, signal, sys
sys.path[:0] = [{root!r}, {tests!r}]
from pathlib import Path
from support.desk import Clock, open_store
from support.usb import FailingDisk, export

class Killing(FailingDisk):
    def __getattribute__(self, name):
        try:
            return super().__getattribute__(name)
        except OSError:
            os.kill(os.getpid(), signal.SIGKILL)

export(Path({stick!r}), open_store(Path({desk!r})), Clock(), disk=Killing({nth}))
"""


def ran(*command):
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


@contextmanager
def mounted(where: Path, *options: str):
    """Mount something, or skip the test where nobody may."""
    where.mkdir(exist_ok=True)
    if sys.platform != "linux" or os.geteuid() != 0 or not ran("mount", *options, str(where)):
        pytest.skip("nobody may mount here")
    try:
        yield where
    finally:
        assert ran("umount", str(where))


@pytest.fixture
def image(tmp_path):
    made = tmp_path / "stick.img"
    made.write_bytes(bytes(2 * 1024 * 1024))
    if not shutil.which("mkfs.ext4") or not ran("mkfs.ext4", "-q", str(made)):
        pytest.skip("mkfs.ext4 is not there")
    return made


def whole_files(folder, ledger):
    """Insist that whatever has a parcel's name is whole; return how many there are."""
    files = list(folder.glob("*.qmc"))
    for file in files:
        import_file(ledger, file, NOW)
    return len(files)


def test_when_it_may_be_pulled_the_device_has_it_and_before_no_half(
    tmp_path, store, ledger, clock, paired, image
):
    """The device's bytes, copied at each call, are what a stick pulled there would hold."""
    receive(store, clock)
    pulled = []

    class Watched(FailingDisk):
        def __getattribute__(self, name):
            before = super().__getattribute__("calls")
            found = super().__getattribute__(name)
            if super().__getattribute__("calls") > before:
                pulled.append(tmp_path / f"{len(pulled)}.img")
                shutil.copyfile(image, pulled[-1])
            return found

    with mounted(tmp_path / "stick", "-o", "loop", str(image)) as stick:
        file = export(stick, store, clock, disk=Watched(0))
        at_the_end = tmp_path / "end.img"
        shutil.copyfile(image, at_the_end)
    assert len(pulled) >= 8
    for device in pulled:
        with mounted(tmp_path / "again", "-o", "loop", str(device)) as stick:
            whole_files(stick, ledger)
    with mounted(tmp_path / "again", "-o", "loop", str(at_the_end)) as stick:
        assert [found.name for found in stick.glob("*.qmc*")] == [file.name]
        assert whole_files(stick, ledger) == 1


def test_a_stick_that_is_really_full_or_locked_says_so_and_keeps_no_half(
    tmp_path, store, ledger, clock, paired, image
):
    for _ in range(3):
        receive(store, clock)
    for full in ("size=8k", "size=64k,nr_inodes=2"):  # no byte left; room, and no place for one more file
        with mounted(tmp_path / "small", "-t", "tmpfs", "-o", full, "tmpfs") as stick:
            (stick / "phim.mp4").write_bytes(bytes(8 * 1024))
            with pytest.raises(StickFull):
                export(stick, store, clock)
            assert [path.name for path in stick.iterdir()] == ["phim.mp4"]
    with mounted(tmp_path / "locked", "-o", "loop,ro", str(image)) as stick, pytest.raises(StickLocked):
        export(stick, store, clock)

    assert state(store).pending_cases == 3


def test_a_full_stick_above_takes_the_file_and_says_that_the_acknowledgement_is_missing(
    tmp_path, store, ledger, clock, paired
):
    receive(store, clock)
    with mounted(tmp_path / "small", "-t", "tmpfs", "-o", "size=16k", "tmpfs") as stick:
        file = export(stick, store, clock)
        (stick / "phim.mp4").write_bytes(bytes(12 * 1024))
        with pytest.raises(CannotServe, match="không ghi được tệp xác nhận"):
            import_to(ledger, file, stick, NOW)
        assert head(ledger) == own_head(store)
        assert sorted(path.name for path in stick.iterdir()) == sorted([file.name, "phim.mp4"])
        (stick / "phim.mp4").unlink()
        done, ack = import_to(ledger, file, stick, NOW)
        assert done.again
        back(ack, store, clock)

    assert state(store).pending_events == 0


@pytest.mark.parametrize("nth", [1, 2, 4, 6, 8, 9])
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_pc_that_dies_at_any_call_loses_nothing(tmp_path, store, ledger, stick, clock, paired, nth):
    receive(store, clock)
    store.close()
    script = KILLED.format(
        root=str(ROOT), tests=str(ROOT / "tests"), stick=str(stick), desk=str(tmp_path), nth=nth
    )
    died = subprocess.run([sys.executable, "-c", script], check=False)
    assert died.returncode == -signal.SIGKILL
    whole_files(stick, ledger)
    again = open_store(tmp_path)
    try:
        file = export(stick, again, clock)
        assert [path.name for path in stick.iterdir()] == [file.name]
        back(take(ledger, file)[1], again, clock)
        assert head(ledger) == own_head(again)
    finally:
        again.close()
