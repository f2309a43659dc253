"""F3, Hồ sơ: find a case by whatever the citizen brings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk_app.domain.case import CaseRow, State
from desk_app.domain.case_code import is_case_code
from desk_app.domain.changes import Changes
from desk_app.domain.citizen_card import read_card
from desk_app.domain.errors import DeskError
from desk_app.domain.words import Words
from desk_app.services.find_cases import Due
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.cases.finder import CaseFinder
from desk_app.ui.cases.table import CasesTable
from desk_app.ui.choice import Choice
from desk_app.ui.jobs import Jobs
from desk_app.ui.keys import on_key
from desk_app.ui.names import state_name
from desk_app.ui.parts import Card, label
from desk_app.ui.wording import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesServices:
    """What the screen asks for."""

    find: Callable[[str, State | None, Due], list[CaseRow]]
    now: Callable[[], datetime]


class CasesScreen(QWidget):
    """Search, filter, open."""

    opened = Signal(str)
    hints = (("Enter", Words("mở hồ sơ")), ("Ctrl+F", Words("tìm")), ("↓", Words("xuống danh sách")))

    def __init__(self, jobs: Jobs, bulletin: Bulletin, services: CasesServices) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._bulletin, self._services = bulletin, services
        self._finder = CaseFinder(jobs, self._on_failed, self)
        self.search = QLineEdit()
        self.search.setPlaceholderText(
            self.tr("Tên (không dấu cũng được), số giấy tờ, mã hồ sơ hoặc đuôi mã")
        )
        self.search.setAccessibleName(self.tr("Tìm hồ sơ"))
        self.search.setClearButtonEnabled(True)
        self.state = Choice([("", self.tr("Mọi trạng thái")), *((one, state_name(one)) for one in State)])
        self.due = Choice(
            (
                (Due.ALL, self.tr("Mọi hạn trả")),
                (Due.TODAY, self.tr("Đến hạn hôm nay")),
                (Due.OVERDUE, self.tr("Quá hạn")),
            )
        )
        for box, name in ((self.state, self.tr("Trạng thái")), (self.due, self.tr("Hẹn trả"))):
            box.setAccessibleName(name)
            box.setMinimumContentsLength(13)
        self.table = CasesTable()
        self.table.setAccessibleName(self.tr("Danh sách hồ sơ"))
        self.empty = label("", "muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.count = label("", "muted")
        self.count.setMinimumWidth(76)
        self._lay_out()
        self.search.textChanged.connect(self._on_asked)
        self.search.returnPressed.connect(self._on_open)
        self.state.currentIndexChanged.connect(self._on_asked)
        self.due.currentIndexChanged.connect(self._on_asked)
        self.table.activated.connect(self._on_open)
        self._finder.found.connect(self._show)
        bulletin.changed.connect(self._on_changed)
        on_key("Ctrl+F", self, self._begin)
        on_key("Down", self.search, self.table.setFocus).setContext(Qt.ShortcutContext.WidgetShortcut)

    def start(self) -> None:
        """Read the list anew and begin at the search."""
        self._on_asked()
        self._begin()

    def take_scan(self, text: str) -> None:
        """Open the case whose code was scanned; look for the person whose card it was."""
        if is_case_code(text):
            self.opened.emit(text)
            return
        self.search.setText(read_card(text).id or text)
        self._begin()

    def _begin(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 14, 14, 14)
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(9)
        row.addWidget(self.search, 1)
        row.addWidget(self.state)
        row.addWidget(self.due)
        row.addWidget(self.count)
        card.body.addLayout(row)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.empty, 1)
        box.addWidget(card)

    @Slot()
    def _on_asked(self) -> None:
        self.table.choose_none()  # else Enter would open what was chosen among other words
        self._ask(anew=True)

    def _ask(self, *, anew: bool) -> None:
        state = self.state.currentData()
        words, chosen = self.search.text(), State(state) if state else None
        due = Due(self.due.currentData())
        self._finder.ask(lambda: self._services.find(words, chosen, due), anew=anew)

    @Slot(Changes)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.cases or changes.sync):
            self._ask(anew=False)

    @Slot()
    def _on_open(self) -> None:
        self._finder.when_current(self._open)

    def _open(self) -> None:
        row = self.table.chosen()
        if row is not None:
            self.opened.emit(row.code)

    @Slot(list)
    def _show(self, rows: list[CaseRow]) -> None:
        self.table.show_cases(rows, self._services.now())
        if rows and self.table.chosen() is None:
            self.table.selectRow(0)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        narrowed = bool(self.search.text().strip()) or self.state.currentIndex() or self.due.currentIndex()
        self.empty.setText(
            self.tr("Không có hồ sơ nào khớp. Hãy thử ít chữ hơn, hoặc bỏ bớt điều kiện lọc.")
            if narrowed
            else self.tr("Chưa có hồ sơ. Bấm F2 để tiếp nhận hồ sơ đầu tiên.")
        )
        self.count.setText(
            self.tr("{n} hồ sơ", n=len(rows)).format(n=len(rows)) + ("+" if len(rows) == 200 else "")
        )

    def _on_failed(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))
