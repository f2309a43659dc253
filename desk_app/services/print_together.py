"""Print the receipts of one person's several cases in one job."""

from __future__ import annotations

from collections.abc import Sequence

from desk_app.domain import bodies
from desk_app.domain.happening import Happening, Kind
from desk_app.domain.ports import Clock, Store
from desk_app.domain.slip import Paper, SlipKind
from desk_app.services.acting import member_of
from desk_app.services.pay_qr import pay_qr_of
from desk_app.services.print_slip import PRINTER_SETTING, Press


def print_receipts(codes: Sequence[str], *, staff: str, press: Press, store: Store, clock: Clock) -> int:
    """Draw the receipts of cases that have one, send them as one job, and append that each was printed.

    Returns how many there were; none of them is marked as printed unless the spooler took the job.

    Raises:
        UnknownCase, NoPrinter, PrintFailed: the cases are stored, their papers are still to be printed.
    """
    pdfs, told = [], []
    with store.reading() as reading:
        desk, printer_name = reading.desk(), reading.setting(PRINTER_SETTING)
        for code in codes:
            case = reading.case(code)
            slip = case.slip(SlipKind.RECEIPT)
            if slip is None:  # settled at once, and nobody asked for a receipt
                continue
            nth = slip.printed + 1
            signer = member_of(reading, slip.by)
            local = press.local_due(case)
            qr = pay_qr_of(SlipKind.RECEIPT, case, desk)
            pdfs.append(
                press.papers.slip(
                    SlipKind.RECEIPT, case, desk, signer, nth=nth, local_due_at=local, pay_qr=qr
                )
            )
            told.append((code, bodies.printed_body(SlipKind.RECEIPT, slip.number, nth, printer_name)))
    if not told:
        return 0
    title = f"{told[0][0]}-{SlipKind.RECEIPT}-x{len(told)}"
    press.printer.send(Paper(title=title, pdf=press.papers.together(pdfs)), printer_name)
    with store.transaction() as books:
        for code, body in told:
            books.append(Happening(kind=Kind.PRINTED, at=clock.now(), staff=staff, body=body, case_code=code))
    return len(told)
