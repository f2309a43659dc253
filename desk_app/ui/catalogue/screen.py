"""Danh mục: find a procedure, see everything known, print it for citizens, lay the commune's own over it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desk_app.domain.changes import Changes
from desk_app.domain.errors import DeskError
from desk_app.domain.local_edits import LocalEdit
from desk_app.domain.procedure import Procedure
from desk_app.domain.procedure_facts import ProcedurePage
from desk_app.domain.words import Words
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.catalogue.details import Details
from desk_app.ui.catalogue.edit_card import EditCard
from desk_app.ui.catalogue.procedure_list import ProcedureList
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.keys import on_key
from desk_app.ui.parts import Card, beside, label
from desk_app.ui.wording import sentence

T = TypeVar("T")
MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueServices:
    """What the screen asks for; `may_edit` = whoever is signed in administers."""

    search: Callable[[str, int], list[Procedure]]
    page: Callable[[str], ProcedurePage]
    edit: Callable[[LocalEdit, bool], None]
    print_guidance: Callable[[str], None]
    print_posting: Callable[[str], int]  # of the procedure's whole field; how many procedures
    now: Callable[[], datetime]
    may_edit: bool


class CatalogueScreen(QWidget):
    """Search at the left; the procedure, or the card to edit it, at the right."""

    settings_asked = Signal()

    def __init__(self, jobs: Jobs, bulletin: Bulletin, services: CatalogueServices) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._jobs, self._bulletin, self._services = jobs, bulletin, services
        self._page: ProcedurePage | None = None
        self.hints = _hints(may_edit=services.may_edit)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Tên, mã hoặc chữ đầu: khai sinh, 1.001193, dkks"))
        self.search.setAccessibleName(self.tr("Tìm thủ tục"))
        self.search.setClearButtonEnabled(True)
        self.list = ProcedureList()
        self.list.setAccessibleName(self.tr("Thủ tục"))
        self.empty = label("", "muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.details, self.card = Details(), EditCard()
        self.right = QStackedWidget()
        self.guidance = QPushButton(self.tr("In phiếu hướng dẫn   Ctrl+P"))
        self.guidance.setObjectName("go")
        self.posting = QPushButton(self.tr("In niêm yết cả lĩnh vực   Ctrl+N"))
        self.edit = QPushButton(self.tr("Sửa mức của xã   Ctrl+E"))
        self.settings = QPushButton(self.tr("Ngày nghỉ, tài khoản, mẫu giấy   Ctrl+K"))
        self._lay_out()
        self._connect()

    def start(self) -> None:
        """Begin at the search."""
        self._show_details()
        self._on_search()
        self.search.setFocus()
        self.search.selectAll()

    def _lay_out(self) -> None:
        left = Card()
        left.body.addWidget(self.search)
        left.body.addWidget(self.list, 1)
        left.body.addWidget(self.empty, 1)
        left.body.addWidget(self.settings)
        shown = QWidget()
        box = QVBoxLayout(shown)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self.details, 1)
        acts = QHBoxLayout()
        acts.setSpacing(9)
        acts.addWidget(self.edit)
        acts.addStretch(1)
        acts.addWidget(self.posting)
        acts.addWidget(self.guidance)
        box.addLayout(acts)
        self.right.addWidget(shown)
        self.right.addWidget(self.card)
        row = beside((left, 38), (self.right, 62), spacing=12)
        row.setContentsMargins(14, 14, 14, 14)
        self.setLayout(row)
        for button in (self.edit, self.settings):
            button.setVisible(self._services.may_edit)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search)
        self.list.selectionModel().currentRowChanged.connect(self._on_row)
        self.guidance.clicked.connect(self._on_guidance)
        self.posting.clicked.connect(self._on_posting)
        self.edit.clicked.connect(self._on_edit)
        self.settings.clicked.connect(self._on_settings)
        self.card.wanted.connect(self._on_wanted)
        self.card.wrong.connect(self._bulletin.failed)
        self.card.left.connect(self._show_details)
        self._bulletin.changed.connect(self._on_changed)
        for key, act in (
            ("Ctrl+P", self._on_guidance),
            ("Ctrl+N", self._on_posting),
            ("Ctrl+E", self._on_edit),
            ("Ctrl+K", self._on_settings),
            ("Ctrl+F", self.search.setFocus),
            ("F9", self._on_keep),
            ("Escape", self._on_escape),
        ):
            on_key(key, self, act)
        on_key("Down", self.search, self.list.setFocus)

    @property
    def editing(self) -> bool:
        """Return whether the card to edit is shown."""
        return self.right.currentWidget() is self.card

    @Slot()
    def _on_search(self) -> None:
        rows = self._services.search(self.search.text(), MOST)
        self.list.show_procedures(rows)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.empty.setText(self.tr("Không có thủ tục nào khớp; hãy thử ít chữ hơn, hoặc gõ mã."))
        self._on_row()

    @Slot()
    def _on_row(self) -> None:
        one = self.list.chosen()
        for button in (self.guidance, self.posting, self.edit):
            button.setEnabled(one is not None)
        if one is not None:
            self._jobs.run(
                Lane.READ,
                lambda: self._services.page(one.code),
                owner=self,
                done=self._show,
                failed=self._on_failed,
                latest="page",
            )

    def _show(self, page: ProcedurePage) -> None:
        self._page = page
        self.details.show_page(page, self._services.now().date())

    @Slot()
    def _show_details(self) -> None:
        self.right.setCurrentIndex(0)
        self.list.setEnabled(True)
        self.search.setEnabled(True)
        self.list.setFocus()

    @Slot()
    def _on_edit(self) -> None:
        if self._page is not None and self._services.may_edit and not self.editing:
            self.list.setEnabled(False)
            self.search.setEnabled(False)
            self.right.setCurrentWidget(self.card)
            self.card.show_page(self._page)

    @Slot()
    def _on_keep(self) -> None:
        if self.editing:
            self.card.submit()

    @Slot()
    def _on_escape(self) -> None:
        if self.editing:
            self._show_details()

    @Slot(LocalEdit, bool)
    def _on_wanted(self, edit: LocalEdit, at_once: bool) -> None:  # noqa: FBT001 - a signal's payload
        self._jobs.run(
            Lane.WRITE,
            lambda: self._services.edit(edit, at_once),
            owner=self,
            done=lambda _none: self._on_kept(edit.code),
            failed=self._on_failed,
        )

    def _on_kept(self, code: str) -> None:
        self._show_details()
        self._on_search()
        self._bulletin.changed.emit(Changes(settings=True))
        self._bulletin.told.emit(
            self.tr("Đã lưu mức của xã cho {code}; hồ sơ mới theo mức này.").format(code=code)
        )

    @Slot()
    def _on_settings(self) -> None:
        if self._services.may_edit and not self.editing:
            self.settings_asked.emit()

    @Slot()
    def _on_guidance(self) -> None:
        self._print(
            self._services.print_guidance,
            lambda _none: self._bulletin.told.emit(self.tr("Đã in phiếu hướng dẫn.")),
        )

    @Slot()
    def _on_posting(self) -> None:
        self._print(self._services.print_posting, self._on_posted)

    def _print(self, work: Callable[[str], T], done: Callable[[T], None]) -> None:
        one = self.list.chosen()
        if one is not None and not self.editing:
            self._jobs.run(Lane.PRINT, lambda: work(one.code), owner=self, done=done, failed=self._on_failed)

    def _on_posted(self, many: int) -> None:
        self._bulletin.told.emit(self.tr("Đã in niêm yết {n} thủ tục.", n=many).format(n=many))

    @Slot(Changes)
    def _on_changed(self, changes: Changes) -> None:
        if changes.settings and self.isVisible() and not self.editing:
            self._on_row()

    def _on_failed(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))


def _hints(*, may_edit: bool) -> tuple[tuple[str, Words], ...]:
    all_ = (
        ("Ctrl+F", Words("tìm")),
        ("Ctrl+P", Words("in phiếu hướng dẫn")),
        ("Ctrl+N", Words("in niêm yết")),
    )
    own = (("Ctrl+E", Words("sửa mức của xã")), ("Ctrl+K", Words("ngày nghỉ, tài khoản, mẫu giấy")))
    return (*all_, *own) if may_edit else all_
