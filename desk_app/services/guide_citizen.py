"""Answer a citizen who cannot be received today: what to complete (Mẫu 02), or why not (Mẫu 03)."""

from __future__ import annotations

from datetime import datetime

from desk_app.domain import bodies
from desk_app.domain.case import Intake
from desk_app.domain.errors import IntakeIncomplete
from desk_app.domain.guidance import Guided, guidance_body
from desk_app.domain.happening import Happening
from desk_app.domain.intake_bounds import out_of_bounds, tidied_intake
from desk_app.domain.kept_papers import kept
from desk_app.domain.letters import check_printable, visible_body
from desk_app.domain.lifecycle import ACTS, ActName, demand
from desk_app.domain.ports import Clock, Store
from desk_app.domain.slip import SlipKind
from desk_app.domain.turns import Guidance
from desk_app.domain.words import Words
from desk_app.services.acting import member_of
from desk_app.services.number_case import check_code_free, with_code_as_written
from desk_app.services.receive_case import Rules


def guide_citizen(
    act: ActName, intake: Intake, told: Guidance, *, staff: str, rules: Rules, store: Store, clock: Clock
) -> int:
    """Append a numbered slip without a case and return the seq of its event; the draft goes too.

    `act` is REQUEST_COMPLETION or NOT_RECEIVE. What was told is kept at the desk (NĐ 118/2025 Đ.16, 17.1c).

    Raises:
        IntakeIncomplete: nobody to tell, no reason, or nothing named that is to be completed.
        UnclearSuperiorCode, SuperiorCodeTaken: the portal's code is none, or its dossier is received already.
        NotPrintable: a letter that the slip could not show.
    """
    procedure = rules.catalogue.get(intake.procedure_code)
    intake = with_code_as_written(tidied_intake(intake, procedure))
    missing = [words for _, words in out_of_bounds(intake, clock.now().date())]
    if not intake.applicant.name.strip():
        missing.append(Words("họ tên chủ hồ sơ"))
    if not told.reason.strip():
        missing.append(Words("lý do"))
    if act is ActName.REQUEST_COMPLETION and not told.papers:
        missing.append(Words("giấy tờ cần bổ sung"))
    if missing:
        raise IntakeIncomplete(missing=tuple(missing))
    with store.transaction() as books:
        row, at = demand(act, None, member_of(books, staff).roles), clock.now()
        check_code_free(intake.superior_code, books)
        number = books.next_slip_number(row.paper, at.year) if row.paper else 0
        guided = _guided(act, intake, told, rules, at=at, by=staff, number=number)
        texts = tuple(component.name for component in procedure.components)
        body: bodies.Body = visible_body(guidance_body(guided, texts))
        check_printable(body)
        seq = books.append(Happening(kind=row.events[0], at=at, staff=staff, body=body))
        books.drop_draft(staff)
    return seq


def preview_guided(
    act: ActName, intake: Intake, told: Guidance, *, staff: str, rules: Rules, clock: Clock
) -> Guided:
    """Return the slip as it would be given now, without a number."""
    return _guided(act, intake, told, rules, at=clock.now(), by=staff, number=0)


def _guided(
    act: ActName, intake: Intake, told: Guidance, rules: Rules, *, at: datetime, by: str, number: int
) -> Guided:
    procedure = rules.catalogue.get(intake.procedure_code)
    return Guided(
        intake=kept(intake, procedure),
        guidance=told,
        catalogue_version=rules.catalogue.version,
        form_set=rules.form_set_on(at.date()),
        slip_number=number,
        kind=ACTS[act].paper or SlipKind.COMPLETION,
        at=at,
        by=by,
        procedure_name=procedure.name,
    )
