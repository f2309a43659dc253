"""A desk's folder on this PC: store, keys, papers; opened here and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from desk_app.app.doorstep import Doorstep
from desk_app.domain.desk import Desk
from desk_app.domain.errors import StaffExists
from desk_app.domain.letters import check_printable, tidied_all
from desk_app.domain.own_days import with_own_days
from desk_app.domain.ports import Clock
from desk_app.domain.settings import Settings
from desk_app.domain.staff import Staff
from desk_app.machine import first_start, key_slots
from desk_app.machine.first_start import STORE
from desk_app.machine.paths import brought
from desk_app.services.presence import add_staff, describe_desk
from desk_app.services.receive_case import Rules
from desk_app.storage.catalogue import (
    CatalogueTexts,
    FileCatalogue,
    pinned_time_rules,
    read_calendar,
    read_time_rules,
)
from desk_app.storage.store import Store
from wire.recovery import sheet_key

if TYPE_CHECKING:
    from desk_app.printing.papers import PdfPapers

CATALOGUES = "catalogue"  # the desk's own versions, beside the store: cases are pinned to them


class Home(Doorstep):
    """A desk's folder with what opens it and makes it."""

    def open(self, login: str, passphrase: str) -> Store:
        """Open the store for a member of staff.

        Raises:
            NoStore, StoreMissing, UnknownStaff, WrongPassphrase, KeysUnreadable, NotOurStore, StoreTooNew.
        """
        self.check_there()
        return self._store(key_slots.open_slot(self.folder, login, passphrase))

    def begin(self, desk: Desk, first: Staff, passphrase: str) -> str:
        """Make store, keys and first member, not yet in their places; return the words of the recovery sheet.

        Raises:
            PassphraseTooShort, NotPrintable, StorageFull, StorageUnreadable.
            StoreMissing: something of a desk lies here already.
        """
        desk, first = tidied_all(desk), tidied_all(first)
        check_printable((desk, first))
        making = first_start.begin(self.folder)
        opened = key_slots.create(making, first, passphrase, self.cost)
        store = Store.create(
            making / STORE,
            opened.key,
            desk=desk,
            recovery_key=sheet_key(opened.recovery),
            **places_of(self.folder),
        )
        try:
            add_staff(first, by=first.login, store=store, clock=self.clock)
            describe_desk(by=first.login, store=store, clock=self.clock)
        finally:
            store.close()
        first_start.check_made(self.folder)
        return opened.recovery

    def keep(self) -> None:
        """Put what begin() made in its place: the words are on paper."""
        first_start.keep(self.folder)

    def create(self, desk: Desk, first: Staff, passphrase: str) -> tuple[Store, str]:
        """Begin and keep in one; return the opened store and the words."""
        words = self.begin(desk, first, passphrase)
        self.keep()
        return self.open(first.login, passphrase), words

    def add_member(self, by: str, passphrase: str, member: Staff, their_passphrase: str) -> None:
        """Add a member of staff: to the log, then to the keys.

        Whoever is in one of them only, because a power cut came between, is added to the other: with a key alone one
        could receive and never print, and the log alone opens nothing.

        Raises:
            StaffExists: the login is in both, or in the log under another name.
            WrongPassphrase: it is among the keys, with another passphrase than `their_passphrase`.
        """
        key = key_slots.open_slot(self.folder, by, passphrase)
        key_slots.check_length(their_passphrase)
        store = self._store(key)
        try:
            with store.reading() as reading:
                logged = next((one for one in reading.staff() if one.login == member.login), None)
            has_key = member.login in {one.login for one in self.members()}
            if logged is None:
                if has_key:
                    key_slots.open_slot(self.folder, member.login, their_passphrase)
                add_staff(member, by=by, store=store, clock=self.clock)
            elif has_key or (logged.name, logged.title) != (member.name, member.title):
                raise StaffExists(staff=member.login)
            if not has_key:
                key_slots.add(self.folder, key, member, their_passphrase, self.cost)
        finally:
            store.close()

    def _store(self, key: bytes) -> Store:
        return Store(self.folder / STORE, key, **places_of(self.folder))


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
        calendar=with_own_days(
            read_calendar((resources / "calendar", folder / "calendar"), clock.now().date()), own.own_days
        ),
        form_set_on=lambda day: paper_maker().form_set_on(day),  # reading forms takes fonts
        texts=texts.of,
        time_rules=read_time_rules((resources / "rules", folder / "rules"), clock.now().date()),
        pinned_rules=partial(pinned_time_rules, (resources / "rules", folder / "rules")),
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


def places_of(folder: Path) -> _Places:
    """Return where a store finds what is brought along, and the desk's own catalogues."""
    return {"migrations": brought("db"), "catalogues": catalogue_folders(folder)}
