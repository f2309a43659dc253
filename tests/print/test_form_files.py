"""Forms are data: checked when they are read, pinned by the day of intake, replaced by a commune's own from its day."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date

import pytest
from support import cases
from support.cases import HOA, case
from support.drawn import FONTS, FORMS, ONE, PAPERS, text_of

from desk_app.domain.errors import CatalogueUnreadable, DeskError
from desk_app.domain.form_faults import FormFault, NoForm
from desk_app.domain.moment import moment
from desk_app.domain.slip import SlipKind
from desk_app.printing.fonts import printable
from desk_app.printing.form import PRACTICE
from desk_app.printing.form_check import read_form
from desk_app.printing.forms import Forms, read_forms
from desk_app.printing.papers import PdfPapers
from desk_app.printing.styles import STYLES
from desk_app.printing.tables import column_widths

COMPLETION = (FORMS / "completion_2025.json").read_text(encoding="utf-8")
NOTE = (FORMS / "recall.json").read_text(encoding="utf-8")


def changed(text: str, *changes: tuple[str, str]) -> str:
    """Return a form's text with parts replaced; a part that is not there would make a test say nothing."""
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after, 1)
    return text


def line_with(text: str, part: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if part in line)


BAD = {
    "no JSON": (('"number": "02",', '"number": "02"'), '"form_set"', "không phải JSON hợp lệ"),
    "no object": ((COMPLETION, "[1, 2]"), "[1, 2]", "mục “{ }” phải là một nhóm { }"),
    "unknown key": (('"sign_here"', '"sign_hear"'), '"sign_hear"', "không có mục nào tên “sign_hear”"),
    "unknown key in a line": (('"strong": true', '"bold": true'), '"bold"', "không có mục nào tên “bold”"),
    "title missing": ((' "title": "PHIẾU YÊU CẦU BỔ SUNG,\\nHOÀN THIỆN HỒ SƠ",\n', ""), "{", "thiếu mục “title”"),
    "title empty": (('"title": "PHIẾU YÊU CẦU BỔ SUNG,\\nHOÀN THIỆN HỒ SƠ"', '"title": " "'), '"title"', "mục “title” phải là chữ"),
    "no lines": (('"lines": [', '"notes": ["x"], "lines": ['), "", ""),
    "verified missing": (('"text": "{desk}:", "verified": false', '"text": "{desk}:"'), '"{desk}:"', "thiếu mục “verified”"),
    "label missing": (('{"key": "address", "label": "Địa chỉ", ', '{"key": "address", '), '"key": "address"', "thiếu mục “label”"),
    "key twice in an object": (('"key": "address"', '"key": "email", "key": "address"'), '"key": "email"', "mục “key” xuất hiện hai lần"),
    "line twice": (('"key": "address"', '"key": "reason"'), '"label": "Lý do"', "mục “reason” xuất hiện hai lần"),
    "unknown field": (('"key": "address"', '"key": "adress"'), '"adress"', "không có trường “adress”"),
    "text with an unknown field": (("{until_on}", "{untill}"), "{untill}", "không có trường “untill”"),
    "text with an unknown flag": (('"{desk}:"', '"[?gone {desk}]"'), "gone", "không có trường “gone”"),
    "brace not closed": (('"{desk}:"', '"{desk:"'), '"{desk:"', "lồng nhau hay chưa khép"),
    "bracket not closed": (('"{desk}:"', '"[{desk}:"'), '"[{desk}:"', "lồng nhau hay chưa khép"),
    "brackets nested": (('"{desk}:"', '"[{desk}[x]]"'), "[x]", "lồng nhau hay chưa khép"),
    "unknown table": (('"key": "papers"', '"key": "docs"'), '"docs"', "không có trường “docs”"),
    "unknown column": (('"key": "originals"', '"key": "original"'), '"original"', "không có trường “original”"),
    "columns empty": (('"steps"', '"steps"'), "", ""),
    "table too wide": (('"width": 24', '"width": 240'), '"columns"', "bảng “papers” rộng 275 mm, khổ giấy chỉ còn 130 mm"),
    "width no number": (('"width": 24', '"width": "24"'), '"width": "24"', "mục “width” phải là một số lớn hơn 0"),
    "width not finite": (('"width": 24', '"width": Infinity'), "Infinity", "mục “width” phải là một số lớn hơn 0"),
    "switch no switch": (('"strong": true', '"strong": "yes"'), '"yes"', "mục “strong” phải là true hoặc false"),
    "no such paper": (('"paper": "A5"', '"paper": "A6"'), '"A6"', "mục “paper” phải là một trong: A4, A4-landscape, A4-poster, A5"),
    "no such slip": (('"slip": "completion"', '"slip": "complete"'), '"complete"', "mục “slip” phải là một trong: closing_notice,"),
    "no such day": (("2025-09-15", "2025-09-31"), "2025-09-31", "mục “valid_from” phải là một ngày có thật"),
    "ends before it begins": (('"valid_from": "2025-09-15"', '"valid_from": "2025-09-15", "valid_to": "2025-09-14"'), "valid_to", "ngày hết hiệu lực đứng trước"),
    "signed by an unknown field": (('"name": "staff"', '"name": "nobody"'), '"nobody"', "không có trường “nobody”"),
    "lines no list": (('"lines": [', '"source": "x", "notes": "y", "lines": ['), '"notes"', "mục “source” xuất hiện hai lần"),
    "notes no list": (('"lines": [', '"notes": "y", "lines": ['), '"notes"', "mục “notes” phải là một danh sách"),
    "note no text": (('"lines": [', '"notes": [1], "lines": ['), '"notes"', "mục “notes” phải là chữ"),
    "recipients without lines": (('"lines": [', '"recipients": {"label": "Nơi nhận:"}, "lines": ['), '"recipients"', "thiếu mục “lines”"),
}  # fmt: skip
for _nothing in ("no lines", "columns empty"):
    del BAD[_nothing]


@pytest.mark.parametrize("name", BAD)
def test_a_bad_form_is_told_with_its_file_its_line_and_its_fault(name):
    change, where, told = BAD[name]
    text = changed(COMPLETION, change)
    with pytest.raises(FormFault) as caught:
        read_form(text, "own.json")
    said = str(caught.value)

    assert told in said
    assert said.startswith(f"Mẫu own.json, dòng {line_with(text, where)}: ")
    assert "\n" not in said
    assert said.endswith(".")


def test_empty_lines_and_columns_are_faults():
    form = json.loads(COMPLETION)
    for spoiled in (
        form | {"lines": []},
        form | {"lines": [form["lines"][0] | {"key": "papers", "columns": []}]},
    ):
        with pytest.raises(FormFault, match="phải là một danh sách"):
            read_form(json.dumps(spoiled), "own.json")


def test_the_bundled_forms_are_sound():
    """Both statutory sets whole, every table fits its paper, every word has its letters in the fonts."""
    statutory = {(form.form_set, form.number) for form in PAPERS.forms if form.form_set != PRACTICE}

    assert statutory == {("2018", f"0{n}") for n in range(1, 7)} | {("2025", f"0{n}") for n in range(1, 8)}
    for path in FORMS.glob("*.json"):
        printable(path.read_text(encoding="utf-8"))
    for form in PAPERS.forms:
        assert form.source
        for line in form.lines:
            if line.columns:
                widths = column_widths(line.columns, STYLES[form.paper].column)
                assert min(widths) > 20
                assert sum(widths) <= STYLES[form.paper].column + 0.01


def test_lines_not_yet_checked_against_the_law_are_listed():
    listed = PAPERS.forms.unverified()

    assert "TT 03/2025/TT-VPCP, mẫu 04: (late)" in listed
    assert "TT 01/2018/TT-VPCP, mẫu 06: Số lượng hồ sơ (bộ)" in listed
    assert "TT 01/2018/TT-VPCP, mẫu 01: Tiếp nhận hồ sơ của" not in listed
    assert not [line for line in listed if not line.startswith("TT ")]  # no law words the papers of practice


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(FORMS, tmp_path / "forms")
    return tmp_path / "forms"


def test_two_forms_in_force_at_once_are_refused(folder):
    text = changed(COMPLETION, ('"valid_from": "2025-09-15"', '"valid_from": "2026-01-01"'))
    (folder / "completion_2026.json").write_text(text, encoding="utf-8")
    with pytest.raises(FormFault) as caught:
        read_forms(folder)

    line = line_with(text, "valid_from")
    assert str(caught.value) == (
        f"Mẫu completion_2026.json, dòng {line}: hiệu lực trùng với mẫu completion_2025.json; hãy sửa ngày của một trong hai mẫu."
    )
    former = changed(COMPLETION, ('"valid_from": "2025-09-15"', '"valid_from": "2025-09-15", "valid_to": "2025-12-31"'))  # fmt: skip
    (folder / "completion_2025.json").write_text(former, encoding="utf-8")
    forms = read_forms(folder)
    assert forms.form("completion", "2025", date(2025, 12, 31)).file == "completion_2025.json"
    assert forms.form("completion", "2025", date(2026, 1, 1)).file == "completion_2026.json"


def test_a_folder_without_a_receipt_is_no_folder_of_forms(folder):
    for path in folder.glob("receipt_*.json"):
        path.unlink()
    with pytest.raises(CatalogueUnreadable):
        read_forms(folder)


def test_a_form_file_that_is_no_text_is_a_sentence(folder):
    (folder / "recall.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DeskError, match=r"recall\.json"):
        read_forms(folder)


OWN = changed(
    COMPLETION,
    ('"valid_from": "2025-09-15"', '"valid_from": "2026-11-01"'),
    ('"label": "Lý do"', '"label": "Lý do cần bổ sung"'),
)


def words(papers: PdfPapers, tmp_path, of, kind=SlipKind.COMPLETION) -> str:
    path = tmp_path / "slip.pdf"
    path.write_bytes(papers.slip(kind, of, ONE, HOA))
    return text_of(path)


def test_a_communes_own_form_is_used_from_its_day_and_only_for_its_paper(tmp_path):
    papers = PdfPapers(FONTS, FORMS, [OWN])
    early = case(received_at=moment("2026-10-31T16:59:00"), supplements=(cases.ASKED,))
    on_the_day = replace(early, received_at=moment("2026-11-01T08:00:00"))

    assert "Lý do cần bổ sung: " + cases.REASON in words(papers, tmp_path, on_the_day)
    assert "Lý do: " + cases.REASON in words(papers, tmp_path, early)
    old = replace(on_the_day, form_set="2018")
    assert "Lý do: " + cases.REASON in words(papers, tmp_path, old)  # Mẫu 02 of the other instrument
    assert papers.receipt(case(), ONE, HOA) == PAPERS.receipt(case(), ONE, HOA)


def test_the_newest_of_a_communes_own_forms_wins_and_an_ended_one_steps_back(tmp_path):
    later = changed(OWN, ("2026-11-01", "2026-11-10"), ("Lý do cần bổ sung", "Lý do mới"))
    ended = changed(
        later, ('"valid_from": "2026-11-10"', '"valid_from": "2026-11-10", "valid_to": "2026-11-15"')
    )
    on = {day: case(received_at=moment(f"2026-11-{day}T08:00:00"), supplements=(cases.ASKED,)) for day in ("05", "12", "20")}  # fmt: skip
    papers = PdfPapers(FONTS, FORMS, [later, OWN])
    said = {day: words(papers, tmp_path, one) for day, one in on.items()}

    assert "Lý do cần bổ sung:" in said["05"]
    assert "Lý do mới:" in said["12"]
    assert "Lý do mới:" in said["20"]
    papers.use_overrides([ended, OWN])
    assert "Lý do mới:" in words(papers, tmp_path, on["12"])
    assert "Lý do cần bổ sung:" in words(papers, tmp_path, on["20"])


def test_a_case_is_printed_by_the_forms_of_its_intake_whatever_changes_later(folder, tmp_path):
    """New set, new version, own form of the commune: none of them touches a paper of a case received before."""
    kinds = {SlipKind.RECEIPT: case(), SlipKind.COMPLETION: case(supplements=(cases.ASKED,))}
    before = {kind: PAPERS.slip(kind, one, ONE, HOA) for kind, one in kinds.items()}
    for name in ("receipt", "completion"):
        text = (folder / f"{name}_2025.json").read_text(encoding="utf-8")
        newer = changed(
            text, ('"2025-09-15"', '"2027-01-01"'), ('"form_set": "2025"', '"form_set": "2027"'), ("TT 03/2025", "TT 01/2027"), ("Địa chỉ", "Nơi ở"),
        )  # fmt: skip
        (folder / f"{name}_2027.json").write_text(newer, encoding="utf-8")
    own = changed(OWN, ("2026-11-01", "2027-01-01"))
    after = PdfPapers(FONTS, folder, [own])

    assert after.form_set_on(date(2027, 1, 1)) == "2027"
    assert {kind: after.slip(kind, one, ONE, HOA) for kind, one in kinds.items()} == before
    new = case(form_set="2027", received_at=moment("2027-01-04T08:00:00"), supplements=(cases.ASKED,))
    assert "Nơi ở: Thôn Đồng Tâm" in words(after, tmp_path, new)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('"number": "02"', '"number": "22"'), "không có mẫu gốc nào là TT 03/2025/TT-VPCP số 22"),
        (('"form_set": "2025"', '"form_set": "2018"'), "mục “form_set” phải giữ như mẫu gốc (2025)"),
        (('"paper": "A5"', '"paper": "A4"'), "mục “paper” phải giữ như mẫu gốc (A5)"),
        (('"slip": "completion"', '"slip": "refusal"'), "mục “slip” phải giữ như mẫu gốc (completion)"),
        (("Lý do cần bổ sung", "Lý do 漢"), "phông chữ không có ký tự “漢”"),
        (("Lý do cần bổ sung", "Lý do \\u6f22"), "phông chữ không có ký tự “漢”"),
    ],
)  # fmt: skip
def test_an_own_form_replaces_a_known_one_or_is_refused(change, told):
    spoiled = changed(OWN, change)
    with pytest.raises(FormFault) as caught:
        PdfPapers(FONTS, FORMS, [OWN, spoiled])

    assert told in str(caught.value)
    assert str(caught.value).startswith(f"Mẫu #2, dòng {line_with(spoiled, change[1])}: ")


def test_a_bad_form_of_its_own_leaves_the_desk_with_those_it_had(tmp_path):
    papers = PdfPapers(FONTS, FORMS, [OWN])
    with pytest.raises(FormFault):
        papers.use_overrides(["{"])

    one = case(supplements=(cases.ASKED,))
    assert "Lý do cần bổ sung:" in words(papers, tmp_path, one)


def test_an_own_form_of_a_paper_of_practice_needs_no_law(tmp_path):
    own = changed(
        NOTE, ('"valid_from": "2019-01-06"', '"valid_from": "2026-11-01"'), ("Nội dung sai sót", "Sai ở chỗ")
    )
    papers = PdfPapers(FONTS, FORMS, [own])

    assert "Sai ở chỗ: Ghi sai ngày sinh" in words(papers, tmp_path, cases.RECALLED, SlipKind.RECALL)


def test_a_paper_that_no_set_has_is_a_sentence():
    forms = Forms(tuple(form for form in PAPERS.forms if form.slip == "receipt"))
    with pytest.raises(NoForm, match="recall"):
        forms.form("recall", "2025", None)
