"""The screens of a member of staff: each joined to its services when somebody first goes there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from desk_app.app import wiring_lists
from desk_app.app.at_hand import AtHand
from desk_app.app.wiring_case import case_services, on_paper
from desk_app.app.wiring_intake import Ground, IntakeWiring
from desk_app.app.wiring_intake import Window as IntakeWindow
from desk_app.domain.case import Case, Intake
from desk_app.domain.deed import AnyAct
from desk_app.domain.desk import Desk
from desk_app.domain.slip import SlipKind
from desk_app.domain.staff import Staff
from desk_app.domain.superior import SyncState
from desk_app.domain.words import Words
from desk_app.machine.settings_file import kept_undo_minutes
from desk_app.services import (
    drafts,
    find_cases,
    hand_over,
    receive_case,
    undo_act,
)
from desk_app.storage.store import Store
from desk_app.ui.case.screen import CaseScreen
from desk_app.ui.cases.screen import CasesScreen, CasesServices
from desk_app.ui.hand_over.screen import HandOverScreen, HandOverServices
from desk_app.ui.intake.screen import IntakeScreen, IntakeServices
from desk_app.ui.shell import Place
from desk_app.ui.undo_offer import UndoOffer, UndoServices

if TYPE_CHECKING:
    from desk_app.app.compose import Office
    from desk_app.app.wiring_day_end import DayEndWiring
    from desk_app.app.wiring_news import NewsWiring
    from desk_app.ui.day_end.leaving import LeavingScreen
    from desk_app.ui.sync.screen import SyncScreen
    from desk_app.ui.usb.screen import UsbScreen

CASES, SYNC = 1, 4  # their numbers among the places


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An opened store with what was read from it on the way."""

    store: Store
    desk: Desk
    rules: AtHand
    staff: tuple[Staff, ...]  # with the roles of the log: the key file knows names only


class Screens(dict[str, Any]):
    """The screens of a member of staff, each made when it is first gone to: all at once would hold the window up."""

    def __init__(self, office: Office, opened: Opened, member: Staff) -> None:
        super().__init__()
        member = next((one for one in opened.staff if one.login == member.login), member)
        self._office, self._opened, self._member = office, opened, member
        self._store, self._clock = opened.store, office.home.clock
        self._shared = office.jobs, office.bulletin
        ports: dict[str, Any] = {"staff": member.login, "store": self._store, "clock": self._clock}
        self._by: Callable[..., Any] = partial(_with, **ports)
        print_ = partial(office.print, opened.rules, **ports)
        self._receipt = partial(on_paper, partial(print_, kind=SlipKind.RECEIPT))
        self._return_slip = partial(on_paper, partial(print_, kind=SlipKind.RETURN_SLIP))
        self._undo_window = timedelta(minutes=kept_undo_minutes(office.home.folder))
        self._back = CASES  # the place from which a case's page was opened
        self._usb_back = SYNC
        self._then: Callable[[], object] = office.window.sign_out  # what whoever leaves was about to do
        self._find = partial(find_cases.find_cases, store=self._store, clock=self._clock)
        self._make = {
            "intake": self._intake,
            "cases": self._cases,
            "case": self._case,
            "hand_over": self._hand_over,
            "sync": self._sync,
            "usb": self._usb,
            "day_end": lambda: self._day_end().screen(),
            "leaving": self._leaving,
        }
        self.update(self._lists())
        services = UndoServices(
            may=partial(self._by, undo_act.may_undo, window=self._undo_window),
            undo=partial(self._by, undo_act.undo_act, window=self._undo_window),
            now=self._clock.now,
        )
        # a child of a screen: it must end with whoever signs out
        UndoOffer(*self._shared, services, office.window.messages, parent=self["due_soon"])

    def __missing__(self, name: str) -> Any:  # noqa: ANN401 - a screen
        made = self[name] = self._make[name]()
        return made

    def places(self) -> list[Place]:
        """Return where the keys go."""
        return [
            Place(key="F2", name=Words("Tiếp nhận"), screen=lambda: self["intake"]),
            Place(key="F3", name=Words("Hồ sơ"), screen=lambda: self["cases"]),
            Place(key="F4", name=Words("Trả kết quả"), screen=lambda: self["hand_over"]),
            wiring_lists.due_soon_place(self),
            Place(key="F7", name=Words("Đồng bộ"), screen=lambda: self["sync"]),
            *wiring_lists.further_places(self),
        ]

    def _intake(self) -> IntakeScreen:
        store, clock, login = self._store, self._clock, self._member.login
        rules, window = self._opened.rules, self._office.window
        around = IntakeWiring(
            Ground(
                store=store,
                clock=clock,
                desk=self._opened.desk,
                member=self._member,
                rules=rules,
                printer=self._office.printer,
            )
        )
        screen = IntakeScreen(
            *self._shared,
            IntakeServices(
                search=rules.catalogue.search,
                procedure=rules.catalogue.get,
                explain=around.explain,
                now=clock.now,
                preview=self._preview,
                reckon=around.reckon,
                receive=around.receive,
                print_receipt=self._receipt,
                load_draft=self._draft,
                save_draft=partial(drafts.save_draft, staff=login, store=store),
                drop_draft=partial(drafts.drop_draft, staff=login, store=store),
            ),
        )
        screen.case_scanned.connect(self._open_case)
        self["guidance"] = around.attach(
            screen,
            *self._shared,
            IntakeWindow(
                show_over=window.show_over,
                back=partial(window.go_to, 0),
                open_case=self._open_case,
                list_cases=self._list_cases,
            ),
        )
        return screen

    def _draft(self) -> str:
        """Return the draft; reads the fee tables on its lane too: the first procedure chosen waits for no file."""
        self._opened.rules.fees()
        return drafts.load_draft(staff=self._member.login, store=self._store)

    def _cases(self) -> CasesScreen:
        screen = CasesScreen(*self._shared, CasesServices(find=self._find, now=self._clock.now))
        screen.opened.connect(self._open_case)
        return screen

    def _case(self) -> CaseScreen:
        services = case_services(
            member=self._member,
            rules=self._opened.rules,
            printer=self._office.printer,
            folder=self._office.home.folder,
            undo_window=self._undo_window,
            store=self._store,
            clock=self._clock,
        )
        screen = CaseScreen(*self._shared, services)
        screen.closed.connect(self._leave_case)
        screen.hand_over_asked.connect(partial(self._office.window.go_to, 2))
        return screen

    def _hand_over(self) -> HandOverScreen:
        return HandOverScreen(
            *self._shared,
            HandOverServices(
                find=self._find,
                case=partial(_case, self._store),
                hand_over=partial(self._by, hand_over.hand_over),
                print_return_slip=self._return_slip,
                now=self._clock.now,
            ),
        )

    def _sync(self) -> SyncScreen:
        screen = self._news().screen(*self._shared, self._office.authority())
        screen.opened.connect(partial(self._open_case, back=SYNC))
        screen.usb_asked.connect(self.open_usb)
        screen.rebase.asked.connect(self._office.rebase)
        return screen

    def _usb(self) -> UsbScreen:
        from desk_app.app.wiring_usb import usb_screen

        screen = usb_screen(
            *self._shared, store=self._store, clock=self._clock, folder=self._office.home.folder
        )
        screen.closed.connect(self._leave_usb)
        return screen

    def open_usb(self, back: int = SYNC) -> None:
        """Show what waits for a stick; Esc goes back to the place from which it was opened."""
        self._usb_back = back
        self._office.window.show_over(self["usb"])
        self["usb"].start()

    def _leave_usb(self) -> None:
        self._office.window.go_to(self._usb_back)

    def _news(self) -> NewsWiring:
        from desk_app.app.wiring_news import NewsWiring

        office = self._office
        return NewsWiring(
            store=self._store, desk=self._opened.desk, folder=office.home.folder, clock=self._clock,
            superior=lambda: office.superior, rules=self._opened.rules, member=self._member,
            printer=office.printer, cancel=office.cut_line, meter=office.meter,
        )  # fmt: skip

    def _lists(self) -> dict[str, Any]:
        return self._wiring().screens()

    def _wiring(self) -> wiring_lists.ListsWiring:
        office = self._office
        return wiring_lists.ListsWiring(
            window=office.window, jobs=office.jobs, bulletin=office.bulletin, store=self._store,
            desk=self._opened.desk, member=self._member, folder=office.home.folder, clock=self._clock,
            printer=office.printer, rules=self._opened.rules, open_case=self._open_case,
            begin_act=self._begin_act,
        )  # fmt: skip

    def _day_end(self) -> DayEndWiring:
        from desk_app.app.wiring_day_end import DayEndWiring

        office = self._office
        news = self._news()
        return DayEndWiring(
            lists=self._wiring(),
            superior=lambda: office.superior,
            exchange=news.exchange,
            reconciliation=news.sheet,
            cut=office.cut_line,
            usb=lambda: self.open_usb(wiring_lists.DAY_END),
        )

    def hold(self, sync: SyncState, then: Callable[[], object], *, closing: bool) -> bool:
        """Ask whoever leaves with unsent work, once; False = nothing is to be asked. See MainWindow.hold."""
        from desk_app.app.wiring_day_end import is_asked

        if not is_asked(sync, self._clock.now(), self._opened.rules.calendar, closing=closing):
            return False
        self._then = then
        self._office.window.show_over(self["leaving"])
        self["leaving"].show_state(sync)
        return True

    def _leaving(self) -> LeavingScreen:
        screen = self._day_end().leaving()
        screen.left.connect(lambda: self._then())
        return screen

    def _open_case(self, code: str, back: int = CASES) -> None:
        """Show a case; Esc goes back to the place from which it was opened."""
        self._back = back
        self._office.window.show_over(self["case"])
        self["case"].show_case(code)

    def _begin_act(self, act: AnyAct) -> None:
        self["case"].begin_act(act)

    def _leave_case(self) -> None:
        self._office.window.go_to(self._back)

    def _list_cases(self, words: str) -> None:
        self._office.window.go_to(1)
        screen = self["cases"]
        for choice in (screen.state, screen.due):
            choice.setCurrentIndex(0)
        screen.search.setText(words)

    def _preview(self, given: Intake, width: int) -> bytes:
        case = receive_case.preview_case(
            given,
            staff=self._member.login,
            rules=self._opened.rules,
            store=self._store,
            clock=self._clock,
        )
        return self._opened.rules.papers().receipt_preview(
            case, self._opened.desk, self._member, width_px=width
        )


def _with(act: Callable[..., Any], *given: Any, **ports: Any) -> Any:  # noqa: ANN401 - binds any service
    """Call a service: its own arguments first, then the ports that were bound."""
    return act(*given, **ports)


def _case(store: Store, code: str) -> Case:
    with store.reading() as reading:
        return reading.case(code)
