"""Print a paper from the stored row, and only from there."""

from __future__ import annotations

from dataclasses import dataclass

from desk_app.domain import bodies
from desk_app.domain.case import Case
from desk_app.domain.desk import Desk
from desk_app.domain.errors import UnknownStaff
from desk_app.domain.happening import Happening, Kind
from desk_app.domain.ports import Clock, Papers, Printer, Reading, Store
from desk_app.domain.slip import Paper, SlipKind
from desk_app.domain.staff import Staff

PRINTER_SETTING = "printer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What it takes to print: a drawer of papers and the system's printers."""

    papers: Papers
    printer: Printer


def print_slip(
    case_code: str, kind: SlipKind, *, staff: str, press: Press, store: Store, clock: Clock
) -> str:
    """Draw the paper of a stored case, give it to the spooler, then append that it was printed.

    Returns the printer's name.

    A crash between the two prints the paper once more without "BẢN IN LẠI": better than a paper that
    the log says exists and nobody holds.

    Raises:
        UnknownCase: there is no such row, so there will be no paper.
        NoPrinter, PrintFailed: the case is stored, its paper is still to be printed.
    """
    with store.reading() as reading:
        case, desk = reading.case(case_code), reading.desk()
        signer, printer_name = _signer(reading, case, kind), reading.setting(PRINTER_SETTING)
    nth = 1 + (case.receipts_printed if kind is SlipKind.RECEIPT else case.return_slips_printed)
    pdf = _draw(press.papers, kind, case, desk, signer, nth)
    press.printer.send(Paper(title=f"{case_code}-{kind}", pdf=pdf), printer_name)
    with store.transaction() as books:
        books.append(
            Happening(
                kind=Kind.PRINTED,
                at=clock.now(),
                staff=staff,
                body=bodies.printed_body(kind, nth, printer_name),
                case_code=case_code,
            )
        )
    return printer_name


def _draw(papers: Papers, kind: SlipKind, case: Case, desk: Desk, signer: Staff, nth: int) -> bytes:
    draw = papers.receipt if kind is SlipKind.RECEIPT else papers.return_slip
    return draw(case, desk, signer, nth=nth)


def _signer(reading: Reading, case: Case, kind: SlipKind) -> Staff:
    login = case.received_by
    if kind is SlipKind.RETURN_SLIP and case.hand_over is not None:
        login = case.hand_over.staff
    for member in reading.staff():
        if member.login == login:
            return member
    raise UnknownStaff(staff=login)
