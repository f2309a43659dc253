"""A desk's folder on this PC: store, keys, papers; opened here and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from desk_app.app.doorstep import STORE, Doorstep
from desk_app.domain.desk import Desk
from desk_app.domain.errors import NoStore
from desk_app.domain.own_days import with_own_days
from desk_app.domain.ports import Clock
from desk_app.domain.settings import Settings
from desk_app.domain.staff import Staff
from desk_app.machine import key_slots
from desk_app.machine.paths import brought
from desk_app.printing.forms import read_forms
from desk_app.services.presence import add_staff
from desk_app.services.receive_case import Rules
from desk_app.storage.catalogue import (
    CatalogueTexts,
    FileCatalogue,
    pinned_time_rules,
    read_calendar,
    read_time_rules,
)
from desk_app.storage.store import Store

if TYPE_CHECKING:
    from desk_app.printing.papers import PdfPapers

CATALOGUES = "catalogue"  # the desk's own versions, beside the store: cases are pinned to them


class Home(Doorstep):
    """A desk's folder with what opens it and makes it."""

    def open(self, login: str, passphrase: str) -> Store:
        """Open the store for a member of staff.

        Raises:
            NoStore, UnknownStaff, WrongPassphrase, KeysUnreadable, NotOurStore, StoreTooNew.
        """
        if not self.exists:
            raise NoStore(path=self.folder)
        return self._store(key_slots.open_slot(self.folder, login, passphrase))

    def create(self, desk: Desk, first: Staff, passphrase: str) -> tuple[Store, str]:
        """Make the store and its first member; return it and the words of the recovery sheet.

        The keys are written first: a store without keys could never be opened, keys without a store are
        made again.
        """
        opened = key_slots.create(self.folder, first, passphrase, self.cost)
        store = Store.create(self.folder / STORE, opened.key, desk=desk, **_places(self.folder))
        add_staff(first, by=first.login, store=store, clock=self.clock)
        return store, opened.recovery

    def add_member(self, by: str, passphrase: str, member: Staff, their_passphrase: str) -> None:
        """Add a member of staff: to the log, then to the keys."""
        key = key_slots.open_slot(self.folder, by, passphrase)
        store = self._store(key)
        try:
            key_slots.add(self.folder, key, member, their_passphrase, self.cost)
            add_staff(member, by=by, store=store, clock=self.clock)
        finally:
            store.close()

    def _store(self, key: bytes) -> Store:
        return Store(self.folder / STORE, key, **_places(self.folder))


def rules_for(desk: Desk, clock: Clock, folder: Path, settings: Settings | None = None) -> Rules:
    """Return the catalogue, calendar and forms in force, with the commune's own settings laid over.

    `folder` is the desk's; `settings` are what the commune laid over since it was made.
    """
    resources, own = brought("resources"), settings or Settings()
    texts = CatalogueTexts(catalogue_folders(folder))
    catalogue = FileCatalogue(
        catalogue_folders(folder),
        clock.now().date(),
        fees=desk.fees,
        at_once=desk.at_once | own.at_once,
        edits=own.edits,
    )
    return Rules(
        catalogue=catalogue,
        calendar=with_own_days(read_calendar(resources / "calendar"), own.own_days),
        form_set_on=read_forms(resources / "forms").set_on,
        texts=texts.of,
        time_rules=read_time_rules(resources / "rules", clock.now().date()),
        pinned_rules=partial(pinned_time_rules, resources / "rules"),
        pinned_procedure=texts.procedure,
    )


@cache
def paper_maker() -> PdfPapers:
    """Return the drawer of papers with the bundled fonts and forms.

    Made by the lane that first draws a paper, and imported here: 0.3 s and 25 MB that no sign-in must wait for.
    """
    from desk_app.printing.papers import PdfPapers

    resources = brought("resources")
    return PdfPapers(resources / "fonts", resources / "forms")


def catalogue_folders(folder: Path) -> tuple[Path, ...]:
    """Return where versions of the catalogue lie: brought along, then the desk's own."""
    bundled = brought("resources") / "catalogue"
    return (bundled, folder / CATALOGUES)


class _Places(TypedDict):
    migrations: Path
    catalogues: Sequence[Path]


def _places(folder: Path) -> _Places:
    return {"migrations": brought("db"), "catalogues": catalogue_folders(folder)}
