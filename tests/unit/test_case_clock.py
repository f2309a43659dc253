"""What moves a promised date is worked out beforehand, each with its reason (tests/samples/deadlines_more.json)."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desk_app.app.cli import main
from desk_app.domain import errors
from desk_app.domain.case_clock import (
    Urgency,
    due_after_payment,
    due_after_supplement,
    extension,
    forward_by,
    may_request_supplement,
    online_answer_by,
    recalled_due,
    supplement_until,
    urgency,
)
from desk_app.domain.deadline import deadline
from desk_app.domain.moment import iso, moment
from desk_app.domain.time_rules import PaymentClock, SupplementClock
from desk_app.machine.paths import brought
from desk_app.storage.catalogue import read_calendar, read_time_rules

SAMPLES = Path(__file__).parents[1] / "samples"
VECTORS = json.loads((SAMPLES / "deadlines_more.json").read_text())["cases"]
CALENDAR = read_calendar(brought("resources") / "calendar")
RULES = read_time_rules(brought("resources") / "rules", date(2026, 11, 23))


def vectors(kind):
    rows = [vector for vector in VECTORS if vector["kind"] == kind]
    return pytest.mark.parametrize("vector", rows, ids=lambda vector: vector["why"])


def told(steps, *moments):
    """Check that the steps are sentences and name what they start from and end with."""
    assert all(step.endswith(".") for step in steps)
    text = " ".join(steps)
    assert [at for at in moments if f"{at:%H:%M}" not in text or f"{at:%d/%m/%Y}" not in text] == []


def test_every_vector_says_why_and_is_of_a_kind_that_is_tried():
    kinds = {"due", "close", "request", "supplement", "payment", "extension", "recall", "forward", "online"}

    assert all(vector["why"] for vector in VECTORS)
    assert {vector["kind"] for vector in VECTORS} == kinds


@vectors("due")
def test_the_command_gives_both_dates_of_a_term(vector, capsys):
    assert main(["due", "--received", vector["received"], "--term", vector["term"], "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)

    assert answer["due_at"] == iso(moment(vector["due_at"]))
    assert answer.get("local_due_at") == (
        iso(moment(vector["local_due_at"])) if "local_due_at" in vector else None
    )
    told(answer["steps"], moment(vector["received"]), moment(vector["due_at"]))
    staged = [step for step in answer["steps"] if step.startswith(("Giai đoạn 1", "Giai đoạn 2"))]
    assert bool(staged) == ("+" in vector["term"])


@vectors("close")
def test_a_supplement_is_awaited_until(vector):
    until = supplement_until(
        moment(vector["requested"]), RULES.of_procedure(vector.get("procedure", "1.001193")), CALENDAR
    )

    assert until.due_at == moment(vector["until"])
    told(until.steps, moment(vector["requested"]), until.due_at)


@vectors("request")
def test_asking_for_a_supplement_late_is_said_and_never_blocked(vector):
    found = may_request_supplement(moment(vector["received"]), moment(vector["now"]), RULES, CALENDAR)

    assert (found.until, found.late) == (moment(vector["until"]), vector["late"])
    assert ("đánh dấu chậm" in found.sentence) == vector["late"]
    told([found.sentence], found.until)


@vectors("supplement")
def test_a_supplement_moves_the_date(vector):
    rules = replace(RULES, supplement_clock=SupplementClock(vector["clock"]))
    due = due_after_supplement(
        *(moment(vector[name]) for name in ("received", "due", "requested", "supplemented")),
        vector["term"],
        rules,
        CALENDAR,
    )

    assert due.due_at == moment(vector["due_at"])
    assert due.local_due_at == (moment(vector["local_due_at"]) if "local_due_at" in vector else None)
    told(due.steps, due.due_at)
    assert due.steps[-1].startswith("Hẹn trả")


@vectors("payment")
def test_a_payment_moves_the_date(vector):
    rules = replace(RULES, payment_clock=PaymentClock(vector["clock"]))
    due = due_after_payment(
        *(moment(vector[name]) for name in ("received", "due", "requested", "paid")),
        vector["term"],
        rules,
        CALENDAR,
    )

    assert due.due_at == moment(vector["due_at"])
    told(due.steps, due.due_at)


@vectors("extension")
def test_an_extension_is_made_marked_or_refused(vector):
    given = (
        moment(vector["due"]), date.fromisoformat(vector["new"]), moment(vector["now"]), vector["done"], RULES, CALENDAR,
    )  # fmt: skip
    if "refused" in vector:
        with pytest.raises(getattr(errors, vector["refused"])):
            extension(*given)
        return
    made = extension(*given)

    assert (made.deadline.due_at, made.late) == (moment(vector["due_at"]), vector["late"])
    assert made.due_for_figures == moment(vector["figures"])
    assert ("vẫn tính là quá hạn" in made.sentence) == vector["late"]
    told(made.deadline.steps, moment(vector["due"]), made.deadline.due_at)


@vectors("recall")
def test_a_wrong_result_comes_back(vector):
    due = recalled_due(moment(vector["recalled"]), RULES, CALENDAR)

    assert due.due_at == moment(vector["due_at"])
    told(due.steps, moment(vector["recalled"]), due.due_at)


@vectors("forward")
def test_a_dossier_is_sent_on(vector):
    by = forward_by(moment(vector["received"]), RULES, CALENDAR)

    assert by.due_at == moment(vector["by"])
    told(by.steps, moment(vector["received"]), by.due_at)


@vectors("online")
def test_an_online_dossier_is_answered(vector):
    by = online_answer_by(moment(vector["arrived"]), RULES, CALENDAR)

    assert by.due_at == moment(vector["by"])
    told(by.steps, moment(vector["arrived"]), by.due_at)


def test_the_law_restarts_by_default():
    """NĐ 118/2025 Đ.19.5; a term of the new count names its article."""
    given = [
        moment(at) for at in ("2026-11-20T09:00", "2026-11-26T17:00", "2026-11-23T10:00", "2026-11-30T09:00")
    ]
    due = due_after_supplement(*given, "3wd", RULES, CALENDAR)

    assert due.due_at == moment("2026-12-03T17:00")
    assert "NĐ 118/2025/NĐ-CP Đ.19.5" in due.steps[0]


def test_a_second_pause_goes_on_from_the_local_date_that_the_first_one_moved():
    rules = replace(RULES, supplement_clock=SupplementClock.PAUSE)
    received = moment("2026-11-23T09:00")
    first_promise = deadline(received, "3wd+5wd", CALENDAR)
    first = due_after_supplement(
        received, first_promise.due_at, moment("2026-11-25T10:00"), moment("2026-11-30T09:00"), "3wd+5wd", rules, CALENDAR,
    )  # fmt: skip
    second = due_after_payment(
        received, first.due_at, moment("2026-12-01T09:00"), moment("2026-12-03T09:00"), "3wd+5wd", rules, CALENDAR,
        local_due_at=first.local_due_at,
    )  # fmt: skip

    assert second.local_due_at == moment("2026-12-04T17:00")  # 2/12 was left: 4/12
    assert second.due_at == moment("2026-12-11T17:00")  # 7, 8, 9, 10, 11/12


@pytest.mark.parametrize(
    ("due_at", "now", "expected"),
    [
        ("2026-11-20T17:00", "2026-11-23T08:00", Urgency.OVERDUE),
        ("2026-11-23T10:00", "2026-11-23T10:01", Urgency.OVERDUE),
        ("2026-11-23T10:00", "2026-11-23T10:00", Urgency.DUE_TODAY),
        ("2026-11-23T17:00", "2026-11-23T08:00", Urgency.DUE_TODAY),
        ("2026-11-25T17:00", "2026-11-23T08:00", Urgency.DUE_TOMORROW),  # 24/11 is off
        ("2026-11-26T17:00", "2026-11-23T08:00", None),
        ("2026-11-30T17:00", "2026-11-27T08:00", Urgency.DUE_TOMORROW),  # over the weekend
        ("2026-08-22T17:00", "2026-08-21T08:00", Urgency.DUE_TOMORROW),  # a made-up Saturday
        ("2026-11-30T17:00", "2026-11-28T09:00", Urgency.DUE_TOMORROW),
        (None, "2026-11-23T08:00", None),
    ],
)
def test_what_cannot_wait_is_named(due_at, now, expected):
    due = moment(due_at) if due_at else None
    found = urgency(waiting=False, result_ready=False, due_at=due, now=moment(now), calendar=CALENDAR)

    assert found == expected


@pytest.mark.parametrize("due_at", ["2026-11-20T17:00", "2026-11-23T17:00", "2027-01-04T17:00"])
def test_whom_the_desk_waits_for_is_not_overdue(due_at):
    given = {"due_at": moment(due_at), "now": moment("2026-11-23T08:00"), "calendar": CALENDAR}

    assert urgency(waiting=True, result_ready=False, **given) is Urgency.WAITING_FOR_CITIZEN
    assert urgency(waiting=False, result_ready=True, **given) is Urgency.RESULT_NOT_COLLECTED
