"""Frames give back the same bytes, and a changed frame never gives other events."""

from __future__ import annotations

import json
import unicodedata
from contextlib import suppress
from pathlib import Path

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from wire.canonical import canonical
from wire.errors import BadFrame, WireError
from wire.event import FIRST_PREVIOUS, Event, check_chain, next_event
from wire.frame import decode, encode, pack, read_head
from wire.limits import FRAME_BYTES

KEY = b"k" * 32
GOLDEN = Path(__file__).parent / "golden"
text = st.text(max_size=8).map(lambda s: unicodedata.normalize("NFC", s))
leaves = (
    text
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.booleans()
    | st.none()
    | st.just("2026-11-23T08:15:00+07:00")
)
values = st.recursive(
    leaves, lambda v: st.lists(v, max_size=3) | st.dictionaries(text, v, max_size=3), max_leaves=8
)
ats = (
    st.sampled_from(["2026-11-23T08:15:00+07:00", "2026-11-23T08:15:01+07:00", "2019-01-01T00:00:00+07:00"])
    | text
)
codes = st.none() | text | st.integers(1, 9999).map(lambda n: f"H56.22.17-261123-{n:04d}") | st.just("H56-9")
happenings = st.tuples(text, codes, ats, text, st.dictionaries(text, values, max_size=4))


def log(rows, start=(0, FIRST_PREVIOUS)) -> list[Event]:
    events, previous = [], start
    for kind, code, at, staff, body in rows:
        event = next_event(KEY, previous, kind=kind, case_code=code, at=at, staff=staff, body=canonical(body))
        events.append(event)
        previous = (event.seq, event.hash)
    return events


def a_day(cases=12):
    rows = []
    for n in range(1, cases + 1):
        code = f"H56.22.17-261123-{5000 + n}"
        body = {
            "applicant": {"name": f"Nguyễn Thị Đào {n}"},
            "book_no": n,
            "components": [[0, 1, 0], ["Đơn", 1, n]],
        }
        rows.append(("received", code, f"2026-11-23T08:{n:02d}:00+07:00", "hoa", body))
        rows.append(
            ("printed", code, f"2026-11-23T08:{n:02d}:05+07:00", "hoa", {"nth": 1, "slip": "receipt"})
        )
    return log(rows)


@settings(max_examples=150)
@given(st.lists(happenings, min_size=1, max_size=6))
def test_decoding_gives_back_the_same_events(rows):
    events = log(rows)

    assert decode(encode(events), KEY) == events


@settings(max_examples=150)
@given(st.data())
def test_a_changed_frame_never_gives_other_events(data):
    events = a_day(3)
    frame = bytearray(encode(events))
    place = data.draw(st.integers(0, len(frame) - 1))
    frame[place] ^= data.draw(st.integers(1, 255))
    cut = bytes(frame[: data.draw(st.integers(0, len(frame)))])
    for changed in (bytes(frame), cut):
        with suppress(WireError):
            assert decode(changed, KEY) == events


def test_an_emptied_body_travels_with_its_digest():
    first, *rest = a_day(2)
    events = [Event(**{n: getattr(first, n) for n in Event.__slots__} | {"body": b""}), *rest]

    assert decode(encode(events), KEY) == events
    check_chain(events, (0, FIRST_PREVIOUS), KEY)


def test_a_log_is_split_into_frames_that_stand_alone():
    events = a_day(200)
    frames = pack(events, 1024)

    assert all(len(frame) <= 1024 for frame in frames)
    assert [event for frame in frames for event in decode(frame, KEY)] == events


def test_a_frame_that_would_inflate_too_far_is_refused_unread():
    bomb = encode(a_day(1))[:80] + zstandard.ZstdCompressor().compress(b"a" * 200_000_000)

    with pytest.raises(BadFrame, match="size"):
        decode(bomb, KEY)


def test_a_frame_that_states_no_size_is_refused():
    stream = zstandard.ZstdCompressor(write_content_size=False).compress(b"abc")

    with pytest.raises(BadFrame):
        decode(encode(a_day(1))[:80] + stream, KEY)


@pytest.mark.parametrize(
    "junk", [b"", b"QF1\n", b"x" * 200, b"QF1\n" + b"\xff" * 100, b"QF1\n" + b"\0" * FRAME_BYTES]
)
def test_junk_is_refused(junk):
    with pytest.raises(BadFrame):
        read_head(junk)


def test_golden_frames_of_version_1_still_read():
    """Both sides of an old and a new program meet over these bytes."""
    frames = sorted(GOLDEN.glob("*.bin"))

    assert frames
    for path in frames:
        events = decode(path.read_bytes(), KEY)
        assert [
            [e.seq, e.kind, e.case_code, e.at, e.staff, e.body.decode(), e.hash.hex()] for e in events
        ] == json.loads(path.with_suffix(".json").read_text())
