"""The superior takes bytes of a scan only where a stored event names them, and only in order."""

from __future__ import annotations

import hashlib
import io
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from support.ledger import CODE, FIRST, NOW, RECEIVED, SECOND, news, open_ledger, rows_of, take
from support.scanner import noise

from district_server import ledger, scans
from wire.canonical import canonical
from wire.errors import BadFrame
from wire.scans import (
    ASKED,
    PART_BYTES,
    SCAN_BYTES,
    Held,
    Part,
    pack_asked,
    pack_held,
    pack_part,
    unpack_asked,
    unpack_held,
    unpack_part,
)

pytestmark = pytest.mark.usefixtures("engine")

DATA = noise(2 * PART_BYTES + 5)
NAME = hashlib.sha256(DATA).digest()
BODY = {"sha256": NAME.hex(), "size": len(DATA), "pages": 1}


@pytest.fixture
def held(engine, tmp_path):
    made = open_ledger(tmp_path)
    take(made, ("received", CODE, RECEIVED), ("scan_attached", CODE, BODY))
    yield made
    made.close()


def part(start, end, data=DATA):
    return Part(sha256=NAME, offset=start, data=data[start:end])


def send(made, *parts, desk=FIRST):
    return [scans.take_part(made, desk, one, NOW) for one in parts][-1]


def test_parts_of_any_length_come_together(held):
    assert send(held, part(0, 1)) == Held(bytes=1, state="waiting")
    assert send(held, part(1, 20_000)) == Held(bytes=20_000, state="waiting")
    assert scans.read(held, FIRST, NAME) == b"", "nothing is shown before it is whole"
    assert send(held, part(20_000, len(DATA))) == Held(bytes=len(DATA), state="whole")
    assert scans.read(held, FIRST, NAME) == DATA


def test_what_came_twice_or_overlaps_or_leaves_a_gap_changes_nothing_wrong(held):
    send(held, part(0, 9000))
    assert send(held, part(0, 9000)).bytes == 9000
    assert send(held, part(10_000, 12_000)).bytes == 9000
    assert send(held, part(4000, 12_000)).bytes == 12_000
    assert send(held, part(12_000, 28_000), part(28_000, len(DATA))).state == "whole"
    assert send(held, part(0, 9000)) == Held(bytes=len(DATA), state="whole")
    assert scans.read(held, FIRST, NAME) == DATA


def test_another_content_begins_anew(held):
    spoilt = bytes(len(DATA))
    assert send(held, part(0, 16_000, spoilt), part(16_000, 32_000), part(32_000, len(DATA))).state == "wrong"
    assert rows_of(held, ledger.scan_part.c.start) == []
    assert scans.held(held, FIRST, [NAME]) == [Held(bytes=0, state="waiting")]
    assert send(held, part(0, 16_000), part(16_000, 32_000), part(32_000, len(DATA))).state == "whole"


def test_more_than_the_event_says_is_not_kept(held):
    longer = DATA + b"more"
    assert (
        send(held, part(0, 16_000), part(16_000, 32_000), part(32_000, len(longer), longer)).state == "wrong"
    )
    assert rows_of(held, ledger.scan_part.c.start) == []


def test_a_scan_that_nothing_names_or_another_desk_named_is_unknown(held):
    unknown = Held(bytes=0, state="unknown")
    assert send(held, Part(sha256=bytes(32), offset=0, data=b"x")) == unknown
    assert send(held, part(0, 100), desk=SECOND) == unknown
    assert scans.held(held, SECOND, [NAME, bytes(32)]) == [unknown, unknown]
    send(held, part(0, 16_000), part(16_000, 32_000), part(32_000, len(DATA)))
    take(held, ("scan_attached", CODE, BODY), desk=SECOND)
    assert scans.held(held, SECOND, [NAME]) == [Held(bytes=0, state="waiting")], (
        "its own bytes are asked of each"
    )


@pytest.mark.parametrize(
    "body",
    [
        {}, {"sha256": NAME.hex()}, {"sha256": NAME.hex().upper(), "size": 1}, {"sha256": 5, "size": 1},
        {"sha256": NAME.hex(), "size": 0}, {"sha256": NAME.hex(), "size": SCAN_BYTES + 1},
        {"sha256": NAME.hex(), "size": True}, {"sha256": NAME.hex(), "size": "7"}, {"sha256": "0" * 63, "size": 1},
    ],
)  # fmt: skip
def test_an_event_that_names_nothing_usable_is_told_to_the_desk(tmp_path, body):
    made = open_ledger(tmp_path)
    take(
        made,
        ("scan_attached", CODE, body),
        ("scan_attached", None, BODY),
        ("scan_removed", CODE, {"sha256": "x"}),
    )

    assert news(made) == [(1, "bad_body"), (2, "bad_body"), (3, "bad_body")]
    assert rows_of(made, ledger.scan_content.c.size) == []
    made.close()


def test_a_second_size_for_one_name_does_not_stretch_what_is_taken(held):
    take(held, ("scan_attached", "H56.22.17-261123-5002", BODY | {"size": SCAN_BYTES}))
    assert send(held, part(0, 16_000), part(16_000, 32_000), part(32_000, len(DATA))).state == "whole"


def test_a_desk_has_its_room_and_takes_no_more(held, monkeypatch):
    monkeypatch.setattr(scans, "DESK_BYTES", len(DATA))
    other = noise(100, 3)
    name = hashlib.sha256(other).digest()
    take(held, ("scan_attached", CODE, {"sha256": name.hex(), "size": 100, "pages": 1}))
    send(held, part(0, 16_000))
    assert send(held, Part(sha256=name, offset=0, data=other)) == Held(bytes=0, state="full")
    assert send(held, part(16_000, 32_000), part(32_000, len(DATA))).state == "whole", (
        "what was begun is finished"
    )


def test_a_file_from_a_stick_goes_on_where_the_line_stopped(held):
    send(held, part(0, 7000))
    opened = io.BytesIO(DATA)

    assert scans.take_whole(held, FIRST, NAME, lambda: opened, NOW) == Held(bytes=len(DATA), state="whole")
    assert scans.take_whole(held, FIRST, bytes(32), lambda: opened, NOW).state == "unknown"
    assert scans.read(held, FIRST, NAME) == DATA


def test_a_cut_or_longer_file_from_a_stick_does_not_stand(held):
    cut = scans.take_whole(held, FIRST, NAME, lambda: io.BytesIO(DATA[:-1]), NOW)
    assert cut == Held(bytes=len(DATA) - 1, state="waiting")
    longer = scans.take_whole(held, FIRST, NAME, lambda: io.BytesIO(DATA + b"more"), NOW)
    assert longer.state == "wrong"
    assert scans.read(held, FIRST, NAME) == b""


def test_the_protocol_takes_nothing_but_its_own_words():
    for body in (
        b"",
        b"{}",
        b'{"scans":[]}',
        b'{"scans":["x"]}',
        b'{"scans":7}',
        b"[" * 9999,
        pack_asked([NAME] * (ASKED + 1)),
    ):
        with pytest.raises(BadFrame):
            unpack_asked(body)
    for body in (b"", NAME, pack_part(part(0, 0)), pack_part(Part(sha256=NAME, offset=0, data=bytes(PART_BYTES + 1))),
                 pack_part(Part(sha256=NAME, offset=2**63, data=b"x"))):  # fmt: skip
        with pytest.raises(BadFrame):
            unpack_part(body)
    for told in (
        [],
        [1],
        [[1]],
        [[-1, "waiting"]],
        [[1, "soon"]],
        [[True, "whole"]],
        [[SCAN_BYTES + 1, "whole"]],
        [[0, "whole"]] * 2,
    ):
        with pytest.raises(BadFrame):
            unpack_held(canonical({"held": told}), 1)
    assert unpack_held(pack_held([Held(bytes=3, state="whole")]), 1) == [Held(bytes=3, state="whole")]
    assert unpack_part(pack_part(part(3, 9))) == part(3, 9)


def test_scans_of_one_desk_are_not_reckoned_to_another(held):
    send(held, part(0, 16_000))
    with held.act() as connection:
        assert connection.execute(sa.select(ledger.scan_part.c.desk).distinct()).scalars().all() == [FIRST]


def test_a_strange_case_code_names_a_scan_on_every_engine(engine, tmp_path):
    made = open_ledger(tmp_path)
    take(made, ("scan_attached", "A\0B", BODY))
    assert (scans.held(made, FIRST, [NAME]), news(made)) == ([Held(bytes=0, state="waiting")], [])
    take(made, ("scan_removed", "A\0B", BODY))
    assert (scans.held(made, FIRST, [NAME]), news(made)) == ([Held(bytes=0, state="unknown")], [])
    made.close()


def test_a_scan_that_is_taken_off_while_a_part_comes_leaves_no_part_behind(held):
    """A part without its scan would lie in the way of the same scan when it is attached again."""
    begun, go_on = threading.Event(), threading.Event()

    def wait(_connection, _cursor, statement, *_rest):
        if statement.startswith("INSERT INTO scan_part"):
            begun.set()
            go_on.wait(1)  # the other may wait for us as long as it likes

    sa.event.listen(held._engine, "before_cursor_execute", wait)
    with ThreadPoolExecutor(2) as pool:
        sending = pool.submit(send, held, part(0, 9000))
        begun.wait(9)
        removing = pool.submit(take, held, ("scan_removed", CODE, BODY))
        time.sleep(0.5)  # it has deleted what it could see, or waits for us
        go_on.set()
        assert sending.result().bytes == 9000
        removing.result()
    sa.event.remove(held._engine, "before_cursor_execute", wait)

    assert rows_of(held, ledger.scan_part.c.start) == []
    take(held, ("scan_attached", CODE, BODY))
    assert send(held, part(0, 9000)) == Held(bytes=9000, state="waiting")
