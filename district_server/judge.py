"""Use a stored event, or say why it cannot be used; nothing here blocks the events after it."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from district_server.ledger import case_record, look_up, procedure
from wire.event import Event
from wire.lookup import lookup_code

PROCESSING, RESULT_WAITING, RETURNED = 4, 9, 10  # TrangThaiHoSo


class Unusable(Exception):
    """The event cannot be used: a word, a Vietnamese sentence, and who must act."""

    def __init__(self, code: str, sentence: str, who_acts: str = "desk") -> None:
        super().__init__(sentence)
        self.code, self.sentence, self.who_acts = code, sentence, who_acts


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What judging an event of one desk needs."""

    connection: sa.Connection
    desk: str
    desk_name: str
    log_key: bytes
    look_up_key: bytes


def judge(bench: Bench, event: Event) -> None:
    """Project one event.

    Raises:
        Unusable: it is stored all the same.
    """
    known = _BY_KIND.get(event.kind)
    if known is None or not event.body:
        return
    try:
        known(bench, event, json.loads(event.body))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise Unusable("bad_body", f"Sự kiện {event.seq} thiếu hoặc sai dữ liệu; hãy lập lại.") from error


def mac(key: bytes, *parts: str) -> bytes:
    """Return what the look-up table holds instead of a secret."""
    return hmac.digest(key, "\0".join(parts).encode(), hashlib.sha256)


def _received(bench: Bench, event: Event, body: dict[str, Any]) -> None:
    code, name = _case_code(event), _procedure_name(bench, body)
    held = bench.connection.execute(
        sa.select(case_record.c.desk).where(case_record.c.case_code == code)
    ).first()
    if held is not None:
        raise Unusable("number_taken", f"Mã hồ sơ {code} đã có ở cấp trên; hãy lập lại với mã khác.")
    phone = "".join(c for c in body["applicant"].get("phone", "") if c.isdigit())
    bench.connection.execute(
        sa.insert(case_record),
        {
            "case_code": code,
            "desk": bench.desk,
            "procedure_code": body["procedure"],
            "state": PROCESSING,
            "received_at": event.at,
            "due_at": body.get("due_at"),
        },
    )
    bench.connection.execute(
        sa.insert(look_up),
        {
            "case_code": code,
            "procedure_name": name,
            "state": PROCESSING,
            "due_at": body.get("due_at"),
            "collect_at": "Gửi qua bưu chính" if body["return_method"] == "post" else bench.desk_name,
            "code_mac": mac(bench.look_up_key, code, lookup_code(bench.log_key, code)),
            "phone_mac": mac(bench.look_up_key, code, phone[-4:]) if len(phone) >= 9 else None,
        },
    )


def _completed(bench: Bench, event: Event, body: dict[str, Any]) -> None:
    del body
    _move(bench, event, (PROCESSING,), RESULT_WAITING, completed_at=event.at)


def _handed_over(bench: Bench, event: Event, body: dict[str, Any]) -> None:
    if body["receiver"] not in {"applicant", "proxy", "post"}:
        raise ValueError(body["receiver"])
    _move(bench, event, (RESULT_WAITING,), RETURNED, returned_at=event.at)


def _move(bench: Bench, event: Event, allowed: tuple[int, ...], state: int, **times: str) -> None:
    code = _case_code(event)
    row = bench.connection.execute(
        sa.select(case_record.c.state).where(
            case_record.c.case_code == code, case_record.c.desk == bench.desk
        )
    ).first()
    if row is None:
        raise Unusable("unknown_case", f"Cấp trên không có hồ sơ {code} của quầy này; hãy kiểm tra lại.")
    if row.state not in allowed:
        raise Unusable("wrong_state", f"Hồ sơ {code} không ở trạng thái cho phép việc này; hãy kiểm tra lại.")
    bench.connection.execute(
        sa.update(case_record).where(case_record.c.case_code == code).values(state=state, **times)
    )
    bench.connection.execute(sa.update(look_up).where(look_up.c.case_code == code).values(state=state))


def _procedure_name(bench: Bench, body: dict[str, Any]) -> str:
    """Return the procedure's name; a version that we do not have cannot be judged and passes."""
    code, version = str(body["procedure"]), int(body["catalogue"])
    here = bench.connection.execute(
        sa.select(procedure.c.code, procedure.c.name).where(procedure.c.version == version)
    ).all()
    names = {row.code: row.name for row in here}
    if names and code not in names:
        raise Unusable(
            "unknown_procedure", f"Danh mục của cấp trên không có thủ tục {code}; hãy chọn lại thủ tục."
        )
    return str(names.get(code, f"Thủ tục {code}"))


def _case_code(event: Event) -> str:
    if event.case_code is None:
        raise ValueError("no case code")
    return event.case_code


_BY_KIND: dict[str, Callable[[Bench, Event, dict[str, Any]], None]] = {
    "received": _received,
    "completed": _completed,
    "handed_over": _handed_over,
}
