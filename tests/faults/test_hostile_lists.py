"""A list may come from anywhere: whatever it holds, importing ends soon, in one sentence or with good rows."""

from __future__ import annotations

import copy
import io
import json
import random
import re
import resource
import subprocess
import sys
import time
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from support.importing import SAMPLES, importer

from desk_app.app.cli import main
from desk_app.app.home import catalogue_folders
from desk_app.storage.catalogue import FileCatalogue

ROOT = Path(__file__).parents[2]
LONGEST_S = 20  # on a slow machine beside other tests; alone the worst takes 4


@pytest.fixture
def refused(tmp_path, capsys):
    """Import bytes that are no list; return the sentence."""

    def refuse(data, name="list.xlsx"):
        (tmp_path / name).write_bytes(data)
        command = [
            "import-catalogue",
            str(tmp_path / name),
            "--decision",
            "QĐ 1",
            "--effective-from",
            "2026-12-01",
        ]
        begun = time.monotonic()
        assert main([*command, "--data", str(tmp_path / "data")]) == 2
        assert time.monotonic() - begun < LONGEST_S
        said = capsys.readouterr().err
        assert (said.count("\n"), said[-2]) == (1, ".")
        assert not (tmp_path / "data" / "catalogue").exists()
        return said

    return refuse


def saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def listed(rows=(("1.004837", "Đăng ký giám hộ", "2 ngày làm việc"),)):
    book = Workbook()
    for row in (("Mã TTHC", "Tên TTHC", "Thời hạn giải quyết"), *rows):
        book.active.append(row)
    return book


def changed(book, part, change):
    """Return the bytes of a workbook with one part of its archive changed."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved(book))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == part else data)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def in_sheet(xml, before=b"</sheetData>"):
    return lambda data: data.replace(before, xml + before)


HUGE = b'ref="A1:XFD1048576"'
NOT_LISTS = {
    "nothing": (b"", "tệp trống"),
    "spaces": (b" \n \n", "tệp trống"),
    "a PDF": (b"%PDF-1.7\n...", "đây là tệp PDF"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(99), "đây là tệp ảnh"),
    "bytes": (random.Random(1).randbytes(5000), "không phải bảng tính"),
    "a program": (b"\x7fELF" + bytes(range(256)) * 9, "không phải bảng tính"),
    "prose": ("Kính gửi ông bà,\nhôm nay trời đẹp.\n".encode(), "không thấy dòng tiêu đề"),
    "an old .xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(999), "đời cũ"),
    "a password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99) + "EncryptedPackage".encode("utf-16-le"),
        "tệp có mật khẩu",
    ),
    "a cut archive": (saved(listed())[:900], "tệp hỏng"),
    "an archive of something else": (b"PK\x05\x06" + bytes(18), "không phải bảng tính .xlsx"),
    "a document type": (
        changed(listed(), SHEET, lambda d: b'<!DOCTYPE x [<!ENTITY a "b">]>' + d.split(b"?>", 1)[-1]),
        "khai báo XML lạ",
    ),
    "broken XML": (changed(listed(), SHEET, lambda d: d[:-20]), "tệp hỏng"),
    "no workbook": (changed(listed(), "xl/workbook.xml", lambda _d: b"<x/>"), "bảng tính trống"),
    "a strange style": (changed(listed(), "xl/styles.xml", lambda d: d.replace(b"numFmtId", b"numFmtIx")), ""),
    "a merged area of the whole sheet": (
        changed(listed(), SHEET, in_sheet(b"<mergeCells><mergeCell %s/></mergeCells>" % HUGE, b"<pageMargins")),
        "bảng quá lớn",
    ),
    "a link over the whole sheet": (
        changed(listed(), SHEET, in_sheet(b"<hyperlinks><hyperlink %s/></hyperlinks>" % HUGE, b"<pageMargins")),
        "bảng quá lớn",
    ),
    "a million empty rows": (
        changed(listed(), SHEET, in_sheet(b"".join(b'<row r="%d" ht="9"/>' % n for n in range(3, 1_000_000)))),
        "bảng có hơn 100000 dòng",
    ),
    "a million cells": (
        changed(listed(), SHEET, in_sheet(b'<row r="3">' + b"<c/>" * 1_000_000 + b"</row>")), "bảng quá lớn",
    ),
    "a million styles": (
        changed(listed(), "xl/styles.xml", lambda d: d.replace(b"</cellXfs>", b"<xf/>" * 1_000_000 + b"</cellXfs>")),
        "bảng quá lớn",
    ),
    "a bomb": (changed(listed(), SHEET, in_sheet(b" " * 70 * 2**20)), "giải nén ra lớn hơn 64 MB"),
    "broken JSON": (b'{"procedures": [', "tệp JSON không đúng dạng"),
    "deep JSON": (b"[" * 100_000, "tệp JSON không đúng dạng"),
    "JSON of numbers": (b"[1, 2, 3]", "không phải một thủ tục"),
    "an endless cell": (
        "Mã TTHC,Tên TTHC\n1.001193,\"".encode() + b"x" * 200_000, "thiếu dấu ngoặc kép",
    ),
    "only bad rows": ("Mã TTHC,Tên TTHC\nxx,yy\n".encode(), "“xx” không phải mã TTHC"),
}  # fmt: skip


@pytest.mark.parametrize("kind", NOT_LISTS)
def test_what_is_no_list_is_refused_in_one_sentence(refused, kind):
    data, told = NOT_LISTS[kind]

    assert told in refused(data)


def test_an_archive_that_states_a_small_size_is_not_believed(refused):
    """Its size is stated as 100 bytes; what it holds is a sheet."""
    data = bytearray(saved(listed()))
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"xl/worksheets/sheet1.xml"))
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")

    assert "tệp hỏng" in refused(bytes(data))


def test_an_encrypted_part_of_an_archive_is_refused(refused):
    data = bytearray(saved(listed()))
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"xl/worksheets/sheet1.xml"))
    data[at + 8] |= 1

    assert "mật khẩu" in refused(bytes(data))


def test_a_file_that_is_not_there_is_told(tmp_path, capsys):
    command = [
        "import-catalogue",
        str(tmp_path / "x.xlsx"),
        "--decision",
        "QĐ 1",
        "--effective-from",
        "2026-12-01",
    ]

    assert main([*command, "--data", str(tmp_path)]) == 2
    assert "không đọc được tệp" in capsys.readouterr().err


def test_a_stray_cell_far_below_does_not_hide_the_good_rows(tmp_path, capsys):
    book = listed()
    book.active.cell(1_048_576, 16_384).value = "x"
    book.active.cell(1_000_000, 2).value = "bị lạc"
    (tmp_path / "list.xlsx").write_bytes(saved(book))
    begun = time.monotonic()
    told = importer(tmp_path / "data", capsys)(tmp_path / "list.xlsx", "--partial")

    assert time.monotonic() - begun < LONGEST_S
    assert [row["code"] for row in told["changed"]] == ["1.004837"]
    assert [(f["row"], f["weight"]) for f in told["faults"]] == [(1_000_000, "passed_over")]


def test_huge_cells_are_named_and_the_rest_is_in(tmp_path, capsys):
    long = "x" * 32_000
    rows = (
        ("1.004837", "Đăng ký giám hộ", long),
        ("1.004884", long, ""),
        ("3.000999", long, ""),
        ("1.004845", "Chấm dứt giám hộ", "1 ngày"),
    )
    (tmp_path / "list.xlsx").write_bytes(saved(listed(rows)))
    told = importer(tmp_path / "data", capsys)(tmp_path / "list.xlsx", "--partial", "--dry-run")

    assert [(f["row"], f["weight"]) for f in told["faults"]] == [
        (2, "look"), (3, "look"), (4, "look"), (4, "look"), (4, "refused"),
    ]  # fmt: skip
    assert all(len(f["sentence"]) < 300 for f in told["faults"])
    assert (told["same"], [row["code"] for row in told["changed"]]) == (
        ["1.004837", "1.004884"],
        ["1.004845"],
    )


def test_a_long_list_is_read_in_seconds(tmp_path, capsys):
    """The whole country has about 7,000 procedures."""
    rows = [(f"4.{n:06d}", f"Việc thứ {n}", "5 ngày làm việc") for n in range(7000)]
    (tmp_path / "list.xlsx").write_bytes(saved(listed(rows)))
    begun = time.monotonic()
    told = importer(tmp_path / "data", capsys)(tmp_path / "list.xlsx", "--partial", "--dry-run")

    assert told["counts"]["new"] == 7000
    assert time.monotonic() - begun < LONGEST_S


HEAVY = [kind for kind in NOT_LISTS if kind.startswith(("a million", "a merged", "a link", "a bomb", "deep"))]


@pytest.mark.parametrize("kind", HEAVY)
def test_what_is_too_much_is_refused_within_500_mb(tmp_path, kind):
    """On the desk's PC: the process may not take more, and says its sentence all the same."""
    (tmp_path / "list").write_bytes(NOT_LISTS[kind][0])
    command = [
        "import-catalogue",
        str(tmp_path / "list"),
        "--decision",
        "QĐ 1",
        "--effective-from",
        "2026-12-01",
    ]
    ran = subprocess.run(
        [sys.executable, "-m", "desk_app", *command, "--data", str(tmp_path)],
        capture_output=True, text=True, check=False, cwd=ROOT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (500 * 2**20,) * 2),
    )  # fmt: skip

    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1), ran.stderr
    assert NOT_LISTS[kind][1] in ran.stderr


JUNK = [
    None,
    True,
    -1,
    0,
    1.5,
    10**400,
    "",
    "x",
    "1.001193",
    [],
    [1],
    {},
    {"name": 1},
    [{}],
    ["x"],
    "2027-99-99",
    {"cases": [{}]},
]


@pytest.mark.parametrize("sample", ["cong_dvc.json", "cong_dvc.jsonl", "own"])
def test_no_change_of_any_part_of_a_document_is_more_than_a_bad_row(tmp_path, capsys, sample):
    """Each part in turn becomes something else: the command answers, and what it writes can be opened."""
    rng = random.Random(7)
    if sample == "own":
        bundled = json.loads((catalogue_folders(tmp_path)[0] / "1.json").read_text())
        documents = (
            bundled["procedures"][:3]
            + [e for e in bundled["procedures"] if "cases" in e["processing_time"]][:2]
        )
    else:
        text = (SAMPLES / sample).read_text()
        lines = text.splitlines()[:-1] if sample.endswith("l") else [text]
        documents = [json.loads(line) for line in lines]
        documents = [document.get("data", document) for document in documents]
    for n in range(60):
        spoilt = json.loads(json.dumps(documents))
        for _ in range(3):
            spoil(rng.choice(spoilt), rng)
        (tmp_path / f"{n}.json").write_text(json.dumps(spoilt))
        data = tmp_path / f"data{n}"
        command = [
            "import-catalogue",
            str(tmp_path / f"{n}.json"),
            "--decision",
            "QĐ 1",
            "--effective-from",
            "2026-12-01",
        ]
        code = main([*command, "--data", str(data), "--partial", "--json"])
        said = capsys.readouterr()
        assert code == 0 or re.fullmatch(r"Không [^\n]*\.\n", said.err)
        assert FileCatalogue(catalogue_folders(data), date(2026, 12, 1)).search("đăng ký")


def spoil(document, rng):
    """Put junk in place of one part, somewhere within."""
    part = document
    while True:
        keys = list(part) if isinstance(part, dict) else list(range(len(part)))
        if not keys:
            return
        key = rng.choice(keys)
        if isinstance(part[key], dict | list) and rng.random() < 0.7:
            part = part[key]
        else:
            part[key] = copy.deepcopy(rng.choice(JUNK))
            return
