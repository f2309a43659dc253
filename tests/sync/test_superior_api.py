"""Whatever answers, the desk says one sentence in bounded time and acknowledges nothing."""

from __future__ import annotations

import gc
import gzip
import socket
import threading
import time
from contextlib import suppress
from dataclasses import replace

import pytest
from support.desk import KEY
from support.speaker import http, speaking

from desk_app.domain.errors import (
    CounterFellBack,
    DeskRefused,
    Forked,
    LineCut,
    LineError,
    NotTrusted,
    StrangeAnswer,
    SuperiorAway,
    SuperiorBehind,
    WrongAddress,
    WrongEnrolmentCode,
)
from desk_app.domain.superior import DeskKeys, Enrolment, Frame
from desk_app.sync.superior_api import HttpSuperior
from wire.canonical import canonical
from wire.enrolment import code_key, sealed
from wire.exchange import Answer, Item, pack_answer
from wire.limits import ANSWER_BYTES
from wire.request import unpack_request
from wire.signatures import public_key, sign_answer, text_of

KEYS = DeskKeys(signing=b"s" * 32, box=b"b" * 32)
CODE = "0123-4567-89AB-CDEF"
SUPERIOR = bytes(range(32))
ENROLMENT = Enrolment(
    url="", agency_code="H56.22.17", desk=1, superior_key=public_key(SUPERIOR), superior_box_key=bytes(32),
    signing_key=KEY, box_key=KEY,
)  # fmt: skip
ANSWER = Answer(seq=7, hash=b"\x07" * 32, server_time="2026-11-23T16:45:00+07:00", cursor=3)
DEEP = b"[" * 60_000


def signed(answer=ANSWER, counter=1, desk="H56.22.17/1", sent=None):
    """Return a signed answer; `sent` = another body than the one that was signed."""
    body = pack_answer(answer)
    signature = sign_answer(SUPERIOR, desk, counter, answer.seq, answer.hash, answer.server_time, body)
    return http(pack_answer(sent or answer), "200 OK", b"Superior-Signature: " + signature.encode())


def head(answer, counter=1, **patience):
    with speaking(answer) as speaker:
        return HttpSuperior(**patience).head(replace(ENROLMENT, url=speaker.url), counter)


def enrol(answer, url=None):
    with speaking(answer) as speaker:
        return HttpSuperior().enrol(url or speaker.url, CODE, "H56.22.17", 1, bytes(32), keys=KEYS)


def test_a_signed_answer_is_believed_and_kept_as_it_came():
    told = head(signed())

    assert (told.seq, told.hash, told.cursor, told.counter) == (7, ANSWER.hash, 3, 1)
    assert told.body == pack_answer(ANSWER)


@pytest.mark.parametrize(
    "answer",
    [
        signed(counter=2),
        signed(desk="H56.22.17/2"),
        signed(sent=replace(ANSWER, seq=8)),
        signed(sent=replace(ANSWER, cursor=4)),
        http(pack_answer(ANSWER)),
        http(pack_answer(ANSWER), "200 OK", b"Superior-Signature: \xff\xfe"),
    ],
    ids=[
        "counter",
        "desk",
        "seq",
        "cursor",
        "unsigned",
        "no base64",
    ],
)
def test_an_answer_to_something_else_is_not_believed(answer):
    with pytest.raises(StrangeAnswer):
        head(answer)


def test_an_odd_refusal_does_not_make_its_acknowledgement_unbelievable():
    """What it refuses without holding it is left out where refusals are kept."""
    odd = tuple(Item(cursor=3, seq=seq, code="x", sentence="x", who_acts="desk") for seq in (0, 8))
    told = head(signed(replace(ANSWER, items=odd)))

    assert (told.seq, told.told) == (7, 2)


@pytest.mark.parametrize("other", ["x", "", "A" * 86])
def test_one_of_two_signatures_is_enough_and_a_third_is_not_looked_at(other):
    """While the superior's key changes it signs with both."""
    body = pack_answer(ANSWER)
    ours = sign_answer(SUPERIOR, "H56.22.17/1", 1, ANSWER.seq, ANSWER.hash, ANSWER.server_time, body)

    def said(*signatures):
        return http(body, "200 OK", b"Superior-Signature: " + ",".join(signatures).encode())

    for answer in (said(other, ours), said(ours, other)):
        assert len(head(answer).signature) == 64
    with pytest.raises(StrangeAnswer):
        head(said(other, other, ours))


def test_an_answer_is_as_large_as_is_allowed_and_not_larger():
    def of(size):
        one = Item(cursor=3, seq=1, code="x", sentence="", who_acts="desk")
        empty = len(pack_answer(replace(ANSWER, items=(one,))))
        return replace(ANSWER, items=(replace(one, sentence="x" * (size - empty)),))

    assert len(head(signed(of(ANSWER_BYTES))).body) == ANSWER_BYTES
    with pytest.raises(StrangeAnswer):
        head(signed(of(ANSWER_BYTES + 1)))


@pytest.mark.parametrize(
    "body",
    [
        b'{"ack":{"hash":"","seq":1e999,"server_time":""},"cursor":0,"items":[]}',
        b'{"ack":{"hash":"","seq":' + b"9" * 5000 + b',"server_time":""},"cursor":0,"items":[]}',
        b'{"ack":{"hash":"","seq":1,"server_time":""},"cursor":0,"items":[null]}',
        b'{"ack":{"hash":"","seq":1,"server_time":"\\ud800"},"cursor":0,"items":[]}',
        b"<html>captive portal</html>", b"{}", b"[]", b"null", b"", b"\xff\xfe", DEEP, b'{"a":' * 9000,
        b"x" * (ANSWER_BYTES + 1), b"x" * 200_000,
    ],
    ids=lambda body: repr(body[:40]),
)  # fmt: skip
@pytest.mark.parametrize("ask", [head, enrol])
def test_garbage_is_one_sentence(ask, body):
    with pytest.raises(StrangeAnswer):
        ask(http(body))


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{", LineCut),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", LineError),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 200_000, StrangeAnswer),
        (b"<html>hello</html>", LineError),
        (b"\0" * 900, LineError),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5000, LineError),
        (b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", LineError),
        (b"", LineCut),
        (http(b"xxx", "200 OK", b"Content-Encoding: gzip"), StrangeAnswer),
        (http(b"", "204 No Content"), StrangeAnswer),
        (http(b"", "500 Oops"), SuperiorAway),
        (http(DEEP, "503 Oops"), SuperiorAway),
        (http(DEEP, "403 No"), StrangeAnswer),
        (http(b"", "404 No"), StrangeAnswer),
        (http(b'{"error":"\\ud800"}', "403 No"), StrangeAnswer),
        (http(b'{"error":["gap"]}', "409 No"), StrangeAnswer),
        (http(b'{"error":"bad_frame"}', "400 No"), StrangeAnswer),
        (http(b'{"error":"unknown_signer"}', "401 No"), DeskRefused),
        (http(b'{"error":"replayed"}', "409 No"), CounterFellBack),
        (http(b'{"error":"fork"}', "409 No"), Forked),
        (http(b'{"error":"gap"}', "409 No"), SuperiorBehind),
        (http(b'{"error":"wrong_code"}', "403 No"), WrongEnrolmentCode),
    ],
    ids=lambda value: repr(value[:60]) if isinstance(value, bytes) else None,
)
@pytest.mark.parametrize("ask", [head, enrol])
def test_what_is_no_answer_has_its_own_sentence(ask, answer, error):
    with pytest.raises(error):
        ask(answer)


def test_an_answer_is_not_unpacked():
    """64 KB of gzip hold 64 MB: the desk asks for plain bytes and takes no others."""
    packed, signature = (
        gzip.compress(pack_answer(ANSWER)),
        signed().partition(b"Signature: ")[2].partition(b"\r\n")[0],
    )
    answer = http(packed, "200 OK", b"Content-Encoding: gzip", b"Superior-Signature: " + signature)
    with speaking(answer) as speaker, pytest.raises(StrangeAnswer):
        HttpSuperior().head(replace(ENROLMENT, url=speaker.url), 1)

    assert b"accept-encoding: identity" in speaker.heard[0].lower()


def told(**changes):
    """Return what answers an enrolment, sealed as it must be for the request that came."""

    def answer(line, heard):
        asked = heard.partition(b"\r\n\r\n")[2]
        mac = asked.rpartition(b'"mac":"')[2][:64].decode()
        keys = {"ed25519": text_of(public_key(SUPERIOR)), "x25519": text_of(b"x" * 32)}
        said = {"desk": "H56.22.17/1", "block": [5001, 5899], "server_time": "now"} | keys | changes
        line.sendall(http(canonical(sealed(code_key(CODE), said, after=mac))))

    return answer


def enrolled(answer):
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def speak():
            line, _ = listening.accept()
            with line:
                heard = line.recv(65536)
                while not heard.endswith(b'"}'):
                    heard += line.recv(65536)
                answer(line, heard)

        thread = threading.Thread(target=speak)
        thread.start()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        try:
            return HttpSuperior().enrol(f" {url}/ ", CODE, "H56.22.17", 1, bytes(32), keys=KEYS), url
        finally:
            thread.join()


def test_an_enrolment_gives_both_sides_keys():
    enrolment, url = enrolled(told())

    assert (enrolment.url, enrolment.superior_key, enrolment.superior_box_key) == (
        url,
        public_key(SUPERIOR),
        b"x" * 32,
    )
    assert (enrolment.signing_key, enrolment.box_key) == (KEYS.signing, KEYS.box)


@pytest.mark.parametrize("key", ["", "!", text_of(b"k" * 31), text_of(b"k" * 33)])
@pytest.mark.parametrize("name", ["ed25519", "x25519"])
def test_a_key_that_is_none_is_not_kept(name, key):
    with pytest.raises(StrangeAnswer):
        enrolled(told(**{name: key}))


def test_a_superior_that_does_not_know_the_code_is_not_believed():
    with pytest.raises(StrangeAnswer):
        enrolled(told(mac="0" * 64))
    with pytest.raises(StrangeAnswer):
        enrol(http(canonical(sealed(code_key("FFFF-FFFF-FFFF-FFFF"), {"ed25519": "", "x25519": ""}))))


@pytest.mark.parametrize(
    "url",
    ["https://[abc", "https://a:99999999", "https://a:0", "https://a:x", "https://.a..b/", "https://", "", "mot-cua.vn", "ftp://a",
     "https:a", "https://a b", "https://a\n.vn", "https://x@a.vn", "https://a?x=1", "https://a#x", f"https://{'a' * 70}.vn", "//a", "[" * 99],
)  # fmt: skip
def test_an_address_that_is_none_has_its_own_sentence(url):
    with pytest.raises(WrongAddress):
        HttpSuperior().enrol(url, CODE, "H56.22.17", 1, bytes(32), keys=KEYS)


@pytest.mark.parametrize("url", ["http://10.0.0.1:8700", "http://mot-cua.vn", "http://localhost.mot-cua.vn"])
def test_enrolment_goes_over_tls_or_loopback_only(url):
    with pytest.raises(NotTrusted):
        HttpSuperior().enrol(url, CODE, "H56.22.17", 1, bytes(32), keys=KEYS)


def test_a_redirect_is_not_followed():
    """What is signed for one superior is not carried to another address."""
    with speaking(signed()) as elsewhere:
        there = f"Location: {elsewhere.url}/v1/head".encode()
        for status in ("301 Moved", "302 Found", "307 Temporary", "308 Permanent"):
            with pytest.raises(StrangeAnswer):
                head(http(b"", status, there))
            with pytest.raises(StrangeAnswer):
                enrol(http(b"", status, there))

    assert elsewhere.heard == []


def test_a_proxy_of_the_environment_is_not_asked(monkeypatch):
    """It would see a superior on loopback, and every signature."""
    with speaking(http(b"", "200 OK")) as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        assert head(signed()).seq == 7

    assert proxy.heard == []


def trickling(start):
    """Say `start`, then a byte often enough that no time-out between bytes ever ends it."""

    def answer(line):
        line.sendall(start)
        with suppress(OSError):
            for _ in range(400):  # 20 s, well beyond what the tests allow
                line.sendall(b"x")
                time.sleep(0.05)

    return answer


@pytest.mark.parametrize(
    "start",
    [b"", b"HTTP/1.1 200 OK\r\nX: y", b"HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\n",
     b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 60000\r\n\r\n", b"HTTP/1.1 403 No\r\nContent-Length: 60000\r\n\r\n"],
)  # fmt: skip
def test_a_superior_that_trickles_does_not_hold_the_desk(start):
    before = time.monotonic()
    with pytest.raises(LineCut):
        head(trickling(start), whole_s=0.5)

    assert time.monotonic() - before < 5


def test_after_a_question_that_took_too_long_the_next_is_answered():
    superior = HttpSuperior(whole_s=0.5)
    with speaking(trickling(b"")) as slow, pytest.raises(LineCut):
        superior.head(replace(ENROLMENT, url=slow.url), 1)
    with speaking(signed(counter=2)) as speaker:
        assert superior.head(replace(ENROLMENT, url=speaker.url), 2).seq == 7


def test_a_line_that_never_agrees_on_tls_does_not_hold_the_desk():
    before = time.monotonic()
    with speaking(trickling(b"\x16\x03\x03\x40\x00")) as speaker:
        secure = replace(ENROLMENT, url=speaker.url.replace("http:", "https:"))
        with pytest.raises(LineCut):
            HttpSuperior(whole_s=0.5).head(secure, 1)

    assert time.monotonic() - before < 5


def test_a_superior_that_reads_nothing_does_not_hold_the_desk():
    frames = [Frame(first=1, last=1, head=bytes(32), data=bytes(60_000), cases=1)] * 90
    before = time.monotonic()
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        enrolment = replace(ENROLMENT, url=f"http://127.0.0.1:{deaf.getsockname()[1]}")
        with pytest.raises(LineCut):
            HttpSuperior(margin_s=0.5).exchange(enrolment, 1, frames, 0, lambda _sent: None)

    assert time.monotonic() - before < 5


def test_the_line_is_kept_for_the_next_question_and_closed_when_the_superior_is_forgotten():
    """A handle that stayed open would leave the other side waiting for ever."""
    closed = threading.Event()

    def answer(line):
        for counter in (1, 2):
            line.sendall(signed(counter=counter))
            if counter == 1:
                assert line.recv(65536)
        if line.recv(65536) == b"":
            closed.set()

    with speaking(answer) as speaker:
        superior = HttpSuperior()
        assert [superior.head(replace(ENROLMENT, url=speaker.url), counter).seq for counter in (1, 2)] == [
            7,
            7,
        ]
        assert len(speaker.heard) == 1
        del superior
        gc.collect()
        assert closed.wait(5)


def test_a_line_on_which_nonsense_came_is_closed_at_once():
    closed = threading.Event()

    def answer(line):
        line.sendall(b"nonsense\r\n\r\n")
        if line.recv(9) == b"":
            closed.set()

    with speaking(answer) as speaker:
        superior = HttpSuperior()
        with pytest.raises(LineError):
            superior.head(replace(ENROLMENT, url=speaker.url), 1)
        assert closed.wait(5)


def test_a_request_arrives_as_it_was_packed():
    frames = [Frame(first=n, last=n, head=bytes(32), data=bytes([n]) * 30_000, cases=1) for n in (5, 6)]
    heard = bytearray()

    def answer(line, first):
        heard.extend(first)
        while len(heard) < 60_000:
            heard.extend(line.recv(65536))
        line.sendall(signed(counter=4))

    with socket.create_server(("127.0.0.1", 0)) as listening:

        def speak():
            line, _ = listening.accept()
            with line:
                answer(line, line.recv(65536))

        thread = threading.Thread(target=speak)
        thread.start()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        sent = []
        HttpSuperior().exchange(replace(ENROLMENT, url=url), 4, frames, 2, sent.append)
        thread.join()
    headers, _, body = bytes(heard).partition(b"\r\n\r\n")
    asked = unpack_request(body)

    assert (asked.after, asked.cursor, asked.frames) == (4, 2, tuple(frame.data for frame in frames))
    assert f"content-length: {len(body)}".encode() in headers.lower()
    assert sent == [*range(2048, len(body), 2048), len(body)]
