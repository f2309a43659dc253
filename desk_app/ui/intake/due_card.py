"""3 · Hẹn trả: when, why, what it costs, and the receipt as it will be printed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk_app.ui.intake.channel_box import ChannelBox
from desk_app.ui.parts import Card, label


class DueCard(QWidget):
    """Shows what it is told; asks for the fee."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = Card()
        self.card.body.addWidget(label(self.tr("3 · HẸN TRẢ"), "heading"))
        self.moment = label("–", "big")
        self.reason = label("", "muted", wrap=True)
        self.reason.setMinimumHeight(36)  # two lines: a wrapped label asks for one
        self.fee = QLineEdit()
        self.fee.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.fee.setMaximumWidth(130)
        self.fee.setAccessibleName(self.tr("Phí, lệ phí"))
        self.fee_note = label("", "label", wrap=True)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Phí, lệ phí (đồng)"), "muted"), 1)
        row.addWidget(self.fee)
        for part in (self.moment, self.reason):
            self.card.body.addWidget(part)
        self.card.body.addLayout(row)
        self.card.body.addWidget(self.fee_note)
        self.channel = ChannelBox()
        self.card.body.addWidget(self.channel)
        self.preview = Preview()
        self.picture = Card()
        self.picture.body.addWidget(label(self.tr("GIẤY TIẾP NHẬN – XEM TRƯỚC"), "heading"))
        self.picture.body.addWidget(self.preview, 1)
        self.print_too = QCheckBox(self.tr("In giấy tiếp nhận (người dân yêu cầu)"))
        self.receive = QPushButton(self.tr("Tiếp nhận và in   F9"))
        self.receive.setObjectName("primary")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        for widget, share in ((self.card, 0), (self.picture, 1), (self.print_too, 0), (self.receive, 0)):
            box.addWidget(widget, share)
        self.fee.textChanged.connect(self._on_fee)
        self.channel.changed.connect(self.changed)
        self.show_at_once(at_once=False)

    def show_due(self, moment: str, reason: str) -> None:
        """Show the promise and why; both empty when there is none to make."""
        self.moment.setText(moment or "–")
        self.reason.setText(reason)

    def show_at_once(self, *, at_once: bool) -> None:
        """Say on the button what F9 does."""
        self.print_too.setVisible(at_once)
        self.print_too.setChecked(False)
        self.receive.setText(
            self.tr("Tiếp nhận và trả ngay   F9") if at_once else self.tr("Tiếp nhận và in   F9")
        )

    @Slot()
    def _on_fee(self) -> None:
        self.changed.emit()


class Preview(QLabel):
    """A picture of a page, as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._page = QPixmap()
        self.clear_page()

    def show_page(self, png: bytes) -> None:
        """Show a PNG."""
        self._page.loadFromData(png)
        self._fit()

    def clear_page(self) -> None:
        """Show that there is nothing to print yet."""
        self._page = QPixmap()
        self.setPixmap(self._page)
        self.setText(self.tr("Giấy tiếp nhận hiện ở đây\nkhi đã có họ tên và thủ tục."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page into the new room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._page.isNull():
            room = self.size().shrunkBy(self.contentsMargins()) - self.size().__class__(4, 4)
            smooth = Qt.TransformationMode.SmoothTransformation
            self.setPixmap(self._page.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, smooth))
