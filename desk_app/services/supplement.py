"""Ask for what is missing during the appraisal (yêu cầu bổ sung), and take it when it comes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from desk_app.domain import act_bodies
from desk_app.domain.case_clock import due_after_supplement, may_request_supplement, supplement_until
from desk_app.domain.component import Component
from desk_app.domain.errors import IntakeIncomplete, LeaderNeeded
from desk_app.domain.kept_papers import kept_of
from desk_app.domain.lifecycle import ActName
from desk_app.domain.ports import Clock, Store
from desk_app.domain.running import Running, local_end, running
from desk_app.domain.slip import SlipKind
from desk_app.domain.staff import Role
from desk_app.domain.still_missing import still_missing
from desk_app.domain.time_rules import SupplementClock
from desk_app.domain.turns import STAGE_NAMES, Part, Supplement
from desk_app.domain.words import Words
from desk_app.services.acting import Acting, acting
from desk_app.services.receive_case import Rules


def request_supplement(
    case_code: str, asked: Supplement, *, staff: str, rules: Rules, store: Store, clock: Clock
) -> None:
    """Append the request: the clock stops, the citizen has until `until`; gives Mẫu 02.

    Once a stage; again in the same stage only with a reason and a leader (NĐ 118/2025 Đ.16.2, 19.5). Later than
    the rule's days it is still made, and told as late in the figures.

    Raises:
        IntakeIncomplete: neither papers nor a reason.
        LeaderNeeded: asked before in this stage, and no leader named.
    """
    reason = " ".join(asked.reason.split())
    if not reason or not asked.papers:
        raise IntakeIncomplete(missing=Words("lý do") if asked.papers else Words("giấy tờ cần bổ sung"))
    with acting(ActName.REQUEST_SUPPLEMENT, case_code, staff=staff, store=store, clock=clock) as act:
        leader = _leader(act, asked)
        pinned = rules.rules_of(act.case)
        started = act.case.supplements[-1].taken_at if act.case.supplements else act.case.received_at
        told = replace(
            asked,
            reason=reason,
            leader=leader,
            until=supplement_until(act.at, pinned, rules.calendar).due_date,
            late=may_request_supplement(started or act.case.received_at, act.at, pinned, rules.calendar).late,
            slip_number=act.slip_number(),
        )
        act.append(act_bodies.supplement_body(told, _texts(act, rules)))


def take_supplement(
    case_code: str, brought: Sequence[Component], *, staff: str, rules: Rules, store: Store, clock: Clock
) -> None:
    """Append what was brought. Once all is there the term counts anew or goes on, by the rule of the case's intake.

    Then Mẫu 01 is given again. While something is missing the case waits on, with its days counted from the request
    as before, and the paper says what came and what did not (NĐ 118/2025 Đ.19.5: anew once *all* is received).

    What was only to be shown has come and is not kept.

    Raises:
        IntakeIncomplete: nothing was brought.
    """
    if not brought:
        raise IntakeIncomplete(missing=Words("giấy tờ bổ sung"))
    with acting(ActName.TAKE_SUPPLEMENT, case_code, staff=staff, store=store, clock=clock) as act:
        texts, missing = _texts(act, rules), still_missing(act.case.supplements[-1].missing, brought)
        case = act.case
        brought = kept_of(brought, rules.pinned_procedure(case.catalogue_version, case.intake.procedure_code))
        if missing:
            number = act.slip_number(SlipKind.SUPPLEMENT_PART)
            part = Part(papers=brought, missing=missing, slip_number=number)
            act.append(act_bodies.part_body(part, texts))
        else:
            due, local = _ends(act, rules)
            act.append(
                act_bodies.supplemented_body(brought, texts, due, act.slip_number(), local_due_at=local)
            )


def do_without(case_code: str, reason: str, *, staff: str, rules: Rules, store: Store, clock: Clock) -> None:
    """Append that what is still missing is needed no more: the case goes on as if all had come; gives Mẫu 01 again.

    Raises:
        IntakeIncomplete: no reason.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise IntakeIncomplete(missing=Words("lý do"))
    with acting(ActName.DO_WITHOUT, case_code, staff=staff, store=store, clock=clock) as act:
        let_go = act.case.supplements[-1].missing
        due, local = _ends(act, rules)
        body = act_bodies.supplemented_body(
            (), _texts(act, rules), due, act.slip_number(), let_go=let_go, why_not=reason, local_due_at=local
        )
        act.append(body)


def _texts(act: Acting, rules: Rules) -> Sequence[str]:
    return rules.texts(act.case.catalogue_version, act.case.intake.procedure_code).papers


def _ends(act: Acting, rules: Rules) -> tuple[datetime | None, datetime | None]:
    """Return when the case and the commune's own part of it are due, now that nothing more is to come."""
    case, asked, pinned = act.case, act.case.supplements[-1], rules.rules_of(act.case)
    now = running(case, pinned, rules.calendar)
    if now is None or case.due_at is None or asked.at is None:
        return None, None
    end = due_after_supplement(
        received_at=now.began_at,
        due_at=case.due_at,
        requested_at=asked.at,
        supplemented_at=act.at,
        term=now.term,
        rules=pinned,
        calendar=rules.calendar,
        local_due_at=now.end.local_due_at,
    )
    began_at = act.at if pinned.supplement_clock is SupplementClock.RESTART else now.began_at
    return end.due_at, local_end(case, Running(term=now.term, began_at=began_at, end=end))


def _leader(act: Acting, asked: Supplement) -> str:
    """Return who agreed to ask again; empty for the first request of a stage."""
    if not any(one.stage is asked.stage for one in act.case.supplements):
        return ""
    leader = asked.leader.strip() or (act.member.name if Role.LEAD in act.member.roles else "")
    if not leader:
        raise LeaderNeeded(
            why=Words("đã yêu cầu bổ sung một lần ở bước {stage}", stage=STAGE_NAMES[asked.stage])
        )
    return leader
