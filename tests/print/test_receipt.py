"""Mẫu 01 holds every word that was entered and none that was not; a re-issued one says which it replaces."""

from __future__ import annotations

import subprocess
from datetime import datetime

import pytest
from support import cases
from support.cases import DESK, HOA, case, intake, receipts
from support.drawn import ONE, PAPERS, QR, SAMPLES, image_of, read_back, text_of

from desk_app.domain.errors import MissingGlyph


@pytest.fixture
def drawn(tmp_path):
    def draw(pdf: bytes):
        path = tmp_path / "paper.pdf"
        path.write_bytes(pdf)
        return path

    return draw


def test_every_printed_field_comes_back_with_its_diacritics(drawn):
    text = text_of(drawn(PAPERS.receipt(cases.LONG, ONE, HOA)))

    for field in (
        cases.LONG_NAME.upper(), cases.ADDRESS, "Trần Đình Ước", "ủy quyền", "038190004217", "0912345678", "ten.rat.dai@example.vn",
        "Đăng ký khai sinh", "trong ngày (nhận đến 15:00)", "08 giờ 15 phút, ngày 23 tháng 11 năm 2026",
        "17 giờ 00 phút, ngày 23 tháng 11 năm 2026", "qua bưu chính", "8.000 đ (Tám nghìn đồng)", "Quyển số 2026-1",
        "Số thứ tự 7", "Lê Thị Hoa", "Mã tra cứu: 8F4KH8", "UBND XÃ TÂN LẬP", "Số: 00007",
    ):  # fmt: skip
        assert all(word in text for word in field.split()), field
    for paper in cases.LONG.intake.components:
        assert paper.name.split(":")[0] in text
    assert text.count("Mã hồ sơ: H56.22.17-261123-5001") == 2  # on the first page and repeated on the second
    assert text.count("Tên giấy tờ, tài liệu") == 2  # so is the heading of the table
    assert "Trang 2/2" in text


def test_a_receipt_says_nothing_that_nobody_entered(drawn):
    text = text_of(drawn(SAMPLES["receipt_bare"]()))

    assert cases.LETTERS.split()[0] in text
    for absent in (
        "None", "Thời gian trả", "theo quy định là", "Phí, lệ phí", "Mã tra cứu", "Số điện thoại", "Địa chỉ", "Cấp lại",
        "bổ sung", "VietQR", "Người nộp:",
    ):  # fmt: skip
        assert absent not in text, absent


def test_an_e_mail_without_a_telephone_is_printed(drawn):
    given = intake(applicant=cases.Applicant(name="Trần Thị Ánh", email="anh@example.vn"))

    assert "Email: anh@example.vn" in text_of(drawn(PAPERS.receipt(case(intake=given), ONE, HOA)))


def test_a_procedure_without_a_fee_says_so(drawn):
    assert "7. Phí, lệ phí: Không thu" in text_of(drawn(PAPERS.receipt(case(intake=intake(fee=0)), ONE, HOA)))


@pytest.mark.parametrize("nth", [1, 2, 3])
def test_a_reprint_says_which(drawn, nth):
    text = text_of(drawn(PAPERS.receipt(case(), ONE, HOA, nth=nth)))

    assert ("BẢN IN LẠI" in text) == (nth > 1)
    assert nth == 1 or f"BẢN IN LẠI lần {nth - 1}" in text


@pytest.mark.parametrize(("numbers", "said"), [((7, 12), "Cấp lại lần 1, thay phiếu số 00007"), ((7, 12, 13), "Cấp lại lần 2, thay phiếu số 00012")])  # fmt: skip
def test_a_receipt_given_anew_says_which_one_it_replaces(drawn, numbers, said):
    """Both are kept: the number of the new one stands above, that of the old one in its mark."""
    text = text_of(drawn(PAPERS.receipt(case(slips=receipts(*numbers)), ONE, HOA)))

    assert said in text
    assert f"Số: {numbers[-1]:05d}" in text
    assert "nhận bổ sung" not in text


def test_the_receipt_after_a_supplement_is_marked_and_tells_the_new_papers(drawn):
    text = text_of(drawn(SAMPLES["receipt_supplemented"]()))

    assert "Đã nhận bổ sung ngày 26 tháng 11 năm 2026" in text
    assert "Cấp lại lần 1, thay phiếu số 00007" in text
    assert "Thời gian nhận hồ sơ bổ sung: 10 giờ 30 phút, ngày 26 tháng 11 năm 2026" in text
    assert "Giấy chứng sinh (bản chính để đối chiếu) (bổ sung)" in text
    assert "theo mẫu (bổ sung)" not in text
    assert "17 giờ 00 phút, ngày 27 tháng 11 năm 2026" in text


def test_both_codes_read_back_from_the_page_by_two_readers(drawn):
    image = image_of(drawn(SAMPLES["receipt"]()))
    zbar = subprocess.run(["zbarimg", "-q", image], check=True, capture_output=True, text=True).stdout.split()

    assert {kind.replace(" ", "") for kind, text in read_back(image) if text == case().code} >= {"QRCode", "Code128"}  # fmt: skip
    assert {f"QR-Code:{case().code}", f"CODE-128:{case().code}"} <= set(zbar)


@pytest.mark.parametrize("name", ["receipt_pay_qr", "payment_notice"])
def test_a_vietqr_reads_back_beside_the_code_of_the_case(drawn, name):
    assert {text for _, text in read_back(image_of(drawn(SAMPLES[name]())))} == {QR, case().code}


def test_a_letter_that_the_fonts_lack_is_named():
    with pytest.raises(MissingGlyph, match="漢"):
        PAPERS.receipt(case(intake=intake(name="Trần 漢")), DESK, HOA)


def test_the_form_follows_the_day_of_receipt():
    days = {"2018": datetime(2025, 9, 14), "2025": datetime(2025, 9, 15)}

    assert {name: PAPERS.form_set_on(day.date()) for name, day in days.items()} == {
        "2018": "2018",
        "2025": "2025",
    }
    assert PAPERS.form_set_on(datetime(2001, 1, 1).date()) == "2018"


def test_the_preview_is_a_picture_of_the_page():
    preview = PAPERS.receipt_preview(case(), DESK, HOA, width_px=600)

    assert preview.startswith(b"\x89PNG")
    assert int.from_bytes(preview[16:20], "big") == 600


def test_any_page_of_a_paper_can_be_shown():
    pdf = SAMPLES["register"]()
    first, last = PAPERS.image(pdf, width_px=300), PAPERS.image(pdf, width_px=300, page=3)

    assert first != last
    assert int.from_bytes(last[16:20], "big") == 300
