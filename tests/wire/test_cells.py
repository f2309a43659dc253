"""Every form of a column gives back the same cells of the same types, and whatever else stands there is refused."""

from __future__ import annotations

import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wire.cells import hear, say
from wire.errors import BadFrame

BIG = 2**53 - 1
text = st.text(max_size=12).map(lambda s: unicodedata.normalize("NFC", s))
digits = st.integers(2, 70).flatmap(
    lambda width: st.lists(st.text("0123456789", min_size=width, max_size=width), min_size=1, max_size=8)
)
near_digits = st.lists(st.sampled_from(["0123", "012", "٠١٢٣", "１２３４", "01 3", "-123", ""]), min_size=1)
dates = st.lists(st.dates().map(str), min_size=1)
near_dates = st.lists(
    st.sampled_from(["2026-11-24", "2026-W48-2", "20261124", "2026-02-30", "0001-01-01", "9999-12-31"]),
    min_size=1,
)
numbers = st.lists(st.sampled_from([0, 1, 63, 64, 2047, 2048, BIG]) | st.integers(0, BIG), min_size=1)
signed = st.lists(st.sampled_from([0, -1, -64, -BIG, BIG]) | st.integers(-BIG, BIG), min_size=1)
leaves = text | st.integers(-3, 300) | st.booleans() | st.none() | st.just([]) | st.just({})
mixed = st.lists(leaves, min_size=1)
few = st.lists(leaves, min_size=1, max_size=4).flatmap(
    lambda of: st.lists(st.sampled_from(of), min_size=1, max_size=80)
)
columns = st.one_of(
    digits, near_digits, dates, near_dates, numbers, numbers.map(sorted), signed, mixed, few,
    st.lists(text, min_size=1),
)  # fmt: skip


@settings(max_examples=600, deadline=None)
@given(columns)
def test_what_was_said_is_heard(cells):
    mode, said = say(cells)
    heard = list(hear(mode, said))

    assert heard == cells
    assert [type(cell) for cell in heard] == [type(cell) for cell in cells]  # True == 1
    assert "\0" not in said


@settings(max_examples=300, deadline=None)
@given(st.sampled_from("suritwyjx"), st.text(max_size=40) | st.text("0~p\n129-[]", max_size=40))
def test_anything_else_is_refused_or_is_a_column(mode, said):
    with suppress(BadFrame, ValueError, IndexError, OverflowError, RecursionError):
        assert isinstance(list(hear(mode, said)), list)


@pytest.mark.parametrize(
    ("cells", "mode"),
    [
        (["001234567890", "001234567891"], "w"),
        (["1990-01-31", "2001-12-01"], "y"),
        ([3, 1, 2], "u"),
        ([4100, 4101, 4103], "r"),
        ([5, -1], "i"),
        (["Nam", "Nữ", "Nam", "Nữ"], "t"),
        ([True, False, True, True], "t"),
        (["Nguyễn\n", "Trần\0"], "s"),
        ([None, 1], "j"),
    ],
)
def test_a_form_is_chosen_by_what_a_column_holds(cells, mode):
    assert say(cells)[0] == mode


@pytest.mark.parametrize(
    ("mode", "said"),
    [
        ("t", "[1]\n0"), ("t", '"a"\n1'), ("w", "3\n0123"), ("w", "1\n0"), ("w", "99\n0"), ("w", "2\n"),
        ("u", "p"), ("u", "p" * 99 + "0"), ("u", "é"), ("y", "1\n" + "~" * 9 + "0"), ("x", ""),
    ],
)  # fmt: skip
def test_a_column_that_is_none_is_refused(mode, said):
    with pytest.raises((BadFrame, ValueError, IndexError, OverflowError)):
        list(hear(mode, said))


@pytest.mark.parametrize("word", ["", "\x01", "\x01" * 13])
def test_a_long_column_of_numbers_is_read_whole_or_refused(word):
    """It is taken apart piece by piece: no number may be lost where two pieces meet."""
    cells = [n * 97 for n in range(70_000)]
    mode, text = say([*cells, 0])
    assert mode == "u"
    half = len(text) // 2
    spoilt = text[:half] + word + text[half:]
    if word:
        with pytest.raises(BadFrame):
            list(hear(mode, spoilt))
    else:
        assert list(hear(mode, spoilt)) == [*cells, 0]
