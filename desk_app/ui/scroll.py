"""Room for what a small screen or large letters leave no room for: everything can be scrolled to."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

MARGIN = 24


class Scroll(QScrollArea):
    """Scrolls to whatever has the focus, however it got there."""

    def __init__(self, widget: QWidget, *, sideways: bool = True) -> None:
        """Scroll both ways, or only down and be as wide as `widget` needs."""
        super().__init__()
        self._content = widget
        self._sideways = sideways
        self.setWidgetResizable(True)
        self.setProperty("focusPolicy", "NoFocus")
        self.setWidget(widget)
        for part in (widget, self.viewport()):
            part.setAutoFillBackground(False)  # what lies behind gives the ground
        if not sideways:
            self.setProperty("horizontalScrollBarPolicy", "ScrollBarAlwaysOff")
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def minimumSizeHint(self) -> QSize:
        """Return almost nothing, but never less width than what cannot be scrolled to."""
        if self._sideways:
            return QSize(120, 80)
        needed = max(self._content.minimumSizeHint().width(), self._content.minimumWidth())
        return QSize(needed + self.verticalScrollBar().sizeHint().width(), 80)

    @Slot()  # without its arguments: what had the focus may be on its way out, and must not be touched
    def _follow(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self._content.isAncestorOf(focus):
            self.ensureWidgetVisible(focus, MARGIN, MARGIN)
            if focus.width() + 2 * MARGIN > self.viewport().width():  # wider than the room: begin at its left
                self.horizontalScrollBar().setValue(focus.mapTo(self._content, QPoint(0, 0)).x() - MARGIN)
