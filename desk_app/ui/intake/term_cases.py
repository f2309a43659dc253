"""The cases that a procedure's terms are for, each term with its text, the chosen one marked and whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from desk_app.domain.procedure import TermChoice
from desk_app.domain.promised_term import term_words
from desk_app.ui.parts import label, shortened
from desk_app.ui.scroll import Scroll
from desk_app.ui.wording import worded

HIGHEST = 132  # seven lines: what is longer scrolls, and Tab then stops here
SHORT = 90


class TermCases(Scroll):
    """Says which case a term is for, and what the law allows where the commune promises less."""

    def __init__(self) -> None:
        self.text = label("", "muted", wrap=True)
        super().__init__(self.text, sideways=False)
        self.setAccessibleName(self.tr("Các trường hợp của thời hạn"))
        self.setFrameShape(Scroll.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_choices(self, choices: Sequence[TermChoice], chosen: int) -> None:
        """Show the choices, all but the chosen one cut short; nothing where there is nothing to tell apart."""
        lines = [
            _line(choice, whole=n == chosen, several=len(choices) > 1) for n, choice in enumerate(choices)
        ]
        marked = [f"{'▸' if n == chosen else '·'} {line}" for n, line in enumerate(lines)]
        tells = len(choices) > 1 or any(choice.reduced for choice in choices)
        self.text.setText("\n".join(marked if len(choices) > 1 else lines) if tells else "")
        self.setVisible(tells)
        self.updateGeometry()
        self._let_scroll(self.width())

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows from the width, as of any text that wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the text takes, seven lines at most."""
        return min(HIGHEST, self._whole(width))

    def sizeHint(self) -> QSize:
        """Return the height at the present width."""
        return QSize(super().sizeHint().width(), self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Return no height of its own."""
        return QSize(super().minimumSizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See anew whether there is more than fits."""
        super().resizeEvent(event)
        self._let_scroll(event.size().width())

    def _let_scroll(self, width: int) -> None:
        self.setProperty("focusPolicy", "StrongFocus" if self._whole(width) > HIGHEST else "NoFocus")

    def _whole(self, width: int) -> int:
        return self.text.heightForWidth(width) + 2


def item_text(choice: TermChoice, *, several: bool) -> str:
    """Return a term as the list offers it: with the case that it is for, where there are several."""
    term = worded(term_words(choice.term, ""))
    return f"{term} · {shortened(' '.join(choice.text.split()), SHORT)}" if several and choice.text else term


def _line(choice: TermChoice, *, whole: bool, several: bool) -> str:
    term = worded(term_words(choice.term, choice.term_by_law))
    text = " ".join(choice.text.split())
    if not several or not text:
        return term
    return f"{term}: {text if whole else shortened(text, SHORT)}"
