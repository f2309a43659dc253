"""The commune's own authority: who vouches for the superior's certificate where no known authority does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

SHORT = (
    20  # hexadecimal digits read out over the telephone: 80 bits, which nobody makes another certificate for
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """One certificate that may vouch for others; `fingerprint` = SHA-256 of its DER, 64 hexadecimal digits."""

    subject: str
    issuer: str
    begins: datetime
    ends: datetime
    fingerprint: str

    @property
    def short_fingerprint(self) -> str:
        """Return the fingerprint's beginning in groups of four: 3F2A 91BC 0D4E 77A1 5C92."""
        return " ".join(self.fingerprint[n : n + 4] for n in range(0, SHORT, 4))

    def is_in_time(self, at: datetime) -> bool:
        """Return whether it is good at `at`."""
        return self.begins <= at <= self.ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorities:
    """What one file of certificates holds, in the file's order; `text` is what is kept of it: these alone, as PEM."""

    members: tuple[Authority, ...]
    text: str

    @property
    def newest(self) -> Authority:
        """Return the one that is good the longest: it names the lot."""
        return max(self.members, key=lambda one: one.ends)
