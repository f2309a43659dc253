"""Frames give back the same bytes, and a changed frame never gives other events."""

from __future__ import annotations

import hashlib
import json
import random
import struct
import unicodedata
from contextlib import suppress
from pathlib import Path

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from wire import columns as columns_module
from wire.canonical import canonical
from wire.columns import decode_columns, encode_columns
from wire.errors import BadFrame, WireError
from wire.event import FIRST_PREVIOUS, Event, check_chain, digest_of, hash_of, next_event
from wire.frame import WORDS_FILE, WORDS_NUMBER, decode, encode, pack, read_head
from wire.limits import BODIES_BYTES, BODY_BYTES, EVENTS, FRAME_BYTES

KEY = b"k" * 32
HEAD = struct.Struct(">4sQI32s32s")
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


@settings(max_examples=150, deadline=None)
@given(st.lists(happenings, min_size=1, max_size=6))
def test_decoding_gives_back_the_same_events(rows):
    events = log(rows)

    assert decode(encode(events), KEY) == events


@settings(max_examples=150, deadline=None)
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
    "junk", [b"", b"QF2\n", b"x" * 200, b"QF2\n" + b"\xff" * 100, b"QF2\n" + b"\0" * FRAME_BYTES]
)
def test_junk_is_refused(junk):
    with pytest.raises(BadFrame):
        read_head(junk)


def test_golden_frames_still_read():
    """Both sides of an old and a new program meet over these bytes."""
    frames = sorted(GOLDEN.glob("*.bin"))

    assert frames
    for path in frames:
        events = decode(path.read_bytes(), KEY)
        assert [
            [e.seq, e.kind, e.case_code, e.at, e.staff, e.body.decode(), e.hash.hex()] for e in events
        ] == json.loads(path.with_suffix(".json").read_text())


def test_a_body_that_a_short_frame_would_swell_is_refused():
    """A long key is said once and would come back with each event."""
    key, events = "k" * 30_000, 700
    columns = "\0".join(
        [
            *("case\nu\n" + "0" * events, "at\nu\n" + "0" * events, "kind\nu\n" + "0" * events),
            *("kinds\ns\na", "staffs\ns\nx", "staff\nu\n" + "0" * events),
            f'#a\nj\n"{{\\"{key}\\":0}}"' + "\n0" * (events - 1),
            f".a.{key}\nu\n" + "1" * events,
        ]
    ).encode()
    head = HEAD.pack(b"QF2\n", 1, events, FIRST_PREVIOUS, bytes(32))

    with pytest.raises(BadFrame, match="bodies"):
        decode(head + zstandard.ZstdCompressor().compress(columns), KEY)


@pytest.mark.parametrize("body", ["[1]", '"x"', "1", "null", "true", "[]"])
def test_a_body_that_is_no_object_is_refused(body):
    """Whoever reads bodies asks them for their fields."""
    columns = "\0".join(
        ["kinds\ns\nreceived", "kind\nu\n0", "staffs\ns\nhoa", "staff\nu\n0", "at\nu\n0", "case\nu\n0"]
    )
    columns += f"\0#received\ns\n0\0.received\nj\n{body}"
    own = hash_of(
        FIRST_PREVIOUS, 1, "received", None, "2020-01-01T00:00:00+07:00", "hoa", digest_of(KEY, body.encode())
    )
    head = HEAD.pack(b"QF2\n", 1, 1, FIRST_PREVIOUS, own)

    with pytest.raises(BadFrame, match="object"):
        decode(head + zstandard.ZstdCompressor().compress(columns.encode()), KEY)


def test_a_body_is_as_large_as_is_allowed_and_not_larger():
    fits = log([("note", None, "", "hoa", {"a": "x" * (BODY_BYTES - 8)})])
    larger = log([("note", None, "", "hoa", {"a": "x" * (BODY_BYTES - 7)})])

    assert decode(encode(fits), KEY) == fits
    with pytest.raises(BadFrame, match="bodies"):
        decode(encode(larger), KEY)


@pytest.mark.parametrize(("letter", "many"), [("a", 400), ("\\", 150)])
def test_many_like_events_stay_within_what_a_frame_may_inflate_to(letter, many):
    """They pack into less than any frame's size; one that inflates too far would be refused for ever."""
    text = letter * (BODY_BYTES // 2 - 8)
    events = log([("note", None, "", "hoa", {"a": f"{text}{n}"}) for n in range(many)])
    frames = pack(events, 6144)

    assert [event for frame in frames for event in decode(frame, KEY)] == events


def test_an_event_that_no_frame_can_carry_is_named():
    rng = random.Random(1)
    noise = "".join(chr(rng.randrange(0x4E00, 0x9000)) for _ in range(40_000))
    first, second, third = log([("note", None, "", "hoa", {"a": text}) for text in ("x", noise, "y")])

    with pytest.raises(BadFrame, match="event 2 "):
        pack([first, second, third], 6144)


def test_events_with_one_long_key_are_split_before_their_bodies_are_too_many():
    """The key is said once, and the frame would be refused for what it swells to."""
    events = log([("note", None, "", "hoa", {"k" * 30_000: n}) for n in range(600)])
    frames = pack(events, 6144)

    assert sum(len(event.body) for event in events) > BODIES_BYTES
    assert [event for frame in frames for event in decode(frame, KEY)] == events


def test_the_words_that_frames_begin_with_never_change():
    """Frames of released programs name them by number: with other bytes they would become something else."""
    assert zstandard.ZstdCompressionDict(WORDS_FILE.read_bytes()).dict_id() == WORDS_NUMBER
    assert (
        hashlib.sha256(WORDS_FILE.read_bytes()).hexdigest()
        == "9db7e2cda4e87a834abff8ea31864e12c9c05cc78623d971b765f3953c7ca979"
    )


def test_a_frame_packed_without_words_is_read_and_one_with_other_words_is_refused():
    events = a_day(2)
    frame, columns = encode(events), encode_columns(events)
    plain = frame[: HEAD.size] + zstandard.ZstdCompressor().compress(columns)
    others = zstandard.train_dictionary(1024, [bytes([n]) * 40 + columns for n in range(99)], dict_id=7)

    assert decode(plain, KEY) == decode(frame, KEY) == events
    with pytest.raises(BadFrame, match="words"):
        decode(frame[: HEAD.size] + zstandard.ZstdCompressor(dict_data=others).compress(columns), KEY)


@pytest.mark.parametrize("word", ["kinds", "staffs"])
def test_a_long_word_that_each_event_repeats_is_refused(word):
    """Said once, it would be hashed with each of 20,000 events."""
    events = 1000
    said = {"kinds": "a", "staffs": "x"} | {word: "w" * 100_000}
    columns = "\0".join(
        [
            *("case\nu\n" + "0" * events, "at\nu\n" + "0" * events, "kind\nu\n" + "0" * events),
            *(f"kinds\ns\n{said['kinds']}", f"staffs\ns\n{said['staffs']}", "staff\nu\n" + "0" * events),
            f'#{said["kinds"]}\nt\n"-"\n' + "0" * events,
            f'digest\nt\n"{"00" * 32}"\n' + "0" * events,
        ]
    )
    head = HEAD.pack(b"QF2\n", 1, events, FIRST_PREVIOUS, bytes(32))

    with pytest.raises(BadFrame, match="bodies"):
        decode(head + zstandard.ZstdCompressor().compress(columns.encode()), KEY)


def test_more_events_than_a_frame_may_hold_are_refused_while_they_are_read():
    events = EVENTS + 1
    columns = "\0".join(
        [
            *("case\nu\n" + "0" * events, "at\nu\n" + "0" * events, "kind\nu\n" + "0" * events),
            *("kinds\ns\na", "staffs\ns\nx", "staff\nu\n" + "0" * events),
            '#a\nt\n"-"\n' + "0" * events,
            f'digest\nt\n"{"00" * 32}"\n' + "0" * events,
        ]
    )
    head = HEAD.pack(b"QF2\n", 1, EVENTS, FIRST_PREVIOUS, bytes(32))

    with pytest.raises(BadFrame, match="more events"):
        decode(head + zstandard.ZstdCompressor().compress(columns.encode()), KEY)


def test_a_case_goes_through_many_kinds_and_hands():
    rng = random.Random(7)
    rows = [
        (f"k{rng.randrange(40)}", f"H56-{rng.randrange(30):04d}", f"2026-11-23T08:{n // 60:02d}:{n % 60:02d}+07:00", f"s{rng.randrange(40)}",
         {"born": f"19{n % 100:02d}-01-01", "flag": n % 3 == 0, "id": f"{rng.randrange(10**12):012d}"})
        for n in range(900)
    ]  # fmt: skip
    events = log(rows)

    assert decode(encode(events), KEY) == events


def test_a_long_path_is_made_once_and_not_for_each_leaf(monkeypatch):
    """A kind of 1 MB over a list of many leaves would else be copied for each."""
    leaves, kind, made = 2000, "w" * 50_000, []
    place = columns_module._place
    monkeypatch.setattr(columns_module, "_place", lambda path, n: made.append(n) or place(path, n))
    shape = canonical({"a": [0] * leaves}).decode()
    columns = "\0".join(
        ["case\nu\n0", "at\nu\n0", "kind\nu\n0", f"kinds\ns\n{kind}", "staffs\ns\nx", "staff\nu\n0",
         f"#{kind}\ns\n{shape}", f".{kind}.a[]\nu\n" + "1" * leaves]
    )  # fmt: skip
    ((_, _, _, _, body, _),) = decode_columns(columns.encode())

    assert body == canonical({"a": [1] * leaves})
    assert len(made) == 1
