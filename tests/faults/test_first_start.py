"""A first start that is cut off anywhere leaves nothing or a whole desk, and never replaces what is there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.desk import DESK, HOA, Clock

from desk_app.app.home import Home
from desk_app.domain.errors import StorageFull, StoreMissing
from desk_app.machine.key_slots import Cost, open_with_recovery

ROOT = Path(__file__).parents[2]
PASSPHRASE = "một câu thật dài"
FIRST_START = """
import sys
sys.path[:0] = [{root!r}, {tests!r}]
from pathlib import Path
from support.desk import DESK, HOA, Clock
from desk_app.app.home import Home
from desk_app.machine.key_slots import Cost
home = Home(folder=Path({folder!r}), clock=Clock(), cost=Cost(memory_kib=64, passes=1))
print(home.begin(DESK, HOA, {passphrase!r}), flush=True)
home.keep()
print("kept", flush=True)
"""


def home_in(folder):
    return Home(folder=folder, clock=Clock(), cost=Cost(memory_kib=64, passes=1))


def check_usable(folder, said):
    """Whatever was left: either a desk that the words on paper open, or room for a new one."""
    home = home_in(folder)
    if home.is_vacant:
        assert "kept" not in said
        home.create(DESK, HOA, PASSPHRASE)[0].close()
    else:
        assert len(open_with_recovery(folder, said[0])) == 32
    store = home.open("hoa", PASSPHRASE)
    with store.reading() as reading:
        assert (reading.desk(), [member.login for member in reading.staff()]) == (DESK, ["hoa"])
    health = store.health()
    store.close()
    assert health.integrity
    assert health.chain
    files = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    assert sorted(files) == ["desk.db", "keys.json"]


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
@pytest.mark.parametrize(
    ("calls", "nth"),
    [("fsync,fdatasync", n) for n in (1, 2, 3, 5, 8, 11)]
    + [("rename", n) for n in (1, 2, 3)]
    + [("unlink", n) for n in (1, 2, 3)]
    + [("rmdir", 1)],
)
def test_killed_anywhere_it_begins_anew_or_is_whole(tmp_path, calls, nth):
    desk = tmp_path / "desk"
    script = FIRST_START.format(
        root=str(ROOT), tests=str(ROOT / "tests"), folder=str(desk), passphrase=PASSPHRASE
    )
    ran = subprocess.run(
        ["strace", "-f", "-o", "/dev/null", "-e", f"trace={calls}",
         "-e", f"inject={calls}:signal=SIGKILL:when={nth}", sys.executable, "-B", "-c", script],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    if "ptrace" in ran.stderr:
        pytest.skip("ptrace is refused here")

    check_usable(desk, ran.stdout.split())


def test_a_kill_between_the_last_two_steps_is_finished_at_the_next_start(tmp_path):
    home = home_in(tmp_path)
    words = home.begin(DESK, HOA, PASSPHRASE)
    (tmp_path / "first-start" / "keys.json").rename(tmp_path / "keys.json")

    assert home.exists
    check_usable(tmp_path, [words, "kept"])


def test_a_cut_after_the_last_step_leaves_nothing_of_a_recovery_behind(tmp_path):
    """The keys that a recovery was tried with lay beside the desk for ever."""
    home = home_in(tmp_path)
    words = home.begin(DESK, HOA, PASSPHRASE)
    making = tmp_path / "first-start"
    (making / "recovering.json").write_text("{}")
    (making / "keys.json").rename(tmp_path / "keys.json")
    (making / "desk.db").rename(tmp_path / "desk.db")

    assert home.exists
    assert not making.exists()
    check_usable(tmp_path, [words, "kept"])


def test_words_that_nobody_put_on_paper_open_nothing(tmp_path):
    home = home_in(tmp_path)
    lost = home.begin(DESK, HOA, PASSPHRASE)

    assert home.is_vacant
    again = home.begin(DESK, HOA, PASSPHRASE)
    home.keep()
    assert again != lost
    check_usable(tmp_path, [again, "kept"])


@pytest.mark.parametrize("left", ["keys.json", "desk.db-wal"])
def test_what_is_left_of_a_desk_is_never_replaced(tmp_path, left):
    home = home_in(tmp_path)
    home.create(DESK, HOA, PASSPHRASE)[0].close()
    (tmp_path / "desk.db").rename(tmp_path / "quarantined")
    (tmp_path / "keys.json").rename(tmp_path / left)
    before = (tmp_path / left).read_bytes()

    assert not home.is_vacant
    for attempt in (
        lambda: home.begin(DESK, HOA, PASSPHRASE),
        lambda: home.open("hoa", PASSPHRASE),
        home.members,
    ):
        with pytest.raises(StoreMissing, match=r"desk\.db"):
            attempt()
    assert (tmp_path / left).read_bytes() == before


def test_a_desk_that_is_there_is_never_made_again(tmp_path):
    home = home_in(tmp_path)
    home.create(DESK, HOA, PASSPHRASE)[0].close()
    before = [(tmp_path / name).read_bytes() for name in ("desk.db", "keys.json")]
    with pytest.raises(StoreMissing):
        home.begin(DESK, HOA, PASSPHRASE)

    assert [(tmp_path / name).read_bytes() for name in ("desk.db", "keys.json")] == before


@pytest.fixture
def small_disk(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=40k", "none", str(disk)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("mounting is refused here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.skipif(os.name != "posix" or not shutil.which("mount"), reason="no small disk to be had")
@pytest.mark.parametrize("size_kb", [8, 40, 120, 200, 260])
def test_a_full_disk_is_said_and_the_next_try_succeeds(small_disk, size_kb):
    subprocess.run(["mount", "-o", f"remount,size={size_kb}k", str(small_disk)], check=True)
    home = home_in(small_disk)
    with pytest.raises(StorageFull):
        home.begin(DESK, HOA, PASSPHRASE)

    assert home.is_vacant
    subprocess.run(["mount", "-o", "remount,size=4m", str(small_disk)], check=True)
    words = home.begin(DESK, HOA, PASSPHRASE)
    home.keep()
    check_usable(small_disk, [words, "kept"])
