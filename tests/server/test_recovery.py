"""Who gets a log: its own desk, with the log's key, part after bounded part; everybody else gets nothing and costs little."""

from __future__ import annotations

import json
import logging
from datetime import timedelta

import pytest
import sqlalchemy as sa
from support.engines import options_of
from support.ledger import CODE, FIRST, NOW, RECEIVED, SECOND, log_key, open_ledger, rows_of, take

from district_server import desks, recovery
from district_server.__main__ import main
from district_server.errors import CannotServe, UnknownSigner, WrongCode
from district_server.ledger import desk, enrolment_code, recovery_key
from wire.enrolment import check_seal, code_key, sealed
from wire.errors import BadSignature
from wire.event import FIRST_PREVIOUS
from wire.frame import decode, read_head
from wire.recovery import PART_BYTES, log_proof, open_sealed, sheet_key, sheet_seed
from wire.signatures import box_public_key, bytes_of, public_key, sign_request, text_of

pytestmark = pytest.mark.usefixtures("engine")

WORDS = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ"


@pytest.fixture
def ledger(engine, tmp_path):
    made = open_ledger(tmp_path / "superior")
    take(made, ("received", CODE, RECEIVED), ("completed", CODE, {}))
    with made.act() as connection:
        connection.execute(sa.insert(recovery_key), {"desk": FIRST, "key": sheet_key(WORDS)})
    yield made
    made.close()


def message(code, name=FIRST, **changes):
    said = {
        "desk": name,
        "ed25519": text_of(public_key(b"s" * 32)),
        "x25519": text_of(box_public_key(b"x" * 32)),
    }
    return sealed(code_key(code), said | changes)


def granted(ledger, **how):
    code = desks.new_enrolment(ledger, "H56.22.17", 1, "UBND xã Tân Lập", NOW)
    recovery.allow(ledger, FIRST, code, **({"needs_sheet": True} | how))
    return code


def part(ledger, after, name=FIRST, proof=None, counter=7):
    return recovery.part_of_log(
        ledger, name, counter, after, proof or log_proof(log_key(name), name, counter)
    )


def test_the_log_comes_in_parts_that_lead_to_the_head(ledger, monkeypatch):
    monkeypatch.setattr(recovery, "EVENTS_A_PART", 1)
    events = [one for after in (0, 1) for one in decode(part(ledger, after).frame, log_key(FIRST))]

    assert [one.kind for one in events] == ["received", "completed"]
    assert (events[0].prev_hash, events[1].prev_hash) == (FIRST_PREVIOUS, events[0].hash)
    assert (part(ledger, 2).seq, part(ledger, 2).hash, part(ledger, 2).frame) == (2, events[1].hash, b"")
    assert part(ledger, 2**52).frame == b""


def test_large_bodies_make_small_parts_and_each_is_given(ledger):
    for n in range(8):
        take(
            ledger,
            ("note", None, {"x": "".join(chr(0x4E00 + (n * 7919 + k * k) % 20000) for k in range(7000))}),
        )
    after, parts = 0, 0
    while (given := part(ledger, after)).frame:
        assert len(given.frame) <= PART_BYTES or read_head(given.frame).count == 1
        after, parts = read_head(given.frame).last, parts + 1

    assert after == 10
    assert parts > 3


@pytest.mark.parametrize(
    "proof", ["x", "é", "0" * 64, log_proof(log_key(FIRST), FIRST, 8), log_proof(log_key(SECOND), FIRST, 7)]
)
def test_without_the_logs_key_there_is_no_log(ledger, proof):
    with pytest.raises(UnknownSigner):
        part(ledger, 0, proof=proof)


def test_a_code_recovers_once_and_only_the_sheet_opens_what_it_gives(ledger):
    code = granted(ledger)
    said = message(code, recovery=text_of(b"n" * 32))
    answer = recovery.recover(ledger, said, NOW)
    boxes = [bytes_of(box) for box in answer["sealed"]]

    check_seal(code_key(code), answer, after=said["mac"])
    assert open_sealed(sheet_seed(WORDS), boxes) == log_key(FIRST)
    with pytest.raises(BadSignature):
        open_sealed(b"x" * 32, boxes)
    assert log_key(FIRST) not in json.dumps(answer).encode()
    assert [row[0] for row in rows_of(ledger, desk.c.log_key) if row[0] == log_key(FIRST)], (
        "the log keeps its key"
    )
    with pytest.raises(WrongCode):  # another sheet is another message
        recovery.recover(ledger, message(code), NOW)


def test_a_lost_answer_is_given_again_also_for_a_sheet_that_is_no_more_among_the_newest(ledger, caplog):
    caplog.set_level(logging.INFO, "district_server")
    for n in range(3):  # the sheet in the safe is now the oldest of four
        with ledger.act() as connection:
            desks.keep_sheet(connection, FIRST, {"recovery": text_of(box_public_key(bytes([n]) * 32))})
    code = granted(ledger)
    said = message(code, recovery=text_of(b"n" * 32))
    first = recovery.recover(ledger, said, NOW)
    desks.authenticate(
        ledger,
        {
            "desk": FIRST,
            "counter": "3",
            "signature": sign_request(b"s" * 32, "POST", "/v1/log", FIRST, 3, b""),
        },
        "POST",
        "/v1/log",
        b"",
    )
    before = [rows_of(ledger, *table.c) for table in (desk, enrolment_code, recovery_key)]
    again = recovery.recover(ledger, said, NOW + desks.CODE_LIVES)

    assert {**again, "server_time": 0, "mac": 0} == {**first, "server_time": 0, "mac": 0}
    assert open_sealed(sheet_seed(WORDS), [bytes_of(box) for box in again["sealed"]]) == log_key(FIRST)
    assert [rows_of(ledger, *table.c) for table in (desk, enrolment_code, recovery_key)] == before
    assert [record.getMessage() for record in caplog.records] == ["recover"]
    for other, at in (
        (message(code, recovery=text_of(b"o" * 32)), NOW),
        (message(code, recovery=text_of(b"n" * 32), ed25519=text_of(public_key(b"o" * 32))), NOW),
        (said, NOW + desks.CODE_LIVES + timedelta(seconds=1)),
    ):
        with pytest.raises(WrongCode):
            recovery.recover(ledger, other, at)
    with pytest.raises(WrongCode):  # nor for the other purpose
        desks.enrol(ledger, said, NOW)
    assert [rows_of(ledger, *table.c) for table in (desk, enrolment_code, recovery_key)] == before


def test_a_common_code_recovers_nothing_also_with_the_number_of_one_that_did(ledger):
    granted(ledger)
    common = desks.new_enrolment(ledger, "H56.22.17", 1, "UBND xã Tân Lập", NOW)
    with pytest.raises(WrongCode):
        recovery.recover(ledger, message(common), NOW)

    assert rows_of(ledger, enrolment_code.c.wrong) == [(1,)]


def test_without_the_sheet_the_key_is_sealed_to_the_machine(ledger):
    answer = recovery.recover(ledger, message(granted(ledger, needs_sheet=False)), NOW)

    assert open_sealed(b"x" * 32, [bytes_of(box) for box in answer["sealed"]]) == log_key(FIRST)


@pytest.mark.parametrize(
    "changes",
    [{"mac": "\ud800"}, {"mac": None}, {"ed25519": ""}, {"x25519": text_of(bytes(31))}, {"x25519": 5}, {"more": 2**70}, {"desk": SECOND},
     {"desk": None}],
)  # fmt: skip
def test_a_strange_message_lets_nobody_in(ledger, changes):
    before = rows_of(ledger, desk.c.desk, desk.c.ed25519)
    with pytest.raises(WrongCode):
        recovery.recover(ledger, message(granted(ledger)) | changes, NOW)

    assert rows_of(ledger, desk.c.desk, desk.c.ed25519) == before


@pytest.mark.parametrize("needs_sheet", [True, False])
def test_a_key_that_nothing_can_be_sealed_to_is_a_wrong_try(ledger, needs_sheet):
    """A point of a small order ended the request without an answer, as did a sheet of such a key for ever after."""
    code = granted(ledger, needs_sheet=needs_sheet)
    with pytest.raises(WrongCode):
        recovery.recover(ledger, message(code, x25519=text_of(bytes(32))), NOW)
    assert rows_of(ledger, enrolment_code.c.wrong) == [(1,)]
    with ledger.act() as connection:
        connection.execute(sa.insert(recovery_key), {"desk": FIRST, "key": bytes(32)})

    assert len(recovery.recover(ledger, message(code), NOW)["sealed"]) == 1


def test_the_newest_sheets_are_kept_and_each_once(ledger):
    for n in (1, 2, 3, 4, 5, 5, 4):
        with ledger.act() as connection:
            desks.keep_sheet(connection, FIRST, {"recovery": text_of(bytes([n]) * 32)})
    kept = [key[0] for (key,) in rows_of(ledger, recovery_key.c.key)]

    assert sorted(kept) == [2, 3, 4, 5]
    for odd in (
        {},
        {"recovery": "!"},
        {"recovery": 5},
        {"recovery": text_of(b"short")},
        {"recovery": text_of(bytes(32))},
    ):
        with ledger.act() as connection:
            desks.keep_sheet(connection, FIRST, odd)
    assert len(rows_of(ledger, recovery_key.c.key)) == 4


def test_nothing_is_allowed_where_there_is_no_log_or_no_sheet(ledger):
    code = desks.new_enrolment(ledger, "H56.22.17", 2, "x", NOW)
    with pytest.raises(CannotServe, match="Chưa giữ nhật ký"):
        recovery.allow(ledger, SECOND, code, needs_sheet=True)
    with ledger.act() as connection:
        connection.execute(sa.delete(recovery_key))
    with pytest.raises(CannotServe, match="--without-sheet"):
        granted(ledger)


def test_a_slip_that_cannot_recover_ends_none_that_was_given_before(engine, tmp_path, capsys):
    made = open_ledger(tmp_path / "superior")
    desks.new_enrolment(made, "H56.22.17", 1, "UBND xã Tân Lập", NOW)
    before = rows_of(made, enrolment_code.c.key)
    asked = ["enrol", *options_of(tmp_path / "superior"), "--agency", "H56.22.17", "--name", "x", "--recover"]
    assert main(asked) == 2
    kept = rows_of(made, enrolment_code.c.key)
    made.close()

    assert "không có --recover" in capsys.readouterr().err
    assert kept == before
