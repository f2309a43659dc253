"""A messy list: every bad row is named, the good ones are in, twice is as good as once."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest
from support.importing import DAY, SAMPLES, catalogue, entry, importer, written
from support.messy_catalogue import messy_workbook

from desk_app.app.cli import main
from desk_app.domain.procedure import ProcedureStatus
from desk_app.domain.procedure_document import procedure_of
from desk_app.machine.single_instance import only_one


@pytest.fixture
def bring(tmp_path, capsys):
    return importer(tmp_path / "data", capsys)


# sheet, row, weight, a piece of the sentence: all that is wrong in tests/support/messy_catalogue.py
FAULTS = [
    ("Cấp xã", 9, "look", "Nhóm “Hộ tịch” ghi 5 TTHC nhưng nhận được 3 dòng"),
    ("Cấp xã", 12, "refused", "“1.00089” không phải mã TTHC"),
    ("Cấp xã", 14, "refused", "Thiếu mã TTHC"),
    ("Cấp xã", 15, "look", "Nhóm “Chứng thực” ghi 4 TTHC nhưng nhận được 3 dòng"),
    ("Cấp xã", 16, "look", "mức cũ 2.000 đ không còn chắc"),
    ("Cấp xã", 17, "look", "“15 giờ” là mốc nhận trong ngày"),
    ("Cấp xã", 18, "passed_over", "Lặp lại nguyên dòng 16"),
    ("Cấp xã", 19, "refused", "Một ô có 2 mã"),
    ("Cấp xã", 20, "passed_over", "coi là ghi chú: “Ghi chú: phí chứng thực"),
    ("Cấp xã", 22, "look", "Mã 3.000999 chưa có trong danh mục hiện hành"),
    ("Cấp xã", 23, "look", "Mã 9.000901 từng được dùng làm mã giữ chỗ"),
    ("Cấp xã", 23, "look", "Thời hạn không ghi đơn vị"),
    ("Cấp xã", 26, "look", "Gộp vào dòng 25 như một trường hợp"),
    ("Cấp xã", 27, "look", "Chưa hiểu được thời hạn"),
    ("Cấp xã", 29, "look", "Mã 1.000280 chưa có"),
    ("Cấp xã", 30, "look", "Mã 2.000986 chưa có"),
    ("Cấp xã", 31, "passed_over", "“Nơi nhận: như trên; lưu VT.”"),
    ("TP", 2, "look", "Tên khác hẳn danh mục hiện hành (“Công nhận tổ trưởng tổ hòa giải"),
    ("TP", 4, "refused", "hiệu lực riêng từ 01/03/2027"),
    ("TP", 5, "look", "“Sở Xây dựng” không có cấp xã"),
    ("TP", 5, "look", "“hôm nào đó” không phải ngày"),
    ("TP", 6, "refused", "Ô là công thức chưa tính"),
    ("TP", 7, "refused", "Trùng mã với dòng 3 nhưng khác thời hạn giải quyết"),
    ("TP", 8, "refused", "Ô báo lỗi #REF!"),
    ("TP", 9, "look", "Mã 1.888888 chưa có"),
    ("TP", 9, "refused", "Thủ tục mới mà thiếu tên"),
    ("Giấy tờ", 4, "passed_over", "coi là ghi chú"),
    ("Giấy tờ", 5, "refused", "7.777777 không có trong tệp"),
    ("Giấy tờ", 6, "look", "không phải là số"),
    ("Đọc trước", 0, "passed_over", "Không thấy dòng tiêu đề"),
]


def test_the_sample_is_what_its_script_writes():
    """The file is there for people to try; the script is what the tests and the reader go by."""
    file, made = openpyxl.load_workbook(SAMPLES / "danh_muc.xlsx"), messy_workbook()

    assert file.sheetnames == made.sheetnames
    for sheet in made.worksheets:
        assert list(file[sheet.title].values) == list(sheet.values)
        assert sorted(map(str, file[sheet.title].merged_cells.ranges)) == sorted(
            map(str, sheet.merged_cells.ranges)
        )


def test_every_bad_row_is_named(bring):
    faults = bring(SAMPLES / "danh_muc.xlsx", "--dry-run")["faults"]

    for fault, (sheet, row, weight, told) in zip(faults, FAULTS, strict=True):
        assert (fault["sheet"], fault["row"], fault["weight"]) == (sheet, row, weight)
        assert told in fault["sentence"]
        assert fault["sentence"].endswith(".")
    columns = {(f["sheet"], f["row"]): f["column"] for f in faults if f["column"]}
    assert columns["Cấp xã", 12] == "B (Mã TTHC)"
    assert columns["Cấp xã", 27] == "D (Thời hạn giải quyết Theo quy định)"
    assert columns["TP", 8] == "B (Mã số TTHC)"


def test_the_columns_are_found_and_those_left_are_told(bring):
    tables = {table["sheet"]: table for table in bring(SAMPLES / "danh_muc.xlsx", "--dry-run")["tables"]}

    assert tables["Cấp xã"]["header_row"] == 6
    assert tables["Cấp xã"]["left"] == []
    assert tables["Cấp xã"]["columns"]["Thời hạn giải quyết Sau cắt giảm"] == "promised"
    assert tables["TP"]["columns"]["Thời gian giải quyết (ngày làm việc)"] == "time"
    assert tables["TP"]["left"] == ["Cán bộ theo dõi"]
    assert tables["Giấy tờ"]["columns"]["Tên giấy tờ"] == "paper"


def test_good_rows_are_in(bring, tmp_path):
    told = bring(SAMPLES / "danh_muc.xlsx")
    now = catalogue(tmp_path)

    assert told["written"] == [str(tmp_path / "data" / "catalogue" / "10001.json")]
    assert now.version == 10_001
    assert now.get("1.004884").terms[0].term == "4h"
    assert [t.term for t in now.get("2.000286").terms] == ["10wd", "5wd"]
    assert now.get("2.000884").terms[0].term == "same-day@15"  # "15 giờ" did not take its place
    assert now.get("1.001699").terms == ()  # "khoảng ba tuần": no term is better than a wrong one
    assert (now.get("1.001193").fee, now.get("1.001193").fee_text, now.get("1.001193").fee_varies) == (
        8000,
        "8.000 đồng",
        False,
    )
    assert (now.get("2.000815").fee, now.get("2.000815").fee_text[:18]) == (None, "2.000 đồng/trang; ")
    assert now.get("1.004873").code_suffix == ".000.00.00.H24"
    cut = now.get("1.004873").terms[0]
    assert (cut.term, cut.term_by_law) == ("2d", "3wd")  # "Sau cắt giảm" is the commitment, never the law's
    assert now.get("2.000950").terms[0].term == "5wd"  # its code came as the number 2.00095
    assert (now.get("2.000950").field, now.get("2.000950").level_on(DAY)) == (
        "Phổ biến giáo dục pháp luật",
        "xã",
    )
    assert [(p.name, p.originals, p.copies, p.required, p.group) for p in now.get("1.004837").components] == [
        ("Tờ khai đăng ký giám hộ", 1, 0, True, "phải nộp"),
        ("Văn bản cử người giám hộ", 1, 1, True, "phải nộp"),
        ("Giấy tờ tùy thân", 1, 0, True, "xuất trình"),
    ]
    assert [p.name for p in now.get("2.000635").components] == [
        "Tờ khai cấp bản sao trích lục", "Văn bản ủy quyền (nếu có)", "Giấy có số bản lạ",
    ]  # fmt: skip


def test_a_new_procedure_of_a_new_field_is_in_with_its_two_stages(bring, tmp_path):
    bring(SAMPLES / "danh_muc.xlsx")
    new = entry(tmp_path, "3.000999")

    assert new["processing_time"]["choices"] == [{"term": "10d+15d", "text": "10 ngày + 15 ngày"}]
    assert (new["field"], new["decision"], new["effective_from"]) == (
        "Trồng rừng",
        "QĐ 999/QĐ-UBND",
        "2026-12-01",
    )
    assert new["legal_basis"] == ["NĐ 1/2026/NĐ-CP", "TT 2/2026/TT-BNNMT"]
    assert new["fee"] == {"text": "Không", "amount_vnd": 0}
    assert procedure_of(new).name == "Hỗ trợ trồng rừng thử nghiệm"


def test_repealed_and_replaced_procedures_are_kept_with_their_end(bring, tmp_path):
    bring(SAMPLES / "danh_muc.xlsx")
    repealed, replaced = catalogue(tmp_path).get("1.000280"), catalogue(tmp_path).get("2.000986")

    assert (repealed.status, repealed.effective_to, repealed.receivable) == (
        ProcedureStatus.REPEALED, date(2026, 11, 30), False,
    )  # fmt: skip
    assert replaced.replaced_by == ("3.000722",)
    assert replaced.note == "Không còn áp dụng sau 30/11/2026: thay bằng 3.000722 (QĐ 999/QĐ-UBND)."


def test_what_the_list_does_not_name_is_marked_and_stays(bring, tmp_path):
    told = bring(SAMPLES / "danh_muc.xlsx")
    absent = {row["code"] for row in told["absent"]}
    now = catalogue(tmp_path)

    assert {"1.000656", "1.000894"} <= absent  # one had no code, the other a wrong one
    assert not absent & {row["code"] for group in ("new", "changed") for row in told[group]}
    assert len(absent) == 119 - 11 - 1  # one row that was named waits for a day of its own
    assert now.get("1.000656").receivable
    assert (
        now.get("1.000656").note
        == "Không có trong danh mục theo QĐ 999/QĐ-UBND; kiểm tra trước khi tiếp nhận."
    )
    assert len({p.code for p in now.search("đ", 500)}) > 60


def test_a_part_of_the_catalogue_marks_nothing(bring, tmp_path):
    told = bring(SAMPLES / "danh_muc.xlsx", "--partial")

    assert told["absent"] == []
    assert catalogue(tmp_path).get("1.000656").note == ""


def test_a_dry_run_writes_nothing(bring, tmp_path):
    told = bring(SAMPLES / "danh_muc.xlsx", "--dry-run")

    assert (told["written"], told["versions"]) == ([], [10_001])
    assert not (tmp_path / "data").exists()


def test_importing_twice_changes_nothing(bring, tmp_path):
    first = bring(SAMPLES / "danh_muc.xlsx")
    before = (tmp_path / "data" / "catalogue" / "10001.json").read_bytes()
    again = bring(SAMPLES / "danh_muc.xlsx")
    later = bring(SAMPLES / "danh_muc.xlsx", decision="QĐ 1000/QĐ-UBND", day="2026-12-15")

    assert first["counts"]["changed"] == 11
    for told in (again, later):
        assert (told["new"], told["changed"], told["absent"], told["versions"]) == ([], [], [], [])
    assert written(tmp_path) == ["10001.json"]
    assert (tmp_path / "data" / "catalogue" / "10001.json").read_bytes() == before


def test_a_change_is_told_field_by_field_before_and_after(bring):
    changed = {row["code"]: row for row in bring(SAMPLES / "danh_muc.xlsx", "--dry-run")["changed"]}
    fields = {field["field"]: (field["before"], field["after"]) for field in changed["1.004884"]["fields"]}

    assert fields["Thời hạn giải quyết"] == ("05 ngày làm việc [5wd]", "0,5 ngày [4h]")
    assert fields["Phí, lệ phí"][1] == "8.000 đ/trường hợp — 8.000 đồng/trường hợp"
    assert fields.keys() == {"Thời hạn giải quyết", "Phí, lệ phí"}


def test_the_answer_for_people_says_the_same_in_vietnamese(tmp_path, capsys):
    command = [
        "import-catalogue",
        str(SAMPLES / "danh_muc.xlsx"),
        "--decision",
        "QĐ 999",
        "--effective-from",
        "01/12/2026",
    ]
    assert main([*command, "--data", str(tmp_path), "--dry-run"]) == 0
    lines = capsys.readouterr().out.splitlines()

    assert lines[0] == "danh_muc.xlsx so với danh mục bản 1, hiệu lực từ 01/12/2026 (QĐ 999):"
    assert lines[1].startswith(
        "mới 4, thay đổi 11, giữ nguyên 0, vắng mặt 107; không lấy 9 dòng, xem lại 16, bỏ qua 5."
    )
    assert "    Thời hạn giải quyết: 05 ngày làm việc [5wd] → 0,5 ngày [4h]" in lines
    assert (
        "Không lấy: Cấp xã, dòng 12, cột B (Mã TTHC): “1.00089” không phải mã TTHC (dạng 1.001193)." in lines
    )
    assert "Vắng mặt 1.000656 Đăng ký khai tử → đánh dấu, không xóa" in lines
    assert lines[-1] == "Chạy thử: chưa ghi gì; khi nhập sẽ tạo bản danh mục 10001."
    assert main([*command, "--data", str(tmp_path)]) == 0
    assert (
        capsys.readouterr().out.splitlines()[-1] == f"Đã ghi bản danh mục 10001 vào {tmp_path / 'catalogue'}."
    )
    assert main([*command, "--data", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Không có gì thay đổi nên không tạo bản danh mục mới."


def test_a_version_that_waits_for_its_day_gets_the_change_but_keeps_its_own(bring, tmp_path):
    waiting, sooner = tmp_path / "waiting.csv", tmp_path / "sooner.csv"
    waiting.write_text(
        "Mã TTHC;Tên TTHC;Thời hạn giải quyết\n1.004837;;1 ngày làm việc\n3.009999;Việc của năm sau;5 ngày làm việc\n"
    )
    sooner.write_text(
        "Mã TTHC;Tên TTHC;Thời hạn giải quyết;Phí, lệ phí\n1.004837;;2 ngày làm việc;5.000 đồng\n1.004884;;4 ngày làm việc;\n"
    )
    assert bring(waiting, "--partial", day="2027-03-01")["versions"] == [10_001]
    assert bring(sooner, "--partial")["versions"] == [10_002, 10_003]

    def seen(day):
        now = catalogue(tmp_path, day)
        terms = [now.get(code).terms[0].term for code in ("1.004837", "1.004884")]
        return now.version, *terms, now.get("1.004837").fee

    assert seen(date(2026, 11, 30)) == (1, "3wd", "5wd", None)
    assert seen(DAY) == (10_002, "2wd", "4wd", 5000)
    assert seen(date(2027, 3, 1)) == (10_003, "1wd", "4wd", 5000)
    assert catalogue(tmp_path, date(2027, 3, 1)).get("3.009999").receivable
    assert bring(sooner, "--partial")["versions"] == []


def test_a_new_procedure_with_a_day_of_its_own_waits_for_it(bring, tmp_path):
    (tmp_path / "list.csv").write_text(
        "Mã TTHC;Tên TTHC;Ngày có hiệu lực\n3.009999;Việc của năm sau;01/03/2027\n"
    )
    bring(tmp_path / "list.csv", "--partial")

    assert [p.note for p in catalogue(tmp_path).search("viec cua nam sau")] == [
        "Chưa có hiệu lực, áp dụng từ 01/03/2027 (QĐ 999/QĐ-UBND)."
    ]
    assert catalogue(tmp_path, date(2027, 3, 1)).get("3.009999").receivable


def test_a_procedure_listed_again_sheds_its_mark_and_its_end(bring, tmp_path):
    bring(SAMPLES / "danh_muc.xlsx")
    (tmp_path / "list.csv").write_text(
        "Mã TTHC;Tên TTHC\n1.000280;Công nhận trường tiểu học đạt chuẩn quốc gia\n1.000656;Đăng ký khai tử\n"
    )
    told = bring(tmp_path / "list.csv", "--partial", decision="QĐ 1001", day="2026-12-10")

    assert [(f["field"], f["before"], f["after"]) for row in told["changed"] for f in row["fields"]] == [
        ("Tình trạng", "bị bãi bỏ", "đang áp dụng"),
        ("Áp dụng đến hết", "30/11/2026", "(chưa có)"),
        ("Tình trạng", "cần xác minh (vắng mặt ở QĐ 999/QĐ-UBND)", "đang áp dụng"),
    ]
    now = catalogue(tmp_path, date(2026, 12, 10))
    assert [(now.get(code).receivable, now.get(code).note) for code in ("1.000280", "1.000656")] == [
        (True, ""),
        (True, ""),
    ]


def test_an_empty_cell_takes_nothing_away(bring, tmp_path):
    (tmp_path / "list.csv").write_text(
        "Mã TTHC;Tên TTHC;Thời hạn giải quyết;Phí, lệ phí;Kết quả\n1.004837;;;;\n"
    )

    assert bring(tmp_path / "list.csv", "--partial")["same"] == ["1.004837"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--decision", " ", "--effective-from", "2026-12-01"], "Chưa ghi số quyết định"),
        (["--decision", "QĐ 1", "--effective-from", "31/02/2027"], "không phải là ngày có thật"),
        (["--decision", "QĐ 1", "--effective-from", "2025-06-30"], "Ngày 30/06/2025 chưa có danh mục nào có hiệu lực; hãy chọn ngày hiệu lực từ 01/07/2025."),
    ],
)  # fmt: skip
def test_what_the_officer_forgot_is_one_sentence(tmp_path, capsys, options, told):
    assert main(["import-catalogue", str(SAMPLES / "danh_muc.csv"), *options, "--data", str(tmp_path)]) == 2
    said = capsys.readouterr().err

    assert told in said
    assert said.count("\n") == 1
    assert not (tmp_path / "catalogue").exists()


def test_nothing_is_written_while_the_window_is_open(tmp_path, capsys):
    command = [
        "import-catalogue",
        str(SAMPLES / "danh_muc.csv"),
        "--decision",
        "QĐ 1",
        "--effective-from",
        "2026-12-01",
    ]
    with only_one(tmp_path):
        assert main([*command, "--data", str(tmp_path)]) == 2
        assert "đang mở" in capsys.readouterr().err
        assert main([*command, "--data", str(tmp_path), "--dry-run"]) == 0


def test_a_hidden_sheet_is_told_and_not_read(bring, tmp_path):
    book = messy_workbook()
    for name in ("TP", "Giấy tờ"):
        book[name].sheet_state = "hidden"
    book.save(tmp_path / "list.xlsx")
    faults = bring(tmp_path / "list.xlsx", "--dry-run")["faults"]

    assert [f["sentence"] for f in faults if f["sheet"] in ("TP", "Giấy tờ")] == [
        "Trang ẩn nên không đọc."
    ] * 2
