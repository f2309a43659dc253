"""The reasons of resources/guidance/."""

from __future__ import annotations

import json
from pathlib import Path

from desk_app.domain.errors import CatalogueUnreadable
from desk_app.domain.reasons import Reasons


def read_reasons(folder: Path) -> Reasons:
    """Return the common reasons.

    Raises:
        CatalogueUnreadable: no file, or none of reasons.
    """
    path = folder / "reasons.json"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Reasons(
            completion=tuple(map(str.strip, data["completion"])),
            refusal=tuple(map(str.strip, data["refusal"])),
        )
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise CatalogueUnreadable(path=path) from error
