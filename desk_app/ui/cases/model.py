"""The rows of a list of cases, as a table shows them."""

from __future__ import annotations

from datetime import datetime

from desk_app.domain.case import CaseRow, Delivery, State
from desk_app.ui.names import delivery_name, state_name
from desk_app.ui.parts import shortened
from desk_app.ui.rows import INK, RowsModel

CODE, PROCEDURE, APPLICANT, ID, DUE, STATE, DELIVERY = range(7)
LATE, GOOD, ODD, QUIET, OPEN = "#a61b1b", "#146c33", "#7a4a00", "#52606d", "#0b57a8"
STATE_COLOURS = {
    State.RETURNED: GOOD,
    State.RESULT_WAITING: ODD,
    State.WAITING: ODD,
    State.PAYMENT_WAITING: ODD,
    State.REFUSED: QUIET,  # red is only for what is late or wrong
    State.WITHDRAWN: QUIET,
    State.STOPPED: QUIET,
    State.CLOSED: QUIET,
    State.VOIDED: QUIET,
}


class CasesModel(RowsModel[CaseRow]):
    """Cases as they stand at a moment."""

    def __init__(self, name_letters: int = 90) -> None:
        super().__init__()
        self._now: datetime | None = None
        self._name_letters = name_letters

    def show(self, rows: list[CaseRow], now: datetime) -> bool:
        """Show these rows; what is due before `now` and open is late. Return whether that shows anything else."""
        before, self._now = self._now, now
        if before is not None and before.date() == now.date() and rows == self._rows:
            lately = any(row.due_at is not None and before <= row.due_at < now for row in rows)
            if (
                not lately
            ):  # a list that is read anew with each frame sent neither jumps nor stalls the window
                return False
        self.show_rows(rows)
        return True

    def headings(self) -> tuple[str, ...]:
        return (
            self.tr("Mã hồ sơ"),
            self.tr("Thủ tục"),
            self.tr("Chủ hồ sơ"),
            self.tr("Số giấy tờ"),
            self.tr("Hẹn trả"),
            self.tr("Trạng thái"),
            self.tr("Cấp trên"),
        )

    def tip(self, row: CaseRow, column: int) -> str:
        whole = {CODE: row.code, PROCEDURE: row.procedure_name, DELIVERY: delivery_name(row.delivery)}
        return whole.get(column) or self.text(row, column)

    def text(self, row: CaseRow, column: int) -> str:
        match column:
            case 0:
                return "…" + row.code[-11:]
            case 1:
                return shortened(row.procedure_name, self._name_letters)
            case 2:
                return row.applicant_name
            case 3:
                return row.masked_id
            case 4:
                return self._due(row)
            case 5:
                return self.tr("Quá hạn") if self._late(row) else state_name(row.state)
        return self._delivery(row.delivery)

    def _delivery(self, delivery: Delivery) -> str:
        """Say it without whose it is: the heading does, and procedures need the room."""
        short = {Delivery.ACKNOWLEDGED: self.tr("đã nhận"), Delivery.REFUSED: self.tr("trả lại")}
        return short.get(delivery) or delivery_name(delivery)

    def _due(self, row: CaseRow) -> str:
        if row.due_at is None:
            return self.tr("trả ngay") if row.at_once else "–"
        today = self._now is not None and row.due_at.date() == self._now.date()
        return f"{row.due_at:%H:%M} {self.tr('hôm nay')}" if today else f"{row.due_at:%d/%m/%Y}"

    def _late(self, row: CaseRow) -> bool:
        open_ = row.state is State.PROCESSING
        return open_ and row.due_at is not None and self._now is not None and row.due_at < self._now

    def colour(self, row: CaseRow, column: int) -> str:
        if column in (DUE, STATE) and self._late(row):
            return LATE
        if column == STATE:
            return STATE_COLOURS.get(row.state, OPEN)
        if column == DELIVERY:
            return {Delivery.ACKNOWLEDGED: GOOD, Delivery.REFUSED: LATE}.get(row.delivery, QUIET)
        return QUIET if column == ID else INK
