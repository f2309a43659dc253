"""A desk that works all day has no more files open in the evening than in the morning."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from support.desk import new_store

from desk_app.ui.jobs import Jobs, Lane

OPEN = Path("/proc/self/fd")


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path)
    yield made
    made.close()


@pytest.mark.skipif(not OPEN.exists(), reason="counts what Linux lists")
def test_a_lane_keeps_one_connection_however_many_jobs_it_does(qtbot, store):
    jobs, owner, read = Jobs(), QObject(), []

    def work():
        with store.reading() as reading:
            return reading.results_waiting()

    def a_job_in_each_lane():
        for lane in (Lane.READ, Lane.WRITE, Lane.UPKEEP):
            jobs.run(lane, work, owner=owner, done=read.append, failed=pytest.fail)
        qtbot.waitUntil(lambda: not jobs.busy)

    a_job_in_each_lane()
    morning = len(list(OPEN.iterdir()))
    for _ in range(20):
        a_job_in_each_lane()

    assert len(read) == 63
    assert len(list(OPEN.iterdir())) <= morning
