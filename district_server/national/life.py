"""A case's life out of its stored events, up to a moment: what the national record and its progress rows say."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from district_server import bodies
from district_server.bodies import BadBody
from district_server.life import MOVES, PROCESSING, REFUSED, RETURNED, leads_to, settled_at_once, standing

_SCANS = {"scan_attached": set[str].add, "scan_removed": set[str].discard}
_ALSO = ("forwarded", "returned_to_desk", "fee_collected")  # tell something, move nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One event that was used: where the case stood after it, and what was due then."""

    seq: int
    kind: str
    at: str  # ISO 8601, +07:00
    staff: str
    state: int
    due_at: str | None
    body: Mapping[str, Any]
    undone: bool = False  # taken back since: told as it was, and counts for nothing
    took_back: str = ""  # the kind of the act, of a step that takes one back


@dataclass(slots=True, kw_only=True)
class Life:
    """A case as its desk told it; `received` is its body with every correction laid over it."""

    desk: str
    code: str
    procedure: str  # as last judged: it stands when the body was emptied
    scans: set[str] = field(default_factory=set)
    received: dict[str, Any] = field(default_factory=dict)
    received_at: str = ""
    state: int = 0
    due_at: str | None = None
    steps: list[Step] = field(default_factory=list)
    at: dict[int, int] = field(default_factory=dict)  # where in `steps` an event is
    stands: list[int] = field(
        default_factory=list
    )  # steps that stood when they came; what was taken back is popped

    @property
    def standing(self) -> list[Step]:
        """Return the steps that were not taken back."""
        return [step for step in self.steps if _stands(step)]

    def last(self, kind: str) -> Step | None:
        """Return the last step of a kind; None when there is none, or its result was recalled or voided since."""
        found = None
        for step in self.standing:
            if step.kind == kind:
                found = step
            elif step.kind in {"result_recalled", "voided"} and kind in {"completed", "handed_over"}:
                found = None
        return found


def life_of(desk: str, code: str, procedure: str, events: Iterable[Any]) -> Life | None:
    """Fold rows of `event` (in order, from `received` on); None when there is nothing to tell.

    What the superior could not use when it came is passed over here alike: a wrong state, a body that cannot be read.
    """
    life = Life(desk=desk, code=code, procedure=procedure)
    told = [(row, body) for row in events if isinstance(body := json.loads(row.body or "{}"), dict)]
    acts, gone = standing((row.seq, row.kind, body) for row, body in told)
    for row, body in told:
        try:
            bodies.moment(row.at, "at")
            if row.kind == "received":
                _begin(life, row, body)
            elif life.state and row.seq in gone:
                _take_back(life, row, gone[row.seq])
            elif life.state and (row.kind in MOVES or row.kind in _ALSO):
                _go_on(life, row, body, acts)
            elif row.kind in _SCANS and isinstance(body.get("sha256"), str):
                _SCANS[row.kind](life.scans, body["sha256"])
        except BadBody:
            continue
    return life if life.state else None


def refused_at_the_door(desk: str, row: Any) -> Life | None:  # noqa: ANN401 - a row of `event`
    """Return the life of an online dossier that was not received, under the code that the portal gave it.

    None where `not_received` names no such code: then the portal knows of nothing. Nothing was promised either; the
    portal wants a day, and the day of the answer is the only one there is.
    """
    try:
        at, body = bodies.moment(row.at, "at"), json.loads(row.body) if row.body else {}
        code, procedure = bodies.refused_code(body) if isinstance(body, dict) else ("", "")
    except BadBody:
        return None
    if not code:
        return None
    life = Life(
        desk=desk, code=code, procedure=procedure, received=body, received_at=at, state=REFUSED, due_at=at
    )
    _told(life, row, body)
    return life


def _begin(life: Life, row: Any, body: dict[str, Any]) -> None:  # noqa: ANN401 - a row
    if life.state:
        return
    life.received, life.state, life.received_at = body, PROCESSING, row.at
    try:  # what cannot be read may be corrected later: the case has begun all the same
        life.due_at = bodies.due_at(body)
        if "received_at" in body:
            life.received_at = bodies.moment(body["received_at"], "received_at")
    except BadBody:
        life.due_at = None
    _told(life, row, body)


def _take_back(life: Life, row: Any, seq: int) -> None:  # noqa: ANN401 - a row
    """Let the case stand where it stood; an act that could not be used had moved nothing."""
    n = life.at.get(seq)
    if n is None:
        return
    step = life.steps[n]
    life.steps[n] = replace(step, undone=True)
    while life.stands and not _stands(
        life.steps[life.stands[-1]]
    ):  # each goes once: a log of thousands stays quick
        life.stands.pop()
    last = life.steps[life.stands[-1]] if life.stands else None
    life.state, life.due_at = (last.state, last.due_at) if last else (PROCESSING, None)
    _told(life, row, {}, took_back=step.kind)


def _go_on(
    life: Life,
    row: Any,  # noqa: ANN401 - a row
    body: dict[str, Any],
    acts: list[tuple[int, str]],
) -> None:
    due_at = bodies.due_at(body)
    move = MOVES.get(row.kind)
    if move is not None:
        put_right = row.kind in ("corrected", "voided") and life.state == RETURNED
        if life.state not in move.since:
            before = [act for act in acts if put_right and act[0] < row.seq]
            if not (put_right and settled_at_once(life.received, before)):
                return
        if row.kind == "corrected":
            said = bodies.corrected(body)
            gone = body.get("gone")
            kept = {
                n: value for n, value in life.received.items() if not isinstance(gone, list) or n not in gone
            }
            life.received = kept | dict(body.get("now", {}))
            life.received_at = said.received_at or life.received_at
        life.state = leads_to(row.kind, body, life.state)
        life.due_at = due_at or life.due_at
    _told(life, row, body)


def _stands(step: Step) -> bool:
    return not step.undone and not step.took_back


def _told(life: Life, row: Any, body: dict[str, Any], *, took_back: str = "") -> None:  # noqa: ANN401 - a row
    life.at[row.seq] = len(life.steps)
    if not took_back:
        life.stands.append(len(life.steps))
    life.steps.append(
        Step(
            seq=row.seq,
            kind=row.kind,
            at=row.at,
            staff=row.staff,
            state=life.state,
            due_at=life.due_at,
            body=body,
            took_back=took_back,
        )
    )
