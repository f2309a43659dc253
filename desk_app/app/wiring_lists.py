"""Joins F5, the lists and the catalogue page to their services; the last two are imported when first opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk_app.app.at_hand import AtHand
from desk_app.domain.deed import AnyAct
from desk_app.domain.desk import Desk
from desk_app.domain.fee import FeeTable
from desk_app.domain.lifecycle import ActName
from desk_app.domain.ports import Clock, Printer
from desk_app.domain.staff import Staff
from desk_app.domain.table import Table
from desk_app.domain.words import Words
from desk_app.services import due_soon
from desk_app.services.local_due import local_due
from desk_app.services.print_slip import Press
from desk_app.storage.store import Store
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.due_soon.screen import DueSoonScreen, DueSoonServices
from desk_app.ui.jobs import Jobs
from desk_app.ui.late import Late
from desk_app.ui.main_window import MainWindow
from desk_app.ui.shell import Place

if TYPE_CHECKING:
    from desk_app.app.list_reports import Reports
    from desk_app.ui.catalogue.screen import CatalogueScreen
    from desk_app.ui.catalogue.settings_screen import SettingsScreen
    from desk_app.ui.lists.screen import ListsScreen

HAND_OVER, DUE_SOON, DAY_END, LISTS = 2, 3, 5, 6  # their numbers among the places


@dataclass(frozen=True, slots=True, kw_only=True)
class ListsWiring:
    """What the screens of this module stand on, for one signed-in member of staff."""

    window: MainWindow
    jobs: Jobs
    bulletin: Bulletin
    store: Store
    desk: Desk
    member: Staff
    folder: Path
    clock: Clock
    printer: Printer
    rules: AtHand
    open_case: Callable[[str, int], None]  # and the place to go back to
    begin_act: Callable[[AnyAct], None]  # with the case that was opened

    def screens(self) -> dict[str, Any]:
        """Return the screens by name."""
        due = DueSoonScreen(self.jobs, self.bulletin, self._due_services())
        due.setParent(
            self.window
        )  # it counts before it is seen: it must end with its window, as its badge does
        due.hide()
        due.opened.connect(partial(self._open_due))
        due.act_asked.connect(partial(self._begin_act))  # a partial: Qt keeps no other object alive
        settings: Late[SettingsScreen] = Late(lambda: self._settings(catalogue))
        catalogue: Late[CatalogueScreen] = Late(lambda: self._catalogue(settings))
        return {
            "due_soon": due,
            "lists": Late(self._lists),
            "catalogue": catalogue,
            "commune": settings,
        }

    @property
    def ports(self) -> dict[str, Any]:
        """Return what a service that writes needs."""
        return {"staff": self.member.login, "store": self.store, "clock": self.clock}

    def fees(self) -> FeeTable:
        """Return the fee rows that concern this commune, its own laid over."""
        return self.rules.fees()

    def _due_services(self) -> DueSoonServices:
        return DueSoonServices(
            due=lambda: due_soon.due_soon(rules=self.rules, store=self.store, clock=self.clock),
            count_overdue=partial(due_soon.count_overdue, store=self.store, clock=self.clock),
            print_apologies=lambda: due_soon.print_apologies(
                rules=self.rules,
                press=Press(
                    papers=self.rules.papers(),
                    printer=self.printer,
                    local_due=partial(local_due, rules=self.rules),
                ),
                **self.ports,
            ),
            print_list=lambda table: self.reports().print_table(table),
            export=self._export,
            roles=self.member.roles,
        )

    def _lists(self) -> ListsScreen:
        from desk_app.ui.lists.screen import ListsScreen, ListsServices

        reports = self.reports()
        services = ListsServices(
            read=reports.read, print_report=reports.print_report, export=self._export, now=self.clock.now
        )
        screen = ListsScreen(self.jobs, self.bulletin, services)
        screen.opened.connect(lambda code: self.open_case(code, LISTS))
        return screen

    def reports(self) -> Reports:
        """Return what reads, draws and prints the lists."""
        from desk_app.app.list_reports import Reports

        return Reports(
            store=self.store,
            desk=self.desk,
            member=self.member,
            clock=self.clock,
            papers=self.rules.papers,
            printer=self.printer,
            fees=self.fees,
        )

    def _export(self, table: Table, path: Path) -> Path:
        from desk_app.services.send_list import export_list
        from desk_app.storage.spreadsheet_export import write_table

        return export_list(table, path, write=write_table, **self.ports)

    def _catalogue(self, settings: Late[SettingsScreen]) -> CatalogueScreen:
        from desk_app.app.wiring_catalogue import CatalogueWiring

        screen = CatalogueWiring(desk=self).catalogue()
        screen.settings_asked.connect(partial(self._go_over, settings))
        return screen

    def _settings(self, catalogue: Late[CatalogueScreen]) -> SettingsScreen:
        from desk_app.app.wiring_catalogue import CatalogueWiring

        screen = CatalogueWiring(desk=self).settings()
        screen.closed.connect(partial(self._go_over, catalogue))
        return screen

    def _go_over(self, screen: Late[Any]) -> None:
        self.window.show_over(screen)
        screen.start()

    def _begin_act(self, code: str, act: str) -> None:
        """Go to where an act is done: results are handed over at F4, all else on the case's page."""
        if act == ActName.HAND_OVER:
            self.window.go_to(HAND_OVER, code)
        else:
            self._open_due(code)
            self.begin_act(ActName(act))

    def _open_due(self, code: str) -> None:
        self.open_case(code, DUE_SOON)


def due_soon_place(screens: Mapping[str, Any]) -> Place:
    """Return where F5 goes."""
    return Place(
        key="F5",
        name=Words("Sắp đến hạn"),
        screen=lambda: screens["due_soon"],
        badge=screens["due_soon"].badge,
    )


def further_places(screens: Mapping[str, Any]) -> tuple[Place, ...]:
    """Return the places that stand after the exchange with the superior."""
    return (
        Place(key="F8", name=Words("Cuối ngày"), screen=lambda: screens["day_end"]),
        Place(key="F10", name=Words("Báo cáo"), screen=lambda: screens["lists"]),
        Place(key="F11", name=Words("Danh mục"), screen=lambda: screens["catalogue"]),
    )
