"""A counter that fell back tells a restored or copied disk: the desk stops, and says so."""

from __future__ import annotations

import shutil

import pytest
from support.desk import Clock, new_store, open_store, receive
from support.line import Line, enrolment
from support.superior import enrol, serving, sync

from desk_app.domain.errors import CounterFellBack
from desk_app.services.sync_round import sync_now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path)
    with made.transaction() as books:
        books.keep_enrolment(enrolment())
    yield made
    made.close()


def exchange(store, line, clock):
    return sync_now(store=store, superior=line, clock=clock, progress=lambda _progress: None)


def state(store):
    with store.reading() as reading:
        return reading.sync_state()


def test_a_counter_that_fell_back_stops_and_never_catches_up_by_trying(store, clock):
    receive(store, clock)
    line = Line(store, counter=3)
    for _ in range(5):
        with pytest.raises(CounterFellBack, match="khôi phục hoặc sao chép"):
            exchange(store, line, clock)

    assert line.asked == [("head",)]
    assert (state(store).stopped, state(store).last_layer) == (True, "login")
    with store.transaction() as books:
        books.keep_enrolment(enrolment())
    line.counter = 0  # as a superior does for a desk that is enrolled anew
    assert exchange(store, line, clock).pending_events == 0


@pytest.mark.usefixtures("engine")
def test_a_desk_restored_from_its_backup_is_stopped_by_a_real_superior_until_it_is_enrolled_anew(
    tmp_path, clock
):
    store, folder = new_store(tmp_path), tmp_path / "superior"
    with serving(folder) as url:
        enrol(folder, url, store)
        receive(store, clock)
        sync(store, clock)
        store.tidy()
        store.close()
        shutil.copy(tmp_path / "desk.db", tmp_path / "backup.db")
        store = open_store(tmp_path)
        sync(store, clock)
        sync(store, clock)
        store.close()
        for name in ("desk.db", "desk.db-wal", "desk.db-shm"):
            (tmp_path / name).unlink(missing_ok=True)
        shutil.copy(tmp_path / "backup.db", tmp_path / "desk.db")
        store = open_store(tmp_path)
        for _ in range(4):
            with pytest.raises(CounterFellBack):
                sync(store, clock)
        enrol(folder, url, store)
        receive(store, clock)
        told, _ = sync(store, clock)
    store.close()

    assert (told.pending_events, told.stopped) == (0, False)
