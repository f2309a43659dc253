"""A frame is stored as soon as it is there, whatever becomes of the rest of its request."""

from __future__ import annotations

import contextlib
import hashlib
import socket
from urllib.parse import urlsplit

import pytest
import requests
from support.ledger import CODE, FIRST, NOW, RECEIVED, SECOND, log, open_ledger, rows_of, seed
from support.superior import serving
from support.waiting import until

from district_server.halves import keep_half
from district_server.ledger import desk, event, half_frame
from wire.exchange import HalfHeld, unpack_answer
from wire.frame import encode
from wire.limits import FRAME_BYTES
from wire.request import Half, Request, pack_head, pack_request
from wire.signatures import public_key, sign_request

pytestmark = pytest.mark.usefixtures("engine")

LOG = log(
    ("received", CODE, RECEIVED), ("completed", CODE, {}), ("handed_over", CODE, {"receiver": "applicant"})
)
FRAMES = tuple(encode([one]) for one in LOG)


@pytest.fixture(scope="module")
def server(engine, tmp_path_factory):
    folder = tmp_path_factory.mktemp("streamed")
    ledger = open_ledger(folder)
    with serving(folder) as address:
        yield ledger, address
    ledger.close()


@pytest.fixture
def ledger(server):
    made, _ = server
    with made.act() as connection:
        connection.execute(event.delete())
        connection.execute(half_frame.delete())
        connection.execute(desk.update().values(seq=0, hash=bytes(32), counter=0, revoked_at=None))
        known = desk.update().where(desk.c.desk == FIRST)
        connection.execute(known.values(ed25519=public_key(seed(FIRST))))
    return made


@pytest.fixture
def url(server):
    return server[1]


def seqs(ledger):
    return [seq for (seq,) in rows_of(ledger, event.c.seq)]


def headers(counter, request, **changes):
    head = pack_head(request)
    signature = sign_request(seed(FIRST), "POST", "/v1/exchange", FIRST, counter, head)
    return {"Desk": FIRST, "Counter": str(counter), "Signature": signature} | changes


def starts(frames, after=0):
    """Return where head and frames of a request end."""
    request = Request(after=after, cursor=0, frames=frames)
    body = pack_request(request)
    ends = [4 + len(pack_head(request))]
    for frame in frames:
        ends.append(ends[-1] + 4 + len(frame))
    return request, body, ends


@contextlib.contextmanager
def half(url, counter, request, body, sent):
    """Send the first `sent` bytes of a request and hold the line."""
    parts = urlsplit(url)
    lines = [f"{name}: {value}" for name, value in headers(counter, request).items()]
    start = (
        f"POST /v1/exchange HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n"
        + "\r\n".join(lines)
        + "\r\n\r\n"
    )
    with socket.create_connection((parts.hostname, parts.port), timeout=10) as line:
        line.sendall(start.encode() + body[:sent])
        yield line


def post(url, counter, frames, after=0):
    request = Request(after=after, cursor=0, frames=frames)
    return requests.post(
        url + "/v1/exchange", data=pack_request(request), headers=headers(counter, request), timeout=10
    )


def test_a_frame_is_stored_while_the_next_is_still_on_its_way(url, ledger):
    request, body, ends = starts(FRAMES)
    with half(url, 1, request, body, ends[2] + 5) as line:
        until(lambda: seqs(ledger) == [1, 2])
        line.sendall(body[ends[2] + 5 :])
        answer = line.recv(65536)

    assert answer.startswith(b"HTTP/1.1 200")
    assert seqs(ledger) == [1, 2, 3]


def test_a_cut_at_any_kind_of_place_loses_the_frame_in_flight_at_most(url, ledger):
    """Inside the head, inside a length, at a frame's begin, middle and last byte, and after everything."""
    request, body, ends = starts(FRAMES)
    at = {2: 0, 5: 0, ends[0] - 1: 0, ends[0]: 0, ends[0] + 2: 0, ends[0] + 4: 0, ends[1] - 1: 0, ends[1]: 1, ends[1] + 3: 1,
          ends[2] - 1: 1, ends[2]: 2, (ends[2] + ends[3]) // 2: 2, ends[3] - 1: 2, ends[3]: 3}  # fmt: skip
    for counter, (sent, stored) in enumerate(at.items(), 1):
        with ledger.act() as connection:
            connection.execute(event.delete())
            connection.execute(desk.update().values(seq=0, hash=bytes(32)))
        with half(url, counter, request, body, sent):
            until(lambda stored=stored: seqs(ledger) == list(range(1, stored + 1)))
    told = unpack_answer(post(url, 100, FRAMES).content)

    assert (told.seq, seqs(ledger)) == (3, [1, 2, 3])


def test_a_request_held_open_stops_nobody_and_may_end_later(url, ledger):
    """The line that died for the desk lives on for the superior: what still comes out of it is known by then."""
    request, body, ends = starts(FRAMES)
    with half(url, 1, request, body, ends[1]) as line:
        until(lambda: seqs(ledger) == [1])
        assert unpack_answer(post(url, 2, (encode(LOG[1:]),), after=1).content).seq == 3
        line.sendall(body[ends[1] :])
        assert line.recv(65536).startswith(b"HTTP/1.1 200")

    assert seqs(ledger) == [1, 2, 3]


@pytest.mark.parametrize("change", [{"revoked_at": NOW.isoformat()}, {"ed25519": bytes(32), "counter": 0}])
def test_a_desk_that_is_revoked_or_enrolled_anew_meanwhile_stores_nothing_more(url, ledger, change):
    request, body, ends = starts(FRAMES)
    with half(url, 5, request, body, ends[1]) as line:
        until(lambda: seqs(ledger) == [1])
        with ledger.act() as connection:
            connection.execute(desk.update().where(desk.c.desk == FIRST).values(**change))
        line.sendall(body[ends[1] :])
        assert line.recv(65536).startswith(b"HTTP/1.1 401")

    assert seqs(ledger) == [1]


def test_frames_that_overlap_or_come_again_are_taken_from_the_head_on(url, ledger):
    post(url, 1, (encode(LOG[:2]),))

    assert unpack_answer(post(url, 2, (encode(LOG), FRAMES[2], FRAMES[0])).content).seq == 3
    assert seqs(ledger) == [1, 2, 3]


def test_a_frame_that_the_head_does_not_name_is_refused_and_those_before_stay(url, ledger):
    request, body, ends = starts(FRAMES)
    other = body[: ends[1]] + body[ends[1] : ends[1] + 4] + b"x" + body[ends[1] + 5 :]
    answer = requests.post(url + "/v1/exchange", data=other, headers=headers(1, request), timeout=10)

    assert (answer.status_code, answer.json()) == (400, {"error": "bad_frame"})
    assert seqs(ledger) == [1]


def test_frames_of_a_head_that_another_signed_are_not_stored(url, ledger):
    request = Request(after=0, cursor=0, frames=FRAMES)
    signed = headers(1, Request(after=0, cursor=0, frames=FRAMES[:1]))
    answer = requests.post(url + "/v1/exchange", data=pack_request(request), headers=signed, timeout=10)

    assert answer.json() == {"error": "unknown_signer"}
    assert seqs(ledger) == []


def test_the_same_request_again_is_a_replay(url, ledger):
    assert post(url, 1, FRAMES[:1]).status_code == 200
    assert post(url, 1, FRAMES[:1]).json() == {"error": "replayed"}


def test_a_gap_is_told_and_what_lay_before_it_is_stored(url, ledger):
    answer = post(url, 1, (FRAMES[0], FRAMES[2]))

    assert (answer.json(), seqs(ledger)) == ({"error": "gap"}, [1])


def test_a_request_that_is_held_open_does_not_hold_up_the_end_of_the_server(tmp_path):
    """`serving` insists on an end within 20 seconds."""
    made = open_ledger(tmp_path)
    request, body, ends = starts(FRAMES)
    with contextlib.ExitStack() as held, serving(tmp_path) as url:
        held.enter_context(half(url, 1, request, body, ends[1]))
        until(lambda: seqs(made) == [1])
    made.close()


def head_of(url, counter):
    """Ask up to where the log is held; also what is kept of a frame that was cut."""
    signature = sign_request(seed(FIRST), "GET", "/v1/head", FIRST, counter, b"")
    asked = {"Desk": FIRST, "Counter": str(counter), "Signature": signature}
    return unpack_answer(requests.get(url + "/v1/head", headers=asked, timeout=10).content)


def go_on(url, counter, frames, start, after=0):
    """Send a request whose first frame begins at byte `start`."""
    request = Request(after=after, cursor=0, frames=frames, start=start)
    return requests.post(
        url + "/v1/exchange", data=pack_request(request), headers=headers(counter, request), timeout=10
    )


def kept(ledger):
    return [
        (bytes(digest), bytes(data))
        for digest, data in rows_of(ledger, half_frame.c.digest, half_frame.c.data)
    ]


def digest(frame):
    return hashlib.sha256(frame).digest()


@pytest.fixture
def cut(url, ledger):
    """Cut a request of all frames 50 bytes into the second; the superior keeps those."""
    request, body, ends = starts(FRAMES)
    with half(url, 1, request, body, ends[1] + 4 + 50):
        until(lambda: seqs(ledger) == [1])
    until(lambda: kept(ledger) == [(digest(FRAMES[1]), FRAMES[1][:50])])


@pytest.mark.usefixtures("cut")
def test_a_frame_that_was_cut_goes_on_at_the_byte_where_it_was_cut(url, ledger):
    told = head_of(url, 2)
    assert (told.seq, told.half) == (1, HalfHeld(digest=digest(FRAMES[1]), bytes=50))

    answer = go_on(url, 3, FRAMES[1:], 50, after=1)

    assert unpack_answer(answer.content).seq == 3
    assert (seqs(ledger), kept(ledger)) == ([1, 2, 3], [])
    assert head_of(url, 4).half is None


@pytest.mark.usefixtures("cut")
def test_a_frame_that_is_cut_again_and_again_only_grows(url, ledger):
    """Also from fewer bytes on than are kept: the desk may know of less."""
    request = Request(after=1, cursor=0, frames=FRAMES[1:], start=40)
    body, first = pack_request(request), 4 + len(pack_head(request))
    with half(url, 2, request, body, first + 4 + 60):
        until(lambda: kept(ledger) == [(digest(FRAMES[1]), FRAMES[1][:100])])

    assert head_of(url, 3).half.bytes == 100
    assert unpack_answer(go_on(url, 4, FRAMES[1:], 100, after=1).content).seq == 3


def test_what_came_is_kept_while_a_silent_line_is_still_open_and_the_next_request_goes_on_from_it(
    url, ledger
):
    request, body, ends = starts(FRAMES)
    with half(url, 1, request, body, ends[0] + 4 + 70) as line:
        until(lambda: len(kept(ledger)) == 1)
        assert head_of(url, 2).half.bytes == 70
        assert unpack_answer(go_on(url, 3, FRAMES, 70).content).seq == 3
        line.sendall(
            body[ends[0] + 4 + 70 : ends[1] + 60]
        )  # what the old line still gives, and then it is cut

    assert unpack_answer(post(url, 4, (FRAMES[2],), after=2).content).seq == 3
    assert (seqs(ledger), kept(ledger)) == ([1, 2, 3], [])


@pytest.mark.usefixtures("cut")
@pytest.mark.parametrize(
    "change", [half_frame.delete(), half_frame.update().values(data=FRAMES[1][:20]), half_frame.update().values(digest=bytes(32)),
               half_frame.update().values(desk=SECOND)],
    ids=["gone", "shorter", "of another frame", "of another desk"],
)  # fmt: skip
def test_a_beginning_that_is_not_there_is_told_and_the_frame_goes_whole(url, ledger, change):
    with ledger.act() as connection:
        connection.execute(change)
    answer = go_on(url, 2, FRAMES[1:], 50, after=1)

    assert (answer.status_code, answer.json(), seqs(ledger)) == (409, {"error": "half_gone"}, [1])
    assert unpack_answer(post(url, 3, FRAMES[1:], after=1).content).seq == 3


@pytest.mark.usefixtures("cut")
def test_a_beginning_that_does_not_fit_is_forgotten_and_the_frame_goes_whole(url, ledger):
    with ledger.act() as connection:
        connection.execute(half_frame.update().values(data=b"x" * 50))
    answer = go_on(url, 2, FRAMES[1:], 50, after=1)

    assert (answer.status_code, answer.json()) == (409, {"error": "half_gone"})
    assert kept(ledger) == []
    assert unpack_answer(post(url, 3, FRAMES[1:], after=1).content).seq == 3


@pytest.mark.usefixtures("cut")
def test_a_frame_that_grows_beyond_what_a_frame_may_be_is_refused(url, ledger):
    large = b"x" * FRAME_BYTES
    with ledger.act() as connection:
        connection.execute(half_frame.update().values(digest=digest(large + b"x")))
    answer = go_on(url, 2, (large + b"x",), 50, after=1)  # what follows byte 50 is allowed by itself

    assert answer.status_code in {400, 409}
    assert seqs(ledger) == [1]
    assert all(len(data) <= FRAME_BYTES for _, data in kept(ledger))


def test_a_desk_has_one_beginning_at_most_and_nobody_else_s(url, ledger):
    for counter, frame in enumerate(FRAMES, 1):
        request, body, ends = starts((frame,))
        with half(url, counter, request, body, ends[0] + 4 + 30):
            until(lambda frame=frame: kept(ledger) == [(digest(frame), frame[:30])])

    assert rows_of(ledger, half_frame.c.desk) == [(FIRST,)]


def test_nothing_is_kept_of_a_request_that_another_followed_or_of_a_desk_that_was_revoked(url, ledger):
    beginning = Half(digest=digest(FRAMES[0]), data=FRAMES[0][:30])
    head_of(url, 5)

    assert not keep_half(ledger, FIRST, 4, beginning)
    assert keep_half(ledger, FIRST, 5, beginning)
    with ledger.act() as connection:
        connection.execute(desk.update().values(revoked_at=NOW.isoformat()))
    assert not keep_half(ledger, FIRST, 5, Half(digest=digest(FRAMES[0]), data=FRAMES[0][:40]))
    assert kept(ledger) == [(digest(FRAMES[0]), FRAMES[0][:30])]
