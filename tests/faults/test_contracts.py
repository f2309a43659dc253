"""Each import contract is broken once, to see that it would be noticed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BREAKS = {
    "Inner knows nothing of outer": ("desk_app/domain/moment.py", "import desk_app.services.drafts"),
    "Qt lives in ui and app": ("desk_app/services/drafts.py", "import PySide6.QtCore"),
    "SQL lives in storage": ("desk_app/services/drafts.py", "import sqlite3"),
    "HTTP lives in sync": ("desk_app/storage/store.py", "import requests"),
    "PDF lives in printing": ("desk_app/ui/parts.py", "import reportlab"),
    "Spreadsheets live in storage": ("desk_app/services/import_catalogue.py", "import openpyxl"),
    "Folders of the machine live in machine": ("desk_app/storage/store.py", "import appdirs"),
    "Desk and district server know nothing of each other": (
        "desk_app/sync/errors.py",
        "import district_server.judge",
    ),
    "The protocol knows neither side": ("wire/limits.py", "import desk_app.domain.moment"),
}


@pytest.mark.parametrize("contract", BREAKS)
def test_a_broken_contract_is_noticed(tmp_path, contract):
    for package in ("desk_app", "district_server", "wire"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    file, line = BREAKS[contract]
    path = tmp_path / file
    path.write_text(path.read_text() + f"\n{line}\n")
    lint = Path(sys.executable).with_name("lint-imports")
    ran = subprocess.run([lint, "--no-cache"], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert ran.returncode == 1, ran.stdout + ran.stderr
    broken = [row for row in ran.stdout.splitlines() if row.endswith("BROKEN")]
    assert any(contract in row for row in broken), broken
