"""Several receipts in one job are the papers that each would have been alone."""

from __future__ import annotations

import subprocess

from support.desk import RULES, Clock, intake, new_store
from support.drawn import read_back

from desk_app.app.home import paper_maker
from desk_app.domain.viet_qr import Account, purpose_for, viet_qr
from desk_app.printing.pdf_folder import PdfFolder
from desk_app.services.local_settings import keep_account
from desk_app.services.print_slip import Press
from desk_app.services.print_together import print_receipts
from desk_app.services.receive_case import receive_case

ACCOUNT = Account(bank_bin="970436", number="0123456789", holder="UBND XA TAN LAP")


def test_each_receipt_of_a_joint_print_has_the_vietqr_of_its_own_case(tmp_path):
    """They had none: the citizen with one case could pay by telephone, the one with two could not."""
    store, clock = new_store(tmp_path), Clock()
    ports = {"staff": "hoa", "store": store, "clock": clock}
    keep_account(ACCOUNT, **ports)
    fees = (8000, 15_000, None)
    codes = [
        receive_case(intake(fee=fee), print_receipt=True, rules=RULES, **ports).case_code for fee in fees
    ]
    print_receipts(codes, press=Press(papers=paper_maker(), printer=PdfFolder(tmp_path / "papers")), **ports)
    store.close()
    [pdf] = (tmp_path / "papers").iterdir()
    subprocess.run(["pdftoppm", "-r", "200", "-png", pdf, tmp_path / "page"], check=True)
    found = {text for page in sorted(tmp_path.glob("page*.png")) for _, text in read_back(page)}

    assert {text for text in found if text.startswith("000201")} == {
        viet_qr(ACCOUNT, fee, purpose=purpose_for(code)) for code, fee in zip(codes, fees, strict=True) if fee
    }
    assert set(codes) <= found
