"""The scans of a case on its page; the key opens the panel."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from desk_app.domain.scan import ScanPlace
from desk_app.services.case_page import CasePage
from desk_app.ui.case.scans.words import scan_name, scan_state
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.parts import Card, label, shortened

_ODD = {ScanPlace.REFUSED, ScanPlace.LOST}
KEY = "Ctrl+B"


class ScansCard(Card):
    """Told a page."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Bản quét"))
        self.rows = QVBoxLayout()
        self.rows.setSpacing(2)
        self.open = KeyButton("", KEY, name="small")
        self.body.addLayout(self.rows)
        self.body.addWidget(self.open)
        self.open.clicked.connect(self.asked)

    def show_page(self, page: CasePage) -> None:
        """Show the scans of a case; hides where there are none and none may be attached."""
        self.clear()
        self.setVisible(bool(page.scans) or page.may_scan)
        self.open.setText(self.tr("Xem, đính kèm") if page.scans else self.tr("Đính kèm bản quét"))
        for scan in page.scans:
            name = label(shortened(scan_name(scan), 90), "value", wrap=True)
            name.setToolTip(scan_name(scan))
            self.rows.addWidget(name)
            self.rows.addWidget(label(scan_state(scan), "odd" if scan.place in _ODD else "label", wrap=True))

    def clear(self) -> None:
        """Show nothing of anybody."""
        while item := self.rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
