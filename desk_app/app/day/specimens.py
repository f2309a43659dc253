"""One PDF of every paper in each form set, drawn from the cases of the day: what an office looks at first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from desk_app.app.home import paper_maker
from desk_app.domain.case import Case
from desk_app.domain.desk import Desk
from desk_app.domain.guidance import Guided
from desk_app.domain.moment import moment
from desk_app.domain.ports import Papers
from desk_app.domain.procedure import Procedure
from desk_app.domain.register import HandOverLine, hand_over_line, month_period, register_line
from desk_app.domain.slip import SlipKind
from desk_app.domain.staff import Staff

SETS = {"2018": moment("2025-08-12T09:00:00"), "2025": moment("2026-11-23T09:00:00")}


def write_specimens(
    folder: Path, cases: list[Case], guided: list[Guided], procedure: Procedure, desk: Desk, staff: Staff
) -> int:
    """Write folder/<set>/<paper>.pdf and return how many."""
    papers, many = paper_maker(), 0
    for form_set, day in SETS.items():
        place = folder / form_set
        place.mkdir(parents=True, exist_ok=True)
        of_that_set = [replace(case, form_set=form_set, received_at=day) for case in cases]
        told = [replace(one, form_set=form_set, at=day) for one in guided]
        for name, pdf in (
            *_slips(papers, of_that_set, desk, staff),
            *((f"before_{one.kind}", papers.guidance(one, desk, staff)) for one in told),
            *_lists(papers, of_that_set, desk, staff, form_set),
            ("guidance_sheet", papers.guidance_sheet(procedure, desk, day)),
            ("posting", papers.posting([procedure], desk, day)),
        ):
            (place / f"{name}.pdf").write_bytes(pdf)
            many += 1
    return many


def _slips(papers: Papers, cases: list[Case], desk: Desk, staff: Staff) -> Iterator[tuple[str, bytes]]:
    for kind in SlipKind:
        case = next((case for case in cases if case.slip(kind)), None)
        if case is not None:
            yield kind.value, papers.slip(kind, case, desk, staff)


def _lists(
    papers: Papers, cases: list[Case], desk: Desk, staff: Staff, form_set: str
) -> Iterator[tuple[str, bytes]]:
    day, agency = SETS[form_set], desk.letterhead.agency_name
    lines = [register_line(case, agency) for case in reversed(cases)]
    yield "register", papers.register(lines, desk, month_period(day.date()))
    sent: list[HandOverLine] = [hand_over_line(case) for case in cases if case.forwards]
    yield "hand_over_list", papers.hand_over_list(sent, desk, staff, to="Phòng Kinh tế", at=day)
