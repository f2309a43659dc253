"""Papers hold every word that was entered, in fonts of their own, with bar codes that read back."""

from __future__ import annotations

import os
import re
import subprocess
import unicodedata
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from support.cups import private_cups, wait_for
from support.desk import DESK, HOA, intake

from desk_app.domain.applicant import Applicant, ApplicantKind, IdKind, Submitter, SubmitterRole
from desk_app.domain.case import Case, HandOver, Receiver, ReturnMethod, State
from desk_app.domain.component import Component
from desk_app.domain.errors import MissingGlyph, NoPrinter
from desk_app.domain.moment import moment
from desk_app.domain.slip import Paper
from desk_app.machine.paths import brought
from desk_app.printing.forms import unverified
from desk_app.printing.papers import PdfPapers
from desk_app.printing.printer import CupsPrinter

PAPERS = PdfPapers(brought("resources") / "fonts", brought("resources") / "forms")
GOLDEN = Path(__file__).parents[1] / "samples" / "papers"
LONG_NAME = "Nguyễn Phước Công Huyền Tôn Nữ Thị Hoàng Đức Quỳnh Nguyệt Ái"
ADDRESS = (
    "Số 123 ngách 45 ngõ 678 đường Hoàng Quốc Việt kéo dài, tổ dân phố số 9, thôn Đồng Tâm Thượng, xã Tân Lập, "
    "huyện Bá Thước (cũ), tỉnh Thanh Hóa, gần trường tiểu học, cạnh nhà văn hóa thôn Giữa"
)
LETTERS = "ẮẰẲẴẶ ẤẦẨẪẬ ĐĂÂ ÉÈẺẼẸ ẾỀỂỄỆ ÍÌỈĨỊ ÓÒỎÕỌ ỐỒỔỖỘ ỚỜỞỠỢ ÚÙỦŨỤ ỨỪỬỮỰ ÝỲỶỸỴ"


def case(**changes) -> Case:
    whole = {
        "code": "H56.22.17-261123-5001", "intake": intake(), "procedure_name": "Đăng ký khai sinh",
        "field": "Hộ tịch", "state": State.PROCESSING, "received_at": moment("2026-11-23T08:15:00"),
        "received_by": "hoa", "due_at": moment("2026-11-23T17:00:00"), "catalogue_version": 1,
        "calendar_version": 1, "form_set": "2025", "register_book": "2026-1", "register_number": 7,
        "slip_number": 7, "lookup": "8F4KH8",
    }  # fmt: skip
    return Case(**(whole | changes))


def many_papers():
    names = [
        f"Giấy tờ số {n}: bản sao có chứng thực giấy chứng nhận quyền sử dụng đất và tài sản gắn liền với đất"
        for n in range(1, 16)
    ]
    return tuple(Component(name=name, originals=n % 3, copies=1) for n, name in enumerate(names))


LONG = case(
    intake=intake(
        applicant=Applicant(name=LONG_NAME, address=ADDRESS, id="038190004217", id_kind=IdKind.PERSONAL,
                            phone="0912345678", email="ten.rat.dai@example.vn"),
        submitter=Submitter(role=SubmitterRole.AUTHORISED, name="Trần Đình Ước", id="001090123456"),
        components=many_papers(), return_method=ReturnMethod.POST, return_address=ADDRESS,
    )
)  # fmt: skip
BARE = case(
    due_at=None, register_number=0, slip_number=0, lookup="",
    intake=intake(applicant=Applicant(name=f"Công ty {LETTERS}", kind=ApplicantKind.BUSINESS, id="2800123456", id_kind=IdKind.TAX),
                  term="", fee=None, components=(Component(name="Đơn đề nghị viết tay"),)),
)  # fmt: skip
TAKEN = HandOver(
    receiver=Receiver.PROXY, name="Trần Đình Ước", id="001090123456", paper="Giấy ủy quyền ngày 20/11/2026",
    slip_number=3, at=moment("2026-11-23T10:00:00"), staff="hoa",
)  # fmt: skip
ONE = replace(DESK, receipt_copies=1)
SAMPLES = {
    "receipt": lambda: PAPERS.receipt(case(), DESK, HOA),
    "receipt_long": lambda: PAPERS.receipt(LONG, DESK, HOA),
    "receipt_bare": lambda: PAPERS.receipt(BARE, ONE, HOA),
    "receipt_again": lambda: PAPERS.receipt(case(), ONE, HOA, nth=3),
    "receipt_2018": lambda: PAPERS.receipt(case(form_set="2018"), ONE, HOA),
    "return_slip": lambda: PAPERS.return_slip(case(hand_over=TAKEN, result_number="15/GKS"), DESK, HOA),
    "recovery_sheet": lambda: PAPERS.recovery_sheet(
        DESK, "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789", moment("2026-11-23")
    ),
}


@pytest.fixture(params=SAMPLES)
def sample(request, tmp_path):
    path = tmp_path / f"{request.param}.pdf"
    path.write_bytes(SAMPLES[request.param]())
    return path


def text_of(path: Path) -> str:
    ran = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True)
    return " ".join(unicodedata.normalize("NFC", ran.stdout).split())


def image_of(path: Path, dpi: int = 200) -> Path:
    subprocess.run(
        ["pdftoppm", "-r", str(dpi), "-png", "-singlefile", path, path.with_suffix("")], check=True
    )
    return path.with_suffix(".png")


def read_back(image: Path) -> set[tuple[str, str]]:
    return {(str(code.format), code.text) for code in zxingcpp.read_barcodes(Image.open(image))}


def test_papers_are_those_we_looked_at(sample):
    """Look at the page first, then bless it: BLESS=1 make test."""
    golden = GOLDEN / sample.name
    if os.environ.get("BLESS"):
        golden.write_bytes(sample.read_bytes())

    assert sample.read_bytes() == golden.read_bytes()


def test_fonts_are_embedded_subset_truetype_only(sample):
    ran = subprocess.run(["pdffonts", sample], check=True, capture_output=True, text=True)
    rows = ran.stdout.splitlines()[2:]

    assert rows
    for row in rows:
        assert re.search(r"\+Tinos\S*\s+TrueType\s+\S+\s+yes\s+yes\s+yes", row), row


def test_every_printed_field_comes_back_with_its_diacritics(tmp_path):
    path = tmp_path / "long.pdf"
    path.write_bytes(PAPERS.receipt(LONG, ONE, HOA))
    text = text_of(path)

    for field in (
        LONG_NAME.upper(), ADDRESS, "Trần Đình Ước", "ủy quyền", "038190004217", "0912345678", "ten.rat.dai@example.vn",
        "Đăng ký khai sinh", "trong ngày (nhận đến 15:00)", "08 giờ 15 phút, ngày 23 tháng 11 năm 2026",
        "17 giờ 00 phút, ngày 23 tháng 11 năm 2026", "qua bưu chính", "8.000 đ (Tám nghìn đồng)", "Quyển số 2026-1",
        "Số thứ tự 7", "Lê Thị Hoa", "Mã tra cứu: 8F4KH8", "UBND XÃ TÂN LẬP", "Số: 00007",
    ):  # fmt: skip
        assert all(word in text for word in field.split()), field
    for paper in LONG.intake.components:
        assert paper.name.split(":")[0] in text
    assert text.count("Mã hồ sơ: H56.22.17-261123-5001") == 2  # on the first page and repeated on the second
    assert "Trang 2/2" in text


def test_a_receipt_says_nothing_that_nobody_entered(tmp_path):
    path = tmp_path / "bare.pdf"
    path.write_bytes(SAMPLES["receipt_bare"]())
    text = text_of(path)

    assert LETTERS.split()[0] in text
    for absent in (
        "None",
        "Thời gian trả",
        "theo quy định là",
        "Phí, lệ phí",
        "Mã tra cứu",
        "Số điện thoại",
        "Địa chỉ",
    ):
        assert absent not in text, absent


@pytest.mark.parametrize("nth", [1, 2, 3])
def test_a_reprint_says_which(tmp_path, nth):
    path = tmp_path / "again.pdf"
    path.write_bytes(PAPERS.receipt(case(), ONE, HOA, nth=nth))

    assert ("BẢN IN LẠI" in text_of(path)) == (nth > 1)
    assert nth == 1 or f"BẢN IN LẠI lần {nth - 1}" in text_of(path)


def test_both_codes_read_back_from_the_page_by_two_readers(tmp_path):
    path = tmp_path / "receipt.pdf"
    path.write_bytes(SAMPLES["receipt"]())
    image = image_of(path)
    zbar = subprocess.run(["zbarimg", "-q", image], check=True, capture_output=True, text=True).stdout.split()

    assert {kind.replace(" ", "") for kind, text in read_back(image) if text == case().code} >= {
        "QRCode",
        "Code128",
    }
    assert {f"QR-Code:{case().code}", f"CODE-128:{case().code}"} <= set(zbar)


def test_no_word_stands_on_another(tmp_path):
    path = tmp_path / "long.pdf"
    path.write_bytes(SAMPLES["receipt_long"]())
    ran = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True, capture_output=True, text=True)
    for page in ran.stdout.split("<page ")[1:]:
        width, height = (float(n) for n in re.search(r'width="([\d.]+)" height="([\d.]+)"', page).groups())
        boxes = [
            tuple(map(float, found))
            for found in re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', page)
        ]
        assert len(boxes) > 100
        for n, (left, top, right, bottom) in enumerate(boxes):
            assert 0 < left < right < width
            assert 0 < top < bottom < height
            for other in boxes[n + 1 :]:
                over = min(right, other[2]) - max(left, other[0]), min(bottom, other[3]) - max(top, other[1])
                assert over[0] <= 0.5 or over[1] <= 0.45 * min(bottom - top, other[3] - other[1]), (
                    boxes[n],
                    other,
                )


def test_a_letter_that_the_fonts_lack_is_named():
    with pytest.raises(MissingGlyph, match="漢"):
        PAPERS.receipt(case(intake=intake(name="Trần 漢")), DESK, HOA)


def test_the_form_follows_the_day_of_receipt():
    days = {"2018": datetime(2025, 9, 14), "2025": datetime(2025, 9, 15)}

    assert {name: PAPERS.form_set_on(day.date()) for name, day in days.items()} == {
        "2018": "2018",
        "2025": "2025",
    }


def test_lines_not_yet_checked_against_the_law_are_listed():
    listed = unverified(PAPERS.forms)

    assert listed
    assert all(line.startswith("TT 03/2025/TT-VPCP: ") for line in listed)


def test_the_preview_is_a_picture_of_the_page():
    preview = PAPERS.receipt_preview(case(), DESK, HOA, width_px=600)

    assert preview.startswith(b"\x89PNG")
    assert int.from_bytes(preview[16:20], "big") == 600


def test_a_receipt_goes_through_a_real_spooler(tmp_path):
    """Page image and bar codes from cups-pdf; the bytes from a backend of our own."""
    pdf, printer = SAMPLES["receipt"](), CupsPrinter()
    with private_cups(tmp_path / "cups") as cups:
        assert set(printer.names()) == {"Desk", "Keeper"}
        assert printer.state("Desk").ready
        for name in ("Desk", "Keeper"):
            printer.send(Paper(title=case().code, pdf=pdf), name)
        printed = wait_for(lambda: list((cups / "papers").glob("*.pdf")))[0]
        wait_for(lambda: b"%%EOF" in printed.read_bytes()[-64:])
        kept = wait_for(lambda: list((cups / "kept").glob("*.bytes")))[0]
        wait_for(lambda: len(kept.read_bytes()) >= len(pdf))

        assert kept.read_bytes() == pdf
        assert case().code in printed.name
        assert {text for _, text in read_back(image_of(printed))} == {case().code}
        subprocess.run(["cupsreject", "Desk"], check=True)
        with pytest.raises(NoPrinter):
            printer.send(Paper(title="x", pdf=pdf), "Gone")
        from desk_app.domain.errors import PrintFailed

        with pytest.raises(PrintFailed, match="Desk"):
            printer.send(Paper(title="x", pdf=pdf), "Desk")
