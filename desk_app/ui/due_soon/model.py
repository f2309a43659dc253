"""The rows of one group of what cannot wait."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QKeyEvent

from desk_app.domain.case_clock import Urgency
from desk_app.domain.due_list import DueCase
from desk_app.domain.due_table import due_words, what_to_do
from desk_app.ui.parts import shortened
from desk_app.ui.rows import INK, RowsModel, RowsTable
from desk_app.ui.wording import worded

CODE, PROCEDURE, APPLICANT, PHONE, DUE, TO_DO = range(6)
WIDTHS = ((CODE, 112), (PHONE, 106), (DUE, 176), (TO_DO, 230))
LATE, QUIET = "#a61b1b", "#52606d"


class DueModel(RowsModel[DueCase]):
    """Cases as they stand on a day."""

    def __init__(self) -> None:
        super().__init__()
        self._today = date.min

    def show(self, rows: tuple[DueCase, ...], today: date) -> None:
        """Show these cases as they stand on `today`."""
        self._today = today
        self.show_rows(rows)

    def headings(self) -> tuple[str, ...]:
        return (
            self.tr("Mã hồ sơ"),
            self.tr("Thủ tục"),
            self.tr("Chủ hồ sơ"),
            self.tr("Điện thoại"),
            self.tr("Hạn"),
            self.tr("Việc cần làm"),
        )

    def tip(self, row: DueCase, column: int) -> str:
        return {CODE: row.code, PROCEDURE: row.procedure_name}.get(column) or self.text(row, column)

    def colour(self, row: DueCase, column: int) -> str:
        late = row.urgency is Urgency.OVERDUE or row.closable(self._today)
        late = column == DUE and (late or (row.urgency is Urgency.TO_SEND and row.send_late))
        return LATE if late else QUIET if column == PHONE else INK

    def text(self, row: DueCase, column: int) -> str:
        match column:
            case 0:
                return "…" + row.code[-11:]
            case 1:
                return shortened(row.procedure_name, 90)
            case 2:
                return row.applicant_name
            case 3:
                return row.phone or "–"
            case 4:
                return worded(due_words(row, self._today))
        return shortened(worded(what_to_do(row, self._today)), 120)


class DueTable(RowsTable[DueCase]):
    """A table of cases; one row is one case."""

    def __init__(self) -> None:
        self.due = DueModel()
        super().__init__(self.due, WIDTHS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters to the screen; a table would look for a case that begins with them."""
        if event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def show_cases(self, rows: tuple[DueCase, ...], today: date) -> None:
        """Show rows; the cursor stays on its case, or where that case was: the next one to work off."""
        before, at = self.chosen(), self.currentIndex().row()
        self.due.show(rows, today)
        self.heights.fit()
        codes = [row.code for row in rows]
        if rows:
            kept = codes.index(before.code) if before and before.code in codes else at
            self.selectRow(max(0, min(kept, len(rows) - 1)))
