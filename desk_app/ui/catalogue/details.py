"""Everything known of one procedure."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from desk_app.domain.procedure_facts import ProcedurePage, facts
from desk_app.ui.parts import Card, label
from desk_app.ui.wording import worded


class Details(QScrollArea):
    """Captions at the left, texts at the right; scrolls when there is much."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.card = Card()
        self.name = label("", "big", wrap=True)
        self.under = label("", "muted", wrap=True)
        self.grid = QGridLayout()
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnMinimumWidth(0, 118)
        self.grid.setHorizontalSpacing(14)
        self.grid.setVerticalSpacing(9)
        self.card.body.addWidget(self.name)
        self.card.body.addWidget(self.under)
        self.card.body.addSpacing(6)
        self.card.body.addLayout(self.grid)
        self.card.body.addStretch(1)
        self.setWidget(self.card)

    def show_page(self, page: ProcedurePage, day: date) -> None:
        """Show a procedure as it stands on `day`."""
        one = page.procedure
        self.name.setText(one.name)
        self.under.setText(" · ".join(filter(None, (one.code + one.code_suffix, one.field))))
        while item := self.grid.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row, (caption, lines) in enumerate(facts(page, day)):
            top = Qt.AlignmentFlag.AlignTop
            self.grid.addWidget(label(worded(caption), "label"), row, 0, top)
            self.grid.addWidget(
                self._value("\n".join(map(worded, lines)), warn=row == 0 and bool(one.note)), row, 1, top
            )
        self.verticalScrollBar().setValue(0)

    def _value(self, text: str, *, warn: bool) -> QWidget:
        value = label(text, "odd" if warn else "value", wrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return value
