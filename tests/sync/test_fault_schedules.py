"""Desk, line and superior against each other in random lives: nothing lost, nothing doubled, one log, each number once.

`benchmarks/fault_schedules.py --runs 1000` plays many more. The mutants below show that a schedule can fail.
"""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from support.schedule import STEPS, World, make_templates

from district_server import desks, exchange, ledger
from wire.frame import decode

SEEDS = range(1, 11)


@pytest.fixture(scope="module")
def templates(tmp_path_factory):
    folder = tmp_path_factory.mktemp("templates")
    return folder, make_templates(folder)


def play(folder, templates, seed):
    folder.mkdir(exist_ok=True)
    world = World(folder / str(seed), *templates, seed)
    world.run(STEPS)
    return world


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_lost_or_doubled(tmp_path, templates, seed):
    world = play(tmp_path, templates, seed)

    assert world.made
    assert world.sent


def test_the_schedules_go_on_inside_frames_that_were_cut(tmp_path, templates):
    assert sum(play(tmp_path, templates, seed).server.resumed for seed in range(11, 17)) > 0


def caught(tmp_path, templates, seeds, words):
    """Return the first seed whose schedule fails with one of these words; 0 when none does."""
    for seed in seeds:
        try:
            play(tmp_path, templates, seed)
        except AssertionError as error:
            return seed if any(word in str(error) for word in words) else 0
    return 0


def use_again(connection, name, frame, head, look_up_key, counter):
    """Take a frame; one that is known is used once more."""
    row = connection.execute(sa.select(ledger.desk).where(ledger.desk.c.desk == name)).one()
    if head.last > row.seq:
        return TAKE(connection, name, frame, head, look_up_key, counter)
    bench = exchange.Bench(
        connection=connection, desk=name, desk_name=row.name, log_key=bytes(row.log_key), look_up_key=look_up_key
    )  # fmt: skip
    exchange.judge_all(bench, decode(frame, bench.log_key))
    return None


def any_counter(ledger_, *request):
    """Let a request in though its counter did not grow."""
    with ledger_.act() as connection:
        connection.execute(sa.update(ledger.desk).values(counter=0))
    return AUTHENTICATE(ledger_, *request)


TAKE, AUTHENTICATE = exchange._take, desks.authenticate


def test_a_superior_that_does_not_know_what_it_took_is_caught(tmp_path, templates, monkeypatch):
    monkeypatch.setattr(exchange, "_take", use_again)
    monkeypatch.setattr(desks, "authenticate", any_counter)

    assert caught(tmp_path, templates, range(1, 60), ["could not use"])


def test_a_superior_that_acknowledges_and_does_not_store_is_caught(tmp_path, templates, monkeypatch):
    def forget(connection, name, events):
        head = {"seq": events[-1].seq, "hash": events[-1].hash}
        connection.execute(sa.update(ledger.desk).where(ledger.desk.c.desk == name).values(**head))

    monkeypatch.setattr(exchange, "_store", forget)

    assert caught(tmp_path, templates, range(1, 40), ["not held", "lost"])


def test_a_rebase_that_leaves_out_what_only_this_disk_had_is_caught(tmp_path, templates, monkeypatch):
    monkeypatch.setattr("desk_app.services.rebase._Carrying.carry", lambda _carrying, _event: None)

    assert caught(tmp_path, templates, range(1, 40), ["lost"])


def test_a_rebase_that_gives_a_number_twice_is_caught(tmp_path, templates, monkeypatch):
    own = "desk_app.services.rebase._Carrying._code"
    monkeypatch.setattr(own, lambda _carrying, event, _body: event.case_code)

    assert caught(tmp_path, templates, range(1, 40), ["a number twice"])
