"""F4, Trả kết quả: who takes it, sign, done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desk_app.domain.case import Case, CaseRow, HandOver, State
from desk_app.domain.case_code import is_case_code
from desk_app.domain.changes import Changes
from desk_app.domain.citizen_card import read_card
from desk_app.domain.errors import DeskError, IntakeIncomplete
from desk_app.domain.hand_over_check import check_hand_over
from desk_app.domain.words import Words
from desk_app.services.find_cases import Due
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.cases.finder import CaseFinder
from desk_app.ui.cases.model import ID, STATE
from desk_app.ui.cases.table import CasesTable
from desk_app.ui.hand_over.receiver_card import ReceiverCard
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.keys import on_key
from desk_app.ui.parts import Card, beside, label
from desk_app.ui.scroll import Scroll
from desk_app.ui.wording import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverServices:
    """What the screen asks for; `print_return_slip` says whether the slip came onto paper."""

    find: Callable[[str, State | None, Due], list[CaseRow]]
    case: Callable[[str], Case]
    hand_over: Callable[[str, HandOver], None]
    print_return_slip: Callable[[str], bool]
    now: Callable[[], datetime]


class HandOverScreen(QWidget):
    """Choose the case, say who takes it; F9 hands over and prints the slip.

    A result goes out only for a case that the clerk chose: by a row, by a card, or by words that only one
    case fits. After each hand-over nothing is chosen.
    """

    hints = (
        ("F9", Words("Trả kết quả và in phiếu")),
        ("Ctrl+F", Words("tìm")),
        ("Alt+1 2 3", Words("ai nhận")),
    )

    def __init__(self, jobs: Jobs, bulletin: Bulletin, services: HandOverServices) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._jobs, self._bulletin, self._services = jobs, bulletin, services
        self._busy = False
        self._case: Case | None = None  # what stands at the right: only this one is handed over
        self._go_when_read = False
        self._finder = CaseFinder(jobs, self._on_failed, self)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Quét mã trên giấy tiếp nhận, hoặc gõ tên, đuôi mã"))
        self.search.setAccessibleName(self.tr("Tìm hồ sơ chờ trả"))
        self.table = CasesTable()
        self.table.setAccessibleName(self.tr("Danh sách chờ trả"))
        for column in (ID, STATE):
            self.table.setColumnHidden(column, True)  # noqa: FBT003 - Qt's own signature
        self.empty = label("", "muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.receiver = ReceiverCard(self.tr("Người nhận"))
        self.go = self.receiver.go
        self._lay_out()
        self._connect()
        self._on_row()

    def start(self, case_code: str = "") -> None:
        """Read the list; begin at a case when one is given, else with none chosen."""
        self._choose_none()
        if self.search.text() == case_code:
            self._ask(anew=True)
        self.search.setText(case_code)
        self._begin()

    def take_scan(self, text: str) -> None:
        """Choose the case whose code was scanned; look for the person whose card it was."""
        self.search.setText(text if is_case_code(text) else read_card(text).id or text)
        self._begin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter go on to the next field; from the search only once its answer is there."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            if watched is self.search:
                self._finder.when_current(self._on_searched)
            else:
                self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's own signature
            return True
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _lay_out(self) -> None:
        left = Card(self.tr("Chờ trả kết quả"))
        left.body.addWidget(self.search)
        left.body.addWidget(self.table, 1)
        left.body.addWidget(self.empty, 1)
        row = beside((left, 66), (Scroll(self.receiver, sideways=False), 34), spacing=12)
        row.setContentsMargins(14, 14, 14, 14)
        self.setLayout(row)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_asked)
        self._finder.found.connect(self._show)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.activated.connect(self._on_searched)
        self.go.clicked.connect(self._on_go)
        self._bulletin.changed.connect(self._on_changed)
        for line in (self.search, *self.receiver.findChildren(QLineEdit)):
            line.installEventFilter(self)
        on_key("F9", self, self._on_go)
        on_key("Ctrl+F", self, self._begin)
        on_key("Down", self.search, self._on_down).setContext(Qt.ShortcutContext.WidgetShortcut)
        for n, choice in enumerate(self.receiver.choices):
            on_key(f"Alt+{n + 1}", self, choice.click)

    @Slot()
    def _on_asked(self) -> None:
        self._ask(anew=True)

    def _ask(self, *, anew: bool) -> None:
        words = self.search.text()
        self._finder.ask(lambda: self._services.find(words, State.RESULT_WAITING, Due.ALL), anew=anew)

    @Slot(list)
    def _show(self, rows: list[CaseRow]) -> None:
        self.table.show_cases(rows, self._services.now())
        words = self.search.text().strip()
        if words and len(rows) == 1:
            self.table.selectRow(0)
        self._on_row()  # a list shown anew takes its cursor away in silence
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.empty.setText(
            self.tr("Không tìm thấy hồ sơ nào chờ trả khớp với “{words}”.").format(words=words)
            if words
            else self.tr("Không có kết quả nào đang chờ trả.")
        )

    def _on_searched(self) -> None:
        """Go on from the search: to the receiver of the one case, or into the list."""
        if self.table.chosen() is not None:
            self.receiver.begin()
        elif self.table.cases.rowCount():
            self._on_down()

    def _on_down(self) -> None:
        self.table.setFocus()
        if self.table.chosen() is None and self.table.cases.rowCount():
            self.table.selectRow(0)

    @Slot()
    def _on_row(self) -> None:
        """Read the chosen case; nothing of the one before stays."""
        row = self.table.chosen()
        if row is not None and self._case is not None and row.code == self._case.code:
            return
        self._case, self._go_when_read = None, False
        self.receiver.show_case(None)
        self.go.setEnabled(False)
        if row is None:
            self._jobs.forget(self, "case")
            return
        code = row.code
        self._jobs.run(
            Lane.READ,
            lambda: self._services.case(code),
            owner=self,
            done=self._show_case,
            failed=self._on_failed,
            latest="case",
        )

    def _show_case(self, case: Case) -> None:
        row = self.table.chosen()
        if row is None or row.code != case.code:
            return
        self._case = case
        self._bulletin.withdrawn.emit(None)  # the next case: what was done before is taken back on its page
        self.receiver.show_case(case)
        self.go.setEnabled(not self._busy)
        if self._go_when_read:
            self._go_when_read = False
            self._hand_over()

    @Slot()
    def _on_go(self) -> None:
        self._finder.when_current(self._hand_over)

    def _hand_over(self) -> None:
        case = self._case
        if self._busy:
            return
        if case is None:
            self._go_when_read = self.table.chosen() is not None
            if not self._go_when_read:
                self._bulletin.failed.emit(self.tr("Chưa chọn hồ sơ; hãy quét mã hoặc chọn trong danh sách."))
            return
        taken = self.receiver.taken()
        if lacks := check_hand_over(taken):
            self._on_failed(IntakeIncomplete(missing=tuple(lack.words for lack in lacks)))
            self.receiver.widget_of(lacks[0].field).setFocus()
            return
        self._busy = True
        self.go.setEnabled(False)
        self._jobs.run(
            Lane.WRITE,
            lambda: self._services.hand_over(case.code, taken),
            owner=self,
            done=lambda _none: self._on_handed_over(case.code),
            failed=self._on_not_handed_over,
            ended=self._on_hand_over_ended,
        )

    def _on_handed_over(self, code: str) -> None:
        self._busy = False
        self._choose_none()
        self.search.clear()
        self.search.setFocus()
        done = self.tr("Đã trả kết quả {code}.").format(code=code)
        self._bulletin.acted.emit(done, code)
        self._bulletin.changed.emit(Changes(cases=True, sync=True, case_code=code))
        self._jobs.run(
            Lane.PRINT,
            lambda: self._services.print_return_slip(code),
            owner=self,
            done=lambda on_paper: self._on_printed(done, code, on_paper=on_paper),
            failed=self._on_failed,
        )

    def _on_printed(self, done: str, code: str, *, on_paper: bool) -> None:
        if not on_paper:
            kept = self.tr("Phiếu đã lưu thành tệp, chưa in ra giấy.")
            self._bulletin.also.emit(done, kept, code)
        self._bulletin.changed.emit(Changes(cases=True))

    def _on_hand_over_ended(self) -> None:
        self._busy = False  # here too: a bug calls neither of the others, and F9 must not stay dead
        self.go.setEnabled(self._case is not None)

    def _on_not_handed_over(self, error: DeskError) -> None:
        self._busy = False
        self.go.setEnabled(self._case is not None)
        self._on_failed(error)

    def _choose_none(self) -> None:
        self._case = None
        self.table.choose_none()
        self._on_row()

    @Slot(Changes)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.cases:
            self._ask(anew=False)

    def _on_failed(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))
