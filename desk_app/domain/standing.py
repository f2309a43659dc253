"""Whether an entry of the catalogue may be received on a day, and what the clerk must know of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desk_app.domain.procedure import Procedure, ProcedureStatus
from desk_app.domain.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """`note` is one sentence for the clerk, empty when there is nothing to say."""

    receivable: bool = True
    note: str = ""


def standing(procedure: Procedure, day: date) -> Standing:
    """Judge an entry on `day`: one that begins later, has ended, is replaced or repealed is not received."""
    by = f" ({procedure.decision})" if procedure.decision else ""
    first, last = procedure.effective_from, procedure.effective_to
    if first is not None and day < first:
        return Standing(
            receivable=False,
            note=Words("Chưa có hiệu lực, áp dụng từ {first}{by}.", first=f"{first:%d/%m/%Y}", by=by),
        )
    if last is not None and day <= last:
        return Standing(
            note=Words(
                "Áp dụng đến hết {last}, sau đó {ending}{by}.",
                last=f"{last:%d/%m/%Y}",
                ending=_ending(procedure),
                by=by,
            )
        )
    if last is not None or procedure.status in (ProcedureStatus.REPLACED, ProcedureStatus.REPEALED):
        since = Words(" sau {last}", last=f"{last:%d/%m/%Y}") if last else ""
        return Standing(
            receivable=False,
            note=Words(
                "Không còn áp dụng{since}: {ending}{by}.", since=since, ending=_ending(procedure), by=by
            ),
        )
    if procedure.absent_from:
        told = Words(
            "Không có trong danh mục theo {absent_from}; kiểm tra trước khi tiếp nhận.",
            absent_from=procedure.absent_from,
        )
        return Standing(note=told)
    if procedure.status is ProcedureStatus.TO_VERIFY:
        return Standing(note=Words("Mã cần xác minh với danh mục của tỉnh trước khi tiếp nhận."))
    return Standing()


def _ending(procedure: Procedure) -> str:
    if procedure.replaced_by:
        return Words("thay bằng {codes}", codes=", ".join(procedure.replaced_by))
    if procedure.status is ProcedureStatus.REPLACED:
        return Words("được thay thế")
    return Words("bị bãi bỏ") if procedure.status is ProcedureStatus.REPEALED else Words("hết hiệu lực")
