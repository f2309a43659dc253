"""A slip given instead of receiving: no case, but a number, a citizen and a reason that are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk_app.domain.applicant import Submitter
from desk_app.domain.bodies import (
    Body,
    applicant_body,
    applicant_of,
    component_body,
    component_of,
    filled,
    submitter_body,
    submitter_of,
)
from desk_app.domain.case import Intake
from desk_app.domain.fee import Channel
from desk_app.domain.happening import Kind
from desk_app.domain.slip import SlipKind
from desk_app.domain.turns import Guidance


@dataclass(frozen=True, slots=True, kw_only=True)
class Guided:
    """What such a slip says; `seq`, `at`, `by` and the names are laid over when it is read again."""

    intake: Intake
    guidance: Guidance
    catalogue_version: int
    form_set: str
    slip_number: int
    kind: SlipKind = SlipKind.COMPLETION
    seq: int = 0
    at: datetime | None = None
    by: str = ""
    procedure_name: str = ""
    printed: int = 0
    own_forms: tuple[str, ...] | None = None  # the commune's, as they stood then; None = not stored yet


def guidance_body(guided: Guided, texts: Sequence[str]) -> Body:
    """Return the body of `completion_requested` and `not_received`."""
    intake, told = guided.intake, guided.guidance
    return filled(
        procedure=intake.procedure_code,
        catalogue=guided.catalogue_version,
        form_set=guided.form_set,
        applicant=applicant_body(intake.applicant),
        submitter=submitter_body(intake.submitter),
        components=[component_body(paper, texts) for paper in intake.components],
        papers=[component_body(paper, texts) for paper in told.papers],
        reason=told.reason,
        guide=told.guide,
        phone=told.phone,
        channel=None if intake.channel is Channel.DESK else intake.channel.value,
        superior_code=intake.superior_code,
        slip_no=guided.slip_number or None,
    )


def guided_of(
    kind: str, body: Mapping[str, Any], texts: Sequence[str], *, seq: int, at: datetime, by: str
) -> Guided:
    """Return the slip that an event tells."""
    intake = Intake(
        applicant=applicant_of(body["applicant"]),
        submitter=submitter_of(body["submitter"]) if "submitter" in body else Submitter(),
        procedure_code=body["procedure"],
        components=tuple(component_of(item, texts) for item in body.get("components", ())),
        channel=Channel(body.get("channel", Channel.DESK)),
        superior_code=body.get("superior_code", ""),
    )
    return Guided(
        intake=intake,
        guidance=Guidance(
            reason=body.get("reason", ""),
            papers=tuple(component_of(item, texts) for item in body.get("papers", ())),
            guide=body.get("guide", ""),
            phone=body.get("phone", ""),
        ),
        catalogue_version=body["catalogue"],
        form_set=body["form_set"],
        slip_number=body.get("slip_no", 0),
        kind=SlipKind.COMPLETION if kind == Kind.COMPLETION_REQUESTED else SlipKind.REFUSAL,
        seq=seq,
        at=at,
        by=by,
    )
