"""Desk and superior move a case alike: their tables are two, in two programs, and say the same."""

from __future__ import annotations

from desk_app.domain.case import NATIONAL_STATE
from desk_app.domain.lifecycle import ACTS
from district_server.life import MOVES, STATES


def test_what_the_desk_allows_the_superior_takes():
    """Or an honest act would come back as a refusal."""
    desk = {}
    for act in ACTS.values():
        if act.since:  # receiving is no move
            since = {NATIONAL_STATE[state] for state in act.since}
            for kind in act.events:
                desk[kind.value] = (since, act.national)
    superior = {kind: (set(move.since), move.to) for kind, move in MOVES.items()}

    assert {kind: desk[kind] for kind in superior} == superior
    assert all(desk[kind][1] is None for kind in desk.keys() - superior.keys())  # those move nothing


def test_every_state_has_words_for_the_citizen():
    assert set(NATIONAL_STATE.values()) <= set(STATES)
