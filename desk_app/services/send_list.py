"""A list leaves the store, on paper or as a file; the log says which, of when, by whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from desk_app.domain.happening import Happening, Kind
from desk_app.domain.list_ports import ListStore, Spreadsheets
from desk_app.domain.ports import Clock, Printer
from desk_app.domain.slip import Paper
from desk_app.domain.table import Table
from desk_app.services.print_slip import PRINTER_SETTING

Draw = Callable[[], Sequence[bytes]]


def export_list(
    table: Table, path: Path, *, write: Spreadsheets, staff: str, store: ListStore, clock: Clock
) -> Path:
    """Record the export, then write the file; return where it lies.

    In this order: a file of citizens' data that the log does not know of is worse than a record of a file that
    could not be written.

    Raises:
        ExportNotWritten: the place cannot be written; choose another.
    """
    path = path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
    _record(table.key, table.period, "file", table.count, staff=staff, store=store, clock=clock)
    write(table, path)
    return path


def print_list(
    table: Table, draw: Draw, *, printer: Printer, staff: str, store: ListStore, clock: Clock
) -> int:
    """Draw a list, give it to the spooler, record it; return how many papers that were.

    Raises:
        NoPrinter, PrintFailed: nothing is recorded for what was not taken.
    """
    pdfs = draw()
    send(pdfs, table.key, printer=printer, store=store)
    _record(table.key, table.period, "paper", table.count, staff=staff, store=store, clock=clock)
    return len(pdfs)


def send(pdfs: Sequence[bytes], title: str, *, printer: Printer, store: ListStore) -> None:
    """Give papers that tell nothing of citizens, or are recorded by the caller, to the chosen printer."""
    with store.reading() as reading:
        name = reading.setting(PRINTER_SETTING)
    for n, pdf in enumerate(pdfs, 1):
        printer.send(Paper(title=title if len(pdfs) == 1 else f"{title}-{n}", pdf=pdf), name)


def _record(
    key: str, period: str, way: str, rows: int, *, staff: str, store: ListStore, clock: Clock
) -> None:
    body = {"list": key, "period": str(period), "way": way, "rows": rows}
    with store.transaction() as books:
        books.append(Happening(kind=Kind.EXPORTED, at=clock.now(), staff=staff, body=body))
