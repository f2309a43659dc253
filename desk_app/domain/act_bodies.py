"""Bodies of the events after `received`, and back again: one pair of functions a turn (domain/turns.py)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from desk_app.domain.bodies import Body, component_body, component_of, filled
from desk_app.domain.component import Component
from desk_app.domain.moment import iso
from desk_app.domain.payment import PaymentWay
from desk_app.domain.turns import (
    Bound,
    Correction,
    Ending,
    Extension,
    Forward,
    Part,
    PaymentAsked,
    Recall,
    Stage,
    Supplement,
    Taking,
)


def supplement_body(asked: Supplement, texts: Sequence[str]) -> Body:
    """Return the body of `supplement_requested`."""
    return filled(
        papers=[component_body(paper, texts) for paper in asked.papers],
        reason=asked.reason,
        stage=asked.stage.value,
        leader=asked.leader,
        until=asked.until.isoformat() if asked.until else None,
        late=asked.late or None,
        slip_no=asked.slip_number or None,
    )


def supplement_of(body: Mapping[str, Any], texts: Sequence[str], at: datetime, by: str) -> Supplement:
    """Return the request that a body tells."""
    return Supplement(
        papers=tuple(component_of(item, texts) for item in body["papers"]),
        reason=body.get("reason", ""),
        stage=Stage(body["stage"]),
        leader=body.get("leader", ""),
        until=date.fromisoformat(body["until"]) if "until" in body else None,
        late=body.get("late", False),
        slip_number=body.get("slip_no", 0),
        at=at,
        by=by,
    )


def part_body(part: Part, texts: Sequence[str]) -> Body:
    """Return the body of `supplemented` while something is `missing`: what was brought, what is still to come."""
    return filled(
        components=[component_body(paper, texts) for paper in part.papers],
        missing=[component_body(paper, texts) for paper in part.missing],
        slip_no=part.slip_number or None,
    )


def supplemented_body(
    brought: Sequence[Component],
    texts: Sequence[str],
    due_at: datetime | None,
    slip_number: int,
    *,
    let_go: Sequence[Component] = (),
    why_not: str = "",
    local_due_at: datetime | None = None,
) -> Body:
    """Return the body of `supplemented` when nothing more is to come: what was brought, the new due moments."""
    return filled(
        components=[component_body(paper, texts) for paper in brought],
        let_go=[component_body(paper, texts) for paper in let_go] or None,
        reason=why_not,
        due_at=iso(due_at) if due_at else None,
        local_due_at=iso(local_due_at) if local_due_at else None,
        slip_no=slip_number or None,
    )


def payment_body(asked: PaymentAsked) -> Body:
    """Return the body of `payment_requested`."""
    return filled(amount=asked.amount, what=asked.what, slip_no=asked.slip_number or None)


def payment_of(body: Mapping[str, Any], at: datetime, by: str) -> PaymentAsked:
    """Return the obligation that a body tells."""
    return PaymentAsked(
        amount=body["amount"], what=body.get("what", ""), slip_number=body.get("slip_no", 0), at=at, by=by
    )


def collected_body(
    taken: Taking, due_at: datetime | None = None, local_due_at: datetime | None = None
) -> Body:
    """Return the body of `paid` and `fee_collected`; due moments where a clock that stood goes on."""
    return filled(
        amount=taken.amount,
        way=taken.way.value,
        form=taken.receipt_form,
        sign=taken.receipt_sign,
        number=taken.receipt_number,
        payer=taken.payer,
        exemption=taken.exemption,
        due_at=iso(due_at) if due_at else None,
        local_due_at=iso(local_due_at) if local_due_at else None,
        slip_no=taken.slip_number or None,
    )


def collected_of(body: Mapping[str, Any], at: datetime, by: str, seq: int) -> Taking:
    """Return the money that a body tells."""
    return Taking(
        amount=body["amount"],
        way=PaymentWay(body["way"]),
        receipt_form=body.get("form", ""),
        receipt_sign=body.get("sign", ""),
        receipt_number=body.get("number", ""),
        payer=body.get("payer", ""),
        exemption=body.get("exemption", ""),
        slip_number=body.get("slip_no", 0),
        at=at,
        by=by,
        seq=seq,
    )


def forward_body(sent: Forward) -> Body:
    """Return the body of `forwarded`."""
    return filled(
        to=sent.to,
        bound=sent.bound.value,
        note=sent.note,
        by_when=iso(sent.by_when) if sent.by_when else None,
        slip_no=sent.slip_number or None,
    )


def forward_of(body: Mapping[str, Any], at: datetime, by: str) -> Forward:
    """Return the forwarding that a body tells."""
    return Forward(
        to=body["to"],
        bound=Bound(body["bound"]),
        note=body.get("note", ""),
        by_when=moment_of(body, "by_when"),
        slip_number=body.get("slip_no", 0),
        at=at,
        by=by,
    )


def extension_body(asked: Extension) -> Body:
    """Return the body of `extended`."""
    return filled(
        due_at=iso(asked.new_due),
        reason=asked.reason,
        signer=asked.signer,
        title=asked.signer_title,
        late=asked.late or None,
        slip_no=asked.slip_number or None,
    )


def extension_of(body: Mapping[str, Any], old_due: datetime | None, at: datetime, by: str) -> Extension:
    """Return the extension that a body tells."""
    return Extension(
        new_due=datetime.fromisoformat(body["due_at"]),
        reason=body.get("reason", ""),
        signer=body.get("signer", ""),
        signer_title=body.get("title", ""),
        late=body.get("late", False),
        slip_number=body.get("slip_no", 0),
        old_due=old_due,
        at=at,
        by=by,
    )


def ending_body(ending: Ending) -> Body:
    """Return the body of `refused`, `stopped`, `withdrawn`, `closed_uncompleted` and `voided`."""
    return filled(
        reason=ending.reason,
        signer=ending.signer,
        title=ending.signer_title,
        papers_back=ending.papers_back or None,
        slip_no=ending.slip_number or None,
    )


def ending_of(body: Mapping[str, Any], at: datetime, by: str) -> Ending:
    """Return the ending that a body tells."""
    return Ending(
        reason=body.get("reason", ""),
        signer=body.get("signer", ""),
        signer_title=body.get("title", ""),
        papers_back=body.get("papers_back", False),
        slip_number=body.get("slip_no", 0),
        at=at,
        by=by,
    )


def recall_body(recall: Recall) -> Body:
    """Return the body of `result_recalled`."""
    return filled(
        reason=recall.reason,
        due_at=iso(recall.due_at) if recall.due_at else None,
        slip_no=recall.slip_number or None,
    )


def recall_of(body: Mapping[str, Any], result_number: str, at: datetime, by: str) -> Recall:
    """Return the recall that a body tells."""
    return Recall(
        reason=body.get("reason", ""),
        result_number=result_number,
        due_at=moment_of(body, "due_at"),
        slip_number=body.get("slip_no", 0),
        at=at,
        by=by,
    )


def corrected_body(
    changed: Body,
    gone: Sequence[str],
    correction: Correction,
    due_at: datetime | None,
    local_due_at: datetime | None = None,
) -> Body:
    """Return the body of `corrected`: the parts of `received` that are otherwise now, those that are gone, and why."""
    return filled(
        now=changed,
        gone=list(gone) or None,
        reason=correction.reason,
        replaces=correction.replaces or None,
        due_at=iso(due_at) if due_at else None,
        local_due_at=iso(local_due_at) if local_due_at else None,
        slip_no=correction.slip_number or None,
    )


def correction_of(body: Mapping[str, Any], at: datetime, by: str) -> Correction:
    """Return the correction that a body tells."""
    return Correction(
        reason=body.get("reason", ""),
        fields=tuple(sorted((*body["now"], *body.get("gone", ())))),
        replaces=body.get("replaces", 0),
        slip_number=body.get("slip_no", 0),
        at=at,
        by=by,
    )


def taken(
    asked: Supplement, body: Mapping[str, Any], texts: Sequence[str], at: datetime, by: str
) -> Supplement:
    """Return the request as it stands after `supplemented`, whether all came or a part."""

    def papers(name: str) -> tuple[Component, ...]:
        return tuple(component_of(item, texts) for item in body.get(name, ()))

    part = Part(
        papers=papers("components"),
        missing=papers("missing"),
        at=at,
        by=by,
        slip_number=body.get("slip_no", 0),
    )
    return replace(
        asked,
        parts=(*asked.parts, part),
        taken_at=None if part.missing else at,
        let_go=papers("let_go"),
        why_not=body.get("reason", ""),
    )


def moment_of(body: Mapping[str, Any], name: str) -> datetime | None:
    """Return a time of a body, None where it has none."""
    return datetime.fromisoformat(body[name]) if name in body else None
