"""A frame is stored as soon as it is there, whatever becomes of the rest of its request."""

from __future__ import annotations

import contextlib
import socket
from urllib.parse import urlsplit

import pytest
import requests
from support.ledger import CODE, FIRST, NOW, RECEIVED, log, open_ledger, rows_of, seed
from support.superior import serving
from support.waiting import until

from district_server.ledger import desk, event
from wire.exchange import unpack_answer
from wire.frame import encode
from wire.request import Request, pack_head, pack_request
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
