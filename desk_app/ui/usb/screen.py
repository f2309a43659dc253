"""Chép ra USB: what waits goes on a stick, what the superior says comes back on one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desk_app.domain.changes import Changes
from desk_app.domain.errors import DeskError
from desk_app.domain.usb import Confirmed, Copying, Exported, Seen, UsbState, waiting_words
from desk_app.domain.words import Words
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.keys import on_key
from desk_app.ui.parts import Card, beside, label, name_style
from desk_app.ui.usb.answer_card import AnswerCard
from desk_app.ui.usb.drive_list import DriveList
from desk_app.ui.wording import sentence, worded

LOOK_EVERY_MS = 2000
STEPS = (
    Words("1. Cắm USB, chọn USB rồi bấm F9. Chờ đến khi màn hình báo có thể rút USB."),
    Words("2. Mang USB đến cấp trên. Tệp đã mã hóa, chỉ máy chủ cấp trên mở được."),
    Words("3. Mang USB có tệp xác nhận về, cắm vào máy này rồi bấm Alt+X."),
    Words("Rút USB sớm hay làm mất USB cũng không mất hồ sơ: hồ sơ chỉ thôi chờ gửi khi có xác nhận."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UsbServices:
    """What the screen asks for; `look` gets folders that were chosen beside the sticks."""

    state: Callable[[], UsbState]
    look: Callable[[tuple[Path, ...]], list[Seen]]
    copy: Callable[[Path, Callable[[Copying], None], Callable[[], bool]], Exported]
    take: Callable[[Path], Confirmed]


class UsbScreen(QWidget):
    """One stick at a time; the clerk works on meanwhile, the copy goes its way."""

    closed = Signal()
    hints = (
        ("F9", Words("Chép ra USB")),
        ("Alt+X", Words("Đọc xác nhận")),
        ("Ctrl+O", Words("Chọn thư mục")),
        ("Esc", Words("Dừng chép, quay lại")),
    )

    def __init__(self, jobs: Jobs, bulletin: Bulletin, services: UsbServices) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._jobs, self._bulletin, self._services = jobs, bulletin, services
        self._state: UsbState | None = None
        self._folders: tuple[Path, ...] = ()  # chosen by hand
        self._looking = False
        self._copied = ""  # the file that was written last, until something else happens
        self.stop = threading.Event()
        self.copying = False
        self.pending = label("–", "bigger")
        self.pending_note = label(self.tr("hồ sơ chờ gửi"), "muted")
        self.drives, self.answers = DriveList(), AnswerCard()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.doing = label("", "muted", wrap=True)
        self.safe = label(self.tr("✓ Có thể rút USB"), "big")
        self.go = KeyButton(self.tr("Chép ra USB"), "F9", name="primary")
        self.halt = KeyButton(self.tr("Dừng chép"), "Esc")
        self.folder = KeyButton(self.tr("Chọn thư mục khác"), "Ctrl+O")
        self.back = KeyButton(self.tr("Quay lại"), "Esc")
        self.waiting = label("", "muted", wrap=True)
        self.dialog: QFileDialog | None = None
        self._lay_out()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._connect()

    def start(self) -> None:
        """Look anew at what waits and which sticks are there."""
        if not self.copying:
            self._say("")
        self._read()
        self._look()
        self._timer.start()
        self.go.setFocus()

    def leave(self) -> None:
        """Lock without waiting for a slow stick; nothing is lost by it."""
        self.stop.set()

    def choose_folder(self, path: Path) -> None:
        """Take a folder in place of a stick: a disk that Windows does not call removable."""
        if path not in self._folders:
            self._folders = (*self._folders, path)
        self._jobs.run(
            Lane.UPKEEP,
            lambda: self._services.look(self._folders),
            owner=self,
            done=lambda seen: self._show_chosen(seen, path),
            failed=self._on_failed,
        )

    @Slot()
    def copy(self) -> None:
        """Write what waits to the chosen stick."""
        chosen = self.drives.chosen()
        if self.copying or self._state is None:
            return
        if chosen is None:
            self._bulletin.failed.emit(self.tr("Chưa có USB để chép; hãy cắm USB vào máy hoặc chọn thư mục."))
            return
        self.stop.clear()
        self.copying = True
        self._say(self.tr("Đang chép…"))
        self._enable()
        self._jobs.run_telling(
            Lane.UPKEEP,
            lambda tell: self._services.copy(chosen.drive.path, tell, self.stop.is_set),
            owner=self,
            done=self._on_copied,
            failed=self._on_not_copied,
            told=self._on_progress,
            ended=self._ended,
        )

    @Slot()
    def take(self) -> None:
        """Read the newest acknowledgement of the chosen stick, or of any that has one."""
        chosen = self.drives.chosen()
        answers = chosen.answers if chosen and chosen.answers else self.answers.found
        if not answers:
            self._bulletin.failed.emit(
                self.tr("Chưa thấy tệp xác nhận trên USB; hãy cắm USB mang về từ cấp trên.")
            )
            return
        self.take_file(answers[0])

    def take_file(self, path: Path) -> None:
        """Read one acknowledgement."""
        self.answers.be_busy(busy=True)
        self._jobs.run(
            Lane.UPKEEP,
            lambda: self._services.take(path),
            owner=self,
            done=self._on_taken,
            failed=self._on_failed,
            ended=lambda: self.answers.be_busy(busy=False),
        )

    @Slot()
    def escape(self) -> None:
        """Stop the copy; when there is none, go back."""
        if self.copying:
            self.stop.set()
            self.doing.setText(self.tr("Đang dừng…"))
        else:
            self.closed.emit()

    @Slot()
    def ask_folder(self) -> None:
        """Let a folder be chosen."""
        dialog = QFileDialog(self, self.tr("Chọn thư mục để chép"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: self.choose_folder(Path(folder)))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look at no stick while nobody looks here."""
        self._timer.stop()
        super().hideEvent(event)

    def _connect(self) -> None:
        self.go.clicked.connect(self.copy)
        self.halt.clicked.connect(self.escape)
        self.back.clicked.connect(self.escape)
        self.folder.clicked.connect(self.ask_folder)
        self.answers.asked.connect(self.take)
        self._bulletin.changed.connect(self._on_changed)
        for key, act in (
            ("F9", self.copy),
            ("Alt+X", self.take),
            ("Ctrl+O", self.ask_folder),
            ("Esc", self.escape),
        ):
            on_key(key, self, act)

    def _lay_out(self) -> None:
        card = Card(self.tr("Chép hồ sơ chờ gửi ra USB"))
        number = QHBoxLayout()
        number.setSpacing(8)
        number.addWidget(self.pending)
        number.addWidget(self.pending_note)
        number.addStretch(1)
        card.body.addLayout(number)
        card.body.addWidget(self.drives)
        card.body.addWidget(self.progress)
        card.body.addWidget(self.safe)
        card.body.addWidget(self.doing)
        card.body.addLayout(beside((self.go, 3), (self.halt, 1), (self.folder, 2)))
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Gửi bằng USB khi không có mạng"), "big"))
        head.addStretch(1)
        head.addWidget(self.back)
        last, how = Card(self.tr("Lần chép gần nhất")), Card(self.tr("Cách làm"))
        last.body.addWidget(self.waiting)
        for step in STEPS:
            how.body.addWidget(label(worded(step), "value", wrap=True))
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in ((left, (card, self.answers)), (right, (last, how))):
            column.setSpacing(12)
            for one in cards:
                column.addWidget(one)
            column.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 14)
        box.setSpacing(12)
        box.addLayout(head)
        box.addLayout(beside((left, 60), (right, 40), spacing=12), 1)
        self.safe.setContentsMargins(0, 4, 0, 0)
        name_style(self.safe, "safe")
        self._say("")
        self._enable()

    def _read(self) -> None:
        self._jobs.run(
            Lane.READ,
            self._services.state,
            owner=self,
            done=self._show,
            failed=self._on_failed,
            latest="state",
        )

    def _show(self, state: UsbState) -> None:
        self._state = state
        self.pending.setText(str(state.pending_cases))
        self.waiting.setText(
            worded(waiting_words(state.waiting))
            if state.waiting
            else self.tr("Không có tệp nào đang chờ xác nhận.")
        )
        self._enable()
        if not self.copying and not self._copied:
            self._say(
                ""
                if not state.enrolled or state.waits
                else self.tr("Cấp trên đã nhận đủ; không có gì cần chép.")
            )
            if not state.enrolled:
                self.doing.setText(
                    self.tr("Quầy chưa đăng ký với cấp trên: hãy nhập phiếu đăng ký ở Đồng bộ (F7).")
                )

    @Slot()
    def _look(self) -> None:
        if self._looking or self.copying or not self.isVisible():
            return
        self._looking = True
        folders = self._folders
        self._jobs.run(
            Lane.UPKEEP,
            lambda: self._services.look(folders),
            owner=self,
            done=self._show_drives,
            failed=self._on_failed,
            ended=self._looked,
        )

    def _looked(self) -> None:
        self._looking = False

    def _show_drives(self, seen: list[Seen]) -> None:
        if self.drives.show_drives(seen) and self._copied and not self._is_there(seen):
            self._copied = ""
            self._say(self.tr("Đã rút USB."))
        self.answers.show_answers([path for one in seen for path in one.answers])
        before = self.go.isEnabled()
        self._enable()
        if self.go.isEnabled() and not before:  # else Enter would go back
            self.go.setFocus()

    def _is_there(self, seen: list[Seen]) -> bool:
        return any(Path(self._copied).is_relative_to(one.drive.path) for one in seen)

    def _show_chosen(self, seen: list[Seen], path: Path) -> None:
        self._show_drives(seen)
        self.drives.choose(path)

    def _enable(self) -> None:
        known = self._state is not None and self._state.enrolled
        waits = self._state is not None and self._state.waits
        self.go.setEnabled(known and waits and not self.copying and self.drives.chosen() is not None)
        self.halt.setVisible(self.copying)
        self.drives.setEnabled(not self.copying)
        self.folder.setEnabled(not self.copying)
        self.progress.setVisible(self.copying)

    def _say(self, doing: str, *, safe: bool = False) -> None:
        self.doing.setText(doing)
        self.doing.setVisible(bool(doing))
        self.safe.setVisible(safe)

    def _on_progress(self, copying: Copying) -> None:
        self.progress.setRange(0, max(1, copying.total))
        self.progress.setValue(copying.done)
        if not self.stop.is_set():
            checking = 2 * copying.done > copying.total
            self.doing.setText(
                self.tr("Đang đọc lại để kiểm tra, đừng rút USB.")
                if checking
                else self.tr("Đang chép, đừng rút USB.")
            )

    def _on_copied(self, export: Exported) -> None:
        chosen = self.drives.chosen()
        self._copied = str(chosen.drive.path / export.name) if chosen else export.name
        self._say(
            self.tr("Đã chép {n} hồ sơ vào tệp {name}, đọc lại đúng.", n=export.cases).format(
                n=export.cases, name=export.name
            ),
            safe=True,
        )
        self._bulletin.changed.emit(Changes(sync=True))

    def _on_not_copied(self, error: DeskError) -> None:
        self._say("")
        self._on_failed(error)
        self._read()

    def _ended(self) -> None:
        self.copying = False
        self._enable()

    def _on_taken(self, confirmed: Confirmed) -> None:
        self._bulletin.told.emit(
            self.tr("Cấp trên đã nhận thêm {n} hồ sơ; còn {left} hồ sơ chờ gửi.", n=confirmed.cases).format(
                n=confirmed.cases, left=confirmed.pending
            )
            if confirmed.fresh
            else self.tr("Xác nhận này đã đọc rồi hoặc cũ hơn lần gần nhất: không có gì thay đổi.")
        )
        self._copied = ""  # what was written before is no longer what there is to say
        self._say("")
        self._bulletin.changed.emit(Changes(sync=True, cases=True))
        self._look()

    @Slot(Changes)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.sync or changes.cases):
            self._read()

    def _on_failed(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))
