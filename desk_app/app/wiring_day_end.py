"""Joins F8 and leaving to their services; imported when somebody first goes there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from desk_app.app.wiring_lists import DAY_END, ListsWiring
from desk_app.domain.calendar import Calendar
from desk_app.domain.day_end import Closing, DayView
from desk_app.domain.day_steps import Outcome, StepName
from desk_app.domain.errors import NoSuchDaySheet
from desk_app.domain.period import Period
from desk_app.domain.reports import Report
from desk_app.domain.slip import Paper
from desk_app.domain.superior import Progress, SyncState
from desk_app.machine.copy_folder import CopyFolder, same_drive
from desk_app.services import day_end, day_steps, store_copy
from desk_app.services.print_slip import PRINTER_SETTING
from desk_app.ui.day_end.leaving import LeavingScreen, LeavingServices
from desk_app.ui.day_end.on_time import DAYS
from desk_app.ui.day_end.screen import DayEndScreen
from desk_app.ui.day_end.services import DayEndServices, Shown
from desk_app.ui.day_end.steps import Work
from desk_app.ui.jobs import Lane

MOST_ROWS = 400  # of a day; a busy commune has 150
BEFORE_CLOSING = timedelta(minutes=30)  # from then on who signs out is going home
Tell = Callable[[object], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEndWiring:
    """What the end of a day stands on, for one signed-in member of staff."""

    lists: ListsWiring
    superior: Callable[[], object]  # made once; from then on it can be cut
    exchange: Callable[[Tell], SyncState]  # until nothing is left; scans may wait
    reconciliation: Callable[[date], bytes]  # the sheet of a day, as PDF
    cut: Callable[[], None]
    usb: Callable[[], None]

    def screen(self) -> DayEndScreen:
        """Return F8."""
        store = self.lists.store
        services = DayEndServices(
            now=self.lists.clock.now,
            read=self._read,
            count_cash=partial(day_end.count_cash, store=store),
            works={
                StepName.CASH: Work(Lane.READ, lambda _tell: self._cash()),
                StepName.PRINT: Work(Lane.PRINT, lambda _tell: self._print()),
                StepName.SEND: Work(Lane.LINE, self._send),
                StepName.COPY: Work(Lane.UPKEEP, lambda _tell: self._copy()),
                StepName.CLOSE: Work(Lane.LINE, lambda _tell: self._close()),
            },
            cut=self.cut,
            usb=self.usb,
            choose_place=partial(store_copy.choose_place, store=store),
            close_earlier=self._close_earlier,
            print_sheet=self._print_newest,
            told_closed=lambda: self.exchange(lambda _progress: None),
        )
        screen = DayEndScreen(self.lists.jobs, self.lists.bulletin, services)
        screen.opened.connect(lambda code: self.lists.open_case(code, DAY_END))
        return screen

    def leaving(self) -> LeavingScreen:
        """Return the page for whoever leaves with unsent work."""
        services = LeavingServices(sync=self.exchange, cut=self.cut, usb=self.usb)
        return LeavingScreen(self.lists.jobs, self.lists.bulletin, services)

    @property
    def _today(self) -> date:
        return self.lists.clock.now().date()

    def _view(self) -> DayView:
        return day_end.day_view(self._today, store=self.lists.store, clock=self.lists.clock)

    def _read(self) -> Shown:
        store, clock, today = self.lists.store, self.lists.clock, self._today
        with store.reading() as reading:
            rows = reading.find_cases(received_on=today, limit=MOST_ROWS)
            results = reading.results_by_day(today - timedelta(days=DAYS - 1), today)
        told = day_end.morning(store=store, clock=clock)
        return Shown(
            view=self._view(),
            rows=tuple(rows),
            morning=tuple(day_steps.morning_words(told, today)),
            results=tuple(results),
        )

    def _cash(self) -> Outcome:
        return day_steps.cash_outcome(self._view().cash)

    def _print(self) -> Outcome:
        reports, period = self.lists.reports(), Period.of_day(self._today)
        return day_steps.print_outcome(
            self._view(),
            partial(reports.print_report, Report.REGISTER, period),
            partial(reports.print_report, Report.COLLECTED, period),
        )

    def _send(self, tell: Tell) -> Outcome:
        with self.lists.store.reading() as reading:
            enrolled = reading.sync_state().enrolled
        if not enrolled:
            return day_steps.NOT_ENROLLED
        self.superior()  # made before anything is told: from then on it can be cut
        tell(Progress(sent=0, total=0))
        return day_steps.sent_outcome(self.exchange(tell))

    def _copy(self) -> Outcome:
        store, folder = self.lists.store, self.lists.folder
        if store_copy.copy_place(store=store) is None:
            return day_steps.NO_PLACE
        copy = store_copy.make_copy(store=store, shelf=CopyFolder(folder), clock=self.lists.clock)
        return day_steps.copied_outcome(copy, same_drive=same_drive(folder, copy.place))

    def _close(self) -> Outcome:
        close = partial(day_end.close_day, self._today, **self.lists.ports)
        return day_steps.close_outcome(close, self._print_sheet)

    def _close_earlier(self, day: date) -> Closing:
        closing = day_end.close_day(day, **self.lists.ports)
        day_steps.close_outcome(lambda: closing, self._print_sheet)  # a jam is no reason to say it is open
        return closing

    def _print_newest(self) -> None:
        with self.lists.store.reading() as reading:
            closing = reading.last_closing()
        if closing is None:
            raise NoSuchDaySheet()
        self._print_sheet(closing)

    def _print_sheet(self, closing: Closing) -> None:
        with self.lists.store.reading() as reading:
            name = reading.setting(PRINTER_SETTING)
        for n, pdf in enumerate((closing_paper(self.lists, closing), self.reconciliation(closing.day)), 1):
            title = f"khoa-so-{closing.day.isoformat()}-{closing.nth}" + ("" if n == 1 else f"-{n}")
            self.lists.printer.send(Paper(title=title, pdf=pdf), name)


def closing_paper(lists: ListsWiring, closing: Closing) -> bytes:
    """Return the sheet of a closing."""
    from desk_app.printing.day_sheet import draw_day_sheet  # reportlab: 0.3 s

    lists.rules.papers()  # whose fonts it is drawn with: nothing else may have been drawn yet
    return draw_day_sheet(closing, lists.desk, lists.member)


def is_asked(sync: SyncState, now: datetime, calendar: Calendar, *, closing: bool) -> bool:
    """Return whether whoever leaves is told first: with unsent work, closing the window or likely going home."""
    hours = calendar.open_on(now.date())
    until = hours[-1][1] if hours else time.min
    late = now + BEFORE_CLOSING >= now.replace(hour=until.hour, minute=until.minute, second=0)
    return bool(sync.pending_cases) and (closing or late)
