"""What can be wrong with bytes that came over the line."""

from __future__ import annotations


class WireError(Exception):
    """These bytes are not what the protocol says; the text says why, for a log."""


class NotCanonical(WireError):
    """A body holds something that has no single form: a float, a duplicate key, a lone surrogate."""


class BrokenChain(WireError):
    """An event does not follow the one before it."""


class BadFrame(WireError):
    """A frame cannot be read: cut, too large, or not a frame."""


class BadSignature(WireError):
    """A signature does not belong to these bytes and this key."""


class BadParcel(WireError):
    """A parcel is none, or is not as it was sealed."""


class CutParcel(BadParcel):
    """A parcel ends before its end: copied in part, or pulled too early."""


class BadThing(WireError):
    """A thing is not the bytes that were named, or would become too large."""
