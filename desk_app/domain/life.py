"""A case made from its events, one turn after another: the only place that knows what an event does to a case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from desk_app.domain import act_bodies, bodies
from desk_app.domain.case import Case, State
from desk_app.domain.happening import TRAIL, Kind, Told
from desk_app.domain.lifecycle import ACTS
from desk_app.domain.news import Outcome, word_of
from desk_app.domain.procedure import ProcedureTexts
from desk_app.domain.scan import Scan
from desk_app.domain.slip import KEPT_AS_FILE, Slip, SlipKind
from desk_app.domain.turns import Bound, Promise
from desk_app.domain.undoing import PAPERS_ONLY, standing

Texts = Callable[[int, str], ProcedureTexts]
_LEADS_TO = {act.events[0]: act.to for act in ACTS.values() if len(act.events) == 1 and act.a_case and act.to}
_GIVES = {
    Kind.RECEIVED: SlipKind.RECEIPT,
    Kind.SUPPLEMENT_REQUESTED: SlipKind.COMPLETION,
    Kind.SUPPLEMENTED: SlipKind.RECEIPT,
    Kind.PAYMENT_REQUESTED: SlipKind.PAYMENT_NOTICE,
    Kind.PAID: SlipKind.FEE_NOTE,
    Kind.FEE_COLLECTED: SlipKind.FEE_NOTE,
    Kind.CLOSED_UNCOMPLETED: SlipKind.CLOSING_NOTICE,
    Kind.REFUSED: SlipKind.REFUSAL,
    Kind.FORWARDED: SlipKind.CONTROL,
    Kind.EXTENDED: SlipKind.EXTENSION,
    Kind.STOPPED: SlipKind.STOP_NOTICE,
    Kind.WITHDRAWN: SlipKind.RETURN_SLIP,
    Kind.HANDED_OVER: SlipKind.RETURN_SLIP,
    Kind.RESULT_RECALLED: SlipKind.RECALL,
    Kind.CORRECTED: SlipKind.RECEIPT,
    Kind.COMPLETION_REQUESTED: SlipKind.COMPLETION,
    Kind.NOT_RECEIVED: SlipKind.REFUSAL,
}


@dataclass(frozen=True, slots=True)
class _Step:
    """A case so far, with the body of `received` as corrections have left it."""

    case: Case
    received: Mapping[str, Any]
    texts: Texts


def live(code: str, told: Iterable[Told], texts: Texts) -> Case:
    """Return the case that its events make; the first of them must be `received`.

    `lookup`, `sync`, the superior's words and the commune's forms are not its events: the store lays them over.
    """
    events = tuple(told)
    first, gone = events[0], standing(events).gone
    step = _Step(_born(code, first, first.body, texts), first.body, texts)
    for event in events[1:]:
        if event.seq in gone:
            step = _without(step, event)
        elif event.kind != Kind.UNDONE:
            step = _after(step, event)
    return step.case


def slip_of(kind: str, body: Mapping[str, Any]) -> SlipKind | None:
    """Return which paper an event gives out with its `slip_no`."""
    if _is_part(kind, body):
        return SlipKind.SUPPLEMENT_PART
    return _GIVES.get(Kind(kind)) if kind in _GIVES else None


def _is_part(kind: str, body: Mapping[str, Any]) -> bool:
    """Return whether only a part of a supplement came: the case waits on."""
    return kind == Kind.SUPPLEMENTED and bool(body.get("missing"))


def _born(code: str, event: Told, body: Mapping[str, Any], texts: Texts) -> Case:
    pinned = bodies.pinned_of(body)
    words = texts(pinned.catalogue_version, body["procedure"])
    intake = bodies.intake_of(body, words.papers)
    return Case(
        code=code,
        intake=intake,
        procedure_name=words.name,
        field=words.field,
        state=State.PROCESSING,
        received_at=intake.received_at or event.at,
        received_by=event.staff,
        due_at=pinned.due_at,
        catalogue_version=pinned.catalogue_version,
        calendar_version=pinned.calendar_version,
        rules_version=pinned.rules_version,
        local_due_at=pinned.local_due_at,
        form_set=pinned.form_set,
        register_book=pinned.book,
        register_number=pinned.book_number,
        slip_number=pinned.slip_number,
        lookup="",
        superior_code=intake.superior_code,
        promises=(Promise(due_at=pinned.due_at, since=event.kind, at=event.at),),
        slips=_slips((), event),
        acts=1,
    )


def _without(step: _Step, event: Told) -> _Step:
    """Pass over an act that was taken back; the number of its paper stays used, and prints of it are counted."""
    given = tuple(replace(slip, undone=True) for slip in _slips((), event))
    return replace(step, case=replace(step.case, slips=(*step.case.slips, *given)))


def _after(step: _Step, event: Told) -> _Step:
    case = step.case
    if event.kind == Kind.PRINTED:
        return replace(step, case=replace(case, slips=_printed(case.slips, event)))
    if event.kind not in TRAIL | PAPERS_ONLY:
        case = replace(case, acts=case.acts + 1)
    if turn := _TURNS.get(event.kind):
        case, received = turn(replace(step, case=case), event)
        step = replace(step, received=received)
    state = case.state if _is_part(event.kind, event.body) else _LEADS_TO.get(event.kind, case.state)  # type: ignore[call-overload]
    case = replace(case, state=state, slips=_slips(case.slips, event))
    due_at = act_bodies.moment_of(event.body, "due_at")
    if due_at is not None:
        promise = Promise(due_at=due_at, since=event.kind, at=event.at)
        case = replace(case, due_at=due_at, promises=(*case.promises, promise))
    if _moves_local(event):
        case = replace(case, local_due_at=act_bodies.moment_of(event.body, "local_due_at"))
    return replace(step, case=case)


def _moves_local(event: Told) -> bool:
    """Return whether an event says anew when the commune's own part ends, were it that there is none any more.

    An extension moves the citizen's date alone. A correction may leave that date and still change the term.
    """
    if event.kind == Kind.CORRECTED:
        return bool({"term", "procedure", "received_at"} & {*event.body["now"], *event.body.get("gone", ())})
    return "local_due_at" in event.body or ("due_at" in event.body and event.kind != Kind.EXTENDED)


Turned = tuple[Case, Mapping[str, Any]]


def _supplement_requested(step: _Step, event: Told) -> Turned:
    asked = act_bodies.supplement_of(event.body, _papers(step), event.at, event.staff)
    return replace(step.case, supplements=(*step.case.supplements, asked)), step.received


def _supplemented(step: _Step, event: Told) -> Turned:
    case = step.case
    *before, last = case.supplements
    done = act_bodies.taken(last, event.body, _papers(step), event.at, event.staff)
    components = (*case.intake.components, *done.parts[-1].papers)
    intake = replace(case.intake, components=components)
    received = {
        **step.received,
        "components": [*step.received["components"], *event.body.get("components", ())],
    }
    return replace(case, supplements=(*before, done), intake=intake), received


def _payment_requested(step: _Step, event: Told) -> Turned:
    asked = act_bodies.payment_of(event.body, event.at, event.staff)
    return replace(step.case, payments=(*step.case.payments, asked)), step.received


def _collected(step: _Step, event: Told) -> Turned:
    case = step.case
    obligation = event.kind == Kind.PAID
    taken = act_bodies.collected_of(event.body, event.at, event.staff, event.seq)
    taken, payments = replace(taken, obligation=obligation), case.payments
    if obligation and payments:
        payments = (*payments[:-1], replace(payments[-1], paid_at=event.at))
    return replace(case, collected=(*case.collected, taken), payments=payments), step.received


def _fee_cancelled(step: _Step, event: Told) -> Turned:
    case, seq = step.case, event.body["seq"]
    collected = tuple(
        replace(taken, cancelled=event.body.get("reason", "")) if taken.seq == seq else taken
        for taken in case.collected
    )
    return replace(case, collected=collected), step.received


def _forwarded(step: _Step, event: Told) -> Turned:
    sent = act_bodies.forward_of(event.body, event.at, event.staff)
    local = step.case.local_due_at if sent.bound is Bound.OFFICER else None
    return replace(step.case, forwards=(*step.case.forwards, sent), local_due_at=local), step.received


def _returned_to_desk(step: _Step, event: Told) -> Turned:
    case = step.case
    if not case.forwards:
        return case, step.received
    *before, last = case.forwards
    back = replace(last, back_at=event.at, back_note=event.body.get("note", ""), back_by=event.staff)
    return replace(case, forwards=(*before, back)), step.received


def _extended(step: _Step, event: Told) -> Turned:
    extension = act_bodies.extension_of(event.body, step.case.due_at, event.at, event.staff)
    return replace(step.case, extension=extension), step.received


def _ended(step: _Step, event: Told) -> Turned:
    case, ending = step.case, act_bodies.ending_of(event.body, event.at, event.staff)
    payments = tuple(replace(one, lapsed_at=event.at) if one.open else one for one in case.payments)
    return replace(case, ending=ending, payments=payments), step.received


def _completed(step: _Step, event: Told) -> Turned:
    case, number = step.case, event.body.get("result_no", "")
    if case.away is not None:  # the result came from there, and the dossier with it
        back = replace(case.away, back_at=event.at, back_by=event.staff)
        case = replace(case, forwards=(*case.forwards[:-1], back))
    return replace(case, completed_at=event.at, result_number=number), step.received


def _handed_over(step: _Step, event: Told) -> Turned:
    return replace(step.case, hand_over=bodies.hand_over_of(event.body, event.at, event.staff)), step.received


def _recalled(step: _Step, event: Told) -> Turned:
    case = step.case
    recall = act_bodies.recall_of(event.body, case.result_number, event.at, event.staff)
    open_again = replace(
        case, recalls=(*case.recalls, recall), completed_at=None, result_number="", hand_over=None
    )
    return open_again, step.received


def _superior_applied(step: _Step, event: Told) -> Turned:
    """Keep what the superior said; the business state moves by the desk's own acts only."""
    case, word = step.case, word_of(event.body)
    if word.outcome is Outcome.CODE:
        case = replace(case, superior_code=word.reference)
    away = case.forwards and case.forwards[-1].back_at is None
    if away and word.outcome in (Outcome.RETURNED, Outcome.RESULT):
        *before, last = case.forwards
        back = replace(last, back_at=event.at, back_note=word.note, back_by=event.staff)
        case = replace(case, forwards=(*before, back))
    return replace(case, superior_words=(*case.superior_words, word)), step.received


def _corrected(step: _Step, event: Told) -> Turned:
    case, gone = step.case, event.body.get("gone", ())
    received = {
        name: value for name, value in {**step.received, **event.body["now"]}.items() if name not in gone
    }
    words = step.texts(case.catalogue_version, received["procedure"])
    correction = act_bodies.correction_of(event.body, event.at, event.staff)
    intake = bodies.intake_of(received, words.papers)
    right = replace(
        case,
        intake=intake,
        received_at=intake.received_at or case.received_at,
        superior_code=_given_code(case) or intake.superior_code,
        procedure_name=words.name,
        field=words.field,
        corrections=(*case.corrections, correction),
    )
    return right, received


def _scan_attached(step: _Step, event: Told) -> Turned:
    case, body, papers = step.case, event.body, _papers(step)
    paper = body.get("component", "")
    if isinstance(paper, int):
        paper = papers[paper] if paper < len(papers) else ""
    scan = Scan(
        seq=event.seq,
        sha256=bytes.fromhex(body["sha256"]),
        size=body["size"],
        pages=body["pages"],
        component=paper,
        at=event.at,
        by=event.staff,
    )
    return replace(case, scans=(*case.scans, scan)), step.received


def _scan_removed(step: _Step, event: Told) -> Turned:
    gone = bytes.fromhex(event.body["sha256"])
    return replace(
        step.case, scans=tuple(scan for scan in step.case.scans if scan.sha256 != gone)
    ), step.received


def _given_code(case: Case) -> str:
    """Return the code that the superior gave, which no correction takes away; empty when it gave none."""
    given = [word.reference for word in case.superior_words if word.outcome is Outcome.CODE]
    return given[-1] if given else ""


def _papers(step: _Step) -> Sequence[str]:
    return step.texts(step.case.catalogue_version, step.received["procedure"]).papers


def _slips(before: tuple[Slip, ...], event: Told) -> tuple[Slip, ...]:
    kind, number = slip_of(event.kind, event.body), event.body.get("slip_no", 0)
    if kind is None or not number:
        return before
    return (*before, Slip(kind=kind, number=number, seq=event.seq, at=event.at, by=event.staff))


def _printed(slips: tuple[Slip, ...], event: Told) -> tuple[Slip, ...]:
    """Count a print on the slip of that kind and number; one that has no number begins here."""
    kind, number = SlipKind(event.body["slip"]), event.body.get("no", 0)
    found = next((slip for slip in slips if slip.kind is kind and slip.number == number), None)
    before = found or Slip(kind=kind, number=number, seq=event.seq, at=event.at, by=event.staff)
    on_paper = event.body.get("printer", "") != KEPT_AS_FILE
    after = replace(before, printed=before.printed + 1, on_paper=before.on_paper + on_paper)
    return tuple(after if slip is found else slip for slip in slips) if found else (*slips, after)


_TURNS: dict[str, Callable[[_Step, Told], Turned]] = {
    Kind.SUPPLEMENT_REQUESTED: _supplement_requested,
    Kind.SUPPLEMENTED: _supplemented,
    Kind.PAYMENT_REQUESTED: _payment_requested,
    Kind.PAID: _collected,
    Kind.FEE_COLLECTED: _collected,
    Kind.FEE_CANCELLED: _fee_cancelled,
    Kind.FORWARDED: _forwarded,
    Kind.RETURNED_TO_DESK: _returned_to_desk,
    Kind.EXTENDED: _extended,
    Kind.REFUSED: _ended,
    Kind.STOPPED: _ended,
    Kind.WITHDRAWN: _ended,
    Kind.CLOSED_UNCOMPLETED: _ended,
    Kind.VOIDED: _ended,
    Kind.COMPLETED: _completed,
    Kind.HANDED_OVER: _handed_over,
    Kind.RESULT_RECALLED: _recalled,
    Kind.CORRECTED: _corrected,
    Kind.SCAN_ATTACHED: _scan_attached,
    Kind.SCAN_REMOVED: _scan_removed,
    Kind.SUPERIOR_APPLIED: _superior_applied,
}
