"""A receipt goes through a real spooler."""

from __future__ import annotations

import subprocess

import pytest
from support.cases import case
from support.cups import private_cups, wait_for
from support.drawn import SAMPLES, image_of, read_back

from desk_app.domain.errors import NoPrinter, PrintFailed
from desk_app.domain.slip import Paper
from desk_app.printing.printer import CupsPrinter


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
        wait_for(lambda: read_back(image_of(printed)))  # its end may come before its page
        kept = wait_for(lambda: list((cups / "kept").glob("*.bytes")))[0]
        wait_for(lambda: len(kept.read_bytes()) >= len(pdf))

        assert kept.read_bytes() == pdf
        assert case().code in printed.name
        assert {text for _, text in read_back(image_of(printed))} == {case().code}
        subprocess.run(["cupsreject", "Desk"], check=True)
        with pytest.raises(NoPrinter):
            printer.send(Paper(title="x", pdf=pdf), "Gone")
        with pytest.raises(PrintFailed, match="Desk"):
            printer.send(Paper(title="x", pdf=pdf), "Desk")
