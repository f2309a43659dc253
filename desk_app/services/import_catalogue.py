"""Bring a published list into the catalogue: first what it would change, then a new version, whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk_app.domain.catalogue_version import CatalogueVersion
from desk_app.domain.errors import NoCatalogueThen, NothingToImport
from desk_app.domain.folding import fold
from desk_app.domain.importing.difference import Difference, ImportOrder, lay
from desk_app.domain.importing.findings import Fault, Findings, Known
from desk_app.domain.importing.rebase import rebased
from desk_app.domain.ports import CatalogueShelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A version that is not written yet."""

    number: int
    document: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What importing would do; `drafts` empty = nothing changes. The first draft begins on the order's day."""

    order: ImportOrder
    base: CatalogueVersion
    findings: Findings
    difference: Difference
    drafts: tuple[Draft, ...]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Return every fault, of the file and of what its rows would do, in the order of the file."""
        found = (*self.findings.faults, *self.difference.faults)
        order = {sheet: n for n, sheet in enumerate(dict.fromkeys(fault.sheet for fault in found))}
        return tuple(sorted(found, key=lambda fault: (order[fault.sheet], fault.row)))


def plan_import(read: Callable[[Known], Findings], order: ImportOrder, shelf: CatalogueShelf) -> ImportPlan:
    """Return what a list would change; nothing is written.

    Versions that wait for a later day get the same changes, else they would undo them when they begin.

    Raises:
        NoCatalogueThen: no version is in force on the order's day.
        NothingToImport: no row could be taken.
    """
    versions = shelf.all()
    begun = [version for version in versions if version.effective_from <= order.effective_from]
    if not begun:
        first = f"{versions[0].effective_from:%d/%m/%Y}" if versions else "…"
        raise NoCatalogueThen(day=f"{order.effective_from:%d/%m/%Y}", first=first)
    base = begun[-1]
    findings = read(known_of(base))
    if not findings.items:
        first_fault = findings.faults[0].sentence if findings.faults else "Không có dòng thủ tục nào."
        raise NothingToImport(
            file=order.source, why=first_fault.rstrip(".")[:1].lower() + first_fault.rstrip(".")[1:]
        )
    difference = lay(base.entries, findings.items, order)
    drafts: list[Draft] = []
    if difference.changes_anything:
        number = shelf.next_own()
        drafts.append(_draft(number, base, order, list(difference.entries)))
        for waiting in _waiting(versions[len(begun) :]):
            entries = list(rebased(base.entries, difference, waiting.entries))
            if entries != waiting.entries:
                number += 1
                drafts.append(_draft(number, waiting, order, entries))
    return ImportPlan(order=order, base=base, findings=findings, difference=difference, drafts=tuple(drafts))


def carry_out(plan: ImportPlan, shelf: CatalogueShelf) -> tuple[Path, ...]:
    """Write the versions of a plan, the last to begin first: cut off, it is done again whole.

    Raises:
        StorageFull, StorageUnreadable: what was not written yet is not there.
    """
    written = [shelf.write(draft.number, draft.document) for draft in reversed(plan.drafts)]
    return tuple(reversed(written))


def known_of(version: CatalogueVersion) -> Known:
    """Return what a version knows, as reading a list needs it."""
    entries = version.entries
    names = Counter(fold(entry["name"]) for entry in entries)
    return Known(
        codes=frozenset(entry["code"] for entry in entries),
        names={fold(entry["name"]): entry["code"] for entry in entries if names[fold(entry["name"])] == 1},
        fields={fold(entry["field"]): (entry["field"], entry["field_code"] or "") for entry in entries},
    )


def _waiting(later: list[CatalogueVersion]) -> list[CatalogueVersion]:
    """Return the versions that will rule on a later day: of those that begin together, the last."""
    return list({version.effective_from: version for version in later}.values())


def _draft(number: int, base: CatalogueVersion, order: ImportOrder, entries: list[dict[str, Any]]) -> Draft:
    begins = max(order.effective_from, base.effective_from)
    document = {
        "version": number,
        "effective_from": begins.isoformat(),
        "decision": order.decision,
        "based_on": base.number,
        "imported_from": order.source,
        "procedures": entries,
    }
    return Draft(number=number, document=document)
