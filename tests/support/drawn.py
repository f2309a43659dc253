"""Every paper of the desk, drawn from `support.cases`, and what can be read from a PDF again."""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import zxingcpp
from PIL import Image
from support import cases, sheets
from support.cases import DESK, HOA, case, ended, guided

from desk_app.domain.case import State
from desk_app.domain.fee import Channel
from desk_app.domain.moment import moment
from desk_app.domain.slip import SlipKind
from desk_app.domain.turns import Guidance
from desk_app.machine.paths import brought
from desk_app.printing.papers import PdfPapers

FONTS, FORMS = brought("resources") / "fonts", brought("resources") / "forms"
PAPERS = PdfPapers(FONTS, FORMS)
GOLDEN = Path(__file__).parents[1] / "samples" / "papers"
ONE = replace(DESK, receipt_copies=1)
CENTRE = replace(  # an office that has an address and a telephone
    ONE,
    letterhead=replace(
        DESK.letterhead,
        desk_name="TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ TÂN LẬP",
        address="thôn Đồng Tâm, xã Tân Lập",
        phone="02373 123 456",
    ),
)
QR = "00020101021238540010A00000072701240006970436011010000000010208QRIBFTTA5303704540480005802VN62180814LP 261123 00076304"


def slip(kind, of, desk=ONE, **given) -> Callable[[], bytes]:
    """Return the drawer of a slip."""
    return lambda: PAPERS.slip(kind, of, desk, HOA, **given)


def told(kind, **changes) -> Callable[[], bytes]:
    """Return the drawer of a slip given instead of receiving."""
    return lambda: PAPERS.guidance(guided(kind, **changes), ONE, HOA)


OLD = {"form_set": "2018"}
K = SlipKind
SAMPLES: dict[str, Callable[[], bytes]] = {
    "receipt": lambda: PAPERS.receipt(case(), DESK, HOA),
    "receipt_long": lambda: PAPERS.receipt(cases.LONG, DESK, HOA),
    "receipt_bare": lambda: PAPERS.receipt(cases.BARE, ONE, HOA),
    "receipt_again": lambda: PAPERS.receipt(case(), ONE, HOA, nth=3),
    "receipt_corrected": slip(K.RECEIPT, cases.CORRECTED),
    "receipt_supplemented": slip(K.RECEIPT, cases.SUPPLEMENTED),
    "receipt_pay_qr": slip(K.RECEIPT, case(), CENTRE, pay_qr=QR),
    "receipt_2018": slip(K.RECEIPT, case(**OLD)),
    "receipt_cut": slip(K.RECEIPT, cases.CUT),
    "receipt_cut_2018": slip(K.RECEIPT, replace(cases.CUT, **OLD)),
    "completion": slip(K.COMPLETION, case(supplements=(cases.ASKED,)), CENTRE),
    "completion_before": told(K.COMPLETION),
    "completion_2018": told(K.COMPLETION, **OLD),
    "completion_long": slip(
        K.COMPLETION,
        replace(
            cases.LONG,
            supplements=(replace(cases.ASKED, papers=cases.MANY_PAPERS, reason=cases.LONG_REASON),),
        ),
    ),
    "refusal": slip(K.REFUSAL, ended(State.REFUSED), CENTRE),
    "refusal_before": told(K.REFUSAL),
    "refusal_2018": told(K.REFUSAL, **OLD),
    "refusal_long": told(
        K.REFUSAL, intake=cases.LONG_INTAKE, guidance=Guidance(reason=cases.LONG_REASON, guide=cases.LONG_NAME)
    ),
    "extension": slip(K.EXTENSION, cases.EXTENDED, CENTRE),
    "extension_2018": slip(K.EXTENSION, replace(cases.EXTENDED, **OLD)),
    "extension_long": slip(
        K.EXTENSION,
        replace(
            cases.EXTENDED,
            intake=cases.LONG_INTAKE,
            extension=replace(cases.EXTENDED.extension, reason=" ".join([cases.LONG_REASON] * 3)),
        ),
    ),
    "stop_notice": slip(K.STOP_NOTICE, ended(State.STOPPED)),
    "control": slip(K.CONTROL, cases.FORWARDED),
    "control_2018": slip(K.CONTROL, case(**OLD)),
    "control_staged": slip(K.CONTROL, cases.STAGED, local_due_at=cases.LOCAL_DUE),
    "control_staged_2018": slip(K.CONTROL, replace(cases.STAGED, **OLD), local_due_at=cases.LOCAL_DUE),
    "return_slip": lambda: PAPERS.return_slip(cases.HANDED, DESK, HOA),
    "withdrawal": slip(K.RETURN_SLIP, ended(State.WITHDRAWN)),
    "payment_notice": slip(K.PAYMENT_NOTICE, cases.PAYING, CENTRE, pay_qr=QR),
    "fee_note": slip(K.FEE_NOTE, cases.PAID),
    "closing_notice": slip(K.CLOSING_NOTICE, ended(State.CLOSED, supplements=(cases.ASKED,))),
    "supplement_part": slip(
        K.SUPPLEMENT_PART, case(state=State.WAITING, supplements=(cases.HALF,), intake=cases.intake(components=(*cases.BIRTH_PAPERS, *cases.MISSING[:1])))
    ),
    "withdrawal_unpaid": slip(K.RETURN_SLIP, ended(State.WITHDRAWN, **cases.UNPAID)),
    "stop_notice_unpaid": slip(K.STOP_NOTICE, ended(State.STOPPED, **cases.UNPAID)),
    "refusal_online": told(K.REFUSAL, intake=cases.intake(channel=Channel.ONLINE, superior_code="H56.22.17-261122-0976")),
    "recall": slip(K.RECALL, cases.RECALLED),
    "register": lambda: PAPERS.register(cases.register_lines(40), DESK, "Tháng 11/2026"),
    "register_2018": lambda: PAPERS.register(
        [replace(line, received_at=moment("2025-08-04T08:00:00")) for line in cases.register_lines(3)],
        DESK,
        "Ngày 04/08/2025",
    ),
    "hand_over_list": lambda: PAPERS.hand_over_list(
        cases.hand_over_lines(5), DESK, HOA, to="Chi nhánh Văn phòng Đăng ký đất đai", at=moment("2026-11-23T16:00:00")
    ),
    "paper_numbers": lambda: PAPERS.paper_numbers(
        cases.PAPER_NUMBERS, DESK, HOA, day=date(2026, 11, 23), at=moment("2026-11-23T07:15:00")
    ),
    "reconciliation": lambda: PAPERS.reconciliation(
        sheets.DIFFERING, DESK, HOA, at=moment("2026-11-23T17:05:00")
    ),
    "reconciliation_agreed": lambda: PAPERS.reconciliation(
        sheets.AGREED, DESK, HOA, at=moment("2026-11-23T17:05:00")
    ),
    "guidance_sheet": lambda: PAPERS.guidance_sheet(cases.PROCEDURE, CENTRE),
    "guidance_sheet_cut": lambda: PAPERS.guidance_sheet(cases.CUT_PROCEDURE, CENTRE),
    "posting_cut": lambda: PAPERS.posting([cases.CUT_PROCEDURE, cases.CUT_ALONE], CENTRE, moment("2026-11-23")),
    "posting": lambda: PAPERS.posting([cases.PROCEDURE, cases.AT_ONCE], CENTRE, moment("2026-11-23")),
    "recovery_sheet": lambda: PAPERS.recovery_sheet(
        DESK, "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789", moment("2026-11-23")
    ),
}  # fmt: skip


def text_of(path: Path, *pages: int) -> str:
    """Return the words of a PDF, of `pages` = (first, last) only when given."""
    only = ["-f", str(pages[0]), "-l", str(pages[-1])] if pages else []
    command = ["pdftotext", "-layout", *only, path, "-"]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)
    return " ".join(unicodedata.normalize("NFC", ran.stdout).split())


def image_of(path: Path, dpi: int = 200) -> Path:
    """Return the picture of the first page."""
    subprocess.run(
        ["pdftoppm", "-r", str(dpi), "-png", "-singlefile", path, path.with_suffix("")], check=True
    )
    return path.with_suffix(".png")


def read_back(image: Path) -> set[tuple[str, str]]:
    """Return the bar codes of a picture as (kind, text)."""
    return {(str(code.format), code.text) for code in zxingcpp.read_barcodes(Image.open(image))}
