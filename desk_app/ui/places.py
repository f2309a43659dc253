"""The dark column at the left: where to go, by key or click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desk_app.ui.key_cap import LaidOutButton
from desk_app.ui.keys import on_key
from desk_app.ui.parts import label, never_focused, show_state
from desk_app.ui.wording import worded

if TYPE_CHECKING:
    from desk_app.ui.shell import Place

WIDE, NARROW = 168, 84
WAITING_AT = "F4"  # the place beside which the number of waiting results stands
REFUSED_AT = "F7"  # the place beside which the number of cases stands that the superior sent back


class Places(QFrame):
    """One button a place; made anew at each sign-in."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("nav")
        self.setFixedWidth(WIDE)
        self._narrow = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(8, 10, 8, 10)
        self._box.setSpacing(2)
        self.badge, self.refused = label("", "badge"), label("", "badge")
        self.refused.setProperty(
            "state", "late"
        )  # not show_state: asking for a style makes all of Qt's enumerations
        self.refused.hide()
        self.badge = label("", "badge")
        self.copied = label("", "copied", wrap=True)  # when the newest verified copy was made: always in view
        self.buttons: list[LaidOutButton] = []
        self._shortcuts: list[QShortcut] = []

    def show_places(self, places: Sequence[Place], go_to: Callable[[int], None], window: QWidget) -> None:
        """Show these places; their keys work anywhere in `window`."""
        for part in (self.badge, self.refused, self.copied):
            part.setParent(None)
        while item := self._box.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.drop_keys()
        # not the buttons' own shortcuts: those act a tenth of a second late, as if clicked by a mouse
        self._shortcuts = [on_key(place.key, window, partial(go_to, n)) for n, place in enumerate(places)]
        self.buttons = [self._button(place, partial(go_to, n)) for n, place in enumerate(places)]
        for button in self.buttons:
            self._box.addWidget(button)
        self._box.addStretch(1)
        self._box.addWidget(self.copied)
        self.be_narrow(narrow=self._narrow)

    def drop_keys(self) -> None:
        """Let no key lead anywhere any more."""
        while self._shortcuts:
            self._shortcuts.pop().deleteLater()

    def be_narrow(self, *, narrow: bool) -> None:
        """Show the keys alone, so that a small screen has its room for the work."""
        self._narrow = narrow
        self.setFixedWidth(NARROW if narrow else WIDE)
        for name in self.findChildren(QLabel, "navName"):
            name.setHidden(narrow)

    def mark(self, number: int) -> None:
        """Show where the clerk is."""
        for n, button in enumerate(self.buttons):
            button.setChecked(n == number)

    def show_waiting(self, results: int) -> None:
        """Show how many results wait to be handed over."""
        self.badge.setText(str(results))
        self.badge.setVisible(results > 0)

    def show_refused(self, cases: int) -> None:
        """Show how many cases the superior sent back."""
        self.refused.setText(str(cases))
        self.refused.setToolTip(self.tr("{n} hồ sơ cấp trên trả lại", n=cases).format(n=cases))
        self.refused.setVisible(cases > 0)

    def show_copied(self, at: datetime | None, now: datetime) -> None:
        """Show when the newest verified copy of the store was made; in amber where it is older than a day."""
        days = (now.date() - at.date()).days if at else None
        if at is None:
            text = self.tr("Chưa sao lưu (F8)")
        elif days == 0:
            text = self.tr("Sao lưu {time} hôm nay").format(time=f"{at:%H:%M}")
        else:
            text = self.tr("Sao lưu {time}").format(time=f"{at:%H:%M %d/%m}")
        self.copied.setText(text)
        show_state(self.copied, "late" if days is None or days > 1 else "")

    def _button(self, place: Place, go: Callable[[], None]) -> LaidOutButton:
        button = LaidOutButton(10, 9)
        button.setCheckable(True)
        button.setMaximumHeight(38)
        button.setMinimumHeight(26)  # a low window shows all places
        never_focused(button)
        button.setAccessibleName(worded(place.name))
        button.setToolTip(worded(place.name))
        button.clicked.connect(lambda *_checked: go())
        button.row.setSpacing(5)
        button.add(label(worded(place.name), "navName"), 1)
        if place.key == WAITING_AT:
            button.add(self.badge)
        if place.key == REFUSED_AT:
            button.add(self.refused)
        if place.badge is not None:
            button.add(place.badge)
        button.add(label(place.key, "navKey"))
        return button
