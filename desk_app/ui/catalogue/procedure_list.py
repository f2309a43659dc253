"""The procedures that a search found."""

from __future__ import annotations

from desk_app.domain.procedure import Procedure
from desk_app.ui.parts import shortened
from desk_app.ui.rows import INK, RowsModel, RowsTable

CODE, NAME = range(2)
GONE = "#8a5300"


class ProcedureModel(RowsModel[Procedure]):
    """Procedures by code and name."""

    def headings(self) -> tuple[str, ...]:
        return (self.tr("Mã"), self.tr("Thủ tục"))

    def text(self, row: Procedure, column: int) -> str:
        return row.code if column == CODE else shortened(row.name, 110)

    def tip(self, row: Procedure, column: int) -> str:
        del column
        return row.note or row.name

    def colour(self, row: Procedure, column: int) -> str:
        del column
        return INK if row.receivable else GONE


class ProcedureList(RowsTable[Procedure]):
    """One row is one procedure; what is not received any more comes last, in another colour with a note."""

    def __init__(self) -> None:
        self.procedures = ProcedureModel()
        super().__init__(self.procedures, ((CODE, 92),))

    def show_procedures(self, rows: list[Procedure]) -> None:
        """Show rows; the cursor stays on its procedure, else goes to the first."""
        before = self.chosen()
        self.procedures.show_rows(rows)
        self.heights.fit()
        codes = [row.code for row in rows]
        if rows:
            self.selectRow(codes.index(before.code) if before and before.code in codes else 0)
