"""One case as `DongBoHoSoMC.data[]` and its turns as `CapNhatTienDoHoSoMC.data[]`; every value is a string."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from district_server.life import PAYMENT_WAITING, STOPPED, SUPPLEMENT_WAITING, WITHDRAWN
from district_server.national.life import Life, Step

Record = dict[str, Any]
_CHANNEL = {"desk": "1", "online": "2", "post": "3"}
_KIND = {"person": "1", "business": "2", "agency": "3", "other": "4"}
_ID_KIND = {"personal": "1", "old": "2"}
_RECEIVED, _PROCESSING = "2", "4"
_DID = {  # NoiDungXuLy
    "received": "Tiếp nhận hồ sơ",
    "payment_requested": "Yêu cầu thực hiện nghĩa vụ tài chính",
    "paid": "Đã thực hiện nghĩa vụ tài chính",
    "supplement_requested": "Yêu cầu bổ sung, hoàn thiện hồ sơ",
    "supplemented": "Tiếp nhận bổ sung",
    "closed_uncompleted": "Dừng xử lý: quá hạn bổ sung",
    "refused": "Từ chối giải quyết",
    "not_received": "Từ chối tiếp nhận",
    "extended": "Xin lỗi và hẹn lại ngày trả kết quả",
    "stopped": "Dừng xử lý theo đề nghị",
    "withdrawn": "Công dân rút hồ sơ",
    "completed": "Có kết quả giải quyết",
    "handed_over": "Trả kết quả",
    "result_recalled": "Thu hồi kết quả có sai sót, giải quyết lại",
    "corrected": "Sửa thông tin hồ sơ",
    "voided": "Hủy mã hồ sơ tiếp nhận nhầm",
    "forwarded": "Chuyển xử lý",
    "returned_to_desk": "Nhận lại từ nơi xử lý",
    "fee_collected": "Thu phí, lệ phí",
    "undone": "Hoàn tác việc ghi nhầm",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What a case's codes are called: of the procedure, of the desk, and of its staff by login (name, title)."""

    procedure: str
    field_code: str
    field: str
    desk: str
    staff: Mapping[str, tuple[str, str]]

    def of(self, login: str) -> tuple[str, str]:
        return self.staff.get(login, (login, ""))


def record(life: Life, names: Names, *, persons: bool) -> Record:
    """Return the case as the portal names it; without `persons` nothing in it names, numbers or reaches anybody."""
    body, applicant = life.received, _part(life.received, "applicant")
    handed, done, ended = (
        life.last("handed_over"),
        life.last("completed"),
        life.last("refused") or life.last("not_received"),
    )
    told: Record = {
        "MaHoSo": life.code,
        "MaTTHC": _text(body, "procedure") or life.procedure,
        "TenTTHC": names.procedure,
        "MaLinhVuc": names.field_code,
        "TenLinhVuc": names.field,
        "SoBienNhan": _number(body, "slip_no"),
        "KenhThucHien": _CHANNEL.get(_text(body, "channel") or "desk", ""),
        "ChuHoSo": _text(applicant, "name") if persons else "",
        "LoaiDoiTuong": _KIND.get(_text(applicant, "kind") or "person", ""),
        "Email": _text(applicant, "email") if persons else "",
        "SoDienThoai": _text(applicant, "phone") if persons else "",
        "TrichYeuHoSo": names.procedure,
        "NgayNopHoSo": stamp(life.received_at),
        "NgayTiepNhan": stamp(life.received_at),
        "NgayHenTra": stamp(life.due_at),
        "TrangThaiHoSo": str(life.state),
        "NgayTra": stamp(handed.at) if handed else "",
        "HinhThuc": "1" if _text(body, "return_method") == "post" else "0",
        "NgayKetThucXuLy": stamp(done.at) if done else "",
        "NgayTuChoi": stamp(ended.at) if ended else "",
        "DonViXuLy": _text(body, "unit_name") or names.desk,
        "NoiNopHoSo": "2",  # the desk is the local system
        "HoSoCoThanhPhanSoHoa": "1" if life.scans else "0",
        "TaiKhoanDuocXacThucVoiVNeID": "1" if _text(applicant, "checked") == "vneid" else "0",
        "DuocThanhToanTrucTuyen": "0",  # a desk takes cash and transfers alone
        "DanhSachLePhi": _fees(life),
        "DanhSachHoSoBoSung": _supplements(life, names, persons=persons),
    }
    kind, number = _ID_KIND.get(_text(applicant, "id_kind")), _text(applicant, "id")
    if persons and kind and number:
        told["DinhDanhCHS"] = {"LoaiDinhDanh": kind, "SoDinhDanh": number}
    return told


def progress(life: Life, names: Names, since: str) -> list[Record]:
    """Return a row a turn from `since` (ISO 8601) on, in order; receiving is two: received, in hand."""
    rows = []
    for step in life.steps:
        if step.at < since:
            continue
        states = [_RECEIVED, _PROCESSING] if step.kind == "received" else [str(step.state)]
        rows += [_row(life, step, state, names) for state in states]
    return rows


def stamp(iso: str | None) -> str:
    """Return yyyyMMddHHmmss of a time at +07:00, empty for none."""
    return "" if iso is None else "".join(c for c in iso[:19] if c.isdigit())


def _row(life: Life, step: Step, state: str, names: Names) -> Record:
    name, title = names.of(step.staff)
    told = _text(step.body, "to") if step.kind == "forwarded" else _DID.get(step.took_back, "")
    return {
        "MaHoSo": life.code,
        "NguoiXuLy": name[:50],
        "ChucDanh": title,
        "ThoiDiemXuLy": stamp(step.at),
        "PhongBanXuLy": names.desk,
        "NoiDungXuLy": _did(step) + (f": {told}" if told else ""),
        "TrangThai": state,
        "NgayBatDau": stamp(step.at),
        "NgayKetThucTheoQuyDinh": stamp(step.due_at),
    }


def _did(step: Step) -> str:
    if step.kind == "supplemented" and step.state == SUPPLEMENT_WAITING:
        return "Tiếp nhận bổ sung một phần, còn chờ"
    return _DID[step.kind]


def _fees(life: Life) -> list[Record]:
    """Return the fee and the obligations; one that nobody paid before the case ended is owed no more."""
    fee = life.received.get("fee")
    named, waits = [("Phí, lệ phí", fee)] if type(fee) is int and fee > 0 else [], False
    for step in life.standing:
        amount = step.body.get("amount")
        if step.kind == "payment_requested" and type(amount) is int:
            named.append((_text(step.body, "what") or "Nghĩa vụ tài chính", amount))
            waits = True
        elif step.state != PAYMENT_WAITING:
            if waits and step.state in (STOPPED, WITHDRAWN):
                named.pop()
            waits = False
    return [
        {"TenPhiLePhi": name, "MaPhiLePhi": "", "HinhThucThu": "", "Gia": str(amount), "LoaiPhiLePhi": ""}
        for name, amount in named
    ]


def _supplements(life: Life, names: Names, *, persons: bool) -> list[Record]:
    rows: list[Record] = []
    for step in life.standing:
        if step.kind == "supplement_requested":
            rows.append(
                {
                    "HoSoBoSungId": str(len(rows) + 1),
                    "NguoiYeuCauBoSung": names.of(step.staff)[0],
                    # free text of the clerk: it may name somebody
                    "NoiDungBoSung": _text(step.body, "reason") if persons else "",
                    "NgayBoSung": stamp(step.at),
                    "NguoiTiepNhanBoSung": "",
                    "ThongTinTiepNhan": "",
                    "NgayTiepNhanBoSung": "",
                    "TrangThaiBoSung": "0",
                    "NgayHenTraTruoc": stamp(step.due_at),
                    "NgayHenTraMoi": "",
                }
            )
        elif step.kind == "supplemented" and rows and step.state == SUPPLEMENT_WAITING:
            rows[-1] |= {"ThongTinTiepNhan": "Mới nhận một phần, còn chờ bổ sung"}
        elif step.kind == "supplemented" and rows:
            rows[-1] |= {
                "NguoiTiepNhanBoSung": names.of(step.staff)[0],
                "NgayTiepNhanBoSung": stamp(step.at),
                "ThongTinTiepNhan": "",
                "TrangThaiBoSung": "1",
                "NgayHenTraMoi": stamp(step.due_at),
            }
    return rows


def _part(body: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = body.get(name)
    return value if isinstance(value, Mapping) else {}


def _text(body: Mapping[str, Any], name: str) -> str:
    """Return a text of a body that nobody has judged; of another kind = none."""
    value = body.get(name)
    return value if isinstance(value, str) else ""


def _number(body: Mapping[str, Any], name: str) -> str:
    value = body.get(name)
    return str(value) if type(value) is int else ""
