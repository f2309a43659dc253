"""What the superior tells: notices, published documents on their way or in force, and what could not be used."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desk_app.domain.news import THING_NAMES, Notice
from desk_app.domain.news_ports import ThingState
from desk_app.services.sync_overview import SyncOverview
from desk_app.ui.parts import Card, divider, label
from desk_app.ui.wording import kept_sentence, worded

MOST_THINGS = 6


class NewsCard(Card):
    """Told an overview; scrolls by itself when there is much."""

    def __init__(self) -> None:
        super().__init__(self.tr("Tin từ cấp trên"))
        inside = QWidget()
        inside.setObjectName("white")
        self.lines = QVBoxLayout(inside)
        self.lines.setContentsMargins(0, 0, 4, 0)
        self.lines.setSpacing(4)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.body.addWidget(area, 1)

    def show_overview(self, seen: SyncOverview, today: date) -> None:
        """Show notices first, then documents, then what could not be used."""
        while item := self.lines.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for notice in seen.notices:
            self._notice(notice)
        if seen.notices and seen.things:
            self.lines.addWidget(divider())
        for thing in seen.things[:MOST_THINGS]:
            self._thing(thing, today)
        for one in seen.failed:
            self.lines.addWidget(label(kept_sentence(one.why), "odd", wrap=True))
        if not (seen.notices or seen.things or seen.failed):
            self.lines.addWidget(label(self.tr("Chưa có tin nào."), "muted"))
        self.lines.addStretch(1)

    def _notice(self, notice: Notice) -> None:
        self.lines.addWidget(label(notice.title, "strong", wrap=True))
        self.lines.addWidget(label(notice.text, "value", wrap=True))
        until = self.tr("đến hết {day}").format(day=f"{notice.until:%d/%m/%Y}")
        self.lines.addWidget(label(until, "label"))

    def _thing(self, one: ThingState, today: date) -> None:
        thing = one.thing
        name = self.tr("{what}, bản {n}").format(what=worded(THING_NAMES[thing.kind]), n=thing.version)
        self.lines.addWidget(label(f"{name} · {self._state(one, today)}", "value", wrap=True))
        if one.trouble and not one.held:
            self.lines.addWidget(label(kept_sentence(one.trouble), "odd", wrap=True))

    def _state(self, one: ThingState, today: date) -> str:
        since = f"{one.thing.effective_from:%d/%m/%Y}"
        if not one.held:
            return self.tr("đã tải {got}/{all} KB").format(
                got=one.got // 1024, all=-(-one.thing.size // 1024)
            )
        if one.thing.effective_from <= today:
            return self.tr("đã có, hiệu lực từ {day}").format(day=since)
        return self.tr("đã tải, sẽ dùng từ {day}").format(day=since)
