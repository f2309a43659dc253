"""2 · Thủ tục và thành phần hồ sơ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from desk_app.domain.deadline import read_term, term_text
from desk_app.domain.errors import UnknownTerm
from desk_app.domain.procedure import Procedure
from desk_app.ui.intake.component_table import ComponentTable, papers_of
from desk_app.ui.intake.form_state import FormState
from desk_app.ui.intake.procedure_search import ProcedureSearch, facts
from desk_app.ui.parts import Card, beside, boxed, field, label, show_state
from desk_app.ui.wording import worded


class ProcedureCard(Card):
    """Asks which procedure, which term, which papers."""

    changed = Signal()
    procedure_chosen = Signal()

    def __init__(self, search: Callable[[str], list[Procedure]], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.procedure: Procedure | None = None
        self.body.addWidget(label(self.tr("2 · THỦ TỤC VÀ THÀNH PHẦN HỒ SƠ"), "heading"))
        self.search = ProcedureSearch(search)
        self.facts = label("", "muted", wrap=True)
        self.term = QComboBox()
        self.term.setEditable(True)
        self.term.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.term.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sets = QLineEdit("1")
        self.sets.setValidator(QIntValidator(1, 99, self.sets))
        self.sets.setMaximumWidth(56)
        self.add_paper = QPushButton(self.tr("+ Giấy tờ   Ctrl+G"))
        self.table = ComponentTable()
        self.complete = label("", "complete", wrap=True)
        self.body.addLayout(
            beside(
                (field(self.tr("Thủ tục hành chính   Ctrl+T"), self.search), 1),
                (field(self.tr("Số bộ"), self.sets), 0),
            )
        )
        self.body.addWidget(self.facts)
        self.body.addLayout(
            beside(
                (field(self.tr("Thời hạn giải quyết (vd 5wd, 8h, 15d)"), self.term), 3),
                (_low(self.add_paper), 2),
            )
        )
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.complete)
        self.search.chosen.connect(self.choose)
        self.term.editTextChanged.connect(self._on_changed)
        self.sets.textChanged.connect(self._on_changed)
        self.table.papers.edited.connect(self._on_changed)
        self.add_paper.clicked.connect(self.table.add_typed)
        self.choose(None)

    def state(self, others: FormState) -> FormState:
        """Return `others` with this card's fields."""
        return replace(
            others,
            procedure=self.procedure.code if self.procedure else "",
            term=self.chosen_term(),
            papers=tuple(self.table.papers.papers),
            sets=self.sets.text(),
        )

    def chosen_term(self) -> str:
        """Return the term as `desk-app due` reads it; empty when none or none that we understand."""
        text = self.term.currentText().strip()
        known = self.term.findText(text)
        term = str(self.term.itemData(known)) if known >= 0 else text
        try:
            read_term(term)
        except UnknownTerm:
            return ""
        return term

    def show_state_of(self, state: FormState, procedure: Procedure | None) -> None:
        """Fill the card."""
        self.choose(procedure)
        self.sets.setText(state.sets)
        if state.term:
            known = self.term.findData(state.term)
            self.term.setCurrentIndex(known)
            if known < 0:
                self.term.setEditText(state.term)
        if state.papers:
            self.table.papers.show(list(state.papers), procedure)

    @Slot(object)
    def choose(self, procedure: Procedure | None) -> None:
        """Take a procedure: its papers, its terms."""
        self.procedure = procedure
        self.search.show_chosen(procedure)
        self.facts.setText(facts(procedure) if procedure else "")
        self.facts.setVisible(procedure is not None)
        self.term.clear()
        for choice in procedure.terms if procedure else ():
            text = worded(term_text(choice.term))
            if self.term.findText(text) < 0:
                self.term.addItem(text, choice.term)
        self.term.setCurrentIndex(0 if self.term.count() else -1)
        line = self.term.lineEdit()
        if line is not None:
            line.setCursorPosition(0)  # else a long term shows its end
        self.table.papers.show(papers_of(procedure) if procedure else [], procedure)
        self.add_paper.setEnabled(procedure is not None)
        self.procedure_chosen.emit()
        self._on_changed()

    def show_complete(self, text: str, *, missing: bool) -> None:
        """Say whether the dossier is complete."""
        self.complete.setText(text)
        self.complete.setVisible(bool(text))
        show_state(self.complete, "missing" if missing else "")

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()


def _low(widget: QWidget) -> QWidget:
    """Return a holder that keeps a button level with inputs that have captions."""
    return boxed(field(" ", widget))
