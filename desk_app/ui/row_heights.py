"""Heights of rows whose texts break, worked out once: asking each cell each time stalls the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, QTimer, Slot
from PySide6.QtWidgets import QHeaderView, QTableView

PADDING = 20  # the style sheet's and the style's own, left and right
AROUND = 14  # above and below the lines
LINES_UNMEASURED = 2
MOST_MEASURED = 200  # beyond, every row gets two lines: a month's list opens as fast as a day's
MOST_KNOWN = 5000


class RowHeights(QTimer):
    """Fits the rows of one table after its columns changed; whoever shows other rows calls `fit`."""

    def __init__(
        self, table: QTableView, one_line: Callable[[], frozenset[int]] = lambda: frozenset()
    ) -> None:
        super().__init__(table, singleShot=True, interval=0)
        self._table, self._one_line = table, one_line
        self._known: dict[tuple[int, str], int] = {}
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.setWordWrap(True)
        # once for all columns that change in one go
        table.horizontalHeader().sectionResized.connect(lambda *_which: self.start())
        self.timeout.connect(self.fit)

    @Slot()
    def fit(self) -> None:
        """Give each row the height of its tallest cell; rows that `one_line` names do not break."""
        table, model, one_line = self._table, self._table.model(), self._one_line()
        if len(self._known) > MOST_KNOWN:
            self._known.clear()
        line, rows = table.fontMetrics().height(), model.rowCount()
        two_lines = LINES_UNMEASURED * line if rows > MOST_MEASURED else 0
        table.verticalHeader().setDefaultSectionSize((two_lines or line) + AROUND)
        widths = [
            (column, table.columnWidth(column) - PADDING)
            for column in range(model.columnCount())
            if not table.isColumnHidden(column)
        ]
        table.setUpdatesEnabled(False)
        try:
            for row in range(
                min(rows, MOST_MEASURED)
            ):  # those beyond never had another height than the default
                tall = two_lines or (line if row in one_line else self._tallest(row, widths))
                if table.rowHeight(row) != tall + AROUND:
                    table.setRowHeight(row, tall + AROUND)
        finally:
            table.setUpdatesEnabled(True)

    def _tallest(self, row: int, widths: list[tuple[int, int]]) -> int:
        model = self._table.model()
        return max(
            self._height(width, str(model.index(row, column).data() or "")) for column, width in widths
        )

    def _height(self, width: int, text: str) -> int:
        known = self._known.get((width, text))
        if known is None:
            metrics, room = self._table.fontMetrics(), QRect(0, 0, max(1, width), 10_000)
            if metrics.horizontalAdvance(text) <= width:
                known = metrics.height()
            else:
                known = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
            self._known[width, text] = known
        return known
