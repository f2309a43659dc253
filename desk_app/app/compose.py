"""What stands behind the sign-in: joins services, ports and screens; no rule of the field lives here.

Imported on a lane while the passphrase is typed (program.py), so what stands at the top here makes nobody wait.
What no first case needs is imported by a function.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from desk_app.app import wiring_lists
from desk_app.app.at_hand import AtHand, lay
from desk_app.app.home import Home, paper_maker
from desk_app.app.printers import printers_of
from desk_app.app.wiring_case import case_services
from desk_app.app.wiring_intake import Ground, IntakeWiring
from desk_app.app.wiring_intake import Window as IntakeWindow
from desk_app.domain.case import Intake
from desk_app.domain.desk import Desk
from desk_app.domain.ports import Clock, Printer
from desk_app.domain.slip import Paper, PrinterState, SlipKind
from desk_app.domain.staff import Staff
from desk_app.domain.superior import SyncState
from desk_app.domain.words import Words
from desk_app.machine.demonstration_mark import give_up
from desk_app.printing.pdf_folder import NAME as PDF_FOLDER
from desk_app.services import (
    drafts,
    find_cases,
    hand_over,
    local_settings,
    presence,
    receive_case,
    sync_round,
)
from desk_app.services.print_slip import PRINTER_SETTING, Press, print_slip
from desk_app.storage.store import Store
from desk_app.ui.case.screen import CaseScreen
from desk_app.ui.cases.screen import CasesScreen, CasesServices
from desk_app.ui.hand_over.screen import HandOverScreen, HandOverServices
from desk_app.ui.intake.screen import IntakeScreen, IntakeServices
from desk_app.ui.set_up.screen import Created, SetUpScreen, SetUpServices
from desk_app.ui.set_up.sheet_card import SheetServices
from desk_app.ui.shell import Place, ShellServices
from desk_app.ui.sync.screen import SyncScreen, SyncServices

if TYPE_CHECKING:
    from desk_app.app.program import Program
    from desk_app.sync.superior_api import HttpSuperior


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An opened store with what was read from it on the way."""

    store: Store
    desk: Desk
    rules: AtHand
    staff: tuple[Staff, ...]  # with the roles of the log: the key file knows names only


class Office:
    """Opens and makes a desk, on a lane; builds its screens, on the window's thread."""

    def __init__(self, program: Program) -> None:
        door = program.home
        self.home = Home(folder=door.folder, clock=door.clock, cost=door.cost)
        self.printer = program.printer or printers_of(door.folder)
        self.window, self.jobs, self.bulletin = program.window, program.jobs, program.bulletin
        self._sheet = b""  # of the first start, until it is on paper

    @cached_property
    def superior(self) -> HttpSuperior:
        """Return the line; imported by the lane that first sends: 0.2 s and 10 MB."""
        from desk_app.sync.superior_api import HttpSuperior

        return HttpSuperior()

    def cut_line(self) -> None:
        """End an exchange that is under way; the next one has a line of its own."""
        line = self.__dict__.pop("superior", None)
        if line is not None:
            line.cut()

    def open(self, login: str, passphrase: str) -> Opened:
        """Open the desk for a member of staff; see Home.open."""
        store = self.home.open(login, passphrase)
        presence.sign_in(login, store=store, clock=self.home.clock)
        with store.reading() as reading:
            desk, staff = reading.desk(), tuple(reading.staff())
        settings = local_settings.read_settings(store=store)
        laid = lay(desk, self.home.clock, self.home.folder, settings)
        return Opened(store=store, desk=desk, rules=AtHand(laid), staff=staff)

    def _create(self, desk: Desk, first: Staff, passphrase: str) -> Created:
        words = self.home.begin(desk, first, passphrase)
        self._sheet = paper_maker().recovery_sheet(desk, words, self.home.clock.now())
        return Created(recovery=words)

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
                sheet=SheetServices(printers=printers, print_sheet=print_sheet, keep=self._keep),
            ),
        )
        screen.finished.connect(self._forget_sheet)
        return screen

    def _keep(self) -> None:
        give_up(self.home.folder)
        self.home.keep()

    def _forget_sheet(self) -> None:
        self._sheet = b""

    def screens(self, opened: Opened, member: Staff) -> dict[str, Any]:
        """Return the screens of a member of staff, by name."""
        store, clock, rules = opened.store, self.home.clock, opened.rules
        member = next((one for one in opened.staff if one.login == member.login), member)
        by = partial(_with, staff=member.login, store=store, clock=clock)
        print_ = partial(self._print, rules, staff=member.login, store=store, clock=clock)
        receipt, return_slip = (
            partial(print_, kind=SlipKind.RECEIPT),
            partial(print_, kind=SlipKind.RETURN_SLIP),
        )
        find = partial(find_cases.find_cases, store=store, clock=clock)
        around = IntakeWiring(
            Ground(
                store=store, clock=clock, desk=opened.desk, member=member, rules=rules, printer=self.printer
            )
        )
        intake = IntakeScreen(
            self.jobs,
            self.bulletin,
            IntakeServices(
                search=rules.catalogue.search,
                procedure=rules.catalogue.get,
                explain=around.explain,
                now=clock.now,
                preview=lambda given, width: self._preview(opened, member, rules, given, width),
                receive=around.receive,
                print_receipt=receipt,
                load_draft=partial(drafts.load_draft, staff=member.login, store=store),
                save_draft=partial(drafts.save_draft, staff=member.login, store=store),
                drop_draft=partial(drafts.drop_draft, staff=member.login, store=store),
            ),
        )
        cases = CasesScreen(self.jobs, self.bulletin, CasesServices(find=find, now=clock.now))
        case = CaseScreen(
            self.jobs,
            self.bulletin,
            case_services(member=member, rules=rules, printer=self.printer, store=store, clock=clock),
        )
        giving = HandOverScreen(
            self.jobs,
            self.bulletin,
            HandOverServices(
                find=find,
                hand_over=partial(by, hand_over.hand_over),
                print_return_slip=return_slip,
                now=clock.now,
            ),
        )
        sync = SyncScreen(
            self.jobs,
            self.bulletin,
            SyncServices(
                state=partial(_sync_state, store),
                sync=lambda tell: sync_round.sync_now(
                    store=store, superior=self.superior, clock=clock, progress=tell
                ),
                enrol=lambda url, code: sync_round.enrol_desk(url, code, store=store, superior=self.superior),
            ),
        )
        cases.opened.connect(partial(self._open_case, case))
        case.closed.connect(partial(self.window.go_to, 1))
        case.hand_over_asked.connect(partial(self.window.go_to, 2))
        guidance = around.attach(
            intake,
            self.jobs,
            self.bulletin,
            IntakeWindow(
                show_over=self.window.show_over,
                back=partial(self.window.go_to, 0),
                open_case=partial(self._open_case, case),
                list_cases=partial(self._list_cases, cases),
            ),
        )
        lists = wiring_lists.ListsWiring(
            window=self.window, jobs=self.jobs, bulletin=self.bulletin, store=store, desk=opened.desk, member=member,
            folder=self.home.folder, clock=clock, printer=self.printer, rules=rules,
            open_case=partial(self._open_case, case),
        ).screens()  # fmt: skip
        return {"intake": intake, "cases": cases, "case": case, "hand_over": giving, "sync": sync,
                "guidance": guidance, **lists}  # fmt: skip

    def places(self, screens: dict[str, Any]) -> list[Place]:
        """Return where the keys go."""
        return [
            Place(key="F2", name=Words("Tiếp nhận"), screen=screens["intake"]),
            Place(key="F3", name=Words("Hồ sơ"), screen=screens["cases"]),
            Place(key="F4", name=Words("Trả kết quả"), screen=screens["hand_over"]),
            wiring_lists.due_soon_place(screens),
            Place(key="F7", name=Words("Đồng bộ"), screen=screens["sync"]),
            *wiring_lists.further_places(screens),
        ]

    def not_printed(self, opened: Opened) -> list[str]:
        """Return the cases whose receipt never reached a printer."""
        with opened.store.reading() as reading:
            return reading.receipts_not_printed()

    def _open_case(self, screen: CaseScreen, code: str) -> None:
        self.window.show_over(screen)
        screen.show_case(code)

    def _list_cases(self, screen: CasesScreen, words: str) -> None:
        self.window.go_to(1)
        for choice in (screen.state, screen.due):
            choice.setCurrentIndex(0)
        screen.search.setText(words)

    def _print(
        self, rules: AtHand, case_code: str, kind: SlipKind, *, staff: str, store: Store, clock: Clock
    ) -> None:
        press = Press(papers=rules.papers(), printer=self.printer)
        print_slip(case_code, kind, staff=staff, press=press, store=store, clock=clock)

    def shell(self, store: Store) -> ShellServices:
        """Return what the frame around the screens asks for."""
        return ShellServices(
            now=self.home.clock.now,
            state=partial(_shell_state, store),
            printer=partial(_printer_state, store, self.printer),
            printers=self.printer.names,
            choose_printer=partial(_choose_printer, store),
        )

    def _preview(self, opened: Opened, member: Staff, rules: AtHand, given: Intake, width: int) -> bytes:
        case = receive_case.preview_case(
            given, staff=member.login, rules=rules, store=opened.store, clock=self.home.clock
        )
        return rules.papers().receipt_preview(case, opened.desk, member, width_px=width)


def _with(act: Callable[..., Any], *given: Any, **ports: Any) -> Any:  # noqa: ANN401 - binds any service
    """Call a service: its own arguments first, then the ports that were bound."""
    return act(*given, **ports)


def _sync_state(store: Store) -> SyncState:
    with store.reading() as reading:
        return reading.sync_state()


def _shell_state(store: Store) -> tuple[SyncState, int]:
    with store.reading() as reading:
        return reading.sync_state(), reading.results_waiting()


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
