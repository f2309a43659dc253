"""Whether an entry of the catalogue may be received on a day, and what the clerk must know of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desk_app.domain.procedure import Procedure, ProcedureStatus


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
        return Standing(receivable=False, note=f"Chưa có hiệu lực, áp dụng từ {first:%d/%m/%Y}{by}.")
    if last is not None and day <= last:
        return Standing(note=f"Áp dụng đến hết {last:%d/%m/%Y}, sau đó {_ending(procedure)}{by}.")
    if last is not None or procedure.status in (ProcedureStatus.REPLACED, ProcedureStatus.REPEALED):
        since = f" sau {last:%d/%m/%Y}" if last else ""
        return Standing(receivable=False, note=f"Không còn áp dụng{since}: {_ending(procedure)}{by}.")
    if procedure.absent_from:
        told = f"Không có trong danh mục theo {procedure.absent_from}; kiểm tra trước khi tiếp nhận."
        return Standing(note=told)
    if procedure.status is ProcedureStatus.TO_VERIFY:
        return Standing(note="Mã cần xác minh với danh mục của tỉnh trước khi tiếp nhận.")
    return Standing()


def _ending(procedure: Procedure) -> str:
    if procedure.replaced_by:
        return f"thay bằng {', '.join(procedure.replaced_by)}"
    if procedure.status is ProcedureStatus.REPLACED:
        return "được thay thế"
    return "bị bãi bỏ" if procedure.status is ProcedureStatus.REPEALED else "hết hiệu lực"
