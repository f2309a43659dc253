"""Requests: what was written is read, piece by piece, and nothing that is cut, long, strange or not announced."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wire.errors import BadFrame
from wire.limits import FRAME_BYTES, FRAMES, HEAD_BYTES, REQUEST_BYTES
from wire.request import Request, RequestReader, pack_head, pack_request, unpack_request

REQUEST = Request(after=4, cursor=9, frames=(b"one", b"two" * 99))
DIGESTS = b'"dpLDrTVAu4A8Ags67mbNiIcSMjTqDG5xQ8Ct1z_0Me0","MUjnQd2m0cpwPWYybVqRgUcECPq7MpuykP7TwrdZjOI"'


def part(data: bytes, stated: int | None = None) -> bytes:
    return struct.pack(">I", len(data) if stated is None else stated) + data


def request(*frames: bytes) -> bytes:
    return pack_request(Request(after=4, cursor=9, frames=frames))


HEAD = part(b'{"after":4,"cursor":9,"frames":[' + DIGESTS + b"]}")


def test_a_request_comes_back():
    assert pack_request(REQUEST) == HEAD + part(b"one") + part(b"two" * 99)
    assert unpack_request(pack_request(REQUEST)) == REQUEST


@given(st.lists(st.binary(max_size=40), max_size=5), st.lists(st.integers(1, 60)))
def test_whatever_pieces_it_comes_in_each_part_is_given_once_it_is_whole(frames, sizes):
    body, reader, given_ = request(*frames), RequestReader(), []
    for size in [*sizes, len(body)]:
        piece, body = body[:size], body[size:]
        given_ += reader.feed(piece)
        whole = sum(4 + len(one) for one in given_)
        assert reader.bytes - whole < 4 + HEAD_BYTES, "a part that was whole was held back"
    reader.end()

    assert given_[1:] == frames


def test_a_frame_is_given_before_the_next_has_come():
    """Or a cut would lose what was already there."""
    body, reader = pack_request(REQUEST), RequestReader()
    first = len(HEAD) + 4 + 3

    assert [*reader.feed(body[:first])][1:] == [b"one"]
    with pytest.raises(BadFrame):
        reader.end()


def test_a_request_that_is_cut_anywhere_is_refused():
    whole = pack_request(REQUEST)
    for at in range(len(whole)):
        with pytest.raises(BadFrame):
            unpack_request(whole[:at])


@pytest.mark.parametrize(
    "frames",
    [(b"one",), (b"one", b"two" * 98), (b"two" * 99, b"one"), (b"one", b"two" * 99, b""), (b"one", b"one")],
    ids=["too few", "another", "changed places", "too many", "the same twice"],
)
def test_other_frames_than_the_signed_head_names_are_refused(frames):
    with pytest.raises(BadFrame):
        unpack_request(HEAD + b"".join(map(part, frames)))


@pytest.mark.parametrize("beyond", [1, 4, 5, 2**32 - 1 - 3])
def test_a_frame_that_states_more_than_there_is_is_refused(beyond):
    with pytest.raises(BadFrame):
        unpack_request(HEAD + part(b"one", stated=3 + beyond))


def test_a_frame_is_as_large_as_is_allowed_and_not_larger():
    largest = b"x" * FRAME_BYTES

    assert unpack_request(request(largest)).frames == (largest,)
    with pytest.raises(BadFrame):
        unpack_request(request(largest + b"x"))


def test_a_request_is_not_larger_than_allowed():
    empty = len(request(*[b"x" * FRAME_BYTES] * 15, b""))
    last = REQUEST_BYTES - empty

    assert len(unpack_request(request(*[b"x" * FRAME_BYTES] * 15, b"x" * last)).frames) == 16
    with pytest.raises(BadFrame):
        unpack_request(request(*[b"x" * FRAME_BYTES] * 15, b"x" * (last + 1)))


def test_the_head_names_so_many_frames_and_no_more():
    assert len(unpack_request(request(*[b""] * FRAMES)).frames) == FRAMES
    assert len(pack_head(Request(after=2**53 - 1, cursor=2**53 - 1, frames=(b"",) * FRAMES))) <= HEAD_BYTES
    with pytest.raises(BadFrame):
        unpack_request(request(*[b""] * (FRAMES + 1)))


def test_a_head_is_not_held_beyond_its_limit():
    """It is the one part that is held for somebody whom nobody knows yet."""
    reader = RequestReader()
    with pytest.raises(BadFrame):
        list(reader.feed(struct.pack(">I", HEAD_BYTES + 1)))


@pytest.mark.parametrize(
    "head",
    [b"", b"{}", b"[]", b'{"after":4,"cursor":0}', b'{"after":-1,"cursor":0,"frames":[]}', b"[" * 9000,
     b'{"after":0,"cursor":-1,"frames":[]}', b'{"after":true,"cursor":0,"frames":[]}', b"\xff",
     b'{"after":"4","cursor":0,"frames":[]}', b'{"cursor":0,"after":4,"frames":[]}', b'{"after":0,"cursor":0,"frames":{}}',
     b'{"after":0,"cursor":0,"frames":[5]}', b'{"after":0,"cursor":0,"frames":[""]}', b'{"after":0,"cursor":0,"frames":["!"]}',
     b'{"after":0,"cursor":0,"frames":["AAAA"]}', b'{"after":0,"cursor":0,"frames":["\xc3\xa9"]}'],
)  # fmt: skip
def test_a_request_with_a_strange_head_is_refused(head):
    with pytest.raises(BadFrame):
        unpack_request(part(head))
