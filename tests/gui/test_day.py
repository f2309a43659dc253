"""The demonstration day, as README's first command runs it, on fewer citizens."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_day_through_the_real_window_and_a_real_superior(tmp_path):
    ran = subprocess.run(
        [sys.executable, "-m", "desk_app", "day", "--cases", "8", "--data", tmp_path / "data", "--out", tmp_path / "demo", "--json"],
        capture_output=True, text=True, check=False, cwd=ROOT, timeout=300,
    )  # fmt: skip

    assert ran.returncode == 0, ran.stderr[-2000:]
    summary = json.loads(ran.stdout)
    assert summary == json.loads((tmp_path / "demo" / "summary.json").read_text())
    assert summary == {
        "received": 8, "at_once": 2, "handed_over": 3, "printed": 6, "acknowledged": 8, "pending": 0, "refused": 0,
    }  # fmt: skip
    for form_set in ("2018", "2025"):
        drawn = {path.stem for path in (tmp_path / "demo" / "papers" / form_set).iterdir()}
        assert {"receipt", "completion", "extension", "before_refusal", "register", "posting"} <= drawn
    papers = [path.name for path in (tmp_path / "demo" / "papers").iterdir()]
    assert sum(name.endswith("-receipt.pdf") for name in papers) == 6
    assert sum(name.endswith("-return_slip.pdf") for name in papers) == 3
    assert len(list((tmp_path / "demo" / "screens").glob("*.png"))) == 19
    assert (tmp_path / "demo" / "screens" / "cuoi_ngay.png").exists()
    assert "khoa-so-2026-11-23-1.pdf" in papers
    assert len(list((tmp_path / "demo" / "usb").glob("quay-H56.22.17-1_*/desk.db"))) == 1
