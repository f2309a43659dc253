"""The one window: top bar, places to go, the screen at hand, what the keys do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk_app.domain.errors import DeskError
from desk_app.domain.staff import Staff
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.parts import key_hints, label, never_focused, show_state, snug
from desk_app.ui.wording import kept_sentence, moment_in_words, sentence, worded

if TYPE_CHECKING:
    from desk_app.domain.changes import Changes
    from desk_app.domain.desk import Desk
    from desk_app.domain.slip import PrinterState
    from desk_app.domain.superior import SyncState
    from desk_app.ui.shell import Place, ShellServices

SIZE = (1366, 768)
TOLD_FOR_MS = 8000


class MainWindow(QMainWindow):
    """Holds the screens; sized for the smallest screen a commune has, 1366x768."""

    signed_out = Signal()
    closing = Signal()

    def __init__(self, jobs: Jobs, bulletin: Bulletin) -> None:
        super().__init__()
        self._jobs, self._bulletin = jobs, bulletin
        self._services: ShellServices | None = None
        self._places: list[Place] = []
        self.setWindowTitle(self.tr("Quầy Một Cửa"))
        self.resize(*SIZE)
        self.commune, self.desk = label("", "commune"), label("", "muted")
        self.sync_pill, self.clock_pill = label("", "pill"), label("", "pill")
        self.staff_pill = label("", "staffPill")
        self.told = label("", "told", wrap=True)
        self.strip = QWidget()
        self.stack = QStackedWidget()
        self.nav = QWidget()
        self.nav.setObjectName("nav")
        self.nav.setFixedWidth(168)
        self.nav_box = QVBoxLayout(self.nav)
        self.nav_box.setContentsMargins(8, 10, 8, 10)
        self.nav_box.setSpacing(2)
        self.badge = label("", "badge")
        self.printer = QPushButton()
        self.printer.setObjectName("quiet")
        never_focused(self.printer)
        self.printer.setToolTip(self.tr("Chọn máy in"))
        self.printer.clicked.connect(self._on_printer)
        self.bottom = QHBoxLayout()
        self.hints: QWidget = QWidget()
        self._lay_out()
        self._told_timer = QTimer(self, singleShot=True, interval=TOLD_FOR_MS)
        self._told_timer.timeout.connect(self.strip.hide)
        self._clock_timer = QTimer(self, interval=1000)
        self._clock_timer.timeout.connect(self.show_time)
        bulletin.told.connect(self._on_told)
        bulletin.failed.connect(self._on_failed)
        bulletin.changed.connect(self._on_changed)
        QShortcut(QKeySequence("Ctrl+L"), self, self.signed_out.emit)

    def show_alone(self, screen: Any) -> None:  # noqa: ANN401 - a screen
        """Show a screen without places to go: sign-in, the first start."""
        self._services = None
        self.told.clear()  # it may name a case
        self._forget_places()
        self._clock_timer.stop()
        self.nav.hide()
        for pill in (self.sync_pill, self.clock_pill, self.staff_pill):
            pill.hide()
        self.strip.hide()
        self._put(screen)

    def show_desk(self, desk: Desk, member: Staff, places: list[Place], services: ShellServices) -> None:
        """Show the desk of a member of staff, at its first place."""
        self._services, self._places = services, places
        self.commune.setText(_title(desk))
        self.desk.setText(self.tr("Bộ phận Một cửa · Quầy {n}").format(n=desk.number))
        self.staff_pill.setText(f"{member.name}   Ctrl+L")
        self.staff_pill.setToolTip(member.title)
        self._make_nav()
        for widget in (self.nav, self.sync_pill, self.clock_pill, self.staff_pill):
            widget.show()
        self.show_time()
        self._clock_timer.start()
        self.go_to(0)
        self._read()
        self._read_printer()

    def go_to(self, number: int, *begin_with: str) -> None:
        """Go to a place; its screen starts anew."""
        for n, button in enumerate(self._buttons):
            button.setChecked(n == number)
        self.strip.hide()
        self.show_time()
        screen = self._places[number].screen
        self._put(screen)
        screen.start(*begin_with)

    def show_over(self, screen: Any) -> None:  # noqa: ANN401 - a screen
        """Show a screen that belongs to the place at hand: a case's page."""
        self._put(screen)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Wait for what was begun, then let the store be closed."""
        self._jobs.finish()
        self.closing.emit()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._top_bar())
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.nav)
        right = QVBoxLayout()
        right.setSpacing(0)
        strip = QHBoxLayout(self.strip)
        strip.setContentsMargins(14, 10, 14, 0)
        strip.addWidget(self.told)
        right.addWidget(self.strip)
        right.addWidget(self.stack, 1)
        middle.addLayout(right, 1)
        box.addLayout(middle, 1)
        bar = QWidget()
        bar.setObjectName("bottomBar")
        bar.setFixedHeight(28)
        self.bottom = QHBoxLayout(bar)
        self.bottom.setContentsMargins(14, 0, 14, 0)
        self.bottom.addWidget(self.hints, 1)
        self.bottom.addWidget(self.printer)
        box.addWidget(bar)
        self.setCentralWidget(page)
        self.strip.hide()
        self._buttons: list[QPushButton] = []
        self._shortcuts: list[QShortcut] = []

    def _top_bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("topBar")
        bar.setFixedHeight(48)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        mark = label("", "emblem")  # drawn by the style sheet
        row.addWidget(mark)
        row.addWidget(self.commune)
        row.addWidget(self.desk)
        row.addStretch(1)
        for pill in (self.sync_pill, self.clock_pill, self.staff_pill):
            row.addWidget(snug(pill))
        return bar

    def _forget_places(self) -> None:
        """Let no key lead to a screen of whoever signed out."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._places, self._buttons, self._shortcuts = [], [], []

    def _make_nav(self) -> None:
        while item := self.nav_box.takeAt(0):
            widget = item.widget()
            if widget is not None and widget is not self.badge:
                self.badge.setParent(None)
                widget.deleteLater()
        # not the buttons' own shortcuts: those act a tenth of a second late, as if clicked by a mouse
        self._shortcuts = [
            QShortcut(QKeySequence(place.key), self, partial(self.go_to, n))
            for n, place in enumerate(self._places)
        ]
        self._buttons = [self._nav_button(n, place) for n, place in enumerate(self._places)]
        for button in self._buttons:
            self.nav_box.addWidget(button)
        self.nav_box.addStretch(1)

    def _nav_button(self, number: int, place: Place) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.setFixedHeight(38)
        never_focused(button)
        button.setAccessibleName(f"{worded(place.name)} {place.key}")
        button.clicked.connect(lambda: self.go_to(number))
        row = QHBoxLayout(button)
        row.setContentsMargins(10, 0, 8, 0)
        row.setSpacing(5)
        row.addWidget(label(worded(place.name), "navName"), 1)
        if place.key == "F4":
            row.addWidget(snug(self.badge))
        if (own := getattr(place.screen, "badge", None)) is not None:  # a count that the screen itself keeps
            row.addWidget(snug(own))
        row.addWidget(label(place.key, "key"))
        return button

    def _put(self, screen: QWidget) -> None:
        if self.stack.indexOf(screen) < 0:
            self.stack.addWidget(screen)
        self.stack.setCurrentWidget(screen)
        self._show_hints(screen)

    def _show_hints(self, screen: QWidget | None) -> None:
        hints = key_hints(getattr(screen, "hints", ()))
        self.bottom.replaceWidget(self.hints, hints)
        self.hints.deleteLater()
        self.hints = hints

    def changeEvent(self, event: QEvent) -> None:
        """Say what is around the screen in a language chosen just now; screens say themselves anew."""
        if event.type() is QEvent.Type.LanguageChange:
            self.setWindowTitle(self.tr("Quầy Một Cửa"))
            self.printer.setToolTip(self.tr("Chọn máy in"))
            self._show_hints(self.stack.currentWidget())
        super().changeEvent(event)

    def _read(self) -> None:
        if self._services is not None:
            self._jobs.run(
                Lane.READ,
                self._services.state,
                owner=self,
                done=self._show_desk_state,
                failed=self._on_error,
                latest="shell",
            )

    def _show_desk_state(self, state: tuple[SyncState, int]) -> None:
        sync, waiting = state
        n = sync.pending_cases
        last = f"{sync.last_confirmed:%H:%M %d/%m}" if sync.last_confirmed else ""
        if not sync.enrolled:
            text = self.tr("{n} hồ sơ chờ gửi · chưa đăng ký cấp trên", n=n).format(n=n)
        elif sync.pending_cases:
            since = self.tr("lần cuối {last}").format(last=last) if last else self.tr("chưa gửi lần nào")
            text = self.tr("{n} hồ sơ chờ gửi · {since}", n=n).format(n=n, since=since)
        elif last:
            text = self.tr("Cấp trên đã nhận đủ · {last}").format(last=last)
        else:
            text = self.tr("Chưa có hồ sơ chờ gửi")
        self.sync_pill.setText(("● " if sync.pending_cases or not sync.enrolled else "✓ ") + text)
        wrong = bool(sync.last_error or sync.refused_cases)
        show_state(self.sync_pill, "wrong" if wrong else "late" if sync.pending_cases else "")
        self.sync_pill.setToolTip(kept_sentence(sync.last_error))
        self.badge.setText(str(waiting))
        self.badge.setVisible(waiting > 0)

    def _read_printer(self) -> None:
        if self._services is not None:
            self._jobs.run(
                Lane.PRINT, self._services.printer, owner=self, done=self._show_printer, failed=self._on_error,
                latest="printer",
            )  # fmt: skip

    def _show_printer(self, printer: PrinterState) -> None:
        name = worded(printer.name) or self.tr("chưa chọn")
        self.printer.setText(
            " · ".join(filter(None, (self.tr("Máy in: {name}").format(name=name), worded(printer.detail))))
        )

    @Slot()
    def _on_printer(self) -> None:
        if self._services is not None:
            self._jobs.run(
                Lane.PRINT,
                self._services.printers,
                owner=self,
                done=self._offer_printers,
                failed=self._on_error,
            )

    def _offer_printers(self, names: list[str]) -> None:
        menu = QMenu(self)
        for name in names or [self.tr("Không thấy máy in nào")]:
            action = menu.addAction(worded(name))
            action.setEnabled(bool(names))
            action.triggered.connect(lambda *_checked, name=name: self._choose_printer(name))
        menu.popup(self.printer.mapToGlobal(self.printer.rect().topLeft()))

    def _choose_printer(self, name: str) -> None:
        services = self._services
        if services is not None:
            self._jobs.run(
                Lane.WRITE,
                lambda: services.choose_printer(name),
                owner=self,
                done=lambda _none: self._read_printer(),
                failed=self._on_error,
            )

    @Slot()
    def show_time(self) -> None:
        """Show the time; called each second."""
        if self._services is not None:
            self.clock_pill.setText(moment_in_words(self._services.now()))

    @Slot(str)
    def _on_told(self, text: str) -> None:
        self._tell(text, "")

    @Slot(str)
    def _on_failed(self, text: str) -> None:
        self._tell(text, "wrong")

    def _on_error(self, error: DeskError) -> None:
        self._tell(sentence(error), "wrong")

    def _tell(self, text: str, state: str) -> None:
        self.told.setText(text)
        show_state(self.told, state)
        self.strip.show()
        self._told_timer.start()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        del changes  # every change touches a count that is always in view
        self._read()


def _title(desk: Desk) -> str:
    """Return UBND XÃ TÂN LẬP as a screen writes it: UBND xã Tân Lập."""
    words = desk.letterhead.agency_name.split()
    if len(words) > 2 and desk.letterhead.agency_name.isupper():
        return " ".join((words[0], words[1].lower(), *(word.capitalize() for word in words[2:])))
    return desk.letterhead.agency_name
