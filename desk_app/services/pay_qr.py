"""The VietQR that goes on a paper where the commune has an account: what the paper asks for, and nothing else."""

from __future__ import annotations

from desk_app.domain.case import Case
from desk_app.domain.deed import owed
from desk_app.domain.desk import Desk
from desk_app.domain.slip import SlipKind
from desk_app.domain.viet_qr import purpose_for, viet_qr


def pay_qr(amount: int, case: Case, desk: Desk) -> str:
    """Return the text of a transfer of `amount` đồng for a case; empty without an account, or with nothing to pay."""
    if desk.account is None or amount <= 0:
        return ""
    return viet_qr(desk.account, amount, purpose=purpose_for(case.code))


def pay_qr_of(kind: SlipKind, case: Case, desk: Desk) -> str:
    """Return the text for a paper of a case: its fee on the receipt, the obligation on its notice."""
    match kind:
        case SlipKind.RECEIPT:
            return pay_qr(owed(case), case, desk)
        case SlipKind.PAYMENT_NOTICE:
            return pay_qr(case.payments[-1].amount if case.payments else 0, case, desk)
    return ""
