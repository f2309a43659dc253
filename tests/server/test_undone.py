"""An act that a desk took back: the superior puts the case where it stood, or says why it cannot."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from support.ledger import CODE, FIRST, RECEIVED, log, news, open_ledger, rows_of, take

from district_server import exchange
from district_server.ledger import case_record, desk, look_up
from wire.frame import encode

pytestmark = pytest.mark.usefixtures("engine")

CASE = [case_record.c[name] for name in ("state", "due_at", "completed_at", "returned_at", "received_at")]
READ = [look_up.c[name] for name in ("state", "due_at", "collect_at")]
BODIES = {"handed_over": {"receiver": "post"}, "extended": {"due_at": "2026-12-01T17:00:00+07:00"},
          "supplemented": {"due_at": "2026-12-02T17:00:00+07:00"}, "paid": {"due_at": "2026-12-03T17:00:00+07:00"},
          "result_recalled": {"due_at": "2026-12-04T17:00:00+07:00"}}  # fmt: skip
PATHS = [
    ("payment_requested",), ("payment_requested", "paid"), ("supplement_requested",), ("supplement_requested", "supplemented"),
    ("supplement_requested", "closed_uncompleted"), ("supplement_requested", "stopped"), ("refused",), ("stopped",),
    ("withdrawn",), ("forwarded",), ("forwarded", "returned_to_desk"), ("extended",), ("completed",),
    ("completed", "handed_over"), ("completed", "handed_over", "result_recalled"),
]  # fmt: skip
AT_ONCE = RECEIVED | {"at_once": True}


@pytest.fixture
def ledger(tmp_path):
    made = open_ledger(tmp_path / "superior")
    yield made
    made.close()


def act(kind, **body):
    return kind, CODE, BODIES.get(kind, {}) | body


def held(ledger):
    return rows_of(ledger, *CASE), rows_of(ledger, *READ)


@pytest.mark.parametrize("path", PATHS, ids="-".join)
def test_a_case_is_as_before_whatever_was_taken_back(ledger, path):
    take(ledger, act("received", **RECEIVED), *map(act, path[:-1]))
    before = held(ledger)
    take(ledger, act(path[-1]))
    take(ledger, act("undone", seq=1 + len(path)))

    assert held(ledger) == before
    assert news(ledger) == []


@pytest.mark.parametrize("path", PATHS, ids="-".join)
def test_in_one_frame_it_comes_to_the_same(ledger, path):
    take(
        ledger, act("received", **RECEIVED), *map(act, path), act("undone", seq=1 + len(path)), act("printed")
    )
    together = held(ledger)
    take(ledger, act(path[-1]), act("undone", seq=4 + len(path)))

    assert held(ledger) == together
    assert news(ledger) == []


def test_several_are_taken_back_one_after_another_and_the_case_goes_on(ledger):
    take(ledger, act("received", **RECEIVED), act("extended"), act("completed"), act("handed_over"))
    take(ledger, act("undone", seq=4), act("undone", seq=3), act("undone", seq=2), act("completed"))

    (case,), _ = held(ledger)
    assert (case[0], case[1], case[3]) == (9, RECEIVED["due_at"], None)
    assert news(ledger) == []


@pytest.mark.parametrize(
    ("acts", "seq", "word"),
    [
        (["completed"], 1, "nothing_to_undo"),  # the intake
        (["completed"], 3, "nothing_to_undo"),  # itself
        (["completed"], 99, "nothing_to_undo"),
        (["extended", "completed"], 2, "nothing_to_undo"),
        (["completed", "fee_collected"], 2, "nothing_to_undo"),
        (["fee_collected"], 2, "nothing_to_undo"),
        (["corrected"], 2, "nothing_to_undo"),
        (["voided"], 2, "nothing_to_undo"),
        (["completed"], "2", "bad_body"),
        (["completed"], True, "bad_body"),
        (["completed"], 2**40, "bad_body"),
        (["completed"], None, "bad_body"),
    ],
)
def test_a_wrong_one_is_told_and_changes_nothing(ledger, acts, seq, word):
    take(ledger, act("received", **RECEIVED), *map(act, acts))
    before = held(ledger)
    take(ledger, act("undone", **({} if seq is None else {"seq": seq})))

    assert held(ledger) == before
    assert news(ledger) == [(2 + len(acts), word)]


def test_a_second_time_is_told(ledger):
    take(ledger, act("received", **RECEIVED), act("completed"), act("undone", seq=2), act("undone", seq=2))

    assert news(ledger) == [(4, "nothing_to_undo")]


def test_of_a_case_that_nobody_has_is_told(ledger):
    take(ledger, act("undone", seq=1), ("undone", None, {"seq": 1}))

    assert news(ledger) == [(1, "unknown_case"), (2, "bad_body")]


def test_an_act_that_could_not_be_used_is_taken_back_without_more(ledger):
    """Then nothing is left to do about it: the refusal is followed by an event that was taken."""
    take(ledger, act("received", **RECEIVED), act("handed_over"))
    before = held(ledger)
    take(ledger, act("undone", seq=2), act("completed"))

    assert news(ledger) == [(2, "wrong_state")]
    assert (before[0][0][0], held(ledger)[0][0][0]) == (4, 9)


def test_a_case_whose_intake_was_refused_is_heard_again_without_what_was_taken_back(ledger):
    take(
        ledger,
        act("received", **RECEIVED | {"catalogue": "x"}),
        act("stopped"),
        act("undone", seq=2),
        act("completed"),
    )
    take(ledger, act("corrected", now={"catalogue": 1}))
    assert held(ledger)[0][0][0] == 9
    take(ledger, act("handed_over"), act("undone", seq=6))

    assert held(ledger)[0][0][0] == 9
    assert [word for _, word in news(ledger)] == ["bad_body", "unknown_case", "unknown_case", "unknown_case"]


def test_a_case_that_is_heard_again_is_due_when_its_corrections_say(ledger):
    """What `received` had promised stood at the superior for ever, and its list of late cases was another."""
    later, last = "2026-12-07T17:00:00+07:00", "2026-12-09T17:00:00+07:00"
    take(
        ledger,
        act("received", **RECEIVED | {"catalogue": "x"}),
        act("corrected", now={"term": "8wd"}, due_at=later),
    )
    assert held(ledger) == ([], [])
    take(ledger, act("corrected", now={"catalogue": 1}))
    assert held(ledger)[0][0][:2] == (4, later)
    take(ledger, act("extended", due_at=last), act("corrected", now={"note": "x"}))

    assert held(ledger)[0][0][:2] == (4, last)


def test_a_correction_by_which_a_case_is_heard_again_brings_its_own_date(ledger):
    later = "2026-12-07T17:00:00+07:00"
    take(ledger, act("received", **RECEIVED | {"catalogue": "x"}), act("forwarded"))
    take(ledger, act("corrected", now={"catalogue": 1}, due_at=later))

    assert held(ledger)[0][0][:2] == (4, later)


def test_thousands_in_a_frame_are_asked_for_once(ledger):
    rows = [act("received", **RECEIVED)]
    for n in range(400):
        rows += [act("extended"), act("undone", seq=2 + 2 * n)]
    asked = []
    sa.event.listen(ledger._engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    with ledger.act() as connection:
        row = connection.execute(sa.select(desk.c.seq, desk.c.hash).where(desk.c.desk == FIRST)).one()
    exchange.take_frames(ledger, FIRST, [encode(log(*rows, after=(row.seq, bytes(row.hash))))])

    assert held(ledger)[0][0][:2] == (4, RECEIVED["due_at"])
    assert len([one for one in asked if "event" in one and one.lower().startswith("select")]) < 10


def test_a_case_settled_at_once_is_one_act_that_is_corrected_or_voided(ledger):
    take(ledger, act("received", **AT_ONCE), act("completed"), act("handed_over"))
    take(ledger, act("undone", seq=3), act("corrected", now={"return_method": "post"}), act("voided"))

    assert news(ledger) == [(4, "nothing_to_undo")]
    assert rows_of(ledger, *READ) == [(208, RECEIVED["due_at"], "Gửi qua bưu chính")]


@pytest.mark.parametrize("kind", ["corrected", "voided"])
def test_another_returned_case_or_one_that_was_worked_on_is_not(ledger, kind):
    take(ledger, act("received", **RECEIVED), act("completed"), act("handed_over"), act(kind))
    assert news(ledger) == [(4, "wrong_state")]
    other = CODE[:-1] + "2"
    take(
        ledger, ("received", other, AT_ONCE), ("completed", other, {}), ("handed_over", other, {"receiver": "post"}),
        ("result_recalled", other, {}), ("completed", other, {}), ("handed_over", other, {"receiver": "post"}), (kind, other, {}),
    )  # fmt: skip

    assert [word for _, word in news(ledger)] == ["wrong_state", "wrong_state"]


def test_the_moment_of_a_paper_is_corrected(ledger):
    first, right = "2026-11-20T15:30:00+07:00", "2026-11-20T10:30:00+07:00"
    take(ledger, act("received", **RECEIVED, received_at=first))
    take(ledger, act("corrected", now={"received_at": right}, due_at="2026-11-20T17:00:00+07:00"))
    take(ledger, act("corrected", now={"received_at": "sáng"}))

    assert held(ledger)[0] == [(4, "2026-11-20T17:00:00+07:00", None, None, right)]
    assert news(ledger) == [(3, "bad_body")]
