"""The return slip (phiếu trả kết quả): who took which result, when; signed by both."""

from __future__ import annotations

from desk_app.domain.case import SHOWN_NAMES, Case, HandOver, Receiver
from desk_app.domain.desk import Desk
from desk_app.domain.staff import Staff
from desk_app.printing.flow import STRONG, TEXT, Block, gap, labelled, paragraph, stacked
from desk_app.printing.fonts import ITALIC, Type
from desk_app.printing.sheet import COLUMN, Sheet, draw_sheet, signatures

COPIES = ("Liên 1: Lưu", "Liên 2: Giao người nhận")
NOTE = "Người nhận đã kiểm tra kết quả trước khi ký nhận. Kết quả có sai sót: báo lại ngay để được sửa."


def draw_return_slip(case: Case, desk: Desk, staff: Staff, *, nth: int) -> bytes:
    """Return the PDF of a return slip for a case that has been handed over."""
    taken = case.hand_over
    if taken is None or taken.at is None:
        raise ValueError("a return slip needs a hand-over")
    sheet = Sheet(
        letterhead=desk.letterhead,
        number=f"Số: {taken.slip_number:05d}" if taken.slip_number else "",
        at=taken.at,
        title=("PHIẾU TRẢ KẾT QUẢ",),
        case_code=case.code,
        foot=f"Mã tra cứu: {case.lookup}",
        copies=COPIES if desk.receipt_copies > 1 else ("",),
        reprint=f"BẢN IN LẠI lần {nth - 1}" if nth > 1 else "",
        blocks=_blocks(case, staff, taken),
    )
    return draw_sheet(sheet, case.code)


def _blocks(case: Case, staff: Staff, taken: HandOver) -> list[Block]:
    lines = [
        ("Chủ hồ sơ", case.intake.applicant.name.upper(), STRONG),
        ("Địa chỉ", case.intake.applicant.address, TEXT),
        ("Thủ tục hành chính", case.procedure_name, TEXT),
        ("Ngày tiếp nhận", f"{case.received_at:%d/%m/%Y}", TEXT),
        ("Ngày hẹn trả", f"{case.due_at:%H:%M, %d/%m/%Y}" if case.due_at else "", TEXT),
        ("Số, ký hiệu kết quả", case.result_number, STRONG),
        ("Người nhận kết quả", _receiver(case, taken), STRONG),
        ("Số giấy tờ của người nhận", taken.id, TEXT),
        ("Đã xuất trình", SHOWN_NAMES.get(taken.shown, ""), TEXT),
        ("Căn cứ nhận thay", taken.paper, TEXT),
        ("Số hiệu bưu gửi", taken.post_code, TEXT),
        ("Thời điểm trả", f"{taken.at:%H:%M, ngày %d/%m/%Y}", TEXT),
    ]
    body = [labelled(label, value, COLUMN, value_type=kind) for label, value, kind in lines if value]
    signed = signatures(
        [("NGƯỜI NHẬN KẾT QUẢ", _receiver(case, taken)), ("NGƯỜI TRẢ KẾT QUẢ", staff.name)],
        "(Ký và ghi rõ họ tên)",
    )
    return [gap(6), *body, gap(6), paragraph(NOTE, COLUMN, Type(ITALIC, 8.6)), stacked(gap(8), signed)]


def _receiver(case: Case, taken: HandOver) -> str:
    match taken.receiver:
        case Receiver.APPLICANT:
            return case.intake.applicant.name
        case Receiver.PROXY:
            return taken.name
        case Receiver.POST:
            return taken.name or "Bưu chính công ích"
