"""3 · Hẹn trả: when, why, what it costs, and the receipt as it will be printed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from desk_app.domain.fee import Channel
from desk_app.ui.intake.channel_box import ChannelBox
from desk_app.ui.intake.fee_box import FeeBox, Reckon
from desk_app.ui.intake.form_state import FormState
from desk_app.ui.intake.preview import Preview
from desk_app.ui.intake.ways import CHANNELS, Way
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.parts import Card, divider, label, name_style

CROWDED = (Way.ONLINE, Way.PAPER)  # their rows leave a picture 60 px, and F9 none


class DueCard(QWidget):
    """Shows what it is told; asks for the fee."""

    changed = Signal()

    def __init__(self, reckon: Reckon, parent: QWidget | None = None) -> None:
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
        self.channel, self.fees = ChannelBox(), FeeBox(reckon)
        for part in (self.moment, self.reason, divider(), self.channel, self.fees):
            self.card.body.addWidget(part)
        self.preview = Preview()
        self.picture = Card()
        self.picture.body.addWidget(label(self.tr("GIẤY TIẾP NHẬN – XEM TRƯỚC"), "heading"))
        self.picture.body.addWidget(self.preview, 1)
        self.print_too = QCheckBox(self.tr("In giấy tiếp nhận (người dân yêu cầu)"))
        self.receive = KeyButton("", "F9", name="primary")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.card)
        box.addWidget(self.picture, 1)
        box.addSpacerItem(  # takes the room of a picture that is not there
            QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        )
        box.addWidget(self.print_too)
        box.addWidget(self.receive)
        self.print_too.toggled.connect(self._show_picture)
        self.channel.way_changed.connect(self._on_way)
        self.channel.changed.connect(self.changed)
        self.fees.changed.connect(self.changed)
        self.print_too.hide()
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

    def state(self, others: FormState) -> FormState:
        """Return `others` with this card's fields."""
        return self.fees.state(self.channel.state(others))

    def show_state_of(self, state: FormState) -> None:
        """Fill the card; the procedure was chosen before."""
        self.channel.show_state_of(state)
        self.fees.show_state_of(state)

    def widget_of(self, name: str) -> QWidget | None:
        """Return the input of a field of the form."""
        fees = self.fees
        places = {
            "fee": fees.fee,
            "exemption": fees.freed,
            "receipt": fees.paid.form,
            "sent": self.channel.sent_day,
        }
        return places.get(name)

    def show_at_once(self, *, at_once: bool) -> None:
        """Say on the button what F9 does."""
        if at_once != self._at_once:
            self._at_once = at_once
            self.print_too.setVisible(at_once)
            self.print_too.setChecked(False)
            self._show_picture()
            self._say()

    def _say(self) -> None:
        self.receive.setText(
            self.tr("Tiếp nhận và trả ngay") if self._at_once else self.tr("Tiếp nhận và in")
        )

    @Slot()
    def _show_picture(self) -> None:
        """Show the receipt that will be printed; where none will, or more is asked for, others have its room."""
        printed = not self._at_once or self.print_too.isChecked()
        self.picture.setVisible(printed and self.channel.chosen not in CROWDED)

    @Slot()
    def _on_way(self) -> None:
        self._show_picture()
        self.fees.show_channel(CHANNELS.get(self.channel.chosen, Channel.DESK))
