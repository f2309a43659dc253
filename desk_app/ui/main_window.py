"""The one window: top bar, places to go, the screen at hand, what the keys do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desk_app.domain.errors import DeskError
from desk_app.domain.staff import Staff
from desk_app.ui.bottom_bar import PRINTER_KEY, BottomBar
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.keys import on_key
from desk_app.ui.places import Places
from desk_app.ui.scroll import Scroll
from desk_app.ui.top_bar import TopBar
from desk_app.ui.wording import sentence

if TYPE_CHECKING:
    from datetime import datetime

    from desk_app.domain.changes import Changes
    from desk_app.domain.desk import Desk
    from desk_app.domain.superior import SyncState
    from desk_app.ui.scan_burst import ScanBurst
    from desk_app.ui.shell import Place, ShellServices

SIZE = (1366, 768)
ROOM_FOR_NAMES = 1150


class Hold(Protocol):
    """Asked before a clerk leaves; True = he is asked something first, and `then` goes on once he has answered."""

    def __call__(self, sync: SyncState, then: Callable[[], object], *, closing: bool) -> bool: ...


class MainWindow(QMainWindow):
    """Holds the screens; sized for the smallest screen a commune has, 1366x768.

    A screen may have `take_scan(text)` for cards and codes (not while its `takes_scans` is false),
    `on_minute()` for what the time changes, and `leave()` for what it must keep before the desk is locked.
    """

    signed_out = Signal()
    closing = Signal()

    def __init__(self, jobs: Jobs, bulletin: Bulletin) -> None:
        super().__init__()
        self._jobs, self._bulletin = jobs, bulletin
        self._services: ShellServices | None = None
        self._places: list[Place] = []
        self._minute = ""
        self.resize(*SIZE)
        self.top, self.nav, self.bottom = TopBar(), Places(), BottomBar(jobs, bulletin)
        self.messages = self.bottom.messages
        self.told = self.messages.told
        self.stack = QStackedWidget()
        self._lay_out()
        self.burst: ScanBurst | None = None
        self._clock_timer = QTimer(self, interval=1000)
        self._clock_timer.timeout.connect(self.show_time)
        bulletin.changed.connect(self._on_changed)
        self.hold: Hold | None = None  # asked before a clerk leaves; the idle lock asks nobody
        self._sync: SyncState | None = None
        self._asked_on: QWidget | None = None
        self.top.sign_out_asked.connect(self.ask_sign_out)
        on_key("Ctrl+L", self, self.ask_sign_out)
        on_key(PRINTER_KEY, self, self.bottom.ask_printer)
        self._say()

    def show_alone(self, screen: Any) -> None:  # noqa: ANN401 - a screen
        """Show a screen without places to go: sign-in, the first start."""
        self._services, self._places = None, []
        self.hold = self._sync = self._asked_on = None
        self._clock_timer.stop()
        self.nav.drop_keys()  # their screens are about to go
        self.nav.hide()
        self.top.show_nobody()
        self.bottom.show_printer(None)
        self.messages.forget()
        self._put(screen)

    def show_desk(self, desk: Desk, member: Staff, places: list[Place], services: ShellServices) -> None:
        """Show the desk of a member of staff, at its first place."""
        self._services, self._places = services, places
        self._watch_scans()
        self.top.show_desk(desk, member)
        self.nav.show_places(places, self.go_to, self)
        self.nav.show()
        self._clock_timer.start()
        self.go_to(0)
        self._read()
        self.bottom.show_printer(services)

    def go_to(self, number: int, *begin_with: str) -> None:
        """Go to a place; its screen starts anew."""
        self.nav.mark(number)
        self.messages.hide()
        screen = self._places[number].screen()
        self._put(screen)
        self.show_time()
        screen.start(*begin_with)

    def show_over(self, screen: Any) -> None:  # noqa: ANN401 - a screen
        """Show a screen that belongs to the place at hand: a case's page."""
        self._put(screen)

    @property
    def holds_keys(self) -> bool:
        """Return whether keys are held back because they may be a scan."""
        return self.burst is not None and self.burst.holding

    def release_keys(self) -> None:
        """Let keys that are held back arrive now; for whoever moves the cursor without a key or click."""
        if self.burst is not None:
            self.burst.release()

    def leave(self) -> None:
        """Let every screen keep what is not stored yet."""
        self.release_keys()
        for number in range(self.stack.count()):  # what was never gone to has nothing to keep
            screen: Any = self.stack.widget(number)
            if hasattr(screen, "leave"):
                screen.leave()

    @Slot()
    def ask_sign_out(self) -> None:
        """Sign out by the clerk's hand: with unsent work at the end of the day he is told first."""
        if not self._held(self.sign_out, closing=False):
            self.sign_out()

    def _held(self, then: Callable[[], object], *, closing: bool) -> bool:
        """Return whether something is asked first; whoever leaves from that very page has answered."""
        if self.hold is None or self._sync is None or self.stack.currentWidget() is self._asked_on:
            return False
        held = self.hold(self._sync, then, closing=closing)
        self._asked_on = self.stack.currentWidget() if held else None
        return held

    @Slot()
    def sign_out(self) -> None:
        """Keep what was typed, then have the desk locked."""
        self.leave()
        self.signed_out.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a narrow window's room to the work."""
        super().resizeEvent(event)
        self.nav.be_narrow(narrow=self.width() < ROOM_FOR_NAMES)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay until what was begun is finished and the store is closed; never freeze meanwhile.

        Only a clerk's own click or Alt+F4 is asked about, and once: not a system that shuts down.
        """
        asked = event.spontaneous() and not _shutting_down()
        if asked and self._held(self.close, closing=True):
            event.ignore()
            return
        self.leave()
        event.setAccepted(not self._jobs.busy)
        self.closing.emit()

    @Slot()
    def show_time(self) -> None:
        """Show the time; called each second."""
        if self._services is None:
            return
        now = self._services.now()
        self.top.show_time(now)
        minute = f"{now:%Y%m%d%H%M}"
        screen: Any = self.stack.currentWidget()
        if minute != self._minute and hasattr(screen, "on_minute"):
            screen.on_minute()
        self._minute = minute

    def changeEvent(self, event: QEvent) -> None:
        """Say what is around the screen in a language chosen just now; screens say themselves anew."""
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Quầy Một Cửa"))
        self.bottom.show_hints(self.stack.currentWidget())

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.nav)
        middle.addWidget(Scroll(self.stack), 1)
        box.addWidget(self.top)
        box.addLayout(middle, 1)
        box.addWidget(self.bottom)
        self.setCentralWidget(page)

    def _put(self, screen: QWidget) -> None:
        if self.stack.indexOf(screen) < 0:
            self.stack.addWidget(screen)
        self.stack.setCurrentWidget(screen)
        self.bottom.show_hints(screen)

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

    def _show_desk_state(self, state: tuple[SyncState, int, datetime | None]) -> None:
        sync, waiting, copied = state
        if self._services is not None:
            self.nav.show_copied(copied, self._services.now())
        self._sync = sync
        self.top.show_sync(sync)
        self.nav.show_waiting(waiting)
        self.nav.show_refused(sync.refused_cases)

    def _watch_scans(self) -> None:
        """Watch for scanners once somebody has signed in: no sign-in waits for it, no passphrase passes it."""
        from desk_app.ui.scan_burst import ScanBurst

        if self.burst is None:
            self.burst = ScanBurst(self, self._takes_scans)
            self.burst.scanned.connect(self._on_scanned)
            self.burst.touched.connect(self.messages.clerk_goes_on)

    def _takes_scans(self) -> bool:
        screen: Any = self.stack.currentWidget()
        return hasattr(screen, "take_scan") and getattr(screen, "takes_scans", True)

    @Slot(str)
    def _on_scanned(self, text: str) -> None:
        screen: Any = self.stack.currentWidget()
        screen.take_scan(text)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        del changes  # every change touches a count that is always in view
        self._read()

    def _on_error(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))


def _shutting_down() -> bool:
    """Return whether the system is ending the session: it must not be held up by a question."""
    application = QGuiApplication.instance()
    return isinstance(application, QGuiApplication) and application.isSavingSession()
