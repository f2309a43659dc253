"""Set numbers aside for paper before the power goes, and print the sheet on which they are handed out."""

from __future__ import annotations

from datetime import date, timedelta

from desk_app.domain.case_code import case_code
from desk_app.domain.errors import NumbersForPastDay, TooManyNumbers
from desk_app.domain.happening import Happening, Kind
from desk_app.domain.lifecycle import ActName, demand
from desk_app.domain.paper_number import PaperNumber
from desk_app.domain.ports import Clock, Store
from desk_app.domain.slip import Paper
from desk_app.services.acting import member_of
from desk_app.services.print_slip import PRINTER_SETTING, Press

MOST = 100
DAYS_AHEAD = 31


def set_numbers_aside(
    count: int, day: date, *, staff: str, store: Store, clock: Clock
) -> tuple[PaperNumber, ...]:
    """Take the next `count` serials of `day` out of the desk's block for paper; nobody else gets them any more.

    Raises:
        TooManyNumbers, NumbersForPastDay, NumbersUsedUp, NotYourRole.
    """
    if not 1 <= count <= MOST:
        raise TooManyNumbers(most=MOST)
    with store.transaction() as books:
        demand(ActName.RECEIVE, None, member_of(books, staff).roles)
        now, desk = clock.now(), books.desk()
        if not now.date() <= day <= now.date() + timedelta(days=DAYS_AHEAD):
            raise NumbersForPastDay(days=DAYS_AHEAD)
        numbers = tuple(
            PaperNumber(
                case_code=case_code(desk.case_code_format, desk.agency_code, day, serial),
                day=day,
                serial=serial,
                aside_at=now,
            )
            for serial in books.free_serials(day, count)
        )
        body = {
            "day": day.isoformat(),
            "numbers": [[number.case_code, number.serial] for number in numbers],
        }
        books.append(Happening(kind=Kind.NUMBERS_SET_ASIDE, at=now, staff=staff, body=body))
    return numbers


def unused_numbers(*, store: Store) -> list[PaperNumber]:
    """Return what lies on paper and was not keyed in yet."""
    with store.reading() as reading:
        return reading.paper_numbers_unused()


def print_paper_numbers(day: date, *, staff: str, press: Press, store: Store, clock: Clock) -> None:
    """Print the sheet of a day's numbers that are not keyed in yet; a sheet is no slip and has no number.

    Raises:
        UnknownPaperNumber: none is set aside for that day.
        NoPrinter, PrintFailed: the numbers stay set aside.
    """
    with store.reading() as reading:
        numbers = [number for number in reading.paper_numbers_unused() if number.day == day]
        desk, member = reading.desk(), member_of(reading, staff)
        printer_name = reading.setting(PRINTER_SETTING)
    pdf = press.papers.paper_numbers(numbers, desk, member, day=day, at=clock.now())
    title = f"so-giay-{desk.agency_code}-{day:%y%m%d}"
    press.printer.send(Paper(title=title, pdf=pdf), printer_name)
