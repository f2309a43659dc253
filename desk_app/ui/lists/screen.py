"""Báo cáo: the register and the other lists of a day or a month."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.changes import Changes
from desk_app.domain.errors import DeskError
from desk_app.domain.period import Period
from desk_app.domain.reports import BY_DAY_ONLY, REPORT_NAMES, Report
from desk_app.domain.table import Table
from desk_app.domain.words import Words
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.keys import on_key
from desk_app.ui.lists.export import Export
from desk_app.ui.lists.model import ListTable
from desk_app.ui.lists.period_bar import PeriodBar
from desk_app.ui.parts import Card, label
from desk_app.ui.wording import sentence, worded


@dataclass(frozen=True, slots=True, kw_only=True)
class ListsServices:
    """What the screen asks for."""

    read: Callable[[Report, Period], Table]
    print_report: Callable[[Report, Period], int]  # how many papers
    export: Callable[[Table, Path], Path]
    now: Callable[[], datetime]


class ListsScreen(QWidget):
    """Choose a list and a period; print it or take it away as a spreadsheet."""

    opened = Signal(str)
    hints = (
        ("Alt+1 – 5", Words("chọn danh sách")),
        ("Ctrl+← →", Words("kỳ trước, kỳ sau")),
        ("Ctrl+D", Words("gõ ngày")),
        ("Ctrl+M", Words("ngày, tháng")),
        ("Enter", Words("mở hồ sơ")),
        ("Ctrl+P", Words("in")),
        ("Ctrl+E", Words("xuất Excel")),
    )

    def __init__(self, jobs: Jobs, bulletin: Bulletin, services: ListsServices) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._jobs, self._bulletin, self._services = jobs, bulletin, services
        self.export = Export(self, jobs, bulletin, services.export)
        self._report = Report.REGISTER
        self._table: Table | None = None
        self._asked = False
        self.choices = {report: QPushButton(worded(name)) for report, name in REPORT_NAMES.items()}
        self.period = PeriodBar()
        self.table = ListTable()
        self.table.setAccessibleName(self.tr("Danh sách"))
        self.empty = label("", "muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note = label("", "muted", wrap=True)
        self.print = QPushButton(self.tr("In   Ctrl+P"))
        self.print.setObjectName("go")
        self.save = QPushButton(self.tr("Xuất Excel   Ctrl+E"))
        self._lay_out()
        self._connect()

    def start(self) -> None:
        """Read the list; the first time that of today."""
        if not self._asked:
            self._asked = True
            self.period.set_day(self._services.now().date())
        self._read()
        self.table.setFocus()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 14, 14, 14)
        card = Card()
        top = QHBoxLayout()
        top.setSpacing(6)
        for n, (report, button) in enumerate(self.choices.items(), 1):
            button.setObjectName("choice")
            button.setCheckable(True)
            button.setChecked(report is self._report)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(f"Alt+{n}")
            top.addWidget(button)
        top.addStretch(1)
        top.addWidget(self.period)
        card.body.addLayout(top)
        card.body.addSpacing(4)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.empty, 1)
        below = QHBoxLayout()
        below.setSpacing(9)
        below.addWidget(self.note, 1)
        below.addWidget(self.save)
        below.addWidget(self.print)
        card.body.addLayout(below)
        box.addWidget(card)

    def _connect(self) -> None:
        for n, (report, button) in enumerate(self.choices.items(), 1):
            button.clicked.connect(partial(self.choose, report))
            on_key(f"Alt+{n}", self, partial(self.choose, report))
        self.period.listen(self)
        self.period.changed.connect(self._read)
        self.print.clicked.connect(self._on_print)
        self.save.clicked.connect(self._on_export)
        self.table.activated.connect(self._on_open)
        on_key("Ctrl+P", self, self._on_print)
        on_key("Ctrl+E", self, self._on_export)
        self._bulletin.changed.connect(self._on_changed)

    def choose(self, report: Report, *_checked: bool) -> None:
        """Show another list."""
        self._report = report
        for other, button in self.choices.items():
            button.setChecked(other is report)
        self.period.allow_months(allowed=report not in BY_DAY_ONLY)
        self._read()
        self.table.setFocus()

    @Slot()
    def _read(self) -> None:
        report, period = self._report, self.period.period()
        self._jobs.run(
            Lane.READ,
            lambda: self._services.read(report, period),
            owner=self,
            done=self._show,
            failed=self._on_failed,
            latest="list",
        )

    def _show(self, table: Table) -> None:
        self._table = table
        some = bool(table.count)
        if some:
            self.table.show_list(table)
        self.table.setVisible(some)
        self.empty.setVisible(not some)
        self.empty.setText(self.tr("Kỳ này không có gì trong danh sách."))
        self.note.setText(worded(table.note))
        self.print.setEnabled(some)
        self.save.setEnabled(some)

    @Slot()
    def _on_print(self) -> None:
        if self._table is None or not self._table.count:
            return
        report, period = self._report, self.period.period()
        self._jobs.run(
            Lane.PRINT,
            lambda: self._services.print_report(report, period),
            owner=self,
            done=self._on_printed,
            failed=self._on_failed,
        )

    def _on_printed(self, papers: int) -> None:
        self._bulletin.told.emit(self.tr("Đã in {n} danh sách.", n=papers).format(n=papers))

    @Slot()
    def _on_export(self) -> None:
        if self._table is not None and self._table.count:
            self.export.ask(self._table, self.period.period().stamp)

    @Slot()
    def _on_open(self) -> None:
        if code := self.table.chosen_code():
            self.opened.emit(code)

    @Slot(Changes)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.cases:
            self._read()

    def _on_failed(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))
