"""What a case's page says of it, as pairs of name and value, and what was done as lines."""

from __future__ import annotations

from collections.abc import Iterable

from desk_app.domain.amount import dong
from desk_app.domain.applicant import IdentityCheck, Submitter, SubmitterRole
from desk_app.domain.birth_date import show_birth_date
from desk_app.domain.case import (
    SHOWN_NAMES,
    Case,
    Component,
    Delivery,
    HandOver,
    Receiver,
    ReturnMethod,
    TimelineEntry,
)
from desk_app.domain.words import Words
from desk_app.ui.wording import act_name, delivery_name, sex_name, worded

SLIPS = {"receipt": Words("giấy tiếp nhận"), "return_slip": Words("phiếu trả kết quả")}
ROLES = {
    SubmitterRole.AUTHORISED: Words("nộp thay theo ủy quyền"),
    SubmitterRole.REPRESENTATIVE: Words("đại diện theo pháp luật"),
}
CHECKS = {
    IdentityCheck.LATER: Words("chưa xác thực"),
    IdentityCheck.VNEID: Words("qua VNeID"),
    IdentityCheck.CARD_READER: Words("qua đầu đọc thẻ"),
    IdentityCheck.BY_EYE: Words("đối chiếu giấy tờ"),
}


def facts_of(case: Case) -> list[tuple[str, str]]:
    """Return what is known of a case; values that nobody gave are empty."""
    intake, applicant = case.intake, case.intake.applicant
    papers = (f"{n}. {paper.name} ({worded(_count(paper))})" for n, paper in enumerate(intake.components, 1))
    born = _joined(show_birth_date(applicant.born), sex_name(applicant.sex))
    return [
        (Words("Thủ tục"), f"{case.procedure_name} ({intake.procedure_code})"),
        (Words("Lĩnh vực"), case.field),
        (Words("Chủ hồ sơ"), applicant.name),
        (Words("Số giấy tờ"), applicant.id),
        (Words("Ngày sinh"), born),
        (Words("Xác thực danh tính"), worded(CHECKS[applicant.identity_check])),
        (Words("Địa chỉ"), applicant.address),
        (Words("Liên hệ"), _joined(applicant.phone, applicant.email)),
        (Words("Người nộp thay"), _submitter(intake.submitter)),
        (Words("Giấy tờ đã nộp"), "\n".join(papers)),
        (Words("Nhận lúc"), f"{case.received_at:%H:%M, %d/%m/%Y}"),
        (Words("Hẹn trả"), f"{case.due_at:%H:%M, %d/%m/%Y}" if case.due_at else ""),
        (Words("Nhận kết quả"), _return(intake.return_method, intake.return_address)),
        (Words("Phí, lệ phí"), "" if intake.fee is None else dong(intake.fee)),
        (
            Words("Sổ theo dõi"),
            worded(Words("Quyển {book}, số {number}", book=case.register_book, number=case.register_number)),
        ),
        (Words("Mã tra cứu"), case.lookup),
        (Words("Kết quả"), case.result_number),
        (Words("Đã trả cho"), _taken(case.hand_over) if case.hand_over else ""),
        (Words("Đã in"), _printed(case)),
        (Words("Cấp trên trả lại"), case.refusal if case.delivery is Delivery.REFUSED else ""),
    ]


def lines_of(timeline: Iterable[TimelineEntry]) -> list[str]:
    """Return what was done, oldest first; a paper that was printed before says which time it was."""
    lines, times = [], dict[str, int]()
    for entry in timeline:
        detail = worded(SLIPS.get(entry.detail, entry.detail))
        if entry.detail in SLIPS:
            times[entry.detail] = nth = times.get(entry.detail, 0) + 1
            if nth > 1:
                detail = worded(Words("{slip}, lần thứ {nth}", slip=SLIPS[entry.detail], nth=nth))
        what = " ".join(filter(None, (act_name(entry.kind), detail)))
        received = f" · {delivery_name(Delivery.ACKNOWLEDGED)}" if entry.acknowledged else ""
        lines.append(f"{entry.at:%H:%M %d/%m/%Y}   {what}\n{entry.staff}{received}")
    return lines


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _count(paper: Component) -> Words:
    return Words("{originals} chính, {copies} sao", originals=paper.originals, copies=paper.copies)


def _submitter(submitter: Submitter) -> str:
    role = ROLES.get(submitter.role)
    return _joined(submitter.name, submitter.id, worded(role)) if role else ""


def _return(method: ReturnMethod, address: str) -> str:
    if method is ReturnMethod.POST:
        return _joined(worded(Words("qua bưu chính")), address)
    return worded(Words("tại quầy"))


def _taken(taken: HandOver) -> str:
    shown = SHOWN_NAMES.get(taken.shown)
    saw = worded(Words("đã xuất trình: {shown}", shown=shown)) if shown else ""
    match taken.receiver:
        case Receiver.PROXY:
            return _joined(worded(Words("người nhận thay")), taken.name, taken.id, taken.paper, saw)
        case Receiver.POST:
            return worded(Words("bưu chính, số hiệu bưu gửi {number}", number=taken.post_code))
    return _joined(worded(Words("chủ hồ sơ")), saw)


def _printed(case: Case) -> str:
    if case.receipts_printed:
        return worded(Words("giấy tiếp nhận {n} lần", n=case.receipts_printed))
    return worded(Words("chưa in giấy tiếp nhận"))
