"""A superior changes its key: a desk that has only sticks hears of it by a stick."""

from __future__ import annotations

from support.desk import receive
from support.usb import back, export, pair, take

from district_server.keys import change_key, drop_old


def goes_by(store):
    with store.reading() as reading:
        return reading.enrolment().superior_key.hex()


def test_a_desk_without_a_line_goes_on_with_the_new_key(store, ledger, stick, clock):
    pair(store, ledger)
    receive(store, clock)
    fresh = change_key(ledger)

    _, ack = take(ledger, export(stick, store, clock))
    back(ack, store, clock)  # signed with the key that it knows; of the new one nothing is acknowledged yet
    assert goes_by(store) == fresh

    drop_old(ledger)
    receive(store, clock)
    _, ack = take(ledger, export(stick, store, clock))
    assert back(ack, store, clock).pending == 0


def test_a_desk_that_has_changed_hears_from_the_new_key_while_both_are_there(store, ledger, stick, clock):
    pair(store, ledger)
    receive(store, clock)
    change_key(ledger)
    back(take(ledger, export(stick, store, clock))[1], store, clock)

    receive(store, clock)
    assert back(take(ledger, export(stick, store, clock))[1], store, clock).pending == 0
