"""F7, Đồng bộ: what the superior has, what is waiting, and where it stops."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.changes import Changes
from desk_app.domain.errors import DeskError, StrangeAddress
from desk_app.domain.server_address import is_server_address
from desk_app.domain.superior import Progress, SyncState
from desk_app.domain.words import Words
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.keys import on_key
from desk_app.ui.parts import Card, beside, field, label, name_style, show_state
from desk_app.ui.wording import kept_sentence, moment_in_words, sentence, worded

LAYERS = (  # in the order in which an exchange meets them
    ("cable", Words("Dây mạng")),
    ("name", Words("Tên máy chủ")),
    ("server", Words("Máy chủ cấp trên")),
    ("line", Words("Đường truyền")),
    ("tls", Words("Chứng thực máy chủ")),
    ("login", Words("Đăng ký quầy")),
    ("data", Words("Dữ liệu")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncServices:
    """What the screen asks for."""

    state: Callable[[], SyncState]
    sync: Callable[[Callable[[object], None]], SyncState]
    enrol: Callable[[str, str], None]


class SyncScreen(QWidget):
    """Send now, beside the work."""

    usb_asked = Signal()
    hints = (("F9", Words("Gửi ngay")), ("Alt+U", Words("Gửi bằng USB")))

    def __init__(self, jobs: Jobs, bulletin: Bulletin, services: SyncServices) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._jobs, self._bulletin, self._services = jobs, bulletin, services
        self.running, self._enrolled = False, True
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
        self.layers = {name: label("", "value") for name, _ in LAYERS}
        self.url, self.code = QLineEdit(), QLineEdit()
        self.url.setPlaceholderText("https://")
        self.code.setPlaceholderText("XXXX-XXXX-XXXX-XXXX")
        self.enrol = QPushButton(self.tr("Đăng ký quầy"))
        self.enrolment = Card(self.tr("Đăng ký với cấp trên"))
        self._lay_out()
        self.go.clicked.connect(self.sync)
        self.enrol.clicked.connect(self._on_enrol)
        bulletin.changed.connect(self._on_changed)
        on_key("F9", self, self.sync)
        self.usb.clicked.connect(self.usb_asked)
        on_key("Alt+U", self, self.usb_asked.emit)

    def start(self) -> None:
        """Read the state anew."""
        self._read()
        self.go.setFocus()

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
        self.go.setEnabled(False)
        self.doing.setText(self.tr("Đang nối với cấp trên…"))
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

    def _lay_out(self) -> None:
        numbers = []
        for heading, big, small in (
            (self.tr("Chờ gửi"), self.pending, self.pending_note),
            (self.tr("Cấp trên đã nhận"), self.confirmed, self.confirmed_note),
            (self.tr("Bị trả lại"), self.refused, self.refused_note),
        ):
            card = Card(heading)
            card.body.addWidget(big)
            card.body.addWidget(small)
            card.body.addStretch(1)
            numbers.append(card)
        send = Card(self.tr("Gửi về cấp trên"))
        send.body.addWidget(self.progress)
        send.body.addWidget(self.doing)
        send.body.addLayout(beside((self.go, 3), (self.usb, 1)))
        send.body.addWidget(
            label(
                self.tr(
                    "Mất mạng giữa chừng cũng không sao: lần sau gửi tiếp từ chỗ dừng, không trùng, không mất."
                ),
                "muted",
                wrap=True,
            )
        )
        ladder = Card(self.tr("Đường gửi"))
        for name, text in LAYERS:
            row = QHBoxLayout()
            row.addWidget(label(worded(text), "muted"), 1)
            row.addWidget(self.layers[name])
            ladder.body.addLayout(row)
        self.enrolment.body.addWidget(
            label(self.tr("Nhập địa chỉ và mã trên phiếu đăng ký mà cấp trên giao."), "muted", wrap=True)
        )
        self.enrolment.body.addLayout(field(self.tr("Địa chỉ máy chủ"), self.url))
        self.enrolment.body.addLayout(field(self.tr("Mã đăng ký"), self.code))
        self.enrolment.body.addWidget(self.enrol)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(beside(*((card, 1) for card in numbers), spacing=12))
        left.addWidget(send)
        left.addWidget(self.enrolment)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(ladder)
        right.addStretch(1)
        row = beside((left, 64), (right, 36), spacing=12)
        row.setContentsMargins(14, 14, 14, 14)
        self.setLayout(row)
        self.progress.hide()

    def _read(self) -> None:
        self._jobs.run(
            Lane.READ,
            self._services.state,
            owner=self,
            done=self._show,
            failed=self._on_failed,
            latest="state",
        )

    def _show(self, state: SyncState) -> None:
        self.pending.setText(str(state.pending_cases))
        never = self.tr("Chưa lần nào")
        self.confirmed.setText(moment_in_words(state.last_confirmed) if state.last_confirmed else never)
        self.confirmed_note.setText(self.tr("lần cuối cấp trên xác nhận") if state.last_confirmed else "")
        self.refused.setText(str(state.refused_cases))
        self._enrolled = state.enrolled
        self.enrolment.setVisible(not state.enrolled)
        self.go.setEnabled(state.enrolled and not self.running)
        self._show_layers(state)
        if not self.running:
            self.doing.setText(
                kept_sentence(state.last_error) or (self.tr("Sẵn sàng.") if state.enrolled else "")
            )
            name_style(self.doing, "wrong" if state.last_error else "muted")

    def _show_layers(self, state: SyncState) -> None:
        """Say of each layer whether the last exchange got through it."""
        order = [name for name, _ in LAYERS]
        broken = order.index(state.last_layer) if state.last_layer in order else len(order)
        known = state.last_confirmed is not None or state.last_layer
        for n, name in enumerate(order):
            text = (
                ""
                if not known or n > broken
                else self.tr("✗ dừng ở đây")
                if n == broken
                else self.tr("✓ tốt")
            )
            self.layers[name].setText(text)
            show_state(self.layers[name], "wrong" if n == broken else "")

    def _on_progress(self, progress: Progress) -> None:
        self.progress.setRange(0, max(1, progress.total))
        self.progress.setValue(progress.sent)
        self.doing.setText(
            self.tr("Đã gửi {sent}/{total} hồ sơ").format(sent=progress.sent, total=progress.total)
        )

    def _on_sent(self, state: SyncState) -> None:
        self._show(state)
        self._bulletin.told.emit(
            self.tr("Cấp trên đã nhận đủ.")
            if not state.pending_cases
            else self.tr("Còn {n} hồ sơ chờ gửi.", n=state.pending_cases).format(n=state.pending_cases)
        )
        self._bulletin.changed.emit(Changes(sync=True))

    def _on_not_sent(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))
        self._bulletin.changed.emit(Changes(sync=True))
        self._read()

    def _ended(self) -> None:
        self.running = False
        self.progress.hide()
        self.go.setEnabled(True)

    @Slot()
    def _on_enrol(self) -> None:
        url, code = self.url.text().strip(), self.code.text()
        if not is_server_address(url):
            self._bulletin.failed.emit(
                sentence(StrangeAddress(text=url))
                if url
                else self.tr("Hãy nhập địa chỉ máy chủ trên phiếu đăng ký.")
            )
            self.url.setFocus()
            return
        if not code.strip():
            self._bulletin.failed.emit(self.tr("Hãy nhập mã trên phiếu đăng ký."))
            self.code.setFocus()
            return
        self.enrol.setEnabled(False)
        self._jobs.run(
            Lane.LINE,
            lambda: self._services.enrol(url, code),
            owner=self,
            done=self._on_enrolled,
            failed=self._on_failed,
            ended=lambda: self.enrol.setEnabled(True),
        )

    def _on_enrolled(self, _none: None) -> None:
        self.code.clear()
        self._bulletin.told.emit(self.tr("Đã đăng ký quầy với cấp trên."))
        self._bulletin.changed.emit(Changes(sync=True))

    @Slot(Changes)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.sync or changes.cases):
            self._read()

    def _on_failed(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))
