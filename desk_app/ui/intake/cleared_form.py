"""What Esc took from the form: ten seconds long it can be had back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from desk_app.ui.bulletin import Bulletin
from desk_app.ui.intake.form_state import FormState

FOR_MS = 10_000


class ClearedForm(QObject):
    """Offers the undo where everybody sees it, and forgets once the next case has begun."""

    def __init__(self, bulletin: Bulletin, give_back: Callable[[FormState], None], parent: QObject) -> None:
        super().__init__(parent)
        self._bulletin, self._give_back = bulletin, give_back
        self._state: FormState | None = None
        self._timer = QTimer(self, singleShot=True, interval=FOR_MS)
        self._timer.timeout.connect(self.forget)

    @property
    def there(self) -> bool:
        """Return whether there is something to give back."""
        return self._state is not None

    def keep(self, state: FormState) -> None:
        """Keep what stood in the form."""
        self._state = state
        self._timer.start()
        self._bulletin.offered.emit(
            self.tr("Đã xóa biểu mẫu."), self.tr("Hoàn tác"), "Ctrl+Z", self.give_back
        )

    @Slot()
    def give_back(self) -> None:
        """Fill the form as it was."""
        state = self._state
        self.forget()
        if state is not None:
            self._give_back(state)

    @Slot()
    def forget(self) -> None:
        """Give nothing back any more: it would overwrite who came next."""
        if self._state is not None:
            self._state = None
            self._timer.stop()
            self._bulletin.withdrawn.emit(self.give_back)
