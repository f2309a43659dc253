"""Amounts are spelled as a cashier spells them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.amount import dong, in_words

NINES = (
    "Chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu "
    "chín trăm chín mươi chín nghìn chín trăm chín mươi chín"
)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không"), (5, "Năm"), (10, "Mười"), (15, "Mười lăm"), (21, "Hai mươi mốt"), (45, "Bốn mươi lăm"),
        (101, "Một trăm linh một"), (115, "Một trăm mười lăm"), (8000, "Tám nghìn"),
        (10_500, "Mười nghìn năm trăm"), (100_005, "Một trăm nghìn không trăm linh năm"),
        (1_000_000, "Một triệu"), (1_050_000, "Một triệu không trăm năm mươi nghìn"),
        (2_000_000_000, "Hai tỷ"), (2_000_000_015, "Hai tỷ không trăm mười lăm"),
        (1_000_021_000, "Một tỷ không trăm hai mươi mốt nghìn"),
        (11, "Mười một"), (14, "Mười bốn"), (20, "Hai mươi"), (25, "Hai mươi lăm"), (55, "Năm mươi lăm"),
        (100, "Một trăm"), (105, "Một trăm linh năm"), (110, "Một trăm mười"), (111, "Một trăm mười một"),
        (121, "Một trăm hai mươi mốt"), (155, "Một trăm năm mươi lăm"), (1001, "Một nghìn không trăm linh một"),
        (1015, "Một nghìn không trăm mười lăm"), (21_000, "Hai mươi mốt nghìn"),
        (200_000, "Hai trăm nghìn"), (1_000_001, "Một triệu không trăm linh một"),
        (1_001_000, "Một triệu không trăm linh một nghìn"), (5_000_000_005, "Năm tỷ không trăm linh năm"),
        (1_001_000_000, "Một tỷ không trăm linh một triệu"), (105_000_000_000, "Một trăm linh năm tỷ"),
        (21_000_000_100, "Hai mươi mốt tỷ một trăm"),
        (999_999_999_999, NINES),
    ],
)  # fmt: skip
def test_words_of_an_amount(amount, words):
    assert in_words(amount) == f"{words} đồng"


def test_figures_have_points():
    assert [dong(n) for n in (0, 8000, 1234567)] == ["0 đ", "8.000 đ", "1.234.567 đ"]


def test_there_is_no_negative_amount():
    with pytest.raises(ValueError, match="negative"):
        in_words(-1)


WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
DIGITS = {word: n for n, word in enumerate(WORDS)}
UNITS = {"tỷ": 10**9, "triệu": 10**6, "nghìn": 1000}


def read_back(words: str) -> int:
    """Read words into a number by ear, group by group; what nobody would say is refused."""
    tokens = words.removesuffix(" đồng").lower().split()
    total, unit_before, group = 0, 10**12, []
    for token in [*tokens, ""]:
        if token and token not in UNITS:
            group.append(token)
            continue
        unit = UNITS.get(token, 1)
        assert unit < unit_before, f"{token} after a smaller unit"
        if group:
            full = unit_before < 10**12  # something stands before: the hundreds must be said
            total += unit * read_group(group, full=full)
        else:
            assert token == "", f"{token} of nothing"
        unit_before, group = unit, []
    return total


def read_group(tokens: list[str], *, full: bool) -> int:
    """Read up to three digits."""
    value, rest = 0, list(tokens)
    if "trăm" in rest:
        assert rest[1] == "trăm"
        value, rest = 100 * DIGITS[rest[0]], rest[2:]
        if rest and rest[0] == "linh":
            assert len(rest) == 2
            assert rest[1] != "không"
            return value + DIGITS[rest[1]]
        assert len(rest) != 1 or rest == ["mười"], "a lone digit after trăm"
    else:
        assert not full, "the hundreds are not said"
    if "mươi" in rest:
        assert DIGITS[rest[0]] > 1
        value, rest = value + 10 * DIGITS[rest[0]], rest[2:]
        ones = DIGITS | {"mốt": 1, "lăm": 5}
        assert not rest or rest[0] not in ("một", "năm", "không")
    elif rest and rest[0] == "mười":
        value, rest = value + 10, rest[1:]
        ones = DIGITS | {"lăm": 5}
        assert not rest or rest[0] not in ("năm", "không")
    else:
        ones = DIGITS
    assert len(rest) <= 1
    return value + (ones[rest[0]] if rest else 0)


def test_every_amount_up_to_ten_thousand_is_heard_as_it_was_meant():
    assert [n for n in range(10_001) if read_back(in_words(n)) != n] == []


@given(st.integers(0, 999_999_999_999))
def test_any_amount_up_to_999_billion_is_heard_as_it_was_meant(amount):
    assert read_back(in_words(amount)) == amount


@given(st.lists(st.sampled_from([0, 1, 5, 10, 15, 21, 100, 101, 105, 110, 115, 999]), min_size=4, max_size=4))
def test_zero_groups_and_odd_groups_are_heard_as_they_were_meant(groups):
    amount = sum(group * 1000**power for power, group in enumerate(groups))

    assert read_back(in_words(amount)) == amount


@pytest.mark.parametrize(
    "words",
    ["một trăm một", "một trăm năm", "hai mươi một", "hai mươi năm", "mười năm", "một nghìn năm", "một triệu năm nghìn",
     "một nghìn hai triệu", "một mươi", "một trăm linh không"],
)  # fmt: skip
def test_the_ear_refuses_what_nobody_would_say(words):
    with pytest.raises((AssertionError, KeyError)):
        read_back(words + " đồng")
