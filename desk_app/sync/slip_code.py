"""The one-time code of a slip, as the desk keeps it."""

from __future__ import annotations

import hashlib

from desk_app.domain.errors import WrongEnrolmentCode
from wire.enrolment import code_key
from wire.errors import WireError


def slip_key(code: str) -> bytes:
    """Return the key that both sides make from a code, or raise WrongEnrolmentCode for what is none."""
    try:
        return code_key(code)
    except WireError as error:
        raise WrongEnrolmentCode() from error


def slip_digest(code: str) -> bytes:
    """Return by what a code is known again, however it was typed; nobody gets the code from it.

    Raises:
        WrongEnrolmentCode: no code looks like this.
    """
    return hashlib.sha256(slip_key(code)).digest()
