"""A stick may be pulled, full, locked or broken at any call to the system: nothing is lost, and the next copy is whole."""

from __future__ import annotations

import errno
from functools import partial

import pytest
from support.desk import receive
from support.usb import (
    NOW,
    FailingDisk,
    back,
    export,
    head,
    own_head,
    state,
    take,
)

from desk_app.domain.errors import (
    CopyStopped,
    DeskError,
    NoStick,
)
from desk_app.machine.stick import HALF
from district_server.usb import import_file


def calls_of_a_copy(store, clock, folder):
    folder.mkdir()
    disk = FailingDisk(0)
    export(folder, store, clock, disk=disk)
    return disk.calls


@pytest.mark.parametrize("gone", [False, True], ids=["once", "pulled"])
@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EROFS])
def test_a_stick_that_fails_at_any_call_loses_nothing(
    tmp_path, store, ledger, stick, clock, paired, code, gone
):
    for _ in range(3):
        receive(store, clock)
    waiting = state(store)
    calls = calls_of_a_copy(store, clock, tmp_path / "whole")
    assert calls >= 8  # open, each part, sync, forget, open, read, rename, sync of the folder
    names = set()
    for nth in range(1, calls + 1):
        try:
            export(stick, store, clock, disk=FailingDisk(nth, code, gone=gone))
        except DeskError as error:
            names.add(type(error).__name__)
        assert state(store) == waiting
        for left in stick.iterdir():  # a whole file under its name, or what nobody takes for one
            if left.name.endswith(HALF):
                continue
            import_file(ledger, left, NOW)
    assert names == {{errno.EIO: "StickPulled", errno.ENOSPC: "StickFull", errno.EROFS: "StickLocked"}[code]}

    file = export(stick, store, clock)
    assert [path.name for path in stick.iterdir()] == [file.name]
    back(take(ledger, file)[1], store, clock)
    assert head(ledger) == own_head(store)
    assert state(store).pending_events == 0


def test_a_stick_that_gives_back_other_bytes_is_told(store, ledger, stick, clock, paired):
    class Forgets(FailingDisk):
        def read(self, handle):
            return super().read(handle)[::-1]

    receive(store, clock)
    with pytest.raises(DeskError, match="USB hỏng"):
        export(stick, store, clock, disk=Forgets(0))
    assert list(stick.iterdir()) == []


def test_a_copy_can_be_stopped_at_any_step(store, ledger, stick, clock, paired):
    receive(store, clock)
    told = []
    export(stick, store, clock, told=told.append)
    (whole,) = stick.iterdir()
    size = whole.stat().st_size
    whole.unlink()
    assert told[-1].done == told[-1].total == 2 * size
    for steps in range(len(told)):
        going_on = iter([0] * steps + [1] * 9)
        with pytest.raises(CopyStopped):
            export(stick, store, clock, stopped=partial(next, going_on))
        assert list(stick.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(tmp_path, store, ledger, clock, paired):
    receive(store, clock)
    with pytest.raises(NoStick, match="KHÔNG CÓ"):
        export(tmp_path / "KHÔNG CÓ", store, clock)
