"""Amounts are spelled as a cashier spells them."""

from __future__ import annotations

import pytest

from desk_app.domain.amount import dong, in_words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không"), (5, "Năm"), (10, "Mười"), (15, "Mười lăm"), (21, "Hai mươi mốt"), (45, "Bốn mươi lăm"),
        (101, "Một trăm linh một"), (115, "Một trăm mười lăm"), (8000, "Tám nghìn"),
        (10_500, "Mười nghìn năm trăm"), (100_005, "Một trăm nghìn không trăm linh năm"),
        (1_000_000, "Một triệu"), (1_050_000, "Một triệu không trăm năm mươi nghìn"),
        (2_000_000_000, "Hai tỷ"), (2_000_000_015, "Hai tỷ không trăm mười lăm"),
        (1_000_021_000, "Một tỷ không trăm hai mươi mốt nghìn"),
    ],
)  # fmt: skip
def test_words_of_an_amount(amount, words):
    assert in_words(amount) == f"{words} đồng"


def test_figures_have_points():
    assert [dong(n) for n in (0, 8000, 1234567)] == ["0 đ", "8.000 đ", "1.234.567 đ"]


def test_there_is_no_negative_amount():
    with pytest.raises(ValueError, match="negative"):
        in_words(-1)
