"""One wrong byte anywhere in the store's file: every act does its job or is one sentence."""

from __future__ import annotations

import contextlib
import shutil

import pytest
from support.desk import Clock, new_store, open_store, receive

from desk_app.domain.errors import DeskError
from desk_app.services.sync_round import sync_now

PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    folder = tmp_path_factory.mktemp("whole")
    store, clock = new_store(folder), Clock()
    for n in range(12):
        receive(store, clock, name=f"Nguyễn Văn {'ABCDEGHIKLMN'[n]}")
    store.close()
    return folder / "desk.db"


def acts(store):
    """Yield everything that reads or writes rows."""
    code = "H56.22.17-261123-5012"

    def read(how):
        with store.reading() as reading:
            return how(reading)

    for how in (
        lambda r: r.desk(),
        lambda r: r.staff(),
        lambda r: r.find_cases(),
        lambda r: r.find_cases("nguyen van"),
        lambda r: r.case(code),
        lambda r: r.timeline(code),
        lambda r: r.guided(3),
        lambda r: r.count_by_state(),
        lambda r: r.results_waiting(),
        lambda r: r.receipts_not_printed(),
        lambda r: r.sync_state(),
        lambda r: r.last_event_at(),
        lambda r: r.hash_at(4),
        lambda r: r.cursor(),
        lambda r: r.enrolment(),
        lambda r: r.draft("hoa"),
        lambda r: r.setting("printer"),
    ):
        yield lambda how=how: read(how)
    yield lambda: receive(store, Clock())
    yield lambda: store.frames_after(0)
    yield lambda: sync_now(store=store, superior=None, clock=Clock(), progress=print)
    yield store.rebuild
    yield store.tidy


def test_a_wrong_byte_is_never_more_than_a_sentence(tmp_path, whole):
    pages, told = whole.stat().st_size // PAGE, 0
    for page in range(pages):
        copy = tmp_path / "desk.db"
        shutil.copy(whole, copy)
        with copy.open("r+b") as file:
            file.seek(page * PAGE + 1000)
            byte = file.read(1)
            file.seek(-1, 1)
            file.write(bytes([byte[0] ^ 1]))
        try:
            store = open_store(tmp_path)
        except DeskError:
            told += 1
            continue
        with contextlib.closing(store):
            health = store.health()
            assert not health.integrity, f"page {page} looks sound"
            for act in acts(store):
                with contextlib.suppress(DeskError):
                    act()
    assert told < pages / 2, "most of the acts were tried"
