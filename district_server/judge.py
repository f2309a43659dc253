"""Use a stored event, or say why it cannot be used; nothing here blocks the events after it."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import sqlalchemy as sa

from district_server import bodies, scans, undoing
from district_server.bodies import BadBody
from district_server.book import Book
from district_server.engines import put_rows
from district_server.ledger import desk as table
from district_server.ledger import item, look_up, procedure
from district_server.life import MOVES, PROCESSING, RETURNED, leads_to
from district_server.numbers import agency_named, agency_of
from district_server.second_hearing import to_hear_again
from wire.event import Event
from wire.lookup import lookup_code

MOST_WALKED = (
    400_000  # acts, two seconds: thousands of `undone` on long cases would hold the desk for minutes a frame
)
_TIMES = {"completed": "completed_at", "handed_over": "returned_at"}
MOST_UNHEARD = (
    200  # of a frame: each question for a case that never was costs, and a frame has room for thousands
)
LEAST_PHONE = 9  # digits; the last four of fewer would be half of the number


class Unusable(Exception):
    """The event cannot be used: a word, a Vietnamese sentence, and who must act."""

    def __init__(self, code: str, sentence: str, who_acts: str = "desk") -> None:
        super().__init__(sentence)
        self.code, self.sentence, self.who_acts = code, sentence, who_acts


@dataclass(slots=True)
class Walked:
    """How many acts were gone through for events of a frame that take one back, or put a settled case right."""

    acts: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What judging events of one desk needs."""

    connection: sa.Connection
    desk: str
    desk_name: str
    log_key: bytes
    look_up_key: bytes
    names: dict[int, dict[str, str]] = field(default_factory=dict)  # of procedures, by version: asked once
    unheard: set[str] = field(
        default_factory=set
    )  # codes whose beginning this desk never sent, or too long ago
    acts: dict[str, list[undoing.Act]] = field(default_factory=dict)  # of cases: asked once
    walked: Walked = field(default_factory=Walked)

    def acts_of(self, code: str) -> list[undoing.Act]:
        """Return what was done with a case; see undoing.acts_of. Empty once a frame has had its share of such walks."""
        if self.walked.acts > MOST_WALKED:
            return []
        if code not in self.acts:
            self.acts[code] = undoing.acts_of(self.connection, self.desk, code)
        self.walked.acts += len(self.acts[code])
        return self.acts[code]


def judge_all(bench: Bench, events: Sequence[Event]) -> None:
    """Use a frame's events, each all of it or nothing, or tell the desk why one cannot be used.

    The cases are asked for together and written together, within one savepoint. One by one only when the engine
    refuses something: which of them it was is known to nobody then.
    """
    try:
        _project(bench, events)
    except (sa.exc.DataError, sa.exc.IntegrityError):
        for event in events:
            judge(bench, event)


def judge(bench: Bench, event: Event) -> None:
    """Use one event, or tell the desk why it cannot be used: all of it or nothing, and no third way."""
    try:
        try:
            _project(bench, [event])
        except sa.exc.IntegrityError:  # another desk gave the number at the same moment: now it is seen
            _project(bench, [event])
    except (
        sa.exc.DataError,
        sa.exc.IntegrityError,
    ):  # a value that our reading let pass and the engine did not
        told = f"Sự kiện {event.seq} có dữ liệu mà cấp trên không lưu được; hãy báo cấp trên."
        tell(bench.connection, bench.desk, {event.seq: Unusable("bad_body", told, "superior")})


def _project(bench: Bench, events: Sequence[Event]) -> None:
    """Use these events; one that cannot be used is told and changes nothing, for a deed looks first and enters then.

    Raises:
        sqlalchemy.exc.DataError, IntegrityError: none of them is used or told.
    """
    used = [(event, deed) for event in events if event.body and (deed := _DEEDS.get(event.kind))]
    refused: dict[int, Unusable] = {}
    with bench.connection.begin_nested():
        book = Book(bench.connection, bench.desk)
        book.ask(event.case_code for event, deed in used if deed is not _scan and event.case_code)
        for event, deed in used:
            try:
                bodies.moment(event.at, "at")
                deed(bench, book, event, json.loads(event.body))
            except Unusable as reason:
                refused[event.seq] = reason
            except BadBody as error:
                told = f"Sự kiện {event.seq} thiếu hoặc sai mục “{error.field}”; hãy lập lại."
                refused[event.seq] = Unusable("bad_body", told)
        book.write()
        tell(bench.connection, bench.desk, refused)


def tell(connection: sa.Connection, desk: str, refused: Mapping[int, Unusable]) -> None:
    """Put refusals of events, by their seq, among a desk's news.

    The desk's row is held: news that got its number before others and was stored after them would lie
    below the cursor that the desk has by then, and never be heard.
    """
    if not refused:
        return
    connection.execute(sa.select(table.c.desk).where(table.c.desk == desk).with_for_update())
    rows = [(desk, seq, one.code, one.sentence, one.who_acts) for seq, one in refused.items()]
    put_rows(connection, item, ("desk", "seq", "code", "sentence", "who_acts"), rows)


def mac(key: bytes, *parts: str) -> bytes:
    """Return what the look-up table holds instead of a secret."""
    return hmac.digest(key, "\0".join(parts).encode(), hashlib.sha256)


def _received(bench: Bench, book: Book, event: Event, body: dict[str, Any]) -> None:
    said, code = bodies.received(body), _case_code(event)
    own = agency_of(bench.desk)
    agency = agency_named(code, bench.desk, (own, said.for_unit) if said.for_unit else (own,))
    if agency is None:
        raise Unusable(
            "foreign_number",
            f"Mã hồ sơ {_cut(code)} không thuộc dãy số của quầy này; hãy lập lại với mã khác.",
        )
    name = _procedure_name(bench, said)
    _take_number(bench, book, code, own=agency == own)
    case = {
        "received_seq": event.seq,
        "procedure_code": said.procedure,
        "state": PROCESSING,
        "received_at": said.received_at or event.at,
        "due_at": said.due_at,
    }
    read = {
        "procedure_name": name,
        "state": PROCESSING,
        "due_at": said.due_at,
        "collect_at": _collect_at(bench, by_post=said.by_post),
        "code_mac": mac(bench.look_up_key, code, lookup_code(bench.log_key, code)),
        "phone_mac": _phone_mac(bench, code, said.phone),
    }
    book.open(code, case, read)


def _collect_at(bench: Bench, *, by_post: bool) -> str:
    return "Gửi qua bưu chính" if by_post else bench.desk_name


def _phone_mac(bench: Bench, code: str, phone: str) -> bytes | None:
    return mac(bench.look_up_key, code, phone[-4:]) if len(phone) >= LEAST_PHONE else None


def _take_number(bench: Bench, book: Book, code: str, *, own: bool) -> None:
    """Insist that the number is free; the agency's own desk takes it back from one that only named the agency."""
    held = book.holders(code)
    taken = Unusable("number_taken", f"Mã hồ sơ {code} đã có ở cấp trên; hãy lập lại với mã khác.")
    if any(one.desk == bench.desk or not own for one in held):
        raise taken
    for one in held:
        bench.connection.execute(
            sa.delete(look_up).where(look_up.c.desk == one.desk, look_up.c.case_code == code)
        )
        tell(bench.connection, one.desk, {one.seq: taken})


def _move(bench: Bench, book: Book, event: Event, body: dict[str, Any]) -> None:
    move, code, due_at = MOVES[event.kind], _case_code(event), bodies.due_at(body)
    if event.kind == "handed_over":
        bodies.receiver(body)
    state = book.state(code)
    if state is None and _heard_again(bench, book, event):
        return
    if state is None:
        raise Unusable(
            "unknown_case", f"Cấp trên không có hồ sơ {_cut(code)} của quầy này; hãy kiểm tra lại."
        )
    if state not in move.since and not _put_right(bench, event, state):
        raise Unusable(
            "wrong_state", f"Hồ sơ {_cut(code)} không ở trạng thái cho phép việc này; hãy kiểm tra lại."
        )
    now: dict[str, Any] = {"state": leads_to(event.kind, body, state)}
    if due_at is not None:
        now["due_at"] = due_at
    at: dict[str, Any] = {_TIMES[event.kind]: event.at} if event.kind in _TIMES else {}
    if event.kind == "result_recalled":  # there is no result any more
        at = dict.fromkeys(_TIMES.values())
    read = now | ({"state": move.read_as} if move.read_as is not None else {})
    if event.kind == "corrected":
        said = bodies.corrected(body)
        at |= {"procedure_code": said.procedure} if said.procedure else {}
        at |= {"received_at": said.received_at} if said.received_at else {}
        read |= _read_anew(bench, code, said)
    book.move(code, now | at, read)


def _put_right(bench: Bench, event: Event, state: int) -> bool:
    """Return whether a case that was settled at once is corrected or voided: its one act was the intake."""
    if event.kind not in ("corrected", "voided") or state != RETURNED:
        return False
    return undoing.was_settled_at_once(bench.acts_of(_case_code(event)), event.seq)


def _undone(bench: Bench, book: Book, event: Event, body: dict[str, Any]) -> None:
    """Put the case where it stood before its newest act."""
    code = _case_code(event)
    bodies.undone(body)
    if book.state(code) is None:
        raise Unusable(
            "unknown_case", f"Cấp trên không có hồ sơ {_cut(code)} của quầy này; hãy kiểm tra lại."
        )
    before = undoing.taken_back(bench.acts_of(code), event.seq)
    if before is None:
        raise Unusable(
            "nothing_to_undo",
            f"Việc được hoàn tác không phải việc mới nhất của hồ sơ {_cut(code)} ở cấp trên; hãy kiểm tra lại.",
        )
    case = {
        "state": before.state,
        "due_at": before.due_at,
        "completed_at": before.completed_at,
        "returned_at": before.returned_at,
    }
    book.move(code, case, {"state": before.read_as, "due_at": before.due_at})


def _scan(bench: Bench, _book: Book, event: Event, body: dict[str, Any]) -> None:
    scans.project(bench.connection, bench.desk, event, body)


def _heard_again(bench: Bench, book: Book, event: Event) -> bool:
    """Take in a case whose `received` we refused, as corrected since; return whether there is such a one.

    A voided one is not taken in any more: nothing is left to do about it. Moves between that still cannot be used have
    been told before.
    """
    if event.kind not in ("corrected", "voided"):
        return False
    code = _case_code(event)
    if code in bench.unheard or len(bench.unheard) >= MOST_UNHEARD:
        return False
    life = to_hear_again(bench.connection, bench.desk, event)
    if not life:
        bench.unheard.add(code)
    if not life or event.kind == "voided":
        return bool(life)
    _received(bench, book, *life[0])
    for move, body in life[1:]:
        try:
            _move(bench, book, move, body)
        except (Unusable, BadBody):
            continue
    return True


def _read_anew(bench: Bench, code: str, said: bodies.Corrected) -> dict[str, Any]:
    """Return what the citizens' page says otherwise: a phone that was mistyped opens the case no longer."""
    read: dict[str, Any] = {}
    if said.procedure is not None:
        named = sa.select(procedure.c.name).where(procedure.c.code == said.procedure)
        name = bench.connection.execute(named.order_by(procedure.c.version.desc())).scalar()
        read["procedure_name"] = name or f"Thủ tục {said.procedure}"
    if said.phone is not None:
        read["phone_mac"] = _phone_mac(bench, code, said.phone)
    if said.by_post is not None:
        read["collect_at"] = _collect_at(bench, by_post=said.by_post)
    return read


def _procedure_name(bench: Bench, said: bodies.Received) -> str:
    """Return the procedure's name; a version that we do not have cannot be judged and passes."""
    if said.catalogue not in bench.names:
        here = sa.select(procedure.c.code, procedure.c.name).where(procedure.c.version == said.catalogue)
        bench.names[said.catalogue] = {row.code: row.name for row in bench.connection.execute(here)}
    names = bench.names[said.catalogue]
    if names and said.procedure not in names:
        raise Unusable(
            "unknown_procedure",
            f"Danh mục của cấp trên không có thủ tục {said.procedure}; hãy chọn lại thủ tục.",
        )
    return str(names.get(said.procedure, f"Thủ tục {said.procedure}"))


def _case_code(event: Event) -> str:
    if event.case_code is None:
        raise BadBody("case_code")
    return event.case_code


def _cut(value: str, most: int = 60) -> str:
    """Return a value as a sentence can hold it: news that never fit would hold up all that come after."""
    shown = "".join(c if c.isprintable() else "?" for c in value[:most])
    return shown if len(value) <= most else f"{shown}…"


_Deed: TypeAlias = Callable[[Bench, Book, Event, dict[str, Any]], None]
_DEEDS: dict[str, _Deed] = (
    dict.fromkeys(MOVES, _move)
    | dict.fromkeys(scans.KINDS, _scan)
    | {"received": _received, "undone": _undone}
)
