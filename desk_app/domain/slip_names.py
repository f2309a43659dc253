"""What papers are called in lists and on screens; the titles on paper are those of the forms."""

from __future__ import annotations

from desk_app.domain.slip import SlipKind
from desk_app.domain.words import Words

SLIP_NAMES = {
    SlipKind.RECEIPT: Words("Giấy tiếp nhận"),
    SlipKind.COMPLETION: Words("Phiếu yêu cầu bổ sung"),
    SlipKind.REFUSAL: Words("Phiếu từ chối"),
    SlipKind.EXTENSION: Words("Xin lỗi và gia hạn"),
    SlipKind.STOP_NOTICE: Words("Thông báo dừng"),
    SlipKind.CONTROL: Words("Phiếu kiểm soát"),
    SlipKind.RETURN_SLIP: Words("Phiếu trả kết quả"),
    SlipKind.SUPPLEMENT_PART: Words("Phiếu nhận bổ sung một phần"),
    SlipKind.PAYMENT_NOTICE: Words("Thông báo nộp tiền"),
    SlipKind.CLOSING_NOTICE: Words("Thông báo kết thúc hồ sơ"),
    SlipKind.RECALL: Words("Phiếu thu hồi kết quả"),
    SlipKind.FEE_NOTE: Words("Phiếu thu tạm"),
}
