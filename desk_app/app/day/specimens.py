"""One PDF of every paper in each form set, drawn from the cases of the day: what an office looks at first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desk_app.app.day.earlier import earlier
from desk_app.app.home import paper_maker
from desk_app.domain.case import Case, State
from desk_app.domain.case_code import case_code, serials
from desk_app.domain.desk import Desk
from desk_app.domain.guidance import Guided
from desk_app.domain.moment import moment
from desk_app.domain.paper_number import PaperNumber
from desk_app.domain.procedure import Procedure
from desk_app.domain.reconciliation import Reconciliation
from desk_app.domain.register import hand_over_line, month_period, register_line
from desk_app.domain.slip import SlipKind
from desk_app.domain.staff import Staff
from desk_app.printing.facts import WITHDRAWAL
from desk_app.printing.papers import PdfPapers
from desk_app.services.local_due import local_due
from desk_app.services.receive_case import Rules

SETS = {"2018": moment("2025-08-11T09:00:00"), "2025": moment("2026-11-23T09:00:00")}  # Mondays, weeks apart
DRAWN_FOR = "2025"  # the set of the day itself
NUMBERS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What the papers are drawn from: the day as it was played, and whose it is."""

    cases: list[Case]  # newest first
    guided: list[Guided]
    sheet: Reconciliation
    procedure: Procedure
    desk: Desk
    staff: Staff
    rules: Rules


def write_specimens(folder: Path, drawn: Drawn) -> int:
    """Write folder/<set>/<paper>.pdf and return how many; the older set shows the day as it was weeks before."""
    many = 0
    for form_set in SETS:
        place = folder / form_set
        place.mkdir(parents=True, exist_ok=True)
        of_that_set = drawn if form_set == DRAWN_FOR else _weeks_before(drawn, form_set)
        for name, pdf in (*_slips(of_that_set, form_set), *_lists(of_that_set, form_set)):
            (place / f"{name}.pdf").write_bytes(pdf)
            many += 1
    return many


def _weeks_before(drawn: Drawn, form_set: str) -> Drawn:
    by = SETS[DRAWN_FOR] - SETS[form_set]
    return Drawn(
        cases=[earlier(case, by, form_set, drawn.rules) for case in drawn.cases],
        guided=[earlier(one, by, form_set, drawn.rules) for one in drawn.guided],
        sheet=earlier(drawn.sheet, by, form_set, drawn.rules),
        procedure=drawn.procedure,
        desk=drawn.desk,
        staff=drawn.staff,
        rules=drawn.rules,
    )


def _slips(drawn: Drawn, form_set: str) -> Iterator[tuple[str, bytes]]:
    papers, day = paper_maker(), SETS[form_set].date()
    for kind in SlipKind:
        if not _has(papers, kind.value, form_set, day):
            continue
        having = [case for case in drawn.cases if case.slip(kind)]
        for name, of in _apart(kind, having):
            local = local_due(of, drawn.rules)
            yield name, papers.slip(kind, of, drawn.desk, drawn.staff, local_due_at=local)
    for one in drawn.guided:
        yield f"before_{one.kind}", papers.guidance(one, drawn.desk, drawn.staff)


def _apart(kind: SlipKind, having: list[Case]) -> Iterator[tuple[str, Case]]:
    """Yield a case a paper: results that were handed over and papers given back have one kind of slip and two forms."""
    if kind is not SlipKind.RETURN_SLIP:
        yield from ((kind.value, case) for case in having[:1])
        return
    withdrawn = [case for case in having if case.state is State.WITHDRAWN]
    handed = [case for case in having if case.state is not State.WITHDRAWN]
    yield from ((kind.value, case) for case in handed[:1])
    yield from ((WITHDRAWAL, case) for case in withdrawn[:1])


def _has(papers: PdfPapers, paper: str, form_set: str, day: date) -> bool:
    """Return whether a set has a paper: Mẫu 05 "Thông báo dừng" came with the set of 2025."""
    return papers.forms.form(paper, form_set, day).form_set in (form_set, "practice")


def _lists(drawn: Drawn, form_set: str) -> Iterator[tuple[str, bytes]]:
    papers, at, desk, staff = paper_maker(), SETS[form_set], drawn.desk, drawn.staff
    agency = desk.letterhead.agency_name
    lines = [register_line(case, agency) for case in reversed(drawn.cases)]
    yield "register", papers.register(lines, desk, month_period(at.date()))
    sent = [hand_over_line(case) for case in drawn.cases if case.forwards]
    yield "hand_over_list", papers.hand_over_list(sent, desk, staff, to="Phòng Kinh tế", at=at)
    numbers = [
        PaperNumber(
            case_code=case_code(desk.case_code_format, desk.agency_code, at.date(), serial),
            day=at.date(),
            serial=serial,
            aside_at=at,
        )
        for serial in serials(desk.number)[-NUMBERS:]
    ]
    yield "paper_numbers", papers.paper_numbers(numbers, desk, staff, day=at.date(), at=at)
    yield "reconciliation", papers.reconciliation(drawn.sheet, desk, staff, at=drawn.sheet.confirmed_at or at)
    yield "guidance_sheet", papers.guidance_sheet(drawn.procedure, desk, at)
    yield "posting", papers.posting([drawn.procedure], desk, at)
