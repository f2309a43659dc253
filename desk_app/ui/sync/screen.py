"""F7, Đồng bộ: what the superior has, what it sent back and what it tells, what is waiting, and where it stops."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desk_app.domain.changes import Changes
from desk_app.domain.errors import DeskError
from desk_app.domain.reconciliation import Reconciliation
from desk_app.domain.scan import ScanProgress
from desk_app.domain.superior import Progress, SyncState
from desk_app.domain.words import Words
from desk_app.services.sync_overview import SyncOverview
from desk_app.ui.authority.card import AuthorityServices
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.keys import on_key
from desk_app.ui.parts import Card, beside, label, name_style, show_state
from desk_app.ui.sending import said_of, show_on
from desk_app.ui.sync.compare_card import CompareCard
from desk_app.ui.sync.days_card import DaysCard
from desk_app.ui.sync.exceptions_table import ExceptionsTable
from desk_app.ui.sync.joining import Joining
from desk_app.ui.sync.ladder_card import LadderCard
from desk_app.ui.wording import kept_sentence, moment_in_words, sentence, worded

FEW_DAYS = 5  # beside exceptions


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncServices:
    """What the screen asks for. `cancel` ends a running exchange from the window's thread and waits for nothing."""

    overview: Callable[[], SyncOverview]
    sync: Callable[[Callable[[object], None]], SyncState]
    cancel: Callable[[], None]
    enrol: Callable[[str, str], None]
    reconcile: Callable[[], Reconciliation]  # of today; asks the superior
    print_sheet: Callable[[Reconciliation], str]  # the printer's name
    now: Callable[[], datetime]
    authority: AuthorityServices


class SyncScreen(QWidget):
    """Send now, beside the work; see what came back."""

    opened = Signal(str)  # the code of a case
    usb_asked = Signal()

    hints = (
        ("F9", Words("Gửi ngay")),
        ("Esc", Words("Dừng gửi")),
        ("Enter", Words("Mở hồ sơ bị trả lại")),
        ("Ctrl+P", Words("In bảng kê đối soát")),
        ("Alt+U", Words("Gửi bằng USB")),
    )

    def __init__(self, jobs: Jobs, bulletin: Bulletin, services: SyncServices) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._jobs, self._bulletin, self._services = jobs, bulletin, services
        self.running, self._enrolled, self._url = False, True, ""
        self._stopping = False  # what runs was told to stop
        self.pending, self.pending_note = label("–", "bigger"), label(self.tr("hồ sơ chờ gửi"), "muted")
        self.confirmed, self.confirmed_note = label("–", "big", wrap=True), label("", "muted", wrap=True)
        self.refused, self.refused_note = (
            label("0", "bigger"),
            label(self.tr("hồ sơ cấp trên trả lại"), "muted"),
        )
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.doing = label("", "muted", wrap=True)
        self.go = KeyButton(self.tr("Gửi ngay"), "F9", name="primary")
        self.usb = KeyButton(self.tr("Gửi bằng USB"), "Alt+U")
        self.stop = KeyButton(self.tr("Dừng"), "Esc")
        self.exceptions = ExceptionsTable()
        self.no_exceptions = label(
            self.tr(
                "Không có hồ sơ nào bị trả lại. Khi cấp trên trả lại, hồ sơ hiện ở đây với lý do và việc cần làm."
            ),
            "muted",
            wrap=True,
        )
        self.compare, self.ladder = CompareCard(), LadderCard()
        self.joining = Joining(jobs, bulletin, services.authority, self.ladder)
        self.news, self.rebase, self.authority = (
            self.joining.news,
            self.joining.rebase,
            self.joining.authority,
        )
        self.days = DaysCard()
        self.layers, self.enrol_again = self.ladder.layers, self.ladder.again
        self.enrolment = self.joining.enrolment
        self.url, self.code, self.enrol = self.enrolment.url, self.enrolment.code, self.enrolment.go
        self._lay_out()
        self.go.clicked.connect(self.sync)
        self.stop.clicked.connect(self.cancel)
        self.exceptions.opened.connect(self.opened)
        self.compare.print_asked.connect(self.print_sheet)
        self.enrolment.asked.connect(self._on_enrol)
        self.joining.left.connect(self._on_joining_left)
        bulletin.changed.connect(self._on_changed)
        on_key("F9", self, self.sync)
        self.usb.clicked.connect(self.usb_asked)
        on_key("Alt+U", self, self.usb_asked.emit)
        on_key("Esc", self, self._on_esc)
        on_key("Ctrl+P", self, self.print_sheet)

    def start(self) -> None:
        """Read the state anew; the cursor goes where it can be used."""
        if not self.authority.isHidden():  # somebody looked at a certificate and went elsewhere
            self.authority.leave()
        self.setFocus()
        self._read()

    @Slot()
    def sync(self) -> None:
        """Send what waits; the clerk works on meanwhile."""
        if self.running:
            return
        if not self._enrolled:
            self._bulletin.failed.emit(self.tr("Quầy chưa đăng ký: hãy nhập địa chỉ và mã ở đây trước."))
            self.url.setFocus()
            return
        self.running = True
        self.stop.setEnabled(True)
        self.stop.show()
        self._disable(self.go, self.stop)
        self.doing.setText(self.tr("Đang nối với cấp trên…"))
        name_style(self.doing, "muted")
        self.progress.setRange(0, 0)
        self.progress.show()
        self._jobs.run_telling(
            Lane.LINE,
            self._services.sync,
            owner=self,
            done=self._on_sent,
            failed=self._on_not_sent,
            told=self._on_progress,
            ended=self._ended,
        )

    @Slot()
    def cancel(self) -> None:
        """End a running exchange: what was acknowledged stays so, the rest goes next time."""
        if self.running and not self._stopping:
            self._stopping = True
            self._disable(self.stop, self)
            self.doing.setText(self.tr("Đang dừng…"))
            self._services.cancel()

    @Slot()
    def _on_esc(self) -> None:
        if self.authority.isVisible():
            self.authority.leave()
        else:
            self.cancel()

    @Slot()
    def print_sheet(self) -> None:
        """Ask the superior what it holds of today and print the reconciliation sheet."""
        if not self.compare.print.isEnabled():
            return
        self._disable(self.compare.print, self)
        self._bulletin.told.emit(self.tr("Đang lập bảng kê đối soát…"))
        self._jobs.run(
            Lane.LINE,
            self._services.reconcile,
            owner=self,
            done=self._on_reconciled,
            failed=self._on_failed,
            ended=lambda: self.compare.print.setEnabled(True),
        )

    def _lay_out(self) -> None:
        numbers = []
        for heading, big, small in (
            (self.tr("Chờ gửi"), self.pending, self.pending_note),
            (self.tr("Cấp trên xác nhận lần cuối"), self.confirmed, self.confirmed_note),
            (self.tr("Bị trả lại"), self.refused, self.refused_note),
        ):
            card = Card(heading)
            card.body.addWidget(big)
            card.body.addWidget(small)
            card.body.addStretch(1)
            numbers.append(card)
        send = Card()
        buttons = QHBoxLayout()
        buttons.addWidget(self.go)
        buttons.addWidget(self.stop)
        buttons.addWidget(self.usb)
        said = QVBoxLayout()
        said.addWidget(self.doing)
        said.addWidget(self.progress)
        said.addStretch(1)
        send.body.addLayout(beside((said, 1), (buttons, 0), spacing=14))
        self.back = Card(self.tr("Hồ sơ cấp trên trả lại"))
        self.back.body.addWidget(self.no_exceptions)
        self.back.body.addWidget(self.exceptions, 1)
        self.left = left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(beside((numbers[0], 26), (numbers[1], 48), (numbers[2], 26), spacing=12))
        left.addWidget(send)
        left.addWidget(self.back, 1)
        left.addWidget(self.days, 1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.compare)
        right.addWidget(self.ladder)
        right.addWidget(self.joining, 1)
        row = beside((left, 62), (right, 38), spacing=12)
        row.setContentsMargins(14, 14, 14, 14)
        self.setLayout(row)
        self.progress.hide()
        self.stop.hide()
        self._show_exceptions(there_are=False)

    def _read(self) -> None:
        self._jobs.run(
            Lane.READ,
            self._services.overview,
            owner=self,
            done=self._show_all,
            failed=self._on_failed,
            latest="state",
        )
        self.authority.read()

    def _show_all(self, seen: SyncOverview) -> None:
        self._url = seen.url
        self._show(seen.state)
        if seen.bytes_pending:
            size = -(-seen.bytes_pending // 1024)
            self.pending_note.setText(self.tr("hồ sơ chờ gửi · khoảng {size} KB").format(size=size))
        if seen.state.last_confirmed and seen.url:
            self.confirmed_note.setText(seen.url.split("://", 1)[-1])
        self.exceptions.show_rows(seen.exceptions)
        self._show_exceptions(there_are=bool(seen.exceptions))
        self.days.show_days(seen.days[:FEW_DAYS] if seen.exceptions else seen.days)
        self.compare.show_overview(seen)
        self.news.show_overview(seen, self._services.now().date())

    def _show_exceptions(self, *, there_are: bool) -> None:
        """Give the room to exceptions where there are any, else to the days."""
        self.exceptions.setVisible(there_are)
        self.no_exceptions.setVisible(not there_are)
        self.left.setStretchFactor(self.back, 1 if there_are else 0)
        self.left.setStretchFactor(self.days, 0 if there_are else 1)

    def _show(self, state: SyncState) -> None:
        self.pending.setText(str(state.pending_cases))
        self.pending_note.setText(self.tr("hồ sơ chờ gửi"))
        never = self.tr("Chưa lần nào")
        self.confirmed.setText(moment_in_words(state.last_confirmed) if state.last_confirmed else never)
        self.confirmed_note.setText("")
        self.refused.setText(str(state.refused_cases))
        show_state(self.refused, "wrong" if state.refused_cases else "")
        self._enrolled = state.enrolled
        self.joining.show_state(
            self._url, enrolled=state.enrolled, stopped=state.stopped or state.forked, forked=state.forked
        )
        if self.running or not state.enrolled:
            self._disable(self.go, self)
        else:
            self.go.setEnabled(True)
        if self.hasFocus():
            (self.go if self.go.isEnabled() else self.stop if self.running else self.url).setFocus()
        self.ladder.show_state(state)
        if not self.running:
            self.doing.setText(kept_sentence(state.last_error) or self._ready(state))
            name_style(self.doing, "wrong" if state.last_error else "muted")

    def _ready(self, state: SyncState) -> str:
        if not state.enrolled:
            return self.tr("Quầy chưa đăng ký với cấp trên; hồ sơ vẫn được lưu ở đây.")
        if state.pending_cases:
            return self.tr(
                "Sẵn sàng gửi. Nếu mất mạng, lần sau gửi tiếp từ chỗ dừng, không trùng, không mất."
            )
        if n := state.refused_cases:
            return self.tr(
                "Đã gửi hết; {n} hồ sơ cấp trên trả lại, xem lý do và việc cần làm ở dưới.", n=n
            ).format(n=n)
        return self.tr("Cấp trên đã nhận đủ; không có gì chờ gửi.")

    def _on_progress(self, progress: Progress | ScanProgress) -> None:
        if self._stopping:  # asked before it had a line: while it waited for its turn, or while one was made
            self._services.cancel()
            return
        show_on(self.progress, progress)
        self.doing.setText(worded(said_of(progress)))

    def _on_sent(self, state: SyncState) -> None:
        self._show(state)
        if n := state.pending_cases:
            told = self.tr("Còn {n} hồ sơ chờ gửi.", n=n).format(n=n)
        elif n := state.refused_cases:
            told = self.tr("Đã gửi hết; {n} hồ sơ cấp trên trả lại.", n=n).format(n=n)
        else:
            told = self.tr("Cấp trên đã nhận đủ.")
        self._bulletin.told.emit(told)
        self._bulletin.changed.emit(Changes(sync=True))

    def _on_not_sent(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))
        self._bulletin.changed.emit(Changes(sync=True))
        self._read()

    def _ended(self) -> None:
        self.running = self._stopping = False
        self.progress.hide()
        self.go.setEnabled(True)
        if self.stop.hasFocus() or self.hasFocus():
            self.go.setFocus()
        self.stop.hide()

    def _disable(self, button: QWidget, then: QWidget) -> None:
        """Qt would hand the focus to the next button in the row, which then looks like the one to press."""
        if button.hasFocus():
            then.setFocus()
        button.setEnabled(False)

    def _on_reconciled(self, sheet: Reconciliation) -> None:
        self._jobs.run(
            Lane.PRINT,
            lambda: self._services.print_sheet(sheet),
            owner=self,
            done=self._on_printed,
            failed=self._on_failed,
        )

    def _on_printed(self, printer: str) -> None:
        self._bulletin.told.emit(self.tr("Đã in bảng kê đối soát ra {printer}.").format(printer=printer))

    @Slot()
    def _on_joining_left(self) -> None:
        self.go.setFocus()

    @Slot(str, str)
    def _on_enrol(self, url: str, code: str) -> None:
        self._disable(self.enrol, self)
        self._jobs.run(
            Lane.LINE,
            lambda: self._services.enrol(url, code),
            owner=self,
            done=self._on_enrolled,
            failed=self._on_failed,
            ended=self._on_enrolment_ended,
        )

    def _on_enrolment_ended(self) -> None:
        self.enrol.setEnabled(True)
        if self.hasFocus():
            self.enrol.setFocus()

    def _on_enrolled(self, _none: None) -> None:
        self.joining.enrolled()
        self.setFocus()
        self._bulletin.told.emit(self.tr("Đã đăng ký quầy với cấp trên."))
        self._bulletin.changed.emit(Changes(sync=True))

    @Slot(Changes)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.sync or changes.cases):
            self._read()

    def _on_failed(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))
