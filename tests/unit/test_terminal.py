"""Commands say what they have to say in any terminal, and of any date."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.desk import DESK, HOA, Clock

from desk_app.app.cli import main
from desk_app.app.home import Home
from desk_app.machine.key_slots import Cost

ROOT = Path(__file__).parents[2]
DUE = ("due", "--received", "2026-11-23T08:15", "--term", "5wd")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_a_redirected_console_gets_utf_8(encoding):
    said = subprocess.run(
        [sys.executable, "-m", "desk_app", *DUE, "--json"],
        env=os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}, capture_output=True, check=True, cwd=ROOT,
    )  # fmt: skip

    assert json.loads(said.stdout.decode("utf-8"))["due_date"] == "2026-12-01"
    assert said.stderr == b""


def test_a_passphrase_from_standard_input_is_utf_8(tmp_path):
    home = Home(folder=tmp_path, clock=Clock(), cost=Cost(memory_kib=64, passes=1))
    home.create(DESK, HOA, "một câu thật dài")[0].close()
    said = subprocess.run(
        [sys.executable, "-m", "desk_app", "rebuild", "--data", str(tmp_path), "--passphrase-file", "-"],
        env=os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}, check=False, cwd=ROOT,
        input="một câu thật dài\n".encode(), capture_output=True,
    )  # fmt: skip

    assert (said.returncode, said.stderr) == (0, b"")


def test_an_error_gets_there_too():
    said = subprocess.run(
        [sys.executable, "-m", "desk_app", "due", "--received", "x", "--term", "5wd"],
        env=os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}, capture_output=True, check=False, cwd=ROOT,
    )  # fmt: skip

    assert said.returncode == 2
    assert "không phải là ngày có thật" in said.stderr.decode("utf-8")


@pytest.mark.parametrize(
    "received",
    [
        "9999-12-30T18:00",
        "0001-01-01T00:00+14:00",
        "9999-12-31T23:59-12:00",
        "1899-12-31T08:00",
        "0999-01-01",
    ],
)
@pytest.mark.parametrize("term", ["5wd", "8h", "15d", "same-day@15"])
def test_a_date_from_which_nothing_can_be_counted_is_one_sentence(capsys, received, term):
    assert main(["due", "--received", received, "--term", term]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("received", ["1900-01-01T00:00", "2999-12-31T23:59"])
def test_the_first_and_last_moment_are_counted_from(capsys, received):
    assert main(["due", "--received", received, "--term", "60wd"]) == 0
