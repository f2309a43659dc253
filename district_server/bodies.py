"""What the superior reads of a body, with every value's type and size looked at before it nears SQL."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

_OFFSET = timedelta(hours=7)
_LARGEST = 2**31 - 1  # what an integer column holds on every engine
_PLAIN = re.compile(r"[A-Za-z0-9._/-]+", re.ASCII)


class BadBody(ValueError):
    """A body lacks `field`, or has something there that it cannot have."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What `received` says that the superior uses.

    `for_unit` = the code of the agency that decides, when another. `received_at` stands
    where the paper was taken before the event, in a power cut.
    """

    procedure: str
    catalogue: int
    phone: str  # its digits
    by_post: bool
    due_at: str | None
    received_at: str | None
    for_unit: str


def received(body: Mapping[str, Any]) -> Received:
    """Read the body of `received`, or raise BadBody."""
    applicant = body.get("applicant")
    if not isinstance(applicant, Mapping):
        raise BadBody("applicant")
    return Received(
        procedure=_code(body, "procedure"),
        catalogue=_number(body, "catalogue"),
        phone=_digits(_text(applicant, "phone")),
        by_post=_by_post(body),
        due_at=due_at(body),
        received_at=_moment(body, "received_at"),
        for_unit=_text(body, "for_unit"),
    )


def refused_code(body: Mapping[str, Any]) -> tuple[str, str]:
    """Read from `not_received` the portal's code of an online dossier, empty for none, and the procedure's.

    Raises:
        BadBody.
    """
    if "superior_code" not in body:
        return "", ""
    return _code(body, "superior_code", 50), _code(body, "procedure")


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """What `corrected` says is otherwise now of what the superior uses; None = as it was."""

    procedure: str | None
    phone: str | None  # its digits
    by_post: bool | None
    received_at: str | None  # of a case that was keyed in from paper


def corrected(body: Mapping[str, Any]) -> Corrected:
    """Read the body of `corrected`, or raise BadBody."""
    now = body.get("now", {})
    if not isinstance(now, Mapping):
        raise BadBody("now")
    applicant = now.get("applicant", {})
    if not isinstance(applicant, Mapping):
        raise BadBody("applicant")
    return Corrected(
        procedure=_code(now, "procedure") if "procedure" in now else None,
        phone=_digits(_text(applicant, "phone")) if "applicant" in now else None,
        by_post=_by_post(now) if "return_method" in now else None,
        received_at=_moment(now, "received_at"),
    )


def due_at(body: Mapping[str, Any]) -> str | None:
    """Read the due moment that a body gives, None when it gives none, or raise BadBody."""
    return _moment(body, "due_at")


def is_part(body: Mapping[str, Any]) -> bool:
    """Read from the body of `supplemented` whether something is still to come, or raise BadBody."""
    missing = body.get("missing", [])
    if not isinstance(missing, list):
        raise BadBody("missing")
    return bool(missing)


def undone(body: Mapping[str, Any]) -> int:
    """Read which act `undone` takes back, or raise BadBody."""
    return _number(body, "seq")


def receiver(body: Mapping[str, Any]) -> str:
    """Read who took the result from the body of `handed_over`, or raise BadBody."""
    return _one_of(body, "receiver", ("applicant", "proxy", "post"))


def moment(value: object, field: str) -> str:
    """Return an ISO 8601 time in whole seconds at +07:00 as it stands, or raise BadBody."""
    try:
        read = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError as error:
        raise BadBody(field) from error
    if read is None or read.utcoffset() != _OFFSET or read.microsecond or read.isoformat() != value:
        raise BadBody(field)
    return read.isoformat()


def _digits(text: str) -> str:
    return "".join(c for c in text if c in "0123456789")


def _by_post(body: Mapping[str, Any]) -> bool:
    return _one_of(body, "return_method", ("desk", "post")) == "post"


def _moment(body: Mapping[str, Any], field: str) -> str | None:
    return moment(body[field], field) if field in body else None


def _code(body: Mapping[str, Any], field: str, most: int = 40) -> str:
    value = body.get(field)
    if not isinstance(value, str) or not _PLAIN.fullmatch(value) or len(value) > most:
        raise BadBody(field)
    return value


def _text(body: Mapping[str, Any], field: str) -> str:
    value = body.get(field, "")
    if not isinstance(value, str):
        raise BadBody(field)
    return value


def _number(body: Mapping[str, Any], field: str) -> int:
    value = body.get(field)
    if type(value) is not int or not 0 < value <= _LARGEST:
        raise BadBody(field)
    return value


def _one_of(body: Mapping[str, Any], field: str, allowed: tuple[str, ...]) -> str:
    value = body.get(field)
    if not isinstance(value, str) or value not in allowed:
        raise BadBody(field)
    return value
