"""Numbers of identity papers as people write and say them: with dots, spaces, dashes."""

from __future__ import annotations

import re

from desk_app.domain.applicant import IdKind

_BETWEEN = {
    IdKind.TAX: r"\s",
    IdKind.PASSPORT: r"[\s\-]",
}  # a tax number's dash belongs to it, as to an agency's code its dots


def plain_number(text: str, kind: IdKind) -> str:
    """Return "038.190.004.217" as 038190004217; nothing when the kind says that there is no number."""
    if kind is IdKind.NONE:
        return ""
    return re.sub(_BETWEEN.get(kind, r"[\s.\-]"), "", text).upper()
