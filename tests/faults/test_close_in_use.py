"""A store that is closed while a lane reads waits for it: SQLite ends the whole program where a handle goes in use."""

from __future__ import annotations

import threading

import pytest
from support.desk import Clock, new_store, receive

from desk_app.domain.errors import StoreLocked


def test_closing_waits_for_who_reads_and_lets_nobody_begin(tmp_path):
    store = new_store(tmp_path)
    code = receive(store, Clock())
    reading, go_on, found = threading.Event(), threading.Event(), []

    def read():
        with store.reading() as books:
            reading.set()
            assert go_on.wait(20)
            with store.reading() as within:  # what was begun may go on
                found.append((books.case(code).code, within.case(code).code))

    lane = threading.Thread(target=read)
    lane.start()
    assert reading.wait(20)
    closing = threading.Thread(target=store.close)
    closing.start()
    with pytest.raises(StoreLocked):
        _read_for_ever(store, code)
    assert closing.is_alive()
    go_on.set()
    lane.join(20)
    closing.join(20)

    assert found == [(code, code)]
    assert not closing.is_alive()


def _read_for_ever(store, code):
    """Read until the store has begun to close."""
    while True:
        with store.reading() as books:
            books.case(code)


def test_whoever_reads_can_close(tmp_path):
    store = new_store(tmp_path)
    with store.reading():
        store.close()
    with pytest.raises(StoreLocked), store.reading():
        pass
