"""A copy that was killed on its way leaves nothing that looks like a copy, and the next one takes away what it left."""

from __future__ import annotations

import secrets
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from support.desk import KEY, Clock, new_store, open_store, receive

from desk_app.machine import keys_file
from desk_app.machine.copy_folder import UNFINISHED, CopyFolder
from desk_app.services.store_copy import make_copy

ROOT = Path(__file__).parents[2]
KILLS = 8
COPYING = """
import sys
sys.path[:0] = [{root!r}, {tests!r}]
from pathlib import Path
from support.desk import Clock, open_store
from desk_app.machine.copy_folder import CopyFolder
from desk_app.services.store_copy import make_copy
folder = Path({folder!r})
store, clock = open_store(folder), Clock({at!r})
print("ready", flush=True)
while True:
    made = make_copy(store=store, shelf=CopyFolder(folder), clock=clock, place=Path({place!r}))
    clock.step(seconds=1)
    print(made.name, flush=True)
"""


def prepare(tmp_path):
    folder, place = tmp_path / "desk", tmp_path / "usb"
    folder.mkdir()
    place.mkdir()
    store = new_store(folder)
    receive(store, Clock())
    with store.transaction() as books:  # as large as half a year, so that a copy takes its time
        books.set_setting("filler", secrets.token_hex(4 * 2**20))
    store.close()
    slot = {
        "login": "hoa", "name": "Hoa", "title": "", "memory_kib": 64, "passes": 1, "lanes": 1,
        "salt": "A" * 22 + "==", "wrapped": "A" * 96,
    }  # fmt: skip
    keys_file.write(folder, [slot])
    return folder, place


def test_kills_at_any_moment_leave_whole_copies_or_none(tmp_path):
    folder, place = prepare(tmp_path)
    for n in range(KILLS):
        script = COPYING.format(
            root=str(ROOT),
            tests=str(ROOT / "tests"),
            folder=str(folder),
            place=str(place),
            at=f"2026-11-{n + 1:02d}T17:00",
        )
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as desk:
            assert desk.stdout.readline() == "ready\n"
            with suppress(subprocess.TimeoutExpired):
                desk.wait(0.013 + n * 0.05)
            desk.kill()
            said = desk.stdout.read().split()
        named = {path.name for path in place.iterdir() if not path.name.startswith(UNFINISHED)}
        assert set(said) <= named
    for name in sorted(named):
        assert sorted(path.name for path in (place / name).iterdir()) == ["desk.db", "keys.json"]
        copied = open_store(place / name, KEY)
        health = copied.health()
        copied.close()
        assert (health.integrity, health.chain, health.projections) == (True, True, True)

    store = open_store(folder)
    make_copy(store=store, shelf=CopyFolder(folder), clock=Clock("2026-11-23T17:00"), place=place)
    store.close()
    assert not [path for path in place.iterdir() if path.name.startswith(UNFINISHED)]
