"""Joins the catalogue page and the commune's settings to their services; imported when one is first opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desk_app.app.at_hand import CatalogueAtHand, lay
from desk_app.app.home import paper_maker
from desk_app.app.wiring_lists import ListsWiring
from desk_app.domain.local_edits import LocalEdit
from desk_app.domain.own_days import OwnDay
from desk_app.domain.procedure_facts import ProcedurePage
from desk_app.domain.staff import Role
from desk_app.machine.paths import brought
from desk_app.services import local_settings, send_list
from desk_app.services.procedure_page import procedure_page
from desk_app.storage.fee_tables import read_fee_areas
from desk_app.storage.text_file import read_form_file
from desk_app.ui.catalogue.screen import CatalogueScreen, CatalogueServices
from desk_app.ui.catalogue.settings_screen import SettingsScreen, SettingsServices


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueWiring:
    """Reads and changes what the commune laid over the catalogue, the calendar and the forms."""

    desk: ListsWiring

    def catalogue(self) -> CatalogueScreen:
        """Return the page of procedures."""
        desk = self.desk
        services = CatalogueServices(
            search=lambda words, most: desk.rules.catalogue.search(words, most),
            page=self._page,
            edit=self._edit,
            print_guidance=self._print_guidance,
            print_posting=self._print_posting,
            now=desk.clock.now,
            may_edit=Role.ADMINISTER in desk.member.roles,
        )
        return CatalogueScreen(desk.jobs, desk.bulletin, services)

    def settings(self) -> SettingsScreen:
        """Return the commune's own days, account and forms."""
        desk = self.desk
        services = SettingsServices(
            read=lambda: desk.rules.laid.settings,
            keep_day=self._keep_day,
            drop_day=lambda day: self._changing(partial(local_settings.drop_own_day, day)),
            keep_account=lambda account: self._changing(partial(local_settings.keep_account, account)),
            fee_areas=lambda: read_fee_areas(brought("resources") / "fees"),
            keep_fee_area=lambda area: self._changing(partial(local_settings.keep_fee_area, area)),
            keep_form=self._keep_form,
            drop_form=lambda name: self._form(name, ""),
            now=desk.clock.now,
        )
        return SettingsScreen(desk.jobs, desk.bulletin, services)

    def _changing(self, change: Callable[..., None]) -> None:
        """Change a setting, then let new cases go by it at once."""
        desk = self.desk
        change(**desk.ports)
        settings = local_settings.read_settings(store=desk.store)
        desk.rules.use(lay(desk.desk, desk.clock, desk.folder, settings))

    def _edit(self, edit: LocalEdit, at_once: bool) -> None:  # noqa: FBT001 - as the screen's signal carries it
        published = CatalogueAtHand(self.desk.rules)
        self._changing(partial(local_settings.edit_procedure, edit, at_once=at_once, catalogue=published))

    def _keep_day(self, own: OwnDay) -> None:
        self._changing(partial(local_settings.keep_own_day, own, calendar=self.desk.rules.calendar))

    def _keep_form(self, path: Path) -> None:
        self._form(path.name, read_form_file(path))

    def _form(self, name: str, text: str) -> None:
        self._changing(partial(local_settings.keep_form, name, text, check=_check_forms))

    def _page(self, code: str) -> ProcedurePage:
        laid = self.desk.rules.laid
        return procedure_page(
            code,
            catalogue=laid.catalogue,
            published=laid.catalogue,
            settings=laid.settings,
            fees=self.desk.fees(),
            day=self.desk.clock.now().date(),
        )

    def _print_guidance(self, code: str) -> None:
        desk = self.desk
        procedure = desk.rules.catalogue.get(code)
        pdf = desk.rules.papers().guidance_sheet(procedure, desk.desk, desk.clock.now())
        send_list.send([pdf], f"huong-dan-{code}", printer=desk.printer, store=desk.store)

    def _print_posting(self, code: str) -> int:
        desk = self.desk
        field = desk.rules.catalogue.get(code).field_code
        found = desk.rules.laid.catalogue.of_field(field)
        pdf = desk.rules.papers().posting(found, desk.desk, desk.clock.now())
        send_list.send([pdf], f"niem-yet-{field}", printer=desk.printer, store=desk.store)
        return len(found)


def _check_forms(forms: Sequence[str]) -> None:
    paper_maker().forms.with_overrides(forms)
