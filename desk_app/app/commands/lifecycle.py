"""`desk-app lifecycle`: what may happen to a case, when, by whom; needs no store."""

from __future__ import annotations

import argparse

from desk_app.app.commands.output import add_common, answer
from desk_app.domain.case import STATE_NAMES
from desk_app.domain.lifecycle import ACTS


def add(parser: argparse.ArgumentParser) -> None:
    """Tell argparse what the command takes."""
    add_common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the table."""
    rows: list[dict[str, object]] = [
        {
            "from": [state.value for state in act.since],
            "act": act.act.value,
            "events": [kind.value for kind in act.events],
            "to": act.to.value if act.to else None,
            "national": act.national,
            "paper": act.paper.value if act.paper else None,
            "roles": [role.value for role in act.roles],
        }
        for act in ACTS.values()
    ]
    lines = (
        f"{act.name:32}{', '.join(STATE_NAMES[state] for state in act.since) or '–':54}"
        f"→ {STATE_NAMES[act.to] if act.to else '(giữ nguyên)' if act.since else '(không thành hồ sơ)'}"
        for act in ACTS.values()
    )
    answer(options, {"rows": rows}, lines)
    return 0
