"""What Windows prints is the page itself: painted here into a PDF, read back by its codes."""

from __future__ import annotations

import subprocess

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtPrintSupport import QPrinter
from support.sample_papers import CODE, receipt_pdf

from desk_app.app.startup import application
from desk_app.app.windows_printer import WindowsPrinter, paint
from desk_app.domain.errors import NoPrinter
from desk_app.domain.slip import Paper


def test_the_painted_page_carries_both_codes(tmp_path):
    application()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "painted.pdf"))

    assert paint(Paper(title=CODE, pdf=receipt_pdf()), printer)
    subprocess.run(
        ["pdftoppm", "-r", "200", "-png", "-singlefile", tmp_path / "painted.pdf", tmp_path / "page"],
        check=True,
    )
    image = Image.open(tmp_path / "page.png")
    assert image.width > image.height  # two copies on A4 landscape
    assert {
        str(code.format).replace(" ", "") for code in zxingcpp.read_barcodes(image) if code.text == CODE
    } >= {"QRCode", "Code128"}


def test_a_printer_that_is_gone_is_said():
    application()
    with pytest.raises(NoPrinter):
        WindowsPrinter().send(Paper(title="x", pdf=receipt_pdf()), "Gone")
    assert not WindowsPrinter().state("Gone").ready
