"""Killed at any moment, a desk keeps whole cases or none, and no paper without its row."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.kills import DESK, ROOT, Tally, check, one_kill, prepare


def test_killed_at_random_moments(tmp_path):
    chance, tally = random.Random(7), Tally()
    desk = prepare(tmp_path)
    for _ in range(12):
        one_kill(desk, chance.uniform(0, 0.25), tally)

    assert tally.kept > 3, "a desk that took nothing shows nothing"
    assert not tally.bad, str(tally)


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
@pytest.mark.parametrize("call", [3, 17, 29, 30, 31, 45])
def test_killed_at_a_chosen_write_or_sync(tmp_path, call):
    """The moments that chance seldom meets: inside a commit."""
    desk = prepare(tmp_path)
    script = DESK.format(root=str(ROOT), tests=str(Path(ROOT) / "tests"), folder=str(desk))
    inject = f"inject=pwrite64,fsync,fdatasync:signal=SIGKILL:when={call}"
    ran = subprocess.run(
        ["strace", "-f", "-o", "/dev/null", "-e", "trace=pwrite64,fsync,fdatasync", "-e", inject, sys.executable, "-c", script],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    if "ptrace" in ran.stderr:
        pytest.skip("ptrace is refused here")
    tally = Tally()
    check(desk, [line for line in ran.stdout.split("\n")[:-1] if line != "ready"], tally)

    assert ran.returncode != 0
    assert not tally.bad, str(tally)
