"""The other slips: what each must say, in the set of its case."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support import cases
from support.cases import DESK, HOA, case, ended, guided
from support.drawn import CENTRE, ONE, PAPERS, SAMPLES, image_of, read_back, text_of

from desk_app.domain.case import HandOver, Receiver, Shown, State
from desk_app.domain.desk import as_written
from desk_app.domain.moment import moment
from desk_app.domain.payment import PaymentWay
from desk_app.domain.slip import SlipKind
from desk_app.domain.turns import Guidance, Taking
from desk_app.printing.facts import of_case

SAID = {
    "completion": (
        "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", "Số: 00004/HDHS", "Tân Lập, ngày 24 tháng 11 năm 2026",
        "Mã hồ sơ: H56.22.17-261123-5001", "Trung tâm Phục vụ hành chính công xã Tân Lập:", "NGUYỄN THỊ MINH ĐỨC",
        "Thủ tục hành chính cần giải quyết: Đăng ký khai sinh", "Thôn Đồng Tâm, xã Tân Lập, tỉnh Thanh Hóa", "0912345678",
        "Giấy chứng sinh (bản chính để đối chiếu) 1 –", "Giấy chứng nhận kết hôn của cha, mẹ – 1", "Số lượng",
        "Lý do: " + cases.REASON, "đến hết ngày 09 tháng 12 năm 2026", "Lê Thị Hoa, số điện thoại 02373 123 456",
        "NGƯỜI HƯỚNG DẪN",
    ),
    "completion_before": ("Số: 00011/HDHS", "Giấy chứng sinh (bản chính để đối chiếu) 1 –", "02373 123 456"),
    "completion_2018": ("Nội dung yêu cầu giải quyết: Đăng ký khai sinh", "Lý do: " + cases.REASON),
    "refusal": (
        "PHIẾU TỪ CHỐI TIẾP NHẬN", "GIẢI QUYẾT HỒ SƠ", "không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:",
        "Người dân chuyển nơi cư trú, không còn nhu cầu giải quyết.", "được trả lại Ông/Bà", "NGƯỜI NỘP HỒ SƠ",
    ),
    "refusal_before": (cases.REASON, "Số: 00011", "Xin thông báo cho Ông/Bà được biết và thực hiện."),
    "refusal_2018": ("Nội dung yêu cầu giải quyết", cases.REASON),
    "extension": (
        "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT", "Kính gửi: Nguyễn Thị Minh Đức",
        "17 giờ 00 phút, ngày 25 tháng 11 năm 2026", "Phải xác minh nơi cư trú của người mẹ",
        "Thời gian trả kết quả mới: 17 giờ 00 phút, ngày 30 tháng 11 năm 2026", "xin lỗi Ông/Bà", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH",
        "Phạm Văn Cường", "Nơi nhận:", "02373 123 456",
    ),
    "extension_2018": (
        "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ", "Số: 00002/PXL", "Số biên nhận hồ sơ: H56.22.17-261123-5001",
        "Thời gian hẹn trả kết quả lại: 17 giờ 00 phút, ngày 30 tháng 11 năm 2026", "Lưu: VT.",
    ),
    "stop_notice": (
        "THÔNG BÁO", "Dừng giải quyết hồ sơ", "UBND xã Tân Lập dừng giải quyết hồ sơ này kể từ ngày 25 tháng 11 năm 2026",
        "Lý do: Người dân chuyển nơi cư trú", "được trả lại cho Ông/Bà", "Phí, lệ phí và các khoản đã nộp", "CHỦ TỊCH",
    ),
    "control": (
        "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ", "1. Giao: Bộ phận tiếp nhận và", "2. Nhận: Công an xã Tân Lập",
        "09 giờ 00 phút, ngày 23 tháng 11", "Người giao Người nhận", "Trước hạn", "Quá hạn", "đủ điều kiện", "xác minh cư",
        "1. Giao: ……",
    ),
    "return_slip": (
        "PHIẾU TRẢ KẾT QUẢ", "Số, ký hiệu kết quả: 15/GKS", "Người nhận kết quả: Trần Đình Ước", "001090123456",
        "Đã xuất trình: Giấy tiếp nhận", "Căn cứ nhận thay: Giấy ủy quyền ngày 20/11/2026", "Thời điểm trả: 10:00, ngày 23/11/2026",
        "Liên 2: Giao người nhận",
    ),
    "withdrawal": (
        "THEO ĐỀ NGHỊ RÚT HỒ SƠ", "Tờ khai đăng ký khai sinh theo mẫu 1", "đã được trả lại đủ", "Số: 00003",
        "Thời gian rút hồ sơ: 14 giờ 05 phút, ngày 25 tháng 11 năm 2026",
    ),
    "payment_notice": (
        "NGHĨA VỤ TÀI CHÍNH", "Khoản nộp: Tiền sử dụng đất đợt 1", "Số tiền: 1.250.000 đ",
        "Viết bằng chữ: Một triệu hai trăm năm mươi nghìn đồng", "không phải là biên lai",
    ),
    "fee_note": (
        "PHIẾU THU TẠM", "không phải là biên lai thu phí, lệ phí", "Người nộp tiền: Trần Đình Ước", "Số tiền: 8.000 đ",
        "Hình thức nộp: Tiền mặt", "mẫu số 01BLP2-001, ký hiệu 28AA-26T, số 0000123",
    ),
    "closing_notice": ("Ngày 24/11/2026", "thời hạn đến hết ngày 09 tháng 12 năm 2026", "kết thúc việc giải quyết hồ sơ này"),
    "supplement_part": (
        "PHIẾU NHẬN BỔ SUNG MỘT PHẦN", "Giấy tờ đã nhận", "Giấy tờ còn thiếu", "Giấy chứng nhận kết hôn của cha, mẹ",
        "Hạn bổ sung: đến hết ngày 09 tháng 12 năm 2026, theo phiếu yêu cầu bổ sung ngày 24/11/2026",
    ),
    "withdrawal_unpaid": (
        "Phí, lệ phí và các khoản đã nộp: 8.000 đ (Tám nghìn đồng)",
        "Khoản 1.250.000 đ đã thông báo mà chưa nộp thì không phải nộp nữa.",
    ),
    "stop_notice_unpaid": ("Ông/Bà đã nộp 8.000 đ (Tám nghìn đồng).", "Khoản 1.250.000 đ đã thông báo mà chưa nộp"),
    "refusal_online": ("Mã hồ sơ: H56.22.17-261122-0976",),
    "recall": ("Kết quả thu hồi: số, ký hiệu: 15/GKS", "Ghi sai ngày sinh", "17 giờ 00 phút, ngày 27 tháng 11 năm 2026"),
}  # fmt: skip


@pytest.mark.parametrize("name", SAID)
def test_a_slip_says_what_it_must(tmp_path, name):
    path = tmp_path / "slip.pdf"
    path.write_bytes(SAMPLES[name]())
    text = text_of(path)

    for said in SAID[name]:
        assert said in text, said
    assert "None" not in text
    assert "{" not in text


@pytest.mark.parametrize("name", ["completion_long", "refusal_long", "extension_long"])
def test_a_reason_of_thousands_of_letters_is_printed_to_its_last_word(tmp_path, name):
    path = tmp_path / "long.pdf"
    path.write_bytes(SAMPLES[name]())
    text = text_of(path)

    assert len(cases.LONG_REASON) > 2000
    assert [n for n in range(1, 18) if f"({n})" not in text] == []
    times = 3 if name == "extension_long" else 1
    assert text.count("ở hai nơi.") == 17 * times
    assert cases.LONG_NAME in text or cases.LONG_NAME.upper() in text


@pytest.mark.parametrize("name", ["control", "extension", "return_slip", "stop_notice", "withdrawal"])
def test_the_code_of_a_case_reads_back_from_its_slips(tmp_path, name):
    path = tmp_path / "slip.pdf"
    path.write_bytes(SAMPLES[name]())

    assert {text for _, text in read_back(image_of(path))} == {case().code}


def test_a_slip_without_a_case_has_no_bar_code(tmp_path):
    path = tmp_path / "slip.pdf"
    path.write_bytes(SAMPLES["refusal_before"]())

    assert read_back(image_of(path)) == set()
    assert "Mã hồ sơ" not in text_of(path)


def test_a_case_of_the_old_set_that_is_stopped_takes_the_notice_of_the_new_one(tmp_path):
    """TT 01/2018 has no stop notice; the decision to stop still needs a paper."""
    path = tmp_path / "stop.pdf"
    path.write_bytes(PAPERS.slip(SlipKind.STOP_NOTICE, ended(State.STOPPED, form_set="2018"), ONE, HOA))

    assert "Dừng giải quyết hồ sơ" in text_of(path)


def test_a_slip_that_nothing_gave_is_a_mistake_of_ours():
    for kind in set(SlipKind) - {SlipKind.RECEIPT, SlipKind.CONTROL}:
        with pytest.raises(ValueError, match=kind):
            of_case(kind, case(), DESK, HOA)


def test_the_newest_act_of_a_kind_is_the_one_that_is_printed(tmp_path):
    asked = (
        replace(cases.ASKED, reason="lần đầu", slip_number=4),
        replace(cases.ASKED, reason="lần hai", slip_number=8),
    )
    path = tmp_path / "again.pdf"
    path.write_bytes(PAPERS.slip(SlipKind.COMPLETION, case(supplements=asked), ONE, HOA))

    assert "lần hai" in text_of(path)
    assert "Số: 00008/HDHS" in text_of(path)


def test_a_cancelled_payment_is_not_what_the_fee_note_tells(tmp_path):
    right = Taking(
        amount=5000, way=PaymentWay.TRANSFER, at=moment("2026-11-23T09:00:00"), by="hoa", slip_number=9
    )
    wrong = replace(right, amount=50000, slip_number=10, cancelled="gõ nhầm")
    path = tmp_path / "fee.pdf"
    path.write_bytes(PAPERS.slip(SlipKind.FEE_NOTE, case(collected=(right, wrong)), ONE, HOA))
    text = text_of(path)

    assert "5.000 đ" in text
    assert "50.000" not in text
    assert "Chuyển khoản" in text
    assert "Biên lai đã cấp" not in text  # a number is recorded, never made up


def test_who_took_a_result_by_post_without_a_name_is_the_post(tmp_path):
    post = HandOver(
        receiver=Receiver.POST, post_code="EA123456789VN", slip_number=3, at=moment("2026-11-23T10:00:00")
    )
    path = tmp_path / "post.pdf"
    path.write_bytes(PAPERS.return_slip(replace(cases.HANDED, hand_over=post), ONE, HOA))

    assert "Người nhận kết quả: Bưu chính công ích" in text_of(path)
    assert "Số hiệu bưu gửi: EA123456789VN" in text_of(path)
    shown = replace(cases.HANDED.hand_over, shown=Shown.IDENTITY)
    path.write_bytes(PAPERS.return_slip(replace(cases.HANDED, hand_over=shown), ONE, HOA))
    assert "Giấy tờ tùy thân (mất giấy tiếp nhận)" in text_of(path)


def test_whom_to_ask_is_the_clerk_and_the_desks_telephone_when_nobody_else_is_named(tmp_path):
    path = tmp_path / "guide.pdf"
    given = guided(SlipKind.COMPLETION, guidance=Guidance(reason="Thiếu tờ khai", papers=cases.MISSING))
    path.write_bytes(PAPERS.guidance(given, CENTRE, HOA))

    assert "liên hệ với công chức Lê Thị Hoa, số điện thoại 02373 123 456, để" in text_of(path)
    path.write_bytes(PAPERS.guidance(given, ONE, HOA))
    assert "liên hệ với công chức Lê Thị Hoa để" in text_of(path)


def test_many_slips_become_one_paper(tmp_path):
    """All apologies that are due tomorrow go to the printer as one job."""
    due = [replace(cases.EXTENDED, code=f"H56.22.17-261123-{n}") for n in range(5001, 5006)]
    path = tmp_path / "all.pdf"
    path.write_bytes(PAPERS.together([PAPERS.slip(SlipKind.EXTENSION, one, ONE, HOA) for one in due]))

    for n, one in enumerate(due, 1):
        assert f"Mã hồ sơ: {one.code}" in text_of(path, n)
    assert text_of(path).count("Kính gửi") == 5


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("UBND XÃ TÂN LẬP", "UBND xã Tân Lập"),
        ("BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ", "Bộ phận tiếp nhận và trả kết quả"),
        ("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG THÀNH CÔNG", "Trung tâm Phục vụ hành chính công phường Thành Công"),
        ("ỦY BAN NHÂN DÂN ĐẶC KHU PHÚ QUÝ", "Ủy ban nhân dân đặc khu Phú Quý"),
        ("Trung tâm PVHCC xã Tân Lập", "Trung tâm PVHCC xã Tân Lập"),
    ],
)  # fmt: skip
def test_a_letterheads_name_is_written_as_a_sentence_has_it(name, written):
    assert as_written(name) == written
