"""Everything that may be done with a case now: a letter or a click chooses."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desk_app.domain.deed import ASKED_FIRST, AnyAct, TakingBack, act_title
from desk_app.domain.lifecycle import ActName
from desk_app.ui.case.acts.table import LETTERS
from desk_app.ui.parts import label
from desk_app.ui.wording import worded


class ActButton(QPushButton):
    """One act with its letter."""

    def __init__(self, act: AnyAct) -> None:
        super().__init__()
        self.act = act
        name = worded(act_title(act))
        self.setObjectName("act")
        self.setAccessibleName(f"{name} {LETTERS[act]}")
        self.setAutoDefault(True)  # Enter, too, not only Space
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(9)
        cap = label(LETTERS[act], "keyCap")
        cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        cap.setFixedSize(24, 20)
        row.addWidget(cap)
        row.addWidget(label(name, "actName"), 1)
        self.setFixedHeight(30)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class ActList(QWidget):
    """Told what may be done; asks for one of them. Arrow keys move, Enter takes, a letter takes at once."""

    asked = Signal(object)  # AnyAct
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[ActButton] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(3)

    def show_acts(self, may: tuple[AnyAct, ...]) -> None:
        """Show these: what leads on first, what ends the case late, what takes the newest act back last."""
        acts = sorted(may, key=lambda act: _place(act, list(LETTERS)))
        if acts == self.acts:
            return  # a print or an acknowledgement must not take the cursor away
        for button in self.buttons:
            self._box.removeWidget(button)
            button.hide()  # until the event loop deletes it, it would still be seen
            button.deleteLater()
        self.buttons = [ActButton(act) for act in acts]
        for button in self.buttons:
            button.clicked.connect(lambda *_clicked, act=button.act: self.asked.emit(act))
            self._box.addWidget(button)
            button.show()  # else it takes no focus before the next layout: F6 pressed at once went nowhere

    @Slot()
    def take_focus(self) -> None:
        """Begin at the first act."""
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def acts(self) -> list[AnyAct]:
        """Return what is offered, top to bottom."""
        return [button.act for button in self.buttons]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take an act by its letter, move by arrows."""
        key, focus = event.key(), self.focusWidget()
        by_letter = {ord(LETTERS[button.act]): button for button in self.buttons}
        if key in by_letter and not event.modifiers():
            self.asked.emit(by_letter[key].act)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and focus in self.buttons:
            step = 1 if key == Qt.Key.Key_Down else -1
            at = (self.buttons.index(focus) + step) % len(self.buttons)
            self.buttons[at].setFocus()
        else:
            super().keyPressEvent(event)


def _place(act: AnyAct, order: list[AnyAct]) -> tuple[bool, bool, bool, int]:
    return (act is TakingBack.UNDO, act in ASKED_FIRST, act is not ActName.COMPLETE, order.index(act))
