"""The lists of a day or a month: read the store, give domain values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from desk_app.domain.case import Case
from desk_app.domain.case_code import kept_back, serials
from desk_app.domain.collected import OBLIGATION, Collected, Entry, collected_on
from desk_app.domain.errors import FeeReceiptUnclear
from desk_app.domain.fee import FeeKind
from desk_app.domain.forwarded import Forwarded, forwarded_on
from desk_app.domain.happening import Kind, Told
from desk_app.domain.list_ports import ListReading, ListStore
from desk_app.domain.number_tables import VoidNumber
from desk_app.domain.numbers_given import (
    DayNumbers,
    SlipNumbers,
    SlipUse,
    day_numbers,
    slip_numbers,
)
from desk_app.domain.payment import Payment
from desk_app.domain.period import Period
from desk_app.domain.register import RegisterLine, register_line
from desk_app.domain.slip_names import SLIP_NAMES
from desk_app.domain.turns import Taking
from desk_app.domain.words import Words

FeeNames = Callable[[str, date], tuple[str, FeeKind]]  # of a procedure on a day


@dataclass(frozen=True, slots=True, kw_only=True)
class Voids:
    """The void register of a period."""

    cases: tuple[VoidNumber, ...]
    slips: tuple[VoidNumber, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """The gap report: serials of a period, slip numbers of its year."""

    days: tuple[DayNumbers, ...]
    slips: tuple[SlipNumbers, ...]


def register(period: Period, *, store: ListStore) -> tuple[RegisterLine, ...]:
    """Return the register's lines of a period, in its own order."""
    with store.reading() as reading:
        agency = reading.desk().letterhead.agency_name
        codes = reading.codes_registered(period.first, period.last)
        return tuple(register_line(reading.case(code), agency) for code in codes)


def forwarded(day: date, *, store: ListStore) -> tuple[Forwarded, ...]:
    """Return what was forwarded on a day, in the order of time."""
    with store.reading() as reading:
        cases = [reading.case(code) for code in reading.codes_forwarded(day)]
    found = [sent for case in cases for sent in forwarded_on(case, day)]
    return tuple(sorted(found, key=lambda sent: sent.at))


def collected(day: date, *, fee_names: FeeNames, store: ListStore) -> Collected:
    """Return the collected list of a day; what was given back today for another day is in it too."""
    with store.reading() as reading:
        return collected_in(reading, day, fee_names)


def collected_in(reading: ListReading, day: date, fee_names: FeeNames) -> Collected:
    """Return the same inside a reading or a transaction."""
    logins = {member.login: member.name for member in reading.staff()}
    entries: dict[int, Entry] = {}
    for code, told in reading.money_on(day):
        case = reading.case(code)
        for entry in _entries(case, told, fee_names):
            entries[_seq(told)] = replace(
                entry,
                payment=replace(entry.payment, staff=logins.get(entry.payment.staff, entry.payment.staff)),
                cancelled_by=logins.get(entry.cancelled_by, entry.cancelled_by),
            )
    return collected_on(day, entries.values())


def voids(period: Period, *, store: ListStore) -> Voids:
    """Return the void register of a period: case codes, and papers by the day on which they were given."""
    with store.reading() as reading:
        names = {member.login: member.name for member in reading.staff()}
        cases = tuple(
            _void_case(reading.case(code), names) for code in reading.codes_voided(period.first, period.last)
        )
        gone = {one.case_code: one.reason for one in cases}
        given = reading.slips_given(period.first.year)
        slips = tuple(
            _void_slip(slip, given, gone, names)
            for slip in given
            if slip.void and period.first <= slip.day <= period.last
        )
    return Voids(cases=cases, slips=slips)


def gaps(period: Period, *, store: ListStore) -> Gaps:
    """Return the gap report of a period."""
    with store.reading() as reading:
        return Gaps(
            days=day_numbers(
                reading.serials_used(period.first, period.last),
                serials(reading.desk().number),
                kept_back(reading.desk().number),
            ),
            slips=slip_numbers(reading.slips_given(period.last.year)),
        )


def _seq(told: Told) -> int:
    """Return the seq of the taking that an event is about."""
    return int(told.body["seq"]) if told.kind == Kind.FEE_CANCELLED else told.seq


def _entries(case: Case, told: Told, fee_names: FeeNames) -> list[Entry]:
    """Return the entry of an event; none where nothing was taken (an exemption) or its body is gone."""
    taking = next((taken for taken in case.collected if taken.seq == _seq(told)), None)
    if taking is None or taking.amount <= 0 or taking.at is None:
        return []
    name, kind = _name(case, taking, taking.at.date(), fee_names)
    try:
        payment, doubt = _payment(taking), ""
    except FeeReceiptUnclear as unclear:  # one biên lai that was typed wrong must not hide the day's list
        bare = replace(taking, receipt_form="", receipt_sign="", receipt_number="")
        payment, doubt = _payment(bare), str(unclear)
    intake = case.intake
    how = intake.reckoned.told(intake.fee) if intake.reckoned and not taking.obligation else ""
    entry = Entry(case_code=case.code, name=name, kind=kind, payment=payment, reason=doubt, how=how)
    if told.kind != Kind.FEE_CANCELLED:
        return [entry]
    return [replace(entry, cancelled_at=told.at, cancelled_by=told.staff, reason=taking.cancelled)]


def _name(case: Case, taking: Taking, day: date, fee_names: FeeNames) -> tuple[str, FeeKind | None]:
    """Return what money was taken for, and which fee that is: none for what was notified as an obligation."""
    if not taking.obligation:
        return fee_names(case.intake.procedure_code, day)
    what = next((asked.what for asked, met in case.money.obligations if met.seq == taking.seq), "")
    return Words("{obligation}: {what}", obligation=OBLIGATION, what=what) if what else OBLIGATION, None


def _payment(taking: Taking) -> Payment:
    assert taking.at is not None, "a stored taking has its time"
    return Payment(
        amount=taking.amount,
        way=taking.way,
        at=taking.at,
        staff=taking.by,
        receipt_form=taking.receipt_form,
        receipt_sign=taking.receipt_sign,
        receipt_number=taking.receipt_number,
    )


def _void_case(case: Case, names: dict[str, str]) -> VoidNumber:
    ending = case.ending
    by = ending.by if ending else case.received_by
    return VoidNumber(
        number=case.code,
        of=Words("Sổ {book}, số {number}", book=case.register_book, number=case.register_number),
        case_code=case.code,
        day=case.received_at.date(),
        staff=names.get(by, by),
        reason=ending.reason if ending else "",
    )


def _void_slip(
    slip: SlipUse, given: list[SlipUse], gone: dict[str, str], names: dict[str, str]
) -> VoidNumber:
    after = [
        other.number
        for other in given
        if other.kind is slip.kind and other.case_code == slip.case_code and other.number > slip.number
    ]
    reason = gone.get(slip.case_code, "")
    if slip.undone:
        reason = Words("việc lập phiếu đã được hoàn tác")
    elif after and not reason:
        reason = Words("thay bằng số {number}", number=min(after))
    return VoidNumber(
        number=f"{slip.number}/{slip.year}",
        of=SLIP_NAMES[slip.kind],
        case_code=slip.case_code,
        day=slip.day,
        staff=names.get(slip.staff, slip.staff),
        reason=reason,
    )
