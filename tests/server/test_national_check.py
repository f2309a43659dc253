"""The validator of the national export: each fault is named by record and field."""

from __future__ import annotations

import json

import pytest
from support.ledger import CODE

from district_server.__main__ import main
from district_server.national.check import faults_in

WHOLE = {
    "MaHoSo": CODE, "MaTTHC": "1.001193", "TenTTHC": "Đăng ký khai sinh", "TenLinhVuc": "Hộ tịch", "KenhThucHien": "1",
    "LoaiDoiTuong": "1", "TrichYeuHoSo": "Đăng ký khai sinh", "NgayTiepNhan": "20261123081500",
    "NgayHenTra": "20261123170000", "TrangThaiHoSo": "4", "HinhThuc": "0", "DonViXuLy": "UBND xã Tân Lập",
    "NoiNopHoSo": "2", "HoSoCoThanhPhanSoHoa": "0", "TaiKhoanDuocXacThucVoiVNeID": "0", "DuocThanhToanTrucTuyen": "0",
    "NgayNopHoSo": "20261123081500",
}  # fmt: skip


def faults(tmp_path, record, **request):
    body = {
        "madonvi": "H56.22.17",
        "service": "DongBoHoSoMC",
        "isUpdating": "False",
        "data": [record],
    } | request
    file = tmp_path / "in.jsonl"
    file.write_text(json.dumps(body) + "\n", encoding="utf-8")
    return [(one.line, one.record, one.field) for one in faults_in(file)]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"MaTTHC": ""}, "MaTTHC"),
        ({"MaTTHC": None}, "MaTTHC"),
        ({"TrangThaiHoSo": "11"}, "TrangThaiHoSo"),
        ({"TrangThaiHoSo": 4}, "TrangThaiHoSo"),
        ({"TrangThaiHoSo": "10"}, "NgayTra NgayKetThucXuLy"),
        ({"TrangThaiHoSo": "3"}, "NgayTuChoi"),
        ({"NgayHenTra": "2026-11-23"}, "NgayHenTra"),
        ({"NgayHenTra": "20261131170000"}, "NgayHenTra"),
        ({"NgayHenTra": "２0261123170000"}, "NgayHenTra"),
        ({"NgayNopHoSo": "20261124081500"}, "NgayTiepNhan"),
        ({"TrichYeuHoSo": "x" * 1001}, "TrichYeuHoSo"),
        ({"GhiChu": "x" * 501}, "GhiChu"),
        ({"KenhThucHien": "0"}, "KenhThucHien"),
        ({"Lạ": "x"}, "Lạ"),
        ({"DanhSachLePhi": {}}, "DanhSachLePhi"),
        ({"DanhSachLePhi": [{"TenPhiLePhi": "x", "Gia": "8.000"}]}, "DanhSachLePhi.Gia"),
        ({"DanhSachLePhi": [{"Gia": "8000"}]}, "DanhSachLePhi.TenPhiLePhi"),
        ({"DinhDanhCHS": [{"LoaiDinhDanh": "1"}]}, "DinhDanhCHS"),
        ({"DinhDanhCHS": {"LoaiDinhDanh": "9", "SoDinhDanh": "1"}}, "DinhDanhCHS.LoaiDinhDanh"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_fault_is_named_by_record_and_field(tmp_path, wrong, field):
    assert faults(tmp_path, WHOLE) == []

    assert sorted(faults(tmp_path, WHOLE | wrong)) == sorted((1, CODE, one) for one in field.split())


@pytest.mark.parametrize(
    ("request_", "field"),
    [({"service": "LayThuTuc"}, "service"), ({"service": []}, "service"), ({"madonvi": ""}, "madonvi"),
     ({"isUpdating": False}, "isUpdating"), ({"data": []}, "data"), ({"data": [5]}, "data")],
)  # fmt: skip
def test_a_request_that_is_none_is_named(tmp_path, request_, field):
    assert [fault[2] for fault in faults(tmp_path, WHOLE, **request_)] == [field]


def test_turns_of_unknown_cases_cases_added_twice_and_broken_lines_are_named(tmp_path, capsys):
    body = {"madonvi": "H1", "service": "DongBoHoSoMC", "isUpdating": "False", "data": [WHOLE]}
    turn = {
        "MaHoSo": "X",
        "NguoiXuLy": "x" * 51,
        "ThoiDiemXuLy": "20261123081500",
        "NoiDungXuLy": "x",
        "TrangThai": "4",
    }
    lines = [json.dumps(body)] * 2 + [json.dumps({"madonvi": "H1", "service": "CapNhatTienDoHoSoMC", "data": [turn]}), "[" * 9999, "5"]  # fmt: skip
    file = tmp_path / "in.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")

    assert [(one.line, one.field, one.verified) for one in faults_in(file)] == [
        (2, "MaHoSo", True), (3, "NguoiXuLy", False), (3, "MaHoSo", True), (4, "data", True), (5, "data", True),
    ]  # fmt: skip
    assert main(["check-export", str(file)]) == 1
    told = capsys.readouterr().out
    assert "Dòng 3, hồ sơ X, mục NguoiXuLy: dài 51 ký tự, nhiều nhất 50 (quy tắc chưa xác minh)" in told
    assert told.endswith("5 lỗi.\n")
    assert main(["check-export", str(tmp_path / "gone")]) == 2


def test_a_line_without_end_costs_little(tmp_path):
    file = tmp_path / "in.jsonl"
    file.write_bytes(b" " * (5 * 1024 * 1024))

    assert [one.field for one in faults_in(file)] == ["data"]
