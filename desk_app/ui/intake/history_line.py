"""What somebody had done here before, below his fields; and a warning when the same is still open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.person_history import PastCase, PersonHistory
from desk_app.ui.names import state_name
from desk_app.ui.parts import label, shortened, show_state

LONGEST = 60  # letters of a procedure's name; the whole is the tool tip


class HistoryLine(QWidget):
    """Lần trước: 3 hồ sơ · gần nhất …; offers to fill in what is empty and to list the cases."""

    fill_asked = Signal()
    list_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = label("", "muted", wrap=True)
        self.odd = label("", "odd", wrap=True)
        self.fill, self.list = QPushButton(self.tr("Điền lại  Ctrl+R")), QPushButton()
        row = QHBoxLayout()
        row.setSpacing(6)
        for button, signal in ((self.fill, self.fill_asked), (self.list, self.list_asked)):
            button.setObjectName("link")
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.text)
        box.addWidget(self.odd)
        box.addLayout(row)
        self.show_history(PersonHistory(), other_name="", can_fill=False)

    def show_history(self, history: PersonHistory, *, other_name: str, can_fill: bool) -> None:
        """Show what was found; `other_name` is under which name he was entered, when not as now."""
        newest = history.newest
        self.setVisible(newest is not None)
        if newest is None:
            self.text.setText("")
            self.odd.setText("")
            return
        told = self.tr("Lần trước: {n} hồ sơ · gần nhất {day} {procedure} – {state}", n=history.count).format(
            n=history.count,
            day=f"{newest.received_at:%d/%m/%Y}",
            procedure=shortened(newest.procedure_name, LONGEST),
            state=state_name(newest.state).lower(),
        )
        self.text.setText(told)
        self.text.setToolTip(newest.procedure_name)
        odd = self.tr("Số này lần trước là của {name}; hãy kiểm tra lại số.").format(name=other_name)
        self.odd.setText(odd if other_name else "")
        self.odd.setVisible(bool(other_name))
        self.fill.setVisible(can_fill)
        self.list.setText(self.tr("Xem {n} hồ sơ  Ctrl+H", n=history.count).format(n=history.count))


class DuplicateLine(QWidget):
    """Người này đang có hồ sơ cùng thủ tục: told above "đủ thành phần", never in the way."""

    open_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self.text = label("", "complete", wrap=True)
        show_state(self.text, "missing")
        self.open = QPushButton(self.tr("Mở  Ctrl+O"))
        self.open.setObjectName("link")
        self.open.clicked.connect(self.ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.text, 1)
        row.addWidget(self.open)
        self.show_case(None)

    def show_case(self, case: PastCase | None) -> None:
        """Warn of an open case; None = there is none."""
        self._code = case.code if case else ""
        self.setVisible(case is not None)
        self.text.clear()
        if case is not None:
            due = self.tr(", hẹn {day}").format(day=f"{case.due_at:%d/%m/%Y}") if case.due_at else ""
            self.text.setText(
                self.tr("Người này đang có hồ sơ {code} cùng thủ tục ({state}{due}).").format(
                    code=case.code, state=state_name(case.state).lower(), due=due
                )
            )

    def ask(self) -> None:
        """Ask for the case to be opened."""
        if self._code:
            self.open_asked.emit(self._code)
