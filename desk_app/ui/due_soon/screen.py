"""F5, Sắp đến hạn: what cannot wait, group by group, worked off row by row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.case_clock import Urgency
from desk_app.domain.case_code import is_case_code
from desk_app.domain.changes import Changes
from desk_app.domain.due_list import GROUP_EXPLANATIONS, GROUP_NAMES, DueList
from desk_app.domain.due_table import due_table
from desk_app.domain.errors import DeskError
from desk_app.domain.staff import Role
from desk_app.domain.table import Table
from desk_app.domain.words import Words
from desk_app.services.due_soon import Apologies
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.due_soon.act_bar import LETTERS, ActBar, act_of
from desk_app.ui.due_soon.apologies import told_of
from desk_app.ui.due_soon.group_card import GroupCard
from desk_app.ui.due_soon.model import DueTable
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.keys import on_key
from desk_app.ui.lists.export import Export
from desk_app.ui.parts import Card, label, show_state
from desk_app.ui.wording import sentence, worded

EVERY_MS = 60_000  # time alone makes a case late


@dataclass(frozen=True, slots=True, kw_only=True)
class DueSoonServices:
    """What the screen asks for."""

    due: Callable[[], DueList]
    count_overdue: Callable[[], int]
    print_apologies: Callable[[], Apologies]
    print_list: Callable[[Table], object]
    export: Callable[[Table, Path], Path]
    roles: frozenset[Role]  # of whoever is signed in


class DueSoonScreen(QWidget):
    """Six groups above, the cases of one below; what is done with the cases of a group has a key of its own."""

    opened = Signal(str)
    act_asked = Signal(str, str)  # code, ActName
    hints = (
        ("1 – 6", Words("chọn nhóm")),
        ("Enter", Words("mở hồ sơ")),
        (" ".join(LETTERS), Words("việc thường làm của nhóm")),
        ("I", Words("in thư xin lỗi")),
        ("Ctrl+P", Words("in danh sách")),
        ("Ctrl+E", Words("xuất Excel")),
    )

    def __init__(self, jobs: Jobs, bulletin: Bulletin, services: DueSoonServices) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # its letters act where no table stands too
        self._jobs, self._bulletin, self._services = jobs, bulletin, services
        self.export = Export(self, jobs, bulletin, services.export)
        self._due: DueList | None = None
        self._group = Urgency.OVERDUE
        self._letters: dict[str, Callable[[], object]] = {}
        self.badge = label("", "badge")  # beside the place in the bar: how many are late
        self.badge.hide()
        self.cards = {
            group: GroupCard(worded(name), str(n), late=group is Urgency.OVERDUE)
            for n, (group, name) in enumerate(GROUP_NAMES.items(), 1)
        }
        self.explanation = label("", "muted", wrap=True)  # what the group at hand is
        self.table = DueTable()
        self.table.setAccessibleName(self.tr("Hồ sơ của nhóm"))
        self.empty = label("", "muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = ActBar(services.roles)
        self._lay_out()
        self._connect()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()
        self._count()

    def start(self) -> None:
        """Read the list anew; begin at what is late, else at the group at hand while it has any case."""
        self._read()
        self.table.setFocus()

    def take_scan(self, text: str) -> None:
        """Open the case whose code was scanned; a citizen's card has nothing to do here."""
        if is_case_code(text):
            self.opened.emit(text)
        else:
            self._bulletin.failed.emit(self.tr("Quét thẻ ở Tiếp nhận (F2), Hồ sơ (F3) hay Trả kết quả (F4)."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act by a letter alone; no shortcut, which would act on the letters of a card before it is known as one."""
        act = self._letters.get(event.text().upper())
        if act is None or event.isAutoRepeat():
            super().keyPressEvent(event)
        else:
            act()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 14, 14, 14)
        box.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(10)
        for card in self.cards.values():
            row.addWidget(card, 1)
        box.addLayout(row)
        below = Card()
        below.body.addWidget(self.explanation)
        below.body.addWidget(self.table, 1)
        below.body.addWidget(self.empty, 1)
        below.body.addWidget(self.bar)
        box.addWidget(below, 1)

    def _connect(self) -> None:
        for n, (group, card) in enumerate(self.cards.items(), 1):
            card.clicked.connect(partial(self.choose, group))
            self._letters[str(n)] = partial(self.choose, group)
        for key in LETTERS:
            self._letters[key] = partial(self._on_act_key, key)
        self._letters["I"] = self._on_apologies
        on_key("Ctrl+P", self, self._on_print)
        on_key("Ctrl+E", self, self._on_export)
        self.table.activated.connect(self._on_open)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.bar.act.clicked.connect(partial(self._on_act, 0))
        self.bar.second.clicked.connect(partial(self._on_act, 1))
        self.bar.open.clicked.connect(self._on_open)
        self.bar.apologies.clicked.connect(self._on_apologies)
        self.bar.print.clicked.connect(self._on_print)
        self.bar.save.clicked.connect(self._on_export)
        self._bulletin.changed.connect(self._on_changed)

    @Slot()
    def choose(self, group: Urgency, *_checked: bool) -> None:
        """Show the cases of a group."""
        self._group = group
        self._show_group()
        self.table.setFocus()

    def _read(self) -> None:
        self._jobs.run(
            Lane.READ, self._services.due, owner=self, done=self._show, failed=self._on_failed, latest="due"
        )

    def _count(self) -> None:
        self._jobs.run(
            Lane.READ,
            self._services.count_overdue,
            owner=self.badge,  # which the bar owns: a count that comes after the bar is gone has nowhere to stand
            done=self._show_overdue,
            failed=self._on_failed,
            latest="overdue",
        )

    def _show_overdue(self, count: int) -> None:
        self.badge.setText(str(count))
        show_state(self.badge, "late")
        self.badge.setVisible(count > 0)

    def _show(self, due: DueList) -> None:
        if not due.count(self._group):
            self._group = next((group for group in Urgency if due.count(group)), self._group)
        self._due = due
        for group, card in self.cards.items():
            card.show_count(due.count(group))
        self._show_overdue(due.count(Urgency.OVERDUE))
        self._show_group()

    def _show_group(self) -> None:
        for group, card in self.cards.items():
            card.setChecked(group is self._group)
        self.explanation.setText(worded(GROUP_EXPLANATIONS[self._group]))
        due = self._due
        if due is None:
            return
        rows = due.groups[self._group]
        self.table.show_cases(rows, due.at.date())
        self.table.setVisible(bool(rows))
        if self.isVisible():
            (self.table if rows else self).setFocus()
        self.empty.setVisible(not rows)
        none = self.tr("Không có hồ sơ nào sắp đến hạn, chờ người dân hay chờ trả.")
        self.empty.setText(self.tr("Nhóm này không có hồ sơ nào.") if due.all else none)
        self.bar.show_list(some=bool(due.all))
        self._on_row()

    @Slot()
    def _on_row(self) -> None:
        self.bar.show_case(self.table.chosen(), self._today)

    def _on_act_key(self, key: str) -> None:
        case = self.table.chosen()
        act = act_of(key, case, self._today) if case is not None else None
        if case is None or act is None:
            return
        if why_not := self.bar.why_not(case, act):
            self._bulletin.failed.emit(why_not)
        else:
            self.act_asked.emit(case.code, act.value)

    @Slot()
    def _on_act(self, nth: int, *_clicked: bool) -> None:
        case = self.table.chosen()
        if case is not None:
            self.act_asked.emit(case.code, case.acts(self._today)[nth].value)

    @property
    def _today(self) -> date:
        return self._due.at.date() if self._due is not None else date.min

    @Slot()
    def _on_open(self) -> None:
        case = self.table.chosen()
        if case is not None:
            self.opened.emit(case.code)

    @Slot()
    def _on_apologies(self) -> None:
        self.bar.apologies.setEnabled(False)
        self._jobs.run(
            Lane.PRINT,
            self._services.print_apologies,
            owner=self,
            done=self._on_apologies_printed,
            failed=self._on_failed,
        )

    def _on_apologies_printed(self, done: Apologies) -> None:
        self.bar.apologies.setEnabled(True)
        self._bulletin.changed.emit(Changes(cases=True))
        self._bulletin.told.emit(told_of(done))

    @Slot()
    def _on_print(self) -> None:
        if self._due is not None and self._due.all:
            table = due_table(self._due)
            self._jobs.run(
                Lane.PRINT,
                lambda: self._services.print_list(table),
                owner=self,
                done=lambda _n: self._bulletin.told.emit(self.tr("Đã in danh sách.")),
                failed=self._on_failed,
            )

    @Slot()
    def _on_export(self) -> None:
        if self._due is not None and self._due.all:
            self.export.ask(due_table(self._due), self._due.at.date().isoformat())

    @Slot()
    def _on_time(self) -> None:
        self._count()
        if self.isVisible():
            self._read()

    @Slot(Changes)
    def _on_changed(self, changes: Changes) -> None:
        if changes.cases or changes.settings:
            (self._read if self.isVisible() else self._count)()

    def _on_failed(self, error: DeskError) -> None:
        self.bar.apologies.setEnabled(True)
        self._bulletin.failed.emit(sentence(error))
