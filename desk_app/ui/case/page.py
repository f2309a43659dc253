"""The page of a case: facts, promises and papers, turns and timeline, and what may be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desk_app.services.case_page import CasePage
from desk_app.ui.case.cards import FactsCard, PromisesCard, SlipsCard, TimelineCard, TurnsCard
from desk_app.ui.case.next_step import NextStepCard
from desk_app.ui.case.scans.card import ScansCard
from desk_app.ui.parts import beside


class PageView(QWidget):
    """Three columns, each scrolls by itself; told a page."""

    def __init__(self) -> None:
        super().__init__()
        self.next, self.slips, self.scans = NextStepCard(), SlipsCard(), ScansCard()
        facts, timeline = FactsCard(), TimelineCard()
        self.cards = (facts, PromisesCard(), self.slips, self.scans, TurnsCard(), timeline)
        more = QVBoxLayout()
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(12)
        for card in self.cards[1:]:
            more.addWidget(card, int(card is timeline))
        column = QWidget()
        column.setObjectName("page")  # else the gaps between the cards have another grey
        column.setLayout(more)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        columns = (_scrolled(facts), 36), (_scrolled(column), 35), (_scrolled(self.next), 29)
        box.addLayout(beside(*columns, spacing=12))

    def show_page(self, page: CasePage) -> None:
        """Show a page."""
        for part in (self.next, *self.cards):
            part.show_page(page)

    def clear(self) -> None:
        """Show nothing of anybody."""
        for part in (self.next, *self.cards):
            part.clear()


def _scrolled(widget: QWidget) -> QScrollArea:
    """Return a widget that scrolls up and down where it is too long for the screen."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(widget)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll
