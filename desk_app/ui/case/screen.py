"""One case: where it stands, what was done, and everything that may be done with it now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_app.domain.case_code import is_case_code
from desk_app.domain.changes import Changes
from desk_app.domain.deed import AnyAct, Deed, Note, TakingBack
from desk_app.domain.errors import DeskError
from desk_app.domain.lifecycle import ActName
from desk_app.domain.slip import SlipKind
from desk_app.domain.words import Words
from desk_app.services.act_help import ActHelp
from desk_app.services.case_page import CasePage
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.case.acts.panel import ActPanel, PanelServices
from desk_app.ui.case.acts.table import FORMS
from desk_app.ui.case.cards import StatesCard, unprinted
from desk_app.ui.case.page import PageView
from desk_app.ui.case.scans.card import KEY as SCANS_KEY
from desk_app.ui.case.scans.choose import dropped_files
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.keys import on_key
from desk_app.ui.parts import label, shortened
from desk_app.ui.wording import sentence

if TYPE_CHECKING:
    from desk_app.ui.case.scans.panel import ScanPanel, ScanServices


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseServices:
    """What the page asks for; all of it runs on lanes."""

    page: Callable[[str], CasePage]
    help: Callable[[str], ActHelp]
    acts: PanelServices
    scans: ScanServices
    print_slip: Callable[[str, SlipKind], bool]  # whether the paper came out of a printer


class CaseScreen(QWidget):
    """Told a code, reads the rest; an act lies over the page until it is done or left."""

    closed = Signal()
    hand_over_asked = Signal(str)
    hints = (
        ("F6", Words("chọn việc")),
        ("F9", Words("việc tiếp theo")),
        ("Ctrl+P", Words("in giấy")),
        (SCANS_KEY, Words("bản quét")),
        ("Esc", Words("quay lại")),
    )

    def __init__(self, jobs: Jobs, bulletin: Bulletin, services: CaseServices) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._jobs, self._bulletin, self._services = jobs, bulletin, services
        self._code, self._busy = "", False
        self._page: CasePage | None = None
        self.panel: ActPanel | ScanPanel | None = None
        self.code, self.whose = label("", "big"), label("", "muted")
        self.back = KeyButton(self.tr("Về danh sách"), "Esc")
        self.states, self.page, self.stack = StatesCard(), PageView(), QStackedWidget()
        self.next, self.slips = self.page.next, self.page.slips
        self.result_number = self.next.result_number
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._on_time)
        self._lay_out()
        self._clear()
        self.back.clicked.connect(self.step_back)
        self.next.asked.connect(self.begin_act)
        self.next.print_asked.connect(self._on_print)
        self.slips.print_asked.connect(self._print)
        self.page.scans.asked.connect(self.show_scans)
        self.setAcceptDrops(True)
        bulletin.changed.connect(self._on_changed)
        for keys, act in (
            ("F9", self._on_go),
            ("F6", self._on_choose),
            ("Ctrl+P", self._on_print),
            (SCANS_KEY, self.show_scans),
            ("Escape", self.step_back),
        ):
            on_key(keys, self, act)

    def show_case(self, code: str) -> None:
        """Read and show a case; nothing of the one before is left on the screen meanwhile."""
        if code != self._code:
            self._bulletin.withdrawn.emit(None)  # a key that takes back must not act on the case before
            self._clear()
            self._code = code
        self._read()

    @property
    def takes_scans(self) -> bool:
        """Return whether a scan is the page's: in an act's form it belongs to the field it hits."""
        return self.panel is None

    def take_scan(self, text: str) -> None:
        """Go on to the case whose code was scanned."""
        if is_case_code(text):
            self.show_case(text)

    @Slot(object)
    def begin_act(self, act: AnyAct) -> None:
        """Begin an act: hand over on its own screen, a result at once, all others with a form over the page."""
        code = self._code
        if act is ActName.HAND_OVER:
            self.hand_over_asked.emit(code)
        elif act is ActName.COMPLETE:
            self._complete()
        elif act is TakingBack.UNDO:
            self._undo()
        else:
            self._jobs.run(
                Lane.READ,
                lambda: self._services.help(code),
                owner=self,
                done=lambda help_: self._open(act, help_),
                failed=self._on_failed,
                latest="help",
            )

    @Slot()
    def show_scans(self) -> None:
        """Lay the scans of the case over its page."""
        if self._page is None or self.panel is not None or self.page.scans.isHidden():
            return
        from desk_app.ui.case.scans.panel import ScanPanel

        panel = ScanPanel(self._jobs, self._services.scans, self._page)
        panel.done.connect(self._on_scanned)
        self._lay_over(panel)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files where scans may be attached and no act's form lies in between."""
        free = self._page is not None and self._page.may_scan and not isinstance(self.panel, ActPanel)
        if free and dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what is dropped."""
        files = dropped_files(event.mimeData())
        event.acceptProposedAction()
        self.attach(files)

    def attach(self, files: list[Path]) -> None:
        """Attach files, with the panel of scans open."""
        self.show_scans()
        if self.panel is not None and not isinstance(self.panel, ActPanel):
            self.panel.add(files)

    @Slot()
    def step_back(self) -> None:
        """Esc: out of the act, else back to the list."""
        if self.panel is not None:
            self.panel.step_back()
        else:
            self.closed.emit()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 14)
        box.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(self.code)
        head.addSpacing(12)
        head.addWidget(self.whose, 1)
        head.addWidget(self.back)
        box.addLayout(head)
        box.addWidget(self.states)
        self.stack.addWidget(self.page)
        box.addWidget(self.stack, 1)

    def _clear(self) -> None:
        self._leave_act()
        self._page = None
        self.code.setText("")
        self.whose.setText("")
        for part in (self.states, self.page):
            part.clear()

    def _read(self) -> None:
        code = self._code
        self._jobs.run(
            Lane.READ,
            lambda: self._services.page(code),
            owner=self,
            done=self._show,
            failed=self._on_not_found,
            latest="page",
        )

    def _show(self, page: CasePage) -> None:
        fresh = self._page is None or self._page.case.acts != page.case.acts
        self._page = page
        self._until(page)
        self.code.setText(page.case.code)
        name = f"{page.case.intake.applicant.name} · {page.case.procedure_name}"
        self.whose.setText(shortened(name, 92))
        self.whose.setToolTip(name)
        for part in (self.states, self.page):
            part.show_page(page)
        if self.panel is not None and not isinstance(self.panel, ActPanel):
            self.panel.show_page(page)
        if fresh and self.panel is None and self.isVisible():
            self.next.first().setFocus()

    def _until(self, page: CasePage) -> None:
        """Read the page again when its newest act can no longer be taken back."""
        left = page.undo.until - page.now if page.undo else None
        if left is None:
            self._later.stop()
        else:
            self._later.start(max(1000, int(left.total_seconds() * 1000)))

    def _open(self, act: AnyAct, help_: ActHelp) -> None:
        if self.panel is not None or help_.case.code != self._code:
            return  # something else was begun meanwhile
        panel = ActPanel(self._jobs, self._services.acts, FORMS[act], help_)
        panel.done.connect(self._on_done)
        self._lay_over(panel)

    def _lay_over(self, panel: ActPanel | ScanPanel) -> None:
        panel.left.connect(self._leave_act)
        panel.failed.connect(self._bulletin.failed)
        self.panel = panel
        self.stack.addWidget(panel)
        self.stack.setCurrentWidget(panel)
        self.back.hide()
        panel.begin()

    @Slot()
    def _leave_act(self) -> None:
        if self.panel is not None:
            panel, self.panel = self.panel, None
            self.stack.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
            self.back.show()
            self.next.first().setFocus()

    @Slot(str, object)
    def _on_done(self, said: str, paper: SlipKind | None) -> None:
        self._leave_act()
        self._tell(said)
        if paper is not None:
            self._print(paper, said)

    def _on_scanned(self, said: str) -> None:
        self._bulletin.told.emit(said)
        self._bulletin.changed.emit(Changes(cases=True, sync=True, case_code=self._code))

    def _tell(self, said: str) -> None:
        self._bulletin.acted.emit(said, self._code)
        self._bulletin.changed.emit(Changes(cases=True, sync=True, case_code=self._code))

    def _undo(self) -> None:
        if self._page is not None and self._page.undo is not None:
            self._bulletin.undo_asked.emit(self._code, self._page.undo.seq)

    def _complete(self) -> None:
        if self._busy:
            return
        self._busy = True
        deed = Deed(act=ActName.COMPLETE, given=Note(text=self.result_number.text()))
        code = self._code
        self._jobs.run(
            Lane.WRITE,
            lambda: self._services.acts.do(code, deed),
            owner=self,
            done=lambda _none: self._on_completed(code),
            failed=self._on_failed,
        )

    def _on_completed(self, code: str) -> None:
        self._busy = False
        self.result_number.clear()
        self._tell(self.tr("Đã ghi nhận kết quả của {code}.").format(code=code))

    @Slot()
    def _on_go(self) -> None:
        if self.panel is not None:
            self.panel.press()
        else:
            self.next.lead_on()

    @Slot()
    def _on_choose(self) -> None:
        if self.panel is None:
            self.next.acts.take_focus()

    @Slot()
    def _on_print(self) -> None:
        if self._page is not None and self.panel is None:
            slip = unprinted(self._page.case)
            self._print(slip.kind if slip else SlipKind.RECEIPT)

    @Slot(object)
    def _print(self, kind: SlipKind, said: str = "") -> None:
        code = self._code
        self._jobs.run(
            Lane.PRINT,
            lambda: self._services.print_slip(code, kind),
            owner=self,
            done=lambda on_paper: self._on_printed(code, said, on_paper=on_paper),
            failed=self._on_failed,
        )

    def _on_printed(self, code: str, said: str, *, on_paper: bool) -> None:
        if not on_paper:
            kept = self.tr("Giấy đã lưu thành tệp, chưa in ra giấy.")
            if said:
                self._bulletin.also.emit(said, kept, code)
            else:
                self._bulletin.told.emit(kept)
        self._bulletin.changed.emit(Changes(cases=True, case_code=code))

    def _on_not_found(self, error: DeskError) -> None:
        """Go back when there is no such case: a code of another desk, or a slip of the finger."""
        if self._page is None:
            self.closed.emit()
        self._on_failed(error)

    @Slot()
    def _on_time(self) -> None:
        if self.isVisible() and self._page is not None:
            self._read()

    @Slot(Changes)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and self._code and (changes.cases or changes.sync):
            self._read()

    def _on_failed(self, error: DeskError) -> None:
        self._busy = False
        self._bulletin.failed.emit(sentence(error))
