"""The lists by name: how each is read, and on which paper it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from desk_app.domain.desk import Desk
from desk_app.domain.fee import FeeTable
from desk_app.domain.list_tables import collected_table, hand_over_table, register_table
from desk_app.domain.number_tables import gap_table, void_table
from desk_app.domain.period import Period
from desk_app.domain.ports import Clock, Papers, Printer
from desk_app.domain.reports import Report
from desk_app.domain.staff import Staff
from desk_app.domain.table import Table
from desk_app.services import lists, send_list
from desk_app.services.procedure_page import fee_name
from desk_app.storage.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """Reads, draws and prints the lists of one desk for one member of staff."""

    store: Store
    desk: Desk
    member: Staff
    clock: Clock
    papers: Callable[[], Papers]
    printer: Printer
    fees: Callable[[], FeeTable]

    def read(self, report: Report, period: Period) -> Table:
        """Return a list as a table."""
        store = self.store
        match report:
            case Report.REGISTER:
                return register_table(lists.register(period, store=store), period)
            case Report.HAND_OVER:
                return hand_over_table(lists.forwarded(period.first, store=store), period.first)
            case Report.COLLECTED:
                names = partial(fee_name, fees=self.fees())
                return collected_table(lists.collected(period.first, fee_names=names, store=store))
            case Report.VOID:
                voids = lists.voids(period, store=store)
                return void_table(voids.cases, voids.slips, period)
            case Report.GAPS:
                gaps = lists.gaps(period, store=store)
                return gap_table(gaps.days, gaps.slips, period)

    def print_report(self, report: Report, period: Period) -> int:
        """Print a list on its own form where it has one; return how many papers that were."""
        table = self.read(report, period)
        match report:
            case Report.REGISTER:
                return self._print(table, partial(self._register, period))
            case Report.HAND_OVER:
                return self._print(table, partial(self._hand_over_lists, period))
        return self.print_table(table)

    def print_table(self, table: Table) -> int:
        """Print a list that has no form of its own."""
        from desk_app.printing.table_paper import draw_table  # reportlab: 0.3 s that no sign-in must wait for

        self.papers()  # whose fonts it is drawn with: nothing else may have been drawn yet
        at = self.clock.now()
        return self._print(table, lambda: [draw_table(table, self.desk, self.member, at)])

    def _print(self, table: Table, draw: send_list.Draw) -> int:
        return send_list.print_list(
            table, draw, printer=self.printer, staff=self.member.login, store=self.store, clock=self.clock
        )

    def _register(self, period: Period) -> list[bytes]:
        lines = lists.register(period, store=self.store)
        return [self.papers().register(lines, self.desk, period.words)]

    def _hand_over_lists(self, period: Period) -> list[bytes]:
        """Draw one list a receiver: each signs his own."""
        sent = lists.forwarded(period.first, store=self.store)
        return [
            self.papers().hand_over_list(
                [one.line for one in sent if one.to == to], self.desk, self.member, to=to, at=self.clock.now()
            )
            for to in sorted({one.to for one in sent})
        ]
