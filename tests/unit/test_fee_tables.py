"""A fee file with a slip in it is refused with file, row and fault; money is not taken by guess."""

from __future__ import annotations

import json
from datetime import date

import pytest
from support.fees import FOLDER, HAI_DUONG, HAI_PHONG, NATIONAL, costs, row, table_file

from desk_app.domain.errors import FeeTableUnreadable
from desk_app.domain.fee import Channel, FeeBasis, FeeScope
from desk_app.machine.paths import brought
from desk_app.storage.fee_tables import read_fee_areas, read_fee_file, read_fee_table

CATALOGUE = json.loads((brought("resources") / "catalogue" / "1.json").read_text())["procedures"]
STEPS = {"basis": "page", "amount": ..., "steps": [[1, 2000], [3, 1000]]}


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"amount": ...}, "thiếu “amount”"),
        ({"amount": "5000"}, "số đồng nguyên"),
        ({"amount": 5000.5}, "số đồng nguyên"),
        ({"amount": True}, "số đồng nguyên"),
        ({"amount": -1}, "số đồng nguyên"),
        ({"amout": 5}, "khóa lạ “amout”"),
        ({"id": ""}, "“id” trống"),
        ({"name": ...}, "thiếu “name”"),
        ({"instrument": " "}, "“instrument” trống"),
        ({"valid_to": ...}, "thiếu “valid_to”"),
        ({"valid_from": "01/01/2026"}, "không đúng dạng"),
        ({"valid_to": "2025-12-31"}, "trước khi có hiệu lực"),
        ({"verified": 1}, "true hoặc false"),
        ({"verified": ...}, "thiếu “verified”"),
        ({"kind": "tax"}, "“kind” phải là một trong fee, charge"),
        ({"basis": "hour"}, "“basis” phải là một trong"),
        ({"basis": []}, "“basis” phải là một trong"),
        ({"procedures": []}, "ít nhất một mã"),
        ({"procedures": ["1.1193"]}, "1.1193"),
        ({"procedures": [1.001193]}, "1.001193"),
        ({"channels": []}, "“channels” trống"),
        ({"channels": ["fax"]}, "không phải “fax”"),
        ({"channels": "desk"}, "danh sách chữ"),
        ({"exemptions": ["rich"]}, "diện miễn “rich”"),
        ({"former_province": "3"}, "mã tỉnh cũ"),
        ({"choice": 3}, "“choice” phải là chữ"),
        ({"basis": "unset"}, "không đi với “amount”"),
        ({"basis": "page"}, "không đi với “amount”"),
        ({"basis": "page", "amount": ...}, "“steps” chỉ và phải"),
        ({"steps": [[1, 5]]}, "“steps” chỉ và phải"),
        (STEPS | {"steps": [[2, 2000]]}, "bắt đầu từ trang 1"),
        (STEPS | {"steps": [[1, 2000], [1, 1000]]}, "tăng dần"),
        (STEPS | {"steps": [[1, 2000, 3]]}, "[từ trang, số đồng]"),
        (STEPS | {"steps": [[1, -5]]}, "số đồng nguyên"),
        (STEPS | {"most_per_copy": "200000"}, "số đồng nguyên"),
        ({"most_per_copy": 200_000}, "chỉ đi với basis page"),
    ],
)
def test_a_faulty_row_is_named_with_its_fault(tmp_path, changed, fault):
    bad = row(**{"id": "second", "choice": "B"} | changed)
    path = table_file(tmp_path / "national.json", row(id="first"), bad)

    with pytest.raises(FeeTableUnreadable) as caught:
        read_fee_file(path)
    said = str(caught.value)
    assert str(path) in said
    assert "dòng 2" in said
    assert fault in said


def test_a_row_that_is_none_is_named_by_its_place(tmp_path):
    with pytest.raises(FeeTableUnreadable, match="dòng 2: không phải một dòng"):
        read_fee_file(table_file(tmp_path / "national.json", row(), "x"))


@pytest.mark.parametrize(
    ("other", "clashes"),
    [
        ({}, True),
        ({"valid_from": "2027-01-01"}, True),
        ({"channels": ["online"]}, True),
        ({"procedures": ["1.000002", "1.000001"]}, True),
        ({"former_province": "31"}, True),
        ({"name": "Phí khác"}, False),
        ({"choice": "B"}, False),
        ({"procedures": ["1.000002"]}, False),
        ({"valid_from": "2020-01-01", "valid_to": "2025-12-31"}, False),
    ],
)
def test_two_rows_that_answer_one_question_are_refused(tmp_path, other, clashes):
    path = table_file(tmp_path / "national.json", row(), row(id="b", **other))
    if not clashes:
        assert len(read_fee_file(path)) == 2
        return
    with pytest.raises(FeeTableUnreadable, match=r"“b”.*với dòng “a”"):
        read_fee_file(path)


def test_an_id_stands_once(tmp_path):
    with pytest.raises(FeeTableUnreadable, match="trùng id"):
        read_fee_file(table_file(tmp_path / "national.json", row(), row(choice="B")))


@pytest.mark.parametrize(
    ("exemption", "fault"),
    [
        ({"words": "", "verified": True}, "“words” trống"),
        ({"words": "Trẻ em"}, "thiếu “verified”"),
        ({"words": "Trẻ em", "verified": True, "until": "x"}, "khóa lạ “until”"),
        ({"words": "Trẻ em", "verified": True, "valid_to": "x"}, "không đúng dạng"),
        ("Trẻ em", "không phải một dòng"),
    ],
)
def test_a_faulty_exemption_is_named(tmp_path, exemption, fault):
    path = table_file(tmp_path / "national.json", row(), exemptions={"child": exemption})

    with pytest.raises(FeeTableUnreadable, match="diện miễn “child”") as caught:
        read_fee_file(path)
    assert fault in str(caught.value)


@pytest.mark.parametrize(
    ("name", "head", "fault"),
    [
        ("national.json", {"scope": "world"}, "“scope”"),
        ("national.json", {"rows": []}, "không có dòng nào"),
        ("national.json", {"exemptions": []}, "“exemptions”"),
        ("province_31.json", {"scope": "province", "province": "31"}, "bộ mã tỉnh từ 7/2025"),
        ("province_31.json", {"scope": "province", "province": "31", "province_codes": "63"}, "bộ mã tỉnh"),
        ("province_31.json", {"scope": "province", "province": "30", "province_codes": "34"}, "khác tên tệp"),
    ],
)
def test_a_faulty_head_is_named(tmp_path, name, head, fault):
    with pytest.raises(FeeTableUnreadable, match=fault):
        read_fee_file(table_file(tmp_path / name, row(), **head))


@pytest.mark.parametrize("content", ["", "{", "[]", '{"scope":"national"}'])
def test_a_file_that_is_no_table_is_named(tmp_path, content):
    (tmp_path / "national.json").write_text(content)

    with pytest.raises(FeeTableUnreadable, match=r"national\.json"):
        read_fee_table(tmp_path)


def test_a_missing_national_table_is_said(tmp_path):
    with pytest.raises(FeeTableUnreadable, match="không đọc được"):
        read_fee_table(tmp_path)


def test_rows_in_other_currencies_are_not_ours(tmp_path):
    """The portal lists 2.000 đồng and 10 dollars (embassies) under one procedure."""
    path = table_file(
        tmp_path / "national.json", row(currency="VND"), row(id="embassy", currency="USD", amount=10)
    )

    assert [kept.id for kept in read_fee_file(path)] == ["a"]


def test_the_tables_we_bring_are_right_and_hold_every_scope():
    assert {kept.scope for kept in NATIONAL.rows} == {FeeScope.NATIONAL}
    assert {kept.scope for kept in HAI_PHONG.rows} == {FeeScope.NATIONAL, FeeScope.PROVINCE}
    assert len(HAI_DUONG.rows) < len(HAI_PHONG.rows)
    for path in FOLDER.glob("*.json"):
        assert read_fee_file(path)


def test_a_province_without_a_file_has_the_national_rows_only():
    assert read_fee_table(FOLDER, province="38") == NATIONAL


def test_the_former_province_that_nobody_named_has_no_rows_of_its_own():
    assert not any(kept.former_province for kept in read_fee_table(FOLDER, province="31").rows)


def test_what_is_from_memory_is_marked():
    assert not any(kept.verified for kept in NATIONAL.rows)
    assert any(kept.verified for kept in HAI_PHONG.rows)


def test_a_province_calls_its_fees_as_the_national_table_does():
    """Rows of one name are alternatives: a slip in a name would take the fee twice."""
    assert {kept.name for kept in HAI_PHONG.rows} == {kept.name for kept in NATIONAL.rows}


def test_every_national_code_is_in_the_catalogue():
    known = {entry["code"] for entry in CATALOGUE}

    assert {code for kept in NATIONAL.rows for code in kept.procedures} <= known


@pytest.mark.parametrize(
    ("code", "amount"),
    [(entry["code"], entry["fee"]["amount_vnd"]) for entry in CATALOGUE if "amount_vnd" in entry["fee"]],
)
def test_catalogue_and_table_agree(code, amount):
    assert costs(code).total == amount


@pytest.mark.parametrize(
    "code", [entry["code"] for entry in CATALOGUE if entry["fee"].get("varies_by_province")]
)
def test_what_varies_by_province_is_unknown_without_a_province(code):
    assert costs(code).unknown


def test_every_row_we_bring_counts_on_its_first_and_last_day():
    for kept in HAI_PHONG.rows:
        if kept.basis is FeeBasis.UNSET:
            continue
        channel = next(iter(sorted(kept.channels)))
        for code in kept.procedures:
            for day in (kept.valid_from, kept.valid_to or date.max):
                found = costs(code, HAI_PHONG, day, choice=kept.choice, channel=Channel(channel))
                assert found.total is not None, (kept.id, code, day)


def test_where_a_province_s_table_holds_is_told_by_its_file():
    areas = read_fee_areas(FOLDER)

    assert [(area.province, area.former_province) for area in areas] == [("31", "31"), ("31", "30")]
    assert areas[0].name == "Thành phố Hải Phòng, địa bàn Hải Phòng cũ"


def test_areas_that_are_none_are_told(tmp_path):
    path = tmp_path / "province_31.json"
    data = {"scope": "province", "province": "31", "province_codes": "34", "rows": [row()], "areas": ["31"]}
    path.write_text(json.dumps(data))

    with pytest.raises(FeeTableUnreadable, match="“areas”"):
        read_fee_areas(tmp_path)
