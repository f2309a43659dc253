"""Attach scans to a case, look at them, take one off; lies over the page until it is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QListWidget, QVBoxLayout, QWidget

from desk_app.domain.errors import DeskError
from desk_app.domain.scan import Captured, Scan, ScanMode
from desk_app.services.case_page import CasePage
from desk_app.ui.case.scans.choose import ask_files
from desk_app.ui.case.scans.view import ScanView
from desk_app.ui.case.scans.words import MODE_NAMES, captured_words, scan_name, scan_state
from desk_app.ui.choice import Choice
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.keys import on_key
from desk_app.ui.parts import Card, beside, field, label, shortened
from desk_app.ui.wording import sentence

OTHER = "-"  # a paper that is not among the case's


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanServices:
    """What the panel asks for; all of it runs on lanes."""

    attach: Callable[[str, Path, ScanMode, str], Captured]
    remove: Callable[[str, bytes], None]
    page: Callable[[str, bytes, int, int], bytes]  # width in pixels, page from 0


class ScanPanel(QWidget):
    """One case's scans; `failed` and `done` are sentences."""

    left = Signal()
    failed = Signal(str)
    done = Signal(str)

    def __init__(self, jobs: Jobs, services: ScanServices, page: CasePage) -> None:
        super().__init__()
        self._jobs, self._services, self._code = jobs, services, page.case.code
        self._scans: tuple[Scan, ...] = ()
        self._waiting: list[tuple[Path, ScanMode, str]] = []
        self._refused: list[str] = []
        self._page, self._removing, self._folder = 0, b"", ""
        self.dialog: QFileDialog | None = None
        papers = dict.fromkeys(one.name for one in page.case.intake.components)
        self.paper = Choice(
            [*((name, shortened(name, 80)) for name in papers), (OTHER, self.tr("Giấy tờ khác"))]
        )
        self.mode = Choice((mode.value, name) for mode, name in MODE_NAMES.items())
        self.choose = KeyButton(self.tr("Chọn tệp để đính kèm"), "Ctrl+O", name="primary")
        self.hint = label(self.tr("Hoặc kéo tệp PDF, JPEG, PNG, TIFF thả vào trang này."), "muted", wrap=True)
        self.under_way = label("", "odd", wrap=True)
        self.list = QListWidget()
        self.list.setObjectName("slips")
        self.list.setAccessibleName(self.tr("Bản quét của hồ sơ"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.question = label(
            self.tr("Gỡ hẳn bản quét này? Bấm Delete lần nữa, hoặc Esc để thôi."), "odd", wrap=True
        )
        self.remove = KeyButton(self.tr("Gỡ"), "Delete")
        self.back = KeyButton(self.tr("Quay lại"), "Esc")
        self.title, self.view = label("", "heading"), ScanView()
        self.before = KeyButton(self.tr("Trang trước"), "PgUp", name="small")
        self.after = KeyButton(self.tr("Trang sau"), "PgDn", name="small")
        self._lay_out()
        self._connect()
        self.show_page(page)
        self._offer_next()

    def begin(self) -> None:
        """Put the cursor where the clerk begins."""
        (self.list if self._scans else self.choose).setFocus()

    def press(self) -> None:
        """F9 does nothing here: what it would do lies under the panel."""

    @Slot()
    def step_back(self) -> None:
        """Esc: from the question to the list, then back to the page; files under way are waited for."""
        if self._removing:
            self._ask(b"")
        elif self._waiting or self.under_way.text():
            self.failed.emit(self.tr("Đang nén bản quét; hãy chờ xong rồi quay lại."))
        else:
            self.left.emit()

    def show_page(self, page: CasePage) -> None:
        """Show what the case has now; the newest scan is chosen when one has come."""
        fresh, self._scans = len(page.scans) > len(self._scans), page.scans
        row = len(page.scans) - 1 if fresh else min(self.list.currentRow(), len(page.scans) - 1)
        self.list.clear()
        for scan in page.scans:
            self.list.addItem(f"{scan_name(scan)}\n{scan_state(scan)}")
        self.list.setCurrentRow(max(row, 0) if page.scans else -1)
        for part in (self.paper, self.mode, self.choose):
            part.setEnabled(page.may_scan)
        self.remove.setVisible(page.may_scan and bool(page.scans))
        if fresh:
            self._offer_next()
        self._show()

    def add(self, files: Sequence[Path]) -> None:
        """Attach files one after the other, all to the paper that is chosen now: often they are its pages."""
        if self.choose.isEnabled() and files:
            idle = not self._waiting and not self.under_way.text()
            paper = "" if self.paper.currentData() == OTHER else str(self.paper.currentData())
            self._waiting += [(file, ScanMode(self.mode.currentData()), paper) for file in files]
            self._folder = str(files[0].parent)
            if idle:
                self._next()

    def _lay_out(self) -> None:
        card = Card(self.tr("Bản quét của hồ sơ"))
        for row in (field(self.tr("Giấy tờ"), self.paper), field(self.tr("Cách lưu"), self.mode)):
            card.body.addLayout(row)
        for part in (self.choose, self.hint, self.under_way):
            card.body.addWidget(part)
        card.body.addWidget(self.list, 1)
        card.body.addWidget(self.question)
        card.body.addLayout(beside((self.remove, 1), (self.back, 1)))
        picture = Card()
        picture.body.addLayout(beside((self.title, 1), (self.before, 0), (self.after, 0)))
        picture.body.addWidget(self.view, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(beside((card, 40), (picture, 60), spacing=12))
        self.under_way.hide()
        self.question.hide()

    def _connect(self) -> None:
        self.choose.clicked.connect(self._on_choose)
        self.list.currentRowChanged.connect(self._on_row)
        self.remove.clicked.connect(self._on_remove)
        self.back.clicked.connect(self.step_back)
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self.view.widened.connect(self._show)
        for key, act in (
            ("Ctrl+O", self._on_choose),
            ("Delete", self._on_remove),
            ("PgUp", lambda: self._turn(-1)),
            ("PgDown", lambda: self._turn(1)),
        ):
            on_key(key, self, act)

    def _offer_next(self) -> None:
        """Choose the first paper that has no scan yet."""
        taken = {scan.component for scan in self._scans}
        free = (n for n in range(self.paper.count()) if self.paper.itemData(n) not in taken)
        self.paper.setCurrentIndex(next(free, self.paper.count() - 1))

    @property
    def _chosen(self) -> Scan | None:
        row = self.list.currentRow()
        return self._scans[row] if 0 <= row < len(self._scans) else None

    @Slot()
    def _on_choose(self) -> None:
        if self.choose.isEnabled():
            self.dialog = ask_files(self, self._folder)
            self.dialog.filesSelected.connect(lambda files: self.add([Path(file) for file in files]))

    @Slot()
    def _next(self) -> None:
        if not self._waiting:
            self.under_way.setText("")
            self.under_way.hide()
            if self._refused:
                self.failed.emit(" ".join(self._refused))
                self._refused = []
            return
        (file, mode, paper), code = self._waiting.pop(0), self._code
        left = len(self._waiting)
        more = self.tr("; còn {n} tệp", n=left).format(n=left) if left else ""
        self.under_way.setText(self.tr("Đang nén {file}{more}…").format(file=file.name, more=more))
        self.under_way.show()
        self._jobs.run(
            Lane.UPKEEP,
            lambda: self._services.attach(code, file, mode, paper),
            owner=self,
            done=self._on_attached,
            failed=lambda error: self._on_refused(file, error),
        )

    def _on_attached(self, kept: Captured) -> None:
        self.done.emit(self.tr("Đã đính kèm: {what}.").format(what=captured_words(kept)))
        self._next()

    def _on_refused(self, file: Path, error: DeskError) -> None:
        self._refused.append(f"{file.name}: {sentence(error)}")
        self._next()

    @Slot()
    def _on_remove(self) -> None:
        scan, code = self._chosen, self._code
        if scan is None or not self.choose.isEnabled():
            return
        if self._removing != scan.sha256:
            self._ask(scan.sha256)
            return
        self._ask(b"")
        self._jobs.run(
            Lane.UPKEEP,  # as attaching: the same file may be on its way to another case
            lambda: self._services.remove(code, scan.sha256),
            owner=self,
            done=lambda _none: self.done.emit(self.tr("Đã gỡ một bản quét.")),
            failed=lambda error: self.failed.emit(sentence(error)),
        )

    def _ask(self, sha256: bytes) -> None:
        self._removing = sha256
        self.question.setVisible(bool(sha256))
        self.remove.setText(self.tr("Gỡ hẳn") if sha256 else self.tr("Gỡ"))

    @Slot(int)
    def _on_row(self, _row: int) -> None:
        self._page = 0
        self._ask(b"")
        self._show()

    def _turn(self, by: int) -> None:
        scan = self._chosen
        if scan is not None and 0 <= self._page + by < scan.pages:
            self._page += by
            self._show()

    @Slot()
    def _show(self) -> None:
        scan, code, page, width = self._chosen, self._code, self._page, self.view.width_px()
        several = scan is not None and scan.pages > 1
        for button, ends in ((self.before, page == 0), (self.after, scan is None or page == scan.pages - 1)):
            button.setVisible(several)
            button.setEnabled(not ends)
        if scan is None:
            self.title.setText("")
            self._jobs.forget(self, "scan")
            self.view.say(self.tr("Hồ sơ chưa có bản quét nào."))
            return
        self.title.setText(self.tr("TRANG {page}/{pages}").format(page=page + 1, pages=scan.pages))
        self._jobs.run(
            Lane.READ,
            lambda: self._services.page(code, scan.sha256, width, page),
            owner=self,
            done=self.view.show_page,
            failed=lambda error: self.view.say(sentence(error)),
            latest="scan",
        )
