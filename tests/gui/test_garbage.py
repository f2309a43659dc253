"""Garbage with widgets in it dies on the window's thread, whoever makes the next object."""

from __future__ import annotations

import gc
import threading

from desk_app.ui.garbage import MANY
from desk_app.ui.jobs import Lane


class Knot:
    """Refers to itself, so that only the collector ends it; says on which thread."""

    def __init__(self, ended):
        self.itself, self.ended = self, ended

    def __del__(self):
        self.ended.append(threading.get_ident())


def make_many():
    return len([[] for _ in range(20 * MANY)])


def run(clerk, work):
    clerk.program.jobs.run(
        Lane.READ, work, owner=clerk.window, done=lambda _n: None, failed=lambda error: None
    )
    clerk.settle()


def test_what_a_lane_makes_ends_nothing_of_the_window(clerk):
    ended = []
    Knot(ended)
    run(clerk, make_many)
    assert not ended

    kept = [[] for _ in range(2 * MANY)]
    clerk.program.garbage.look()
    assert ended == [threading.get_ident()]
    assert len(kept) == 2 * MANY


def test_garbage_that_was_left_alone_is_swept_when_the_desk_is_locked(clerk):
    ended = []
    knot = Knot(ended)
    clerk.program.garbage.leave()
    del knot
    gc.collect()
    assert not ended

    clerk.program.sign_out()
    clerk.qtbot.waitUntil(lambda: bool(ended))
    assert ended == [threading.get_ident()]
