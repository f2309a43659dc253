"""Joins services, ports and screens; no rule of the field lives here."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer

from desk_app.app.home import Home, paper_maker, rules_for
from desk_app.domain.case import Intake
from desk_app.domain.deadline import deadline
from desk_app.domain.desk import Desk
from desk_app.domain.errors import DeskError
from desk_app.domain.ports import Printer
from desk_app.domain.slip import Paper, PrinterState, SlipKind
from desk_app.domain.staff import Staff
from desk_app.domain.superior import SyncState
from desk_app.domain.words import Words
from desk_app.machine.paths import brought
from desk_app.machine.settings_file import keep_language
from desk_app.printing.pdf_folder import NAME as PDF_FOLDER
from desk_app.services import complete_case, drafts, find_cases, hand_over, presence, receive_case, sync_round
from desk_app.services.print_slip import PRINTER_SETTING, Press, print_slip
from desk_app.storage.store import Store
from desk_app.sync.superior_api import HttpSuperior
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.case.screen import CaseScreen, CaseServices
from desk_app.ui.cases.screen import CasesScreen, CasesServices
from desk_app.ui.hand_over.screen import HandOverScreen, HandOverServices
from desk_app.ui.intake.screen import IntakeScreen, IntakeServices
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.language import speak
from desk_app.ui.main_window import MainWindow, Place, ShellServices
from desk_app.ui.set_up.screen import Created, SetUpScreen, SetUpServices
from desk_app.ui.set_up.sheet_card import SheetServices
from desk_app.ui.sign_in.screen import SignInScreen, SignInServices
from desk_app.ui.sync.screen import SyncScreen, SyncServices
from desk_app.ui.wording import sentence, worded

TIDY_EVERY_MS = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An opened store with what was read from it on the way."""

    store: Store
    desk: Desk


class Program:
    """The window and what is behind it, from sign-in to sign-out."""

    def __init__(self, home: Home, printer: Printer) -> None:
        self.home, self.printer = home, printer
        self.jobs, self.bulletin = Jobs(), Bulletin()
        self.window = MainWindow(self.jobs, self.bulletin)
        self.papers = paper_maker()
        self.opened: Opened | None = None
        self._sheet = b""  # of the first start, until it is on paper
        self.member: Staff | None = None
        self.sign_in = SignInScreen(
            self.jobs,
            SignInServices(members=home.members, open=self._open, choose_language=self._choose_language),
        )
        self.set_up = SetUpScreen(self.jobs, self._set_up_services())
        self.screens: dict[str, Any] = {}
        self._upkeep = QTimer(self.window, interval=TIDY_EVERY_MS)
        self._upkeep.timeout.connect(self._tidy)
        self.sign_in.opened.connect(self.begin)
        self.set_up.finished.connect(self._end_set_up)
        self.window.signed_out.connect(self.sign_out)
        self.window.closing.connect(self._close)

    def start(self) -> None:
        """Show the first screen: sign-in, or the questions of the first start."""
        if self.home.exists:
            self.show_sign_in()
        else:
            self.window.show_alone(self.set_up)
            self.set_up.start()
        self.window.showMaximized()

    def _end_set_up(self) -> None:
        self._sheet = b""
        self.show_sign_in()

    def show_sign_in(self) -> None:
        """Show who can sign in."""
        self.window.show_alone(self.sign_in)
        self.sign_in.start()

    def begin(self, opened: Opened, member: Staff) -> None:
        """Open the desk for a member of staff."""
        self.opened, self.member = opened, member
        opened.store.never_on = threading.get_ident()
        places = self._places(opened, member)
        self.window.show_desk(opened.desk, member, places, self._shell(opened.store))
        self._upkeep.start()
        self.jobs.run(
            Lane.READ,
            partial(_not_printed, opened.store),
            owner=self.window,
            done=self._offer_printing,
            failed=self._on_failed,
        )

    def sign_out(self) -> None:
        """Lock the desk: what was begun is finished, the store is closed, the draft is kept."""
        if self.opened is not None:
            self.jobs.finish()
            self._close()
            self.show_sign_in()

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
        store = self.home.open(login, passphrase)
        presence.sign_in(login, store=store, clock=self.home.clock)
        with store.reading() as reading:
            return Opened(store=store, desk=reading.desk())

    def _create(self, desk: Desk, first: Staff, passphrase: str) -> Created:
        store, words = self.home.create(desk, first, passphrase)
        store.close()
        self._sheet = self.papers.recovery_sheet(desk, words, self.home.clock.now())
        return Created(recovery=words)

    def _set_up_services(self) -> SetUpServices:
        """Return the first start's services; the sheet goes to paper, never to a file beside the store."""

        def print_sheet(name: str) -> None:
            self.printer.send(Paper(title="to-khoi-phuc", pdf=self._sheet), name)

        def printers() -> list[str]:
            return [name for name in self.printer.names() if name != PDF_FOLDER]

        return SetUpServices(
            create=self._create, sheet=SheetServices(printers=printers, print_sheet=print_sheet)
        )

    def _close(self) -> None:
        self._upkeep.stop()
        if self.opened is not None:
            self.opened.store.close()
            self.opened = None
        for screen in self.screens.values():
            self.window.stack.removeWidget(screen)
            screen.deleteLater()
        self.screens = {}

    def _places(self, opened: Opened, member: Staff) -> list[Place]:
        store, clock = opened.store, self.home.clock
        rules = rules_for(opened.desk, self.papers, clock)
        press = Press(papers=self.papers, printer=self.printer)
        by = partial(_with, staff=member.login, store=store, clock=clock)
        print_ = partial(print_slip, staff=member.login, press=press, store=store, clock=clock)
        receipt, return_slip = (
            partial(_on_paper, partial(print_, kind=SlipKind.RECEIPT)),
            partial(_on_paper, partial(print_, kind=SlipKind.RETURN_SLIP)),
        )
        find = partial(find_cases.find_cases, store=store, clock=clock)
        superior = HttpSuperior()
        intake = IntakeScreen(
            self.jobs,
            self.bulletin,
            IntakeServices(
                search=rules.catalogue.search,
                procedure=rules.catalogue.get,
                explain=lambda term: deadline(clock.now(), term, rules.calendar),
                now=clock.now,
                preview=lambda given, width: self._preview(opened, member, rules, given, width),
                receive=lambda given, wanted: by(
                    receive_case.receive_case, given, print_receipt=wanted, rules=rules
                ),
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
            CaseServices(
                page=partial(find_cases.case_page, store=store),
                complete=partial(by, complete_case.complete_case),
                print_receipt=receipt,
                print_return_slip=return_slip,
                now=clock.now,
            ),
        )
        giving = HandOverScreen(
            self.jobs,
            self.bulletin,
            HandOverServices(
                find=find,
                page=partial(find_cases.case_page, store=store),
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
                    store=store, superior=superior, clock=clock, progress=tell
                ),
                enrol=partial(sync_round.enrol_desk, store=store, superior=superior),
            ),
        )
        self.screens = {"intake": intake, "cases": cases, "case": case, "hand_over": giving, "sync": sync}
        places = [
            Place(key="F2", name=Words("Tiếp nhận"), screen=intake),
            Place(key="F3", name=Words("Hồ sơ"), screen=cases),
            Place(key="F4", name=Words("Trả kết quả"), screen=giving),
            Place(key="F7", name=Words("Đồng bộ"), screen=sync),
        ]
        cases.opened.connect(self._open_case)
        intake.case_scanned.connect(self._open_case)
        case.closed.connect(partial(self.window.go_to, 1))
        case.hand_over_asked.connect(partial(self.window.go_to, 2))
        return places

    def _open_case(self, code: str) -> None:
        self.window.show_over(self.screens["case"])
        self.screens["case"].show_case(code)

    def _shell(self, store: Store) -> ShellServices:
        return ShellServices(
            now=self.home.clock.now,
            state=partial(_shell_state, store),
            printer=partial(_printer_state, store, self.printer),
            printers=self.printer.names,
            choose_printer=partial(_choose_printer, store),
        )

    def _preview(
        self, opened: Opened, member: Staff, rules: receive_case.Rules, given: Intake, width: int
    ) -> bytes:
        case = receive_case.preview_case(
            given, staff=member.login, rules=rules, store=opened.store, clock=self.home.clock
        )
        return self.papers.receipt_preview(case, opened.desk, member, width_px=width)


def _with(act: Callable[..., Any], *given: Any, **ports: Any) -> Any:  # noqa: ANN401 - binds any service
    """Call a service: its own arguments first, then the ports that were bound."""
    return act(*given, **ports)


def _on_paper(print_: Callable[[str], str], case_code: str) -> bool:
    """Print, and say whether the paper came out of a printer."""
    return print_(case_code) != PDF_FOLDER


def _not_printed(store: Store) -> list[str]:
    with store.reading() as reading:
        return reading.receipts_not_printed()


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
