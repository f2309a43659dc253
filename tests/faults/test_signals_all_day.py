from __future__ import annotations

import subprocess
import sys

PROBE = """
from PySide6.QtCore import QCoreApplication, QObject, Signal
class Bell(QObject):
    rung = Signal()
app = QCoreApplication([])
bell = Bell()
for _ in range(5000):
    bell.rung.emit()
"""


def test_a_day_of_signals_does_not_end_the_process():
    """PySide6 6.12.0 on Python 3.11 loses a reference to True at each emit."""
    assert subprocess.run([sys.executable, "-c", PROBE], check=False).returncode == 0
