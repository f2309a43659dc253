"""Whose fee table the commune goes by, beside the country's."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot

from desk_app.domain.fee import FeeArea
from desk_app.domain.words import Words
from desk_app.ui.choice import Choice
from desk_app.ui.parts import Card
from desk_app.ui.wording import worded


class FeeAreaCard(Card):
    """One choice, kept as it is made."""

    wanted = Signal(FeeArea)

    def __init__(self) -> None:
        super().__init__(self.tr("Biểu mức thu của tỉnh"))
        self._areas: list[FeeArea] = []
        self.area = Choice()
        self.area.setAccessibleName(self.tr("Biểu mức thu của tỉnh"))
        self.body.addWidget(self.area)
        self.area.activated.connect(self._on_chosen)

    def show_areas(self, areas: Sequence[FeeArea], chosen: FeeArea) -> None:
        """Offer what there is; one that was chosen and has no table any more stays in sight."""
        known = [FeeArea(), *areas]
        self._areas = known if chosen in known else [*known, chosen]
        self.area.clear()
        for one in self._areas:
            self.area.addItem(one.name or worded(Words("Chỉ mức thu chung của cả nước")))
        self.area.setCurrentIndex(self._areas.index(chosen))

    @Slot(int)
    def _on_chosen(self, place: int) -> None:
        self.wanted.emit(self._areas[place])
