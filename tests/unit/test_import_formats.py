"""Lists come as text in any encoding, as the portal's JSON, as our own; one command takes them all."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from support.importing import SAMPLES, catalogue, entry, importer

from desk_app.app.cli import main
from desk_app.domain.procedure import ProcedureStatus


@pytest.fixture
def bring(tmp_path, capsys):
    return importer(tmp_path / "data", capsys)


def as_windows_1258(text):
    """Return text as Windows' Vietnamese code page has it: vowels whole, the five tones apart."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    parts = []
    for letter in unicodedata.normalize("NFC", text):
        apart = unicodedata.normalize("NFD", letter)
        vowel = unicodedata.normalize("NFC", "".join(c for c in apart if c not in tones))
        parts.append(vowel + "".join(c for c in apart if c in tones))
    return "".join(parts).encode("cp1258")


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8", ","), ("utf-8-sig", ";"), ("utf-16", "\t"), ("utf-16-le", ","), ("cp1258", ";")],
)
def test_a_text_file_is_read_in_every_encoding_and_with_every_delimiter(bring, tmp_path, encoding, delimiter):
    rows = list(csv.reader((SAMPLES / "danh_muc.csv").read_text().splitlines()))
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    data = as_windows_1258(text.getvalue()) if encoding == "cp1258" else text.getvalue().encode(encoding)
    (tmp_path / "list.txt").write_bytes(data)
    told = bring(tmp_path / "list.txt", "--partial")

    assert told["same"] == ["1.001193"]
    assert [row["code"] for row in told["changed"]] == ["2.000635"]
    assert [row["name"] for row in told["new"]] == ["Công nhận trường tiểu học đạt chuẩn quốc gia"]
    guessed = [fault["sentence"] for fault in told["faults"] if "bảng mã" in fault["sentence"]]
    assert guessed == (
        ["Tệp không phải UTF-8, đọc theo bảng mã cp1258; hãy kiểm tra dấu tiếng Việt."]
        if encoding == "cp1258"
        else []
    )
    assert [f["sentence"] for f in told["faults"] if f["weight"] == "refused"] == [
        "“1.00119” không phải mã TTHC (dạng 1.001193)."
    ]
    repealed = catalogue(tmp_path).get("1.000280")
    assert (repealed.status, repealed.effective_to) == (ProcedureStatus.REPEALED, date(2026, 9, 1))


def test_an_answer_of_the_portal_is_taken_without_its_quirks(bring, tmp_path):
    bring(SAMPLES / "cong_dvc.json", "--partial")
    now = catalogue(tmp_path).get("2.000815")

    assert [(p.name, p.group) for p in now.components] == [
        ("Bản chính giấy tờ, văn bản làm cơ sở để chứng thực", "phải nộp"),
        ("Giấy tờ tùy thân", "xuất trình"),
    ]
    assert [t.term for t in now.terms] == ["1wd"]  # "1" of unit OTHER is none
    assert (now.fee, now.fee_unit) == (2000, "trang")  # the embassies' 10 dollars are not here
    assert (now.field_code, now.decision, now.legal_basis) == (
        "G15-TP03",
        "3152/QĐ-BTP",
        ("23/2015/NĐ-CP", "280/2025/NĐ-CP"),
    )


def test_a_dump_of_the_portal_gives_what_a_commune_receives(bring, tmp_path):
    told = bring(SAMPLES / "cong_dvc.jsonl", "--partial")

    assert [(f["row"], f["weight"], f["sentence"]) for f in told["faults"] if f["weight"] != "look"] == [
        (2, "passed_over", "Không thuộc cấp xã."),
        (3, "passed_over", "Do cơ quan khác công bố (H29)."),
        (
            4,
            "passed_over",
            "Do Bảo hiểm xã hội cơ sở; Bảo hiểm xã hội tỉnh thực hiện, không phải UBND cấp xã.",
        ),
        (6, "refused", "Nội dung không đúng dạng của cổng."),
        (7, "refused", "Không phải một thủ tục."),
    ]
    now = catalogue(tmp_path)
    assert [(t.term, t.text) for t in now.get("1.012812").terms] == [
        ("30d", "Bưu chính"), ("40d", "Vùng khó khăn được thêm 10 ngày"),
    ]  # fmt: skip
    assert now.get("2.000992").fee == 10_000
    assert now.get("2.000992").terms[0].term == "1wd"  # as it was: "15 giờ" is the cut-off hour


def test_a_provinces_own_procedures_are_taken_when_it_is_named(bring, tmp_path):
    (tmp_path / "map.json").write_text('{"publishers": ["H29"], "leave": ["level"]}')
    told = bring(SAMPLES / "cong_dvc.jsonl", "--partial", "--mapping", str(tmp_path / "map.json"))

    assert [row["code"] for row in told["new"]] == ["1.116623"]
    assert "levels" not in entry(tmp_path, "1.116623")


def test_our_own_format_comes_back_as_it_went(bring, tmp_path):
    first = bring(SAMPLES / "danh_muc.xlsx")["written"][0]
    told = bring(first, decision="QĐ khác", day="2026-12-02")

    assert (told["new"], told["changed"], told["absent"]) == ([], [], [])
    assert {f["weight"] for f in told["faults"]} <= {"look"}


def test_a_column_that_nobody_knows_is_mapped(bring, tmp_path):
    (tmp_path / "list.csv").write_text("Ký hiệu;Tên;Bao lâu\n1.004837;Đăng ký giám hộ;2 ngày làm việc\n")
    (tmp_path / "map.json").write_text('{"columns": {"Ký hiệu": "code", "Bao lâu": "time"}}')
    told = bring(tmp_path / "list.csv", "--partial", "--mapping", str(tmp_path / "map.json"))

    assert [f["after"] for row in told["changed"] for f in row["fields"]] == ["2 ngày làm việc [2wd]"]


def test_a_list_of_names_alone_is_matched_with_the_catalogue(bring, tmp_path):
    (tmp_path / "list.csv").write_text(
        "Index,Name,Lĩnh vực\n1,Thủ tục đăng ký khai sinh,Hộ tịch\n2,Không ai biết,Hộ tịch\n"
    )
    told = bring(tmp_path / "list.csv", "--partial")

    assert told["same"] == ["1.001193"]
    assert Counter(f["weight"] for f in told["faults"]) == {"look": 1, "refused": 1}


def test_headers_that_stand_again_after_a_page_break_are_read_again(bring, tmp_path):
    (tmp_path / "list.csv").write_text(
        "STT,Mã TTHC,Tên TTHC\n1,1.001193,Đăng ký khai sinh\nSTT,Tên TTHC,Mã TTHC\n2,Đăng ký giám hộ,1.004837\n"
    )
    assert bring(tmp_path / "list.csv", "--partial")["same"] == ["1.001193", "1.004837"]


@pytest.mark.parametrize(
    ("mapping", "told"),
    [
        ("{", "sai JSON ở dòng 1"),
        ("[]", "không phải một đối tượng JSON"),
        ('{"colums": {}}', "không có mục “colums”"),
        ('{"columns": {"A": "mã"}}', "cột “A” ghi “mã”; chỉ có"),
        ('{"columns": []}', "columns là đối tượng"),
        ('{"leave": ["x"]}', "không có trường “x”"),
    ],
)
def test_a_mapping_that_is_none_says_what_is_wrong(tmp_path, capsys, mapping, told):
    (tmp_path / "map.json").write_text(mapping)
    command = [
        "import-catalogue",
        str(SAMPLES / "danh_muc.csv"),
        "--decision",
        "QĐ 1",
        "--effective-from",
        "2026-12-01",
    ]

    assert main([*command, "--data", str(tmp_path), "--mapping", str(tmp_path / "map.json")]) == 2
    assert told in capsys.readouterr().err


def test_a_dry_run_needs_neither_decision_nor_day_and_the_import_says_which_it_lacks(tmp_path, capsys):
    file = tmp_path / "list.json"
    file.write_text(json.dumps([{"code": "1.004884", "name": "Đăng ký lại khai tử"}]))
    command = ["import-catalogue", str(file), "--partial", "--data", str(tmp_path)]
    assert main([*command, "--dry-run", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["counts"]["read"], told["decision"], told["written"]) == (1, "chưa ghi quyết định", [])
    assert told["effective_from"] == date.today().isoformat()  # noqa: DTZ011 - as the machine has it

    for given, lacks in (([], "--decision"), (["--decision", "QĐ 1"], "--effective-from")):
        assert main([*command, *given]) == 2
        assert lacks in capsys.readouterr().err


def test_an_answer_of_which_only_the_head_is_read_ends_without_a_word(tmp_path):
    command = [
        sys.executable,
        "-m",
        "desk_app",
        "import-catalogue",
        str(SAMPLES / "danh_muc.csv"),
        "--dry-run",
    ]
    with subprocess.Popen(
        [*command, "--data", str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as ran:
        ran.stdout.close()
        said = ran.stderr.read()

    assert (ran.wait(), said) == (0, b"")


def test_a_blank_in_our_own_format_takes_nothing_away(bring, tmp_path):
    entries = [{"code": "1.004837", "name": "", "result": None, "fee": {"text": None}}]
    (tmp_path / "list.json").write_text(json.dumps({"procedures": entries}))

    assert bring(tmp_path / "list.json", "--partial", "--dry-run")["same"] == ["1.004837"]


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ({"code": "1.00483"}, "“1.00483” không phải mã TTHC (dạng 1.001193)."),
        ({"name": 5}, "Mục “name” không đúng dạng."),
        ({"fee": {"amount_vnd": -1}}, "Mục “fee.amount_vnd” nhỏ hơn 0."),
        ({"fee": {"amount_vnd": True}}, "Mục “fee.amount_vnd” không đúng dạng."),
        ({"documents": [{"originals": 1}]}, "Thiếu hoặc sai mục 'name'."),
        ({"processing_time": {"cases": [{"value": 1}]}}, "Thiếu hoặc sai mục 'unit'."),
        ({"status": "lạ"}, "Tình trạng “lạ” không có trong quy ước."),
        ({"effective_from": "mai"}, "“mai” không phải ngày (dạng 2027-03-01)."),
    ],
)
def test_a_part_of_another_kind_is_named(bring, tmp_path, part, told):
    entries = [{"code": "1.004837", "name": "Đăng ký giám hộ"}, {"code": "1.004884", **part}]
    (tmp_path / "list.json").write_text(json.dumps(entries))
    faults = bring(tmp_path / "list.json", "--partial", "--dry-run")["faults"]

    assert [(f["row"], f["weight"], f["sentence"]) for f in faults] == [(2, "refused", told)]
