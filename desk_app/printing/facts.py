"""What one slip is about: the case or the guided citizen, the act that it tells, its own number and day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeAlias, TypeVar

from desk_app.domain.case import Case, HandOver, Intake, State
from desk_app.domain.desk import Desk
from desk_app.domain.guidance import Guided
from desk_app.domain.slip import Slip, SlipKind
from desk_app.domain.staff import Staff
from desk_app.domain.turns import (
    Ending,
    Extension,
    Forward,
    Guidance,
    Part,
    PaymentAsked,
    Recall,
    Supplement,
    Taking,
)

WITHDRAWAL = "withdrawal"  # the return slip of papers that are given back without a result
CaseTurn: TypeAlias = (
    Taking | Ending | Extension | Forward | HandOver | Part | PaymentAsked | Recall | Supplement
)
Turn: TypeAlias = CaseTurn | Guidance
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything that a slip's fields are read from; `turn` None = the receipt, or a control slip not yet used.

    `at` stands below the motto, `day` pins the form; `paper` is the form's key (form.Form.slip).
    """

    paper: str
    desk: Desk
    staff: Staff
    intake: Intake
    procedure_name: str
    form_set: str
    at: datetime | None
    day: date | None
    number: int
    case: Case | None = None
    turn: Turn | None = None
    pay_qr: str = ""
    local_due_at: datetime | None = None  # of a term of two stages: when the commune's own part ends
    own_forms: tuple[str, ...] | None = None  # None = those that are laid now

    def told(self, kind: type[T]) -> T | None:
        """Return the act when it is of that kind."""
        return self.turn if isinstance(self.turn, kind) else None

    @property
    def receipts(self) -> tuple[Slip, ...]:
        """Return the numbered receipts of the case, oldest first: more than one means re-issued."""
        slips = self.case.slips if self.case else ()
        return tuple(
            slip for slip in slips if slip.kind is SlipKind.RECEIPT and slip.number and not slip.undone
        )


def of_case(kind: SlipKind, case: Case, desk: Desk, staff: Staff, pay_qr: str = "") -> Facts:
    """Return the facts of a case's newest slip of a kind.

    Raises:
        ValueError: nothing happened to the case that gives this slip.
    """
    turn = _turn(kind, case)
    if turn is None and kind not in {SlipKind.RECEIPT, SlipKind.CONTROL}:
        raise ValueError(f"nothing in the case gives a {kind}")
    facts = Facts(
        paper=WITHDRAWAL if kind is SlipKind.RETURN_SLIP and isinstance(turn, Ending) else kind.value,
        desk=desk,
        staff=staff,
        intake=case.intake,
        procedure_name=case.procedure_name,
        form_set=case.form_set,
        at=(turn.at if turn else None) or case.received_at,
        day=case.received_at.date(),
        number=_number(kind, case, turn),
        case=case,
        turn=turn,
        pay_qr=pay_qr,
        own_forms=case.own_forms,
    )
    return _receipt(facts, case) if kind is SlipKind.RECEIPT else facts


def _number(kind: SlipKind, case: Case, turn: CaseTurn | None) -> int:
    """Return the number in force: one control slip goes with a case all the way, whichever act it tells last."""
    slip = case.slip(kind)
    return slip.number if slip else turn.slip_number if turn else 0


def of_guided(guided: Guided, desk: Desk, staff: Staff) -> Facts:
    """Return the facts of a slip given instead of receiving."""
    return Facts(
        paper=guided.kind.value,
        desk=desk,
        staff=staff,
        intake=guided.intake,
        procedure_name=guided.procedure_name,
        form_set=guided.form_set,
        at=guided.at,
        day=guided.at.date() if guided.at else None,
        number=guided.slip_number,
        turn=guided.guidance,
        own_forms=guided.own_forms,
    )


def _receipt(facts: Facts, case: Case) -> Facts:
    """Return the facts of the receipt in force: a re-issued one has its own number and day."""
    if len(facts.receipts) > 1:
        newest = facts.receipts[-1]
        return replace(facts, number=newest.number, at=newest.at)
    return replace(facts, number=facts.receipts[0].number if facts.receipts else case.slip_number)


def _turn(kind: SlipKind, case: Case) -> CaseTurn | None:
    match kind:
        case SlipKind.COMPLETION:
            return case.supplements[-1] if case.supplements else None
        case SlipKind.SUPPLEMENT_PART:
            parts = [part for asked in case.supplements for part in asked.parts if part.missing]
            return parts[-1] if parts else None
        case SlipKind.REFUSAL | SlipKind.STOP_NOTICE | SlipKind.CLOSING_NOTICE:
            return case.ending
        case SlipKind.EXTENSION:
            return case.extension
        case SlipKind.CONTROL:
            return case.forwards[-1] if case.forwards else None
        case SlipKind.RETURN_SLIP:
            handed = case.hand_over if case.hand_over and case.hand_over.at else None
            return case.ending if case.state is State.WITHDRAWN else handed
        case SlipKind.PAYMENT_NOTICE:
            return case.payments[-1] if case.payments else None
        case SlipKind.FEE_NOTE:
            # a payment that was only recorded gave no note
            noted = (one for one in reversed(case.collected) if one.slip_number and not one.cancelled)
            return next(noted, None)
        case SlipKind.RECALL:
            return case.recalls[-1] if case.recalls else None
        case SlipKind.RECEIPT:
            return None
