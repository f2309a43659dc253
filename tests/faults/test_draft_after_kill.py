"""What was half typed when the program was killed stands there at the next start."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from support.desk import DESK, HOA, Clock

from desk_app.app.home import Home
from desk_app.machine.key_slots import Cost

ROOT = Path(__file__).parents[2]
PASSPHRASE = "một câu thật dài"
TYPING = """
import sys
from pathlib import Path
from desk_app.app.program import Program
from desk_app.app.home import Home
from desk_app.app.startup import application
from desk_app.domain.moment import moment
from desk_app.machine.clock import SteppedClock
from desk_app.printing.pdf_folder import PdfFolder
from desk_app.ui.typed_text import type_text
from PySide6.QtCore import QTimer
folder = Path(sys.argv[1])
qt = application()
program = Program(Home(folder=folder, clock=SteppedClock(moment("2026-11-23T08:15"))), PdfFolder(folder / "papers"))
program.start()
program.sign_in.enter(program.home.members()[0], sys.argv[2])
timer = QTimer(interval=20)
state = {"typed": False}
def look():
    if program.screens and not state["typed"]:
        state["typed"] = True
        type_text(program.screens["intake"].applicant.name, "Lò Văn Pán")
    elif state["typed"] and not program.screens["intake"].draft.timer.isActive() and not program.jobs.busy:
        print("saved", flush=True)
timer.timeout.connect(look)
timer.start()
qt.exec()
"""


def test_a_killed_window_keeps_what_was_typed(tmp_path):
    home = Home(folder=tmp_path, clock=Clock(), cost=Cost(memory_kib=64, passes=1))
    store, _ = home.create(DESK, HOA, PASSPHRASE)
    store.close()
    with subprocess.Popen(
        [sys.executable, "-c", TYPING, str(tmp_path), PASSPHRASE],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT,
    ) as desk:  # fmt: skip
        assert desk.stdout.readline() == "saved\n"
        desk.kill()
    store = home.open("hoa", PASSPHRASE)
    with store.reading() as reading:
        draft = json.loads(reading.draft("hoa"))
    store.close()

    assert draft["name"] == "Lò Văn Pán"
