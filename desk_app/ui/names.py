"""What a case's states, acts, papers and people are called in the clerk's language."""

from __future__ import annotations

from desk_app.domain.amount import dong
from desk_app.domain.case import STATE_NAMES, Delivery, Handing, State
from desk_app.domain.happening import Kind
from desk_app.domain.payment import MONEY_NAMES, MoneyState
from desk_app.domain.personal_id import SEXES
from desk_app.domain.slip import SlipKind
from desk_app.domain.words import Words
from desk_app.ui.wording import worded

DELIVERY_NAMES = {
    Delivery.WAITING: Words("chờ gửi"),
    Delivery.ACKNOWLEDGED: Words("cấp trên đã nhận"),
    Delivery.REFUSED: Words("cấp trên trả lại"),
}
ACT_NAMES = {
    Kind.RECEIVED: Words("Tiếp nhận hồ sơ"),
    Kind.PAYMENT_REQUESTED: Words("Thông báo nghĩa vụ tài chính"),
    Kind.PAID: Words("Đã nộp nghĩa vụ tài chính"),
    Kind.SUPPLEMENT_REQUESTED: Words("Yêu cầu bổ sung"),
    Kind.SUPPLEMENTED: Words("Nhận bổ sung"),
    Kind.CLOSED_UNCOMPLETED: Words("Đóng vì không bổ sung"),
    Kind.REFUSED: Words("Từ chối giải quyết"),
    Kind.FORWARDED: Words("Chuyển xử lý"),
    Kind.RETURNED_TO_DESK: Words("Nhận lại"),
    Kind.EXTENDED: Words("Xin lỗi và gia hạn"),
    Kind.STOPPED: Words("Dừng theo đề nghị"),
    Kind.WITHDRAWN: Words("Rút hồ sơ"),
    Kind.COMPLETED: Words("Có kết quả"),
    Kind.HANDED_OVER: STATE_NAMES[State.RETURNED],
    Kind.RESULT_RECALLED: Words("Thu hồi kết quả sai"),
    Kind.CORRECTED: Words("Sửa hồ sơ"),
    Kind.VOIDED: Words("Hủy mã trong ngày"),
    Kind.UNDONE: Words("Hoàn tác"),
    Kind.FEE_COLLECTED: Words("Thu phí, lệ phí"),
    Kind.FEE_CANCELLED: Words("Hủy khoản thu"),
    Kind.SCAN_ATTACHED: Words("Đính kèm bản quét"),
    Kind.SCAN_REMOVED: Words("Gỡ bản quét"),
    Kind.PRINTED: Words("In"),
    Kind.SUPERIOR_APPLIED: Words("Tin của cấp trên"),
}
SLIP_NAMES = {
    SlipKind.RECEIPT: Words("giấy tiếp nhận"),
    SlipKind.COMPLETION: Words("phiếu yêu cầu bổ sung"),
    SlipKind.REFUSAL: Words("phiếu từ chối"),
    SlipKind.EXTENSION: Words("phiếu xin lỗi và hẹn lại"),
    SlipKind.STOP_NOTICE: Words("thông báo dừng"),
    SlipKind.CONTROL: Words("phiếu kiểm soát"),
    SlipKind.RETURN_SLIP: Words("phiếu trả kết quả"),
    SlipKind.SUPPLEMENT_PART: Words("phiếu nhận bổ sung một phần"),
    SlipKind.PAYMENT_NOTICE: Words("thông báo nộp tiền"),
    SlipKind.CLOSING_NOTICE: Words("thông báo kết thúc"),
    SlipKind.RECALL: Words("phiếu thu hồi kết quả"),
    SlipKind.FEE_NOTE: Words("phiếu thu phí tạm"),
}
HANDING_NAMES = {
    Handing.NOT_YET: Words("chưa có"),
    Handing.AT_DESK: Words("ở quầy, chờ người nhận"),
    Handing.GONE_BY_POST: Words("đã gửi bưu chính"),
    Handing.TAKEN: Words("đã giao"),
}


def state_name(state: State) -> str:
    """Return the name of a business state."""
    return worded(STATE_NAMES[state])


def delivery_name(delivery: Delivery) -> str:
    """Return where a case stands with the superior; "đã nhận" only after its signed word."""
    return worded(DELIVERY_NAMES[delivery])


def act_name(kind: str) -> str:
    """Return what an event is called on a case's page."""
    return worded(ACT_NAMES[Kind(kind)] if kind in ACT_NAMES else kind)


def slip_name(kind: SlipKind) -> str:
    """Return what a paper is called on the screen, in small letters: a sentence may go on with it."""
    return worded(SLIP_NAMES[kind])


def overpaid_words(amount: int) -> str:
    """Return "đã thu thừa 5.000 đ: hủy khoản đã thu, trả lại, rồi thu đúng số"."""
    return worded(
        Words("đã thu thừa {amount}: hủy khoản đã thu, trả lại, rồi thu đúng số", amount=dong(amount))
    )


def money_name(state: MoneyState) -> str:
    """Return where the money of a case stands."""
    return worded(MONEY_NAMES[state])


def handing_name(handing: Handing) -> str:
    """Return where the result of a case is."""
    return worded(HANDING_NAMES[handing])


def sex_name(sex: str) -> str:
    """Return the word for what a citizen card says."""
    return worded(SEXES.get(sex, sex))
