"""Joins F5, the lists, the catalogue page and the commune's settings to their services."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from desk_app.app.at_hand import AtHand, CatalogueAtHand, lay
from desk_app.app.home import paper_maker
from desk_app.app.list_reports import Reports
from desk_app.domain.desk import Desk
from desk_app.domain.fee import FeeTable
from desk_app.domain.lifecycle import ActName
from desk_app.domain.own_days import OwnDay
from desk_app.domain.ports import Clock, Printer
from desk_app.domain.procedure_facts import ProcedurePage
from desk_app.domain.staff import Role, Staff
from desk_app.domain.viet_qr import Account
from desk_app.machine.paths import brought
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
from desk_app.ui.main_window import MainWindow

HAND_OVER = 2  # its number among the places


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
    open_case: Callable[[str], None]
    screen: Callable[[str], Any]  # one of the desk's screens by its name

    def makers(self) -> dict[str, Callable[[], Any]]:
        """Return what makes each screen, by its name."""
        export = Export(
            self.window,
            self.jobs,
            self.bulletin,
            partial(send_list.export_list, write=write_table, **self._ports),
        )
        return {
            "due_soon": partial(self._due_soon, export),
            "lists": partial(self._lists, export),
            "catalogue": self._catalogue,
            "settings": self._settings,
        }

    def _due_soon(self, export: Export) -> DueSoonScreen:
        screen = DueSoonScreen(self.jobs, self.bulletin, self._due_services(), export)
        screen.opened.connect(self.open_case)
        screen.act_asked.connect(partial(self._begin_act))  # a partial: Qt keeps no other object alive
        return screen

    def _lists(self, export: Export) -> ListsScreen:
        screen = ListsScreen(self.jobs, self.bulletin, self._list_services(), export)
        screen.opened.connect(self.open_case)
        return screen

    def _settings(self) -> SettingsScreen:
        screen = SettingsScreen(self.jobs, self.bulletin, self._settings_services())
        screen.closed.connect(partial(self._show_catalogue))
        return screen

    @property
    def _ports(self) -> dict[str, Any]:
        return {"staff": self.member.login, "store": self.store, "clock": self.clock}

    def _due_services(self) -> DueSoonServices:
        reports = self._reports()
        return DueSoonServices(
            due=lambda: due_soon.due_soon(calendar=self.rules.calendar, store=self.store, clock=self.clock),
            count_overdue=partial(due_soon.count_overdue, store=self.store, clock=self.clock),
            print_apologies=lambda: due_soon.print_apologies(
                calendar=self.rules.calendar,
                press=Press(papers=self.rules.papers(), printer=self.printer),
                **self._ports,
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
            papers=self.rules.papers,
            printer=self.printer,
            fees=self._fees,
        )

    def _catalogue(self) -> CatalogueScreen:
        published = CatalogueAtHand(self.rules)
        screen = CatalogueScreen(
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
        screen.settings_asked.connect(partial(self._show_settings))
        return screen

    def _settings_services(self) -> SettingsServices:
        def keep_day(own: OwnDay) -> None:
            self._changing(partial(local_settings.keep_own_day, own, calendar=self.rules.calendar))

        def drop_day(day: date) -> None:
            self._changing(partial(local_settings.drop_own_day, day))

        def keep_account(account: Account | None) -> None:
            self._changing(partial(local_settings.keep_account, account))

        def keep_form(path: Path) -> None:
            text = read_form_file(path)
            self._changing(partial(local_settings.keep_form, path.name, text, check=_check_forms))

        def drop_form(name: str) -> None:
            self._changing(partial(local_settings.keep_form, name, "", check=_check_forms))

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
        self.rules.use(lay(self.desk, self.clock, self.folder, settings))

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
        pdf = self.rules.papers().guidance_sheet(self.rules.catalogue.get(code), self.desk, self.clock.now())
        send_list.send([pdf], f"huong-dan-{code}", printer=self.printer, store=self.store)

    def _print_posting(self, code: str) -> int:
        field = self.rules.catalogue.get(code).field_code
        found = self.rules.laid.catalogue.of_field(field)
        pdf = self.rules.papers().posting(found, self.desk, self.clock.now())
        send_list.send([pdf], f"niem-yet-{field}", printer=self.printer, store=self.store)
        return len(found)

    def _begin_act(self, code: str, act: str) -> None:
        """Go to where an act is done: results are handed over at F4, all else on the case's page."""
        if act == ActName.HAND_OVER:
            self.window.go_to(HAND_OVER, code)
        else:
            self.open_case(code)

    def _show_settings(self) -> None:
        settings = self.screen("settings")
        self.window.show_over(settings)
        settings.start()

    def _show_catalogue(self) -> None:
        self.window.show_over(self.screen("catalogue"))


def _check_forms(forms: Sequence[str]) -> None:
    paper_maker().forms.with_overrides(forms)
