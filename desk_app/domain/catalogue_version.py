"""One version of the catalogue, as it is kept: a case stays with the version of its intake for ever."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueVersion:
    """`number` never means anything else; in force from `effective_from` until another begins."""

    number: int
    effective_from: date
    document: Mapping[str, Any]

    @property
    def entries(self) -> list[dict[str, Any]]:
        """Return the entries, as domain/procedure_document.py reads them."""
        return list(self.document["procedures"])
