"""A file of certificates is chosen, looked at, compared by telephone, and only then believed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desk_app.domain.authority import Authorities, Authority
from desk_app.domain.errors import DeskError
from desk_app.ui.authority.line import AuthorityLine
from desk_app.ui.file_dialog import open_dialog
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.parts import Card, beside, divider, label
from desk_app.ui.wording import sentence

HEIGHT = 200  # pixels: two certificates
ENDS = ("pem", "crt", "cer", "der")


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityServices:
    """What the card asks for. `keep` belongs on the line's lane: what goes over the line next goes by it."""

    look: Callable[[Path], Authorities]
    keep: Callable[[Authorities], None]
    kept: Callable[[], Authorities | None]
    now: Callable[[], datetime]  # the PC's own time, by which certificates are judged


class AuthorityCard(Card):
    """Shows what a chosen file would have this PC believe; its lines say what is believed already."""

    opened = Signal()  # something is to be looked at: the screen shows the card
    left = Signal()  # nothing was changed
    kept = Signal(str)  # the name of what is believed from now on
    wrong = Signal(str)  # while the card is not in sight; else it stands on it

    def __init__(self, jobs: Jobs, services: AuthorityServices, lines: Sequence[AuthorityLine]) -> None:
        super().__init__(self.tr("Chứng thư riêng của máy chủ"))
        self._jobs, self._services, self._lines = jobs, services, lines
        self._looked: Authorities | None = None
        self.dialog: QFileDialog | None = None
        self.use = QPushButton(self.tr("Đã so, dùng chứng thư này"))
        self.use.setObjectName("primary")
        self.other = QPushButton(self.tr("Chọn tệp khác…"))
        self.cancel = KeyButton(self.tr("Thôi"), "Esc")
        self.told = label("", "wrong", wrap=True)
        self.told.hide()
        self.inside = QWidget()
        self.inside.setObjectName("white")
        self._lay_out()
        self.use.clicked.connect(self._on_use)
        self.other.clicked.connect(self.ask)
        self.cancel.clicked.connect(self.leave)
        for line in lines:
            line.asked.connect(self.ask)
        self.hide()

    def read(self) -> None:
        """Have the lines say what is believed now."""
        self._jobs.run(
            Lane.READ,
            self._services.kept,
            owner=self,
            done=self._show_kept,
            failed=self._show_trouble,
            latest="kept",
        )

    @Slot()
    def ask(self) -> None:
        """Let a file be chosen."""
        dialog = QFileDialog(self.window(), self.tr("Chọn tệp chứng thư gốc mà cấp trên giao"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        ends = " ".join(f"*.{end} *.{end.upper()}" for end in ENDS)
        dialog.setNameFilters([self.tr("Chứng thư") + f" ({ends})", self.tr("Mọi tệp") + " (*)"])
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation))
        dialog.fileSelected.connect(self._on_chosen)
        self.dialog = open_dialog(dialog, self.tr("Xem"))

    @Slot()
    def leave(self) -> None:
        """Believe nothing new."""
        self._looked = None
        self.hide()
        self.left.emit()

    def _lay_out(self) -> None:
        why = self.tr(
            "Gọi cho cán bộ tin học của cấp trên và so dãy SHA-256 dưới đây; giống nhau mới dùng. "
            "Từ đó máy này tin máy chủ cấp trên có chứng thư do nơi này cấp."
        )
        self.body.addWidget(label(why, "muted", wrap=True))
        self.members = QVBoxLayout(self.inside)
        self.members.setContentsMargins(0, 0, 4, 0)
        self.members.setSpacing(3)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(self.inside)
        self.area.setMinimumHeight(HEIGHT)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self.told)
        self.body.addWidget(self.use)
        self.body.addLayout(beside((self.other, 1), (self.cancel, 0)))

    @Slot(str)
    def _on_chosen(self, file: str) -> None:
        self._jobs.run(
            Lane.READ,
            lambda: self._services.look(Path(file)),
            owner=self,
            done=self._show,
            failed=self._on_failed,
            latest="look",
        )

    def _show(self, looked: Authorities) -> None:
        self._looked = looked
        while item := self.members.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        now = self._services.now()
        for n, one in enumerate(looked.members):
            if n:
                self.members.addWidget(divider())
            self._add(one, now)
        self.members.addStretch(1)
        # a bundle is read to its end by keys too
        self.area.setProperty("focusPolicy", "StrongFocus" if len(looked.members) > 1 else "NoFocus")
        self.told.hide()
        self.show()
        self.opened.emit()
        self.use.setFocus()

    def _add(self, one: Authority, now: datetime) -> None:
        self.members.addWidget(label(one.subject, "strong", wrap=True))
        issuer = one.issuer if one.issuer != one.subject else self.tr("chính nó (chứng thư gốc)")
        self.members.addWidget(label(self.tr("Nơi cấp: {name}").format(name=issuer), "value", wrap=True))
        until = self.tr("Hạn dùng: {begins} – {ends}").format(
            begins=f"{one.begins:%d/%m/%Y}", ends=f"{one.ends:%d/%m/%Y}"
        )
        if one.is_in_time(now):
            self.members.addWidget(label(until, "value"))
        else:
            self.members.addWidget(label(f"{until} · {self.tr('không dùng được hôm nay')}", "wrong"))
        mark = label(f"SHA-256: {one.short_fingerprint} …", "strong")
        mark.setToolTip(one.fingerprint)
        self.members.addWidget(mark)

    @Slot()
    def _on_use(self) -> None:
        looked = self._looked
        if looked is None:
            return
        self.use.setEnabled(False)
        self._jobs.run(
            Lane.LINE,
            lambda: self._services.keep(looked),
            owner=self,
            done=lambda _none: self._on_kept(looked),
            failed=self._on_failed,
            ended=lambda: self.use.setEnabled(True),
        )

    def _on_kept(self, looked: Authorities) -> None:
        self._looked = None
        self.hide()
        self.read()
        self.kept.emit(looked.newest.subject)

    def _on_failed(self, error: DeskError) -> None:
        if self.isHidden():
            self.wrong.emit(sentence(error))
        else:
            self.told.setText(sentence(error))
            self.told.show()

    def _show_kept(self, kept: Authorities | None) -> None:
        for line in self._lines:
            line.show_kept(kept, self._services.now())

    def _show_trouble(self, error: DeskError) -> None:
        for line in self._lines:
            line.show_trouble(sentence(error))
