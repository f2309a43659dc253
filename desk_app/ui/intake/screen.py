"""F2, Tiếp nhận: joins the three cards with the services; holds no rule of the field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_app.domain.amount import dong
from desk_app.domain.applicant import IdKind
from desk_app.domain.case import Intake
from desk_app.domain.case_code import is_case_code
from desk_app.domain.changes import Changes
from desk_app.domain.deadline import Deadline
from desk_app.domain.errors import DeskError, FeeReceiptUnclear, IntakeIncomplete, UnknownProcedure
from desk_app.domain.procedure import Procedure
from desk_app.domain.received import Received
from desk_app.domain.turns import Taking
from desk_app.domain.typed_number import plain_number
from desk_app.domain.words import Words
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.intake.applicant_card import ApplicantCard
from desk_app.ui.intake.cleared_form import ClearedForm
from desk_app.ui.intake.draft_keeper import DraftKeeper
from desk_app.ui.intake.due_card import DueCard
from desk_app.ui.intake.fee_box import Reckon
from desk_app.ui.intake.form_keys import FormKeys
from desk_app.ui.intake.form_state import FormState, from_draft
from desk_app.ui.intake.judged import judge
from desk_app.ui.intake.procedure_card import ProcedureCard
from desk_app.ui.intake.promise import Promise
from desk_app.ui.intake.scan_fill import is_other
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.keys import on_key
from desk_app.ui.scroll import Scroll
from desk_app.ui.wording import sentence, worded


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeServices:
    """What the screen asks for; the last six touch the store or the printer and run on lanes.

    `print_receipt` says whether the paper came out of a printer.
    """

    search: Callable[[str], list[Procedure]]
    procedure: Callable[[str], Procedure]
    explain: Callable[[str], Deadline]
    now: Callable[[], datetime]
    preview: Callable[[Intake, int], bytes]
    reckon: Reckon
    receive: Callable[[Intake, bool, Taking | None], Received]
    print_receipt: Callable[[str], bool]
    load_draft: Callable[[], str]
    save_draft: Callable[[str], None]
    drop_draft: Callable[[], None]


class IntakeScreen(QWidget):
    """Take a case: who, what, when; F9 receives and prints, and the form is ready for the next."""

    case_scanned = Signal(str)
    received = Signal(Received)
    hints = (
        ("F9", Words("Tiếp nhận")),
        ("Enter", Words("ô kế tiếp")),
        ("Ctrl+T", Words("thủ tục")),
        ("Ctrl+E", Words("phí")),
        ("Esc", Words("xóa biểu mẫu")),
    )

    def __init__(self, jobs: Jobs, bulletin: Bulletin, services: IntakeServices) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._jobs, self._bulletin, self._services = jobs, bulletin, services
        self._receiving, self._just_received, self._quiet = False, False, False
        self.next_form: Callable[[FormState], FormState] = lambda _before: FormState()
        self.applicant = ApplicantCard(self._today)
        self.procedure = ProcedureCard(services.search)
        self.due = DueCard(services.reckon)
        self._lay_out()
        self.draft = DraftKeeper(
            jobs, self.state, services.save_draft, services.drop_draft, self._on_failed, self
        )
        self._cleared = ClearedForm(bulletin, self.show_form, self)
        self._promise = Promise(
            jobs, (self.procedure, self.due), services.explain, services.now, services.preview, self._to_draw,
            self._on_failed, self,
        )  # fmt: skip
        for part in (self.applicant, self.procedure, self.due):
            part.changed.connect(self._on_changed)
        self.due.channel.changed.connect(self._reckon_anew)  # the tables of the day on a paper
        bulletin.changed.connect(self._on_desk_changed)
        self.procedure.procedure_chosen.connect(self._on_procedure)
        self.due.receive.clicked.connect(self.receive)
        on_key("F9", self, self.receive)
        on_key("Ctrl+T", self, self.procedure.search.begin)
        on_key("Ctrl+G", self, self._add_paper)
        on_key("Ctrl+E", self, lambda: self.due.fees.first().setFocus())
        on_key("Ctrl+D", self, self._on_paid_key)
        on_key("Ctrl+Z", self, self._cleared.give_back)
        FormKeys(self, self.procedure.search, self.clear, lambda: self._cleared.there)
        self._on_changed()

    def state(self) -> FormState:
        """Return what stands in the form."""
        return self.due.state(self.procedure.state(self.applicant.state(FormState())))

    def show_form(self, state: FormState) -> None:
        """Fill the form; a procedure that the catalogue no longer has stays empty."""
        try:
            procedure = self._services.procedure(state.procedure) if state.procedure else None
        except UnknownProcedure:
            procedure = None
        self._quiet = True
        self.applicant.show_state_of(state)
        self.procedure.show_state_of(state, procedure)
        self.due.show_state_of(state)
        self._quiet = False
        self._on_changed()

    def start(self) -> None:
        """Bring back the draft of whoever signed in, and begin."""
        self._jobs.run(
            Lane.READ, self._services.load_draft, owner=self, done=self._on_draft, failed=self._on_failed
        )
        self.applicant.first().setFocus()

    def leave(self) -> None:
        """Keep what was typed last before the desk is locked."""
        self.procedure.table.commit()
        if not self._receiving:
            self.draft.flush()

    def on_minute(self) -> None:
        """Promise and reckon by the present time: a form that was open at 14:59 says something else at 15:01."""
        self._promise.show()
        self._reckon_anew()

    def take_scan(self, text: str) -> None:
        """Fill in a citizen's card, open the case of a receipt."""
        if is_case_code(text):
            self.case_scanned.emit(text)
        else:
            before = self.applicant.state(FormState())
            self.applicant.take_scan(text)
            after = self.applicant.state(FormState())
            if is_other(before, plain_number(after.id, IdKind(after.id_kind)), after.name):
                self.due.fees.forget_person()

    @Slot()
    def receive(self) -> None:
        """Receive what stands in the form, once, and go on."""
        self.procedure.table.commit()
        procedure, state = self.procedure.procedure, self.state()
        if self._receiving or (self._just_received and procedure is None):
            return  # a second F9 for the same case is no act of its own
        if procedure is None:
            self._bulletin.failed.emit(self.tr("Chưa chọn thủ tục; hãy gõ tên, mã hoặc chữ đầu (Ctrl+T)."))
            self._go_to("procedure")
            return
        if self._reckon_anew():
            self._bulletin.failed.emit(
                self.tr(
                    "Biểu mức thu vừa đổi nên phí, lệ phí đã tính lại; hãy xem số tiền rồi bấm F9 lần nữa."
                )
            )
            return
        judged = judge(state, procedure, self._today(), self.due.fees.reckoned())
        intake = judged.intake
        if judged.trouble is not None or intake is None:
            if judged.trouble is not None:
                self._on_failed(judged.trouble)
            self._go_to(judged.field)
            return
        try:
            taken = self.due.fees.taken(intake.submitter.name or intake.applicant.name)
        except (FeeReceiptUnclear, IntakeIncomplete) as unclear:
            self._on_failed(unclear)
            self._go_to("receipt" if isinstance(unclear, FeeReceiptUnclear) else "fee")
            return
        self._receiving = True
        self.draft.pause()
        self.due.receive.setEnabled(False)
        wanted = self.due.print_too.isChecked() if intake.at_once else True
        self._jobs.run(
            Lane.WRITE,
            lambda: self._services.receive(intake, wanted, taken),
            owner=self,
            done=self._on_received,
            failed=self._on_not_received,
            ended=self._on_receive_ended,
        )

    @Slot()
    def clear(self) -> None:
        """Empty the form; ten seconds long it can be had back."""
        state = self.state()
        if state.is_empty or self._receiving:
            return
        self.show_form(FormState())
        self._cleared.keep(state)
        self.draft.flush()
        self.applicant.first().setFocus()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 14, 14, 14)
        row.setSpacing(12)
        for widget, share in (
            (Scroll(self.applicant, sideways=False), 38),
            (self.procedure, 44),
            (self.due, 32),
        ):
            row.addWidget(widget, share)

    def _today(self) -> date:
        return self._services.now().date()

    def _to_draw(self) -> Intake | None:
        """Return what the receipt would be drawn of; None while there is no name and procedure."""
        procedure, state = self.procedure.procedure, self.state()
        if procedure is None or not state.name.strip() or not self.isVisible():
            return None
        return judge(state, procedure, self._today(), self.due.fees.reckoned()).intake

    def _go_to(self, name: str) -> None:
        """Put the cursor where something is missing."""
        cards = (card.widget_of(name) for card in (self.applicant, self.procedure, self.due))
        widget = next((one for one in cards if one is not None), self.due.fees.fee)
        widget.setFocus()

    @Slot()
    def _add_paper(self) -> None:
        if self.procedure.procedure is not None:
            self.procedure.table.add_typed()

    @Slot()
    def _on_paid_key(self) -> None:
        paid = self.due.fees.paid
        if not paid.isHidden():
            paid.paid.toggle()
            if paid.paid.isChecked():
                paid.first().setFocus()

    @Slot()
    def _on_changed(self) -> None:
        if self._quiet:
            return
        procedure = self.procedure.procedure
        self.due.show_at_once(at_once=procedure is not None and procedure.at_once)
        self._promise.show()
        self._show_complete()
        if not self._receiving:
            self.draft.touch()
        self._just_received = False
        if not self.state().is_empty:
            self._cleared.forget()

    @Slot()
    def _reckon_anew(self) -> bool:
        return not self._quiet and not self._receiving and self.due.fees.reckon_anew()

    @Slot(object)
    def _on_desk_changed(self, changes: Changes) -> None:
        if changes.settings:
            self._reckon_anew()

    @Slot()
    def _on_procedure(self) -> None:
        procedure = self.procedure.procedure
        self.due.fees.show_procedure(procedure)
        if procedure is not None and not self._quiet:
            counts = self.due.fees.counts.first() if procedure.at_once else None
            (counts or self.procedure.term).setFocus()  # what is settled at once has no term to look at
            if counts is not None:
                counts.selectAll()

    def _show_complete(self) -> None:
        procedure = self.procedure.procedure
        if procedure is None:
            self.procedure.show_complete("", missing=False)
            return
        judged = judge(self.state(), procedure, self._today(), self.due.fees.reckoned())
        if judged.trouble is not None:
            text = sentence(judged.trouble)
        else:
            text = self.tr("Đủ thành phần hồ sơ. Có thể tiếp nhận.")
        self.procedure.show_complete(
            " ".join((text, *map(worded, judged.warnings))), missing=judged.trouble is not None
        )

    def _on_draft(self, text: str) -> None:
        self.draft.loaded(text)
        if text and self.state().is_empty:
            self.show_form(from_draft(text))
            self._bulletin.told.emit(self.tr("Đã mở lại hồ sơ đang nhập dở."))

    def _on_received(self, received: Received) -> None:
        self._receiving = False
        self.due.receive.setEnabled(True)
        self.due.fees.paid.keep_book()
        self.draft.forget()
        self.show_form(self.next_form(self.state()))
        self._just_received = True
        self._promise.clear_preview()
        self.applicant.first().setFocus()
        done = self.tr("Đã tiếp nhận và trả ngay") if received.at_once else self.tr("Đã tiếp nhận")
        done = f"{done} {received.case_code}."
        if received.owed:
            done = f"{done} {self.tr('Chưa thu {amount}.').format(amount=dong(received.owed))}"
        self._bulletin.told.emit(done)
        self._bulletin.changed.emit(Changes(cases=True, sync=True, case_code=received.case_code))
        self.received.emit(received)
        if received.receipt_wanted:
            self._jobs.run(
                Lane.PRINT,
                lambda: self._services.print_receipt(received.case_code),
                owner=self,
                done=lambda on_paper: self._on_printed(done, on_paper=on_paper),
                failed=self._on_failed,
            )

    def _on_printed(self, done: str, *, on_paper: bool) -> None:
        if not on_paper:
            self._bulletin.told.emit(f"{done} {self.tr('Giấy đã lưu thành tệp, chưa in ra giấy.')}")
        self._bulletin.changed.emit(Changes(cases=True))

    def _on_receive_ended(self) -> None:
        self._receiving = False  # here too: a bug calls neither of the others, and F9 must not stay dead
        self.due.receive.setEnabled(True)

    def _on_not_received(self, error: DeskError) -> None:
        self._receiving = False
        self.draft.touch()
        self.due.receive.setEnabled(True)
        self._on_failed(error)

    def _on_failed(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))
