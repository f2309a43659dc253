"""One case: what was handed in, what was done, what can be done next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.case import Case, State
from desk_app.domain.case_code import is_case_code
from desk_app.domain.changes import Changes
from desk_app.domain.errors import DeskError
from desk_app.domain.words import Words
from desk_app.services.find_cases import CasePage
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.case.facts import facts_of, lines_of
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.keys import on_key
from desk_app.ui.parts import Card, beside, boxed, field, label
from desk_app.ui.scroll import Scroll
from desk_app.ui.wording import day_and_hour, delivery_name, sentence, state_name, worded


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseServices:
    """What the page asks for; printing says whether the paper came out of a printer."""

    page: Callable[[str], CasePage]
    complete: Callable[[str, str], None]
    print_receipt: Callable[[str], bool]
    print_return_slip: Callable[[str], bool]
    now: Callable[[], datetime]


class CaseScreen(QWidget):
    """Told a code, reads the rest."""

    closed = Signal()
    hand_over_asked = Signal(str)
    hints = (
        ("F9", Words("ghi nhận kết quả / trả kết quả")),
        ("Ctrl+P", Words("in giấy tiếp nhận")),
        ("Esc", Words("về danh sách")),
    )

    def __init__(self, jobs: Jobs, bulletin: Bulletin, services: CaseServices) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._jobs, self._bulletin, self._services = jobs, bulletin, services
        self._case: Case | None = None
        self._busy = False
        self.code = label("", "big")
        self.state = label("", "muted")
        self.facts = Card(self.tr("Hồ sơ"))
        self.grid = QGridLayout()
        self.grid.setColumnStretch(1, 1)
        self.grid.setHorizontalSpacing(14)
        self.grid.setVerticalSpacing(7)
        self.facts.body.addLayout(self.grid)
        self.facts.body.addStretch(1)
        self.timeline = Card(self.tr("Quá trình"))
        self.entries = QVBoxLayout()
        self.entries.setSpacing(9)
        self.timeline.body.addLayout(self.entries)
        self.timeline.body.addStretch(1)
        self.act = Card(self.tr("Việc tiếp theo"))
        self.result_number = QLineEdit()
        self.result_box = boxed(field(self.tr("Số, ký hiệu kết quả (nếu có)"), self.result_number))
        self.go = KeyButton("", "F9", name="primary")
        self.receipt = KeyButton("", "Ctrl+P")
        self.slip = QPushButton()
        self.told = label("", "muted", wrap=True)
        self._lay_out()
        self.go.clicked.connect(self._on_go)
        self.receipt.clicked.connect(self._on_receipt)
        self.slip.clicked.connect(self._on_slip)
        self.result_number.returnPressed.connect(self._on_go)
        bulletin.changed.connect(self._on_changed)
        on_key("F9", self, self._on_go)
        on_key("Ctrl+P", self, self._on_receipt)
        on_key("Escape", self, self.closed.emit)
        self._show_nothing()

    def show_case(self, code: str) -> None:
        """Read and show a case; the one before is gone at once."""
        if self._case is not None and self._case.code != code:
            self._show_nothing()
        self._jobs.run(
            Lane.READ,
            lambda: self._services.page(code),
            owner=self,
            done=self._show,
            failed=self._on_not_found,
            latest="page",
        )

    def take_scan(self, text: str) -> None:
        """Go on to the case whose code was scanned."""
        if is_case_code(text):
            self.show_case(text)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 14)
        head = QHBoxLayout()
        head.addWidget(self.code)
        head.addSpacing(12)
        head.addWidget(self.state, 1)
        back = KeyButton(self.tr("Về danh sách"), "Esc")
        back.clicked.connect(self.closed)
        head.addWidget(back)
        box.addLayout(head)
        scroll = Scroll(self.facts, sideways=False)
        for widget in (self.result_box, self.go, self.receipt, self.slip, self.told):
            self.act.body.addWidget(widget)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.act)
        right.addWidget(self.timeline, 1)
        row = beside((scroll, 62), (right, 38), spacing=12)
        box.addLayout(row, 1)

    def _show(self, page: CasePage) -> None:
        case = self._case = page.case
        self.code.setText(case.code)
        self.state.setText(f"{state_name(case.state)} · {delivery_name(case.delivery)}")
        _empty(self.grid)
        for row, (name, value) in enumerate((name, value) for name, value in facts_of(case) if value):
            self.grid.addWidget(label(worded(name), "label"), row, 0)
            self.grid.addWidget(label(value, "value", wrap=True), row, 1)
        _empty(self.entries)
        for line in lines_of(page.timeline):
            self.entries.addWidget(label(line, "value", wrap=True))
        waiting = case.state is State.PROCESSING
        self.result_box.setVisible(waiting)
        self.go.setVisible(case.state is not State.RETURNED)
        self.go.setText(self.tr("Ghi nhận đã có kết quả") if waiting else self.tr("Trả kết quả"))
        self.receipt.show()
        self.receipt.setText(
            self.tr("In lại giấy tiếp nhận") if case.receipts_printed else self.tr("In giấy tiếp nhận")
        )
        self.slip.setText(
            self.tr("In lại phiếu trả kết quả")
            if case.return_slips_printed
            else self.tr("In phiếu trả kết quả")
        )
        self.slip.setVisible(case.state is State.RETURNED and not case.intake.at_once)
        told = case.refusal or (self.tr("Hồ sơ đã trả xong.") if case.state is State.RETURNED else "")
        if case.due_at and waiting:
            told = told or self.tr("Hẹn trả {when}.").format(
                when=day_and_hour(case.due_at, self._services.now())
            )
        self.told.setText(told)
        (self.result_number if waiting else self.receipt).setFocus()

    @Slot()
    def _on_go(self) -> None:
        case = self._case
        if case is None or self._busy or not self.go.isVisible():
            return
        if case.state is State.RESULT_WAITING:
            self.hand_over_asked.emit(case.code)
            return
        number = self.result_number.text()
        self._busy = True
        self._jobs.run(
            Lane.WRITE,
            lambda: self._services.complete(case.code, number),
            owner=self,
            done=lambda _none: self._on_completed(case.code),
            failed=self._on_not_completed,
        )

    def _on_not_completed(self, error: DeskError) -> None:
        self._busy = False
        self._on_failed(error)

    def _on_completed(self, code: str) -> None:
        self._busy = False
        self.result_number.clear()
        self._bulletin.told.emit(self.tr("Đã ghi nhận kết quả của {code}.").format(code=code))
        self._bulletin.changed.emit(Changes(cases=True, sync=True, case_code=code))

    @Slot()
    def _on_receipt(self) -> None:
        self._print(self._services.print_receipt)

    @Slot()
    def _on_slip(self) -> None:
        self._print(self._services.print_return_slip)

    def _print(self, print_: Callable[[str], bool]) -> None:
        case = self._case
        if case is not None:
            self._jobs.run(
                Lane.PRINT,
                lambda: print_(case.code),
                owner=self,
                done=lambda on_paper: self._on_printed(case.code, on_paper=on_paper),
                failed=self._on_failed,
            )

    def _on_printed(self, code: str, *, on_paper: bool) -> None:
        told = self.tr("Đã gửi đến máy in.") if on_paper else self.tr("Đã lưu thành tệp, chưa in ra giấy.")
        self._bulletin.told.emit(told)
        self._bulletin.changed.emit(Changes(cases=True, case_code=code))

    def _show_nothing(self) -> None:
        self._case = None
        for text in (self.code, self.state, self.told):
            text.setText("")
        for layout in (self.grid, self.entries):
            _empty(layout)
        for widget in (self.result_box, self.go, self.receipt, self.slip):
            widget.hide()
        self.result_number.clear()

    def _on_not_found(self, error: DeskError) -> None:
        """Go back when there is no such case: a code of another desk, or a slip of the finger."""
        if self._case is None:
            self.closed.emit()
        self._on_failed(error)

    @Slot(Changes)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and self._case is not None and (changes.cases or changes.sync):
            self.show_case(self._case.code)

    def _on_failed(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))


def _empty(layout: QGridLayout | QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()
