"""What may happen to a case: the table, every pair of state and act, and who may."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest

from desk_app.app.cli import main
from desk_app.domain.case import STATE_NAMES, State
from desk_app.domain.errors import NotAllowedNow, NotYourRole
from desk_app.domain.lifecycle import ACTS, ActName, acts_in, demand
from desk_app.domain.staff import ALL_ROLES, Role

ROWS = json.loads((Path(__file__).parents[1] / "samples" / "lifecycle.json").read_text())["rows"]
SINCE = {row["act"]: row["from"] for row in ROWS}


def test_the_printed_table_is_that_of_the_design(capsys):
    assert main(["lifecycle", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)["rows"]

    assert [{name: row[name] for name in ROWS[0]} for row in printed] == ROWS


@pytest.mark.parametrize(("state", "act"), list(product([None, *State], ActName)), ids=str)
def test_every_pair_of_state_and_act_is_allowed_or_refused_with_its_sentence(state, act):
    allowed = (SINCE[act] == []) if state is None else state.value in SINCE[act]
    if allowed:
        assert demand(act, state, ALL_ROLES) is ACTS[act]
        return
    with pytest.raises(NotAllowedNow) as refused:
        demand(act, state, ALL_ROLES, "H56.22.17-261123-5001")

    assert STATE_NAMES[state] in str(refused.value) if state else "chưa tiếp nhận" in str(refused.value)


@pytest.mark.parametrize("act", ActName)
@pytest.mark.parametrize("role", Role)
def test_only_whoever_has_the_role_may(act, role):
    row = ACTS[act]
    state = row.since[0] if row.since else None
    if role in row.roles:
        assert demand(act, state, {role}) is row
        return
    with pytest.raises(NotYourRole) as refused:
        demand(act, state, {role})

    assert row.name in str(refused.value)


def test_an_ended_case_offers_nothing_but_a_recall():
    ended = [State.RETURNED, State.REFUSED, State.WITHDRAWN, State.STOPPED, State.CLOSED, State.VOIDED]

    assert {act.act for state in ended for act in acts_in(state, ALL_ROLES)} == {ActName.RECALL_RESULT}
