"""Papers in a line of text, where a test is not about how they look."""

from __future__ import annotations


class PlainPapers:
    """Fills ports.Papers for tests about storing and printing."""

    def receipt(self, case, desk, staff, *, nth=1):
        return f"receipt {case.code} {nth}".encode()

    def return_slip(self, case, desk, staff, *, nth=1):
        return f"return slip {case.code} {nth}".encode()
