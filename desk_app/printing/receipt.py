"""Mẫu 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả: the stored case in the lines of its form."""

from __future__ import annotations

from datetime import datetime

from desk_app.domain.amount import dong, in_words
from desk_app.domain.applicant import IdKind, SubmitterRole
from desk_app.domain.case import Case, ReturnMethod
from desk_app.domain.deadline import term_text
from desk_app.domain.desk import Desk
from desk_app.domain.staff import Staff
from desk_app.printing.flow import STRONG, TEXT, Block, gap, labelled, paragraph, stacked, table
from desk_app.printing.fonts import ITALIC, Type
from desk_app.printing.forms import Form
from desk_app.printing.sheet import COLUMN, Sheet, draw_sheet, signatures

ROLES = {
    SubmitterRole.AUTHORISED: "nộp thay theo ủy quyền",
    SubmitterRole.REPRESENTATIVE: "đại diện theo pháp luật",
}
ID_NAMES = {
    IdKind.PERSONAL: "Số định danh cá nhân",
    IdKind.OLD: "Số CMND",
    IdKind.PASSPORT: "Số hộ chiếu",
    IdKind.TAX: "Mã số thuế",
}


def draw_receipt(case: Case, desk: Desk, staff: Staff, form: Form, *, nth: int, copies: int) -> bytes:
    """Return the PDF of a receipt; `nth` print, two copies side by side on A4 or one on A5."""
    sheet = Sheet(
        letterhead=desk.letterhead,
        number=f"Số: {case.slip_number:05d}" if case.slip_number else "",
        at=case.received_at,
        title=_two_lines(form.title),
        case_code=case.code,
        foot=f"Mã tra cứu: {case.lookup}" if case.lookup else "",
        copies=form.copies[:copies] if copies > 1 else ("",),
        reprint=f"BẢN IN LẠI lần {nth - 1}" if nth > 1 else "",
        blocks=_blocks(case, desk, staff, form),
    )
    return draw_sheet(sheet, case.code)


def _blocks(case: Case, desk: Desk, staff: Staff, form: Form) -> list[Block]:
    blocks: list[Block] = [gap(2)]
    for line in form.lines:
        if line.key == "components":
            blocks.append(paragraph(f"{line.label}:", COLUMN))
            blocks += [*_components(case, form), gap(3)]
        elif value := _value(line.key, case, desk):  # what nobody entered is not printed
            label = ID_NAMES[case.intake.applicant.id_kind] if line.key == "identity" else line.label
            kind = STRONG if line.key in {"applicant", "due_at"} else TEXT
            blocks.append(labelled(label, value, COLUMN, value_type=kind))
    blocks += [paragraph(f"– {note}", COLUMN, Type(ITALIC, 7.6), indent=6, after=0.5) for note in form.notes]
    submitter = case.intake.submitter
    hand_in = submitter.name or case.intake.applicant.name
    signed = signatures([(form.signatures[0], hand_in), (form.signatures[1], staff.name)], form.sign_here)
    return [*blocks, stacked(gap(4), signed)]


def _value(key: str, case: Case, desk: Desk) -> str:
    intake, applicant = case.intake, case.intake.applicant
    match key:
        case "applicant":
            return applicant.name.upper() if applicant.kind == "person" else applicant.name
        case "submitter":
            role = ROLES.get(intake.submitter.role)
            return ", ".join(filter(None, (intake.submitter.name, role, intake.submitter.id))) if role else ""
        case "identity":
            return applicant.id
        case "address":
            return applicant.address
        case "contact":
            return "    Email: ".join(filter(None, (applicant.phone, applicant.email)))
        case "procedure":
            return case.procedure_name
        case "sets":
            return f"{intake.sets:02d} (bộ)"
        case "term":
            return term_text(intake.term) if intake.term else ""
        case "received_at":
            return _moment(case.received_at)
        case "due_at":
            return _moment(case.due_at) if case.due_at else ""
        case "return_method":
            post = intake.return_method is ReturnMethod.POST
            return f"qua bưu chính, {intake.return_address}" if post else _collect(desk)
        case "fee":
            return _fee(intake.fee)
        case "register":
            return (
                f"Quyển số {case.register_book}, Số thứ tự {case.register_number}"
                if case.register_number
                else ""
            )
    return ""


def _components(case: Case, form: Form) -> list[Block]:
    widths = (24.0, COLUMN - 24 - 46 - 42, 46.0, 42.0)
    rows = [
        (str(n), paper.name, str(paper.originals or "–"), str(paper.copies or "–"))
        for n, paper in enumerate(case.intake.components, 1)
    ]
    return table(list(zip(form.columns, widths, strict=True)), rows)


def _moment(at: datetime) -> str:
    return f"{at:%H} giờ {at:%M} phút, ngày {at:%d} tháng {at:%m} năm {at:%Y}"


def _fee(fee: int | None) -> str:
    if fee is None:
        return ""
    return "Không thu" if fee == 0 else f"{dong(fee)} ({in_words(fee)})"


def _collect(desk: Desk) -> str:
    name = desk.letterhead.desk_name
    return ", ".join(filter(None, (name[0] + name[1:].lower(), desk.letterhead.address)))


def _two_lines(title: str) -> tuple[str, ...]:
    """Break a long title where the law's own print does."""
    head, mark, tail = title.partition(" VÀ HẸN ")
    return (head, f"VÀ HẸN {tail}") if mark else (title,)
