"""`desk-app forms` lists what there is, names what is not checked against the law, and checks a form of the commune's own."""

from __future__ import annotations

import json

import pytest
from support.drawn import FORMS, PAPERS

from desk_app.app.cli import main


def test_every_form_is_listed_with_its_days_and_its_lines_to_be_checked(capsys):
    assert main(["forms", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    by_key = {(form["instrument"], form["number"]): form for form in told["forms"]}

    assert len(told["forms"]) == len(list(FORMS.glob("*.json")))
    assert by_key["TT 01/2018/TT-VPCP", "05"]["slip"] == "control"  # "Mẫu 05" means two papers
    assert by_key["TT 03/2025/TT-VPCP", "05"]["slip"] == "stop_notice"
    assert by_key["TT 01/2018/TT-VPCP", "05"]["valid_to"] == "2025-09-14"
    assert by_key["TT 03/2025/TT-VPCP", "05"]["valid_from"] == "2025-09-15"
    assert told["unverified"] == PAPERS.forms.unverified()
    assert "until_on" in told["fields"]["completion"]["fields"]
    assert "originals" in told["fields"]["completion"]["tables"]["papers"]


def test_the_list_can_be_read(capsys):
    assert main(["forms"]) == 0
    lines = capsys.readouterr().out.splitlines()

    assert "practice TKQ   06/01/2019  PHIẾU TRẢ KẾT QUẢ" in lines
    assert any(line.startswith("2025     04") and "chưa đối chiếu" in line for line in lines)


@pytest.mark.parametrize(
    ("change", "code", "told"),
    [
        (("2025-09-15", "2026-11-01"), 0, "TT 03/2025/TT-VPCP, mẫu 02: dùng được từ 01/11/2026"),
        (("{until_on}", "{until}"), 2, "không có trường “until”"),
    ],
)
def test_a_form_of_the_communes_own_is_checked_before_it_is_used(tmp_path, capsys, change, code, told):
    path = tmp_path / "own.json"
    path.write_text(
        (FORMS / "completion_2025.json").read_text(encoding="utf-8").replace(*change), encoding="utf-8"
    )

    assert main(["forms", "--check", str(path)]) == code
    said = capsys.readouterr()
    assert told in said.out + said.err
    assert said.err.count("\n") == (1 if code else 0)


def test_a_form_file_that_is_not_there_is_a_sentence(tmp_path, capsys):
    assert main(["forms", "--check", str(tmp_path / "gone.json")]) == 2
    assert "gone.json" in capsys.readouterr().err
