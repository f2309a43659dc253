"""The commune's own settings: each `settings_changed` event sets one thing or takes it away; the last one stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from desk_app.domain.fee import FeeArea
from desk_app.domain.local_edits import LocalEdit, LocalEdits
from desk_app.domain.local_edits_document import edit_document, edit_of
from desk_app.domain.own_days import OwnDay
from desk_app.domain.viet_qr import Account, AccountKind

Body = dict[str, object]


class Setting(StrEnum):
    """What can be set; the key of each names which one."""

    PROCEDURE = "procedure"  # key = procedure code
    AT_ONCE = "at_once"  # key = procedure code
    OWN_DAY = "own_day"  # key = YYYY-MM-DD
    ACCOUNT = "account"  # key = "fees"
    FORM = "form"  # key = file name of the form
    FEE_AREA = "fee_area"  # key = "fees"


ACCOUNT_KEY = FEE_AREA_KEY = "fees"


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingChange:
    """One thing set; `value` None = taken away. `what` is text: a newer desk may know more settings."""

    what: str
    key: str
    value: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the commune laid over catalogue, calendar and forms; `forms` are JSON texts by file name."""

    edits: LocalEdits = field(default_factory=LocalEdits)
    at_once: frozenset[str] = frozenset()
    own_days: tuple[OwnDay, ...] = ()
    account: Account | None = None
    forms: Mapping[str, str] = field(default_factory=dict)
    fee_area: FeeArea = field(default_factory=FeeArea)  # nothing chosen = the national fees alone

    @property
    def fees(self) -> dict[str, int]:
        """Return the commune's own amounts by procedure code, đồng (fee.FeeTable.with_own)."""
        return {edit.code: edit.fee for edit in self.edits.edits if edit.fee is not None}


def settings_of(changes: Iterable[SettingChange]) -> Settings:
    """Fold changes in the order of the log; what this release does not know is passed over."""
    now: dict[tuple[str, str], Mapping[str, Any]] = {}
    for change in changes:
        now.pop((change.what, change.key), None)
        if change.value is not None:
            now[change.what, change.key] = change.value
    accounts = _of(now, Setting.ACCOUNT)
    return Settings(
        edits=LocalEdits(
            tuple(edit_of({**value, "code": code}) for code, value in _of(now, Setting.PROCEDURE).items())
        ),
        at_once=frozenset(_of(now, Setting.AT_ONCE)),
        own_days=tuple(_own_day(key, value) for key, value in sorted(_of(now, Setting.OWN_DAY).items())),
        account=_account(accounts[ACCOUNT_KEY]) if ACCOUNT_KEY in accounts else None,
        forms={key: str(value["text"]) for key, value in sorted(_of(now, Setting.FORM).items())},
        fee_area=FeeArea(**_of(now, Setting.FEE_AREA).get(FEE_AREA_KEY, {})),
    )


def change_body(change: SettingChange) -> Body:
    """Return the body of `settings_changed`."""
    body: Body = {"set": change.what, "key": change.key}
    return body if change.value is None else {**body, "value": dict(change.value)}


def change_of(body: Mapping[str, Any]) -> SettingChange:
    """Return the change that a body tells."""
    return SettingChange(what=body["set"], key=body["key"], value=body.get("value"))


def edit_change(edit: LocalEdit) -> SettingChange:
    """Return the change that sets a procedure's edit; an empty edit takes it away."""
    value = {name: part for name, part in edit_document(edit).items() if name != "code"}
    empty = edit == LocalEdit(code=edit.code, decision=edit.decision)
    return SettingChange(what=Setting.PROCEDURE.value, key=edit.code, value=None if empty else value)


def at_once_change(code: str, *, at_once: bool) -> SettingChange:
    """Return the change that lets a procedure be settled at once, or no longer."""
    return SettingChange(what=Setting.AT_ONCE.value, key=code, value={} if at_once else None)


def own_day_change(own: OwnDay) -> SettingChange:
    """Return the change that sets a day."""
    value: Body = {"reason": own.reason.strip(), "decision": own.decision.strip()}
    if own.working:
        value["working"] = True
    return SettingChange(what=Setting.OWN_DAY.value, key=own.day.isoformat(), value=value)


def own_day_taken_away(day: date) -> SettingChange:
    """Return the change that leaves a day to the country's calendar."""
    return SettingChange(what=Setting.OWN_DAY.value, key=day.isoformat())


def account_change(account: Account | None) -> SettingChange:
    """Return the change that sets where transfers go; None = nowhere."""
    if account is None:
        return SettingChange(what=Setting.ACCOUNT.value, key=ACCOUNT_KEY)
    value = {
        "bank": account.bank_bin,
        "number": account.number,
        "holder": account.holder,
        "kind": account.kind.value,
    }
    return SettingChange(what=Setting.ACCOUNT.value, key=ACCOUNT_KEY, value=value)


def fee_area_change(area: FeeArea) -> SettingChange:
    """Return the change that says whose fee table the commune goes by; an empty area takes it away."""
    if not area.province:
        return SettingChange(what=Setting.FEE_AREA.value, key=FEE_AREA_KEY)
    value = {"province": area.province, "former_province": area.former_province, "name": area.name}
    return SettingChange(what=Setting.FEE_AREA.value, key=FEE_AREA_KEY, value=value)


def form_change(name: str, text: str) -> SettingChange:
    """Return the change that lays a form of the commune's own over ours; an empty text takes it away."""
    return SettingChange(what=Setting.FORM.value, key=name, value={"text": text} if text else None)


def _of(now: Mapping[tuple[str, str], Mapping[str, Any]], what: Setting) -> dict[str, Mapping[str, Any]]:
    return {key: value for (kind, key), value in now.items() if kind == what}


def _own_day(key: str, value: Mapping[str, Any]) -> OwnDay:
    return OwnDay(
        day=date.fromisoformat(key),
        working=bool(value.get("working", False)),
        reason=value["reason"],
        decision=value["decision"],
    )


def _account(value: Mapping[str, Any]) -> Account:
    return Account(
        bank_bin=value["bank"],
        number=value["number"],
        holder=value.get("holder", ""),
        kind=AccountKind(value["kind"]),
    )
