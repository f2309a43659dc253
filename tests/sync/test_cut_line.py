"""Whoever locks the desk cuts an exchange that is under way, wherever it is stuck."""

from __future__ import annotations

import contextlib
import socket
import threading
import time

import pytest

from desk_app.domain.errors import LineCut, SuperiorAway
from desk_app.domain.superior import Enrolment
from desk_app.sync.superior_api import HttpSuperior

SOON_S = 5.0  # of 30 that the line itself would wait


def enrolment(port):
    zeros = bytes(32)
    return Enrolment(
        url=f"http://127.0.0.1:{port}", agency_code="H56.22.17", desk=1, superior_key=zeros,
        superior_box_key=zeros, signing_key=zeros, box_key=zeros,
    )  # fmt: skip


@pytest.fixture
def stuck():
    """Return a port where nothing ever comes to an end, and what is set once somebody got there."""
    with contextlib.ExitStack() as stack, socket.create_server(("127.0.0.1", 0)) as listening:
        there = threading.Event()

        def answer(head):
            connection, _ = listening.accept()
            stack.enter_context(connection)
            connection.recv(65536)
            connection.sendall(head)
            there.set()

        def starting(head):
            thread = threading.Thread(target=answer, args=(head,))
            thread.start()
            stack.callback(thread.join)
            return listening.getsockname()[1], there

        yield starting


def cut_when(there, superior):
    there.wait(SOON_S)
    superior.cut()


@pytest.mark.parametrize(
    "head", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nx", b"HTTP/1.1 200 OK\r\n\r\nx"],
    ids=["before the answer", "inside the answer", "inside an answer without a length"],
)  # fmt: skip
def test_a_line_that_waits_is_cut(stuck, head):
    port, there = stuck(head)
    superior = HttpSuperior()
    cutter = threading.Thread(target=cut_when, args=(there, superior))
    cutter.start()
    began = time.monotonic()
    with pytest.raises(LineCut):
        superior.head(enrolment(port), 1)
    cutter.join()

    assert time.monotonic() - began < SOON_S


def test_a_connection_that_is_being_made_is_cut():
    with contextlib.ExitStack() as stack:
        full = stack.enter_context(socket.socket())
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for _ in range(4):  # whoever comes after these is not even refused
            waiting = stack.enter_context(socket.socket())
            waiting.settimeout(0)
            waiting.connect_ex(full.getsockname())
        superior, result = HttpSuperior(), []

        def ask():
            try:
                superior.head(enrolment(full.getsockname()[1]), 1)
            except LineCut as error:
                result.append(error)

        asking = threading.Thread(target=ask)
        asking.start()
        asking.join(0.5)
        assert asking.is_alive()
        superior.cut()
        asking.join(SOON_S)

        assert not asking.is_alive()
        assert len(result) == 1


def test_a_cut_line_begins_nothing_more():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0)
        superior = HttpSuperior()
        superior.cut()
        with pytest.raises(LineCut):
            superior.head(enrolment(listening.getsockname()[1]), 1)
        with pytest.raises(BlockingIOError):
            listening.accept()  # nobody came


def test_a_port_where_nobody_listens_is_still_told_apart():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(SuperiorAway):
        HttpSuperior().head(enrolment(port), 1)
