"""Leaving while the superior does not have everything: says so, offers to send, keeps nobody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.changes import Changes
from desk_app.domain.errors import DeskError
from desk_app.domain.superior import Progress, SyncState
from desk_app.domain.words import Words
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.keys import on_key
from desk_app.ui.parts import Card, beside, centred, label
from desk_app.ui.sending import said_of, show_on
from desk_app.ui.wording import sentence, worded

WIDTH = 560


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingServices:
    """What the page asks for. `usb` = goes to the screen of the way without a line; None = there is none."""

    sync: Callable[[Callable[[object], None]], SyncState]
    cut: Callable[[], None]
    usb: Callable[[], None] | None = None


class LeavingScreen(QWidget):
    """Enter or Esc leaves, F9 sends first; any place's key goes back to work."""

    left = Signal()
    hints = (
        ("Enter", Words("ra về")),
        ("F9", Words("gửi ngay rồi ra về")),
        ("F2 – F11", Words("quay lại làm việc")),
    )

    def __init__(self, jobs: Jobs, bulletin: Bulletin, services: LeavingServices) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._jobs, self._bulletin, self._services = jobs, bulletin, services
        self.running = False
        self.count = label("", "big", wrap=True)
        self.told = label("", "value", wrap=True)
        self.said = label("", "muted", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.go = KeyButton(self.tr("Ra về"), "Enter", name="primary")
        self.send = KeyButton(self.tr("Gửi ngay rồi ra về"), "F9")
        self.usb = QPushButton(self.tr("Chép ra USB…"))
        self._lay_out()
        self.go.clicked.connect(self._leave)
        self.send.clicked.connect(self._on_send)
        self.usb.clicked.connect(self._on_usb)
        on_key("F9", self, self._on_send)
        for key in ("Esc", "Return", "Enter"):
            on_key(key, self, self._leave)

    def show_state(self, state: SyncState) -> None:
        """Say what the superior does not have."""
        n = state.pending_cases
        self.count.setText(self.tr("Còn {n} hồ sơ cấp trên chưa nhận", n=n).format(n=n))
        more = self.tr("Chúng nằm trong máy này và sẽ được gửi lần sau; không mất, không trùng.")
        if not state.enrolled:
            more += " " + self.tr("Quầy chưa đăng ký với cấp trên (F7).")
        self.told.setText(more)
        self.send.setVisible(state.enrolled and not state.stopped)
        self.said.hide()
        self.progress.hide()
        self.go.setFocus()

    def start(self) -> None:
        """Nothing is to be read: what it shows was told."""

    def _lay_out(self) -> None:
        card = Card(self.tr("Trước khi ra về"))
        card.setFixedWidth(WIDTH)
        card.body.setSpacing(12)
        for part in (self.count, self.told, self.progress, self.said):
            card.body.addWidget(part)
        card.body.addLayout(beside((self.go, 1), (self.send, 1)))
        card.body.addWidget(self.usb)
        self.usb.setVisible(self._services.usb is not None)
        box = QVBoxLayout(self)
        box.addStretch(2)
        box.addLayout(centred(card))
        box.addStretch(3)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @Slot()
    def _leave(self) -> None:
        if self.running:  # what was acknowledged is kept, the rest goes next time
            self._services.cut()
        self.left.emit()

    @Slot()
    def _on_send(self) -> None:
        if self.running or self.send.isHidden():
            return
        self.running = True
        self.send.setEnabled(False)
        self.said.setText(self.tr("Đang nối với cấp trên…"))
        self.said.show()
        self._jobs.run_telling(
            Lane.LINE,
            self._services.sync,
            owner=self,
            done=self._on_sent,
            failed=self._on_failed,
            told=self._on_progress,
            ended=self._ended,
        )

    def _on_progress(self, progress: Progress) -> None:
        show_on(self.progress, progress)
        self.progress.show()
        self.said.setText(worded(said_of(progress)))

    def _ended(self) -> None:
        self.running = False
        self.send.setEnabled(True)
        self.progress.hide()

    def _on_sent(self, state: SyncState) -> None:
        self._bulletin.changed.emit(Changes(sync=True))
        if not state.pending_cases:
            self.left.emit()
            return
        self.show_state(state)

    def _on_failed(self, error: DeskError) -> None:
        self._bulletin.changed.emit(Changes(sync=True))
        self.said.setText(sentence(error))

    @Slot()
    def _on_usb(self) -> None:
        if self._services.usb is not None:
            self._services.usb()
