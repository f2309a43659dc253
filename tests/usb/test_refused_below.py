"""What the desk does not take from a stick changes nothing there, and is told in one sentence."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from support.desk import receive
from support.usb import (
    back,
    export,
    state,
    take,
)

from desk_app.domain.errors import (
    AnswerChanged,
    AnswerCut,
    AnswerForOther,
    AnswerFromOther,
    AnswerToOther,
    CounterFellBack,
    NoStick,
    NotAnAnswer,
    NotEnrolled,
    OurOwnParcel,
)


def unmoved(store, clock, file, error):
    before = state(store)
    with pytest.raises(error) as told:
        back(file, store, clock)
    assert state(store) == before
    assert file.name in str(told.value) or error is NoStick


def test_files_that_are_no_acknowledgement_for_this_desk_are_told_apart(
    tmp_path, store, ledger, file, clock, paired
):
    unmoved(store, clock, file, OurOwnParcel)
    unmoved(store, clock, file.parent / "none.qmc", NoStick)
    junk = file.parent / "junk.qmc"
    junk.write_bytes(b"%PDF-1.7 and so on")
    unmoved(store, clock, junk, NotAnAnswer)
    _, ack = take(ledger, file)
    data = ack.read_bytes()
    for size in (2, 300, len(data) - 1):
        ack.write_bytes(data[:size])
        unmoved(store, clock, ack, AnswerCut)
    chance = random.Random(3)
    label_ends = len(data) - len(data[9 + int.from_bytes(data[5:9], "big") :])
    for _ in range(60):
        changed = bytearray(data)
        changed[chance.randrange(label_ends, len(data))] ^= 1 << chance.randrange(8)
        ack.write_bytes(changed)
        before = state(store)
        with pytest.raises((AnswerChanged, AnswerCut)):
            back(ack, store, clock)
        assert state(store) == before
    ack.write_bytes(data)
    with store.transaction() as books:
        books.keep_enrolment(replace(paired, desk=2))
    unmoved(store, clock, ack, AnswerForOther)
    with store.transaction() as books:
        books.keep_enrolment(replace(paired, superior_key=bytes(32)))
    unmoved(store, clock, ack, AnswerFromOther)


def test_an_answer_to_what_this_store_never_asked_is_told(tmp_path, store, ledger, file, clock, paired):
    """The disk was put back to a state before the stick was written."""
    _, ack = take(ledger, file)
    with store.transaction() as books:
        books._db.execute("drop trigger counter_is_kept")
        books._db.execute("delete from request_counter")
    unmoved(store, clock, ack, AnswerToOther)


def test_without_a_superior_nothing_is_written(store, stick, clock):
    receive(store, clock)
    with pytest.raises(NotEnrolled):
        export(stick, store, clock)
    with pytest.raises(NotEnrolled):
        back(stick / "x.qmc", store, clock)
    assert list(stick.iterdir()) == []


def test_a_desk_that_was_stopped_writes_no_stick(store, ledger, stick, clock, paired):
    receive(store, clock)
    with store.transaction() as books:
        books.keep_failure("login", "x", clock.now(), stops=True)
    with pytest.raises(CounterFellBack):
        export(stick, store, clock)
