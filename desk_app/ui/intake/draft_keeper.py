"""Keeps the half-entered form, half a second after the last letter and before the desk is locked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from desk_app.domain.errors import DeskError
from desk_app.ui.intake.form_state import FormState
from desk_app.ui.jobs import Jobs, Lane

AFTER_MS = 500


class DraftKeeper(QObject):
    """Asked `touch()` at every change; `state` gives what stands in the form."""

    def __init__(
        self,
        jobs: Jobs,
        state: Callable[[], FormState],
        save: Callable[[str], None],
        drop: Callable[[], None],
        failed: Callable[[DeskError], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._state, self._failed = jobs, state, failed
        self._save, self._drop = save, drop
        self._kept = ""  # the text that the store has, as far as this form knows
        self.timer = QTimer(self, singleShot=True, interval=AFTER_MS)
        self.timer.timeout.connect(self.flush)

    def touch(self) -> None:
        """Keep the form soon."""
        self.timer.start()

    def pause(self) -> None:
        """Keep nothing more: the case is being received, and its draft dropped with it."""
        self.timer.stop()

    def loaded(self, text: str) -> None:
        """Hear what the store has."""
        self._kept = text

    def forget(self) -> None:
        """Hear that the store has dropped the draft by itself: the case was received."""
        self.timer.stop()
        self._kept = ""

    @Slot()
    def flush(self) -> None:
        """Keep the form now; an empty one leaves no draft behind."""
        self.timer.stop()
        state = self._state()
        text = "" if state.is_empty else state.to_draft()
        if text == self._kept:
            return
        self._kept = text
        save, drop = self._save, self._drop
        self._jobs.run(
            Lane.WRITE,
            (lambda: save(text)) if text else drop,
            owner=self,
            done=lambda _none: None,
            failed=self._failed,
        )
