"""F2, Tiếp nhận: joins the three cards with the services; holds no rule of the field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from desk_app.domain.amount import dong
from desk_app.domain.case import Intake
from desk_app.domain.changes import Changes
from desk_app.domain.deadline import Deadline
from desk_app.domain.errors import DeskError, ImpossibleDate, UnknownProcedure
from desk_app.domain.intake_check import IntakeCheck, check_intake
from desk_app.domain.procedure import Procedure
from desk_app.domain.received import Received
from desk_app.domain.words import Words
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.intake.applicant_card import ApplicantCard
from desk_app.ui.intake.due_card import DueCard
from desk_app.ui.intake.form_state import FormState, from_draft, intake_of
from desk_app.ui.intake.procedure_card import ProcedureCard
from desk_app.ui.intake.scan_burst import ScanBurst
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.wording import day_and_hour, sentence, worded

DRAFT_AFTER_MS = 500
PREVIEW_AFTER_MS = 250
UNDO_FOR_MS = 10_000
PREVIEW_PX = 620


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeServices:
    """What the screen asks for; the last six touch the store or the printer and run on lanes."""

    search: Callable[[str], list[Procedure]]
    procedure: Callable[[str], Procedure]
    explain: Callable[[str], Deadline]
    now: Callable[[], datetime]
    preview: Callable[[Intake, int], bytes]
    receive: Callable[[Intake, bool], Received]
    print_receipt: Callable[[str], None]
    load_draft: Callable[[], str]
    save_draft: Callable[[str], None]
    drop_draft: Callable[[], None]


class IntakeScreen(QWidget):
    """Take a case: who, what, when; F9 receives and prints, and the form is ready for the next."""

    received = Signal(Received)
    hints = (
        ("F9", Words("Tiếp nhận")),
        ("Enter", Words("ô kế tiếp")),
        ("Ctrl+T", Words("thủ tục")),
        ("Esc", Words("xóa biểu mẫu")),
    )

    def __init__(self, jobs: Jobs, bulletin: Bulletin, services: IntakeServices) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._jobs, self._bulletin, self._services = jobs, bulletin, services
        self._receiving = False
        self.next_form: Callable[[FormState], FormState] = lambda _before: FormState()
        self._cleared: FormState | None = None
        self._quiet = False
        self.applicant = ApplicantCard()
        self.procedure = ProcedureCard(services.search)
        self.due = DueCard()
        self._lay_out()
        self._draft_timer = self._timer(DRAFT_AFTER_MS, self._save_draft)
        self._preview_timer = self._timer(PREVIEW_AFTER_MS, self._ask_preview)
        self._undo_timer = self._timer(UNDO_FOR_MS, self._forget_cleared)
        self.burst = ScanBurst(self)
        self.burst.scanned.connect(self.applicant.take_scan)
        for part in (self.applicant, self.procedure, self.due):
            part.changed.connect(self._on_changed)
        self.procedure.procedure_chosen.connect(self._on_procedure)
        self.due.receive.clicked.connect(self.receive)
        for key, slot in (
            ("F9", self.receive),
            ("Ctrl+T", self.procedure.search.setFocus),
            ("Ctrl+G", self.procedure.table.add_typed),
            ("Ctrl+Z", self.undo_clear),
        ):
            QShortcut(QKeySequence(key), self, slot, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for kind in (QLineEdit, QPlainTextEdit, QComboBox):
            for widget in self.findChildren(kind):
                widget.installEventFilter(self)
        self.installEventFilter(self)
        self._on_changed()

    def state(self) -> FormState:
        """Return what stands in the form."""
        state = self.due.channel.state(self.procedure.state(self.applicant.state(FormState())))
        return FormState(**{n: getattr(state, n) for n in FormState.__slots__} | {"fee": self.due.fee.text()})

    def show_form(self, state: FormState) -> None:
        """Fill the form; a procedure that the catalogue no longer has stays empty."""
        try:
            procedure = self._services.procedure(state.procedure) if state.procedure else None
        except UnknownProcedure:
            procedure = None
        self._quiet = True
        self.applicant.show_state_of(state)
        self.procedure.show_state_of(state, procedure)
        self.due.fee.setText(state.fee)
        self.due.channel.show_state_of(state)
        self._quiet = False
        self._on_changed()

    def start(self) -> None:
        """Bring back the draft of whoever signed in, and begin."""
        self._jobs.run(
            Lane.READ, self._services.load_draft, owner=self, done=self._on_draft, failed=self._on_failed
        )
        self.applicant.first().setFocus()

    def keep(self) -> None:
        """Keep what was typed just now, before the desk is locked: the pause after which it is kept may not be over."""
        if self._draft_timer.isActive():
            self._draft_timer.stop()
            self._save_draft()

    @Slot()
    def receive(self) -> None:
        """Receive what stands in the form, once, and go on."""
        if self._receiving:
            return
        intake, check = self._judged()
        if intake is None or check is None:
            return
        if check.blocking:
            self._bulletin.failed.emit(
                self.tr("Còn thiếu: {what}.").format(what=", ".join(map(worded, check.blocking)))
            )
            return
        self._receiving = True
        self.due.receive.setEnabled(False)
        self._draft_timer.stop()
        wanted = self.due.print_too.isChecked() if intake.at_once else True
        self._jobs.run(
            Lane.WRITE,
            lambda: self._services.receive(intake, wanted),
            owner=self,
            done=self._on_received,
            failed=self._on_not_received,
        )

    @Slot()
    def clear(self) -> None:
        """Empty the form; ten seconds long it can be had back."""
        state = self.state()
        if state.is_empty:
            return
        self._cleared = state
        self.show_form(FormState())
        self._undo_timer.start()
        self._draft_timer.stop()
        self._jobs.run(
            Lane.WRITE, self._services.drop_draft, owner=self, done=lambda _none: None, failed=self._on_failed
        )
        self._bulletin.told.emit(self.tr("Đã xóa biểu mẫu. Ctrl+Z để hoàn tác trong 10 giây."))
        self.applicant.first().setFocus()

    @Slot()
    def undo_clear(self) -> None:
        """Give back what Esc took."""
        if self._cleared is not None:
            state, self._cleared = self._cleared, None
            self.show_form(state)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter go on to the next field, Esc clear the form."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(watched, QWidget):
                if watched is self.procedure.search and self.procedure.search.list.isVisible():
                    return False
                self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's own signature
                return True
            if event.key() == Qt.Key.Key_Escape:
                if watched is self.procedure.search and self.procedure.search.list.isVisible():
                    return False
                self.clear()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 14, 14, 14)
        row.setSpacing(12)
        scroll = QScrollArea()  # a narrow screen or large letters: the last fields are scrolled to, not cut
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.applicant)
        for widget, share in ((scroll, 38), (self.procedure, 44), (self.due, 32)):
            row.addWidget(widget, share)

    def _timer(self, after_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=after_ms)
        timer.timeout.connect(slot)
        return timer

    def _judged(self) -> tuple[Intake | None, IntakeCheck | None]:
        """Return the intake and what it lacks; both None, said to the clerk, when it cannot be read."""
        procedure = self.procedure.procedure
        if procedure is None:
            self._bulletin.failed.emit(self.tr("Chưa chọn thủ tục; hãy gõ tên, mã hoặc chữ đầu (Ctrl+T)."))
            return None, None
        try:
            intake = intake_of(self.state(), at_once=procedure.at_once)
        except ImpossibleDate as error:
            self._bulletin.failed.emit(sentence(error))
            return None, None
        return intake, check_intake(intake, procedure)

    @Slot()
    def _on_changed(self) -> None:
        if self._quiet:
            return
        self._show_due()
        self._show_complete()
        self._preview_timer.start()
        if not self._receiving:
            self._draft_timer.start()

    @Slot()
    def _on_procedure(self) -> None:
        procedure = self.procedure.procedure
        self.due.show_at_once(at_once=procedure is not None and procedure.at_once)
        self.due.fee.setText("" if procedure is None or procedure.fee is None else dong(procedure.fee)[:-2])
        varies = procedure is not None and procedure.fee_varies and procedure.fee is None
        self.due.fee_note.setText(self.tr("Mức thu do HĐND tỉnh quy định; xã chưa khai.") if varies else "")
        self.due.fee_note.setVisible(varies)
        if procedure is not None and not self._quiet:
            self.procedure.term.setFocus()

    def _show_due(self) -> None:
        procedure, term = self.procedure.procedure, self.procedure.chosen_term()
        if procedure is not None and procedure.at_once:
            self.due.show_due(
                self.tr("Giải quyết ngay"), self.tr("Tiếp nhận, giải quyết và trả kết quả trong một lần.")
            )
        elif procedure is not None and term:
            due = self._services.explain(term)
            reasons = " ".join((*due.steps[1:-1], *due.warnings))
            self.due.show_due(day_and_hour(due.due_at, self._services.now()), reasons)
        else:
            why = self.tr("Chưa có thời hạn: giấy tiếp nhận sẽ không ghi ngày hẹn.") if procedure else ""
            self.due.show_due("", why)

    def _show_complete(self) -> None:
        procedure = self.procedure.procedure
        if procedure is None:
            self.procedure.show_complete("", missing=False)
            return
        try:
            check = check_intake(intake_of(self.state(), at_once=procedure.at_once), procedure)
        except ImpossibleDate as error:
            self.procedure.show_complete(sentence(error), missing=True)
            return
        if check.blocking:
            text = self.tr("Còn thiếu: {what}.").format(what="; ".join(map(worded, check.blocking)))
        else:
            text = self.tr("Đủ thành phần hồ sơ. Có thể tiếp nhận.")
        self.procedure.show_complete(text, missing=bool(check.blocking))

    @Slot()
    def _ask_preview(self) -> None:
        procedure, state = self.procedure.procedure, self.state()
        try:
            intake = intake_of(state, at_once=False) if procedure and state.name.strip() else None
        except ImpossibleDate:
            intake = None
        if intake is None or not self.isVisible():
            self._clear_preview()
            return
        self._jobs.run(
            Lane.READ,
            lambda: self._services.preview(intake, PREVIEW_PX),
            owner=self,
            done=self.due.preview.show_page,
            failed=self._on_failed,
            latest="preview",
        )

    def _clear_preview(self) -> None:
        """Show no page, also not one that is still being drawn for the case before."""
        self._jobs.forget(self, "preview")
        self.due.preview.clear_page()

    @Slot()
    def _save_draft(self) -> None:
        state = self.state()
        if state.is_empty:
            return
        text = state.to_draft()
        self._jobs.run(
            Lane.WRITE,
            lambda: self._services.save_draft(text),
            owner=self,
            done=lambda _none: None,
            failed=self._on_failed,
        )

    @Slot()
    def _forget_cleared(self) -> None:
        self._cleared = None

    def _on_draft(self, text: str) -> None:
        if text and self.state().is_empty:
            self.show_form(from_draft(text))
            self._bulletin.told.emit(self.tr("Đã mở lại hồ sơ đang nhập dở."))

    def _on_received(self, received: Received) -> None:
        self._receiving = False
        self.due.receive.setEnabled(True)
        self.show_form(self.next_form(self.state()))
        self._draft_timer.stop()
        self._clear_preview()
        self.applicant.first().setFocus()
        done = self.tr("Đã tiếp nhận và trả ngay") if received.at_once else self.tr("Đã tiếp nhận")
        self._bulletin.told.emit(f"{done} {received.case_code}.")
        self._bulletin.changed.emit(Changes(cases=True, sync=True, case_code=received.case_code))
        self.received.emit(received)
        if received.receipt_wanted:
            self._jobs.run(
                Lane.PRINT,
                lambda: self._services.print_receipt(received.case_code),
                owner=self,
                done=lambda _none: self._bulletin.changed.emit(Changes(cases=True)),
                failed=self._on_failed,
            )

    def _on_not_received(self, error: DeskError) -> None:
        self._receiving = False
        self.due.receive.setEnabled(True)
        self._on_failed(error)

    def _on_failed(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))
