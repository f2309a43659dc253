"""Joins F5, the lists, the catalogue page and the commune's settings to their services."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from desk_app.app.at_hand import AtHand, CatalogueAtHand, lay
from desk_app.app.list_reports import Reports
from desk_app.domain.desk import Desk
from desk_app.domain.fee import FeeTable
from desk_app.domain.own_days import OwnDay
from desk_app.domain.ports import Clock, Printer
from desk_app.domain.procedure_facts import ProcedurePage
from desk_app.domain.staff import Role, Staff
from desk_app.domain.viet_qr import Account
from desk_app.domain.words import Words
from desk_app.machine.paths import brought
from desk_app.printing.papers import PdfPapers
from desk_app.services import due_soon, local_settings, procedure_page, send_list
from desk_app.services.print_slip import Press
from desk_app.storage.fee_tables import read_fee_table
from desk_app.storage.spreadsheet_export import write_table
from desk_app.storage.store import Store
from desk_app.storage.text_file import read_form_file
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.catalogue.screen import CatalogueScreen, CatalogueServices
from desk_app.ui.catalogue.settings_screen import SettingsScreen, SettingsServices
from desk_app.ui.due_soon.screen import DueSoonScreen, DueSoonServices
from desk_app.ui.jobs import Jobs
from desk_app.ui.lists.export import Export
from desk_app.ui.lists.screen import ListsScreen, ListsServices
from desk_app.ui.main_window import MainWindow, Place

DUE_SOON, REPORTS, CATALOGUE = "F5", "F10", "F11"


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
    papers: PdfPapers
    printer: Printer
    rules: AtHand

    def screens(self) -> dict[str, Any]:
        """Return the screens by name; who opens a case or does an act is joined by the caller."""
        export = Export(
            self.window,
            self.jobs,
            self.bulletin,
            partial(send_list.export_list, write=write_table, **self._ports),
        )
        catalogue = self._catalogue()
        settings = SettingsScreen(self.jobs, self.bulletin, self._settings_services())
        catalogue.settings_asked.connect(partial(self._show_settings, settings))
        settings.closed.connect(partial(self.window.show_over, catalogue))
        return {
            "due_soon": DueSoonScreen(self.jobs, self.bulletin, self._due_services(), export),
            "lists": ListsScreen(self.jobs, self.bulletin, self._list_services(), export),
            "catalogue": catalogue,
            "settings": settings,
        }

    @property
    def _ports(self) -> dict[str, Any]:
        return {"staff": self.member.login, "store": self.store, "clock": self.clock}

    def _due_services(self) -> DueSoonServices:
        press, reports = Press(papers=self.papers, printer=self.printer), self._reports()
        return DueSoonServices(
            due=lambda: due_soon.due_soon(calendar=self.rules.calendar, store=self.store, clock=self.clock),
            count_overdue=partial(due_soon.count_overdue, store=self.store, clock=self.clock),
            print_apologies=lambda: due_soon.print_apologies(
                calendar=self.rules.calendar, press=press, **self._ports
            ),
            print_list=reports.print_table,
        )

    def _list_services(self) -> ListsServices:
        reports = self._reports()
        return ListsServices(read=reports.read, print_report=reports.print_report, now=self.clock.now)

    def _reports(self) -> Reports:
        return Reports(
            store=self.store,
            desk=self.desk,
            member=self.member,
            clock=self.clock,
            papers=self.papers,
            printer=self.printer,
            fees=self._fees(),
        )

    def _catalogue(self) -> CatalogueScreen:
        published = CatalogueAtHand(self.rules)
        return CatalogueScreen(
            self.jobs,
            self.bulletin,
            CatalogueServices(
                search=lambda words, most: published.search(words, most),
                page=self._page,
                edit=lambda edit, at_once: self._changing(
                    partial(local_settings.edit_procedure, edit, at_once=at_once, catalogue=published)
                ),
                print_guidance=self._print_guidance,
                print_posting=self._print_posting,
                now=self.clock.now,
                may_edit=Role.ADMINISTER in self.member.roles,
            ),
        )

    def _settings_services(self) -> SettingsServices:
        def keep_day(own: OwnDay) -> None:
            self._changing(partial(local_settings.keep_own_day, own, calendar=self.rules.calendar))

        def drop_day(day: date) -> None:
            self._changing(partial(local_settings.drop_own_day, day))

        def keep_account(account: Account | None) -> None:
            self._changing(partial(local_settings.keep_account, account))

        def keep_form(path: Path) -> None:
            text = read_form_file(path)
            self._changing(partial(local_settings.keep_form, path.name, text, papers=self.papers))

        def drop_form(name: str) -> None:
            self._changing(partial(local_settings.keep_form, name, "", papers=self.papers))

        return SettingsServices(
            read=lambda: self.rules.laid.settings,
            keep_day=keep_day,
            drop_day=drop_day,
            keep_account=keep_account,
            keep_form=keep_form,
            drop_form=drop_form,
            now=self.clock.now,
        )

    def _changing(self, change: Callable[..., None]) -> None:
        """Change a setting, then let new cases go by it at once."""
        change(**self._ports)
        settings = local_settings.read_settings(store=self.store)
        self.rules.use(lay(self.desk, self.papers, self.clock, self.folder, settings))

    def _page(self, code: str) -> ProcedurePage:
        laid = self.rules.laid
        return procedure_page.procedure_page(
            code,
            catalogue=laid.catalogue,
            published=laid.catalogue,
            settings=laid.settings,
            fees=self._fees(),
            day=self.clock.now().date(),
        )

    def _fees(self) -> FeeTable:
        own = self.desk.fees | self.rules.laid.settings.fees
        return read_fee_table(brought("resources") / "fees", own=own)

    def _print_guidance(self, code: str) -> None:
        pdf = self.papers.guidance_sheet(self.rules.catalogue.get(code), self.desk, self.clock.now())
        send_list.send([pdf], f"huong-dan-{code}", printer=self.printer, store=self.store)

    def _print_posting(self, code: str) -> int:
        field = self.rules.catalogue.get(code).field_code
        found = self.rules.laid.catalogue.of_field(field)
        pdf = self.papers.posting(found, self.desk, self.clock.now())
        send_list.send([pdf], f"niem-yet-{field}", printer=self.printer, store=self.store)
        return len(found)

    def _show_settings(self, settings: SettingsScreen) -> None:
        self.window.show_over(settings)
        settings.start()


def places(screens: Mapping[str, Any]) -> tuple[Place, list[Place]]:
    """Return the place of F5, and those that stand after the exchange with the superior."""
    return Place(key=DUE_SOON, name=Words("Sắp đến hạn"), screen=screens["due_soon"]), [
        Place(key=REPORTS, name=Words("Báo cáo"), screen=screens["lists"]),
        Place(key=CATALOGUE, name=Words("Danh mục"), screen=screens["catalogue"]),
    ]
