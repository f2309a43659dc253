"""2 · Thủ tục và thành phần hồ sơ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from desk_app.domain.deadline import term_text
from desk_app.domain.errors import UnclearTerm
from desk_app.domain.procedure import Procedure, TermChoice
from desk_app.domain.term_words import read_term_words
from desk_app.ui.choice import Choice
from desk_app.ui.intake.component_table import ComponentTable
from desk_app.ui.intake.form_state import FormState
from desk_app.ui.intake.papers_model import papers_of
from desk_app.ui.intake.procedure_search import ProcedureSearch, facts
from desk_app.ui.intake.term_cases import TermCases, item_text
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.parts import Card, beside, boxed, field, label, show_state
from desk_app.ui.wording import worded


class ProcedureCard(Card):
    """Asks which procedure, which term, which papers."""

    changed = Signal()
    procedure_chosen = Signal()

    def __init__(self, search: Callable[[str], list[Procedure]], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.body.addWidget(label(self.tr("2 · THỦ TỤC VÀ THÀNH PHẦN HỒ SƠ"), "heading"))
        self.search = ProcedureSearch(search)
        self.facts = label("", "muted", wrap=True)
        self.term = Choice()
        self.term.setEditable(True)
        self.term.setInsertPolicy(Choice.InsertPolicy.NoInsert)
        self.cases = TermCases()
        self._offered: list[TermChoice] = []
        self.sets = QLineEdit("1")
        self.sets.setValidator(QIntValidator(1, 99, self.sets))
        self.sets.setMaximumWidth(56)
        self.add_paper = KeyButton(self.tr("+ Giấy tờ"), "Ctrl+G")
        self.table = ComponentTable()
        self.complete = label("", "complete", wrap=True)
        self._lay_out()
        self.search.chosen.connect(self.choose)
        self.search.textChanged.connect(self._on_changed)
        self.term.editTextChanged.connect(self._on_term)
        self.sets.textChanged.connect(self._on_changed)
        self.table.papers.edited.connect(self._on_changed)
        self.add_paper.clicked.connect(self.table.add_typed)
        self.choose(None)

    @property
    def procedure(self) -> Procedure | None:
        """Return the chosen procedure; None while something else is typed."""
        return self.search.settled

    def state(self, others: FormState) -> FormState:
        """Return `others` with this card's fields."""
        return replace(
            others,
            procedure=self.procedure.code if self.procedure else "",
            term=self.term_typed(),
            term_by_law=chosen.term_by_law if (chosen := self._chosen()) else "",
            papers=tuple(self.table.papers.papers),
            sets=self.sets.text(),
        )

    def term_typed(self) -> str:
        """Return the term as `desk-app due` reads it, or what was typed when nobody understands it."""
        if chosen := self._chosen():
            return chosen.term
        text = self.term.currentText().strip()
        try:
            return read_term_words(text)
        except UnclearTerm:
            return text

    def chosen_term(self) -> str:
        """Return the term as `desk-app due` reads it; empty when none or none that we understand."""
        try:
            return read_term_words(self.term_typed())
        except UnclearTerm:
            return ""

    def show_state_of(self, state: FormState, procedure: Procedure | None) -> None:
        """Fill the card."""
        self.choose(procedure)
        self.sets.setText(state.sets)
        if state.term:
            pairs = [(choice.term, choice.term_by_law) for choice in self._offered]
            wanted = (state.term, state.term_by_law)
            known = pairs.index(wanted) if wanted in pairs else self.term.findData(state.term)
            self.term.setCurrentIndex(known)
            if known < 0:
                self.term.setEditText(_term_shown(state.term))
        if state.papers:
            self.table.papers.show(list(state.papers), procedure)

    @Slot(object)
    def choose(self, procedure: Procedure | None) -> None:
        """Take a procedure: its papers, its terms."""
        self.search.show_chosen(procedure)
        self.facts.setText(facts(procedure) if procedure else "")
        self.term.clear()
        self._offered = list(dict.fromkeys(procedure.terms)) if procedure else []
        for choice in self._offered:
            self.term.addItem(item_text(choice, several=len(self._offered) > 1), choice.term)
        self.term.setCurrentIndex(0 if self.term.count() else -1)
        line = self.term.lineEdit()
        if line is not None:
            line.setCursorPosition(0)  # else a long term shows its end
        self.table.papers.show(papers_of(procedure) if procedure else [], procedure)
        self.procedure_chosen.emit()
        self._on_changed()

    def show_complete(self, text: str, *, missing: bool) -> None:
        """Say whether the dossier is complete."""
        self.complete.setText(text)
        self.complete.setVisible(bool(text))
        show_state(self.complete, "missing" if missing else "")

    def widget_of(self, name: str) -> QWidget | None:
        """Return the input of a field of the form."""
        return {"procedure": self.search, "term": self.term, "papers": self.table, "sets": self.sets}.get(
            name
        )

    def _chosen(self) -> TermChoice | None:
        """Return the case that the box names; None where the clerk typed a term of his own."""
        text, index = self.term.currentText().strip(), self.term.currentIndex()
        if index < 0 or self.term.itemText(index) != text:  # typed or completed, not walked to
            index = self.term.findText(text)
        return self._offered[index] if 0 <= index < len(self._offered) else None

    def _lay_out(self) -> None:
        sets = field(self.tr("Số bộ"), self.sets)
        self.body.addLayout(
            beside((field(self.tr("Thủ tục hành chính"), self.search, "Ctrl+T"), 1), (sets, 0))
        )
        self.body.addWidget(self.facts)
        term = field(self.tr("Thời hạn (vd: 5 ngày làm việc, 8 giờ, 15 ngày)"), self.term)
        self.body.addLayout(beside((term, 1), (_low(self.add_paper), 0)))
        self.add_paper.setAccessibleName(self.tr("Thêm giấy tờ"))
        self.body.addWidget(self.cases)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.complete)

    @Slot()
    def _on_term(self) -> None:
        chosen = self._chosen()
        at_once = self.procedure is not None and self.procedure.at_once  # then no date depends on it
        told = [] if at_once else self._offered
        self.cases.show_choices(told, self._offered.index(chosen) if chosen else -1)
        line = self.term.lineEdit()
        if line is not None and chosen and not line.hasSelectedText():
            line.setCursorPosition(0)  # else a long case shows its end
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        settled = self.procedure is not None
        self.facts.setVisible(settled)
        self.add_paper.setEnabled(settled)
        self.changed.emit()


def _term_shown(term: str) -> str:
    """Return a stored term in words; what was typed and not understood as it was typed."""
    try:
        return worded(term_text(read_term_words(term)))
    except UnclearTerm:
        return term


def _low(widget: QWidget) -> QWidget:
    """Return a holder that keeps a button level with inputs that have captions."""
    return boxed(field(" ", widget))
