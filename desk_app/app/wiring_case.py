"""What a case's page asks for, bound to this desk and to whoever sits at it.

Papers, codes and fee tables are made by the lane that first needs them: no first case waits for them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from desk_app.app.at_hand import AtHand
from desk_app.app.wiring_scans import scan_services
from desk_app.domain.deed import Deed
from desk_app.domain.ports import Clock, Printer
from desk_app.domain.slip import SlipKind
from desk_app.domain.staff import Staff
from desk_app.printing.pdf_folder import NAME as PDF_FOLDER
from desk_app.services.act_help import Modules, act_help
from desk_app.services.case_page import case_page
from desk_app.services.do_act import do_act
from desk_app.services.local_due import local_due
from desk_app.services.preview_act import Foreseen, preview_act
from desk_app.services.print_slip import Press, print_slip
from desk_app.storage.store import Store
from desk_app.ui.case.acts.panel import PanelServices
from desk_app.ui.case.screen import CaseServices


def case_services(
    *,
    member: Staff,
    rules: AtHand,
    printer: Printer,
    folder: Path,
    undo_window: timedelta,
    store: Store,
    clock: Clock,
) -> CaseServices:
    """Return the services of the case page; `folder` is the desk's."""
    by: dict[str, Any] = {"staff": member.login, "rules": rules, "store": store, "clock": clock}

    def preview(code: str, deed: Deed, width: int) -> Foreseen:
        return preview_act(code, deed, width_px=width, papers=rules.papers(), **by)

    def print_(code: str, kind: SlipKind) -> bool:
        press = Press(papers=rules.papers(), printer=printer, local_due=partial(local_due, rules=rules))
        return on_paper(
            partial(print_slip, kind=kind, staff=member.login, press=press, store=store, clock=clock), code
        )

    return CaseServices(
        page=partial(case_page, undo_window=undo_window, **by),
        help=partial(act_help, fees=rules.fees, qr=_qr, **by),
        scans=scan_services(**by, folder=folder),
        acts=PanelServices(preview=preview, do=partial(do_act, **by)),
        print_slip=print_,
    )


def on_paper(print_: Callable[[str], str], case_code: str) -> bool:
    """Print, and say whether the paper came out of a printer."""
    return print_(case_code) != PDF_FOLDER


def _qr(text: str) -> Modules:
    from desk_app.printing.bar_codes import qr_modules

    return qr_modules(text)
