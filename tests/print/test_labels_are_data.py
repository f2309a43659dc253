"""No label of a form is typed in code: what Vietnamese stands in the printing ring is listed here, with its reason."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from support.drawn import FORMS

PRINTING = Path(__file__).parents[2] / "desk_app" / "printing"
VIETNAMESE = re.compile(r"[À-ỹĐđ]")
ALLOWED = {
    "sheet.py": {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc"},  # NĐ 30/2020: on every paper
    "values.py": {  # how days, hours and the printer's own marks are written
        "BẢN IN LẠI lần {}", "…… giờ …… phút, ngày …… tháng …… năm ………", "ngày", " tháng", " năm", "giờ ", "phút, ",
    },
    "pdf_folder.py": {"lưu vào thư mục giấy tờ"},  # what the folder says as a printer
    "printer.py": {"không thấy máy in", "sẵn sàng", "đang dừng"},
    "forms.py": {", mẫu "},  # names a form in a list
}  # fmt: skip
OWN_SHEETS = {
    "recovery_sheet.py",
    "table_paper.py",
    "day_sheet.py",
    "day_rows.py",
}  # ours: for the safe, lists, the end of a day


def said(path: Path) -> set[str]:
    """Return the texts of a module that are no docstrings and have Vietnamese letters."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs and VIETNAMESE.search(node.value)
    }  # fmt: skip


def test_labels_live_in_the_forms():
    found = {path.name: said(path) for path in PRINTING.glob("*.py") if path.name not in OWN_SHEETS}

    assert {name: texts for name, texts in found.items() if texts} == ALLOWED


def test_no_label_of_a_form_is_typed_a_second_time_in_code():
    labels = {
        label
        for path in FORMS.glob("*.json")
        for label in re.findall(r'"label": "([^"]{6,})"', path.read_text(encoding="utf-8"))
    }
    code = "".join(path.read_text(encoding="utf-8") for path in PRINTING.glob("*.py"))

    assert len(labels) > 60
    assert {label for label in labels if f'"{label}"' in code} == set()


def test_no_heading_of_a_paper_is_typed_in_domain_or_services():
    """Screens share words with papers ("Ghi chú"); what stands in capitals is a paper's heading or an office's name."""
    heads = {
        path.name: capitals
        for ring in ("domain", "services")
        for path in (PRINTING.parent / ring).rglob("*.py")
        if (capitals := {text for text in said(path) if text == text.upper() and len(text.split()) > 2})
    }

    assert heads == {
        "desk.py": {
            "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
            "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
            "ỦY BAN NHÂN DÂN",
        }
    }  # offices, whose names settings may change


def test_a_label_in_code_would_be_noticed(tmp_path):
    bad = tmp_path / "bad.py"
    bad.write_text('"""Số điện thoại."""\nLABEL = f"Số điện thoại: {1}"\n', encoding="utf-8")

    assert said(bad) == {"Số điện thoại: "}
