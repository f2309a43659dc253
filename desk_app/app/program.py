"""The window from its first picture to sign-out; what is behind the sign-in comes from compose.py, later."""

from __future__ import annotations

import threading
import time
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer

from desk_app.app.doorstep import Doorstep
from desk_app.domain.errors import DeskError
from desk_app.domain.staff import Staff
from desk_app.domain.words import Words
from desk_app.machine.paths import brought
from desk_app.machine.settings_file import keep_language, kept_idle_minutes
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.idle_lock import IdleLock
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.language import speak
from desk_app.ui.main_window import MainWindow
from desk_app.ui.sign_in.screen import SignInScreen
from desk_app.ui.wording import sentence, worded

if TYPE_CHECKING:
    from desk_app.app.compose import Office, Opened
    from desk_app.domain.ports import Printer
    from desk_app.ui.set_up.screen import SetUpScreen

TIDY_EVERY_MS = 60_000
WARM_UP_AFTER_MS = 50  # the sign-in screen is painted by then


class Program:
    """The window and what is behind it, from sign-in to sign-out; prints with the system's printers unless told."""

    def __init__(self, home: Doorstep, printer: Printer | None = None) -> None:
        self.home, self.printer = home, printer
        self.jobs, self.bulletin = Jobs(), Bulletin()
        self.window = MainWindow(self.jobs, self.bulletin)
        self.opened: Opened | None = None
        self.member: Staff | None = None
        self.sign_in = SignInScreen(
            self.jobs,
            members=home.members,
            open_desk=self._open,
            choose_language=self._choose_language,
        )
        self.screens: dict[str, Any] = {}
        self.idle = IdleLock(
            self.window,
            after=60.0 * kept_idle_minutes(home.folder),
            now=time.monotonic,
            busy=lambda: self.jobs.busy,
        )
        self.idle.locked.connect(self.sign_out)
        self._upkeep = QTimer(self.window, interval=TIDY_EVERY_MS)
        self._upkeep.timeout.connect(self._tidy)
        self.sign_in.opened.connect(self.begin)
        self.window.signed_out.connect(self.sign_out)
        self.window.closing.connect(self._close)

    def start(self) -> None:
        """Show the first screen: sign-in, or the questions of the first start."""
        if self.home.exists:
            self.show_sign_in()
        else:
            self.set_up.finished.connect(self.show_sign_in)
            self.window.show_alone(self.set_up)
            self.set_up.start()
        self.window.show()
        QTimer.singleShot(WARM_UP_AFTER_MS, self.window, self._warm_up)

    def show_sign_in(self) -> None:
        """Show who can sign in."""
        self.window.show_alone(self.sign_in)
        self.sign_in.start()

    def begin(self, opened: Opened, member: Staff) -> None:
        """Open the desk for a member of staff."""
        self.opened, self.member = opened, member
        opened.store.never_on = threading.get_ident()
        self.screens = self.office.screens(opened, member)
        places = self.office.places(self.screens)
        self.window.show_desk(opened.desk, member, places, self.office.shell(opened.store))
        self._upkeep.start()
        self.idle.start()
        self.jobs.run(
            Lane.READ,
            partial(self.office.not_printed, opened),
            owner=self.window,
            done=self._offer_printing,
            failed=self._on_failed,
        )

    def sign_out(self) -> None:
        """Lock the desk: what was begun is finished, the store is closed, the draft is kept."""
        if self.opened is not None:
            self._close()
            self.show_sign_in()

    @cached_property
    def office(self) -> Office:
        """Return what is behind the sign-in.

        Imported here and nowhere else before it: the store, its keys and every other screen cost 0.3 s and 150 files,
        which pass on a lane while the passphrase is typed.
        """
        from desk_app.app.compose import Office

        return Office(self)

    @cached_property
    def set_up(self) -> SetUpScreen:
        """Return the questions of the first start."""
        return self.office.set_up()

    def _warm_up(self) -> None:
        """Have the office there by the time the passphrase is."""
        self.jobs.run(
            Lane.WRITE,
            lambda: self.office,
            owner=self.window,
            done=lambda _office: None,
            failed=self._on_failed,
        )

    def _offer_printing(self, codes: list[str]) -> None:
        """Say which receipts never reached a printer: a crash or a jam came between."""
        if codes:
            told = Words(
                "Còn {n} giấy tiếp nhận chưa in (mới nhất {code}); mở hồ sơ ở F3 để in.",
                n=len(codes),
                code=codes[-1],
            )
            self.bulletin.failed.emit(worded(told))

    def _on_failed(self, error: DeskError) -> None:
        self.bulletin.failed.emit(sentence(error))

    def _choose_language(self, language: str) -> None:
        """Speak it from now on, and from the next start."""
        speak(language, brought("resources") / "i18n")
        self.jobs.run(
            Lane.WRITE,
            partial(keep_language, self.home.folder, language),
            owner=self.window,
            done=lambda _none: None,
            failed=self._on_failed,
        )

    def _tidy(self) -> None:
        """Move committed pages into the store's file, on the lane for upkeep."""
        if self.opened is not None:
            self.jobs.run(
                Lane.UPKEEP,
                self.opened.store.tidy,
                owner=self.window,
                done=lambda _none: None,
                failed=self._on_failed,
            )

    def _open(self, login: str, passphrase: str) -> Opened:
        return self.office.open(login, passphrase)

    def _close(self) -> None:
        self._upkeep.stop()
        self.idle.stop()
        if self.opened is not None:
            self.screens["intake"].keep()
            self.jobs.finish()
            self.opened.store.close()
            self.opened = None
        for screen in self.screens.values():
            self.window.stack.removeWidget(screen)
            screen.deleteLater()
        self.screens = {}
