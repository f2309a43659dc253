"""What an event says of itself on a case's page, beside its name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk_app.domain.act_bodies import moment_of
from desk_app.domain.amount import dong
from desk_app.domain.happening import Kind
from desk_app.domain.news import OUTCOME_NAMES, word_of
from desk_app.domain.words import Words


def detail_of(kind: str, body: Mapping[str, Any]) -> str:
    """Return who, what and why (Words where it is ours); the kind of slip of `printed`; empty when nothing is told.

    A new due moment is told by whatever gave it.
    """
    told = _told(kind, body)
    due_at = moment_of(body, "due_at") if kind != Kind.RECEIVED else None
    if due_at is None:
        return told
    when = f"{due_at:%H:%M %d/%m/%Y}"
    return (
        Words("{told} · hẹn trả {when}", told=told, when=when) if told else Words("hẹn trả {when}", when=when)
    )


def _supplemented(body: Mapping[str, Any]) -> str:
    if body.get("let_go"):
        return Words(
            "không cần {n} giấy tờ còn lại: {why}", n=len(body["let_go"]), why=body.get("reason", "")
        )
    n, missing = len(body.get("components", ())), len(body.get("missing", ()))
    if missing:
        return Words("{n} giấy tờ, còn thiếu {missing}", n=n, missing=missing)
    return Words("{n} giấy tờ", n=n)


def _told(kind: str, body: Mapping[str, Any]) -> str:
    match kind:
        case Kind.PAYMENT_REQUESTED:
            return f"{dong(body['amount'])}, {body.get('what', '')}"
        case Kind.PAID | Kind.FEE_COLLECTED:
            return ", ".join(filter(None, (dong(body["amount"]), body.get("exemption", ""))))
        case Kind.SUPPLEMENTED:
            return _supplemented(body)
        case Kind.FORWARDED:
            return str(body["to"])
        case Kind.RETURNED_TO_DESK:
            return str(body.get("note", ""))
        case Kind.COMPLETED:
            return str(body.get("result_no", ""))
        case Kind.HANDED_OVER:
            return str(body.get("name", ""))
        case Kind.SCAN_ATTACHED:
            return Words("{n} trang", n=body["pages"])
        case Kind.SUPERIOR_APPLIED:
            word = word_of(body)
            beside = " · ".join(filter(None, (word.reference, word.note)))
            said = OUTCOME_NAMES[word.outcome]
            return Words("{said} · {beside}", said=said, beside=beside) if beside else said
        case Kind.PRINTED:
            return str(body.get("slip", ""))
    return str(body.get("reason", ""))
