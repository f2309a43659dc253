"""What a case's page asks for, bound to this desk and to whoever sits at it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from desk_app.domain.fee import FeeTable
from desk_app.domain.ports import Clock
from desk_app.domain.slip import SlipKind
from desk_app.domain.staff import Staff
from desk_app.machine.paths import brought
from desk_app.printing.bar_codes import qr_modules
from desk_app.services.act_help import act_help
from desk_app.services.case_page import case_page
from desk_app.services.do_act import do_act
from desk_app.services.preview_act import preview_act
from desk_app.services.print_slip import Press, print_slip
from desk_app.services.receive_case import Rules
from desk_app.storage.fee_tables import read_fee_table
from desk_app.storage.store import Store
from desk_app.ui.case.acts.panel import PanelServices
from desk_app.ui.case.screen import CaseServices


def case_services(*, member: Staff, rules: Rules, press: Press, store: Store, clock: Clock) -> CaseServices:
    """Return the services of the case page."""
    by: dict[str, Any] = {"staff": member.login, "rules": rules, "store": store, "clock": clock}

    def print_(code: str, kind: SlipKind) -> None:
        print_slip(code, kind, staff=member.login, press=press, store=store, clock=clock)

    return CaseServices(
        page=partial(case_page, **by),
        help=partial(act_help, fees=_fees(), qr=qr_modules, **by),
        acts=PanelServices(
            preview=lambda code, deed, width: preview_act(
                code, deed, width_px=width, papers=press.papers, **by
            ),
            do=partial(do_act, **by),
        ),
        print_slip=print_,
    )


def _fees() -> Callable[[], FeeTable]:
    """Return the reader of the national fees: whose fee the law exempts is offered by their words. Read once."""
    return cache(lambda: read_fee_table(brought("resources") / "fees"))
