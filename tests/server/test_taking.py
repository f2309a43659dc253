"""Frames are taken once, in order and from one log; news go out whole and are asked for from a cursor."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sqlalchemy as sa
from support.ledger import CODE, FIRST, NOW, RECEIVED, SECOND, log, log_key, news, open_ledger, rows_of, take

from district_server.errors import Fork, Gap, Refused
from district_server.exchange import answer, take_frames
from district_server.ledger import case_record, desk, event, item
from wire.event import FIRST_PREVIOUS, digest_of, hash_of
from wire.exchange import pack_answer, unpack_answer
from wire.frame import encode
from wire.limits import ANSWER_BYTES, ITEMS_BYTES

pytestmark = pytest.mark.usefixtures("engine")

LOG = log(
    ("received", CODE, RECEIVED), ("completed", CODE, {}), ("handed_over", CODE, {"receiver": "applicant"}),
    ("received", "H56.22.17-261123-5002", RECEIVED),
)  # fmt: skip
FORK = log(("received", CODE, RECEIVED | {"note": "khác"}), ("completed", CODE, {}), ("completed", CODE, {}))


@pytest.fixture
def ledger(tmp_path):
    made = open_ledger(tmp_path / "superior")
    yield made
    made.close()


def everything(ledger):
    return [rows_of(ledger, *table.c) for table in (event, case_record, item, desk)]


def send(ledger, *events):
    take_frames(ledger, FIRST, [encode(events)])


def test_a_frame_after_a_gap_is_refused_and_changes_nothing(ledger):
    before = everything(ledger)
    with pytest.raises(Gap):
        send(ledger, *LOG[1:2])
    send(ledger, *LOG[:2])
    with pytest.raises(Gap):
        send(ledger, LOG[3])
    send(ledger, LOG[2])
    send(ledger, LOG[3])

    assert before != everything(ledger)
    assert rows_of(ledger, event.c.seq, event.c.hash) == [(one.seq, one.hash) for one in LOG]


@pytest.mark.parametrize("held", [1, 2, 3])
@pytest.mark.parametrize(("first", "last"), [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)])
def test_another_log_is_refused_wherever_its_frame_lies(ledger, held, first, last):
    """A copied disk: its frames end at, below or above what we hold, and begin anywhere."""
    send(ledger, *LOG[:held])
    before = everything(ledger)
    with pytest.raises(Gap if first > held else Fork):
        send(ledger, *FORK[first:last])

    assert everything(ledger) == before


@pytest.mark.parametrize("last", [1, 2, 3])
def test_the_same_again_is_taken_and_changes_nothing(ledger, last):
    send(ledger, *LOG[:3])
    before = everything(ledger)
    for first in range(last):
        send(ledger, *LOG[first:last])

    assert everything(ledger) == before


def test_what_stands_before_a_frame_is_part_of_it(ledger):
    """The same events after another past: their own hashes are right, and they are not of this log."""
    send(ledger, *LOG[:2])
    previous, made = b"\x01" * 32, []
    for one in LOG[2:]:
        digest = digest_of(log_key(FIRST), one.body)
        own = hash_of(previous, one.seq, one.kind, one.case_code, one.at, one.staff, digest)
        made.append(replace(one, prev_hash=previous, hash=own))
        previous = own
    for sent in (made, made[:1]):
        with pytest.raises(Fork):
            send(ledger, *sent)

    assert rows_of(ledger, desk.c.desk, desk.c.seq)[0] == (FIRST, 2)


def test_a_frame_of_another_desks_log_is_refused(ledger):
    with pytest.raises(Refused):
        take_frames(ledger, SECOND, [encode(LOG[:1])])

    assert rows_of(ledger, event.c.seq) == []


def test_frames_before_a_bad_one_stay_and_those_after_wait(ledger):
    with pytest.raises(Refused):
        take_frames(ledger, FIRST, [encode(LOG[:1]), b"QF2\nx", encode(LOG[1:2])])

    assert rows_of(ledger, desk.c.desk, desk.c.seq)[0] == (FIRST, 1)


def test_a_changed_head_hash_is_refused(ledger):
    frame = bytearray(encode(LOG[:2]))
    frame[16 + 32] ^= 1  # in the hash of the last event
    with pytest.raises(Refused):
        take_frames(ledger, FIRST, [bytes(frame)])

    assert rows_of(ledger, event.c.seq) == []


def refuse(ledger, many, sentence="x", name=FIRST):
    with ledger.act() as connection:
        for n in range(many):
            row = {"desk": name, "seq": n + 1, "code": "bad_body", "sentence": sentence, "who_acts": "desk"}
            connection.execute(sa.insert(item), row)


def test_news_are_told_from_the_cursor_on_and_to_their_own_desk(ledger):
    refuse(ledger, 2)
    refuse(ledger, 1, name=SECOND)
    refuse(ledger, 1)

    assert [one.cursor for one in answer(ledger, FIRST, 0, NOW).items] == [1, 2, 4]
    assert [one.cursor for one in answer(ledger, FIRST, 1, NOW).items] == [2, 4]
    assert answer(ledger, FIRST, 2, NOW).cursor == 4
    assert (answer(ledger, FIRST, 4, NOW).items, answer(ledger, FIRST, 4, NOW).cursor) == ((), 4)
    assert [one.cursor for one in answer(ledger, SECOND, 0, NOW).items] == [3]


def test_news_that_are_many_come_in_parts_that_fit(ledger):
    refuse(ledger, 300, sentence="Mã hồ sơ đã có ở cấp trên; hãy lập lại với mã khác.")
    cursor, heard = 0, []
    while part := answer(ledger, FIRST, cursor, NOW):
        assert len(pack_answer(part)) <= ITEMS_BYTES
        if not part.items:
            break
        heard += [one.cursor for one in part.items]
        cursor = part.cursor

    assert heard == list(range(1, 301))


def test_news_that_never_fit_hold_nothing_up(ledger):
    refuse(ledger, 1, sentence="x" * (2 * ITEMS_BYTES))
    refuse(ledger, 1)
    first = answer(ledger, FIRST, 0, NOW)

    assert [one.cursor for one in first.items] == [1]
    assert [one.cursor for one in answer(ledger, FIRST, first.cursor, NOW).items] == [2]


def test_a_sentence_holds_no_more_than_a_clerk_can_read(ledger):
    """Values come from the desk's own events and may be as long as a body."""
    long = "9" * 30_000
    take(
        ledger,
        ("received", long, RECEIVED),
        ("completed", long, {}),
        ("received", CODE, RECEIVED | {"procedure": long}),
        ("received", "\n\u202e" + "\u0301" * 900, RECEIVED),
    )
    told = answer(ledger, FIRST, 0, NOW)

    assert news(ledger) == [
        (1, "foreign_number"),
        (2, "unknown_case"),
        (3, "bad_body"),
        (4, "foreign_number"),
    ]
    assert all(len(one.sentence) < 200 and one.sentence.isprintable() for one in told.items)
    assert unpack_answer(pack_answer(told)) == told
    assert len(pack_answer(told)) < ANSWER_BYTES


def test_a_log_begins_after_thirty_two_zero_bytes(ledger):
    assert LOG[0].prev_hash == FIRST_PREVIOUS == answer(ledger, FIRST, 0, NOW).hash
