"""The keys that mean the same in every field of a form."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desk_app.ui.intake.procedure_search import ProcedureSearch

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FormKeys(QObject):
    """Enter goes on to the next field, Esc clears, Ctrl+Z is the form's while there is something to give back."""

    def __init__(
        self, form: QWidget, search: ProcedureSearch, clear: Callable[[], None], can_undo: Callable[[], bool]
    ) -> None:
        super().__init__(form)
        self._search, self._clear, self._can_undo = search, clear, can_undo
        for kind in (QLineEdit, QPlainTextEdit, QComboBox):
            for widget in form.findChildren(kind):
                widget.installEventFilter(self)
        form.installEventFilter(self)  # for what the table and the buttons leave over

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the form's keys before the field does."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            if self._can_undo() and event.matches(QKeySequence.StandardKey.Undo):
                event.ignore()  # a field's own undo would take the key and give nothing back
                return True
            return False
        if event.type() is not QEvent.Type.KeyPress:
            return False
        if watched is self._search and self._search.is_open and event.key() in (*ENTER, Qt.Key.Key_Escape):
            return False
        if event.key() in ENTER and isinstance(watched, QWidget) and watched is not self.parent():
            watched.focusNextChild()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._clear()
            return True
        return False
