"""What happened, in a sentence over the bottom bar: nothing that is typed moves or is covered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desk_app.ui.bulletin import Bulletin
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.parts import label, show_state

TOLD_FOR_MS = 8000
UNREAD_MS = 3000  # a sentence that comes while the clerk types is not gone with the next letter


class MessageBar(QFrame):
    """Good news go by themselves; what went wrong stays until the next act or key."""

    def __init__(self, bulletin: Bulletin, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.mark, self.told = label("", "mark"), label("", "told")
        self.told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 8, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.mark)
        self._row.addWidget(self.told, 1)
        self.undo: KeyButton | None = None
        self._undoes: Callable[[], None] | None = None
        self._since = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True, interval=TOLD_FOR_MS)
        self._timer.timeout.connect(self.hide)
        bulletin.told.connect(self.tell)
        bulletin.failed.connect(self.warn)
        bulletin.offered.connect(self.offer)
        bulletin.withdrawn.connect(self._withdraw)
        self.hide()

    @Slot(str)
    def tell(self, text: str) -> None:
        """Say that something went well."""
        self._show(text, "")
        self._timer.start(TOLD_FOR_MS)

    @Slot(str)
    def warn(self, text: str) -> None:
        """Say that something could not be done."""
        self._timer.stop()
        self._show(text, "wrong")
        self._since.start()

    @Slot(str, str, str, object)
    def offer(self, text: str, words: str, key: str, undo: Callable[[], None]) -> None:
        """Say what was done, beside a button that undoes it; whoever offers takes it back in time."""
        self.tell(text)
        self._timer.stop()
        self.undo = KeyButton(words, key, self, name="link")
        self.undo.clicked.connect(undo)
        self._undoes = undo
        self._row.addWidget(self.undo)
        self.undo.show()

    def forget(self) -> None:
        """Keep no sentence: it may name a case, and another member of staff is next."""
        self._timer.stop()
        self._drop_undo()
        self.told.clear()
        self.told.setToolTip("")
        self.hide()

    @Slot()
    def clerk_goes_on(self) -> None:
        """Take away what went wrong: a key was pressed, or something was clicked."""
        if self.property("state") == "wrong" and self._since.hasExpired(UNREAD_MS):
            self.hide()

    @Slot(object)
    def _withdraw(self, undo: Callable[[], None] | None) -> None:
        if self.undo is not None and undo in (None, self._undoes):  # else another's offer stands there by now
            self._drop_undo()
            self.hide()

    def _show(self, text: str, state: str) -> None:
        self._drop_undo()
        self.mark.setText("✗" if state else "✓")
        self.told.setText(text)
        self.told.setToolTip(text)
        show_state(self, state)
        self.show()
        self.raise_()

    def _drop_undo(self) -> None:
        if self.undo is not None:
            self.undo.hide()
            self.undo.deleteLater()
            self.undo = self._undoes = None
