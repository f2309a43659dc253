"""Joins F7 to its services: exchange, news, exceptions, reconciliation; imported when F7 is first opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.app.at_hand import AtHand, lay
from desk_app.app.home import paper_maker
from desk_app.domain.desk import Desk
from desk_app.domain.errors import UnknownProcedure
from desk_app.domain.news import ThingKind
from desk_app.domain.ports import Clock, LineMeter, Printer
from desk_app.domain.reconciliation import Reconciliation
from desk_app.domain.slip import Paper
from desk_app.domain.staff import Staff
from desk_app.machine.paths import brought
from desk_app.services import local_settings
from desk_app.services.exchange_all import exchange_all
from desk_app.services.line_cost import Unmetered
from desk_app.services.print_slip import PRINTER_SETTING
from desk_app.services.reconcile import reconcile
from desk_app.services.sync_overview import overview
from desk_app.services.sync_round import enrol_desk
from desk_app.storage.published import PublishedFiles
from desk_app.storage.store import Store

if TYPE_CHECKING:
    from desk_app.domain.scan import ScanProgress
    from desk_app.domain.superior import Progress, SyncState
    from desk_app.sync.superior_api import HttpSuperior
    from desk_app.ui.authority.card import AuthorityServices
    from desk_app.ui.bulletin import Bulletin
    from desk_app.ui.jobs import Jobs
    from desk_app.ui.sync.screen import SyncScreen


def _nothing() -> None:
    """End nothing: nobody is at the window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsWiring:
    """What the exchange of one desk stands on; `rules` None: nobody is at the window, nothing need be laid anew."""

    store: Store
    desk: Desk
    folder: Path
    clock: Clock
    superior: Callable[[], HttpSuperior]
    rules: AtHand | None = None
    member: Staff | None = None
    printer: Printer | None = None
    cancel: Callable[[], None] = _nothing
    meter: LineMeter = field(default_factory=Unmetered)

    def screen(self, jobs: Jobs, bulletin: Bulletin, authority: AuthorityServices) -> SyncScreen:
        """Return F7."""
        from desk_app.ui.sync.screen import SyncScreen, SyncServices

        return SyncScreen(
            jobs,
            bulletin,
            SyncServices(
                overview=partial(overview, store=self.store, clock=self.clock),
                sync=self.sync,
                cancel=self.cancel,
                enrol=lambda url, code: enrol_desk(url, code, store=self.store, superior=self.superior()),
                reconcile=lambda: self.reconciliation(self.clock.now().date()),
                print_sheet=self.print_sheet,
                now=self.clock.now,
                authority=authority,
            ),
        )

    def sheet(self, day: date) -> bytes:
        """Return the reconciliation sheet of a day; a line that just failed is not asked once more."""
        with self.store.reading() as reading:
            failed = bool(reading.sync_state().last_error)
        return self._drawn(self.reconciliation(day, ask=not failed))

    def reconciliation(self, day: date, *, ask: bool = True) -> Reconciliation:
        """Return what both sides say of a day; on the line's lane."""
        from desk_app.sync.above import HttpAbove

        with self.store.reading() as reading:
            enrolled = reading.enrolment() is not None
        above = HttpAbove(self.superior().asking) if enrolled and ask else None
        return reconcile(day, name_of=self._name_of, store=self.store, clock=self.clock, above=above)

    def print_sheet(self, sheet: Reconciliation) -> str:
        """Print a reconciliation sheet; return the printer's name; on the printer's lane."""
        assert self.printer is not None, "somebody is at the window, and has one"
        pdf = self._drawn(sheet)
        with self.store.reading() as reading:
            name = reading.setting(PRINTER_SETTING)
        self.printer.send(Paper(title=f"doi-soat-{sheet.day.isoformat()}", pdf=pdf), name)
        return name

    def _drawn(self, sheet: Reconciliation) -> bytes:
        assert self.member is not None, "somebody is at the window"
        return paper_maker().reconciliation(sheet, self.desk, self.member, at=self.clock.now())

    def _name_of(self, procedure: str) -> str:
        if self.rules is None:
            return procedure
        try:
            return self.rules.catalogue.get(procedure).name
        except UnknownProcedure:  # of a version before
            return procedure

    def sync(
        self, tell: Callable[[Progress | ScanProgress], None], most_scan_bytes: int | None = None
    ) -> SyncState:
        """Exchange, fetch what was published, then send the scans that wait; on the line's lane.

        Scans take at most `most_scan_bytes`, and no more than what the day's budget leaves.
        """
        from desk_app.app.wiring_scans import send_waiting

        superior = (
            self.superior()
        )  # one from first to last: after a cut there would be another, which nobody cut
        self._exchange(superior, tell)
        today = self.clock.now().date()
        bounds = [one for one in (most_scan_bytes, self.meter.left(today)) if one is not None]
        send_waiting(
            superior=superior, folder=self.folder, store=self.store, clock=self.clock, progress=tell,
            paid=partial(self.meter.add, today), budget=min(bounds, default=None),
        )  # fmt: skip
        with self.store.reading() as reading:
            return reading.sync_state()

    def exchange(self, tell: Callable[[Progress], None]) -> SyncState:
        """Exchange, then fetch what was published."""
        return self._exchange(self.superior(), tell)

    def _exchange(self, superior: HttpSuperior, tell: Callable[[Progress], None]) -> SyncState:
        from desk_app.sync.above import HttpAbove  # requests: 0.2 s that the window must not wait for

        return exchange_all(
            store=self.store,
            superior=superior,
            above=partial(HttpAbove, superior.asking),
            shelves=self.shelves,
            clock=self.clock,
            progress=tell,
            meter=self.meter,
            use=self._use,
        )

    def shelves(self) -> PublishedFiles:
        """Return where published documents are kept."""
        return PublishedFiles(self.folder, brought("resources"), self._check_forms)

    def _check_forms(self, forms: object) -> object:
        papers = paper_maker()
        assert isinstance(forms, tuple), "texts of forms"
        return [papers.forms.checked(text, f"#{n}") for n, text in enumerate(forms, 1)]

    def _use(self, come: tuple[ThingKind, ...]) -> None:
        """Go by what has come from now on, where its day has begun; received cases keep theirs."""
        del come
        if self.rules is not None:
            settings = local_settings.read_settings(store=self.store)
            self.rules.use(lay(self.desk, self.clock, self.folder, settings))
