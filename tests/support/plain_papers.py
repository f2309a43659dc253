"""Papers in a line of text, where a test is not about how they look."""

from __future__ import annotations


class PlainPapers:
    """Fills ports.Papers for tests about storing and printing."""

    def slip(self, kind, case, desk, staff, *, nth=1, pay_qr=""):
        return f"{kind} {case.code} {nth} {pay_qr}".strip().encode()

    def guidance(self, guided, desk, staff, *, nth=1):
        return f"{guided.kind} without a case {guided.slip_number} {nth}".encode()

    def receipt(self, case, desk, staff, *, nth=1):
        return f"receipt {case.code} {nth}".encode()

    def return_slip(self, case, desk, staff, *, nth=1):
        return f"return slip {case.code} {nth}".encode()

    def together(self, pdfs):
        return b"\n".join(pdfs)
