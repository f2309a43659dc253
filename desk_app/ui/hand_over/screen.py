"""F4, Trả kết quả: who takes it, sign, done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desk_app.domain.case import SHOWN_NAMES, CaseRow, HandOver, Receiver, Shown, State
from desk_app.domain.changes import Changes
from desk_app.domain.errors import DeskError
from desk_app.domain.words import Words
from desk_app.services.find_cases import Due
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.cases.model import ID, CasesTable
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.parts import Card, beside, boxed, field, label
from desk_app.ui.wording import sentence, worded


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverServices:
    """What the screen asks for."""

    find: Callable[[str, State | None, Due], list[CaseRow]]
    hand_over: Callable[[str, HandOver], None]
    print_return_slip: Callable[[str], None]
    now: Callable[[], datetime]


class HandOverScreen(QWidget):
    """Choose the case, say who takes it; F9 hands over and prints the slip."""

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
        self._wanted = self._for = ""
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Quét mã trên giấy tiếp nhận, hoặc gõ tên, đuôi mã"))
        self.search.setAccessibleName(self.tr("Tìm hồ sơ chờ trả"))
        self.table = CasesTable()
        self.table.setColumnHidden(ID, True)  # noqa: FBT003 - Qt's own signature
        self.empty = label(self.tr("Không có kết quả nào đang chờ trả."), "muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.who = label("", "big", wrap=True)
        self.what = label("", "muted", wrap=True)
        self.receiver_group = QButtonGroup(self)
        self.choices = [
            QRadioButton(text)
            for text in (
                self.tr("Chủ hồ sơ nhận   Alt+1"),
                self.tr("Người được ủy quyền nhận   Alt+2"),
                self.tr("Gửi qua bưu chính   Alt+3"),
            )
        ]
        self.name, self.number, self.paper = QLineEdit(), QLineEdit(), QLineEdit()
        self.parcel = QLineEdit()
        self.shown = QComboBox()
        for shown, text in SHOWN_NAMES.items():
            self.shown.addItem(worded(text), shown.value)
        self.showed = boxed(field(self.tr("Người nhận đã xuất trình"), self.shown))
        self.proxy = QWidget()
        self.post = boxed(field(self.tr("Số hiệu bưu gửi"), self.parcel))
        self.go = QPushButton(self.tr("Trả kết quả và in phiếu   F9"))
        self.go.setObjectName("primary")
        self._lay_out()
        self._connect()
        self._show_receiver()

    def start(self, case_code: str = "") -> None:
        """Read the list; begin at a case when one is given."""
        self._wanted = case_code
        self._forget_receiver()
        self.search.setText(case_code)
        self._on_asked()
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter go on to the next field."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's own signature
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        left = Card(self.tr("Chờ trả kết quả"))
        left.body.addWidget(self.search)
        left.body.addWidget(self.table, 1)
        left.body.addWidget(self.empty, 1)
        right = Card(self.tr("Người nhận"))
        right.body.addWidget(self.who)
        right.body.addWidget(self.what)
        right.body.addSpacing(8)
        for n, choice in enumerate(self.choices):
            self.receiver_group.addButton(choice, n)
            right.body.addWidget(choice)
        self.choices[0].setChecked(True)
        box = QVBoxLayout(self.proxy)
        box.setContentsMargins(0, 0, 0, 0)
        for caption, line in (
            (self.tr("Họ tên người nhận"), self.name),
            (self.tr("Số giấy tờ"), self.number),
            (self.tr("Giấy ủy quyền (số, ngày)"), self.paper),
        ):
            box.addLayout(field(caption, line))
        right.body.addWidget(self.showed)
        right.body.addWidget(self.proxy)
        right.body.addWidget(self.post)
        right.body.addStretch(1)
        right.body.addWidget(self.go)
        row = beside((left, 66), (right, 34), spacing=12)
        row.setContentsMargins(14, 14, 14, 14)
        self.setLayout(row)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_asked)
        self.receiver_group.idClicked.connect(self._on_receiver)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.cases.modelReset.connect(self._on_row)
        self.go.clicked.connect(self._on_go)
        self._bulletin.changed.connect(self._on_changed)
        for line in (self.search, self.name, self.number, self.paper, self.parcel):
            line.installEventFilter(self)
        QShortcut(QKeySequence("F9"), self, self._on_go)
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.setFocus)
        for n, choice in enumerate(self.choices):
            QShortcut(QKeySequence(f"Alt+{n + 1}"), self, choice.click)

    @Slot()
    def _on_asked(self) -> None:
        words = self.search.text()
        self._jobs.run(
            Lane.READ,
            lambda: self._services.find(words, State.RESULT_WAITING, Due.ALL),
            owner=self,
            done=self._show,
            failed=self._on_failed,
            latest="find",
        )

    def _show(self, rows: list[CaseRow]) -> None:
        self.table.show_cases(rows, self._services.now())
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._on_row()

    @Slot()
    def _on_row(self) -> None:
        row = self.table.chosen()
        if row is not None and row.code != self._for:  # who takes one result says nothing of the next
            self._for = row.code
            self._forget_receiver()
        self.who.setText(row.applicant_name if row else self.tr("Chưa chọn hồ sơ"))
        self.what.setText(f"{row.procedure_name}\n{row.code}" if row else "")
        self.go.setEnabled(row is not None and not self._busy)

    @Slot(int)
    def _on_receiver(self, _chosen: int) -> None:
        self._show_receiver()
        {1: self.name, 2: self.parcel}.get(self.receiver_group.checkedId(), self.go).setFocus()

    def _show_receiver(self) -> None:
        self.proxy.setVisible(self.receiver_group.checkedId() == 1)
        self.post.setVisible(self.receiver_group.checkedId() == 2)
        self.showed.setVisible(self.receiver_group.checkedId() != 2)

    @Slot()
    def _on_go(self) -> None:
        row = self.table.chosen()
        if row is None or self._busy:
            return
        taken = self._taken()
        self._busy = True
        self.go.setEnabled(False)
        self._jobs.run(
            Lane.WRITE,
            lambda: self._services.hand_over(row.code, taken),
            owner=self,
            done=lambda _none: self._on_handed_over(row),
            failed=self._on_not_handed_over,
        )

    def _taken(self) -> HandOver:
        shown = Shown(self.shown.currentData())
        match self.receiver_group.checkedId():
            case 1:
                return HandOver(
                    receiver=Receiver.PROXY,
                    name=self.name.text().strip(),
                    id=self.number.text().strip(),
                    shown=shown,
                    paper=self.paper.text().strip(),
                )
            case 2:
                return HandOver(receiver=Receiver.POST, post_code=self.parcel.text().strip())
        return HandOver(receiver=Receiver.APPLICANT, shown=shown)

    def _on_handed_over(self, row: CaseRow) -> None:
        self._busy = False
        self._forget_receiver()
        self.search.clear()
        self.search.setFocus()
        self._bulletin.told.emit(self.tr("Đã trả kết quả {code}.").format(code=row.code))
        self._bulletin.changed.emit(Changes(cases=True, sync=True, case_code=row.code))
        self._jobs.run(
            Lane.PRINT,
            lambda: self._services.print_return_slip(row.code),
            owner=self,
            done=lambda _none: self._bulletin.changed.emit(Changes(cases=True)),
            failed=self._on_failed,
        )

    def _forget_receiver(self) -> None:
        for line in (self.name, self.number, self.paper, self.parcel):
            line.clear()
        self.choices[0].setChecked(True)
        self.shown.setCurrentIndex(0)
        self._show_receiver()

    def _on_not_handed_over(self, error: DeskError) -> None:
        self._busy = False
        self._on_row()
        self._on_failed(error)

    @Slot(Changes)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.cases:
            self._on_asked()

    def _on_failed(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))
