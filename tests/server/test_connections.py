"""What becomes of connections of which no request comes: over real sockets, with waits of less than a second."""

from __future__ import annotations

import socket
import ssl
import sys
import threading
import time
from contextlib import contextmanager

import pytest
from support.certificate import chain, needs_openssl
from support.waiting import until

from district_server.connection import HEAD_S, Connection
from district_server.counts import Counts
from district_server.ledger import Ledger
from district_server.listening import DEAD_S, listen
from district_server.serving import KEEP_S, Served, server_of

PATIENCE_S = 20.0
ASK = b"GET /healthz HTTP/1.1\r\nHost: here\r\n\r\n"
FORM = b"POST /tra-cuu HTTP/1.1\r\nHost: here\r\nContent-Type: application/x-www-form-urlencoded\r\n"


class Hasty(Connection):
    """Waits for a head as shortly as a test can."""

    head_s = 0.5
    rest_s = 1.0


@contextmanager
def served(folder, *, certificate=None, key=None, connection=Hasty):
    """Serve an empty ledger from this process; gives the server and where it listens."""
    told = Served(
        place=folder / "superior", starts_at=None, tls_cert=certificate, tls_key=key, behind_proxy=False, token=""
    )  # fmt: skip
    ledger = Ledger(told.place)
    server = server_of(ledger, told, Counts(1), connection)
    with listen("127.0.0.1", 0) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        until(lambda: server.started)
        try:
            yield server, listening.getsockname()
        finally:
            server.should_exit = True
            thread.join(PATIENCE_S)
            ledger.close()


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    with served(tmp_path_factory.mktemp("connections")) as (_, where):
        yield where


@pytest.fixture
def line(place):
    with socket.create_connection(place, PATIENCE_S) as made:
        yield made


def answered(line):
    """Return the status of the next answer, which is read whole."""
    read = b""
    while b"\r\n\r\n" not in read:
        piece = line.recv(4096)
        assert piece, "it was closed instead"
        read += piece
    head, _, body = read.partition(b"\r\n\r\n")
    length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
    while len(body) < length:
        body += line.recv(4096)
    return int(head.split(b" ")[1])


def closed_after(line, *, trickling=b""):
    """Return the seconds until the other side closes; `trickling` goes there byte by byte meanwhile."""
    began, pause = time.monotonic(), threading.Event()
    for byte in trickling:
        assert time.monotonic() < began + PATIENCE_S, "it was not closed"
        line.settimeout(0.05)
        try:
            line.sendall(bytes([byte]))
            if line.recv(1) == b"":
                break
        except TimeoutError:
            pause.wait(0.02)
        except ConnectionError:
            break
    else:
        line.settimeout(PATIENCE_S)
        assert line.recv(1) == b""
    return time.monotonic() - began


@pytest.mark.parametrize("begun", [b"", ASK[:9], ASK[:-2]], ids=["nothing", "half a line", "all but the end"])
def test_a_connection_without_a_whole_head_is_closed(line, begun):
    line.sendall(begun)

    assert closed_after(line) >= Hasty.head_s / 2


def test_a_head_that_trickles_is_closed_as_well(line):
    """Else a byte a second held a descriptor for ever."""
    closed_after(line, trickling=ASK[:-2] * 100)


def test_half_a_head_behind_an_answer_is_closed(line):
    """The server's library ends its own waiting for the next request at the first byte that comes."""
    line.sendall(ASK)
    assert answered(line) == 200
    line.sendall(ASK[:9])

    assert closed_after(line) >= Hasty.head_s / 2


def test_a_body_may_take_its_time_and_so_may_the_next_request(line):
    """Of the head alone the time is short; a desk's line is slow, and its connection is kept for a minute."""
    form, pause = b"case_code=H56.22.17-261123-5001&proof=12345678", threading.Event()
    line.sendall(FORM + b"Content-Length: %d\r\n\r\n" % len(form))
    for byte in form:
        line.sendall(bytes([byte]))
        pause.wait(0.03)  # 1.4 s together
    assert answered(line) == 200
    pause.wait(Hasty.head_s * 2)
    line.sendall(ASK)

    assert answered(line) == 200


def test_what_is_left_of_a_body_that_was_answered_has_an_end_and_a_whole_one_is_followed_by_the_next(line):
    """Nobody reads it, so nobody would give it up."""
    size = 40
    for _ in range(2):
        line.sendall(b"POST /nowhere HTTP/1.1\r\nHost: here\r\nContent-Length: %d\r\n\r\n" % size)
        assert answered(line) == 404
        line.sendall(bytes(size))
    line.sendall(ASK)
    assert answered(line) == 200
    line.sendall(b"POST /nowhere HTTP/1.1\r\nHost: here\r\nContent-Length: 10000\r\n\r\n")
    assert answered(line) == 404

    closed_after(line, trickling=bytes(9000))


def test_a_connection_that_was_answered_and_then_given_the_rest_of_its_body_is_not_kept_for_ever(line):
    line.sendall(b"POST /nowhere HTTP/1.1\r\nHost: here\r\nContent-Length: 10\r\n\r\n")
    assert answered(line) == 404
    line.sendall(bytes(10))

    assert closed_after(line) >= Hasty.head_s / 2


@needs_openssl
def test_with_tls_it_is_closed_too(tmp_path):
    authority, pem, key = chain(tmp_path)
    with served(tmp_path, certificate=pem, key=key) as (server, where):
        outside = ssl.create_default_context(cafile=authority)
        with socket.create_connection(where, PATIENCE_S) as bare, outside.wrap_socket(
            bare, server_hostname="127.0.0.1"
        ) as line:  # fmt: skip
            line.sendall(ASK)
            assert answered(line) == 200
            line.sendall(ASK[:9])
            closed_after(line)
        until(lambda: not server.server_state.connections)


def test_the_server_forgets_what_it_closed_and_ends_while_others_wait(tmp_path):
    with served(tmp_path) as (server, where):
        lines = [socket.create_connection(where, PATIENCE_S) for _ in range(20)]
        for line in lines:
            closed_after(line)
        until(lambda: not server.server_state.connections)
        lines += [socket.create_connection(where, PATIENCE_S) for _ in range(3)]
        until(lambda: len(server.server_state.connections) == 3)
    for line in lines:
        line.close()


def test_outside_of_tests_a_head_has_a_minute():
    assert (Connection.head_s, HEAD_S, KEEP_S) == (60, 60, 60)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is not inherited, or named otherwise")
def test_whoever_is_let_in_is_asked_for_a_sign_of_life():
    """A PC without power says nothing: only the kernel can find out, and only where it was told to."""
    tcp = socket.IPPROTO_TCP
    with listen("127.0.0.1", 0) as listening, socket.create_connection(listening.getsockname()), listening.accept()[0] as inside:  # fmt: skip
        silent = inside.getsockopt(tcp, socket.TCP_KEEPIDLE) + inside.getsockopt(
            tcp, socket.TCP_KEEPINTVL
        ) * inside.getsockopt(tcp, socket.TCP_KEEPCNT)

        assert inside.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
        assert inside.getsockopt(tcp, socket.TCP_USER_TIMEOUT) == DEAD_S * 1000
        assert silent == DEAD_S
