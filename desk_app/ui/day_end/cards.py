"""What stands beside the steps: what is left over, and what the morning is told."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.day_end import DayView
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.parts import Card, label
from desk_app.ui.wording import worded

MOST_CODES = 3


class LeftCard(Card):
    """What the day leaves over, only what it does."""

    def __init__(self) -> None:
        super().__init__()
        self.body.addWidget(label(self.tr("Còn lại").upper(), "heading"))
        self.lines = _Lines()
        self.body.addWidget(self.lines)

    def show_left(self, view: DayView) -> None:
        """Show it."""
        left, said = view.left, []
        if left.pending:
            said.append(self.tr("{n} hồ sơ chờ gửi về cấp trên", n=left.pending).format(n=left.pending))
        if left.returned:
            said.append(
                self.tr("{n} hồ sơ cấp trên trả lại: xem ở F7", n=left.returned).format(n=left.returned)
            )
        if left.not_printed:
            codes = ", ".join(code[-11:] for code in left.not_printed[-MOST_CODES:])
            more = "…" if len(left.not_printed) > MOST_CODES else ""
            said.append(
                self.tr("{n} hồ sơ còn giấy chưa in: {codes}", n=len(left.not_printed)).format(
                    n=len(left.not_printed), codes=codes + more
                )
            )
        if left.drafts:
            said.append(self.tr("Bản nháp chưa tiếp nhận của {names}").format(names=", ".join(left.drafts)))
        self.lines.show_lines(said or [self.tr("Không còn gì: giấy đã in, hồ sơ đã gửi.")])


class MorningCard(Card):
    """What is different since the last closing; hidden while nothing is."""

    close_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.body.addWidget(label(self.tr("Từ lần khóa sổ trước").upper(), "heading"))
        self.lines = _Lines()
        self.close_earlier = KeyButton("", "Alt+0")
        self.close_earlier.clicked.connect(self.close_asked)
        self.body.addWidget(self.lines)
        self.body.addWidget(self.close_earlier)

    def show_morning(self, sentences: Sequence[str], view: DayView) -> None:
        """Show sentences, and offer to close the day that nobody closed."""
        self.setVisible(bool(sentences))
        self.lines.show_lines([worded(text) for text in sentences])
        self.close_earlier.setVisible(view.unclosed is not None)
        if view.unclosed is not None:
            self.close_earlier.setText(self.tr("Khóa sổ ngày {day}").format(day=f"{view.unclosed:%d/%m/%Y}"))


class UsbCard(Card):
    """The way without a line: only where a screen for it is there."""

    usb_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.body.addWidget(label(self.tr("Không có mạng?").upper(), "heading"))
        self.body.addWidget(
            label(
                self.tr("Chép gói đồng bộ ra USB, mang lên cấp trên, nạp biên nhận khi về."),
                "muted",
                wrap=True,
            )
        )
        self.usb = QPushButton(self.tr("USB…"))
        self.usb.clicked.connect(self.usb_asked)
        self.body.addWidget(self.usb)


class _Lines(QWidget):
    """Lines of text, made anew."""

    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(3)
        self._labels: list[QLabel] = []

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these lines; a label that is there is told, none is thrown away while it is painted."""
        while len(self._labels) < len(lines):
            made = label("", "value", wrap=True)
            self._labels.append(made)
            self._box.addWidget(made)
        for n, one in enumerate(self._labels):
            one.setText(lines[n] if n < len(lines) else "")
            one.setVisible(n < len(lines))
