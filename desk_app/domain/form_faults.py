"""What can be wrong with a form file: one sentence each, naming the file, its line and the fault."""

from __future__ import annotations

from collections.abc import Iterable

from desk_app.domain.errors import DeskError


class NoForm(DeskError):
    sentence = "Không có mẫu nào cho giấy “{paper}” trong bộ mẫu {form_set}; hãy cài lại Quầy Một Cửa."


class FormFileUnreadable(DeskError):
    sentence = "Không đọc được tệp {path}; hãy kiểm tra tên tệp, tệp phải là chữ UTF-8."


class FormFault(DeskError):
    """A form that cannot be used; `file` is a file's name, or #n for the n-th own form of the commune."""

    sentence = "Mẫu {file}, dòng {line}: không dùng được; hãy sửa rồi nạp lại."


class FormNotJson(FormFault):
    sentence = "Mẫu {file}, dòng {line}: không phải JSON hợp lệ; hãy kiểm tra dấu ngoặc, dấu phẩy, dấu nháy."


class FormKeyUnknown(FormFault):
    sentence = "Mẫu {file}, dòng {line}: không có mục nào tên “{key}”; hãy sửa tên hoặc xóa mục này."


class FormKeyMissing(FormFault):
    sentence = "Mẫu {file}, dòng {line}: thiếu mục “{key}”; hãy thêm vào."


class FormKeyTwice(FormFault):
    sentence = "Mẫu {file}, dòng {line}: mục “{key}” xuất hiện hai lần; hãy bỏ bớt một."


class FormValueWrong(FormFault):
    """`wanted` is one of the phrases below."""

    sentence = "Mẫu {file}, dòng {line}: mục “{key}” phải là {wanted}; hãy sửa lại."


class FormFieldUnknown(FormFault):
    sentence = (
        "Mẫu {file}, dòng {line}: giấy này không có trường “{field}”; các trường: desk-app forms --json."
    )


class FormTextBroken(FormFault):
    sentence = (
        "Mẫu {file}, dòng {line}: câu “{text}” có dấu {{ }} hoặc [ ] lồng nhau hay chưa khép; hãy sửa lại."
    )


class FormGlyphMissing(FormFault):
    sentence = "Mẫu {file}, dòng {line}: phông chữ không có ký tự “{glyph}”; hãy thay ký tự này."


class FormTooWide(FormFault):
    sentence = "Mẫu {file}, dòng {line}: bảng “{key}” rộng {width} mm, khổ giấy chỉ còn {room} mm; hãy thu hẹp các cột."


class FormDatesCross(FormFault):
    sentence = "Mẫu {file}, dòng {line}: ngày hết hiệu lực đứng trước ngày có hiệu lực; hãy sửa ngày."


class FormsOverlap(FormFault):
    sentence = "Mẫu {file}, dòng {line}: hiệu lực trùng với mẫu {other}; hãy sửa ngày của một trong hai mẫu."


class FormReplacesNothing(FormFault):
    sentence = "Mẫu {file}, dòng {line}: không có mẫu gốc nào là {instrument} số {number}; hãy sửa số mẫu hoặc văn bản."


class FormReplacesOther(FormFault):
    sentence = "Mẫu {file}, dòng {line}: mục “{key}” phải giữ như mẫu gốc ({wanted}); hãy sửa lại."


A_TEXT = "chữ, không để trống"
A_LIST = "một danh sách [ ]"
AN_OBJECT = "một nhóm { }"
A_SWITCH = "true hoặc false"
A_NUMBER = "một số lớn hơn 0"
A_DATE = "một ngày có thật, viết như 2025-09-15"


def one_of(words: Iterable[str]) -> str:
    """Return "một trong: …" for a value that must be one of `words`."""
    return "một trong: " + ", ".join(sorted(words))
