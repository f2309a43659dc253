"""What ends a request: a word for the desk, a status, and never a case's data."""

from __future__ import annotations


class Refused(Exception):
    """The request as a whole is refused."""

    status = 400
    word = "bad_frame"


class TooLarge(Refused):
    """More bytes than either side takes."""

    status = 413
    word = "too_large"


class Stalled(Refused):
    """Nothing came for too long: the line died, or somebody only holds it."""

    status = 408
    word = "stalled"


class Gap(Refused):
    """The frame begins after our head."""

    status = 409
    word = "gap"


class HalfGone(Refused):
    """The beginning of the frame is not here (any more): it is to be sent whole."""

    status = 409
    word = "half_gone"


class Fork(Refused):
    """Another hash at a seq that we hold: a restored or copied desk."""

    status = 409
    word = "fork"


class Replayed(Refused):
    """The counter did not grow."""

    status = 409
    word = "replayed"


class UnknownSigner(Refused):
    """Not enrolled, revoked, or a wrong signature: not told apart."""

    status = 401
    word = "unknown_signer"


class WrongCode(Refused):
    """Wrong, used, expired or too often tried: not told apart."""

    status = 403
    word = "wrong_code"


class UnknownThing(Refused):
    """Nothing of that name was published."""

    status = 404
    word = "unknown_thing"


class HasLog(Refused):
    """A desk of this name has a log here, of another key: who goes on with it must recover it first."""

    status = 409
    word = "has_log"


class Busy(Refused):
    """The database is away or too busy; the same again later may be taken."""

    status = 503
    word = "busy"


class CannotServe(Exception):
    """A command cannot do its job; the text is the sentence for whoever typed it."""
