"""Are the promised dates those that the rules give? What a doctor asks of every case."""

from __future__ import annotations

from dataclasses import replace

from desk_app.domain.calendar import Calendar
from desk_app.domain.list_ports import ListStore
from desk_app.domain.own_days import with_own_days
from desk_app.domain.settings import settings_of
from desk_app.services.explain_due import explain_dues
from desk_app.services.receive_case import Rules

ALL = 10**9


def odd_dues(*, store: ListStore, rules: Rules, calendar: Calendar) -> list[str]:
    """Return the codes of cases with a promise that its own act does not give again; `calendar` is the published one.

    A promise is reckoned again with the calendar that stood then. What another version of the published calendar gave,
    and what was promised after the commune changed its own days while the case was under way, is not judged.
    """
    odd = []
    with store.reading() as reading:
        now = settings_of(reading.setting_changes()).own_days
        for row in reading.find_cases(limit=ALL):
            told = reading.life(row.code)
            if reading.case(row.code).calendar_version != calendar.version:
                continue
            then = settings_of(reading.setting_changes(told[0].seq)).own_days
            by = replace(rules, calendar=with_own_days(calendar, then))
            judged = told if then == now else told[:1]
            if any(one.promise.due_at and not one.steps for one in explain_dues(row.code, judged, by)):
                odd.append(row.code)
    return odd
