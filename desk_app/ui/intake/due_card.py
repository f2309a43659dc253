"""3 · Hẹn trả: when, why, what it costs, and the receipt as it will be printed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk_app.ui.intake.channel_box import ChannelBox
from desk_app.ui.intake.preview import Preview
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.parts import Card, divider, label, name_style


class DueCard(QWidget):
    """Shows what it is told; asks for the fee."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at_once = False
        self.card = Card()
        self.card.body.addWidget(label(self.tr("3 · HẸN TRẢ"), "heading"))
        self.moment = label("", "muted", wrap=True)
        self.moment.setMinimumHeight(28)  # of a date: the card stays as high without one
        self.moment.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.reason = label("", "muted", wrap=True)
        self.reason.setMinimumHeight(36)  # two lines: a wrapped label asks for one
        self.reason.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.fee = QLineEdit()
        self.fee.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.fee.setMaximumWidth(130)
        self.fee.setMinimumWidth(80)
        self.fee.setAccessibleName(self.tr("Phí, lệ phí"))
        self.fee_note = label("", "label", wrap=True)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Phí, lệ phí (đồng)"), "value"), 1)
        row.addWidget(self.fee)
        for part in (self.moment, self.reason, divider()):
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
        self.receive = KeyButton("", "F9", name="primary")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        for widget, share in ((self.card, 0), (self.picture, 1), (self.print_too, 0), (self.receive, 0)):
            box.addWidget(widget, share)
        self.fee.textChanged.connect(self._on_fee)
        self.channel.changed.connect(self.changed)
        self.print_too.hide()
        self.fee_note.hide()
        self._say()
        self.show_due("", "")

    def show_due(self, moment: str, reason: str) -> None:
        """Show the promise and why; without a moment there is none to make."""
        name_style(self.moment, "big" if moment else "muted")
        self.moment.setText(moment or self.tr("Chọn thủ tục để có ngày hẹn"))
        self.reason.setText(reason)

    def show_none(self, why: str) -> None:
        """Say why there is no date to promise."""
        name_style(self.moment, "muted")
        self.moment.setText(why)
        self.reason.setText("")

    def show_at_once(self, *, at_once: bool) -> None:
        """Say on the button what F9 does."""
        if at_once != self._at_once:
            self._at_once = at_once
            self.print_too.setVisible(at_once)
            self.print_too.setChecked(False)
            self._say()

    def _say(self) -> None:
        self.receive.setText(
            self.tr("Tiếp nhận và trả ngay") if self._at_once else self.tr("Tiếp nhận và in")
        )

    @Slot()
    def _on_fee(self) -> None:
        self.changed.emit()
