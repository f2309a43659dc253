"""The bottom of the window: what the keys do, the printer; messages cover it for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from desk_app.domain.errors import DeskError
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.message_bar import MessageBar
from desk_app.ui.parts import key_hints, never_focused
from desk_app.ui.wording import sentence, worded

if TYPE_CHECKING:
    from desk_app.domain.slip import PrinterState
    from desk_app.ui.shell import ShellServices

HEIGHT = 30
PRINTER_KEY = "Ctrl+Shift+P"


class BottomBar(QFrame):
    """Shows hints at the left and the printer at the right."""

    def __init__(self, jobs: Jobs, bulletin: Bulletin) -> None:
        super().__init__()
        self.setObjectName("bottomBar")
        self.setFixedHeight(HEIGHT)
        self._jobs, self._bulletin = jobs, bulletin
        self._services: ShellServices | None = None
        self._hints: QWidget = QWidget()
        self.printer = KeyButton("", PRINTER_KEY, name="quiet")
        never_focused(self.printer)
        self.printer.setMinimumWidth(60)
        self.printer.clicked.connect(self.ask_printer)
        self.printer.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 14, 0)
        self._row.addWidget(self._hints, 1)
        self._row.addWidget(self.printer)
        self.messages = MessageBar(bulletin, self)
        self._say()

    def show_hints(self, screen: QWidget | None) -> None:
        """Show what the keys do on a screen that has `hints`."""
        hints = key_hints(getattr(screen, "hints", ()))
        hints.setMinimumWidth(1)  # a narrow window shows the first of them
        self._row.replaceWidget(self._hints, hints)
        self._hints.deleteLater()
        self._hints = hints
        self.messages.raise_()

    def show_printer(self, services: ShellServices | None) -> None:
        """Show the printer of a desk; None while nobody is signed in."""
        self._services = services
        self.printer.setVisible(services is not None)
        self._read()

    @Slot()
    def ask_printer(self) -> None:
        """Offer the printers there are."""
        if self._services is not None:
            self._jobs.run(
                Lane.PRINT, self._services.printers, owner=self, done=self._offer, failed=self._on_failed
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the messages as wide as the window."""
        super().resizeEvent(event)
        self.messages.setGeometry(self.rect())

    def changeEvent(self, event: QEvent) -> None:
        """Say what is here in a language chosen just now."""
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.printer.setToolTip(self.tr("Chọn máy in"))

    def _read(self) -> None:
        if self._services is not None:
            self._jobs.run(
                Lane.PRINT, self._services.printer, owner=self, done=self._show, failed=self._on_failed,
                latest="printer",
            )  # fmt: skip

    def _show(self, printer: PrinterState) -> None:
        name = worded(printer.name) or self.tr("chưa chọn")
        said = (self.tr("Máy in: {name}").format(name=name), worded(printer.detail))
        self.printer.setText(" · ".join(filter(None, said)))

    def _offer(self, names: list[str]) -> None:
        menu = QMenu(self)
        for name in names or [self.tr("Không thấy máy in nào")]:
            action = menu.addAction(worded(name))
            action.setEnabled(bool(names))
            action.triggered.connect(lambda *_checked, name=name: self._choose(name))
        menu.popup(self.printer.mapToGlobal(self.printer.rect().topLeft()))
        if names:
            menu.setActiveAction(menu.actions()[0])

    def _choose(self, name: str) -> None:
        services = self._services
        if services is not None:
            self._jobs.run(
                Lane.WRITE,
                lambda: services.choose_printer(name),
                owner=self,
                done=lambda _none: self._read(),
                failed=self._on_failed,
            )

    def _on_failed(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))
