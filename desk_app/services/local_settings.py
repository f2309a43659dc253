"""The commune's own settings: who administers sets them, the log keeps them, new cases go by them at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from desk_app.domain.calendar import Calendar
from desk_app.domain.errors import NotYourRole
from desk_app.domain.fee import FeeArea
from desk_app.domain.happening import Happening, Kind
from desk_app.domain.list_ports import FormCheck, ListBooks, ListStore
from desk_app.domain.local_edits import LocalEdit, check_edit
from desk_app.domain.own_days import OwnDay, with_own_days
from desk_app.domain.ports import Clock
from desk_app.domain.procedure import Procedure
from desk_app.domain.settings import (
    SettingChange,
    Settings,
    account_change,
    at_once_change,
    change_body,
    edit_change,
    fee_area_change,
    form_change,
    own_day_change,
    own_day_taken_away,
    settings_of,
)
from desk_app.domain.staff import ROLE_NAMES, Role
from desk_app.domain.viet_qr import Account
from desk_app.domain.words import Words
from desk_app.services.acting import member_of

ACT = Words("Sửa danh mục và thiết lập")


class Published(Protocol):
    """The catalogue as it was published, under the commune's edits."""

    def published(self, code: str) -> Procedure:
        """Return the procedure, or raise UnknownProcedure."""


def read_settings(*, store: ListStore) -> Settings:
    """Return what the commune has set so far."""
    with store.reading() as reading:
        return settings_of(reading.setting_changes())


def edit_procedure(
    edit: LocalEdit, *, at_once: bool, catalogue: Published, staff: str, store: ListStore, clock: Clock
) -> None:
    """Keep the commune's own fee, shorter times and steps of a procedure, and whether it is settled at once.

    Raises:
        NotYourRole: only who administers may.
        TermTooLong, NoSuchTerm, UnknownTerm, StepsTooLong, FeeNotPossible: the law does not allow it.
    """
    check_edit(edit, catalogue.published(edit.code))

    def changes(now: Settings) -> list[SettingChange]:
        wanted = []
        if now.edits.of(edit.code) != edit:
            wanted.append(edit_change(edit))
        if (edit.code in now.at_once) != at_once:
            wanted.append(at_once_change(edit.code, at_once=at_once))
        return wanted

    _change(changes, staff=staff, store=store, clock=clock)


def keep_own_day(own: OwnDay, *, calendar: Calendar, staff: str, store: ListStore, clock: Clock) -> None:
    """Keep a day off, or a working day, that a decision set for this commune.

    Raises:
        NotYourRole.
        OwnDayUnfounded: no reason or no decision.
    """
    with_own_days(calendar, [own])
    _change(lambda _now: [own_day_change(own)], staff=staff, store=store, clock=clock)


def drop_own_day(day: date, *, staff: str, store: ListStore, clock: Clock) -> None:
    """Leave a day to the country's calendar again; both changes stay in the log."""
    _change(lambda _now: [own_day_taken_away(day)], staff=staff, store=store, clock=clock)


def keep_account(account: Account | None, *, staff: str, store: ListStore, clock: Clock) -> None:
    """Keep where transfers of fees go; None = no VietQR is printed."""
    _change(lambda _now: [account_change(account)], staff=staff, store=store, clock=clock)


def keep_fee_area(area: FeeArea, *, staff: str, store: ListStore, clock: Clock) -> None:
    """Keep whose fee table the commune goes by; an empty area = the national fees alone."""
    _change(lambda _now: [fee_area_change(area)], staff=staff, store=store, clock=clock)


def keep_form(name: str, text: str, *, check: FormCheck, staff: str, store: ListStore, clock: Clock) -> None:
    """Keep a form of the commune's own as a JSON text by its file's name; an empty text takes it away.

    Raises:
        NotYourRole.
        FormFault: the form is wrong; nothing is kept.
    """

    def changes(now: Settings) -> list[SettingChange]:
        forms = {**now.forms, name: text}
        check([kept for _, kept in sorted(forms.items()) if kept])
        return [form_change(name, text)]

    _change(changes, staff=staff, store=store, clock=clock)


def _change(
    changes: Callable[[Settings], list[SettingChange]], *, staff: str, store: ListStore, clock: Clock
) -> None:
    with store.transaction() as books:
        _demand_administer(books, staff)
        now = settings_of(books.setting_changes())
        for change in changes(now):
            books.append(
                Happening(kind=Kind.SETTINGS_CHANGED, at=clock.now(), staff=staff, body=change_body(change))
            )


def _demand_administer(books: ListBooks, staff: str) -> None:
    if Role.ADMINISTER not in member_of(books, staff).roles:
        raise NotYourRole(act=ACT, roles=(ROLE_NAMES[Role.ADMINISTER],))
