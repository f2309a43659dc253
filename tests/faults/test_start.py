"""The sign-in screen waits for nothing that stands behind it, and the desk for nothing that no first case needs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from support.desk import DESK, HOA, Clock

from desk_app.app.home import Home
from desk_app.machine.key_slots import Cost

ROOT = Path(__file__).parents[2]
PASSPHRASE = "một câu thật dài"
PAPERS_AND_LINE = {"reportlab", "pypdfium2", "PIL", "zxingcpp", "requests", "urllib3", "openpyxl"}
STORE_AND_KEYS = {"sqlcipher3", "sqlite_utils", "argon2", "nacl"}
START = """
import json, sys
from pathlib import Path
from desk_app.app.startup import application, shown
names = {}
with shown(Path(sys.argv[1])) as program:
    names["sign_in"] = [*sys.modules, *(["Qt"] if "Qt" in vars(sys.modules["PySide6.QtCore"]) else [])]
    program.sign_in.enter(program.home.members()[0], sys.argv[2])
    while not program.screens or program.jobs.busy:
        application().processEvents()
    names["intake"] = list(sys.modules)
    names["screens"] = list(program.screens)
    program.window.close()
print(json.dumps(names))
"""
COMMAND = """
import json, sys
from desk_app.app.cli import main
code = main(sys.argv[1:])
print(json.dumps({"code": code, "modules": list(sys.modules)}))
"""
READ_TWICE = """
import linecache, sys
import desk_app.ui
import desk_app.domain.bodies
print(any("bodies" in name for name in linecache.cache))
"""


def run(code, *arguments):
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()[-1]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """Return what had been imported when the passphrase, then the first field, could be typed."""
    folder = tmp_path_factory.mktemp("desk")
    home = Home(folder=folder, clock=Clock(), cost=Cost(memory_kib=64, passes=1))
    home.create(DESK, HOA, PASSPHRASE)[0].close()
    return json.loads(run(START, str(folder), PASSPHRASE))


def test_the_passphrase_can_be_typed_before_store_keys_papers_and_line_are_imported(loaded):
    late = {*PAPERS_AND_LINE, *STORE_AND_KEYS, "subprocess", "desk_app.app.compose"}

    assert not late & {*loaded["sign_in"]}


def test_nothing_before_the_sign_in_makes_the_93_enumerations_of_qt(loaded):
    """They take a seventh of an empty window's start; `desk_app/ui/parts.py` says how to do without."""
    assert "Qt" not in loaded["sign_in"]


def test_a_first_case_can_be_typed_before_papers_and_line_are_imported(loaded):
    assert not PAPERS_AND_LINE & {*loaded["intake"]}
    assert set(loaded["intake"]) >= STORE_AND_KEYS  # else this would not see what is loaded


def test_no_screen_is_made_or_imported_for_a_place_nobody_went_to(loaded):
    assert not {"cases", "case", "hand_over", "sync"} & {*loaded["screens"]}
    assert "desk_app.ui.lists.screen" not in loaded["intake"]


@pytest.mark.parametrize(
    "command",
    [
        ("due", "--received", "2026-11-23T09:00", "--term", "5wd"),
        ("card", "038190004217||Nguyễn Thị Minh Đức|14021990|Nữ|Thôn Đồng Tâm, xã Tân Lập, tỉnh Thanh Hóa|01072022"),
        ("fee", "--procedure", "2.000815"),
        ("lifecycle",),
    ],
    ids=lambda command: command[0],
)  # fmt: skip
def test_a_command_without_store_imports_neither_qt_nor_store_nor_papers(command):
    told = json.loads(run(COMMAND, *command))

    assert told["code"] == 0
    assert not {"PySide6", *PAPERS_AND_LINE, *STORE_AND_KEYS} & {*told["modules"]}


def test_what_is_imported_after_qt_is_read_once():
    """PySide6 reads the source of every later module again, to look for its own name."""
    assert run(READ_TWICE) == "False"
