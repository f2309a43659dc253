"""What the synthetic day is drawn from: names by their known shares, procedures of a rural commune, habits of use."""

from __future__ import annotations

# fmt: off
SURNAMES = [("Nguyễn", 31.5), ("Trần", 10.9), ("Lê", 8.9), ("Phạm", 5.9), ("Hoàng", 3.6), ("Huỳnh", 1.5), ("Phan", 2.8), ("Vũ", 2.9), ("Võ", 2.0), ("Đặng", 1.9),
 ("Bùi", 3.6), ("Đỗ", 1.4), ("Hồ", 1.3), ("Ngô", 1.3), ("Dương", 1.0), ("Lý", 0.5), ("Đinh", 1.0), ("Đoàn", 0.9), ("Lương", 0.8), ("Trịnh", 0.7),
 ("Mai", 0.6), ("Đào", 0.6), ("Tạ", 0.5), ("Cao", 0.5), ("Lò", 0.4), ("Vàng", 0.3), ("Giàng", 0.3), ("Sùng", 0.2), ("Ksor", 0.1), ("Y", 0.1)]
MIDDLE_M = ["Văn", "Hữu", "Đức", "Công", "Quang", "Minh", "Đình", "Xuân", "Ngọc", "Thanh", "Quốc", "Anh", "Trọng", "Bá", "Duy", "Gia", "Hoàng", "Thế"]
MIDDLE_F = ["Thị", "Thị Ngọc", "Thị Thu", "Thị Kim", "Ngọc", "Thanh", "Thu", "Thị Hồng", "Thùy", "Thị Bích", "Mỹ", "Khánh", "Bảo", "Thị Mỹ", "Thị Phương", "Kim"]
GIVEN_M = ["Hùng", "Dũng", "Sơn", "Tuấn", "Cường", "Long", "Hải", "Thắng", "Nam", "Minh", "Đức", "Thành", "Hiếu", "Phúc", "Khoa", "Khánh", "Tùng", "Trung",
 "Kiên", "Quân", "Bình", "An", "Đạt", "Lâm", "Phong", "Vinh", "Huy", "Hòa", "Toàn", "Tài", "Nghĩa", "Thịnh", "Lộc", "Hưng", "Việt", "Tâm", "Quý",
 "Sang", "Phát", "Chiến", "Tiến", "Dương", "Trường", "Giang", "Hoàng", "Định", "Đông", "Thái", "Thuận", "Vũ"]
GIVEN_F = ["Lan", "Hoa", "Hương", "Mai", "Hằng", "Nga", "Thủy", "Linh", "Trang", "Thảo", "Hà", "Phương", "Hạnh", "Huệ", "Yến", "Ngọc", "Nhung", "Oanh", "Loan",
 "Liên", "Thu", "Vân", "Tuyết", "Hồng", "Dung", "Diệp", "Thúy", "Quyên", "Trâm", "Duyên", "Nhi", "My", "Châu", "Ánh", "Xuân", "Đào", "Giang", "Hiền",
 "Hoài", "Kiều", "Ly", "Minh", "Nguyệt", "Như", "Phượng", "Quỳnh", "Thơ", "Tiên", "Trinh", "Uyên", "Vy", "Xoan", "Đoan", "Bích"]
HAMLETS = ["Thôn Đông", "Thôn Đoài", "Thôn Trung", "Thôn Thượng", "Thôn Hạ", "Thôn Đồng Tâm", "Thôn Phú Mỹ", "Thôn Yên Bình", "Thôn Xuân Lộc", "Xóm Chùa",
 "Xóm Đình", "Ấp Bình Hòa"]
STREETS = ["", "", "", "đường liên xã", "đường Trần Hưng Đạo", "đường Lê Lợi", "ngõ 12", "ngõ 5", "tổ 3", "tổ 7", "cụm dân cư số 2"]
COMMUNE = "xã Đông Thượng, tỉnh Thái Bình"
DOCUMENTS = {"TK": "Tờ khai theo mẫu",
 "GCS": "Giấy chứng sinh",
 "CCCD": "Bản sao căn cước công dân",
 "SHK": "Giấy xác nhận thông tin về cư trú",
 "DKKH": "Giấy chứng nhận đăng ký kết hôn (bản sao có chứng thực)",
 "GBT": "Giấy báo tử",
 "XNHN": "Giấy xác nhận tình trạng hôn nhân",
 "DON": "Đơn đề nghị",
 "BC": "Bản chính giấy tờ cần chứng thực",
 "BS": "Bản sao cần chứng thực",
 "HDUQ": "Văn bản ủy quyền có chứng thực",
 "SO": "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất",
 "TRICH": "Trích lục bản đồ địa chính thửa đất",
 "BB": "Biên bản họp gia đình",
 "DTBT": "Giấy xác nhận khuyết tật",
 "LLTP": "Sơ yếu lý lịch có xác nhận",
 "TTHN": "Tờ khai thay đổi thông tin hộ tịch",
 "BHYT": "Thẻ bảo hiểm y tế",
 "HN": "Giấy chứng nhận hộ nghèo, hộ cận nghèo",
 "KS": "Giấy khai sinh (bản sao)",
 "ANH": "Ảnh chân dung 4x6",
 "BVTC": "Bản vẽ thi công kèm theo đơn đề nghị cấp phép"}
PROCEDURES = [("1.001193", "Thủ tục đăng ký khai sinh", "Hộ tịch", 0, ["TK", "GCS", "CCCD", "SHK", "DKKH"], 14, 1),
 ("2.000815", "Thủ tục chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền cấp", "Chứng thực", 2000,
  ["BC", "BS", "CCCD"], 22, 1),
 ("2.000884", "Thủ tục chứng thực chữ ký trong các giấy tờ, văn bản", "Chứng thực", 10000, ["BC", "CCCD", "HDUQ"], 12, 1),
 ("1.004873", "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân", "Hộ tịch", 15000, ["TK", "CCCD", "SHK", "XNHN"], 9, 3),
 ("1.000894", "Thủ tục đăng ký kết hôn", "Hộ tịch", 0, ["TK", "CCCD", "XNHN", "SHK"], 6, 5),
 ("1.000656", "Thủ tục đăng ký khai tử", "Hộ tịch", 0, ["TK", "GBT", "CCCD", "SHK"], 6, 1),
 ("2.000635", "Thủ tục cấp bản sao trích lục hộ tịch", "Hộ tịch", 8000, ["TK", "CCCD", "HDUQ"], 8, 1),
 ("1.004859", "Thủ tục thay đổi, cải chính, bổ sung thông tin hộ tịch", "Hộ tịch", 15000, ["TTHN", "KS", "CCCD", "SHK"], 4, 5),
 ("1.003554", "Hòa giải tranh chấp đất đai", "Đất đai", 0, ["DON", "SO", "TRICH", "BB"], 2, 30),
 ("2.000751", "Trợ giúp xã hội đột xuất về hỗ trợ làm nhà ở, sửa chữa nhà ở", "Bảo trợ xã hội", 0, ["DON", "HN", "BB", "CCCD"], 3, 10),
 ("1.001653", "Đổi, cấp lại giấy xác nhận khuyết tật", "Bảo trợ xã hội", 0, ["DON", "DTBT", "CCCD", "ANH"], 3, 5),
 ("2.001023", "Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi", "Hộ tịch", 0,
  ["TK", "GCS", "CCCD", "SHK", "DKKH", "ANH"], 6, 10),
 ("1.000105", "Cấp giấy phép xây dựng nhà ở riêng lẻ", "Xây dựng", 75000, ["DON", "SO", "BVTC", "CCCD", "TRICH"], 3, 15),
 ("2.001661", "Hỗ trợ học văn hóa, học nghề, trợ cấp khó khăn ban đầu cho nạn nhân", "Bảo trợ xã hội", 0, ["DON", "CCCD", "LLTP"], 2, 3)]
STATUSES = ["received", "checked", "forwarded", "processing", "supplement_requested", "approved", "signed", "returned"]
STAFF = [("CB01", "Nguyễn Thị Hường"), ("CB02", "Trần Văn Lộc"), ("CB03", "Lê Quang Vinh"), ("CB04", "Phạm Thị Duyên")]
NOTES = ["", "", "", "", "Hồ sơ đầy đủ, hợp lệ", "Đã đối chiếu bản chính", "Chờ ký duyệt", "Chuyển công chức tư pháp - hộ tịch", "Chuyển công chức địa chính",
 "Yêu cầu bổ sung giấy tờ", "Đã trả kết quả cho công dân", "Công dân hẹn nhận vào buổi chiều"]
WORDS = ["công", "dân", "đề", "nghị", "xác", "nhận", "bổ", "sung", "giấy", "tờ", "bản", "chính", "nộp", "sau", "hẹn", "ngày", "thứ", "hai", "tuần", "sau",
 "chồng", "vợ", "con", "đẻ", "nuôi", "ủy", "quyền", "cho", "anh", "chị", "em", "ruột", "nhà", "đất", "thửa", "số", "tờ", "bản", "đồ", "làng", "xóm",
 "tạm", "trú", "thường", "trú", "đi", "làm", "xa", "không", "có", "mặt", "nhờ", "hộ", "kiểm", "tra", "lại", "thông", "tin", "sai", "họ", "tên", "đệm",
 "năm", "sinh"]
KINDS = ["Bản chính", "Bản sao", "Bản sao có chứng thực", "Bản điện tử"]
PROVINCES = [("034", 80), ("001", 4), ("036", 4), ("033", 3), ("035", 3), ("030", 2), ("079", 2), ("038", 2)]
PREFIXES = ["32", "33", "35", "36", "38", "39", "70", "76", "77", "79", "81", "83", "85", "90", "91", "93", "94", "96", "97", "98"]
