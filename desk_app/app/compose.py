"""What stands behind the sign-in: joins services, ports and screens; no rule of the field lives here.

Imported on a lane while the passphrase is typed (program.py), so what stands at the top here makes nobody wait.
What no first case needs is imported by a function.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from desk_app.app import wiring_scans
from desk_app.app.at_hand import AtHand, lay
from desk_app.app.home import Home, paper_maker
from desk_app.app.printers import printers_of
from desk_app.app.screens import Opened, Screens
from desk_app.app.way import Way
from desk_app.domain.desk import Desk
from desk_app.domain.ports import Clock, Printer
from desk_app.domain.slip import Paper, PrinterState, SlipKind
from desk_app.domain.staff import Staff
from desk_app.domain.superior import SyncState
from desk_app.domain.words import Words
from desk_app.machine.demonstration_mark import give_up
from desk_app.machine.paths import AUTHORITY_FILE
from desk_app.printing.pdf_folder import NAME as PDF_FOLDER
from desk_app.services import (
    local_settings,
    presence,
)
from desk_app.services.local_due import local_due
from desk_app.services.print_slip import PRINTER_SETTING, Press, print_slip
from desk_app.storage.store import Store
from desk_app.ui.set_up.screen import Created, SetUpScreen, SetUpServices
from desk_app.ui.set_up.sheet_card import SheetServices
from desk_app.ui.shell import ShellServices

if TYPE_CHECKING:
    from desk_app.app.program import Program
    from desk_app.app.wiring_recovery import Recovering
    from desk_app.machine.line_file import LineFile
    from desk_app.sync.superior_api import HttpSuperior
    from desk_app.ui.authority.card import AuthorityServices
    from desk_app.ui.set_up.recover_card import RecoverForm


class Office:
    """Opens and makes a desk, on a lane; gives its screens, on the window's thread."""

    def __init__(self, program: Program) -> None:
        door = program.home
        self.home = Home(folder=door.folder, clock=door.clock, cost=door.cost)
        self.printer = program.printer or printers_of(door.folder)
        self.rebase = program.rebase
        self.window, self.jobs, self.bulletin = program.window, program.jobs, program.bulletin
        self._to_superior, self._to_recovery = Way(self._make_superior), Way(self._make_recovering)
        self._sheet = b""  # of the first start, until it is on paper
        self._tidied: datetime | None = None  # the hour in which scans were last looked through

    @property
    def superior(self) -> HttpSuperior:
        """Return the line; imported by the lane that first sends: 0.2 s and 10 MB."""
        return self._to_superior.get()

    def _make_superior(self) -> HttpSuperior:
        from desk_app.sync.superior_api import HttpSuperior

        return HttpSuperior(authority=self.home.folder / AUTHORITY_FILE)

    @cached_property
    def meter(self) -> LineFile:
        """Return what the line may take a day."""
        from desk_app.machine.line_file import LineFile

        return LineFile(self.home.folder)

    def cut_line(self) -> None:
        """End an exchange that is under way; the next one has a line of its own."""
        for way in (self._to_superior, self._to_recovery):
            way.cut()

    def close_line(self) -> None:
        """End an exchange that is under way and those that wait on the lane: nothing begins until `open_line`."""
        for way in (self._to_superior, self._to_recovery):
            way.close()

    def open_line(self) -> None:
        """Let exchanges begin again; no lane may be at work."""
        for way in (self._to_superior, self._to_recovery):
            way.open()

    def open(self, login: str, passphrase: str) -> Opened:
        """Open the desk for a member of staff; see Home.open."""
        store = self.home.open(login, passphrase)
        try:
            presence.sign_in(login, store=store, clock=self.home.clock)
            with store.reading() as reading:
                desk, staff = reading.desk(), tuple(reading.staff())
            settings = local_settings.read_settings(store=store)
            laid = lay(desk, self.home.clock, self.home.folder, settings)
            return Opened(store=store, desk=desk, rules=AtHand(laid), staff=staff)
        except BaseException:
            store.close()  # nobody else could: the window has not got it
            raise

    def _create(self, desk: Desk, first: Staff, passphrase: str) -> Created:
        words = self.home.begin(desk, first, passphrase)
        self._sheet = paper_maker().recovery_sheet(desk, words, self.home.clock.now())
        return Created(recovery=words)

    @property
    def recovering(self) -> Recovering:
        """Return what brings a desk back from its superior; imported by the lane that first needs it."""
        return self._to_recovery.get()

    def _make_recovering(self) -> Recovering:
        from desk_app.app.wiring_recovery import Recovering

        return Recovering(self.home)

    def _recover(self, form: RecoverForm, tell: Callable[[object], None]) -> Created:
        back = self.recovering.recover(form, tell)
        self._sheet = paper_maker().recovery_sheet(back.desk, back.recovery, self.home.clock.now())
        bare = Words("Nhật ký cũ không ghi tiêu đề phiếu: hãy xem tên cơ quan trên giấy in đầu tiên.")
        return Created(recovery=back.recovery, note=None if back.described else bare)

    def set_up(self) -> SetUpScreen:
        """Return the questions of the first start; the sheet goes to paper, never to a file beside the store."""

        def print_sheet(name: str) -> None:
            self.printer.send(Paper(title="to-khoi-phuc", pdf=self._sheet), name)

        def printers() -> list[str]:
            return [name for name in self.printer.names() if name != PDF_FOLDER]

        screen = SetUpScreen(
            self.jobs,
            SetUpServices(
                create=self._create,
                recover=self._recover,
                authority=self.authority(),
                sheet=SheetServices(printers=printers, print_sheet=print_sheet, keep=self._keep),
            ),
        )
        screen.finished.connect(self._forget_sheet)
        return screen

    def authority(self) -> AuthorityServices:
        """Return what the window asks about the commune's own authority: the file that the command line writes."""
        from desk_app.app.wiring_authority import authority_services

        return authority_services(self.home.folder, self._trust_anew)

    def _trust_anew(self) -> None:
        for way in (self._to_superior, self._to_recovery):
            way.trust_anew()

    def _keep(self) -> None:
        give_up(self.home.folder)
        self.home.keep()

    def _forget_sheet(self) -> None:
        self._sheet = b""

    def screens(self, opened: Opened, member: Staff) -> Screens:
        """Return the screens of a member of staff, by name."""
        return Screens(self, opened, member)

    def first_told(self, opened: Opened, member: Staff) -> str:
        """Return what whoever signs in is told (Words): papers that never reached a printer, what came over night."""
        from desk_app.services.first_told import first_told

        return first_told(member.login, store=opened.store, clock=self.home.clock)

    def tidy(self, store: Store) -> None:
        """Move committed pages into the store's file; once an hour let scans go whose time here is over."""
        store.tidy()
        hour = self.home.clock.now().replace(minute=0, second=0)
        if hour != self._tidied:
            wiring_scans.tidy(folder=self.home.folder, store=store, clock=self.home.clock)
            self._tidied = hour

    def print(
        self, rules: AtHand, case_code: str, kind: SlipKind, *, staff: str, store: Store, clock: Clock
    ) -> str:
        """Print a paper of a case; see print_slip."""
        press = Press(papers=rules.papers(), printer=self.printer, local_due=partial(local_due, rules=rules))
        return print_slip(case_code, kind, staff=staff, press=press, store=store, clock=clock)

    def shell(self, store: Store) -> ShellServices:
        """Return what the frame around the screens asks for."""
        return ShellServices(
            now=self.home.clock.now,
            state=partial(_shell_state, store),
            printer=partial(_printer_state, store, self.printer),
            printers=self.printer.names,
            choose_printer=partial(_choose_printer, store),
        )


def _shell_state(store: Store) -> tuple[SyncState, int, datetime | None]:
    with store.reading() as reading:
        copy = reading.last_copy()
        return reading.sync_state(), reading.results_waiting(), copy.at if copy else None


def _printer_state(store: Store, printer: Printer) -> PrinterState:
    """Return the chosen printer's state; the only printer there is needs no choosing."""
    with store.reading() as reading:
        chosen = reading.setting(PRINTER_SETTING)
    if not chosen:
        names = printer.names()
        if len(names) != 1:
            return PrinterState(detail="")
        chosen = names[0]
        _choose_printer(store, chosen)
    return printer.state(chosen)


def _choose_printer(store: Store, name: str) -> None:
    with store.transaction() as books:
        books.set_setting(PRINTER_SETTING, name)
