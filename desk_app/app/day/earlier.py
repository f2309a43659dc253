"""The played day as it would have been whole weeks earlier, under the form set of then: for specimens only."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any, TypeVar, cast

from desk_app.domain.case import Case
from desk_app.domain.case_clock import recalled_due
from desk_app.domain.moment import VIETNAM
from desk_app.domain.running import running
from desk_app.domain.words import Words
from desk_app.services.receive_case import Rules

T = TypeVar("T")
_IN_CODE = re.compile(r"(?<=-)2[67](?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?=-)")
_IN_TEXT = re.compile(r"\b\d{2}/\d{2}/(?:2026|2027)\b")  # years of birth stay
_IN_NUMBER = re.compile(r"(?<=\d/)202[67](?=/\D)")  # of a result: 8/2026/TL
_BOOK = re.compile(r"(20\d{2})(-\d+)")


def earlier(value: T, by: timedelta, form_set: str, rules: Rules) -> T:
    """Return a value with every day in it moved back; a case's due dates are reckoned anew from there."""
    moved = cast("T", _moved(value, by))
    if hasattr(moved, "form_set"):
        moved = replace(cast("Any", moved), form_set=form_set)
    return cast("T", _due_anew(moved, rules)) if isinstance(moved, Case) else moved


def _moved(value: object, by: timedelta) -> object:
    match value:
        case Enum() | Words():
            return value
        case datetime() | date():
            return value - by
        case str():
            return _text_moved(value, by)
        case tuple():
            return tuple(_moved(one, by) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {part.name: _moved(getattr(value, part.name), by) for part in fields(value)}
        return replace(cast("Any", value), **changed)
    return value


def _text_moved(text: str, by: timedelta) -> str:
    if book := _BOOK.fullmatch(text):
        return f"{_year_back(book[1], by)}{book[2]}"
    text = _IN_NUMBER.sub(lambda found: _year_back(found[0], by), text)
    text = _IN_CODE.sub(lambda found: _back(found[0], "%y%m%d", by), text)
    return _IN_TEXT.sub(lambda found: _back(found[0], "%d/%m/%Y", by), text)


def _year_back(year: str, by: timedelta) -> str:
    return str((date(int(year), 12, 1) - by).year)


def _back(text: str, form: str, by: timedelta) -> str:
    return f"{datetime.strptime(text, form).replace(tzinfo=VIETNAM) - by:{form}}"


def _due_anew(case: Case, rules: Rules) -> Case:
    """Return the case with the due dates of its own weeks: another holiday, or none, lies in them."""
    pinned, calendar = rules.rules_of(case), rules.calendar
    if case.extension is not None:
        before = running(replace(case, extension=None, recalls=()), pinned, calendar)
        if before is not None:
            case = replace(case, extension=replace(case.extension, old_due=before.end.due_at))
    case = replace(
        case,
        recalls=tuple(
            replace(one, due_at=recalled_due(one.at, pinned, calendar).due_at) if one.at else one
            for one in case.recalls
        ),
    )
    now = running(case, pinned, calendar)
    return replace(case, due_at=now.end.due_at) if now is not None and case.due_at else case
