"""The recovery sheet: shown once, brought to paper, kept nowhere on this PC."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from desk_app.domain.errors import DeskError
from desk_app.ui.choice import Choice
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.parts import Card, beside, label, show_state
from desk_app.ui.wording import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetServices:
    """What the card asks for: two speak to the spooler, `keep` puts the desk in its place."""

    printers: Callable[[], list[str]]
    print_sheet: Callable[[str], None]
    keep: Callable[[], None]


class SheetCard(Card):
    """Lets the clerk go on once the words are on paper, printed or copied by hand."""

    finished = Signal()

    def __init__(self, jobs: Jobs, services: SheetServices, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._jobs, self._services = jobs, services
        self.body.addWidget(label(self.tr("TỜ KHÔI PHỤC"), "heading"))
        self.words = label("", "bigger", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.printers = Choice()
        self.printers.setAccessibleName(self.tr("Máy in"))
        self.print = QPushButton(self.tr("In tờ khôi phục"))
        self.told = label("", "muted", wrap=True)
        self.on_paper = QCheckBox(
            self.tr("32 ký tự đã nằm trên giấy (in hoặc chép tay) và sẽ được cất trong két")
        )
        self.done = QPushButton(self.tr("Xong, đăng nhập"))
        self.done.setObjectName("primary")
        self.done.setEnabled(False)
        why = self.tr(
            "Máy không giữ tờ này. Không có nó và quên mật khẩu thì không ai mở được dữ liệu; "
            "ai có nó và có máy thì đọc được mọi hồ sơ."
        )
        self.body.addWidget(label(why, "value", wrap=True))
        self.body.addWidget(self.words)
        self.body.addLayout(beside((self.printers, 3), (self.print, 2)))
        parts: tuple[QWidget, ...] = (self.told, self.on_paper, self.done)
        for part in parts:
            self.body.addWidget(part)
        self.print.clicked.connect(self._on_print)
        self.on_paper.toggled.connect(self.done.setEnabled)
        self.done.clicked.connect(self._on_done)

    def show_words(self, recovery: str) -> None:
        """Show the eight groups of four characters, and which printers there are."""
        groups = recovery.split("-")
        self.words.setText("  ".join(groups[:4]) + "\n" + "  ".join(groups[4:]))
        self.print.setEnabled(False)
        self.on_paper.setFocus()
        self._jobs.run(
            Lane.PRINT, self._services.printers, owner=self, done=self._show_printers, failed=self._on_failed
        )

    def _show_printers(self, names: list[str]) -> None:
        self.printers.addItems(names)
        self.print.setEnabled(bool(names))
        if names:
            self.print.setFocus()
        else:
            self.told.setText(self.tr("Chưa thấy máy in: hãy chép tay 32 ký tự trên ra giấy."))

    @Slot()
    def _on_print(self) -> None:
        name = self.printers.currentText()
        self.print.setEnabled(False)
        self._jobs.run(
            Lane.PRINT,
            lambda: self._services.print_sheet(name),
            owner=self,
            done=lambda _none: self._on_printed(name),
            failed=self._on_failed,
            ended=lambda: self.print.setEnabled(True),
        )

    def _on_printed(self, name: str) -> None:
        self._tell(self.tr("Đã gửi đến máy in {name}; hãy xem tờ in có đủ 32 ký tự.").format(name=name), "")
        self.on_paper.setFocus()

    @Slot()
    def _on_done(self) -> None:
        self.done.setEnabled(False)
        self._jobs.run(
            Lane.WRITE,
            self._services.keep,
            owner=self,
            done=lambda _none: self._on_kept(),
            failed=self._on_failed,
            ended=lambda: self.done.setEnabled(True),
        )

    def _on_kept(self) -> None:
        self.words.clear()
        self.finished.emit()

    def _on_failed(self, error: DeskError) -> None:
        self.print.setEnabled(self.printers.count() > 0)
        self._tell(sentence(error), "wrong")

    def _tell(self, text: str, state: str) -> None:
        self.told.setText(text)
        show_state(self.told, state)
