"""What stands on the reconciliation sheet, as values by the names in known.KNOWN."""

from __future__ import annotations

from desk_app.domain.reconciliation import KIND_NAMES, KINDS, Counts, Reconciliation
from desk_app.domain.staff import Staff
from desk_app.printing.rows import Row
from desk_app.printing.values import moment_words, short_day

HEX = 16  # digits of a hash that people compare by eye


def reconciliation_values(sheet: Reconciliation, giver: Staff) -> Row:
    """Return what stands beside the tables."""
    return {
        "day": short_day(sheet.day),
        "giver": giver.name,
        "said": _said(sheet),
        "head_seq": str(sheet.head_seq),
        "head_hash": _hex(sheet.head_hash),
        "acknowledged_seq": str(sheet.acknowledged_seq),
        "acknowledged_hash": _hex(sheet.acknowledged_hash),
        "outcome": _outcome(sheet),
    }


def procedure_rows(sheet: Reconciliation) -> list[Row]:
    """Return one row a procedure, and the sum."""
    rows = [
        {
            "no": str(n),
            "procedure_code": one.procedure_code,
            "procedure": one.procedure_name,
            **_numbers(one.counts),
        }
        for n, one in enumerate(sheet.lines, 1)
    ]
    return [*rows, {"no": "", "procedure_code": "", "procedure": "CỘNG", **_numbers(sheet.total)}]


def difference_rows(sheet: Reconciliation) -> list[Row]:
    """Return one row a case; a row that says so where there is none."""
    if not sheet.differences:
        return [
            {
                "no": "–",
                "case_code": "Không có hồ sơ nào",
                "only_desk": "",
                "only_superior": "",
                "refused": "",
            }
        ]
    return [
        {
            "no": str(n),
            "case_code": one.case_code,
            "only_desk": _kinds(one.only_desk),
            "only_superior": _kinds(one.only_superior),
            "refused": "cấp trên trả lại" if one.refused else "",
        }
        for n, one in enumerate(sheet.differences, 1)
    ]


def _numbers(counts: Counts) -> Row:
    ours = {kind: str(counts.desk[kind]) for kind in KINDS}
    theirs = {f"{kind}_held": str(counts.superior[kind]) for kind in KINDS}
    return {**ours, **theirs, "refused": str(counts.refused)}


def _kinds(kinds: tuple[str, ...]) -> str:
    return ", ".join(KIND_NAMES[kind] for kind in kinds)


def _said(sheet: Reconciliation) -> str:
    if sheet.asked_at is not None:
        return f"do cấp trên trả lời có ký, lúc {moment_words(sheet.asked_at)}."
    why = f" Chưa hỏi được: {sheet.why_not}" if sheet.why_not else ""
    if sheet.confirmed_at is None:
        return f"cấp trên chưa xác nhận lần nào.{why}"
    return f"theo xác nhận có ký gần nhất, lúc {moment_words(sheet.confirmed_at)}.{why}"


def _outcome(sheet: Reconciliation) -> str:
    if sheet.agrees:
        return "Khớp: cấp trên đã nhận toàn bộ nhật ký và số liệu hai bên như nhau."
    pending = sheet.head_seq - sheet.acknowledged_seq
    parts: list[str] = []
    if sheet.differences:
        parts.append(f"{len(sheet.differences)} hồ sơ chênh lệch")
    if pending > 0:
        parts.append(f"{pending} sự kiện chưa được xác nhận")
    if pending < 0:
        parts.append(f"cấp trên có thêm {-pending} sự kiện mà máy này không có")
    return f"Chưa khớp: {', '.join(parts)}."


def _hex(value: bytes) -> str:
    digits = value.hex()[:HEX]
    return " ".join(digits[n : n + 4] for n in range(0, len(digits), 4))
