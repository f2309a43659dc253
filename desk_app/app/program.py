"""The window from its first picture to sign-out; what is behind the sign-in comes from compose.py, later."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
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
from desk_app.ui.garbage import Garbage
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.language import speak
from desk_app.ui.main_window import MainWindow
from desk_app.ui.parts import label
from desk_app.ui.sign_in.screen import SignInScreen
from desk_app.ui.wording import sentence, worded

if TYPE_CHECKING:
    from desk_app.app.compose import Office
    from desk_app.app.screens import Opened
    from desk_app.domain.ports import Printer
    from desk_app.domain.recovery import Pulled, Rebased
    from desk_app.ui.idle_lock import IdleLock
    from desk_app.ui.set_up.screen import SetUpScreen

TIDY_EVERY_MS = 60_000
WARM_UP_AFTER_MS = 50  # the sign-in screen is painted by then


class Program:
    """The window and what is behind it, from sign-in to sign-out; prints with the system's printers unless told."""

    def __init__(self, home: Doorstep, printer: Printer | None = None) -> None:
        self.home, self.printer = home, printer
        self.jobs, self.bulletin = Jobs(), Bulletin()
        self.window = MainWindow(self.jobs, self.bulletin)
        self.garbage = Garbage(self.window)
        self.opened: Opened | None = None
        self.member: Staff | None = None
        self.sign_in = SignInScreen(
            self.jobs,
            members=home.members,
            open_desk=self._open,
            choose_language=self._choose_language,
        )
        self.screens: Any = {}
        self._ending = label("", "heading")
        self._ending.setProperty("alignment", "AlignCenter")
        self._upkeep = QTimer(self.window, interval=TIDY_EVERY_MS)
        self._upkeep.timeout.connect(self._tidy)
        self._sweeping = QTimer(self.window, singleShot=True, interval=0)
        self._sweeping.timeout.connect(self.garbage.sweep)
        # a timer of the window's own: a bare singleShot would call a program that is gone already
        self._warming = QTimer(self.window, singleShot=True, interval=WARM_UP_AFTER_MS)
        self._warming.timeout.connect(self._warm_up)
        self.sign_in.opened.connect(self.begin)
        self.window.signed_out.connect(self.sign_out)
        self.window.closing.connect(self._on_closing)
        self._then: Callable[[], Any] | None = None  # what follows once the desk is locked; None = it is open

    def start(self) -> None:
        """Show the first screen: sign-in, or the questions of the first start."""
        if not self.home.is_vacant:
            self.show_sign_in()
        else:
            self.set_up.finished.connect(self.show_sign_in)
            self.window.show_alone(self.set_up)
            self.set_up.start()
        self.window.showMaximized()
        self._warming.start()

    def show_sign_in(self) -> None:
        """Show who can sign in."""
        self.window.show_alone(self.sign_in)
        self.sign_in.start()

    def _show_locked(self) -> None:
        self.show_sign_in()
        self._sweeping.start()  # the screens of before are deleted by then

    def begin(self, opened: Opened, member: Staff) -> None:
        """Open the desk for a member of staff."""
        self.opened, self.member = opened, member
        if self._then is not None:  # the window was closed meanwhile
            return
        opened.store.never_on = threading.get_ident()
        self.screens = self.office.screens(opened, member)
        self.window.show_desk(opened.desk, member, self.screens.places(), self.office.shell(opened.store))
        self.window.hold = self.screens.hold
        self._upkeep.start()
        self.idle.start()
        self.garbage.leave()
        self.jobs.run(
            Lane.READ,
            partial(self.office.first_told, opened, member),
            owner=self.window,
            done=self._tell_first,
            failed=self._on_failed,
        )

    def sign_out(self) -> None:
        """Lock the desk: what was begun is finished, the store is closed, the draft is kept."""
        if self.opened is not None:
            self._lock(self._show_locked)

    def rebase(self, url: str, code: str, passphrase: str) -> None:
        """Bring a restored or copied disk back onto its superior's log; the desk is locked meanwhile.

        Without a code where the superior still lets it in: a try before was cut after its slip was used.
        """
        if self.opened is not None and self.member is not None:
            slip = (url, code) if code else None
            self._lock(partial(self._rebase, self.member.login, passphrase, slip))

    def _rebase(self, login: str, passphrase: str, slip: tuple[str, str] | None) -> None:
        try:
            recovering = self.office.recovering
        except DeskError as error:  # the file of the commune's own authority is spoilt
            self._on_not_rebased(error)
            return
        self._ending.setText(worded(Words("Đang nối lại nhật ký với cấp trên…")))
        self.window.show_alone(self._ending)
        self.jobs.run_telling(
            Lane.LINE,
            lambda tell: recovering.rebase(login, passphrase, slip, tell),
            owner=self.window,
            done=self._on_rebased,
            failed=self._on_not_rebased,
            told=self._on_pulled,
        )

    def _on_pulled(self, pulled: Pulled) -> None:
        told = Words("Đang lấy nhật ký về: {done}/{total} việc", done=pulled.done, total=pulled.total)
        self._ending.setText(worded(told))

    def _on_rebased(self, given: tuple[Rebased, object]) -> None:
        done, _kept = given
        self.show_sign_in()
        told = Words("Đã nối lại nhật ký; {n} việc chỉ có ở máy này được ghi tiếp.", n=done.carried)
        if done.renumbered or done.set_aside:
            told = Words(
                "Đã nối lại nhật ký: {codes} hồ sơ có mã mới (in lại giấy tiếp nhận), {acts} việc cần xem lại.",
                codes=len(done.renumbered),
                acts=len(done.set_aside),
            )
        self.bulletin.told.emit(worded(told))

    def _on_not_rebased(self, error: DeskError) -> None:
        self.show_sign_in()
        self._on_failed(error)

    @cached_property
    def idle(self) -> IdleLock:
        """Return what locks the desk when nobody has touched it for long; none is needed before a sign-in."""
        from desk_app.ui.idle_lock import IdleLock

        lock = IdleLock(
            self.window,
            after=60.0 * kept_idle_minutes(self.home.folder),
            now=time.monotonic,
            busy=lambda: self.jobs.busy,
        )
        lock.locked.connect(self.window.sign_out)
        return lock

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

    def _tell_first(self, told: str) -> None:
        """Say what was left over: papers that never reached a printer, what is otherwise since the last closing."""
        if told:
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
                partial(self.office.tidy, self.opened.store),
                owner=self.window,
                done=lambda _none: None,
                failed=self._on_failed,
            )

    def _open(self, login: str, passphrase: str) -> Opened:
        return self.office.open(login, passphrase)

    def _on_closing(self) -> None:
        if self.jobs.busy:
            self._lock(self.window.close)
        elif self.opened is not None:
            self.window.hide()  # closing the store moves its last pages: nobody need look on
            self.opened.store.close()
            self._take_down()

    def _lock(self, then: Callable[[], Any]) -> None:
        """Finish what was begun while the window says so, close the store, go on with `then`.

        Nothing waits on the window's thread; the exchange with the superior, which may take minutes on a bad line, is
        cut, and one that waits for its turn begins on a line that is cut: what was acknowledged is kept, the rest goes
        next time.
        """
        locking, self._then = self._then is not None, then
        if locking:
            return
        self._upkeep.stop()
        self.idle.stop()
        if "office" in self.__dict__:  # also a recovery that pulls a log before there is a desk to open
            self.office.close_line()
        self._ending.setText(worded(Words("Đang kết thúc việc đang làm…")))
        self.window.show_alone(self._ending)
        self.jobs.when_at_rest(self._on_rest, self.window)

    def _on_rest(self) -> None:
        if self.opened is None:
            self._on_locked()
            return
        self.jobs.run(
            Lane.WRITE,
            self.opened.store.close,
            owner=self.window,
            done=lambda _none: None,
            failed=self._on_failed,
        )
        self.jobs.when_at_rest(self._on_locked, self.window)

    def _on_locked(self) -> None:
        then, self._then = self._then, None
        if "office" in self.__dict__:
            self.office.open_line()  # every lane is at rest: what waited on it has failed
        self._take_down()
        if then is not None:
            then()

    def _take_down(self) -> None:
        self._upkeep.stop()
        self.opened = None
        for screen in self.screens.values():
            self.window.stack.removeWidget(screen)
            screen.deleteLater()
        self.screens = {}
