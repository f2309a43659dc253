"""`desk-app fee` answers without a store: what it costs, why, and what else may be asked."""

from __future__ import annotations

import json

import pytest

from desk_app.app.cli import main

HAI_PHONG = ["--province", "31", "--former-province", "31", "--day", "2026-11-23"]


def told(capsys, *options):
    assert main(["fee", *options, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_certified_copies_are_counted_by_page_and_copy(capsys):
    found = told(capsys, "--procedure", "2.000815", "--pages", "7", "--copies", "2", "--day", "2026-11-23")

    assert (found["total"], found["words"], found["unknown"]) == (18_000, "Mười tám nghìn đồng", False)
    assert found["lines"] == [
        {
            "name": "Phí chứng thực bản sao từ bản chính",
            "kind": "fee",
            "amount": 18_000,
            "words": "2 bản × (2 trang × 2.000 đ + 5 trang × 1.000 đ) = 18.000 đ",
            "instrument": "TT 226/2016/TT-BTC, Điều 4",
            "verified": False,
        }
    ]


def test_a_province_is_asked_for_by_code(capsys):
    late = told(capsys, "--procedure", "1.001193", "--choice", "khai sinh không đúng hạn", *HAI_PHONG)
    online = told(capsys, "--procedure", "1.001193", "--channel", "online", *HAI_PHONG)

    assert (late["total"], online["total"]) == (8000, 0)
    assert {"id": "poor", "words": "Người thuộc hộ nghèo"} in late["exemptions"]


def test_what_nobody_set_is_null_and_says_why(capsys):
    found = told(capsys, "--procedure", "1.004873", "--day", "2026-11-23")

    assert (found["total"], found["words"], found["unknown"]) == (None, "", True)
    assert "Hội đồng nhân dân" in found["why"]


def test_an_exemption_is_told(capsys):
    found = told(capsys, "--procedure", "2.000635", "--exemption", "poor", "--day", "2026-11-23")

    assert (found["total"], found["words"], found["exemption"]) == (0, "Không đồng", "Người thuộc hộ nghèo")


def test_it_is_read_by_people_too(capsys):
    assert main(["fee", "--procedure", "2.000884", "--cases", "2"]) == 0
    out = capsys.readouterr().out

    assert "2 trường hợp × 10.000 đ = 20.000 đ [TT 226/2016/TT-BTC, Điều 4, chưa đối chiếu]" in out
    assert "Tổng: 20.000 đ (Hai mươi nghìn đồng)" in out


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--procedure", "9.999999"], "Không có thủ tục mã 9.999999"),
        (["--procedure", "2.000815", "--pages", "0"], "từ 1 trở lên"),
        (["--procedure", "2.000815", "--choice", "x"], "không có trường hợp thu “x”"),
        (["--procedure", "2.000635", "--exemption", "x"], "không có diện miễn “x”"),
        (["--procedure", "2.000815", "--day", "hôm nay"], "không phải là ngày có thật"),
    ],
)
def test_what_cannot_be_answered_is_one_sentence(capsys, options, sentence):
    assert main(["fee", *options]) == 2
    said = capsys.readouterr().err

    assert sentence in said
    assert said.count("\n") == 1
