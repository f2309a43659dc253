"""One case: what was handed in, what was done, what can be done next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk_app.domain.amount import dong
from desk_app.domain.birth_date import show_birth_date
from desk_app.domain.case import Case, Delivery, State, TimelineEntry
from desk_app.domain.changes import Changes
from desk_app.domain.component import Component
from desk_app.domain.errors import DeskError
from desk_app.domain.words import Words
from desk_app.services.find_cases import CasePage
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.names import act_name, delivery_name, sex_name, state_name
from desk_app.ui.parts import Card, beside, boxed, field, label
from desk_app.ui.wording import day_and_hour, sentence, worded

SLIPS = {"receipt": Words("giấy tiếp nhận"), "return_slip": Words("phiếu trả kết quả")}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseServices:
    """What the page asks for."""

    page: Callable[[str], CasePage]
    complete: Callable[[str, str], None]
    print_receipt: Callable[[str], None]
    print_return_slip: Callable[[str], None]
    now: Callable[[], datetime]


class CaseScreen(QWidget):
    """Told a code, reads the rest."""

    closed = Signal()
    hand_over_asked = Signal(str)
    hints = (
        ("F9", Words("ghi nhận kết quả / trả kết quả")),
        ("Ctrl+P", Words("in lại giấy tiếp nhận")),
        ("Esc", Words("về danh sách")),
    )

    def __init__(self, jobs: Jobs, bulletin: Bulletin, services: CaseServices) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._jobs, self._bulletin, self._services = jobs, bulletin, services
        self._case: Case | None = None
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
        self.go = QPushButton()
        self.go.setObjectName("primary")
        self.receipt = QPushButton(self.tr("In lại giấy tiếp nhận   Ctrl+P"))
        self.slip = QPushButton(self.tr("In lại phiếu trả kết quả"))
        self.told = label("", "muted", wrap=True)
        self._lay_out()
        self.go.clicked.connect(self._on_go)
        self.receipt.clicked.connect(self._on_receipt)
        self.slip.clicked.connect(self._on_slip)
        self.result_number.returnPressed.connect(self._on_go)
        bulletin.changed.connect(self._on_changed)
        QShortcut(QKeySequence("F9"), self, self._on_go)
        QShortcut(QKeySequence("Ctrl+P"), self, self._on_receipt)
        QShortcut(QKeySequence("Escape"), self, self.closed.emit)

    def show_case(self, code: str) -> None:
        """Read and show a case."""
        self._jobs.run(
            Lane.READ,
            lambda: self._services.page(code),
            owner=self,
            done=self._show,
            failed=self._on_failed,
            latest="page",
        )

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 14)
        head = QHBoxLayout()
        head.addWidget(self.code)
        head.addSpacing(12)
        head.addWidget(self.state, 1)
        back = QPushButton(self.tr("Về danh sách   Esc"))
        back.clicked.connect(self.closed)
        head.addWidget(back)
        box.addLayout(head)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.facts)
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
        for row, (name, value) in enumerate((name, value) for name, value in _facts(case) if value):
            self.grid.addWidget(label(worded(name), "label"), row, 0)
            self.grid.addWidget(label(value, "value", wrap=True), row, 1)
        _empty(self.entries)
        for entry in page.timeline:
            self.entries.addWidget(label(_entry(entry), "value", wrap=True))
        waiting = case.state is State.PROCESSING
        self.result_box.setVisible(waiting)
        self.go.setVisible(case.state is not State.RETURNED)
        self.go.setText(self.tr("Ghi nhận đã có kết quả   F9") if waiting else self.tr("Trả kết quả   F9"))
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
        if case is None or not self.go.isVisible():
            return
        if case.state is State.RESULT_WAITING:
            self.hand_over_asked.emit(case.code)
            return
        number = self.result_number.text()
        self._jobs.run(
            Lane.WRITE,
            lambda: self._services.complete(case.code, number),
            owner=self,
            done=lambda _none: self._on_completed(case.code),
            failed=self._on_failed,
        )

    def _on_completed(self, code: str) -> None:
        self.result_number.clear()
        self._bulletin.told.emit(self.tr("Đã ghi nhận kết quả của {code}.").format(code=code))
        self._bulletin.changed.emit(Changes(cases=True, sync=True, case_code=code))

    @Slot()
    def _on_receipt(self) -> None:
        self._print(self._services.print_receipt)

    @Slot()
    def _on_slip(self) -> None:
        self._print(self._services.print_return_slip)

    def _print(self, print_: Callable[[str], None]) -> None:
        case = self._case
        if case is not None:
            self._jobs.run(
                Lane.PRINT,
                lambda: print_(case.code),
                owner=self,
                done=lambda _none: self._bulletin.changed.emit(Changes(cases=True, case_code=case.code)),
                failed=self._on_failed,
            )

    @Slot(Changes)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and self._case is not None and (changes.cases or changes.sync):
            self.show_case(self._case.code)

    def _on_failed(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))


def _facts(case: Case) -> list[tuple[str, str]]:
    intake, applicant = case.intake, case.intake.applicant
    papers = "\n".join(
        f"{n}. {paper.name} ({worded(_count(paper))})" for n, paper in enumerate(intake.components, 1)
    )
    return [
        (Words("Thủ tục"), f"{case.procedure_name} ({intake.procedure_code})"),
        (Words("Lĩnh vực"), case.field),
        (Words("Chủ hồ sơ"), applicant.name),
        (Words("Số giấy tờ"), applicant.id),
        (
            Words("Ngày sinh"),
            ", ".join(filter(None, (show_birth_date(applicant.born), sex_name(applicant.sex)))),
        ),
        (Words("Địa chỉ"), applicant.address),
        (Words("Điện thoại"), applicant.phone),
        (Words("Người nộp thay"), ", ".join(filter(None, (intake.submitter.name, intake.submitter.id)))),
        (Words("Giấy tờ đã nộp"), papers),
        (Words("Nhận lúc"), f"{case.received_at:%H:%M, %d/%m/%Y}"),
        (Words("Hẹn trả"), f"{case.due_at:%H:%M, %d/%m/%Y}" if case.due_at else ""),
        (Words("Phí, lệ phí"), "" if intake.fee is None else dong(intake.fee)),
        (
            Words("Sổ theo dõi"),
            worded(Words("Quyển {book}, số {number}", book=case.register_book, number=case.register_number)),
        ),
        (Words("Mã tra cứu"), case.lookup),
        (Words("Kết quả"), case.result_number),
        (
            Words("Đã in"),
            worded(
                Words("giấy tiếp nhận {n} lần", n=case.receipts_printed)
                if case.receipts_printed
                else Words("chưa in giấy tiếp nhận")
            ),
        ),
        (Words("Cấp trên trả lại"), case.refusal if case.delivery is Delivery.REFUSED else ""),
    ]


def _count(paper: Component) -> Words:
    return Words("{originals} chính, {copies} sao", originals=paper.originals, copies=paper.copies)


def _entry(entry: TimelineEntry) -> str:
    what = " ".join(filter(None, (act_name(entry.kind), worded(SLIPS.get(entry.detail, entry.detail)))))
    received = f" · {delivery_name(Delivery.ACKNOWLEDGED)}" if entry.acknowledged else ""
    return f"{entry.at:%H:%M %d/%m/%Y}   {what}\n{entry.staff}{received}"


def _empty(layout: QGridLayout | QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()
