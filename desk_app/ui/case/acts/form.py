"""What every act's form shares: fields one below the other, and a deed read from them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk_app.domain.birth_date import read_birth_date
from desk_app.domain.component import Component
from desk_app.domain.deed import AnyAct, Deed
from desk_app.domain.errors import ImpossibleDate
from desk_app.domain.slip import SlipKind
from desk_app.domain.words import Words
from desk_app.services.act_help import ActHelp
from desk_app.ui.intake.component_table import ComponentTable
from desk_app.ui.intake.form_state import Paper
from desk_app.ui.parts import boxed, field, label
from desk_app.ui.text_box import TextBox
from desk_app.ui.wording import worded

Choices = Sequence[tuple[str, str]]


class ActForm(QWidget):
    """Asks for one act, filled in as far as it can be; knows nothing of storage.

    `said` is the sentence after it was done, `caution` the question before what cannot be undone.
    """

    changed = Signal()
    act: ClassVar[AnyAct]
    said: ClassVar[Words]
    caution: ClassVar[Words | None] = None

    def __init__(self, help_: ActHelp) -> None:
        super().__init__()
        self.help = help_
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(7)
        self.lay_out()
        if not self.findChildren(ComponentTable):  # a table takes the room there is
            self.body.addStretch(1)

    @abstractmethod
    def lay_out(self) -> None:
        """Make and place the fields."""

    @abstractmethod
    def deed(self) -> Deed:
        """Return what stands in the form.

        Raises:
            DeskError: something there cannot be read.
        """

    def told(self, paper: SlipKind | None) -> Words:
        """Return what is said once it was done; `paper` is what it gave."""
        del paper
        return self.said

    def first(self) -> QWidget:
        """Return where the clerk begins: the first field that takes text."""
        found = self.findChildren(QWidget)
        return next((w for w in found if isinstance(w, TextBox | QLineEdit) and w.isEnabled()), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next field by Enter, as at intake."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def line(self, caption: str, text: str = "", *, most: int = 200) -> QLineEdit:
        """Add a line."""
        made = self.bare_line(text, most=most)
        self.body.addLayout(field(caption, made))
        return made

    def bare_line(self, text: str = "", *, most: int = 200) -> QLineEdit:
        """Return a line that its form places itself."""
        made = QLineEdit(text)
        made.setMaxLength(most)
        made.textChanged.connect(self.changed)
        return made

    def bare_amount(self, amount: int) -> QLineEdit:
        """Return a line for an amount of đồng; empty for 0."""
        made = self.bare_line(dotted(amount), most=15)
        made.setAlignment(Qt.AlignmentFlag.AlignRight)
        return made

    def text(self, caption: str, text: str = "", *, lines: int = 3) -> TextBox:
        """Add a box of several lines; Tab leaves it."""
        made = TextBox(lines, 8)
        made.setText(text)
        made.textChanged.connect(self.changed)
        self.body.addLayout(field(caption, made))
        return made

    def choice(self, caption: str, choices: Choices) -> QComboBox:
        """Add a choice."""
        made = self.bare_choice(choices)
        self.body.addLayout(field(caption, made))
        return made

    def bare_choice(self, choices: Choices) -> QComboBox:
        """Return a choice that its form places itself."""
        made = CalmChoice()
        for value, text in choices:
            made.addItem(worded(text), str(value))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(6)
        made.currentIndexChanged.connect(self.changed)
        return made

    def day(self, caption: str) -> QLineEdit:
        """Add a line for a day: 4/12/2026, 04122026."""
        made = self.line(caption, most=10)
        made.setPlaceholderText(self.tr("ngày/tháng/năm"))
        return made

    def papers(self, papers: list[Paper], *, whole: bool = False) -> ComponentTable:
        """Add a table of papers: Space ticks, digits change a count. `whole`: the form scrolls, not the table."""
        made = ComponentTable()
        made.papers.show(papers, self.help.procedure)
        made.setMinimumHeight(170)
        made.papers.edited.connect(self.changed)
        if whole:
            header = made.verticalHeader()
            header.sectionResized.connect(lambda *_sizes: made.setFixedHeight(header.length() + 56))
            made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(made, 1)
        return made

    def note(self, text: str, name: str = "muted") -> None:
        """Add a sentence."""
        self.body.addWidget(label(text, name, wrap=True))

    def shown_when(self, box: QVBoxLayout | QHBoxLayout) -> QWidget:
        """Add parts that are shown and hidden together."""
        made = boxed(box)
        self.body.addWidget(made)
        return made


class CalmChoice(QComboBox):
    """A choice that the wheel scrolls past: else scrolling a long form would change what was chosen."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def day_in(line: QLineEdit) -> date:
    """Return the day that a line says.

    Raises:
        ImpossibleDate: it is none, or not whole.
    """
    read = read_birth_date(line.text())
    if len(read) != len("2026-12-04"):
        raise ImpossibleDate(text=line.text())
    return date.fromisoformat(read)


def ticked(table: ComponentTable) -> tuple[Component, ...]:
    """Return the papers that are ticked and have a name."""
    return tuple(
        Component(name=paper.name.strip(), originals=paper.originals, copies=paper.copies)
        for paper in table.papers.papers
        if paper.handed_in and paper.name.strip()
    )


def dotted(amount: int) -> str:
    """Return "8.000", empty for 0."""
    return f"{amount:,}".replace(",", ".") if amount else ""


def amount_in(line: QLineEdit) -> int:
    """Return the đồng that a line says, 0 when it says nothing."""
    digits = "".join(c for c in line.text() if c.isascii() and c.isdigit())
    return int(digits) if digits else 0
