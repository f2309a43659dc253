"""A page of a scan, as wide as there is room; longer than that it scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea


class ScanView(QScrollArea):
    """Told a PNG or a sentence; says when its width has changed."""

    widened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.picture = QLabel()
        self.picture.setObjectName("preview")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setWordWrap(True)
        self.setWidget(self.picture)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def width_px(self) -> int:
        """Return how many pixels of the screen a page may be wide."""
        bar = (
            self.verticalScrollBar().sizeHint().width()
        )  # there or not: a page must not change the room for it
        return max(200, round((self.width() - bar - 6) * self.devicePixelRatioF()))

    def show_page(self, png: bytes) -> None:
        """Show a page from its top."""
        shown = QPixmap.fromImage(QImage.fromData(png))
        shown.setDevicePixelRatio(self.devicePixelRatioF())
        self.picture.setText("")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.picture.setPixmap(shown)
        self.verticalScrollBar().setValue(0)

    def say(self, text: str) -> None:
        """Show words instead of a page."""
        self.picture.setPixmap(QPixmap())
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell when pages must be drawn anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.widened.emit()
