"""The benchmark's proxy carries what it is given: its figures would be worth nothing if bytes were lost or out of order."""

from __future__ import annotations

import hashlib
import random
import socket
import threading

import pytest

from benchmarks.line.lines import DYING, Line
from benchmarks.line.proxy import joined

FAST = Line(rate=80_000_000, round_trip=0.002)
DAY = random.Random(4).randbytes(300_000)


def talk(link, *, answer: bytes) -> tuple[bytes, bytes]:
    """Send DAY to a superior that answers when it has it all; return what each end heard."""
    heard = []
    with socket.create_server((link.host, link.port)) as listening:
        listening.settimeout(30)

        def superior() -> None:
            here, _ = listening.accept()
            with here:
                here.settimeout(30)
                heard.append(here.makefile("rb").read(len(DAY)))
                here.sendall(answer)

        serving = threading.Thread(target=superior)
        serving.start()
        host, port = link.at.split(":")
        with socket.create_connection((host, int(port)), timeout=30) as desk:
            desk.sendall(DAY)
            told = desk.makefile("rb").read()
        serving.join()
    return heard[0], told


def test_bytes_pass_whole_and_in_order_and_are_counted_both_ways(tmp_path):
    answer = hashlib.sha256(DAY).digest() * 1000
    with joined(FAST, tmp_path) as link:
        heard, told = talk(link, answer=answer)

    assert heard == DAY
    assert told == answer
    assert link.counted["up"]["payload"] == len(DAY)
    assert link.counted["down"]["payload"] == len(answer)
    assert (link.counted["connections"], link.counted["turns"]) == (1, 1)


def test_a_connection_goes_on_after_a_cut_that_it_survives(tmp_path):
    line = Line(rate=8_000_000, round_trip=0.002, up=(0.05, 0.1), down=0.1, after="goes on")
    with joined(line, tmp_path) as link:
        heard, _ = talk(link, answer=b"ok")

    assert heard == DAY
    assert link.counted["cuts"] > 0


def test_a_cut_that_resets_is_an_error_at_the_desk(tmp_path):
    line = Line(rate=8_000, round_trip=0.002, up=(0.05, 0.1), down=0.0, after="reset", most_cuts=1)
    with joined(line, tmp_path) as link, socket.create_server((link.host, link.port)):
        host, port = link.at.split(":")
        with socket.create_connection((host, int(port)), timeout=30) as desk, pytest.raises(ConnectionError):
            desk.sendall(DAY * 100)  # more than any buffer on the way takes


def test_the_cuts_of_a_seed_are_always_the_same_and_end_where_they_should():
    assert list(DYING.cuts_of()) == list(DYING.cuts_of())
    assert len(list(DYING.cuts_of())) == 1
    assert list(Line().cuts_of()) == []
