"""What the desk promises: the due date with its reasons, and the receipt that will say so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Slot

from desk_app.domain.case import Intake
from desk_app.domain.deadline import Deadline
from desk_app.domain.errors import DeskError, UnclearTerm
from desk_app.ui.intake.due_card import DueCard
from desk_app.ui.intake.procedure_card import ProcedureCard
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.wording import day_and_hour, sentence

PREVIEW_AFTER_MS = 250
PREVIEW_PX = 620


class Promise(QObject):
    """Keeps the third card in step with the form; `intake` gives what to draw, or None."""

    def __init__(
        self,
        jobs: Jobs,
        cards: tuple[ProcedureCard, DueCard],
        explain: Callable[[str], Deadline],
        now: Callable[[], datetime],
        preview: Callable[[Intake, int], bytes],
        intake: Callable[[], Intake | None],
        failed: Callable[[DeskError], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._explain, self._now, self._failed = jobs, explain, now, failed
        self._preview, self._intake = preview, intake
        self._procedure, self._due = cards
        self._timer = QTimer(self, singleShot=True, interval=PREVIEW_AFTER_MS)
        self._timer.timeout.connect(self._ask_preview)

    def show(self) -> None:
        """Say when the result will be there, and draw the receipt soon; without one the page goes at once."""
        self._show_due()
        if self._intake() is None:  # the citizen before must not be seen for another quarter of a second
            self.clear_preview()
        else:
            self._timer.start()

    def clear_preview(self) -> None:
        """Show no page, also not one that is still being drawn for the case before."""
        self._timer.stop()
        self._jobs.forget(self, "preview")
        self._due.preview.clear_page()

    def _show_due(self) -> None:
        procedure, term = self._procedure.procedure, self._procedure.chosen_term()
        if procedure is None:
            self._due.show_due("", "")
        elif procedure.at_once:
            self._due.show_due(
                self.tr("Giải quyết ngay"), self.tr("Tiếp nhận, giải quyết và trả kết quả trong một lần.")
            )
        elif term:
            due = self._explain(term)
            reasons = " ".join((*due.steps[1:-1], *due.warnings))
            self._due.show_due(day_and_hour(due.due_at, self._now()), reasons)
        elif typed := self._procedure.term_typed():
            self._due.show_none(sentence(UnclearTerm(text=typed)))
        else:
            self._due.show_none(self.tr("Chưa có thời hạn: giấy tiếp nhận sẽ không ghi ngày hẹn."))

    @Slot()
    def _ask_preview(self) -> None:
        intake = self._intake()
        if intake is None:
            self.clear_preview()
            return
        self._jobs.run(
            Lane.READ,
            lambda: self._preview(intake, PREVIEW_PX),
            owner=self,
            done=self._due.preview.show_page,
            failed=self._failed,
            latest="preview",
        )
