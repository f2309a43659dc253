"""Print a paper from the stored row, and only from there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from desk_app.domain import bodies
from desk_app.domain.case import Case
from desk_app.domain.errors import NoSuchSlip
from desk_app.domain.happening import Happening, Kind
from desk_app.domain.ports import Clock, Papers, Printer, Store
from desk_app.domain.slip import Paper, SlipKind
from desk_app.services.acting import member_of
from desk_app.services.pay_qr import pay_qr_of

PRINTER_SETTING = "printer"


def _none(_case: Case) -> None:
    """Tell of no part of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What it takes to print: a drawer of papers, the system's printers, and when the commune's part of a case ends."""

    papers: Papers
    printer: Printer
    local_due: Callable[[Case], datetime | None] = _none


def print_slip(
    case_code: str, kind: SlipKind, *, staff: str, press: Press, store: Store, clock: Clock
) -> str:
    """Draw the paper of a stored case, give it to the spooler, append that it was printed; return the printer.

    A crash between the two prints the paper once more without "BẢN IN LẠI": better than a paper that
    the log says exists and nobody holds.

    Raises:
        UnknownCase: there is no such row, so there will be no paper.
        NoSuchSlip: nothing that happened gives such a paper.
        NoPrinter, PrintFailed: the case is stored, its paper is still to be printed.
    """
    with store.reading() as reading:
        case, desk = reading.case(case_code), reading.desk()
        slip = case.slip(kind)
        if (
            slip is None and kind is not SlipKind.RECEIPT
        ):  # a receipt may be asked for later: it has no number then
            raise NoSuchSlip(case_code=case_code)
        signer = member_of(reading, slip.by if slip else case.received_by)
        printer_name = reading.setting(PRINTER_SETTING)
    number, nth = (slip.number, slip.printed + 1) if slip else (0, 1)
    pdf = press.papers.slip(
        kind,
        case,
        desk,
        signer,
        nth=nth,
        pay_qr=pay_qr_of(kind, case, desk),
        local_due_at=press.local_due(case),
    )
    press.printer.send(Paper(title=f"{case_code}-{kind}", pdf=pdf), printer_name)
    body = bodies.printed_body(kind, number, nth, printer_name)
    _append(body, case_code, staff=staff, store=store, clock=clock)
    return printer_name


def print_guidance(seq: int, *, staff: str, press: Press, store: Store, clock: Clock) -> None:
    """Print a slip that was given without a case: Mẫu 02 or 03 before receiving; `seq` is its event's.

    Raises:
        NoSuchSlip: that event gave none.
        NoPrinter, PrintFailed: the slip is stored, its paper is still to be printed.
    """
    with store.reading() as reading:
        guided, desk = reading.guided(seq), reading.desk()
        signer, printer_name = member_of(reading, guided.by), reading.setting(PRINTER_SETTING)
    nth = guided.printed + 1
    pdf = press.papers.guidance(guided, desk, signer, nth=nth)
    title = f"{desk.agency_code}-{guided.kind}-{guided.slip_number:05d}"
    press.printer.send(Paper(title=title, pdf=pdf), printer_name)
    body = bodies.printed_body(guided.kind, guided.slip_number, nth, printer_name) | {"of": seq}
    _append(body, None, staff=staff, store=store, clock=clock)


def _append(body: bodies.Body, case_code: str | None, *, staff: str, store: Store, clock: Clock) -> None:
    with store.transaction() as books:
        books.append(
            Happening(kind=Kind.PRINTED, at=clock.now(), staff=staff, body=body, case_code=case_code)
        )
