"""A parcel gives back what was put in, to its receiver alone; anything else done to it is told and gives nothing."""

from __future__ import annotations

import json
import random
import struct
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wire.errors import BadParcel, BadSignature, CutParcel, WireError
from wire.limits import LABEL_BYTES, PARCEL_PART_BYTES
from wire.parcel import (
    ASKED,
    FRAME,
    LOG,
    MAGIC,
    Label,
    Part,
    check_parcel,
    open_parts,
    read_label,
    seal,
    sealed_size,
)
from wire.signatures import box_public_key, public_key

GOLDEN = Path(__file__).parent / "golden"
SEED, BOX = b"s" * 32, b"b" * 32
LABEL = Label(
    kind=LOG, desk="H56.22.17/1", sender=public_key(SEED), receiver=box_public_key(BOX), counter=7,
    at="2026-11-23T16:45:00+07:00", cases=40, first=1, last=312,
)  # fmt: skip
PARTS = [Part(ASKED, b'{"after":0,"cursor":0}'), Part(FRAME, b"QF1\n" + bytes(range(256))), Part(FRAME, b"")]


def sealed(parts=PARTS, label=LABEL, seed=SEED) -> bytes:
    return b"".join(seal(label, parts, seed))


def opened(data: bytes, box=BOX) -> tuple[Label, list[Part]]:
    file = BytesIO(data)
    label = read_label(file)
    check_parcel(file, label, box)
    return label, list(open_parts(file, label, box))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([ASKED, FRAME, b"z"]), st.binary(max_size=300)), max_size=6))
def test_what_was_put_in_comes_out_and_the_size_was_known_before(rows):
    parts = [Part(*row) for row in rows]
    data = sealed(parts)

    assert opened(data) == (LABEL, parts)
    assert len(data) == sealed_size(LABEL, (len(part.data) for part in parts))


def test_the_largest_frame_fits_and_no_byte_more():
    whole = [Part(FRAME, bytes(PARCEL_PART_BYTES - 1))]
    assert opened(sealed(whole))[1] == whole
    with pytest.raises(BadParcel):
        opened(sealed([Part(FRAME, bytes(PARCEL_PART_BYTES))]))


def test_the_golden_parcel_is_read_as_ever():
    label, parts = opened((GOLDEN / "parcel.qmc").read_bytes())
    said = json.loads((GOLDEN / "parcel.json").read_text())

    assert {
        name: getattr(label, name) for name in ("kind", "desk", "counter", "at", "cases", "first", "last")
    } == said["label"]
    assert [[part.kind.decode(), part.data.hex()] for part in parts] == said["parts"]
    assert (label.sender, label.receiver) == (LABEL.sender, LABEL.receiver)


def test_another_receiver_reads_nothing():
    file = BytesIO(sealed())
    label = read_label(file)
    with pytest.raises(BadParcel):
        next(open_parts(file, label, b"c" * 32))


def test_nothing_of_what_is_inside_can_be_read_on_the_way():
    data = sealed([Part(FRAME, "Nguyễn Thị Minh Đức".encode())])

    assert "Nguyễn".encode() not in data


@pytest.mark.parametrize("size", range(0, 900, 13))
def test_a_cut_is_told_as_a_cut_wherever_it_is(size):
    data = sealed()
    with pytest.raises(CutParcel):
        opened(data[: min(size, len(data) - 1)])


def test_a_changed_bit_anywhere_gives_nothing():
    data, chance = sealed(), random.Random(7)
    for place in [*range(len(MAGIC) + 4), *(chance.randrange(len(data)) for _ in range(400))]:
        changed = bytearray(data)
        changed[place] ^= 1 << chance.randrange(8)
        with pytest.raises(WireError):
            opened(bytes(changed))


def test_what_a_stranger_wrote_ends_in_one_error():
    chance = random.Random(11)
    for _ in range(300):
        tail = chance.randbytes(chance.randrange(400))
        for start in (
            b"",
            MAGIC,
            MAGIC + struct.pack(">I", chance.choice([0, 1, 90, LABEL_BYTES, 2**32 - 1])),
        ):
            with pytest.raises(WireError):
                opened(start + tail)


@pytest.mark.parametrize(
    "change",
    [
        {"desk": "H56.22.18/1"}, {"counter": 8}, {"cases": 41}, {"last": 313}, {"kind": "answer"}, {"at": ""},
        {"sender": public_key(b"t" * 32)},
    ],
)  # fmt: skip
def test_what_stands_outside_is_signed_too(change):
    data = sealed()
    inside = data[len(MAGIC) + 4 + int.from_bytes(data[len(MAGIC) : len(MAGIC) + 4], "big") :]
    other = sealed(label=replace(LABEL, **change))
    length = int.from_bytes(other[len(MAGIC) : len(MAGIC) + 4], "big")
    with pytest.raises(BadSignature):
        opened(other[: len(MAGIC) + 4 + length] + inside)


def test_who_signs_with_another_key_is_not_its_sender():
    with pytest.raises(BadSignature):
        opened(sealed(seed=b"t" * 32))


@pytest.mark.parametrize(
    "said",
    [
        {"counter": -1}, {"counter": "7"}, {"counter": True}, {"desk": 7}, {"sender": "AAAA"}, {"receiver": None},
        {"receiver": "?"}, {"desk": "x" * 65}, {"desk": "H56\n/1"}, {"last": 2**53},
    ],
)  # fmt: skip
def test_a_label_of_other_values_is_none(said):
    data = sealed()
    length = int.from_bytes(data[len(MAGIC) : len(MAGIC) + 4], "big")
    outside = json.loads(data[len(MAGIC) + 4 : len(MAGIC) + 4 + length]) | said
    text = json.dumps(outside, sort_keys=True, separators=(",", ":")).encode()
    with pytest.raises(BadParcel):
        read_label(BytesIO(MAGIC + struct.pack(">I", len(text)) + text))


def test_parts_change_places_with_nobody():
    one, two = sealed([Part(FRAME, b"one"), Part(FRAME, b"two")]), 4 + 16 + 1 + 3
    first = len(one) - 2 * two - (4 + 16 + 1 + 64)
    swapped = (
        one[:first] + one[first + two : first + 2 * two] + one[first : first + two] + one[first + 2 * two :]
    )
    with pytest.raises(BadParcel):
        opened(swapped)


def test_something_behind_the_end_is_told():
    with pytest.raises(BadParcel):
        opened(sealed() + b"x")


def test_a_huge_length_is_refused_before_anything_is_read():
    data = sealed()
    start = len(sealed([])) - (4 + 16 + 1 + 64)

    class Counted(BytesIO):
        most = 0

        def read(self, size=-1):
            Counted.most = max(Counted.most, size)
            return super().read(size)

    file = Counted(data[:start] + struct.pack(">I", 2**32 - 1) + data[start + 4 :])
    label = read_label(file)
    with suppress(WireError):
        check_parcel(file, label, BOX)

    assert Counted.most <= PARCEL_PART_BYTES + 16
