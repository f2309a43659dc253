"""A list of procedures as provinces really send them: merged cells, groups, notes, slips of the hand.

Codes and names are the law's; everything else is made up. `python tests/support/messy_catalogue.py FILE` writes it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

# one list a row; a text alone is merged over the table's width, None is an empty cell
HAI_PHONG = [
    "ỦY BAN NHÂN DÂN THÀNH PHỐ",
    "DANH MỤC THỦ TỤC HÀNH CHÍNH THUỘC PHẠM VI GIẢI QUYẾT CỦA UBND CẤP XÃ",
    "(Ban hành kèm theo Quyết định số 999/QĐ-UBND ngày 20 tháng 11 năm 2026)",
    [None],
    ["STT", "Mã TTHC", "Tên thủ tục (hành chính)", "Thời hạn giải quyết", "", "Phí, lệ phí", "Căn cứ pháp lý", "Ghi chú"],
    ["", "", "", "Theo quy định", "Sau cắt giảm", "", "", ""],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"],
    "A. DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC SỬA ĐỔI, BỔ SUNG",
    "I. LĨNH VỰC HỘ TỊCH (05 TTHC)",
    [1, "1.001193", "Thủ tục đăng ký khai sinh", "Trong ngày", "", "8.000 đồng", "Luật Hộ tịch 2014", ""],
    [2, "1.004873.000.00.00.H24", "Cấp giấy xác nhận tình trạng hôn nhân", "03 ngày làm việc", "2 ngày", "Không", "", ""],
    [3, "1.00089", "Đăng ký kết hôn", "Trong ngày", "", "", "", ""],
    [4, "1.004884", "Đăng ký lại khai sinh", "0,5 ngày", "", "8.000 đồng/trường hợp", "", ""],
    [5, "", "Đăng ký khai tử", "Trong ngày", "", "", "", ""],
    "II. LĨNH VỰC CHỨNG THỰC (04 TTHC)",
    [6, "2.000815", "Chứng thực bản sao từ bản chính giấy tờ", "Trong ngày; nhận sau 15 giờ thì trả ngày làm việc tiếp theo",
     "", "2.000 đồng/trang; từ trang thứ 3 trở lên 1.000 đồng/trang, tối đa 200.000 đồng/bản", "", ""],
    [7, "2.000884", "Chứng thực chữ ký trong các giấy tờ, văn bản", "15 giờ", "", "10.000 đồng/trường hợp", "", ""],
    [6, "2.000815", "Chứng thực bản sao từ bản chính giấy tờ", "Trong ngày; nhận sau 15 giờ thì trả ngày làm việc tiếp theo",
     "", "2.000 đồng/trang; từ trang thứ 3 trở lên 1.000 đồng/trang, tối đa 200.000 đồng/bản", "", ""],
    [8, "2.001035\n2.001019", "Chứng thực giao dịch; chứng thực di chúc", "02 ngày làm việc", "", "50.000 đồng", "", ""],
    "Ghi chú: phí chứng thực thu theo trang của bản chính.",
    "III. LĨNH VỰC TRỒNG RỪNG (02 TTHC)",
    [9, "3.000999", "Hỗ trợ trồng rừng thử nghiệm", "10 ngày + 15 ngày", "", "Không", "NĐ 1/2026/NĐ-CP;\nTT 2/2026/TT-BNNMT", "Mới"],
    [10, "9.000901", "Thủ tục giữ chỗ", "5", "", "", "", ""],
    "IV. LĨNH VỰC BẢO TRỢ XÃ HỘI",
    [11, "2.000286", "Tiếp nhận đối tượng vào cơ sở trợ giúp xã hội", "Cấp mới: 10 ngày làm việc", "", "", "", ""],
    [11, "2.000286", "Tiếp nhận đối tượng vào cơ sở trợ giúp xã hội", "Cấp lại: 05 ngày làm việc", "", "", "", ""],
    [12, "1.001699", "Xác định mức độ khuyết tật và cấp Giấy xác nhận khuyết tật", "khoảng ba tuần, tùy hội đồng số 2", "", "", "", ""],
    "B. DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ",
    [1, "1.000280", "Công nhận trường tiểu học đạt chuẩn quốc gia", "", "", "", "TT 57/2026/TT-BGDĐT", ""],
    [2, "2.000986", "Liên thông đăng ký khai sinh cho trẻ dưới 6 tuổi", "", "", "", "", "Được thay thế bởi 3.000722"],
    "Nơi nhận: như trên; lưu VT.",
]  # fmt: skip

LISTED = """Giấy tờ phải nộp:
- Tờ khai đăng ký giám hộ (bản chính: 1, bản sao: 0)
- Văn bản cử người giám hộ. Bản chính: 1 Bản sao: 1
Giấy tờ phải xuất trình:
- Giấy tờ tùy thân"""

HO_CHI_MINH = [
    ["Index", "Mã số TTHC", "Tên thủ tục hành chính", "Lĩnh vực", "Cấp thực hiện", "Thời gian giải quyết (ngày làm việc)",
     "Thành phần hồ sơ", "Hiệu lực từ", "Mức độ DVC", "Cán bộ theo dõi"],
    [1, 2.00095, "Hòa giải ở cơ sở: thôi làm hòa giải viên", "PHỔ BIẾN GIÁO DỤC PHÁP LUẬT", "Cấp Xã/Phường", 5, "", "", "Toàn trình", "x"],
    [2, "1.004837", "Đăng ký giám hộ", "Hộ tịch", "UBND cấp xã", 0.5,
     LISTED, "", "Toàn trình", ""],
    [3, "1.004845", "Đăng ký chấm dứt giám hộ", "Hộ tịch", "UBND cấp xã", 2, "", "01/03/2027", "", ""],
    [4, "1.013225", "Cấp giấy phép xây dựng", "Hoạt động xây dựng", "Sở Xây dựng", "7", "", "hôm nào đó", "", ""],
    [5, "=B2", "Dòng có công thức", "Hộ tịch", "UBND cấp xã", 1, "", "", "", ""],
    [6, "1.004837", "Đăng ký giám hộ", "Hộ tịch", "UBND cấp xã", 9, "", "", "", ""],
    [7, "#REF!", "Dòng có ô lỗi", "Hộ tịch", "UBND cấp xã", 1, "", "", "", ""],
    [8, "1.888888", "", "Hộ tịch", "UBND cấp xã", 1, "", "", "", ""],
]  # fmt: skip

PAPERS = [
    ["Mã thủ tục", "Tên giấy tờ", "Bản chính", "Bản sao", "Mẫu đơn, tờ khai"],
    ["2.000635", "Tờ khai cấp bản sao trích lục", 1, 0, "TT 04/2020"],
    ["", "Văn bản ủy quyền (nếu có)", 1, 1, ""],
    ["", "Lưu ý về cách nộp", 0, 0, ""],
    ["7.777777", "Giấy của thủ tục không có", 1, 0, ""],
    ["2.000635", "Giấy có số bản lạ", "một", 0, ""],
]  # fmt: skip

GUIDE = [["Hướng dẫn"], ["Điền đủ các cột rồi gửi về Sở."]]


def messy_workbook() -> Workbook:
    """Return the workbook."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = "Cấp xã"
    _fill(first, HAI_PHONG, 8)
    first.merge_cells("D5:E5")
    for column in "ABCFGH":
        first.merge_cells(f"{column}5:{column}6")
    _fill(book.create_sheet("TP"), HO_CHI_MINH, 0)
    papers = book.create_sheet("Giấy tờ")
    _fill(papers, PAPERS, 0)
    papers.merge_cells("A2:A4")
    _fill(book.create_sheet("Đọc trước"), GUIDE, 0)
    return book


def _fill(sheet: Worksheet, rows: list, width: int) -> None:
    for number, row in enumerate(rows, 1):
        for column, value in enumerate([row] if isinstance(row, str) else row, 1):
            if value not in (None, ""):
                sheet.cell(number, column).value = value
        if isinstance(row, str):
            sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=width)


if __name__ == "__main__":
    messy_workbook().save(Path(sys.argv[1]))
