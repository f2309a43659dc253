"""A procedure of the catalogue (thủ tục hành chính) in one version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ProcedureStatus(StrEnum):
    """Where an entry stands in law; the dates beside it say from when and until when."""

    IN_FORCE = "in_force"
    REPLACED = "replaced"
    REPEALED = "repealed"
    TO_VERIFY = "to_verify"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredComponent:
    """One paper that a procedure asks for (thành phần hồ sơ)."""

    name: str
    originals: int = 1
    copies: int = 0
    required: bool = True
    note: str = ""
    group: str = ""
    lookup_first: bool = (
        False  # a national database may hold it: look there before asking (NĐ 118/2025 Đ.17.1b)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TermChoice:
    """One processing time; several when the law tells cases apart. `term` as `desk-app due` reads it.

    `term` is what the commune promises, `term_by_law` the statutory one where the commune promises less.
    """

    term: str
    text: str
    term_by_law: str = ""

    @property
    def reduced(self) -> bool:
        """Return whether the commune cut the term (cắt giảm)."""
        return bool(self.term_by_law)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessStep:
    """One step of the internal process (quy trình nội bộ); `minutes` of working time, None = not set."""

    action: str
    role: str = ""
    department: str = ""
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedLevel:
    """Who settles it from a day on: the same code went from district to commune on 01/7/2025."""

    level: str
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureTexts:
    """What a pinned catalogue version calls a procedure and its papers."""

    name: str
    field: str
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """A catalogue entry. Money in đồng; `fee` None = nobody has set it; `terms` empty = not known.

    `receivable` and `note` are the entry's standing on the day for which the catalogue was opened.
    """

    code: str  # the national code: what cases, events and fees go by
    name: str  # as the law names it, without the leading "Thủ tục"
    field_code: str
    field: str
    terms: tuple[TermChoice, ...] = ()
    fee: int | None = None
    fee_unit: str = ""
    fee_text: str = ""
    fee_varies: bool = False
    components: tuple[RequiredComponent, ...] = ()
    result: str = ""
    at_once: bool = False
    common: bool = False
    name_only: bool = False
    code_suffix: str = ""  # what the publishing place wrote behind the code
    status: ProcedureStatus = ProcedureStatus.IN_FORCE
    effective_from: date | None = None
    effective_to: date | None = None  # the last day on which it applies
    replaced_by: tuple[str, ...] = ()
    decision: str = ""  # số quyết định công bố
    absent_from: str = ""  # the decision whose list did not name it any more
    levels: tuple[DatedLevel, ...] = ()
    legal_basis: tuple[str, ...] = ()
    steps: tuple[ProcessStep, ...] = ()
    source: str = ""  # where the entry was read: an address, a file
    source_date: str = ""
    receivable: bool = True
    note: str = ""

    def level_on(self, day: date) -> str:
        """Return who settles it on `day`, empty when nothing says so."""
        return next((at.level for at in reversed(self.levels) if at.since is None or at.since <= day), "")


def settled_by_one(procedure: Procedure) -> bool:
    """Return whether the internal process names one doer alone for all its steps; without steps nothing says so.

    The law sends every dossier on that the desk does not settle itself (NĐ 118/2025 Đ.17.5, 18.2).
    """
    doers = {f"{step.role}|{step.department}".casefold() for step in procedure.steps}
    return len(doers) == 1 and doers != {"|"} and not any("+" in choice.term for choice in procedure.terms)
