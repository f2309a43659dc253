"""Why a file from a stick is not taken, one sentence each, for whoever holds the stick."""

from __future__ import annotations

from typing import ClassVar

from district_server.errors import CannotServe


class CannotImport(CannotServe):
    """Nothing of the file was taken, unless the sentence says so."""

    sentence: ClassVar[str]

    def __init__(self, desk: str = "") -> None:
        super().__init__(self.sentence.format(desk=desk))


class NoSuchFile(CannotImport):
    sentence = "Không đọc được tệp này trên USB; hãy cắm lại USB rồi chọn lại tệp."


class NotAParcel(CannotImport):
    sentence = (
        "Đây không phải tệp mà quầy chép ra USB (hoặc do bản phần mềm mới hơn ghi); hãy chọn đúng tệp .qmc."
    )


class CutShort(CannotImport):
    sentence = "Tệp bị cắt giữa chừng (chép chưa xong hoặc rút USB sớm); chưa nhận gì, hãy chép lại từ quầy."


class Changed(CannotImport):
    sentence = "Tệp đã hỏng hoặc bị sửa; chưa nhận gì, hãy chép lại từ quầy."


class ReadOtherwise(CannotImport):
    """It was whole when it was checked, and was not when it was taken."""

    sentence = (
        "USB đọc lần sau không giống lần trước (USB lỏng hoặc sắp hỏng); phần của quầy {desk} đã đọc được thì đã nhận, "
        "hãy cắm lại USB rồi nhập lại tệp, hoặc chép lại từ quầy sang USB khác."
    )


class IsAnAnswer(CannotImport):
    sentence = "Đây là tệp xác nhận gửi về quầy {desk}, không phải tệp của quầy; hãy mang tệp này về quầy đó."


class ForAnother(CannotImport):
    sentence = "Tệp của quầy {desk} dành cho một máy chủ khác; hãy mang đến đúng cấp trên của quầy."


class UnknownDesk(CannotImport):
    sentence = "Quầy {desk} chưa đăng ký ở máy chủ này; hãy đăng ký quầy rồi chép lại từ quầy."


class RevokedDesk(CannotImport):
    sentence = "Quầy {desk} đã bị thu hồi nên không nhận tệp; hãy đăng ký lại quầy rồi chép lại từ quầy."


class OldKey(CannotImport):
    sentence = (
        "Tệp không ký bằng khóa mà quầy {desk} đang dùng (ghi trước khi đăng ký lại); hãy chép lại từ quầy."
    )


class CopiedDesk(CannotImport):
    sentence = (
        "Nhật ký trong tệp khác với bản đang giữ của quầy {desk}: đĩa của quầy đã được khôi phục hoặc sao chép; "
        "không nhận, hãy khôi phục quầy trước."
    )


class BadContent(CannotImport):
    sentence = "Tệp của quầy {desk} có phần không dùng được; phần trước đó đã nhận, hãy báo người phụ trách phần mềm."
