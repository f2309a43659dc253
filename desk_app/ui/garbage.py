"""Garbage is looked for on the window's thread only, a little at a time.

Python looks wherever the next object is made: on a lane, whose thread may delete no widget, and through everything
there is, 0.1 s in which the window's thread cannot go on either.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

LOOK_EVERY_MS = 5000
MANY = 10_000  # new objects; about 10 ms to look through


class Garbage(QObject):
    """Looks through what is new, and leaves what stays alone until the desk is locked."""

    def __init__(self, parent: QObject) -> None:
        """Keep Python from looking by itself from now on, in the whole process."""
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @staticmethod
    def leave() -> None:
        """Leave what there is now alone: modules and screens, which stay."""
        gc.freeze()

    @Slot()
    def look(self) -> None:
        """Look through what is new, when there is enough of it."""
        if gc.get_count()[0] >= MANY:
            gc.collect()
            gc.freeze()

    def sweep(self) -> None:
        """Look through everything, while nobody can type anyway."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
