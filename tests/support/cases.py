"""Cases, slips and lists for tests that need no store: every turn of a life, with invented people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from desk_app.domain.applicant import Applicant, ApplicantKind, IdKind, Submitter, SubmitterRole
from desk_app.domain.case import Case, HandOver, Intake, Receiver, ReturnMethod, Shown, State
from desk_app.domain.component import Component
from desk_app.domain.desk import Desk, Letterhead
from desk_app.domain.guidance import Guided
from desk_app.domain.moment import moment
from desk_app.domain.paper_number import PaperNumber
from desk_app.domain.payment import PaymentWay
from desk_app.domain.procedure import Procedure, RequiredComponent, TermChoice
from desk_app.domain.register import HandOverLine, RegisterLine
from desk_app.domain.slip import Slip, SlipKind
from desk_app.domain.staff import Staff
from desk_app.domain.turns import (
    Bound,
    Correction,
    Ending,
    Extension,
    Forward,
    Guidance,
    Part,
    PaymentAsked,
    Recall,
    Supplement,
    Taking,
)

HOA = Staff(login="hoa", name="Lê Thị Hoa", title="Tư pháp – Hộ tịch")
DESK = Desk(
    agency_code="H56.22.17",
    number=1,
    letterhead=Letterhead(
        superior_name="UBND TỈNH THANH HÓA",
        agency_name="UBND XÃ TÂN LẬP",
        desk_name="BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
        place="Tân Lập",
    ),
)
LONG_NAME = "Nguyễn Phước Công Huyền Tôn Nữ Thị Hoàng Đức Quỳnh Nguyệt Ái"
ADDRESS = (
    "Số 123 ngách 45 ngõ 678 đường Hoàng Quốc Việt kéo dài, tổ dân phố số 9, thôn Đồng Tâm Thượng, xã Tân Lập, "
    "huyện Bá Thước (cũ), tỉnh Thanh Hóa, gần trường tiểu học, cạnh nhà văn hóa thôn Giữa"
)
LETTERS = "ẮẰẲẴẶ ẤẦẨẪẬ ĐĂÂ ÉÈẺẼẸ ẾỀỂỄỆ ÍÌỈĨỊ ÓÒỎÕỌ ỐỒỔỖỘ ỚỜỞỠỢ ÚÙỦŨỤ ỨỪỬỮỰ ÝỲỶỸỴ"
REASON = "Tờ khai chưa ghi quê quán của người mẹ; thiếu bản chính giấy chứng sinh để đối chiếu."
LONG_REASON = " ".join(
    f"({n}) Giấy tờ kèm theo chưa khớp với dữ liệu đã khai: họ, chữ đệm và tên của người được khai sinh ghi khác nhau ở hai nơi."
    for n in range(1, 18)
)
BIRTH_PAPERS = (
    Component(name="Tờ khai đăng ký khai sinh theo mẫu"),
    Component(
        name="Giấy chứng sinh; không có thì nộp văn bản của người làm chứng xác nhận việc sinh; không có người làm chứng "
        "thì giấy cam đoan về việc sinh"
    ),
    Component(
        name="Giấy tờ tùy thân: Hộ chiếu/Thẻ căn cước công dân/Thẻ căn cước/Căn cước điện tử/Giấy chứng nhận căn cước "
        "hoặc giấy tờ khác có dán ảnh và thông tin cá nhân do cơ quan có thẩm quyền cấp, còn giá trị sử dụng"
    ),
)
MANY_PAPERS = tuple(
    Component(
        name=f"Giấy tờ số {n}: bản sao có chứng thực giấy chứng nhận quyền sử dụng đất và tài sản gắn liền với đất",
        originals=(n - 1) % 3,
        copies=1,
    )
    for n in range(1, 16)
)


def intake(name: str = "Nguyễn Thị Minh Đức", **changes) -> Intake:
    """Return a whole intake for registering a birth."""
    whole = {
        "applicant": Applicant(
            name=name, id="038190004217", id_kind=IdKind.PERSONAL, born="1990-02-14", sex="Nữ",
            address="Thôn Đồng Tâm, xã Tân Lập, tỉnh Thanh Hóa", phone="0912345678",
        ),
        "submitter": Submitter(),
        "procedure_code": "1.001193",
        "components": BIRTH_PAPERS,
        "term": "same-day@15",
        "fee": 8000,
    }  # fmt: skip
    return Intake(**(whole | changes))


def case(**changes) -> Case:
    """Return a stored case received on Monday 23/11/2026."""
    whole = {
        "code": "H56.22.17-261123-5001", "intake": intake(), "procedure_name": "Đăng ký khai sinh",
        "field": "Hộ tịch", "state": State.PROCESSING, "received_at": moment("2026-11-23T08:15:00"),
        "received_by": "hoa", "due_at": moment("2026-11-23T17:00:00"), "catalogue_version": 1,
        "calendar_version": 1, "form_set": "2025", "register_book": "2026-1", "register_number": 7,
        "slip_number": 7, "lookup": "8F4KH8",
    }  # fmt: skip
    return Case(**(whole | changes))


LONG_INTAKE = intake(
    applicant=Applicant(name=LONG_NAME, address=ADDRESS, id="038190004217", id_kind=IdKind.PERSONAL,
                        phone="0912345678", email="ten.rat.dai@example.vn"),
    submitter=Submitter(role=SubmitterRole.AUTHORISED, name="Trần Đình Ước", id="001090123456"),
    components=MANY_PAPERS, return_method=ReturnMethod.POST, return_address=ADDRESS,
)  # fmt: skip
LONG = case(intake=LONG_INTAKE)
BARE = case(
    due_at=None, register_number=0, slip_number=0, lookup="",
    intake=intake(applicant=Applicant(name=f"Công ty {LETTERS}", kind=ApplicantKind.BUSINESS, id="2800123456", id_kind=IdKind.TAX),
                  term="", fee=None, components=(Component(name="Đơn đề nghị viết tay"),)),
)  # fmt: skip


def receipts(*numbers: int) -> tuple[Slip, ...]:
    """Return receipts with these numbers, a day apart."""
    start = moment("2026-11-23T08:15:00")
    return tuple(
        Slip(kind=SlipKind.RECEIPT, number=number, seq=n + 2, at=start + timedelta(days=n), by="hoa")
        for n, number in enumerate(numbers)
    )


PAPER_NUMBERS = [
    PaperNumber(
        case_code=f"H56.22.17-261123-{serial}",
        day=date(2026, 11, 23),
        serial=serial,
        aside_at=moment("2026-11-23T08:00:00"),
    )
    for serial in range(5021, 5041)
]
MISSING = (
    Component(name="Giấy chứng sinh (bản chính để đối chiếu)", originals=1),
    Component(name="Giấy chứng nhận kết hôn của cha, mẹ", originals=0, copies=1),
)
ASKED = Supplement(
    papers=MISSING, reason=REASON, until=date(2026, 12, 9), at=moment("2026-11-24T09:00:00"), by="hoa", slip_number=4,
)  # fmt: skip
TAKEN = Supplement(
    papers=MISSING, reason=REASON, until=date(2026, 12, 9), at=moment("2026-11-24T09:00:00"), by="hoa", slip_number=4,
    taken_at=moment("2026-11-26T10:30:00"), parts=(Part(papers=MISSING),),
)  # fmt: skip
HALF = replace(
    ASKED,
    parts=(
        Part(
            papers=MISSING[:1], missing=MISSING[1:], at=moment("2026-11-26T10:30:00"), by="hoa", slip_number=3
        ),
    ),
)
SUPPLEMENTED = case(
    supplements=(TAKEN,), intake=intake(components=(*BIRTH_PAPERS, *MISSING)), due_at=moment("2026-11-27T17:00:00"),
    slips=receipts(7, 12),
)  # fmt: skip
CORRECTED = case(
    slips=receipts(7, 12), corrections=(Correction(reason="gõ nhầm tên", fields=("applicant",), replaces=7, slip_number=12),)
)  # fmt: skip
EXTENDED = case(
    extension=Extension(
        new_due=moment("2026-11-30T17:00:00"), old_due=moment("2026-11-25T17:00:00"),
        reason="Phải xác minh nơi cư trú của người mẹ ở tỉnh khác, chưa có văn bản trả lời.",
        signer="Phạm Văn Cường", signer_title="KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", at=moment("2026-11-24T10:00:00"), by="hoa", slip_number=2,
    ),
    due_at=moment("2026-11-30T17:00:00"),
)  # fmt: skip


def ended(state: State, **changes) -> Case:
    """Return a case that ended without a result."""
    ending = Ending(
        reason="Người dân chuyển nơi cư trú, không còn nhu cầu giải quyết.", signer="Phạm Văn Cường",
        signer_title="CHỦ TỊCH", papers_back=True, at=moment("2026-11-25T14:05:00"), by="hoa", slip_number=3,
    )  # fmt: skip
    return case(state=state, ending=ending, **changes)


FORWARDED = case(
    due_at=moment("2026-11-25T17:00:00"),
    forwards=(
        Forward(to="Công chức Tư pháp – Hộ tịch", at=moment("2026-11-23T09:00:00"), by="hoa", slip_number=5,
                back_at=moment("2026-11-24T15:20:00"), back_note="đủ điều kiện", back_by="hoa"),
        Forward(to="Công an xã Tân Lập", bound=Bound.AGENCY, note="xác minh cư trú", at=moment("2026-11-24T15:40:00"),
                by="hoa", slip_number=6, back_at=moment("2026-11-26T08:10:00"), back_by="hoa"),
    ),
)  # fmt: skip
CUT = case(  # the commune promises 2 working days of the law's 3; 24/11 is a holiday
    intake=intake(term="2wd", term_by_law="3wd"), due_at=moment("2026-11-26T17:00:00"),
)  # fmt: skip
STAGED = replace(  # 3 working days at the commune, then 5 above
    FORWARDED, intake=intake(term="3wd+5wd"), due_at=moment("2026-12-04T17:00:00"),
)  # fmt: skip
LOCAL_DUE = moment("2026-11-27T17:00:00")
HANDED = case(
    state=State.RETURNED, result_number="15/GKS",
    hand_over=HandOver(
        receiver=Receiver.PROXY, name="Trần Đình Ước", id="001090123456", paper="Giấy ủy quyền ngày 20/11/2026",
        shown=Shown.RECEIPT, slip_number=3, at=moment("2026-11-23T10:00:00"), staff="hoa",
    ),
)  # fmt: skip
PAYING = case(
    state=State.PAYMENT_WAITING,
    payments=(PaymentAsked(amount=1_250_000, what="Tiền sử dụng đất đợt 1", at=moment("2026-11-24T08:30:00"), by="hoa", slip_number=1),),
)  # fmt: skip
PAID = case(
    collected=(
        Taking(amount=8000, way=PaymentWay.CASH, receipt_form="01BLP2-001", receipt_sign="28AA-26T", receipt_number="0000123",
                  payer="Trần Đình Ước", at=moment("2026-11-23T08:20:00"), by="hoa", slip_number=9),
    ),
)  # fmt: skip
RECALLED = case(
    recalls=(Recall(reason="Ghi sai ngày sinh của trẻ: 14/02 thành 12/02.", result_number="15/GKS",
                    due_at=moment("2026-11-27T17:00:00"), at=moment("2026-11-24T08:40:00"), by="hoa", slip_number=1),),
)  # fmt: skip


UNPAID = {  # an obligation was notified and never paid, a fee was
    "collected": PAID.collected,
    "payments": tuple(replace(one, lapsed_at=moment("2026-11-25T14:05:00")) for one in PAYING.payments),
}


def guided(kind: SlipKind, **changes) -> Guided:
    """Return a slip given to a citizen who could not be received."""
    whole = {
        "intake": intake(), "kind": kind, "catalogue_version": 1, "form_set": "2025", "slip_number": 11, "seq": 5,
        "guidance": Guidance(reason=REASON, papers=MISSING, guide="Lê Thị Hoa", phone="02373 123 456"),
        "at": moment("2026-11-23T08:40:00"), "by": "hoa", "procedure_name": "Đăng ký khai sinh",
    }  # fmt: skip
    return Guided(**(whole | changes))


def register_lines(count: int) -> list[RegisterLine]:
    """Return lines with running numbers; two of three have been handed over."""
    return [
        RegisterLine(
            number=n,
            case_code=f"H56.22.17-261123-{5000 + n}",
            procedure_name=("Đăng ký khai sinh", "Chứng thực bản sao từ bản chính giấy tờ, văn bản")[n % 2],
            applicant_name=("Nguyễn Thị Minh Đức", LONG_NAME, "Công ty TNHH Ước Mơ Xanh")[n % 3],
            address=("Thôn Đồng Tâm, xã Tân Lập", "Thôn Giữa, xã Tân Lập, tỉnh Thanh Hóa")[n % 2],
            phone="0912345678" if n % 2 else "",
            agency="UBND xã Tân Lập",
            received_at=moment("2026-11-23T08:15:00"),
            due_at=moment("2026-11-25T17:00:00"),
            returned_at=moment("2026-11-24T09:00:00") if n % 3 else None,
            return_method=ReturnMethod.POST if n % 5 == 0 else ReturnMethod.DESK,
            note="Đã rút" if n == 4 else "",
        )
        for n in range(1, count + 1)
    ]


def hand_over_lines(count: int) -> list[HandOverLine]:
    """Return lines of dossiers that go to one unit."""
    return [
        HandOverLine(
            case_code=f"H56.22.17-261123-{5000 + n}",
            procedure_name="Đăng ký đất đai lần đầu",
            applicant_name=LONG_NAME if n == 2 else "Nguyễn Thị Minh Đức",
            received_at=moment("2026-11-23T08:15:00"),
            address="Thôn Đồng Tâm, xã Tân Lập, tỉnh Thanh Hóa",
            phone="0912345678",
            due_at=moment("2026-12-15T17:00:00"),
            note="kèm bản vẽ" if n == 1 else "",
        )
        for n in range(1, count + 1)
    ]


PROCEDURE = Procedure(
    code="1.001022", name="Đăng ký nhận cha, mẹ, con", field_code="G15-TP07", field="Hộ tịch",
    terms=(TermChoice(term="3wd", text="03 ngày làm việc"), TermChoice(term="8wd", text="Trường hợp phải xác minh")),
    fee=15000, result="Trích lục đăng ký nhận cha, mẹ, con",
    components=(
        RequiredComponent(name="Tờ khai đăng ký nhận cha, mẹ, con theo mẫu", group="phải nộp"),
        RequiredComponent(name="Văn bản của cơ quan y tế, cơ quan giám định hoặc cơ quan khác có thẩm quyền xác nhận quan hệ cha con, "
                               "mẹ con", group="phải nộp", note="Một trong hai chứng cứ: văn bản này hoặc văn bản cam đoan có người làm chứng."),
        RequiredComponent(name="Thẻ căn cước", originals=0, group="xuất trình"),
    ),
)  # fmt: skip
AT_ONCE = Procedure(
    code="2.000815", name="Chứng thực bản sao từ bản chính", field_code="G15-TP05", field="Chứng thực",
    terms=(TermChoice(term="same-day@15", text="trong ngày"),), fee_text="2.000 đ/trang; từ trang 3: 1.000 đ/trang; tối đa 200.000 đ/bản",
    components=(RequiredComponent(name="Bản chính giấy tờ làm cơ sở để chứng thực bản sao", group="xuất trình"),
                *(RequiredComponent(name=paper.name, originals=0, copies=1) for paper in MANY_PAPERS)),
    result="Bản sao được chứng thực", at_once=True,
)  # fmt: skip
CUT_ALONE = replace(PROCEDURE, terms=(TermChoice(term="2wd", text="03 ngày làm việc", term_by_law="3wd"),))
CUT_PROCEDURE = replace(
    PROCEDURE,
    terms=(
        TermChoice(term="2wd", text="03 ngày làm việc", term_by_law="3wd"),
        TermChoice(term="8wd", text="Trường hợp phải xác minh"),
        TermChoice(term="9wd", text="Trường hợp có yếu tố nước ngoài", term_by_law="12wd"),
    ),
)
